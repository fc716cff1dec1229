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
use crate::ui::widget::hot::Hot;
use crate::ui::widget::parts::{self, card, fill};

/// The keys of the newest notices, which have buttons of their own; all of them stand on their card.
const NOTICES: [&str; 3] = ["Ctrl F", "Ctrl 8", "Ctrl 9"];
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

    /// The button at `place` in the column of acts; the keyboard can stand on it.
    fn button<'a>(self, place: usize, kind: Kind, ready: bool) -> Element<'a, Message> {
        let message = ready.then_some(self.message);
        let face = parts::wide_act(kind, self.label, self.shortcut, message.clone());
        Hot::new(format!("dossier-act-{place}"), face, move |press| {
            message.clone().filter(|_| parts::presses(press))
        })
        .into()
    }
}

impl Dossier {
    /// The deed the dossier is here for: what ends its wait, or takes it a step nearer to its result;
    /// of what has ended, that its papers come back.
    fn main_deed(story: &Story) -> Option<Deed> {
        let away = !story.record.holder.is_desk();
        let of = |wanted: fn(&Deed) -> bool| Deed::of(story).find(wanted);
        let next = || match away {
            true => of(|deed| *deed == Deed::Sign).or_else(|| of(|deed| *deed == Deed::TakeBack)),
            false => of(|deed| *deed == Deed::HandOver),
        };
        of(|deed| deed.ends_wait()).or_else(|| next().filter(|_| !has_result(story)))
    }

    /// What the dossier is here for.
    fn main_act(&self, story: &Story) -> Option<Entry> {
        if self.goes_on(story) {
            let ask = Message::Process(process::Message::Ask);
            return Some(Entry::new(said::NEXT_STEP, "Ctrl Enter", ask));
        }
        if let Some(deed) = Self::main_deed(story) {
            return Some(Entry { shortcut: "Ctrl Enter", ..Entry::deed(deed) });
        }
        if result_is_away(story) {
            return Some(Entry::new(said::FINISH, "Ctrl Enter", Message::Finish));
        }
        (has_result(story) && may_give_back(story))
            .then(|| Entry::new(said::GIVE_BACK, "Ctrl Enter", Message::GiveBack))
    }

    /// Whether the main act is the next step of the dossier's process.
    fn goes_on(&self, story: &Story) -> bool {
        self.ahead().is_some() && story.at_hand.may(Act::NextStep)
    }

    /// What is often done.
    fn usual_acts(&self, story: &Story) -> Vec<Entry> {
        let (record, at_hand) = (&story.record, &story.at_hand);
        let goes_on = self.goes_on(story);
        let main = Self::main_deed(story).filter(|_| !goes_on);
        let open = !record.status.is_final();
        let mut acts: Vec<Entry> = Deed::of(story)
            .filter(|deed| !deed.is_rare() && Some(*deed) != main && *deed != Deed::Undo)
            .map(Entry::deed)
            .collect();
        let brings = result_is_away(story) && !goes_on;
        if may_finish(story) && !brings {
            acts.push(Entry::new(said::FINISH, "Ctrl R", Message::Finish));
        }
        if may_give_back(story) && (goes_on || brings || !has_result(story)) {
            acts.push(Entry::new(said::GIVE_BACK, "Ctrl G", Message::GiveBack));
        }
        if open && at_hand.may(Act::Correct) {
            acts.push(Entry::new(said::CORRECT, "Ctrl E", Message::Correct));
        }
        acts.extend(Deed::of(story).filter(|deed| *deed == Deed::Undo).map(Entry::deed));
        acts
    }

    /// What is rarely done, what is grave last.
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
        if may_type_process(story) {
            let ask = Message::Process(process::Message::Type);
            acts.push(Entry::new(said::TYPE_PROCESS, "Ctrl J", ask));
        }
        acts.sort_by_key(|entry| entry.grave);
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
        for (at, notice) in valid.take(NOTICES.len()).enumerate() {
            let shortcut = NOTICES.get(at).copied().unwrap_or_default();
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
        // What the main act is has a letter of its own, which means it as well.
        let finish = press.is_ctrl_letter('r') && may_finish(story);
        found.map(|entry| entry.message).or_else(|| finish.then_some(Message::Finish)).or_else(
            || Deed::key(press, story).map(|deed| Message::Deed(form::Message::Begin(deed))),
        )
    }

    /// The column of acts.
    pub(super) fn acts<'a>(&self, story: &Story) -> Element<'a, Message> {
        let (ready, drawn) = (!self.busy, self.drawing == 0);
        let main = self.main_act(story).map(|entry| (entry, Kind::Main));
        let mut acts: Vec<_> = main.into_iter().collect();
        acts.extend(self.usual_acts(story).into_iter().map(|entry| (entry, Kind::Other)));
        if !self.other_acts().is_empty() {
            let others = Entry::new(said::OTHER_DEEDS, "Ctrl O", Message::Others(0));
            acts.push((others, Kind::Other));
        }
        let before = acts.len();
        let acts = acts.into_iter().enumerate();
        let acts = acts.map(|(place, (entry, kind))| entry.button(place, kind, ready));
        let papers = (before..).zip(Self::papers(story));
        let papers = papers.map(|(place, entry)| entry.button(place, Kind::Other, drawn));
        column(acts)
            .push(words(said::PRINT, size::LABEL, font::SEMIBOLD))
            .extend(papers)
            .spacing(space::SMALL)
            .into()
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

/// Whether there is a result to be handed over: it lies at the desk, or was signed.
fn has_result(story: &Story) -> bool {
    story.record.status == Status::Finished || story.result.is_some()
}

/// Whether it can be noted that the result lies at the desk.
fn may_finish(story: &Story) -> bool {
    story.record.status.may_become(Status::Finished) && story.at_hand.may(Act::Finish)
}

/// Whether the result was signed and is still with whoever has the folder.
fn result_is_away(story: &Story) -> bool {
    story.result.is_some() && !story.record.holder.is_desk() && may_finish(story)
}

/// Whether the result can be handed over at the counter now, perhaps together with its being noted.
fn may_give_back(story: &Story) -> bool {
    let status = story.record.status;
    let lawful = status == Status::Finished || status.may_become(Status::Finished);
    lawful && story.at_hand.may(Act::Return)
}

/// Whether the process of the dossier's procedure can be typed here.
pub(super) fn may_type_process(story: &Story) -> bool {
    let open = !story.record.status.is_final();
    open && story.progress.is_none() && story.at_hand.may(Act::SetProcess)
}
