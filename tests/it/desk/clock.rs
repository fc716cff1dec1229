//! A dossier's clock: stopped and started again, put off once, ended; every promise kept.

use motcua::desk::DeskError;
use motcua::desk::branch::{Wanted, choose_branch};
use motcua::desk::calendar_change::{CalendarEdit, change};
use motcua::desk::clock_story::{ClockStory, clock_story};
use motcua::desk::correct::correct;
use motcua::desk::end::{stop, withdraw};
use motcua::desk::extend::extend;
use motcua::desk::finish::finish;
use motcua::desk::give_back::{Collection, give_back};
use motcua::desk::hand_over::hand_over;
use motcua::desk::print::print_slip;
use motcua::desk::receive::show;
use motcua::desk::timeliness::{Tally, timeliness};
use motcua::desk::waiting::{Moved, ask_for_papers, demand_payment, paid, papers_came};
use motcua::domain::calendar::{DayKind, Origin, SpecialDay};
use motcua::domain::clock_start::{ClockStart, StartReason};
use motcua::domain::dossier::{Dossier, LimitChoice, NewDossier, Terms};
use motcua::domain::hands::Hands;
use motcua::domain::intake::Intake;
use motcua::domain::invalid::{Field, Invalid, Problem};
use motcua::domain::limit::Limit;
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;
use motcua::domain::verdict::{NoExtension, Verdict};
use motcua::store::{Book, Cause, Db};

use crate::store::{dossier, person, received};
use crate::support::{Office, date, moment, now};

const OFFICER: &str = "Cán bộ Mẫu";

/// A dossier of five working days, received on Monday 23/11/2026 at 14:20 and due on 01/12 at 14:20.
fn five_days(book: &Book) -> String {
    received(book, sample(), now()).dossier.code
}

fn sample() -> NewDossier {
    dossier(person("Hồ Thị Mẫu", "045188000000"))
}

fn run<T: Send + 'static>(
    book: &Book,
    code: &str,
    work: impl FnOnce(&mut Db, &str) -> Result<T, DeskError> + Send + 'static,
) -> Result<T, DeskError> {
    let code = code.to_owned();
    book.run(move |db| work(db, &code)).unwrap()
}

fn ask(book: &Book, code: &str, at: OfficeTime) -> Result<Moved, DeskError> {
    run(book, code, move |db, code| ask_for_papers(db, code, "Bản sao căn cước", OFFICER, at))
}

fn came(book: &Book, code: &str, at: OfficeTime) -> Result<Moved, DeskError> {
    run(book, code, move |db, code| papers_came(db, code, None, OFFICER, at))
}

fn put_off(book: &Book, code: &str, until: OfficeTime, at: OfficeTime) -> Result<Moved, DeskError> {
    run(book, code, move |db, code| extend(db, code, until, "Chờ xác minh", OFFICER, at))
}

fn story(book: &Book, code: &str) -> (Dossier, ClockStory) {
    run(book, code, |db, code| {
        let dossier = show(db.view(), code)?;
        let story = clock_story(db.view(), &dossier)?;
        Ok((dossier, story))
    })
    .unwrap()
}

