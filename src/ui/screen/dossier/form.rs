//! The dialog of a deed as far as it is filled in: its fields, what is offered for them, and doing it.

use iced::Task;
use iced::keyboard::key::Named;
use iced::widget::operation::select_all;

use super::{Deed, Story};
use crate::desk::sign::{self, Signed};
use crate::desk::waiting::{Came, Moved};
use crate::desk::{DeskError, end, extend, hand_over, tray, undo, void, waiting};
use crate::domain::fold::fold;
use crate::domain::hands::Hands;
use crate::domain::invalid::{Field as Place, Problem};
use crate::domain::limit::Limit;
use crate::domain::time::{OfficeTime, parse_date, parse_moment};
use crate::domain::waiting::WaitKind;
use crate::store::{Act, Db};
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::refusal::Refusal;
use crate::ui::screen::Context;
use crate::ui::screen::demand::{self, Demand};
use crate::ui::text as said;

/// The most holders or signers that are offered at once.
const OFFERED: usize = 6;

/// A field of a deed's dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    /// The division that gets the dossier.
    Unit,
    /// Its officer.
    Officer,
    /// A new moment.
    Moment,
    /// What is asked for, or why.
    Words,
    /// The number of a result.
    Number,
    /// Its date.
    Date,
    /// Who signed it.
    Signer,
    /// A tray.
    Tray,
}

impl Input {
    /// Where the keyboard finds it.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Unit => "deed-unit",
            Self::Officer => "deed-officer",
            Self::Moment => "deed-moment",
            Self::Words => "deed-words",
            Self::Number => "deed-number",
            Self::Date => "deed-date",
            Self::Signer => "deed-signer",
            Self::Tray => "deed-tray",
        }
    }

    /// What the rules call it in the dialog of `deed`.
    pub(super) fn place(self, deed: Deed) -> Place {
        match self {
            Self::Unit | Self::Officer => Place::Holder,
            Self::Moment if deed == Deed::PapersCame => Place::AgreedAt,
            Self::Moment => Place::NewDate,
            Self::Words if deed == Deed::DemandPayment => Place::Demand,
            Self::Words => Place::Reason,
            Self::Number => Place::ResultNumber,
            Self::Date => Place::SignedOn,
            Self::Signer => Place::Signer,
            Self::Tray => Place::Tray,
        }
    }
}

/// Something that can be taken over into the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Offer {
    Hands(Hands),
    Signer(String),
}

/// The dialog of a deed, as filled in so far.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(super) deed: Deed,
    /// The fields in their order, with what they hold.
    pub(super) fields: Vec<(Input, String)>,
    /// What is asked of the applicant, where papers are.
    pub(super) demand: Option<Demand>,
    /// What had been asked for and came, each with whether it is one of the dossier's papers now.
    pub(super) came: Vec<(String, bool)>,
    /// What follows from it.
    pub(super) explained: String,
    /// What is to be known before it is done.
    pub(super) warning: Option<String>,
    /// Why it cannot be done any more, whatever is filled in.
    pub(super) too_late: Option<String>,
    /// Whether anything was typed, ticked or chosen.
    pub(super) is_typed: bool,
    /// Who is known, and which of them was taken over.
    known: Vec<Offer>,
    /// What was typed to find somebody; what was taken over is not.
    typed: String,
    pub(super) taken: Option<usize>,
    /// Whether the officer was filled in, and not chosen.
    filled: bool,
    /// Who was typed that nobody knows, where that was asked already.
    asked: Option<Hands>,
    pub(super) refusal: Refusal,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Begin(Deed),
    Typed(Input, String),
    /// Enter in a field goes on to the next one, and from the last one does it.
    Next(Input),
    /// An arrow: takes over the next or the one before of those who are offered.
    Offered(i64),
    Take(usize),
    Demand(demand::Message),
    /// An item that came is one of the papers, or is not.
    Came(usize),
    Do,
    Done(String, Deed, Result<Box<Done>, Refusal>),
}

