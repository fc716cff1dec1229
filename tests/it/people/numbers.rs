//! Identity numbers, telephone numbers and tax codes.

use proptest::prelude::*;

use motcua::domain::applicant::{
    Applicant, ApplicantKind, BirthDate, Sex, parse_address, parse_email, parse_name,
    parse_organisation_name,
};
use motcua::domain::fold::marked_words;
use motcua::domain::identity::{IdWarning, Identity};
use motcua::domain::invalid::Problem;
use motcua::domain::line::clean_line;
use motcua::domain::phone::{self, PhoneWarning};
use motcua::domain::place::{PLACES, is_abroad, place};
use motcua::domain::tax_code;

use super::{day, today};

fn id(text: &str) -> Identity {
    Identity::parse(text).unwrap()
}

#[test]
fn identity_numbers_are_read_as_people_write_them() {
    for (text, identity) in [
        ("045088000123", Identity::Citizen("045088000123".into())),
        (" 045 088 000 123\r\n", Identity::Citizen("045088000123".into())),
        ("045.088-000 123", Identity::Citizen("045088000123".into())),
        ("０４５０８８０００１２３", Identity::Citizen("045088000123".into())),
        ("191 234 567", Identity::Old("191234567".into())),
    ] {
        assert_eq!(Identity::parse(text), Ok(identity), "{text:?}");
    }
    for (text, problem) in [
        ("", Problem::Empty),
        (" \u{200B} ", Problem::Empty),
        ("04508800012", Problem::WrongLength { found: 11, expected: "9, 12" }),
        ("04508800012O", Problem::NotDigits),
        ("-191234567", Problem::NotDigits),
        ("191234567.", Problem::NotDigits),
        ("---", Problem::NotDigits),
    ] {
        assert_eq!(Identity::parse(text), Err(problem), "{text:?}");
    }
}

#[test]
fn passports_are_letters_and_digits() {
    let read = Identity::parse_passport(" pa 1234567 ");
    assert_eq!(read, Ok(Identity::Passport("PA1234567".into())));
    for (text, problem) in [
        ("", Problem::Empty),
        ("B12", Problem::WrongLength { found: 3, expected: "5–20" }),
        ("ABCDEF", Problem::NotUnderstood),
        ("Đ1234567", Problem::NotUnderstood),
        ("B/1234567", Problem::NotUnderstood),
    ] {
        assert_eq!(Identity::parse_passport(text), Err(problem), "{text:?}");
    }
}

#[test]
fn a_personal_number_tells_place_sex_and_year() {
    for (number, name, sex, year) in [
        ("045088000123", Some("Quảng Trị"), Sex::Male, 1988),
        ("024199000123", Some("Bắc Giang"), Sex::Female, 1999),
        ("001200000123", Some("Hà Nội"), Sex::Male, 2000),
        ("096326000123", Some("Cà Mau"), Sex::Female, 2026),
        ("023990000123", None, Sex::Female, 2390),
    ] {
        let reading = id(number).reading().unwrap();
        assert_eq!(reading.place.map(|place| place.name), name, "{number}");
        assert_eq!((reading.sex, reading.birth_year), (sex, year), "{number}");
    }
    assert_eq!(id("191234567").reading(), None);
    assert_eq!(Identity::Citizen("not a number".into()).reading(), None);
    assert_eq!(Identity::Citizen("ế".repeat(4)).reading(), None);
}

#[test]
fn odd_numbers_are_warned_about_and_accepted() {
    let warnings = |number: &str, sex, year| {
        id(number).warnings(Some(sex), Some(BirthDate::Year(year)), today())
    };
    assert_eq!(warnings("045088000123", Sex::Male, 1988), []);
    assert_eq!(
        warnings("023088000123", Sex::Female, 1989),
        [
            IdWarning::UnknownPlace { code: 23 },
            IdWarning::SexDiffers { number: Sex::Male, given: Sex::Female },
            IdWarning::BirthYearDiffers { number: 1988, given: 1989 },
        ]
    );
    assert_eq!(
        warnings("119388000123", Sex::Female, 1988),
        [IdWarning::RegisteredAbroad { code: 119 }, IdWarning::BornInFuture { year: 2088 }]
    );
    assert_eq!(id("045088000123").warnings(None, None, today()), []);
    assert_eq!(warnings("045326000123", Sex::Female, 2026), []);
    assert_eq!(id("191234567").warnings(Some(Sex::Male), None, today()), []);
    assert_eq!(Identity::Passport("B1234567".into()).warnings(None, None, today()), []);
}

#[test]
fn an_applicant_knows_the_warnings_of_its_number() {
    let kind = ApplicantKind::Person {
        identity: Some(id("045088000123")),
        birth: Some(BirthDate::Day(day(1988, 3, 12))),
        sex: Some(Sex::Female),
    };
    let blank = String::new();
    let mut applicant = Applicant {
        kind,
        name: "Hồ Thị Mẫu".into(),
        address: blank.clone(),
        phone: blank.clone(),
        email: blank,
    };
    let differs = IdWarning::SexDiffers { number: Sex::Male, given: Sex::Female };
    assert_eq!(applicant.identity_warnings(today()), [differs]);
    let json = serde_json::to_string(&applicant).unwrap();
    assert_eq!(serde_json::from_str::<Applicant>(&json).unwrap(), applicant, "{json}");
    applicant.kind = ApplicantKind::Organisation { tax_code: "0100047516".into() };
    assert_eq!(applicant.identity_warnings(today()), []);
}

