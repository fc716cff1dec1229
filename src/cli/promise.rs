//! `due`, `branch` and `explain`: counting, changing and explaining a promise.

use serde_json::{Value, json};

use super::args::{Branch, Due, Explain};
use super::output::{self, Output, days, insert, to_value};
use super::receive::require_pdf;
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::desk::branch::{Wanted, choose_branch};
use crate::desk::crowd::crowd;
use crate::desk::explain::explain as explained;
use crate::desk::print::print_explanation;
use crate::desk::receive::{Rules, settled};
use crate::desk::set_up::shipped_rules;
use crate::domain::crowd::{Crowd, Halves};
use crate::domain::dossier::LimitChoice;
use crate::domain::intake::Intake;
use crate::domain::invalid::{Field, Problem};
use crate::domain::limit::Limit;
use crate::domain::time::{OfficeTime, parse_moment};
use crate::forms::explanation::{Promise, explanation};
use crate::store::Book;
use crate::text;

/// The due date by the office's own calendar, or by the shipped one where there is no office yet.
pub(super) fn due(args: &Due, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let limit = args.limit().map_err(DeskError::from)?;
    let received = args.from.unwrap_or(setting.now).to_minute();
    let typed = Intake {
        agreed: args.terms.agreed.clone().unwrap_or_default(),
        clock_from: args.terms.clock_from.clone().unwrap_or_default(),
        clock_reason: args.terms.clock_reason.map(Into::into),
        second_limit: args.terms.second_limit.clone().unwrap_or_default(),
        ..Intake::default()
    };
    let terms = typed.terms().map_err(DeskError::Invalid)?;
    let book = setting.paths.book().exists().then(|| setting.book()).transpose()?;
    let rules = match &book {
        Some(book) => book.run(|db| Rules::load(db.view()))??,
        None => shipped_rules()?,
    };
    let limit = settled(limit, terms.agreed)?;
    let start = rules.start(received, terms.start)?;
    let due = rules.promise(start.map_or(received, |start| start.at), limit)?;
    let crowd = book.as_ref().zip(due.at).map(|(book, at)| crowd_of(book, &rules, at, None));
    let crowd = crowd.transpose()?;
    let told = args.explain.then(|| {
        let promise = Promise {
            received,
            start,
            whole: limit,
            counted: None,
            second: terms.second_limit,
            hour: rules.office().return_hour,
            due: &due,
            waits: &[],
            past: &[],
        };
        explanation(rules.calendar(), &promise)
    });
    output.say(
        || {
            let mut value = json!({
                "received_at": received, "limit": limit, "due_at": due.at, "days": days(&due),
                "beyond_calendar": due.beyond_calendar,
                "start": start,
            });
            insert(&mut value, "promised_that_day", crowd_value(crowd.as_ref(), due.at));
            if let Some(told) = &told {
                insert(&mut value, "explanation", to_value(told));
            }
            value
        },
        || {
            let mut lines = match &told {
                Some(told) => text::explanation(told),
                None => text::promise(received, start, limit, &due),
            };
            lines.extend(crowd_line(crowd.as_ref(), due.at));
            lines
        },
    );
    Ok(())
}

/// How full the day of a promise for `at` is, but for the dossier with the number `except`.
pub(super) fn crowd_of(
    book: &Book,
    rules: &Rules,
    at: OfficeTime,
    except: Option<i64>,
) -> Result<Crowd, Failure> {
    let halves = Halves::of(rules.calendar(), at.date());
    Ok(book.run(move |db| crowd(db.view(), halves, except))??)
}

/// The crowd of a promise's day as JSON; null where nothing is promised.
pub(super) fn crowd_value(crowd: Option<&Crowd>, at: Option<OfficeTime>) -> Value {
    let Some((crowd, at)) = crowd.zip(at) else { return Value::Null };
    json!({
        "total": crowd.total(), "morning": crowd.morning, "afternoon": crowd.afternoon,
        "quieter": crowd.quieter(at),
    })
}

/// The crowd of a promise's day in words.
pub(super) fn crowd_line(crowd: Option<&Crowd>, at: Option<OfficeTime>) -> Option<String> {
    let (crowd, at) = crowd.zip(at)?;
    text::crowd_line(crowd, at)
}

pub(super) fn branch(
    args: &Branch,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let limit = match (&args.limit, &args.branch) {
        (Some(limit), _) => LimitChoice::Given(
            limit
                .parse::<Limit>()
                .map_err(|problem| DeskError::from(Field::Limit.wrong(problem)))?,
        ),
        (None, Some(number)) => LimitChoice::Branch(place(number)?),
        (None, None) => LimitChoice::Ordinary,
    };
    let not_understood = || DeskError::from(Field::AgreedAt.wrong(Problem::NotUnderstood));
    let agreed = args.agreed.as_deref().map(|typed| parse_moment(typed).ok_or_else(not_understood));
    let agreed = agreed.transpose()?.map(OfficeTime::to_minute);
    let (code, reason) = (args.code.clone(), args.reason.clone());
    let (officer, now) = (setting.officer.clone(), setting.now);
    let done = setting.book()?.run(move |db| {
        choose_branch(db, &code, Wanted { limit, agreed, reason: &reason }, &officer, now)
    })??;
    output.say(
        || {
            let mut value = output::dossier(&done.after);
            insert(
                &mut value,
                "before",
                json!({
                    "limit": done.before.counted_limit(), "due_at": done.before.due.at,
                }),
            );
            value
        },
        || text::branch_chosen(&done),
    );
    Ok(())
}

/// A branch as an officer counts them, from 1.
fn place(number: &str) -> Result<usize, DeskError> {
    let place = number.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    place.ok_or_else(|| Field::Branch.wrong(Problem::OutOfRange { min: 1, max: 99 }).into())
}

/// Prints the paper that explains a promise.
pub(super) fn explain(
    args: &Explain,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    require_pdf(Some(&args.form))?;
    let book = setting.book()?;
    let code = args.code.clone();
    let told = book.run(move |db| explained(db.view(), &code))??;
    let paper = args.paper_size.map(Into::into);
    let (reason, officer) = (Some(args.reason.as_str()), &setting.officer);
    let copy = print_explanation(&book, &told, &args.form, paper, reason, officer, setting.now)?;
    let code = &told.dossier.code;
    output.say(
        || json!({ "code": code, "form": output::path(&args.form), "print": copy }),
        || text::explanation_printed(code, &args.form, copy),
    );
    Ok(())
}
