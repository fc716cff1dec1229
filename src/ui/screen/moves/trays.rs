//! Shelves and trays: two scans put a folder where it lies, each confirmed and taken back with one key.

use iced::Task;
use iced::keyboard::key::Named;

use super::CODE;
use super::scans::{Wrong, put_wrong};
use crate::desk::DeskError;
use crate::desk::receive::show;
use crate::desk::tray::put_in_tray;
use crate::domain::tray::{parse_tray, scanned_tray};
use crate::store::Changed;
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::scan::{self, is_code};
use crate::ui::screen::Context;
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text::moves as said;
use crate::ui::theme::Tone;
use crate::ui::widget::cursor::Cursor;

/// How a folder stands that was put somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// The book is being asked.
    Asked,
    /// It is in the book.
    Put,
    /// It was taken back.
    TakenBack,
}

/// A folder that was put somewhere.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    serial: u64,
    pub(super) code: String,
    pub(super) applicant: String,
    pub(super) tray: String,
    /// Where it lay before; may be empty.
    pub(super) before: String,
    pub(super) state: State,
}

/// The screen of trays.
#[derive(Debug, Default)]
pub(super) struct Trays {
    pub(super) code: String,
    /// The tray whose label was scanned: folders scanned now go there.
    pub(super) tray: Option<String>,
    /// The folder that was scanned first: the next tray is for it.
    pub(super) folder: Option<String>,
    /// The newest first.
    pub(super) placed: Vec<Placed>,
    /// The newest first.
    pub(super) wrong: Vec<Wrong>,
    pub(super) cursor: Cursor,
    next: u64,
}

/// A folder put into a tray: its code, its applicant, and where it lay before.
#[derive(Debug, Clone)]
pub(crate) struct Put {
    code: String,
    applicant: String,
    before: String,
    changed: Changed,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Code(String),
    Enter,
    /// Whether a folder that was scanned first is known.
    Known(String, Answer<()>),
    Put(u64, Answer<Put>),
    Move(i64),
    Press(usize),
    /// Takes back what is under the keyboard.
    TakeBack,
    TookBack(u64, Answer<Changed>),
}

