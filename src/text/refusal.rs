//! Why something was refused, and what to do next.

use super::field::invalid;
use super::process::{step_error, steps_fault};
use super::whole_life;
use super::words::{date, status};
use crate::desk::DeskError;
use crate::desk::catalogue::CatalogueError;
use crate::domain::verdict::NoExtension;
use crate::files::FileError;
use crate::store::StoreError;

/// A refused act: one sentence for each thing that is wrong.
pub(crate) fn refusal(error: &DeskError) -> Vec<String> {
    let sentence = match error {
        DeskError::Invalid(list) => return list.iter().map(invalid).collect(),
        DeskError::NoOffice => {
            "Cơ quan chưa được khai báo mã định danh; hãy chạy \"motcua init\" trước.".to_owned()
        }
        DeskError::NoDossier(code) => {
            format!(
                "Mã hồ sơ: không có hồ sơ {code}; hãy xem lại mã, hoặc tìm theo tên người nộp hay số \
                 định danh."
            )
        }
        DeskError::AlreadyReceived => {
            "Bản nháp này không còn: hồ sơ đã được tiếp nhận hoặc bản nháp đã bị xóa; hãy tìm hồ sơ \
             theo tên người nộp trước khi nhập lại."
                .to_owned()
        }
        DeskError::NotLawful { code, from, to } if from == to => format!(
            "Hồ sơ {code} đang ở trạng thái \"{}\" rồi, không ghi nhận lần nữa; hãy xem hồ sơ.",
            status(*from)
        ),
        DeskError::NotLawful { code, from, .. } if from.is_final() => format!(
            "Hồ sơ {code} đã kết thúc ({}), không làm việc này được nữa; nếu ghi nhầm, hãy hoàn tác bước \
             cuối.",
            status(*from)
        ),
        DeskError::NotLawful { code, from, to } => format!(
            "Hồ sơ {code} đang ở trạng thái \"{}\", không chuyển thẳng sang \"{}\" được; hãy xem hồ sơ \
             và làm bước còn thiếu trước.",
            status(*from),
            status(*to)
        ),
        DeskError::Ended { code, status: ended } => format!(
            "Hồ sơ {code} đã kết thúc ({}), không làm việc này được nữa; hãy xem lại mã hồ sơ.",
            status(*ended)
        ),
        DeskError::NoPromise { code, status: now } => format!(
            "Hồ sơ {code} đang ở trạng thái \"{}\", không có ngày hẹn nào đang chạy; hãy xem lại hồ \
             sơ.",
            status(*now)
        ),
        DeskError::PromiseFixed(code) => format!(
            "Hồ sơ {code}: ngày hẹn đã thay đổi hoặc kết quả đã có sau khi tiếp nhận, không sửa thủ tục, \
             thời hạn hay hình thức nộp bằng đính chính được; hãy chỉ sửa các mục khác, hoặc dùng \
             \"Đổi trường hợp thời hạn\"."
        ),
        DeskError::NoExtension { code, why } => no_extension(code, *why),
        DeskError::NothingToCorrect(code) => format!(
            "Hồ sơ {code}: không có mục nào khác với thông tin đã ghi; hãy sửa ít nhất một mục."
        ),
        DeskError::NoBranchNow { code, status: stands } => format!(
            "Hồ sơ {code} đang ở trạng thái \"{}\", không đổi trường hợp thời hạn được; chỉ hồ sơ đang \
             giải quyết mới đổi được, hãy xem lại mã hồ sơ.",
            status(*stands)
        ),
        DeskError::SameLimit(code) => format!(
            "Trường hợp thời hạn: hồ sơ {code} đang tính theo đúng thời hạn này; hãy chọn trường hợp \
             khác."
        ),
        DeskError::NoWorkingDay => {
            "Lịch làm việc: không có ngày làm việc nào trong tầm tính; hãy kiểm tra giờ làm việc và \
             ngày nghỉ đã nhập."
                .to_owned()
        }
        DeskError::NotPractice => {
            "Sổ này là sổ thật, không ghi hồ sơ giả định vào đây; hãy chọn thư mục khác bằng --data \
             hoặc --out."
                .to_owned()
        }
        DeskError::Disagreements(count) => format!(
            "Sổ có {count} chỗ không khớp; hãy sao lưu ngay, không tự sửa tệp và báo người phụ trách."
        ),
        DeskError::Steps(faults) => return faults.iter().map(steps_fault).collect(),
        DeskError::Step(error) => step_error(error),
        DeskError::Form(_) => {
            "Không dựng được phiếu; hồ sơ vẫn còn trong sổ, hãy in lại bằng lệnh \"motcua slip\"."
                .to_owned()
        }
        DeskError::File(error) => file(error),
        DeskError::Catalogue(error) => catalogue(error),
        DeskError::Store(error) => store(error),
        other => whole_life::refusal(other).unwrap_or_default(),
    };
    vec![sentence]
}

