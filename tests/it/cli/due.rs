//! `due` and `calendar import`.

use serde_json::json;

use crate::support::{AT, Office, PROCEDURE, motcua};

#[test]
fn a_due_date_is_explained_day_by_day() {
    let office = Office::new();
    let answer = office.run(["due", "--from", AT, "--limit", "5d", "--explain"]).fine().json();
    assert_eq!(answer["received_at"], "2026-11-23T14:20:00+07:00");
    assert_eq!(answer["limit"], "5d");
    assert_eq!(answer["due_at"], "2026-12-01T14:20:00+07:00");
    let days = answer["days"].as_array().unwrap();
    let told: Vec<(&str, &str)> = days
        .iter()
        .map(|day| (day["date"].as_str().unwrap(), day["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("2026-11-23", "receipt"),
            ("2026-11-24", "day_off"),
            ("2026-11-25", "working"),
            ("2026-11-26", "working"),
            ("2026-11-27", "working"),
            ("2026-11-28", "weekly_rest"),
            ("2026-11-29", "weekly_rest"),
            ("2026-11-30", "working"),
            ("2026-12-01", "working"),
        ]
    );
    let counted: Vec<_> = days.iter().filter_map(|day| day["counted"].as_u64()).collect();
    assert_eq!(counted, [1, 2, 3, 4, 5]);
}

#[test]
fn every_kind_of_limit_is_understood() {
    let office = Office::new();
    for (limit, due) in [
        ("10cd", json!("2026-12-03T14:20:00+07:00")),
        ("4h", json!("2026-11-25T08:50:00+07:00")),
        ("0d", json!("2026-11-23T17:00:00+07:00")),
        ("none", json!(null)),
    ] {
        let answer = office.run(["due", "--limit", limit]).fine().json();
        assert_eq!((&answer["due_at"], &answer["limit"]), (&due, &json!(limit)), "{limit}");
    }
}

#[test]
fn plain_lines_tell_the_same_in_vietnamese() {
    let said = motcua(["due", "--from", AT, "--limit", "2d", "--explain", "--data", "/nowhere"]);
    let out = said.fine().out;
    let told = "Tiếp nhận hồ sơ: 14 giờ 20 phút, thứ Hai ngày 23/11/2026.\n\
         Thời hạn tính từ lúc tiếp nhận hồ sơ đầy đủ, đúng quy định.\n\
         Thời hạn giải quyết: 2 ngày làm việc.\n\
         Cách tính từng ngày:\n\
         \u{20}\u{20}- thứ Hai 23/11/2026: không tính (ngày tiếp nhận)\n\
         \u{20}\u{20}- thứ Ba 24/11/2026: không tính (nghỉ: Ngày Văn hóa Việt Nam)\n\
         \u{20}\u{20}- thứ Tư 25/11/2026: ngày thứ 1 (ngày làm việc)\n\
         \u{20}\u{20}- thứ Năm 26/11/2026: ngày thứ 2 (ngày làm việc)\n\
         Hẹn trả kết quả: 14 giờ 20 phút, thứ Năm ngày 26/11/2026.\n";
    assert!(out.starts_with(told), "{out}");
    assert!(out.contains("\nCăn cứ:\n  - “Thời gian giải quyết thủ tục hành chính"), "{out}");
    let plain = motcua(["due", "--from", AT, "--limit", "2d", "--data", "/nowhere"]).fine().out;
    assert_eq!(
        plain,
        "Tiếp nhận: 14:20 thứ Hai 23/11/2026\n\
         Thời hạn: 2 ngày làm việc\n\
         Hẹn trả: 14:20 thứ Năm 26/11/2026\n"
    );
}

#[test]
fn an_imported_calendar_moves_the_date_and_says_what_it_took() {
    let office = Office::new();
    let days = office.written(
        "days.csv",
        "date,kind,name,status\n\
         25/11/2026,nghỉ,Nghỉ bão,\n\
         2026-11-28,work,Làm bù,\n\
         2026-12-01,hours,T2-T6 08:00-11:00 13:00-16:00,\n",
    );
    let answer = office.run(["calendar", "import", &days]).fine().json();
    assert_eq!(answer, json!({ "days": 2, "office_hours": 1, "would_move": 0 }));
    let due = |limit: &str| office.run(["due", "--limit", limit]).fine().json()["due_at"].clone();
    assert_eq!(due("3d"), "2026-11-28T14:20:00+07:00");
    // Office hours end earlier from December on.
    assert_eq!(due("5d"), "2026-12-01T14:20:00+07:00");
    let late = office.run(["due", "--from", "2026-11-23T16:40", "--limit", "5d"]).fine().json();
    assert_eq!(late["due_at"], "2026-12-01T16:00:00+07:00");
}

#[test]
fn a_date_beyond_the_known_days_off_is_marked() {
    let office = Office::new();
    let answer = office.run(["due", "--from", "2026-12-30T09:00", "--limit", "9d"]).fine().json();
    assert_eq!(answer["beyond_calendar"], "2026-12-31");
}

#[test]
fn the_preview_is_counted_from_the_full_minute_as_the_receipt_is() {
    let office = Office::new();
    // 15:00:30 is 15:00 on the slip: still in time for a same-day procedure.
    for second in ["00", "30", "59"] {
        let from = format!("2026-11-23T15:00:{second}");
        let answer = office.run(["due", "--from", &from, "--limit", "0d"]).fine().json();
        assert_eq!(answer["received_at"], "2026-11-23T15:00:00+07:00");
        assert_eq!(answer["due_at"], "2026-11-23T17:00:00+07:00");
    }
}

#[test]
fn hours_are_told_day_by_day() {
    let from = "2026-11-23T16:15";
    let said = motcua(["due", "--from", from, "--limit", "4h", "--explain", "--data", "/nowhere"]);
    let days = "  - thứ Hai 23/11/2026: 0 giờ 45 phút (ngày làm việc)\n\
         \u{20}\u{20}- thứ Ba 24/11/2026: không tính (nghỉ: Ngày Văn hóa Việt Nam)\n\
         \u{20}\u{20}- thứ Tư 25/11/2026: 3 giờ 15 phút (ngày làm việc)\n\
         Hẹn trả kết quả: 10 giờ 45 phút, thứ Tư ngày 25/11/2026.\n\
         Giờ hẹn là lúc đủ 4 giờ làm việc.\n";
    let out = said.fine().out;
    assert!(out.contains(days), "{out}");
    let from = "2026-11-25T17:30";
    let said = motcua(["due", "--from", from, "--limit", "1h", "--explain", "--data", "/nowhere"]);
    let late = "thứ Tư 25/11/2026: không tính (ngày làm việc, đã hết giờ làm việc)\n";
    assert!(said.fine().out.contains(late));
}

#[test]
fn a_date_beyond_the_known_days_off_is_told_once() {
    let office = Office::new();
    let data = office.path().to_str().unwrap();
    let at = "2027-03-01T09:00";
    let doubt = "\nLưu ý: ngày hẹn sau 31/12/2026, lịch nghỉ từ đó mới tính theo luật, ";
    let receive = ["receive", "--procedure", PROCEDURE, "--name", "Hồ Thị Mẫu", "--at", at];
    for words in [&["due", "--from", at, "--limit", "5d"][..], &receive] {
        let said = motcua(["--data", data].iter().chain(words)).fine().out;
        assert!(said.contains(doubt), "{said}");
    }
}

#[test]
fn days_off_without_a_notice_are_doubted() {
    let doubt = "\nLưu ý: có ngày nghỉ mới là dự kiến, chưa có thông báo chính thức; ";
    for (from, doubted) in [("2027-02-03T09:00", true), (AT, false)] {
        let said =
            motcua(["due", "--from", from, "--limit", "2d", "--data", "/nowhere"]).fine().out;
        assert_eq!(said.contains(doubt), doubted, "{said}");
    }
}

#[test]
fn every_start_and_agreement_is_counted_and_explained() {
    let office = Office::new();
    let terms = ["--clock-from", "08:00 25/11/2026", "--clock-reason", "out-of-area"];
    let due = ["due", "--limit", "3d", "--second-limit", "3d", "--explain"];
    let answer = office.run(due.iter().chain(&terms)).fine().json();
    assert_eq!(answer["due_at"], "2026-11-30T08:00:00+07:00");
    assert_eq!(answer["start"]["reason"], "out_of_area");
    assert_eq!(answer["start"]["at"], "2026-11-25T08:00:00+07:00");
    let told = &answer["explanation"];
    assert!(told["basis"][1].as_str().unwrap().contains("cơ quan có thẩm quyền nhận được hồ sơ"));
    assert_eq!(told["days"][2]["counted"], "ngày thứ 2");
    assert!(told["promise"][2].as_str().unwrap().contains("hai lần hẹn"));
    let agreed = ["due", "--limit", "agreed", "--agreed", "10:00 04/12/2026"];
    let answer = office.run(agreed).fine().json();
    assert_eq!(answer["due_at"], "2026-12-04T10:00:00+07:00");
    assert_eq!(answer["limit"], "agreed:2026-12-04T10:00");
    let half = office.run(["due", "--limit", "2,5d"]).fine().json();
    assert_eq!(
        (&half["due_at"], &half["days"][4]["half"]),
        (&json!("2026-11-27T11:30:00+07:00"), &json!(true))
    );
}

#[test]
fn terms_that_cannot_be_are_refused_by_their_fields() {
    let office = Office::new();
    for (terms, field) in [
        (&["--clock-from", "08:00 25/11/2026"][..], "Lý do tính từ thời điểm khác"),
        (&["--clock-reason", "post"], "Thời điểm bắt đầu tính"),
        (&["--clock-from", "hôm qua", "--clock-reason", "post"], "Thời điểm bắt đầu tính"),
        // A hand-over record cannot be signed after the receipt.
        (&["--clock-from", "15:00 23/11/2026", "--clock-reason", "post"], "Thời điểm bắt đầu tính"),
        (&["--agreed", "10:00 04/12/2026"], "Ngày giờ đã thỏa thuận"),
        (&["--second-limit", "agreed"], "Thời hạn sau khi nộp tiền"),
    ] {
        let said = office.run(["due", "--limit", "3d"].iter().chain(terms));
        said.refused(1, field);
    }
    // Saturday is no day to hand a result over, and without a moment nothing is agreed.
    for terms in [&["--agreed", "10:00 05/12/2026"][..], &[]] {
        let said = office.run(["due", "--limit", "agreed"].iter().chain(terms));
        said.refused(1, "Ngày giờ đã thỏa thuận");
    }
}
