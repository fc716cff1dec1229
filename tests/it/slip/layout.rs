//! Measuring, wrapping, stacking, page breaks and symbols.

use motcua::forms::flow::{Align, Flow, Frame, Strip, Style};
use motcua::forms::font::{Face, printable, width};
use motcua::forms::paragraph::{Line, Run, bold, fit, italic, regular, wrap, wrap_balanced};
use motcua::forms::sheet::{Item, Page, Size};
use motcua::forms::symbol::{self, code128, qr};
use motcua::forms::table::{Column, Table};
use proptest::prelude::*;

use super::slips::texts;

const LOWER: &str = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữự\
                     vwxyỳýỷỹỵz";

/// Rounding of sums of millimetres.
const SLACK: f32 = 0.02;

fn text_of(line: &Line) -> String {
    line.pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

#[test]
fn every_vietnamese_letter_has_a_glyph_of_its_own() {
    let ascii: String = (' '..='~').collect();
    let letters = format!("{ascii}{LOWER}{}–—…“”‘’°²³½×÷", LOWER.to_uppercase());
    for face in Face::ALL {
        let mut glyphs = std::collections::HashMap::new();
        for letter in letters.chars() {
            let glyph = face.glyph(letter).unwrap_or_else(|| panic!("{face:?} lacks {letter}"));
            let other = glyphs.insert(glyph, letter).unwrap_or(letter);
            assert_eq!(other, letter, "{face:?} draws two letters alike");
            assert!(face.advance(letter) > 0.0);
        }
    }
}

#[test]
fn what_cannot_be_printed_is_replaced_and_never_an_empty_box() {
    let cases = [
        ("Đặng Thị Ưởng", "Đặng Thị Ưởng"),
        ("Tie\u{302}\u{301}p nha\u{323}\u{302}n", "Tiếp nhận"),
        ("tab\tline\nend", "tab line end"),
        ("zero\u{200b}width\u{202e}turned\u{feff}", "zerowidthturned"),
        ("bell\u{7}", "bell"),
        ("姓名 😀", "?? ?"),
        ("5\u{a0}ngày", "5\u{a0}ngày"),
    ];
    for (given, expected) in cases {
        assert_eq!(printable(given), expected, "{given:?}");
    }
}

#[test]
fn widths_are_those_of_times() {
    // Times New Roman: m is 778, i 278, space 250 thousandths of the type size.
    let inch = 25.4 / 72.0;
    for (text, thousandths) in [("m", 778.0), ("i", 278.0), (" ", 250.0), ("mi ", 1306.0)] {
        let measured = width(text, Face::Regular, 10.0);
        let expected: f32 = thousandths / 1000.0 * 10.0 * inch;
        assert!((measured - expected).abs() < 0.02, "{text:?}: {measured} for {expected}");
    }
    assert!(width("Hồ sơ", Face::Bold, 10.0) > width("Hồ sơ", Face::Regular, 10.0));
}

#[test]
fn bold_and_regular_wrap_as_one_text() {
    let runs = [regular("Tiếp nhận hồ sơ của: "), bold("Hồ Thị Hương"), regular(", trú tại xã")];
    let one = wrap(&runs, 11.0, 200.0);
    assert_eq!(
        one.iter().map(text_of).collect::<Vec<_>>(),
        ["Tiếp nhận hồ sơ của: Hồ Thị Hương, trú tại xã"]
    );
    assert_eq!(one[0].pieces.len(), 3);
    assert_eq!(one[0].pieces[1].face, Face::Bold);
    // The comma belongs to the bold word before it and never starts a line.
    for narrow in 15..80_u8 {
        for line in wrap(&runs, 11.0, f32::from(narrow)) {
            assert!(!text_of(&line).starts_with([',', ' ']), "{narrow} mm");
            assert!(!text_of(&line).ends_with(' '), "{narrow} mm");
        }
    }
}

#[test]
fn long_codes_break_after_a_sign_and_dates_stay_whole() {
    let code = [regular("000.00.13.H50.031-261123-0042/ABCDEF")];
    let lines = wrap(&code, 11.0, 40.0);
    let lines: Vec<String> = lines.iter().map(text_of).collect();
    assert!(lines.len() > 1 && lines[0].ends_with(['.', '-', '/']), "{lines:?}");
    let dated = wrap(&[regular("ngày cấp 23/11/2026")], 11.0, 30.0);
    assert_eq!(dated.iter().map(text_of).collect::<Vec<_>>(), ["ngày cấp", "23/11/2026"]);
    let glued = wrap(&[regular("Email:\u{a0}a@b.vn")], 11.0, 100.0);
    assert_eq!(glued.iter().map(text_of).collect::<Vec<_>>(), ["Email: a@b.vn"]);
}

#[test]
fn headings_are_balanced() {
    let runs = [bold("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG")];
    let lines: Vec<String> = wrap_balanced(&runs, 9.5, 47.0).iter().map(text_of).collect();
    assert_eq!(lines, ["TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"]);
}

#[test]
fn what_does_not_fit_ends_in_an_ellipsis() {
    assert_eq!(fit("Liên 1", Face::Italic, 8.0, 50.0), "Liên 1");
    let cut = fit("Liên 1: Lưu tại bộ phận tiếp nhận", Face::Italic, 8.0, 20.0);
    assert!(cut.starts_with("Liên 1") && cut.ends_with('…'), "{cut}");
    assert!(width(&cut, Face::Italic, 8.0) <= 20.0);
    assert_eq!(fit("Liên", Face::Italic, 8.0, 0.1), "");
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-zđăâêôơư]{1,7}",
        2 => "[ẠẮẦỆỖỢỬỲA-Z0-9./-]{1,14}",
        1 => "[0-9./@-]{20,60}",
        1 => "\\PC{1,12}",
    ];
    proptest::collection::vec(word, 0..25).prop_map(|words| words.join(" "))
}

