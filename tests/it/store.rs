//! The book: opened, written, numbered, checked and damaged.

mod check;
mod damage;
mod list;
mod numbers;
mod open;
mod promises;
mod transact;
mod upgrade;

use motcua::desk::receive::{Received, receive};
use motcua::domain::applicant::{Applicant, ApplicantKind};
use motcua::domain::dossier::{Channel, LimitChoice, NewDossier, ReturnBy, Terms};
use motcua::domain::identity::Identity;
use motcua::domain::paper::{Paper, PaperWay};
use motcua::domain::time::OfficeTime;
use motcua::store::{Act, Book, Stamp};

use crate::support::{PROCEDURE, now};

/// A person with a name and an identity number, which may be empty.
pub(crate) fn person(name: &str, number: &str) -> Applicant {
    let identity = (!number.is_empty()).then(|| Identity::Citizen(number.to_owned()));
    Applicant {
        kind: ApplicantKind::Person { identity, birth: None, sex: None },
        name: name.to_owned(),
        address: String::new(),
        phone: String::new(),
        email: String::new(),
    }
}

/// A dossier of the sample procedure.
pub(crate) fn dossier(applicant: Applicant) -> NewDossier {
    NewDossier {
        procedure: PROCEDURE.to_owned(),
        subject: String::new(),
        applicant,
        principal: None,
        papers: vec![Paper {
            name: "Tờ khai".to_owned(),
            way: PaperWay::Submitted,
            originals: 1,
            copies: 0,
        }],
        sets: 1,
        limit: LimitChoice::Ordinary,
        terms: Terms::default(),
        channel: Channel::Counter,
        return_by: ReturnBy::Counter,
        note: String::new(),
    }
}

/// Receives a dossier of a sample person at `moment`.
pub(crate) fn receive_at(book: &Book, moment: OfficeTime) -> Received {
    received(book, dossier(person("Hồ Thị Mẫu", "045188000000")), moment)
}

pub(crate) fn received(book: &Book, new: NewDossier, moment: OfficeTime) -> Received {
    book.run(move |db| receive(db, &new, None, "Cán bộ Mẫu", moment)).unwrap().unwrap()
}

fn stamp(act: Act) -> Stamp {
    Stamp { act, actor: "Cán bộ Mẫu".to_owned(), at: now() }
}
