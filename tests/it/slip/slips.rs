//! What stands on slips, and where.

use motcua::domain::applicant::{Applicant, ApplicantKind, Principal};
use motcua::domain::dossier::{Channel, Dossier, ReturnBy};
use motcua::domain::form_style::FormStyle;
use motcua::domain::identity::Identity;
use motcua::domain::limit::Limit;
use motcua::domain::office::{Office, PaperSize};
use motcua::domain::paper::PaperWay;
use motcua::forms::appointment_slip::{self, TITLE};
use motcua::forms::house_style::HouseStyle;
use motcua::forms::mark::SlipMark;
use motcua::forms::pdf::to_pdf;
use motcua::forms::sheet::{Item, Page, Sheet};
use motcua::forms::words;
use proptest::prelude::*;

use super::samples;

/// The texts of a page in drawing order.
pub(crate) fn texts(page: &Page) -> impl Iterator<Item = &str> {
    page.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text.string.as_str()),
        _ => None,
    })
}

/// The lines of a page: texts that touch on one baseline joined.
pub(crate) fn lines(page: &Page) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut pen = (f32::MIN, f32::MIN);
    for item in &page.items {
        let Item::Text(text) = item else { continue };
        let touches = (text.x - pen.0).abs() < 0.01 && (text.y - pen.1).abs() < 0.01;
        match lines.last_mut() {
            Some(line) if touches => line.push_str(&text.string),
            _ => lines.push(text.string.clone()),
        }
        pen = (text.x + text.width, text.y);
    }
    lines
}

/// A slip printed for the first time.
fn appointment_slip(dossier: &Dossier, office: &Office, paper: PaperSize) -> Sheet {
    let form = FormStyle { paper, ..appointment_slip::usual(office) };
    appointment_slip::appointment_slip(dossier, office, &form, &SlipMark::default())
}

fn one_copy() -> Office {
    let mut office = samples::office();
    office.slip.copies = vec![String::new()];
    office
}

fn slip_lines(dossier: &Dossier, office: &Office) -> Vec<String> {
    let sheet = appointment_slip(dossier, office, PaperSize::A5);
    sheet.pages.iter().flat_map(lines).collect()
}

#[test]
fn fields_stand_in_the_order_and_wording_of_form_01() {
    let sheet = appointment_slip(&samples::plain(), &one_copy(), PaperSize::A5);
    assert_eq!(sheet.pages.len(), 1);
    assert_eq!(
        lines(&sheet.pages[0]),
        [
            "UBND XÃ HƯỚNG HIỆP",
            "TRUNG TÂM PHỤC VỤ",
            "HÀNH CHÍNH CÔNG",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 0042/TTPVHCC",
            "Hướng Hiệp, ngày 23 tháng 11 năm 2026",
            TITLE,
            "Mã hồ sơ: H50.031-261123-0042",
            "Trung tâm Phục vụ hành chính công xã Hướng Hiệp",
            "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Hồ Thị Hương",
            "Số định danh cá nhân/tổ chức: 045188001234",
            "Địa chỉ: Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị",
            "Số điện thoại: 0912345678       Email: ………………",
            "Nội dung yêu cầu giải quyết: Đăng ký lại khai sinh",
            "Thành phần hồ sơ nộp gồm:",
            "TT",
            "Tên giấy tờ",
            "Bản chính",
            "Bản sao",
            "1",
            "Tờ khai đăng ký lại khai sinh theo mẫu",
            "1",
            "0",
            "2",
            "Bản sao Giấy khai sinh được cấp trước đây",
            "0",
            "1",
            "3",
            "Giấy tờ cá nhân có thông tin khai sinh",
            "0",
            "1",
            "4",
            "Căn cước của người đi đăng ký (xuất trình)",
            "1",
            "0",
            "5",
            "Thông tin cư trú (khai thác từ cơ sở dữ liệu)",
            "0",
            "0",
            "Số lượng hồ sơ: 01 (bộ)",
            "Thời gian giải quyết hồ sơ theo quy định là: 5 ngày làm việc",
            "Thời gian nhận hồ sơ: 14 giờ 20 phút, ngày 23 tháng 11 năm 2026",
            "Thời gian trả kết quả giải quyết hồ sơ: 14 giờ 20 phút, ngày 01 tháng 12 năm 2026",
            "Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công xã Hướng Hiệp",
            "Vào Sổ theo dõi hồ sơ, Quyển số: ………………       Số thứ tự: 42",
            "NGƯỜI NỘP HỒ SƠ",
            "(Ký và ghi rõ họ tên)",
            "Hồ Thị Hương",
            "NGƯỜI TIẾP NHẬN HỒ SƠ",
            "(Ký và ghi rõ họ tên)",
            "Trần Thị Bình",
            "Ghi chú: Khi đến nhận kết quả, đề nghị mang theo giấy này và giấy tờ tùy thân; người được ủy quyền",
            "mang theo giấy tờ ủy quyền. Nếu mất giấy này, xuất trình giấy tờ tùy thân và cung cấp thông tin về hồ",
            "sơ. Điện thoại liên hệ: 0233 3000 000.",
        ]
    );
    assert!(sheet.title.ends_with("H50.031-261123-0042"));
    assert_eq!(sheet.author, "Trung tâm Phục vụ hành chính công xã Hướng Hiệp");
}

