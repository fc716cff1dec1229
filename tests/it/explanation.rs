//! Why a dossier is promised for its moment, in words: every kind of limit, every start, what gave way.

use chrono::NaiveTime;
use motcua::domain::calendar::{Calendar, DayKind, OfficeHours, Origin, Session, SpecialDay};
use motcua::domain::clock_start::{ClockStart, StartReason};
use motcua::domain::deadline::{Due, ReturnHour, due};
use motcua::domain::limit::Limit;
use motcua::domain::past_promise::{Cause, PastPromise};
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;
use motcua::domain::waiting::{Wait, WaitKind};
use motcua::forms::explanation::{Explanation, Promise, explanation};

use crate::support::{date, moment};

const QUOTED: &str = "“Thời gian giải quyết thủ tục hành chính được tính từ thời điểm hồ sơ đã được \
    tiếp nhận đầy đủ, đúng quy định và được thể hiện trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.”";

fn special(day: (i32, u32, u32), kind: DayKind, name: &str, origin: Origin) -> SpecialDay {
    let source = match origin {
        Origin::Office => "Thông báo số 12/TB-UBND".to_owned(),
        _ => String::new(),
    };
    SpecialDay { date: date(day.0, day.1, day.2), kind, name: name.to_owned(), origin, source }
}

/// Usual hours, reception on Saturday mornings, one day of each special kind.
fn calendar() -> Calendar {
    let mut hours = OfficeHours::standard();
    hours.reception[5] = vec![Session::between((7, 30), (11, 30)).unwrap()];
    let closed = DayKind::Closed(Session::between((13, 30), (17, 0)).unwrap());
    let days = vec![
        special((2026, 11, 24), DayKind::Off, "Ngày Văn hóa Việt Nam", Origin::Notice),
        special((2026, 12, 2), DayKind::Off, "Nghỉ bão", Origin::Office),
        special((2026, 12, 9), closed, "Họp Hội đồng nhân dân", Origin::Office),
        special((2026, 12, 13), DayKind::Work, "Làm bù cho ngày 31/12/2026", Origin::Notice),
        special((2027, 1, 1), DayKind::Off, "Tết Dương lịch", Origin::Estimate),
    ];
    Calendar::new(vec![hours], days).unwrap()
}

/// What a table says of a promise: from when, how long, at what hour.
#[derive(Clone, Copy)]
struct Case {
    received: OfficeTime,
    start: Option<ClockStart>,
    limit: Limit,
    hour: ReturnHour,
}

fn case(received: OfficeTime, limit: Limit) -> Case {
    Case { received, start: None, limit, hour: ReturnHour::SameHour }
}

fn promised(case: Case) -> Due {
    let from = case.start.map_or(case.received, |start| start.at);
    due(&calendar(), from, case.limit, case.hour).unwrap()
}

fn promise(case: Case, due: &Due) -> Promise<'_> {
    Promise {
        received: case.received,
        start: case.start,
        whole: case.limit,
        counted: None,
        second: None,
        hour: case.hour,
        due,
        waits: &[],
        past: &[],
    }
}

fn told(case: Case) -> Explanation {
    explanation(&calendar(), &promise(case, &promised(case)))
}

/// The days as "date|counted|reason".
fn days(told: &Explanation) -> Vec<String> {
    let day = |day: &motcua::forms::explanation::DayLine| {
        format!("{}|{}|{}", day.date, day.counted, day.reason)
    };
    told.days.iter().map(day).collect()
}

fn monday() -> OfficeTime {
    moment(2026, 11, 23, 14, 20)
}