#[test]
fn the_list_of_places_is_whole_and_in_order() {
    assert!(PLACES.is_sorted_by(|one, next| one.code < next.code));
    assert!(PLACES.iter().all(|one| place(one.code) == Some(*one) && !is_abroad(one.code)));
    assert_eq!(place(24).map(|place| place.name), Some("Bắc Giang"));
    assert_eq!((place(0), place(23), place(97), place(999)), (None, None, None, None));
    assert!(is_abroad(100) && !is_abroad(99));
}

#[test]
fn phone_numbers_get_their_leading_zero() {
    for (text, number) in [
        ("0912345678", "0912345678"),
        ("0912.345.678", "0912345678"),
        (" 0912-345 678 ", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("+84 (0)912 345 678", "0912345678"),
        ("(+84) 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("0084912345678", "0912345678"),
        ("\u{202A}0912345678\u{202C}", "0912345678"),
        ("(024) 3825 0000", "02438250000"),
        ("+84 24 3825 0000", "02438250000"),
        ("0233.350.000", "0233350000"),
    ] {
        assert_eq!(phone::parse(text), Ok(number.to_owned()), "{text:?}");
    }
    for (text, problem) in [
        ("", Problem::Empty),
        ("+", Problem::NotDigits),
        ("0912 345 67a", Problem::NotDigits),
        ("0912345678+", Problem::NotDigits),
        ("091234567", Problem::WrongLength { found: 9, expected: "10, 11" }),
        ("091234567890", Problem::WrongLength { found: 12, expected: "10, 11" }),
        ("+856 20 5555 0000", Problem::NotUnderstood),
        ("9123456789", Problem::NotUnderstood),
        ("8491234567", Problem::NotUnderstood),
        ("0012345678", Problem::NotUnderstood),
    ] {
        assert_eq!(phone::parse(text), Err(problem), "{text:?}");
    }
}

#[test]
fn unknown_phone_prefixes_are_only_warned_about() {
    for known in ["0321234567", "0871234567", "0991234567", "0701234567", "02438250000"] {
        assert_eq!(phone::warning(known), None, "{known}");
    }
    for odd in ["0311234567", "0401234567", "0531234567", "0711234567", "0951234567", "01631234567"]
    {
        let prefix = odd[..3].to_owned();
        assert_eq!(phone::warning(odd), Some(PhoneWarning::UnknownPrefix { prefix }), "{odd}");
        assert_eq!(phone::parse(odd), Ok(odd.to_owned()));
    }
    assert_eq!(phone::warning("09123456789"), Some(PhoneWarning::TooManyDigits));
    assert_eq!(phone::warning(""), None);
}

#[test]
fn tax_codes_are_checked() {
    for (text, code) in [
        ("0100047516", "0100047516"),
        ("0100 047 516", "0100047516"),
        ("0100047516-001", "0100047516-001"),
        ("0100047516 – 001", "0100047516-001"),
        ("0100047516001", "0100047516-001"),
        ("045088000123", "045088000123"),
    ] {
        assert_eq!(tax_code::parse(text), Ok(code.to_owned()), "{text:?}");
    }
    for (text, problem) in [
        ("", Problem::Empty),
        ("-", Problem::NotDigits),
        ("MST0100047516", Problem::NotDigits),
        ("0100047516-01", Problem::NotUnderstood),
        ("010004751", Problem::WrongLength { found: 9, expected: "10, 12, 13" }),
        ("0100047517", Problem::CheckDigit),
        ("0100047517-001", Problem::CheckDigit),
        ("0000000000", Problem::CheckDigit),
    ] {
        assert_eq!(tax_code::parse(text), Err(problem), "{text:?}");
    }
}

#[test]
fn one_wrong_digit_in_a_tax_code_is_always_found() {
    let right = "0100047516";
    for place in 0..10 {
        for digit in '0'..='9' {
            let mut wrong: Vec<char> = right.chars().collect();
            wrong[place] = digit;
            let wrong: String = wrong.into_iter().collect();
            assert_eq!(tax_code::parse(&wrong).is_ok(), wrong == right, "{wrong}");
        }
    }
}

proptest! {
    #[test]
    fn nothing_typed_makes_a_reader_panic(text in any::<String>(), number in "[-+0-9 .()０-９]*") {
        for text in [text, number] {
            let _ = (clean_line(&text, 9), parse_name(&text), parse_organisation_name(&text));
            let _ = (parse_address(&text), parse_email(&text), BirthDate::parse(&text, today()));
            let _ = (tax_code::parse(&text), phone::warning(&text), Sex::parse(&text));
            let _ = (marked_words(&text), Identity::Citizen(text.clone()).reading());
            if let Ok(number) = phone::parse(&text) {
                prop_assert_eq!(phone::parse(&number), Ok(number));
            }
            for read in [Identity::parse(&text), Identity::parse_passport(&text)] {
                let warnings = read.map(|identity| identity.warnings(None, None, today()));
                prop_assert!(warnings.is_err() || warnings.is_ok_and(|found| found.len() <= 2));
            }
        }
    }
}
