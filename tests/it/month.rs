//! A month of a sample commune, lived through day by day from the command line: about a thousand dossiers
//! of forty procedures with everything that happens to them, until the book is checked and its register
//! agrees line by line with what was done.

mod desk;
mod folder;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use fastrand::Rng;
use motcua::domain::time::OfficeTime;
use serde_json::Value;

use self::desk::{Desk, HEAD, LEADER, RECEPTION, UNITS};
use self::folder::{Folder, Job, Place, State, handled};
use crate::support::{Office, date};

const AGENCY: &str = "UBND xã Hướng Hiệp";

/// Procedures whose result is promised for the same day.
const AT_ONCE: [&str; 10] = [
    "2.000908", "2.000815", "2.000884", "2.000992", "2.001008", "2.000913", "2.000927", "2.000942",
    "1.001193", "2.000635",
];

/// Procedures that a division handles; the first four have a process.
const HANDLED: [&str; 31] = [
    "1.004884", "1.001022", "1.004746", "1.004873", "2.001035", "2.001019", "2.001016", "2.001406",
    "2.000522", "2.000779", "1.000689", "1.001695", "1.004772", "1.000893", "2.000806", "2.000513",
    "1.005461", "2.000497", "1.004837", "1.004845", "2.000756", "3.000323", "3.000322", "2.002189",
    "2.000554", "1.003583", "1.000593", "1.000419", "2.002516", "2.001255", "1.001662",
];

/// How many of them have a process.
const WITH_PROCESS: usize = 4;

/// Procedures with a second branch, for verification.
const WITH_BRANCH: [&str; 4] = ["1.004884", "1.004746", "2.000522", "1.004772"];

/// How many dossiers come on a day of October.
const A_DAY: std::ops::Range<u32> = 42..51;

struct Month {
    desk: Desk,
    rng: Rng,
    folders: Vec<Folder>,
    /// Papers without a dossier: guidance and refusals.
    told: [usize; 2],
    /// Lists by kind, and the folders on them.
    lists: BTreeMap<String, (i64, usize)>,
    done: BTreeMap<String, usize>,
    results: usize,
    refused: usize,
}

/// The days of the sample office's calendar that are off between October and the new year.
fn works(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && day != date(2026, 11, 24)
}

fn later(day: NaiveDate, days: u32) -> NaiveDate {
    (0..days).fold(day, |day, _| {
        let mut next = day + Days::new(1);
        while !works(next) {
            next = next + Days::new(1);
        }
        next
    })
}

impl Month {
    fn new() -> Self {
        let office = Office::in_memory();
        fs::remove_file(office.book()).unwrap();
        let mut desk = Desk::new(office, date(2026, 10, 1));
        let _ = desk.run(HEAD, &["init", "--agency-name", AGENCY, "--agency-code", "H50.031"]);
        let _ = desk.run(HEAD, &["officers", "set", HEAD, "--role", "head"]);
        for name in RECEPTION {
            let _ = desk.run(HEAD, &["officers", "set", name, "--role", "reception"]);
        }
        for (unit, name) in UNITS {
            let set = ["officers", "set", name, "--role", "specialist", "--unit", unit];
            let _ = desk.run(HEAD, &set);
        }
        let _ =
            desk.run(HEAD, &["officers", "set", LEADER, "--role", "leader", "--unit", "Lãnh đạo"]);
        for (place, code) in HANDLED.iter().take(WITH_PROCESS).enumerate() {
            let unit = UNITS[place % UNITS.len()].0;
            let steps = [
                "Tiếp nhận; Bộ phận một cửa; 2".to_owned(),
                format!("Thẩm tra; {unit}; 20"),
                "Ký duyệt; Lãnh đạo; 8".to_owned(),
                "Trả kết quả; Bộ phận một cửa; không tính thời gian".to_owned(),
            ];
            let mut words = vec!["procedures", "set-steps", code, "--name", "QT-01"];
            for step in &steps {
                words.extend(["--step", step]);
            }
            let _ = desk.run(HEAD, &words);
        }
        Self {
            desk,
            rng: Rng::with_seed(20_261_001),
            folders: Vec::new(),
            told: [0; 2],
            lists: BTreeMap::new(),
            done: BTreeMap::new(),
            results: 0,
            refused: 0,
        }
    }

