//! One half-filled intake form: what was typed, what was ticked, and what follows from both.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::guide::{Telling, Typed};
use super::input::Input;
use crate::desk::Warning;
use crate::desk::known::Known;
use crate::desk::receive::limit_so_far;
use crate::domain::card::Card;
use crate::domain::clock_start::{ClockStart, StartReason};
use crate::domain::crowd::Crowd;
use crate::domain::deadline::Due;
use crate::domain::dossier::{Channel, Dossier, NewDossier};
use crate::domain::intake::{Intake, Party};
use crate::domain::invalid::{Field, Invalid};
use crate::domain::limit::Limit;
use crate::domain::limit_prose;
use crate::domain::paper::{Paper, PaperWay, ReplacedPaper, RequiredPaper};
use crate::domain::procedure::Procedure;
use crate::text;

/// A paper on the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    /// The paper and how many of it.
    pub(crate) paper: Paper,
    /// Whether the applicant brought it.
    pub(crate) ticked: bool,
    /// Whether the procedure lists it; others were added by the officer.
    pub(crate) listed: bool,
    /// The database that holds its data, when it must no longer be asked for.
    pub(crate) database: Option<String>,
}

/// What a draft keeps of a form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Content {
    /// The fields as typed; its papers stay empty, the checklist holds them.
    pub(crate) intake: Intake,
    /// The checklist.
    pub(crate) lines: Vec<Line>,
    /// What was typed to find the procedure.
    pub(crate) query: String,
    /// A paper being added.
    pub(crate) extra: String,
    /// The received dossier that this form corrects.
    pub(crate) corrects: Option<String>,
    /// What was typed for a notice to the applicant.
    pub(crate) guide: Typed,
}

/// Tells forms apart, however they are moved among each other: answers come back to their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Serial(u64);

impl Default for Serial {
    fn default() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

/// A form on the screen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form {
    pub(crate) serial: Serial,
    /// What a draft keeps.
    pub(crate) content: Content,
    /// The procedure chosen.
    pub(crate) procedure: Option<Arc<Procedure>>,
    /// The answers of the picker and the one the keyboard is on.
    pub(crate) answers: Vec<Arc<Procedure>>,
    pub(crate) answer: usize,
    /// The line and column of the checklist the keyboard is on: 0 originals, 1 copies.
    pub(crate) line: usize,
    pub(crate) column: usize,
    /// Whether the rarer fields are shown.
    pub(crate) more: bool,
    /// The draft that holds this form: filled in on the book's thread by the first write, so that
    /// every later job knows it, in whatever order the answers are heard.
    pub(crate) draft: Arc<OnceLock<i64>>,
    /// How often the form was changed, and which change the book holds or is being given.
    pub(crate) version: u64,
    pub(crate) kept: u64,
    pub(crate) keeping: Option<u64>,
    /// Fields that were left: only their mistakes are shown, until the form is handed in.
    touched: HashSet<Field>,
    pub(crate) last: Option<Input>,
    pub(crate) handed_in: bool,
    /// Whether it is being received or corrected.
    pub(crate) receiving: bool,
    /// Why a dossier is corrected, while that is being asked.
    pub(crate) asking: Option<String>,
    /// A notice that is being written for the applicant.
    pub(crate) telling: Option<Telling>,
    /// What is wrong, a sentence a field.
    pub(crate) wrong: HashMap<Field, String>,
    /// What the book knows of this person, and for which key it was asked.
    pub(crate) known: Option<Known>,
    pub(crate) known_key: String,
    /// Doubts about the dossier as it stands, and for which key they were asked.
    pub(crate) doubts: Vec<Warning>,
    pub(crate) doubts_key: String,
    /// Whether a card filled in the applicant.
    pub(crate) from_card: bool,
    /// The promise as it would be made now, and from when it counts where that is not the receipt.
    pub(crate) due: Option<Due>,
    pub(crate) start: Option<ClockStart>,
    /// What is promised already for the day of that promise, and for which day it was asked.
    pub(crate) crowd: Option<Crowd>,
    pub(crate) crowd_day: Option<NaiveDate>,
    /// Whether the unusual terms of the time are shown.
    terms: bool,
    /// The dossier being corrected, as it stands in the book.
    pub(crate) original: Option<Box<Dossier>>,
}

impl Form {
    /// A form from a draft's content.
    pub(crate) fn of(content: Content, draft: i64) -> Self {
        let more = !content.intake.note.is_empty() || !content.intake.subject.is_empty();
        Self { content, draft: Arc::new(OnceLock::from(draft)), more, ..Self::default() }
    }

    /// A form for somebody who is already here.
    pub(crate) fn for_same(applicant: Party) -> Self {
        let mut form = Self::default();
        form.content.intake.applicant = applicant;
        form.changed();
        form
    }

