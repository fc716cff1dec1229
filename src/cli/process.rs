//! `procedures import-steps`, `set-steps` and `steps`, and `next`.

use serde_json::{Value, json};

use super::args::{ImportSteps, Next, SetSteps, Steps};
use super::hands::stranger;
use super::output::{self, Output, to_value};
use super::{Failure, Setting};
use crate::desk::next_step::{Move, next_step};
use crate::desk::process::{ProcessForm, import_processes, process_on, set_process};
use crate::desk::progress::Progress;
use crate::domain::process::Process;
use crate::text;

pub(super) fn import(
    args: &ImportSteps,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (file, effective) = (args.file.clone(), args.effective.unwrap_or(setting.now.date()));
    let (officer, now) = (setting.officer.clone(), setting.now);
    let done =
        setting.book()?.run(move |db| import_processes(db, &file, effective, &officer, now))??;
    output.say(
        || {
            json!({
                "processes": done.processes.len(), "added": done.added,
                "unknown_procedures": done.unknown,
            })
        },
        || text::processes_imported(&done),
    );
    Ok(())
}

pub(super) fn set(
    args: &SetSteps,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let form = ProcessForm {
        procedure: args.code.clone(),
        name: args.name.clone(),
        steps: args.steps.join("\n"),
        in_force_from: args.effective.unwrap_or(setting.now.date()),
    };
    let (officer, now) = (setting.officer.clone(), setting.now);
    let done = setting.book()?.run(move |db| set_process(db, &form, &officer, now))??;
    output.say(
        || {
            let mut value = process(&done.process.base_code, Some(&done.process));
            insert(&mut value, "added", Value::Bool(done.added));
            value
        },
        || text::process_set(&done),
    );
    Ok(())
}

pub(super) fn steps(
    args: &Steps,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let (code, today) = (args.code.clone(), setting.now.date());
    let found = setting.book()?.run(move |db| process_on(db.view(), &code, today))??;
    output
        .say(|| process(&args.code, found.as_ref()), || text::process(&args.code, found.as_ref()));
    Ok(())
}

fn process(code: &str, process: Option<&Process>) -> Value {
    let Some(process) = process else {
        return json!({ "procedure": code, "process": null, "in_force_from": null, "steps": [] });
    };
    let steps = (1..).zip(&process.steps).map(|(number, step)| {
        json!({ "step": number, "name": step.name, "who": step.who, "minutes": step.minutes })
    });
    json!({
        "procedure": process.base_code, "process": process.name,
        "in_force_from": process.in_force_from, "steps": steps.collect::<Vec<_>>(),
    })
}

pub(super) fn next(args: &Next, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let to = Move { to: args.to.clone(), holder: args.holder.clone(), reason: args.reason.clone() };
    let (code, officer, now) = (args.code.clone(), setting.officer.clone(), setting.now);
    let book = setting.book()?;
    let done = book.run(move |db| next_step(db, &code, &to, &officer, now))??;
    let warning = stranger(&book, &done.dossier.holder)?;
    output.say(
        || {
            let mut value = output::dossier(&done.dossier);
            with_steps(&mut value, Some(&done.progress));
            insert(&mut value, "warning", to_value(&warning));
            value
        },
        || {
            let mut lines = text::passed_on(&done);
            lines.extend(warning.clone());
            lines
        },
    );
    Ok(())
}

/// Adds a dossier's way through its process: `process`, its own number, and `steps`.
pub(super) fn with_steps(value: &mut Value, progress: Option<&Progress>) {
    let name = progress.map(|progress| progress.process.name.as_str());
    insert(value, "process", to_value(&name));
    let steps = progress.map_or(&[][..], |progress| &progress.steps);
    insert(value, "steps", to_value(&steps));
}

fn insert(value: &mut Value, name: &str, more: Value) {
    if let Value::Object(fields) = value {
        let _ = fields.insert(name.to_owned(), more);
    }
}
