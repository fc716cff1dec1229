//! Each form with invented content, for an office that decides how its forms look.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

use super::appointment_slip::appointment_slip;
use super::control_sheet::control_sheet;
use super::due_explanation::due_explanation;
use super::explanation::{DayLine, Explanation};
use super::handover_list::{HandoverHead, HandoverLine, HandoverWay, handover_list};
use super::mark::SlipMark;
use super::notice::notice_sheet;
use super::post_record::{PostHead, PostLine, PostWay, post_record};
use super::poster::poster;
use super::register_book::{RegisterPart, register_book};
use super::return_receipt::{Handover, return_receipt};
use super::sheet::Sheet;
use super::words::day_and_date;
use crate::domain::applicant::{Applicant, ApplicantKind};
use crate::domain::collection::SlipState;
use crate::domain::deadline::Due;
use crate::domain::dossier::{Channel, Dossier, ReturnBy};
use crate::domain::form_style::{FormKind, FormStyle};
use crate::domain::hands::{ControlLine, Hands};
use crate::domain::identity::Identity;
use crate::domain::limit::Limit;
use crate::domain::notice::{Addressee, Notice, NoticeContent, NoticeKind};
use crate::domain::office::Office;
use crate::domain::paper::{Paper, PaperWay, RequiredPaper};
use crate::domain::procedure::Procedure;
use crate::domain::register_line::RegisterLine;
use crate::domain::status::Status;
use crate::domain::time::OfficeTime;
use crate::domain::verdict::Verdict;

/// Who does everything in a specimen.
const OFFICER: &str = "Nguyễn Văn Mẫu";

/// The division in a specimen.
const DIVISION: &str = "Tư pháp - hộ tịch";

/// A form as `style` wants it, on `today`, with content that belongs to nobody. Every page says that it
/// is worth nothing.
#[must_use]
pub fn specimen(kind: FormKind, office: &Office, style: &FormStyle, today: NaiveDate) -> Sheet {
    let mark = SlipMark { practice: true, ..SlipMark::default() };
    let received = at(today, 8, 30);
    let dossier = dossier(office, received);
    let notice = |kind| {
        let notice = notice(kind, &dossier, received);
        let to = Addressee::of(&dossier);
        notice_sheet(&notice, &to, Some(received), office, style, &mark)
    };
    match kind {
        FormKind::AppointmentSlip => appointment_slip(&dossier, office, style, &mark),
        FormKind::Supplement => notice(NoticeKind::Supplement),
        FormKind::Refusal => notice(NoticeKind::Refusal),
        FormKind::Apology => notice(NoticeKind::Apology),
        FormKind::Stop => notice(NoticeKind::Stop),
        FormKind::ControlSheet => {
            control_sheet(&dossier, &hands(office, received), office, style, today, &mark)
        }
        FormKind::Register => {
            let lines = register_lines(&dossier);
            let part = RegisterPart {
                year: today.year(),
                volume: 1,
                from: today,
                to: today,
                lines: &lines,
                first_page: 1,
                title_page: true,
                closing: None,
            };
            register_book(&part, office, style, &mark)
        }
        FormKind::HandoverList => {
            let (head, lines) = list(&dossier, office);
            handover_list(&head, &lines, office, style, &mark)
        }
        FormKind::PostRecord => {
            let (head, lines) = by_post(&dossier);
            post_record(&head, &lines, office, style, &mark)
        }
        FormKind::ReturnReceipt => {
            return_receipt(&dossier, &collected(&dossier), office, OFFICER, style, &mark)
        }
        FormKind::DueExplanation => {
            let told = explained(&dossier);
            due_explanation(&dossier, &told, office, (OFFICER, today), style, &mark)
        }
        FormKind::Poster => poster(&dossier.procedure, office, style, today, &mark),
    }
}

fn at(day: NaiveDate, hour: u32, minute: u32) -> OfficeTime {
    OfficeTime::new(day, NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default())
}

fn later(from: OfficeTime, days: u64) -> OfficeTime {
    let day = from.date().checked_add_days(Days::new(days)).unwrap_or_else(|| from.date());
    OfficeTime::new(day, from.time())
}

