//! How office hours are edited: sets, the weeks of a set, and a line for each weekday.

use chrono::Weekday;
use iced::widget::{column, container, row, text};
use iced::{Alignment, Element, Length};

use super::{Hours, Message, WEEKDAYS};
use crate::desk::hours_form::{HoursField, Part};
use crate::ui::text::calendar as said;
use crate::ui::theme::{Kind, body, faint, space};
use crate::ui::widget::parts::{Field, act, card, choice, complaint};

pub(super) const FROM: &str = "calendar-hours-from";
pub(super) const SEASON_NAME: &str = "calendar-season-name";
pub(super) const AFTER: &str = "calendar-after";

/// The names of weekdays, and the widest useful field of sessions.
const WEEKDAY: f32 = 76.0;
const SESSIONS: f32 = 420.0;
const DAY: f32 = 130.0;

/// The field's place for the keyboard.
pub(super) fn id_of(field: HoursField) -> &'static str {
    match field {
        HoursField::From => FROM,
        HoursField::SeasonName(_) => SEASON_NAME,
        HoursField::SeasonFrom(_) => "calendar-season-from",
        HoursField::SeasonUntil(_) => "calendar-season-until",
        HoursField::Day(_, Weekday::Mon) => "calendar-hours-2",
        HoursField::Day(_, Weekday::Tue) => "calendar-hours-3",
        HoursField::Day(_, Weekday::Wed) => "calendar-hours-4",
        HoursField::Day(_, Weekday::Thu) => "calendar-hours-5",
        HoursField::Day(_, Weekday::Fri) => "calendar-hours-6",
        HoursField::Day(_, Weekday::Sat) => "calendar-hours-7",
        HoursField::Day(_, Weekday::Sun) => "calendar-hours-8",
    }
}

impl Hours {
    /// The set that is edited.
    pub(in crate::ui::screen::calendar) fn view(&self) -> Element<'_, Message> {
        let mut sets: Vec<(Option<chrono::NaiveDate>, &str)> =
            self.sets.iter().map(|(from, name)| (Some(*from), name.as_str())).collect();
        sets.push((None, said::NEW_SET));
        let mut parts = vec![(Part::Week, said::ALL_YEAR)];
        for (place, season) in self.form.seasons.iter().enumerate() {
            let name = season.name.trim();
            let name = if name.is_empty() { said::UNNAMED_SEASON } else { name };
            parts.push((Part::Season(place), name));
        }
        parts.push((Part::Reception, said::RECEPTION));
        let from = self.line(said::IN_FORCE_FROM, HoursField::From, &self.form.from, "01/01/2027");
        let mut content = column![
            choice(said::SETS, "calendar-sets", &sets, self.set, Message::Set),
            from.width(Length::Fixed(2.0 * DAY)),
            row![
                choice(said::WEEKS, "calendar-parts", &parts, self.part, Message::Part),
                act(Kind::Quiet, said::ADD_SEASON, "", Some(Message::AddSeason)),
            ]
            .spacing(space::SMALL)
            .align_y(Alignment::End),
        ]
        .spacing(space::MEDIUM);
        if let Part::Season(place) = self.part
            && let Some(season) = self.form.seasons.get(place)
        {
            let name = self.line(
                said::SEASON_NAME,
                HoursField::SeasonName(place),
                &season.name,
                said::SEASON_HINT,
            );
            let day = |label, field, value| self.line(label, field, value, "15/04").width(DAY);
            content = content.push(
                row![
                    name.width(Length::Fill),
                    day(said::FROM_DAY, HoursField::SeasonFrom(place), &season.from),
                    day(said::UNTIL_DAY, HoursField::SeasonUntil(place), &season.until),
                    act(Kind::Quiet, said::DROP_SEASON, "", Some(Message::DropSeason)),
                ]
                .spacing(space::MEDIUM)
                .align_y(Alignment::End),
            );
        }
        let told = match self.part {
            Part::Week | Part::Season(_) => said::WEEK_EXPLAINED,
            Part::Reception => said::RECEPTION_EXPLAINED,
        };
        content = content.push(faint(told).wrapping(text::Wrapping::Word)).push(self.week());
        let mut acts = row![act(Kind::Main, said::PUT_HOURS, "Enter", Some(Message::Put))]
            .spacing(space::MEDIUM);
        if self.part != Part::Reception {
            acts = acts.push(act(Kind::Other, said::COPY_MONDAY, "", Some(Message::Copy)));
        }
        if self.sets.len() > 1 && self.set.is_some() {
            acts = acts.push(act(Kind::Quiet, said::DROP_SET, "", Some(Message::DropSet)));
        }
        content = content.push(acts.wrap().vertical_spacing(space::SMALL));
        card(said::HOURS, faint(""), content).width(Length::Fill).into()
    }

    /// A line for each weekday of the week in front.
    fn week(&self) -> Element<'_, Message> {
        let Some(week) = self.form.week(self.part) else { return faint("").into() };
        let lines = WEEKDAYS.iter().zip(week).map(|(weekday, typed)| {
            let field = HoursField::Day(self.part, *weekday);
            let hint = match self.part {
                Part::Reception => said::NO_RECEPTION,
                Part::Week | Part::Season(_) => said::CLOSED_DAY,
            };
            let input = self.line("", field, typed, hint).width(Length::Fill);
            row![container(body(said::weekday(*weekday))).width(WEEKDAY), input,]
                .spacing(space::SMALL)
                .align_y(Alignment::Center)
                .into()
        });
        let lines = column(lines).spacing(space::TINY);
        container(lines).max_width(WEEKDAY + space::SMALL + SESSIONS).into()
    }

    /// A field with what is wrong below it.
    fn line<'a>(
        &'a self,
        label: &'a str,
        field: HoursField,
        value: &'a str,
        hint: &'a str,
    ) -> iced::widget::Column<'a, Message> {
        let wrong = self.wrong_of(field);
        let input =
            Field::new(label, value, id_of(field), move |typed| Message::Typed(field, typed))
                .placeholder(hint)
                .marked(wrong.is_some())
                .on_submit(Message::Put)
                .view();
        column![input].push(wrong.map(complaint)).spacing(3)
    }

    /// After which hour a dossier counts from the next working day.
    pub(in crate::ui::screen::calendar) fn after(&self) -> Element<'_, Message> {
        let field = Field::new(said::AFTER, &self.after, AFTER, Message::After)
            .placeholder(said::AFTER_HINT)
            .marked(self.after_wrong.is_some())
            .on_submit(Message::KeepAfter)
            .view();
        let content = column![
            faint(said::AFTER_EXPLAINED).wrapping(text::Wrapping::Word),
            column![field].push(self.after_wrong.map(complaint)).spacing(3),
            act(Kind::Other, crate::ui::text::KEEP, "Enter", Some(Message::KeepAfter)),
        ]
        .spacing(space::MEDIUM);
        card(said::AFTER_TITLE, faint(""), content).width(Length::Fill).into()
    }
}
