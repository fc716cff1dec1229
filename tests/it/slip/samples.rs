//! Invented offices and dossiers, from the plain to the extreme.

use chrono::{NaiveDate, NaiveTime};
use motcua::domain::applicant::{Applicant, ApplicantKind, Principal};
use motcua::domain::deadline::Due;
use motcua::domain::dossier::{Channel, Dossier, ReturnBy};
use motcua::domain::hands::Hands;
use motcua::domain::identity::Identity;
use motcua::domain::limit::Limit;
use motcua::domain::office::Office;
use motcua::domain::paper::{Paper, PaperWay};
use motcua::domain::procedure::Procedure;
use motcua::domain::status::Status;
use motcua::domain::time::OfficeTime;

/// 2026-11-23 14:20, the moment of the samples.
pub(crate) fn received() -> OfficeTime {
    at(2026, 11, 23, 14, 20)
}

pub(crate) fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> OfficeTime {
    let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
    OfficeTime::new(date, NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

pub(crate) fn office() -> Office {
    Office {
        agency_name: "UBND xã Hướng Hiệp".to_owned(),
        agency_code: "H50.031".to_owned(),
        place: "Hướng Hiệp".to_owned(),
        phone: "0233 3000 000".to_owned(),
        ..Office::default()
    }
}

pub(crate) fn person(name: &str) -> Applicant {
    Applicant {
        kind: ApplicantKind::Person {
            identity: Some(Identity::Citizen("045188001234".to_owned())),
            birth: None,
            sex: None,
        },
        name: name.to_owned(),
        address: "Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị".to_owned(),
        phone: "0912345678".to_owned(),
        email: String::new(),
    }
}

pub(crate) fn paper(name: &str, way: PaperWay, originals: u32, copies: u32) -> Paper {
    Paper { name: name.to_owned(), way, originals, copies }
}

/// A person, five papers, five working days.
pub(crate) fn plain() -> Dossier {
    Dossier {
        id: 1,
        code: "H50.031-261123-0042".to_owned(),
        number: 42,
        procedure: Procedure {
            code: "1.004884".to_owned(),
            name: "Đăng ký lại khai sinh".to_owned(),
            field: "Hộ tịch".to_owned(),
            level: "Cấp xã".to_owned(),
            papers: Vec::new(),
            limit_text: "5 ngày làm việc".to_owned(),
            limits: Vec::new(),
            fee_text: String::new(),
            fees: Vec::new(),
            legal_basis: String::new(),
            decision: String::new(),
            in_force_from: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
            abolished: false,
        },
        subject: "Đăng ký lại khai sinh".to_owned(),
        applicant: person("Hồ Thị Hương"),
        principal: None,
        papers: vec![
            paper("Tờ khai đăng ký lại khai sinh theo mẫu", PaperWay::Submitted, 1, 0),
            paper("Bản sao Giấy khai sinh được cấp trước đây", PaperWay::Submitted, 0, 1),
            paper("Giấy tờ cá nhân có thông tin khai sinh", PaperWay::Submitted, 0, 1),
            paper("Căn cước của người đi đăng ký", PaperWay::Shown, 1, 0),
            paper("Thông tin cư trú", PaperWay::FromDatabase, 0, 0),
        ],
        sets: 1,
        limit: Limit::WorkingDays(5),
        received_at: received(),
        start: None,
        promise_limit: None,
        second_limit: None,
        due: Due { at: Some(at(2026, 12, 1, 14, 20)), days: Vec::new(), beyond_calendar: None },
        status: Status::Received,
        channel: Channel::Counter,
        return_by: ReturnBy::Counter,
        note: String::new(),
        received_by: "Trần Thị Bình".to_owned(),
        finished_at: None,
        ended_at: None,
        ended_because: None,
        holder: Hands::DESK,
        held_since: None,
        tray: String::new(),
        voided_because: None,
    }
}

/// A company, by post, without a limit.
pub(crate) fn organisation() -> Dossier {
    let mut dossier = plain();
    dossier.applicant = Applicant {
        kind: ApplicantKind::Organisation { tax_code: "0100047516-001".to_owned() },
        name: "Công ty trách nhiệm hữu hạn một thành viên Thương mại và Dịch vụ Rừng Thông Xanh"
            .to_owned(),
        address: "Số 12/34/5 đường Nguyễn Văn Mẫu, tổ dân phố số 7, khu phố Trung Tâm, phường \
                  Nam Đông Hà, tỉnh Quảng Trị"
            .to_owned(),
        phone: "02333000111".to_owned(),
        email: "vanphong.hanhchinh@rungthongxanh-quangtri.example.vn".to_owned(),
    };
    dossier.limit = Limit::None;
    dossier.due.at = None;
    dossier.return_by = ReturnBy::Post;
    dossier
}

/// Somebody acting for another.
pub(crate) fn authorised() -> Dossier {
    let mut dossier = plain();
    dossier.principal = Some(Principal {
        party: Applicant {
            email: "ong.dinh@example.vn".to_owned(), ..person("Đinh Văn Ưởng")
        },
        authorisation: "Giấy ủy quyền ngày 20/11/2026 được chứng thực tại UBND xã Hướng Hiệp"
            .to_owned(),
    });
    dossier
}

/// A name of more than 300 letters and 40 papers.
pub(crate) fn long() -> Dossier {
    let mut dossier = authorised();
    dossier.subject = "Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài \
        sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc \
        Việt Nam định cư ở nước ngoài đang sử dụng đất mà chưa được cấp Giấy chứng nhận và có \
        nhu cầu được cấp theo quy định của Luật Đất đai năm 2024 và các văn bản hướng dẫn thi hành"
        .to_owned();
    let long_name = "Văn bản thỏa thuận của các thành viên trong hộ gia đình có chung quyền sử \
        dụng đất đã được công chứng hoặc chứng thực theo quy định của pháp luật";
    let names = ["Đơn đăng ký đất đai theo mẫu số 15/ĐK", long_name, "Sơ đồ nhà ở, công trình"];
    let ways = [PaperWay::Submitted, PaperWay::Submitted, PaperWay::Shown];
    dossier.papers = (0..40)
        .zip(names.into_iter().zip(ways).cycle())
        .map(|(index, (name, way))| paper(&format!("{name} ({index})"), way, 1, index % 3))
        .collect();
    dossier
}

/// Every sample with its name.
pub(crate) fn all() -> Vec<(&'static str, Dossier)> {
    let mut online = plain();
    online.channel = Channel::Online;
    online.limit = Limit::WorkingHours(4);
    let mut coded = plain();
    coded.code = "000.00.13.H50.031-261123-0042-ABCDEFGH".to_owned();
    coded.limit = Limit::SameDay;
    vec![
        ("plain", plain()),
        ("organisation", organisation()),
        ("authorised", authorised()),
        ("long", long()),
        ("online", online),
        ("coded", coded),
    ]
}
