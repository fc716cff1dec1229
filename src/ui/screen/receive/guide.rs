//! Before a dossier is received: guiding an applicant whose papers lack something, or refusing, on paper.

use iced::Task;
use iced::keyboard::key::Named;
use serde::{Deserialize, Serialize};

use super::form::{Form, Serial};
use super::receipt::first_wrong;
use super::{Context, Message as Outer, Receive};
use crate::desk::DeskError;
use crate::desk::guide::{Told, guide, refuse_unreceived};
use crate::domain::invalid::{Field, Problem};
use crate::domain::notice::{Notice, NoticeKind};
use crate::store;
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::refusal::Refusal;
use crate::ui::screen::demand::{self, Demand};
use crate::ui::screen::notice;
use crate::ui::session::Answer;
use crate::ui::step::{self, Event, Step};
use crate::ui::text as said;
use crate::ui::theme::Tone;

/// Where the reason of a refusal is typed.
pub(super) const WHY: &str = "guide-why";
/// How many notices can be printed again from here.
const RECENT: usize = 12;

/// What was typed for a notice, as the draft of its form keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    /// The procedure's papers that are asked for.
    ticked: Vec<String>,
    /// What is asked for besides.
    lines: Vec<String>,
    /// Why it is asked for.
    reason: String,
    /// Why the dossier is refused.
    refusal: String,
}

/// A notice that is being written for the applicant at the counter.
#[derive(Debug, Clone)]
pub(crate) struct Telling {
    pub(super) kind: NoticeKind,
    pub(super) demand: Demand,
    pub(super) why: String,
    pub(super) refusal: Refusal,
}

/// Notices to people without a dossier, and the one the keyboard is on.
#[derive(Debug, Clone)]
pub(crate) struct Recent {
    pub(super) notices: Vec<Notice>,
    pub(super) at: usize,
}

/// What happens.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Begin(NoticeKind),
    Demand(demand::Message),
    Why(String),
    /// The keyboard goes to the next field, or the one before.
    Walk(bool),
    Tell,
    Told(Serial, NoticeKind, Result<Box<Told>, Refusal>),
    Printed(NoticeKind, Answer<std::path::PathBuf>),
    Recent,
    Found(Answer<Vec<Notice>>),
    Move(i64),
    Again(usize),
}

impl Receive {
    /// Follows what concerns guiding and refusing.
    pub(super) fn guide(&mut self, message: Message, context: &Context<'_>) -> Step<Outer> {
        match message {
            Message::Begin(kind) => return self.begin_telling(kind),
            Message::Demand(message) => {
                let form = self.form_mut();
                let Some(telling) = &mut form.telling else { return Step::none() };
                let task = telling.demand.hear(message, &mut telling.refusal);
                form.keep_telling();
                return Step::task(task);
            }
            Message::Why(why) => {
                let form = self.form_mut();
                if let Some(telling) = &mut form.telling {
                    telling.refusal.forget(Field::Reason);
                    telling.why = why;
                }
                form.keep_telling();
            }
            Message::Walk(backward) => return Step::task(focus::cycle(backward)),
            Message::Tell => return self.tell(context),
            Message::Told(serial, kind, answer) => return self.told(serial, kind, answer, context),
            Message::Printed(kind, Ok(file)) => {
                let (form, code) = (step::Form::Notice(kind), String::new());
                return Step::event(Event::Deliver(step::Paper { file, form, code }));
            }
            Message::Recent => {
                let found = context.session.ask(|db| {
                    Ok::<_, DeskError>(store::notices_without_dossier(db.view(), RECENT)?)
                });
                let found = found.map(|found| Outer::Guide(Message::Found(found)));
                return Step::task(found);
            }
            Message::Found(Ok(notices)) => {
                self.form_mut().telling = None;
                self.recent = Some(Recent { notices, at: 0 });
            }
            Message::Printed(_, Err(refusal)) | Message::Found(Err(refusal)) => {
                return Step::refused(refusal);
            }
            Message::Move(rows) => {
                if let Some(recent) = &mut self.recent {
                    let last = recent.notices.len().saturating_sub(1);
                    let by = usize::try_from(rows.unsigned_abs()).unwrap_or(1);
                    recent.at = match rows < 0 {
                        true => recent.at.saturating_sub(by),
                        false => (recent.at + by).min(last),
                    };
                }
            }
            Message::Again(at) => {
                let found = self.recent.as_ref().and_then(|recent| recent.notices.get(at));
                let Some((id, kind)) = found.map(|notice| (notice.id, notice.kind)) else {
                    return Step::none();
                };
                self.recent = None;
                return Step::task(printing(id, kind, Some(said::REPRINT_USUAL), context));
            }
        }
        Step::none()
    }

    /// Opens the notice, once it is known whom it is for and what was asked for.
    fn begin_telling(&mut self, kind: NoticeKind) -> Step<Outer> {
        let form = self.form_mut();
        if form.content.corrects.is_some() || form.receiving {
            return Step::none();
        }
        let mut wrong = Vec::new();
        if form.content.intake.applicant.name.trim().is_empty() {
            wrong.push(Field::Name.wrong(Problem::Empty));
        }
        if form.procedure.is_none() {
            wrong.push(Field::Procedure.wrong(Problem::Empty));
        }
        if !wrong.is_empty() {
            form.point_out(&wrong);
            return first_wrong(form, &wrong);
        }
        let telling = Telling::of(form, kind);
        let task = match kind {
            NoticeKind::Supplement => telling.demand.focus(),
            _ => focus::to(WHY),
        };
        form.telling = Some(telling);
        Step::task(task)
    }

