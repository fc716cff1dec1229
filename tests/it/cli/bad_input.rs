//! Bad input at the desk: one sentence that names the field and the way out, and an unchanged book.

use crate::support::{CARD, Office, PROCEDURE, SERIES};

/// Options of `receive` beside the procedure, and the field that must be named.
type Case<'a> = (&'a str, &'a [&'a str], &'a str);

const NAME: [&str; 2] = ["--name", "Hồ Thị Mẫu"];

#[track_caller]
fn all_are_refused(office: &Office, procedure: &str, cases: &[Case<'_>]) {
    let before = (office.bytes(), office.names());
    for (what, options, field) in cases {
        let verb = ["receive", "--procedure", procedure];
        let said = office.run(verb.iter().chain(*options));
        assert!(said.errors.contains(field), "{what}: {said:?}");
        said.refused(1, field);
        assert!(office.bytes() == before.0, "{what} changed the book");
    }
    // The lock and the log come with the first start.
    let mut expected = before.1;
    expected.extend(["book.motcua.lock", "motcua.log"].map(str::to_owned));
    assert_eq!(office.names(), expected, "something was left behind");
}

#[test]
fn procedures_that_are_not_offered() {
    let office = Office::new();
    for (code, problem) in [
        ("9.999999", "Thủ tục: mã này không có trong danh mục"),
        ("", "Thủ tục: mã này không có"),
        ("khai sinh", "Thủ tục: mã này không có"),
        ("1.00488", "Thủ tục: mã này không có"),
        ("1.004884'; DROP TABLE dossier", "Thủ tục: mã này không có"),
        ("2.001009", "Thủ tục: đã bị bãi bỏ"),
    ] {
        all_are_refused(&office, code, &[(code, &NAME, problem)]);
    }
    let data = office.path().to_str().unwrap();
    let early = ["--data", data, "--at", "2025-06-30T09:00", "receive", "--procedure", PROCEDURE];
    crate::support::motcua(early.iter().chain(&NAME))
        .refused(1, "Thủ tục: chưa có hiệu lực vào ngày 30/06/2025");
}

#[test]
fn cards_that_cannot_be_read() {
    let with = |old: &str, new: &str| CARD.replace(old, new);
    let cases = [
        ("nothing", String::new(), "Mã QR trên thẻ căn cước: không có nội dung"),
        ("noise", "\u{1}\u{feff} \r\n".to_owned(), "Mã QR trên thẻ căn cước: không có nội dung"),
        ("a link", "https://example.vn/x".to_owned(), "Mã QR trên thẻ căn cước: chỉ đọc được 1"),
        ("half", CARD[..40].to_owned(), "Mã QR trên thẻ căn cước: chỉ đọc được 4 phần"),
        ("five parts", "1|2|3|4|5".to_owned(), "Mã QR trên thẻ căn cước: chỉ đọc được 5 phần"),
        ("no number", with("045188000000|", "|"), "Số định danh cá nhân: chưa nhập"),
        ("a short number", with("045188000000", "04518800000"), "Số định danh cá nhân: có 11"),
        ("an old number first", with("045188000000", "197000000"), "Số định danh cá nhân: có 9"),
        ("letters", with("045188000000", "O45188000000"), "Số định danh cá nhân: chỉ được có"),
        ("no name", with("Hồ Thị Mẫu", ""), "Họ và tên: chưa nhập"),
        ("a name of digits", with("Hồ Thị Mẫu", "12345"), "Họ và tên: phải có chữ cái"),
        ("no such day", with("12031988", "31021988"), "Ngày sinh: ngày không có thật"),
        ("not born yet", with("12031988", "24112026"), "Ngày sinh: ngày này chưa đến"),
        ("too old", with("12031988", "12031888"), "Ngày sinh: cách đây quá 130 năm"),
    ];
    let office = Office::new();
    for (what, card, field) in &cases {
        all_are_refused(&office, PROCEDURE, &[(what, &["--citizen-qr", card], field)]);
    }
}

#[test]
fn names_that_are_none() {
    let long = "Nguyễn ".repeat(15);
    all_are_refused(
        &Office::new(),
        PROCEDURE,
        &[
            ("none given", &[], "Họ và tên: chưa nhập"),
            ("empty", &["--name", ""], "Họ và tên: chưa nhập"),
            ("blanks", &["--name", " \u{a0}\u{200b} "], "Họ và tên: chưa nhập"),
            ("a digit", &["--name", "Hồ Thị Mẫu 2"], "Họ và tên: phải có chữ cái"),
            ("signs", &["--name=-.-"], "Họ và tên: phải có chữ cái"),
            ("a script", &["--name", "<b>Hồ</b>"], "Họ và tên: phải có chữ cái"),
            ("a tab", &["--name", "Hồ\tMẫu"], "Họ và tên: có ký tự không dùng được (U+0009)"),
            ("a bell", &["--name", "Hồ\u{7}Mẫu"], "Họ và tên: có ký tự không dùng được (U+0007)"),
            ("two lines", &["--name", "Hồ\nMẫu"], "Họ và tên: có ký tự không dùng được (U+000A)"),
            (
                "turned",
                &["--name", "Hồ\u{202e}uẫM"],
                "Họ và tên: có ký tự không dùng được (U+202E)",
            ),
            ("isolated", &["--name", "Hồ \u{2066}Mẫu"], "Họ và tên: có ký tự không dùng được"),
            ("marked", &["--name", "Hồ\u{200f} Mẫu"], "Họ và tên: có ký tự không dùng được"),
            (
                "decoded wrongly",
                &["--name", "H\u{fffd} Mẫu"],
                "Họ và tên: có ký tự không dùng được",
            ),
            ("far too long", &["--name", &long], "Họ và tên: dài quá 100 ký tự"),
            ("an officer", &["--name", "Hồ", "--as", "Cán bộ 7"], "Tên cán bộ: phải có chữ cái"),
        ],
    );
}

#[test]
fn other_fields_of_the_applicant() {
    let case = |option, value| [NAME[0], NAME[1], option, value];
    let cases = [
        (case("--id", "04518800000"), "Số định danh cá nhân: có 11 ký tự, phải có 9 hoặc 12"),
        (case("--id", "0451880000001"), "Số định danh cá nhân: có 13"),
        (case("--id", "04518800000x"), "Số định danh cá nhân: chỉ được có chữ số"),
        (case("--passport", "12"), "Số hộ chiếu: có 2 ký tự, phải có 5 đến 20"),
        (case("--passport", "Hộ1234"), "Số hộ chiếu: chỉ gồm"),
        (case("--birth", "30/02/1990"), "Ngày sinh: ngày không có thật"),
        (case("--birth", "1990-13-01"), "Ngày sinh: ngày không có thật"),
        (case("--birth", "hôm qua"), "Ngày sinh: ngày không có thật"),
        (case("--birth", "24/11/2026"), "Ngày sinh: ngày này chưa đến"),
        (case("--birth", "2027"), "Ngày sinh: ngày này chưa đến"),
        (case("--birth", "01/01/1890"), "Ngày sinh: cách đây quá 130 năm"),
        (case("--sex", "khác"), "Giới tính: chưa đúng cách ghi"),
        (case("--phone", "12345"), "Số điện thoại: có 5 ký tự"),
        (case("--phone", "0912 345 67a"), "Số điện thoại: chỉ được có chữ số"),
        (case("--phone", "+1 202 555 0100"), "Số điện thoại: chỉ nhận số trong nước"),
        (case("--email", "hồ@"), "Địa chỉ email"),
        (case("--address", "..."), "Địa chỉ: phải có ít nhất một chữ cái"),
        (case("--address", "Thôn\u{0}Ruộng"), "Địa chỉ: có ký tự"),
    ];
    let office = Office::new();
    for (options, field) in &cases {
        // A nought byte cannot be handed over to a program at all.
        if options.iter().all(|option| !option.contains('\0')) {
            all_are_refused(&office, PROCEDURE, &[(options[3], options, field)]);
        }
    }
    all_are_refused(
        &office,
        PROCEDURE,
        &[
            (
                "two papers",
                &["--name", "Hồ", "--id", "045188000000", "--passport", "X123456"],
                "Số hộ chiếu: đã nhập cả số định danh",
            ),
            (
                "a tax code",
                &["--organisation", "--name", "Công ty", "--tax-code", "0100047517"],
                "Mã số thuế: chữ số kiểm tra không khớp",
            ),
        ],
    );
}

#[test]
fn authority_papers_limits_and_the_rest() {
    let principal = ["--name", "Hồ", "--for-name"];
    let with = |more: &[&'static str]| [&NAME, more].concat();
    let long = Box::leak("x".repeat(2001).into_boxed_str());
    let cases = [
        ([&principal[..], &["Hồ Văn"]].concat(), "Giấy tờ ủy quyền: chưa nhập"),
        ([&principal[..], &["7", "--authorisation", "Giấy"]].concat(), "Họ và tên người ủy quyền"),
        (
            [&principal[..], &["Hồ", "--authorisation", "Giấy", "--for-id", "1"]].concat(),
            "Số định danh của người ủy quyền: có 1",
        ),
        (
            [&principal[..], &["Hồ", "--authorisation", "Giấy", "--for-phone", "1"]].concat(),
            "Số điện thoại của người ủy quyền",
        ),
        (
            [&principal[..], &["Hồ", "--authorisation", "Giấy", "--for-email", "a@"]].concat(),
            "Địa chỉ email của người ủy quyền",
        ),
        (with(&["--paper", "Tờ khai=1"]), "Thành phần hồ sơ: chưa đúng cách ghi"),
        (with(&["--paper", "Tờ khai=một/0"]), "Thành phần hồ sơ: chưa đúng cách ghi"),
        (with(&["--paper", "Tờ khai=-1/0"]), "Thành phần hồ sơ: chưa đúng cách ghi"),
        (with(&["--paper", "Tờ khai=0/0"]), "Thành phần hồ sơ: có giấy tờ ghi 0"),
        (with(&["--paper", "Tờ khai=1000/0"]), "Thành phần hồ sơ: phải là số từ 0 đến 999"),
        (with(&["--paper", "Tờ khai=4294967295/1"]), "Thành phần hồ sơ: phải là số"),
        (with(&["--paper", "=1/0"]), "Thành phần hồ sơ: chưa nhập"),
        (with(&["--paper", "99"]), "Thành phần hồ sơ: phải là số từ 1 đến 9"),
        (with(&["--paper", "0"]), "Thành phần hồ sơ: phải là số từ 1 đến 9"),
        (with(&["--paper", "Tờ\u{202e}khai=1/0"]), "Thành phần hồ sơ: có ký tự"),
        (with(&["--sets", "0"]), "Số lượng hồ sơ (bộ): phải là số từ 1 đến 99"),
        (with(&["--sets", "nhiều"]), "Số lượng hồ sơ (bộ)"),
        (with(&["--limit", "lâu lâu"]), "Thời hạn giải quyết: chưa đúng cách ghi"),
        (with(&["--limit", "5"]), "Thời hạn giải quyết: chưa đúng cách ghi"),
        (with(&["--limit", "5w"]), "Thời hạn giải quyết: chưa đúng cách ghi"),
        (with(&["--limit", "1000d"]), "Thời hạn giải quyết: phải là số từ 1 đến 999"),
        (with(&["--limit", "99999999999d"]), "Thời hạn giải quyết: phải là số"),
        (with(&["--limit=-5d"]), "Thời hạn giải quyết: chưa đúng cách ghi"),
        (with(&["--branch", "3"]), "Trường hợp thời hạn: phải là số từ 1 đến 2"),
        (with(&["--branch", "0"]), "Trường hợp thời hạn: phải là số"),
        (with(&["--branch", "1", "--limit", "5d"]), "Trường hợp thời hạn: đã nhập cả"),
        (with(&["--subject", "Xin\u{1b}[2J"]), "Nội dung yêu cầu giải quyết: có ký tự"),
        (with(&["--note", long]), "Ghi chú: dài quá 2000 ký tự"),
    ];
    let office = Office::new();
    for (options, field) in &cases {
        all_are_refused(&office, PROCEDURE, &[(options.last().unwrap(), options, field)]);
    }
    office.run(["due", "--limit", "lâu"]).refused(1, "Thời hạn giải quyết: chưa đúng cách ghi");
}

#[test]
fn a_limit_the_list_words_unclearly_is_asked_for() {
    let office = Office::new();
    let list = office.written("list.csv", "code,name,time_limit_text\n8.000001,Thử,Vài tháng\n");
    let _ = office.run(["procedures", "import", &list]).fine();
    let receive = ["receive", "--procedure", "8.000001", "--name", "Hồ Thị Mẫu"];
    office.run(receive).refused(1, "Thời hạn giải quyết: danh mục chưa có thời hạn bằng số");
    // It lists no papers either, so a number names none.
    let numbered = ["--limit", "60cd", "--paper", "1"];
    office.run(receive.iter().chain(&numbered)).refused(1, "Thành phần hồ sơ: chưa đúng cách ghi");
    let taken = office.run(receive.into_iter().chain(["--limit", "60cd"])).fine().json();
    assert_eq!(taken["limit"], "60cd");
}

#[test]
fn every_wrong_field_is_named_at_once_and_no_number_is_spent() {
    let office = Office::new();
    let receive = ["receive", "--procedure", PROCEDURE];
    let wrong = ["--name", "7", "--id", "1", "--birth", "x", "--phone", "y", "--sets", "0"];
    let said = office.run(receive.iter().chain(&wrong));
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""));
    let fields: Vec<&str> =
        said.errors.lines().map(|line| line.split_once(':').unwrap().0).collect();
    assert_eq!(
        fields,
        ["Họ và tên", "Số định danh cá nhân", "Ngày sinh", "Số điện thoại", "Số lượng hồ sơ (bộ)"]
    );
    let taken = office.run(receive.iter().chain(&NAME)).fine().json();
    assert_eq!(taken["code"], format!("{SERIES}0001"));
}

