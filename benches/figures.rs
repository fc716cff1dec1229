//! The figures: how fast the desk is on a book of ten busy years, printed as a table.
//!
//! `cargo bench` makes two synthetic offices, one ten times the size of the other, and measures
//! them side by side. Times are given beside the machine's own `fsync`, without which no receipt
//! can be durable.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]

#[path = "figures/acts.rs"]
mod acts;

use std::fs::File;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use motcua::desk::calendar_change::{CalendarEdit, change, what_if};
use motcua::desk::catalogue::shipped_calendar;
use motcua::desk::generate::generate;
use motcua::desk::practice::{SAMPLE_PROCEDURE, practice_office};
use motcua::desk::receive::{Rules, offered, receive};
use motcua::desk::set_up::set_up;
use motcua::domain::calendar::{Calendar, DayKind, OfficeHours, Origin, SpecialDay};
use motcua::domain::deadline::{ReturnHour, due};
use motcua::domain::dossier::{NewDossier, Promised, ReturnBy};
use motcua::domain::form_style::FormKind;
use motcua::domain::intake::{Intake, Party};
use motcua::domain::limit::Limit;
use motcua::domain::paper::RequiredPaper;
use motcua::domain::register_line::RegisterLine;
use motcua::domain::time::OfficeTime;
use motcua::forms::appointment_slip::{self, appointment_slip};
use motcua::forms::explanation::{Promise, explanation};
use motcua::forms::labels::{Label, labels};
use motcua::forms::mark::SlipMark;
use motcua::forms::pdf::to_pdf;
use motcua::forms::register_book::{RegisterPart, register_book};
use motcua::forms::sheet::Sheet;
use motcua::forms::specimen::specimen;
use motcua::forms::style::usual;
use motcua::paths::Paths;
use motcua::store::{
    self, Act, Book, Db, DossierFilter, ListKey, ListOrder, ListState, Page, Reception, Stamp,
    Standing, Tx,
};
use tempfile::TempDir;

const SMALL: u32 = 20_000;
const LARGE: u32 = 200_000;

fn main() {
    let only = |name: &str| std::env::args().any(|word| word == name);
    if only("calendar") {
        return calendar();
    }
    if only("due") {
        return due_dates();
    }
    if only("acts") {
        return acts::acts(&Office::new(LARGE));
    }
    if only("forms") {
        return forms();
    }
    let small = Office::new(SMALL);
    let large = Office::new(LARGE);
    println!("\n{:<44} {:>12} {:>12} {:>14}", "figure", "median", "p95", "goal");
    row("generate, dossiers a second", &rate(&large), None, ">= 20000");
    let fsync = fsync(large.folder.path());
    line("the machine's own fsync, ms", &fsync, "");
    let receipts = large.receipts(300);
    line("receive, ms", &receipts, "");
    let above = ms(median(&receipts)) - ms(median(&fsync));
    row("receive above fsync, ms", &format!("{above:.2}"), None, "<= 10");
    slip(&large);
    forms();
    process(&large);
    acts::acts(&large);
    lists(&large);
    due_dates();
    calendar();
    println!(
        "\n{:<32} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "find, ms", "20k", "p95", "200k", "p95", "ratio"
    );
    let (mut few_all, mut many_all) = (Vec::new(), Vec::new());
    for key in KEYS {
        let (mut few, mut many) = (Vec::new(), Vec::new());
        // In turn, so that the machine's moods fall on both; once before for the caches.
        for (turn, (one, other)) in small.texts(key).into_iter().zip(large.texts(key)).enumerate() {
            let _ = (small.find(&one), large.find(&other));
            if turn % 2 == 0 {
                few.push(small.find(&one));
                many.push(large.find(&other));
            } else {
                many.push(large.find(&other));
                few.push(small.find(&one));
            }
        }
        finds(key.name, &few, &many);
        few_all.extend(few);
        many_all.extend(many);
    }
    finds("any key (goal: 10 ms, ratio 1.5)", &few_all, &many_all);
}

/// A line of the table of searches.
fn finds(name: &str, few: &[Duration], many: &[Duration]) {
    let [a, b, c, d] = [median(few), p95(few), median(many), p95(many)].map(ms);
    println!("{name:<32} {a:>9.3} {b:>9.3} {c:>9.3} {d:>9.3} {:>9.2}", d / b);
}