    fn at_the_counter(&mut self) -> &'static str {
        RECEPTION[self.rng.usize(..2)]
    }

    fn day(&mut self, day: NaiveDate, receives: bool) {
        self.desk.open(day);
        self.morning();
        self.work();
        let count = if receives { self.rng.u32(A_DAY) } else { 0 };
        for _ in 0..count / 2 {
            self.somebody_comes();
        }
        self.work();
        self.hand_over();
        self.post_in();
        self.desk.until(13, 30);
        for _ in 0..count - count / 2 {
            self.somebody_comes();
        }
        self.work();
        self.take_back();
        self.work();
        self.post_out();
    }

    /// What the desk looks at first: who has what, what has not come back, what will be collected.
    fn morning(&mut self) {
        let today = self.desk.today();
        let board = self.desk.run(RECEPTION[0], &["board"]);
        let mut held: BTreeMap<(String, String), i64> = BTreeMap::new();
        let mut since = 0;
        // A folder that ended in a division has papers to come back from there.
        for folder in &self.folders {
            match &folder.place {
                Place::Desk if folder.state != State::Open => {}
                Place::Desk => *held.entry(Default::default()).or_default() += 1,
                Place::With(unit, officer, day) => {
                    *held.entry((unit.clone(), officer.clone())).or_default() += 1;
                    since += i64::from(*day < today);
                }
            }
        }
        let told: BTreeMap<(String, String), i64> = board
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let text = |name: &str| row["holder"][name].as_str().unwrap().to_owned();
                ((text("unit"), text("officer")), row["dossiers"].as_i64().unwrap())
            })
            .filter(|(_, count)| *count > 0)
            .collect();
        assert_eq!(told, held, "{today}");
        let away = self.desk.run(RECEPTION[0], &["not-back", "--max", "1000"]);
        assert_eq!(i64::try_from(away.as_array().unwrap().len()).unwrap(), since, "{today}");
        let pick = self.desk.run(RECEPTION[0], &["pick"]);
        let told: BTreeSet<(&str, &str)> = pick
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (row["code"].as_str().unwrap(), row["tray"].as_str().unwrap()))
            .collect();
        let ready = |folder: &&Folder| {
            folder.state == State::Ready && folder.due.is_none_or(|due| due.date() <= today)
        };
        let known: BTreeSet<(&str, &str)> = self
            .folders
            .iter()
            .filter(ready)
            .map(|folder| (folder.code.as_str(), folder.tray.as_str()))
            .collect();
        assert_eq!(told, known, "{today}");
    }

    /// Somebody comes with papers: most are received, some are sent home with a paper of ours.
    fn somebody_comes(&mut self) {
        let who = self.at_the_counter();
        let place = self.folders.len() + self.told.iter().sum::<usize>();
        let name = name(&mut self.rng);
        let at_once = self.rng.u32(..3) == 0;
        let index = self.rng.usize(..if at_once { AT_ONCE.len() } else { HANDLED.len() });
        let procedure = if at_once { AT_ONCE[index] } else { HANDLED[index] };
        let phone = format!("09{:08}", 10_000_000 + place);
        let address = format!("Thôn {}, xã Hướng Hiệp", 1 + place % 12);
        let whom =
            ["--procedure", procedure, "--name", &name, "--phone", &phone, "--address", &address];
        match self.rng.u32(..100) {
            0..4 => {
                let what = ["--item", "Tờ khai theo mẫu", "--item", "Bản sao căn cước"];
                let words = [&["guide"], &whom[..], &what, &["--reason", "Còn thiếu"]].concat();
                let told = self.desk.run(who, &words);
                self.told[0] += 1;
                assert_eq!((&told["kind"], &told["code"]), (&"supplement".into(), &Value::Null));
                return;
            }
            4..6 => {
                let words = [&["refuse"], &whom[..], &["--reason", "Không thuộc thẩm quyền"]];
                let told = self.desk.run(who, &words.concat());
                self.told[1] += 1;
                assert_eq!(told["content"]["addressee"]["name"], name.as_str());
                return;
            }
            _ => {}
        }
        let (channel, came_by_post) = match self.rng.u32(..10) {
            0 => ("post", true),
            1..3 => ("online", false),
            _ => ("counter", false),
        };
        let by_post = self.rng.u32(..5) == 0;
        let return_by = if by_post { "post" } else { "counter" };
        let how = ["--channel", channel, "--return-by", return_by, "--paper", "Đơn=1/0"];
        let answer = self.desk.run(who, &[&["receive"], &whom[..], &how].concat());
        let text = |name: &str| answer[name].as_str().unwrap().to_owned();
        let process = !at_once && index < WITH_PROCESS;
        let branches = WITH_BRANCH.contains(&procedure);
        let jobs = match at_once {
            true => folder::at_once(&mut self.rng),
            false => handled(&mut self.rng, process, branches),
        };
        let now = self.desk.now();
        self.folders.push(Folder {
            code: text("code"),
            number: answer["number"].as_i64().unwrap(),
            procedure: answer["procedure"]["name"].as_str().unwrap().to_owned(),
            applicant: name,
            address,
            phone,
            received: now,
            due: Folder::due_of(&answer),
            returned: None,
            ended: None,
            collector: String::new(),
            by_post,
            came_by_post,
            void: None,
            unit: index % UNITS.len(),
            place: Place::Desk,
            state: State::Open,
            tray: String::new(),
            asked: 0,
            from: later(now.date(), jobs[0].0),
            jobs: VecDeque::from(jobs),
        });
        assert_eq!(answer["number"].as_u64().unwrap(), self.folders.len() as u64);
    }

    /// Does what is due today with every folder, but for what goes on lists.
    fn work(&mut self) {
        for place in 0..self.folders.len() {
            while let Some(job) = self.job(place) {
                if matches!(job, Job::HandOver | Job::TakeBack) {
                    break;
                }
                if job == Job::Collect && (self.folders[place].by_post || !self.comes_today(place))
                {
                    break;
                }
                self.do_job(place, job);
                self.next(place);
            }
        }
    }

    /// Whether whoever handed a ready folder in comes for it: not before the promised day.
    fn comes_today(&self, place: usize) -> bool {
        let folder = &self.folders[place];
        folder.state == State::Open || folder.due.is_none_or(|due| due.date() <= self.desk.today())
    }

    /// The first job of a folder, if its day has come.
    fn job(&self, place: usize) -> Option<Job> {
        let folder = &self.folders[place];
        let (_, job) = folder.jobs.front()?;
        (folder.from <= self.desk.today()).then_some(*job)
    }

    fn next(&mut self, place: usize) {
        let today = self.desk.today();
        let folder = &mut self.folders[place];
        let (_, job) = folder.jobs.pop_front().unwrap();
        *self.done.entry(format!("{job:?}")).or_default() += 1;
        if let Some((days, _)) = folder.jobs.front() {
            folder.from = later(today, *days);
        }
    }

    fn waiting(&self, job: Job) -> Vec<usize> {
        (0..self.folders.len()).filter(|place| self.job(*place) == Some(job)).collect()
    }

    fn do_job(&mut self, place: usize, job: Job) {
        let who = self.at_the_counter();
        let (unit, specialist) = UNITS[self.folders[place].unit];
        let code = self.folders[place].code.clone();
        let code = code.as_str();
        let due = self.folders[place].due;
        match job {
            Job::HandOver | Job::TakeBack => unreachable!("goes on a list"),
            Job::Correct => self.correct(place, who),
            Job::Ask => {
                let what =
                    ["--item", "Giấy chứng sinh", "--item", "Ảnh 4x6", "--reason", "Chưa đủ"];
                let words = [&["ask-papers", code], &what[..]].concat();
                let answer = self.desk.run(specialist, &words);
                let folder = &mut self.folders[place];
                assert_eq!(answer["before"], folder.asked, "{code}");
                assert_eq!(answer["warning"].is_string(), folder.asked > 0, "{code}");
                assert_eq!(answer["notice"]["kind"], "supplement");
                folder.asked += 1;
                folder.due = Folder::due_of(&answer);
                assert_eq!(folder.due, None, "{code}: nothing is promised while the office waits");
            }
            Job::Came => self.promised(place, who, &["papers-came", code], due),
            Job::AskPayment => {
                let words = ["ask-payment", code, "--demand", "Thông báo thuế số 12/TB-CT"];
                let answer = self.desk.run(specialist, &words);
                self.folders[place].due = Folder::due_of(&answer);
                assert_eq!(answer["status"], "awaiting_payment");
            }
            Job::Paid => self.promised(place, who, &["paid", code], due),
            Job::Branch => {
                let words = ["branch", code, "--branch", "2", "--reason", "Phải xác minh"];
                let answer = self.desk.run(specialist, &words);
                self.folders[place].due = Folder::due_of(&answer);
                assert!(self.folders[place].due > due, "{code}");
            }
            Job::Apologise => self.apologise(place),
            Job::Sign => {
                self.results += 1;
                let number = format!("{}/2026/KQ", self.results);
                let words = ["sign", code, "--number", &number, "--signer", LEADER];
                let answer = self.desk.run(specialist, &words);
                assert_eq!(answer["result"]["number"], number.as_str());
                let late = ["withdraw", code, "--reason", "Đổi ý"];
                if self.results.is_multiple_of(20) {
                    assert!(self.desk.refused(who, &late).contains(&number));
                    self.refused += 1;
                }
            }
            Job::Next => {
                let answer = self.desk.run(specialist, &["next", code]);
                let folder = &mut self.folders[place];
                if answer["status"] == "finished" {
                    (folder.state, folder.place) = (State::Ready, Place::Desk);
                } else {
                    let today = self.desk.today();
                    folder.place = Place::With("Lãnh đạo".to_owned(), String::new(), today);
                }
            }
            Job::TakeBackPlain => {
                let _ = self.desk.run(who, &["take-back", code]);
                self.folders[place].place = Place::Desk;
            }
            Job::Finish => {
                let answer = self.desk.run(who, &["finish", code]);
                assert_eq!(answer["status"], "finished");
                (self.folders[place].state, self.folders[place].place) =
                    (State::Ready, Place::Desk);
            }
            Job::Tray => {
                let tray = format!("{}{}", ["A", "B", "C"][place % 3], 1 + place % 7);
                let label = format!("KHAY-{tray}");
                let answer = self.desk.run(who, &["tray", code, &label]);
                assert_eq!(answer["tray"], tray.as_str());
                self.folders[place].tray = tray;
            }
            Job::Collect => self.collect(place, who),
            Job::Withdraw => {
                self.ended(place, who, &["withdraw", code, "--reason", "Không còn nhu cầu"]);
            }
            Job::Refuse => self.ended(
                place,
                specialist,
                &["refuse", code, "--reason", "Không đủ điều kiện theo quy định"],
            ),
            Job::Stop => self.ended(place, who, &["stop", code, "--reason", "Quá hạn bổ sung"]),
            Job::Void => {
                assert!(!self.desk.refused(who, &["void", code, "--reason", "x"]).is_empty());
                self.refused += 1;
                let answer = self.desk.run(HEAD, &["void", code, "--reason", "nhập trùng"]);
                assert_eq!(answer["voided_because"], "nhập trùng");
                let folder = &mut self.folders[place];
                (folder.void, folder.state) = (Some("nhập trùng".to_owned()), State::Ended);
            }
            Job::WrongFinish => self.mistake(place, who, &["finish", code]),
            Job::WrongAsk => {
                self.mistake(place, specialist, &["ask-papers", code, "--item", "Nhầm hồ sơ"]);
            }
            Job::WrongReturn => self.mistake(place, who, &["return", code]),
            Job::WrongHands => {
                let other = if unit == UNITS[0].0 { UNITS[1].0 } else { UNITS[0].0 };
                self.mistake(place, who, &["hand-over", code, "--to", other]);
            }
        }
    }

    /// Does something wrong and undoes it: the dossier is told as it was, but for the undone act.
    fn mistake(&mut self, place: usize, who: &'static str, words: &[&str]) {
        let code = self.folders[place].code.clone();
        let show = ["show", &code];
        let before = self.desk.run(who, &show);
        let _ = self.desk.run(who, words);
        let other = if who == HEAD { RECEPTION[0] } else { UNITS[2].1 };
        if other != who {
            let others = self.desk.refused(other, &["undo", &code, "--reason", "x"]);
            assert!(others.contains(who), "{others}");
            self.refused += 1;
        }
        let back = self.desk.run(who, &["undo", &code, "--reason", "Bấm nhầm"]);
        assert_eq!(Folder::due_of(&back), self.folders[place].due, "{code}");
        let mut after = self.desk.run(who, &show);
        let undone = after["undone"].as_array().unwrap().len();
        assert_eq!(undone, before["undone"].as_array().unwrap().len() + 1);
        // The time of the steps goes on meanwhile, and a notice that was numbered stays, marked.
        for name in ["undone", "notices", "steps"] {
            after[name] = before[name].clone();
        }
        assert_eq!(after, before, "{words:?}");
    }

    fn correct(&mut self, place: usize, who: &str) {
        // Few telephone numbers were mistyped.
        if !place.is_multiple_of(9) {
            return;
        }
        let phone = format!("08{:08}", 20_000_000 + place);
        let code = self.folders[place].code.clone();
        let words = ["correct", &code, "--reason", "Gõ nhầm số", "--phone", &phone];
        let answer = self.desk.run(who, &words);
        assert_eq!(Folder::due_of(&answer), self.folders[place].due);
        self.folders[place].phone = phone;
    }

    /// What came leads to a new promise, later than the one before.
    fn promised(&mut self, place: usize, who: &str, words: &[&str], due: Option<OfficeTime>) {
        assert_eq!(due, None);
        let answer = self.desk.run(who, words);
        let folder = &mut self.folders[place];
        folder.due = Folder::due_of(&answer);
        assert!(folder.due.is_none_or(|due| due > self.desk.now()), "{}", folder.code);
    }

    /// Puts a promise off by three working days, where it is not too late for that; never twice.
    fn apologise(&mut self, place: usize) {
        let folder = &self.folders[place];
        let due = folder.due.unwrap();
        let until = format!("09:00 {}", later(due.date(), 3).format("%d/%m/%Y"));
        let code = folder.code.clone();
        let words = ["apologise", &code, "--until", &until, "--reason", "Chờ xác minh"];
        let who = RECEPTION[1];
        if due.date() <= self.desk.today() {
            assert!(self.desk.refused(who, &words).contains("ít nhất một ngày"));
            self.refused += 1;
            return;
        }
        let answer = self.desk.run(who, &words);
        self.folders[place].due = Folder::due_of(&answer);
        assert_eq!(answer["notice"]["kind"], "apology");
        assert!(self.desk.refused(who, &words).contains("không quá một lần"));
        self.refused += 1;
    }

    fn ended(&mut self, place: usize, who: &str, words: &[&str]) {
        let answer = self.desk.run(who, words);
        assert!(answer["ended_at"].is_string());
        let (what, paper) = match words[0] {
            "refuse" => ("Từ chối", "phiếu"),
            "stop" => ("Dừng", "thông báo"),
            _ => ("Rút", "thông báo"),
        };
        let day = self.desk.today().format("%d/%m/%Y");
        let number = answer["notice"]["number"].as_i64().unwrap();
        self.folders[place].ended = Some(format!("{what} {day}, {paper} số {number:02}"));
        self.folders[place].state = State::Ended;
    }

    /// Somebody collects at the counter: the applicant, somebody with a paper, somebody without the slip.
    fn collect(&mut self, place: usize, who: &str) {
        let folder = &mut self.folders[place];
        let code = folder.code.clone();
        let words = match place % 10 {
            0 => vec![
                "--collector",
                "Hồ Văn Thay",
                "--collector-id",
                "045088000001",
                "--authorisation",
                "Giấy ủy quyền",
            ],
            1 => vec!["--lost-slip"],
            _ => Vec::new(),
        };
        let answer = self.desk.run(who, &[&["return", &code], &words[..]].concat());
        assert_eq!(answer["finished_now"], folder.state == State::Open);
        folder.returned = Some(self.desk.now());
        folder.collector = if place.is_multiple_of(10) {
            "Hồ Văn Thay".to_owned()
        } else {
            folder.applicant.clone()
        };
        folder.tray.clear();
        (folder.state, folder.place) = (State::Returned, Place::Desk);
    }

    fn listed(&mut self, kind: &str, answer: &Value, folders: usize) {
        assert_eq!(answer["lines"].as_array().unwrap().len(), folders);
        let (lists, count) = self.lists.entry(kind.to_owned()).or_default();
        *lists += 1;
        *count += folders;
        // Lists go both ways under one run of numbers, and so do records of the post.
        let post = kind.starts_with("post");
        let same = self.lists.iter().filter(|(kind, _)| kind.starts_with("post") == post);
        let last: i64 = same.map(|(_, (lists, _))| *lists).sum();
        assert_eq!((&answer["number"], &answer["kind"]), (&Value::from(last), &Value::from(kind)));
    }

    /// Folder after folder is scanned onto the list of its division.
    fn hand_over(&mut self) {
        let waiting = self.waiting(Job::HandOver);
        for (place, (unit, officer)) in UNITS.into_iter().enumerate() {
            let theirs: Vec<usize> =
                waiting.iter().copied().filter(|it| self.folders[*it].unit == place).collect();
            if theirs.is_empty() {
                continue;
            }
            let codes: Vec<String> =
                theirs.iter().map(|it| self.folders[*it].code.to_lowercase()).collect();
            let mut words = vec!["hand-over", "--list", "--to", unit, "--officer", officer];
            words.extend(codes.iter().map(String::as_str));
            // A folder scanned twice, as it happens, moves nothing.
            let twice = [&words[..], &[codes[0].as_str()]].concat();
            assert!(self.desk.refused(RECEPTION[0], &twice).contains("đã có trong danh sách"));
            self.refused += 1;
            let answer = self.desk.run(RECEPTION[0], &words);
            self.listed("out", &answer, theirs.len());
            let today = self.desk.today();
            for it in theirs {
                self.folders[it].place = Place::With(unit.to_owned(), officer.to_owned(), today);
                self.next(it);
            }
        }
    }

    /// The divisions bring their results.
    fn take_back(&mut self) {
        let waiting = self.waiting(Job::TakeBack);
        for (unit, officer) in UNITS {
            let is_theirs = |it: &usize| matches!(&self.folders[*it].place, Place::With(theirs, ..) if theirs == unit);
            let theirs: Vec<usize> = waiting.iter().copied().filter(is_theirs).collect();
            if theirs.is_empty() {
                continue;
            }
            let codes: Vec<String> =
                theirs.iter().map(|it| self.folders[*it].code.clone()).collect();
            let mut words = vec!["take-back", "--list", "--from", unit, "--officer", officer];
            for code in &codes {
                words.extend(["--result", code]);
            }
            let answer = self.desk.run(RECEPTION[1], &words);
            self.listed("back", &answer, theirs.len());
            for it in theirs {
                (self.folders[it].state, self.folders[it].place) = (State::Ready, Place::Desk);
                self.next(it);
            }
        }
    }

    /// What the post brought this morning gets its record.
    fn post_in(&mut self) {
        let today = self.desk.today();
        let came = |folder: &&Folder| {
            folder.came_by_post && folder.received.date() == today && folder.void.is_none()
        };
        let bills: Vec<String> = self
            .folders
            .iter()
            .filter(came)
            .map(|folder| format!("{}=EB{:09}VN", folder.code, folder.number))
            .collect();
        if bills.is_empty() {
            return;
        }
        let mut words = vec!["post-in", "--postman", "Đỗ Văn Bưu"];
        words.extend(bills.iter().map(String::as_str));
        let answer = self.desk.run(RECEPTION[0], &words);
        self.listed("post_in", &answer, bills.len());
    }

    /// The post takes what is ready for it.
    fn post_out(&mut self) {
        let ready: Vec<usize> = self
            .waiting(Job::Collect)
            .into_iter()
            .filter(|it| self.folders[*it].by_post && self.folders[*it].state == State::Ready)
            .collect();
        if !ready.is_empty() {
            let bills: Vec<String> =
                ready.iter().map(|it| format!("{}=EA{it:09}VN", self.folders[*it].code)).collect();
            let mut words =
                vec!["post-out", "--postman", "Đỗ Văn Bưu", "--post-office", "Bưu điện xã"];
            words.extend(bills.iter().map(String::as_str));
            let answer = self.desk.run(RECEPTION[0], &words);
            self.listed("post_out", &answer, ready.len());
            for it in ready {
                let folder = &mut self.folders[it];
                folder.returned = Some(self.desk.now());
                folder.tray.clear();
                folder.state = State::Returned;
                self.next(it);
            }
        }
        // What the desk was to hand over at once, and is to go by post, is finished and goes tomorrow.
        let open: Vec<usize> = self
            .waiting(Job::Collect)
            .into_iter()
            .filter(|it| self.folders[*it].by_post && self.folders[*it].state == State::Open)
            .collect();
        for it in open {
            self.do_job(it, Job::Finish);
        }
    }

    fn is_over(&self) -> bool {
        self.folders.iter().all(|folder| folder.jobs.is_empty())
    }
}