fn procedure(today: NaiveDate) -> Procedure {
    let paper = |name: &str, originals, copies| RequiredPaper {
        name: name.to_owned(),
        way: PaperWay::Submitted,
        originals,
        copies,
        form: false,
    };
    Procedure {
        code: "1.004884".to_owned(),
        name: "Đăng ký lại khai sinh".to_owned(),
        field: "Hộ tịch".to_owned(),
        level: "Cấp xã".to_owned(),
        papers: vec![
            paper("Tờ khai đăng ký lại khai sinh theo mẫu", 1, 0),
            paper("Bản sao Giấy khai sinh được cấp trước đây", 0, 1),
            paper("Giấy tờ cá nhân có thông tin khai sinh", 0, 1),
        ],
        limit_text: "05 ngày làm việc".to_owned(),
        limits: Vec::new(),
        fee_text: "Theo nghị quyết của Hội đồng nhân dân cấp tỉnh".to_owned(),
        fees: Vec::new(),
        legal_basis: "Luật Hộ tịch năm 2014".to_owned(),
        decision: String::new(),
        in_force_from: today,
        abolished: false,
    }
}

fn dossier(office: &Office, received: OfficeTime) -> Dossier {
    let procedure = procedure(received.date());
    let papers = procedure.papers.iter().map(RequiredPaper::brought).collect::<Vec<Paper>>();
    let unit = if office.agency_code.is_empty() { "H00.000" } else { &office.agency_code };
    Dossier {
        id: 0,
        code: format!("{unit}-{}-0001", received.date().format("%y%m%d")),
        number: 1,
        subject: procedure.name.clone(),
        procedure,
        applicant: Applicant {
            kind: ApplicantKind::Person {
                identity: Some(Identity::Citizen("045188000000".to_owned())),
                birth: None,
                sex: None,
            },
            name: "Hồ Thị Mẫu".to_owned(),
            address: "Thôn Mẫu, xã Mẫu, tỉnh Mẫu".to_owned(),
            phone: "0900000000".to_owned(),
            email: String::new(),
        },
        principal: None,
        papers,
        sets: 1,
        limit: Limit::WorkingDays(5),
        received_at: received,
        start: None,
        promise_limit: None,
        second_limit: None,
        due: Due { at: Some(later(received, 7)), days: Vec::new(), beyond_calendar: None },
        status: Status::Received,
        channel: Channel::Counter,
        return_by: ReturnBy::Counter,
        note: String::new(),
        received_by: OFFICER.to_owned(),
        finished_at: None,
        ended_at: None,
        ended_because: None,
        holder: Hands::DESK,
        held_since: None,
        tray: String::new(),
        voided_because: None,
    }
}

fn notice(kind: NoticeKind, dossier: &Dossier, at: OfficeTime) -> Notice {
    let reason = match kind {
        NoticeKind::Supplement => "Hồ sơ chưa đủ thành phần theo quy định",
        NoticeKind::Refusal => "Yêu cầu không thuộc thẩm quyền giải quyết của cơ quan",
        NoticeKind::Apology => "Đang chờ kết quả xác minh của cơ quan phối hợp",
        NoticeKind::Stop => "Theo đề nghị của người nộp hồ sơ",
    };
    let items = match kind {
        NoticeKind::Supplement => {
            vec!["Bản sao Giấy khai sinh được cấp trước đây".to_owned()]
        }
        _ => Vec::new(),
    };
    Notice {
        id: 0,
        kind,
        year: at.date().year(),
        number: 1,
        code: Some(dossier.code.clone()),
        at,
        actor: OFFICER.to_owned(),
        content: NoticeContent {
            items,
            reason: reason.to_owned(),
            addressee: None,
            promised: dossier.due.at,
            put_off_to: dossier.due.at.map(|at| later(at, 3)),
        },
        undone: false,
    }
}