/// A synthetic office in a folder of its own.
struct Office {
    folder: TempDir,
    book: Book,
    dossiers: u32,
    generated_in: Duration,
}

impl Office {
    fn new(dossiers: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = Paths::new(folder.path()).book();
        store::create(&path).unwrap();
        let book = Book::open(&path).unwrap();
        book.run(|db| set_up(db, &practice_office(), "Cán bộ Mẫu", now())).unwrap().unwrap();
        let start = Instant::now();
        book.run(move |db| generate(db, dossiers, 1, now())).unwrap().unwrap();
        Self { folder, book, dossiers, generated_in: start.elapsed() }
    }

    /// Durable receipts, one after the other.
    fn receipts(&self, count: usize) -> Vec<Duration> {
        let new = self.sample();
        (0..count)
            .map(|_| {
                let new = new.clone();
                let start = Instant::now();
                let _ =
                    self.book.run(move |db| receive(db, &new, None, "Cán bộ Mẫu", now())).unwrap();
                start.elapsed()
            })
            .collect()
    }

    fn sample(&self) -> NewDossier {
        let version = self
            .book
            .run(|db| offered(db.view(), SAMPLE_PROCEDURE, now().date()))
            .unwrap()
            .unwrap();
        Intake {
            procedure: SAMPLE_PROCEDURE.to_owned(),
            applicant: Party {
                name: "Hồ Thị Mẫu".to_owned(),
                identity: "045188000000".to_owned(),
                ..Party::default()
            },
            papers: version.procedure.papers.iter().take(2).map(RequiredPaper::brought).collect(),
            ..Intake::default()
        }
        .check(now().date())
        .unwrap()
    }

    /// Keys of dossiers spread over the whole book.
    fn texts(&self, key: &Key) -> Vec<String> {
        let all = self.book.run(|db| store::register_rows(db.view(), early(), late())).unwrap();
        let all = all.unwrap();
        let given = all.iter().filter(|row| !row.phone.is_empty());
        given.step_by(all.len() / 400).map(|row| (key.text)(row)).collect()
    }

    fn find(&self, text: &str) -> Duration {
        let wanted = text.to_owned();
        let start = Instant::now();
        let found = self.book.run(move |db| store::find(db.view(), &wanted, 20)).unwrap();
        let time = start.elapsed();
        assert!(!found.unwrap().is_empty(), "nothing found");
        time
    }
}

/// A way to look for a dossier.
struct Key {
    name: &'static str,
    text: fn(&RegisterLine) -> String,
}

const KEYS: &[Key] = &[
    Key { name: "whole code", text: |row| row.code.clone() },
    Key { name: "end of code", text: |row| row.code.chars().skip(8).collect() },
    Key { name: "name with marks", text: |row| row.applicant.clone() },
    Key { name: "name without marks", text: |row| motcua::domain::fold::fold(&row.applicant) },
    Key { name: "beginnings of words", text: |row| beginnings(&row.applicant, 2) },
    Key { name: "first letters", text: |row| beginnings(&row.applicant, 1) },
    Key { name: "last word", text: |row| row.applicant.rsplit(' ').next().unwrap().to_owned() },
    Key { name: "identity number", text: |row| row.identity_number.clone() },
    Key { name: "end of identity number", text: |row| row.identity_number[6..].to_owned() },
    Key { name: "middle of identity number", text: |row| row.identity_number[4..9].to_owned() },
    Key { name: "telephone number", text: |row| row.phone.clone() },
    Key { name: "last four digits of it", text: |row| row.phone[6..].to_owned() },
];

/// The first letters of each word, last word first.
fn beginnings(name: &str, letters: usize) -> String {
    let key = motcua::domain::fold::fold(name);
    let mut words: Vec<String> =
        key.split(' ').map(|word| word.chars().take(letters).collect()).collect();
    words.reverse();
    words.join(" ")
}

fn rate(office: &Office) -> String {
    format!("{:.0}", f64::from(office.dossiers) / office.generated_in.as_secs_f64())
}

/// Writing four kilobytes and bringing them to disk.
fn fsync(folder: &Path) -> Vec<Duration> {
    let mut file = File::create(folder.join("fsync")).unwrap();
    (0..200)
        .map(|_| {
            let start = Instant::now();
            file.write_all(&[0; 4096]).unwrap();
            file.sync_all().unwrap();
            start.elapsed()
        })
        .collect()
}

