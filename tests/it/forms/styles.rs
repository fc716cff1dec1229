//! What an office decides about its forms, and what the circular has until it does.

use motcua::domain::form_style::{FormKind, FormStyle, NUMBER_SIGN};
use motcua::domain::office::{Office, PaperSize};
use motcua::forms::sheet::Sheet;
use motcua::forms::specimen::specimen;
use motcua::forms::style::usual;

use super::samples::{day, office};
use crate::slip::slips::lines;

fn drawn(kind: FormKind, office: &Office, style: &FormStyle) -> Sheet {
    specimen(kind, office, style, day("2026-11-23"))
}

fn all_lines(sheet: &Sheet) -> Vec<String> {
    sheet.pages.iter().flat_map(lines).collect()
}

#[test]
fn the_usual_is_the_wording_of_the_circular() {
    let usual = |kind| {
        let style = usual(kind, &office());
        (style.title, style.number, style.signer)
    };
    let cases = [
        (
            FormKind::AppointmentSlip,
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "Số: {số}/TTPVHCC",
            "NGƯỜI TIẾP NHẬN HỒ SƠ",
        ),
        (
            FormKind::Supplement,
            "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
            "Số: {số}/PBS-TTPVHCC",
            "NGƯỜI HƯỚNG DẪN",
        ),
        (
            FormKind::Refusal,
            "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
            "Số: {số}/PTC-TTPVHCC",
            "NGƯỜI TIẾP NHẬN HỒ SƠ",
        ),
        (
            FormKind::Apology,
            "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
            "Số: {số}/PXL",
            "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
        ),
        (
            FormKind::ControlSheet,
            "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
            "Số: {số}/PKS-TTPVHCC",
            "",
        ),
        (FormKind::Register, "SỔ THEO DÕI HỒ SƠ", "Số: {số}/STD-TTPVHCC", "NGƯỜI PHỤ TRÁCH"),
    ];
    for (kind, title, number, signer) in cases {
        assert_eq!(usual(kind), (title.to_owned(), number.to_owned(), signer.to_owned()));
    }
    let mut plain = office();
    plain.slip.number_suffix.clear();
    plain.slip.paper = PaperSize::A4;
    assert_eq!(motcua::forms::style::usual(FormKind::AppointmentSlip, &plain).number, "Số: {số}");
    let supplement = motcua::forms::style::usual(FormKind::Supplement, &plain);
    assert_eq!((supplement.number.as_str(), supplement.paper), ("Số: {số}/PBS", PaperSize::A4));
}

#[test]
fn every_form_is_drawn_as_the_office_decides() {
    for kind in FormKind::ALL {
        let decided = FormStyle {
            title: "Mẫu giấy thử".to_owned(),
            number: "Thử {số}-X".to_owned(),
            heading: vec!["UBND xã Thử".to_owned(), "Bộ phận Một cửa".to_owned()],
            signer: "NGƯỜI THỬ".to_owned(),
            signer_name: "Đỗ Thị Thử".to_owned(),
            copies: vec!["Liên A".to_owned(), "Liên B".to_owned()],
            footer: "Ghi chú thử ở cuối.".to_owned(),
            paper: PaperSize::A4,
        };
        let sheet = drawn(kind, &office(), &decided);
        let lines = all_lines(&sheet);
        let count = |wanted: &str| lines.iter().filter(|line| *line == wanted).count();
        assert_eq!(count("MẪU GIẤY THỬ"), 2, "{kind:?}: {lines:?}");
        let number = if kind == FormKind::Poster { 0 } else { 2 };
        assert_eq!(lines.iter().filter(|line| *line == "Thử 0001-X").count(), number, "{kind:?}");
        assert_eq!((count("UBND XÃ THỬ"), count("BỘ PHẬN MỘT CỬA")), (2, 2), "{kind:?}: {lines:?}");
        assert!(count("UBND XÃ HƯỚNG HIỆP") == 0, "{kind:?}");
        // An open register is not signed, and has no end.
        if kind != FormKind::Register {
            assert_eq!((count("NGƯỜI THỬ"), count("Đỗ Thị Thử")), (2, 2), "{kind:?}: {lines:?}");
            assert_eq!(count("Ghi chú thử ở cuối."), 2, "{kind:?}");
        }
        assert_eq!(count("Liên A"), count("Liên B"), "{kind:?}");
        let turned = matches!(kind, FormKind::Register | FormKind::HandoverList);
        let width = if turned { 297.0 } else { 210.0 };
        assert!((sheet.size.width - width).abs() < 0.01, "{kind:?}");
        let small = FormStyle { paper: PaperSize::A5, ..decided };
        assert!(drawn(kind, &office(), &small).size.width < width, "{kind:?}");
        assert!(sheet.title.starts_with("Mẫu giấy thử"), "{}", sheet.title);
    }
}

#[test]
fn a_specimen_says_on_every_page_that_it_is_worth_nothing() {
    for kind in FormKind::ALL {
        let sheet = drawn(kind, &office(), &usual(kind, &office()));
        for page in &sheet.pages {
            assert!(lines(page).contains(&motcua::forms::mark::PRACTICE.to_owned()), "{kind:?}");
        }
        // Before the office is set up there is something to look at, too.
        let bare = Office::default();
        assert!(!all_lines(&drawn(kind, &bare, &usual(kind, &bare))).is_empty());
    }
}

#[test]
fn a_style_without_a_number_line_prints_none() {
    let style = FormStyle { number: String::new(), ..usual(FormKind::Supplement, &office()) };
    let lines = all_lines(&drawn(FormKind::Supplement, &office(), &style));
    assert!(!lines.iter().any(|line| line.starts_with("Số: ") || line.contains(NUMBER_SIGN)));
}

#[test]
fn a_dossier_that_is_not_numbered_yet_has_dots_for_its_number() {
    let mut open = super::samples::plain();
    open.number = 0;
    let style = usual(FormKind::AppointmentSlip, &office());
    let mark = motcua::forms::mark::SlipMark::default();
    let slip = motcua::forms::appointment_slip::appointment_slip(&open, &office(), &style, &mark);
    let lines = all_lines(&slip);
    assert!(lines.contains(&"Số: ………………/TTPVHCC".to_owned()), "{lines:?}");
    assert!(lines.iter().any(|line| line.ends_with("Số thứ tự: ………………")), "{lines:?}");
}

#[test]
fn titles_break_between_words_and_never_within_one() {
    let style = usual(FormKind::Apology, &office());
    let lines = all_lines(&drawn(FormKind::Apology, &office(), &style));
    let from = lines.iter().position(|line| line.starts_with("PHIẾU XIN LỖI")).unwrap();
    let title: Vec<&str> = lines[from..from + 2].iter().map(String::as_str).collect();
    assert!(title[0].ends_with("GIA HẠN") || title[1].starts_with("GIA HẠN"), "{title:?}");
}
