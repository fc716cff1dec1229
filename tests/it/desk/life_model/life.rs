//! What the law and the desk's own rules say of one dossier, written down a second time: a plain value that
//! deeds change, without the program's tables.

use motcua::domain::hands::Hands;
use motcua::domain::time::OfficeTime;

use super::days::Office;

/// How long a promise was counted with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Limit {
    Days(u32),
    Until(OfficeTime),
    SameDay,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Promise {
    pub(super) from: OfficeTime,
    pub(super) limit: Limit,
    pub(super) due: OfficeTime,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wait {
    pub(super) papers: bool,
    pub(super) from: OfficeTime,
    pub(super) until: Option<OfficeTime>,
    pub(super) back: u8,
}

/// A change of hands: by which act, whose, whose now, when.
pub(super) type Moved = (&'static str, Hands, Hands, OfficeTime);

/// How a dossier stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Life {
    /// The national number, 1 to 10.
    pub(super) status: u8,
    pub(super) promise: Option<Promise>,
    /// Promises that gave way, with the reason: `e` of an extension.
    pub(super) past: Vec<(char, Promise)>,
    pub(super) base: u32,
    pub(super) after_payment: bool,
    pub(super) waits: Vec<Wait>,
    pub(super) holder: Hands,
    pub(super) tray: String,
    /// The places of the process it came to, and who had it there.
    pub(super) steps: Vec<(usize, String)>,
    pub(super) moves: Vec<Moved>,
    pub(super) signed: bool,
    pub(super) finished: Option<OfficeTime>,
    pub(super) ended: Option<OfficeTime>,
    pub(super) given_back: bool,
    pub(super) voided: bool,
}

/// Who does the steps of the process; the last one returns the result, the first is the desk's.
pub(super) const WHO: [&str; 4] =
    ["Bộ phận Một cửa", "Tư pháp – hộ tịch", "Lãnh đạo UBND", "Bộ phận Một cửa"];

/// How a dossier stood before an act that can be undone.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub(super) act: &'static str,
    pub(super) who: String,
    pub(super) at: OfficeTime,
    life: Life,
    notices: usize,
    lines: usize,
}

