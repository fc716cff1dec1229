//! A promise split among the steps of a process, and where a dossier's time went.

use motcua::domain::calendar::Session;
use motcua::domain::deadline::{ReturnHour, due};
use motcua::domain::invalid::Problem;
use motcua::domain::process::{
    ProcessStep, StepPart, StepsFault, named_step, parse_minutes, parse_steps, return_step,
};
use motcua::domain::progress::{
    Course, Span, Stay, StepState, StepTime, step_deadlines, time_spent,
};
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;
use motcua::domain::waiting::{Wait, WaitKind};
use proptest::prelude::*;

use super::properties::{calendar, limit, received};
use super::shipped;

fn at(text: &str) -> OfficeTime {
    OfficeTime::parse(text).unwrap()
}

fn steps(minutes: &[Option<u32>]) -> Vec<ProcessStep> {
    let step = |(number, minutes): (usize, &Option<u32>)| ProcessStep {
        name: format!("Bước {number}"),
        who: "Công chức".to_owned(),
        minutes: *minutes,
    };
    (1..).zip(minutes).map(step).collect()
}

/// The process of Nghệ An's decision, in hours: 4+4+20+4+4+4 make 40, and the return has no time.
fn forty_hours() -> Vec<ProcessStep> {
    let hours = [4, 4, 20, 4, 4, 4];
    let timed = hours.map(|hours| Some(hours * 60));
    steps(&[&timed[..], &[None]].concat())
}

#[test]
fn forty_hours_of_a_process_fit_the_five_days_of_a_real_office() {
    let deadlines =
        step_deadlines(&shipped(), at("2026-11-02T07:30"), at("2026-11-09T07:30"), &forty_hours());
    let expected = [
        "2026-11-02T11:15",
        "2026-11-02T17:00",
        "2026-11-05T11:15",
        "2026-11-05T17:00",
        "2026-11-06T11:15",
        "2026-11-09T07:30",
        "2026-11-09T07:30",
    ];
    assert_eq!(deadlines, expected.map(at));
}

#[test]
fn a_split_passes_over_days_off_and_steps_without_a_time() {
    // From Monday 14:20 over Tuesday off to Wednesday 14:20: 450 minutes.
    let split = |minutes: &[Option<u32>]| {
        let (from, due) = (at("2026-11-23T14:20"), at("2026-11-25T14:20"));
        step_deadlines(&shipped(), from, due, &steps(minutes))
    };
    assert_eq!(
        split(&[Some(120), Some(120), None]),
        [at("2026-11-25T08:35"), at("2026-11-25T14:20"), at("2026-11-25T14:20")]
    );
    assert_eq!(
        split(&[None, Some(1), None, Some(2)]),
        ["2026-11-23T14:20", "2026-11-23T16:50", "2026-11-23T16:50", "2026-11-25T14:20"].map(at)
    );
    assert_eq!(split(&[None, None]), [at("2026-11-25T14:20"); 2]);
    assert_eq!(split(&[]), []);
}

#[test]
fn a_promise_of_no_working_time_is_due_as_a_whole() {
    let evening = at("2026-11-20T18:00");
    let opening = at("2026-11-23T07:30");
    let deadlines = step_deadlines(&shipped(), evening, opening, &steps(&[Some(60), Some(60)]));
    assert_eq!(deadlines, [opening, opening]);
}

fn stay(step: usize, began: &str) -> Stay {
    Stay { step, began: at(began) }
}

/// Five days from Monday 02/11 07:30: due the next Monday at 07:30.
const WEEK: Span2 = ("2026-11-02T07:30", "2026-11-09T07:30");
type Span2 = (&'static str, &'static str);

struct Way {
    stays: Vec<Stay>,
    promises: Vec<Span>,
    waits: Vec<Wait>,
    finished: Option<OfficeTime>,
    ended: Option<OfficeTime>,
}

fn way(stays: &[Stay]) -> Way {
    Way {
        stays: stays.to_vec(),
        promises: vec![span(WEEK)],
        waits: Vec::new(),
        finished: None,
        ended: None,
    }
}

fn span((from, due): Span2) -> Span {
    Span { from: at(from), due: at(due) }
}

fn wait(from: &str, until: Option<&str>) -> Wait {
    Wait {
        kind: WaitKind::Papers,
        from: at(from),
        until: until.map(at),
        reason: "Bản sao".to_owned(),
        back_to: Status::InProgress,
    }
}