fn hands(office: &Office, received: OfficeTime) -> Vec<ControlLine> {
    vec![
        ControlLine {
            from_unit: office.desk_name.clone(),
            from_name: OFFICER.to_owned(),
            to_unit: DIVISION.to_owned(),
            to_name: "Lê Văn Mẫu".to_owned(),
            at: received,
            verdict: None,
            note: String::new(),
        },
        ControlLine {
            from_unit: DIVISION.to_owned(),
            from_name: "Lê Văn Mẫu".to_owned(),
            to_unit: office.desk_name.clone(),
            to_name: OFFICER.to_owned(),
            at: later(received, 5),
            verdict: Some(Verdict::Early),
            note: String::new(),
        },
    ]
}

fn register_lines(dossier: &Dossier) -> Vec<RegisterLine> {
    let line = RegisterLine {
        number: 1,
        code: dossier.code.clone(),
        procedure: dossier.procedure.name.clone(),
        applicant: dossier.applicant.name.clone(),
        identity_number: dossier.applicant.identity_number().to_owned(),
        address: dossier.applicant.address.clone(),
        phone: dossier.applicant.phone.clone(),
        handled_by: String::new(),
        received_at: dossier.received_at,
        due_at: dossier.due.at,
        returned_at: dossier.due.at,
        return_by: ReturnBy::Counter,
        collector: dossier.applicant.name.clone(),
        void: None,
        ended: None,
    };
    let void = RegisterLine {
        number: 2,
        returned_at: None,
        collector: String::new(),
        void: Some("nhập trùng".to_owned()),
        ..line.clone()
    };
    vec![line, void]
}

fn list(dossier: &Dossier, office: &Office) -> (HandoverHead, Vec<HandoverLine>) {
    let head = HandoverHead {
        way: HandoverWay::Out,
        number: 1,
        from: office.desk_name.clone(),
        giver: OFFICER.to_owned(),
        to: DIVISION.to_owned(),
        taker: "Lê Văn Mẫu".to_owned(),
        at: dossier.received_at,
        note: String::new(),
    };
    let line = HandoverLine {
        code: dossier.code.clone(),
        subject: dossier.subject.clone(),
        applicant: dossier.applicant.name.clone(),
        address: dossier.applicant.address.clone(),
        received_at: dossier.received_at,
        due_at: dossier.due.at,
        result: None,
        fee: false,
        by_post: false,
        note: String::new(),
        undone: false,
    };
    (head, vec![line])
}

fn by_post(dossier: &Dossier) -> (PostHead, Vec<PostLine>) {
    let head = PostHead {
        way: PostWay::FromPost,
        number: 1,
        post_office: "Bưu điện xã Mẫu".to_owned(),
        postman: "Trần Văn Mẫu".to_owned(),
        officer: OFFICER.to_owned(),
        at: dossier.received_at,
        note: String::new(),
    };
    let line = PostLine {
        bill: "EM000000000VN".to_owned(),
        code: dossier.code.clone(),
        slip_number: dossier.number,
        applicant: dossier.applicant.name.clone(),
        subject: dossier.subject.clone(),
        complete: true,
        note: String::new(),
        undone: false,
    };
    (head, vec![line])
}

fn collected(dossier: &Dossier) -> Handover {
    Handover {
        by_name: dossier.applicant.name.clone(),
        identity: dossier.applicant.identity_number().to_owned(),
        authorisation: String::new(),
        slip: SlipState::Returned,
        post: None,
        note: String::new(),
        at: dossier.due.at.unwrap_or(dossier.received_at),
    }
}

fn explained(dossier: &Dossier) -> Explanation {
    let day = dossier.received_at.date();
    Explanation {
        basis: vec!["Thời hạn giải quyết: 5 ngày làm việc.".to_owned()],
        days: vec![DayLine {
            from: day,
            until: day,
            date: day_and_date(day),
            counted: "không tính".to_owned(),
            reason: "ngày nhận hồ sơ".to_owned(),
        }],
        promise: vec!["Ngày hẹn trả kết quả được tính từng ngày theo lịch làm việc.".to_owned()],
        ..Explanation::default()
    }
}