#[test]
fn the_principal_block_stands_only_where_somebody_gave_authority() {
    let with: Vec<String> = slip_lines(&samples::authorised(), &one_copy());
    let start = with.iter().position(|line| line == "Thông tin của người ủy quyền:").unwrap();
    assert_eq!(
        with[start + 1..start + 6].join("\n"),
        "\
        - Họ và tên: Đinh Văn Ưởng\n\
        - Địa chỉ: Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị\n\
        - Số định danh cá nhân/tổ chức: 045188001234\n\
        - Số điện thoại: 0912345678       Email: ong.dinh@example.vn\n\
        - Giấy tờ ủy quyền: Giấy ủy quyền ngày 20/11/2026 được chứng thực tại UBND xã"
    );
    assert!(with[start - 1].starts_with("Số điện thoại: "));
    let without = slip_lines(&samples::plain(), &one_copy());
    assert!(!without.iter().any(|line| line.contains("ủy quyền:")));
    let mut company = samples::authorised();
    let party = &mut company.principal.as_mut().unwrap().party;
    party.kind = ApplicantKind::Organisation { tax_code: "0100047516".to_owned() };
    let lines = slip_lines(&company, &one_copy());
    assert!(lines.iter().any(|line| line == "- Tên tổ chức: Đinh Văn Ưởng"), "{lines:?}");
    assert!(lines.iter().any(|line| line == "- Số định danh cá nhân/tổ chức: 0100047516"));
}

#[test]
fn online_dossiers_are_signed_by_the_officer_alone() {
    let mut dossier = samples::plain();
    dossier.channel = Channel::Online;
    let lines = slip_lines(&dossier, &one_copy());
    assert!(!lines.iter().any(|line| line == "NGƯỜI NỘP HỒ SƠ"));
    assert!(lines.iter().any(|line| line == "NGƯỜI TIẾP NHẬN HỒ SƠ"));
    assert_eq!(lines.iter().filter(|line| *line == "(Ký và ghi rõ họ tên)").count(), 1);
    let sheet = appointment_slip(&dossier, &one_copy(), PaperSize::A5);
    let signer = |item: &&Item| matches!(item, Item::Text(text) if text.string == "Trần Thị Bình");
    let at = sheet.pages[0].items.iter().find(signer).unwrap().bounds();
    assert!(at.x > 74.0, "the officer signs at the right");
}

#[test]
fn an_organisation_has_its_number_and_signs_by_hand() {
    let dossier = samples::organisation();
    let lines = slip_lines(&dossier, &one_copy());
    assert!(lines.contains(&"Số định danh cá nhân/tổ chức: 0100047516-001".to_owned()));
    let mentions = |text: &str| lines.iter().filter(|line| line.contains(text)).count();
    assert_eq!(mentions("Công ty"), 1, "the name of the one who signs is not known");
    assert_eq!(mentions("Thời gian giải quyết hồ sơ theo quy định là: Không quy định"), 1);
    assert_eq!(mentions("Thông báo khi có kết quả"), 1);
    assert_eq!(mentions("Đăng ký nhận kết quả tại: Qua dịch vụ bưu chính công ích"), 1);
    assert_eq!(mentions("đến nhận kết quả"), 0, "nothing to bring when the result comes by post");
}

