//! Luân chuyển: whose hands every dossier is in, and every way it changes hands by scanning.
//!
//! Each list being scanned stays as it is while the officer is elsewhere: nothing on it is in the book
//! until it is made, and then all of it is.

mod board;
mod labels;
mod look;
mod made;
mod pick;
mod print;
mod scans;
mod scans_view;
mod target;
mod trays;
mod trays_view;

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length, Task};

use self::board::Board;
use self::labels::Labels;
use self::made::Made;
use self::pick::Pick;
use self::scans::Scans;
use self::trays::Trays;
use super::Context;
use crate::counter::{Counter, Holder};
use crate::desk::DeskError;
use crate::domain::handover::HandoverKind;
use crate::domain::hands::Hands;
use crate::store;
use crate::ui::key::Press;
use crate::ui::session::Answer;
use crate::ui::step::Step;
use crate::ui::text::moves as said;
use crate::ui::theme::{faint, space};
use crate::ui::widget::parts::{choice, fill};

/// Where codes are scanned and typed; where a list's note is.
const CODE: &str = "moves-code";
const NOTE: &str = "moves-note";

/// The height of the bar of parts with the white space below it.
const BAR: f32 = 48.0;

/// The narrowest room for the two lists with the post beside the parts.
const WITH_WAY: f32 = 1020.0;

/// A part of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Section {
    /// Who has what.
    #[default]
    Board,
    /// Handing over.
    Out,
    /// Taking back.
    Back,
    /// With the post.
    Post,
    /// Into trays.
    Trays,
    /// From the shelves, for today's returns.
    Pick,
    /// Lists that were made.
    Made,
}

impl Section {
    /// All of them, in the order of their keys from Ctrl+1 on.
    const ALL: [Self; 7] =
        [Self::Board, Self::Out, Self::Back, Self::Post, Self::Trays, Self::Pick, Self::Made];
}

/// The place.
#[derive(Debug)]
pub(crate) struct Moves {
    section: Section,
    board: Board,
    out: Scans,
    back: Scans,
    post_out: Scans,
    post_in: Scans,
    /// Which of the two lists with the post is in front.
    post_comes: bool,
    trays: Trays,
    pick: Pick,
    made: Made,
    labels: Option<Labels>,
    before_scan: Option<BeforeScan>,
}

/// What was typed before what may turn out to be a scan.
#[derive(Debug)]
enum BeforeScan {
    List(scans::Typed),
    Tray(String),
}

/// What happens at the place.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Section(Section),
    /// Results that go out by post, or dossiers that came by it.
    Post(bool),
    Known(Answer<Vec<Hands>>),
    Board(board::Message),
    Scans(HandoverKind, scans::Message),
    Trays(trays::Message),
    Pick(pick::Message),
    Made(made::Message),
    /// Labels are to be printed.
    AskLabels,
    Labels(labels::Message),
    /// The paper of a list that was just made.
    Printed(Answer<print::Printed>),
}

impl Message {
    /// Whether most of the screen will look different.
    pub(crate) fn brings_much(&self) -> bool {
        matches!(
            self,
            Self::Section(_)
                | Self::Post(_)
                | Self::Board(board::Message::Loaded(..))
                | Self::Pick(pick::Message::Loaded(_))
                | Self::Made(made::Message::Loaded(_) | made::Message::Open)
                | Self::Scans(_, scans::Message::Made(..))
        )
    }
}

impl Moves {
    pub(crate) fn new(counter: &Counter) -> Self {
        let list = |kind, last: &Holder| Scans::new(kind, last);
        Self {
            section: Section::default(),
            board: Board::default(),
            out: list(HandoverKind::Out, &counter.handed_over_to),
            back: list(HandoverKind::Back, &Holder::default()),
            post_out: list(HandoverKind::PostOut, &counter.post),
            post_in: list(HandoverKind::PostIn, &counter.post),
            post_comes: false,
            trays: Trays::default(),
            pick: Pick::default(),
            made: Made::default(),
            labels: None,
            before_scan: None,
        }
    }

