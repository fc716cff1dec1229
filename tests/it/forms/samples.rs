//! Notices, changes of hands, lists and registers, from the plain to the extreme.

use chrono::{NaiveDate, TimeDelta};
use motcua::domain::dossier::ReturnBy;
use motcua::domain::form_style::{FormKind, FormStyle};
use motcua::domain::hands::ControlLine;
use motcua::domain::notice::{Addressee, Notice, NoticeContent, NoticeKind};
use motcua::domain::office::{Office, PaperSize};
use motcua::domain::paper::{PaperWay, RequiredPaper};
use motcua::domain::procedure::Procedure;
use motcua::domain::register_line::RegisterLine;
use motcua::domain::time::OfficeTime;
use motcua::domain::verdict::Verdict;
use motcua::forms::control_sheet::control_sheet;
use motcua::forms::handover_list::{HandoverHead, HandoverLine, HandoverWay, handover_list};
use motcua::forms::labels::{Label, labels};
use motcua::forms::mark::SlipMark;
use motcua::forms::notice::notice_sheet;
use motcua::forms::post_record::{PostHead, PostLine, PostWay, post_record};
use motcua::forms::poster::poster;
use motcua::forms::register_book::{Closing, RegisterPart, register_book};
use motcua::forms::sheet::Sheet;
use motcua::forms::style::usual;

pub(crate) use crate::slip::samples::{at, office, plain, received};

/// A name of 300 letters without a space.
pub(crate) fn endless() -> String {
    "NguyễnHoàngPhươngQuỳnhNhưƯởng".chars().cycle().take(300).collect()
}

