//! The first start: a few questions, and the office has a book.

mod view;

use iced::Task;
use iced::keyboard::key::Named;

use crate::counter::{AfterReceipt, Counter};
use crate::desk::catalogue::{ImportTerms, read_procedures};
use crate::desk::hours::{hours_of, set_hours};
use crate::desk::set_up::OfficeForm;
use crate::desk::{DeskError, import};
use crate::domain::applicant::parse_name;
use crate::domain::deadline::ReturnHour;
use crate::domain::invalid::{Field, Invalid};
use crate::office;
use crate::printing::{self, Printer};
use crate::text as sentences;
use crate::ui::app::Start;
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::session::{Answer, aside, refused};

/// The steps, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    Office,
    Hours,
    Counter,
    Finish,
}

impl Page {
    pub(crate) const ALL: [Self; 4] = [Self::Office, Self::Hours, Self::Counter, Self::Finish];
}

/// The text fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    Agency,
    Code,
    Province,
    Phone,
    MorningFrom,
    MorningTo,
    AfternoonFrom,
    AfternoonTo,
    Officer,
    Counter,
    Catalogue,
    Backups,
}

/// The wizard.
#[derive(Debug)]
pub(crate) struct Wizard {
    page: Page,
    form: OfficeForm,
    hours: [String; 4],
    officer: String,
    counter: String,
    catalogue: String,
    backups: String,
    /// The names of this computer's printers.
    printers: Vec<String>,
    /// Which of them prints; 0 is none, papers are opened instead.
    printer: usize,
    /// Whether a test page is printed as soon as there is an office.
    test_page: bool,
    wrong: Vec<String>,
    busy: bool,
}

/// What happens in the wizard.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Typed(Input, String),
    ReturnHour(ReturnHour),
    Printers(Vec<Printer>),
    Printer(usize),
    TestPage,
    Next,
    Back,
    Made(Answer<()>),
}

impl Wizard {
    pub(crate) fn new() -> (Self, Task<Message>) {
        let usual = ["07:30", "11:30", "13:30", "17:00"];
        let wizard = Self {
            page: Page::Office,
            form: OfficeForm::default(),
            hours: usual.map(str::to_owned),
            officer: String::new(),
            counter: crate::ui::text::FIRST_COUNTER.to_owned(),
            catalogue: String::new(),
            backups: String::new(),
            printers: Vec::new(),
            printer: 0,
            test_page: false,
            wrong: Vec::new(),
            busy: false,
        };
        let first = focus::to(view::id(Input::Agency));
        let printers = aside(|| printing::printers().unwrap_or_default()).map(Message::Printers);
        (wizard, Task::batch([first, printers]))
    }

    /// Whether a test page is printed as soon as there is an office.
    pub(crate) fn wants_test_page(&self) -> bool {
        self.test_page
    }

    /// Follows a message; answers whether the office has its book.
    pub(crate) fn update(
        &mut self,
        message: Message,
        start: &Start,
        counter: &mut Counter,
    ) -> (Task<Message>, bool) {
        match message {
            Message::Typed(input, value) => {
                self.wrong.clear();
                *self.field(input) = value;
            }
            Message::ReturnHour(hour) => self.form.return_hour = hour,
            Message::Printers(printers) => {
                // The system's own choice, which stands first, is the likely one. Not on Windows:
                // there it is often no printer at all, and the usual PDF program prints nothing.
                let likely = printers.first().is_some_and(|first| first.is_default);
                self.printer = usize::from(likely && !cfg!(windows));
                self.printers = printers.into_iter().map(|printer| printer.name).collect();
            }
            Message::Printer(at) => self.printer = at,
            Message::TestPage => self.test_page = !self.test_page,
            Message::Back => return (self.turn(false), false),
            Message::Next if self.page == Page::Finish => return (self.make(start), false),
            Message::Next => {
                self.wrong = self.mistakes().iter().map(sentences::invalid).collect();
                if self.wrong.is_empty() {
                    return (self.turn(true), false);
                }
            }
            Message::Made(Ok(())) => {
                counter.officer = self.officer.trim().to_owned();
                counter.counter = self.counter.trim().to_owned();
                let folder = self.backups.trim();
                counter.backup_folder = (!folder.is_empty()).then(|| folder.into());
                if let Some(name) = self.printer.checked_sub(1).and_then(|at| self.printers.get(at))
                {
                    counter.after_receipt = AfterReceipt::Print;
                    for form in [
                        &mut counter.slip_printer,
                        &mut counter.receipt_printer,
                        &mut counter.list_printer,
                    ] {
                        form.printer = Some(name.clone());
                    }
                } else if counter.after_receipt == AfterReceipt::Print {
                    counter.after_receipt = AfterReceipt::Open;
                }
                return (Task::none(), true);
            }
            Message::Made(Err(refusal)) => {
                self.busy = false;
                self.wrong = refusal;
            }
        }
        (Task::none(), false)
    }

