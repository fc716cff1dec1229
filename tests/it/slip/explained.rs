//! The paper that explains a promise, and what slips say of unusual promises.

use motcua::desk::set_up::shipped_rules;
use motcua::domain::calendar::Calendar;
use motcua::domain::clock_start::{ClockStart, StartReason};
use motcua::domain::deadline::{ReturnHour, due};
use motcua::domain::dossier::Dossier;
use motcua::domain::form_style::FormStyle;
use motcua::domain::limit::Limit;
use motcua::domain::office::PaperSize;
use motcua::domain::past_promise::{Cause, PastPromise};
use motcua::domain::status::Status;
use motcua::domain::waiting::{Wait, WaitKind};
use motcua::forms::appointment_slip::{self, appointment_slip};
use motcua::forms::due_explanation::{self, TITLE, due_explanation};
use motcua::forms::explanation::{Explanation, Promise, explanation};
use motcua::forms::house_style::HouseStyle;
use motcua::forms::mark::SlipMark;
use motcua::forms::sheet::{Item, Sheet};

use super::samples;
use super::slips::lines;

fn calendar() -> Calendar {
    shipped_rules().unwrap().calendar().clone()
}

fn told(dossier: &Dossier, waits: &[Wait], past: &[PastPromise]) -> Explanation {
    explanation(&calendar(), &Promise::of(dossier, ReturnHour::SameHour, waits, past))
}

/// The plain sample with this limit and start.
fn dossier(limit: Limit, start: Option<ClockStart>) -> Dossier {
    let mut dossier = samples::plain();
    (dossier.limit, dossier.start) = (limit, start);
    let counted = due(&calendar(), dossier.counted_from(), limit, ReturnHour::SameHour);
    dossier.due = counted.unwrap();
    dossier
}

/// A dossier for whose promise there is much to tell: papers waited for, a branch before.
fn eventful() -> (Dossier, Explanation) {
    let came = samples::at(2026, 12, 1, 10, 0);
    let start = ClockStart { at: came, reason: StartReason::Papers };
    let dossier = dossier(Limit::CalendarDays(45), Some(start));
    let reason = "phải xác minh tại nơi đăng ký khai sinh trước đây".to_owned();
    let past = [
        PastPromise {
            at: samples::at(2026, 11, 25, 9, 0),
            actor: "Trần Thị Bình".to_owned(),
            cause: Cause::Branch,
            reason: reason.clone(),
            clock_from: samples::received(),
            limit: Limit::WorkingDays(5),
            due: samples::plain().due,
        },
        PastPromise {
            at: samples::at(2026, 11, 26, 15, 0),
            actor: "Trần Thị Bình".to_owned(),
            cause: Cause::Papers,
            reason: "Giấy chứng sinh".to_owned(),
            clock_from: samples::received(),
            limit: Limit::CalendarDays(45),
            due: samples::plain().due,
        },
    ];
    let waits = [Wait {
        kind: WaitKind::Papers,
        from: samples::at(2026, 11, 26, 15, 0),
        until: Some(came),
        reason: "Giấy chứng sinh".to_owned(),
        back_to: Status::InProgress,
    }];
    let told = told(&dossier, &waits, &past);
    (dossier, told)
}

/// Explained samples with their names.
pub(super) fn all() -> Vec<(&'static str, (Dossier, Explanation))> {
    let plain = dossier(Limit::WorkingDays(5), None);
    let told = told(&plain, &[], &[]);
    vec![("plain", (plain, told)), ("eventful", eventful())]
}

fn paper((dossier, told): &(Dossier, Explanation), size: PaperSize) -> Sheet {
    let signed = ("Trần Thị Bình", samples::received().date());
    let office = samples::office();
    let form = FormStyle { paper: size, ..due_explanation::usual(&office) };
    due_explanation(dossier, told, &office, signed, &form, &SlipMark::default())
}

#[test]
fn the_paper_says_everything_the_explanation_says() {
    for (name, sample) in all() {
        for size in [PaperSize::A5, PaperSize::A4] {
            let sheet = paper(&sample, size);
            let read: String = sheet.pages.iter().flat_map(lines).collect::<Vec<_>>().join(" ");
            let squeezed = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
            let read = squeezed(&read);
            let (dossier, told) = &sample;
            let mut wanted = vec![
                TITLE.to_owned(),
                dossier.code.clone(),
                dossier.applicant.name.clone(),
                dossier.procedure.name.clone(),
                "NGƯỜI GIẢI TRÌNH".to_owned(),
                "Trần Thị Bình".to_owned(),
                "Số: 0042/GT-TTPVHCC".to_owned(),
            ];
            wanted.extend(told.basis.iter().chain(&told.promise).chain(&told.rules).cloned());
            let days = told.days.iter().flat_map(|day| [&day.date, &day.counted, &day.reason]);
            wanted.extend(days.cloned());
            for text in wanted {
                // A line may stand on two pages, with the running head in between.
                let text = squeezed(&text);
                let half = text.chars().count() / 2;
                let head: String = text.chars().take(half).collect();
                assert!(read.contains(&head), "{name} {size:?}: {text} is not in {read}");
            }
        }
    }
}

