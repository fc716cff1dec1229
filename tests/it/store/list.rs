//! Lists: every filter, order and page of a busy office against a slow model of the same.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use motcua::desk::generate::generate;
use motcua::desk::practice::practice_office;
use motcua::desk::set_up::set_up;
use motcua::domain::dossier::Channel;
use motcua::domain::fold::fold;
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;
use motcua::store::{
    self, COUNT_CAP, Db, DossierFilter, DueWindow, ListOrder, ListRow, ListState, Page,
    count_dossiers, list_dossiers,
};
use tempfile::TempDir;

use crate::support::{date, now};

/// Enough that common filters are read along an index and rare ones gathered.
const DOSSIERS: u32 = 8_000;

struct Desk {
    _folder: TempDir,
    db: Db,
    /// Every dossier, newest first.
    all: Vec<ListRow>,
}

/// A busy office; `sql` is done to it behind the program's back.
fn desk(sql: &str) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.motcua");
    fs::write(&path, busy_book()).unwrap();
    alter(&path, sql);
    let db = Db::open(&path).unwrap();
    let any = DossierFilter { state: ListState::Any, ..DossierFilter::default() };
    let all =
        list_dossiers(db.view(), &any, ListOrder::NewestFirst, Page::First, usize::MAX, now());
    let all = all.unwrap();
    assert_eq!(all.len(), DOSSIERS as usize);
    assert!(all.is_sorted_by(|one, other| one.id > other.id));
    Desk { _folder: folder, db, all }
}

/// The bytes of the office's book: made once, copied for every test.
fn busy_book() -> &'static [u8] {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    BOOK.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.motcua");
        store::create_with(&path, |db| {
            set_up(db, &practice_office(), "Cán bộ Mẫu", now())?;
            generate(db, DOSSIERS, 3, now())
        })
        .unwrap();
        fs::read(path).unwrap()
    })
}

fn alter(path: &Path, sql: &str) {
    let raw = rusqlite::Connection::open(path).unwrap();
    raw.execute_batch(sql).unwrap();
    raw.close().unwrap();
}

/// Whether a line belongs into a list: the filter's words, one by one.
fn belongs(filter: &DossierFilter, row: &ListRow) -> bool {
    let open = !matches!(
        row.status,
        Status::Finished | Status::Returned | Status::Refused | Status::Withdrawn | Status::Stopped
    );
    let state = match filter.state {
        ListState::Open => open,
        ListState::Ready => row.status == Status::Finished,
        ListState::Ended => !open && row.status != Status::Finished,
        ListState::Any => filter.due.is_none() || open,
    };
    let day = |days: u64| now().date() + chrono::Days::new(days);
    let due = |window| {
        row.due_at.is_some_and(|due: OfficeTime| match window {
            DueWindow::Overdue => due < now(),
            DueWindow::Today => due >= now() && due.date() == day(0),
            DueWindow::Next3Days => due.date() > day(0) && due.date() <= day(3),
        })
    };
    let received = row.received_at.date();
    let name = fold(&row.applicant);
    let word = |word: &str| name.split(' ').any(|own| own.starts_with(word));
    let text = filter.text.trim().to_uppercase();
    let part = text.len() >= 3
        && text.chars().any(|c| c.is_ascii_digit())
        && [&row.code, &row.identity_number, &row.phone].into_iter().any(|own| own.contains(&text));
    state
        && filter.due.is_none_or(due)
        && filter.field.as_ref().is_none_or(|field| row.field == *field)
        && filter.channel.is_none_or(|channel| row.channel == channel)
        && filter.officer.as_ref().is_none_or(|officer| row.received_by == *officer)
        && filter.received.is_none_or(|(from, to)| (from..=to).contains(&received))
        && (text.is_empty() || part || fold(&text).split(' ').all(word))
}

