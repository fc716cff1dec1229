//! What can be open on top of a dossier, and what was typed into it before it was closed.

use iced::Element;

use super::form::{self, Form, Input};
use super::{Deed, Dossier, Message, branch, counting, process};
use crate::domain::invalid::Field as Place;
use crate::domain::tray::scanned_tray;
use crate::ui::refusal::Refusal;
use crate::ui::screen::reason_dialog;
use crate::ui::text as said;

/// Where the reason for a reprint is typed.
pub(super) const REASON: &str = "dossier-reason";

/// What is open on top.
#[derive(Debug)]
pub(super) enum Dialog {
    /// Why the slip is printed again.
    Reprint(Reprint),
    /// How the date was counted.
    Days,
    /// The rarer things that can be done, and the row the keyboard is on.
    Others(usize),
    /// Something done to the dossier.
    Deed(Box<Form>),
    /// Who has the dossier at its next step.
    Next(process::Passing),
    /// The process of its procedure is typed.
    Process(Box<process::Typing>),
    /// Which branch of the limit is to run, and why.
    Branch(Box<branch::Choice>),
}

/// Why a slip is printed again, as typed so far.
#[derive(Debug, Clone)]
pub(super) struct Reprint {
    pub(super) reason: String,
    pub(super) refusal: Refusal,
}

impl Default for Reprint {
    fn default() -> Self {
        Self { reason: said::REPRINT_USUAL.to_owned(), refusal: Refusal::default() }
    }
}

impl Dialog {
    /// Whether it is the dialog of `deed`.
    pub(super) fn is_of(&self, deed: Deed) -> bool {
        matches!(self, Self::Deed(form) if form.deed == deed)
    }

    /// Whether something was typed into it.
    fn is_typed(&self) -> bool {
        match self {
            Self::Reprint(reprint) => reprint.reason != said::REPRINT_USUAL,
            Self::Deed(form) => form.is_typed,
            Self::Next(passing) => passing.typed,
            Self::Process(typing) => typing.is_typed(),
            Self::Branch(choice) => choice.is_typed(),
            Self::Days | Self::Others(_) => false,
        }
    }

    /// The same once more, where a scanner's keys may get into it.
    fn copy(&self) -> Option<Self> {
        match self {
            Self::Reprint(reprint) => Some(Self::Reprint(reprint.clone())),
            Self::Deed(form) => Some(Self::Deed(form.clone())),
            Self::Next(passing) => Some(Self::Next(passing.clone())),
            Self::Branch(choice) => Some(Self::Branch(choice.clone())),
            Self::Process(_) | Self::Days | Self::Others(_) => None,
        }
    }

    /// Whether it is for the same as `other`.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Deed(one), Self::Deed(other)) => one.deed == other.deed,
            (Self::Next(one), Self::Next(other)) => one.step == other.step,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Dossier {
    /// Puts a closed dialog aside with what was typed.
    pub(super) fn keep(&mut self, closed: Dialog) {
        self.kept.retain(|kept| !kept.is_like(&closed));
        if closed.is_typed() {
            self.kept.push(closed);
        }
    }

    /// Remembers the dialog before what may turn out to be a scan.
    pub(crate) fn before_scan(&mut self) {
        self.before_scan = self.dialog.as_ref().and_then(Dialog::copy);
    }

    /// Something was scanned: its keys never happened. A tray's label is taken where a tray is asked
    /// for; answers what follows from that.
    pub(crate) fn scanned(&mut self, scan: &str) -> Option<Message> {
        let same = |before: &Dialog| self.dialog.as_ref().is_some_and(|now| now.is_like(before));
        if let Some(before) = self.before_scan.take().filter(same) {
            self.dialog = Some(before);
        }
        let Some(Dialog::Deed(form)) = &mut self.dialog else { return None };
        let tray = scanned_tray(scan).filter(|_| form.deed == Deed::Tray)?;
        let _ = form.hear(form::Message::Typed(Input::Tray, tray));
        Some(Message::Deed(form::Message::Do))
    }

    /// Opens the dialog that `new` makes, or the one like it that was put aside.
    pub(super) fn open_dialog(&mut self, new: impl FnOnce() -> Dialog) {
        let new = new();
        let kept = self.kept.iter().position(|kept| kept.is_like(&new));
        self.dialog = Some(kept.map_or(new, |at| self.kept.remove(at)));
    }

    /// What is on top, in a window of `height`.
    pub(crate) fn dialog(&self, height: f32) -> Option<Element<'_, Message>> {
        let ready = self.drawing == 0;
        match self.dialog.as_ref()? {
            Dialog::Reprint(reprint) => Some(reason_dialog(
                said::REPRINT,
                said::reprint_explained(&self.code),
                (&reprint.reason, reprint.refusal.at(Place::ReprintReason)),
                REASON,
                Message::Reason,
                ready.then_some(Message::Print),
            )),
            Dialog::Deed(form) => Some(form.view(&self.code, self.busy, height).map(Message::Deed)),
            Dialog::Others(at) => Some(self.others_dialog(*at)),
            Dialog::Next(passing) => self.next_dialog(passing),
            Dialog::Process(typing) => self.process_dialog(typing),
            Dialog::Days => {
                let told = self.story.as_ref()?.told.as_ref()?;
                Some(counting::dialog(told, !ready))
            }
            Dialog::Branch(choice) => {
                Some(branch::dialog(choice, &self.story.as_ref()?.record, self.busy))
            }
        }
    }
}