#[test]
fn working_days_are_told_one_by_one_with_their_rules() {
    let told = told(case(monday(), Limit::WorkingDays(7)));
    assert_eq!(
        told.basis,
        [
            "Tiếp nhận hồ sơ: 14 giờ 20 phút, thứ Hai ngày 23/11/2026.",
            "Thời hạn tính từ lúc tiếp nhận hồ sơ đầy đủ, đúng quy định.",
            "Thời hạn giải quyết: 7 ngày làm việc.",
        ]
    );
    assert_eq!(
        days(&told),
        [
            "thứ Hai 23/11/2026|không tính|ngày tiếp nhận",
            "thứ Ba 24/11/2026|không tính|nghỉ: Ngày Văn hóa Việt Nam",
            "thứ Tư 25/11/2026|ngày thứ 1|ngày làm việc",
            "thứ Năm 26/11/2026|ngày thứ 2|ngày làm việc",
            "thứ Sáu 27/11/2026|ngày thứ 3|ngày làm việc",
            "thứ Bảy 28/11/2026|không tính|nghỉ hằng tuần, chỉ tiếp nhận hồ sơ",
            "Chủ nhật 29/11/2026|không tính|nghỉ hằng tuần",
            "thứ Hai 30/11/2026|ngày thứ 4|ngày làm việc",
            "thứ Ba 01/12/2026|ngày thứ 5|ngày làm việc",
            "thứ Tư 02/12/2026|không tính|nghỉ: Nghỉ bão; Thông báo số 12/TB-UBND",
            "thứ Năm 03/12/2026|ngày thứ 6|ngày làm việc",
            "thứ Sáu 04/12/2026|ngày thứ 7|ngày làm việc",
        ]
    );
    assert_eq!(
        told.promise[..2],
        [
            "Hẹn trả kết quả: 14 giờ 20 phút, thứ Sáu ngày 04/12/2026.",
            "Giờ hẹn cùng giờ bắt đầu tính thời hạn, theo cách hẹn giờ của cơ quan.",
        ]
    );
    assert!(told.rules[0].starts_with(QUOTED), "{}", told.rules[0]);
    for article in ["khoản 3 Điều 17", "Điều 147", "Điều 112", "khoản 3 Điều 111"] {
        assert!(
            told.rules.iter().any(|rule| rule.contains(article)),
            "{article}: {:?}",
            told.rules
        );
    }
    assert!(told.rules.iter().any(|rule| rule.contains("không phải ngày làm việc")));
    assert!(told.earlier.is_empty() && told.waits.is_empty());
}

#[test]
fn plain_weekends_are_one_line_and_no_other_days_are_joined() {
    let told = told(case(moment(2027, 1, 8, 9, 0), Limit::WorkingDays(1)));
    // The calendar of the tests receives on Saturdays: that day stands for itself.
    assert_eq!(days(&told)[1], "thứ Bảy 09/01/2027|không tính|nghỉ hằng tuần, chỉ tiếp nhận hồ sơ");
    let plain = Calendar::new(vec![OfficeHours::standard()], Vec::new()).unwrap();
    let limit = Limit::WorkingDays(6);
    let due = due(&plain, moment(2027, 1, 8, 9, 0), limit, ReturnHour::SameHour).unwrap();
    let case = case(moment(2027, 1, 8, 9, 0), limit);
    let told = explanation(&plain, &promise(case, &due));
    let joined: Vec<String> =
        days(&told).into_iter().filter(|day| day.contains("nghỉ hằng tuần")).collect();
    assert_eq!(
        joined,
        [
            "thứ Bảy 09/01/2027, Chủ nhật 10/01/2027|không tính|nghỉ hằng tuần",
            "thứ Bảy 16/01/2027, Chủ nhật 17/01/2027|không tính|nghỉ hằng tuần",
        ]
    );
    let line = told.days.iter().find(|day| day.reason == "nghỉ hằng tuần").unwrap();
    assert_eq!((line.from, line.until), (date(2027, 1, 9), date(2027, 1, 10)));
}