/// An invented name.
fn name(rng: &mut Rng) -> String {
    let pick = |rng: &mut Rng, list: &[&str]| (*rng.choice(list.iter()).unwrap()).to_owned();
    let family = pick(rng, &["Hồ", "Nguyễn", "Trần", "Lê", "Phan", "Bùi", "Đặng", "Võ"]);
    let middle = pick(rng, &["Văn", "Thị", "Đức", "Thuỳ", "Quang", "Ngọc"]);
    let given = pick(rng, &["Mẫu", "Thử", "Ví Dụ", "Minh Hoạ", "Giả Định", "Tập", "Mô Phỏng"]);
    format!("{family} {middle} {given}")
}

#[test]
fn a_month_of_a_commune_is_lived_through() {
    let mut month = Month::new();
    let mut day = date(2026, 10, 1);
    while day < date(2026, 12, 1) && (day < date(2026, 11, 1) || !month.is_over()) {
        if works(day) {
            month.day(day, day < date(2026, 11, 1));
        }
        day = day + Days::new(1);
    }
    let count = month.folders.len();
    assert!((900..1_100).contains(&count), "{count} dossiers");
    let rare: Vec<_> = month.done.iter().filter(|(_, count)| **count < 3).collect();
    assert!(rare.is_empty() && month.done.len() == 23, "{} {rare:?}", month.done.len());

    // The book agrees with itself, and its register with what was done.
    let report = month.desk.run(HEAD, &["check"]);
    assert_eq!(report["disagreements"], serde_json::json!([]));
    assert_eq!(report["dossiers"], count);
    let file = month.desk.office().file("so.csv");
    let out = file.to_str().unwrap().to_owned();
    let words = ["register", "--from", "2026-10-01", "--to", "2026-10-31", "-o", &out];
    assert_eq!(month.desk.run(HEAD, &words)["dossiers"], count);
    let text = fs::read_to_string(&file).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let written: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(written.len(), count);
    for (line, folder) in written.iter().zip(&month.folders) {
        assert_eq!(*line, folder.line(AGENCY));
    }

    // So do the lists, the papers without a dossier, and what is still open.
    let lists = month.desk.run(HEAD, &["lists", "--from", "2026-10-01", "--to", "2026-12-01"]);
    let mut told: BTreeMap<String, (i64, usize)> = BTreeMap::new();
    for list in lists.as_array().unwrap() {
        let (last, folders) = told.entry(list["kind"].as_str().unwrap().to_owned()).or_default();
        *last += 1;
        *folders += usize::try_from(list["folders"].as_u64().unwrap()).unwrap();
    }
    assert_eq!(told, month.lists);
    let notices = month.desk.run(HEAD, &["notices", "--max", "1000"]);
    assert_eq!(notices.as_array().unwrap().len(), month.told.iter().sum::<usize>());
    let of_state = |state| month.folders.iter().filter(|folder| folder.state == state).count();
    for (state, word) in [(State::Ready, "ready"), (State::Open, "open")] {
        let listed = month.desk.run(HEAD, &["list", "--state", word, "--max", "1000"]);
        assert_eq!(listed.as_array().unwrap().len(), of_state(state), "{word}");
    }
    assert!(of_state(State::Returned) > count * 8 / 10, "{}", of_state(State::Returned));
}