fn runs() -> impl Strategy<Value = Vec<Run>> {
    let run = (words(), 0..3_u8).prop_map(|(text, face)| match face {
        0 => regular(text),
        1 => bold(text),
        _ => italic(text),
    });
    proptest::collection::vec(run, 0..4)
}

proptest! {
    #[test]
    fn no_line_is_wider_than_its_box_and_no_letter_is_lost(
        runs in runs(), size in 7.0..16.0_f32, box_width in 12.0..180.0_f32,
    ) {
        let given: String = runs.iter().map(|run| printable(&run.text)).collect();
        for lines in [wrap(&runs, size, box_width), wrap_balanced(&runs, size, box_width)] {
            let mut set = String::new();
            for line in &lines {
                prop_assert!(line.width <= box_width + SLACK, "{} > {box_width}", line.width);
                let measured: f32 =
                    line.pieces.iter().map(|piece| width(&piece.text, piece.face, size)).sum();
                prop_assert!((measured - line.width).abs() < SLACK);
                prop_assert!(!text_of(line).is_empty());
                set.push_str(&text_of(line));
            }
            prop_assert_eq!(without_spaces(&set), without_spaces(&given));
        }
    }

    #[test]
    fn pages_hold_every_strip_once_and_nothing_leaves_the_frame(
        blocks in proptest::collection::vec((runs(), any::<bool>(), 0..4_u8), 0..20),
    ) {
        let frame = frame();
        let mut flow = Flow::new(frame.width());
        let mut given = Vec::new();
        for (runs, kept, kind) in &blocks {
            let style = Style { keep_with_next: *kept, ..Style::new(11.0).after(0.7) };
            match kind {
                0 => flow.space(3.0),
                1 => {
                    let mut part = Flow::new(frame.width());
                    part.paragraph(runs, &style);
                    flow.together(part);
                }
                _ => flow.paragraph(runs, &style),
            }
            if *kind > 0 {
                given.extend(wrap(runs, 11.0, frame.width()).iter().map(text_of));
            }
        }
        let pages = flow.paginate(&frame);
        let drawn: String = pages.iter().flat_map(texts).collect();
        prop_assert_eq!(without_spaces(&drawn), without_spaces(&given.concat()));
        for page in &pages {
            inside(page, &frame)?;
        }
        prop_assert!(pages.len() == 1 || pages.iter().all(|page| !page.items.is_empty()));
    }

    #[test]
    fn tables_keep_all_rows_and_repeat_their_head(
        names in proptest::collection::vec(words(), 0..30), before in 0.0..60.0_f32,
    ) {
        let frame = frame();
        let mut flow = Flow::new(frame.width());
        flow.paragraph(&[regular("before")], &Style::new(11.0));
        flow.space(before);
        table(&names, frame.width()).add_to(&mut flow);
        let pages = flow.paginate(&frame);
        let mut rows = String::new();
        for page in &pages {
            inside(page, &frame)?;
            let mut all: Vec<&str> = texts(page).collect();
            let heads = all.iter().filter(|text| **text == "HEAD").count();
            prop_assert_eq!(heads, usize::from(all.iter().any(|text| *text != "before")));
            all.retain(|text| *text != "HEAD" && *text != "before");
            rows.push_str(&all.concat());
        }
        let mut letters: Vec<char> = without_spaces(&rows).chars().collect();
        let mut given: Vec<char> = names
            .iter()
            .enumerate()
            .flat_map(|(index, name)| without_spaces(&format!("№{index}{}", printable(name))).chars().collect::<Vec<_>>())
            .collect();
        letters.sort_unstable();
        given.sort_unstable();
        prop_assert_eq!(letters, given);
    }
}

