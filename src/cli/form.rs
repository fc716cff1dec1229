//! The options of a form: what is given takes the place of what stands there.

use chrono::NaiveDate;

use super::args::Fields;
use crate::desk::DeskError;
use crate::domain::card::Card;
use crate::domain::intake::{Intake, Party};
use crate::domain::invalid::{Field, Problem};
use crate::domain::paper::{Paper, PaperWay, RequiredPaper};
use crate::domain::procedure::Procedure;

/// Fills `args` into `form`; papers are named by their place in the procedure's list or in words.
pub(super) fn fill(
    form: &mut Intake,
    args: &Fields,
    procedure: &Procedure,
    today: NaiveDate,
) -> Result<(), DeskError> {
    let applicant = &mut form.applicant;
    applicant.organisation |= args.organisation;
    if let Some(qr) = &args.citizen_qr {
        applicant.take_card(&Card::parse(qr, today)?);
    }
    put(&mut applicant.name, &args.name);
    put(&mut applicant.identity, &args.id);
    put(&mut applicant.passport, &args.passport);
    put(&mut applicant.birth, &args.birth);
    put(&mut applicant.sex, &args.sex);
    put(&mut applicant.address, &args.address);
    put(&mut applicant.phone, &args.phone);
    put(&mut applicant.email, &args.email);
    put(&mut applicant.tax_code, &args.tax_code);
    fill_principal(form, args);
    put(&mut form.authorisation, &args.authorisation);
    put(&mut form.subject, &args.subject);
    put(&mut form.sets, &args.sets);
    put(&mut form.limit, &args.limit);
    put(&mut form.branch, &args.branch);
    put(&mut form.agreed, &args.terms.agreed);
    put(&mut form.clock_from, &args.terms.clock_from);
    form.clock_reason =
        args.terms.clock_reason.map_or(form.clock_reason, |given| Some(given.into()));
    put(&mut form.second_limit, &args.terms.second_limit);
    put(&mut form.note, &args.note);
    form.channel = args.channel.map_or(form.channel, Into::into);
    form.return_by = args.return_by.map_or(form.return_by, Into::into);
    let named = args.papers.iter().map(|text| paper(text, &procedure.papers));
    let named: Vec<Paper> = named.collect::<Result<_, DeskError>>()?;
    if !named.is_empty() {
        form.papers = named;
    }
    Ok(())
}

/// Makes way for what is given: one number takes the other's place, a person the organisation's.
pub(super) fn make_way(form: &mut Intake, args: &Fields) {
    let applicant = &mut form.applicant;
    let of_person = [&args.citizen_qr, &args.id, &args.passport, &args.birth, &args.sex];
    if of_person.into_iter().any(Option::is_some) {
        applicant.organisation = false;
    }
    if args.id.is_some() || args.citizen_qr.is_some() {
        applicant.passport.clear();
    } else if args.passport.is_some() {
        applicant.identity.clear();
    }
    if args.limit.is_some() {
        form.branch.clear();
    } else if args.branch.is_some() {
        form.limit.clear();
    }
    if args.limit.is_some() || args.branch.is_some() {
        // What was agreed on belongs to the limit that goes.
        form.agreed.clear();
    }
    if args.terms.clock_from.as_deref().is_some_and(|typed| typed.trim().is_empty()) {
        form.clock_reason = None;
    }
}

fn fill_principal(form: &mut Intake, args: &Fields) {
    let Some(name) = &args.for_name else { return };
    if name.trim().is_empty() {
        form.principal = None;
        return;
    }
    let party: &mut Party = form.principal.get_or_insert_default();
    party.organisation |= args.for_organisation;
    party.name.clone_from(name);
    put(&mut party.identity, &args.for_id);
    put(&mut party.phone, &args.for_phone);
    put(&mut party.address, &args.for_address);
    put(&mut party.email, &args.for_email);
    put(&mut party.tax_code, &args.for_tax_code);
}

fn put(field: &mut String, given: &Option<String>) {
    if let Some(given) = given {
        field.clone_from(given);
    }
}

/// A paper as `TEXT=1/0` (originals/copies) or `TEXT`; a number alone as the text is the paper with
/// that number in the procedure's list.
fn paper(text: &str, required: &[RequiredPaper]) -> Result<Paper, DeskError> {
    let (name, counts) = match text.rsplit_once('=') {
        Some((name, counts)) => (name.trim(), Some(counts)),
        None => (text.trim(), None),
    };
    let not_understood = || DeskError::from(Field::Paper.wrong(Problem::NotUnderstood));
    let mut paper = match name.parse::<usize>() {
        // Where the catalogue lists nothing, a number names nothing.
        Ok(_) if required.is_empty() => return Err(not_understood()),
        Ok(number) => {
            let max = u32::try_from(required.len()).unwrap_or(u32::MAX);
            let item = number.checked_sub(1).and_then(|index| required.get(index));
            item.map(RequiredPaper::brought)
                .ok_or_else(|| Field::Paper.wrong(Problem::OutOfRange { min: 1, max }))?
        }
        Err(_) => {
            Paper { name: name.to_owned(), way: PaperWay::Submitted, originals: 1, copies: 0 }
        }
    };
    if let Some(counts) = counts {
        let (originals, copies) = counts.split_once('/').ok_or_else(not_understood)?;
        paper.originals = originals.trim().parse().map_err(|_| not_understood())?;
        paper.copies = copies.trim().parse().map_err(|_| not_understood())?;
    }
    Ok(paper)
}
