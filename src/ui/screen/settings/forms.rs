//! The office's forms as they are edited: what each says of itself, from which day, and how it looks then.

mod view;

use chrono::NaiveDate;
use iced::Task;
use iced::keyboard::key::Named;
use iced::widget::text_editor::{Action, Content};

use crate::desk::DeskError;
use crate::desk::form_style::{check, set_form_style, style_on};
use crate::domain::form_style::{FormKind, FormStyle};
use crate::domain::invalid::{Field, Invalid, Problem};
use crate::domain::office::{Office, PaperSize};
use crate::domain::time::parse_date;
use crate::forms::specimen::specimen;
use crate::store::{self, Changed};
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::screen::Context;
use crate::ui::session::Answer;
use crate::ui::step::{Event, Step};
use crate::ui::text::forms as said;
use crate::ui::theme::Tone;
use crate::ui::widget::paper::Paper;

const FROM: &str = "forms-from";
const TITLE: &str = "forms-title";
const NUMBER: &str = "forms-number";
const HEADING: &str = "forms-heading";
const SIGNER: &str = "forms-signer";
const COPIES: &str = "forms-copies";
const FOOTER: &str = "forms-footer";

/// A field of a form's style that is one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    From,
    Title,
    Number,
    Signer,
    SignerName,
    Footer,
}

/// A field that has a line for each of several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Area {
    Heading,
    Copies,
}

/// What happens here.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// The office and what it decided so far.
    Loaded(Answer<Box<Known>>),
    Choose(FormKind),
    Typed(Line, String),
    Edited(Area, Action),
    Paper(PaperSize),
    /// What was decided from this day on is to be seen and changed.
    Version(usize),
    Keep,
    /// What was decided for the day that is shown is taken back.
    Drop,
    /// What was typed is in the book.
    Kept(FormKind, Answer<Changed>),
    /// What was decided for a day was taken back.
    Dropped(FormKind, NaiveDate, Answer<Changed>),
}

/// How a form looks from each of several days on.
type Versions = Vec<(NaiveDate, FormStyle)>;

/// The office and what it decided about its forms.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    office: Office,
    forms: Vec<(FormKind, FormStyle, Versions)>,
}

/// A form as it is typed.
#[derive(Debug)]
struct Draft {
    from: String,
    style: FormStyle,
    heading: Content,
    copies: Content,
    /// Whether something was typed that is not kept.
    touched: bool,
    wrong: Vec<(Field, String)>,
}

impl Draft {
    fn of(style: &FormStyle, from: NaiveDate) -> Self {
        Self {
            from: from.format("%d/%m/%Y").to_string(),
            heading: Content::with_text(&style.heading.join("\n")),
            copies: Content::with_text(&style.copies.join("\n")),
            style: style.clone(),
            touched: false,
            wrong: Vec::new(),
        }
    }

    /// The day from which it is decided: not one that is over, for what was printed stays as it is.
    fn day(&self, today: NaiveDate) -> Result<NaiveDate, Invalid> {
        match parse_date(&self.from) {
            None => Err(Field::FormDay.wrong(Problem::ImpossibleDate)),
            Some(day) if day < today => Err(Field::FormDay.wrong(Problem::TooLongAgo)),
            Some(day) => Ok(day),
        }
    }

    fn tell(&mut self, wrong: &[Invalid]) {
        self.wrong =
            wrong.iter().map(|invalid| (invalid.field, crate::text::invalid(invalid))).collect();
    }

    fn wrong(&self, field: Field) -> Option<&str> {
        self.wrong.iter().find(|(wrong, _)| *wrong == field).map(|(_, told)| told.as_str())
    }
}

/// The editor.
#[derive(Debug, Default)]
pub(super) struct Forms {
    known: Option<Box<Known>>,
    chosen: Option<FormKind>,
    /// What was typed, a draft a form: changing from one to another loses nothing.
    drafts: Vec<(FormKind, Draft)>,
    paper: Paper,
    /// The day whose decision is taken back once it is asked for again.
    dropping: Option<NaiveDate>,
    busy: bool,
}

impl Forms {
    /// Comes to the editor: reads everything again, and stands on the form that was chosen.
    pub(super) fn enter(&self, context: &Context<'_>) -> Task<Message> {
        Task::batch([Self::load(context), focus::to(TITLE)])
    }