/// For every kind of limit: the last day, the promise with the reason of its hour, what its rules say
/// and what they must not say.
#[test]
fn every_kind_of_limit_has_its_own_words() {
    let tuesday = moment(2026, 12, 8, 14, 20);
    let friday_late = moment(2026, 11, 20, 17, 30);
    for (case, last, hour, says, never) in [
        (
            case(monday(), Limit::HalfDays(5)),
            "thứ Sáu 27/11/2026|nửa ngày|ngày làm việc",
            "lúc hết buổi làm việc của nửa ngày",
            &["Điều 147", "Nửa ngày là buổi làm việc bắt đầu kế tiếp."][..],
            &["Điều 148"][..],
        ),
        (
            case(moment(2026, 11, 25, 9, 0), Limit::HalfDays(3)),
            "thứ Năm 26/11/2026|ngày thứ 1 và nửa ngày|ngày làm việc",
            "lúc hết buổi làm việc của nửa ngày",
            &["Nửa ngày"],
            &["Điều 148"],
        ),
        (
            case(moment(2026, 11, 25, 9, 0), Limit::HalfDays(1)),
            "thứ Tư 25/11/2026|nửa ngày|ngày tiếp nhận",
            "lúc hết buổi làm việc của nửa ngày",
            &["Nửa ngày"],
            &["Điều 147"],
        ),
        (
            // The tenth day is a Sunday: the end moves on.
            case(moment(2026, 11, 19, 10, 0), Limit::CalendarDays(10)),
            "thứ Hai 30/11/2026|không tính|ngày làm việc, hạn chuyển đến ngày này",
            "cùng giờ bắt đầu tính thời hạn",
            &["Điều 147", "Điều 148"],
            &["chỉ đếm những ngày cơ quan làm việc", "Điều 112"],
        ),
        (
            case(friday_late, Limit::CalendarDays(3)),
            "thứ Hai 23/11/2026|ngày thứ 3|ngày theo lịch",
            "Giờ bắt đầu tính là 17 giờ 30 phút, ngoài giờ làm việc",
            &["Điều 148"],
            &["Điều 112"],
        ),
        (
            case(moment(2026, 11, 23, 16, 15), Limit::WorkingHours(4)),
            "thứ Tư 25/11/2026|3 giờ 15 phút|ngày làm việc",
            "lúc đủ 4 giờ làm việc",
            &["không đổi từ giờ ra ngày", "Điều 112"],
            &["Điều 147"],
        ),
        (
            case(monday(), Limit::SameDay),
            "thứ Hai 23/11/2026|không tính|trả kết quả ngay trong ngày",
            "lúc hết giờ làm việc của ngày trả kết quả",
            &["sau 15 giờ", "Điều 7 Nghị định 23/2015/NĐ-CP", "khoản 3 Điều 5 Luật Hộ tịch"],
            &["Điều 147"],
        ),
        (
            // Half of that Wednesday is closed, and it counts all the same.
            case(tuesday, Limit::WorkingDays(1)),
            "thứ Tư 09/12/2026|ngày thứ 1|ngày làm việc, đóng cửa một phần: Họp Hội đồng nhân dân; \
             Thông báo số 12/TB-UBND",
            "Giờ bắt đầu tính là 14 giờ 20 phút, ngoài giờ làm việc",
            &["Điều 147"],
            &["Điều 112"],
        ),
        (
            case(moment(2026, 12, 11, 8, 0), Limit::WorkingDays(1)),
            "Chủ nhật 13/12/2026|ngày thứ 1|Làm bù cho ngày 31/12/2026",
            "cùng giờ",
            &["Điều 147"],
            &["Điều 112"],
        ),
        (
            Case { hour: ReturnHour::EndOfSession, ..case(monday(), Limit::WorkingDays(1)) },
            "thứ Tư 25/11/2026|ngày thứ 1|ngày làm việc",
            "lúc hết buổi làm việc, theo cách hẹn giờ của cơ quan",
            &["Điều 147"],
            &["Điều 148"],
        ),
        (
            Case { hour: ReturnHour::EndOfDay, ..case(monday(), Limit::WorkingDays(1)) },
            "thứ Tư 25/11/2026|ngày thứ 1|ngày làm việc",
            "lúc hết ngày làm việc, theo cách hẹn giờ của cơ quan",
            &["Điều 147"],
            &["Điều 148"],
        ),
    ] {
        let told = told(case);
        let at = format!("{:?} {:?}", case.received, case.limit);
        assert_eq!(days(&told).last().unwrap(), last, "{at}");
        assert!(told.promise[1].contains(hour), "{at}: {:?}", told.promise);
        let rules = told.rules.join("\n");
        for said in says {
            assert!(rules.contains(said), "{at}: no {said} in {rules}");
        }
        for said in never {
            assert!(!rules.contains(said), "{at}: {said} in {rules}");
        }
        assert!(rules.contains(QUOTED), "{at}");
    }
}

