//! The provinces that open a personal identity number, by the codes of the 63 provinces.

/// A province or city in the list used for identity numbers.
///
/// The merger into 34 provinces in 2025 renumbered no card, so the names are those of before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The first three digits of the number.
    pub code: u16,
    /// The name, without "tỉnh" or "thành phố".
    pub name: &'static str,
}

/// The place with this code, or `None` when the list does not have it.
#[must_use]
pub fn place(code: u16) -> Option<Place> {
    let at = PLACES.binary_search_by_key(&code, |place| place.code).ok()?;
    PLACES.get(at).copied()
}

/// Whether the code stands for a country: the birth was registered abroad. The provinces end at
/// 096.
#[must_use]
pub fn is_abroad(code: u16) -> bool {
    code >= 100
}

const fn at(code: u16, name: &'static str) -> Place {
    Place { code, name }
}

/// All 63 places, by code.
pub const PLACES: [Place; 63] = [
    at(1, "Hà Nội"),
    at(2, "Hà Giang"),
    at(4, "Cao Bằng"),
    at(6, "Bắc Kạn"),
    at(8, "Tuyên Quang"),
    at(10, "Lào Cai"),
    at(11, "Điện Biên"),
    at(12, "Lai Châu"),
    at(14, "Sơn La"),
    at(15, "Yên Bái"),
    at(17, "Hòa Bình"),
    at(19, "Thái Nguyên"),
    at(20, "Lạng Sơn"),
    at(22, "Quảng Ninh"),
    at(24, "Bắc Giang"),
    at(25, "Phú Thọ"),
    at(26, "Vĩnh Phúc"),
    at(27, "Bắc Ninh"),
    at(30, "Hải Dương"),
    at(31, "Hải Phòng"),
    at(33, "Hưng Yên"),
    at(34, "Thái Bình"),
    at(35, "Hà Nam"),
    at(36, "Nam Định"),
    at(37, "Ninh Bình"),
    at(38, "Thanh Hóa"),
    at(40, "Nghệ An"),
    at(42, "Hà Tĩnh"),
    at(44, "Quảng Bình"),
    at(45, "Quảng Trị"),
    at(46, "Thừa Thiên Huế"),
    at(48, "Đà Nẵng"),
    at(49, "Quảng Nam"),
    at(51, "Quảng Ngãi"),
    at(52, "Bình Định"),
    at(54, "Phú Yên"),
    at(56, "Khánh Hòa"),
    at(58, "Ninh Thuận"),
    at(60, "Bình Thuận"),
    at(62, "Kon Tum"),
    at(64, "Gia Lai"),
    at(66, "Đắk Lắk"),
    at(67, "Đắk Nông"),
    at(68, "Lâm Đồng"),
    at(70, "Bình Phước"),
    at(72, "Tây Ninh"),
    at(74, "Bình Dương"),
    at(75, "Đồng Nai"),
    at(77, "Bà Rịa - Vũng Tàu"),
    at(79, "Hồ Chí Minh"),
    at(80, "Long An"),
    at(82, "Tiền Giang"),
    at(83, "Bến Tre"),
    at(84, "Trà Vinh"),
    at(86, "Vĩnh Long"),
    at(87, "Đồng Tháp"),
    at(89, "An Giang"),
    at(91, "Kiên Giang"),
    at(92, "Cần Thơ"),
    at(93, "Hậu Giang"),
    at(94, "Sóc Trăng"),
    at(95, "Bạc Liêu"),
    at(96, "Cà Mau"),
];