/// Why a promise may not be put off (Decree 61/2018/NĐ-CP art. 19.9).
pub(crate) fn no_extension(code: &str, why: NoExtension) -> String {
    match why {
        NoExtension::Already => format!(
            "Hồ sơ {code} đã được gia hạn một lần; việc hẹn lại ngày trả kết quả không quá một lần \
             (quy định về cơ chế một cửa); hãy ưu tiên giải quyết kịp ngày đã hẹn."
        ),
        NoExtension::TooLate { last } => {
            let last = last.map(|day| format!(", chậm nhất là {}", date(day))).unwrap_or_default();
            format!(
                "Hồ sơ {code}: phải xin lỗi và hẹn lại trước ngày hẹn ít nhất một ngày{last}; nay đã \
                 quá thời điểm đó (quy định về cơ chế một cửa); hãy ưu tiên giải quyết và \
                 báo ngay cho người nộp."
            )
        }
        NoExtension::NotLater => {
            "Ngày hẹn mới: phải sau ngày hẹn cũ; hãy chọn ngày khác.".to_owned()
        }
    }
}

/// A dossier that was received and whose slip was not printed.
pub(crate) fn not_printed(code: &str, error: &DeskError) -> Vec<String> {
    let reason = refusal(error).join(" ");
    vec![format!(
        "Hồ sơ {code} đã ở trong sổ, chỉ giấy hẹn chưa in được. {reason} Xong việc đó, in lại bằng \
         lệnh \"motcua slip {code}\"."
    )]
}

pub(crate) fn file(error: &FileError) -> String {
    use std::io::ErrorKind;
    let path = error.path.display();
    match error.source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            format!("Đĩa đã đầy, không ghi được {path}; hãy xóa bớt tệp rồi in hoặc ghi lại.")
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            format!("Không có quyền ghi {path}; hãy chọn thư mục khác.")
        }
        _ => format!("Không ghi được {path}; hãy kiểm tra đường dẫn và ổ đĩa."),
    }
}

/// Trouble with the book.
pub(crate) fn store(error: &StoreError) -> String {
    match error {
        StoreError::NoBook(path) => format!(
            "Chưa có sổ tại {}; hãy chạy \"motcua init\" để lập sổ, hoặc \"motcua demo\" để xem thử.",
            path.display()
        ),
        StoreError::AlreadyThere(path) => format!(
            "Đã có sổ tại {}; sổ được giữ nguyên, hãy chọn thư mục khác bằng --data.",
            path.display()
        ),
        StoreError::Locked => {
            "Sổ đang được mở ở một cửa sổ hoặc lệnh khác; hãy đóng nơi đó rồi thử lại.".to_owned()
        }
        StoreError::Foreign => {
            "Tệp sổ không phải do chương trình này lập; tệp được giữ nguyên, hãy kiểm tra thư mục \
             --data."
                .to_owned()
        }
        StoreError::Newer { found, known } => format!(
            "Sổ do bản chương trình mới hơn lập (sổ bản {found}, chương trình này đọc đến bản \
             {known}); sổ được giữ nguyên, hãy cập nhật chương trình."
        ),
        StoreError::Damaged(_) => {
            "Tệp sổ bị hỏng; không xóa tệp, hãy lấy bản sao lưu gần nhất và báo người phụ trách."
                .to_owned()
        }
        StoreError::Full => {
            "Đĩa đã đầy, việc này chưa được ghi vào sổ; hãy xóa bớt tệp rồi làm lại.".to_owned()
        }
        StoreError::ReadOnly => {
            "Thư mục hoặc tệp sổ không cho ghi; hãy cấp quyền ghi hoặc chọn thư mục khác bằng \
             --data."
                .to_owned()
        }
        StoreError::BackupFolder(folder) => format!(
            "Không ghi được bản sao lưu vào {}; sổ vẫn nguyên vẹn, hãy kiểm tra ổ đĩa hoặc chọn thư \
             mục khác bằng --to.",
            folder.display()
        ),
        StoreError::UnsafeSqlite(version) => format!(
            "Thư viện SQLite {version} có lỗi làm mất dữ liệu; hãy cài lại chương trình bản chính \
             thức."
        ),
        StoreError::Closed => {
            "Sổ đã đóng ngoài dự kiến; hãy mở lại chương trình, việc chưa báo xong là chưa ghi."
                .to_owned()
        }
        StoreError::Unreadable(_) => {
            "Trong sổ có giá trị không đọc được; hãy chạy \"motcua check\" và báo người phụ trách."
                .to_owned()
        }
        StoreError::Io(_) | StoreError::Sql(_) => {
            "Không đọc hoặc ghi được sổ; hãy kiểm tra ổ đĩa, xem motcua.log rồi thử lại.".to_owned()
        }
    }
}

