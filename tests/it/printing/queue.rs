//! The queue: nothing that waits is lost, and nothing is printed twice.

use std::fs;
use std::path::Path;
use std::thread;

use motcua::domain::office::PaperSize;
use motcua::printing::PrintError;
use motcua::printing::queue::{NewJob, Queue};

use super::Stand;
use crate::support::{moment, names, now};

const ABSENT: &str = "echo 'lp: Error - The printer or class does not exist.' >&2; exit 1";

fn job(stand: &Stand, code: &str) -> NewJob {
    NewJob {
        file: stand.pdf(),
        form: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả".to_owned(),
        code: code.to_owned(),
        printer: Some("Quay1".to_owned()),
        copies: 1,
        paper: PaperSize::A5,
    }
}

fn queue(stand: &Stand) -> Queue {
    Queue::open_with(&folder(stand), stand.system()).unwrap()
}

fn folder(stand: &Stand) -> std::path::PathBuf {
    stand.path().join("queue")
}

fn codes(queue: &Queue) -> Vec<String> {
    queue.jobs().into_iter().map(|job| job.what.code).collect()
}

#[test]
fn what_waits_survives_an_absent_printer_and_a_restart() {
    let stand = Stand::cups();
    let first = queue(&stand);
    assert!(first.jobs().is_empty() && first.run_next(now()).is_none());
    stand.install("lp", ABSENT);
    for code in ["A", "B", "C"] {
        let _ = first.add(job(&stand, code), now()).unwrap();
    }
    let later = moment(2026, 11, 23, 15, 0);
    let tried = first.run_next(later).unwrap();
    let unknown = PrintError::UnknownPrinter("Quay1".to_owned());
    assert_eq!(tried.outcome, Err(unknown.clone()));
    assert_eq!((tried.job.tries, tried.job.trouble.as_ref()), (1, Some(&unknown)));
    // Each gets its turn before one gets a second.
    assert_eq!(first.run_next(later).unwrap().job.what.code, "B");
    assert_eq!(first.run_next(later).unwrap().job.what.code, "C");
    let waiting = first.jobs();
    drop(first);

    let second = queue(&stand);
    assert_eq!(second.jobs(), waiting);
    assert_eq!(second.jobs()[0].added, now());
    assert_eq!(second.jobs()[0].last_try, Some(later));
    stand.install("lp", "echo \"$*\" >>\"$(dirname \"$0\")/printed\"");
    let tried = second.retry_all(later);
    assert!(tried.iter().all(|one| one.outcome.is_ok() && one.job.tries == 2), "{tried:?}");
    assert_eq!((second.jobs(), stand.printed().len()), (Vec::new(), 3));
    assert!(names(&folder(&stand)).is_empty());
    assert!(queue(&stand).jobs().is_empty());
}

#[test]
fn one_printer_that_is_absent_holds_no_other_up() {
    let stand = Stand::cups();
    let queue = queue(&stand);
    let absent = NewJob { printer: Some("Vang".to_owned()), ..job(&stand, "A") };
    let _ = queue.add(absent, now()).unwrap();
    let _ = queue.add(job(&stand, "B"), now()).unwrap();
    assert!(queue.run_next(now()).unwrap().outcome.is_err());
    assert!(queue.run_next(now()).unwrap().outcome.is_ok());
    assert_eq!(codes(&queue), ["A"]);
}

#[test]
fn without_a_print_system_not_every_job_waits_for_it() {
    let stand = Stand::empty();
    let queue = queue(&stand);
    for code in ["A", "B"] {
        let _ = queue.add(job(&stand, code), now()).unwrap();
    }
    let tried = queue.retry_all(now());
    assert_eq!(tried.len(), 1);
    assert_eq!(tried[0].outcome, Err(PrintError::NoSystem));
    assert_eq!(codes(&queue), ["A", "B"]);
}

#[test]
fn a_job_whose_pdf_is_gone_says_so_and_can_be_dropped() {
    let stand = Stand::cups();
    let queue = queue(&stand);
    let id = queue.add(job(&stand, "A"), now()).unwrap();
    fs::remove_file(stand.pdf()).unwrap();
    assert_eq!(queue.run_next(now()).unwrap().outcome, Err(PrintError::NoFile));
    assert_eq!(queue.jobs()[0].trouble, Some(PrintError::NoFile));
    assert!(queue.drop(id).unwrap());
    assert!(!queue.drop(id).unwrap());
    assert!(queue.jobs().is_empty() && names(&folder(&stand)).is_empty());
    assert_ne!(queue.add(job(&stand, "B"), now()).unwrap(), id, "a number was given twice");
}

#[test]
fn many_hands_print_each_job_once() {
    let stand = Stand::cups();
    let queue = queue(&stand);
    for number in 0..8 {
        let _ = queue.add(job(&stand, &number.to_string()), now()).unwrap();
    }
    let hands: Vec<_> = (0..4)
        .map(|_| {
            let queue = queue.clone();
            thread::spawn(move || while queue.run_next(now()).is_some() {})
        })
        .collect();
    hands.into_iter().for_each(|hand| hand.join().unwrap());
    assert_eq!((queue.jobs().len(), stand.printed().len()), (0, 8));
}

#[test]
fn a_job_dropped_while_it_is_printed_does_not_come_back() {
    let stand = Stand::cups();
    stand.install("lp", "touch \"$(dirname \"$0\")/begun\"; sleep 1; exit 1");
    let queue = queue(&stand);
    let id = queue.add(job(&stand, "A"), now()).unwrap();
    let other = queue.clone();
    let hand = thread::spawn(move || other.run_next(now()).unwrap().outcome);
    while !stand.path().join("begun").exists() {
        thread::yield_now();
    }
    assert!(queue.run_next(now()).is_none(), "a job in print was given to a second hand");
    assert!(queue.drop(id).unwrap());
    assert!(hand.join().unwrap().is_err());
    assert!(queue.jobs().is_empty() && names(&folder(&stand)).is_empty());
}

#[test]
fn a_job_nobody_can_read_is_put_aside() {
    let stand = Stand::cups();
    let first = queue(&stand);
    let _ = first.add(job(&stand, "A"), now()).unwrap();
    let _ = first.add(job(&stand, "B"), now()).unwrap();
    fs::write(folder(&stand).join("000001.json"), "{").unwrap();
    fs::write(folder(&stand).join("notes.json"), "not a job").unwrap();
    assert_eq!(codes(&queue(&stand)), ["B"]);
    assert_eq!(codes(&queue(&stand)), ["B"]);
    let left: Vec<String> = names(&folder(&stand)).into_iter().collect();
    assert_eq!(left, ["000001.json-1.unreadable", "000002.json", "notes.json"]);
}

#[test]
fn a_job_tells_nobody_anything_but_where_and_which() {
    let stand = Stand::cups();
    let _ = queue(&stand).add(job(&stand, "H50.031-261123-0001"), now()).unwrap();
    let text = fs::read_to_string(folder(&stand).join("000001.json")).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let fields: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    let known = [
        "added", "code", "copies", "file", "form", "last_try", "paper", "printer", "tries",
        "trouble",
    ];
    assert_eq!(fields, known);
}

#[test]
fn a_queue_that_cannot_be_written_refuses_the_job() {
    let stand = Stand::cups();
    let folder: &Path = &folder(&stand);
    let queue = Queue::open_with(folder, stand.system()).unwrap();
    fs::write(folder, "a file").unwrap();
    assert!(queue.add(job(&stand, "A"), now()).is_err());
    assert!(queue.jobs().is_empty());
    assert!(Queue::open_with(folder, stand.system()).is_err());
}