/// A dossier of the model.
#[derive(Debug, Clone)]
pub(super) struct Dossier {
    pub(super) code: String,
    pub(super) received: OfficeTime,
    pub(super) by: String,
    pub(super) process: bool,
    pub(super) post_in: bool,
    pub(super) post_out: bool,
    pub(super) life: Life,
    /// How it stood before each act that can be undone, oldest first.
    pub(super) stack: Vec<Point>,
    /// Notices: kind, number, year, undone.
    pub(super) notices: Vec<(&'static str, i64, i32, bool)>,
    /// Places on lists: which list, whether it is the post's record of what it brought, undone.
    pub(super) lines: Vec<(i64, bool, bool)>,
}

impl Dossier {
    pub(super) fn new(office: &Office, code: String, by: &str, at: OfficeTime, days: u32) -> Self {
        let promise = Promise { from: at, limit: Limit::Days(days), due: office.plus(at, days) };
        let life = Life {
            status: 2,
            promise: Some(promise),
            past: Vec::new(),
            base: days,
            after_payment: false,
            waits: Vec::new(),
            holder: Hands::DESK,
            tray: String::new(),
            steps: Vec::new(),
            moves: Vec::new(),
            signed: false,
            finished: None,
            ended: None,
            given_back: false,
            voided: false,
        };
        Self {
            code,
            received: at,
            by: by.to_owned(),
            process: false,
            post_in: false,
            post_out: false,
            life,
            stack: Vec::new(),
            notices: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// When an act of `now` counts: never before what was noted last.
    pub(super) fn noted(&self, now: OfficeTime) -> OfficeTime {
        let life = &self.life;
        let mut at = now.max(self.received).max(life.finished.unwrap_or(now));
        if let Some(wait) = life.waits.last() {
            at = at.max(wait.until.unwrap_or(wait.from));
        }
        life.moves.last().map_or(at, |(.., moved)| at.max(*moved))
    }

    /// Keeps how it stands, before an act of `who`.
    pub(super) fn remember(&mut self, act: &'static str, who: &str, now: OfficeTime) {
        // By a clock that was set back, it is of the moment of the act before.
        let now = self.stack.last().map_or(now, |before| before.at.max(now));
        let (life, notices, lines) = (self.life.clone(), self.notices.len(), self.lines.len());
        self.stack.push(Point { act, who: who.to_owned(), at: now, life, notices, lines });
        if self.stack.len() > 4 {
            let _ = self.stack.remove(0);
        }
    }

    pub(super) fn place(&self) -> usize {
        self.life.steps.last().map_or(0, |(place, _)| *place)
    }

    /// The hands of a place of the process.
    pub(super) fn hands_at(place: usize) -> Hands {
        match place {
            0 | 3 => Hands::DESK,
            _ => Hands { unit: WHO[place].to_owned(), officer: String::new() },
        }
    }

    /// Who has it at a place, as it is told.
    fn told_at(&self, place: usize) -> String {
        let life = &self.life;
        if place > 0 && place == self.place() && life.holder != Hands::DESK {
            let Hands { unit, officer } = life.holder.clone();
            return if officer.is_empty() { unit } else { officer };
        }
        let had = life.steps.iter().rev().find(|(at, _)| *at == place).map(|(_, who)| who.clone());
        match had {
            Some(who) => who,
            None if place == 0 => self.by.clone(),
            None => String::new(),
        }
    }

    /// Whether it may go to a place of its process; with the reason always given.
    pub(super) fn may_come_to(&self, place: usize) -> bool {
        if !self.process || !matches!(self.life.status, 2 | 4) {
            return false;
        }
        let away = self.life.holder == Hands::DESK && Self::hands_at(place) != Hands::DESK;
        place == 3 || place != self.place() || self.told_at(place) != WHO[place] || away
    }

    /// Gives it into other hands.
    pub(super) fn pass(&mut self, act: &'static str, to: Hands, at: OfficeTime) {
        let life = &mut self.life;
        if life.holder == to {
            return;
        }
        if to != Hands::DESK {
            life.tray.clear();
        }
        life.moves.push((act, life.holder.clone(), to.clone(), at));
        life.holder = to;
    }

    /// Where it goes when nobody is named; `None` where the model does not know.
    pub(super) fn usual(&self) -> Option<Hands> {
        match (self.process, self.place(), &self.life.holder) {
            (true, 0, _) => Some(Self::hands_at(1)),
            (true, place, holder) if *holder == Hands::DESK => Some(Self::hands_at(place)),
            (true, 1, _) => Some(Self::hands_at(2)),
            _ => None,
        }
    }

    pub(super) fn may_hand_over(&self, to: &Hands) -> bool {
        let life = &self.life;
        !life.voided && matches!(life.status, 2 | 4) && life.holder != *to
    }

    pub(super) fn hand_over(&mut self, to: &Hands, at: OfficeTime) {
        let (process, place) = (self.process, self.place());
        let towards = process && place == 1 && to.unit == WHO[2];
        if process && (place == 0 || towards) {
            let who = if to.officer.is_empty() { &to.unit } else { &to.officer };
            self.life.steps.push((place + 1, who.clone()));
        }
        self.pass("hand_over", to.clone(), at);
        self.life.status = 4;
    }

    /// Ends it without a result.
    pub(super) fn end(&mut self, status: u8, at: OfficeTime) {
        let life = &mut self.life;
        (life.status, life.ended) = (status, Some(at));
        life.tray.clear();
    }

    pub(super) fn finish(&mut self, at: OfficeTime) {
        (self.life.status, self.life.finished) = (9, Some(at));
        self.pass("finish", Hands::DESK, at);
    }

    pub(super) fn give_back(&mut self, at: OfficeTime) {
        if self.life.status != 9 {
            self.finish(at);
        }
        let life = &mut self.life;
        (life.status, life.ended, life.given_back) = (10, Some(at), true);
        life.tray.clear();
    }

    pub(super) fn ask(&mut self, papers: bool, at: OfficeTime) {
        let life = &mut self.life;
        life.waits.push(Wait { papers, from: at, until: None, back: life.status });
        life.past.push(('w', life.promise.take().unwrap()));
        life.status = if papers { 5 } else { 6 };
    }

    /// What was asked for came.
    pub(super) fn came(&mut self, office: &Office, at: OfficeTime) {
        let life = &mut self.life;
        let wait = life.waits.last_mut().unwrap();
        wait.until = Some(at);
        let (asked, running) = (wait.from, life.past.last().unwrap().1);
        let limit = match (wait.papers, running.limit) {
            (true, _) => Limit::Days(life.base),
            (false, Limit::Days(days)) => {
                let counted = office.days_between(running.from.date(), asked.date());
                match days.saturating_sub(counted) {
                    0 => Limit::SameDay,
                    left => Limit::Days(left),
                }
            }
            (false, Limit::Until(until)) => match office.minutes_between(asked, until) {
                0 => Limit::SameDay,
                left => Limit::Until(office.after_minutes(at, left)),
            },
            (false, Limit::SameDay) => Limit::SameDay,
        };
        let due = match limit {
            Limit::Days(days) => office.plus(at, days),
            Limit::Until(until) => until,
            Limit::SameDay => office.same_day(at),
        };
        life.promise = Some(Promise { from: at, limit, due });
        life.after_payment = !wait.papers;
        life.status = wait.back;
    }

    pub(super) fn may_extend(&self, now: OfficeTime, until: OfficeTime) -> bool {
        let life = &self.life;
        let running = matches!(life.status, 2 | 4);
        let before = life.past.iter().any(|(cause, _)| *cause == 'e');
        let due = life.promise.map(|promise| promise.due.date());
        running && !before && due.is_some_and(|due| now.date() < due && due < until.date())
    }

    pub(super) fn extend(&mut self, until: OfficeTime) {
        let life = &mut self.life;
        let before = life.promise.unwrap();
        life.past.push(('e', before));
        life.promise = Some(Promise { limit: Limit::Until(until), due: until, ..before });
    }

    /// Another limit, in working days, runs.
    pub(super) fn branch(&mut self, office: &Office, days: u32) {
        let life = &mut self.life;
        let before = life.promise.unwrap();
        life.past.push(('b', before));
        life.base = days;
        let due = office.plus(before.from, days);
        if !matches!(before.limit, Limit::Until(until) if due < until) {
            life.promise = Some(Promise { limit: Limit::Days(days), due, ..before });
        }
        self.stack.clear();
    }

    /// Puts back how it stood before the last act; what came with it counts for nothing.
    pub(super) fn undo(&mut self) {
        let Point { life: before, notices, lines, .. } = self.stack.pop().unwrap();
        for (.., undone) in &mut self.notices[notices..] {
            *undone = true;
        }
        for (_, brought, undone) in &mut self.lines[lines..] {
            *undone |= !*brought;
        }
        let at_the_desk = |life: &Life| life.holder == Hands::DESK && life.ended.is_none();
        let stays = at_the_desk(&self.life) && at_the_desk(&before);
        let tray = if stays { self.life.tray.clone() } else { before.tray.clone() };
        self.life = Life { tray, ..before };
    }
}
