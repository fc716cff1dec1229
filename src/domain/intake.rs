//! The intake form: plain text as typed or scanned, and the one place that checks all of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::applicant::{
    Applicant, ApplicantKind, BirthDate, Principal, Sex, parse_address, parse_email, parse_name,
    parse_organisation_name,
};
use super::card::Card;
use super::clock_start::{ClockStart, StartReason};
use super::dossier::{Channel, Dossier, LimitChoice, NewDossier, ReturnBy, Terms};
use super::identity::Identity;
use super::invalid::{Field, Invalid, Problem};
use super::limit::Limit;
use super::line::{clean_line, required_line};
use super::paper::{Paper, PaperWay};
use super::time::{OfficeTime, parse_moment};
use super::{phone, tax_code};

/// The most papers a dossier can have.
pub const MOST_PAPERS: u32 = 200;
/// The most originals, and the most copies, of one paper.
pub const MOST_COPIES: u32 = 999;
/// The most sets of one dossier.
pub const MOST_SETS: u32 = 99;
const LONGEST_TEXT: usize = 1000;
const LONGEST_NOTE: usize = 2000;
/// Some decisions word one paper over a whole page.
const LONGEST_PAPER: usize = 4000;

/// What the officer typed about one person or organisation. Empty text means not given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Party {
    /// An organisation, not a person.
    pub organisation: bool,
    /// Name.
    pub name: String,
    /// Identity number.
    pub identity: String,
    /// Passport number, for foreigners.
    pub passport: String,
    /// Date of birth.
    pub birth: String,
    /// Sex.
    pub sex: String,
    /// Tax code of an organisation.
    pub tax_code: String,
    /// Address.
    pub address: String,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
}

/// The whole form, field by field as typed: kept as a draft, checked by [`Intake::check`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Intake {
    /// National code of the procedure.
    pub procedure: String,
    /// What is asked for; the procedure's name when empty.
    pub subject: String,
    /// Who hands it in.
    pub applicant: Party,
    /// For whom, when the applicant acts on authority.
    pub principal: Option<Party>,
    /// The paper that gives the authority.
    pub authorisation: String,
    /// What was brought.
    pub papers: Vec<Paper>,
    /// Number of sets; 1 when empty.
    pub sets: String,
    /// A limit given by the officer, in short form.
    pub limit: String,
    /// The branch of the procedure's limit, from 1; the ordinary case when empty.
    pub branch: String,
    /// The moment agreed on, where the limit is by agreement.
    pub agreed: String,
    /// From when the time counts; from the receipt when empty.
    pub clock_from: String,
    /// Why it counts from there.
    pub clock_reason: Option<StartReason>,
    /// The time after a financial duty is paid, in short form; one appointment when empty.
    pub second_limit: String,
    /// How it came in.
    pub channel: Channel,
    /// How the result goes out.
    pub return_by: ReturnBy,
    /// A note.
    pub note: String,
}

/// The fields a party's problems are named by.
struct PartyFields {
    name: Field,
    identity: Field,
    tax_code: Field,
    phone: Field,
    email: Field,
    address: Field,
}

const APPLICANT: PartyFields = PartyFields {
    name: Field::Name,
    identity: Field::IdentityNumber,
    tax_code: Field::TaxCode,
    phone: Field::Phone,
    email: Field::Email,
    address: Field::Address,
};

const PRINCIPAL: PartyFields = PartyFields {
    name: Field::PrincipalName,
    identity: Field::PrincipalIdentityNumber,
    tax_code: Field::PrincipalTaxCode,
    phone: Field::PrincipalPhone,
    email: Field::PrincipalEmail,
    address: Field::PrincipalAddress,
};

impl Party {
    /// Fills in what an identity card says.
    pub fn take_card(&mut self, card: &Card) {
        self.organisation = false;
        self.name.clone_from(&card.name);
        card.identity.number().clone_into(&mut self.identity);
        self.birth = card.birth.to_string();
        self.sex = sex_as_typed(card.sex);
        self.address.clone_from(&card.address);
    }

    /// An applicant as the form that was filled in for them.
    #[must_use]
    pub fn of(applicant: &Applicant) -> Self {
        let mut party = Self {
            name: applicant.name.clone(),
            address: applicant.address.clone(),
            phone: applicant.phone.clone(),
            email: applicant.email.clone(),
            ..Self::default()
        };
        match &applicant.kind {
            ApplicantKind::Person { identity, birth, sex } => {
                match identity {
                    Some(Identity::Passport(number)) => party.passport.clone_from(number),
                    Some(Identity::Citizen(number) | Identity::Old(number)) => {
                        party.identity.clone_from(number);
                    }
                    None => {}
                }
                party.birth = birth.map(|birth| birth.to_string()).unwrap_or_default();
                party.sex = sex_as_typed(*sex);
            }
            ApplicantKind::Organisation { tax_code } => {
                party.organisation = true;
                party.tax_code.clone_from(tax_code);
            }
        }
        party
    }

