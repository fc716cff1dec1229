//! What stops a dossier's clock, starts it again or ends it: one small dialog for each.

use iced::widget::{column, row, text};
use iced::{Alignment, Element, Task};

use crate::desk::waiting::Moved;
use crate::desk::{DeskError, end, extend, hand_over, waiting};
use crate::domain::dossier::Dossier as Record;
use crate::domain::hands::Hands;
use crate::domain::invalid::{Field as Place, Problem};
use crate::domain::limit::Limit;
use crate::domain::status::Status;
use crate::domain::time::{OfficeTime, parse_moment};
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::screen::Context;
use crate::ui::session::Answer;
use crate::ui::text as said;
use crate::ui::theme::{Kind, Tone, body, faint, space};
use crate::ui::widget::parts::{self, Field};

/// The first field of the dialog, whichever it is.
const FIRST: &str = "clock-first";
const SECOND: &str = "clock-second";

/// Something that is done to a dossier's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// The dossier goes to those who handle it.
    HandOver,
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
    /// The dossier is stopped.
    Stop,
    /// The applicant withdraws it.
    Withdraw,
}

impl Deed {
    /// In the order of the screen.
    const ALL: [Self; 8] = [
        Self::HandOver,
        Self::AskPapers,
        Self::PapersCame,
        Self::DemandPayment,
        Self::Paid,
        Self::PutOff,
        Self::Withdraw,
        Self::Stop,
    ];

    /// The letter that means it with Ctrl.
    pub(crate) fn letter(self) -> char {
        match self {
            Self::HandOver => 'y',
            Self::AskPapers | Self::PapersCame => 'b',
            Self::DemandPayment | Self::Paid => 't',
            Self::PutOff => 'h',
            Self::Withdraw => 'u',
            Self::Stop => 'd',
        }
    }

    pub(crate) fn shortcut(self) -> &'static str {
        match self.letter() {
            'y' => "Ctrl Y",
            'b' => "Ctrl B",
            't' => "Ctrl T",
            'h' => "Ctrl H",
            'u' => "Ctrl U",
            _ => "Ctrl D",
        }
    }

    /// Whether it can be done to `record` now.
    fn is_for(self, record: &Record) -> bool {
        let status = record.status;
        match self {
            Self::HandOver => status == Status::Received,
            Self::AskPapers => {
                status != Status::AwaitingPapers && status.may_become(Status::AwaitingPapers)
            }
            Self::PapersCame => status == Status::AwaitingPapers,
            Self::DemandPayment => status.may_become(Status::AwaitingPayment),
            Self::Paid => status == Status::AwaitingPayment,
            // What was put off once is not put off again.
            Self::PutOff => {
                record.promise_limit.is_none_or(|limit| !matches!(limit, Limit::Agreed(_)))
                    && record.due.at.is_some()
                    && record.finished_at.is_none()
                    && record.ended_at.is_none()
            }
            Self::Withdraw => status.may_become(Status::Withdrawn),
            Self::Stop => status.may_become(Status::Stopped),
        }
    }

    /// What can be done to the clock of `record` now.
    pub(crate) fn of(record: &Record) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |deed| deed.is_for(record))
    }

    /// What a key means for `record`.
    pub(crate) fn key(press: &Press, record: &Record) -> Option<Self> {
        let letter = press.latin.filter(|_| press.ctrl)?;
        Self::of(record).find(|deed| deed.letter() == letter)
    }

    /// Whether it ends a wait: then it is what the dossier is here for.
    pub(crate) fn ends_wait(self) -> bool {
        matches!(self, Self::PapersCame | Self::Paid)
    }

    /// Whether something must be said about it.
    fn has_words(self) -> bool {
        !matches!(self, Self::HandOver | Self::PapersCame | Self::Paid)
    }
}

/// The dialog of a deed, as filled in so far.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    deed: Deed,
    words: String,
    moment: String,
    /// Whether a moment is asked for.
    has_moment: bool,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Begin(Deed),
    Words(String),
    Moment(String),
    Do,
    Done(String, Deed, Answer<Box<Moved>>),
}