#[test]
fn an_office_with_a_wrong_field_is_not_set_up() {
    let office = Office::without_book();
    let good = ["UBND xã Mẫu", "H50.031", "0233 3000 000", ""];
    let cases: [([&str; 4], &str); 8] = [
        (["", good[1], good[2], good[3]], "Tên cơ quan: chưa nhập"),
        (["UBND\u{202e} xã", good[1], good[2], good[3]], "Tên cơ quan: có ký tự"),
        ([good[0], "", good[2], good[3]], "Mã định danh cơ quan: chưa nhập"),
        ([good[0], "H50/031", good[2], good[3]], "(/); chỉ được có chữ cái không dấu"),
        ([good[0], good[1], "gọi sau", good[3]], "Số điện thoại: chỉ được có chữ số"),
        ([good[0], good[1], good[2], "UNIT-YYMMDD"], "Mẫu mã hồ sơ: thiếu số thứ tự"),
        ([good[0], good[1], good[2], "XXXX-XXXX"], "Mẫu mã hồ sơ: có hai số thứ tự"),
        ([good[0], good[1], good[2], "unit-XXXX"], "(u); chỉ được có chữ hoa không dấu"),
    ];
    for ([name, code, phone, pattern], field) in cases {
        let options = ["--agency-name", name, "--agency-code", code, "--phone", phone];
        let pattern = ["--code-pattern", pattern];
        office.run(["init"].iter().chain(&options).chain(&pattern)).refused(1, field);
        assert!(office.names().is_empty());
    }
}
