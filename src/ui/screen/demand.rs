//! What is asked of an applicant: the procedure's own papers to be ticked, further items a line each, and why.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{button, column, row, text};
use iced::{Element, Length, Task};

use crate::desk::waiting::Demand as Asked;
use crate::domain::invalid::Field as Place;
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::refusal::Refusal;
use crate::ui::text as said;
use crate::ui::theme::{self, Kind, body, faint, pad, space};
use crate::ui::widget::hot::Hot;
use crate::ui::widget::parts::{Field, complaint, tick};

const REASON: &str = "demand-reason";
/// The most lines there are; what is longer is asked for in fewer words.
const MOST: usize = 40;

/// What is asked for, as filled in so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Demand {
    /// The procedure's own papers, and whether they are asked for.
    offers: Vec<(String, bool)>,
    /// What is asked for besides; an empty line at the end waits for more.
    lines: Vec<String>,
    reason: String,
}

/// What happens to it.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Tick(usize),
    Line(usize, String),
    Next(usize),
    Reason(String),
    /// A letter typed while the keyboard is on no field belongs into the last line.
    Letter(String),
}

impl Demand {
    /// Nothing is asked for yet; `offers` are what may be.
    pub(crate) fn new(offers: impl IntoIterator<Item = String>) -> Self {
        let mut demand = Self { lines: vec![String::new()], ..Self::default() };
        demand.offer(offers);
        demand
    }

    /// Offers these papers, those ticked before still ticked.
    pub(crate) fn offer(&mut self, offers: impl IntoIterator<Item = String>) {
        let before = std::mem::take(&mut self.offers);
        let ticked = |name: &str| before.iter().any(|(other, ticked)| other == name && *ticked);
        // A name is a line of the notice.
        let names =
            offers.into_iter().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
        self.offers = names.map(|name| (name.clone(), ticked(&name))).collect();
    }

    /// What was typed and ticked, to be kept: ticked papers, lines, reason.
    pub(crate) fn kept(&self) -> (Vec<String>, Vec<String>, String) {
        let ticked = self.ticked().map(str::to_owned).collect();
        (ticked, self.lines.clone(), self.reason.clone())
    }

    /// What was kept, with these papers to offer.
    pub(crate) fn taken_up(
        offers: impl IntoIterator<Item = String>,
        (ticked, lines, reason): (Vec<String>, Vec<String>, String),
    ) -> Self {
        let offers_kept = ticked.into_iter().map(|name| (name, true)).collect();
        let mut demand = Self { offers: offers_kept, lines, reason };
        demand.offer(offers);
        if demand.lines.last().is_none_or(|line| !line.trim().is_empty()) {
            demand.lines.push(String::new());
        }
        demand
    }

    fn ticked(&self) -> impl Iterator<Item = &str> {
        self.offers.iter().filter(|(_, ticked)| *ticked).map(|(name, _)| name.as_str())
    }

    /// Everything that is asked for, an item a line.
    pub(crate) fn items(&self) -> String {
        let typed = self.lines.iter().map(String::as_str).filter(|line| !line.trim().is_empty());
        self.ticked().chain(typed).collect::<Vec<_>>().join("\n")
    }

    /// What is asked for, as the desk takes it.
    pub(crate) fn asked<'a>(&'a self, items: &'a str) -> Asked<'a> {
        Asked { items, reason: &self.reason }
    }

