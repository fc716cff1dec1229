//! Tiếp nhận: from a citizen at the counter to a slip on paper.

mod correct;
mod crowd;
mod form;
mod guide;
mod guide_view;
mod input;
mod keep;
mod papers;
mod people;
mod pick;
mod promise;
mod receipt;
mod view;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use iced::Task;
use iced::keyboard::key::Named;
use iced::widget::operation::move_cursor_to_end;

use self::form::{Form, Serial};
use self::input::Input;
use super::Context;
use crate::desk::correct::Corrected;
use crate::desk::known::Known;
use crate::desk::receive::{Received, Rules};
use crate::desk::{self, DeskError, Warning};
use crate::domain::card::Card;
use crate::domain::clock_start::StartReason;
use crate::domain::crowd::Crowd;
use crate::domain::deadline::Due;
use crate::domain::dossier::{Channel, Dossier, ReturnBy};
use crate::domain::intake::Party;
use crate::domain::notice::NoticeKind;
use crate::domain::paper::ReplacedPaper;
use crate::domain::procedure::Procedure;
use crate::store::Changed;
use crate::text as sentences;
use crate::ui::catalogue::Catalogue;
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::session::Answer;
use crate::ui::step::{self, Event, Step};
use crate::ui::theme::Tone;
use crate::ui::widget::paper::Paper;

/// Where the keyboard finds what is no text field.
pub(crate) const QUERY: &str = "receive-query";
const EXTRA: &str = "receive-extra";
const PAPERS: &str = "receive-papers";
const SCROLL: &str = "receive-papers-scroll";

/// How many procedures the picker offers.
const ANSWERS: usize = 5;

/// The screen.
#[derive(Debug)]
pub(crate) struct Receive {
    forms: Vec<Form>,
    current: usize,
    catalogue: Arc<Catalogue>,
    rules: Option<Rules>,
    paper: Paper,
    /// The last receipt, until the next one: who it was for, and its slip.
    last: Option<Receipt>,
    /// Notices to people without a dossier, while they are shown.
    recent: Option<guide::Recent>,
    /// The form as it stood before what may turn out to be a scan.
    before_scan: Option<Form>,
}

/// What the officer may still want to do for the citizen just served.
#[derive(Debug, Clone)]
struct Receipt {
    code: String,
    name: String,
    due: Due,
    applicant: Party,
    warnings: Vec<Warning>,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// Rules and catalogue were read.
    Loaded(Answer<(Rules, Arc<Catalogue>)>),
    /// The drafts of earlier days were read.
    Drafts(Answer<Vec<desk::draft::Draft>>),
    Typed(Input, String),
    Query(String),
    MoveAnswer(i64),
    Choose(usize),
    Chosen(Serial, Arc<Procedure>, Answer<Vec<ReplacedPaper>>),
    Unchoose,
    Favourite,
    FavouriteKept(Answer<()>),
    Organisation,
    Authority,
    PrincipalOrganisation,
    More,
    Terms,
    ClockReason(Option<StartReason>),
    Crowd(NaiveDate, Answer<Crowd>),
    Channel(Channel),
    ReturnBy(ReturnBy),
    Branch(usize),
    OnPapers(Press),
    TickPaper(usize),
    CountPaper(usize, usize),
    AllPapers,
    Extra(String),
    AddExtra,
    TakeKnown,
    Known(String, Answer<Option<Known>>),
    Doubts(String, Answer<Vec<Warning>>),
    Kept(Serial, Answer<i64>, u64),
    Dropped,
    New,
    Show(usize),
    Close(usize),
    SamePerson,
    Receive,
    Received(Serial, Answer<Box<Received>>),
    Printed(String, Changed, Answer<PathBuf>),
    OpenLast,
    Next(Input),
    Correct(Answer<Box<Dossier>>),
    Reason(String),
    CorrectNow,
    Corrected(Serial, String, Answer<Box<Corrected>>),
    Left,
    Guide(guide::Message),
}

impl Message {
    /// The list of notices to people without a dossier is asked for.
    pub(crate) fn recent() -> Self {
        Self::Guide(guide::Message::Recent)
    }

