//! Random lives of thousands of dossiers, lawful and unlawful acts alike, against a small model of the law.

mod days;
mod life;

use std::collections::BTreeMap;

use chrono::{Datelike, Days};
use fastrand::Rng;
use motcua::desk::DeskError;
use motcua::desk::branch::{Wanted, choose_branch};
use motcua::desk::correct::correct;
use motcua::desk::guide::{guide, refuse_unreceived};
use motcua::desk::handover_list::{NewList, Scan, make_list};
use motcua::desk::print::print_slip;
use motcua::desk::process::{ProcessForm, set_process};
use motcua::desk::receive::{receive, show};
use motcua::desk::roster::set_officer;
use motcua::desk::waiting::Demand;
use motcua::domain::dossier::{Channel, LimitChoice, NewDossier, ReturnBy};
use motcua::domain::handover::HandoverKind;
use motcua::domain::hands::{Hands, TransferAct};
use motcua::domain::intake::{Intake, Party};
use motcua::domain::limit::Limit;
use motcua::domain::notice::NoticeKind;
use motcua::domain::officer::{Officer, Role};
use motcua::domain::time::OfficeTime;
use motcua::domain::waiting::WaitKind;
use motcua::store::{self, Book, Db};

use self::days::{Office as Calendar, SLOTS, time};
use self::life::{Dossier, WHO};
use super::deeds::{Deed, STEPS, hands};
use crate::store::{dossier, person};
use crate::support::{Office, PROCEDURE, date};

/// A second procedure of the same catalogue, without a process.
const OTHER: &str = "1.001193";

const HEAD: &str = "Hồ Thị Phụ Trách";
const RECEPTION: &str = "Cán bộ Mẫu";
const SPECIALIST: &str = "Lê Văn Thụ Lý";
const LEADER: &str = "Trần Văn Lãnh Đạo";
const STRANGER: &str = "Người Lạ";

/// What is tried.
#[derive(Debug, Clone)]
enum Op {
    Receive {
        process: bool,
        post_in: bool,
        post_out: bool,
        days: u32,
    },
    Guide,
    RefuseUnreceived,
    /// A deed to the dossier of this place.
    Deed(usize, Deed),
    Branch(usize, u32),
    Correct(usize, String),
    /// A list: between whom, the other side, the folders with or without results.
    List(HandoverKind, Hands, Vec<(usize, bool)>),
}

struct World {
    seed: u64,
    rng: Rng,
    calendar: Calendar,
    now: OfficeTime,
    slot: usize,
    dossiers: Vec<Dossier>,
    /// The last number given of each kind of paper and year.
    numbers: BTreeMap<(String, i32), i64>,
    lists: i64,
    notices: i64,
    undone: usize,
    lawful: BTreeMap<String, usize>,
    unlawful: usize,
}

/// What each officer may do, as the table of roles in `roles.rs` has it, in a few words.
fn may(who: &str, op: &Op) -> bool {
    let desk = matches!(who, HEAD | RECEPTION);
    match (who, op) {
        (STRANGER, _) => false,
        (_, Op::Deed(_, Deed::Void)) => who == HEAD,
        (_, Op::Receive { .. } | Op::Guide | Op::RefuseUnreceived | Op::Correct(..)) => desk,
        (_, Op::Deed(_, Deed::GiveBack | Deed::Tray(_))) => desk,
        (_, Op::List(HandoverKind::PostOut | HandoverKind::PostIn, ..)) => desk,
        (_, Op::Deed(_, Deed::Stop | Deed::Withdraw | Deed::Extend(_))) => desk || who == LEADER,
        _ => true,
    }
}

impl World {
    fn new(seed: u64) -> Self {
        let day = date(2025, 10, 1);
        Self {
            seed,
            rng: Rng::with_seed(seed),
            calendar: Calendar::new(),
            now: OfficeTime::new(day, time(8, 5)),
            slot: 0,
            dossiers: Vec::new(),
            numbers: BTreeMap::new(),
            lists: 0,
            notices: 0,
            undone: 0,
            lawful: BTreeMap::new(),
            unlawful: 0,
        }
    }

    /// Lets time go by, mostly not at all, sometimes for more than a month.
    fn wait(&mut self) {
        let slots = match self.rng.u32(..10_000) {
            0..9_500 => 0,
            9_500..9_996 => self.rng.usize(1..4),
            _ => 220,
        };
        let mut day = self.now.date();
        for _ in 0..slots {
            self.slot = (self.slot + 1) % SLOTS.len();
            if self.slot == 0 {
                day = self.calendar.next_day(day);
            }
        }
        let (hour, minute) = SLOTS[self.slot];
        self.now = OfficeTime::new(day, time(hour, minute));
    }