    /// Reads the office and its forms.
    pub(super) fn load(context: &Context<'_>) -> Task<Message> {
        let today = context.session.now().date();
        let read = context.session.ask(move |db| {
            let view = db.view();
            let office = store::load_office(view)?;
            let mut forms = Vec::new();
            for kind in FormKind::ALL {
                let style = style_on(view, kind, &office, today)?;
                forms.push((kind, style, store::form_styles(view, kind)?));
            }
            Ok::<_, DeskError>(Box::new(Known { office, forms }))
        });
        read.map(Message::Loaded)
    }

    fn kind(&self) -> FormKind {
        self.chosen.unwrap_or(FormKind::AppointmentSlip)
    }

    fn draft(&self) -> Option<&Draft> {
        let kind = self.kind();
        self.drafts.iter().find(|(of, _)| *of == kind).map(|(_, draft)| draft)
    }

    fn draft_mut(&mut self) -> Option<&mut Draft> {
        let kind = self.kind();
        self.drafts.iter_mut().find(|(of, _)| *of == kind).map(|(_, draft)| draft)
    }

    /// What was decided about the form that is shown, oldest first.
    fn versions(&self) -> &[(NaiveDate, FormStyle)] {
        let kind = self.kind();
        let known = self.known.as_ref();
        let found = known.and_then(|known| known.forms.iter().find(|(of, ..)| *of == kind));
        found.map_or(&[], |(_, _, versions)| versions.as_slice())
    }

    /// Follows a message.
    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Step<Message> {
        let today = context.session.now().date();
        let asked = self.dropping.take();
        match message {
            Message::Loaded(Ok(known)) => {
                self.drafts.retain(|(_, draft)| draft.touched);
                let first = self.known.replace(known).is_none();
                self.show(today);
                if first {
                    return Step::task(focus::to(TITLE));
                }
            }
            Message::Loaded(Err(refusal)) => return Step::refused(refusal),
            Message::Choose(kind) => {
                self.chosen = Some(kind);
                self.show(today);
                return Step::task(focus::to(TITLE));
            }
            Message::Typed(line, typed) => {
                self.edit(|draft| match line {
                    Line::From => draft.from = typed,
                    Line::Title => draft.style.title = typed,
                    Line::Number => draft.style.number = typed,
                    Line::Signer => draft.style.signer = typed,
                    Line::SignerName => draft.style.signer_name = typed,
                    Line::Footer => draft.style.footer = typed,
                });
                self.draw(today);
            }
            Message::Edited(area, action) => {
                let edits = action.is_edit();
                if let Some(draft) = self.draft_mut() {
                    let content = match area {
                        Area::Heading => &mut draft.heading,
                        Area::Copies => &mut draft.copies,
                    };
                    content.perform(action);
                    let lines = lines(content);
                    match area {
                        Area::Heading => draft.style.heading = lines,
                        Area::Copies => draft.style.copies = lines,
                    }
                    draft.touched |= edits;
                }
                if edits {
                    self.draw(today);
                }
            }
            Message::Paper(paper) => {
                self.edit(|draft| draft.style.paper = paper);
                self.draw(today);
            }
            Message::Version(at) => {
                if let Some((from, style)) = self.versions().get(at).cloned() {
                    let kind = self.kind();
                    self.drafts.retain(|(of, _)| *of != kind);
                    self.drafts.push((kind, Draft::of(&style, from)));
                    self.draw(today);
                }
            }
            Message::Keep => return self.keep(context),
            Message::Drop => return self.drop(asked, context),
            Message::Kept(kind, answer) => {
                self.busy = false;
                return match answer {
                    Ok(changed) => {
                        self.drafts.retain(|(of, _)| *of != kind);
                        Step::task(Self::load(context))
                            .and(Event::Say(Tone::Good, said::kept(kind)))
                            .and(Event::Changed(changed))
                    }
                    Err(refusal) => Step::refused(refusal),
                };
            }
            Message::Dropped(kind, day, answer) => {
                self.busy = false;
                return match answer {
                    Ok(changed) => Step::task(Self::load(context))
                        .and(Event::Say(Tone::Good, said::dropped(kind, day)))
                        .and(Event::Changed(changed)),
                    Err(refusal) => Step::refused(refusal),
                };
            }
        }
        Step::none()
    }

    fn edit(&mut self, change: impl FnOnce(&mut Draft)) {
        if let Some(draft) = self.draft_mut() {
            draft.touched = true;
            draft.wrong.clear();
            change(draft);
        }
    }

    /// Shows the chosen form: what was typed of it, else what holds today.
    fn show(&mut self, today: NaiveDate) {
        let kind = self.kind();
        if self.draft().is_none()
            && let Some(known) = &self.known
            && let Some((_, style, _)) = known.forms.iter().find(|(of, ..)| *of == kind)
        {
            self.drafts.push((kind, Draft::of(style, today)));
        }
        self.draw(today);
    }

