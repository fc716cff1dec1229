//! The notice of a procedure on the wall.

use motcua::domain::form_style::FormKind;
use motcua::domain::office::PaperSize;
use motcua::forms::mark::SlipMark;
use motcua::forms::poster::poster;
use motcua::forms::sheet::{Item, Sheet};

use super::samples::{form, office, procedure, received};
use crate::slip::slips::lines;

fn on_wall(papers: usize, paper: PaperSize) -> Sheet {
    let style = form(FormKind::Poster, paper);
    poster(&procedure(papers), &office(), &style, received().date(), &SlipMark::default())
}

/// The largest type of the papers' names.
fn type_size(sheet: &Sheet) -> f32 {
    let names = sheet.pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Text(text) if text.string.starts_with("Đơn đăng ký") => Some(text.size),
        _ => None,
    });
    names.fold(0.0, f32::max)
}

#[test]
fn papers_fee_time_and_place_stand_in_full() {
    for paper in [PaperSize::A5, PaperSize::A4] {
        let sheet = on_wall(3, paper);
        assert_eq!(sheet.pages.len(), 1);
        let read = lines(&sheet.pages[0]).join(" ");
        for wanted in [
            "NIÊM YẾT CÔNG KHAI THỦ TỤC HÀNH CHÍNH",
            "ĐĂNG KÝ LẠI KHAI SINH",
            "Mã thủ tục: 1.004884",
            "Lĩnh vực: Hộ tịch",
            "Thành phần hồ sơ",
            "1 Đơn đăng ký đất đai theo mẫu số 15/ĐK (0) (theo",
            "Thời hạn giải quyết 05 ngày làm việc; trường hợp cần xác minh",
            "Phí, lệ phí Lệ phí: 8.000 đồng/trường hợp Miễn lệ phí đối với",
            "Nơi nộp hồ sơ và nhận kết quả Trung tâm Phục vụ hành chính công xã Hướng Hiệp Điện thoại: \
             0233 3000 000",
            "Căn cứ pháp lý Luật Hộ tịch năm 2014 Nghị định số 123/2015/NĐ-CP",
            "Quyết định số 2637/QĐ-UBND ngày 16/11/2025; áp dụng từ ngày 01 tháng 07 năm 2025.",
        ] {
            assert!(read.contains(wanted), "{paper:?}: {wanted} is not in {read}");
        }
        let codes = sheet.pages[0].items.iter().filter_map(|item| match item {
            Item::Symbol(symbol) => Some(symbol.content.as_str()),
            _ => None,
        });
        assert_eq!(codes.collect::<Vec<_>>(), ["1.004884"]);
        assert!(!read.contains("Số:"), "a poster has no number");
    }
}

#[test]
fn much_is_set_smaller_and_very_much_runs_over_pages() {
    let sizes = [1, 6, 9].map(|papers| {
        let sheet = on_wall(papers, PaperSize::A4);
        assert_eq!(sheet.pages.len(), 1, "{papers} papers");
        type_size(&sheet)
    });
    assert!(sizes[0] > 15.0 && sizes[0] > sizes[2], "{sizes:?}");
    assert!(sizes[2] >= 11.0, "nobody reads smaller type on a wall: {sizes:?}");
    let long = on_wall(40, PaperSize::A4);
    assert!(long.pages.len() > 1 && type_size(&long) >= 11.0);
    for page in &long.pages[1..] {
        let lines = lines(page);
        assert!(lines.contains(&"Đăng ký lại khai sinh (tiếp theo)".to_owned()), "{lines:?}");
    }
    let read = long.pages.iter().flat_map(lines).collect::<Vec<_>>().join(" ");
    assert!((1..40).all(|number| read.contains(&format!("({number})"))));
}

#[test]
fn an_unknown_fee_or_law_leaves_no_empty_heading() {
    let bare = motcua::domain::procedure::Procedure {
        fee_text: String::new(),
        legal_basis: " ".to_owned(),
        papers: Vec::new(),
        ..procedure(0)
    };
    let style = form(FormKind::Poster, PaperSize::A4);
    let sheet = poster(&bare, &office(), &style, received().date(), &SlipMark::default());
    let lines = lines(&sheet.pages[0]);
    assert!(
        !lines.contains(&"Phí, lệ phí".to_owned()) && !lines.contains(&"Căn cứ pháp lý".to_owned())
    );
    assert!(lines.contains(&"Hỏi cán bộ tiếp nhận hồ sơ.".to_owned()));
}