fn catalogue(error: &CatalogueError) -> String {
    match error {
        CatalogueError::Io { path, .. } => {
            format!("Không mở được tệp {}; hãy kiểm tra tên tệp và quyền đọc.", path.display())
        }
        CatalogueError::TooLarge { max } => {
            format!("Tệp lớn quá {} MB; hãy tách thành nhiều tệp nhỏ hơn.", max / (1024 * 1024))
        }
        CatalogueError::TooManyRows { max } => {
            format!("Tệp có quá {max} dòng; hãy tách thành nhiều tệp nhỏ hơn.")
        }
        CatalogueError::Empty => "Tệp không có dòng dữ liệu nào; hãy kiểm tra lại tệp.".to_owned(),
        CatalogueError::NotUtf8 { row } => format!(
            "Dòng {row}: chữ không theo bảng mã UTF-8; hãy lưu lại tệp với bảng mã UTF-8 (Unicode)."
        ),
        CatalogueError::OldOrLockedWorkbook => {
            "Bảng tính thuộc dạng cũ (.xls) hoặc có mật khẩu; hãy lưu lại thành .xlsx không mật \
             khẩu."
                .to_owned()
        }
        CatalogueError::Workbook { .. } => {
            "Bảng tính bị hỏng hoặc không phải .xlsx; hãy mở bằng Excel và lưu lại.".to_owned()
        }
        CatalogueError::Json { line, .. } => {
            format!("Tệp JSON sai ở dòng {line}; tệp phải là một mảng các đối tượng đơn giản.")
        }
        CatalogueError::MissingColumns { missing } => format!(
            "Tệp thiếu cột: {}; hãy thêm cột với đúng tên này ở dòng đầu.",
            missing.join(", ")
        ),
        CatalogueError::DuplicateColumn { column } => {
            format!("Cột {column} có hai lần; hãy bỏ một cột.")
        }
        CatalogueError::Ragged { row, found, expected } => format!(
            "Dòng {row}: có {found} ô, dòng đầu có {expected} cột; hãy kiểm tra dấu ngăn cách và dấu \
             nháy."
        ),
        CatalogueError::Cell { row, column, problem } => {
            format!("Dòng {row}, cột {column}: {}", super::field::problem(problem))
        }
        CatalogueError::TooManySteps { row, max } => {
            format!("Dòng {row}: quy trình có quá {max} bước; hãy gộp bớt bước.")
        }
        CatalogueError::DuplicateCode { code, first, second } => {
            format!("Mã thủ tục {code} có ở cả dòng {first} và dòng {second}; hãy bỏ một dòng.")
        }
        CatalogueError::SeasonAlone { row, date } => format!(
            "Dòng {row}: giờ theo mùa không có giờ làm việc áp dụng từ cùng ngày {}; hãy thêm một dòng \
             loại hours cùng ngày đó.",
            date.format("%d/%m/%Y")
        ),
        CatalogueError::DuplicateDate { date, first, second } => format!(
            "Ngày {} có ở cả dòng {first} và dòng {second}; hãy bỏ một dòng.",
            date.format("%d/%m/%Y")
        ),
    }
}