#[test]
fn other_papers_than_the_identity_number_are_named() {
    let number = |identity| {
        let mut dossier = samples::plain();
        if let motcua::domain::applicant::ApplicantKind::Person { identity: slot, .. } =
            &mut dossier.applicant.kind
        {
            *slot = identity;
        }
        let lines = slip_lines(&dossier, &one_copy());
        let label = "Số định danh cá nhân/tổ chức: ";
        lines.iter().find_map(|line| line.strip_prefix(label)).unwrap().to_owned()
    };
    assert_eq!(number(Some(Identity::Passport("C1234567".to_owned()))), "C1234567 (hộ chiếu)");
    assert_eq!(
        number(Some(Identity::Old("191234567".to_owned()))),
        "191234567 (chứng minh nhân dân)"
    );
    assert_eq!(number(None), words::DOTS);
}

#[test]
fn limits_dates_and_desks_have_their_official_wording() {
    let limits = [
        (Limit::WorkingDays(5), "5 ngày làm việc"),
        (Limit::CalendarDays(10), "10 ngày"),
        (Limit::WorkingHours(4), "4 giờ làm việc"),
        (Limit::SameDay, "Trong ngày làm việc"),
        (Limit::None, "Không quy định"),
    ];
    for (limit, expected) in limits {
        assert_eq!(words::limit(limit), expected);
    }
    let morning = samples::at(2026, 2, 5, 8, 5);
    assert_eq!(words::moment(morning), "08 giờ 05 phút, ngày 05 tháng 02 năm 2026");

    let desk = "Trung tâm Phục vụ hành chính công";
    let cases = [
        ("UBND xã Hướng Hiệp", desk, "Trung tâm Phục vụ hành chính công xã Hướng Hiệp"),
        ("ỦY BAN NHÂN DÂN XÃ A", desk, "Trung tâm Phục vụ hành chính công XÃ A"),
        ("UBND xã A", "Bộ phận Một cửa xã A", "Bộ phận Một cửa xã A"),
        ("Sở Nội vụ", desk, "Trung tâm Phục vụ hành chính công - Sở Nội vụ"),
        ("", desk, desk),
        ("UBND xã A", "", "UBND xã A"),
    ];
    for (agency, desk, expected) in cases {
        let office = Office {
            agency_name: agency.to_owned(),
            desk_name: desk.to_owned(),
            ..Office::default()
        };
        assert_eq!(words::full_desk_name(&office), expected);
    }
}

#[test]
fn each_copy_has_its_label_and_its_own_page_numbers() {
    let mut office = samples::office();
    office.slip.copies = vec!["Liên 1: Lưu".to_owned(), "Liên 2: Giao".to_owned(), String::new()];
    let sheet = appointment_slip(&samples::plain(), &office, PaperSize::A5);
    assert_eq!(sheet.pages.len(), 3);
    for (page, label) in sheet.pages.iter().zip(["Liên 1: Lưu", "Liên 2: Giao", ""]) {
        let labels: Vec<&str> = texts(page).filter(|text| text.starts_with("Liên ")).collect();
        assert_eq!(labels.concat(), label);
        assert!(!texts(page).any(|text| text.starts_with("Trang ")), "one page needs no number");
    }
    let long = appointment_slip(&samples::long(), &office, PaperSize::A5);
    let each = long.pages.len() / 3;
    assert!(each > 1);
    for (index, page) in long.pages.iter().enumerate() {
        let number = format!("Trang {}/{each}", index % each + 1);
        assert!(texts(page).any(|text| text == number), "{number}");
    }
    office.slip.copies.clear();
    assert_eq!(appointment_slip(&samples::plain(), &office, PaperSize::A5).pages.len(), 1);
}

