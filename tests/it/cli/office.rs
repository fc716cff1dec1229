//! Setting up, catalogue, backup, practice offices and the options every verb knows.

use std::fs;

use serde_json::json;

use crate::support::{AT, Office, PEOPLE, PROCEDURE, SERIES, command, motcua, names};

const INIT: [&str; 5] = ["init", "--agency-name", "UBND xã Hướng Hiệp", "--agency-code", "h50.031"];

#[test]
fn an_office_is_set_up_with_catalogue_and_calendar() {
    let office = Office::without_book();
    let more = ["--province", "tỉnh Quảng Trị", "--phone", "0233 3000 000"];
    let answer = office.run(INIT.into_iter().chain(more)).fine().json();
    assert_eq!(answer["procedures"], 222);
    assert_eq!(answer["calendar_known_until"], "2026-12-31");
    assert_eq!(answer["book"], json!(office.book()));
    for (field, expected) in [
        ("agency_name", "UBND xã Hướng Hiệp"),
        ("agency_code", "H50.031"),
        ("province", "tỉnh Quảng Trị"),
        ("place", "Hướng Hiệp"),
        ("phone", "02333000000"),
        ("code_pattern", "UNIT-YYMMDD-XXXX"),
    ] {
        assert_eq!(answer["office"][field], expected, "{field}");
    }
    assert_eq!(answer["office"]["practice"], false);
    assert_eq!(answer["limits_understood"], 87);
    assert_eq!(answer["limits_not_understood"].as_array().unwrap().len(), 4);
    office.is_sound();
}

#[test]
fn an_office_says_at_what_hour_it_promises_and_on_what_paper_it_prints() {
    let office = Office::without_book();
    let more = ["--return-hour", "end-of-session", "--paper-size", "a4"];
    let answer = office.run(INIT.into_iter().chain(more)).fine().json();
    assert_eq!(answer["office"]["slip"]["paper"], "a4");
    assert_eq!(office.receive(&PEOPLE[0])["due_at"], "2026-12-01T17:00:00+07:00");
    let morning = ["due", "--from", "2026-11-23T08:00", "--limit", "5d"];
    assert_eq!(office.run(morning).fine().json()["due_at"], "2026-12-01T11:30:00+07:00");
}

#[test]
fn an_office_says_how_many_copies_it_prints() {
    let usual = Office::without_book();
    let answer = usual.run(INIT).fine().json();
    assert_eq!(answer["office"]["slip"]["copies"].as_array().unwrap().len(), 2);

    let one = Office::without_book();
    let answer = one.run(INIT.into_iter().chain(["--copy", ""])).fine().json();
    assert_eq!(answer["office"]["slip"]["copies"], serde_json::json!([""]));

    let many = Office::without_book();
    let said = many.run(INIT.into_iter().chain(["--copy", "Liên"].repeat(6)));
    said.refused(1, "Số liên của giấy hẹn");
    assert!(!many.book().exists());
}

#[test]
fn a_second_office_takes_nobodys_book() {
    let office = Office::new();
    let _ = office.receive(&PEOPLE[0]);
    let before = office.bytes();
    office.run(INIT).refused(3, "Đã có sổ tại");
    assert!(office.bytes() == before);
}

#[test]
fn dossier_codes_follow_the_offices_own_pattern() {
    let office = Office::without_book();
    let _ = office.run(INIT.into_iter().chain(["--code-pattern", "UNIT.YYYY.XXXXXX"])).fine();
    for code in ["H50.031.2026.000001", "H50.031.2026.000002"] {
        assert_eq!(office.receive(&PEOPLE[0])["code"], code);
    }
}