impl Way {
    fn at(&self, now: &str) -> Vec<StepTime> {
        let course = Course {
            steps: &forty_hours(),
            stays: &self.stays,
            promises: &self.promises,
            waits: &self.waits,
            finished: self.finished,
            ended: self.ended,
        };
        time_spent(&shipped(), &course, at(now))
    }
}

/// State, minutes, minutes late where it is late.
fn told(times: &[StepTime]) -> Vec<(StepState, u32, Option<u32>)> {
    times
        .iter()
        .map(|time| (time.state, time.minutes, time.late.then_some(time.minutes_late)))
        .collect()
}

use StepState::{Passed, Running, Skipped, ToCome};

#[test]
fn each_step_has_its_time_and_its_verdict() {
    let way = way(&[
        stay(0, "2026-11-02T07:30"),
        stay(1, "2026-11-02T10:00"),
        // Due on Monday 17:00, left on Tuesday 09:00: 1½ hours late.
        stay(2, "2026-11-03T09:00"),
    ]);
    let times = way.at("2026-11-05T14:00");
    assert_eq!(
        told(&times),
        [
            (Passed, 150, None),
            (Passed, 90 + 210 + 90, Some(90)),
            // Due on Thursday 11:15.
            (Running, 150 + 210 + 450 + 240 + 30, Some(45)),
            (ToCome, 0, None),
            (ToCome, 0, None),
            (ToCome, 0, None),
            (ToCome, 0, None),
        ]
    );
    assert_eq!(times[1].began, Some(at("2026-11-02T10:00")));
    assert_eq!(times[1].ended, Some(at("2026-11-03T09:00")));
    assert_eq!((times[2].ended, times[3].began), (None, None));
    assert_eq!(times[6].deadline, Some(at("2026-11-09T07:30")));
    // To the minute of its deadline a step is in time.
    assert!(!way.at("2026-11-05T11:15")[2].late);
    assert!(way.at("2026-11-05T13:31")[2].late);
}

#[test]
fn a_result_ends_every_step_but_its_return() {
    let mut way = way(&[stay(0, "2026-11-02T07:30"), stay(2, "2026-11-02T09:00")]);
    way.finished = Some(at("2026-11-04T09:00"));
    let times = way.at("2026-11-12T10:00");
    assert_eq!(
        times.iter().map(|time| time.state).collect::<Vec<_>>(),
        [Passed, Skipped, Passed, Passed, Passed, Passed, Running]
    );
    assert!(times.iter().all(|time| !time.late), "{times:?}");
    assert_eq!(times[1].ended, None);
    for time in &times[2..6] {
        assert_eq!(time.ended, way.finished);
    }
    assert_eq!((times[2].minutes, times[3].minutes), (150 + 210 + 450 + 90, 0));
    // Uncollected for six days and a half, and nobody's fault.
    assert_eq!((times[6].began, times[6].minutes), (way.finished, 360 + 5 * 450 + 150));
    way.ended = Some(at("2026-11-04T10:00"));
    let returned = way.at("2026-11-12T10:00");
    assert_eq!((returned[6].state, returned[6].ended), (Passed, way.ended));
    assert_eq!(returned[6].minutes, 60);
}

#[test]
fn a_late_result_makes_late_what_was_not_done_before() {
    let mut way = way(&[stay(0, "2026-11-02T07:30"), stay(1, "2026-11-02T09:00")]);
    way.finished = Some(at("2026-11-06T09:00"));
    let late: Vec<bool> = way.at("2026-11-06T09:00").iter().map(|time| time.late).collect();
    assert_eq!(late, [false, true, true, true, false, false, false]);
}

#[test]
fn a_step_that_is_gone_back_to_runs_again() {
    let way = way(&[
        stay(0, "2026-11-02T07:30"),
        stay(1, "2026-11-02T08:00"),
        stay(2, "2026-11-02T09:00"),
        stay(1, "2026-11-02T10:00"),
    ]);
    let times = way.at("2026-11-02T11:00");
    assert_eq!(
        told(&times)[..4],
        [(Passed, 30, None), (Running, 120, None), (ToCome, 60, None), (ToCome, 0, None)]
    );
    assert_eq!(times[1].began, Some(at("2026-11-02T08:00")));
    assert_eq!((times[2].began, times[2].ended), (Some(at("2026-11-02T09:00")), None));
}

