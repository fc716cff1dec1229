//! Trả kết quả: find it by slip, name, last digits or hamlet, and hand it over with one Enter.

mod view;

use iced::Task;
use iced::keyboard::key::Named;

use super::Context;
use crate::desk::DeskError;
use crate::desk::give_back::{CollectionForm, GivenBack, give_back};
use crate::desk::print::print_return_receipt;
use crate::desk::receive::show;
use crate::domain::card::Card;
use crate::domain::dossier::Dossier as Record;
use crate::domain::invalid::Field;
use crate::domain::status::Status;
use crate::forms::return_receipt::Handover;
use crate::store::{self, DossierFilter, Found, ListState};
use crate::text as sentences;
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::session::{Answer, refused};
use crate::ui::step::{self, Event, Step};
use crate::ui::text as said;
use crate::ui::theme::Tone;

const QUERY: &str = "give-back-query";
const GIVE: &str = "give-back-give";
const FOUND: &str = "give-back-found";

/// How many answers are shown.
const MOST: usize = 30;

/// The screen.
#[derive(Debug, Default)]
pub(crate) struct GiveBack {
    query: String,
    found: Vec<Found>,
    at: usize,
    chosen: Option<Box<Chosen>>,
    form: CollectionForm,
    wrong: Vec<(Field, String)>,
    receipt: bool,
    busy: bool,
    ready: i64,
    before_scan: Option<(String, CollectionForm, bool)>,
}

/// The dossier that is to be handed over.
#[derive(Debug, Clone)]
pub(crate) struct Chosen {
    record: Record,
    /// Whether the book knows of a result: it lies at the desk, or was signed.
    has_result: bool,
    /// Whether the officer was told that the book knows of none, and asked to say it again.
    asked: bool,
}

/// A field of the collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    Name,
    Identity,
    Paper,
    Note,
}

/// How a key says that the result is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Enter,
    CtrlEnter,
}

/// What became of the appointment slip.
pub(crate) use crate::domain::collection::SlipState as Slip;

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Counted(Answer<i64>),
    Query(String),
    Found(String, Answer<Vec<Found>>),
    Move(i64),
    Choose(usize),
    Chosen(Answer<Box<Chosen>>),
    Authorised(bool),
    Typed(Input, String),
    Slip(Slip),
    Receipt,
    /// A key says it: where no result is known it has to be said twice.
    Say(Said),
    Give,
    Given(Box<CollectionForm>, Answer<Box<GivenBack>>),
    Printed(String, Answer<std::path::PathBuf>),
}

impl GiveBack {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// How many results wait to be collected.
    pub(crate) fn ready(&self) -> i64 {
        self.ready
    }

    /// Counts and lists the results that wait.
    pub(crate) fn load(&self, context: &Context<'_>) -> Task<Message> {
        let now = context.session.now();
        let filter = DossierFilter { state: ListState::Ready, ..DossierFilter::default() };
        let counted = context.session.ask(move |db| store::count_dossiers(db.view(), &filter, now));
        Task::batch([counted.map(Message::Counted), search(&self.query, context)])
    }

    /// Puts the keyboard on the search.
    pub(crate) fn focus(&self) -> Task<Message> {
        focus::to(QUERY)
    }

    /// Shows the dossier that is to be handed over.
    pub(crate) fn choose(&mut self, code: String, context: &Context<'_>) -> Task<Message> {
        let read = context.session.ask(move |db| {
            let record = show(db.view(), &code)?;
            let signed = store::result_of(db.view(), record.id)?.is_some();
            let has_result = record.status == Status::Finished || signed;
            Ok::<_, DeskError>(Box::new(Chosen { record, has_result, asked: false }))
        });
        read.map(Message::Chosen)
    }

