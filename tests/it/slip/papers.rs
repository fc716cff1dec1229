//! The receipt of a result and the printer's test page.

use motcua::domain::collection::SlipState;
use motcua::domain::form_style::FormStyle;
use motcua::domain::office::{Office, PaperSize};
use motcua::forms::house_style::HouseStyle;
use motcua::forms::mark::{PRACTICE, SlipMark};
use motcua::forms::return_receipt::{self, Handover, TITLE, return_receipt};
use motcua::forms::sheet::{Item, Sheet};
use motcua::forms::symbol::NARROWEST_BAR;
use motcua::forms::test_page::test_page;

use super::marks::reprint;
use super::samples;
use super::slips::lines;

/// The applicant came herself, on the day, with her slip.
pub(super) fn collected() -> Handover {
    Handover {
        by_name: "Hồ Thị Hương".to_owned(),
        identity: "045188001234".to_owned(),
        authorisation: String::new(),
        slip: SlipState::Returned,
        post: None,
        note: String::new(),
        at: samples::at(2026, 12, 1, 9, 5),
    }
}

/// Somebody else came, without the slip, and there is much to be said.
pub(super) fn collected_for_another() -> Handover {
    Handover {
        by_name: "Nguyễn Hoàng Phương Quỳnh Như Ưởng".to_owned(),
        identity: "045190111111".to_owned(),
        authorisation: "Giấy ủy quyền ngày 20/11/2026 được chứng thực tại UBND xã Hướng Hiệp"
            .to_owned(),
        slip: SlipState::Lost,
        note: "Bản chính Giấy chứng nhận quyền sử dụng đất đã giao kèm; người nhận đề nghị gửi \
               thêm một bản sao qua bưu điện trong tuần sau và đã để lại địa chỉ. "
            .repeat(2),
        ..collected()
    }
}

pub(super) fn receipt(handover: &Handover, office: &Office, paper: PaperSize) -> Sheet {
    let dossier = samples::authorised();
    let form = FormStyle { paper, ..return_receipt::usual(office) };
    return_receipt(&dossier, handover, office, "Trần Thị Bình", &form, &SlipMark::default())
}

#[test]
fn a_receipt_says_who_collected_what_and_when() {
    let dossier = samples::plain();
    let (office, mark) = (samples::office(), SlipMark::default());
    let form = return_receipt::usual(&office);
    let sheet = return_receipt(&dossier, &collected(), &office, "Trần Thị Bình", &form, &mark);
    assert_eq!(sheet.pages.len(), 1);
    assert_eq!(
        lines(&sheet.pages[0])[5..],
        [
            "Số: 0042/BN-TTPVHCC",
            "Hướng Hiệp, ngày 01 tháng 12 năm 2026",
            TITLE,
            "Mã hồ sơ: H50.031-261123-0042",
            "Trung tâm Phục vụ hành chính công xã Hướng Hiệp",
            "Trả kết quả hồ sơ của Ông (Bà)/Tổ chức: Hồ Thị Hương",
            "Số định danh cá nhân/tổ chức: 045188001234",
            "Địa chỉ: Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị",
            "Thủ tục hành chính: Đăng ký lại khai sinh (1.004884)",
            "Thời gian nhận hồ sơ: 14 giờ 20 phút, ngày 23 tháng 11 năm 2026",
            "Thời gian hẹn trả kết quả: 14 giờ 20 phút, ngày 01 tháng 12 năm 2026",
            "Thời gian trả kết quả: 09 giờ 05 phút, ngày 01 tháng 12 năm 2026",
            "Người nhận kết quả: Hồ Thị Hương",
            "Số định danh của người nhận: 045188001234",
            "Tư cách nhận: người nộp hồ sơ",
            "Giấy tiếp nhận hồ sơ và hẹn trả kết quả: đã nộp lại",
            "Người nhận đã kiểm tra và nhận đủ kết quả giải quyết hồ sơ.",
            "NGƯỜI NHẬN KẾT QUẢ",
            "(Ký và ghi rõ họ tên)",
            "Hồ Thị Hương",
            "NGƯỜI TRẢ KẾT QUẢ",
            "(Ký và ghi rõ họ tên)",
            "Trần Thị Bình",
        ]
    );
}

