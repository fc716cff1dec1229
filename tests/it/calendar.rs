//! Lunar dates and days off by law against published calendars and the notices of eight years.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};
use motcua::desk::catalogue::shipped_calendar;
use motcua::domain::calendar::DayKind;
use motcua::domain::law_days::{LawDay, SecondDay, YearChoices, days_off_by_law};
use motcua::domain::lunar::{LunarDate, hung_kings_day, lunar_date, new_year, solar_date};

/// Tết, Giỗ Tổ and the leap month of every lunar year from 1990 to 2050.
const PUBLISHED: &str = include_str!("../fixtures/lunar.csv");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn lunar(year: i32, month: u32, day: u32) -> LunarDate {
    LunarDate { year, month, leap: false, day }
}

fn leap_month(year: i32) -> Option<u32> {
    let exists = |month: &u32| solar_date(LunarDate { leap: true, ..lunar(year, *month, 1) });
    let leap: Vec<u32> = (1..=12).filter(|month| exists(month).is_some()).collect();
    assert!(leap.len() <= 1, "{year}: {leap:?}");
    leap.first().copied()
}

/// The days off of a year as `date name`.
fn days_off(year: i32, choices: YearChoices) -> Vec<String> {
    let text = |day: LawDay| format!("{} {}", day.date, day.name);
    days_off_by_law(year, choices).into_iter().map(text).collect()
}

/// The days off of one month of a year, as `day name`.
fn of_month(year: i32, month: u32, choices: YearChoices) -> Vec<String> {
    let start = format!("{year}-{month:02}-");
    let days = days_off(year, choices);
    days.iter().filter_map(|day| Some(day.strip_prefix(&start)?.to_owned())).collect()
}

/// The choices of a year with another day beside 2 September.
fn second_day(year: i32, second_day: SecondDay) -> YearChoices {
    YearChoices { second_day, ..YearChoices::usual(year) }
}

/// The choices of a year with other days of Tết.
fn tet_before(year: i32, tet_days_before: u32) -> YearChoices {
    YearChoices { tet_days_before, ..YearChoices::usual(year) }
}

#[test]
fn tet_gio_to_and_leap_months_are_as_published() {
    let mut years = 1990..=2050;
    for line in PUBLISHED.lines().filter(|line| line.starts_with(|c: char| c.is_numeric())) {
        let [year, tet, gio_to, leap] = line.split(',').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let year = year.parse().unwrap();
        assert_eq!(years.next(), Some(year));
        assert_eq!(new_year(year), Some(day(tet)), "Tết {year}");
        assert_eq!(lunar_date(day(tet)), Some(lunar(year, 1, 1)));
        assert_eq!(hung_kings_day(year), Some(day(gio_to)), "Giỗ Tổ {year}");
        assert_eq!(lunar_date(day(gio_to)), Some(lunar(year, 3, 10)));
        assert_eq!(leap_month(year), leap.parse().ok(), "leap month of {year}");
    }
    assert_eq!(years.next(), None);
}

#[test]
fn the_calendar_is_not_the_chinese_one() {
    // A day before China, where the same new moon fell after midnight.
    assert_eq!(new_year(2007), Some(day("2007-02-17")));
    assert_eq!(new_year(2030), Some(day("2030-02-02")));
    // A month before China.
    assert_eq!(new_year(1985), Some(day("1985-01-21")));
}

#[test]
fn leap_months_stand_where_they_belong() {
    for (year, month) in [(2004, 2), (2023, 2), (2025, 6), (2028, 5), (2033, 11)] {
        assert_eq!(leap_month(year), Some(month), "{year}");
    }
    let leap = LunarDate { leap: true, ..lunar(2033, 11, 1) };
    assert_eq!(solar_date(leap), Some(day("2033-12-22")));
    assert_eq!(lunar_date(day("2034-01-19")), Some(LunarDate { day: 29, ..leap }));
    assert_eq!(lunar_date(day("2034-01-20")), Some(lunar(2033, 12, 1)));
    // Giỗ Tổ is in the third month itself, also where that is followed by a leap one.
    assert_eq!(leap_month(1993), Some(3));
    assert_eq!(hung_kings_day(1993), Some(day("1993-04-01")));
}

