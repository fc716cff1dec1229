//! How the wizard looks.

use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length, Size};

use super::{Input, Message, Page, Wizard};
use crate::domain::deadline::ReturnHour;
use crate::ui::text as said;
use crate::ui::theme::{Kind, Tone, body, faint, pad, space, title};
use crate::ui::widget::parts::{
    Field, act, check, choice, fill, hairline, hot_act, notice, pill, plain_card, scrolled,
};

/// Where the keyboard finds a field.
pub(super) fn id(input: Input) -> &'static str {
    match input {
        Input::Agency => "wizard-agency",
        Input::Code => "wizard-code",
        Input::Province => "wizard-province",
        Input::Phone => "wizard-phone",
        Input::MorningFrom => "wizard-morning-from",
        Input::MorningTo => "wizard-morning-to",
        Input::AfternoonFrom => "wizard-afternoon-from",
        Input::AfternoonTo => "wizard-afternoon-to",
        Input::Officer => "wizard-officer",
        Input::Counter => "wizard-counter",
        Input::Catalogue => "wizard-catalogue",
        Input::Backups => "wizard-backups",
    }
}

impl Wizard {
    pub(crate) fn view(&self, window: Size) -> Element<'_, Message> {
        let steps = (1..).zip(Page::ALL).map(|(number, page)| {
            let tone = if page == self.page { Tone::Accent } else { Tone::Plain };
            pill(format!("{number}. {}", said::wizard_page(page)), tone)
        });
        let content = match self.page {
            Page::Office => self.office(),
            Page::Hours => self.hours(),
            Page::Counter => self.counter(),
            Page::Finish => self.finish(),
        };
        let mut parts = column![
            title(said::WIZARD),
            row(steps).spacing(space::SMALL).wrap(),
            hairline(),
            content,
        ]
        .spacing(space::LARGE);
        for sentence in &self.wrong {
            let told = body(sentence.as_str()).wrapping(text::Wrapping::Word);
            parts = parts.push(notice(Tone::Bad, told));
        }
        let label = if self.page == Page::Finish { said::WIZARD_MAKE } else { said::WIZARD_NEXT };
        let mut acts = row![].spacing(space::MEDIUM).align_y(Alignment::Center);
        if self.page != Page::Office {
            acts = acts.push(act(Kind::Other, said::WIZARD_BACK, "", Some(Message::Back)));
        }
        acts = acts.push(fill());
        let next: Element<'_, Message> = if self.busy {
            act(Kind::Main, said::WIZARD_MAKING, "", None)
        } else {
            hot_act("wizard-next", Kind::Main, label, "Enter", Message::Next)
        };
        let panel = plain_card(scrolled("wizard", parts.push(acts.push(next))))
            .padding(pad::PANEL)
            .max_width(660.0)
            .max_height((window.height - 40.0).max(300.0));
        container(panel).center(Length::Fill).padding(pad::PAGE).into()
    }

    fn text<'a>(&'a self, input: Input, label: &'a str, hint: &'a str) -> Element<'a, Message> {
        let value = match input {
            Input::Agency => &self.form.agency_name,
            Input::Code => &self.form.agency_code,
            Input::Province => &self.form.province,
            Input::Phone => &self.form.phone,
            Input::MorningFrom => &self.hours[0],
            Input::MorningTo => &self.hours[1],
            Input::AfternoonFrom => &self.hours[2],
            Input::AfternoonTo => &self.hours[3],
            Input::Officer => &self.officer,
            Input::Counter => &self.counter,
            Input::Catalogue => &self.catalogue,
            Input::Backups => &self.backups,
        };
        Field::new(label, value, id(input), move |value| Message::Typed(input, value))
            .placeholder(hint)
            .on_submit(Message::Next)
            .view()
    }

    fn office(&self) -> Element<'_, Message> {
        column![
            body(said::WIZARD_OFFICE).wrapping(text::Wrapping::Word),
            self.text(Input::Agency, said::AGENCY, said::AGENCY_HINT),
            row![
                self.text(Input::Code, said::AGENCY_CODE, said::AGENCY_CODE_HINT),
                self.text(Input::Phone, said::DESK_PHONE, said::DESK_PHONE_HINT),
            ]
            .spacing(space::MEDIUM),
            self.text(Input::Province, said::PROVINCE, said::PROVINCE_HINT),
            faint(said::AGENCY_CODE_EXPLAINED).wrapping(text::Wrapping::Word),
        ]
        .spacing(space::MEDIUM)
        .into()
    }

    fn hours(&self) -> Element<'_, Message> {
        let policies = [
            (ReturnHour::SameHour, said::HOUR_SAME),
            (ReturnHour::EndOfSession, said::HOUR_SESSION),
            (ReturnHour::EndOfDay, said::HOUR_DAY),
        ];
        column![
            body(said::WIZARD_HOURS).wrapping(text::Wrapping::Word),
            row![
                self.text(Input::MorningFrom, said::MORNING_FROM, ""),
                self.text(Input::MorningTo, said::MORNING_TO, ""),
                self.text(Input::AfternoonFrom, said::AFTERNOON_FROM, ""),
                self.text(Input::AfternoonTo, said::AFTERNOON_TO, ""),
            ]
            .spacing(space::MEDIUM),
            choice(
                said::RETURN_HOUR,
                "wizard-return-hour",
                &policies,
                self.form.return_hour,
                Message::ReturnHour
            ),
            faint(said::WIZARD_HOURS_LATER).wrapping(text::Wrapping::Word),
        ]
        .spacing(space::MEDIUM)
        .into()
    }

    fn counter(&self) -> Element<'_, Message> {
        column![
            body(said::WIZARD_COUNTER).wrapping(text::Wrapping::Word),
            self.text(Input::Officer, said::OFFICER, said::OFFICER_HINT),
            self.text(Input::Counter, said::COUNTER_NAME, ""),
        ]
        .spacing(space::MEDIUM)
        .into()
    }

    fn finish(&self) -> Element<'_, Message> {
        column![
            body(said::WIZARD_FINISH).wrapping(text::Wrapping::Word),
            self.text(Input::Catalogue, said::CATALOGUE_FILE, said::CATALOGUE_HINT),
            self.text(Input::Backups, said::BACKUP_FOLDER, said::BACKUP_FOLDER_USUAL),
            choice(
                said::WIZARD_PRINTER,
                "wizard-printer",
                &self.printers(),
                self.printer,
                Message::Printer
            ),
            check("wizard-test-page", said::WIZARD_TEST_PAGE, self.test_page, Message::TestPage),
        ]
        .spacing(space::MEDIUM)
        .into()
    }

    fn printers(&self) -> Vec<(usize, &str)> {
        let names = self.printers.iter().map(String::as_str);
        std::iter::once(said::WIZARD_VIEWER).chain(names).enumerate().collect()
    }
}
