//! *Biên bản giao nhận hồ sơ* with the post: the legal moment of dossiers that come by post, and the
//! proof of results that go out by it (Decision 45/2016/QĐ-TTg).
//!
//! The decision says what is noted: the dossiers with the numbers of their slips, whether they are
//! complete, and who gave and took them; it prescribes no layout.

use super::fields::field;
use super::flow::{Align, Style};
use super::letter::Letter;
use super::mark::SlipMark;
use super::paragraph::{Run, bold, italic, regular};
use super::running::Head;
use super::sheet::Sheet;
use super::signatures::{self, Signer};
use super::style;
use super::table::Table;
use super::words::{full_desk_name, moment, or_dots};
use crate::domain::form_style::FormStyle;
use crate::domain::office::{Office, PaperSize};
use crate::domain::time::OfficeTime;

/// The title of the form.
pub const TITLE: &str = "BIÊN BẢN GIAO NHẬN HỒ SƠ";

/// Which way dossiers go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostWay {
    /// Dossiers that applicants sent: the postman gives, the desk takes.
    FromPost,
    /// Results that go out: the desk gives, the postman takes.
    ToPost,
}

/// Who gives and takes, where and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostHead {
    /// Which way they go.
    pub way: PostWay,
    /// The number of the record in its year; 0 leaves it to be written.
    pub number: i64,
    /// The postal enterprise or post office; empty leaves it to be written.
    pub post_office: String,
    /// The postman; empty leaves the name to be written.
    pub postman: String,
    /// The desk's officer.
    pub officer: String,
    /// When.
    pub at: OfficeTime,
    /// A note; may be empty.
    pub note: String,
}

/// A dossier on the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostLine {
    /// The code on the consignment's bill.
    pub bill: String,
    /// The dossier's code; empty where it has none yet.
    pub code: String,
    /// The number of its appointment slip; 0 where none was given.
    pub slip_number: i64,
    /// Whose dossier it is.
    pub applicant: String,
    /// What is asked for.
    pub subject: String,
    /// Whether everything that should be in it was found in it.
    pub complete: bool,
    /// A note: what is missing; may be empty.
    pub note: String,
    /// Whether it was undone since.
    pub undone: bool,
}

/// How it is printed unless the office decides otherwise.
#[must_use]
pub fn usual(office: &Office) -> FormStyle {
    let number = style::number_line("BBGN", office);
    style::plain(TITLE, number, "CÁN BỘ GIAO NHẬN HỒ SƠ", PaperSize::A4)
}

const COLUMNS: [(f32, Align, &str); 6] = [
    (0.060, Align::Centre, "TT"),
    (0.205, Align::Left, "Số hiệu bưu gửi"),
    (0.260, Align::Left, "Mã hồ sơ, số giấy tiếp nhận"),
    (0.240, Align::Left, "Chủ hồ sơ, nội dung"),
    (0.105, Align::Centre, "Tình trạng hồ sơ"),
    (0.130, Align::Left, "Ghi chú"),
];

/// Makes the record of the dossiers in `lines`.
#[must_use]
pub fn post_record(
    head: &PostHead,
    lines: &[PostLine],
    office: &Office,
    form: &FormStyle,
    mark: &SlipMark,
) -> Sheet {
    let letter = Letter::new(office, form, mark);
    let house = &letter.house;
    let mut flow = letter.begin(head.number, head.at.date());
    let law = [italic("(Theo Quyết định số 45/2016/QĐ-TTg của Thủ tướng Chính phủ)")];
    flow.paragraph(&law, &house.text().centred().after(house.gap * 3.0).kept());
    let desk = full_desk_name(office);
    let today = format!("Vào hồi {}, tại {desk}, hai bên gồm có:", moment(head.at));
    flow.paragraph(&[regular(today)], &house.text().kept());
    let post = format!(
        "Ông (Bà) {}, nhân viên bưu chính, {}",
        or_dots(head.postman.trim()),
        or_dots(head.post_office.trim())
    );
    let own = format!("Ông (Bà) {}, {desk}", or_dots(head.officer.trim()));
    let (gives, takes) = match head.way {
        PostWay::FromPost => (post, own),
        PostWay::ToPost => (own, post),
    };
    field(&mut flow, house, "Bên giao", bold(gives));
    field(&mut flow, house, "Bên nhận", bold(takes));
    let what = match head.way {
        PostWay::FromPost => {
            "Hai bên đã giao nhận hồ sơ do cá nhân, tổ chức gửi qua dịch vụ bưu chính:"
        }
        PostWay::ToPost => "Hai bên đã giao nhận kết quả giải quyết để trả qua dịch vụ bưu chính:",
    };
    flow.paragraph(&[regular(what)], &house.text().after(house.gap * 2.0).kept());
    let mut table = Table::of_house(flow.width(), house, &COLUMNS);
    table.style = Style::new(house.cell);
    table.pad = house.cell * 0.06;
    table.rows = (1..).zip(lines).map(|(number, line)| row(number, line)).collect();
    table.add_to(&mut flow);
    // Nobody signs a page that says nothing.
    flow.keep_last();
    flow.space(house.gap * 2.0);

    let mut end = letter.flow();
    end.paragraph(&[regular(total(lines))], &house.text());
    if !head.note.trim().is_empty() {
        field(&mut end, house, "Ghi chú", regular(head.note.trim()));
    }
    let agreed = "Biên bản đã được hai bên đọc lại, thống nhất và cùng ký tên.";
    end.paragraph(&[regular(agreed)], &house.text());
    end.space(house.gap * 3.0);
    let postman = Signer { role: "NHÂN VIÊN BƯU CHÍNH", name: head.postman.trim() };
    signatures::add(&mut end, house, Some(postman), letter.signer(head.officer.trim()));
    flow.together(end);
    let number = letter.number(head.number);
    letter.finish(flow, Head::Paper(&number), &number)
}

fn row(number: usize, line: &PostLine) -> Vec<Vec<Run>> {
    let slip = match (line.code.trim(), line.slip_number) {
        ("", 1..) => format!("Giấy tiếp nhận số {:04}", line.slip_number),
        (code, 1..) => format!("{code}; giấy tiếp nhận số {:04}", line.slip_number),
        (code, _) => code.to_owned(),
    };
    let complete = if line.complete { "Đầy đủ" } else { "Chưa đầy đủ" };
    vec![
        vec![regular(number.to_string())],
        vec![regular(or_dots(&line.bill))],
        vec![regular(slip)],
        vec![bold(&line.applicant), regular(format!("; {}", or_dots(&line.subject)))],
        vec![regular(complete)],
        vec![regular(&line.note), italic(if line.undone { " (đã hoàn tác)" } else { "" })],
    ]
}

/// How many changed hands and are complete; those undone since are told apart.
fn total(lines: &[PostLine]) -> String {
    let standing = || lines.iter().filter(|line| !line.undone);
    let complete = standing().filter(|line| line.complete).count();
    let all = standing().count();
    let (undone, missing) = (lines.len() - all, all - complete);
    let mut told = match missing {
        _ if all == 0 => format!("Tổng số: {all:02} hồ sơ"),
        0 => format!("Tổng số: {all:02} hồ sơ, đầy đủ"),
        _ => format!(
            "Tổng số: {all:02} hồ sơ, trong đó {complete:02} hồ sơ đầy đủ, {missing:02} hồ sơ chưa \
             đầy đủ"
        ),
    };
    if undone > 0 {
        told.push_str(&format!("; không kể {undone:02} hồ sơ đã hoàn tác"));
    }
    told.push('.');
    told
}
