//! Another branch of the limit after the receipt: which one, and why.

use iced::widget::{button, column, row, text};
use iced::{Alignment, Element, Length, Task};

use super::dialog::Dialog;
use super::{Context, Dossier, Message as Outer, told_besides};
use crate::desk::branch::{BranchChosen, Wanted, choose_branch};
use crate::desk::print::LONGEST_REASON;
use crate::domain::dossier::{Dossier as Record, LimitChoice};
use crate::domain::invalid::{Field as Place, Invalid, Problem};
use crate::domain::limit::Limit;
use crate::domain::limit_prose;
use crate::domain::time::{OfficeTime, parse_moment};
use crate::ui::focus;
use crate::ui::refusal::Refusal;
use crate::ui::step::{Event, Step};
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, Tone, body, faint, pad, space};
use crate::ui::widget::hot::Hot;
use crate::ui::widget::parts::{Field, act, card};

const BRANCHES: &str = "dossier-branches";
const LIMIT: &str = "dossier-branch-limit";
const AGREED: &str = "dossier-branch-agreed";
const REASON: &str = "dossier-branch-reason";

/// The fields that say themselves what is wrong with them.
const SHOWN: [Place; 3] = [Place::Limit, Place::AgreedAt, Place::Reason];

/// What is being chosen.
#[derive(Debug, Clone, Default)]
pub(super) struct Choice {
    /// The place among the procedure's branches; past the last one, a limit of the officer's own.
    place: usize,
    limit: String,
    agreed: String,
    reason: String,
    refusal: Refusal,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Open,
    Place(usize),
    Limit(String),
    Agreed(String),
    Reason(String),
    Change,
    Changed(String, String, Result<Box<BranchChosen>, Refusal>),
}

impl Dossier {
    /// Follows what happens in the dialog.
    pub(super) fn branch(&mut self, message: Message, context: &Context<'_>) -> Step<Outer> {
        match message {
            Message::Open => {
                let Some(story) = &self.story else { return Step::none() };
                let limits = &story.record.procedure.limits;
                // The first that does not run already.
                let other = limits.iter().position(|branch| !runs(branch.limit, &story.record));
                let place = other.unwrap_or(limits.len());
                let first = if limits.is_empty() { LIMIT } else { BRANCHES };
                self.open_dialog(|| {
                    Dialog::Branch(Box::new(Choice { place, ..Choice::default() }))
                });
                return Step::task(focus::to(first));
            }
            Message::Change => return self.change_branch(context),
            Message::Changed(code, reason, answer) => {
                return self.branch_changed(&code, &reason, answer, context);
            }
            Message::Place(place) => self.choice(None, |choice| choice.place = place),
            Message::Limit(limit) => self.choice(Some(Place::Limit), |choice| choice.limit = limit),
            Message::Agreed(agreed) => {
                self.choice(Some(Place::AgreedAt), |choice| choice.agreed = agreed);
            }
            Message::Reason(reason) => {
                self.choice(Some(Place::Reason), |choice| choice.reason = reason);
            }
        }
        Step::none()
    }

    /// Changes what is chosen; what was wrong with the field is no longer known, and for another
    /// branch nothing is.
    fn choice(&mut self, field: Option<Place>, change: impl FnOnce(&mut Choice)) {
        if let Some(Dialog::Branch(choice)) = &mut self.dialog {
            match field {
                Some(field) => choice.refusal.forget(field),
                None => choice.refusal = Refusal::default(),
            }
            change(choice);
        }
    }

    /// Changes the branch; the dialog stays until that is done, and nothing typed is lost.
    fn change_branch(&mut self, context: &Context<'_>) -> Step<Outer> {
        let (Some(story), Some(Dialog::Branch(choice))) = (&self.story, &mut self.dialog) else {
            return Step::none();
        };
        let (limit, agreed) = match (limit_of(choice, &story.record), agreed(choice, &story.record))
        {
            (Ok(limit), Ok(agreed)) => (limit, agreed),
            (limit, agreed) => {
                let wrong: Vec<Invalid> = limit.err().into_iter().chain(agreed.err()).collect();
                choice.refusal = Refusal::fields(&wrong);
                return Step::task(choice.focus_wrong());
            }
        };
        if std::mem::replace(&mut self.busy, true) {
            return Step::none();
        }
        let (code, given) = (self.code.clone(), choice.reason.clone());
        let (officer, now, reason) = (context.officer(), context.session.now(), given.clone());
        let changed = context.session.attempt(move |db| {
            let wanted = Wanted { limit, agreed, reason: &reason };
            choose_branch(db, &code, wanted, &officer, now).map(Box::new)
        });
        let code = self.code.clone();
        Step::task(changed.map(move |answer| {
            Outer::Branch(Message::Changed(code.clone(), given.clone(), answer))
        }))
    }

    /// The limit is another one: the slip at home is no longer right, and is printed again.
    fn branch_changed(
        &mut self,
        code: &str,
        reason: &str,
        answer: Result<Box<BranchChosen>, Refusal>,
        context: &Context<'_>,
    ) -> Step<Outer> {
        self.busy = false;
        let done = match (answer, &mut self.dialog) {
            (Ok(done), _) => done,
            (Err(refusal), Some(Dialog::Branch(choice))) => {
                choice.refusal = refusal;
                return Step::task(choice.focus_wrong());
            }
            (Err(refusal), _) => return Step::refused(refusal.sentences()),
        };
        if code == self.code {
            self.dialog = None;
            self.kept.retain(|kept| !matches!(kept, Dialog::Branch(_)));
        }
        // What stands on paper may be shorter than what stands in the book.
        let reason: String = reason.trim().chars().take(LONGEST_REASON).collect();
        let after = done.after;
        let step = Step::task(self.load(context))
            .and(Event::Say(Tone::Good, said::branch_changed(&after)))
            .and(Event::Changed(done.changed));
        let print = self.slip_task(after, reason, context);
        step.also(print)
    }
}