#[test]
fn waiting_for_the_applicant_is_nobodys_time() {
    let mut way = way(&[stay(0, "2026-11-02T07:30"), stay(1, "2026-11-02T09:00")]);
    way.waits = vec![wait("2026-11-02T10:00", None)];
    // The step was due on Monday 17:00, and the office has waited since 10:00.
    assert_eq!(told(&way.at("2026-11-05T10:00"))[1], (Running, 60, None));
    // The papers came: the promise begins anew, and who was done before has no share in it.
    way.waits = vec![wait("2026-11-02T10:00", Some("2026-11-05T10:00"))];
    way.promises.push(span(("2026-11-05T10:00", "2026-11-12T10:00")));
    let times = way.at("2026-11-05T11:00");
    assert_eq!(told(&times)[..2], [(Passed, 90, None), (Running, 120, None)]);
    assert_eq!(times[0].deadline, Some(at("2026-11-02T11:15")));
    // 4 of the 36 hours that are left: 250 of 2250 minutes.
    assert_eq!(times[1].deadline, Some(at("2026-11-05T16:10")));
    assert_eq!(times[5].deadline, Some(at("2026-11-12T10:00")));
}

#[test]
fn a_promise_put_off_gives_every_step_more_time() {
    let mut way = way(&[stay(0, "2026-11-02T07:30")]);
    way.promises.push(span((WEEK.0, "2026-11-16T07:30")));
    let times = way.at("2026-11-02T11:30");
    assert_eq!(times[0].deadline, Some(at("2026-11-02T17:00")));
    assert!(!times[0].late);
}

#[test]
fn where_nothing_is_promised_nothing_is_late() {
    let mut way = way(&[stay(0, "2026-11-02T07:30")]);
    way.promises.clear();
    let times = way.at("2027-11-02T11:30");
    assert!(times.iter().all(|time| time.deadline.is_none() && !time.late), "{times:?}");
    assert_eq!(times[0].state, Running);
}

#[test]
fn a_withdrawn_dossier_stands_where_it_stood() {
    let mut way = way(&[stay(0, "2026-11-02T07:30"), stay(1, "2026-11-02T09:00")]);
    way.ended = Some(at("2026-11-02T10:00"));
    let times = way.at("2026-12-02T10:00");
    assert_eq!(told(&times)[1..3], [(Passed, 60, None), (ToCome, 0, None)]);
    assert_eq!(times[1].ended, way.ended);
}

#[test]
fn hours_are_read_as_offices_write_them() {
    for (text, minutes) in [
        ("4", Some(240)),
        ("0,5", Some(30)),
        ("0.25", Some(15)),
        (" 20 giờ ", Some(1200)),
        ("8h", Some(480)),
        ("0,5 giờ làm việc", Some(30)),
        ("30 phút", Some(30)),
        ("0,25 ngày", Some(120)),
        ("1 ngày làm việc", Some(480)),
        ("0,333333333", Some(20)),
        ("8000", Some(480_000)),
        ("", None),
        ("-", None),
        ("–", None),
        ("0", None),
        ("Không tính thời gian", None),
    ] {
        assert_eq!(parse_minutes(text), Ok(minutes), "{text}");
    }
    for text in ["4 tuần", "-4", "+4", "bốn", "4;", "1,5,5", ",5", "4 -", "???", "½"] {
        assert_eq!(parse_minutes(text), Err(Problem::NotUnderstood), "{text}");
    }
    for text in ["0,001", "8000,1", "99999999999999999999"] {
        let range = Problem::OutOfRange { min: 1, max: 8_000 };
        assert_eq!(parse_minutes(text), Err(range), "{text}");
    }
}

#[test]
fn typed_steps_name_every_line_that_is_wrong() {
    let text = "Tiếp nhận; Một cửa; 4\n\n  Thẩm tra ;  Công chức;0,5;\nTrả kết quả\tMột cửa\t-\n";
    let steps = parse_steps(text).unwrap();
    let read: Vec<_> =
        steps.iter().map(|step| (step.name.as_str(), step.who.as_str(), step.minutes)).collect();
    assert_eq!(
        read,
        [
            ("Tiếp nhận", "Một cửa", Some(240)),
            ("Thẩm tra", "Công chức", Some(30)),
            ("Trả kết quả", "Một cửa", None)
        ]
    );
    let part = |line, part, problem| StepsFault::Part { line, part, problem };
    assert_eq!(
        parse_steps("Tiếp nhận; Một cửa; 4\n\n; ; x\nThẩm tra; 4\nA; B;\n").unwrap_err(),
        [
            part(3, StepPart::Name, Problem::Empty),
            part(3, StepPart::Who, Problem::Empty),
            part(3, StepPart::Hours, Problem::NotUnderstood),
            StepsFault::Parts { line: 4, found: 2 },
            part(5, StepPart::Hours, Problem::Empty),
        ]
    );
    assert_eq!(parse_steps(" \n").unwrap_err(), [StepsFault::Empty]);
    assert_eq!(parse_steps("A; B; -").unwrap_err(), [StepsFault::NoTime]);
    assert_eq!(parse_steps(&"A; B; 1\n".repeat(61)).unwrap_err(), [StepsFault::TooMany]);
    assert!(parse_steps(&"A; B; 1\n".repeat(60)).is_ok());
}