/// A deed that was done.
#[derive(Debug, Clone)]
pub(crate) struct Done {
    /// The dossier, and the notice that tells of it.
    pub(super) moved: Moved,
    /// The act that was undone, as the journal names it.
    pub(super) undone: Option<String>,
}

/// What a key means in the dialog.
pub(super) enum Key {
    Tell(Message),
    /// The keyboard goes to the next field, or the one before.
    Walk(bool),
}

impl Form {
    /// The dialog of a deed, with what is usual filled in.
    pub(super) fn begin(deed: Deed, story: &Story, now: OfficeTime) -> Self {
        let (record, at_hand) = (&story.record, &story.at_hand);
        let empty = |inputs: &[Input]| inputs.iter().map(|input| (*input, String::new())).collect();
        let fields = match deed {
            Deed::HandOver => vec![
                (Input::Unit, at_hand.usual.unit.clone()),
                (Input::Officer, at_hand.usual.officer.clone()),
            ],
            Deed::PutOff => empty(&[Input::Moment, Input::Words]),
            Deed::PapersCame if matches!(record.limit, Limit::Agreed(_)) => empty(&[Input::Moment]),
            Deed::Sign => vec![
                (Input::Number, String::new()),
                (Input::Date, now.date().format("%d/%m/%Y").to_string()),
                (Input::Signer, at_hand.signers.first().cloned().unwrap_or_default()),
            ],
            Deed::Tray => vec![(Input::Tray, record.tray.clone())],
            Deed::DemandPayment
            | Deed::Refuse
            | Deed::Withdraw
            | Deed::Stop
            | Deed::Void
            | Deed::Undo => empty(&[Input::Words]),
            Deed::AskPapers | Deed::PapersCame | Deed::TakeBack | Deed::Paid => Vec::new(),
        };
        let known = match deed {
            // Whom the process names next is known as well.
            Deed::HandOver => {
                let usual = Some(&at_hand.usual).filter(|usual| !usual.is_desk());
                let usual = usual.filter(|usual| !at_hand.holders.contains(usual));
                at_hand.holders.iter().chain(usual).cloned().map(Offer::Hands).collect()
            }
            Deed::Sign => at_hand.signers.iter().cloned().map(Offer::Signer).collect(),
            _ => Vec::new(),
        };
        let demand = (deed == Deed::AskPapers).then(|| Demand::new(at_hand.missing.clone()));
        let form = Self {
            deed,
            fields,
            demand,
            came: Vec::new(),
            explained: String::new(),
            warning: None,
            too_late: None,
            is_typed: false,
            known,
            typed: String::new(),
            taken: None,
            filled: deed == Deed::HandOver,
            asked: None,
            refusal: Refusal::default(),
        };
        form.told(story)
    }

    /// The dialog as it was left, with what is known of the dossier now.
    pub(super) fn again(self, story: &Story) -> Self {
        let mut form = Self { refusal: Refusal::default(), ..self };
        if let Some(demand) = &mut form.demand {
            demand.offer(story.at_hand.missing.clone());
        }
        form.told(story)
    }

    /// With what is to be known beforehand.
    fn told(self, story: &Story) -> Self {
        let (deed, code, at_hand) = (self.deed, story.record.code.as_str(), &story.at_hand);
        let asked = story.clock.waits.iter().filter(|wait| wait.kind == WaitKind::Papers);
        let warning = (deed == Deed::AskPapers).then(|| said::asked_before(asked)).flatten();
        let asked = at_hand.asked.iter().filter(|_| deed == Deed::PapersCame);
        let kept = |item: &str| self.came.iter().all(|(other, paper)| other != item || *paper);
        let came = asked.map(|item| (item.clone(), kept(item))).collect();
        let too_late = story.at_hand.no_extension.filter(|_| deed == Deed::PutOff);
        Self {
            explained: said::deed_explained(deed, story),
            warning,
            came,
            too_late: too_late.map(|why| crate::text::no_extension(code, why)),
            ..self
        }
    }