/// A reason that fills most of a page.
pub(crate) fn long_reason() -> String {
    "Hồ sơ phải xác minh tại nơi đăng ký khai sinh trước đây; cơ quan được hỏi chưa trả lời; \
     giấy tờ nộp kèm có thông tin không thống nhất về họ, chữ đệm, tên và ngày sinh. "
        .repeat(12)
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The usual style of a form on this paper.
pub(crate) fn form(kind: FormKind, paper: PaperSize) -> FormStyle {
    FormStyle { paper, ..usual(kind, &office()) }
}

pub(crate) fn addressee() -> Addressee {
    Addressee::of(&plain())
}

/// Everything that can be long is long; the telephone is missing.
pub(crate) fn long_addressee() -> Addressee {
    Addressee {
        name: endless(),
        address: "Số 12/34/5 đường Nguyễn Văn Mẫu, tổ dân phố số 7, khu phố Trung Tâm, phường Nam \
                  Đông Hà, tỉnh Quảng Trị "
            .repeat(2),
        phone: String::new(),
        email: "vanphong.hanhchinh@rungthongxanh-quangtri.example.vn".to_owned(),
        subject: long_reason().chars().take(700).collect(),
        ..addressee()
    }
}

pub(crate) fn notice(kind: NoticeKind) -> Notice {
    let supplement = kind == NoticeKind::Supplement;
    let items =
        ["Bản sao Giấy khai sinh được cấp trước đây", "Văn bản cam đoan của người đi đăng ký"];
    Notice {
        id: 7,
        kind,
        year: 2026,
        number: 12,
        code: Some(plain().code),
        at: at(2026, 11, 24, 9, 5),
        actor: "Trần Thị Bình".to_owned(),
        content: NoticeContent {
            items: if supplement { items.map(str::to_owned).to_vec() } else { Vec::new() },
            reason: "Hồ sơ chưa đủ thành phần theo quy định".to_owned(),
            addressee: None,
            promised: Some(at(2026, 12, 1, 14, 20)),
            put_off_to: Some(at(2026, 12, 8, 14, 20)),
        },
        undone: false,
    }
}

/// Forty papers, a long reason, undone, before any dossier.
pub(crate) fn long_notice(kind: NoticeKind) -> Notice {
    let mut notice = notice(kind);
    notice.code = None;
    notice.undone = true;
    notice.content.reason = long_reason();
    if kind == NoticeKind::Supplement {
        let papers = crate::slip::samples::long().papers;
        notice.content.items = papers.into_iter().map(|paper| paper.name).collect();
    }
    notice
}

pub(crate) fn notice_paper(notice: &Notice, to: &Addressee, paper: PaperSize) -> Sheet {
    let mut form = form(motcua::forms::notice::form_of(notice.kind), paper);
    if matches!(notice.kind, NoticeKind::Apology | NoticeKind::Stop) {
        form.signer_name = "Hồ Văn Lãnh".to_owned();
    }
    notice_sheet(notice, to, Some(received()), &office(), &form, &SlipMark::default())
}

/// The desk, a division and the desk again.
pub(crate) fn hands() -> Vec<ControlLine> {
    let desk = "Trung tâm Phục vụ hành chính công";
    let line = |from: (&str, &str), to: (&str, &str), at, verdict| ControlLine {
        from_unit: from.0.to_owned(),
        from_name: from.1.to_owned(),
        to_unit: to.0.to_owned(),
        to_name: to.1.to_owned(),
        at,
        verdict,
        note: String::new(),
    };
    let an = ("Tư pháp - hộ tịch", "Lê Văn An");
    let leader = ("Lãnh đạo UBND", "Hồ Văn Lãnh");
    vec![
        line((desk, "Trần Thị Bình"), an, at(2026, 11, 23, 15, 0), None),
        line(an, leader, at(2026, 11, 26, 10, 30), Some(Verdict::Early)),
        line(leader, (desk, ""), at(2026, 12, 1, 14, 0), Some(Verdict::OnTime)),
    ]
}

/// Thirty changes of hands, some with long names and notes.
pub(crate) fn many_hands() -> Vec<ControlLine> {
    let long: String = endless().chars().take(200).collect();
    (0..30_usize)
        .zip(hands().into_iter().cycle())
        .map(|(place, mut line)| {
            line.at = later(line.at, place);
            if place % 7 == 3 {
                line.to_name = "Nguyễn Hoàng Phương Quỳnh Như Ưởng".to_owned();
                line.note = long_reason().chars().take(500).collect();
            }
            if place == 12 {
                line.to_unit.clone_from(&long);
                line.from_name.clone_from(&long);
                line.verdict = Some(Verdict::Late);
            }
            line
        })
        .collect()
}

fn later(from: OfficeTime, days: usize) -> OfficeTime {
    OfficeTime::new(from.date() + TimeDelta::days(i64::try_from(days).unwrap()), from.time())
}

/// So many lines of a register; every eleventh number is voided, every third collected.
pub(crate) fn register_lines(count: usize) -> Vec<RegisterLine> {
    let plain = plain();
    let long = crate::slip::samples::organisation();
    (1..=count)
        .map(|number| {
            let of = if number % 5 == 0 { &long } else { &plain };
            let at = later(received(), number / 9);
            let collected = number % 3 == 0;
            RegisterLine {
                number: i64::try_from(number).unwrap(),
                code: format!("H50.031-{}-{:04}", at.date().format("%y%m%d"), number % 9 + 1),
                procedure: of.procedure.name.clone(),
                applicant: of.applicant.name.clone(),
                identity_number: of.applicant.identity_number().to_owned(),
                address: of.applicant.address.clone(),
                phone: of.applicant.phone.clone(),
                handled_by: String::new(),
                received_at: at,
                due_at: of.due.at.map(|_| later(at, 7)),
                returned_at: collected.then(|| later(at, 6)),
                return_by: if number % 5 == 0 { ReturnBy::Post } else { ReturnBy::Counter },
                collector: if collected { "Đinh Văn Ưởng".to_owned() } else { String::new() },
                void: (number % 11 == 0).then(|| "nhập trùng với hồ sơ số 10".to_owned()),
                ended: None,
            }
        })
        .collect()
}

pub(crate) fn part(lines: &[RegisterLine]) -> RegisterPart<'_> {
    RegisterPart {
        year: 2026,
        volume: 1,
        from: day("2026-12-01"),
        to: day("2026-12-31"),
        lines,
        first_page: 1,
        title_page: false,
        closing: None,
    }
}

