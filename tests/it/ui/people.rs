//! What the tests do again and again: receive somebody, look into the book.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::types::FromSql;

use super::sandbox::Sandbox;
use crate::support::{CARD, Office, PEOPLE, SERIES};

/// The code of the day's first dossier.
pub(super) fn first_code() -> String {
    format!("{SERIES}0001")
}

/// Fills the form with the sample citizen and *Đăng ký lại khai sinh* with all its papers.
pub(super) fn fill(ui: &mut Sandbox) {
    ui.press("F2");
    ui.expect_focus("receive-identity");
    ui.scan(CARD);
    ui.expect_focus("receive-query");
    ui.enter("lai khai sinh");
    ui.press("Enter");
    ui.expect_focus("receive-papers");
    ui.press("a");
    ui.tab_to("receive-phone");
    ui.enter("0900000000");
}

/// Opens the sample citizen's dossier from the list.
pub(super) fn open(ui: &mut Sandbox) {
    ui.press("F3");
    ui.expect(&first_code());
    ui.press("Enter");
    ui.expect("Diễn biến");
}

/// Receives the sample citizen and waits for her slip.
pub(super) fn receive(ui: &mut Sandbox, office: &Office) -> PathBuf {
    fill(ui);
    ui.press("Ctrl+Enter");
    ui.expect("Mở hồ sơ");
    let slip = office.path().join("slips").join(format!("{}.pdf", first_code()));
    ui.until("slip", |_| fs::read(&slip).is_ok_and(|pdf| pdf.starts_with(b"%PDF")));
    slip
}

/// Does something from outside at another moment, while no window has the book.
pub(super) fn at(office: &Office, moment: &'static str, words: &[&str]) {
    let mut command = crate::support::command(words);
    let _ = command.arg("--data").arg(office.path()).args(["--at", moment]);
    let said: crate::support::Said = command.output().unwrap().into();
    let _ = said.fine();
}

/// Receives somebody else for the same procedure and opens that dossier.
pub(super) fn receive_another(ui: &mut Sandbox) {
    ui.press("F2");
    ui.tab_to("receive-name");
    ui.enter("Hồ Văn Thử");
    ui.tab_to("receive-query");
    ui.enter("lai khai sinh");
    ui.press("Enter");
    ui.expect_focus("receive-papers");
    ui.press("a");
    ui.press("Ctrl+Enter");
    ui.expect("Mở hồ sơ");
    let code = format!("{SERIES}0002");
    ui.press("Ctrl+k");
    ui.enter(&code);
    ui.expect("Hồ Văn Thử");
    ui.press("Enter");
    ui.expect("Diễn biến");
}

/// A value out of the book, read from a copy: the window holds the book itself.
fn value<T: FromSql>(office: &Office, sql: &str) -> T {
    let copy = Office::without_book();
    let ask = || -> Result<T, Box<dyn Error>> {
        for name in ["book.motcua", "book.motcua-wal"] {
            let _ = fs::remove_file(copy.file(name));
            if office.file(name).exists() {
                let _ = fs::copy(office.file(name), copy.file(name))?;
            }
        }
        Ok(Connection::open(copy.book())?.query_row(sql, [], |row| row.get(0))?)
    };
    // A copy taken in the middle of a write is taken again.
    for _ in 0..100 {
        if let Ok(value) = ask() {
            return value;
        }
        thread::sleep(Duration::from_millis(20));
    }
    ask().unwrap()
}

/// A number out of the book.
pub(super) fn number(office: &Office, sql: &str) -> i64 {
    value(office, sql)
}

/// A text out of the book.
pub(super) fn text(office: &Office, sql: &str) -> String {
    value(office, sql)
}

/// How many dossiers the book holds.
pub(super) fn dossiers(office: &Office) -> i64 {
    number(office, "SELECT count(*) FROM dossier")
}

/// Real and practice office by turns: only in a practice office may dossiers be made up.
pub(super) fn practice(office: &Office, now: bool) {
    let sql = "UPDATE setting SET value = json_set(value, '$.practice', json(?1))";
    let _ = office.raw().execute(sql, [now.to_string()]).unwrap();
}

/// An office where much was going on, the same every time.
pub(super) fn busy() -> Office {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    let book = BOOK.get_or_init(|| {
        let office = Office::new();
        practice(&office, true);
        let _ = office.run(["generate", "--dossiers", "300", "--seed", "7"]).fine();
        practice(&office, false);
        let _ = office.receive(&PEOPLE[0]);
        office.bytes()
    });
    let office = Office::without_book();
    fs::write(office.book(), book).unwrap();
    office
}
