//! `find` and `show`.

use serde_json::Value;

use super::args::{Find, Show};
use super::output::{self, Output, to_value};
use super::process::with_steps;
use super::{Failure, Setting};
use crate::desk::clock_story::clock_story;
use crate::desk::explain::explain;
use crate::desk::progress::progress;
use crate::desk::{DeskError, receive};
use crate::store;
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
    let (dossier, hand_back, corrections, clock, progress, told) =
        setting.book()?.run(move |db| {
            let dossier = receive::show(db.view(), &code)?;
            let hand_back = store::hand_back_of(db.view(), dossier.id)?;
            let corrections = store::corrections_of(db.view(), dossier.id)?;
            let clock = clock_story(db.view(), &dossier)?;
            let progress = progress(db.view(), &dossier, now)?;
            let told = with_reasons.then(|| explain(db.view(), &dossier.code)).transpose()?;
            Ok::<_, DeskError>((dossier, hand_back, corrections, clock, progress, told))
        })??;
    output.say(
        || {
            let mut value = output::dossier(&dossier);
            if let Value::Object(fields) = &mut value {
                let _ = fields.insert("hand_back".to_owned(), to_value(&hand_back));
                let _ = fields.insert("corrections".to_owned(), to_value(&corrections));
                let _ = fields.insert("clock".to_owned(), to_value(&clock));
                if let Some(told) = &told {
                    let _ = fields.insert("explanation".to_owned(), to_value(&told.explanation));
                }
            }
            with_steps(&mut value, progress.as_ref());
            value
        },
        || {
            let mut lines = text::dossier(&dossier);
            lines.extend(text::clock_story(&clock));
            lines.extend(progress.as_ref().map(text::progress).unwrap_or_default());
            lines.extend(text::history(hand_back.as_ref(), &corrections));
            lines.extend(told.iter().flat_map(|told| text::explanation(&told.explanation)));
            lines
        },
    );
    Ok(())
}
