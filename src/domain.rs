//! The rules of the desk: no clock, no disk, no SQL, no paper, no window.
//!
//! Vocabulary: *hồ sơ* is a dossier, *thủ tục* a procedure, *người nộp* an applicant,
//! *giấy tiếp nhận và hẹn trả kết quả* an appointment slip, *hạn trả* a due date,
//! *thành phần hồ sơ* the papers of a dossier.

pub mod applicant;
pub mod calendar;
pub mod calendar_fault;
pub mod card;
pub mod clock_start;
pub mod code;
pub mod collection;
pub mod correction;
pub mod crowd;
pub mod deadline;
pub mod dossier;
pub mod fee;
pub mod fold;
pub mod form_style;
pub mod handover;
pub mod hands;
pub mod hours;
pub mod identity;
pub mod intake;
pub mod invalid;
pub mod law_days;
pub mod limit;
pub mod limit_prose;
pub mod line;
pub mod lunar;
pub mod notice;
pub mod office;
pub mod officer;
pub mod paper;
pub mod past_promise;
pub mod phone;
pub mod place;
pub mod procedure;
pub mod process;
pub mod progress;
pub mod register_line;
pub mod status;
pub mod tax_code;
pub mod time;
pub mod tray;
pub mod verdict;
pub mod waiting;
mod words;
mod worktime;
