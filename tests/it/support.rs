//! A temporary office, the real program, and sample people: all plainly invented.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

use chrono::{NaiveDate, NaiveTime};
use motcua::desk::set_up::{OfficeForm, set_up};
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book};

/// The moment of the tests: a Monday, the day before a day off.
pub(crate) const AT: &str = "2026-11-23T14:20";

/// The codes of that day, without their number.
pub(crate) const SERIES: &str = "H50.031-261123-";

/// *Đăng ký lại khai sinh*: 5 working days, 25 days when verification is needed.
pub(crate) const PROCEDURE: &str = "1.004884";

/// A citizen's card, as a scanner types it.
pub(crate) const CARD: &str = "045188000000|197000000|Hồ Thị Mẫu|12031988|Nữ|\
     Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị|15042021";

/// An applicant as the command line takes one.
pub(crate) struct Person {
    pub(crate) name: &'static str,
    pub(crate) id: &'static str,
    pub(crate) birth: &'static str,
    pub(crate) address: &'static str,
    pub(crate) phone: &'static str,
}

/// Invented people, no two alike in any field.
pub(crate) const PEOPLE: [Person; 4] = [
    Person {
        name: "Hồ Thị Thử",
        id: "045190111111",
        birth: "02/01/1990",
        address: "Thôn Xa Rúc, xã Mẫu Một",
        phone: "0900111222",
    },
    Person {
        name: "Đặng Văn Ví Dụ",
        id: "045085222222",
        birth: "1985",
        address: "Thôn Phú An, xã Mẫu Hai",
        phone: "0900333444",
    },
    Person {
        name: "Nguyễn Thị Mẫu Đơn",
        id: "045301333333",
        birth: "2001-05-06",
        address: "Thôn Kreng, xã Mẫu Ba",
        phone: "0900555666",
    },
    Person {
        name: "Nguyễn Văn Mau",
        id: "197123456",
        birth: "31.12.1970",
        address: "Thôn Ra Lu, xã Mẫu Bốn",
        phone: "0900777888",
    },
];

impl Person {
    /// The options of `receive` that say who this is.
    pub(crate) fn options(&self) -> Vec<&'static str> {
        let Self { name, id, birth, address, phone } = self;
        [["--name", name], ["--id", id], ["--birth", birth], ["--address", address]]
            .into_iter()
            .chain([["--phone", *phone]])
            .flatten()
            .collect()
    }
}

/// `AT` as the library takes it.
pub(crate) fn now() -> OfficeTime {
    moment(2026, 11, 23, 14, 20)
}

