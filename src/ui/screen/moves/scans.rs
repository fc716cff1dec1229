//! A list being scanned, folder after folder: what belongs on it, and what does not and why.

use iced::Task;
use iced::keyboard::key::Named;

use super::CODE;
use super::look::{Found, Seen, look};
use super::target::{self, Next, Target};
use crate::counter::Holder;
use crate::desk::DeskError;
use crate::desk::handover_list::{ListMade, MOST_FOLDERS, NewList, Scan, make_list};
use crate::domain::handover::{Handover, HandoverKind};
use crate::domain::hands::Hands;
use crate::domain::invalid::{Field, Problem};
use crate::domain::status::Status;
use crate::text as sentences;
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::scan;
use crate::ui::screen::Context;
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text::moves as said;
use crate::ui::text::unknown_holder;
use crate::ui::theme::Tone;
use crate::ui::widget::cursor::Cursor;

/// A folder on the list.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    serial: u64,
    pub(super) code: String,
    /// `None` until the book has answered.
    pub(super) found: Option<Box<Found>>,
    pub(super) result: bool,
    pub(super) bill: String,
}

/// A scan that does not belong on the list.
#[derive(Debug, Clone)]
pub(super) struct Wrong {
    pub(super) text: String,
    pub(super) why: Vec<String>,
}

/// The list.
#[derive(Debug)]
pub(super) struct Scans {
    pub(super) kind: HandoverKind,
    pub(super) target: Target,
    pub(super) note: String,
    /// What is typed where codes are scanned.
    pub(super) code: String,
    pub(super) entries: Vec<Entry>,
    /// The newest first.
    pub(super) wrong: Vec<Wrong>,
    /// Why the list could not be made.
    pub(super) refused: Vec<String>,
    /// What is wrong with the other side.
    pub(super) nobody: Option<String>,
    /// Whether the last scan was wrong: what is said of it is not said of the folder before.
    missed: bool,
    /// The list that was made last.
    pub(super) made: Option<Handover>,
    pub(super) cursor: Cursor,
    pub(super) busy: bool,
    /// Whether the list was to be made before the book had answered for all of it.
    hurried: bool,
    next: u64,
}

/// What happens to the list.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Target(target::Message),
    Note(String),
    Code(String),
    /// Enter behind what was typed.
    Enter,
    /// Enter behind the note.
    ToCode,
    Seen(Answer<Vec<(u64, Seen)>>),
    Move(i64),
    Press(usize),
    /// Takes the folder under the keyboard off the list.
    Drop,
    /// Whether the folder under the keyboard brings its result.
    Result,
    /// Takes away the bill of the folder under the keyboard.
    DropBill,
    Make,
    Made(Vec<u64>, Answer<Box<ListMade>>),
}

/// What was typed, before what may turn out to be a scan.
#[derive(Debug, Clone)]
pub(super) struct Typed([String; 4]);

/// Adds a wrong scan; one that was there goes to the front.
pub(super) fn put_wrong(wrong: &mut Vec<Wrong>, text: String, why: Vec<String>) {
    wrong.retain(|other| other.text != text);
    wrong.insert(0, Wrong { text, why });
}

impl Scans {
    pub(super) fn new(kind: HandoverKind, last: &Holder) -> Self {
        Self {
            kind,
            target: Target::of(last),
            note: String::new(),
            code: String::new(),
            entries: Vec::new(),
            wrong: Vec::new(),
            refused: Vec::new(),
            nobody: None,
            missed: false,
            made: None,
            cursor: Cursor::default(),
            busy: false,
            hurried: false,
            next: 0,
        }
    }

    /// Puts the keyboard where it is needed: on the division that is not named yet, or on the codes.
    pub(super) fn focus(&self) -> Task<Message> {
        let unnamed = self.kind == HandoverKind::Out && self.target.hands().is_desk();
        focus::to(if unnamed { target::UNIT } else { CODE })
    }

    /// Asks the book again for every folder: what was right may have become wrong meanwhile.
    pub(super) fn look_again(&self, context: &Context<'_>) -> Task<Message> {
        let all = self.entries.iter().map(|entry| (entry.serial, entry.code.clone())).collect();
        self.ask(all, context)
    }