impl Form {
    /// The empty dialog of a deed.
    pub(crate) fn begin<M: Send + 'static>(deed: Deed, record: &Record) -> (Self, Task<M>) {
        let agreed = matches!(record.limit, Limit::Agreed(_)) && deed == Deed::PapersCame;
        let has_moment = deed == Deed::PutOff || agreed;
        let form = Self { deed, words: String::new(), moment: String::new(), has_moment };
        let task = if form.has_words() || has_moment { focus::to(FIRST) } else { Task::none() };
        (form, task)
    }

    fn has_words(&self) -> bool {
        self.deed.has_words()
    }

    /// Whether it is the dialog of `deed`.
    pub(crate) fn is_of(&self, deed: Deed) -> bool {
        self.deed == deed
    }

    /// Follows what is typed.
    pub(crate) fn hear(&mut self, message: Message) {
        match message {
            Message::Words(words) => self.words = words,
            Message::Moment(moment) => self.moment = moment,
            Message::Begin(_) | Message::Do | Message::Done(..) => {}
        }
    }

    /// Does it to the dossier with this code.
    pub(crate) fn act(&self, code: &str, context: &Context<'_>) -> Task<Message> {
        let (form, wanted) = (self.clone(), code.to_owned());
        let (officer, now) = (context.officer(), context.session.now());
        let done = context.session.ask(move |db| {
            let Form { deed, words, moment, has_moment } = form;
            let at = || read(&moment, has_moment);
            let (code, officer) = (wanted.as_str(), officer.as_str());
            let moved = match deed {
                Deed::HandOver => hand_over::hand_over(db, code, &Hands::DESK, officer, now),
                Deed::AskPapers => waiting::ask_for_papers(db, code, words.as_str(), officer, now),
                Deed::PapersCame => waiting::papers_came(db, code, at()?, officer, now),
                Deed::DemandPayment => {
                    waiting::demand_payment(db, code, words.as_str(), officer, now)
                }
                Deed::Paid => waiting::paid(db, code, officer, now),
                Deed::PutOff => {
                    let until = at()?.ok_or_else(|| Place::NewDate.wrong(Problem::Empty))?;
                    extend::extend(db, code, until, &words, officer, now)
                }
                Deed::Withdraw => end::withdraw(db, code, &words, officer, now),
                Deed::Stop => end::stop(db, code, &words, officer, now),
            };
            moved.map(Box::new)
        });
        let (code, deed) = (code.to_owned(), self.deed);
        done.map(move |done| Message::Done(code.clone(), deed, done))
    }

    /// The dialog.
    pub(crate) fn view(&self) -> Element<'_, Message> {
        let deed = self.deed;
        let mut content = column![body(said::deed_explained(deed)).wrapping(text::Wrapping::Word)]
            .spacing(space::MEDIUM);
        if self.has_moment {
            let field = Field::new(said::NEW_MOMENT, &self.moment, FIRST, Message::Moment)
                .placeholder(said::MOMENT_EXAMPLE)
                .on_submit(Message::Do);
            content = content.push(field.view());
        }
        if self.has_words() {
            let id = if self.has_moment { SECOND } else { FIRST };
            let field = Field::new(said::deed_words(deed), &self.words, id, Message::Words);
            content = content.push(field.on_submit(Message::Do).view());
        }
        let main = parts::act(Kind::Main, said::deed_title(deed), "Enter", Some(Message::Do));
        content = content
            .push(row![main, faint("Esc")].spacing(space::MEDIUM).align_y(Alignment::Center));
        parts::card(said::deed_title(deed), faint(""), content).width(560).into()
    }
}

/// The moment that was typed, if one is asked for.
fn read(typed: &str, wanted: bool) -> Result<Option<OfficeTime>, DeskError> {
    if !wanted || typed.trim().is_empty() {
        return Ok(None);
    }
    let moment = parse_moment(typed);
    Ok(Some(moment.ok_or_else(|| Place::NewDate.wrong(Problem::NotUnderstood))?))
}

/// Why the slip is printed anew after a deed; nothing where the promise stays.
pub(crate) fn reprint_reason(deed: Deed) -> Option<&'static str> {
    match deed {
        Deed::PapersCame => Some(crate::text::PAPERS_CAME),
        Deed::Paid => Some(crate::text::PAID),
        Deed::PutOff => Some(crate::text::PUT_OFF),
        Deed::HandOver | Deed::AskPapers | Deed::DemandPayment | Deed::Stop | Deed::Withdraw => {
            None
        }
    }
}

/// What is said once it is done, and how.
pub(crate) fn told(deed: Deed, moved: &Moved) -> (Tone, String) {
    match crate::text::asked_again(moved) {
        Some(warning) => (Tone::Warn, warning),
        None => (Tone::Good, said::deed_done(deed, &moved.dossier)),
    }
}