    fn field(&mut self, input: Input) -> &mut String {
        match input {
            Input::Agency => &mut self.form.agency_name,
            Input::Code => &mut self.form.agency_code,
            Input::Province => &mut self.form.province,
            Input::Phone => &mut self.form.phone,
            Input::MorningFrom => &mut self.hours[0],
            Input::MorningTo => &mut self.hours[1],
            Input::AfternoonFrom => &mut self.hours[2],
            Input::AfternoonTo => &mut self.hours[3],
            Input::Officer => &mut self.officer,
            Input::Counter => &mut self.counter,
            Input::Catalogue => &mut self.catalogue,
            Input::Backups => &mut self.backups,
        }
    }

    /// What is wrong on this page.
    fn mistakes(&self) -> Vec<Invalid> {
        match self.page {
            Page::Office => self.form.check().err().unwrap_or_default(),
            Page::Hours => hours_of(&self.hours).err().into_iter().collect(),
            Page::Counter => {
                let name = parse_name(&self.officer).err();
                name.map(|problem| Field::Officer.wrong(problem)).into_iter().collect()
            }
            Page::Finish => Vec::new(),
        }
    }

    fn turn(&mut self, forward: bool) -> Task<Message> {
        let at = Page::ALL.iter().position(|page| *page == self.page).unwrap_or(0);
        let next = if forward { at + 1 } else { at.saturating_sub(1) };
        self.page = Page::ALL.get(next).copied().unwrap_or(self.page);
        self.wrong.clear();
        focus::to(match self.page {
            Page::Office => view::id(Input::Agency),
            Page::Hours => view::id(Input::MorningFrom),
            Page::Counter => view::id(Input::Officer),
            Page::Finish => view::id(Input::Catalogue),
        })
    }

    /// Makes the book, on a thread of its own: the catalogue takes a moment.
    fn make(&mut self, start: &Start) -> Task<Message> {
        let (Ok(office), Ok(hours), false) = (self.form.check(), hours_of(&self.hours), self.busy)
        else {
            return Task::none();
        };
        self.busy = true;
        self.wrong.clear();
        let (paths, now) = (start.paths.clone(), start.clock.now());
        let officer = self.officer.trim().to_owned();
        let catalogue = self.catalogue.trim().to_owned();
        let made = move || -> Result<(), DeskError> {
            // A list that cannot be read leaves no half-made office behind.
            let terms = ImportTerms { decision: String::new(), effective: now.date() };
            let own = !catalogue.is_empty();
            if own {
                let _ = read_procedures(catalogue.as_ref(), &terms)?;
            }
            let _ = office::make_with(&paths, &office, &officer, now, |db| {
                set_hours(db, &hours, &officer, now)?;
                if own {
                    let file = std::path::Path::new(&catalogue);
                    let _ = import::import_procedures(db, file, &terms, &officer, now)?;
                }
                Ok(())
            })?;
            Ok(())
        };
        aside(move || Message::Made(made().map_err(|error| refused(&error))))
    }

    /// A key that no widget wanted.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        (press.is(Named::Enter) || press.is_ctrl(Named::Enter)).then_some(Message::Next)
    }
}