#[test]
fn a_same_day_promise_that_came_too_late_says_so() {
    for (received, reason) in [
        (moment(2026, 11, 23, 15, 30), "ngày tiếp nhận, sau 15 giờ"),
        (moment(2026, 11, 28, 9, 0), "ngày tiếp nhận, ngoài giờ làm việc"),
    ] {
        let told = told(case(received, Limit::SameDay));
        assert_eq!(
            (told.days[0].counted.as_str(), told.days[0].reason.as_str()),
            ("không tính", reason)
        );
        assert_eq!(told.days.last().unwrap().counted, "ngày thứ 1");
    }
}

#[test]
fn hours_that_were_over_count_nothing() {
    let told = told(case(moment(2026, 11, 25, 17, 30), Limit::WorkingHours(1)));
    assert_eq!(
        days(&told),
        [
            "thứ Tư 25/11/2026|không tính|ngày làm việc, đã hết giờ làm việc",
            "thứ Năm 26/11/2026|1 giờ 00 phút|ngày làm việc",
        ]
    );
}

#[test]
fn an_agreed_moment_and_no_limit_count_no_days() {
    let at = moment(2026, 12, 4, 10, 0);
    let agreed = told(case(monday(), Limit::Agreed(Some(at))));
    assert!(agreed.days.is_empty());
    assert_eq!(agreed.basis[2], "Thời hạn giải quyết: theo thỏa thuận.");
    assert_eq!(agreed.promise[1], "Giờ hẹn là giờ hai bên đã thỏa thuận.");
    assert!(agreed.rules[1].contains("thỏa thuận") && agreed.rules.len() == 2);
    let none = told(case(monday(), Limit::None));
    assert!(none.days.is_empty());
    assert_eq!(none.promise, ["Không hẹn ngày trả kết quả; cơ quan thông báo khi có kết quả."]);
    assert_eq!(none.rules, ["Thủ tục không quy định thời hạn giải quyết."]);
}

#[test]
fn every_start_is_told_with_its_reason_and_rule() {
    let at = moment(2026, 11, 25, 8, 0);
    for (reason, because, first, rule) in [
        (
            StartReason::OutOfArea,
            "lúc cơ quan có thẩm quyền nhận được hồ sơ, vì hồ sơ được tiếp nhận không phụ thuộc vào địa \
             giới hành chính",
            "ngày cơ quan có thẩm quyền nhận hồ sơ",
            Some("khoản 3 Điều 17 Nghị định 118/2025/NĐ-CP"),
        ),
        (
            StartReason::Post,
            "lúc ký biên bản giao nhận hồ sơ với nhân viên bưu chính",
            "ngày ký biên bản giao nhận hồ sơ",
            Some("khoản 4 Điều 7 Quyết định 45/2016/QĐ-TTg"),
        ),
        (
            StartReason::OutsideHours,
            "lúc bắt đầu giải quyết, vì hồ sơ đến ngoài giờ làm việc",
            "ngày bắt đầu tính thời hạn",
            None,
        ),
        (
            StartReason::Papers,
            "lúc nhận đủ giấy tờ bổ sung",
            "ngày nhận đủ giấy tờ bổ sung",
            Some(
                "thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ (quy định về thực hiện",
            ),
        ),
        (
            StartReason::Payment,
            "lúc nhận chứng từ đã thực hiện nghĩa vụ tài chính",
            "ngày nhận chứng từ nộp tiền",
            Some("không tính vào thời hạn"),
        ),
    ] {
        let start = Some(ClockStart { at, reason });
        let told = told(Case { start, ..case(monday(), Limit::WorkingDays(2)) });
        let line = &told.basis[1];
        let begins = "Thời hạn tính từ 08 giờ 00 phút, thứ Tư ngày 25/11/2026: ";
        assert!(line.starts_with(begins) && line.contains(because), "{line}");
        assert_eq!(told.days[0].reason, first);
        let rules = told.rules.join("\n");
        assert!(rule.is_none_or(|rule| rules.contains(rule)), "{reason:?}: {rules}");
        assert!(!rules.contains(QUOTED), "{reason:?} does not count from the receipt");
    }
}

