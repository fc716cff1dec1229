//! Why a promise is for its hour of the day.

use super::Promise;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::{ReturnHour, hour_within};
use crate::domain::limit::Limit;
use crate::domain::time::OfficeTime;
use crate::forms::words;

/// One sentence on the hour of the promise for `at`.
pub(super) fn line(calendar: &Calendar, promise: &Promise<'_>, at: OfficeTime) -> String {
    let half = promise.due.days.iter().any(|day| day.half);
    match promise.limit() {
        Limit::Agreed(_) if promise.is_extended() => {
            "Giờ hẹn là giờ ghi trong lần hẹn lại.".to_owned()
        }
        Limit::Agreed(_) => "Giờ hẹn là giờ hai bên đã thỏa thuận.".to_owned(),
        Limit::WorkingHours(hours) => format!("Giờ hẹn là lúc đủ {hours} giờ làm việc."),
        Limit::SameDay | Limit::WorkingDays(0) => {
            "Giờ hẹn là lúc hết giờ làm việc của ngày trả kết quả.".to_owned()
        }
        Limit::HalfDays(_) if half => {
            "Giờ hẹn là lúc hết buổi làm việc của nửa ngày được tính.".to_owned()
        }
        Limit::None | Limit::HalfDays(_) | Limit::WorkingDays(_) | Limit::CalendarDays(_) => {
            by_policy(calendar, promise, at)
        }
    }
}

/// By the office's way of promising an hour, as far as the promise agrees with it: hours and policy may
/// have changed since the promise was made.
fn by_policy(calendar: &Calendar, promise: &Promise<'_>, at: OfficeTime) -> String {
    let from = promise.from().time();
    let expected = hour_within(calendar.sessions(at.date()), from, promise.hour);
    if expected != Some(at.time()) {
        return "Giờ hẹn theo giờ làm việc và cách hẹn giờ của cơ quan khi lập giấy hẹn."
            .to_owned();
    }
    match promise.hour {
        ReturnHour::SameHour if from == at.time() => {
            "Giờ hẹn cùng giờ bắt đầu tính thời hạn, theo cách hẹn giờ của cơ quan.".to_owned()
        }
        ReturnHour::SameHour => format!(
            "Giờ bắt đầu tính là {}, ngoài giờ làm việc của ngày trả kết quả, nên giờ hẹn được chuyển \
             vào trong giờ làm việc.",
            words::hour(from)
        ),
        ReturnHour::EndOfSession => {
            "Giờ hẹn là lúc hết buổi làm việc, theo cách hẹn giờ của cơ quan.".to_owned()
        }
        ReturnHour::EndOfDay => {
            "Giờ hẹn là lúc hết ngày làm việc, theo cách hẹn giờ của cơ quan.".to_owned()
        }
    }
}
