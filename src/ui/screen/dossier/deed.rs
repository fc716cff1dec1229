//! What can be done to a dossier between receipt and return: each act, its key, and when it is lawful.

use super::Story;
use crate::desk::void::may_void;
use crate::domain::limit::Limit;
use crate::domain::notice::NoticeKind;
use crate::domain::status::Status;
use crate::store::Act;
use crate::ui::key::Press;

/// Something that is done to a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// The dossier goes to those who handle it, or on to others.
    HandOver,
    /// It comes back to the desk without a result.
    TakeBack,
    /// Further papers are asked for.
    AskPapers,
    /// The papers came.
    PapersCame,
    /// A financial duty is asked for.
    DemandPayment,
    /// It was paid.
    Paid,
    /// The promise is put off.
    PutOff,
    /// The result was signed.
    Sign,
    /// The dossier is refused.
    Refuse,
    /// The applicant withdraws it.
    Withdraw,
    /// The dossier is stopped.
    Stop,
    /// Its number counts for nothing.
    Void,
    /// It is put into a tray, or taken out.
    Tray,
    /// The last step was wrong.
    Undo,
}

impl Deed {
    /// In the order of the screen.
    const ALL: [Self; 14] = [
        Self::HandOver,
        Self::TakeBack,
        Self::AskPapers,
        Self::PapersCame,
        Self::Paid,
        Self::PutOff,
        Self::Sign,
        Self::DemandPayment,
        Self::Refuse,
        Self::Withdraw,
        Self::Stop,
        Self::Void,
        Self::Tray,
        Self::Undo,
    ];

    /// The key that means it with Ctrl, as the screen names it.
    pub(crate) fn shortcut(self) -> &'static str {
        match self {
            Self::HandOver => "Ctrl Y",
            Self::TakeBack => "Ctrl 3",
            Self::AskPapers | Self::PapersCame => "Ctrl B",
            Self::DemandPayment | Self::Paid => "Ctrl T",
            Self::PutOff => "Ctrl H",
            Self::Sign => "Ctrl S",
            Self::Refuse => "Ctrl X",
            Self::Withdraw => "Ctrl U",
            Self::Stop => "Ctrl D",
            Self::Void => "Ctrl W",
            Self::Tray => "Ctrl A",
            Self::Undo => "Ctrl Z",
        }
    }

    /// The letter of [`Self::shortcut`].
    fn letter(self) -> Option<char> {
        self.shortcut().chars().next_back().map(|letter| letter.to_ascii_lowercase())
    }

    /// What the journal calls it.
    pub(crate) fn act(self) -> Act {
        match self {
            Self::HandOver => Act::HandOver,
            Self::TakeBack => Act::TakeBack,
            Self::AskPapers => Act::AskPapers,
            Self::PapersCame => Act::PapersCame,
            Self::DemandPayment => Act::DemandPayment,
            Self::Paid => Act::Paid,
            Self::PutOff => Act::Extend,
            Self::Sign => Act::SignResult,
            Self::Refuse => Act::Refuse,
            Self::Withdraw => Act::Withdraw,
            Self::Stop => Act::Stop,
            Self::Void => Act::Void,
            Self::Tray => Act::SetTray,
            Self::Undo => Act::Undo,
        }
    }

    /// Whether it can be done to the dossier of `story` now, by the officer who looks at it.
    fn is_for(self, story: &Story) -> bool {
        let record = &story.record;
        let status = record.status;
        // Once a result was signed nothing more is asked for, and nothing ends without it.
        let unsigned = story.result.is_none();
        let lawful = match self {
            Self::HandOver => matches!(status, Status::Received | Status::InProgress),
            // What has ended comes back as well: its papers are the applicant's.
            Self::TakeBack => !record.holder.is_desk(),
            Self::AskPapers => {
                let may = status.may_become(Status::AwaitingPapers);
                may && status != Status::AwaitingPapers && unsigned
            }
            Self::PapersCame => status == Status::AwaitingPapers,
            Self::DemandPayment => status.may_become(Status::AwaitingPayment) && unsigned,
            Self::Paid => status == Status::AwaitingPayment,
            // What was put off once is not put off again.
            Self::PutOff => {
                record.promise_limit.is_none_or(|limit| !matches!(limit, Limit::Agreed(_)))
                    && record.due.at.is_some()
                    && record.finished_at.is_none()
                    && record.ended_at.is_none()
            }
            Self::Sign => {
                let may = status == Status::Finished || status.may_become(Status::Finished);
                may && unsigned
            }
            Self::Refuse => status.may_become(Status::Refused) && unsigned,
            Self::Withdraw => status.may_become(Status::Withdrawn) && unsigned,
            Self::Stop => status.may_become(Status::Stopped) && unsigned,
            Self::Void => may_void(status) && unsigned,
            // Trays stand at the desk.
            Self::Tray => record.ended_at.is_none() && record.holder.is_desk(),
            Self::Undo => story.at_hand.undo.is_some(),
        };
        lawful && story.at_hand.may(self.act())
    }

    /// What can be done now.
    pub(crate) fn of(story: &Story) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |deed| deed.is_for(story))
    }

    /// What a key means now.
    pub(crate) fn key(press: &Press, story: &Story) -> Option<Self> {
        let letter = press.latin.filter(|_| press.ctrl)?;
        Self::of(story).find(|deed| deed.letter() == Some(letter))
    }

    /// The notice that tells the applicant of it.
    pub(crate) fn notice(self) -> Option<NoticeKind> {
        match self {
            Self::AskPapers => Some(NoticeKind::Supplement),
            Self::Refuse => Some(NoticeKind::Refusal),
            Self::PutOff => Some(NoticeKind::Apology),
            Self::Withdraw | Self::Stop => Some(NoticeKind::Stop),
            _ => None,
        }
    }

    /// Whether it ends a wait: then it is what the dossier is here for.
    pub(crate) fn ends_wait(self) -> bool {
        matches!(self, Self::PapersCame | Self::Paid)
    }

    /// Whether it is rare enough to stand in the list of other things.
    pub(crate) fn is_rare(self) -> bool {
        match self {
            Self::DemandPayment
            | Self::Refuse
            | Self::Withdraw
            | Self::Stop
            | Self::Void
            | Self::Tray => true,
            Self::HandOver
            | Self::TakeBack
            | Self::AskPapers
            | Self::PapersCame
            | Self::Paid
            | Self::PutOff
            | Self::Sign
            | Self::Undo => false,
        }
    }

    /// Whether the dossier ends by it, or counts for nothing.
    pub(crate) fn is_grave(self) -> bool {
        matches!(self, Self::Refuse | Self::Withdraw | Self::Stop | Self::Void)
    }
}
