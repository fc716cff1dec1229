//! The words of a command: what is wrong with them is said in Vietnamese, with exit code 2.

use crate::support::{Office, motcua};

#[test]
fn wrong_words_are_explained() {
    let office = Office::new();
    let before = office.bytes();
    let register = ["register", "--from", "2026-11-01", "-o", "x.csv"];
    let receive = ["receive", "--procedure", "1.004884", "--name", "Công ty"];
    for (words, named) in [
        (&[][..], "Không có màn hình"),
        (&["--training"], "Không có màn hình"),
        (&["find", "a", "--training"], "--training"),
        (&["giúp"], "Không có lệnh hoặc tùy chọn \"giúp\""),
        (&["procedures"], "Chưa có lệnh"),
        (&["receive"], "Lệnh còn thiếu: --procedure"),
        (&["init", "--agency-name", "UBND xã"], "Lệnh còn thiếu: --agency-code"),
        (&["find"], "Lệnh còn thiếu"),
        (&["find", "a", "b"], "Không có lệnh hoặc tùy chọn \"b\""),
        (&["find", "a", "--mau"], "Không có lệnh hoặc tùy chọn \"--mau\""),
        (&["find", "a", "--max", "0"], "phải là số từ 1 đến 1000"),
        (&["find", "a", "--max", "nhiều"], "Tùy chọn --max"),
        (&["find", "a", "--max"], "Tùy chọn --max"),
        (
            &["due", "--limit", "5d", "--from", "hôm nay"],
            "phải là thời điểm, ví dụ 2026-11-23T14:20",
        ),
        (&["due", "--limit", "5d", "--from", "2026-02-30T09:00"], "Tùy chọn --from"),
        (&["due", "--limit", "5d", "--from", "0026-11-23T09:00"], "Tùy chọn --from"),
        (&["due", "--limit", "5d", "--at", "12026-11-23T09:00"], "Tùy chọn --at"),
        (&["due", "--limit", "5d", "--limit", "6d"], "chỉ được ghi một lần"),
        (&["due", "--limit", "5d", "--from", "x\n\u{202e}y"], "Tùy chọn --from"),
        (&["register", "--from", "31/11/2026", "--to", "x", "-o", "x.csv"], "phải là ngày, ví dụ"),
        (&["generate", "--dossiers", "0"], "phải là số từ 1 đến 5000000"),
        (&["generate", "--dossiers", "5", "--seed", "-"], "phải là số từ 0"),
        (&["init", "--agency-name", "A", "--agency-code", "B", "--return-hour", "x"], "same-hour"),
    ] {
        office.run(words).refused(2, named);
    }
    for (more, named) in [
        (&["--to", "2026-10-01"][..], "Khoảng ngày: ngày đầu (--from) sau ngày cuối (--to)"),
        (&["--to", "2026-11-30", "--out", "x.pdf"], "chỉ được ghi một lần"),
    ] {
        office.run(register.iter().chain(more)).refused(2, named);
    }
    office
        .run(["register", "--from", "2026-11-01", "--to", "2026-11-30", "-o", "so.docx"])
        .refused(2, "Tệp sổ so.docx");
    for (more, named) in [
        (&["--channel", "bồ câu"][..], "hãy chọn: counter, online, post"),
        (&["--return-by", "email"], "hãy chọn: counter, post"),
        (&["--paper-size", "a3"], "hãy chọn: a5, a4"),
        (&["--for-id", "045188000000"], "Lệnh còn thiếu: --for-name"),
        // What only a person or only an organisation has is not dropped in silence.
        (&["--organisation", "--birth", "1988"], "không đi cùng --birth"),
        (&["--organisation", "--citizen-qr", "x"], "không đi cùng --citizen-qr"),
        (&["--tax-code", "0100047516"], "Lệnh còn thiếu: --organisation"),
        (&["--slip", "giay-hen.txt"], "Tệp giấy hẹn giay-hen.txt"),
    ] {
        office.run(receive.iter().chain(more)).refused(2, named);
    }
    assert!(office.bytes() == before);
}

#[test]
fn help_and_version_are_no_errors() {
    for words in [&["--help"][..], &["-h"], &["receive", "--help"], &["procedures", "import", "-h"]]
    {
        let said = motcua(words).fine();
        assert!(said.out.contains("Cách dùng: motcua"), "{}", said.out);
        for english in
            ["Usage", "Options", "Print", "possible values", "default:", "Arguments", "COMMAND"]
        {
            assert!(!said.out.contains(english), "{english} in: {}", said.out);
        }
    }
    assert_eq!(motcua(["--version"]).fine().out, format!("motcua {}\n", env!("CARGO_PKG_VERSION")));
}
