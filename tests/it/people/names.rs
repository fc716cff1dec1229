//! Names, sexes, dates of birth and addresses.

use motcua::domain::applicant::{
    BirthDate, Sex, parse_address, parse_email, parse_name, parse_organisation_name,
};
use motcua::domain::fold::{fold, nfc};
use motcua::domain::invalid::Problem;

use super::{day, nfd, today};

#[test]
fn birth_dates_have_several_forms() {
    for (text, birth) in [
        ("12/03/1988", BirthDate::Day(day(1988, 3, 12))),
        ("12.3.1988", BirthDate::Day(day(1988, 3, 12))),
        (" 1988-03-12 ", BirthDate::Day(day(1988, 3, 12))),
        ("12031988", BirthDate::Day(day(1988, 3, 12))),
        ("29/02/2024", BirthDate::Day(day(2024, 2, 29))),
        ("23/11/2026", BirthDate::Day(today())),
        ("1946", BirthDate::Year(1946)),
        ("00001946", BirthDate::Year(1946)),
    ] {
        assert_eq!(BirthDate::parse(text, today()), Ok(birth), "{text:?}");
        let json = serde_json::to_string(&birth).unwrap();
        assert_eq!(serde_json::from_str::<BirthDate>(&json).unwrap(), birth, "{json}");
    }
    for (text, problem) in [
        ("", Problem::Empty),
        ("29/02/2025", Problem::ImpossibleDate),
        ("31041988", Problem::ImpossibleDate),
        ("00121988", Problem::ImpossibleDate),
        ("00002027", Problem::InFuture),
        ("00000000", Problem::TooLongAgo),
        ("12/03/88", Problem::ImpossibleDate),
        ("năm 1988", Problem::ImpossibleDate),
        ("24/11/2026", Problem::InFuture),
        ("2027", Problem::InFuture),
        ("1895", Problem::TooLongAgo),
    ] {
        assert_eq!(BirthDate::parse(text, today()), Err(problem), "{text:?}");
    }
}

#[test]
fn sexes_are_read_with_and_without_marks() {
    for (text, sex) in [("Nam", Sex::Male), ("NAM", Sex::Male), ("male", Sex::Male)] {
        assert_eq!(Sex::parse(text), Ok(sex));
    }
    for text in ["Nữ", "NỮ", "nu", "Nu\u{31B}\u{303}", "female"] {
        assert_eq!(Sex::parse(text), Ok(Sex::Female), "{text:?}");
    }
    assert_eq!(Sex::parse(" "), Err(Problem::Empty));
    assert_eq!(Sex::parse("N?"), Err(Problem::NotUnderstood));
}

#[test]
fn no_real_name_is_refused() {
    for name in [
        "Nguyễn Văn Mẫu",
        "Y",
        "H'",
        "A Blơ",
        "Y Blơ Mẫu",
        "Hồ",
        "H'Len Mẫu Niê",
        "H’Mông Thị Mẫu",
        "H\u{2BC}Mai Ƀuôn Yă",
        "Y Ƀlŏ Niê Kđăm",
        "K'Brêl Mẫu",
        "K’ Broi",
        "Ka Sơ Mẫu",
        "Rơ Châm Mẫu",
        "Rcom H'Mẫu",
        "Ksor Y-Mẫu",
        "Siu H'Ƀia",
        "Đinh Bờ Mẫu",
        "A Thút Mơ\u{306}n",
        "Y Ê\u{306}ban",
        "Thạch Sóc Kha Mẫu",
        "Mã A Páo",
        "Sùng Seo Mẫu",
        "Giàng A Pó",
        "Vàng Thị Dở",
        "Lò Văn Ỏ",
        "Quàng Thị Ín",
        "Lường Văn Ún",
        "Chảo U Mẩy",
        "Tẩn Láo Tả",
        "Pờ Lóng Chừ",
        "Hồ Văn Pả-lay",
        "Ăm Chiếng Mẫu",
        "Đàng Năng Mẫu",
        "Châu Pha Na",
        "Lý Mộc Sùi",
        "Nguyễn Phúc Bảo-Mẫu",
        "Jean-Baptiste O'Mẫu Jr.",
        "D.J. Sample",
        "Łukasz Wzór",
        "Søren Prøve",
        "Ünal Örnek",
        "ສົມພອນ",
        "李样本",
    ] {
        assert_eq!(parse_name(name), Ok(nfc(name)), "{name}");
        assert_eq!(parse_name(&nfd(name)), Ok(nfc(name)), "{name}");
        assert!(!fold(name).is_empty(), "{name}");
    }
}

#[test]
fn what_is_no_name_is_refused() {
    for (text, problem) in [
        ("", Problem::Empty),
        (" \u{200B}\t", Problem::Empty),
        ("'", Problem::NotAName),
        ("\u{2BC}", Problem::NotAName),
        ("- .", Problem::NotAName),
        ("Hồ Thị 2", Problem::NotAName),
        ("Hồ @ Mẫu", Problem::NotAName),
        ("045088000123|", Problem::NotAName),
        ("<b>Hồ</b>", Problem::NotAName),
        ("Hồ 🙂", Problem::NotAName),
        ("Hồ\nMẫu", Problem::ForbiddenCharacter('\n')),
        ("Hồ \u{202E}uẫM", Problem::ForbiddenCharacter('\u{202E}')),
    ] {
        assert_eq!(parse_name(text), Err(problem), "{text:?}");
    }
    assert_eq!(parse_name(&"ế".repeat(100)), Ok("ế".repeat(100)));
    assert_eq!(parse_name(&"ế".repeat(101)), Err(Problem::TooLong { max: 100 }));
}

#[test]
fn organisations_addresses_and_mail() {
    for name in [
        "Công ty TNHH MTV Mẫu & Con (Chi nhánh 2)",
        "HTX \"Mẫu\", thôn 3",
        "Trường THCS 30/4",
        "3A",
    ] {
        assert_eq!(parse_organisation_name(name), Ok(name.to_owned()));
    }
    for (name, problem) in
        [("", Problem::Empty), ("2026", Problem::NotAName), ("A|B", Problem::NotAName)]
    {
        assert_eq!(parse_organisation_name(name), Err(problem), "{name:?}");
    }
    let long = parse_organisation_name(&"a".repeat(251));
    assert_eq!(long, Err(Problem::TooLong { max: 250 }));
    let address = "Số 5/2, thôn Mẫu, xã Hướng Hiệp";
    assert_eq!(parse_address(&format!(" {address} ")), Ok(address.to_owned()));
    assert_eq!(parse_address("--"), Err(Problem::NotUnderstood));
    assert_eq!(parse_address(""), Err(Problem::Empty));
    assert_eq!(parse_email(" mau@vidu.vn "), Ok("mau@vidu.vn".to_owned()));
    for email in ["mau", "mau@vidu", "@vidu.vn", "mau@.vn", "mau@vidu.", "a b@vidu.vn", "a@b@c.vn"]
    {
        assert_eq!(parse_email(email), Err(Problem::NotUnderstood), "{email}");
    }
    assert_eq!(parse_email(""), Err(Problem::Empty));
}
