//! Lists of folders that change hands together: with a division, or with the post.

use serde::{Deserialize, Serialize};

use super::dossier::ReturnBy;
use super::hands::Hands;
use super::time::OfficeTime;

/// Between whom a list goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandoverKind {
    /// From the desk to a division or one of its officers.
    Out,
    /// From there back to the desk, with or without results.
    Back,
    /// Results that the post delivers.
    PostOut,
    /// Dossiers that the post brought (Decision 45/2016/QĐ-TTg).
    PostIn,
}

impl HandoverKind {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Out, Self::Back, Self::PostOut, Self::PostIn];

    /// Which paper it is, by the word under which its running numbers are kept: lists go both ways, and
    /// so do records of the post.
    #[must_use]
    pub fn series(self) -> &'static str {
        if self.is_post() { "post" } else { "folders" }
    }

    /// Whether the other side is the post.
    #[must_use]
    pub fn is_post(self) -> bool {
        matches!(self, Self::PostOut | Self::PostIn)
    }
}

/// A list that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Handover {
    /// The book's own number of the list.
    pub id: i64,
    /// Between whom.
    pub kind: HandoverKind,
    /// The year its number belongs to.
    pub year: i32,
    /// Its running number among the lists, or the post's records, of that year.
    pub number: i64,
    /// When.
    pub at: OfficeTime,
    /// The officer at the desk.
    pub actor: String,
    /// The other side: a division and its officer, the post and its postman.
    pub other: Hands,
    /// A note; may be empty.
    pub note: String,
    /// The folders, in the order of the scans.
    pub lines: Vec<HandoverLine>,
}

/// A folder on a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HandoverLine {
    /// The dossier's code.
    pub code: String,
    /// The applicant's name.
    pub applicant: String,
    /// The applicant's address; may be empty.
    pub address: String,
    /// The procedure's name.
    pub procedure: String,
    /// What was promised when the list was made.
    pub due_at: Option<OfficeTime>,
    /// How the result goes out.
    pub return_by: ReturnBy,
    /// Whether the result came or went with the folder.
    pub result: bool,
    /// The number of the signed result; may be empty.
    pub result_number: String,
    /// The post's bill code; may be empty.
    pub bill: String,
    /// Whether no papers were missing when the list was made.
    pub complete: bool,
    /// Whether the change of hands was undone since.
    pub undone: bool,
}
