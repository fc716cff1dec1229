//! What the rules know of this house: its rooms, and who may say what.

/// Every room from the bottom up: its name, the rooms it may name, and which of [`FOREIGN`] are its
/// own tools. A room may only name rooms that stand before it, so arrows point down.
pub(super) const ROOMS: &[(&str, &[&str], &[&str])] = &[
    ("domain", &[], &[]),
    ("clock", &["domain"], &[]),
    ("paths", &[], &[]),
    ("files", &[], &["std::fs", "std::io"]),
    ("log", &[], &["std::fs"]),
    ("counter", &["files"], &["std::fs", "std::io"]),
    ("printing", &["domain", "files"], &["std::fs", "std::io", "std::process::Command"]),
    ("store", &["domain", "files"], &["rusqlite", "std::fs", "std::io"]),
    ("forms", &["domain"], &["printpdf", "lopdf"]),
    ("reports", &["domain", "files", "store", "forms"], &["rust_xlsxwriter"]),
    ("desk", &["domain", "files", "store", "forms"], &["calamine", "std::fs", "std::io"]),
    ("text", &["domain", "files", "printing", "store", "forms", "reports", "desk"], &["std::io"]),
    ("office", &["domain", "paths", "files", "log", "store", "desk"], &["std::fs"]),
    (
        "ui",
        &[
            "domain", "clock", "paths", "files", "counter", "printing", "store", "forms",
            "reports", "desk", "text", "office",
        ],
        &["iced"],
    ),
    (
        "cli",
        &[
            "domain", "clock", "paths", "files", "log", "store", "forms", "reports", "desk",
            "text", "office", "ui",
        ],
        &["clap", "std::env", "std::io"],
    ),
    ("lib", &[], &[]),
    ("main", &["cli"], &["std::env", "std::io"]),
];

/// Libraries and parts of the system that belong to some rooms only.
pub(super) const FOREIGN: &[&str] = &[
    "calamine",
    "clap",
    "iced",
    "lopdf",
    "printpdf",
    "rusqlite",
    "rust_xlsxwriter",
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::process::Command",
];

/// What is asked of the world in one file alone.
pub(super) const ONLY_PLACES: &[(&str, &str)] = &[
    ("Utc::now", "src/clock.rs"),
    ("Local::now", "src/clock.rs"),
    ("SystemTime", "src/clock.rs"),
    ("Instant", "src/clock.rs"),
    ("directories", "src/paths.rs"),
];

/// Words that only SQLite understands, or that ask the database for what the program must give.
pub(super) const OTHER_DIALECTS: &[&str] = &[
    "autoincrement",
    "or replace",
    "or ignore",
    "current_timestamp",
    "current_date",
    "current_time",
    "'now'",
    "datetime(",
    "julianday(",
    "strftime(",
    "unixepoch(",
    "random()",
    "last_insert_rowid",
    "json_extract(",
    "group_concat(",
    "ifnull(",
];

/// Words of SQLite's own, and the files in which they have to be said: opening, copying and
/// checking a book, and searching it.
pub(super) const ENGINE_WORDS: &[(&str, &[&str])] = &[
    (
        "pragma",
        &[
            "schema.sql",
            "src/store/open.rs",
            "src/store/create.rs",
            "src/store/backup.rs",
            "src/store/check.rs",
        ],
    ),
    ("rowid", &["schema.sql", "src/store/migrations/", "src/store/search", "src/store/check.rs"]),
    (" match ", &["src/store/search"]),
    ("virtual table", &["schema.sql"]),
];

/// Where Vietnamese may stand in `src/`, and why.
pub(super) const VIETNAMESE: &[(&str, &str)] = &[
    ("src/text/", "every sentence a person reads outside the printed forms"),
    ("src/forms/", "the official wording of the forms"),
    ("src/ui/text/", "every sentence of the window"),
    ("src/reports/", "the official heads of registers"),
    ("src/desk/practice.rs", "the invented office and its sample citizen"),
    ("src/desk/generate.rs", "invented names"),
    ("src/desk/set_up.rs", "kinds of agencies, taken off a name to get the place"),
    ("src/domain/fee.rs", "words of the catalogue's fee column"),
    ("src/domain/form_style.rs", "the sign that stands for a running number"),
    ("src/domain/intake.rs", "a sex as a form field holds it"),
    ("src/domain/law_days.rs", "the names of days off"),
    ("src/domain/limit_prose.rs", "words of the catalogue's time limits"),
    ("src/domain/office.rs", "what an office's slips say until it says otherwise"),
    ("src/domain/paper.rs", "words of the catalogue's lists of papers"),
    ("src/domain/place.rs", "names of provinces"),
];

/// Folders of a machine.
pub(super) const PLACES: &[&str] = &["/home/", "/root/", "C:\\Users"];
