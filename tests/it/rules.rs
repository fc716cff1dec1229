//! Dossier codes, statuses, limits and the intake form.

use chrono::NaiveDate;
use proptest::prelude::*;

use motcua::domain::code::{CodePattern, DEFAULT_PATTERN, parse_unit};
use motcua::domain::dossier::LimitChoice;
use motcua::domain::intake::{Intake, Party};
use motcua::domain::invalid::{Field, Problem};
use motcua::domain::limit::Limit;
use motcua::domain::paper::{Paper, PaperWay};
use motcua::domain::status::{LAWFUL, Status};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn patterns_make_codes() {
    let on = day(2026, 2, 5);
    for (pattern, sequence, expected) in [
        (DEFAULT_PATTERN, 42, "H50.031-260205-0042"),
        (DEFAULT_PATTERN, 9_999, "H50.031-260205-9999"),
        (DEFAULT_PATTERN, 10_000, "H50.031-260205-10000"),
        ("UNIT-YYMMDD-12XXXX", 7, "H50.031-260205-120007"),
        ("000.00.31.UNIT-YYYYMMDD-XXXXXXX", 1, "000.00.31.H50.031-20260205-0000001"),
        ("TN_YYYY_XXXX", 365, "TN_2026_0365"),
    ] {
        let pattern = CodePattern::parse(pattern).unwrap();
        assert_eq!(pattern.code("H50.031", on, sequence), expected);
    }
}

#[test]
fn patterns_that_could_not_number_are_refused() {
    for (pattern, problem) in [
        ("", Problem::Empty),
        ("UNIT-YYMMDD", Problem::Missing),
        ("UNIT-XXX", Problem::OutOfRange { min: 4, max: 12 }),
        ("UNIT-XXXXXXXXXXXXX", Problem::OutOfRange { min: 4, max: 12 }),
        ("XXXX-XXXX", Problem::Conflict),
        ("UNIT/XXXX", Problem::ForbiddenCharacter('/')),
        ("unit-XXXX", Problem::ForbiddenCharacter('u')),
        ("Đ-XXXX", Problem::ForbiddenCharacter('Đ')),
    ] {
        assert_eq!(CodePattern::parse(pattern), Err(problem), "{pattern}");
    }
}

#[test]
fn unit_codes_follow_the_decision() {
    assert_eq!(parse_unit(" h50.031 "), Ok("H50.031".to_owned()));
    assert_eq!(parse_unit("000.00.31.H50"), Ok("000.00.31.H50".to_owned()));
    assert_eq!(parse_unit(""), Err(Problem::Empty));
    assert_eq!(parse_unit("H50-031"), Err(Problem::ForbiddenCharacter('-')));
    assert_eq!(parse_unit(&"H".repeat(36)), Err(Problem::TooLong { max: 35 }));
}

proptest! {
    /// Two dossiers have the same code only when series and number are the same.
    #[test]
    fn codes_are_unique(
        days in (0_u64..4000, 0_u64..4000), numbers in (1_i64..200_000, 1_i64..200_000),
        pattern in prop::sample::select(vec![DEFAULT_PATTERN, "UNIT.YYYYMMDD.XXXXXX", "YYMM-XXXX"]),
    ) {
        let pattern = CodePattern::parse(pattern).unwrap();
        let on = |days| day(2024, 1, 1) + chrono::Days::new(days);
        let code = |days, number| pattern.code("H50.031", on(days), number);
        let series = |days| pattern.series("H50.031", on(days));
        let same = series(days.0) == series(days.1) && numbers.0 == numbers.1;
        prop_assert_eq!(code(days.0, numbers.0) == code(days.1, numbers.1), same);
    }

    #[test]
    fn any_text_is_a_pattern_or_a_problem(text in ".{0,40}") {
        let _ = CodePattern::parse(&text);
        let _ = parse_unit(&text);
    }

    #[test]
    fn limits_are_read_back(count in 1_u32..=999, kind in 0..5) {
        let limit = match kind {
            0 => Limit::WorkingDays(count),
            1 => Limit::CalendarDays(count),
            2 => Limit::WorkingHours(count),
            3 => Limit::SameDay,
            _ => Limit::None,
        };
        prop_assert_eq!(limit.to_string().parse(), Ok(limit));
    }

    #[test]
    fn any_text_is_a_limit_or_a_problem(text in ".{0,20}") {
        let _ = text.parse::<Limit>();
    }
}

