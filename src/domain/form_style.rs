//! What an office may decide about each of its forms: title, number, heading, signers, copies, paper, footer.

use serde::{Deserialize, Serialize};

use super::office::PaperSize;

/// A form that is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormKind {
    /// Form 01, *Giấy tiếp nhận hồ sơ và hẹn trả kết quả*.
    AppointmentSlip,
    /// Form 02, *Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ*.
    Supplement,
    /// Form 03, *Phiếu từ chối tiếp nhận giải quyết hồ sơ*.
    Refusal,
    /// Form 04, *Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết*.
    Apology,
    /// Form 05, *Thông báo dừng giải quyết hồ sơ*.
    Stop,
    /// Form 06, *Phiếu kiểm soát quá trình giải quyết hồ sơ*.
    ControlSheet,
    /// Form 07, *Sổ theo dõi hồ sơ*.
    Register,
    /// *Phiếu bàn giao hồ sơ*: several dossiers between desk and division.
    HandoverList,
    /// *Biên bản giao nhận hồ sơ* with the post (Decision 45/2016/QĐ-TTg).
    PostRecord,
    /// *Giấy biên nhận trả kết quả*.
    ReturnReceipt,
    /// *Phiếu giải trình cách tính ngày hẹn trả kết quả*.
    DueExplanation,
    /// The notice of a procedure on the wall.
    Poster,
}

impl FormKind {
    /// All, in the order of the forms.
    pub const ALL: [Self; 12] = [
        Self::AppointmentSlip,
        Self::Supplement,
        Self::Refusal,
        Self::Apology,
        Self::Stop,
        Self::ControlSheet,
        Self::Register,
        Self::HandoverList,
        Self::PostRecord,
        Self::ReturnReceipt,
        Self::DueExplanation,
        Self::Poster,
    ];

    /// The word kept in the book and used on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::AppointmentSlip => "appointment_slip",
            Self::Supplement => "supplement",
            Self::Refusal => "refusal",
            Self::Apology => "apology",
            Self::Stop => "stop",
            Self::ControlSheet => "control_sheet",
            Self::Register => "register",
            Self::HandoverList => "handover_list",
            Self::PostRecord => "post_record",
            Self::ReturnReceipt => "return_receipt",
            Self::DueExplanation => "due_explanation",
            Self::Poster => "poster",
        }
    }

    /// The form with a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Stands for the running number in [`FormStyle::number`].
pub const NUMBER_SIGN: &str = "{số}";

/// How a form is printed from some day on. The layout stays the program's own; what stands here is
/// the office's, because a new circular renames and renumbers forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormStyle {
    /// The title, in capitals as it is printed.
    pub title: String,
    /// The number line with [`NUMBER_SIGN`] for the running number: `Số: {số}/PBS-TTPVHCC`; empty
    /// prints none.
    pub number: String,
    /// The lines of the heading's left column, the last one bold; empty takes the agency's and the
    /// desk's name.
    pub heading: Vec<String>,
    /// As what the officer or leader at the right signs, in capitals.
    pub signer: String,
    /// The printed name below that signature; empty takes whoever does the act, or leaves it to be written.
    pub signer_name: String,
    /// The label of each copy, in printing order; without labels there is one plain copy.
    pub copies: Vec<String>,
    /// The paper.
    pub paper: PaperSize,
    /// A note at the end of the form; may be empty.
    pub footer: String,
}

impl FormStyle {
    /// The number line for the running number `number`, at least four digits; empty where none is wanted.
    #[must_use]
    pub fn numbered(&self, number: i64) -> String {
        self.number.replace(NUMBER_SIGN, &format!("{number:04}"))
    }
}