pub(crate) fn moment(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> OfficeTime {
    OfficeTime::new(date(year, month, day), NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

pub(crate) fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// What the program said.
#[derive(Debug)]
pub(crate) struct Said {
    /// Exit code; `None` when it was killed.
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) errors: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Said {
    /// It did what it was asked and complained of nothing.
    #[track_caller]
    pub(crate) fn fine(self) -> Self {
        assert_eq!((self.code, self.errors.as_str()), (Some(0), ""), "{self:?}");
        self
    }

    /// Its answer of one JSON value.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.code, Some(0), "{self:?}");
        serde_json::from_str(&self.out).unwrap()
    }

    /// It said nothing but one Vietnamese sentence that holds `named` and a way out, and ended with
    /// `code`.
    #[track_caller]
    pub(crate) fn refused(&self, code: i32, named: &str) {
        assert_eq!((self.code, self.out.as_str()), (Some(code), ""), "{self:?}");
        let line = self.errors.strip_suffix('\n').unwrap_or_else(|| panic!("{self:?}"));
        assert!(!line.contains('\n') && line.ends_with('.'), "not one sentence: {line}");
        assert!(!line.chars().any(char::is_control), "{line:?}");
        assert!(line.contains(named), "{named} is not named in: {line}");
        let way_out = ["hãy", "phải", "xem", "làm thử", "cần", "liệt kê", "chỉ được"];
        assert!(way_out.iter().any(|word| line.contains(word)), "no way out: {line}");
    }
}

/// Runs the program in nobody's office: only what `arguments` say.
pub(crate) fn motcua<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Said {
    command(arguments).output().unwrap().into()
}

/// The program, ready to run.
pub(crate) fn command<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_motcua"));
    let _ = command.args(arguments).env_remove("MOTCUA_DATA").stdin(Stdio::null());
    // No test opens a window by accident.
    for screen in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        let _ = command.env_remove(screen);
    }
    let _ = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A folder with an office in it, gone with the test.
pub(crate) struct Office {
    folder: TempDir,
}

impl Office {
    /// The office of the samples, just set up.
    pub(crate) fn new() -> Self {
        let office = Self::without_book();
        office.set_up_in(office.path());
        office
    }

    /// An empty folder.
    pub(crate) fn without_book() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// The office of the samples in a folder that no disk has to be waited for, where the machine has one.
    pub(crate) fn in_memory() -> Self {
        let memory = Path::new("/dev/shm");
        let folder =
            if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let office = Self { folder: folder.unwrap() };
        office.set_up_in(office.path());
        office
    }

    /// Puts the book of a fresh office into `folder`.
    pub(crate) fn set_up_in(&self, folder: &Path) {
        fs::write(folder.join("book.motcua"), fresh_book()).unwrap();
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A file in the office's folder.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// A file written into the office's folder, as an argument.
    pub(crate) fn written(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let file = self.file(name);
        fs::write(&file, content).unwrap();
        file.into_os_string().into_string().unwrap()
    }

    /// The book's file.
    pub(crate) fn book(&self) -> PathBuf {
        self.file("book.motcua")
    }

    /// The book's bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(self.book()).unwrap()
    }

    /// The names in the office's folder.
    pub(crate) fn names(&self) -> BTreeSet<String> {
        names(self.path())
    }

    /// The book, opened by the library.
    pub(crate) fn open(&self) -> Book {
        Book::open(&self.book()).unwrap()
    }

    /// The book, opened behind the program's back: to plant damage and to look underneath.
    pub(crate) fn raw(&self) -> Connection {
        let connection = Connection::open(self.book()).unwrap();
        connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        connection
    }

    /// Runs the program on this office at the moment of the tests, with an answer in JSON.
    pub(crate) fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Said {
        self.command(arguments).output().unwrap().into()
    }

    pub(crate) fn command<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
    ) -> Command {
        let mut command = command(arguments);
        let _ = command.arg("--data").arg(self.path()).args(["--at", AT, "--json"]);
        command
    }

    /// Receives the sample procedure from `person` and gives the answer.
    #[track_caller]
    pub(crate) fn receive(&self, person: &Person) -> Value {
        self.run(["receive", "--procedure", PROCEDURE].into_iter().chain(person.options()))
            .fine()
            .json()
    }

    /// What `find` answers: the codes in their order.
    #[track_caller]
    pub(crate) fn codes(&self, text: &str) -> Vec<String> {
        let found = self.run(["find", text]).fine().json();
        found.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().into()).collect()
    }

    /// The book agrees with itself.
    #[track_caller]
    pub(crate) fn is_sound(&self) {
        let report = self.run(["check"]).fine().json();
        assert_eq!(report["disagreements"], serde_json::json!([]));
    }
}

/// The names in a folder.
pub(crate) fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// The bytes of a fresh office's book: set up once, copied for every test.
fn fresh_book() -> &'static [u8] {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    BOOK.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("book.motcua");
        let form = OfficeForm {
            agency_name: "UBND xã Hướng Hiệp".to_owned(),
            agency_code: "H50.031".to_owned(),
            ..OfficeForm::default()
        };
        let office = form.check().unwrap();
        let fill = |db: &mut store::Db| set_up(db, &office, "Cán bộ Mẫu", now());
        store::create_with(&file, fill).unwrap();
        fs::read(file).unwrap()
    })
}