#[test]
fn no_decree_is_quoted_before_its_own_day() {
    for (received, quoted) in [(moment(2026, 8, 4, 9, 0), false), (moment(2026, 8, 5, 9, 0), true)]
    {
        let told = told(case(received, Limit::WorkingDays(2)));
        assert_eq!(told.rules.iter().any(|rule| rule.contains("309/2026")), quoted);
        let start = Some(ClockStart { at: received, reason: StartReason::OutOfArea });
        let told = self::told(Case { start, ..case(received, Limit::WorkingDays(2)) });
        assert_eq!(told.rules.iter().any(|rule| rule.contains("309/2026")), quoted);
    }
}

#[test]
fn what_is_an_estimate_is_marked() {
    let told = told(case(moment(2026, 12, 31, 9, 0), Limit::WorkingDays(1)));
    let off = told.days.iter().find(|day| day.date.contains("01/01/2027")).unwrap();
    assert_eq!(off.reason, "nghỉ: Tết Dương lịch (dự kiến, chưa có thông báo chính thức)");
    let [_, _, doubt] = &told.promise[..] else { panic!("{:?}", told.promise) };
    assert!(doubt.starts_with("Ngày nghỉ ghi \"dự kiến\" tính theo luật"), "{doubt}");
    // Beyond the official calendar without passing over any estimate.
    let told = self::told(case(moment(2027, 1, 4, 9, 0), Limit::WorkingDays(1)));
    let [_, _, doubt] = &told.promise[..] else { panic!("{:?}", told.promise) };
    assert!(doubt.starts_with("Lịch nghỉ chính thức mới có đến hết ngày"), "{doubt}");
}

#[test]
fn an_hour_that_today_would_be_another_is_not_explained_by_todays_policy() {
    // Promised at the hour of receipt; the office promises at closing now.
    let case = case(monday(), Limit::WorkingDays(2));
    let due = promised(case);
    let promise = Promise { hour: ReturnHour::EndOfDay, ..promise(case, &due) };
    let told = explanation(&calendar(), &promise);
    assert_eq!(
        told.promise[1],
        "Giờ hẹn theo giờ làm việc và cách hẹn giờ của cơ quan khi lập giấy hẹn."
    );
    assert_eq!(due.at.unwrap().time(), NaiveTime::from_hms_opt(14, 20, 0).unwrap());
}

fn past(cause: Cause, reason: &str, limit: Limit, until: Option<OfficeTime>) -> PastPromise {
    let mut due = promised(case(monday(), Limit::WorkingDays(5)));
    due.at = until.or(due.at);
    let reason = reason.to_owned();
    let at = moment(2026, 11, 25, 9, 0);
    PastPromise {
        at,
        actor: "Cán bộ Mẫu".to_owned(),
        cause,
        reason,
        clock_from: monday(),
        limit,
        due,
    }
}