    pub(crate) fn title(&self) -> String {
        said::title(self.section)
    }

    /// The list in front, where the part has one.
    fn front(&mut self) -> Option<&mut Scans> {
        match self.section {
            Section::Out => Some(&mut self.out),
            Section::Back => Some(&mut self.back),
            Section::Post if self.post_comes => Some(&mut self.post_in),
            Section::Post => Some(&mut self.post_out),
            Section::Board | Section::Trays | Section::Pick | Section::Made => None,
        }
    }

    fn of(&mut self, kind: HandoverKind) -> &mut Scans {
        match kind {
            HandoverKind::Out => &mut self.out,
            HandoverKind::Back => &mut self.back,
            HandoverKind::PostOut => &mut self.post_out,
            HandoverKind::PostIn => &mut self.post_in,
        }
    }

    /// Reads what the part in front shows, and the names that are offered.
    pub(crate) fn load(&mut self, context: &Context<'_>) -> Task<Message> {
        match self.section {
            Section::Board => self.board.load(context).map(Message::Board),
            Section::Pick => Pick::load(context).map(Message::Pick),
            Section::Made => self.made.load(context).map(Message::Made),
            Section::Trays => Task::none(),
            Section::Out | Section::Back | Section::Post => {
                let known = context
                    .session
                    .ask(|db| store::known_holders(db.view()).map_err(DeskError::from));
                let again = self.front().map(|list| {
                    let kind = list.kind;
                    list.look_again(context).map(move |message| Message::Scans(kind, message))
                });
                Task::batch([known.map(Message::Known), again.unwrap_or_else(Task::none)])
            }
        }
    }

    /// Puts the keyboard where the part in front needs it.
    pub(crate) fn focus(&mut self) -> Task<Message> {
        if self.section == Section::Trays {
            return Trays::focus().map(Message::Trays);
        }
        let focused = self.front().map(|list| {
            let kind = list.kind;
            list.focus().map(move |message| Message::Scans(kind, message))
        });
        focused.unwrap_or_else(Task::none)
    }

    /// Shows what was taken away on an earlier day and is to be fetched.
    pub(crate) fn show_to_fetch(&mut self) {
        self.section = Section::Board;
        self.board.show_to_fetch();
    }

