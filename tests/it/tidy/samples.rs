//! Proof that every rule bites: what it must refuse, and what it must let pass.

/// Files as path and text.
type Files = &'static [(&'static str, &'static str)];

/// What a rule must find fault with, once in each, and what it must let pass.
pub(super) struct Samples {
    pub(super) refused: Files,
    pub(super) passed: Files,
}

pub(super) const ARROWS: Samples = Samples {
    refused: &[
        ("src/domain/fee.rs", "use crate::store::Db;"),
        ("src/domain.rs", "pub fn now() { crate::clock::now() }"),
        ("src/store/open.rs", "use crate::desk::DeskError;"),
        ("src/store/open.rs", "use crate::text;"),
        ("src/forms/pdf.rs", "use crate::store::Book;"),
        ("src/reports/register.rs", "use crate::desk::Warning;"),
        ("src/desk/receive.rs", "pub use crate::text::refusal;"),
        ("src/text/answer.rs", "use crate::cli::run;"),
        ("src/desk/receive.rs", "use crate::ui::run;"),
        ("src/ui/app.rs", "use crate::cli::run;"),
        ("src/attic/box.rs", "//! A room nobody knows."),
    ],
    passed: &[
        ("src/domain/fee.rs", "use crate::domain::fold::fold; // not crate::store"),
        ("src/store/open.rs", "use crate::domain::time;"),
        ("src/cli/find.rs", "use crate::text;\nuse crate::store;"),
        ("tests/it/cli.rs", "use crate::support;"),
    ],
};

pub(super) const PATHS: Samples = Samples {
    refused: &[
        ("src/domain/fee.rs", "use crate::{store::Db, text};"),
        ("src/domain/fee.rs", "use std::{fs, io};"),
        ("src/desk/receive.rs", "use super::super::text;"),
        ("src/desk.rs", "use super::text;"),
    ],
    passed: &[("src/desk/receive.rs", "use super::error::DeskError;\nuse std::io::{self, Read};")],
};

pub(super) const TOOLS: Samples = Samples {
    refused: &[
        ("src/domain/fee.rs", "use std::fs::File;"),
        ("src/domain/fee.rs", "use std::io;"),
        ("src/domain/fee.rs", "fn row(row: &rusqlite::Row<'_>) {}"),
        ("src/store/open.rs", "use printpdf::Mm;"),
        ("src/desk/receive.rs", "use rusqlite::Connection;"),
        ("src/desk/receive.rs", "use iced::Task;"),
        ("src/forms/pdf.rs", "use rusqlite::Row;"),
        ("src/reports/register.rs", "use iced::Element;"),
        ("src/cli/find.rs", "let rows = rusqlite::params![];"),
    ],
    passed: &[
        ("src/store/open.rs", "use rusqlite::Connection;\nuse std::fs::File;"),
        ("src/forms/pdf.rs", "use printpdf::Mm;"),
        ("src/domain/fee.rs", "/// Knows nothing of rusqlite.\nfn noticed() {}"),
    ],
};

pub(super) const WORLD: Samples = Samples {
    refused: &[
        ("src/desk/receive.rs", "let now = Utc::now();"),
        ("src/domain/time.rs", "let now = chrono::Local::now();"),
        ("src/store/backup.rs", "use std::time::SystemTime;"),
        ("src/store/search.rs", "let start = Instant::now();"),
        ("src/cli.rs", "use directories::ProjectDirs;"),
    ],
    passed: &[
        ("src/clock.rs", "let now = Utc::now();"),
        ("src/paths.rs", "use directories::ProjectDirs;"),
        ("src/cli.rs", "let now = clock.now();"),
        ("benches/figures.rs", "let start = Instant::now();"),
    ],
};

pub(super) const SQL_OUTSIDE: Samples = Samples {
    refused: &[
        ("src/desk/receive.rs", "db.query(\"SELECT code FROM dossier\")"),
        ("src/desk/receive.rs", "db.query(r#\"insert into dossier values (1)\"#)"),
        ("src/cli/find.rs", "db.run(\"UPDATE dossier SET code = ''\")"),
        ("src/forms/pdf.rs", "db.run(\"DELETE FROM dossier\")"),
        ("src/reports.rs", "db.run(\"PRAGMA user_version\")"),
    ],
    passed: &[
        ("src/store/open.rs", "db.query(\"SELECT code FROM dossier\")"),
        ("src/text/help.rs", "const HELP: &str = \"select a file\"; // SELECT code FROM dossier"),
    ],
};

