//! The command line as the month's officers use it: in this process, by the hands of whoever acts.

use std::ffi::OsString;
use std::process::ExitCode;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use motcua::cli;
use motcua::domain::time::OfficeTime;
use serde_json::Value;

use crate::support::Office;

pub(super) const HEAD: &str = "Hồ Thị Phụ Trách";
pub(super) const RECEPTION: [&str; 2] = ["Trần Thị Tiếp Nhận", "Lê Văn Trả Kết Quả"];
pub(super) const LEADER: &str = "Phan Văn Chủ Tịch";

/// The divisions and who works there.
pub(super) const UNITS: [(&str, &str); 3] = [
    ("Tư pháp – hộ tịch", "Nguyễn Văn Hộ Tịch"),
    ("Địa chính – xây dựng", "Hoàng Thị Địa Chính"),
    ("Văn hóa – xã hội", "Bùi Văn Xã Hội"),
];

/// The office and its clock: every command takes a minute, nobody works at noon.
pub(super) struct Desk {
    office: Office,
    now: OfficeTime,
    pub(super) commands: usize,
}

impl Desk {
    pub(super) fn new(office: Office, day: NaiveDate) -> Self {
        Self { office, now: OfficeTime::new(day, at(7, 30)), commands: 0 }
    }

    /// The office opens on a day.
    pub(super) fn open(&mut self, day: NaiveDate) {
        self.now = OfficeTime::new(day, at(7, 30));
    }

    /// Waits until an hour of the day, if it is not over.
    pub(super) fn until(&mut self, hour: u32, minute: u32) {
        self.now = self.now.max(OfficeTime::new(self.now.date(), at(hour, minute)));
    }

    pub(super) fn now(&self) -> OfficeTime {
        self.now
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.now.date()
    }

    pub(super) fn office(&self) -> &Office {
        &self.office
    }

    /// What the program answers to words that must be done, a minute after the last ones.
    #[track_caller]
    pub(super) fn run<W: AsRef<str>>(&mut self, who: &str, words: &[W]) -> Value {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        let (code, out, errors) = self.said(who, &words);
        assert!(
            code == ExitCode::SUCCESS && errors.is_empty(),
            "{}: {words:?}: {errors}",
            self.now
        );
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{words:?}: {error}: {out}"))
    }

    /// What it complains of when it is asked for what must not be done.
    #[track_caller]
    pub(super) fn refused(&mut self, who: &str, words: &[&str]) -> String {
        let (code, out, errors) = self.said(who, words);
        assert!(code == ExitCode::from(1) && out.is_empty(), "{words:?}: {out}");
        errors
    }

    fn said(&mut self, who: &str, words: &[&str]) -> (ExitCode, String, String) {
        self.commands += 1;
        let minute = self.now.time() + TimeDelta::minutes(1);
        let minute = if (at(11, 30)..at(13, 30)).contains(&minute) { at(13, 30) } else { minute };
        self.now = OfficeTime::new(self.now.date(), minute);
        let at = self.now.date().and_time(self.now.time()).format("%Y-%m-%dT%H:%M").to_string();
        let folder = self.office.path().to_str().unwrap().to_owned();
        let all = ["motcua", "--data", &folder, "--at", &at, "--as", who, "--json"];
        let all: Vec<OsString> = all.iter().chain(words).map(OsString::from).collect();
        let (mut out, mut errors) = (Vec::new(), Vec::new());
        let code = cli::run(&all, &mut out, &mut errors);
        (code, String::from_utf8(out).unwrap(), String::from_utf8(errors).unwrap())
    }
}

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}
