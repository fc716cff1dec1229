//! A full disk, a limit on file sizes, a folder that cannot be written.
#![cfg(unix)]

use std::fs::{self, File, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{AT, Office, PROCEDURE, SERIES, Said};

const RECEIVE: [&str; 5] = ["receive", "--procedure", PROCEDURE, "--name", "Hồ Thị Mẫu"];

/// A small disk in memory, made and unmounted by the test: only root can.
struct Disk {
    folder: TempDir,
}

impl Disk {
    fn of_kilobytes(size: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let options = format!("size={size}k,mode=0755");
        let mounted = mount(&["-t", "tmpfs", "-o", &options, "motcua-test"], folder.path());
        mounted.then_some(Self { folder })
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Fills the disk up but for about `free` kilobytes.
    fn fill(&self, free: u64) -> PathBuf {
        let file = self.path().join("filler");
        let mut filler = File::create(&file).unwrap();
        let mut filled = 0;
        while filler.write_all(&[0xA5; 1024]).is_ok() {
            filled += 1024;
        }
        filler.set_len(u64::saturating_sub(filled, free * 1024)).unwrap();
        file
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).output();
    }
}

fn mount(options: &[&str], folder: &Path) -> bool {
    let done = Command::new("mount").args(options).arg(folder).output();
    done.is_ok_and(|output| output.status.success())
}

/// Says what this machine does not allow to be checked.
#[expect(clippy::print_stderr, reason = "whoever runs the tests must see what was not checked")]
fn not_checked(why: &str) {
    eprintln!("not checked: {why}");
}

/// Runs the program on the office in `folder`.
fn run(folder: &Path, arguments: &[&str]) -> Said {
    let folder = folder.to_str().unwrap();
    let options = ["--data", folder, "--at", AT, "--json"];
    crate::support::motcua(arguments.iter().chain(&options))
}

/// The codes that `receive` acknowledged, however the run ended.
fn acknowledged(said: &Said) -> Option<String> {
    let answer: Value = serde_json::from_str(&said.out).ok()?;
    Some(answer["code"].as_str().unwrap().to_owned())
}

/// Every acknowledged code is in the book, whose numbers have no gap; receiving works.
fn is_sound(folder: &Path, acked: &[String]) {
    let dossiers = run(folder, &["check"]).fine().json()["dossiers"].as_u64().unwrap();
    for code in acked {
        assert_eq!(&run(folder, &["show", code]).fine().json()["code"], code);
    }
    assert!(dossiers >= acked.len() as u64);
    let next = run(folder, &RECEIVE).fine().json();
    assert_eq!(next["code"], format!("{SERIES}{:04}", dossiers + 1));
}

#[test]
fn a_full_disk_loses_nothing_and_room_makes_the_desk_work_again() {
    let Some(disk) = Disk::of_kilobytes(4096) else {
        return not_checked("a full disk: no right to mount one");
    };
    let office = Office::without_book();
    office.set_up_in(disk.path());
    let mut acked = vec![acknowledged(&run(disk.path(), &RECEIVE).fine()).unwrap()];
    let (mut refused, mut unprinted) = (0, 0);
    for free in [0, 0, 4, 8, 16, 24, 32, 48, 64, 96, 128, 160, 200, 240, 280, 320] {
        let filler = disk.fill(free);
        for _ in 0..2 {
            let said = run(disk.path(), &RECEIVE);
            assert!(said.errors.lines().count() <= 1, "{free} KB: {said:?}");
            match (said.code, acknowledged(&said)) {
                (Some(0), Some(code)) => acked.push(code),
                (Some(1), Some(code)) => {
                    unprinted += 1;
                    assert!(said.errors.contains("đã ở trong sổ"), "{free} KB: {said:?}");
                    assert!(said.errors.contains("Đĩa đã đầy"), "{free} KB: {said:?}");
                    acked.push(code);
                }
                (Some(1 | 3), None) => {
                    refused += 1;
                    said.refused(said.code.unwrap(), "Đĩa đã đầy");
                }
                _ => panic!("{free} KB: {said:?}"),
            }
        }
        // Reading goes on.
        let _ = run(disk.path(), &["show", &acked[0]]).fine();
        let to = disk.path().join("backups");
        let said = run(disk.path(), &["backup"]);
        assert_eq!(said.code, Some(1), "{free} KB: {said:?}");
        said.refused(1, "Đĩa đã đầy");
        assert!(!to.exists() || crate::support::names(&to).is_empty(), "half a backup stayed");
        fs::remove_file(filler).unwrap();
        is_sound(disk.path(), &acked);
    }
    assert!(refused > 0 && unprinted > 0, "{refused} refused, {unprinted} without slip");
    let _ = run(disk.path(), &["backup"]);
}

#[test]
fn a_new_office_on_a_full_disk_is_not_there_in_half() {
    let Some(disk) = Disk::of_kilobytes(1024) else {
        return not_checked("a full disk: no right to mount one");
    };
    let init = ["init", "--agency-name", "UBND xã Mẫu", "--agency-code", "H50.031"];
    for free in [0, 40, 200, 700] {
        let filler = disk.fill(free);
        run(disk.path(), &init).refused(3, "Đĩa đã đầy");
        fs::remove_file(filler).unwrap();
        let left = crate::support::names(disk.path());
        assert!(left.iter().all(|name| name == "book.motcua.lock"), "{free} KB: {left:?}");
    }
}

/// Runs the program where no file may grow beyond `blocks` kilobytes.
fn limited(office: &Office, blocks: u32) -> Output {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut command = Command::new("bash");
    let _ = command.args(["-c", &script, env!("CARGO_BIN_EXE_motcua"), "--data"]);
    let _ = command.arg(office.path()).args(["--at", AT, "--json"]).args(RECEIVE);
    command.output().unwrap()
}

#[test]
fn a_limit_on_file_sizes_loses_nothing_either() {
    if Command::new("bash").arg("--version").output().is_err() {
        return not_checked("a limit on file sizes: no bash");
    }
    let office = Office::new();
    let mut acked = vec![acknowledged(&office.run(RECEIVE).fine()).unwrap()];
    let mut refused = 0;
    for blocks in [0, 1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 64, 96, 160, 400, 800] {
        let said = Said::from(limited(&office, blocks));
        assert!(matches!(said.code, Some(0 | 1 | 3)), "{blocks} KB: {said:?}");
        assert_eq!(said.errors.lines().count(), usize::from(said.code != Some(0)), "{said:?}");
        refused += usize::from(said.out.is_empty());
        acked.extend(acknowledged(&said));
        is_sound(office.path(), &acked);
    }
    assert!(refused > 3, "{refused} refused");
}

/// Every verb that writes is refused in the folder of `book`, which stays as it is.
fn nothing_is_written(folder: &Path) {
    let before = (fs::read(folder.join("book.motcua")).unwrap(), crate::support::names(folder));
    let readonly = "không cho ghi";
    run(folder, &RECEIVE).refused(3, readonly);
    run(folder, &["backup"]).refused(3, readonly);
    run(folder, &["find", "hồ"]).refused(3, readonly);
    let empty = folder.join("empty");
    let init = ["init", "--agency-name", "UBND xã Mẫu", "--agency-code", "H50.031"];
    run(&empty, &init).refused(3, readonly);
    let office = Office::new();
    let _ = office.run(RECEIVE).fine();
    let out = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    run(office.path(), &["backup", "--to", &out("")]).refused(1, "Không ghi được bản sao lưu");
    let register = out("register.csv");
    let days = ["register", "--from", "2026-11-01", "--to", "2026-11-30", "-o", &register];
    run(office.path(), &days).refused(1, "Không có quyền ghi");
    let code = format!("{SERIES}0001");
    run(office.path(), &["slip", &code, "-o", &out("a.pdf")]).refused(1, "Không có quyền ghi");
    assert!(fs::read(folder.join("book.motcua")).unwrap() == before.0);
    assert_eq!(crate::support::names(folder), before.1);
}

#[test]
fn a_folder_that_cannot_be_written() {
    let office = Office::new();
    fs::set_permissions(office.path(), Permissions::from_mode(0o555)).unwrap();
    let heeded = File::create(office.file("probe")).is_err();
    if heeded {
        nothing_is_written(office.path());
    }
    fs::set_permissions(office.path(), Permissions::from_mode(0o755)).unwrap();
    if heeded {
        return;
    }
    // Root may write anywhere but on a disk that is mounted for reading.
    let Some(disk) = Disk::of_kilobytes(2048) else {
        return not_checked("a folder that cannot be written: root, and no right to mount");
    };
    office.set_up_in(disk.path());
    assert!(mount(&["-o", "remount,ro"], disk.path()));
    nothing_is_written(disk.path());
}