fn slip(office: &Office) {
    let new = office.sample();
    let received = office.book.run(move |db| receive(db, &new, None, "Cán bộ Mẫu", now())).unwrap();
    let dossier = received.unwrap().dossier;
    let mut bytes = 0;
    let times: Vec<Duration> = (0..200)
        .map(|_| {
            let start = Instant::now();
            let office = practice_office();
            let form = appointment_slip::usual(&office);
            let sheet = appointment_slip(&dossier, &office, &form, &SlipMark::default());
            bytes = to_pdf(&sheet, now()).unwrap().len();
            start.elapsed()
        })
        .collect();
    line("slip PDF, two copies, ms", &times, "<= 8");
    row("slip PDF, KB", &bytes.div_ceil(1024).to_string(), None, "<= 80");
}

/// Every form with ordinary content, drawn and written as PDF, and the labels of a full sheet.
fn forms() {
    let office = practice_office();
    let timed = |draw: &dyn Fn() -> Sheet| -> Vec<Duration> {
        (0..100)
            .map(|_| {
                let start = Instant::now();
                let _ = black_box(to_pdf(&draw(), now()).unwrap());
                start.elapsed()
            })
            .collect()
    };
    for form in FormKind::ALL {
        let style = usual(form, &office);
        let times = timed(&|| specimen(form, &office, &style, now().date()));
        line(&format!("form {}, ms", form.word()), &times, "<= 15");
    }
    let sheet: Vec<Label> = (1..=24)
        .map(|number| Label::Folder {
            code: format!("H50.031-261123-{number:04}"),
            applicant: "Hồ Thị Mẫu".to_owned(),
            procedure: "Đăng ký lại khai sinh".to_owned(),
            due_at: Some(now()),
        })
        .collect();
    line("a sheet of 24 labels, ms", &timed(&|| labels(&sheet, 1, &office)), "<= 15");
    let lines = register_lines(400);
    let part = RegisterPart {
        year: 2026,
        volume: 1,
        from: now().date(),
        to: now().date(),
        lines: &lines,
        first_page: 1,
        title_page: true,
        closing: None,
    };
    let style = usual(FormKind::Register, &office);
    let month = timed(&|| register_book(&part, &office, &style, &SlipMark::default()));
    line("a month of 400 dossiers in the register, ms", &month, "");
}

fn register_lines(count: i64) -> Vec<RegisterLine> {
    let line = |number| RegisterLine {
        number,
        code: format!("H50.031-261123-{number:04}"),
        procedure: "Đăng ký lại khai sinh".to_owned(),
        applicant: "Hồ Thị Mẫu".to_owned(),
        identity_number: "045188000000".to_owned(),
        address: "Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị".to_owned(),
        phone: "0900000000".to_owned(),
        handled_by: String::new(),
        received_at: now(),
        due_at: Some(now()),
        returned_at: Some(now()),
        return_by: ReturnBy::Counter,
        collector: "Hồ Thị Mẫu".to_owned(),
        ended: None,
        void: None,
    };
    (1..=count).map(line).collect()
}

/// The whole program, from its start to the slip on disk, on the large book.
fn process(office: &Office) {
    // The book has one owner: a copy is received into.
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().to_owned();
    let report = office.book.run(move |db| store::back_up(db, &copy, now())).unwrap().unwrap();
    std::fs::rename(report.file, Paths::new(folder.path()).book()).unwrap();
    let times: Vec<Duration> = (0..40)
        .map(|_| {
            let start = Instant::now();
            let output = Command::new(env!("CARGO_BIN_EXE_motcua"))
                .args(["receive", "--procedure", SAMPLE_PROCEDURE, "--name", "Hồ Thị Mẫu"])
                .arg("--data")
                .arg(folder.path())
                .output()
                .unwrap();
            let time = start.elapsed();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            time
        })
        .collect();
    line("process start to slip on disk, ms", &times, "<= 150");
}

/// Dossiers that are open when the calendar changes.
const OPEN: u32 = 100_000;