impl Desk {
    /// The filter's lines by the model, in their order.
    fn model(&self, filter: &DossierFilter, order: ListOrder) -> Vec<ListRow> {
        let mut rows: Vec<ListRow> =
            self.all.iter().filter(|row| belongs(filter, row)).cloned().collect();
        if order == ListOrder::BurningFirst {
            rows.sort_by_key(|row| (row.due_at.is_none(), row.due_at, row.id));
        }
        rows
    }

    fn page(
        &self,
        filter: &DossierFilter,
        order: ListOrder,
        page: Page,
        most: usize,
    ) -> Vec<ListRow> {
        list_dossiers(self.db.view(), filter, order, page, most, now()).unwrap()
    }

    /// Holds every kind of page and the count against the model.
    fn agrees(&self, filter: &DossierFilter) {
        for order in [ListOrder::BurningFirst, ListOrder::NewestFirst] {
            let expected = self.model(filter, order);
            let codes =
                |rows: &[ListRow]| rows.iter().map(|row| row.code.clone()).collect::<Vec<_>>();
            let is = |page, most, rows: &[ListRow]| {
                let got = self.page(filter, order, page, most);
                assert_eq!(codes(&got), codes(rows), "{filter:?} {order:?} {page:?}");
            };
            let all = expected.len();
            let most = 7;
            is(Page::First, most, &expected[..all.min(most)]);
            is(Page::Last, most, &expected[all.saturating_sub(most)..]);
            for place in [0, 1, all / 3, all / 2, all.saturating_sub(1)] {
                let Some(row) = expected.get(place) else { continue };
                is(Page::After(row.key()), most, &expected[place + 1..all.min(place + 1 + most)]);
                is(Page::Before(row.key()), most, &expected[place.saturating_sub(most)..place]);
            }
        }
        let count = count_dossiers(self.db.view(), filter, now()).unwrap();
        let expected = i64::try_from(self.model(filter, ListOrder::NewestFirst).len()).unwrap();
        let capped = count == COUNT_CAP && expected > COUNT_CAP;
        assert!(count == expected || capped, "{filter:?}: {count} instead of {expected}");
    }
}

/// Filters of every kind, and of several kinds at once.
fn filters(desk: &Desk) -> Vec<DossierFilter> {
    let fields = store::fields_in_use(desk.db.view()).unwrap();
    let often = |field: &&String| desk.all.iter().filter(|row| row.field == **field).count();
    let (rare, dense) = (fields.iter().min_by_key(often), fields.iter().max_by_key(often));
    let mut filters = Vec::new();
    for state in [ListState::Open, ListState::Ready, ListState::Ended, ListState::Any] {
        let base = DossierFilter { state, ..DossierFilter::default() };
        filters.push(base.clone());
        for due in [DueWindow::Overdue, DueWindow::Today, DueWindow::Next3Days] {
            filters.push(DossierFilter { due: Some(due), ..base.clone() });
            let channel = Some(Channel::Counter);
            filters.push(DossierFilter { due: Some(due), channel, ..base.clone() });
        }
        for field in [rare, dense] {
            filters.push(DossierFilter { field: field.cloned(), ..base.clone() });
        }
        let counter = DossierFilter { channel: Some(Channel::Counter), ..base.clone() };
        let months = Some((date(2026, 7, 1), date(2026, 10, 31)));
        let week = Some((date(2026, 10, 5), date(2026, 10, 11)));
        filters.push(DossierFilter { field: dense.cloned(), received: months, ..counter.clone() });
        filters.push(DossierFilter { received: months, ..base.clone() });
        filters.push(DossierFilter { received: week, ..counter.clone() });
        let officer = Some("Lê Văn Mẫu".to_owned());
        filters.push(DossierFilter { officer, ..counter.clone() });
        filters.push(DossierFilter { officer: Some("Không Ai".to_owned()), ..base.clone() });
        filters.push(counter);
    }
    filters
}

#[test]
fn every_page_of_every_filter_is_the_right_one() {
    let desk = desk("UPDATE dossier SET due_at = NULL WHERE id % 50 = 0");
    for filter in filters(&desk) {
        desk.agrees(&filter);
    }
}