fn frame() -> Frame {
    let size = Size { width: 110.0, height: 90.0 };
    Frame { size, left: 12.0, right: 8.0, top: 10.0, next_top: 16.0, bottom: 9.0 }
}

fn table(names: &[String], width: f32) -> Table {
    let column = |share: f32, head: &str| Column {
        width: width * share,
        align: Align::Left,
        head: vec![bold(head)],
    };
    let row = |(index, name): (usize, &String)| {
        vec![vec![regular(format!("№{index}"))], vec![regular(name.clone())]]
    };
    Table {
        columns: vec![column(0.2, ""), column(0.8, "HEAD")],
        group: None,
        rows: names.iter().enumerate().map(row).collect(),
        style: Style::new(11.0),
        side: 1.0,
        pad: 0.3,
    }
}

fn inside(page: &Page, frame: &Frame) -> Result<(), TestCaseError> {
    for item in &page.items {
        let area = item.bounds();
        prop_assert!(area.x >= frame.left - SLACK, "{item:?} is too far left");
        prop_assert!(area.right() <= frame.left + frame.width() + SLACK, "{item:?} too far right");
        prop_assert!(area.y >= frame.top - SLACK, "{item:?} is too high");
        prop_assert!(area.bottom() <= frame.limit() + 0.05, "{item:?} is too low");
    }
    Ok(())
}

#[test]
fn bound_strips_share_a_page_when_one_can_hold_them() {
    let frame = frame();
    let line = |name: &str, bound| Strip {
        height: 10.0,
        items: Style::new(9.0).set(wrap(&[regular(name)], 9.0, 50.0).remove(0), 0.0, 0.0, 50.0),
        bound,
        ..Strip::default()
    };
    // The first page has room for seven strips, the next ones for six.
    let mut flow = Flow::new(frame.width());
    for name in ["a", "b", "c", "d", "e"] {
        flow.push(line(name, false));
    }
    let mut end = Flow::new(frame.width());
    for name in ["f", "g", "h"] {
        end.push(line(name, false));
    }
    flow.together(end);
    let pages = flow.paginate(&frame);
    let pages: Vec<String> = pages.iter().map(|page| texts(page).collect()).collect();
    assert_eq!(pages, ["abcde", "fgh"]);

    // Too many for any page: they fill the rest of the first one.
    let mut flow = Flow::new(frame.width());
    for name in ["a", "b", "c", "d", "e", "f", "g", "h", "i"] {
        flow.push(line(name, true));
    }
    let pages = flow.paginate(&frame);
    let pages: Vec<String> = pages.iter().map(|page| texts(page).collect()).collect();
    assert_eq!(pages, ["abcdefg", "hi"]);
}