pub(crate) fn closing() -> Closing {
    Closing {
        first_number: 1,
        last_number: 400,
        voided: 36,
        day: day("2026-12-31"),
        head: "Nguyễn Thị Phụ Trách".to_owned(),
    }
}

pub(crate) fn list_head(way: HandoverWay) -> HandoverHead {
    HandoverHead {
        way,
        number: 31,
        from: "Trung tâm Phục vụ hành chính công xã Hướng Hiệp".to_owned(),
        giver: "Trần Thị Bình".to_owned(),
        to: "Tư pháp - hộ tịch".to_owned(),
        taker: "Lê Văn An".to_owned(),
        at: received(),
        note: String::new(),
    }
}

pub(crate) fn list_lines(count: usize) -> Vec<HandoverLine> {
    let (plain, long) = (plain(), crate::slip::samples::long());
    (0..count)
        .map(|place| {
            let of = if place % 4 == 3 { &long } else { &plain };
            HandoverLine {
                code: of.code.clone(),
                subject: of.subject.clone(),
                applicant: of.applicant.name.clone(),
                address: of.applicant.address.clone(),
                received_at: of.received_at,
                due_at: of.due.at,
                result: (place != 2).then(|| "15/2026/TLKS".to_owned()),
                fee: place % 2 == 0,
                by_post: place % 3 == 0,
                note: if place == 7 { endless() } else { String::new() },
                undone: place == 5,
            }
        })
        .collect()
}

pub(crate) fn post_head(way: PostWay) -> PostHead {
    PostHead {
        way,
        number: 5,
        post_office: "Bưu điện xã Hướng Hiệp".to_owned(),
        postman: "Võ Văn Thư".to_owned(),
        officer: "Trần Thị Bình".to_owned(),
        at: received(),
        note: "Đã giao kèm bản chính giấy tờ.".to_owned(),
    }
}

pub(crate) fn post_lines(count: usize) -> Vec<PostLine> {
    let (plain, long) = (plain(), crate::slip::samples::long());
    (0..count)
        .map(|place| {
            let of = if place % 4 == 3 { &long } else { &plain };
            PostLine {
                bill: format!("EM{:09}VN", 123_456_000 + place),
                code: if place % 5 == 1 { String::new() } else { of.code.clone() },
                slip_number: if place % 5 == 1 { 0 } else { of.number },
                applicant: of.applicant.name.clone(),
                subject: of.subject.clone(),
                complete: place % 3 != 2,
                note: if place % 3 == 2 { "Thiếu bản sao căn cước" } else { "" }.to_owned(),
                undone: place == 5,
            }
        })
        .collect()
}

/// Folders with ordinary and extreme texts, and two trays.
pub(crate) fn all_labels() -> Vec<Label> {
    let folder = |code: &str, applicant: &str, procedure: &str, due_at| Label::Folder {
        code: code.to_owned(),
        applicant: applicant.to_owned(),
        procedure: procedure.to_owned(),
        due_at,
    };
    let due = plain().due.at;
    let long = crate::slip::samples::long().subject;
    let mut labels = vec![
        folder("H50.031-261123-0042", "Hồ Thị Hương", "Đăng ký lại khai sinh", due),
        folder("H50.031-261123-0043", &endless(), &long, due),
        folder("000.00.13.H50.031-261123-0042-ABCDEFGH", "Đinh Văn Ưởng", &long, None),
        Label::Tray { name: "Kệ A2".to_owned(), code: "K-A2".to_owned() },
        Label::Tray {
            name: "Ngăn chờ trả kết quả hộ tịch, tầng trên bên trái".to_owned(),
            code: "KHAY-0001-HO-TICH".to_owned(),
        },
        Label::Tray { name: endless(), code: "K-999".to_owned() },
    ];
    labels.extend((0..24).map(|place| {
        folder(&format!("H50.031-261123-{place:04}"), "Hồ Thị Hương", "Đăng ký lại khai sinh", due)
    }));
    labels
}