    /// When the next act is done: now, or by a clock that somebody set back.
    fn clock(&mut self) -> OfficeTime {
        if self.rng.u32(..40) > 0 {
            return self.now;
        }
        let mut day = self.now.date() - Days::new(self.rng.u64(1..4));
        while !self.calendar.works(day) {
            day = day - Days::new(1);
        }
        OfficeTime::new(day, time(9, 10))
    }

    fn officer(&mut self) -> &'static str {
        match self.rng.u32(..100) {
            0..60 => HEAD,
            60..85 => RECEPTION,
            85..91 => SPECIALIST,
            91..97 => LEADER,
            _ => STRANGER,
        }
    }

    /// Somebody that folders go to.
    fn holder(&mut self) -> Hands {
        let list = [
            hands("Tư pháp – hộ tịch", ""),
            hands("Tư pháp – hộ tịch", "Lê Văn An"),
            hands("Lãnh đạo UBND", ""),
            hands("Địa chính", ""),
            hands("", "Phạm Thị Văn Thư"),
        ];
        self.rng.choice(list).unwrap()
    }

    /// A dossier, mostly one that is still under way.
    fn pick(&mut self) -> usize {
        let count = self.dossiers.len();
        let newest = |rng: &mut Rng| count - 1 - rng.usize(..count.min(60));
        let mut place = newest(&mut self.rng);
        for _ in 0..4 {
            if self.dossiers[place].life.ended.is_none() {
                break;
            }
            place = newest(&mut self.rng);
        }
        if self.rng.u32(..50) == 0 { self.rng.usize(..count) } else { place }
    }

    fn op(&mut self) -> Op {
        let kind = self.rng.u32(..100);
        if self.dossiers.is_empty() || kind < 13 || self.rng.u32(..12) == 0 {
            return Op::Receive {
                process: self.rng.bool(),
                post_in: self.rng.u32(..4) == 0,
                post_out: self.rng.u32(..3) == 0,
                days: if self.rng.bool() { 5 } else { 8 },
            };
        }
        let place = self.pick();
        // Whoever waits gets what they wait for more often than chance would have it.
        let expected = match self.dossiers[place].life.status {
            4 if self.rng.u32(..12) == 0 => Some(Deed::AskPayment),
            5 => Some(Deed::PapersCame),
            6 => Some(Deed::Paid),
            9 => Some(Deed::GiveBack),
            _ => None,
        };
        if let Some(deed) = expected.filter(|_| self.rng.u32(..4) == 0) {
            return Op::Deed(place, deed);
        }
        let deed = match kind {
            13 => return Op::Guide,
            14 => return Op::RefuseUnreceived,
            15 => return Op::Branch(place, if self.rng.bool() { 5 } else { 8 }),
            16 => return Op::Correct(place, format!("Ghi chú {}", self.rng.u64(..))),
            17..22 => return self.list(),
            22..34 => Deed::HandOver(self.holder()),
            34..36 => Deed::HandOver(Hands::DESK),
            36..40 => Deed::TakeBack,
            40..48 => Deed::Next(self.rng.choice(["", "", "", "1", "2", "3", "4"]).unwrap()),
            48..54 => Deed::AskPapers,
            54..60 => Deed::PapersCame,
            60..62 => Deed::AskPayment,
            62..65 => Deed::Paid,
            65..68 => Deed::Extend(self.until(place)),
            68 => Deed::Stop,
            69 => Deed::Withdraw,
            70 => Deed::Refuse,
            71 => Deed::Void,
            72..76 => Deed::Sign,
            76..82 => Deed::Finish,
            82..87 => Deed::GiveBack,
            87..91 => Deed::Tray(self.rng.choice(["A1", "B2", "KHAY-C3", ""]).unwrap()),
            _ => Deed::Undo,
        };
        Op::Deed(place, deed)
    }

    /// A moment to put a promise off to: after it, on its day, before it.
    fn until(&mut self, place: usize) -> OfficeTime {
        let due = self.dossiers[place].life.promise.map_or(self.now, |promise| promise.due);
        let days = self.rng.u32(..4);
        let day = OfficeTime::new(due.date(), time(9, 10));
        let until = self.calendar.plus(day, days);
        if self.calendar.works(until.date()) { until } else { self.calendar.plus(until, 1) }
    }

    fn list(&mut self) -> Op {
        use HandoverKind::{Back, Out, PostIn, PostOut};
        let kind = self.rng.choice([Out, Out, Back, Back, PostOut, PostIn]).unwrap();
        let other = match kind {
            Out => self.holder(),
            Back if self.rng.bool() => hands("Tư pháp – hộ tịch", "Người Mang"),
            Back => Hands::DESK,
            PostOut | PostIn => hands("Bưu điện xã", "Phạm Văn Thử"),
        };
        let who = self.officer();
        let mut folders: Vec<(usize, bool)> = Vec::new();
        for _ in 0..self.rng.usize(1..5) {
            // Mostly what belongs there: whoever scans has the folders in hand.
            let mut place = self.pick();
            for _ in 0..12 {
                let op = Op::List(kind, other.clone(), vec![(place, false)]);
                if self.lawful(&op, who, self.now).is_ok() {
                    break;
                }
                place = self.pick();
            }
            if folders.iter().all(|(other, _)| *other != place) || self.rng.u32(..30) == 0 {
                folders.push((place, kind == Back && self.rng.bool()));
            }
        }
        Op::List(kind, other, folders)
    }

    /// Whether the law and the house let `op` be done; why not, in a word.
    fn lawful(&self, op: &Op, who: &str, now: OfficeTime) -> Result<(), &'static str> {
        let must = |holds: bool, why| if holds { Ok(()) } else { Err(why) };
        must(may(who, op), "role")?;
        let (place, deed) = match op {
            Op::Receive { .. } | Op::Guide | Op::RefuseUnreceived => return Ok(()),
            Op::Branch(place, days) => {
                let life = &self.dossiers[*place].life;
                must(matches!(life.status, 2 | 4), "status")?;
                let holds = |it: life::Promise| match it.limit {
                    life::Limit::Days(held) => held == *days,
                    life::Limit::Until(until) => self.calendar.plus(it.from, *days) < until,
                    life::Limit::SameDay => false,
                };
                let same = life.base == *days && life.promise.is_some_and(holds);
                return must(!same, "the same limit");
            }
            Op::Correct(place, _) => {
                return must(self.dossiers[*place].life.ended.is_none(), "ended");
            }
            Op::List(kind, other, folders) => {
                for (place, (folder, result)) in folders.iter().enumerate() {
                    let twice = folders[..place].iter().any(|(before, _)| before == folder);
                    must(!twice, "twice")?;
                    self.lawful_on_list(*kind, other, *folder, *result)?;
                }
                return must(!folders.is_empty(), "empty");
            }
            Op::Deed(place, deed) => (*place, deed),
        };
        let dossier = &self.dossiers[place];
        let life = &dossier.life;
        let status = |lawful: &[u8]| must(!life.voided && lawful.contains(&life.status), "status");
        let unsigned = || must(!life.signed, "signed");
        match deed {
            Deed::HandOver(to) if *to == Hands::DESK => {
                let to = dossier.usual().ok_or("nobody")?;
                must(dossier.may_hand_over(&to), "hand over")
            }
            Deed::HandOver(to) => must(dossier.may_hand_over(to), "hand over"),
            Deed::TakeBack => must(life.holder != Hands::DESK, "at the desk"),
            Deed::Next(to) => {
                let to = match *to {
                    "" => dossier.place() + 1,
                    number => number.parse::<usize>().unwrap() - 1,
                };
                must(dossier.may_come_to(to), "step")
            }
            Deed::AskPapers => status(&[2, 4]).and_then(|()| unsigned()),
            Deed::AskPayment => status(&[4]).and_then(|()| unsigned()),
            Deed::PapersCame => status(&[5]),
            Deed::Paid => status(&[6]),
            Deed::Extend(until) => must(dossier.may_extend(now, *until), "extend"),
            Deed::Stop => status(&[4, 5, 6]).and_then(|()| unsigned()),
            Deed::Refuse => status(&[4, 5]).and_then(|()| unsigned()),
            Deed::Withdraw | Deed::Void => status(&[2, 4, 5, 6]).and_then(|()| unsigned()),
            Deed::Sign => {
                status(&[2, 4, 9])?;
                unsigned()?;
                must(now.date() >= dossier.received.date(), "before the receipt")
            }
            Deed::Finish => status(&[2, 4]),
            Deed::GiveBack => status(&[2, 4, 9]),
            Deed::Tray(_) => must(life.ended.is_none() && life.holder == Hands::DESK, "tray"),
            Deed::Undo => {
                let point = dossier.stack.last().ok_or("nothing to undo")?;
                must(who == HEAD || point.who == who, "another's step")?;
                must(point.at.date() + Days::new(30) >= now.date(), "too old")
            }
            Deed::OutList(_) | Deed::BackList { .. } | Deed::PostOut | Deed::PostIn => Err("list"),
        }
    }

    fn lawful_on_list(
        &self,
        kind: HandoverKind,
        other: &Hands,
        place: usize,
        result: bool,
    ) -> Result<(), &'static str> {
        let dossier = &self.dossiers[place];
        let life = &dossier.life;
        let holds = match kind {
            HandoverKind::Out => dossier.may_hand_over(other),
            HandoverKind::Back => {
                let (unit, wanted) = (&life.holder.unit, &other.unit);
                let theirs = unit.is_empty() || wanted.is_empty() || unit == wanted;
                let ready = !life.voided && matches!(life.status, 2 | 4);
                life.holder != Hands::DESK && theirs && (!result || ready)
            }
            HandoverKind::PostOut => dossier.post_out && life.status == 9,
            HandoverKind::PostIn => {
                let stands = dossier.lines.iter().any(|(_, brought, undone)| *brought && !undone);
                dossier.post_in && !life.voided && !stands
            }
        };
        if holds { Ok(()) } else { Err("scan") }
    }

    /// What nobody can foretell is not tried: an undo about a month later, when what is too old is being
    /// swept away; another limit after a payment.
    fn is_foreseeable(&self, op: &Op, now: OfficeTime) -> bool {
        match op {
            Op::Deed(place, Deed::Undo) => {
                let point = self.dossiers[*place].stack.last();
                let age = point.map_or(0, |point| (now.date() - point.at.date()).num_days());
                !(26..=36).contains(&age)
            }
            Op::Deed(place, Deed::HandOver(to)) if *to == Hands::DESK => {
                let dossier = &self.dossiers[*place];
                dossier.usual().is_some() || !matches!(dossier.life.status, 2 | 4)
            }
            Op::Branch(place, _) => !self.dossiers[*place].life.after_payment,
            _ => true,
        }
    }

    /// Changes the model as a lawful `op` changes the book.
    fn follow(&mut self, op: &Op, who: &'static str, now: OfficeTime) {
        let word = format!("{op:?}");
        let word = word.split(['(', ' ', '{']).filter(|part| !part.is_empty());
        let word: String = match op {
            Op::Deed(_, deed) => format!("{deed:?}").split(['(', ' ']).next().unwrap().to_owned(),
            Op::List(kind, ..) => format!("{kind:?} list"),
            _ => word.take(1).collect(),
        };
        *self.lawful.entry(word).or_default() += 1;
        match op {
            Op::Receive { process, post_in, post_out, days } => {
                let code = format!(
                    "H50.031-{}-{:04}",
                    now.date().format("%y%m%d"),
                    self.number(
                        "code",
                        &now.date().format("%y%m%d").to_string(),
                        now.date().year()
                    )
                );
                let mut dossier = Dossier::new(&self.calendar, code, who, now, *days);
                (dossier.process, dossier.post_in, dossier.post_out) =
                    (*process, *post_in, *post_out);
                self.dossiers.push(dossier);
            }
            Op::Guide => self.notice("supplement", None, now),
            Op::RefuseUnreceived => self.notice("refusal", None, now),
            Op::Branch(place, days) => self.dossiers[*place].branch(&self.calendar, *days),
            Op::Correct(..) => {}
            Op::List(kind, other, folders) => {
                let _ = self.number("list", kind.series(), now.date().year());
                self.lists += 1;
                let brought = *kind == HandoverKind::PostIn;
                for (place, result) in folders {
                    let dossier = &mut self.dossiers[*place];
                    let at = dossier.noted(now);
                    match kind {
                        HandoverKind::Out => {
                            dossier.remember("hand_over", who, now);
                            dossier.hand_over(other, at);
                        }
                        HandoverKind::Back if *result => {
                            dossier.remember("finish", who, now);
                            dossier.finish(at);
                        }
                        HandoverKind::Back => {
                            dossier.remember("take_back", who, now);
                            dossier.pass("take_back", Hands::DESK, at);
                        }
                        HandoverKind::PostOut => {
                            dossier.remember("return", who, now);
                            dossier.give_back(at);
                        }
                        HandoverKind::PostIn => {}
                    }
                    dossier.lines.push((self.lists, brought, false));
                }
            }
            Op::Deed(place, deed) => self.follow_deed(*place, deed, who, now),
        }
    }

    fn follow_deed(&mut self, place: usize, deed: &Deed, who: &'static str, now: OfficeTime) {
        let calendar = &self.calendar;
        let dossier = &mut self.dossiers[place];
        let at = dossier.noted(now);
        let mut notice = None;
        match deed {
            Deed::HandOver(to) => {
                let to = if *to == Hands::DESK { dossier.usual().unwrap() } else { to.clone() };
                dossier.remember("hand_over", who, now);
                dossier.hand_over(&to, at);
            }
            Deed::TakeBack => {
                dossier.remember("take_back", who, now);
                dossier.pass("take_back", Hands::DESK, at);
            }
            Deed::Next(to) => {
                let to = match *to {
                    "" => dossier.place() + 1,
                    number => number.parse::<usize>().unwrap() - 1,
                };
                dossier.remember(if to == 3 { "finish" } else { "next_step" }, who, now);
                if to == 3 {
                    dossier.finish(at);
                } else {
                    dossier.life.steps.push((to, WHO[to].to_owned()));
                    if to > 0 {
                        dossier.life.status = 4;
                    }
                    dossier.pass("next_step", Dossier::hands_at(to), at);
                }
            }
            Deed::AskPapers => {
                dossier.remember("ask_papers", who, now);
                dossier.ask(true, at);
                notice = Some("supplement");
            }
            Deed::AskPayment => {
                dossier.remember("demand_payment", who, now);
                dossier.ask(false, at);
            }
            Deed::PapersCame => {
                dossier.remember("papers_came", who, now);
                dossier.came(calendar, at);
            }
            Deed::Paid => {
                dossier.remember("paid", who, now);
                dossier.came(calendar, at);
            }
            Deed::Extend(until) => {
                dossier.remember("extend", who, now);
                dossier.extend(*until);
                notice = Some("apology");
            }
            Deed::Stop => {
                dossier.remember("stop", who, now);
                dossier.end(8, at);
                notice = Some("stop");
            }
            Deed::Withdraw => {
                dossier.remember("withdraw", who, now);
                dossier.end(7, at);
                notice = Some("stop");
            }
            Deed::Refuse => {
                dossier.remember("refuse", who, now);
                dossier.end(3, at);
                notice = Some("refusal");
            }
            Deed::Void => {
                dossier.remember("void", who, now);
                dossier.end(8, at);
                dossier.life.voided = true;
            }
            Deed::Sign => {
                dossier.remember("sign_result", who, now);
                dossier.life.signed = true;
            }
            Deed::Finish => {
                dossier.remember("finish", who, now);
                dossier.finish(at);
            }
            Deed::GiveBack => {
                dossier.remember("return", who, now);
                dossier.give_back(at);
            }
            Deed::Tray(tray) => {
                tray.strip_prefix("KHAY-").unwrap_or(tray).clone_into(&mut dossier.life.tray);
            }
            Deed::Undo => {
                dossier.undo();
                self.undone += 1;
            }
            Deed::OutList(_) | Deed::BackList { .. } | Deed::PostOut | Deed::PostIn => {}
        }
        if let Some(kind) = notice {
            self.notice(kind, Some(place), now);
        }
    }

    fn number(&mut self, what: &str, of: &str, year: i32) -> i64 {
        let last = self.numbers.entry((format!("{what} {of}"), year)).or_default();
        *last += 1;
        *last
    }

    fn notice(&mut self, kind: &'static str, place: Option<usize>, now: OfficeTime) {
        let year = now.date().year();
        let number = self.number("notice", kind, year);
        self.notices += 1;
        if let Some(place) = place {
            self.dossiers[place].notices.push((kind, number, year, false));
        }
    }

    /// The dossiers that `op` is about.
    fn concerned(&self, op: &Op) -> Vec<usize> {
        match op {
            Op::Receive { .. } => self.dossiers.len().checked_sub(1).into_iter().collect(),
            Op::Guide | Op::RefuseUnreceived => Vec::new(),
            Op::Deed(place, _) | Op::Branch(place, _) | Op::Correct(place, _) => vec![*place],
            Op::List(.., folders) => folders.iter().map(|(place, _)| *place).collect(),
        }
    }

    /// Does `op` to the book.
    fn done(&self, db: &mut Db, op: &Op, who: &str, now: OfficeTime) -> Result<(), DeskError> {
        match op {
            Op::Receive { process, post_in, post_out, days } => {
                let new = dossier(person("Hồ Thị Mẫu", ""));
                let procedure = if *process { PROCEDURE } else { OTHER };
                let new = NewDossier {
                    procedure: procedure.to_owned(),
                    limit: LimitChoice::Given(Limit::WorkingDays(*days)),
                    channel: if *post_in { Channel::Post } else { Channel::Counter },
                    return_by: if *post_out { ReturnBy::Post } else { ReturnBy::Counter },
                    ..new
                };
                receive(db, &new, None, who, now).map(drop)
            }
            Op::Guide => guide(db, &form(), Demand::from("Tờ khai\nẢnh"), who, now).map(drop),
            Op::RefuseUnreceived => {
                refuse_unreceived(db, &form(), "Sai nơi nộp", who, now).map(drop)
            }
            Op::Deed(place, deed) => deed.done(db, &self.dossiers[*place].code, who, now),
            Op::Branch(place, days) => {
                let limit = LimitChoice::Given(Limit::WorkingDays(*days));
                let wanted = Wanted { limit, agreed: None, reason: "Phải xác minh" };
                choose_branch(db, &self.dossiers[*place].code, wanted, who, now).map(drop)
            }
            Op::Correct(place, note) => {
                let code = &self.dossiers[*place].code;
                let form = Intake { note: note.clone(), ..Intake::of(&show(db.view(), code)?) };
                correct(db, code, &form, "Ghi thêm", who, now).map(drop)
            }
            Op::List(kind, other, folders) => {
                let scan = |(place, result): &(usize, bool)| Scan {
                    code: self.dossiers[*place].code.clone(),
                    result: *result,
                    bill: String::new(),
                };
                let scans = folders.iter().map(scan).collect();
                let new = NewList { kind: *kind, other: other.clone(), scans, note: String::new() };
                make_list(db, &new, who, now).map(drop)
            }
        }
    }

    /// Tries one act, and holds the book against the model.
    fn try_one(&mut self, db: &mut Db, turn: usize) {
        self.wait();
        let (op, who, now) = (self.op(), self.officer(), self.clock());
        if !self.is_foreseeable(&op, now) {
            return;
        }
        let foretold = self.lawful(&op, who, now);
        let rows = store::journal_length(db.view()).unwrap();
        let done = self.done(db, &op, who, now);
        let seed = self.seed;
        let told = || format!("seed {seed}, turn {turn}, {now:?}, {who}: {op:?}");
        let grew = store::journal_length(db.view()).unwrap() - rows;
        match (foretold, done) {
            (Ok(()), Ok(())) => {
                self.follow(&op, who, now);
                assert!(grew > 0, "no journal row: {}", told());
            }
            (Err(_), Err(_)) => {
                self.unlawful += 1;
                assert_eq!(grew, 0, "a refused act left rows: {}", told());
            }
            (Ok(()), Err(error)) => panic!("lawful, but refused with {error:?}: {}", told()),
            (Err(why), Ok(())) => panic!("unlawful ({why}), but done: {}", told()),
        }
        // What was refused is looked at now and then, and all of it at the end.
        if grew > 0 || turn.is_multiple_of(3) {
            for place in self.concerned(&op) {
                self.compare(db, place, &told());
            }
        }
    }

    /// Holds everything the book says of a dossier against the model.
    fn compare(&self, db: &Db, place: usize, told: &str) {
        let model = &self.dossiers[place];
        let life = &model.life;
        let view = db.view();
        let found = show(view, &model.code).unwrap();
        let due = life.promise.map(|promise| promise.due);
        assert_eq!(found.status.number(), life.status, "status: {told}");
        assert_eq!(found.due.at, due, "promise: {told}");
        assert_eq!(found.is_waiting(), found.due.at.is_none() && life.ended.is_none(), "{told}");
        assert_eq!(found.holder, life.holder, "holder: {told}");
        let since = life.moves.last().map(|(.., at)| *at).filter(|_| life.holder != Hands::DESK);
        assert_eq!(found.held_since, since, "since: {told}");
        assert_eq!(found.tray, life.tray, "tray: {told}");
        let times = (found.received_at, found.finished_at, found.ended_at);
        assert_eq!(times, (model.received, life.finished, life.ended), "times: {told}");
        assert_eq!(found.voided_because.is_some(), life.voided, "voided: {told}");

        let waits = store::waits_of(view, found.id).unwrap();
        let waits: Vec<life::Wait> = waits
            .iter()
            .map(|wait| life::Wait {
                papers: wait.kind == WaitKind::Papers,
                from: wait.from,
                until: wait.until,
                back: wait.back_to.number(),
            })
            .collect();
        assert_eq!(waits, life.waits, "waits: {told}");
        let past = store::past_promises(view, found.id).unwrap();
        let past: Vec<_> = past.iter().map(|past| past.due.at).collect();
        let known: Vec<_> = life.past.iter().map(|(_, past)| Some(past.due)).collect();
        assert_eq!(past, known, "past promises: {told}");
        let moves = store::transfers_of(view, found.id).unwrap();
        let moves: Vec<life::Moved> = moves
            .into_iter()
            .map(|moved| {
                let act = match moved.act {
                    TransferAct::HandOver => "hand_over",
                    TransferAct::TakeBack => "take_back",
                    TransferAct::NextStep => "next_step",
                    TransferAct::Finish => "finish",
                };
                (act, moved.from, moved.to, moved.at)
            })
            .collect();
        assert_eq!(moves, life.moves, "changes of hands: {told}");
        let steps = store::steps_of(view, found.id).unwrap();
        let steps: Vec<_> = steps.into_iter().map(|row| (row.step - 1, row.holder)).collect();
        assert_eq!(steps, life.steps, "steps: {told}");
        let notices = store::notices_of(view, found.id).unwrap();
        let notices: Vec<_> = notices
            .iter()
            .map(|notice| {
                let kind = match notice.kind {
                    NoticeKind::Supplement => "supplement",
                    NoticeKind::Refusal => "refusal",
                    NoticeKind::Apology => "apology",
                    NoticeKind::Stop => "stop",
                };
                (kind, notice.number, notice.year, notice.undone)
            })
            .collect();
        assert_eq!(notices, model.notices, "notices: {told}");
        assert_eq!(store::result_of(view, found.id).unwrap().is_some(), life.signed, "{told}");
        let given = store::hand_back_of(view, found.id).unwrap();
        assert_eq!(given.is_some(), life.given_back, "hand-back: {told}");
        let point = store::undo_point(view, found.id, found.received_at).unwrap();
        let point = point.map(|point| (point.act, point.actor, point.at));
        let known = model.stack.last().map(|it| (it.act.to_owned(), it.who.clone(), it.at));
        // What is older than a month may have been swept away in passing.
        let old = |at: OfficeTime| at.date() + Days::new(26) < self.now.date();
        if known.as_ref().is_none_or(|(.., at)| !old(*at)) {
            assert_eq!(point, known, "what can be undone: {told}");
        }
    }

    /// At the end of all lives: every dossier, every list, every number.
    fn compare_all(&self, db: &Db) {
        let told = format!("seed {}, at the end", self.seed);
        for place in 0..self.dossiers.len() {
            self.compare(db, place, &told);
        }
        let mut kinds: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        let mut lines: BTreeMap<String, Vec<(i64, bool)>> = BTreeMap::new();
        for id in 1..=self.lists {
            let list = store::handover(db.view(), id).unwrap().unwrap();
            kinds
                .entry(format!("list {} {}", list.kind.series(), list.year))
                .or_default()
                .push(list.number);
            for line in list.lines {
                lines.entry(line.code).or_default().push((id, line.undone));
            }
        }
        assert!(store::handover(db.view(), self.lists + 1).unwrap().is_none(), "{told}");
        for id in 1..=self.notices {
            let notice = store::notice(db.view(), id).unwrap().unwrap();
            let kind = serde_json::to_value(notice.kind).unwrap();
            let of = format!("notice {} {}", kind.as_str().unwrap(), notice.year);
            kinds.entry(of).or_default().push(notice.number);
        }
        assert!(store::notice(db.view(), self.notices + 1).unwrap().is_none(), "{told}");
        for ((of, year), last) in self.numbers.iter().filter(|((of, _), _)| !of.starts_with("code"))
        {
            let given = &kinds[&format!("{of} {year}")];
            assert!(given.iter().copied().eq(1..=*last), "{of} {year}: {given:?}: {told}");
        }
        for dossier in &self.dossiers {
            let known: Vec<_> =
                dossier.lines.iter().map(|(id, _, undone)| (*id, *undone)).collect();
            assert_eq!(lines.get(&dossier.code).cloned().unwrap_or_default(), known, "{told}");
        }
        let report = store::check(db.view()).unwrap();
        assert_eq!(report.disagreements, [], "{told}");
        assert_eq!(report.dossiers, i64::try_from(self.dossiers.len()).unwrap(), "{told}");
    }
}