pub(super) const SQL_DIALECT: Samples = Samples {
    refused: &[
        ("schema.sql", "id INTEGER PRIMARY KEY AUTOINCREMENT"),
        ("src/store/migrations/0002.sql", "INSERT OR REPLACE INTO field SELECT 1"),
        ("schema.sql", "at TEXT DEFAULT CURRENT_TIMESTAMP"),
        ("schema.sql", "at TEXT DEFAULT (datetime('now'))"),
        ("schema.sql", "id BLOB DEFAULT (random())"),
        ("src/store/setting.rs", "\"INSERT OR REPLACE INTO setting (key) VALUES (?1)\""),
        ("src/store/setting.rs", "\"SELECT value FROM setting WHERE key = ?\""),
        ("src/store/check.rs", "\"SELECT unixepoch(due_at) FROM dossier\""),
        ("src/store/setting.rs", "\"PRAGMA optimize\""),
        ("src/store/dossier.rs", "\"SELECT rowid FROM dossier\""),
    ],
    passed: &[
        ("schema.sql", "id INTEGER PRIMARY KEY -- without AUTOINCREMENT"),
        ("src/store/setting.rs", "\"SELECT value FROM setting WHERE key = ?1 AND :name = 2\""),
        ("src/store/open.rs", "\"PRAGMA user_version\""),
        ("src/store/search.rs", "\"SELECT rowid FROM dossier_part_search\""),
    ],
};

pub(super) const SENTENCE: Samples = Samples {
    refused: &[
        ("src/domain/fee.rs", "fn fee() {}"),
        ("src/domain/fee.rs", "/// Fees.\nfn fee() {}"),
        ("src/domain/fee.rs", "// A remark.\n//! Fees."),
        ("tests/it/cli.rs", "//! (to be written)"),
    ],
    passed: &[
        ("src/domain/fee.rs", "//! Fees.\nfn fee() {}"),
        ("src/domain/fee.rs", "//! Fees as the catalogue\n//! writes them.\n//!\n//! More"),
        ("schema.sql", "CREATE TABLE dossier (id INTEGER)"),
    ],
};

pub(super) const LENGTH: Samples = Samples {
    refused: &[("src/domain/fee.rs", LONG)],
    passed: &[("src/domain/fee.rs", LONGEST), ("Cargo.lock", LONG)],
};

pub(super) const HOPES: Samples = Samples {
    refused: &[
        ("src/domain/fee.rs", "fn f() { read().unwrap(); }"),
        ("src/domain/fee.rs", "fn f() { read().expect(\"a fee\"); }"),
        ("src/domain/fee.rs", "fn f() { panic!(\"no fee\"); }"),
    ],
    passed: &[
        ("src/domain/fee.rs", "fn f() { read().unwrap_or_default(); }"),
        ("src/domain/fee.rs", "#[cfg(test)]\nmod tests { fn f() { read().unwrap(); } }"),
        ("tests/it/cli.rs", "fn f() { read().unwrap(); }"),
    ],
};

pub(super) const VIETNAMESE: Samples = Samples {
    refused: &[
        ("src/domain/deadline.rs", "const WHY: &str = \"ngày nghỉ\";"),
        ("src/cli/find.rs", "say(\"Không tìm thấy\");"),
        ("src/store/error.rs", "#[error(\"sổ hỏng\")]\nstruct Damaged;"),
    ],
    passed: &[
        ("src/text/answer.rs", "say(\"Không tìm thấy\");"),
        ("src/domain/deadline.rs", "/// *Ngày nghỉ*.\nconst WHY: &str = \"off – …\";"),
        ("tests/it/cli.rs", "find(\"Hồ Thị Mẫu\");"),
    ],
};

pub(super) const LOOSE_ENDS: Samples = Samples {
    refused: &[
        ("src/domain/fee.rs", "// TODO: fees of 2027"),
        ("schema.sql", "-- FIXME"),
        ("src/domain/fee.rs", "fn fee() { todo!() }"),
        ("src/domain/fee.rs", "fn fee() { dbg!(1); }"),
        ("tests/it/cli.rs", "#[test]\n#[ignore]\nfn slow() {}"),
    ],
    passed: &[
        ("src/domain/fee.rs", "// All is done.\nfn fee() {}"),
        ("Cargo.toml", "todo = \"deny\""),
    ],
};

pub(super) const MACHINE: Samples = Samples {
    refused: &[("README.md", "see /home/somebody/motcua"), ("src/paths.rs", "\"/root/motcua\"")],
    passed: &[("README.md", "cargo run --release -- demo --out office")],
};

const LONG: &str = lines(&[b'\n'; 901]);
const LONGEST: &str = lines(&[b'\n'; 900]);

const fn lines(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

pub(super) const LOOK: Samples = Samples {
    refused: &[
        ("src/ui/screen/today.rs", "const RED: Color = color!(0xff0000);"),
        ("src/ui/screen/today.rs", "let red = iced::Color::from_rgb(1.0, 0.0, 0.0);"),
        ("src/ui/screen/today/figures.rs", "container(card).padding(12)"),
        ("src/ui/screen/today/figures.rs", "container(card).padding([6.0, 8.0])"),
    ],
    passed: &[
        ("src/ui/screen/today.rs", "container(card).padding(pad::ROW)"),
        ("src/ui/theme.rs", "const RED: Color = color!(0xff0000);"),
    ],
};