    fn check(&self, today: NaiveDate, fields: &PartyFields, wrong: &mut Wrong) -> Applicant {
        let name = if self.organisation {
            parse_organisation_name(&self.name)
        } else {
            parse_name(&self.name)
        };
        let name = wrong.take(fields.name, name);
        let kind = if self.organisation {
            let code = wrong.optional(fields.tax_code, &self.tax_code, tax_code::parse);
            ApplicantKind::Organisation { tax_code: code.unwrap_or_default() }
        } else {
            let identity = wrong.optional(fields.identity, &self.identity, Identity::parse);
            let passport =
                wrong.optional(Field::Passport, &self.passport, Identity::parse_passport);
            if identity.is_some() && passport.is_some() {
                wrong.add(Field::Passport, Problem::Conflict);
            }
            ApplicantKind::Person {
                identity: identity.or(passport),
                birth: wrong
                    .optional(Field::BirthDate, &self.birth, |text| BirthDate::parse(text, today)),
                sex: wrong.optional(Field::Sex, &self.sex, Sex::parse),
            }
        };
        Applicant {
            kind,
            name,
            address: wrong
                .optional(fields.address, &self.address, parse_address)
                .unwrap_or_default(),
            phone: wrong.optional(fields.phone, &self.phone, phone::parse).unwrap_or_default(),
            email: wrong.optional(fields.email, &self.email, parse_email).unwrap_or_default(),
        }
    }
}

fn sex_as_typed(sex: Option<Sex>) -> String {
    match sex {
        Some(Sex::Male) => "Nam".to_owned(),
        Some(Sex::Female) => "Nữ".to_owned(),
        None => String::new(),
    }
}