    /// A form that corrects a received dossier: what was entered then, the papers among the others the
    /// procedure asks for.
    pub(crate) fn correcting(original: Dossier) -> Self {
        let mut intake = Intake::of(&original);
        if let Some(date) = birth_as_written(&intake.applicant.birth) {
            intake.applicant.birth = date;
        }
        let brought = std::mem::take(&mut intake.papers);
        let mut lines: Vec<Line> =
            original.procedure.papers.iter().map(|paper| Line::listed(paper, &[])).collect();
        for paper in brought {
            match lines.iter_mut().find(|line| line.paper.name == paper.name) {
                Some(line) => (line.paper, line.ticked) = (paper, true),
                None => lines.push(Line { paper, ticked: true, listed: false, database: None }),
            }
        }
        let corrects = Some(original.code.clone());
        Self {
            content: Content { intake, lines, corrects, ..Content::default() },
            procedure: Some(Arc::new(original.procedure.clone())),
            more: true,
            original: Some(Box::new(original)),
            ..Self::default()
        }
    }

    /// Whether nothing was typed or chosen.
    pub(crate) fn is_blank(&self) -> bool {
        self.content == Content::default()
    }

    /// What the form is called among several: the applicant, else the procedure.
    pub(crate) fn name(&self) -> Option<&str> {
        if let Some(code) = &self.content.corrects {
            return Some(code);
        }
        let applicant = self.content.intake.applicant.name.trim();
        let procedure = self.procedure.as_ref().map(|procedure| procedure.name.as_str());
        if applicant.is_empty() { procedure } else { Some(applicant) }
    }

    /// Notes a change.
    pub(crate) fn changed(&mut self) {
        self.version += 1;
    }

    /// Puts typed text into a field.
    pub(crate) fn type_into(&mut self, input: Input, value: String) {
        if self.last != Some(input) {
            self.leave();
            self.last = Some(input);
        }
        input.put(&mut self.content.intake, value);
        if input == Input::ClockFrom {
            self.suggest_reason();
        }
        self.changed();
    }

    /// Time that counts from another moment, of a dossier that came by post, counts from its hand-over
    /// record.
    fn suggest_reason(&mut self) {
        let intake = &mut self.content.intake;
        let typed = !intake.clock_from.trim().is_empty();
        if typed && intake.clock_reason.is_none() && intake.channel == Channel::Post {
            intake.clock_reason = Some(StartReason::Post);
        }
    }

    /// Shows the unusual terms of the time, or hides them; those that are filled in stay in sight.
    pub(crate) fn toggle_terms(&mut self) {
        self.terms = !self.terms;
    }

    /// Brings the unusual terms of the time into sight.
    pub(crate) fn show_terms(&mut self) {
        self.terms = true;
    }

    /// Whether the unusual terms of the time are in sight.
    pub(crate) fn terms_shown(&self) -> bool {
        let intake = &self.content.intake;
        let filled = [&intake.clock_from, &intake.second_limit];
        self.terms
            || intake.clock_reason.is_some()
            || filled.into_iter().any(|text| !text.trim().is_empty())
    }

    /// Whether the limit that would run is by agreement: the moment is then asked for.
    pub(crate) fn is_by_agreement(&self) -> bool {
        let Some(procedure) = &self.procedure else { return false };
        let intake = &self.content.intake;
        let intake = Intake {
            limit: limit_prose::in_short(&intake.limit),
            branch: intake.branch.clone(),
            channel: intake.channel,
            ..Intake::default()
        };
        limit_so_far(procedure, &intake) == Some(Limit::Agreed(None))
    }

    /// Says what is wrong with a field that was left, once it can be known.
    pub(crate) fn tell(&mut self, invalid: &Invalid) {
        if self.handed_in || self.touched.contains(&invalid.field) {
            let _ = self.wrong.entry(invalid.field).or_insert_with(|| text::invalid(invalid));
        }
    }

    /// Says from now on what is wrong with these fields.
    pub(crate) fn point_out(&mut self, wrong: &[Invalid]) {
        self.touched.extend(wrong.iter().map(|invalid| invalid.field));
    }

    /// The keyboard has left the field it was in.
    pub(crate) fn leave(&mut self) {
        if let Some(input) = self.last.take() {
            let _ = self.touched.insert(input.field());
        }
    }

    /// Fills in what a card says.
    pub(crate) fn take_card(&mut self, card: &Card) {
        let applicant = &mut self.content.intake.applicant;
        let phone = std::mem::take(&mut applicant.phone);
        *applicant =
            Party { phone, email: std::mem::take(&mut applicant.email), ..Party::default() };
        applicant.take_card(card);
        if let Some(date) = birth_as_written(&applicant.birth) {
            applicant.birth = date;
        }
        self.from_card = true;
        self.changed();
    }