fn invalid(error: DeskError) -> (Field, Problem) {
    match error {
        DeskError::Invalid(list) => {
            let [Invalid { field, problem }] = &list[..] else { panic!("{list:?}") };
            (*field, problem.clone())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn papers_stop_the_clock_and_begin_it_anew() {
    let office = Office::new();
    let book = office.open();
    let code = five_days(&book);
    let asked = moment(2026, 11, 26, 9, 0);
    let waiting = ask(&book, &code, asked).unwrap().dossier;
    assert_eq!((waiting.status, waiting.due.at), (Status::AwaitingPapers, None));
    let (_, told) = story(&book, &code);
    assert_eq!(told.promised.due_at, Some(moment(2026, 12, 1, 14, 20)));
    assert_eq!((told.waits.len(), told.waits[0].until), (1, None));

    let back = came(&book, &code, moment(2026, 12, 7, 10, 30)).unwrap();
    assert_eq!((back.dossier.status, back.before), (Status::Received, 0));
    assert_eq!(back.dossier.due.at, Some(moment(2026, 12, 14, 10, 30)));
    let start = ClockStart { at: moment(2026, 12, 7, 10, 30), reason: StartReason::Papers };
    assert_eq!(back.dossier.start, Some(start));
    let (dossier, told) = story(&book, &code);
    assert_eq!(dossier, back.dossier);
    assert_eq!(told.past.len(), 1);
    assert_eq!((told.past[0].cause, told.past[0].due.at), (Cause::Papers, told_first()));
    // Two of five days were counted: three are left by the index.
    assert_eq!(told.index.due_at, Some(moment(2026, 12, 10, 10, 30)));

    // Ready after the index's date and before the promised one: late for one, on time for the other.
    let ready = moment(2026, 12, 11, 9, 0);
    let _ = run(&book, &code, move |db, code| finish(db, code, OFFICER, ready)).unwrap();
    let given = moment(2026, 12, 15, 9, 0);
    let collection = Collection::default();
    let _ = run(&book, &code, move |db, code| give_back(db, code, &collection, OFFICER, given))
        .unwrap();
    let (_, told) = story(&book, &code);
    assert_eq!(told.promised.finished, Some(Verdict::Early));
    assert_eq!(told.index.finished, Some(Verdict::Late));
    assert_eq!(told.promised.handed_over, Some(Verdict::Late));
    drop(book);
    office.is_sound();
}

fn told_first() -> Option<OfficeTime> {
    Some(moment(2026, 12, 1, 14, 20))
}

#[test]
fn a_second_demand_is_counted_and_late_by_the_index() {
    let office = Office::new();
    let book = office.open();
    let code = five_days(&book);
    let _ = ask(&book, &code, moment(2026, 11, 25, 9, 0)).unwrap();
    let _ = came(&book, &code, moment(2026, 11, 25, 10, 0)).unwrap();
    let again = ask(&book, &code, moment(2026, 11, 26, 9, 0)).unwrap();
    assert_eq!(again.before, 1);
    let _ = came(&book, &code, moment(2026, 11, 26, 10, 0)).unwrap();
    let ready = moment(2026, 11, 27, 9, 0);
    let _ = run(&book, &code, move |db, code| finish(db, code, OFFICER, ready)).unwrap();
    let (_, told) = story(&book, &code);
    assert_eq!(told.promised.finished, Some(Verdict::Early));
    assert_eq!(told.index.finished, Some(Verdict::Late));
    drop(book);
    office.is_sound();
}

#[test]
fn what_waits_has_no_slip_and_cannot_be_finished() {
    let office = Office::new();
    let book = office.open();
    let code = five_days(&book);
    let waiting = ask(&book, &code, moment(2026, 11, 25, 9, 0)).unwrap().dossier;
    let at = moment(2026, 11, 26, 9, 0);
    let file = office.file("slip.pdf");
    let slip = print_slip(&book, &waiting, &file, None, Some("x"), OFFICER, at).unwrap_err();
    assert!(matches!(slip, DeskError::NoPromise { .. }), "{slip:?}");
    assert!(!file.exists());
    let ready = run(&book, &code, move |db, code| finish(db, code, OFFICER, at)).unwrap_err();
    assert!(matches!(ready, DeskError::NotLawful { .. }), "{ready:?}");
    let off = put_off(&book, &code, moment(2026, 12, 3, 9, 0), at).unwrap_err();
    assert!(matches!(off, DeskError::NoPromise { .. }), "{off:?}");
    let twice = ask(&book, &code, at).unwrap_err();
    assert!(matches!(twice, DeskError::NotLawful { .. }), "{twice:?}");
    let paid_what = run(&book, &code, move |db, code| paid(db, code, OFFICER, at)).unwrap_err();
    assert!(matches!(paid_what, DeskError::NotLawful { .. }), "{paid_what:?}");
    drop(book);
    office.is_sound();
}

#[test]
fn a_demand_says_what_is_missing() {
    let office = Office::new();
    let book = office.open();
    let code = five_days(&book);
    let at = moment(2026, 11, 25, 9, 0);
    let empty = run(&book, &code, move |db, code| ask_for_papers(db, code, " ", OFFICER, at));
    assert_eq!(invalid(empty.unwrap_err()), (Field::Demand, Problem::Empty));
    let (dossier, told) = story(&book, &code);
    assert_eq!((dossier.status, told.waits.len()), (Status::Received, 0));
}

/// The first appointment is for the notice of the duty, the second counts from the payment.
#[test]
fn a_payment_leads_to_the_second_appointment() {
    let office = Office::new();
    let book = office.open();
    let second_limit = Some(Limit::WorkingDays(3));
    let terms = Terms { second_limit, ..Terms::default() };
    let code = handed_over(&book, NewDossier { terms, ..sample() });
    let at = moment(2026, 11, 30, 9, 0);
    let demand =
        move |db: &mut Db, code: &str| demand_payment(db, code, "TB 12/TB-CT", OFFICER, at);
    assert_eq!(run(&book, &code, demand).unwrap().dossier.status, Status::AwaitingPayment);
    let at = moment(2026, 12, 10, 8, 30);
    let back = run(&book, &code, move |db, code| paid(db, code, OFFICER, at)).unwrap().dossier;
    assert_eq!((back.status, back.due.at), (Status::InProgress, Some(moment(2026, 12, 15, 8, 30))));
    assert_eq!((back.limit, back.promise_limit), (Limit::WorkingDays(5), second_limit));
    let (_, told) = story(&book, &code);
    assert_eq!(told.index, told.promised, "a payment is taken off both ways");
    drop(book);
    office.is_sound();
}

#[test]
fn with_one_appointment_a_payment_leaves_what_was_left() {
    let office = Office::new();
    let book = office.open();
    let code = handed_over(&book, sample());
    let at = moment(2026, 11, 26, 9, 0);
    let _ = run(&book, &code, move |db, code| demand_payment(db, code, "TB 12", OFFICER, at));
    let at = moment(2026, 12, 10, 8, 30);
    let back = run(&book, &code, move |db, code| paid(db, code, OFFICER, at)).unwrap().dossier;
    assert_eq!(back.promise_limit, Some(Limit::WorkingDays(3)));
    assert_eq!(back.due.at, Some(moment(2026, 12, 15, 8, 30)));
}

#[test]
fn a_promise_is_put_off_once_with_an_apology_in_time() {
    let office = Office::new();
    let book = office.open();
    let code = five_days(&book);
    let until = moment(2026, 12, 4, 9, 0);
    let late = put_off(&book, &code, until, moment(2026, 12, 1, 8, 0)).unwrap_err();
    assert!(
        matches!(&late, DeskError::NoExtension { why: NoExtension::TooLate { .. }, .. }),
        "{late:?}"
    );
    let lunch = moment(2026, 12, 4, 12, 0);
    let closed = put_off(&book, &code, lunch, moment(2026, 11, 30, 8, 0)).unwrap_err();
    assert_eq!(invalid(closed), (Field::NewDate, Problem::OutsideHours));
    let moved = put_off(&book, &code, until, moment(2026, 11, 30, 16, 0)).unwrap().dossier;
    assert_eq!((moved.due.at, moved.limit), (Some(until), Limit::WorkingDays(5)));
    let again =
        put_off(&book, &code, moment(2026, 12, 9, 9, 0), moment(2026, 12, 2, 8, 0)).unwrap_err();
    assert!(matches!(again, DeskError::NoExtension { why: NoExtension::Already, .. }), "{again:?}");
    let (_, told) = story(&book, &code);
    assert_eq!((told.past[0].cause, told.past[0].due.at), (Cause::Extension, told_first()));
    drop(book);
    office.is_sound();
}

#[test]
fn a_dossier_is_withdrawn_or_stopped_with_a_reason_and_stays_so() {
    let office = Office::new();
    let book = office.open();
    let (first, second) = (five_days(&book), five_days(&book));
    let at = moment(2026, 11, 25, 9, 0);
    let gone =
        run(&book, &first, move |db, code| withdraw(db, code, "Không còn nhu cầu", OFFICER, at));
    let gone = gone.unwrap().dossier;
    assert_eq!((gone.status, gone.ended_at), (Status::Withdrawn, Some(at)));
    assert_eq!(gone.ended_because.as_deref(), Some("Không còn nhu cầu"));
    assert_eq!(story(&book, &first).0, gone);
    let again = ask(&book, &first, at).unwrap_err();
    assert!(matches!(again, DeskError::NotLawful { .. }), "{again:?}");
    let off = put_off(&book, &first, moment(2026, 12, 4, 9, 0), at).unwrap_err();
    assert!(matches!(off, DeskError::Ended { .. }), "{off:?}");

    // What was asked for did not come: the wait stays open for ever.
    let _ = ask(&book, &second, at).unwrap();
    let end = moment(2026, 12, 25, 9, 0);
    let stopped = run(&book, &second, move |db, code| stop(db, code, "Quá hạn", OFFICER, end));
    assert_eq!(stopped.unwrap().dossier.status, Status::Stopped);
    assert_eq!(story(&book, &second).1.waits[0].until, None);
    drop(book);
    office.is_sound();
}

#[test]
fn the_clock_may_start_elsewhere_than_at_the_receipt() {
    let office = Office::new();
    let book = office.open();
    let at = |at, reason| Terms { start: Some(ClockStart { at, reason }), ..Terms::default() };
    let post = at(moment(2026, 11, 20, 16, 0), StartReason::Post);
    let taken = received(&book, NewDossier { terms: post, ..sample() }, now()).dossier;
    assert_eq!(taken.due.at, Some(moment(2026, 11, 30, 16, 0)));
    assert_eq!(taken.counted_from(), moment(2026, 11, 20, 16, 0));
    let later = at(moment(2026, 11, 26, 8, 0), StartReason::OutOfArea);
    let taken = received(&book, NewDossier { terms: later, ..sample() }, now()).dossier;
    assert_eq!(taken.due.at, Some(moment(2026, 12, 3, 8, 0)));
    let refused = |terms| {
        let new = NewDossier { terms, ..sample() };
        let work =
            move |db: &mut Db| motcua::desk::receive::receive(db, &new, None, OFFICER, now());
        invalid(book.run(work).unwrap().unwrap_err())
    };
    let unsigned = at(moment(2026, 11, 24, 8, 0), StartReason::Post);
    assert_eq!(refused(unsigned), (Field::ClockFrom, Problem::InFuture));
    let over = at(moment(2026, 11, 2, 8, 0), StartReason::Post);
    assert_eq!(refused(over), (Field::ClockFrom, Problem::TooLongAgo));
}

#[test]
fn an_agreed_date_is_promised_as_agreed() {
    let office = Office::new();
    let book = office.open();
    let agreed = Some(moment(2026, 12, 3, 10, 0));
    let limit = LimitChoice::Given(Limit::Agreed(None));
    let terms = Terms { agreed, ..Terms::default() };
    let taken = received(&book, NewDossier { limit, terms, ..sample() }, now()).dossier;
    assert_eq!((taken.due.at, taken.limit), (agreed, Limit::Agreed(agreed)));
    let _ = ask(&book, &taken.code, moment(2026, 11, 26, 9, 0)).unwrap();
    // The agreed date is over when the papers come: another one is agreed.
    let missing = came(&book, &taken.code, moment(2026, 12, 7, 9, 0)).unwrap_err();
    assert_eq!(invalid(missing), (Field::AgreedAt, Problem::Missing));
    let again = Some(moment(2026, 12, 10, 9, 0));
    let at = moment(2026, 12, 7, 9, 0);
    let back = run(&book, &taken.code, move |db, code| papers_came(db, code, again, OFFICER, at));
    assert_eq!(back.unwrap().dossier.due.at, again);
    drop(book);
    office.is_sound();
}

/// Three dossiers: one plain and early, one late for the index alone, one that was put off.
#[test]
fn the_figures_of_a_month_count_both_ways() {
    let office = Office::new();
    let book = office.open();
    let codes = [five_days(&book), five_days(&book), five_days(&book)];
    let _ = ask(&book, &codes[1], moment(2026, 11, 26, 9, 0)).unwrap();
    let _ = came(&book, &codes[1], moment(2026, 12, 7, 10, 30)).unwrap();
    let _ =
        put_off(&book, &codes[2], moment(2026, 12, 11, 9, 0), moment(2026, 11, 30, 9, 0)).unwrap();
    for (code, ready) in codes.iter().zip([(11, 27), (12, 11), (12, 11)]) {
        let at = moment(2026, ready.0, ready.1, 9, 0);
        let _ = run(&book, code, move |db, code| finish(db, code, OFFICER, at)).unwrap();
    }
    let given = moment(2026, 12, 2, 9, 0);
    let _ = run(&book, &codes[0], move |db, code| {
        give_back(db, code, &Collection::default(), OFFICER, given)
    })
    .unwrap();
    let figures = |from, to| book.run(move |db| timeliness(db.view(), from, to)).unwrap().unwrap();
    let all = figures(date(2026, 11, 1), date(2026, 12, 31));
    let tally = |early, on_time, late| Tally { early, on_time, late, not_promised: 0 };
    assert_eq!((all.finished, all.with_papers, all.put_off), (3, 1, 1));
    assert_eq!(all.promised, tally(2, 1, 0));
    assert_eq!(all.index, tally(1, 1, 1));
    // Collected after the promised day, though it was ready before.
    assert_eq!(all.handed_over, tally(0, 0, 1));
    assert_eq!(figures(date(2026, 11, 27), date(2026, 11, 27)).finished, 1);
    assert_eq!(figures(date(2026, 11, 28), date(2026, 12, 10)).finished, 0);
}

fn pay(book: &Book, code: &str, asked: OfficeTime, came: OfficeTime) -> Dossier {
    let ask = move |db: &mut Db, code: &str| demand_payment(db, code, "TB 12", OFFICER, asked);
    let _ = run(book, code, ask).unwrap();
    run(book, code, move |db, code| paid(db, code, OFFICER, came)).unwrap().dossier
}

fn handed_over(book: &Book, new: NewDossier) -> String {
    let code = received(book, new, now()).dossier.code;
    let at = moment(2026, 11, 23, 15, 0);
    let moved =
        run(book, &code, move |db, code| hand_over(db, code, &division(), OFFICER, at)).unwrap();
    assert_eq!(moved.dossier.status, Status::InProgress);
    code
}

fn branch(book: &Book, code: &str, limit: Limit, at: OfficeTime) -> Dossier {
    run(book, code, move |db, code| {
        let limit = LimitChoice::Given(limit);
        let wanted = Wanted { limit, agreed: None, reason: "Cần xác minh" };
        choose_branch(db, code, wanted, OFFICER, at)
    })
    .unwrap()
    .after
}

/// An apology that went out is not undone by a payment or by another branch.
#[test]
fn what_was_put_off_stays_put_off() {
    let office = Office::new();
    let book = office.open();
    let code = handed_over(&book, sample());
    let until = moment(2026, 12, 18, 10, 0);
    let _ = put_off(&book, &code, until, moment(2026, 11, 25, 9, 0)).unwrap();
    let back = pay(&book, &code, moment(2026, 11, 26, 8, 0), moment(2026, 11, 27, 8, 0));
    assert_eq!(back.due.at, Some(moment(2026, 12, 21, 10, 0)), "a day of waiting later");
    let other = handed_over(&book, sample());
    let _ = put_off(&book, &other, until, moment(2026, 11, 25, 9, 0)).unwrap();
    let at = moment(2026, 11, 26, 9, 0);
    assert_eq!(branch(&book, &other, Limit::WorkingDays(8), at).due.at, Some(until));
    drop(book);
    office.is_sound();
}

#[test]
fn another_branch_after_a_payment_keeps_what_was_counted() {
    let office = Office::new();
    let book = office.open();
    let code = handed_over(&book, sample());
    // Four of five days: Wednesday 25/11 to Monday 30/11.
    let _ = pay(&book, &code, moment(2026, 11, 30, 9, 0), moment(2026, 12, 10, 8, 0));
    let after = branch(&book, &code, Limit::WorkingDays(8), moment(2026, 12, 10, 9, 0));
    assert_eq!(after.due.at, Some(moment(2026, 12, 16, 8, 0)));
    assert_eq!(after.promise_limit, Some(Limit::WorkingDays(4)));
    drop(book);
    office.is_sound();
}

#[test]
fn who_asks_too_late_is_late_whatever_follows() {
    let office = Office::new();
    let book = office.open();
    for code in [handed_over(&book, sample()), handed_over(&book, sample())] {
        let late = moment(2026, 12, 10, 9, 0);
        if code.ends_with('1') {
            let _ = pay(&book, &code, late, moment(2026, 12, 10, 10, 0));
        } else {
            let _ = ask(&book, &code, late).unwrap();
            let _ = came(&book, &code, moment(2026, 12, 10, 10, 0)).unwrap();
        }
        let ready = moment(2026, 12, 10, 11, 0);
        let _ = run(&book, &code, move |db, code| finish(db, code, OFFICER, ready)).unwrap();
        let told = story(&book, &code).1;
        assert_eq!(told.promised.finished, Some(Verdict::Late), "{code}");
        assert_eq!(told.index.finished, Some(Verdict::Late), "{code}");
    }
}

/// The index of a past month does not fail when the calendar has changed since.
#[test]
fn a_changed_calendar_leaves_the_story_to_be_told() {
    let office = Office::new();
    let book = office.open();
    let agreed = Some(moment(2026, 12, 2, 10, 0));
    let limit = LimitChoice::Given(Limit::Agreed(None));
    let terms = Terms { agreed, ..Terms::default() };
    let code = received(&book, NewDossier { limit, terms, ..sample() }, now()).dossier.code;
    let _ = ask(&book, &code, moment(2026, 11, 25, 9, 0)).unwrap();
    let again = Some(moment(2026, 12, 15, 10, 0));
    let at = moment(2026, 11, 26, 9, 0);
    let _ = run(&book, &code, move |db, code| papers_came(db, code, again, OFFICER, at)).unwrap();
    let storm = SpecialDay {
        date: date(2026, 12, 2),
        kind: DayKind::Off,
        name: "Nghỉ bão".to_owned(),
        origin: Origin::Office,
        source: String::new(),
    };
    let edit = CalendarEdit { put: vec![storm], ..CalendarEdit::default() };
    let work = move |db: &mut Db| change(db, &edit, &[], "Bão", OFFICER, at).map(drop);
    book.run(work).unwrap().unwrap();
    assert_eq!(story(&book, &code).1.index.due_at, again);
}

#[test]
fn a_correction_moves_only_a_promise_that_rests_on_the_form() {
    let office = Office::new();
    let book = office.open();
    let code = five_days(&book);
    let correct_to = |code: &str, limit: &'static str| {
        run(&book, code, move |db, code| {
            let mut form = Intake::of(&show(db.view(), code)?);
            form.limit = limit.to_owned();
            correct(db, code, &form, "ghi nhầm", OFFICER, moment(2026, 11, 26, 9, 0))
        })
    };
    let _ = correct_to(&code, "8d").unwrap();
    let (dossier, told) = story(&book, &code);
    assert_eq!(dossier.due.at, Some(moment(2026, 12, 4, 14, 20)));
    assert_eq!((told.past[0].cause, told.past[0].due.at), (Cause::Correction, told_first()));
    let _ = put_off(&book, &code, moment(2026, 12, 9, 9, 0), moment(2026, 11, 27, 9, 0)).unwrap();
    let fixed = correct_to(&code, "30d").unwrap_err();
    assert!(matches!(fixed, DeskError::PromiseFixed(_)), "{fixed:?}");
    drop(book);
    office.is_sound();
}

#[test]
fn a_clock_that_was_set_back_makes_no_result_before_the_receipt() {
    let office = Office::new();
    let book = office.open();
    let code = five_days(&book);
    let before = moment(2026, 11, 20, 9, 0);
    let done = run(&book, &code, move |db, code| finish(db, code, OFFICER, before)).unwrap();
    assert_eq!(done.dossier.finished_at, Some(now().to_minute()));
}

fn division() -> Hands {
    Hands { unit: "Tư pháp – hộ tịch".to_owned(), officer: String::new() }
}