fn form() -> Intake {
    Intake {
        procedure: PROCEDURE.to_owned(),
        applicant: Party { name: "Lê Văn Thiếu".to_owned(), ..Party::default() },
        ..Intake::default()
    }
}

fn walk(seed: u64, turns: usize) -> World {
    let office = Office::in_memory();
    let book: Book = office.open();
    let world = book
        .run(move |db| {
            let start = OfficeTime::new(date(2025, 9, 30), time(8, 5));
            let form = ProcessForm {
                procedure: PROCEDURE.to_owned(),
                name: "QT-HT-07".to_owned(),
                steps: STEPS.to_owned(),
                in_force_from: date(2025, 7, 1),
            };
            let _ = set_process(db, &form, HEAD, start).unwrap();
            for (name, role) in [
                (HEAD, Role::Head),
                (RECEPTION, Role::Reception),
                (SPECIALIST, Role::Specialist),
                (LEADER, Role::Leader),
            ] {
                let new =
                    Officer { name: name.to_owned(), unit: String::new(), role, active: true };
                let _ = set_officer(db, &new, HEAD, start).unwrap();
            }
            let mut world = World::new(seed);
            for turn in 0..turns {
                world.try_one(db, turn);
            }
            world.compare_all(db);
            world
        })
        .unwrap();
    let printed = print_some(&world, &book, &office);
    drop(book);
    prints_are_of_what_is_there(&office, printed);
    world
}