#[test]
fn a_desk_that_never_finishes_anything_has_lists_all_the_same() {
    let desk = desk(
        "UPDATE dossier SET status = 2, finished_at = NULL, ended_at = NULL WHERE id > 1000;
         UPDATE dossier SET due_at = NULL WHERE id % 40 = 0",
    );
    for filter in filters(&desk).into_iter().filter(|filter| filter.state != ListState::Ended) {
        desk.agrees(&filter);
    }
}

#[test]
fn a_text_goes_with_every_other_condition() {
    let desk = desk("");
    let sample = desk.all[700].clone();
    let texts = [
        fold(&sample.applicant),
        "thi".to_owned(),
        "le van".to_owned(),
        sample.code.clone(),
        sample.code[7..].to_owned(),
        sample.identity_number[3..9].to_owned(),
        sample.phone[4..].to_owned(),
        "045".to_owned(),
        "Không Ai Cả".to_owned(),
    ];
    for text in texts {
        for state in [ListState::Open, ListState::Ended, ListState::Any] {
            let base = DossierFilter { state, text: text.clone(), ..DossierFilter::default() };
            let newest = ListOrder::NewestFirst;
            let expected = desk.model(&base, newest);
            let first = desk.page(&base, newest, Page::First, 30);
            assert_eq!(first[..], expected[..expected.len().min(30)], "{base:?}");
            let last = desk.page(&base, newest, Page::Last, 30);
            assert_eq!(last[..], expected[expected.len().saturating_sub(30)..], "{base:?}");
            if let Some(row) = expected.get(expected.len() / 2) {
                let before = desk.page(&base, newest, Page::Before(row.key()), 30);
                let place = expected.len() / 2;
                assert_eq!(before[..], expected[place.saturating_sub(30)..place], "{base:?}");
            }
            let officer = Some("Trần Thị Mẫu".to_owned());
            desk.agrees(&DossierFilter { officer, ..base });
        }
    }
}

#[test]
fn a_running_number_and_an_empty_text_are_understood() {
    let desk = desk("");
    let list = |text: &str| {
        let filter = DossierFilter {
            state: ListState::Any,
            text: text.to_owned(),
            ..DossierFilter::default()
        };
        desk.page(&filter, ListOrder::NewestFirst, Page::First, 10_000)
    };
    assert_eq!(list("  ").len(), DOSSIERS as usize);
    assert_eq!(list("-- ").len(), 0);
    let twelfth = list("12");
    assert!(!twelfth.is_empty() && twelfth.len() <= 2, "one a year: {}", twelfth.len());
}

#[test]
fn the_menus_name_what_is_in_use() {
    let desk = desk("");
    let mut fields: Vec<String> = desk.all.iter().map(|row| row.field.clone()).collect();
    fields.sort();
    fields.dedup();
    assert_eq!(store::fields_in_use(desk.db.view()).unwrap(), fields);
    let officers = store::officers_in_use(desk.db.view()).unwrap();
    assert_eq!(officers, ["Cán bộ Mẫu", "Hồ Thị Mẫu", "Lê Văn Mẫu", "Trần Thị Mẫu"]);
    let recent = store::recent_procedures(desk.db.view(), 5).unwrap();
    let lately = |code: &String| {
        desk.all[..500].iter().filter(|row| row.procedure_code.starts_with(code)).count()
    };
    assert_eq!(recent.len(), 5);
    assert!(recent.is_sorted_by_key(|code| std::cmp::Reverse(lately(code))), "{recent:?}");
}