    /// Writes the notice. No dossier is received.
    fn tell(&mut self, context: &Context<'_>) -> Step<Outer> {
        let form = self.form_mut();
        let Some(telling) = form.telling.clone() else { return Step::none() };
        if std::mem::replace(&mut form.receiving, true) {
            return Step::none();
        }
        let (intake, serial, kind) = (form.intake(), form.serial, telling.kind);
        let (officer, now) = (context.officer(), context.session.now());
        let told = context.session.attempt(move |db| {
            let items = telling.demand.items();
            let told = match kind {
                NoticeKind::Supplement => {
                    guide(db, &intake, telling.demand.asked(&items), &officer, now)
                }
                _ => refuse_unreceived(db, &intake, &telling.why, &officer, now),
            };
            told.map(Box::new)
        });
        Step::task(told.map(move |answer| Outer::Guide(Message::Told(serial, kind, answer))))
    }

    /// The notice is in the book: it is printed, and the form stays for when the applicant comes back.
    fn told(
        &mut self,
        serial: Serial,
        kind: NoticeKind,
        answer: Result<Box<Told>, Refusal>,
        context: &Context<'_>,
    ) -> Step<Outer> {
        let form = self.place_of(serial).and_then(|at| self.forms.get_mut(at));
        let told = match (answer, form) {
            (Ok(told), form) => {
                if let Some(form) = form {
                    form.receiving = false;
                    form.telling = None;
                    form.content.guide.done(kind);
                    form.changed();
                }
                told
            }
            (Err(refusal), Some(form)) => {
                form.receiving = false;
                let Some(telling) = &mut form.telling else {
                    return Step::refused(refusal.sentences());
                };
                telling.refusal = refusal;
                return Step::task(telling.focus_wrong());
            }
            (Err(refusal), None) => return Step::refused(refusal.sentences()),
        };
        let name = told.notice.content.addressee.as_ref().map_or("", |to| to.name.as_str());
        let sentence = said::notice_written(&told.notice, name);
        Step::task(printing(told.notice.id, kind, None, context))
            .and(Event::Say(Tone::Good, sentence))
            .and(Event::Changed(told.changed))
    }

    /// A key while one of these dialogs is open; `None` where none is.
    pub(super) fn key_of_guide(&self, press: &Press) -> Option<Option<Outer>> {
        let tell = |message| Some(Outer::Guide(message));
        if let Some(recent) = &self.recent {
            let enter = press.is(Named::Enter) && !press.repeat;
            return Some(match press.rows(5) {
                Some(rows) => tell(Message::Move(rows)),
                None if enter => tell(Message::Again(recent.at)),
                None => None,
            });
        }
        let telling = self.form().telling.as_ref()?;
        let short = telling.kind != NoticeKind::Supplement;
        let does = press.is_ctrl(Named::Enter) || short && press.is(Named::Enter);
        Some(match press.rows(1) {
            _ if does && !press.repeat => tell(Message::Tell),
            _ if press.is_ctrl_letter('f') => tell(Message::Recent),
            Some(rows) if !short => tell(Message::Walk(rows < 0)),
            _ if !short => Demand::key(press).and_then(|key| tell(Message::Demand(key))),
            _ => None,
        })
    }
}

impl Telling {
    /// What was typed before, and the procedure's papers that are not ticked on the form: those that
    /// data replaces must not be asked for.
    fn of(form: &Form, kind: NoticeKind) -> Self {
        let lacking = form.content.lines.iter().filter(|line| {
            line.listed && !line.ticked && line.database.is_none() && !line.is_heading()
        });
        let offers: Vec<String> = lacking.map(|line| line.paper.name.clone()).collect();
        let Typed { ticked, lines, reason, refusal } = form.content.guide.clone();
        Self {
            kind,
            demand: Demand::taken_up(offers, (ticked, lines, reason)),
            why: refusal,
            refusal: Refusal::default(),
        }
    }

    fn focus_wrong(&self) -> Task<Outer> {
        match self.kind {
            NoticeKind::Supplement => self.demand.focus_wrong(&self.refusal),
            _ => focus::to(WHY),
        }
    }
}

impl Form {
    /// Keeps what is typed into a notice with the form's draft.
    fn keep_telling(&mut self) {
        let Some(telling) = &self.telling else { return };
        let (ticked, lines, reason) = telling.demand.kept();
        let refusal = telling.why.clone();
        self.content.guide = Typed { ticked, lines, reason, refusal };
        self.changed();
    }
}

impl Typed {
    /// A notice of this kind was written: the next one begins empty.
    fn done(&mut self, kind: NoticeKind) {
        *self = match kind {
            NoticeKind::Supplement => {
                Self { refusal: std::mem::take(&mut self.refusal), ..Self::default() }
            }
            _ => Self { refusal: String::new(), ..std::mem::take(self) },
        };
    }
}

fn printing(
    id: i64,
    kind: NoticeKind,
    again: Option<&'static str>,
    context: &Context<'_>,
) -> Task<Outer> {
    let printed = notice::print(id, again, context);
    printed.map(move |file| Outer::Guide(Message::Printed(kind, file)))
}