#[test]
fn forty_papers_run_over_pages_with_the_head_and_the_code_repeated() {
    for paper in [PaperSize::A5, PaperSize::A4] {
        let dossier = samples::long();
        let sheet = appointment_slip(&dossier, &one_copy(), paper);
        assert!(sheet.pages.len() > 1);
        let first_cells = sheet.pages.iter().flat_map(|page| {
            let left = HouseStyle::of(paper).frame.left;
            page.items.iter().filter_map(move |item| match item {
                Item::Text(text) if text.x < left + 10.0 => text.string.parse::<usize>().ok(),
                _ => None,
            })
        });
        assert_eq!(first_cells.collect::<Vec<_>>(), (1..=40).collect::<Vec<_>>());
        for (index, page) in sheet.pages.iter().enumerate() {
            let lines = lines(page);
            let has = |wanted: &str| lines.iter().any(|line| line == wanted);
            if index > 0 {
                assert!(has("Mã hồ sơ: H50.031-261123-0042 (tiếp theo)"));
            }
            let rows = lines.iter().any(|line| line.starts_with("Đơn đăng ký đất đai"));
            assert_eq!(rows, has("Tên giấy tờ"), "page {index}");
        }
        let last = lines(sheet.pages.last().unwrap());
        for start in ["Thời gian trả kết quả", "Vào Sổ theo dõi", "NGƯỜI TIẾP NHẬN", "Trần Thị"]
        {
            assert!(last.iter().any(|line| line.starts_with(start)), "{start} is on another page");
        }
    }
}

#[test]
fn a4_is_set_larger() {
    let largest = |paper| {
        let sheet = appointment_slip(&samples::plain(), &one_copy(), paper);
        let sizes = sheet.pages[0].items.iter().filter_map(|item| match item {
            Item::Text(text) if text.string.starts_with("Số lượng") => Some(text.size),
            _ => None,
        });
        (sheet.size.width, sizes.fold(0.0, f32::max))
    };
    let (a5, a4) = (largest(PaperSize::A5), largest(PaperSize::A4));
    assert_eq!((a5.0, a4.0), (148.0, 210.0));
    assert!(a4.1 >= 13.0, "Decree 30/2020 wants 13 to 14 points");
    assert!(a5.1 >= 10.0);
}

fn symbols(sheet: &Sheet) -> Vec<(&str, bool)> {
    let symbols = sheet.pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Symbol(symbol) => Some(symbol),
        _ => None,
    });
    symbols.map(|s| (s.content.as_str(), s.area.width > s.area.height + 1.0)).collect()
}

#[test]
fn codes_too_long_for_bars_keep_their_qr_code() {
    for (length, expected) in [(19, 2), (30, 2), (38, 2), (60, 1)] {
        let mut dossier = samples::plain();
        dossier.code = "H".repeat(length);
        let sheet = appointment_slip(&dossier, &one_copy(), PaperSize::A5);
        let symbols = symbols(&sheet);
        assert_eq!(symbols.len(), expected, "{length} letters");
        assert!(symbols.iter().all(|(content, _)| *content == dossier.code));
        assert_eq!(symbols.iter().filter(|(_, bars)| !*bars).count(), 1, "one QR code");
    }
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[A-ZĐÂƯ][a-zđăâêôơưạếộ]{0,6}( [A-ZĐÂƯ][a-zđăâêôơưạếộ]{0,6}){0,40}", "\\PC{0,200}"]
}

fn party() -> impl Strategy<Value = Applicant> {
    (name(), name(), "[0-9]{0,11}", "([a-z.]{1,30}@[a-z.]{1,60})?").prop_map(
        |(name, address, phone, email)| Applicant {
            address,
            phone,
            email,
            ..samples::person(&name)
        },
    )
}

fn dossier() -> impl Strategy<Value = Dossier> {
    let paper = (name(), 0..3_u8, 0..100_u32, 0..100_u32);
    let papers = proptest::collection::vec(paper, 0..25);
    let principal = proptest::option::of((party(), name()));
    let code = "[A-Z0-9.-]{1,45}";
    (party(), principal, papers, code, name(), name(), any::<(bool, bool)>()).prop_map(
        |(applicant, principal, papers, code, subject, officer, (post, online))| {
            let mut dossier = samples::plain();
            dossier.applicant = applicant;
            dossier.principal =
                principal.map(|(party, authorisation)| Principal { party, authorisation });
            let ways = [PaperWay::Submitted, PaperWay::Shown, PaperWay::FromDatabase];
            dossier.papers = papers
                .into_iter()
                .map(|(name, way, originals, copies)| {
                    samples::paper(&name, ways[usize::from(way)], originals, copies)
                })
                .collect();
            dossier.code = code;
            dossier.subject = subject;
            dossier.received_by = officer;
            dossier.return_by = if post { ReturnBy::Post } else { ReturnBy::Counter };
            dossier.channel = if online { Channel::Online } else { Channel::Counter };
            dossier
        },
    )
}