    /// Follows a message.
    pub(crate) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        match message {
            Message::Section(section) => return self.go(section, context),
            Message::Post(comes) => {
                self.post_comes = comes;
                let load = self.load(context);
                return Step::task(Task::batch([load, self.focus()]));
            }
            Message::Known(Ok(known)) => {
                self.out.target.know(&known);
                self.back.target.know(&known);
            }
            Message::Known(Err(refusal)) => return Step::refused(refusal),
            Message::Board(message) => {
                return lift(self.board.update(message, context), Message::Board);
            }
            Message::Scans(kind, message) => return self.in_list(kind, message, context),
            Message::Trays(message) => {
                return lift(self.trays.update(message, context), Message::Trays);
            }
            Message::Pick(message) => {
                return lift(self.pick.update(message, context), Message::Pick);
            }
            Message::Made(message) => {
                return lift(self.made.update(message, context), Message::Made);
            }
            Message::AskLabels => return self.ask_labels(),
            Message::Labels(message) => return self.in_labels(message, context),
            Message::Printed(printed) => return print::deliver(printed),
        }
        Step::none()
    }

    fn go(&mut self, section: Section, context: &Context<'_>) -> Step<Message> {
        // The same key again turns the list with the post around.
        if section == Section::Post && self.section == section {
            self.post_comes = !self.post_comes;
        }
        self.section = section;
        let load = self.load(context);
        Step::task(Task::batch([load, self.focus()]))
    }

    fn in_list(
        &mut self,
        kind: HandoverKind,
        message: scans::Message,
        context: &Context<'_>,
    ) -> Step<Message> {
        let made = match &message {
            scans::Message::Made(_, Ok(made)) => Some(made.list.id),
            _ => None,
        };
        let step = self.of(kind).update(message, context);
        let step = lift(step, move |message| Message::Scans(kind, message));
        match made {
            // The paper is signed by both sides while the folders lie on the table.
            Some(list) => step.also(print::list(list, None, context).map(Message::Printed)),
            None => step,
        }
    }

    fn ask_labels(&mut self) -> Step<Message> {
        let (labels, task) = match self.section {
            Section::Trays => Labels::of_trays(),
            Section::Made => Labels::of_folders(self.made.codes()),
            Section::Board | Section::Pick => return Step::none(),
            Section::Out | Section::Back | Section::Post => {
                let codes = self.front().map(|list| list.codes()).unwrap_or_default();
                if codes.is_empty() {
                    return Step::refused(vec![said::NOTHING_TO_LABEL.to_owned()]);
                }
                Labels::of_folders(codes)
            }
        };
        self.labels = Some(labels);
        Step::task(task.map(Message::Labels))
    }

    fn in_labels(&mut self, message: labels::Message, context: &Context<'_>) -> Step<Message> {
        let Some(labels) = &mut self.labels else { return Step::none() };
        let task = labels.update(message.clone(), context).map(Message::Labels);
        let labels::Message::Printed(printed) = message else { return Step::task(task) };
        if printed.is_ok() {
            self.labels = None;
        }
        print::deliver(printed)
    }

    /// Remembers the screen before what may turn out to be a scan.
    pub(crate) fn before_scan(&mut self) {
        let list = self.front().map(|list| BeforeScan::List(list.typed()));
        let tray = || BeforeScan::Tray(self.trays.code.clone());
        self.before_scan = list.or_else(|| Some(tray()));
    }

    /// A folder, a tray or a bill was scanned; answers whether the part in front takes scans. What the
    /// scanner typed into a field is taken away.
    pub(crate) fn scanned(&mut self, scan: &str, context: &Context<'_>) -> Option<Step<Message>> {
        self.labels = None;
        match (self.before_scan.take(), self.section) {
            (Some(BeforeScan::Tray(code)), Section::Trays) => self.trays.code = code,
            (Some(BeforeScan::List(typed)), _) => {
                if let Some(list) = self.front() {
                    list.untype(typed);
                }
            }
            _ => {}
        }
        match self.section {
            Section::Board | Section::Made => None,
            Section::Trays => Some(lift(self.trays.scanned(scan, context), Message::Trays)),
            Section::Pick => {
                self.pick.scanned(scan);
                Some(Step::none())
            }
            Section::Out | Section::Back | Section::Post => {
                let list = self.front()?;
                let kind = list.kind;
                let step = list.add(scan, context);
                Some(lift(step, move |message| Message::Scans(kind, message)))
            }
        }
    }

    /// The label of a tray was scanned where no trays are: folders go there now.
    pub(crate) fn begin_tray(&mut self, scan: &str, context: &Context<'_>) -> Step<Message> {
        self.section = Section::Trays;
        let step = lift(self.trays.scanned(scan, context), Message::Trays);
        let focus = self.focus();
        step.also(focus)
    }

    /// A key that no widget wanted.
    pub(crate) fn key(&self, press: &Press) -> Option<Message> {
        if self.labels.is_some() {
            let enter = iced::keyboard::key::Named::Enter;
            let print = (press.is(enter) || press.is_ctrl(enter)) && !press.repeat;
            return print.then_some(Message::Labels(labels::Message::Print));
        }
        if self.made.dialog().is_some() {
            return self.made.key(press).map(Message::Made);
        }
        for (section, digit) in Section::ALL.into_iter().zip('1'..) {
            if press.is_ctrl_letter(digit) && !press.repeat {
                return Some(Message::Section(section));
            }
        }
        let labels = if self.section == Section::Made { 'b' } else { 'p' };
        if press.is_ctrl_letter(labels) && self.has_labels() && !press.repeat {
            return Some(Message::AskLabels);
        }
        let in_list =
            |list: &Scans| list.key(press).map(|message| Message::Scans(list.kind, message));
        match self.section {
            Section::Board => Board::key(press).map(Message::Board),
            Section::Out => in_list(&self.out),
            Section::Back => in_list(&self.back),
            Section::Post if self.post_comes => in_list(&self.post_in),
            Section::Post => in_list(&self.post_out),
            Section::Trays => Trays::key(press).map(Message::Trays),
            Section::Pick => Pick::key(press).map(Message::Pick),
            Section::Made => self.made.key(press).map(Message::Made),
        }
    }

    fn has_labels(&self) -> bool {
        !matches!(self.section, Section::Board | Section::Pick)
    }

    /// Esc: leaves what is in front, one after the other.
    pub(crate) fn back(&mut self, context: &Context<'_>) -> Step<Message> {
        if self.labels.take().is_some() {
            return Step::none();
        }
        match self.section {
            Section::Board => lift(self.board.back(context), Message::Board),
            Section::Trays => lift(self.trays.back(), Message::Trays),
            Section::Pick => lift(self.pick.back(), Message::Pick),
            Section::Made => lift(self.made.back(), Message::Made),
            Section::Out | Section::Back | Section::Post => {
                if let Some(list) = self.front() {
                    list.back();
                }
                Step::none()
            }
        }
    }

    /// What is asked on top.
    pub(crate) fn dialog(&self) -> Option<Element<'_, Message>> {
        if let Some(labels) = &self.labels {
            return Some(labels.view().map(Message::Labels));
        }
        match self.section {
            Section::Made => Some(self.made.dialog()?.map(Message::Made)),
            _ => None,
        }
    }

    pub(crate) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let list = |list: &'a Scans| {
            let kind = list.kind;
            list.view(context).map(move |message| Message::Scans(kind, message))
        };
        let part = match self.section {
            Section::Board => self.board.view(context).map(Message::Board),
            Section::Out => list(&self.out),
            Section::Back => list(&self.back),
            Section::Post if self.post_comes => list(&self.post_in),
            Section::Post => list(&self.post_out),
            Section::Trays => self.trays.view(context).map(Message::Trays),
            Section::Pick => self.pick.view(context).map(Message::Pick),
            Section::Made => self.made.view(context).map(Message::Made),
        };
        let bar = container(self.bar(context)).center_y(BAR - space::LARGE);
        let below = self.section == Section::Post && context.room.width < WITH_WAY;
        let way = below.then(|| self.way());
        column![bar].extend(way).push(part).spacing(space::LARGE).into()
    }

    /// Which of the two lists with the post is in front.
    fn way(&self) -> Element<'_, Message> {
        let ways = [(false, said::POST_OUT), (true, said::POST_IN)];
        choice("", "moves-post", &ways, self.post_comes, Message::Post)
    }

    fn bar<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let options = Section::ALL.map(|section| (section, said::section(section)));
        let sections = choice("", "moves-section", &options, self.section, Message::Section);
        let mut bar = row![sections].spacing(space::MEDIUM).align_y(Alignment::Center);
        if self.section == Section::Post {
            let beside = context.room.width >= WITH_WAY;
            bar = bar.push(fill()).extend(beside.then(|| self.way()));
        } else if context.room.width >= 900.0 {
            bar = bar.push(fill()).push(faint(said::SECTION_KEYS));
        }
        bar.width(Length::Fill).into()
    }
}

/// A part's step as the place's.
fn lift<M: Send + 'static>(
    step: Step<M>,
    of: impl Fn(M) -> Message + Send + 'static,
) -> Step<Message> {
    Step { task: step.task.map(of), events: step.events }
}