    /// Whether most of the screen will look different.
    pub(crate) fn brings_much(&self) -> bool {
        matches!(
            self,
            Self::Drafts(_)
                | Self::Query(_)
                | Self::Chosen(..)
                | Self::Unchoose
                | Self::Organisation
                | Self::Authority
                | Self::More
                | Self::Terms
                | Self::New
                | Self::Show(_)
                | Self::Close(_)
                | Self::SamePerson
                | Self::Received(..)
                | Self::Correct(_)
                | Self::Corrected(..)
        )
    }
}

impl Receive {
    pub(crate) fn new() -> Self {
        Self {
            forms: vec![Form::default()],
            current: 0,
            catalogue: Arc::default(),
            rules: None,
            paper: Paper::default(),
            last: None,
            recent: None,
            before_scan: None,
        }
    }

    /// Reads rules, catalogue and the drafts of earlier days.
    pub(crate) fn start(&self, context: &Context<'_>) -> Task<Message> {
        let drafts = context.session.ask(|db| desk::draft::list(db.view())).map(Message::Drafts);
        Task::batch([Self::load(context), drafts])
    }

    /// Reads rules and catalogue again after they changed.
    pub(crate) fn load(context: &Context<'_>) -> Task<Message> {
        let today = context.session.now().date();
        let load = move |db: &mut crate::store::Db| {
            let catalogue = Arc::new(Catalogue::load(db.view(), today)?);
            Ok::<_, DeskError>((Rules::load(db.view())?, catalogue))
        };
        context.session.ask(load).map(Message::Loaded)
    }

    /// Puts the keyboard where the next citizen begins.
    pub(crate) fn focus(&self) -> Task<Message> {
        let identity = if self.form().content.intake.applicant.organisation {
            Input::TaxCode
        } else {
            Input::Identity
        };
        focus::to(identity.id())
    }

    /// The catalogue, for the search of the whole window.
    pub(crate) fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    fn form(&self) -> &Form {
        // There is always a form; the index is kept inside.
        self.forms.get(self.current).unwrap_or(&self.forms[0])
    }

    fn form_mut(&mut self) -> &mut Form {
        let at = self.current.min(self.forms.len() - 1);
        &mut self.forms[at]
    }