    /// Puts the keyboard on the first field.
    pub(super) fn focus<M: Send + 'static>(&self) -> Task<M> {
        match (&self.too_late, &self.demand, self.fields.first()) {
            (Some(_), ..) | (None, None, None) => Task::none(),
            (None, Some(demand), _) => demand.focus(),
            (None, None, Some((input, _))) if self.is_typed => focus::to(input.id()),
            (None, None, Some((input, _))) => focus_on(*input),
        }
    }

    /// Puts the keyboard on the first field that was refused.
    pub(super) fn focus_wrong<M: Send + 'static>(&self) -> Task<M> {
        if let Some(demand) = &self.demand {
            return demand.focus_wrong(&self.refusal);
        }
        let wrong = |(input, _): &&(Input, String)| self.refusal.names(input.place(self.deed));
        match self.fields.iter().find(wrong) {
            Some((input, _)) => focus::to(input.id()),
            None => Task::none(),
        }
    }

    /// What a field holds.
    fn value(&self, input: Input) -> &str {
        let found = self.fields.iter().find(|(other, _)| *other == input);
        found.map_or("", |(_, value)| value)
    }

    fn put(&mut self, input: Input, value: String) {
        self.is_typed = true;
        if let Some((_, held)) = self.fields.iter_mut().find(|(other, _)| *other == input) {
            *held = value;
        }
        self.refusal.forget(input.place(self.deed));
    }

    /// Those who are offered for what was typed.
    pub(super) fn offers(&self) -> Vec<&Offer> {
        let wanted = fold(&self.typed);
        let fits = |offer: &&Offer| match offer {
            Offer::Hands(hands) => fold(&hands.told()).contains(&wanted),
            Offer::Signer(name) => fold(name).contains(&wanted),
        };
        self.known.iter().filter(fits).take(OFFERED).collect()
    }

    fn take(&mut self, at: usize) {
        let Some(offer) = self.offers().get(at).map(|offer| (*offer).clone()) else { return };
        (self.taken, self.filled) = (Some(at), false);
        match offer {
            Offer::Hands(Hands { unit, officer }) => {
                self.put(Input::Unit, unit);
                self.put(Input::Officer, officer);
            }
            Offer::Signer(name) => self.put(Input::Signer, name),
        }
    }

    /// Takes the known spelling of whom was typed; answers whether they are known.
    fn respell(&mut self) -> bool {
        let hands = self.known.iter().filter_map(|offer| match offer {
            Offer::Hands(hands) => Some(hands.clone()),
            Offer::Signer(_) => None,
        });
        let known: Vec<Hands> = hands.collect();
        let Some(Hands { unit, officer }) = self.hands().as_known(&known) else {
            return false;
        };
        for (input, known) in [(Input::Unit, unit), (Input::Officer, officer)] {
            if self.value(input) != known {
                self.put(input, known);
            }
        }
        true
    }

    /// Takes the known spelling of a signer who was typed without marks, where just one can be meant.
    fn respell_signer(&mut self) {
        let typed = self.value(Input::Signer).trim();
        if !typed.is_ascii() {
            return;
        }
        let wanted = fold(typed);
        let mut known = self.known.iter().filter_map(|offer| match offer {
            Offer::Signer(name) if fold(name) == wanted => Some(name.clone()),
            _ => None,
        });
        if let (Some(name), None) = (known.next(), known.next()) {
            self.put(Input::Signer, name);
        }
    }

    /// Who is to get the dossier, as typed.
    fn hands(&self) -> Hands {
        let (unit, officer) = (self.value(Input::Unit).trim(), self.value(Input::Officer).trim());
        Hands { unit: unit.to_owned(), officer: officer.to_owned() }
    }

    /// Whether a name that nobody knows is to be asked about first: it is done only by whoever says so
    /// again with Ctrl Enter, which is to be `sure`.
    pub(super) fn is_doubtful(&mut self, sure: bool) -> bool {
        if self.deed == Deed::Sign {
            self.respell_signer();
        }
        let hands = self.hands();
        if self.deed != Deed::HandOver || hands.is_desk() || self.respell() {
            return false;
        }
        if sure && self.asked.as_ref() == Some(&hands) {
            return false;
        }
        self.warning = Some(said::unknown_holder(&hands));
        self.asked = Some(hands);
        true
    }

    /// The field after `input`; `None` after the last one.
    pub(super) fn after(&self, input: Input) -> Option<Input> {
        let at = self.fields.iter().position(|(other, _)| *other == input)?;
        self.fields.get(at + 1).map(|(next, _)| *next)
    }

    /// What a key means that no field wanted.
    pub(super) fn key(&self, press: &Press) -> Option<Key> {
        let does = press.is_ctrl(Named::Enter) || self.is_short() && press.is(Named::Enter);
        if does && !press.repeat {
            return Some(Key::Tell(Message::Do));
        }
        let letter = Demand::key(press).filter(|_| self.demand.is_some());
        if let Some(letter) = letter {
            return Some(Key::Tell(Message::Demand(letter)));
        }
        let rows = press.rows(1)?;
        if self.demand.is_some() || !self.came.is_empty() {
            return Some(Key::Walk(rows < 0));
        }
        let somebody = self.fields.iter().any(|(input, _)| input.is_somebody());
        somebody.then_some(Key::Tell(Message::Offered(rows)))
    }

    /// Whether Enter alone does it: there is nothing to go on to.
    pub(super) fn is_short(&self) -> bool {
        self.demand.is_none() && self.fields.len() < 2
    }

    /// Follows what is typed.
    pub(super) fn hear(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Typed(input, value) => {
                // Whoever was filled in is of the division that was filled in.
                if input == Input::Unit && std::mem::take(&mut self.filled) {
                    self.put(Input::Officer, String::new());
                }
                if input == Input::Officer {
                    self.filled = false;
                }
                if matches!(input, Input::Unit | Input::Officer | Input::Signer) {
                    self.typed.clone_from(&value);
                    self.taken = None;
                    self.warning = None;
                }
                self.put(input, value);
            }
            Message::Offered(rows) => {
                let last = self.offers().len().saturating_sub(1);
                let at = match self.taken {
                    None => 0,
                    Some(at) if rows > 0 => (at + 1).min(last),
                    Some(at) => at.saturating_sub(1),
                };
                self.take(at);
            }
            Message::Take(at) => self.take(at),
            Message::Demand(message) => {
                if let Some(demand) = &mut self.demand {
                    self.is_typed = true;
                    return demand.hear(message, &mut self.refusal);
                }
            }
            Message::Came(at) => {
                self.is_typed = true;
                if let Some((_, paper)) = self.came.get_mut(at) {
                    *paper = !*paper;
                }
            }
            Message::Next(input) => {
                if self.deed == Deed::HandOver {
                    let _ = self.respell();
                }
                return self.after(input).map_or_else(Task::none, focus_on);
            }
            Message::Begin(_) | Message::Do | Message::Done(..) => {}
        }
        Task::none()
    }

    /// Does it to the dossier with this code.
    pub(super) fn act(&self, code: &str, context: &Context<'_>) -> Task<Message> {
        let (form, wanted) = (self.clone(), code.to_owned());
        let (officer, now) = (context.officer(), context.session.now());
        let done =
            context.session.attempt(move |db| form.done(db, &wanted, &officer, now).map(Box::new));
        let (code, deed) = (code.to_owned(), self.deed);
        done.map(move |done| Message::Done(code.clone(), deed, done))
    }

    fn done(
        &self,
        db: &mut Db,
        code: &str,
        officer: &str,
        now: OfficeTime,
    ) -> Result<Done, DeskError> {
        let words = self.value(Input::Words);
        let moved = match self.deed {
            Deed::HandOver => {
                let to = Hands::parse(self.value(Input::Unit), self.value(Input::Officer))
                    .map_err(|problem| Place::Holder.wrong(problem))?;
                // Without a name the desk would choose one itself.
                if to.is_desk() {
                    return Err(Place::Holder.wrong(Problem::Empty).into());
                }
                hand_over::hand_over(db, code, &to, officer, now)
            }
            Deed::TakeBack => hand_over::take_back(db, code, officer, now),
            Deed::AskPapers => {
                let demand = self.demand.clone().unwrap_or_default();
                let items = demand.items();
                waiting::ask_for_papers(db, code, demand.asked(&items), officer, now)
            }
            Deed::PapersCame => {
                let others = self.came.iter().filter(|(_, paper)| !paper);
                let no_papers = others.map(|(item, _)| item.clone()).collect();
                let came = Came { agreed: self.moment()?, no_papers };
                waiting::papers_came(db, code, came, officer, now)
            }
            Deed::DemandPayment => waiting::demand_payment(db, code, words, officer, now),
            Deed::Paid => waiting::paid(db, code, officer, now),
            Deed::PutOff => {
                let until = self.moment()?.ok_or_else(|| Place::NewDate.wrong(Problem::Empty))?;
                extend::extend(db, code, until, words, officer, now)
            }
            Deed::Sign => {
                let (number, signer) = (self.value(Input::Number), self.value(Input::Signer));
                let on = parse_date(self.value(Input::Date))
                    .ok_or_else(|| Place::SignedOn.wrong(Problem::ImpossibleDate))?;
                sign::sign_result(db, code, Signed { number, on, signer }, officer, now)
            }
            Deed::Refuse => end::refuse(db, code, words, officer, now),
            Deed::Withdraw => end::withdraw(db, code, words, officer, now),
            Deed::Stop => end::stop(db, code, words, officer, now),
            Deed::Void => void::void(db, code, words, officer, now),
            Deed::Tray => tray::put_in_tray(db, code, self.value(Input::Tray), officer, now),
            Deed::Undo => {
                let undo::Undone { dossier, act, changed, .. } =
                    undo::undo(db, code, words, officer, now)?;
                let moved = Moved { dossier, before: 0, notice: None, changed };
                return Ok(Done { moved, undone: Some(act) });
            }
        };
        Ok(Done { moved: moved?, undone: None })
    }

    /// The moment that was typed, if one is asked for.
    fn moment(&self) -> Result<Option<OfficeTime>, DeskError> {
        let typed = self.value(Input::Moment);
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let place = Input::Moment.place(self.deed);
        let moment = parse_moment(typed).ok_or_else(|| place.wrong(Problem::NotUnderstood))?;
        Ok(Some(moment))
    }
}

/// Puts the keyboard on a field; what is typed takes the place of what was filled in.
fn focus_on<M: Send + 'static>(input: Input) -> Task<M> {
    focus::to(input.id()).chain(select_all(input.id()))
}

/// Why the slip is printed anew after a deed; nothing where the promise stays.
pub(super) fn reprint_reason(deed: Deed, done: &Done) -> Option<&'static str> {
    match deed {
        Deed::PapersCame => Some(crate::text::PAPERS_CAME),
        Deed::Paid => Some(crate::text::PAID),
        Deed::PutOff => Some(crate::text::PUT_OFF),
        // Of the acts that print a slip this one alone leaves a promise behind when it is undone; the
        // others leave a wait.
        Deed::Undo => {
            let put_off = done.undone.as_deref() == Some(Act::Extend.word());
            (put_off && super::has_slip(&done.moved.dossier)).then_some(said::UNDONE)
        }
        _ => None,
    }
}
