//! Thiết lập: who sits here, how papers come out, where backups go, and the list of keys.

pub(crate) mod forms;
mod printing;
mod roster;

use std::path::PathBuf;

use iced::keyboard::key::Named;
use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length, Task};

use self::roster::Roster;
use super::Context;
use crate::counter::{AfterReceipt, Counter, TEXT_PERCENT, Theme};
use crate::desk::test_page::write_test_page;
use crate::printing::Printer;
use crate::printing::queue::Job;
use crate::store::{self, BackupReport};
use crate::ui::focus;
use crate::ui::font;
use crate::ui::key::Press;
use crate::ui::place::Place;
use crate::ui::session::{Answer, aside, refused};
use crate::ui::step::{self, Event, Step};
use crate::ui::text as said;
use crate::ui::theme::{Kind, Tone, body, faint, size, space, words};
use crate::ui::widget::offers::Offers;
use crate::ui::widget::parts::{Field, act, card, choice, notice, scrolled};

const OFFICER: &str = "settings-officer";
const COUNTER: &str = "settings-counter";

/// The room of the bar beside what scrolls.
const BAR: f32 = 10.0;

/// The narrowest room for two columns.
const TWO: f32 = 760.0;

/// The screen.
#[derive(Debug)]
pub(crate) struct Settings {
    officer: String,
    /// The names of the roster that answer what is typed.
    offers: Offers<String>,
    counter: String,
    folder: String,
    printers: Option<Vec<Printer>>,
    jobs: Vec<Job>,
    busy: bool,
    roster: Roster,
    forms: forms::Forms,
    /// Whether the office's forms are on the screen.
    shows_forms: bool,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Printers(Vec<Printer>),
    Officer(String),
    /// Enter behind the officer's name.
    OfficerTyped,
    OfferedOfficer(usize),
    MoveOffer(i64),
    CloseOffers,
    Roster(roster::Message),
    Counter(String),
    Folder(String),
    Keep,
    Theme(Theme),
    After(AfterReceipt),
    Printer(step::Form, Option<usize>),
    Copies(step::Form, u16),
    Queue(Vec<Job>),
    Retry,
    DropJob(u64),
    Larger(i16),
    TestPage,
    TestPageReady(Answer<PathBuf>),
    BackUp,
    BackedUp(Answer<BackupReport>),
    OpenForms,
    Forms(forms::Message),
}

impl Settings {
    pub(crate) fn new(counter: &Counter) -> Self {
        let folder = counter.backup_folder.as_ref();
        Self {
            officer: counter.officer.clone(),
            offers: Offers::default(),
            counter: counter.counter.clone(),
            folder: folder.map(|folder| folder.display().to_string()).unwrap_or_default(),
            printers: None,
            jobs: Vec::new(),
            busy: false,
            roster: Roster::default(),
            forms: forms::Forms::default(),
            shows_forms: false,
        }
    }

    /// Asks the system for its printers, and what waits for them; reads who works here.
    pub(crate) fn start(&self, context: &Context<'_>) -> Task<Message> {
        let printers = aside(|| crate::printing::printers().unwrap_or_default());
        let roster = Roster::load(context).map(Message::Roster);
        Task::batch([printers.map(Message::Printers), printing::queue(context, None), roster])
    }