#[test]
fn a_receipt_tells_authority_lost_slip_and_note() {
    for paper in [PaperSize::A5, PaperSize::A4] {
        let sheet = receipt(&collected_for_another(), &samples::office(), paper);
        let text = sheet.pages.iter().flat_map(lines).collect::<Vec<_>>().join(" ");
        for wanted in [
            "Nộp theo ủy quyền của: Đinh Văn Ưởng",
            "Tư cách nhận: người được ủy quyền (Giấy ủy quyền ngày 20/11/2026",
            "hẹn trả kết quả: bị mất; người nhận đã xuất trình giấy tờ tùy thân",
            "Ghi chú: Bản chính Giấy chứng nhận",
        ] {
            assert!(text.contains(wanted), "{wanted} is not in: {text}");
        }
        let frame = HouseStyle::of(paper).frame;
        for item in sheet.pages.iter().flat_map(|page| &page.items) {
            let area = item.bounds();
            assert!(
                area.x >= frame.left - 0.02 && area.right() <= 0.02 + frame.left + frame.width()
            );
            assert!(area.y >= 5.0 && area.bottom() <= frame.size.height - 4.0, "{item:?}");
        }
    }
}

#[test]
fn a_receipt_bears_the_marks_of_its_print() {
    let office = Office { practice: true, ..samples::office() };
    let mark = reprint("mất bản đầu");
    let form = return_receipt::usual(&office);
    let sheet = return_receipt(&samples::plain(), &collected(), &office, "", &form, &mark);
    let lines = lines(&sheet.pages[0]);
    assert!(lines.iter().any(|line| line.starts_with("Bản in lại lần 2")));
    assert!(lines.contains(&PRACTICE.to_owned()));
}

#[test]
fn the_test_page_marks_every_millimetre_of_all_four_sides() {
    for paper in [PaperSize::A5, PaperSize::A4] {
        let at = samples::received();
        let sheet = test_page(&samples::office(), "Canon_LBP_2900", paper, at);
        assert_eq!(sheet.pages.len(), 1);
        let page = &sheet.pages[0];
        let size = sheet.size;
        for millimetre in 1..=10_u8 {
            let depth = f32::from(millimetre);
            let stroke = |found: &dyn Fn(f32, f32, f32, f32) -> bool| {
                page.items.iter().any(|item| match item {
                    Item::Rule(rule) => found(rule.x1, rule.y1, rule.x2, rule.y2),
                    _ => false,
                })
            };
            let near = |a: f32, b: f32| (a - b).abs() < 0.01;
            assert!(stroke(&|_, y1, _, y2| near(y1, depth) && near(y2, depth)), "top {depth}");
            assert!(stroke(&|x1, _, x2, _| near(x1, depth) && near(x2, depth)), "left {depth}");
            let low = size.height - depth;
            assert!(stroke(&|_, y1, _, y2| near(y1, low) && near(y2, low)), "bottom {depth}");
            let right = size.width - depth;
            assert!(stroke(&|x1, _, x2, _| near(x1, right) && near(x2, right)), "right {depth}");
        }
        let text = lines(page).join(" ");
        for wanted in [
            "Trung tâm Phục vụ hành chính công xã Hướng Hiệp",
            "Máy in: Canon_LBP_2900",
            "mm",
            "Chữ nghiêng: Ắc quy",
        ] {
            assert!(text.contains(wanted), "{wanted} is not in: {text}");
        }
        let symbols: Vec<_> = page
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Symbol(symbol) => Some(symbol),
                _ => None,
            })
            .collect();
        assert_eq!(symbols.len(), 2);
        for symbol in symbols {
            assert_eq!(symbol.content, "H50.031-000000-0000");
            let narrowest = symbol.bars.iter().map(|bar| bar.width).fold(f32::MAX, f32::min);
            assert!(narrowest >= NARROWEST_BAR - 0.001);
        }
    }
}

#[test]
fn the_test_page_of_any_office_is_one_page_where_nothing_meets() {
    let mut long = samples::office();
    long.agency_name = "UBND xã ".to_owned() + &"Hướng Hiệp ".repeat(10);
    for paper in [PaperSize::A5, PaperSize::A4] {
        for office in [Office::default(), samples::office(), long.clone()] {
            let sheet = test_page(&office, &"May_in_".repeat(12), paper, samples::received());
            let boxes = sheet.pages[0].items.iter().filter(|item| !matches!(item, Item::Rule(_)));
            let boxes: Vec<_> = boxes.map(Item::bounds).collect();
            for (index, one) in boxes.iter().enumerate() {
                for other in &boxes[index + 1..] {
                    let apart = one.right() <= other.x + 0.05
                        || other.right() <= one.x + 0.05
                        || one.bottom() <= other.y + 0.3
                        || other.bottom() <= one.y + 0.3;
                    assert!(apart, "{one:?} meets {other:?}");
                }
            }
            let all = lines(&sheet.pages[0]).join(" ");
            assert!(all.contains("cả hai mã ở trên."), "the end was cut off");
        }
    }
}