    /// Puts the keyboard where it begins.
    pub(crate) fn focus<M: Send + 'static>(&self) -> Task<M> {
        if self.offers.is_empty() { focus::on(line_id(0)) } else { focus::on(offer_id(0)) }
    }

    /// Puts the keyboard on what was refused.
    pub(crate) fn focus_wrong<M: Send + 'static>(&self, refusal: &Refusal) -> Task<M> {
        if refusal.names(Place::Demand) {
            return focus::on(line_id(self.lines.len().saturating_sub(1)));
        }
        if refusal.names(Place::Reason) { focus::to(REASON) } else { Task::none() }
    }

    /// Follows what is typed and ticked.
    pub(crate) fn hear<M: Send + 'static>(
        &mut self,
        message: Message,
        refusal: &mut Refusal,
    ) -> Task<M> {
        match message {
            Message::Tick(at) => {
                refusal.forget(Place::Demand);
                if let Some((_, ticked)) = self.offers.get_mut(at) {
                    *ticked = !*ticked;
                }
            }
            Message::Line(at, typed) => {
                refusal.forget(Place::Demand);
                if let Some(line) = self.lines.get_mut(at) {
                    *line = typed;
                }
            }
            // Enter adds the next line; on an empty last one there is no more to ask for.
            Message::Next(at) => {
                let last = at + 1 == self.lines.len();
                let empty = self.lines.get(at).is_none_or(|line| line.trim().is_empty());
                if last && (empty || self.lines.len() >= MOST) {
                    return focus::to(REASON);
                }
                if last {
                    self.lines.push(String::new());
                }
                return focus::on(line_id(at + 1));
            }
            Message::Letter(letter) => {
                refusal.forget(Place::Demand);
                if let Some(line) = self.lines.last_mut() {
                    line.push_str(&letter);
                }
                return focus::on(line_id(self.lines.len().saturating_sub(1)));
            }
            Message::Reason(reason) => {
                refusal.forget(Place::Reason);
                self.reason = reason;
            }
        }
        Task::none()
    }

    /// What a key means that no field wanted.
    pub(crate) fn key(press: &Press) -> Option<Message> {
        let Key::Character(sign) = &press.key else { return None };
        let sign = if press.shift { sign.to_uppercase() } else { sign.to_string() };
        (!press.ctrl).then_some(Message::Letter(sign))
    }

    /// The fields; `act` is what Enter in the last one does.
    pub(crate) fn view<'a, M: Clone + 'a>(
        &'a self,
        refusal: &'a Refusal,
        on: fn(Message) -> M,
        act: M,
    ) -> Element<'a, M> {
        let mut parts = column![].spacing(space::MEDIUM);
        if !self.offers.is_empty() {
            let rows = self.offers.iter().enumerate();
            let rows = rows.map(|(at, (name, ticked))| {
                to_tick(offer_id(at), name, *ticked, on(Message::Tick(at)))
            });
            parts =
                parts.push(column![faint(said::DEMAND_PAPERS), column(rows)].spacing(space::TINY));
        }
        let label = if self.offers.is_empty() { said::DEMAND_ITEMS } else { said::DEMAND_FURTHER };
        let mut lines = column![faint(label)].spacing(space::TINY);
        for (at, line) in self.lines.iter().enumerate() {
            let typed = move |typed| on(Message::Line(at, typed));
            let field = Field::new("", line, line_id(at), typed)
                .placeholder(if at == 0 { said::DEMAND_HINT } else { "" })
                .marked(refusal.names(Place::Demand))
                .on_submit(on(Message::Next(at)));
            lines = lines.push(field.view());
        }
        if let Some(wrong) = refusal.at(Place::Demand) {
            lines = lines.push(complaint(wrong));
        }
        let reason =
            Field::new(said::REASON, &self.reason, REASON, move |typed| on(Message::Reason(typed)));
        let reason = reason.wrong(refusal.at(Place::Reason)).on_submit(act);
        parts.push(lines).push(reason.view()).into()
    }
}

/// Something to be ticked by Space or the mouse; other keys belong to whatever is around it.
pub(crate) fn to_tick<'a, M: Clone + 'a>(
    id: String,
    name: &'a str,
    ticked: bool,
    tick_it: M,
) -> Element<'a, M> {
    let pressed = tick_it.clone();
    let name = body(name).wrapping(text::Wrapping::Word).width(Length::Fill);
    let face = button(row![tick(ticked), name].spacing(space::SMALL))
        .padding(pad::CELL)
        .width(Length::Fill)
        .style(theme::button(Kind::Row { selected: false }))
        .on_press(tick_it);
    let ticks = |press: &Press| press.is(Named::Space) && !press.repeat;
    Hot::new(id, face, move |press| ticks(press).then(|| pressed.clone())).into()
}

fn offer_id(at: usize) -> String {
    format!("demand-paper-{at}")
}

fn line_id(at: usize) -> String {
    format!("demand-line-{at}")
}
