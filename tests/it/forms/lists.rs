//! Lists of folders with a division and with the post.

use motcua::domain::form_style::FormKind;
use motcua::domain::office::PaperSize;
use motcua::forms::handover_list::{HandoverWay, handover_list};
use motcua::forms::mark::SlipMark;
use motcua::forms::post_record::{PostWay, post_record};
use motcua::forms::sheet::Sheet;

use super::samples::{form, list_head, list_lines, office, post_head, post_lines};
use crate::slip::slips::lines;

fn list(way: HandoverWay, count: usize, paper: PaperSize) -> Sheet {
    let style = form(FormKind::HandoverList, paper);
    handover_list(&list_head(way), &list_lines(count), &office(), &style, &SlipMark::default())
}

fn record(way: PostWay, count: usize, paper: PaperSize) -> Sheet {
    let style = form(FormKind::PostRecord, paper);
    post_record(&post_head(way), &post_lines(count), &office(), &style, &SlipMark::default())
}

fn count(sheet: &Sheet, wanted: &str) -> usize {
    sheet.pages.iter().flat_map(lines).filter(|line| line == wanted).count()
}

#[test]
fn a_list_of_any_length_has_its_head_on_every_page_and_both_signatures_beside_a_row() {
    for paper in [PaperSize::A5, PaperSize::A4] {
        for folders in (1..45).step_by(3) {
            for way in [HandoverWay::Out, HandoverWay::Back, HandoverWay::Results] {
                let sheet = list(way, folders, paper);
                let heads =
                    sheet.pages.iter().filter(|page| lines(page).contains(&"Mã hồ sơ".to_owned()));
                assert_eq!(heads.count(), sheet.pages.len(), "{folders} {way:?} {paper:?}");
                assert_eq!(count(&sheet, "(Ký và ghi rõ họ tên)"), 2);
                // The sixth was undone: it counts no more.
                let total = match folders {
                    ..6 => format!("Tổng số: {folders:02} hồ sơ."),
                    _ => {
                        format!("Tổng số: {:02} hồ sơ, không kể 01 hồ sơ đã hoàn tác.", folders - 1)
                    }
                };
                assert_eq!(count(&sheet, &total), 1, "{total}");
                let codes = sheet.pages.iter().flat_map(lines);
                let codes = codes.filter(|line| line.starts_with("H50.031-261123-")).count();
                assert_eq!(codes, folders);
            }
            let sheet = record(PostWay::FromPost, folders, paper);
            let last = lines(sheet.pages.last().unwrap());
            assert!(
                last.contains(&"Số hiệu bưu gửi".to_owned()) || paper == PaperSize::A5,
                "{last:?}"
            );
            assert_eq!(count(&sheet, "(Ký và ghi rõ họ tên)"), 2);
        }
    }
}

#[test]
fn results_have_the_columns_of_one_stop_offices() {
    let sheet = list(HandoverWay::Results, 6, PaperSize::A4);
    let lines: Vec<String> = sheet.pages.iter().flat_map(lines).collect();
    let head = lines.iter().position(|line| line == "TT").unwrap();
    let head = lines[head..].iter().take_while(|line| *line != "1");
    assert_eq!(
        head.cloned().collect::<Vec<_>>().join(" "),
        "TT Mã hồ sơ Nội dung Kết quả Họ tên chủ hồ sơ Địa chỉ Phí, lệ phí (X là có) Đăng ký trả kết \
         quả qua bưu điện (X là có)"
    );
    assert!(lines.contains(&"(Bàn giao kết quả giải quyết hồ sơ)".to_owned()));
    assert!(lines.contains(&"Chưa có kết quả".to_owned()), "the third brought none");
    // Every other has a fee, every third goes by post.
    assert_eq!(lines.iter().filter(|line| *line == "X").count(), 3 + 2);
    assert!(lines.iter().any(|line| line.contains("(đã hoàn tác)")), "{lines:?}");
}

#[test]
fn a_record_says_who_gave_and_who_took_and_what_was_missing() {
    let read = |way| {
        let sheet = record(way, 3, PaperSize::A4);
        sheet.pages.iter().flat_map(lines).collect::<Vec<_>>().join(" ")
    };
    let post = "Ông (Bà) Võ Văn Thư, nhân viên bưu chính, Bưu điện xã Hướng Hiệp";
    let desk = "Ông (Bà) Trần Thị Bình, Trung tâm Phục vụ hành chính công xã Hướng Hiệp";
    let from = read(PostWay::FromPost);
    assert!(from.contains(&format!("Bên giao: {post}")), "{from}");
    assert!(from.contains(&format!("Bên nhận: {desk}")), "{from}");
    let to = read(PostWay::ToPost);
    assert!(to.contains(&format!("Bên giao: {desk}")), "{to}");
    assert!(to.contains(&format!("Bên nhận: {post}")), "{to}");
    for wanted in [
        "EM123456000VN",
        "H50.031-261123-0042;",
        "giấy tiếp nhận số 0042",
        "Tổng số: 03 hồ sơ, trong đó 02 hồ sơ đầy đủ, 01 hồ sơ chưa đầy đủ.",
        "Ghi chú: Đã giao kèm bản chính giấy tờ.",
        "Số: 0005/BBGN-TTPVHCC",
    ] {
        assert!(from.contains(wanted), "{wanted} is not in {from}");
    }
}