#[test]
fn every_day_of_two_centuries_has_its_lunar_date() {
    let mut yesterday: Option<LunarDate> = None;
    let days = day("1900-01-01").iter_days().take_while(|date| date.year() <= 2100);
    for date in days {
        let today = lunar_date(date).unwrap();
        assert_eq!(solar_date(today), Some(date), "{today:?}");
        if let Some(last) = yesterday {
            let same_month = LunarDate { day: last.day + 1, ..last };
            let into_leap = LunarDate { day: 1, leap: true, ..last };
            let next_month = lunar(last.year, last.month + 1, 1);
            let next_year = lunar(last.year + 1, 1, 1);
            let follows = today == same_month && today.day <= 30
                || last.day >= 29 && (today == into_leap && !last.leap)
                || last.day >= 29 && last.month < 12 && today == next_month
                || last.day >= 29 && last.month == 12 && today == next_year;
            assert!(follows, "{last:?}, then {today:?}");
        }
        yesterday = Some(today);
    }
    assert_eq!(yesterday, Some(lunar(2100, 12, 1)));
}

#[test]
fn days_that_do_not_exist_have_no_date() {
    // Tháng Chạp of Giáp Thìn ended on its 29th.
    assert_eq!(solar_date(lunar(2024, 12, 29)), Some(day("2025-01-28")));
    for wrong in [
        lunar(2024, 12, 30),
        lunar(2024, 1, 0),
        lunar(2024, 1, 31),
        lunar(2024, 1, i32::MAX.unsigned_abs()),
        lunar(2024, 1, u32::MAX),
        lunar(2024, 0, 1),
        lunar(2024, 13, 1),
        lunar(2024, u32::MAX, 1),
        LunarDate { leap: true, ..lunar(2025, 5, 1) },
        LunarDate { leap: true, ..lunar(2026, 6, 1) },
        lunar(1899, 11, 1),
        lunar(2100, 12, 30),
        lunar(2101, 1, 1),
        lunar(i32::MIN, 1, 1),
        lunar(i32::MAX, 12, 1),
    ] {
        assert_eq!(solar_date(wrong), None, "{wrong:?}");
    }
    assert_eq!(solar_date(lunar(1899, 12, 1)), Some(day("1900-01-01")));
    for date in [day("1899-12-31"), day("2101-01-01"), NaiveDate::MIN, NaiveDate::MAX] {
        assert_eq!(lunar_date(date), None, "{date}");
    }
    for year in [1899, 2101, i32::MIN, i32::MAX] {
        assert_eq!((new_year(year), hung_kings_day(year)), (None, None), "{year}");
        let lunar_days = ["Tết Nguyên đán", "Giỗ Tổ"];
        let days = days_off(year, YearChoices::usual(year));
        assert!(!days.iter().any(|day| lunar_days.iter().any(|name| day.contains(name))));
    }
}

/// The notices of 2019–2026 are the law, its usual choices, and these swaps.
#[test]
fn official_years_are_the_law_and_swaps() {
    let swaps = [
        "2019-01-05 work Làm bù cho ngày 31/12/2018",
        "2019-04-29 off Nghỉ hoán đổi với ngày 04/05/2019",
        "2019-05-04 work Làm bù cho ngày 29/04/2019",
        "2024-04-29 off Nghỉ hoán đổi với ngày 04/05/2024",
        "2024-05-04 work Làm bù cho ngày 29/04/2024",
        "2025-04-26 work Làm bù cho ngày 02/05/2025",
        "2025-05-02 off Nghỉ hoán đổi với ngày 26/04/2025",
        "2026-01-02 off Nghỉ hoán đổi với ngày 10/01/2026",
        "2026-01-10 work Làm bù cho ngày 02/01/2026",
        "2026-08-22 work Làm bù cho ngày 31/08/2026",
        "2026-08-31 off Nghỉ hoán đổi với ngày 22/08/2026",
    ];
    let mut official: BTreeMap<i32, BTreeSet<String>> = BTreeMap::new();
    for day in shipped_calendar().unwrap().days {
        assert!(day.is_official(), "{day:?}");
        let kind = if day.kind == DayKind::Off { "off" } else { "work" };
        let text = format!("{} {kind} {}", day.date, day.name);
        assert!(official.entry(day.date.year()).or_default().insert(text));
    }
    assert!(official.keys().copied().eq(2019..=2026));
    for (year, official) in official {
        let law = days_off_by_law(year, YearChoices::usual(year));
        let mut expected: BTreeSet<String> =
            law.iter().map(|day| format!("{} off {}", day.date, day.name)).collect();
        let start = format!("{year}-");
        let swaps = swaps.iter().filter(|swap| swap.starts_with(&start));
        expected.extend(swaps.map(|swap| (*swap).to_owned()));
        assert_eq!(official, expected, "{year}");
    }
}