#[test]
fn a_step_is_named_by_number_name_or_its_beginning() {
    let steps = parse_steps("Tiếp nhận; A; 1\nThẩm tra; A; 1\nThẩm định; A; 1\nTrả; A; -").unwrap();
    for (wanted, place) in [
        ("1", Some(0)),
        (" 4 ", Some(3)),
        ("tham tra", Some(1)),
        ("THẨM ĐỊNH", Some(2)),
        ("tra", Some(3)),
        ("tiep", Some(0)),
        ("tham", None),
        ("0", None),
        ("5", None),
        ("", None),
        ("ký", None),
    ] {
        assert_eq!(named_step(&steps, wanted), place, "{wanted}");
    }
}

#[test]
fn only_a_last_step_without_a_time_returns_the_result() {
    assert_eq!(return_step(&steps(&[Some(1), None])), Some(1));
    assert_eq!(return_step(&steps(&[Some(1), Some(1)])), None);
    assert_eq!(return_step(&steps(&[None])), None);
    assert_eq!(return_step(&[]), None);
}

/// One to eight steps, some without a time.
fn process() -> impl Strategy<Value = Vec<ProcessStep>> {
    let minutes = prop_oneof![1 => Just(None), 4 => (1..5000_u32).prop_map(Some)];
    prop::collection::vec(minutes, 1..9).prop_map(|minutes| steps(&minutes))
}

proptest! {
    #[test]
    fn deadlines_split_the_promise_and_lie_inside_office_hours(
        calendar in calendar(), received in received(), limit in limit(), steps in process(),
    ) {
        let from = received.to_minute();
        let due = due(&calendar, from, limit, ReturnHour::SameHour).unwrap().at.unwrap();
        let deadlines = step_deadlines(&calendar, from, due, &steps);
        prop_assert_eq!(deadlines.len(), steps.len());
        prop_assert!(deadlines.is_sorted(), "{deadlines:?}");
        prop_assert_eq!(deadlines.last(), Some(&due));
        for at in &deadlines {
            let inside = |session: &Session| (session.opens..=session.closes).contains(&at.time());
            prop_assert!(calendar.sessions(at.date()).iter().any(inside), "{at}");
        }
        // Each step gets its share to the minute, and together they get all there is.
        let working = u64::from(calendar.working_minutes(from, due));
        let all: u64 = steps.iter().map(|step| u64::from(step.minutes.unwrap_or(0))).sum();
        let (mut before, mut sum) = (from, 0);
        for (at, step) in deadlines.iter().zip(&steps) {
            let got = u64::from(calendar.working_minutes(before, *at));
            let given = u64::from(step.minutes.unwrap_or(0));
            if all > 0 {
                prop_assert!((got * all).abs_diff(working * given) <= all, "{got} of {working}");
            }
            (before, sum) = (*at, sum + got);
        }
        prop_assert_eq!(sum, working);
    }

    #[test]
    fn every_working_minute_is_spent_at_some_step(
        calendar in calendar(), received in received(), steps in process(),
        moves in prop::collection::vec((0..8_usize, 0..5000_u32), 0..6), rest in 0..5000_u32,
    ) {
        let began = received.to_minute();
        let after = |from, minutes| calendar.after_working_minutes(from, minutes).unwrap();
        let mut stays = vec![Stay { step: 0, began }];
        let mut now = began;
        for (step, minutes) in moves {
            now = after(now, minutes);
            stays.push(Stay { step: step % steps.len(), began: now });
        }
        now = after(now, rest);
        let course = Course {
            steps: &steps, stays: &stays, promises: &[], waits: &[], finished: None, ended: None,
        };
        let times = time_spent(&calendar, &course, now);
        let spent: u32 = times.iter().map(|time| time.minutes).sum();
        prop_assert_eq!(spent, calendar.working_minutes(began, now));
        let running = times.iter().filter(|time| time.state == StepState::Running).count();
        prop_assert_eq!(running, 1);
        for time in &times {
            prop_assert_eq!(time.state == StepState::Passed, time.ended.is_some());
        }
    }
}
