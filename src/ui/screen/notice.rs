//! Notices on their way to paper: drawn, on disk, noted.

use std::path::PathBuf;

use iced::Task;

use super::Context;
use crate::desk::DeskError;
use crate::desk::print_paper::print_notice;
use crate::domain::notice::{Notice, NoticeKind};
use crate::store;
use crate::ui::session::{Answer, Session, refused};

/// Prints the notice with this number in the book; `again` is why, where it is not the first time.
pub(crate) fn print(
    id: i64,
    again: Option<&'static str>,
    context: &Context<'_>,
) -> Task<Answer<PathBuf>> {
    let officer = context.officer();
    context
        .session
        .work(move |session| printed(session, id, again, &officer).map_err(|error| refused(&error)))
}

fn printed(
    session: &Session,
    id: i64,
    again: Option<&str>,
    officer: &str,
) -> Result<PathBuf, DeskError> {
    let notice = session.book().run(move |db| store::notice(db.view(), id))??;
    let notice = notice.ok_or_else(|| DeskError::NoNotice(id.to_string()))?;
    let file = session.paths().slips().join(file_name(&notice));
    let _ = print_notice(session.book(), id, &file, again, officer, session.now())?;
    Ok(file)
}

/// The name of a notice's file: whom it is of, which form it is, its number.
fn file_name(notice: &Notice) -> String {
    let form = match notice.kind {
        NoticeKind::Supplement => "bo-sung",
        NoticeKind::Refusal => "tu-choi",
        NoticeKind::Apology => "xin-loi",
        NoticeKind::Stop => "dung",
    };
    let (number, year) = (notice.number, notice.year);
    match &notice.code {
        Some(code) => format!("{code}-{form}-{number}-{year}.pdf"),
        None => format!("phieu-{form}-{number}-{year}.pdf"),
    }
}
