//! The kill loop: the program is killed at random moments while it receives, and nothing that it
//! acknowledged is lost, nothing is there in half, no number is missing or given twice.

use std::collections::BTreeMap;
use std::fs;
use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

use fastrand::Rng;
use motcua::desk::receive::show;
use motcua::store;
use serde_json::Value;

use crate::support::{Office, PROCEDURE, SERIES, Said, date, names};

/// How many running programs are killed while they receive.
const KILLS: usize = 320;

/// How often the book is opened and looked through in between, in kills.
const LOOK_EVERY: usize = 60;

/// Kills that may end before the program did anything, or after it said all: then the loop goes on,
/// but not for ever.
const MOST_RUNS: usize = 4 * KILLS;

/// The papers of each dossier.
const PAPERS: [&str; 3] = ["Tờ khai=1/0", "Giấy khai sinh=0/2", "8"];

/// Where random moments lie: in the time that a whole run took lately, and a third beyond it.
struct Moments {
    rng: Rng,
    lately: Vec<Duration>,
}

impl Moments {
    fn new(seed: u64) -> Self {
        Self { rng: Rng::with_seed(seed), lately: Vec::new() }
    }

    /// Notes a run that was not cut short.
    fn learn(&mut self, took: Duration) {
        self.lately.push(took);
        let old = self.lately.len().saturating_sub(8);
        drop(self.lately.drain(..old));
    }

    fn pick(&mut self) -> Duration {
        let sum: Duration = self.lately.iter().sum();
        let usual = sum / u32::try_from(self.lately.len()).unwrap();
        usual.mul_f64(self.rng.f64() * 1.3)
    }
}

/// Lets `child` run for `time`, then kills it; what it could say until then. On Unix that is SIGKILL,
/// on Windows `TerminateProcess`.
fn killed_after(mut child: Child, time: Duration) -> Said {
    thread::sleep(time);
    // A child that has ended by itself is no error.
    let _ = child.kill();
    child.wait_with_output().unwrap().into()
}

/// An answer that came whole, up to its line end.
fn acknowledged(said: &Said) -> Option<Value> {
    said.out.ends_with('\n').then(|| serde_json::from_str(&said.out).unwrap())
}

fn receive(office: &Office, number: usize) -> std::process::Command {
    let name = format!("Hồ Thị Mẫu {}", letters(number));
    let mut command = office.command(["receive", "--procedure", PROCEDURE, "--name", &name]);
    let _ = command.args(["--birth", "12/03/1988", "--id", &format!("045188{number:06}")]);
    let _ = command.args(PAPERS.iter().flat_map(|paper| ["--paper", paper]));
    command
}

/// A number as a name: no digit stands in one.
fn letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

/// Looks through the whole book: every acknowledged dossier is there as acknowledged, and all of
/// them are whole. Answers how many there are.
fn look_through(office: &Office, acknowledged: &BTreeMap<String, Value>) -> usize {
    let book = office.open();
    let check = book.run(|db| store::check(db.view())).unwrap().unwrap();
    assert_eq!(check.disagreements, []);
    let (first, last) = (date(2026, 11, 23), date(2026, 11, 23));
    let rows = book.run(move |db| store::register_rows(db.view(), first, last)).unwrap().unwrap();
    let codes: Vec<String> = rows.iter().map(|row| row.code.clone()).collect();
    let expected: Vec<String> = (1..=rows.len()).map(|n| format!("{SERIES}{n:04}")).collect();
    assert_eq!(codes, expected, "a gap or a double among the codes");
    let numbers: Vec<i64> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, (1..=i64::try_from(rows.len()).unwrap()).collect::<Vec<_>>());
    for (code, said) in acknowledged {
        let row = rows.iter().find(|row| row.code == *code);
        let row = row.unwrap_or_else(|| panic!("{code} was acknowledged and is lost"));
        assert_eq!(said["due_at"], serde_json::to_value(row.due_at).unwrap(), "{code}");
        assert_eq!(said["number"], row.number, "{code}");
        assert_eq!(said["applicant"]["name"], row.applicant, "{code}");
    }
    for row in &rows {
        let code = row.code.clone();
        let dossier = book.run(move |db| show(db.view(), &code)).unwrap().unwrap();
        assert_eq!(dossier.papers.len(), PAPERS.len(), "{} is there in half", row.code);
        for key in [row.applicant.clone(), dossier.applicant.identity_number().to_owned()] {
            let found = book.run(move |db| store::find(db.view(), &key, 1000)).unwrap().unwrap();
            assert!(found.iter().any(|one| one.code == row.code), "{} is not found", row.code);
        }
    }
    drop(book);
    slips_are_whole(office);
    check.dossiers.try_into().unwrap()
}