#[test]
fn a_row_cut_by_the_page_end_is_closed_below_and_its_upright_rules_are_whole() {
    let frame = frame();
    let mut flow = Flow::new(frame.width());
    let text = vec!["chữ"; 400].join(" ");
    table(&[text], frame.width()).add_to(&mut flow);
    let pages = flow.paginate(&frame);
    assert!(pages.len() > 1);
    for page in &pages {
        let rules = page.items.iter().filter_map(|item| match item {
            Item::Rule(rule) => Some(*rule),
            _ => None,
        });
        let (upright, level): (Vec<_>, Vec<_>) = rules.partition(|rule| rule.y1 < rule.y2);
        assert_eq!(upright.len(), 3, "three uprights, each in one piece");
        let lowest = level.iter().map(|rule| rule.y1).fold(0.0, f32::max);
        for rule in upright {
            assert!((rule.y2 - lowest).abs() < SLACK, "{rule:?} does not end at {lowest}");
        }
    }
}

#[test]
fn an_empty_column_is_still_a_page() {
    let mut flow = Flow::new(50.0);
    flow.space(500.0);
    assert_eq!(flow.paginate(&frame()).len(), 1);
}

#[test]
fn code_128_packs_digits_and_keeps_its_bars_wide_enough() {
    let national = code128("H50.031-261123-0042", 200.0, 9.0).unwrap();
    // 19 signs with digits in pairs: start, 8, C, 3, B, 1, C, 2, check, 13 modules to stop.
    let modules = 19.0 * 11.0 + 13.0 + 20.0;
    assert!((national.area.width - modules * symbol::WIDEST_BAR).abs() < SLACK);
    assert!(code128("ABCDEFGHIJ-KLMNOPQRST-UVWXYZ-ABCDEFGHI", 124.0, 9.0).is_some());
    let narrow = modules * symbol::NARROWEST_BAR;
    assert!(code128("H50.031-261123-0042", narrow + 0.01, 9.0).is_some());
    assert!(code128("H50.031-261123-0042", narrow - 0.01, 9.0).is_none());
    assert!(code128("HỒ SƠ 42", 200.0, 9.0).is_none(), "no letters outside ASCII");
    assert!(code128("", 200.0, 9.0).is_none());
    assert!(code128("7", 200.0, 9.0).is_none());
}

proptest! {
    #[test]
    fn symbols_leave_their_quiet_zones_white(code in "[A-Z0-9./-]{2,38}") {
        let bars = code128(&code, 130.0, 9.0).unwrap();
        let narrowest = bars.bars.iter().map(|bar| bar.width).fold(f32::MAX, f32::min);
        prop_assert!(narrowest >= symbol::NARROWEST_BAR - 0.001);
        let quiet = 10.0 * narrowest - SLACK;
        for bar in &bars.bars {
            prop_assert!(bar.x >= quiet && bar.right() <= bars.area.width - quiet);
        }
        let square = qr(&code, 16.0).unwrap();
        let quiet = 4.0 * 16.0 / 41.0;
        for bar in &square.bars {
            prop_assert!(bar.x > quiet && bar.right() < 16.0 - quiet);
            prop_assert!(bar.y > quiet && bar.bottom() < 16.0 - quiet);
        }
        for (index, one) in square.bars.iter().enumerate() {
            for other in &square.bars[index + 1..] {
                let apart = one.right() <= other.x + 0.001 || other.right() <= one.x + 0.001
                    || one.bottom() <= other.y + 0.001 || other.bottom() <= one.y + 0.001;
                prop_assert!(apart, "{one:?} overlaps {other:?}");
            }
        }
    }
}
