//! What a paper says of its own print: reprints, practice; and many papers in one.

use motcua::domain::dossier::Dossier;
use motcua::domain::form_style::FormStyle;
use motcua::domain::office::{Office, PaperSize};
use motcua::forms::appointment_slip::{self, appointment_slip};
use motcua::forms::house_style::HouseStyle;
use motcua::forms::mark::{PRACTICE, Reprint, SlipMark};
use motcua::forms::sheet::{Item, Rect, Sheet};
use proptest::prelude::*;

use super::samples;
use super::slips::lines;

/// A second reprint for `reason`.
pub(crate) fn reprint(reason: &str) -> SlipMark {
    let at = samples::at(2026, 11, 23, 10, 42);
    let reprint = Some(Reprint { copy: 2, at, reason: reason.to_owned() });
    SlipMark { reprint, ..SlipMark::default() }
}

const SENTENCE: &str =
    "Bản in lại lần 2, 10 giờ 42 phút, ngày 23 tháng 11 năm 2026. Lý do: sửa tên";

fn practice_office() -> Office {
    Office { practice: true, ..samples::office() }
}

/// The items of `marked` that are not in `plain`, page by page.
fn added<'a>(marked: &'a Sheet, plain: &Sheet) -> Vec<Vec<&'a Item>> {
    let pages = marked.pages.iter().zip(&plain.pages);
    pages
        .map(|(page, plain)| page.items.iter().filter(|item| !plain.items.contains(item)).collect())
        .collect()
}

fn overlap(a: Rect, b: Rect) -> bool {
    let tiny = 0.02;
    a.x + tiny < b.right()
        && b.x + tiny < a.right()
        && a.y + tiny < b.bottom()
        && b.y + tiny < a.bottom()
}

fn slip(dossier: &Dossier, office: &Office, paper: PaperSize, mark: &SlipMark) -> Sheet {
    let form = FormStyle { paper, ..appointment_slip::usual(office) };
    appointment_slip(dossier, office, &form, mark)
}

#[test]
fn a_first_print_in_an_office_bears_no_mark() {
    let sheet = slip(&samples::plain(), &samples::office(), PaperSize::A5, &SlipMark::default());
    let all: Vec<String> = sheet.pages.iter().flat_map(lines).collect();
    assert!(!all.iter().any(|line| line.contains("Bản in lại") || line.contains("BẢN TẬP")));
}

#[test]
fn a_reprint_says_so_on_every_page_and_moves_nothing() {
    for paper in [PaperSize::A5, PaperSize::A4] {
        for (name, dossier) in samples::all() {
            let office = samples::office();
            let plain = slip(&dossier, &office, paper, &SlipMark::default());
            let marked = slip(&dossier, &office, paper, &reprint("sửa tên"));
            assert_eq!(marked.pages.len(), plain.pages.len(), "{name}");
            for (page, added) in marked.pages.iter().zip(added(&marked, &plain)) {
                assert!(lines(page).contains(&SENTENCE.to_owned()), "{name}");
                assert_eq!(added.len(), 1, "{name}: {added:?}");
            }
        }
    }
}

#[test]
fn a_practice_office_cannot_print_without_its_mark() {
    for paper in [PaperSize::A5, PaperSize::A4] {
        for mark in [SlipMark::default(), reprint("sửa tên")] {
            let sheet = slip(&samples::long(), &practice_office(), paper, &mark);
            assert!(sheet.pages.len() > 2);
            let marked = |page| lines(page).iter().filter(|line| *line == PRACTICE).count();
            assert!(sheet.pages.iter().all(|page| marked(page) == 1));
        }
    }
    let asked = SlipMark { practice: true, ..SlipMark::default() };
    let sheet = slip(&samples::plain(), &samples::office(), PaperSize::A5, &asked);
    assert!(sheet.pages.iter().all(|page| lines(page).contains(&PRACTICE.to_owned())));
}

#[test]
fn slips_are_joined_in_order_with_their_own_page_numbers() {
    let office = samples::office();
    let sheets: Vec<Sheet> = [samples::long(), samples::plain()]
        .iter()
        .map(|dossier| slip(dossier, &office, PaperSize::A5, &SlipMark::default()))
        .collect();
    let pages: Vec<_> = sheets.iter().flat_map(|sheet| sheet.pages.clone()).collect();
    let joined = Sheet::join(sheets.clone()).unwrap();
    assert_eq!(joined.pages, pages);
    assert_eq!(joined.subject, format!("{0}, {0}", samples::plain().code));
    assert!(joined.title.ends_with(" và 1 giấy khác"), "{}", joined.title);
    assert_eq!(Sheet::join(vec![sheets[0].clone()]).as_ref(), Some(&sheets[0]));
    assert_eq!(Sheet::join(Vec::new()), None);
    let other = slip(&samples::plain(), &office, PaperSize::A4, &SlipMark::default());
    assert_eq!(Sheet::join(vec![sheets[0].clone(), other]), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_mark_touches_a_field_or_a_code_or_leaves_what_printers_reach(
        reason in prop_oneof!["[A-ZĐẰỆa-zđằệ ]{1,120}", "W{120}", "\\PC{1,120}"],
        sample in 0..6_usize, a4 in any::<bool>(), practice in any::<bool>(),
    ) {
        let paper = if a4 { PaperSize::A4 } else { PaperSize::A5 };
        let office = if practice { practice_office() } else { samples::office() };
        let (_, dossier) = &samples::all()[sample];
        let sheet = slip(dossier, &office, paper, &reprint(&reason));
        let style = HouseStyle::of(paper);
        let frame = style.frame;
        for page in &sheet.pages {
            // Of a mark: below the text of the page and above its foot, or above everything.
            let is_mark = |item: &&Item| match item {
                Item::Text(text) => {
                    (text.size - style.mark).abs() < 0.01 || text.string == PRACTICE
                }
                Item::Rule(rule) => rule.thickness > 0.3,
                Item::Symbol(_) => false,
            };
            let (marks, others): (Vec<_>, Vec<_>) = page.items.iter().partition(is_mark);
            prop_assert!(marks.iter().any(|item| matches!(item, Item::Text(text)
                if text.string.starts_with("Bản in lại lần 2, 10 giờ 42 phút"))));
            let frames = marks.iter().filter(|item| matches!(item, Item::Rule(_))).count();
            prop_assert_eq!(frames, if practice { 4 } else { 0 });
            for mark in &marks {
                let area = mark.bounds();
                prop_assert!(area.x >= frame.left - 0.02, "{:?}", mark);
                prop_assert!(area.right() <= frame.left + frame.width() + 0.02, "{:?}", mark);
                prop_assert!(area.y >= 5.0 && area.bottom() <= frame.size.height - 4.0);
                for other in &others {
                    prop_assert!(!overlap(area, other.bounds()), "{:?} on {:?}", mark, other);
                }
            }
        }
    }
}
