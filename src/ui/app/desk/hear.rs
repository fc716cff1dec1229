//! Where messages, keys and scans go while the office is open.

use std::time::Duration;

use iced::keyboard::key::Named;
use iced::{Size, Task};

use super::{Desk, Message, deliver};
use crate::clock;
use crate::counter::{self, Counter};
use crate::store::{self, Changed};
use crate::ui::app::Inner;
use crate::ui::finder::{Action, Finder, Hit};
use crate::ui::key::Press;
use crate::ui::place::Place;
use crate::ui::scan::{self, Kind};
use crate::ui::screen::Context;
use crate::ui::screen::dossier::Dossier;
use crate::ui::screen::receive::{self, Receive};
use crate::ui::step::{Event, Step};
use crate::ui::text;
use crate::ui::theme::Tone;

/// Two presses closer together than this are one movement of the hand.
const ONE_MOVEMENT: Duration = Duration::from_millis(500);

impl Desk {
    /// Follows a message, a key or a scan.
    pub(in crate::ui::app) fn hear(
        &mut self,
        inner: Inner,
        counter: &Counter,
        window: Size,
    ) -> Step<Message> {
        let session = self.session.clone();
        let context = self.context(&session, counter, window);
        match inner {
            Inner::Desk(message) => self.follow(*message, &context),
            Inner::Claimed(press) | Inner::Loose(press) if self.is_hasty(&press) => Step::none(),
            Inner::Claimed(press) => self.claimed(&press, &context),
            Inner::Loose(press) => match self.loose(&press) {
                Some(message) => self.follow(message, &context),
                None => Step::none(),
            },
            Inner::First => {
                self.before_scan();
                Step::none()
            }
            Inner::Scan(scan) => self.scanned(&scan, &context),
            Inner::Minute => {
                let reload = self.reload(&context);
                // A printer that was switched on meanwhile gets what waits for it.
                let retry = if self.waiting > 0 {
                    deliver::retry(&session, deliver::By::Itself)
                } else {
                    Task::none()
                };
                // At midnight another calendar day and another catalogue may be in force.
                let today = session.now().date();
                let rules = if std::mem::replace(&mut self.day, today) == today {
                    Task::none()
                } else {
                    Receive::load(&context).map(Message::Receive)
                };
                Step::task(Task::batch([reload, retry, rules]))
            }
            _ => Step::none(),
        }
    }

    /// News from a screen.
    pub(in crate::ui::app) fn news(
        &mut self,
        event: Event,
        counter: &Counter,
        window: Size,
    ) -> Step<Message> {
        let session = self.session.clone();
        let context = self.context(&session, counter, window);
        match event {
            Event::Open(code) => self.open(code, &context),
            Event::Explain(code) => {
                let step = self.open(code, &context);
                if let Some(dossier) = &mut self.shown {
                    dossier.explain();
                }
                step
            }
            Event::Go(place) => self.go(place, &context),
            Event::NotBack => {
                self.moves.show_to_fetch();
                self.go(Place::Moves, &context)
            }
            Event::Changed(changed) => self.reload_what(changed, &context),
            Event::Deliver(paper) => Step::task(deliver::deliver(&session, counter, paper)),
            Event::GiveBack(code) => {
                let step = self.go(Place::GiveBack, &context);
                let choose = self.give_back.choose(code, &context);
                step.also(choose.map(Message::GiveBack))
            }
            Event::Correct(record) => {
                let step = self.go(Place::Receive, &context);
                let correct = lift(self.receive.correct(&record, &context), Message::Receive);
                step.also(correct.task)
            }
            Event::Retry => Step::task(deliver::retry(&session, deliver::By::Officer)),
            Event::BackedUp(report) => self.follow(Message::BackedUp(Ok(report)), &context),
            Event::Say(..) | Event::Counter(_) => Step::none(),
        }
    }