    fn draw(&mut self, today: NaiveDate) {
        let kind = self.kind();
        let (Some(known), Some(draft)) = (&self.known, self.draft()) else { return };
        let sheet = specimen(kind, &known.office, &draft.style, today);
        self.paper.show(sheet);
    }

    fn keep(&mut self, context: &Context<'_>) -> Step<Message> {
        let (kind, today) = (self.kind(), context.session.now().date());
        let Some(draft) = self.draft_mut() else { return Step::none() };
        let mut wrong: Vec<Invalid> = check(&draft.style).err().unwrap_or_default();
        let day = draft.day(today).map_err(|invalid| wrong.push(invalid)).ok();
        draft.tell(&wrong);
        let (Some(day), true) = (day, wrong.is_empty()) else {
            let first = wrong.first().and_then(|invalid| id(invalid.field));
            return first.map_or_else(Step::none, |first| Step::task(focus::to(first)));
        };
        let style = draft.style.clone();
        let kept = self.write(kind, day, Some(style), context);
        kept.map_or_else(Step::none, |kept| {
            Step::task(kept.map(move |answer| Message::Kept(kind, answer)))
        })
    }

    /// Takes back what was decided for the day that is shown, once that was asked for twice.
    fn drop(&mut self, asked: Option<NaiveDate>, context: &Context<'_>) -> Step<Message> {
        let (kind, today) = (self.kind(), context.session.now().date());
        let Some(draft) = self.draft_mut() else { return Step::none() };
        let day = match draft.day(today) {
            Ok(day) => day,
            Err(invalid) => {
                draft.tell(&[invalid]);
                return Step::task(focus::to(FROM));
            }
        };
        if !self.versions().iter().any(|(from, _)| *from == day) {
            return Step::event(Event::Say(Tone::Warn, said::NOTHING_TO_DROP.to_owned()));
        }
        if asked != Some(day) {
            self.dropping = Some(day);
            return Step::none();
        }
        let dropped = self.write(kind, day, None, context);
        dropped.map_or_else(Step::none, |dropped| {
            Step::task(dropped.map(move |answer| Message::Dropped(kind, day, answer)))
        })
    }

    fn write(
        &mut self,
        kind: FormKind,
        day: NaiveDate,
        style: Option<FormStyle>,
        context: &Context<'_>,
    ) -> Option<Task<Answer<Changed>>> {
        if std::mem::replace(&mut self.busy, true) {
            return None;
        }
        let (officer, now) = (context.officer(), context.session.now());
        let work =
            move |db: &mut store::Db| set_form_style(db, kind, day, style.as_ref(), &officer, now);
        Some(context.session.ask(work))
    }

    /// Esc: leaves a question unanswered; answers whether there was one.
    pub(super) fn back(&mut self) -> bool {
        self.dropping.take().is_some()
    }

    /// A key that no widget wanted.
    pub(super) fn key(&self, press: &Press) -> Option<Message> {
        if press.is_ctrl(Named::Enter) {
            return Some(Message::Keep);
        }
        if press.is_ctrl_letter('d') {
            // A key held down asks; it does not answer.
            return (!press.repeat).then_some(Message::Drop);
        }
        match press {
            press if press.is_ctrl(Named::ArrowDown) => self.beside(1),
            press if press.is_ctrl(Named::ArrowUp) => self.beside(FormKind::ALL.len() - 1),
            _ => None,
        }
    }

    /// The place of the form that is shown among all of them, from 0 on.
    fn at(&self) -> usize {
        FormKind::ALL.iter().position(|kind| *kind == self.kind()).unwrap_or_default()
    }

    /// Chooses the form `by` places further, around and around.
    fn beside(&self, by: usize) -> Option<Message> {
        let next = FormKind::ALL.get((self.at() + by) % FormKind::ALL.len())?;
        Some(Message::Choose(*next))
    }
}

/// Where a part of a style is typed.
fn id(field: Field) -> Option<&'static str> {
    match field {
        Field::FormDay => Some(FROM),
        Field::FormTitle => Some(TITLE),
        Field::FormNumber => Some(NUMBER),
        Field::FormHeading => Some(HEADING),
        Field::FormSigner => Some(SIGNER),
        Field::SlipCopies => Some(COPIES),
        Field::FormFooter => Some(FOOTER),
        _ => None,
    }
}

/// The lines of an area that say something.
fn lines(content: &Content) -> Vec<String> {
    let text = content.text();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