    /// Follows a message.
    pub(crate) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Counted(count) => self.ready = count.unwrap_or(self.ready),
            Message::Query(query) => {
                self.query = query;
                self.at = 0;
                return Step::task(search(&self.query, context));
            }
            Message::Found(query, found) => {
                if query == self.query {
                    self.found = found.unwrap_or_default();
                    self.at = self.at.min(self.found.len().saturating_sub(1));
                }
            }
            Message::Move(rows) => {
                let by = usize::try_from(rows.unsigned_abs()).unwrap_or(0);
                self.at = match rows {
                    ..0 => self.at.saturating_sub(by),
                    _ => (self.at + by).min(self.found.len().saturating_sub(1)),
                };
                return Step::task(focus::row(FOUND, self.at, self.found.len()));
            }
            Message::Choose(index) => {
                if let Some(found) = self.found.get(index) {
                    self.at = index;
                    let code = found.code.clone();
                    return Step::task(self.choose(code, context));
                }
            }
            Message::Chosen(Ok(chosen)) => {
                self.form = CollectionForm::default();
                self.wrong.clear();
                // Without a result the button is not under Enter.
                let focus = if chosen.has_result { GIVE } else { view::WHO };
                self.chosen = Some(chosen);
                return Step::task(focus::to(focus));
            }
            Message::Chosen(Err(refusal)) => return Step::refused(refusal),
            Message::Authorised(authorised) => self.form.authorised = authorised,
            Message::Typed(input, value) => {
                let field = match input {
                    Input::Name => &mut self.form.name,
                    Input::Identity => &mut self.form.identity,
                    Input::Paper => &mut self.form.paper,
                    Input::Note => &mut self.form.note,
                };
                *field = value;
                self.wrong.clear();
            }
            Message::Slip(slip) => self.form.slip = slip,
            Message::Receipt => self.receipt = !self.receipt,
            Message::Say(said) => {
                let Some(chosen) = &mut self.chosen else { return Step::none() };
                let sure = chosen.has_result || chosen.asked && said == Said::CtrlEnter;
                chosen.asked = true;
                if sure {
                    return self.give(context);
                }
            }
            Message::Give => return self.give(context),
            Message::Given(form, answer) => return self.given(&form, answer, context),
            Message::Printed(code, Ok(file)) => {
                let paper = step::Paper { file, form: step::Form::Receipt, code };
                return Step::event(Event::Deliver(paper));
            }
            Message::Printed(_, Err(refusal)) => return Step::refused(refusal),
        }
        Step::none()
    }

    /// Hands the result over.
    fn give(&mut self, context: &Context<'_>) -> Step<Message> {
        let Some(chosen) = &self.chosen else { return Step::none() };
        if self.busy {
            return Step::none();
        }
        let collection = match self.form.check() {
            Ok(collection) => collection,
            Err(wrong) => {
                self.wrong = wrong
                    .iter()
                    .map(|invalid| (invalid.field, sentences::invalid(invalid)))
                    .collect();
                let first = wrong.first().map_or(view::NAME, |invalid| view::id_of(invalid.field));
                return Step::task(focus::to(first));
            }
        };
        self.busy = true;
        let code = chosen.record.code.clone();
        let (officer, now) = (context.officer(), context.session.now());
        let given = context
            .session
            .ask(move |db| give_back(db, &code, &collection, &officer, now).map(Box::new));
        let form = Box::new(self.form.clone());
        Step::task(given.map(move |answer| Message::Given(form.clone(), answer)))
    }

    fn given(
        &mut self,
        form: &CollectionForm,
        answer: Answer<Box<GivenBack>>,
        context: &Context<'_>,
    ) -> Step<Message> {
        self.busy = false;
        let given = match answer {
            Ok(given) => given,
            Err(refusal) => return Step::refused(refusal),
        };
        self.chosen = None;
        self.query.clear();
        self.form = CollectionForm::default();
        let form = form.clone();
        let code = given.dossier.code.clone();
        let said = said::given_back(&given.dossier.applicant.name, &code);
        let mut step = Step::task(Task::batch([focus::to(QUERY), search("", context)]))
            .and(Event::Say(Tone::Good, said))
            .and(Event::Changed(given.changed));
        if std::mem::take(&mut self.receipt) {
            let officer = context.officer();
            let printed = context.session.work(move |session| {
                let now = session.now();
                let dossier = &given.dossier;
                let handover = handover(dossier, &form, now);
                let file = session.paths().slips().join(format!("{}-bien-nhan.pdf", dossier.code));
                let book = session.book();
                let _ = print_return_receipt(book, dossier, &handover, &file, None, &officer, now)
                    .map_err(|error| refused(&error))?;
                Ok(file)
            });
            let code = code.clone();
            step = step.also(printed.map(move |file| Message::Printed(code.clone(), file)));
        }
        step
    }

    /// Remembers the screen before what may turn out to be a scan.
    pub(crate) fn before_scan(&mut self) {
        self.before_scan = Some((self.query.clone(), self.form.clone(), self.receipt));
    }

    fn unscan(&mut self) {
        if let Some((query, form, receipt)) = self.before_scan.take() {
            (self.query, self.form, self.receipt) = (query, form, receipt);
        }
    }

    /// A slip was scanned: its dossier is the one.
    pub(crate) fn scanned(&mut self, code: &str, context: &Context<'_>) -> Step<Message> {
        self.unscan();
        Step::task(self.choose(code.trim().to_uppercase(), context))
    }

    /// A card was scanned: whoever collects on authority, or whose results these are.
    pub(crate) fn scanned_card(&mut self, scan: &str, context: &Context<'_>) -> Step<Message> {
        self.unscan();
        let card = match Card::parse(scan, context.session.now().date()) {
            Ok(card) => card,
            Err(invalid) => {
                return Step::event(Event::Say(Tone::Bad, sentences::invalid(&invalid)));
            }
        };
        if self.chosen.is_some() && self.form.authorised {
            self.form.name = card.name;
            card.identity.number().clone_into(&mut self.form.identity);
            return Step::task(focus::to(view::PAPER));
        }
        self.query = card.identity.number().to_owned();
        Step::task(Task::batch([search(&self.query, context), focus::to(QUERY)]))
    }

    /// A key that no widget wanted.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        if press.is_ctrl(Named::Enter) && !press.repeat {
            return Some(Message::Say(Said::CtrlEnter));
        }
        if press.is(Named::Enter) && !press.repeat {
            return Some(Message::Say(Said::Enter));
        }
        press.rows(8).map(Message::Move)
    }

    /// Esc: lets the chosen dossier go.
    pub(crate) fn back(&mut self) -> Step<Message> {
        self.chosen = None;
        Step::task(focus::to(QUERY))
    }
}

/// What the receipt says of the hand-over.
fn handover(
    dossier: &Record,
    form: &CollectionForm,
    at: crate::domain::time::OfficeTime,
) -> Handover {
    let own = !form.authorised;
    Handover {
        by_name: if own { dossier.applicant.name.clone() } else { form.name.clone() },
        identity: if own {
            dossier.applicant.identity_number().to_owned()
        } else {
            form.identity.clone()
        },
        authorisation: if own { String::new() } else { form.paper.clone() },
        slip: form.slip,
        post: None,
        note: form.note.clone(),
        at,
    }
}

fn search(query: &str, context: &Context<'_>) -> Task<Message> {
    let wanted = query.to_owned();
    let asked = wanted.clone();
    let found = context
        .session
        .ask(move |db| store::find_ready(db.view(), &asked, MOST).map_err(DeskError::from));
    found.map(move |found| Message::Found(wanted.clone(), found))
}
