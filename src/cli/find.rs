//! `find` and `show`.

use serde_json::{Value, json};

use super::args::{Find, Show};
use super::output::{self, Output, to_value};
use super::process::with_steps;
use super::{Failure, Setting};
use crate::desk::clock_story::{ClockStory, clock_story};
use crate::desk::control_sheet::control_lines;
use crate::desk::explain::{Explained, explain};
use crate::desk::progress::{Progress, StepLine, progress};
use crate::desk::undo::last_step;
use crate::desk::{DeskError, receive};
use crate::domain::dossier::Dossier;
use crate::domain::hands::ControlLine;
use crate::domain::notice::Notice;
use crate::domain::time::OfficeTime;
use crate::store::{self, Correction, HandBack, SignedResult, UndoPoint, UndoneAct, View};
use crate::text;

pub(super) fn find(args: &Find, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let (text, most) = (args.text.clone(), usize::from(args.max));
    let found = setting.book()?.run(move |db| store::find(db.view(), &text, most))??;
    output.say(|| to_value(&found), || text::dossiers_found(&found));
    Ok(())
}

/// Everything about a dossier, and what happened to it after it was received.
pub(super) fn show(args: &Show, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let (code, now, with_reasons) = (args.code.clone(), setting.now, args.explain);
    let all = setting.book()?.run(move |db| all_about(db.view(), &code, with_reasons, now))??;
    output.say(|| value(&all), || lines(&all));
    Ok(())
}

/// Everything that is told of a dossier.
struct All {
    dossier: Dossier,
    hand_back: Option<HandBack>,
    corrections: Vec<Correction>,
    clock: ClockStory,
    progress: Option<Progress>,
    control: Vec<ControlLine>,
    notices: Vec<Notice>,
    undone: Vec<UndoneAct>,
    undo: Option<UndoPoint>,
    result: Option<SignedResult>,
    told: Option<Explained>,
}

fn all_about(
    view: View<'_>,
    code: &str,
    with_reasons: bool,
    now: OfficeTime,
) -> Result<All, DeskError> {
    let dossier = receive::show(view, code)?;
    Ok(All {
        hand_back: store::hand_back_of(view, dossier.id)?,
        corrections: store::corrections_of(view, dossier.id)?,
        clock: clock_story(view, &dossier)?,
        progress: progress(view, &dossier, now)?,
        control: control_lines(view, &dossier, now)?,
        notices: store::notices_of(view, dossier.id)?,
        undone: store::undone_of(view, dossier.id)?,
        undo: last_step(view, &dossier, now)?,
        result: store::result_of(view, dossier.id)?,
        told: with_reasons.then(|| explain(view, &dossier.code)).transpose()?,
        dossier,
    })
}

fn value(all: &All) -> Value {
    let mut value = output::dossier(&all.dossier);
    let undo = all.undo.as_ref();
    let undo = undo.map(|step| json!({ "act": step.act, "at": step.at, "actor": step.actor }));
    let running = all.progress.iter().flat_map(|way| &way.steps).find(|step| step.running);
    for (name, more) in [
        ("hand_back", to_value(&all.hand_back)),
        ("corrections", to_value(&all.corrections)),
        ("clock", to_value(&all.clock)),
        ("control", to_value(&all.control)),
        ("notices", to_value(&all.notices)),
        ("undone", to_value(&all.undone)),
        ("undo", to_value(&undo)),
        ("result", to_value(&all.result)),
        ("step_deadline", to_value(&running.and_then(|step| step.deadline))),
        ("next_step", to_value(&next_step(all.progress.as_ref()))),
    ] {
        output::insert(&mut value, name, more);
    }
    if let Some(told) = &all.told {
        output::insert(&mut value, "explanation", to_value(&told.explanation));
    }
    with_steps(&mut value, all.progress.as_ref());
    value
}

fn lines(all: &All) -> Vec<String> {
    let next = next_step(all.progress.as_ref());
    let life = text::Life {
        dossier: &all.dossier,
        next: next.map(|step| (step.name.as_str(), step.who.as_str())),
        lines: &all.control,
        notices: &all.notices,
        undone: &all.undone,
        result: all.result.as_ref(),
    };
    let mut lines = text::dossier(&all.dossier);
    lines.extend(text::life(&life));
    lines.extend(text::clock_story(&all.clock));
    lines.extend(all.progress.as_ref().map(text::progress).unwrap_or_default());
    lines.extend(text::history(all.hand_back.as_ref(), &all.corrections));
    lines.extend(all.told.iter().flat_map(|told| text::explanation(&told.explanation)));
    lines
}

/// The step that follows in a dossier's process.
fn next_step(progress: Option<&Progress>) -> Option<&StepLine> {
    progress.and_then(|way| way.steps.get(way.next?))
}