impl Choice {
    /// Whether anything was typed.
    pub(super) fn is_typed(&self) -> bool {
        ![&self.limit, &self.agreed, &self.reason].into_iter().all(String::is_empty)
    }

    /// Puts the keyboard on the first field that was refused.
    fn focus_wrong(&self) -> Task<Outer> {
        let fields = [(Place::Limit, LIMIT), (Place::AgreedAt, AGREED), (Place::Reason, REASON)];
        let wrong = fields.into_iter().find(|(place, _)| self.refusal.names(*place));
        wrong.map_or_else(Task::none, |(_, id)| focus::to(id))
    }
}

/// Whether `limit` is what runs now; a moment that was agreed on is another matter.
fn runs(limit: Limit, record: &Record) -> bool {
    match (limit, record.limit) {
        (Limit::Agreed(None), Limit::Agreed(_)) => true,
        (one, other) => one == other,
    }
}

/// The limit that is wanted, or why it is none.
fn limit_of(choice: &Choice, record: &Record) -> Result<LimitChoice, Invalid> {
    if choice.place < record.procedure.limits.len() {
        return Ok(LimitChoice::Branch(choice.place));
    }
    let limit = limit_prose::in_short(&choice.limit).parse();
    limit.map(LimitChoice::Given).map_err(|problem| Place::Limit.wrong(problem))
}

/// The moment agreed on, where the limit that is wanted is by agreement.
fn agreed(choice: &Choice, record: &Record) -> Result<Option<OfficeTime>, Invalid> {
    if !is_by_agreement(choice, record) || choice.agreed.trim().is_empty() {
        return Ok(None);
    }
    let not_understood = || Place::AgreedAt.wrong(Problem::NotUnderstood);
    parse_moment(&choice.agreed).map(|at| Some(at.to_minute())).ok_or_else(not_understood)
}

fn is_by_agreement(choice: &Choice, record: &Record) -> bool {
    let limit = match record.procedure.limits.get(choice.place) {
        Some(branch) => Some(branch.limit),
        None => limit_prose::in_short(&choice.limit).parse().ok(),
    };
    limit == Some(Limit::Agreed(None))
}

/// The branches, the reason, and the act.
pub(super) fn dialog<'a>(choice: &'a Choice, record: &'a Record, busy: bool) -> Element<'a, Outer> {
    let limits = &record.procedure.limits;
    let mut parts = column![
        body(said::branch_now(record)).wrapping(text::Wrapping::Word),
        faint(said::BRANCH_EXPLAINED).wrapping(text::Wrapping::Word),
    ]
    .spacing(space::MEDIUM);
    let count = limits.len() + 1;
    let named = limits.iter().map(|branch| (said::branch(branch), runs(branch.limit, record)));
    let named = named.chain([(said::OTHER_LIMIT.to_owned(), false)]);
    let rows = named.enumerate().map(|(place, (name, now))| {
        let kind = Kind::Choice { chosen: place == choice.place };
        let name = if now { said::runs_now(&name) } else { name };
        button(body(name).wrapping(text::Wrapping::Word))
            .width(Length::Fill)
            .padding(pad::ROW)
            .style(theme::button(kind))
            .on_press(Outer::Branch(Message::Place(place)))
            .into()
    });
    let at = choice.place;
    let list = Hot::new(BRANCHES, column(rows).spacing(space::TINY), move |press| {
        let rows = press.rows(1)?;
        let next = if rows > 0 { (at + 1) % count } else { (at + count - 1) % count };
        Some(Outer::Branch(Message::Place(next)))
    });
    parts = parts.push(list);
    if choice.place >= limits.len() {
        let limit = |typed| Outer::Branch(Message::Limit(typed));
        parts = parts.push(
            Field::new(said::input(Place::Limit), &choice.limit, LIMIT, limit)
                .placeholder(said::placeholder(Place::Limit))
                .wrong(choice.refusal.at(Place::Limit))
                .view(),
        );
    }
    if is_by_agreement(choice, record) {
        let agreed = |typed| Outer::Branch(Message::Agreed(typed));
        parts = parts.push(
            Field::new(said::input(Place::AgreedAt), &choice.agreed, AGREED, agreed)
                .placeholder(said::placeholder(Place::AgreedAt))
                .wrong(choice.refusal.at(Place::AgreedAt))
                .view(),
        );
    }
    let change = Outer::Branch(Message::Change);
    let reason = |typed| Outer::Branch(Message::Reason(typed));
    parts = parts.push(
        Field::new(said::REASON, &choice.reason, REASON, reason)
            .wrong(choice.refusal.at(Place::Reason))
            .on_submit(change.clone())
            .view(),
    );
    parts = parts.push(told_besides(choice.refusal.elsewhere(&SHOWN)));
    let acts = row![
        act(Kind::Main, said::BRANCH_CHANGE, "Enter", (!busy).then_some(change)),
        faint("Esc"),
    ]
    .spacing(space::MEDIUM)
    .align_y(Alignment::Center);
    card(said::BRANCH_TITLE, faint(record.code.as_str()), parts.push(acts)).width(560).into()
}
