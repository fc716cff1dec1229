//! What the tests do again and again: receive somebody, look into the book.

use std::fs;
use std::path::PathBuf;

use super::sandbox::Sandbox;
use crate::support::{CARD, Office, SERIES};

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

/// Receives the sample citizen and waits for her slip.
pub(super) fn receive(ui: &mut Sandbox, office: &Office) -> PathBuf {
    fill(ui);
    ui.press("Ctrl+Enter");
    ui.expect("Đã tiếp nhận");
    let slip = office.path().join("slips").join(format!("{}.pdf", first_code()));
    ui.until("slip", |_| {
        fs::read(&slip).is_ok_and(|pdf| pdf.ends_with(b"%%EOF\n") || !pdf.is_empty())
    });
    slip
}

/// A number out of the book, looked up behind the window's back.
pub(super) fn number(office: &Office, sql: &str) -> i64 {
    office.raw().query_row(sql, [], |row| row.get(0)).unwrap()
}

/// A text out of the book.
pub(super) fn text(office: &Office, sql: &str) -> String {
    office.raw().query_row(sql, [], |row| row.get(0)).unwrap()
}

/// How many dossiers the book holds.
pub(super) fn dossiers(office: &Office) -> i64 {
    number(office, "SELECT count(*) FROM dossier")
}