/// What a change of the calendar would move among many open dossiers: a day before all of them, a day
/// that about half are counted over, and other hours, which concern all; then the first of these
/// changes with its moves.
fn calendar() {
    let folder = tempfile::tempdir().unwrap();
    let path = Paths::new(folder.path()).book();
    store::create(&path).unwrap();
    let book = Book::open(&path).unwrap();
    book.run(|db| set_up(db, &practice_office(), "Cán bộ Mẫu", now())).unwrap().unwrap();
    let limits = [5, 10, 15, 30, 20, 3].map(Limit::WorkingDays);
    let more = [Limit::CalendarDays(25), Limit::WorkingHours(80), Limit::HalfDays(15)];
    let limits: Vec<Limit> = limits.into_iter().chain(more).collect();
    book.run(move |db| receive_open(db, OPEN, &limits)).unwrap();
    let day = |text: &str| SpecialDay {
        date: text.parse().unwrap(),
        kind: DayKind::Off,
        name: "Nghỉ bão".to_owned(),
        origin: Origin::Office,
        source: String::new(),
    };
    let put = |text| CalendarEdit { put: vec![day(text)], ..CalendarEdit::default() };
    let mut hours = OfficeHours::standard();
    hours.in_force_from = "2026-11-30".parse().unwrap();
    for sessions in hours.week.iter_mut().take(5) {
        let _ = sessions.pop();
    }
    let hours = CalendarEdit { hours: vec![hours], ..CalendarEdit::default() };
    for (name, edit) in [
        ("what if, a day that concerns none, ms", put("2026-08-04")),
        ("what if, a day off, ms", put("2026-12-10")),
        ("what if, other hours, ms", hours),
    ] {
        let mut moved = 0;
        let times: Vec<Duration> = (0..7)
            .map(|_| {
                let edit = edit.clone();
                let start = Instant::now();
                let answer = book
                    .run(move |db| what_if(db.view(), &edit, &mut |_, _| true))
                    .unwrap()
                    .unwrap()
                    .unwrap();
                assert_eq!(answer.looked_at, OPEN as usize);
                moved = answer.moved.len();
                start.elapsed()
            })
            .collect();
        line(name, &times, "<= 1000");
        row("  of 100000 open, moved", &moved.to_string(), None, "");
    }
    let edit = put("2026-12-10");
    let start = Instant::now();
    let moved = book
        .run(move |db| {
            let listed = what_if(db.view(), &edit, &mut |_, _| true).unwrap().unwrap().moved;
            let chosen: Vec<i64> = listed.iter().take(1000).map(|moved| moved.id).collect();
            change(db, &edit, &chosen, "Nghỉ bão", "Cán bộ Mẫu", now()).unwrap().moved.len()
        })
        .unwrap();
    assert_eq!(moved, 1000);
    row("move 1000 of them, ms", &format!("{:.0}", ms(start.elapsed())), None, "");
}

/// Receives so many dossiers over the last weeks, in one transaction; none of them is done.
fn receive_open(db: &mut Db, count: u32, limits: &[Limit]) {
    let rules = Rules::load(db.view()).unwrap();
    let version = offered(db.view(), SAMPLE_PROCEDURE, now().date()).unwrap();
    let days: Vec<_> = (0..60_u64)
        .map(|back| now().date() - chrono::Days::new(back))
        .filter(|day| rules.is_working(*day))
        .collect();
    let day = |number: usize| days[days.len() - 1 - number * days.len() / count as usize];
    let stamp = Stamp { act: Act::Receive, actor: "Cán bộ Mẫu".to_owned(), at: now() };
    let work = |tx: &Tx<'_>| {
        for number in 0..count as usize {
            let minutes = i64::try_from(number % 200).unwrap();
            let morning = chrono::NaiveTime::from_hms_opt(7, 30, 0).unwrap();
            let time = morning + chrono::TimeDelta::minutes(minutes);
            let at = OfficeTime::new(day(number), time);
            let limit = limits[number % limits.len()];
            let new = Intake {
                procedure: SAMPLE_PROCEDURE.to_owned(),
                applicant: Party { name: "Hồ Thị Mẫu".to_owned(), ..Party::default() },
                papers: vec![version.procedure.papers[0].brought()],
                ..Intake::default()
            };
            let due = rules.promise(at, limit)?;
            let promised = Promised { limit, start: None, second_limit: None, due };
            let numbered = store::insert_dossier(
                tx,
                &Reception {
                    new: &new.check(now().date()).unwrap(),
                    received_at: at,
                    version: &version,
                    promised: &promised,
                    pattern: rules.pattern(),
                    unit: &rules.office().agency_code,
                    officer: "Cán bộ Mẫu",
                    standing: Standing::RECEIVED,
                },
            )?;
            tx.record(&numbered.code, &serde_json::json!({}))?;
        }
        Ok::<_, motcua::desk::DeskError>(())
    };
    let ((), _) = db.transact(stamp, work).unwrap();
}

