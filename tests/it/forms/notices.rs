//! Forms 02 to 05 and the control sheet: what stands on them, and what becomes of much of it.

use motcua::domain::form_style::FormKind;
use motcua::domain::notice::NoticeKind;
use motcua::domain::office::PaperSize;
use motcua::forms::control_sheet::control_sheet;
use motcua::forms::mark::{SlipMark, VOID};
use motcua::forms::sheet::Sheet;
use motcua::forms::words::DOTS;

use super::samples::{self, addressee, hands, many_hands, notice, notice_paper, office};
use crate::slip::slips::lines;

fn all_lines(sheet: &Sheet) -> Vec<String> {
    sheet.pages.iter().flat_map(lines).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The text of all pages without white space and without the heads of the later ones.
fn read(sheet: &Sheet) -> String {
    let heads = |line: &String| !line.ends_with("(tiếp theo)") && !line.starts_with("Trang ");
    all_lines(sheet).into_iter().filter(heads).map(|line| squeezed(&line)).collect()
}

#[test]
fn nothing_that_was_decided_is_lost_however_long_it_is() {
    let to = samples::long_addressee();
    for kind in NoticeKind::ALL {
        let notice = samples::long_notice(kind);
        for paper in [PaperSize::A5, PaperSize::A4] {
            let sheet = notice_paper(&notice, &to, paper);
            let read: String = read(&sheet).replace(VOID.replace(' ', "").as_str(), "");
            let mut wanted = vec![&notice.content.reason, &to.name];
            wanted.extend(&notice.content.items);
            if kind != NoticeKind::Apology && kind != NoticeKind::Stop {
                wanted.extend([&to.address, &to.email, &to.subject]);
            }
            for text in wanted {
                assert!(read.contains(&squeezed(text)), "{kind:?} {paper:?}: {text}");
            }
        }
    }
}

#[test]
fn a_notice_is_numbered_among_its_kind_and_bears_the_dossiers_code() {
    let numbers = ["0012/PBS-TTPVHCC", "0012/PTC-TTPVHCC", "0012/PXL", "0012/TB-TTPVHCC"];
    for (kind, number) in NoticeKind::ALL.into_iter().zip(numbers) {
        let sheet = notice_paper(&notice(kind), &addressee(), PaperSize::A5);
        assert_eq!(sheet.pages.len(), 1, "{kind:?}");
        let lines = all_lines(&sheet);
        assert!(lines.contains(&format!("Số: {number}")), "{lines:?}");
        assert!(lines.contains(&"Mã hồ sơ: H50.031-261123-0042".to_owned()), "{lines:?}");
        assert_eq!(sheet.subject, "H50.031-261123-0042");
    }
}

#[test]
fn before_a_dossier_there_is_no_code_and_pages_are_told_by_the_number() {
    let notice = samples::long_notice(NoticeKind::Supplement);
    let sheet = notice_paper(&notice, &samples::long_addressee(), PaperSize::A5);
    assert!(sheet.pages.len() > 1);
    for (place, page) in sheet.pages.iter().enumerate() {
        let lines = lines(page);
        assert!(!lines.iter().any(|line| line.starts_with("Mã hồ sơ: ")), "{lines:?}");
        let head = "Số: 0012/PBS-TTPVHCC (tiếp theo)".to_owned();
        assert_eq!(lines.contains(&head), place > 0, "{lines:?}");
    }
    assert_eq!(sheet.subject, "Số: 0012/PBS-TTPVHCC");
}

#[test]
fn every_page_of_an_undone_notice_says_so() {
    for kind in NoticeKind::ALL {
        let long = samples::long_notice(kind);
        let sheet = notice_paper(&long, &samples::long_addressee(), PaperSize::A5);
        assert!(sheet.pages.len() > 1);
        let marked = |page| lines(page).iter().filter(|line| *line == VOID).count();
        assert!(sheet.pages.iter().all(|page| marked(page) == 1), "{kind:?}");
        let plain = notice_paper(&notice(kind), &addressee(), PaperSize::A5);
        assert!(plain.pages.iter().all(|page| marked(page) == 0), "{kind:?}");
    }
}

#[test]
fn signatures_never_stand_alone_on_a_page() {
    for kind in NoticeKind::ALL {
        for letters in (0..2_400).step_by(60) {
            let mut notice = notice(kind);
            notice.content.reason = samples::long_reason().chars().take(letters).collect();
            let sheet = notice_paper(&notice, &addressee(), PaperSize::A5);
            let last = lines(sheet.pages.last().unwrap());
            let signs = last.iter().position(|line| line.starts_with("(Ký")).unwrap();
            assert!(signs >= 2, "{kind:?} {letters}: {last:?}");
        }
    }
}

#[test]
fn what_an_apology_does_not_know_stays_to_be_written() {
    let mut open = notice(NoticeKind::Apology);
    (open.content.promised, open.content.put_off_to) = (None, None);
    let form = samples::form(FormKind::Apology, PaperSize::A4);
    let (day, mark) = (Some(samples::received()), SlipMark::default());
    let sheet =
        motcua::forms::notice::notice_sheet(&open, &addressee(), day, &office(), &form, &mark);
    let read = read(&sheet);
    let date = squeezed(&format!("ngày {DOTS} tháng {DOTS} năm {DOTS}"));
    assert!(read.contains(&format!("{DOTS}giờ{DOTS},{date}.")), "{read}");
    assert!(read.contains(&format!("vào{date}.")), "{read}");
    assert!(read.ends_with("(Ký,ghirõhọtên,đóngdấu)"), "{read}");
}

fn control(count: usize, paper: PaperSize) -> Sheet {
    let lines: Vec<_> = hands().into_iter().cycle().take(count).collect();
    control_of(&lines, paper)
}

fn control_of(lines: &[motcua::domain::hands::ControlLine], paper: PaperSize) -> Sheet {
    let form = samples::form(FormKind::ControlSheet, paper);
    let day = samples::received().date();
    control_sheet(&samples::plain(), lines, &office(), &form, day, &SlipMark::default())
}

#[test]
fn a_control_sheet_has_four_blocks_and_one_for_what_comes_next() {
    for (count, blocks) in [(0, 4), (1, 4), (3, 4), (4, 5), (30, 31)] {
        let sheet = control(count, PaperSize::A5);
        let lines = all_lines(&sheet);
        let gave = lines.iter().filter(|line| line.starts_with("1. Giao: ")).count();
        assert_eq!(gave, blocks, "{count} changes of hands");
        let open = lines.iter().filter(|line| line.starts_with("…… giờ …… phút")).count();
        assert_eq!(open, blocks - count);
        for signs in ["Người giao", "Người nhận"] {
            assert_eq!(lines.iter().filter(|line| *line == signs).count(), blocks);
        }
    }
    let empty = all_lines(&control(0, PaperSize::A4));
    assert!(empty.contains(&"1. Giao: Trung tâm Phục".to_owned()), "{empty:?}");
    let mut ended = samples::plain();
    ended.ended_at = Some(samples::received());
    let form = samples::form(FormKind::ControlSheet, PaperSize::A5);
    let four: Vec<_> = hands().into_iter().cycle().take(4).collect();
    let day = samples::received().date();
    let sheet = control_sheet(&ended, &four, &office(), &form, day, &SlipMark::default());
    let gave = all_lines(&sheet).iter().filter(|line| line.starts_with("1. Giao: ")).count();
    assert_eq!(gave, 4, "nothing comes after the end");
}

#[test]
fn a_long_control_sheet_repeats_its_head_and_keeps_every_block_whole() {
    for paper in [PaperSize::A5, PaperSize::A4] {
        let lines_given = many_hands();
        let sheet = control_of(&lines_given, paper);
        assert!(sheet.pages.len() > 3);
        for page in &sheet.pages {
            let lines = lines(page);
            let count = |wanted: &str| lines.iter().filter(|line| *line == wanted).count();
            assert_eq!(count("Ghi chú"), 1, "the head of the table");
            assert_eq!(count("Người giao"), count("Người nhận"));
        }
        let read = read(&sheet);
        for line in &lines_given {
            for text in [&line.from_unit, &line.to_name] {
                assert!(read.contains(&squeezed(text)), "{paper:?}: {text}");
            }
        }
        // A long note has a row of its own, in one piece.
        let note = squeezed(&lines_given[3].note);
        assert_eq!(read.matches(&note).count(), 4, "{paper:?}");
    }
}

#[test]
fn a_control_sheet_names_who_handles_and_who_helps() {
    let sheet = control_of(&hands(), PaperSize::A4);
    let lines = all_lines(&sheet);
    for wanted in [
        "Số: 0042/PKS-TTPVHCC",
        "Mã số hồ sơ: H50.031-261123-0042",
        "Cơ quan (bộ phận) giải quyết hồ sơ: Tư pháp - hộ tịch - UBND xã Hướng Hiệp",
        "Hẹn trả kết quả vào 14 giờ 20 phút, ngày 01 tháng 12 năm 2026",
        "Trước hạn",
        "Đúng hạn",
    ] {
        assert!(lines.contains(&wanted.to_owned()), "{wanted} is not in {lines:?}");
    }
    let helps = lines.iter().find(|line| line.starts_with("Cơ quan phối hợp")).unwrap();
    assert!(!helps.contains("Lãnh đạo"), "the office's own steps are nobody else's: {helps}");
}