    /// Follows a message.
    pub(crate) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        let step = self.follow(message, context);
        let follow_up = self.follow_up(context);
        step.also(follow_up)
    }

    /// What every change asks for: the promise and the preview, the book's knowledge, the draft.
    fn follow_up(&mut self, context: &Context<'_>) -> Task<Message> {
        let _ = self.form_mut().check(context.session.now().date());
        self.promise(context);
        let tasks = [
            self.ask_known(context),
            self.ask_doubts(context),
            self.ask_crowd(context),
            self.keep(context),
        ];
        Task::batch(tasks)
    }

    fn follow(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Loaded(Ok((rules, catalogue))) => {
                self.rules = Some(rules);
                self.catalogue = catalogue;
                self.adopt_procedures();
            }
            Message::Drafts(Ok(drafts)) => return self.take_drafts(drafts, context),
            Message::Kept(serial, answer, version) => {
                return self.kept(serial, answer, version, context);
            }
            Message::Loaded(Err(refusal))
            | Message::Drafts(Err(refusal))
            | Message::FavouriteKept(Err(refusal)) => return Step::refused(refusal),
            Message::Typed(input, value) => self.form_mut().type_into(input, value),
            Message::Next(input) => return self.next(input),
            Message::Query(_)
            | Message::MoveAnswer(_)
            | Message::Choose(_)
            | Message::Chosen(..)
            | Message::Unchoose
            | Message::Favourite
            | Message::FavouriteKept(Ok(())) => return self.pick(message, context),
            Message::Organisation
            | Message::Authority
            | Message::PrincipalOrganisation
            | Message::More
            | Message::ClockReason(_)
            | Message::Channel(_)
            | Message::ReturnBy(_)
            | Message::Branch(_) => self.switch(&message),
            Message::Terms => {
                let form = self.form_mut();
                form.toggle_terms();
                if form.terms_shown() {
                    return Step::task(focus::to(Input::ClockFrom.id()));
                }
            }
            Message::Crowd(day, answer) => self.hear_crowd(day, &answer),
            Message::OnPapers(press) => {
                self.on_papers(&press);
                let form = self.form();
                return Step::task(focus::row(SCROLL, form.line, form.content.lines.len()));
            }
            Message::TickPaper(line) => {
                let form = self.form_mut();
                if let Some(ticked) = form.content.lines.get_mut(line) {
                    ticked.toggle();
                    form.line = line;
                    form.changed();
                }
            }
            Message::CountPaper(line, column) => self.count_up(line, column),
            Message::AllPapers => self.tick_all(),
            Message::Extra(name) => {
                self.form_mut().content.extra = name;
                self.form_mut().changed();
            }
            Message::AddExtra => return self.add_extra(),
            Message::TakeKnown => {
                let known = self.form().known.as_ref().map(|known| known.party.clone());
                if let Some(party) = known {
                    self.form_mut().take_known(&party);
                }
            }
            Message::Known(key, answer) => self.hear_known(&key, answer),
            Message::Doubts(key, answer) => self.hear_doubts(&key, answer),
            Message::New => return self.begin(Form::default()),
            Message::Show(index) => {
                self.before_scan = None;
                self.current = index.min(self.forms.len() - 1);
                return Step::task(self.focus());
            }
            Message::Close(index) => return self.close(index, context),
            Message::Dropped => {}
            Message::SamePerson => {
                let applicant = match &self.last {
                    Some(receipt) => receipt.applicant.clone(),
                    None => self.form().content.intake.applicant.clone(),
                };
                let step = self.begin(Form::for_same(applicant));
                return step.also(focus::to(QUERY));
            }
            Message::Receive if self.form().content.corrects.is_some() => {
                return self.ask_reason(context);
            }
            Message::Receive => return self.receive(context),
            Message::Correct(Ok(original)) => self.adopt_original(*original),
            Message::Correct(Err(refusal)) => return Step::refused(refusal),
            Message::Reason(reason) => self.form_mut().asking = Some(reason),
            Message::Left => self.form_mut().leave(),
            Message::CorrectNow => return self.correct_now(context),
            Message::Corrected(serial, reason, answer) => {
                return self.corrected(serial, &reason, answer, context);
            }
            Message::Guide(message) => return self.guide(message, context),
            Message::Received(serial, answer) => return self.received(serial, answer, context),
            Message::Printed(code, changed, answer) => {
                return printed(code, answer).and(Event::Changed(changed));
            }
            Message::OpenLast => {
                let code = self.last.as_ref().map(|receipt| receipt.code.clone());
                return code.map_or_else(Step::none, |code| Step::event(Event::Open(code)));
            }
        }
        Step::none()
    }

    /// Enter in a text field goes on to the next one.
    fn next(&mut self, input: Input) -> Step<Message> {
        self.form_mut().leave();
        let after = Input::ALL.iter().skip_while(|other| **other != input).skip(1);
        let shown: Vec<Input> = view::shown(self.form());
        let next = after.copied().find(|other| shown.contains(other));
        let target = match input {
            Input::Address => QUERY,
            _ => next.map_or(QUERY, Input::id),
        };
        Step::task(focus::to(target))
    }

    /// A key that no widget wanted, or one of the screen's own shortcuts.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        if self.form().asking.is_some() {
            let enter = press.is(Named::Enter) || press.is_ctrl(Named::Enter);
            return (enter && !press.repeat).then_some(Message::CorrectNow);
        }
        if let Some(key) = self.key_of_guide(press) {
            return key;
        }
        if press.key == Named::Tab.into() {
            return Some(Message::Left);
        }
        let form = self.form();
        if press.is_ctrl(Named::Enter) && !press.repeat {
            return Some(Message::Receive);
        }
        if press.is_ctrl(Named::PageUp) {
            return self.current.checked_sub(1).map(Message::Show);
        }
        if press.is_ctrl(Named::PageDown) {
            return (self.current + 1 < self.forms.len())
                .then_some(Message::Show(self.current + 1));
        }
        if press.ctrl {
            let chosen = form.procedure.is_some();
            return match press.latin? {
                'g' if chosen => Some(Message::Unchoose),
                'b' if chosen => Some(Message::Favourite),
                'n' => Some(Message::New),
                'm' => Some(Message::SamePerson),
                'l' => Some(Message::TakeKnown),
                'd' => Some(Message::AllPapers),
                't' => Some(Message::Terms),
                'h' => Some(Message::Guide(guide::Message::Begin(NoticeKind::Supplement))),
                'r' => Some(Message::Guide(guide::Message::Begin(NoticeKind::Refusal))),
                'f' => Some(Message::Guide(guide::Message::Recent)),
                _ => None,
            };
        }
        let picking = form.procedure.is_none() && !form.answers.is_empty();
        press.rows(1).filter(|_| picking).map(Message::MoveAnswer)
    }

    /// Keeps every form that holds something the book does not hold yet.
    pub(crate) fn keep_now(&mut self, context: &Context<'_>) {
        for form in &mut self.forms {
            keep::keep_before_closing(form, context);
        }
    }

    /// Remembers the form before what may turn out to be a scan.
    pub(crate) fn before_scan(&mut self) {
        self.before_scan = Some(self.form().clone());
    }

    /// Undoes what the keys of a scan did to the form.
    fn forget_scan(&mut self) {
        let Some(before) = self.before_scan.take() else { return };
        let now = self.form_mut();
        // Another form has come up meanwhile, or this one is on its way into the book.
        if before.serial != now.serial || now.receiving || before.procedure != now.procedure {
            return;
        }
        let kept = (now.kept, now.keeping, now.version);
        *now = before;
        // What was kept meanwhile holds the scanner's keys: it is kept again.
        (now.kept, now.keeping) = (kept.0, kept.1);
        now.version = kept.2 + 1;
    }

    /// The minute has changed: so may the promise.
    pub(crate) fn minute(&mut self, context: &Context<'_>) -> Task<Message> {
        // And so may what else is promised for that day.
        self.form_mut().crowd_day = None;
        self.follow_up(context)
    }

    /// A slip was scanned where a citizen is being received: its keys never happened.
    pub(crate) fn scan_elsewhere(&mut self, context: &Context<'_>) -> Task<Message> {
        self.forget_scan();
        self.follow_up(context)
    }

    /// Begins a form for this procedure.
    pub(crate) fn begin_with(
        &mut self,
        procedure: &Arc<Procedure>,
        context: &Context<'_>,
    ) -> Task<Message> {
        if self.form().procedure.is_some() {
            let _ = self.begin(Form::default());
        }
        pick::ask_papers(self.form().serial, Arc::clone(procedure), context).task
    }

    /// A card was scanned: what its keys did to the form is undone, and the applicant is filled in.
    pub(crate) fn scanned(&mut self, scan: &str, context: &Context<'_>) -> Step<Message> {
        self.forget_scan();
        let today = context.session.now().date();
        let step = match Card::parse(scan, today) {
            Ok(card) => {
                // Somebody else's card, or a card over a correction, begins a form of its own.
                let form = self.form();
                let number = form.content.intake.applicant.identity.trim();
                let other = !number.is_empty() && number != card.identity.number();
                if other || form.content.corrects.is_some() {
                    let _ = self.begin(Form::default());
                }
                self.form_mut().take_card(&card);
                let form = self.form();
                let target = if form.procedure.is_none() { QUERY } else { Input::Phone.id() };
                Step::task(Task::batch([focus::to(target), move_cursor_to_end(target)]))
            }
            Err(invalid) => Step::event(Event::Say(Tone::Bad, sentences::invalid(&invalid))),
        };
        let follow_up = self.follow_up(context);
        step.also(follow_up)
    }
}

/// The slip is on disk, or is not and the dossier is received all the same.
fn printed(code: String, answer: Answer<PathBuf>) -> Step<Message> {
    match answer {
        Ok(file) => Step::event(Event::Deliver(step::Paper { file, form: step::Form::Slip, code })),
        Err(refusal) => Step::refused(refusal),
    }
}