fn letters(text: &str) -> String {
    motcua::forms::font::printable(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text of all pages without what is repeated around them.
fn body(sheet: &Sheet, style: &HouseStyle) -> String {
    let mut body = String::new();
    for (index, page) in sheet.pages.iter().enumerate() {
        for item in &page.items {
            let Item::Text(text) = item else { continue };
            let head = index > 0 && text.y < style.frame.next_top;
            if !head && text.y < style.frame.limit() {
                body.push_str(&letters(&text.string));
            }
        }
    }
    body
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn no_dossier_leaves_the_margins_or_loses_a_letter(
        dossier in dossier(), a4 in any::<bool>(), agency in name(), label in name(),
    ) {
        let paper = if a4 { PaperSize::A4 } else { PaperSize::A5 };
        let style = HouseStyle::of(paper);
        let mut office = one_copy();
        office.agency_name = agency;
        office.slip.copies = vec![label];
        let sheet = appointment_slip(&dossier, &office, paper);
        let frame = style.frame;
        for item in sheet.pages.iter().flat_map(|page| &page.items) {
            let area = item.bounds();
            prop_assert!(area.x >= frame.left - 0.02, "{:?}", item);
            prop_assert!(area.right() <= frame.left + frame.width() + 0.02, "{:?}", item);
            // Office printers leave about 4 mm at the edge unprinted.
            prop_assert!(area.y >= 5.0 && area.bottom() <= frame.size.height - 4.0, "{:?}", item);
        }
        let body = body(&sheet, &style);
        let party = &dossier.applicant;
        let mut values =
            vec![&dossier.code, &party.name, &party.address, &party.phone, &party.email];
        values.extend([&dossier.subject, &dossier.received_by]);
        values.extend(dossier.principal.iter().map(|principal| &principal.authorisation));
        for value in values {
            prop_assert!(body.contains(&letters(value)), "{:?} is missing", value);
        }
    }
}

#[test]
fn the_pdf_names_itself_truly() {
    let sheet = appointment_slip(&samples::plain(), &samples::office(), PaperSize::A5);
    let bytes = to_pdf(&sheet, samples::received()).unwrap();
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    assert_eq!(file.version, "1.7");
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"vi-VN");
    assert!(!catalog.has(b"OutputIntents"), "no output condition was promised");
    let info = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = file.get_dictionary(info).unwrap();
    assert!(!info.has(b"GTS_PDFXVersion"));
    let stamp = info.get(b"CreationDate").unwrap().as_str().unwrap();
    assert_eq!(stamp, b"D:20261123142000+07'00'");
    for (key, expected) in [("Title", &sheet.title), ("Author", &sheet.author)] {
        let raw = info.get(key.as_bytes()).unwrap().as_str().unwrap();
        let units = raw[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        assert_eq!(char::decode_utf16(units).map(Result::unwrap).collect::<String>(), *expected);
    }
    assert_eq!(file.get_pages().len(), 2);
}

#[test]
fn the_pdf_gives_its_text_back_and_stays_small() {
    for (name, dossier) in samples::all() {
        for paper in [PaperSize::A5, PaperSize::A4] {
            let sheet = appointment_slip(&dossier, &samples::office(), paper);
            let bytes = to_pdf(&sheet, samples::received()).unwrap();
            assert!(bytes.len() < 80_000, "{name}: {} bytes", bytes.len());
            let file = lopdf::Document::load_mem(&bytes).unwrap();
            for (page, number) in sheet.pages.iter().zip(1..) {
                let read = letters(&file.extract_text(&[number]).unwrap());
                let drawn: String = texts(page).map(letters).collect();
                assert_eq!(read, drawn, "{name}, page {number}");
            }
        }
    }
}

#[test]
fn equal_slips_are_equal_to_the_byte() {
    let sheet = appointment_slip(&samples::plain(), &samples::office(), PaperSize::A5);
    let first = to_pdf(&sheet, samples::received()).unwrap();
    assert_eq!(first, to_pdf(&sheet, samples::received()).unwrap());
    assert_ne!(first, to_pdf(&sheet, samples::at(2026, 11, 23, 14, 21)).unwrap());
    let mut other = samples::plain();
    other.applicant.name.push('a');
    let other = appointment_slip(&other, &samples::office(), PaperSize::A5);
    assert_ne!(first, to_pdf(&other, samples::received()).unwrap());
}