#[test]
fn limits_that_are_not_understood() {
    for (text, problem) in [
        ("", Problem::Empty),
        ("5 ngày", Problem::NotUnderstood),
        ("d", Problem::NotUnderstood),
        ("-1d", Problem::NotUnderstood),
        ("1000d", Problem::OutOfRange { min: 1, max: 999 }),
        ("99999999999d", Problem::OutOfRange { min: 1, max: 999 }),
        ("0h", Problem::OutOfRange { min: 1, max: 999 }),
        ("0cd", Problem::OutOfRange { min: 1, max: 999 }),
    ] {
        assert_eq!(text.parse::<Limit>(), Err(problem), "{text}");
    }
}

#[test]
fn statuses_have_their_national_numbers() {
    let numbers: Vec<u8> = Status::ALL.iter().map(|status| status.number()).collect();
    assert_eq!(numbers, (1..=10).collect::<Vec<u8>>());
    for status in Status::ALL {
        assert_eq!(Status::from_number(i64::from(status.number())), Some(status));
    }
    assert_eq!(Status::from_number(0), None);
    assert_eq!(Status::from_number(11), None);
}

#[test]
fn only_lawful_changes() {
    let lawful: [(u8, &[u8]); 10] = [
        (1, &[2, 3, 5]),
        (2, &[4, 5, 7, 9]),
        (3, &[]),
        (4, &[3, 5, 6, 7, 8, 9]),
        (5, &[2, 3, 4, 7, 8]),
        (6, &[4, 7, 8]),
        (7, &[]),
        (8, &[]),
        (9, &[10]),
        (10, &[]),
    ];
    let mut changes = 0;
    for (from, nexts) in lawful {
        let from = Status::from_number(i64::from(from)).unwrap();
        assert_eq!(from.is_final(), nexts.is_empty());
        for next in Status::ALL {
            assert_eq!(from.may_become(next), nexts.contains(&next.number()), "{from:?} {next:?}");
        }
        changes += nexts.len();
    }
    assert_eq!(changes, LAWFUL.len());
}

fn form() -> Intake {
    Intake {
        procedure: "1.004884".to_owned(),
        applicant: Party { name: "Hồ Thị Mẫu".to_owned(), ..Party::default() },
        ..Intake::default()
    }
}

#[test]
fn a_form_with_name_and_procedure_is_enough() {
    let new = form().check(day(2026, 11, 23)).unwrap();
    assert_eq!((new.sets, new.limit), (1, LimitChoice::Ordinary));
    assert_eq!(new.applicant.identity_number(), "");
}

#[test]
fn every_wrong_field_is_named_at_once() {
    let nothing =
        Paper { name: "Tờ khai".to_owned(), way: PaperWay::Submitted, originals: 0, copies: 0 };
    let wrong = Intake {
        procedure: " ".to_owned(),
        applicant: Party {
            name: "1234".to_owned(),
            identity: "04518800000".to_owned(),
            birth: "31/02/1988".to_owned(),
            phone: "12".to_owned(),
            ..Party::default()
        },
        principal: Some(Party::default()),
        papers: vec![nothing],
        sets: "0".to_owned(),
        limit: "5 ngày".to_owned(),
        ..Intake::default()
    };
    let fields: Vec<Field> =
        wrong.check(day(2026, 11, 23)).unwrap_err().iter().map(|invalid| invalid.field).collect();
    assert_eq!(
        fields,
        [
            Field::Name,
            Field::IdentityNumber,
            Field::BirthDate,
            Field::Phone,
            Field::PrincipalName,
            Field::Authorisation,
            Field::Procedure,
            Field::Paper,
            Field::Sets,
            Field::Limit,
        ]
    );
}

#[test]
fn one_limit_only() {
    let both = Intake { limit: "5d".to_owned(), branch: "2".to_owned(), ..form() };
    let refused = both.check(day(2026, 11, 23)).unwrap_err();
    assert_eq!(refused, [Field::Branch.wrong(Problem::Conflict)]);
    let given = Intake { limit: "5d".to_owned(), ..form() }.check(day(2026, 11, 23)).unwrap();
    assert_eq!(given.limit, LimitChoice::Given(Limit::WorkingDays(5)));
    let branch = Intake { branch: "2".to_owned(), ..form() }.check(day(2026, 11, 23)).unwrap();
    assert_eq!(branch.limit, LimitChoice::Branch(1));
}