impl Intake {
    /// A dossier as the form that was filled in for it, to be corrected. What is the same as the
    /// procedure's own name or ordinary limit is left empty, so that it goes along when the
    /// procedure changes.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Self {
        let procedure = &dossier.procedure;
        let principal = dossier.principal.as_ref();
        // What was agreed is written beside the limit, as it is typed.
        let (runs, agreed) = match dossier.limit {
            Limit::Agreed(Some(at)) => (Limit::Agreed(None), as_typed(at)),
            limit => (limit, String::new()),
        };
        let branch = procedure.limits.iter().position(|branch| branch.limit == runs);
        let (limit, branch) = if procedure.ordinary_limit(dossier.channel) == Some(runs) {
            (String::new(), String::new())
        } else if let Some(place) = branch {
            (String::new(), (place + 1).to_string())
        } else {
            (runs.to_string(), String::new())
        };
        let typed_start =
            dossier.start.filter(|start| StartReason::AT_INTAKE.contains(&start.reason));
        let own_subject = dossier.subject != procedure.name;
        Self {
            procedure: procedure.code.clone(),
            subject: if own_subject { dossier.subject.clone() } else { String::new() },
            applicant: Party::of(&dossier.applicant),
            principal: principal.map(|principal| Party::of(&principal.party)),
            authorisation: principal.map(|of| of.authorisation.clone()).unwrap_or_default(),
            papers: dossier.papers.clone(),
            sets: dossier.sets.to_string(),
            limit,
            branch,
            agreed,
            clock_from: typed_start.map(|start| as_typed(start.at)).unwrap_or_default(),
            clock_reason: typed_start.map(|start| start.reason),
            second_limit: dossier.second_limit.map(|limit| limit.to_string()).unwrap_or_default(),
            channel: dossier.channel,
            return_by: dossier.return_by,
            note: dossier.note.clone(),
        }
    }

    /// Checks every field; `today` is the day of receipt.
    ///
    /// # Errors
    /// Every field that cannot be accepted, in the order of the form.
    pub fn check(&self, today: NaiveDate) -> Result<NewDossier, Vec<Invalid>> {
        let mut wrong = Wrong(Vec::new());
        let applicant = self.applicant.check(today, &APPLICANT, &mut wrong);
        let principal = self.principal.as_ref().map(|party| Principal {
            party: party.check(today, &PRINCIPAL, &mut wrong),
            authorisation: wrong
                .take(Field::Authorisation, required_line(&self.authorisation, LONGEST_TEXT)),
        });
        let new = NewDossier {
            procedure: wrong.take(Field::Procedure, required_line(&self.procedure, 40)),
            subject: wrong
                .optional(Field::Subject, &self.subject, |text| clean_line(text, LONGEST_TEXT))
                .unwrap_or_default(),
            applicant,
            principal,
            papers: self.check_papers(&mut wrong),
            sets: wrong
                .optional(Field::Sets, &self.sets, |text| number(text, MOST_SETS))
                .unwrap_or(1),
            limit: self.check_limit(&mut wrong),
            terms: self.check_terms(&mut wrong),
            channel: self.channel,
            return_by: self.return_by,
            note: wrong
                .optional(Field::Note, &self.note, |text| clean_line(text, LONGEST_NOTE))
                .unwrap_or_default(),
        };
        if wrong.0.is_empty() { Ok(new) } else { Err(wrong.0) }
    }

    fn check_papers(&self, wrong: &mut Wrong) -> Vec<Paper> {
        if self.papers.len() > MOST_PAPERS as usize {
            wrong.add(Field::Paper, Problem::OutOfRange { min: 0, max: MOST_PAPERS });
        }
        self.papers
            .iter()
            .map(|paper| {
                let most = paper.originals.max(paper.copies);
                if most == 0 && paper.way != PaperWay::FromDatabase {
                    wrong.add(Field::Paper, Problem::Missing);
                } else if most > MOST_COPIES {
                    wrong.add(Field::Paper, Problem::OutOfRange { min: 0, max: MOST_COPIES });
                }
                let name = wrong.take(Field::Paper, required_line(&paper.name, LONGEST_PAPER));
                Paper { name, ..paper.clone() }
            })
            .collect()
    }

    /// How the time runs besides the limit, as far as the form says so.
    ///
    /// # Errors
    /// Every one of these fields that cannot be accepted.
    pub fn terms(&self) -> Result<Terms, Vec<Invalid>> {
        let mut wrong = Wrong(Vec::new());
        let terms = self.check_terms(&mut wrong);
        if wrong.0.is_empty() { Ok(terms) } else { Err(wrong.0) }
    }

    fn check_terms(&self, wrong: &mut Wrong) -> Terms {
        let moment = |text: &str| parse_moment(text).ok_or(Problem::NotUnderstood);
        let from = wrong.optional(Field::ClockFrom, &self.clock_from, moment);
        let start = match (from, self.clock_reason) {
            (Some(at), Some(reason)) => Some(ClockStart { at: at.to_minute(), reason }),
            (Some(_), None) => {
                wrong.add(Field::ClockReason, Problem::Missing);
                None
            }
            (None, Some(_)) if self.clock_from.trim().is_empty() => {
                wrong.add(Field::ClockFrom, Problem::Missing);
                None
            }
            (None, _) => None,
        };
        let second_limit = wrong.optional(Field::SecondLimit, &self.second_limit, str::parse);
        if matches!(second_limit, Some(Limit::Agreed(_) | Limit::None)) {
            wrong.add(Field::SecondLimit, Problem::NotUnderstood);
        }
        Terms {
            start,
            agreed: wrong
                .optional(Field::AgreedAt, &self.agreed, moment)
                .map(OfficeTime::to_minute),
            second_limit,
        }
    }

    fn check_limit(&self, wrong: &mut Wrong) -> LimitChoice {
        let given = wrong.optional(Field::Limit, &self.limit, str::parse);
        let branch = wrong.optional(Field::Branch, &self.branch, |text| number(text, 99));
        match (given, branch) {
            (Some(_), Some(_)) => {
                wrong.add(Field::Branch, Problem::Conflict);
                LimitChoice::Ordinary
            }
            (Some(limit), None) => LimitChoice::Given(limit),
            (None, Some(number)) => LimitChoice::Branch(number as usize - 1),
            (None, None) => LimitChoice::Ordinary,
        }
    }
}

/// A moment as an officer types it.
fn as_typed(at: OfficeTime) -> String {
    format!("{} {}", at.time().format("%H:%M"), at.date().format("%d/%m/%Y"))
}

/// The problems found so far.
struct Wrong(Vec<Invalid>);

impl Wrong {
    fn add(&mut self, field: Field, problem: Problem) {
        self.0.push(field.wrong(problem));
    }

    /// The value, or the default after noting the problem.
    fn take<T: Default>(&mut self, field: Field, result: Result<T, Problem>) -> T {
        result.unwrap_or_else(|problem| {
            self.add(field, problem);
            T::default()
        })
    }

    /// The value of a field that may be left empty.
    fn optional<T>(
        &mut self,
        field: Field,
        text: &str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        if text.trim().is_empty() {
            return None;
        }
        parse(text).map_err(|problem| self.add(field, problem)).ok()
    }
}

/// A number from 1 to `max`.
fn number(text: &str, max: u32) -> Result<u32, Problem> {
    let out_of_range = Problem::OutOfRange { min: 1, max };
    match text.trim().parse() {
        Ok(number) if (1..=max).contains(&number) => Ok(number),
        _ => Err(out_of_range),
    }
}