/// A procedure with so many papers and long texts.
pub(crate) fn procedure(papers: usize) -> Procedure {
    let long = crate::slip::samples::long();
    let paper = |paper: &motcua::domain::paper::Paper| RequiredPaper {
        name: paper.name.clone(),
        way: paper.way,
        originals: paper.originals,
        copies: paper.copies,
        form: paper.way == PaperWay::Submitted && paper.copies == 0,
    };
    Procedure {
        papers: long.papers.iter().cycle().take(papers).map(paper).collect(),
        limit_text: "05 ngày làm việc; trường hợp cần xác minh thì thời hạn không quá 10 ngày làm \
                     việc"
            .to_owned(),
        fee_text:
            "Lệ phí: 8.000 đồng/trường hợp\nMiễn lệ phí đối với người thuộc gia đình có công \
                   với cách mạng, người thuộc hộ nghèo, người khuyết tật"
                .to_owned(),
        legal_basis: "Luật Hộ tịch năm 2014\nNghị định số 123/2015/NĐ-CP".to_owned(),
        decision: "Quyết định số 2637/QĐ-UBND ngày 16/11/2025".to_owned(),
        ..plain().procedure
    }
}

/// Every form in every shape on `paper`, with its name.
pub(crate) fn all(paper: PaperSize) -> Vec<(String, Sheet)> {
    let office = office();
    let practice = Office { practice: true, ..office.clone() };
    let mark = SlipMark::default();
    let reprint = crate::slip::marks::reprint("mờ chữ");
    let mut all = Vec::new();
    for kind in NoticeKind::ALL {
        let name = format!("{kind:?}").to_lowercase();
        all.push((name.clone(), notice_paper(&notice(kind), &addressee(), paper)));
        let long = notice_paper(&long_notice(kind), &long_addressee(), paper);
        all.push((format!("{name}-long"), long));
    }
    let control = form(FormKind::ControlSheet, paper);
    for (name, lines) in [("", Vec::new()), ("-plain", hands()), ("-many", many_hands())] {
        let sheet = control_sheet(&plain(), &lines, &office, &control, received().date(), &mark);
        all.push((format!("control{name}"), sheet));
    }
    let register = form(FormKind::Register, paper);
    for (name, count) in [("none", 0), ("few", 12), ("many", 400)] {
        let lines = register_lines(count);
        let whole = RegisterPart { title_page: true, closing: Some(closing()), ..part(&lines) };
        let sheet = register_book(&whole, &office, &register, &mark);
        all.push((format!("register-{name}"), sheet));
    }
    let list = form(FormKind::HandoverList, paper);
    for (name, way) in [("list", HandoverWay::Out), ("results", HandoverWay::Results)] {
        for count in [3, 40] {
            let (head, lines) = (list_head(way), list_lines(count));
            let sheet = handover_list(&head, &lines, &practice, &list, &reprint);
            all.push((format!("{name}-{count}"), sheet));
        }
    }
    let record = form(FormKind::PostRecord, paper);
    for (name, way) in [("post", PostWay::FromPost), ("post-out", PostWay::ToPost)] {
        for count in [3, 40] {
            let (head, lines) = (post_head(way), post_lines(count));
            let sheet = post_record(&head, &lines, &office, &record, &mark);
            all.push((format!("{name}-{count}"), sheet));
        }
    }
    let wall = form(FormKind::Poster, paper);
    for papers in [0, 3, 9, 40] {
        let sheet = poster(&procedure(papers), &office, &wall, received().date(), &mark);
        all.push((format!("poster-{papers}"), sheet));
    }
    if paper == PaperSize::A4 {
        all.push(("labels".to_owned(), labels(&all_labels(), 1, &office)));
        all.push(("labels-practice".to_owned(), labels(&all_labels(), 20, &practice)));
    }
    all
}