#[test]
fn the_day_in_numbers_is_what_its_lists_hold() {
    let desk = desk("");
    let days = [date(2026, 11, 20), date(2026, 11, 23)];
    let today = store::today(desk.db.view(), now(), &days, 8).unwrap();
    let count = |test: &dyn Fn(&ListRow) -> bool| {
        i64::try_from(desk.all.iter().filter(|row| test(row)).count()).unwrap()
    };
    let on = |at: Option<OfficeTime>, day| at.is_some_and(|at| at.date() == day);
    let day = now().date();
    let returned = |row: &ListRow| row.status == Status::Returned && on(row.ended_at, day);
    assert!(today.received > 0 && today.returned > 0 && today.ready > 0 && today.overdue > 0);
    assert_eq!(today.received, count(&|row| row.received_at.date() == day));
    assert_eq!(today.returned, count(&returned));
    assert_eq!(today.ready, count(&|row| row.status == Status::Finished));
    assert_eq!(today.awaiting_papers, count(&|row| row.status == Status::AwaitingPapers));
    let open = |due| DossierFilter { due: Some(due), ..DossierFilter::default() };
    let burning = desk.model(&DossierFilter::default(), ListOrder::BurningFirst);
    let due_today = desk.model(&open(DueWindow::Today), ListOrder::BurningFirst).len();
    let overdue = desk.model(&open(DueWindow::Overdue), ListOrder::BurningFirst).len();
    assert_eq!((today.due_today, today.overdue), (due_today as i64, overdue as i64));
    assert_eq!(today.burning, burning[..8]);
    let month = |row: &ListRow, month| {
        row.due_at.is_some()
            && row.finished_at.is_some_and(|at| at.date() >= date(2026, month, 1))
            && row.finished_at.is_some_and(|at| at.date() < date(2026, month + 1, 1))
    };
    let in_time = |row: &ListRow| row.finished_at <= row.due_at;
    for (numbers, number) in [(today.on_time_this_month, 11), (today.on_time_last_month, 10)] {
        assert_eq!(numbers.1, count(&|row| month(row, number)));
        assert_eq!(numbers.0, count(&|row| month(row, number) && in_time(row)));
    }
    for (own, day) in today.week.iter().zip(days) {
        assert_eq!(own.date, day);
        assert_eq!(own.received, count(&|row| row.received_at.date() == day));
        let open = |row: &ListRow| row.finished_at.is_none() && row.ended_at.is_none();
        let late = |row: &ListRow| {
            on(row.due_at, day)
                && (row.finished_at.is_some_and(|at| Some(at) > row.due_at)
                    || (open(row) && row.due_at < Some(now())))
        };
        assert_eq!(own.late, count(&late));
    }
}

#[test]
fn whoever_comes_to_collect_is_found_by_hamlet_and_last_digits() {
    let desk = desk("");
    let ready: Vec<&ListRow> =
        desk.all.iter().filter(|row| row.status == Status::Finished).collect();
    let find = |text: &str, most| store::find_ready(desk.db.view(), text, most).unwrap();
    let all = find("", 1000);
    assert_eq!(all.len(), ready.len());
    assert!(all.is_sorted_by_key(|found| {
        let finished = ready.iter().find(|row| row.id == found.id).unwrap().finished_at;
        std::cmp::Reverse(finished)
    }));
    for text in ["kreng", "Ruộng", "khe hiên"] {
        let expected = ready.iter().filter(|row| fold(&row.address).contains(&fold(text))).count();
        let found = find(text, 1000);
        assert!(expected > 0 && found.len() >= expected, "{text}");
        assert!(found[..expected].iter().all(|found| found.status == Status::Finished), "{text}");
    }
    let row = ready[ready.len() / 2];
    for text in [&row.phone[7..], &row.identity_number[8..], &row.code, &fold(&row.applicant)] {
        let found = find(text, 1000);
        assert!(found.iter().any(|found| found.id == row.id), "{text}");
    }
    // What is not ready stands behind.
    let returned = desk.all.iter().find(|row| row.status == Status::Returned).unwrap();
    assert_eq!(find(&returned.code, 5)[0].code, returned.code);
    assert_eq!(find(" Không Ai Cả ", 5), []);
}