#[test]
fn usual_choices_are_those_of_the_notices() {
    for (year, before) in [
        (2018, 2),
        (2019, 1),
        (2020, 2),
        (2021, 2),
        (2022, 1),
        (2023, 2),
        (2024, 2),
        (2025, 2),
        (2026, 1),
    ] {
        assert_eq!(YearChoices::usual(year).tet_days_before, before, "{year}");
    }
    for (year, side) in [
        (2021, SecondDay::After),
        (2022, SecondDay::Before),
        (2023, SecondDay::Before),
        (2024, SecondDay::After),
        (2025, SecondDay::Before),
        (2026, SecondDay::Before),
    ] {
        assert_eq!(YearChoices::usual(year).second_day, side, "{year}");
    }
}

/// The longest row of days off and weekends around 2 September.
fn rest_around_national_day(year: i32, side: SecondDay) -> usize {
    let off: BTreeSet<NaiveDate> =
        days_off_by_law(year, second_day(year, side)).iter().map(|day| day.date).collect();
    let rests = |date: &NaiveDate| {
        matches!(date.weekday(), Weekday::Sat | Weekday::Sun) || off.contains(date)
    };
    let mut first = NaiveDate::from_ymd_opt(year, 9, 2).unwrap();
    while rests(&first.pred_opt().unwrap()) {
        first = first.pred_opt().unwrap();
    }
    first.iter_days().take_while(rests).count()
}

#[test]
fn the_usual_national_day_rests_longest() {
    for year in 2021..=2100 {
        let usual = YearChoices::usual(year).second_day;
        let rest = |side| rest_around_national_day(year, side);
        let longest = rest(SecondDay::Before).max(rest(SecondDay::After));
        assert_eq!(rest(usual), longest, "{year}");
    }
}

#[test]
fn a_notice_may_choose_otherwise() {
    let september = |year, side| of_month(year, 9, second_day(year, side));
    assert_eq!(september(2026, SecondDay::After), ["02 Quốc khánh", "03 Quốc khánh"]);
    assert_eq!(september(2021, SecondDay::Before), ["01 Quốc khánh", "02 Quốc khánh"]);
    // Saturday and Sunday: both are compensated.
    assert_eq!(
        september(2023, SecondDay::After),
        ["02 Quốc khánh", "03 Quốc khánh", "04 Nghỉ bù Quốc khánh", "05 Nghỉ bù Quốc khánh"]
    );
    assert_eq!(september(2020, SecondDay::After), ["02 Quốc khánh"]);

    // Tết of 2026 is a Tuesday: three days before it are Saturday, Sunday and Monday.
    assert_eq!(
        of_month(2026, 2, tet_before(2026, 3)),
        [
            "14 Tết Nguyên đán (27 tháng Chạp)",
            "15 Tết Nguyên đán (28 tháng Chạp)",
            "16 Tết Nguyên đán (giao thừa)",
            "17 Tết Nguyên đán (mùng 1)",
            "18 Tết Nguyên đán (mùng 2)",
            "19 Nghỉ bù Tết Nguyên đán",
            "20 Nghỉ bù Tết Nguyên đán",
        ]
    );
    assert_eq!(tet_days(2026, 0), tet_days(2026, 1));
    assert_eq!(tet_days(2026, u32::MAX), tet_days(2026, 3));
}