#[test]
fn promises_that_gave_way_are_told_with_when_and_why() {
    for (cause, why) in [
        (Cause::Correction, "đính chính thông tin ghi sai khi tiếp nhận"),
        (Cause::Branch, "áp dụng trường hợp thời hạn khác"),
        (Cause::Papers, "yêu cầu bổ sung giấy tờ"),
        (Cause::Payment, "chờ thực hiện nghĩa vụ tài chính"),
        (Cause::Extension, "hẹn lại ngày trả kết quả"),
        (Cause::Calendar, "lịch làm việc, lịch nghỉ thay đổi"),
        (Cause::Undone, "hủy một bước đã ghi nhầm"),
    ] {
        let case = case(monday(), Limit::CalendarDays(25));
        let due = promised(case);
        let past = [past(cause, "phải xác minh.", Limit::WorkingDays(5), None)];
        let told = explanation(&calendar(), &Promise { past: &past, ..promise(case, &due) });
        assert_eq!(
            told.earlier,
            [format!(
                "Hẹn 14 giờ 20 phút, thứ Ba ngày 01/12/2026 (5 ngày làm việc, tính từ 14 giờ 20 phút, thứ \
                 Hai ngày 23/11/2026); không còn áp dụng từ 09 giờ 00 phút, thứ Tư ngày 25/11/2026 do \
                 {why}: phải xác minh."
            )]
        );
    }
}

fn wait(kind: WaitKind, from: OfficeTime, until: Option<OfficeTime>) -> Wait {
    let reason = "Giấy chứng sinh".to_owned();
    Wait { kind, from, until, reason, back_to: Status::InProgress }
}

#[test]
fn a_wait_for_papers_is_told_by_both_counts() {
    let (asked, came) = (moment(2026, 11, 26, 9, 0), moment(2026, 11, 30, 10, 0));
    let start = Some(ClockStart { at: came, reason: StartReason::Papers });
    let case = Case { start, ..case(monday(), Limit::WorkingDays(5)) };
    let due = promised(case);
    let past = [past(Cause::Papers, "Giấy chứng sinh", Limit::WorkingDays(5), None)];
    let waits = [wait(WaitKind::Papers, asked, Some(came))];
    let told =
        explanation(&calendar(), &Promise { past: &past, waits: &waits, ..promise(case, &due) });
    let [one, restart, subtract] = &told.waits[..] else { panic!("{:?}", told.waits) };
    assert_eq!(
        one,
        "Yêu cầu bổ sung giấy tờ lúc 09 giờ 00 phút, thứ Năm ngày 26/11/2026 (Giấy chứng sinh); nhận đủ \
         lúc 10 giờ 00 phút, thứ Hai ngày 30/11/2026."
    );
    // Five days again from Monday 30/11, over the storm: Tuesday 08/12.
    assert!(restart.contains("hạn là 10 giờ 00 phút, thứ Ba ngày 08/12/2026"), "{restart}");
    assert!(restart.contains("quy định về cơ chế một cửa"), "{restart}");
    // Two of five days were counted when the papers were asked for; three are left.
    assert!(subtract.contains("hạn là 10 giờ 00 phút, thứ Sáu ngày 04/12/2026"), "{subtract}");
    assert!(subtract.contains("Quyết định 766/QĐ-TTg"), "{subtract}");
}

#[test]
fn while_the_office_waits_nothing_is_promised_and_nothing_explained_away() {
    let nothing = Due { at: None, days: Vec::new(), beyond_calendar: None };
    for (kind, said, rule) in [
        (WaitKind::Papers, "Đang chờ bổ sung giấy tờ", "được tính lại từ đầu"),
        (WaitKind::Payment, "Đang chờ thực hiện nghĩa vụ tài chính", "không tính vào thời hạn"),
    ] {
        let waits = [wait(kind, moment(2026, 11, 26, 9, 0), None)];
        let case = case(monday(), Limit::WorkingDays(5));
        let told = explanation(&calendar(), &Promise { waits: &waits, ..promise(case, &nothing) });
        assert!(told.promise[0].starts_with(said), "{:?}", told.promise);
        assert!(told.rules[0].contains(rule) && told.rules.len() == 1, "{:?}", told.rules);
        assert!(told.waits[0].ends_with("đang chờ."), "{:?}", told.waits);
        assert_eq!(told.waits.len(), 1, "no count of a wait that is not over");
    }
}

