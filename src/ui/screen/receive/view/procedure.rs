//! What the citizen comes for: the picker, the branch of the limit, how it came and goes out.

use iced::widget::{button, column, row, svg, text};
use iced::{Alignment, Element, Length, Theme};

use super::{field, inset, terms};
use crate::domain::dossier::{Channel, ReturnBy};
use crate::domain::invalid::Field as Place;
use crate::domain::procedure::Procedure;
use crate::ui::catalogue::Catalogue;
use crate::ui::icon;
use crate::ui::screen::receive::form::Form;
use crate::ui::screen::receive::input::Input;
use crate::ui::screen::receive::{Message, QUERY};
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, faint, pad, space, strong};
use crate::ui::widget::parts::{Field, card, choice, complaint, pressable};

pub(super) fn view<'a>(form: &'a Form, catalogue: &Catalogue) -> Element<'a, Message> {
    let intake = &form.content.intake;
    let query = Field::new("", &form.content.query, QUERY, Message::Query)
        .placeholder(said::FIND_PROCEDURE)
        .on_submit(Message::Choose(form.answer))
        .wrong(form.wrong.get(&Place::Procedure).map(String::as_str));
    let mut parts = column![query.view()].spacing(space::MEDIUM);
    match &form.procedure {
        Some(procedure) => {
            parts = parts.push(chosen(procedure, catalogue.is_favourite(procedure)));
            parts = parts.push(branches(form, procedure));
            if procedure.limits.is_empty() {
                parts = parts.push(field(form, Input::Limit));
            }
        }
        None => parts = parts.push(answers(form, catalogue)),
    }
    if form.is_by_agreement() {
        parts = parts.push(field(form, Input::AgreedAt));
    }
    let channels = [
        (Channel::Counter, said::CHANNEL_COUNTER),
        (Channel::Online, said::CHANNEL_ONLINE),
        (Channel::Post, said::CHANNEL_POST),
    ];
    let ways = [(ReturnBy::Counter, said::RETURN_COUNTER), (ReturnBy::Post, said::RETURN_POST)];
    parts = parts
        .push(choice(said::CHANNEL, "receive-channel", &channels, intake.channel, Message::Channel))
        .push(choice(said::RETURN_BY, "receive-return", &ways, intake.return_by, Message::ReturnBy))
        .push(terms::view(form));
    card(said::PROCEDURE, faint(""), parts).into()
}

/// The answers of the picker.
fn answers<'a>(form: &'a Form, catalogue: &Catalogue) -> Element<'a, Message> {
    if form.answers.is_empty() {
        return faint(said::NO_PROCEDURE).into();
    }
    let rows = form.answers.iter().enumerate().map(|(index, procedure)| {
        let kind = Kind::Row { selected: index == form.answer };
        let answer = two_lines(procedure, catalogue.is_favourite(procedure));
        button(answer)
            .width(Length::Fill)
            .padding(pad::ROW)
            .style(theme::button(kind))
            .on_press(Message::Choose(index))
            .into()
    });
    column(rows).into()
}

/// A procedure as two lines: its name; field, limit and code.
fn two_lines<'a>(procedure: &Procedure, favourite: bool) -> Element<'a, Message> {
    let name = strong(said::short_name(&procedure.name, 84)).wrapping(text::Wrapping::Word);
    let detail = faint(said::procedure_line(procedure));
    let lines = column![name, detail].width(Length::Fill);
    if !favourite {
        return lines.into();
    }
    let star = svg(icon::STAR.clone())
        .width(14)
        .height(14)
        .style(|theme: &Theme, _| svg::Style { color: Some(theme::colors(theme).warn) });
    row![lines, star].align_y(Alignment::Center).spacing(space::SMALL).into()
}

/// The chosen procedure.
fn chosen<'a>(procedure: &Procedure, favourite: bool) -> Element<'a, Message> {
    let mark = if favourite { said::NO_FAVOURITE } else { said::FAVOURITE };
    let acts = row![
        pressable(Kind::Quiet, faint(said::CHANGE_PROCEDURE), Some(Message::Unchoose))
            .padding(pad::LINK),
        pressable(Kind::Quiet, faint(mark), Some(Message::Favourite)).padding(pad::LINK),
    ]
    .wrap();
    let mut parts = column![two_lines(procedure, favourite)].spacing(space::TINY);
    if !procedure.fee_text.is_empty() {
        parts = parts.push(faint(said::fee_line(procedure)));
    }
    inset(parts.push(acts))
}

/// The branches of the limit, when there are several.
fn branches<'a>(form: &'a Form, procedure: &'a Procedure) -> Option<Element<'a, Message>> {
    if procedure.limits.len() < 2 {
        return None;
    }
    let intake = &form.content.intake;
    let ordinary = procedure.ordinary_limit(intake.channel);
    let chosen = match intake.branch.parse::<usize>() {
        Ok(number) => number,
        // The branch that runs by itself.
        Err(_) => procedure
            .limits
            .iter()
            .position(|branch| ordinary == Some(branch.limit))
            .map_or(0, |place| place + 1),
    };
    let rows = (1..).zip(&procedure.limits).map(|(number, branch)| {
        let kind = Kind::Choice { chosen: number == chosen };
        button(faint(said::branch(branch)).wrapping(text::Wrapping::Word))
            .width(Length::Fill)
            .padding(pad::ROW)
            .style(theme::button(kind))
            .on_press(Message::Branch(number))
            .into()
    });
    let count = procedure.limits.len();
    let list = crate::ui::widget::hot::Hot::new(
        "receive-branch",
        column(rows).spacing(space::TINY),
        move |press| {
            let rows = press.rows(1)?;
            let next = if rows > 0 { chosen % count + 1 } else { (chosen + count - 2) % count + 1 };
            Some(Message::Branch(next))
        },
    );
    let mut parts = column![faint(said::BRANCH), list].spacing(3);
    if let Some(wrong) = form.wrong.get(&Place::Branch) {
        parts = parts.push(complaint(wrong));
    }
    Some(parts.into())
}