    fn ask(&self, asked: Vec<(u64, String)>, context: &Context<'_>) -> Task<Message> {
        if asked.is_empty() {
            return Task::none();
        }
        let (kind, other) = (self.kind, self.target.hands());
        let seen = context.session.ask(move |db| {
            let seen = |(serial, code): (u64, String)| {
                look(db.view(), kind, &other, &code).map(|seen| (serial, seen))
            };
            asked.into_iter().map(seen).collect::<Result<Vec<_>, DeskError>>()
        });
        seen.map(Message::Seen)
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Target(message) => return self.in_target(message, context),
            Message::Note(note) => self.note = note,
            Message::Code(code) => self.code = code,
            Message::Enter => {
                let code = std::mem::take(&mut self.code);
                return self.add(&code, context);
            }
            Message::ToCode => return Step::task(focus::to(CODE)),
            Message::Seen(Ok(seen)) => {
                for (serial, seen) in seen {
                    self.seen(serial, seen);
                }
                if std::mem::take(&mut self.hurried) && self.wrong.is_empty() {
                    return self.make(context);
                }
            }
            Message::Seen(Err(refusal)) => {
                self.hurried = false;
                let unknown = |entry: &mut Entry| entry.found.is_none();
                for entry in self.entries.extract_if(.., unknown) {
                    put_wrong(&mut self.wrong, entry.code, refusal.clone());
                }
            }
            Message::Move(rows) => {
                self.missed = false;
                self.cursor.step(rows, self.entries.len(), self.fit(context));
            }
            Message::Press(index) => {
                self.missed = false;
                self.cursor.go(index, self.entries.len());
            }
            Message::Drop => {
                self.refused.clear();
                if self.missed {
                    return Step::refused(vec![said::SCAN_MISSED.to_owned()]);
                }
                if self.cursor.at() < self.entries.len() && !self.busy {
                    let _ = self.entries.remove(self.cursor.at());
                    self.cursor.go(self.cursor.at(), self.entries.len());
                }
            }
            Message::Result => return self.result(),
            Message::DropBill => {
                if let Some(entry) = self.entries.get_mut(self.cursor.at()) {
                    entry.bill.clear();
                }
            }
            Message::Make => return self.make(context),
            Message::Made(serials, answer) => return self.made(&serials, answer, context),
        }
        Step::none()
    }

    fn in_target(&mut self, message: target::Message, context: &Context<'_>) -> Step<Message> {
        let next = self.target.update(message);
        if next == Next::Stay {
            self.nobody = None;
            return Step::none();
        }
        let again = match self.target.changed() && !self.kind.is_post() {
            true => self.look_again(context),
            false => Task::none(),
        };
        let focused = match next {
            Next::Officer => focus::to(target::OFFICER),
            Next::Scans => focus::to(CODE),
            Next::Stay | Next::Known => Task::none(),
        };
        Step::task(Task::batch([again, focused]))
    }

    /// Takes what was scanned or typed.
    pub(super) fn add(&mut self, text: &str, context: &Context<'_>) -> Step<Message> {
        let code = text.trim().to_uppercase();
        self.refused.clear();
        self.missed = false;
        match scan::kind(&code) {
            _ if code.is_empty() => {}
            scan::Kind::Bill if self.kind.is_post() => self.bill(&code, self.cursor.at()),
            scan::Kind::Bill => self.put_wrong(code, said::A_BILL),
            scan::Kind::Tray => self.put_wrong(code, said::A_TRAY),
            scan::Kind::Card => self.put_wrong(code, said::A_CARD),
            scan::Kind::Code if self.entries.len() >= MOST_FOLDERS => {
                self.put_wrong(code, said::LIST_FULL);
            }
            scan::Kind::Code if self.entries.iter().any(|entry| entry.code == code) => {
                self.put_twice(code);
            }
            scan::Kind::Code => {
                let serial = self.next;
                self.next += 1;
                let (result, bill) = (false, String::new());
                self.wrong.retain(|wrong| wrong.text != code);
                self.entries.push(Entry { serial, code: code.clone(), found: None, result, bill });
                let count = self.entries.len();
                self.cursor.step(i64::MAX, count, self.fit(context));
                return Step::task(self.ask(vec![(serial, code)], context));
            }
        }
        Step::none()
    }

    fn put_wrong(&mut self, text: String, why: &str) {
        self.missed = true;
        put_wrong(&mut self.wrong, text, vec![why.to_owned()]);
    }

    fn put_twice(&mut self, code: String) {
        self.missed = true;
        let why = said::wrong_scan(&DeskError::ScannedTwice(code.clone()));
        put_wrong(&mut self.wrong, code, why);
    }

    /// The book has answered for a folder.
    fn seen(&mut self, serial: u64, seen: Seen) {
        let Some(place) = self.entries.iter().position(|entry| entry.serial == serial) else {
            return;
        };
        match seen {
            Seen::Right(found) => {
                let twice = |(at, entry): (usize, &Entry)| at != place && entry.code == found.code;
                if self.entries.iter().enumerate().any(twice) {
                    let _ = self.entries.remove(place);
                    self.put_twice(found.code);
                } else if let Some(entry) = self.entries.get_mut(place) {
                    if entry.found.is_none() {
                        entry.result = found.signed && found.status.may_become(Status::Finished);
                    }
                    entry.code.clone_from(&found.code);
                    entry.found = Some(found);
                }
            }
            Seen::Wrong(why) => {
                let gone = self.entries.remove(place);
                self.missed |= place == self.entries.len();
                put_wrong(&mut self.wrong, gone.code, why);
            }
            Seen::Bill => {
                let gone = self.entries.remove(place);
                match place.checked_sub(1) {
                    Some(before) => self.bill(&gone.code, before),
                    None => self.put_wrong(gone.code, said::BILL_FIRST),
                }
            }
        }
        self.cursor.go(self.cursor.at(), self.entries.len());
    }

    /// A bill was scanned: it belongs to the folder in this place.
    fn bill(&mut self, bill: &str, place: usize) {
        match self.entries.get_mut(place) {
            None => self.put_wrong(bill.to_owned(), said::BILL_FIRST),
            Some(entry) if entry.bill.is_empty() => bill.clone_into(&mut entry.bill),
            Some(entry) if entry.bill == bill => {}
            Some(entry) => {
                let why = said::bill_taken(&entry.code, &entry.bill);
                self.put_wrong(bill.to_owned(), &why);
            }
        }
    }

    fn result(&mut self) -> Step<Message> {
        if self.missed {
            return Step::refused(vec![said::SCAN_MISSED.to_owned()]);
        }
        let Some(entry) = self.entries.get_mut(self.cursor.at()) else { return Step::none() };
        let Some(found) = &entry.found else { return Step::none() };
        if !entry.result && !found.status.may_become(Status::Finished) {
            let (code, from) = (found.code.clone(), found.status);
            let error = DeskError::NotLawful { code, from, to: Status::Finished };
            return Step::refused(said::wrong_scan(&error));
        }
        entry.result = !entry.result;
        Step::none()
    }

    /// The other side as the list is to name it: as typed, or whoever had all of it.
    pub(super) fn other(&self) -> Hands {
        let typed = self.target.hands();
        if self.kind != HandoverKind::Back || !typed.is_desk() {
            return typed;
        }
        let mut holders = self.entries.iter().filter_map(|entry| entry.found.as_ref());
        let Some(first) = holders.next().map(|found| found.holder.clone()) else { return typed };
        holders.fold(first, |all, found| Hands {
            officer: if all == found.holder { all.officer } else { String::new() },
            unit: if all.unit == found.holder.unit { all.unit } else { String::new() },
        })
    }

    /// Whether folders of several divisions or officers are on a list back.
    pub(super) fn of_several(&self) -> bool {
        let mut holders =
            self.entries.iter().filter_map(|entry| Some(&entry.found.as_ref()?.holder));
        let first = holders.next();
        self.kind == HandoverKind::Back && holders.any(|holder| Some(holder) != first)
    }

    fn make(&mut self, context: &Context<'_>) -> Step<Message> {
        if self.busy {
            return Step::none();
        }
        self.refused.clear();
        let _ = self.target.close();
        if self.entries.is_empty() {
            self.refused = vec![said::NOTHING_SCANNED.to_owned()];
            let nobody = self.kind == HandoverKind::Out && self.target.hands().is_desk();
            return Step::task(focus::to(if nobody { target::UNIT } else { CODE }));
        }
        if self.kind == HandoverKind::Out && self.target.hands().is_desk() {
            self.nobody = Some(sentences::invalid(&Field::Holder.wrong(Problem::Empty)));
            return Step::task(focus::to(target::UNIT));
        }
        if self.kind == HandoverKind::Out && self.target.is_doubtful() {
            self.nobody = Some(unknown_holder(&self.target.hands()));
            return Step::none();
        }
        self.nobody = None;
        if self.entries.iter().any(|entry| entry.found.is_none()) {
            self.hurried = true;
            return Step::none();
        }
        self.busy = true;
        let scan = |entry: &Entry| Scan {
            code: entry.code.clone(),
            result: entry.result,
            bill: entry.bill.clone(),
        };
        let new = NewList {
            kind: self.kind,
            other: self.other(),
            scans: self.entries.iter().map(scan).collect(),
            note: self.note.clone(),
        };
        let serials: Vec<u64> = self.entries.iter().map(|entry| entry.serial).collect();
        let (officer, now) = (context.officer(), context.session.now());
        let made = context.session.ask(move |db| make_list(db, &new, &officer, now).map(Box::new));
        Step::task(made.map(move |answer| Message::Made(serials.clone(), answer)))
    }

    fn made(
        &mut self,
        serials: &[u64],
        answer: Answer<Box<ListMade>>,
        context: &Context<'_>,
    ) -> Step<Message> {
        self.busy = false;
        let ListMade { list, changed } = match answer {
            Ok(made) => *made,
            Err(refusal) => {
                self.refused = refusal;
                return Step::task(self.look_again(context));
            }
        };
        // What was scanned meanwhile is on the next list.
        self.entries.retain(|entry| !serials.contains(&entry.serial));
        self.cursor.go(0, self.entries.len());
        self.wrong.clear();
        self.note.clear();
        let said = said::made(&list);
        let mut counter = context.counter.clone();
        match self.kind {
            HandoverKind::Out => counter.handed_over_to = self.target.to_remember(),
            HandoverKind::PostOut | HandoverKind::PostIn => {
                counter.post = self.target.to_remember();
            }
            // Whoever brings folders back is another one each time.
            HandoverKind::Back => self.target = Target::default(),
        }
        self.made = Some(list);
        Step::task(focus::to(CODE))
            .and(Event::Counter(Box::new(counter)))
            .and(Event::Say(Tone::Good, said))
            .and(Event::Changed(changed))
    }

    /// The codes of the folders on the list.
    pub(super) fn codes(&self) -> Vec<String> {
        self.entries.iter().map(|entry| entry.code.clone()).collect()
    }

    /// What was typed by now.
    pub(super) fn typed(&self) -> Typed {
        let Target { unit, officer, .. } = &self.target;
        Typed([unit.clone(), officer.clone(), self.code.clone(), self.note.clone()])
    }

    /// Takes away what a scanner typed into a field.
    pub(super) fn untype(&mut self, typed: Typed) {
        let _ = self.target.close();
        let Target { unit, officer, .. } = &mut self.target;
        [*unit, *officer, self.code, self.note] = typed.0;
    }

    /// A key that no widget wanted.
    pub(super) fn key(&self, press: &Press) -> Option<Message> {
        if press.key == Named::Tab.into() {
            return Some(Message::Target(target::Message::Left));
        }
        if let Some(rows) = self.target.offers().moved(press) {
            return Some(Message::Target(target::Message::Move(rows)));
        }
        let post = self.kind.is_post();
        match () {
            () if press.is_ctrl(Named::Enter) && !press.repeat => Some(Message::Make),
            () if press.is_ctrl_letter('d') || press.is(Named::Delete) => Some(Message::Drop),
            () if press.is_ctrl_letter('r') && self.kind == HandoverKind::Back => {
                Some(Message::Result)
            }
            () if press.is_ctrl_letter('b') && post => Some(Message::DropBill),
            () => press.rows(8).map(Message::Move),
        }
    }

    /// Esc: closes what is offered, or puts wrong scans out of sight.
    pub(super) fn back(&mut self) {
        if !self.target.close() {
            self.wrong.clear();
            self.refused.clear();
            self.missed = false;
        }
    }
}