#[test]
fn a_list_comes_in_whole_and_says_what_it_understood() {
    let office = Office::new();
    let list = office.written(
        "list.csv",
        "Mã thủ tục;Tên thủ tục;Thời hạn giải quyết\n\
         8.000001;Thủ tục thử một;03 ngày làm việc\n\
         8.000002;Thủ tục thử hai;Khoảng hai tháng\n\
         8.000003;Thủ tục thử ba;\n",
    );
    let import = ["procedures", "import", &list, "--decision", "Quyết định 1/QĐ-UBND"];
    let answer = office.run(import).fine().json();
    assert_eq!(
        answer,
        json!({
            "procedures": 3, "added": 3, "limits_understood": 1,
            "limits_not_understood": [["8.000002", "Khoảng hai tháng"]],
            "without_limit": ["8.000003"],
        })
    );
    assert_eq!(office.run(import).fine().json()["added"], 0);
    let found = office.run(["procedures", "find", "thu thu ba"]).fine().json();
    assert_eq!(found[0]["code"], "8.000003");
    assert_eq!(found[0]["decision"], "Quyết định 1/QĐ-UBND");
    assert_eq!(found[0]["in_force_from"], "2026-11-23");
    let later = ["--effective", "01/01/2027"];
    let list =
        office.written("later.csv", "code,name,time_limit_text\n8.000004,Bốn,2 ngày làm việc\n");
    let _ = office.run(["procedures", "import", &list].into_iter().chain(later)).fine();
    office
        .run(["receive", "--procedure", "8.000004", "--name", "Hồ Thị Mẫu"])
        .refused(1, "Thủ tục: chưa có hiệu lực vào ngày 23/11/2026");
}

#[test]
fn procedures_are_found_by_code_and_by_words_without_marks() {
    let office = Office::new();
    for (text, expected) in [
        (PROCEDURE, "1.004884"),
        ("1004884", "1.004884"),
        ("1.004884.H50", "1.004884"),
        ("đăng ký lại khai sinh", "1.004884"),
        ("dang ky lai khai sinh", "1.004884"),
        ("SINH khai lai", "1.004884"),
    ] {
        let found = office.run(["procedures", "find", text]).fine().json();
        let codes: Vec<&str> =
            found.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert!(codes.contains(&expected), "{text}: {codes:?}");
    }
    let found = office.run(["procedures", "find", PROCEDURE]).fine().json();
    assert_eq!(found[0]["limits"][0], json!({ "when": "", "limit": "5d" }));
    assert_eq!(found[0]["no_longer_asked_for"][0]["paper"], "Căn cước");
    assert_eq!(
        office.run(["procedures", "find", "xin giấy phép phi thuyền"]).fine().json(),
        json!([])
    );
}

#[test]
fn a_procedure_is_told_with_its_branches_fee_and_papers() {
    let office = Office::new();
    let data = office.path().to_str().unwrap();
    let said = motcua(["--data", data, "procedures", "find", PROCEDURE]).fine().out;
    for line in [
        "  Lĩnh vực: Hộ tịch; thời hạn: 1) 5 ngày làm việc; 2) 25 ngày (phải xác minh)",
        "  3. Bản sao toàn bộ hồ sơ, giấy tờ liên quan đến nội dung khai sinh, cụ thể:",
        "  8. Giấy tờ tùy thân còn giá trị sử dụng (Hộ chiếu, Căn cước công dân...) (xuất trình 1 \
         bản chính, 0 bản sao)",
        "  Không yêu cầu nộp: Căn cước (tra cứu Cơ sở dữ liệu quốc gia về dân cư)",
    ] {
        assert!(said.lines().any(|said| said == line), "{line} not in: {said}");
    }
    let fee = said.lines().find(|line| line.starts_with("  Phí, lệ phí: ")).unwrap();
    assert!(fee.contains("Phí cấp bản sao: 8.000đ/bản"), "{fee}");
}

#[test]
fn a_backup_opens_and_holds_the_same() {
    let office = Office::new();
    let code = office.receive(&PEOPLE[0])["code"].as_str().unwrap().to_owned();
    let shown = office.run(["show", &code]).fine().out;
    let answer = office.run(["backup"]).fine().json();
    assert_eq!(answer["dossiers"], 1);
    let file = office.file("backups/motcua-2026-11-23-142000.motcua");
    assert_eq!(answer["file"], json!(file));
    assert_eq!(answer["bytes"], fs::metadata(&file).unwrap().len());

    let restored = Office::without_book();
    let _ = fs::copy(&file, restored.book()).unwrap();
    assert_eq!(restored.run(["show", &code]).fine().out, shown);
    restored.is_sound();
    assert_eq!(restored.receive(&PEOPLE[1])["code"], format!("{SERIES}0002"));
}

