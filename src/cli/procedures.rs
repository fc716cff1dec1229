//! `procedures`: their list, and their processes.

use serde_json::{Value, json};

use super::args::Procedures;
use super::output::{Output, to_value};
use super::{Failure, Setting, process};
use crate::desk::DeskError;
use crate::desk::catalogue::ImportTerms;
use crate::desk::import::import_procedures;
use crate::desk::receive::no_longer_asked_for;
use crate::domain::fold::fold;
use crate::domain::invalid::Field;
use crate::domain::line::clean_line;
use crate::domain::paper::ReplacedPaper;
use crate::domain::procedure::{Procedure, base_code, normal_code};
use crate::store;
use crate::text;

/// The most characters of a decision's name.
const LONGEST_DECISION: usize = 300;

pub(super) fn procedures(
    action: &Procedures,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    match action {
        Procedures::Import { file, decision, effective } => {
            let decision = clean_line(decision, LONGEST_DECISION)
                .map_err(|problem| DeskError::from(Field::Decision.wrong(problem)))?;
            let terms =
                ImportTerms { decision, effective: effective.unwrap_or(setting.now.date()) };
            let (file, officer, now) = (file.clone(), setting.officer.clone(), setting.now);
            let book = setting.book()?;
            let done =
                book.run(move |db| import_procedures(db, &file, &terms, &officer, now))??;
            output.say(
                || {
                    json!({
                        "procedures": done.file.procedures.len(), "added": done.added,
                        "limits_understood": done.file.understood,
                        "limits_not_understood": done.file.not_understood,
                        "without_limit": done.file.without_limit,
                    })
                },
                || text::procedures_imported(&done),
            );
            Ok(())
        }
        Procedures::ImportSteps(args) => process::import(args, setting, output),
        Procedures::SetSteps(args) => process::set(args, setting, output),
        Procedures::Steps(args) => process::steps(args, setting, output),
        Procedures::Find { text } => find(text, setting, output),
    }
}

/// Procedures whose code or name holds every word of the text, or a word beginning with it. A code
/// may be written in any of its forms.
fn find(text: &str, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let code = normal_code(text);
    let text = code.as_deref().map_or(text, base_code);
    let words: Vec<String> = fold(text).split(' ').map(str::to_owned).collect();
    let today = setting.now.date();
    let book = setting.book()?;
    let found = book.run(move |db| {
        let mut found = Vec::new();
        for version in store::current_procedures(db.view(), today)? {
            if matches(&version.procedure, &words) {
                let replaced = no_longer_asked_for(db.view(), &version.procedure.code, today)?;
                found.push((version.procedure, replaced));
            }
        }
        Ok::<_, DeskError>(found)
    })??;
    output.say(
        || found.iter().map(|(procedure, replaced)| value(procedure, replaced)).collect(),
        || text::procedures_found(&found),
    );
    Ok(())
}

fn matches(procedure: &Procedure, words: &[String]) -> bool {
    let key = fold(&format!("{} {}", procedure.code, procedure.name));
    words.iter().all(|word| key.split(' ').any(|own| own.starts_with(word.as_str())))
}

fn value(procedure: &Procedure, replaced: &[ReplacedPaper]) -> Value {
    let mut value = to_value(procedure);
    if let Value::Object(fields) = &mut value {
        let _ = fields.insert("no_longer_asked_for".to_owned(), to_value(&replaced));
    }
    value
}