/// A slip that the book calls printed is on disk, and every slip on disk is a whole PDF.
fn slips_are_whole(office: &Office) {
    let raw = office.raw();
    let mut statement = raw
        .prepare("SELECT code FROM printed_form JOIN dossier ON dossier.id = dossier_id")
        .unwrap();
    let printed: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let slips = office.file("slips");
    for code in printed {
        assert!(slips.join(format!("{code}.pdf")).exists(), "the slip of {code}");
    }
    for name in names(&slips).iter().filter(|name| name.ends_with(".pdf")) {
        let bytes = fs::read(slips.join(name)).unwrap();
        assert!(
            bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"),
            "{name}"
        );
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "whoever runs the tests should see how the kills fell")]
fn no_kill_loses_an_acknowledged_dossier_or_a_number() {
    let office = Office::new();
    let mut moments = Moments::new(20_261_123);
    let mut acked = BTreeMap::new();
    let (mut kills, mut silent, mut runs) = (0, 0, 0);
    let mut look_at = LOOK_EVERY;
    // Runs that are not cut short keep the moments to the pace of the machine.
    let mut whole_runs = 5;
    while kills < KILLS {
        runs += 1;
        assert!(runs < MOST_RUNS, "{kills} of {runs} runs were killed");
        let begun = Instant::now();
        let child = receive(&office, runs).spawn().unwrap();
        let said = if whole_runs > 0 {
            whole_runs -= 1;
            let said = Said::from(child.wait_with_output().unwrap()).fine();
            moments.learn(begun.elapsed());
            said
        } else {
            let said = killed_after(child, moments.pick());
            match said.code {
                Some(0) => whole_runs = 1,
                Some(1) if cfg!(windows) => kills += 1,
                None => kills += 1,
                Some(_) => panic!("{said:?}"),
            }
            said
        };
        assert_eq!(said.errors, "");
        match acknowledged(&said) {
            Some(answer) => {
                let code = answer["code"].as_str().unwrap().to_owned();
                assert!(acked.insert(code, answer).is_none(), "a code was given twice");
            }
            None => {
                assert_ne!(said.code, Some(0), "a run that ended by itself said nothing");
                silent += 1;
            }
        }
        if kills >= look_at {
            look_at += LOOK_EVERY;
            whole_runs = 1;
            let _ = look_through(&office, &acked);
        }
    }
    let dossiers = look_through(&office, &acked);
    let unheard = dossiers - acked.len();
    eprintln!(
        "{runs} runs, {kills} killed, {silent} before they answered: {} acknowledged, {unheard} in \
         the book unheard, {} left no trace",
        acked.len(),
        silent - unheard,
    );
    // The loop bites only if kills fell before, in and after the writing.
    assert!(silent >= 100, "only {silent} were killed before they answered");
    assert!(unheard >= 5, "only {unheard} were killed between the commit and the answer");
    assert!(silent - unheard >= 20, "only {} were killed before the commit", silent - unheard);
    assert_eq!(office.codes(SERIES).len(), 20);
    office.is_sound();
}

#[test]
#[expect(clippy::print_stderr, reason = "whoever runs the tests should see how the kills fell")]
fn a_kill_while_an_office_is_set_up_leaves_no_book_or_a_whole_one() {
    const SET_UP: [&str; 5] =
        ["init", "--agency-name", "UBND xã Hướng Hiệp", "--agency-code", "H50.031"];
    let mut moments = Moments::new(7);
    let (mut none, mut whole) = (0, 0);
    for run in 0..30 {
        let office = Office::without_book();
        let begun = Instant::now();
        let child = office.command(SET_UP).spawn().unwrap();
        if run < 2 {
            let _ = Said::from(child.wait_with_output().unwrap()).fine();
            moments.learn(begun.elapsed());
        } else {
            let _ = killed_after(child, moments.pick());
        }
        if office.book().exists() {
            whole += 1;
        } else {
            none += 1;
            // Whatever the killed one left lying about stands in nobody's way.
            let _ = office.run(SET_UP).fine();
        }
        let found = office.run(["procedures", "find", PROCEDURE]).fine().json();
        assert_eq!(found[0]["name"], "Đăng ký lại khai sinh");
        let _ = receive(&office, run).output().map(|output| Said::from(output).fine()).unwrap();
        office.is_sound();
    }
    eprintln!("30 set-ups: {none} left no book, {whole} a whole one");
    assert!(none >= 5, "only {none} were killed before there was a book");
}
