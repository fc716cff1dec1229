//! What can be done with a dossier now: the same list makes the buttons and the keys.

use std::borrow::Cow;

use iced::keyboard::key::Named;
use iced::widget::{button, column, row};
use iced::{Alignment, Element, Length};

use super::{Deed, Dossier, Message, Story, branch, form, has_slip, process};
use crate::desk::branch::may_change;
use crate::domain::status::Status;
use crate::store::Act;
use crate::ui::font;
use crate::ui::key::Press;
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, Tone, body, faint, pad, size, space, words};
use crate::ui::widget::parts::{self, card, fill};

/// How many notices have a button of their own; all of them stand on their card.
const NOTICES: usize = 3;
/// The width of the list of rarer things.
const WIDTH: f32 = 420.0;

/// Something that can be done now.
pub(super) struct Entry {
    label: Cow<'static, str>,
    shortcut: &'static str,
    grave: bool,
    pub(super) message: Message,
}

impl Entry {
    fn new(label: impl Into<Cow<'static, str>>, shortcut: &'static str, message: Message) -> Self {
        Self { label: label.into(), shortcut, grave: false, message }
    }

    fn deed(deed: Deed) -> Self {
        let message = Message::Deed(form::Message::Begin(deed));
        let entry = Self::new(said::deed(deed), deed.shortcut(), message);
        Self { grave: deed.is_grave(), ..entry }
    }

    /// Whether `press` is its shortcut.
    fn is(&self, press: &Press) -> bool {
        match self.shortcut.strip_prefix("Ctrl ") {
            Some("Enter") => press.is_ctrl(Named::Enter) && !press.repeat,
            Some(letter) => {
                letter.chars().next().is_some_and(|c| press.is_ctrl_letter(c.to_ascii_lowercase()))
            }
            None => false,
        }
    }

    fn button<'a>(self, kind: Kind, ready: bool) -> Element<'a, Message> {
        parts::wide_act(kind, self.label, self.shortcut, ready.then_some(self.message))
    }
}

impl Dossier {
    /// What the dossier is here for.
    fn main_act(&self, story: &Story) -> Option<Entry> {
        let record = &story.record;
        if self.ahead().is_some() && story.at_hand.may(Act::NextStep) {
            let ask = Message::Process(process::Message::Ask);
            return Some(Entry::new(said::NEXT_STEP, "Ctrl Enter", ask));
        }
        if let Some(deed) = Deed::of(story).find(|deed| deed.ends_wait()) {
            return Some(Entry { shortcut: "Ctrl Enter", ..Entry::deed(deed) });
        }
        let gives = !record.status.is_final() && !record.is_waiting();
        (gives && story.at_hand.may(Act::Return))
            .then(|| Entry::new(said::GIVE_BACK, "Ctrl Enter", Message::GiveBack))
    }

    /// What is often done.
    fn usual_acts(&self, story: &Story) -> Vec<Entry> {
        let (record, at_hand) = (&story.record, &story.at_hand);
        let open = !record.status.is_final();
        let mut acts: Vec<Entry> = Deed::of(story)
            .filter(|deed| !deed.is_rare() && !deed.ends_wait() && *deed != Deed::Undo)
            .map(Entry::deed)
            .collect();
        if record.status.may_become(Status::Finished) && at_hand.may(Act::Finish) {
            acts.push(Entry::new(said::FINISH, "Ctrl R", Message::Finish));
        }
        if self.ahead().is_some() && at_hand.may(Act::Return) {
            acts.push(Entry::new(said::GIVE_BACK, "Ctrl G", Message::GiveBack));
        }
        if open && at_hand.may(Act::Correct) {
            acts.push(Entry::new(said::CORRECT, "Ctrl E", Message::Correct));
        }
        acts.extend(Deed::of(story).filter(|deed| *deed == Deed::Undo).map(Entry::deed));
        acts
    }

    /// What is rarely done.
    pub(super) fn other_acts(&self) -> Vec<Entry> {
        let Some(story) = &self.story else { return Vec::new() };
        let (record, at_hand) = (&story.record, &story.at_hand);
        let mut acts: Vec<Entry> =
            Deed::of(story).filter(|deed| deed.is_rare()).map(Entry::deed).collect();
        if may_change(record.status) && at_hand.may(Act::ChooseBranch) {
            let open = Message::Branch(branch::Message::Open);
            acts.push(Entry::new(said::BRANCH_ACT, "Ctrl L", open));
        }
        if story.told.is_some() {
            acts.push(Entry::new(said::HOW_COUNTED, "Ctrl I", Message::Days));
        }
        if !record.status.is_final() && self.lacks_process() && at_hand.may(Act::SetProcess) {
            let ask = Message::Process(process::Message::Type);
            acts.push(Entry::new(said::TYPE_PROCESS, "Ctrl J", ask));
        }
        acts
    }