impl Trays {
    pub(super) fn focus() -> Task<Message> {
        focus::to(CODE)
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Code(code) => self.code = code,
            Message::Enter => {
                let typed = std::mem::take(&mut self.code);
                return self.typed(&typed, context);
            }
            Message::Known(code, Err(why)) => {
                let _ = self.folder.take_if(|folder| *folder == code);
                put_wrong(&mut self.wrong, code, why);
            }
            Message::Known(_, Ok(())) => {}
            Message::Put(serial, answer) => return self.put(serial, answer),
            Message::Move(rows) => {
                self.cursor.step(rows, self.placed.len(), self.fit(context));
            }
            Message::Press(place) => self.cursor.go(place, self.placed.len()),
            Message::TakeBack => return self.take_back(context),
            Message::TookBack(serial, Ok(changed)) => {
                self.set(serial, State::TakenBack);
                return Step::event(Event::Changed(changed));
            }
            Message::TookBack(serial, Err(refusal)) => {
                self.set(serial, State::Put);
                return Step::refused(refusal);
            }
        }
        Step::none()
    }

    fn set(&mut self, serial: u64, state: State) {
        if let Some(placed) = self.placed.iter_mut().find(|placed| placed.serial == serial) {
            placed.state = state;
        }
    }

    /// What was typed: the name of a tray is no longer than a dossier's code is.
    fn typed(&mut self, typed: &str, context: &Context<'_>) -> Step<Message> {
        match parse_tray(typed) {
            Some(tray) if !is_code(typed) => self.tray(tray, context),
            _ => self.scanned(typed, context),
        }
    }

    /// The label of a tray or of a folder was scanned.
    pub(super) fn scanned(&mut self, text: &str, context: &Context<'_>) -> Step<Message> {
        let text = text.trim().to_uppercase();
        if let Some(tray) = scanned_tray(&text) {
            return self.tray(tray, context);
        }
        match scan::kind(&text) {
            _ if text.is_empty() => Step::none(),
            scan::Kind::Bill => {
                let why = vec![said::A_BILL_HERE.to_owned()];
                put_wrong(&mut self.wrong, text, why);
                Step::none()
            }
            _ => self.folder(text, context),
        }
    }

    fn tray(&mut self, tray: String, context: &Context<'_>) -> Step<Message> {
        match self.folder.take() {
            // The folder came first: the two belong together, and the next two to each other.
            Some(folder) => {
                self.tray = None;
                self.place(folder, tray, context)
            }
            None => {
                self.tray = Some(tray);
                Step::none()
            }
        }
    }

    fn folder(&mut self, code: String, context: &Context<'_>) -> Step<Message> {
        if let Some(tray) = self.tray.clone() {
            return self.place(code, tray, context);
        }
        self.folder = Some(code.clone());
        let asked = code.clone();
        let known = context.session.ask(move |db| {
            let answer = match show(db.view(), &asked) {
                Ok(_) => Ok(()),
                Err(DeskError::Store(error)) => return Err(DeskError::from(error)),
                Err(error) => Err(said::wrong_scan(&error)),
            };
            Ok::<_, DeskError>(answer)
        });
        Step::task(known.map(move |known| Message::Known(code.clone(), known.and_then(|it| it))))
    }

    /// Puts a folder into a tray.
    fn place(&mut self, code: String, tray: String, context: &Context<'_>) -> Step<Message> {
        let serial = self.next;
        self.next += 1;
        self.placed.insert(
            0,
            Placed {
                serial,
                code: code.clone(),
                applicant: String::new(),
                tray: tray.clone(),
                before: String::new(),
                state: State::Asked,
            },
        );
        self.cursor.go(0, self.placed.len());
        let (officer, now) = (context.officer(), context.session.now());
        let put = context.session.ask(move |db| {
            let put = (|| {
                let before = show(db.view(), &code)?.tray;
                let moved = put_in_tray(db, &code, &tray, &officer, now)?;
                let (code, applicant) = (moved.dossier.code, moved.dossier.applicant.name);
                Ok(Put { code, applicant, before, changed: moved.changed })
            })();
            match put {
                Err(DeskError::Store(error)) => Err(DeskError::from(error)),
                Err(error) => Ok(Err(said::wrong_scan(&error))),
                Ok(put) => Ok(Ok(put)),
            }
        });
        Step::task(put.map(move |put| Message::Put(serial, put.and_then(|put| put))))
    }

    fn put(&mut self, serial: u64, answer: Answer<Put>) -> Step<Message> {
        let Some(place) = self.placed.iter().position(|placed| placed.serial == serial) else {
            return Step::none();
        };
        match answer {
            Ok(put) => {
                if let Some(placed) = self.placed.get_mut(place) {
                    (placed.code, placed.applicant) = (put.code, put.applicant);
                    placed.before = put.before;
                    placed.state = State::Put;
                }
                Step::event(Event::Changed(put.changed))
            }
            Err(why) => {
                let gone = self.placed.remove(place);
                self.cursor.go(self.cursor.at(), self.placed.len());
                put_wrong(&mut self.wrong, gone.code, why);
                Step::none()
            }
        }
    }

    /// Puts the folder under the keyboard back where it lay.
    fn take_back(&mut self, context: &Context<'_>) -> Step<Message> {
        let place = self.cursor.at();
        let Some(placed) = self.placed.get(place).filter(|placed| placed.state == State::Put)
        else {
            return Step::none();
        };
        let later = self.placed.get(..place).unwrap_or_default();
        if later.iter().any(|other| other.code == placed.code && other.state == State::Put) {
            return Step::event(Event::Say(Tone::Bad, said::PUT_AGAIN_LATER.to_owned()));
        }
        let (serial, code, tray) = (placed.serial, placed.code.clone(), placed.before.clone());
        self.set(serial, State::Asked);
        let (officer, now) = (context.officer(), context.session.now());
        let back = context
            .session
            .ask(move |db| put_in_tray(db, &code, &tray, &officer, now).map(|moved| moved.changed));
        Step::task(back.map(move |back| Message::TookBack(serial, back)))
    }

    /// A key that no widget wanted.
    pub(super) fn key(press: &Press) -> Option<Message> {
        match () {
            () if press.is_ctrl_letter('d') || press.is(Named::Delete) => Some(Message::TakeBack),
            () => press.rows(8).map(Message::Move),
        }
    }

    /// Esc: begins anew with either scan, or puts wrong scans out of sight.
    pub(super) fn back(&mut self) -> Step<Message> {
        if self.tray.take().is_none() && self.folder.take().is_none() {
            self.wrong.clear();
        }
        Step::none()
    }
}
