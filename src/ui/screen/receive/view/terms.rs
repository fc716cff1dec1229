//! The unusual terms of a dossier's time: from when it counts and why, a second appointment.

use iced::Element;
use iced::widget::column;

use super::field;
use crate::domain::clock_start::StartReason;
use crate::domain::invalid::Field as Place;
use crate::ui::screen::receive::Message;
use crate::ui::screen::receive::form::Form;
use crate::ui::screen::receive::input::Input;
use crate::ui::text as said;
use crate::ui::theme::{Kind, faint, pad, space};
use crate::ui::widget::parts::{choice, complaint, pressable};

/// One line while nothing is unusual, the fields otherwise.
pub(super) fn view(form: &Form) -> Element<'_, Message> {
    let shown = form.terms_shown();
    let label = if shown { said::TERMS_SHOWN } else { said::TERMS };
    let head = pressable(Kind::Quiet, faint(label), Some(Message::Terms)).padding(pad::LINK);
    if !shown {
        return head.into();
    }
    let reasons = [
        (None, said::FROM_RECEIPT),
        (Some(StartReason::OutOfArea), said::OUT_OF_AREA),
        (Some(StartReason::Post), said::BY_POST),
        (Some(StartReason::OutsideHours), said::OUTSIDE_HOURS),
    ];
    let chosen = form.content.intake.clock_reason;
    let reason =
        choice(said::CLOCK_REASON, "receive-clock-reason", &reasons, chosen, Message::ClockReason);
    let wrong = form.wrong.get(&Place::ClockReason);
    let reason = column![reason].push(wrong.map(|wrong| complaint(wrong))).spacing(3);
    column![head, field(form, Input::ClockFrom), reason, field(form, Input::SecondLimit)]
        .spacing(space::MEDIUM)
        .into()
}