    fn follow(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Go(place) => self.go(place, context),
            Message::Find => self.find(),
            Message::Finder(message) => {
                let Some(finder) = &mut self.finder else { return Step::none() };
                let catalogue = self.receive.catalogue();
                let (task, hit) = finder.update(message, context.session, catalogue);
                let step = Step::task(task.map(Message::Finder));
                match hit {
                    Some(hit) => self.found(hit, context),
                    None => step,
                }
            }
            Message::Today(message) => lift(self.today.update(message, context), Message::Today),
            Message::Receive(message) => {
                lift(self.receive.update(message, context), Message::Receive)
            }
            Message::Dossiers(message) => {
                lift(self.dossiers.update(message, context), Message::Dossiers)
            }
            Message::Dossier(message) => match &mut self.shown {
                // What was done to a dossier that was left meanwhile is told all the same, and its
                // paper printed.
                shown if message.is_for_another(shown.as_ref()) => {
                    let mut left = Dossier::left(&message);
                    lift(left.update(message, context), Message::Dossier)
                }
                Some(dossier) => {
                    let step = lift(dossier.update(message, context), Message::Dossier);
                    if dossier.is_closed() {
                        self.shown = None;
                    }
                    step
                }
                None => Step::none(),
            },
            Message::GiveBack(message) => {
                lift(self.give_back.update(message, context), Message::GiveBack)
            }
            Message::Moves(message) => lift(self.moves.update(message, context), Message::Moves),
            Message::Calendar(message) => {
                lift(self.calendar.update(message, context), Message::Calendar)
            }
            Message::Settings(message) => {
                lift(self.settings.update(message, context), Message::Settings)
            }
            Message::Office(Ok(office)) => {
                self.office = office;
                Step::none()
            }
            Message::Tidied => Step::none(),
            Message::Office(Err(refusal)) | Message::BackedUp(Err(refusal)) => {
                Step::refused(refusal)
            }
            Message::BackedUp(Ok(report)) => {
                self.backup = text::last_backup(Some(text::clock(context.session.now())));
                Step::event(Event::Say(Tone::Good, text::backed_up(&report)))
            }
            Message::Delivered(answer, waiting) => {
                self.waiting = waiting;
                let queue = match self.place {
                    Place::Settings => self.settings.start(context).map(Message::Settings),
                    _ => Task::none(),
                };
                let step = match answer {
                    Ok(said) if said.is_empty() => Step::none(),
                    Ok(said) => Step::event(Event::Say(Tone::Plain, said)),
                    Err(refusal) => Step::refused(refusal),
                };
                step.also(queue)
            }
        }
    }

    fn go(&mut self, place: Place, context: &Context<'_>) -> Step<Message> {
        self.finder = None;
        self.leave();
        self.place = place;
        let task = match place {
            Place::Today => self.today.load(context).map(Message::Today),
            Place::Receive => self.receive.focus().map(Message::Receive),
            Place::Dossiers => self.dossiers.load(context).map(Message::Dossiers),
            Place::GiveBack => Task::batch([
                self.give_back.load(context).map(Message::GiveBack),
                self.give_back.focus().map(Message::GiveBack),
            ]),
            Place::Moves => Task::batch([
                self.moves.load(context).map(Message::Moves),
                self.moves.focus().map(Message::Moves),
            ]),
            Place::Calendar => self.calendar.load(context).map(Message::Calendar),
            Place::Settings => Task::batch([
                self.settings.start(context).map(Message::Settings),
                self.settings.enter().map(Message::Settings),
            ]),
        };
        Step::task(task)
    }

    /// Leaves the dossier over the place; what was typed into its dialogs waits until it is opened again.
    fn leave(&mut self) {
        let Some(mut left) = self.shown.take() else { return };
        let _ = left.back();
        if left.is_unfinished() {
            self.unfinished.push(left);
            let most = self.unfinished.len().saturating_sub(UNFINISHED);
            drop(self.unfinished.drain(..most));
        }
    }

    fn open(&mut self, code: String, context: &Context<'_>) -> Step<Message> {
        self.finder = None;
        self.leave();
        let at = self.unfinished.iter().position(|dossier| dossier.is(&code));
        let before = at.map(|at| self.unfinished.remove(at));
        let (dossier, task) = Dossier::open(code, before, context);
        self.shown = Some(dossier);
        Step::task(task.map(Message::Dossier))
    }

    fn find(&mut self) -> Step<Message> {
        let (finder, task) = Finder::open(self.receive.catalogue());
        self.finder = Some(finder);
        Step::task(task.map(Message::Finder))
    }

    fn found(&mut self, hit: Hit, context: &Context<'_>) -> Step<Message> {
        self.finder = None;
        match hit {
            Hit::Dossier(found) => self.open(found.code, context),
            Hit::Place(place) => self.go(place, context),
            Hit::Procedure(procedure) => {
                let step = self.go(Place::Receive, context);
                let begin = self.receive.begin_with(&procedure, context);
                step.also(begin.map(Message::Receive))
            }
            Hit::Action(action) => self.act(action, context),
        }
    }

    fn act(&mut self, action: Action, context: &Context<'_>) -> Step<Message> {
        let zoom = |by: i16| {
            let mut counter = context.counter.clone();
            let percent = counter.text_percent.saturating_add_signed(by);
            counter.text_percent = percent.clamp(counter::TEXT_PERCENT.0, counter::TEXT_PERCENT.1);
            Step::event(Event::Counter(Box::new(counter)))
        };
        match action {
            Action::NewForm => {
                let step = self.go(Place::Receive, context);
                let new = self.follow(Message::Receive(receive::Message::New), context);
                step.also(new.task)
            }
            Action::Guided => {
                let step = self.go(Place::Receive, context);
                let recent = receive::Message::recent();
                step.also(self.follow(Message::Receive(recent), context).task)
            }
            Action::BackUp => {
                let (folder, now) = (self.backup_folder(context.counter), context.session.now());
                let backup = context.session.ask(move |db| store::back_up(db, &folder, now));
                Step::task(backup.map(Message::BackedUp))
            }
            Action::SwitchTheme => {
                let mut counter = context.counter.clone();
                counter.theme = match counter.theme {
                    counter::Theme::Light => counter::Theme::Dark,
                    counter::Theme::Dark => counter::Theme::Light,
                };
                Step::event(Event::Counter(Box::new(counter)))
            }
            Action::Larger => zoom(10),
            Action::Smaller => zoom(-10),
        }
    }

    /// A key with a meaning everywhere.
    fn claimed(&mut self, press: &Press, context: &Context<'_>) -> Step<Message> {
        if press.is(Named::Escape) {
            return self.back(context);
        }
        if let Some(place) = Place::ALL.into_iter().find(|place| press.is(place.key().0)) {
            return self.go(place, context);
        }
        if press.is_ctrl_letter('k') {
            return self.find();
        }
        match self.loose(press) {
            Some(message) => self.follow(message, context),
            None => Step::none(),
        }
    }

    /// Esc: closes what is on top, then the dossier over the place.
    fn back(&mut self, context: &Context<'_>) -> Step<Message> {
        if self.finder.take().is_some() {
            return Step::none();
        }
        if let Some(dossier) = &mut self.shown {
            if !dossier.back() {
                self.leave();
                return Step::task(self.reload(context));
            }
            return Step::none();
        }
        match self.place {
            Place::GiveBack => lift(self.give_back.back(), Message::GiveBack),
            Place::Dossiers => lift(self.dossiers.back(), Message::Dossiers),
            Place::Receive => lift(self.receive.back(), Message::Receive),
            Place::Moves => lift(self.moves.back(context), Message::Moves),
            Place::Calendar => lift(self.calendar.back(), Message::Calendar),
            Place::Settings => lift(self.settings.back(), Message::Settings),
            Place::Today => Step::none(),
        }
    }

    /// Whether `press` is a second Ctrl+Enter of one movement of the hand: what it does first leads to
    /// the next thing that Ctrl+Enter does, which nobody has read yet.
    fn is_hasty(&mut self, press: &Press) -> bool {
        if !press.is_ctrl(Named::Enter) {
            return false;
        }
        let now = clock::elapsed();
        let before = self.confirmed.replace(now);
        let leads_on = self.shown.is_some() || self.place == Place::GiveBack;
        leads_on && before.is_some_and(|before| now.saturating_sub(before) < ONE_MOVEMENT)
    }

    /// A key for what is on top.
    fn loose(&self, press: &Press) -> Option<Message> {
        if let Some(finder) = &self.finder {
            return finder.key(press).map(Message::Finder);
        }
        if let Some(dossier) = &self.shown {
            return dossier.key(press).map(Message::Dossier);
        }
        match self.place {
            Place::Today => self.today.key(press).map(Message::Today),
            Place::Receive => self.receive.key(press).map(Message::Receive),
            Place::Dossiers => self.dossiers.key(press).map(Message::Dossiers),
            Place::GiveBack => self.give_back.key(press).map(Message::GiveBack),
            Place::Moves => self.moves.key(press).map(Message::Moves),
            Place::Calendar => self.calendar.key(press).map(Message::Calendar),
            Place::Settings => self.settings.key(press).map(Message::Settings),
        }
    }

    fn before_scan(&mut self) {
        if let Some(dossier) = &mut self.shown {
            return dossier.before_scan();
        }
        match self.place {
            Place::Receive => self.receive.before_scan(),
            Place::GiveBack => self.give_back.before_scan(),
            Place::Moves => self.moves.before_scan(),
            Place::Today | Place::Dossiers | Place::Calendar | Place::Settings => {}
        }
    }

    /// A card begins or goes on with a receipt; a slip's code opens its dossier, or finds the result
    /// to hand over; where lists and trays are scanned, they take what they can.
    fn scanned(&mut self, scan: &str, context: &Context<'_>) -> Step<Message> {
        let kind = scan::kind(scan);
        let shown = self.shown.as_mut().filter(|_| kind != Kind::Bill);
        if let Some(message) = shown.and_then(|dossier| dossier.scanned(scan)) {
            return self.follow(Message::Dossier(message), context);
        }
        let in_front = |place| self.shown.is_none() && self.place == place;
        // Elsewhere the bill of a postal item is a text like any other.
        if kind == Kind::Bill && !in_front(Place::Moves) {
            return Step::none();
        }
        let at_counter = in_front(Place::Receive);
        let to_give = in_front(Place::GiveBack);
        let moving = in_front(Place::Moves);
        self.finder = None;
        if kind == Kind::Card {
            if to_give {
                return lift(self.give_back.scanned_card(scan, context), Message::GiveBack);
            }
            let step = if at_counter { Step::none() } else { self.go(Place::Receive, context) };
            let scanned = lift(self.receive.scanned(scan, context), Message::Receive);
            let mut step = step.also(scanned.task);
            step.events.extend(scanned.events);
            return step;
        }
        if moving && let Some(step) = self.moves.scanned(scan, context) {
            return lift(step, Message::Moves);
        }
        let undone = if at_counter {
            self.receive.scan_elsewhere(context).map(Message::Receive)
        } else {
            Task::none()
        };
        match kind {
            Kind::Bill => Step::none(),
            Kind::Tray => {
                let step = self.go(Place::Moves, context);
                let tray = lift(self.moves.begin_tray(scan, context), Message::Moves);
                step.also(tray.task).also(undone)
            }
            Kind::Card | Kind::Code if to_give => {
                lift(self.give_back.scanned(scan, context), Message::GiveBack)
            }
            Kind::Card | Kind::Code => self.open(scan.trim().to_uppercase(), context).also(undone),
        }
    }

    /// Reads again what the screen in front shows.
    fn reload(&mut self, context: &Context<'_>) -> Task<Message> {
        let front = match self.place {
            Place::Today => self.today.load(context).map(Message::Today),
            Place::Dossiers => self.dossiers.load(context).map(Message::Dossiers),
            Place::Receive => self.receive.minute(context).map(Message::Receive),
            Place::Moves => self.moves.load(context).map(Message::Moves),
            Place::Calendar => self.calendar.load(context).map(Message::Calendar),
            Place::GiveBack | Place::Settings => Task::none(),
        };
        Task::batch([front, self.give_back.load(context).map(Message::GiveBack)])
    }

    /// Reads again what a write changed.
    fn reload_what(&mut self, changed: Changed, context: &Context<'_>) -> Step<Message> {
        let mut tasks = Vec::new();
        if changed.dossiers {
            tasks.push(self.reload(context));
            tasks.push(tidy(context));
        }
        if changed.procedures || changed.calendar || changed.office {
            tasks.push(Receive::load(context).map(Message::Receive));
        }
        if changed.calendar {
            tasks.push(self.calendar.load(context).map(Message::Calendar));
        }
        if changed.office {
            let office =
                context.session.ask(|db| store::load_office(db.view())).map(Message::Office);
            tasks.push(office);
        }
        Step::task(Task::batch(tasks))
    }
}

/// How many dossiers are remembered that were left with something typed.
const UNFINISHED: usize = 8;

/// How many steps of tidying follow a write; what is left then waits for the next.
const STEPS: usize = 24;

/// Puts the search indexes in order, step by step: whatever else is asked of the book goes in between.
fn tidy(context: &Context<'_>) -> Task<Message> {
    let tidied = context.session.work(|session| {
        for _ in 0..STEPS {
            match session.book().run(store::tidy_search).and_then(|step| step) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    // The search answers all the same, only more slowly one day.
                    tracing::warn!(%error, "the search indexes were not put in order");
                    break;
                }
            }
        }
        Ok(())
    });
    tidied.map(|_| Message::Tidied)
}

/// A screen's step as the desk's.
fn lift<M: Send + 'static>(step: Step<M>, of: fn(M) -> Message) -> Step<Message> {
    Step { task: step.task.map(of), events: step.events }
}