/// The desk's day, and the first, a middle and the last page of its lists.
fn lists(office: &Office) {
    let days: Vec<_> = (0..6).map(|back| now().date() - chrono::Days::new(back)).collect();
    let today = timed(office, move |db| {
        let _ = store::today(db.view(), now(), &days, 8).unwrap();
    });
    line("the day in numbers, ms", &today, "<= 10");
    let mut pages = Vec::new();
    for state in [ListState::Open, ListState::Ready, ListState::Ended, ListState::Any] {
        for order in [ListOrder::BurningFirst, ListOrder::NewestFirst] {
            for page in [Page::First, Page::After(ListKey { due_at: None, id: 9_000 }), Page::Last]
            {
                let filter = DossierFilter { state, ..DossierFilter::default() };
                pages.extend(timed(office, move |db| {
                    let _ =
                        store::list_dossiers(db.view(), &filter, order, page, 50, now()).unwrap();
                }));
            }
        }
    }
    line("a page of a list, ms", &pages, "<= 10");
}

fn timed(office: &Office, work: impl Fn(&mut Db) + Clone + Send + 'static) -> Vec<Duration> {
    (0..20)
        .map(|_| {
            let work = work.clone();
            let start = Instant::now();
            office.book.run(move |db| work(db)).unwrap();
            start.elapsed()
        })
        .collect()
}

fn now() -> OfficeTime {
    OfficeTime::parse("2026-11-23T14:20").unwrap()
}

fn early() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2000, 1, 1).unwrap()
}

fn late() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2100, 1, 1).unwrap()
}

fn sorted(times: &[Duration]) -> Vec<Duration> {
    let mut times = times.to_vec();
    times.sort();
    times
}

fn median(times: &[Duration]) -> Duration {
    sorted(times)[times.len() / 2]
}

fn p95(times: &[Duration]) -> Duration {
    sorted(times)[times.len() * 95 / 100]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn line(name: &str, times: &[Duration], goal: &str) {
    row(name, &format!("{:.3}", ms(median(times))), Some(ms(p95(times))), goal);
}

fn row(name: &str, median: &str, p95: Option<f64>, goal: &str) {
    let p95 = p95.map_or(String::new(), |p95| format!("{p95:.3}"));
    println!("{name:<44} {median:>12} {p95:>12} {goal:>14}");
}

/// One due date with its list of days, and with its explanation in words, over limits of every kind.
fn due_dates() {
    let known = shipped_calendar().unwrap().days;
    let calendar = Calendar::of_office(Vec::new(), known).unwrap();
    let limits =
        ["5d", "15d", "30d", "2.5d", "25cd", "40h", "0d"].map(|limit| limit.parse().unwrap());
    let from = now();
    let count = |limit| due(&calendar, from, limit, ReturnHour::SameHour).unwrap();
    let (mut plain, mut told) = (Vec::new(), Vec::new());
    for turn in 0..2_000_usize {
        let limit = limits[turn % limits.len()];
        let start = Instant::now();
        let answer = black_box(count(black_box(limit)));
        plain.push(start.elapsed());
        let promise = Promise {
            received: from,
            start: None,
            whole: limit,
            counted: None,
            second: None,
            hour: ReturnHour::SameHour,
            due: &answer,
            waits: &[],
            past: &[],
        };
        let start = Instant::now();
        let _ = black_box(explanation(&calendar, &promise));
        told.push(start.elapsed());
    }
    let us = |time: Duration| time.as_secs_f64() * 1e6;
    for (name, times, goal) in [
        ("one due date with its days, us", &plain, "<= 20"),
        ("its explanation in words, us", &told, ""),
    ] {
        row(name, &format!("{:.2}", us(median(times))), Some(us(p95(times))), goal);
    }
}
