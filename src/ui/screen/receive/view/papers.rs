//! What was brought: the checklist with originals and copies.

use iced::widget::{button, column, container, row, text};
use iced::{Alignment, Element, Length};

use crate::domain::invalid::Field as Place;
use crate::domain::paper::PaperWay;
use crate::ui::font;
use crate::ui::screen::receive::form::{Form, Line};
use crate::ui::screen::receive::papers::wants;
use crate::ui::screen::receive::{EXTRA, Message, PAPERS, SCROLL};
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, Tone, body, faint, pad, size, space, words};
use crate::ui::widget::hot::Hot;
use crate::ui::widget::parts::{Field, card, complaint, hairline, pill, pressable, scrolled, tick};

/// The width of a column of numbers.
const COUNT: f32 = 62.0;

/// The checklist; where it `fills` what is left of the column, it scrolls by itself.
pub(super) fn view(form: &Form, fills: bool) -> Element<'_, Message> {
    let (ticked, all) = form.ticked();
    let right = if all > 0 { faint(said::papers_ticked(ticked, all)) } else { faint("") };
    let mut parts = column![].spacing(space::SMALL);
    if form.content.lines.is_empty() {
        let hint = if form.procedure.is_some() { said::NO_PAPERS } else { said::PROCEDURE_FIRST };
        parts = parts.push(faint(hint));
    } else {
        let number =
            |head| container(words(head, size::SMALL, font::MEDIUM).center()).center_x(COUNT);
        let head = row![
            container(words(said::PAPER, size::SMALL, font::MEDIUM)).width(Length::Fill),
            number(said::ORIGINALS),
            number(said::COPIES),
        ];
        let rows = form
            .content
            .lines
            .iter()
            .enumerate()
            .map(|(index, line)| column![hairline(), paper(line, index, form)].into());
        let list = Hot::new(PAPERS, column(rows), |press| {
            wants(press).then(|| Message::OnPapers(press.clone()))
        });
        let list: Element<'_, Message> =
            if fills { scrolled(SCROLL, list).height(Length::Fill).into() } else { list.into() };
        parts = parts.push(head).push(list);
    }
    if let Some(wrong) = form.wrong.get(&Place::Paper) {
        parts = parts.push(complaint(wrong));
    }
    let extra = Field::new("", &form.content.extra, EXTRA, Message::Extra)
        .placeholder(said::ADD_PAPER)
        .on_submit(Message::AddExtra);
    let all_of_them = (all > 0).then(|| {
        pressable(Kind::Quiet, faint(said::ALL_PAPERS), Some(Message::AllPapers)).padding(pad::LINK)
    });
    parts = parts.push(
        row![extra.view()].push(all_of_them).spacing(space::SMALL).align_y(Alignment::Center),
    );
    let card = card(said::PAPERS, right, parts).width(Length::Fill);
    if fills { card.height(Length::Fill).into() } else { card.into() }
}

fn paper<'a>(line: &'a Line, index: usize, form: &Form) -> Element<'a, Message> {
    let name = body(line.paper.name.as_str()).wrapping(text::Wrapping::Word);
    if line.is_heading() {
        return container(faint(line.paper.name.as_str())).padding(pad::CELL).into();
    }
    let selected = form.line == index;
    let mut words_of_it = column![name].spacing(2).width(Length::Fill);
    match (line.paper.way, &line.database) {
        (_, Some(database)) => {
            words_of_it = words_of_it.push(pill(said::in_database(database), Tone::Warn));
        }
        (PaperWay::Shown, None) => words_of_it = words_of_it.push(faint(said::SHOWN)),
        _ => {}
    }
    let face = row![tick(line.ticked), words_of_it].spacing(space::SMALL);
    let tick = button(face)
        .padding(pad::CELL)
        .width(Length::Fill)
        .style(theme::button(Kind::Row { selected }))
        .on_press(Message::TickPaper(index));
    let number = |column: usize, number: u32| {
        let at = selected && form.column == column;
        let shown = if line.ticked { number } else { 0 };
        let figure = words(shown.to_string(), size::BODY, font::MEDIUM).center();
        button(container(figure).center_x(Length::Fill))
            .width(COUNT)
            .padding(pad::CELL)
            .style(theme::button(Kind::Row { selected: at }))
            .on_press(Message::CountPaper(index, column))
    };
    row![tick, number(0, line.paper.originals), number(1, line.paper.copies)]
        .align_y(Alignment::Center)
        .into()
}