    /// Follows a message.
    pub(crate) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        let mut counter = context.counter.clone();
        match message {
            Message::OpenForms => {
                self.shows_forms = true;
                return Step::task(self.forms.enter(context).map(Message::Forms));
            }
            Message::Forms(message) => {
                let step = self.forms.update(message, context);
                return Step { task: step.task.map(Message::Forms), events: step.events };
            }
            Message::Printers(printers) => {
                self.printers = Some(printers);
                return Step::none();
            }
            Message::Officer(name) => {
                self.offers.look(&name);
                self.officer = name;
                return Step::none();
            }
            Message::OfficerTyped if self.offers.is_open() => {
                let chosen = self.offers.chosen().cloned();
                return self.take_officer(chosen);
            }
            Message::OfferedOfficer(place) => {
                let chosen = self.offers.offer(place).cloned();
                return self.take_officer(chosen);
            }
            Message::MoveOffer(rows) => {
                self.offers.step(rows);
                return Step::none();
            }
            Message::CloseOffers => {
                let _ = self.offers.close();
                return Step::none();
            }
            Message::Roster(message) => {
                let loaded = matches!(message, roster::Message::Loaded(Ok(_)));
                let step = self.roster.update(message, context);
                if loaded {
                    let names = self.roster.names().map(|name| (name.to_owned(), name.to_owned()));
                    self.offers.know(names);
                }
                return Step { task: step.task.map(Message::Roster), events: step.events };
            }
            Message::Counter(name) => {
                self.counter = name;
                return Step::none();
            }
            Message::Folder(folder) => {
                self.folder = folder;
                return Step::none();
            }
            Message::Keep | Message::OfficerTyped => {
                let _ = self.offers.close();
                if let Some(name) = self.roster.spelling(&self.officer) {
                    self.officer = name.to_owned();
                }
                self.officer.trim().clone_into(&mut counter.officer);
                self.counter.trim().clone_into(&mut counter.counter);
                let folder = self.folder.trim();
                counter.backup_folder = (!folder.is_empty()).then(|| PathBuf::from(folder));
                let (tone, told) = match self.stranger() {
                    Some(told) => (Tone::Warn, told),
                    None => (Tone::Good, said::KEPT.to_owned()),
                };
                return Step::event(Event::Counter(Box::new(counter))).and(Event::Say(tone, told));
            }
            Message::Theme(theme) => counter.theme = theme,
            Message::After(after) => counter.after_receipt = after,
            Message::Printer(form, index) => {
                let printers = self.printers.as_deref().unwrap_or_default();
                let chosen = index.and_then(|index| printers.get(index));
                let chosen = chosen.map(|printer| printer.name.clone());
                printing::of_mut(&mut counter, form).printer = chosen;
            }
            Message::Copies(form, copies) => printing::of_mut(&mut counter, form).copies = copies,
            Message::Queue(jobs) => {
                self.jobs = jobs;
                return Step::none();
            }
            Message::Retry => {
                return Step::event(Event::Retry).also(printing::queue(context, None));
            }
            Message::DropJob(id) => return Step::task(printing::queue(context, Some(id))),
            Message::Larger(by) => {
                let percent = counter.text_percent.saturating_add_signed(by);
                counter.text_percent = percent.clamp(TEXT_PERCENT.0, TEXT_PERCENT.1);
            }
            Message::TestPage => return self.test_page(context),
            Message::TestPageReady(answer) => {
                self.busy = false;
                return match answer {
                    Ok(file) => {
                        let (form, code) = (step::Form::List, String::new());
                        Step::event(Event::Deliver(step::Paper { file, form, code }))
                    }
                    Err(refusal) => Step::refused(refusal),
                };
            }
            Message::BackUp => {
                self.busy = true;
                let folder = context.counter.backup_folder.clone();
                let folder = folder.unwrap_or_else(|| context.session.paths().backups());
                let now = context.session.now();
                let backup = context.session.ask(move |db| store::back_up(db, &folder, now));
                return Step::task(backup.map(Message::BackedUp));
            }
            Message::BackedUp(answer) => {
                self.busy = false;
                return match answer {
                    Ok(report) => Step::event(Event::BackedUp(report)),
                    Err(refusal) => Step::refused(refusal),
                };
            }
        }
        Step::event(Event::Counter(Box::new(counter)))
    }

    /// What is said of an officer whom the book will refuse, for the roster knows nobody of that name.
    fn stranger(&self) -> Option<String> {
        let name = self.officer.trim();
        let known = self.roster.names().any(|known| known == name);
        (self.roster.is_kept() && !known).then(|| said::roster::stranger(name))
    }

    /// Takes a name of the roster, or keeps what was typed.
    fn take_officer(&mut self, chosen: Option<String>) -> Step<Message> {
        let _ = self.offers.close();
        if let Some(name) = chosen {
            self.officer = name;
        }
        Step::task(focus::to(COUNTER))
    }

    fn test_page(&mut self, context: &Context<'_>) -> Step<Message> {
        self.busy = true;
        let printer = context.counter.slip_printer.printer.clone().unwrap_or_default();
        let written = context.session.work(move |session| {
            let file = session.paths().slips().join("trang-in-thu.pdf");
            write_test_page(session.book(), &printer, &file, session.now())
                .map_err(|error| refused(&error))?;
            Ok(file)
        });
        Step::task(written.map(Message::TestPageReady))
    }

    /// Comes to the top of the settings; what was typed of the forms stays.
    pub(crate) fn enter(&mut self) -> Task<Message> {
        self.shows_forms = false;
        focus::to(OFFICER)
    }

    pub(crate) fn title(&self) -> &'static str {
        if self.shows_forms { said::forms::FORMS } else { said::place(Place::Settings) }
    }

    /// Esc: from the forms back to the settings; what was typed stays.
    pub(crate) fn back(&mut self) -> Step<Message> {
        if self.shows_forms {
            return if self.forms.back() { Step::none() } else { Step::task(self.enter()) };
        }
        let _ = self.offers.close();
        Step::none()
    }

    /// A key that no widget wanted.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        if self.shows_forms {
            return self.forms.key(press).map(Message::Forms);
        }
        if press.key == Named::Tab.into() {
            return self.offers.is_open().then_some(Message::CloseOffers);
        }
        if let Some(rows) = self.offers.moved(press) {
            return Some(Message::MoveOffer(rows));
        }
        if press.is_ctrl(Named::Enter) && !press.repeat {
            return Some(Message::Roster(roster::Message::Keep));
        }
        if press.is_ctrl_letter('m') {
            return Some(Message::OpenForms);
        }
        press.is_ctrl_letter('p').then_some(Message::TestPage)
    }

    pub(crate) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        if self.shows_forms {
            return self.forms.view(context).map(Message::Forms);
        }
        let counter = context.counter;
        let two = context.room.width >= TWO;
        let width =
            if two { (context.room.width - space::LARGE) / 2.0 } else { context.room.width };
        // The bar of what scrolls stands beside the cards.
        let roster = self.roster.view(width - BAR).map(Message::Roster);
        let left = column![self.people(), roster, self.papers(counter), self.queue()];
        let left = left.spacing(space::LARGE);
        let right = column![look(counter), self.backups(), keys()].spacing(space::LARGE);
        let both: Element<'_, Message> = if two {
            row![left.width(Length::FillPortion(1)), right.width(Length::FillPortion(1))]
                .spacing(space::LARGE)
                .into()
        } else {
            column![left, right].spacing(space::LARGE).into()
        };
        scrolled("settings", both).height(Length::Fill).into()
    }

    fn people(&self) -> Element<'_, Message> {
        let officer = Field::new(said::OFFICER, &self.officer, OFFICER, Message::Officer)
            .on_submit(Message::OfficerTyped);
        let counter = Field::new(said::COUNTER_NAME, &self.counter, COUNTER, Message::Counter)
            .on_submit(Message::Keep);
        let offers =
            self.offers.is_open().then(|| self.offers.view(String::clone, Message::OfferedOfficer));
        let stranger = self.stranger().map(|told| {
            notice(Tone::Warn, body(told).wrapping(text::Wrapping::Word).width(Length::Fill))
        });
        let content = column![
            column![officer.view()].extend(offers).extend(stranger).spacing(space::SMALL),
            counter.view(),
            act(Kind::Main, said::KEEP, "Enter", Some(Message::Keep)),
        ]
        .spacing(space::MEDIUM);
        card(said::THIS_COUNTER, faint(""), content).width(Length::Fill).into()
    }

    fn backups(&self) -> Element<'_, Message> {
        let content = column![
            Field::new(said::BACKUP_FOLDER, &self.folder, "settings-folder", Message::Folder)
                .placeholder(said::BACKUP_FOLDER_USUAL)
                .on_submit(Message::Keep)
                .view(),
            row![
                act(Kind::Other, said::KEEP, "Enter", Some(Message::Keep)),
                act(Kind::Other, said::BACK_UP_NOW, "", (!self.busy).then_some(Message::BackUp)),
            ]
            .spacing(space::MEDIUM),
        ]
        .spacing(space::MEDIUM);
        card(said::BACKUPS, faint(""), content).width(Length::Fill).into()
    }
}