#[test]
fn an_extension_is_told_as_such() {
    let until = moment(2026, 12, 10, 9, 0);
    let plain = case(monday(), Limit::WorkingDays(5));
    let due = promised(case(monday(), Limit::Agreed(Some(until))));
    let past = [past(Cause::Extension, "chờ xác minh", Limit::WorkingDays(5), None)];
    let counted = Some(Limit::Agreed(Some(until)));
    let told = explanation(&calendar(), &Promise { past: &past, counted, ..promise(plain, &due) });
    assert_eq!(
        told.basis[2],
        "Thời hạn giải quyết: 5 ngày làm việc; ngày trả kết quả đã được hẹn lại một lần."
    );
    assert!(told.days.is_empty());
    let rule = told.rules.iter().find(|rule| rule.contains("không quá một lần")).unwrap();
    assert!(rule.contains("trước ngày hẹn ít nhất 01 ngày"), "{rule}");
    assert!(!told.rules.iter().any(|rule| rule.contains("thỏa thuận")));
}

#[test]
fn what_was_left_after_a_payment_is_told_beside_the_whole() {
    let at = moment(2026, 11, 30, 10, 0);
    let start = Some(ClockStart { at, reason: StartReason::Payment });
    let case = Case { start, ..case(monday(), Limit::WorkingDays(10)) };
    let past = [past(Cause::Payment, "Thuế trước bạ", Limit::WorkingDays(10), None)];
    for (left, second, line, rule) in [
        (
            Limit::WorkingDays(3),
            None,
            "Thời hạn giải quyết: 10 ngày làm việc; phần còn lại được tính tiếp: 3 ngày làm việc.",
            "Điều 147",
        ),
        (
            Limit::SameDay,
            None,
            "Thời hạn giải quyết: 10 ngày làm việc; phần còn lại được tính tiếp: trong ngày làm việc.",
            "Thời hạn đã được tính hết trước khi chờ",
        ),
        (
            Limit::WorkingDays(3),
            Some(Limit::WorkingDays(3)),
            "Thời hạn giải quyết: 10 ngày làm việc; lần hẹn này tính theo: 3 ngày làm việc.",
            "Điều 147",
        ),
    ] {
        let due = due(&calendar(), at, left, case.hour).unwrap();
        let promise = Promise { past: &past, counted: Some(left), second, ..promise(case, &due) };
        let told = explanation(&calendar(), &promise);
        assert_eq!(told.basis[2], line);
        let rules = told.rules.join("\n");
        assert!(rules.contains(rule), "{rules}");
        assert!(!rules.contains("Nghị định 23/2015"), "no same-day procedure: {rules}");
        assert!(!told.promise.iter().any(|line| line.contains("hai lần hẹn")), "the first is over");
    }
}

#[test]
fn two_appointments_are_both_told() {
    let case = case(monday(), Limit::WorkingDays(5));
    let due = promised(case);
    for (second, said) in [
        (Limit::WorkingDays(3), "trong 3 ngày làm việc kể từ ngày nộp chứng từ"),
        (Limit::WorkingHours(4), "trong 4 giờ làm việc kể từ lúc nộp chứng từ"),
        (Limit::SameDay, "ngay trong ngày nộp chứng từ"),
    ] {
        let promise = Promise { second: Some(second), ..promise(case, &due) };
        let told = explanation(&calendar(), &promise);
        let line = told.promise.iter().find(|line| line.contains("hai lần hẹn")).unwrap();
        assert!(line.contains(said), "{line}");
    }
}

#[test]
fn parts_have_their_headings_in_order() {
    let told = told(case(monday(), Limit::WorkingDays(2)));
    let headings: Vec<&str> = told.parts().iter().map(|(heading, _)| *heading).collect();
    assert_eq!(headings, ["", "Cách tính từng ngày", "", "Căn cứ"]);
    let lines = &told.parts()[1].1;
    assert_eq!(lines[1], "thứ Ba 24/11/2026: không tính (nghỉ: Ngày Văn hóa Việt Nam)");
}