#[test]
fn an_ordinary_explanation_is_short_and_a_long_one_repeats_code_and_head() {
    let [(_, plain), (_, eventful)] = &all()[..] else { panic!("two samples") };
    assert_eq!(paper(plain, PaperSize::A4).pages.len(), 1);
    assert_eq!(paper(plain, PaperSize::A5).pages.len(), 2);
    let long = paper(eventful, PaperSize::A5);
    assert!(long.pages.len() > 1);
    let code = &eventful.0.code;
    for (number, page) in long.pages.iter().enumerate().skip(1) {
        let told = lines(page);
        assert!(told.iter().any(|line| line.contains(code) && line.contains("(tiếp theo)")));
        let table = told.iter().any(|line| line.starts_with("Ngày thứ"));
        assert!(
            !table || told.iter().any(|line| line == "Được tính"),
            "page {number} lost its head"
        );
    }
    // Nobody signs a page that says nothing.
    let last = lines(long.pages.last().unwrap());
    let signs = last.iter().position(|line| line == "NGƯỜI GIẢI TRÌNH").unwrap();
    assert!(signs >= 3, "{last:?}");
}

#[test]
fn nothing_leaves_the_page() {
    for (name, sample) in all() {
        for size in [PaperSize::A5, PaperSize::A4] {
            let frame = HouseStyle::of(size).frame;
            for item in paper(&sample, size).pages.iter().flat_map(|page| &page.items) {
                let bounds = item.bounds();
                let Item::Text(text) = item else { continue };
                let right = frame.left + frame.width();
                assert!(bounds.right() <= right + 0.1, "{name}: {}", text.string);
                assert!(bounds.bottom() <= frame.size.height - 4.0, "{name}: {}", text.string);
            }
        }
    }
}

fn slip_lines(dossier: &Dossier) -> Vec<String> {
    let mut office = samples::office();
    office.slip.copies = vec![String::new()];
    let form = appointment_slip::usual(&office);
    let sheet = appointment_slip(dossier, &office, &form, &SlipMark::default());
    sheet.pages.iter().flat_map(lines).collect()
}

#[test]
fn a_slip_with_two_appointments_prints_both() {
    let mut dossier = dossier(Limit::WorkingDays(5), None);
    for (second, short, long) in [
        (Limit::WorkingDays(3), "3 ngày làm việc", "trong 3 ngày làm việc kể từ ngày nộp chứng từ"),
        (
            Limit::HalfDays(5),
            "2,5 ngày làm việc",
            "trong 2,5 ngày làm việc kể từ ngày nộp chứng từ",
        ),
        (Limit::SameDay, "trong ngày làm việc", "ngay trong ngày nộp chứng từ"),
    ] {
        dossier.second_limit = Some(second);
        let read = slip_lines(&dossier).join(" ");
        for wanted in [
            &format!("5 ngày làm việc (lần hẹn 1), {short} (lần hẹn 2)"),
            "Lần hẹn 1, nhận thông báo nghĩa vụ tài chính: 14 giờ 20 phút, ngày 01 tháng 12 năm 2026",
            &format!("Lần hẹn 2, nhận kết quả: {long}"),
        ] {
            assert!(read.contains(wanted), "{wanted} is not in {read}");
        }
    }
    // Once it is paid, the second appointment is the one that counts.
    let at = samples::at(2026, 12, 2, 8, 0);
    dossier.start = Some(ClockStart { at, reason: StartReason::Payment });
    let read = slip_lines(&dossier).join(" ");
    assert!(!read.contains("lần hẹn") && !read.contains("Lần hẹn"), "{read}");
    assert!(read.contains("(nhận chứng từ thực hiện nghĩa vụ tài chính)"), "{read}");
}

#[test]
fn a_slip_says_from_when_its_time_counts_where_that_is_not_the_receipt() {
    let at = samples::at(2026, 11, 25, 8, 0);
    for (reason, said) in [
        (StartReason::OutOfArea, "cơ quan có thẩm quyền nhận hồ sơ"),
        (StartReason::Post, "ký biên bản giao nhận với bưu chính"),
        (StartReason::OutsideHours, "hồ sơ đến ngoài giờ làm việc"),
        (StartReason::Papers, "nhận đủ giấy tờ bổ sung"),
    ] {
        let dossier = dossier(Limit::WorkingDays(5), Some(ClockStart { at, reason }));
        let read = slip_lines(&dossier).join(" ");
        let line = format!("Thời hạn tính từ: 08 giờ 00 phút, ngày 25 tháng 11 năm 2026 ({said})");
        assert!(read.contains(&line), "{line} is not in {read}");
    }
    let plain = slip_lines(&dossier(Limit::WorkingDays(5), None)).join(" ");
    assert!(!plain.contains("Thời hạn tính từ"));
}

#[test]
fn agreed_and_half_days_are_worded_as_the_form_has_them() {
    for (limit, said) in [
        (Limit::Agreed(Some(samples::at(2026, 12, 4, 10, 0))), "Theo thỏa thuận"),
        (Limit::HalfDays(5), "2,5 ngày làm việc"),
        (Limit::HalfDays(1), "nửa ngày làm việc"),
    ] {
        let read = slip_lines(&dossier(limit, None));
        let line = format!("Thời gian giải quyết hồ sơ theo quy định là: {said}");
        assert!(read.contains(&line), "{line} is not in {read:?}");
    }
}
