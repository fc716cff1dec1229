//! How guiding and refusing before the receipt look.

use iced::widget::{button, column, container, row, text};
use iced::{Alignment, Element, Length};

use super::guide::{Message, Recent, Telling, WHY};
use super::{Message as Outer, Receive};
use crate::domain::invalid::Field as Place;
use crate::domain::notice::{Notice, NoticeKind};
use crate::ui::font;
use crate::ui::screen::dossier::{fields_height, told_besides};
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, body, faint, pad, size, space, strong, words};
use crate::ui::widget::parts::{Field, act, card, pressable, scrolled};

const WIDTH: f32 = 680.0;

impl Receive {
    /// The notice that is being written, or the list of those that were, in a window of `height`.
    pub(super) fn guide_dialog(&self, height: f32) -> Option<Element<'_, Outer>> {
        let dialog = match &self.recent {
            Some(recent) => recent_dialog(recent),
            None => {
                let form = self.form();
                let telling = form.telling.as_ref()?;
                let procedure = form.procedure.as_ref().map_or("", |chosen| chosen.name.as_str());
                let name = form.content.intake.applicant.name.trim();
                telling_dialog(telling, said::notice_for(name, procedure), form.receiving, height)
            }
        };
        Some(dialog.map(Outer::Guide))
    }

    /// The acts beside the receipt.
    pub(super) fn guide_acts(&self) -> Option<Element<'_, Outer>> {
        let form = self.form();
        if form.content.corrects.is_some() {
            return None;
        }
        let begin = |kind| (!form.receiving).then_some(Outer::Guide(Message::Begin(kind)));
        let recent = words(said::RECENT_SHORT, size::LABEL, font::MEDIUM);
        let acts = row![
            act(Kind::Other, said::GUIDE, "Ctrl H", begin(NoticeKind::Supplement)),
            act(Kind::Other, said::REFUSE_UNRECEIVED_SHORT, "Ctrl R", begin(NoticeKind::Refusal)),
            pressable(Kind::Quiet, recent, Some(Outer::Guide(Message::Recent))).padding(pad::LINK),
        ];
        Some(acts.spacing(space::MEDIUM).align_y(Alignment::Center).wrap().into())
    }
}

fn telling_dialog<'a>(
    telling: &'a Telling,
    addressee: String,
    busy: bool,
    height: f32,
) -> Element<'a, Message> {
    let guides = telling.kind == NoticeKind::Supplement;
    let (title, explained, key) = match guides {
        true => (said::GUIDE_TITLE, said::GUIDE_EXPLAINED, "Ctrl Enter"),
        false => (said::REFUSE_UNRECEIVED, said::REFUSE_UNRECEIVED_EXPLAINED, "Enter"),
    };
    let does = (!busy).then_some(Message::Tell);
    let fields: Element<'a, Message> = if guides {
        telling.demand.view(&telling.refusal, Message::Demand, Message::Tell)
    } else {
        Field::new(said::REASON, &telling.why, WHY, Message::Why)
            .wrong(telling.refusal.at(Place::Reason))
            .on_submit(Message::Tell)
            .view()
    };
    let shown: &[Place] = if guides { &[Place::Demand, Place::Reason] } else { &[Place::Reason] };
    let besides = telling.refusal.elsewhere(shown);
    let texts = [addressee.as_str(), explained].into_iter().chain(besides.iter().copied());
    let most = fields_height(height, WIDTH, &texts.collect::<Vec<_>>());
    let fields = container(scrolled("guide-fields", fields)).max_height(most);
    let acts = row![act(Kind::Main, title, key, does), faint("Esc")]
        .spacing(space::MEDIUM)
        .align_y(Alignment::Center);
    let content = column![
        strong(addressee).wrapping(text::Wrapping::Word),
        body(explained).wrapping(text::Wrapping::Word),
        fields,
    ]
    .push(told_besides(besides))
    .push(acts)
    .spacing(space::MEDIUM);
    let recent = pressable(Kind::Quiet, faint(said::RECENT_LINK), Some(Message::Recent));
    card(title, recent.padding(pad::LINK), content).width(WIDTH).into()
}

fn recent_dialog(recent: &Recent) -> Element<'_, Message> {
    if recent.notices.is_empty() {
        let content = column![faint(said::NO_RECENT), faint(said::ESC_CLOSES)];
        return card(said::RECENT, faint(""), content.spacing(space::MEDIUM)).width(WIDTH).into();
    }
    let rows = recent.notices.iter().enumerate().map(|(at, notice)| {
        button(recent_line(notice))
            .width(Length::Fill)
            .padding(pad::ROW)
            .style(theme::button(Kind::Row { selected: at == recent.at }))
            .on_press(Message::Again(at))
            .into()
    });
    let content = column![column(rows), faint(said::RECENT_KEYS)].spacing(space::MEDIUM);
    card(said::RECENT, faint(""), content).width(WIDTH).into()
}

fn recent_line(notice: &Notice) -> Element<'_, Message> {
    let (name, procedure) = match &notice.content.addressee {
        Some(to) => (to.name.as_str(), to.procedure.as_str()),
        None => ("", ""),
    };
    let told = row![
        container(strong(name)).width(Length::Fill),
        faint(said::notice_told(notice)),
        faint(said::clock(notice.at)),
    ]
    .spacing(space::LARGE);
    column![told, faint(said::short_name(procedure, 90))].spacing(2).into()
}