#[test]
fn a_backup_is_never_written_over_another() {
    let office = Office::new();
    let stick = office.file("stick");
    let to = ["backup", "--to", stick.to_str().unwrap()];
    let _ = office.run(to).fine();
    let first = fs::read(stick.join("motcua-2026-11-23-142000.motcua")).unwrap();
    let _ = office.receive(&PEOPLE[0]);
    let second = office.run(to).fine().json();
    assert_eq!(second["file"], json!(stick.join("motcua-2026-11-23-142000-2.motcua")));
    assert!(fs::read(stick.join("motcua-2026-11-23-142000.motcua")).unwrap() == first);
    assert_eq!(names(&stick).len(), 2);
}

#[test]
fn the_same_seed_makes_the_same_office() {
    let generated = |seed: &str| {
        let office = Office::without_book();
        let answer = office.run(["generate", "--dossiers", "150", "--seed", seed]).fine().json();
        assert_eq!(answer["dossiers"], 150);
        office.is_sound();
        let register = office.file("register.csv");
        let out = register.to_str().unwrap();
        let _ = office
            .run(["register", "--from", "2026-01-01", "--to", "2026-12-31", "-o", out])
            .fine();
        fs::read_to_string(register).unwrap()
    };
    let first = generated("7");
    assert_eq!(first.lines().count(), 151);
    assert_eq!(generated("7"), first);
    assert_ne!(generated("8"), first);
}

#[test]
fn invented_dossiers_stay_out_of_a_real_office() {
    let office = Office::new();
    let before = office.bytes();
    office.run(["generate", "--dossiers", "5"]).refused(1, "Sổ này là sổ thật");
    let out = office.path().to_str().unwrap();
    office.run(["demo", "--out", out]).refused(1, "Sổ này là sổ thật");
    assert!(office.bytes() == before);
}

#[test]
fn the_demo_goes_from_a_card_to_a_slip_and_goes_on_counting() {
    let office = Office::without_book();
    let out = office.path().to_str().unwrap();
    for code in ["H50.031-261123-0001", "H50.031-261123-0002"] {
        let answer = office.run(["demo", "--out", out]).fine().json();
        assert_eq!(answer["code"], code);
        assert_eq!(answer["applicant"]["name"], "Hồ Thị Mẫu");
        assert_eq!(answer["due_at"], "2026-12-01T14:20:00+07:00");
        let slip = fs::read(answer["slip"].as_str().unwrap()).unwrap();
        assert!(slip.starts_with(b"%PDF-"));
    }
    office.is_sound();
}

#[test]
fn options_of_all_verbs_may_stand_before_or_after_the_verb() {
    let office = Office::new();
    let folder = office.path().to_str().unwrap();
    let due = ["due", "--limit", "5d"];
    let global = ["--data", folder, "--at", AT, "--json", "--as", "Lê Văn Cán Bộ"];
    let before = motcua(global.into_iter().chain(due)).fine();
    let after = motcua(due.into_iter().chain(global)).fine();
    let between = motcua(["--data", folder, "due", "--json", "--limit", "5d", "--at", AT]).fine();
    assert_eq!(before.json()["due_at"], "2026-12-01T14:20:00+07:00");
    assert_eq!(before.out, after.out);
    assert_eq!(before.out, between.out);
}

#[test]
fn the_folder_may_come_from_the_environment_and_the_option_wins() {
    let office = Office::new();
    let other = Office::without_book();
    let said = |arguments: &[&str]| {
        let mut command = command(arguments);
        let _ = command.env("MOTCUA_DATA", office.path());
        crate::support::Said::from(command.output().unwrap())
    };
    let _ = said(&["check"]).fine();
    let elsewhere = other.path().to_str().unwrap();
    said(&["check", "--data", elsewhere]).refused(3, "Chưa có sổ tại");
}

#[cfg(unix)]
#[test]
fn a_folder_whose_name_is_no_unicode_is_a_folder_all_the_same() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let office = Office::without_book();
    let odd = office.path().join(OsStr::from_bytes(b"so\xff"));
    let run = |arguments: &[&str]| {
        let mut command = command(arguments);
        let _ = command.arg("--data").arg(&odd).args(["--json", "--at", AT]);
        crate::support::Said::from(command.output().unwrap()).fine()
    };
    let _ = run(&INIT);
    let answer = run(&["receive", "--procedure", PROCEDURE, "--name", "Hồ Thị Mẫu"]).json();
    assert!(answer["slip"].as_str().unwrap().ends_with("0001.pdf"));
    let _ = run(&["backup"]);
    assert!(odd.join("slips/H50.031-261123-0001.pdf").exists());
}