/// The days of Tết and their compensation.
fn tet_days(year: i32, before: u32) -> Vec<String> {
    let mut days = days_off(year, tet_before(year, before));
    days.retain(|day| day.contains("Tết Nguyên đán"));
    days
}

#[test]
fn days_on_weekly_rest_are_compensated_after_the_row() {
    let usual = |year, month| of_month(year, month, YearChoices::usual(year));
    // 30/4 on Saturday, 01/5 on Sunday.
    assert_eq!(
        usual(2022, 5),
        [
            "01 Quốc tế Lao động 1/5",
            "02 Nghỉ bù Ngày Chiến thắng 30/4",
            "03 Nghỉ bù Quốc tế Lao động 1/5",
        ]
    );
    // Giỗ Tổ on Saturday the 29th, 30/4 on Sunday, 01/5 on Monday.
    assert_eq!(usual(2023, 4), ["29 Giỗ Tổ Hùng Vương", "30 Ngày Chiến thắng 30/4"]);
    assert_eq!(
        usual(2023, 5),
        [
            "01 Quốc tế Lao động 1/5",
            "02 Nghỉ bù Giỗ Tổ Hùng Vương",
            "03 Nghỉ bù Ngày Chiến thắng 30/4",
        ]
    );
    // Tết on Sunday, with one day before instead of two.
    assert_eq!(
        tet_days(2023, 1),
        [
            "2023-01-21 Tết Nguyên đán (giao thừa)",
            "2023-01-22 Tết Nguyên đán (mùng 1)",
            "2023-01-23 Tết Nguyên đán (mùng 2)",
            "2023-01-24 Tết Nguyên đán (mùng 3)",
            "2023-01-25 Tết Nguyên đán (mùng 4)",
            "2023-01-26 Nghỉ bù Tết Nguyên đán",
            "2023-01-27 Nghỉ bù Tết Nguyên đán",
        ]
    );
    // Tết from Tuesday to Saturday: its compensation waits for Monday.
    assert_eq!(
        tet_days(2031, 2)[3..],
        [
            "2031-01-24 Tết Nguyên đán (mùng 2)",
            "2031-01-25 Tết Nguyên đán (mùng 3)",
            "2031-01-27 Nghỉ bù Tết Nguyên đán"
        ]
    );
    assert_eq!(usual(2029, 11), ["24 Ngày Văn hóa Việt Nam", "26 Nghỉ bù Ngày Văn hóa Việt Nam"]);
}

#[test]
fn days_off_begin_with_their_laws() {
    let has = |year, name: &str| {
        days_off(year, YearChoices::usual(year)).iter().any(|day| day.contains(name))
    };
    assert!(!has(2006, "Giỗ Tổ Hùng Vương") && has(2007, "Giỗ Tổ Hùng Vương"));
    assert!(!has(2025, "Ngày Văn hóa") && has(2026, "2026-11-24 Ngày Văn hóa Việt Nam"));
    assert!(!has(2020, "2020-09-01") && !has(2020, "2020-09-03") && has(2021, "2021-09-03"));
}

/// Whatever the choices: each date once, in order, and as many working days as the law gives.
#[test]
fn every_year_has_as_many_days_off_as_the_law_gives() {
    for year in 1900..=2100 {
        let by_law =
            9 + usize::from(year >= 2007) + usize::from(year >= 2021) + usize::from(year >= 2026);
        for before in 1..=3 {
            for side in [SecondDay::Before, SecondDay::After] {
                let choices = YearChoices { tet_days_before: before, second_day: side };
                let days = days_off_by_law(year, choices);
                assert!(days.windows(2).all(|pair| pair[0].date < pair[1].date), "{days:#?}");
                assert!(days.iter().all(|day| day.date.year() == year));
                let rest =
                    |day: &&LawDay| matches!(day.date.weekday(), Weekday::Sat | Weekday::Sun);
                let working = days.len() - days.iter().filter(rest).count();
                assert_eq!(working, by_law, "{year}: {days:#?}");
            }
        }
    }
}