    /// What can be printed.
    fn papers(story: &Story) -> Vec<Entry> {
        let mut papers = Vec::new();
        if has_slip(&story.record) {
            papers.push(Entry::new(said::REPRINT, "Ctrl P", Message::Reprint));
        }
        papers.push(Entry::new(said::CONTROL_SHEET, "Ctrl Q", Message::ControlSheet));
        let valid = story.notices.iter().rev().filter(|notice| !notice.undone);
        for (at, notice) in valid.take(NOTICES).enumerate() {
            let shortcut = if at == 0 { "Ctrl F" } else { "" };
            let message = Message::Notice(notice.id, notice.kind);
            papers.push(Entry::new(said::notice_short(notice), shortcut, message));
        }
        papers
    }

    /// What a key does while nothing is on top.
    pub(super) fn key_of_act(&self, press: &Press) -> Option<Message> {
        let story = self.story.as_ref()?;
        if press.is_ctrl_letter('o') && !self.other_acts().is_empty() {
            return Some(Message::Others(0));
        }
        let entries = self.main_act(story).into_iter().chain(self.usual_acts(story));
        let entries = entries.chain(self.other_acts()).chain(Self::papers(story));
        let found = entries.into_iter().find(|entry| entry.is(press));
        // Where the main act ends a wait, its own letter means it as well.
        found.map(|entry| entry.message).or_else(|| {
            Deed::key(press, story).map(|deed| Message::Deed(form::Message::Begin(deed)))
        })
    }

    /// The column of acts.
    pub(super) fn acts<'a>(&self, story: &Story) -> Element<'a, Message> {
        let ready = !self.busy;
        let main = self.main_act(story).map(|entry| entry.button(Kind::Main, ready));
        let usual = self.usual_acts(story).into_iter();
        let usual = usual.map(|entry| entry.button(Kind::Other, ready));
        let mut acts = column(main).extend(usual).spacing(space::SMALL);
        if !self.other_acts().is_empty() {
            let others = Entry::new(said::OTHER_DEEDS, "Ctrl O", Message::Others(0));
            acts = acts.push(others.button(Kind::Other, ready));
        }
        let papers = Self::papers(story).into_iter();
        let papers = papers.map(|entry| entry.button(Kind::Other, self.drawing == 0));
        acts.push(words(said::PRINT, size::LABEL, font::SEMIBOLD)).extend(papers).into()
    }

    /// A key in the list of rarer things.
    pub(super) fn key_in_others(&self, at: usize, press: &Press) -> Option<Message> {
        let entries = self.other_acts();
        let last = entries.len().saturating_sub(1);
        if let Some(rows) = press.rows(5) {
            let by = usize::try_from(rows.unsigned_abs()).unwrap_or(1);
            let to = if rows < 0 { at.saturating_sub(by) } else { (at + by).min(last) };
            return Some(Message::Others(to));
        }
        if press.is(Named::Enter) && !press.repeat {
            return Some(Message::Other(at));
        }
        entries.iter().position(|entry| entry.is(press)).map(Message::Other)
    }

    /// The list of rarer things.
    pub(super) fn others_dialog(&self, at: usize) -> Element<'_, Message> {
        let rows = self.other_acts().into_iter().enumerate().map(|(row_at, entry)| {
            let label = body(entry.label);
            let label = if entry.grave { label.style(theme::toned(Tone::Bad)) } else { label };
            let shortcut = words(entry.shortcut, size::SMALL, font::REGULAR);
            let line = row![label, fill(), shortcut].align_y(Alignment::Center);
            let kind = Kind::Row { selected: row_at == at };
            button(line)
                .width(Length::Fill)
                .padding(pad::ROW)
                .style(theme::button(kind))
                .on_press(Message::Other(row_at))
                .into()
        });
        let list = column(rows).spacing(space::TINY);
        let content = column![list, faint(said::OTHER_DEEDS_KEYS)].spacing(space::MEDIUM);
        card(said::OTHER_DEEDS_TITLE, faint(self.code.as_str()), content).width(WIDTH).into()
    }
}
