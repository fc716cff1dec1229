//! The text of identity cards, with all that scanners put around it.

use proptest::prelude::*;

use motcua::domain::applicant::{BirthDate, Sex};
use motcua::domain::card::Card;
use motcua::domain::identity::Identity;
use motcua::domain::invalid::{Field, Invalid, Problem};

use super::{day, nfd, today};

const CARD: &str = "045088000123|191234567|Hồ Thị Mẫu|12031988|Nữ|Thôn Bản Mẫu, Hướng Hiệp, Đakrông, Quảng Trị|15042021";

#[test]
fn a_card_fills_the_form() {
    let card = Card::parse(CARD, today()).unwrap();
    assert_eq!(
        card,
        Card {
            identity: Identity::Citizen("045088000123".into()),
            old_number: Some("191234567".into()),
            name: "Hồ Thị Mẫu".into(),
            birth: BirthDate::Day(day(1988, 3, 12)),
            sex: Some(Sex::Female),
            address: "Thôn Bản Mẫu, Hướng Hiệp, Đakrông, Quảng Trị".into(),
            issued: Some(day(2021, 4, 15)),
        }
    );
    for noisy in [
        nfd(CARD),
        format!("]Q1{CARD}\r\n"),
        format!("\u{FEFF}\u{2}{CARD}\u{3}\0"),
        format!("\u{2}]Q1{CARD}\u{1D}\t"),
        format!("{CARD}|Cha Mẫu|Mẹ Mẫu|"),
        CARD.replace('|', " | "),
        CARD.replace("Nữ", "NU"),
    ] {
        assert_eq!(Card::parse(&noisy, today()).as_ref(), Ok(&card), "{noisy:?}");
    }
}

#[test]
fn a_card_may_say_less() {
    let card = Card::parse("045046000123||A|1946|?|", today()).unwrap();
    assert_eq!(card.birth, BirthDate::Year(1946));
    assert_eq!((card.old_number, card.sex, card.issued), (None, None, None));
    assert_eq!((card.name.as_str(), card.address.as_str()), ("A", ""));
    let card = Card::parse("045046000123|x|A|1946|Nam|Bản Mẫu|31022021", today()).unwrap();
    assert_eq!((card.old_number, card.sex, card.issued), (None, Some(Sex::Male), None));
    for (issued, read) in [("23112026", Some(today())), ("24112026", None), ("2021", None)] {
        let card = Card::parse(&format!("045046000123||A|1946|Nam||{issued}"), today()).unwrap();
        assert_eq!(card.issued, read, "{issued}");
    }
}

#[test]
fn a_card_names_the_part_that_fails() {
    let wrong = |text: &str| Card::parse(text, today()).unwrap_err();
    let twelve = |found| Problem::WrongLength { found, expected: "12" };
    for (text, field, problem) in [
        ("", Field::CardText, Problem::Empty),
        ("\u{2}\r\n\u{FEFF}", Field::CardText, Problem::Empty),
        ("]Q1", Field::CardText, Problem::Empty),
        ("045088000123", Field::CardText, Problem::TooFewParts { found: 1 }),
        ("045088000123||A|1946|Nam", Field::CardText, Problem::TooFewParts { found: 5 }),
        ("|||||", Field::IdentityNumber, Problem::Empty),
        ("04508800012||A|1946|Nam|", Field::IdentityNumber, twelve(11)),
        ("191234567||A|1946|Nam|", Field::IdentityNumber, twelve(9)),
        ("045088000123|||1946|Nam|", Field::Name, Problem::Empty),
        ("045088000123||H? M?u|1946|Nam|", Field::Name, Problem::NotAName),
        ("045088000123||A||Nam|", Field::BirthDate, Problem::Empty),
        ("045088000123||A|31021988|Nam|", Field::BirthDate, Problem::ImpossibleDate),
        ("045088000123||A|2027|Nam|", Field::BirthDate, Problem::InFuture),
    ] {
        assert_eq!(wrong(text), Invalid { field, problem }, "{text:?}");
    }
    let long = format!("045088000123||A|1946|Nam|{}", "b".repeat(301));
    assert_eq!(wrong(&long), Field::Address.wrong(Problem::TooLong { max: 300 }));
}

proptest! {
    #[test]
    fn no_text_makes_the_card_reader_panic(
        text in any::<String>(),
        parts in prop::collection::vec("\\PC{0,12}|[0-9]{4,12}", 0..10),
    ) {
        let found = parts.len();
        let _ = Card::parse(&text, today());
        let read = Card::parse(&parts.join("|"), today());
        prop_assert!(found >= 6 || read.is_err());
    }

    #[test]
    fn a_card_is_read_through_the_noise(
        number in "[0-9]{12}",
        old in prop::option::of("[0-9]{9}"),
        name in "[A-ZĐÂÊÔƠƯ][a-zăâđêôơưáàảãạ']{0,8}( [A-Z][a-zếềểễệ]{0,6}){0,4}",
        (year, month, date) in (1900..2026, 1..13u32, 1..29u32),
        sex in prop_oneof![Just(None), Just(Some(Sex::Male)), Just(Some(Sex::Female))],
        address in "[A-Z][a-zô]{1,8}(, [A-Z0-9][a-zô]{1,8}){0,5}",
        issued in prop::option::of((2021..2026, 1..13u32, 1..29u32)),
        before in "(\u{FEFF}|\u{2}|\\]Q1|\\]d2|\r|\n){0,1}",
        after in "[\r\n\t\u{3}\u{1D}\0]{0,3}",
        decomposed in any::<bool>(),
        extra in prop::collection::vec("[A-Z ]{0,8}", 0..4),
    ) {
        let card = Card {
            identity: Identity::Citizen(number.clone()),
            old_number: old.clone(),
            name: name.clone(),
            birth: BirthDate::Day(day(year, month, date)),
            sex,
            address: address.clone(),
            issued: issued.map(|(year, month, date)| day(year, month, date)),
        };
        let sex = sex.map_or("", |sex| if sex == Sex::Male { "Nam" } else { "Nữ" });
        let compact = |(year, month, date)| format!("{date:02}{month:02}{year}");
        let born = compact((year, month, date));
        let issued = issued.map(compact).unwrap_or_default();
        let old = old.unwrap_or_default();
        let mut text = [number, old, name, born, sex.into(), address, issued].join("|");
        for part in extra {
            text = format!("{text}|{part}");
        }
        let text = if decomposed { nfd(&text) } else { text };
        prop_assert_eq!(Card::parse(&format!("{before}{text}{after}"), today()), Ok(card));
    }
}
