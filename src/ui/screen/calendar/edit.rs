//! The form for a day, or for several in a row.

use chrono::NaiveDate;
use iced::widget::{column, row};
use iced::{Element, Length, Task};

use crate::desk::day_form::{DayChoice, DayField, DayForm, DayProblem};
use crate::domain::calendar::{Calendar, SpecialDay};
use crate::ui::focus;
use crate::ui::text::calendar as said;
use crate::ui::theme::{Kind, faint, space, strong};
use crate::ui::widget::parts::{Field, act, card, choice, complaint, pressable};

/// The form as it stands.
#[derive(Debug, Clone)]
pub(super) struct Editor {
    form: DayForm,
    /// The day that was chosen when the form was opened.
    pub(super) date: NaiveDate,
    /// Whether something was typed or chosen.
    pub(super) touched: bool,
    wrong: Vec<(DayField, &'static str)>,
}

/// What happens in the form.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Choice(DayChoice),
    ByNotice(bool),
    Typed(DayField, String),
}

impl Editor {
    pub(super) fn new(date: NaiveDate, known: Option<&SpecialDay>) -> Self {
        Self { form: DayForm::of(date, known), date, touched: false, wrong: Vec::new() }
    }

    /// Where the keyboard begins.
    pub(super) fn focus<M: Send + 'static>() -> Task<M> {
        focus::to(KIND)
    }

    pub(super) fn update(&mut self, message: Message) {
        self.wrong.clear();
        self.touched = true;
        match message {
            Message::Choice(choice) => self.form.choice = choice,
            Message::ByNotice(by_notice) => self.form.by_notice = by_notice,
            Message::Typed(field, typed) => *self.field_mut(field) = typed,
        }
    }

    fn field_mut(&mut self, field: DayField) -> &mut String {
        match field {
            DayField::From => &mut self.form.from,
            DayField::Until => &mut self.form.until,
            DayField::Closes => &mut self.form.closes,
            DayField::Opens => &mut self.form.opens,
            DayField::Reason => &mut self.form.reason,
            DayField::Source => &mut self.form.source,
        }
    }

    /// Whether the form tells of `date`.
    pub(super) fn means(&self, date: NaiveDate) -> bool {
        let span = self.form.span(chrono::Datelike::year(&self.date));
        span.is_some_and(|(from, until)| from <= date && date <= until)
    }

    /// The days the form tells of; else where the keyboard must go.
    pub(super) fn days(&mut self, calendar: &Calendar) -> Result<Vec<SpecialDay>, &'static str> {
        self.form.check(chrono::Datelike::year(&self.date), calendar).map_err(|wrong| {
            let told = |(field, problem): &(DayField, DayProblem)| {
                (*field, said::wrong_day(*field, *problem))
            };
            self.wrong = wrong.iter().map(told).collect();
            wrong.first().map_or(KIND, |(field, _)| id_of(*field))
        })
    }

    pub(super) fn view<M: Clone + 'static>(
        &self,
        of: fn(Message) -> M,
        put: M,
        close: M,
    ) -> Element<'_, M> {
        let kinds = [
            (DayChoice::Off, said::CHOICE_OFF),
            (DayChoice::Work, said::CHOICE_WORK),
            (DayChoice::Part, said::CHOICE_PART),
        ];
        let who = [(false, said::BY_OFFICE), (true, said::BY_NOTICE)];
        let field = |label, value, field: DayField, hint| {
            let typed = move |typed| of(Message::Typed(field, typed));
            Field::new(label, value, id_of(field), typed)
                .placeholder(hint)
                .marked(self.wrong_of(field).is_some())
                .on_submit(put.clone())
                .view()
        };
        // What is wrong stands under the pair: half a column is too narrow for a sentence.
        let pair = |one: (DayField, _), other: (DayField, _)| {
            let wrong = [one.0, other.0].into_iter().find_map(|field| self.wrong_of(field));
            let fields = row![one.1, other.1].spacing(space::MEDIUM);
            column![fields].push(wrong.map(complaint)).spacing(3)
        };
        let form = &self.form;
        let mut content = column![
            choice(said::CHOICE, KIND, &kinds, form.choice, move |kind| of(Message::Choice(kind))),
            pair(
                (DayField::From, field(said::FROM_DAY, &form.from, DayField::From, "")),
                (DayField::Until, field(said::UNTIL_DAY, &form.until, DayField::Until, "")),
            ),
        ]
        .spacing(space::MEDIUM);
        if form.choice == DayChoice::Part {
            content = content.push(pair(
                (DayField::Closes, field(said::CLOSES, &form.closes, DayField::Closes, "13:30")),
                (DayField::Opens, field(said::OPENS, &form.opens, DayField::Opens, "17:00")),
            ));
        }
        let line = |label, value, of: DayField, hint| {
            column![field(label, value, of, hint)].push(self.wrong_of(of).map(complaint)).spacing(3)
        };
        content = content
            .push(line(said::REASON, &form.reason, DayField::Reason, said::REASON_HINT))
            .push(choice(said::WHO, WHO, &who, form.by_notice, move |by| of(Message::ByNotice(by))))
            .push(line(said::SOURCE, &form.source, DayField::Source, said::SOURCE_HINT))
            .push(
                row![
                    act(Kind::Main, said::PUT_DAY, "Enter", Some(put.clone())),
                    pressable(Kind::Quiet, strong(said::CLOSE_FORM), Some(close)),
                ]
                .spacing(space::SMALL),
            );
        card(said::EDITING, faint(""), content).width(Length::Fill).into()
    }

    fn wrong_of(&self, field: DayField) -> Option<&'static str> {
        self.wrong.iter().find(|(wrong, _)| *wrong == field).map(|(_, told)| *told)
    }
}

const KIND: &str = "calendar-kind";
const WHO: &str = "calendar-who";

fn id_of(field: DayField) -> &'static str {
    match field {
        DayField::From => "calendar-from",
        DayField::Until => "calendar-until",
        DayField::Closes => "calendar-closes",
        DayField::Opens => "calendar-opens",
        DayField::Reason => "calendar-reason",
        DayField::Source => "calendar-source",
    }
}
