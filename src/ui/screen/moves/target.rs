//! The other side of a list: a division and its officer, or the post and its postman, as typed.

use iced::widget::{column, row};
use iced::{Element, Length};

use crate::counter::Holder;
use crate::domain::hands::Hands;
use crate::ui::text::moves as said;
use crate::ui::theme::space;
use crate::ui::widget::offers::Offers;
use crate::ui::widget::parts::Field;

pub(super) const UNIT: &str = "moves-unit";
pub(super) const OFFICER: &str = "moves-officer";

/// One of its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Unit,
    Officer,
}

/// What happens to it.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    Typed(Part, String),
    Enter(Part),
    Pick(usize),
    Move(i64),
    /// The field was left.
    Left,
}

/// What follows.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    Stay,
    /// The officer's field is next.
    Officer,
    /// It is known now: the scans are next.
    Scans,
    /// It is known now, and the keyboard is somewhere else.
    Known,
}

/// The other side.
#[derive(Debug, Default)]
pub(super) struct Target {
    pub(super) unit: String,
    pub(super) officer: String,
    offers: Offers<Hands>,
    all: Vec<Hands>,
    /// Who was typed that nobody knows, where that was asked already.
    asked: Option<Hands>,
    /// What it was when it was known last.
    known: (String, String),
}

impl Target {
    pub(super) fn of(last: &Holder) -> Self {
        let known = (last.unit.clone(), last.officer.clone());
        Self { unit: last.unit.clone(), officer: last.officer.clone(), known, ..Self::default() }
    }

    /// As the counter remembers it.
    pub(super) fn to_remember(&self) -> Holder {
        Holder { unit: self.unit.trim().to_owned(), officer: self.officer.trim().to_owned() }
    }

    /// As the desk takes it.
    pub(super) fn hands(&self) -> Hands {
        let Holder { unit, officer } = self.to_remember();
        Hands { unit, officer }
    }

    /// Takes the divisions and officers that are known.
    pub(super) fn know(&mut self, known: &[Hands]) {
        let mut all: Vec<Hands> = Vec::new();
        for hands in known.iter().filter(|hands| !hands.is_desk()) {
            let unit = Hands { unit: hands.unit.clone(), officer: String::new() };
            // A division can be named without one of its officers.
            for one in [unit, hands.clone()] {
                if !one.is_desk() && !all.contains(&one) {
                    all.push(one);
                }
            }
        }
        self.offers.know(all.iter().map(|hands| (hands.told(), hands.clone())));
        self.all = all;
    }

    pub(super) fn update(&mut self, message: Message) -> Next {
        match message {
            Message::Typed(part, typed) => {
                self.offers.look(&typed);
                match part {
                    Part::Unit => self.unit = typed,
                    Part::Officer => self.officer = typed,
                }
                Next::Stay
            }
            Message::Move(rows) => {
                self.offers.step(rows);
                Next::Stay
            }
            Message::Enter(part) => {
                if self.take(self.offers.chosen().cloned()) {
                    return Next::Scans;
                }
                let _ = self.offers.close();
                let _ = self.respell();
                match part {
                    Part::Unit => Next::Officer,
                    Part::Officer => Next::Scans,
                }
            }
            Message::Pick(place) => {
                let _ = self.take(self.offers.offer(place).cloned());
                Next::Scans
            }
            Message::Left => {
                let _ = self.offers.close();
                Next::Known
            }
        }
    }

    fn take(&mut self, chosen: Option<Hands>) -> bool {
        let _ = self.offers.close();
        let Some(Hands { unit, officer }) = chosen else { return false };
        (self.unit, self.officer) = (unit, officer);
        true
    }

    /// Takes the known spelling of what was typed; answers whether it is known.
    fn respell(&mut self) -> bool {
        self.take(self.hands().as_known(&self.all))
    }

    /// Whether a name that nobody knows is to be asked about: once.
    pub(super) fn is_doubtful(&mut self) -> bool {
        if self.respell() {
            return false;
        }
        let now = Some(self.hands());
        std::mem::replace(&mut self.asked, now.clone()) != now
    }

    /// Whether it is another one than when this was asked last.
    pub(super) fn changed(&mut self) -> bool {
        let now = (self.unit.trim().to_owned(), self.officer.trim().to_owned());
        std::mem::replace(&mut self.known, now) != self.known
    }

    pub(super) fn offers(&self) -> &Offers<Hands> {
        &self.offers
    }

    /// Offers nothing any more; answers whether anything was.
    pub(super) fn close(&mut self) -> bool {
        self.offers.close()
    }

    /// Its fields with `note` beside them, and what is offered below.
    pub(super) fn view<'a, Outer: Clone + 'a>(
        &'a self,
        [unit, officer]: [&'static str; 2],
        hint: &'static str,
        wrong: Option<&'a str>,
        lift: fn(Message) -> Outer,
        note: Element<'a, Outer>,
    ) -> Element<'a, Outer> {
        let field = |part, label, value, id, hint| {
            Field::new(label, value, id, move |typed| lift(Message::Typed(part, typed)))
                .placeholder(hint)
                .on_submit(lift(Message::Enter(part)))
        };
        let unit = field(Part::Unit, unit, &self.unit, UNIT, hint).wrong(wrong).view();
        let officer = field(Part::Officer, officer, &self.officer, OFFICER, said::MAY_BE_EMPTY);
        let fields = row![unit, officer.view(), note].spacing(space::MEDIUM);
        let mut all = column![fields].spacing(space::SMALL).width(Length::Fill);
        if self.offers.is_open() {
            let offers = self.offers.view(Hands::told, move |place| lift(Message::Pick(place)));
            all = all.push(offers);
        }
        all.into()
    }
}