    /// Fills the empty fields with what the person gave last time.
    pub(crate) fn take_known(&mut self, known: &Party) {
        let own = &mut self.content.intake.applicant;
        let fields = [
            (&mut own.name, &known.name),
            (&mut own.identity, &known.identity),
            (&mut own.birth, &known.birth),
            (&mut own.sex, &known.sex),
            (&mut own.address, &known.address),
            (&mut own.phone, &known.phone),
            (&mut own.email, &known.email),
        ];
        for (mine, theirs) in fields {
            if mine.trim().is_empty() {
                mine.clone_from(theirs);
            }
        }
        if let Some(date) = birth_as_written(&own.birth) {
            own.birth = date;
        }
        self.changed();
    }

    /// Chooses a procedure: its papers become the checklist, papers the officer added stay.
    pub(crate) fn choose(&mut self, procedure: &Arc<Procedure>, replaced: &[ReplacedPaper]) {
        let intake = &mut self.content.intake;
        if intake.procedure != procedure.code {
            intake.procedure.clone_from(&procedure.code);
            intake.branch.clear();
            intake.limit.clear();
            intake.agreed.clear();
            intake.second_limit.clear();
            self.content.lines.retain(|line| !line.listed);
            let listed = procedure.papers.iter().map(|paper| Line::listed(paper, replaced));
            let _ = self.content.lines.splice(0..0, listed);
        }
        self.procedure = Some(Arc::clone(procedure));
        self.answers.clear();
        self.line = 0;
        self.changed();
    }

    /// Takes the chosen procedure back; what was typed to find it stays.
    pub(crate) fn unchoose(&mut self) {
        self.procedure = None;
        self.content.intake.procedure.clear();
        self.content.lines.retain(|line| !line.listed && line.ticked);
        self.changed();
    }

    /// The intake with the ticked papers.
    pub(crate) fn intake(&self) -> Intake {
        let ticked = self.content.lines.iter().filter(|line| line.ticked);
        Intake {
            papers: ticked.map(|line| line.paper.clone()).collect(),
            limit: limit_prose::in_short(&self.content.intake.limit),
            second_limit: limit_prose::in_short(&self.content.intake.second_limit),
            // What was agreed on under another limit waits until that limit is chosen again.
            agreed: if self.is_by_agreement() {
                self.content.intake.agreed.clone()
            } else {
                String::new()
            },
            ..self.content.intake.clone()
        }
    }

    /// Checks the whole form; sentences are shown for the fields that were left.
    pub(crate) fn check(&mut self, today: NaiveDate) -> Result<NewDossier, Vec<Invalid>> {
        let checked = self.intake().check(today);
        self.wrong.clear();
        for invalid in checked.as_ref().err().into_iter().flatten() {
            self.tell(invalid);
        }
        checked
    }

    /// How many papers are ticked, and how many there are.
    pub(crate) fn ticked(&self) -> (usize, usize) {
        let real = || self.content.lines.iter().filter(|line| !line.is_heading());
        (real().filter(|line| line.ticked).count(), real().count())
    }
}

impl Line {
    fn listed(required: &RequiredPaper, replaced: &[ReplacedPaper]) -> Self {
        let database = replaced
            .iter()
            .find(|data| data.replaces(&required.name))
            .map(|data| data.database.clone());
        Self { paper: required.brought(), ticked: false, listed: true, database }
    }

    /// A paper the officer adds.
    pub(crate) fn extra(name: &str) -> Self {
        let paper =
            Paper { name: name.to_owned(), way: PaperWay::Submitted, originals: 1, copies: 0 };
        Self { paper, ticked: true, listed: false, database: None }
    }

    /// Whether this is a heading over the lines that follow.
    pub(crate) fn is_heading(&self) -> bool {
        self.listed && self.paper.name.ends_with(':')
    }

    /// Ticks it or takes the tick away. A paper without a count is one original.
    pub(crate) fn toggle(&mut self) {
        if self.is_heading() {
            return;
        }
        self.ticked = !self.ticked;
        let paper = &mut self.paper;
        if self.ticked && paper.originals + paper.copies == 0 && paper.way != PaperWay::FromDatabase
        {
            paper.originals = 1;
        }
    }

    /// Sets the number of originals (column 0) or copies (column 1); a number ticks the line.
    pub(crate) fn count(&mut self, column: usize, number: u32) {
        if self.is_heading() {
            return;
        }
        let counted = if column == 0 { &mut self.paper.originals } else { &mut self.paper.copies };
        *counted = number;
        self.ticked = self.paper.originals + self.paper.copies > 0;
    }
}

/// A card's date of birth as officers write it.
fn birth_as_written(text: &str) -> Option<String> {
    let date = crate::domain::time::parse_date(text)?;
    Some(date.format("%d/%m/%Y").to_string())
}