fn look<'a>(counter: &Counter) -> Element<'a, Message> {
    let themes = [(Theme::Light, said::LIGHT), (Theme::Dark, said::DARK)];
    let size_of_text = row![
        act(Kind::Other, "−", "Ctrl −", Some(Message::Larger(-10))),
        words(format!("{}%", counter.text_percent), size::BODY, font::SEMIBOLD),
        act(Kind::Other, "+", "Ctrl +", Some(Message::Larger(10))),
    ]
    .spacing(space::MEDIUM)
    .align_y(Alignment::Center);
    let content = column![
        choice(said::COLOURS, "settings-theme", &themes, counter.theme, Message::Theme),
        column![faint(said::TEXT_SIZE), size_of_text].spacing(3),
    ]
    .spacing(space::MEDIUM);
    card(said::LOOK, faint(""), content).width(Length::Fill).into()
}

fn keys<'a>() -> Element<'a, Message> {
    let rows = said::KEYS.iter().map(|(key, meaning)| {
        row![
            container(words(*key, size::LABEL, font::SEMIBOLD)).width(110),
            body(*meaning).wrapping(text::Wrapping::Word),
        ]
        .into()
    });
    card(said::SHORTCUTS, faint(""), column(rows).spacing(space::TINY)).width(Length::Fill).into()
}