/// Prints the slips of some dossiers: what waits or was voided has none. Answers how many there are.
fn print_some(world: &World, book: &Book, office: &Office) -> i64 {
    let mut printed = 0;
    for model in world.dossiers.iter().step_by(world.dossiers.len() / 25) {
        let code = model.code.clone();
        let dossier = book.run(move |db| show(db.view(), &code)).unwrap().unwrap();
        let file = office.file("slip.pdf");
        let done = print_slip(book, &dossier, &file, None, Some("thử"), HEAD, world.now);
        let lawful = !model.life.voided && !matches!(model.life.status, 5 | 6);
        assert_eq!(done.is_ok(), lawful, "seed {}: {}: {done:?}", world.seed, model.code);
        printed += i64::from(lawful);
    }
    printed
}

/// Every print that is noted was made, of a dossier, a notice or a list that exists.
fn prints_are_of_what_is_there(office: &Office, printed: i64) {
    let raw = office.raw();
    let count = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM printed_form"), printed);
    assert_eq!(count("SELECT count(*) FROM printed_paper"), 0);
    assert_eq!(count("SELECT count(*) FROM journal WHERE act = 'print'"), printed);
}

/// Every kind of act was done often enough, and refused often enough, for the walk to mean something.
#[test]
fn random_lives_agree_with_the_law() {
    let mut lawful: BTreeMap<String, usize> = BTreeMap::new();
    let (mut dossiers, mut unlawful, mut undone) = (0, 0, 0);
    for seed in seeds() {
        let world = walk(seed, 4_200);
        for (word, count) in world.lawful {
            *lawful.entry(word).or_default() += count;
        }
        dossiers += world.dossiers.len();
        unlawful += world.unlawful;
        undone += world.undone;
    }
    assert!(dossiers > 2_000 && unlawful > 4_000 && undone > 250, "{dossiers} {unlawful} {undone}");
    let rare: Vec<_> = lawful.iter().filter(|(_, count)| **count < 5).collect();
    assert!(rare.is_empty() && lawful.len() == 26, "{} {rare:?}", lawful.len());
}

/// The walks that are always walked, or those of `MOTCUA_SEEDS`, divided by commas.
fn seeds() -> Vec<u64> {
    let given = std::env::var("MOTCUA_SEEDS").unwrap_or_default();
    match given.trim() {
        "" => vec![20_261_127, 4, 77],
        given => given.split(',').map(|seed| seed.trim().parse().unwrap()).collect(),
    }
}
