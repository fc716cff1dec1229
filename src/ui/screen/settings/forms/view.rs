//! How the editor of the office's forms looks: the forms, what each says of itself, the form itself.

use iced::widget::{Space, column, container, row, text, text_editor};
use iced::{Alignment, Element, Length, padding};

use super::{
    Area, COPIES, Draft, FOOTER, FROM, Forms, HEADING, Line, Message, NUMBER, SIGNER, TITLE,
};
use crate::domain::form_style::FormKind;
use crate::domain::invalid::Field as Place;
use crate::domain::office::PaperSize;
use crate::ui::font;
use crate::ui::screen::Context;
use crate::ui::text::forms as said;
use crate::ui::theme::{self, Kind, Tone, body, faint, pad, size, space, words};
use crate::ui::widget::leaf::Leaf;
use crate::ui::widget::parts::{
    Field, act, card, choice, complaint, notice, pill, place, plain_card, pressable, scrolled,
};

/// The width of the list of forms.
const LIST: f32 = 250.0;
/// The narrowest room for the list beside the fields and the form.
const WITH_LIST: f32 = 900.0;
/// The height of an area of a few lines.
const LINES: f32 = 62.0;

impl Forms {
    pub(in crate::ui::screen::settings) fn view(
        &self,
        context: &Context<'_>,
    ) -> Element<'_, Message> {
        let Some(draft) = self.draft() else { return faint(said::READING).into() };
        let with_list = context.room.width >= WITH_LIST;
        // The form takes what the list and its fields leave, as wide as it is told apart well.
        let list = if with_list { LIST + space::LARGE } else { 0.0 };
        let paper = ((context.room.width - list - space::LARGE) * 0.46).min(520.0);
        let preview = scrolled("forms-preview", self.paper.view(paper - 24.0));
        let preview = column![faint(said::PREVIEW), preview.height(Length::Fill)]
            .spacing(space::SMALL)
            .width(paper);
        let fields = self.fields(draft, with_list).width(Length::Fill);
        let (list, fields) = match with_list {
            true => (Some(self.list().width(LIST)), fields),
            false => (None, column![self.turn(), fields].spacing(space::SMALL)),
        };
        let parts = row![].extend(list.map(Element::from)).push(fields).push(preview);
        parts.spacing(space::LARGE).height(Length::Fill).into()
    }

    /// What stands for the list where there is no room for it: which form it is, and those beside it.
    fn turn(&self) -> Element<'_, Message> {
        let turn = |sign, by| pressable(Kind::Other, body(sign), self.beside(by)).padding(pad::TAB);
        row![
            turn("↑", FormKind::ALL.len() - 1),
            turn("↓", 1),
            faint(said::place(self.at() + 1, FormKind::ALL.len())).wrapping(text::Wrapping::Word),
        ]
        .spacing(space::SMALL)
        .align_y(Alignment::Center)
        .into()
    }

    fn list(&self) -> iced::widget::Column<'_, Message> {
        let forms = FormKind::ALL.into_iter().map(|kind| {
            let decided = self.known.as_ref().is_some_and(|known| {
                known.forms.iter().any(|(of, _, versions)| *of == kind && !versions.is_empty())
            });
            let typed = self.drafts.iter().any(|(of, draft)| *of == kind && draft.touched);
            let note = match (typed, decided) {
                (true, _) => said::TYPED,
                (false, true) => said::DECIDED,
                (false, false) => said::USUAL,
            };
            let name = words(said::name(kind), size::BODY, font::SEMIBOLD);
            let (kind_of, note) = match kind == self.kind() {
                true => (Kind::Main, words(note, size::LABEL, font::REGULAR)),
                false => (Kind::Other, faint(note)),
            };
            let content = column![name.wrapping(text::Wrapping::Word), note].width(Length::Fill);
            let press = pressable(kind_of, content, Some(Message::Choose(kind)));
            press.padding(pad::TAB).width(Length::Fill).into()
        });
        let list = column(forms).spacing(space::TINY);
        column![
            faint(said::CHOOSE).wrapping(text::Wrapping::Word),
            scrolled("forms-list", list).height(Length::Fill)
        ]
        .spacing(space::SMALL)
    }

    /// What the form says of itself; fields that belong together stand side by side where there is room.
    fn fields<'a>(&'a self, draft: &'a Draft, wide: bool) -> iced::widget::Column<'a, Message> {
        let style = &draft.style;
        let pair = |one, other| -> Element<'a, Message> {
            match wide {
                true => row![one, other].spacing(space::MEDIUM).into(),
                false => column![one, other].spacing(space::MEDIUM).into(),
            }
        };
        let line = |part: Place, id, line, value: &'a str| {
            Field::new(said::label(line), value, id, move |typed| Message::Typed(line, typed))
                .wrong(draft.wrong(part))
                .on_submit(Message::Keep)
        };
        let mut content = column![
            pair(
                line(Place::FormDay, FROM, Line::From, &draft.from)
                    .placeholder("01/01/2027")
                    .width(if wide { Length::FillPortion(2) } else { Length::Fill })
                    .view(),
                line(Place::FormNumber, NUMBER, Line::Number, &style.number)
                    .width(if wide { Length::FillPortion(3) } else { Length::Fill })
                    .view(),
            ),
            line(Place::FormTitle, TITLE, Line::Title, &style.title).view(),
            area(said::HEADING, HEADING, Area::Heading, draft, Place::FormHeading),
            pair(
                line(Place::FormSigner, SIGNER, Line::Signer, &style.signer).view(),
                line(Place::FormSigner, "forms-signer-name", Line::SignerName, &style.signer_name)
                    .view(),
            ),
            area(said::COPIES, COPIES, Area::Copies, draft, Place::SlipCopies),
        ]
        .spacing(space::MEDIUM);
        if chooses_paper(self.kind()) {
            let papers = [(PaperSize::A5, "A5"), (PaperSize::A4, "A4")];
            content = content.push(choice(
                said::PAPER,
                "forms-paper",
                &papers,
                style.paper,
                Message::Paper,
            ));
        }
        content = content.push(line(Place::FormFooter, FOOTER, Line::Footer, &style.footer).view());
        let keep = (!self.busy).then_some(Message::Keep);
        let drop = (!self.busy && !self.versions().is_empty()).then_some(Message::Drop);
        let asked = self.dropping.map(|day| {
            let asked = body(said::drop_asked(self.kind(), day)).wrapping(text::Wrapping::Word);
            notice(Tone::Warn, asked.width(Length::Fill))
        });
        let acts = row![
            act(Kind::Main, said::KEEP, "Ctrl Enter", keep),
            act(Kind::Other, said::DROP, "Ctrl D", drop),
        ];
        content = content.push(acts.spacing(space::SMALL).wrap());
        let versions = self.versions().iter().enumerate().map(|(at, (from, _))| {
            let told = body(said::version(*from));
            pressable(Kind::Other, told, Some(Message::Version(at))).into()
        });
        let versions = column![
            faint(said::VERSIONS).wrapping(text::Wrapping::Word),
            row(versions).spacing(space::SMALL).wrap(),
        ]
        .spacing(space::SMALL);
        let mark: Element<'_, Message> = match draft.touched {
            true => pill(said::TYPED, Tone::Warn),
            false => Space::new().into(),
        };
        let name = card(said::name(self.kind()), mark, content).width(Length::Fill);
        let content = column![name, plain_card(versions).width(Length::Fill)].spacing(space::LARGE);
        // The question stands where it is seen, however far the fields are scrolled.
        let asked = asked.map(|asked| container(asked).padding(padding::bottom(space::SMALL)));
        column![place(asked), scrolled("forms-fields", content).height(Length::Fill)]
    }
}

/// Several lines under one label.
fn area<'a>(
    label: &'a str,
    id: &'static str,
    area: Area,
    draft: &'a Draft,
    place: Place,
) -> Element<'a, Message> {
    let content = match area {
        Area::Heading => &draft.heading,
        Area::Copies => &draft.copies,
    };
    let wrong = draft.wrong(place);
    let editor = text_editor(content)
        .id(id)
        .height(LINES)
        .size(size::BODY)
        .font(font::REGULAR)
        .on_action(move |action| Message::Edited(area, action))
        .padding(pad::FIELD)
        .style(theme::area(wrong.is_some()));
    let label = faint(label).wrapping(text::Wrapping::Word);
    let mut column = column![label, Leaf::new(editor)].spacing(3);
    if let Some(wrong) = wrong {
        column = column.push(complaint(wrong));
    }
    column.into()
}

/// Whether the paper of a form is the office's choice: registers, lists and posters are always A4.
fn chooses_paper(kind: FormKind) -> bool {
    !matches!(
        kind,
        FormKind::Register | FormKind::HandoverList | FormKind::PostRecord | FormKind::Poster
    )
}
