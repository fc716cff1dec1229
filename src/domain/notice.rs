//! Notices: papers with a number of their own that tell an applicant what was asked or decided.

use serde::{Deserialize, Serialize};

use super::dossier::Dossier;
use super::time::OfficeTime;

/// What a notice is, each a form of Circular 03/2025/TT-VPCP, annex I, with its own running numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Form 02, *Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ*.
    Supplement,
    /// Form 03, *Phiếu từ chối tiếp nhận giải quyết hồ sơ*.
    Refusal,
    /// Form 04, *Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết*.
    Apology,
    /// Form 05, *Thông báo dừng giải quyết hồ sơ*.
    Stop,
}

impl NoticeKind {
    /// All four, in the order of the forms.
    pub const ALL: [Self; 4] = [Self::Supplement, Self::Refusal, Self::Apology, Self::Stop];
}

/// Whom a notice is for and what they asked for: of a dossier, or of somebody who was guided or
/// refused before one was received.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Addressee {
    /// The name.
    pub name: String,
    /// The number that identifies the person or organisation; may be empty.
    pub identity: String,
    /// The address; may be empty.
    pub address: String,
    /// The telephone number; may be empty.
    pub phone: String,
    /// The e-mail address; may be empty.
    pub email: String,
    /// The procedure's national code; may be empty.
    pub procedure_code: String,
    /// The procedure's name.
    pub procedure: String,
    /// What is asked for.
    pub subject: String,
}

impl Addressee {
    /// The applicant of `dossier`.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Self {
        let applicant = &dossier.applicant;
        Self {
            name: applicant.name.clone(),
            identity: applicant.identity_number().to_owned(),
            address: applicant.address.clone(),
            phone: applicant.phone.clone(),
            email: applicant.email.clone(),
            procedure_code: dossier.procedure.code.clone(),
            procedure: dossier.procedure.name.clone(),
            subject: dossier.subject.clone(),
        }
    }
}

/// What a notice says, as it was decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NoticeContent {
    /// What is to be supplemented or completed, one an entry; empty but in a [`NoticeKind::Supplement`].
    pub items: Vec<String>,
    /// Why.
    pub reason: String,
    /// Whom it is for, as it was known when the notice was written.
    pub addressee: Option<Addressee>,
    /// The promise that could not be kept, in an apology.
    pub promised: Option<OfficeTime>,
    /// The promise that took its place, in an apology.
    pub put_off_to: Option<OfficeTime>,
}

/// A notice as the book remembers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The book's own number of the notice.
    pub id: i64,
    /// Which form it is.
    pub kind: NoticeKind,
    /// The year its number belongs to.
    pub year: i32,
    /// Its running number among the notices of its kind in that year, never used again.
    pub number: i64,
    /// The code of its dossier; `None` before one was received.
    pub code: Option<String>,
    /// When it was decided.
    pub at: OfficeTime,
    /// By which officer.
    pub actor: String,
    /// What it says.
    pub content: NoticeContent,
    /// Whether the act it tells of was undone: it is worth nothing then.
    pub undone: bool,
}
