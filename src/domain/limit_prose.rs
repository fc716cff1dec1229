//! Time limits as decisions word them, read into branches only where the wording is clear.

use super::limit::{LONGEST, Limit, LimitBranch};
use super::words::{Cursor, Words};

/// Reads the wording of a time limit. The answer is empty when the wording is not wholly
/// understood: a limit is never guessed, the officer then gives it.
///
/// - *ngày làm việc* are working days, *ngày* alone calendar days, *giờ* working hours.
/// - *ngay trong ngày* is [`Limit::SameDay`], with the clock hour of 15:00 that goes with it
///   (Decree 23/2015/NĐ-CP art. 7; Law on Civil Status art. 5.3); any other hour is not understood.
/// - A condition (*trường hợp cần xác minh thì không quá 25 ngày*) is a branch of its own.
/// - The national portal's list of channels becomes one branch when all agree, else one branch a
///   channel. Two limits for one channel are not understood: nothing says which applies.
/// - *nửa ngày làm việc* and *2,5 ngày* are half working days: only sessions make half days.
/// - *hoặc theo thỏa thuận* is a branch [`Limit::Agreed`]; the moment is agreed on at the desk.
/// - A longer time by agreement, or added to the limit afterwards, is an extension: it is no branch.
/// - Months, years, rough totals and sums of steps are not understood.
///
/// The short form of [`Limit`] (`5d`) is read too.
#[must_use]
pub fn parse(text: &str) -> Vec<LimitBranch> {
    if let Ok(limit) = text.parse::<Limit>() {
        return vec![branch("", limit)];
    }
    let words = Words::new(text);
    let whole = words.cursor();
    let readings = [by_channel, by_item, by_case, by_sentence];
    let branches = readings.iter().find_map(|read| read(whole)).unwrap_or_default();
    // The same condition twice cannot be told apart at the desk.
    let twice = |(i, one): (usize, &LimitBranch)| {
        branches.iter().skip(i + 1).any(|other| other.when == one.when)
    };
    if branches.iter().enumerate().any(twice) { Vec::new() } else { branches }
}

/// A limit typed in words, *5 ngày làm việc*, in its short form, `5d`; anything else as typed.
#[must_use]
pub fn in_short(typed: &str) -> String {
    match parse(typed).as_slice() {
        [only] if typed.parse::<Limit>().is_err() => only.limit.to_string(),
        _ => typed.to_owned(),
    }
}

fn branch(when: &str, limit: Limit) -> LimitBranch {
    LimitBranch { when: when.to_owned(), limit }
}

/// The ways a dossier comes in, as the national portal words them; in person first.
const CHANNELS: [&[&str]; 3] = [
    &["trực tiếp"],
    &["trực tuyến"],
    &["dịch vụ bưu chính công ích", "dịch vụ bưu chính", "bưu chính công ích", "bưu chính"],
];

/// `Trực tiếp: 1 Ngày làm việc; Trực tuyến: 02 Giờ`.
fn by_channel(whole: Cursor<'_>) -> Option<Vec<LimitBranch>> {
    let mut found: Vec<(usize, LimitBranch)> = Vec::new();
    for part in whole.split(&[";"]) {
        let mut rest = part.without_last(&["."]);
        let channel = CHANNELS.iter().position(|names| rest.eat_any(names))?;
        let (name, _) = part.split_once(&[":"])?;
        if !rest.eat(":") {
            return None;
        }
        let limit = if rest.eat("không quy định") { Limit::None } else { amount(&mut rest)? };
        from_receipt(&mut rest);
        if !rest.done() {
            return None;
        }
        let known = found.iter().find(|(other, _)| *other == channel);
        match known {
            Some((_, known)) if known.limit != limit => return None,
            Some(_) => {}
            None => found.push((channel, branch(name.source(), limit))),
        }
    }
    found.sort_by_key(|(channel, _)| *channel);
    let (first, ordinary) = found.first()?;
    if *first == 0 && found.iter().all(|(_, other)| other.limit == ordinary.limit) {
        return Some(vec![branch("", ordinary.limit)]);
    }
    Some(found.into_iter().map(|(_, branch)| branch).collect())
}

/// `- Bổ sung thông tin: Ngay trong ngày làm việc. - Cải chính: 03 ngày làm việc (nếu …).`
fn by_item(mut whole: Cursor<'_>) -> Option<Vec<LimitBranch>> {
    if !whole.eat("-") {
        return None;
    }
    let items = whole.split(&["-"]);
    if items.len() < 2 {
        return None;
    }
    let mut branches = Vec::new();
    for item in items {
        let (label, value) = item.without_last(&[".", ";"]).split_once(&[":"])?;
        let name = plain(label)?;
        let (limit, rest) = ordinary(value)?;
        branches.push(branch(name, limit));
        if rest.done() {
            continue;
        }
        let Part::Branch(inner) = part(in_brackets(rest)?, limit)? else { return None };
        branches.push(branch(&format!("{name} ({})", inner.when), inner.limit));
    }
    Some(branches)
}

/// `05 ngày làm việc đối với giám hộ cử, 03 ngày làm việc đối với giám hộ đương nhiên.`
fn by_case(whole: Cursor<'_>) -> Option<Vec<LimitBranch>> {
    let parts = whole.split(&[",", ";", "."]);
    if parts.len() < 2 {
        return None;
    }
    parts
        .into_iter()
        .map(|mut rest| {
            let limit = amount(&mut rest)?;
            let case = rest.eat_any(&["đối với trường hợp", "đối với"]).then_some(rest)?;
            Some(branch(plain(case)?, limit))
        })
        .collect()
}

/// An ordinary limit, then conditions and remarks, each a sentence of its own or behind a comma.
fn by_sentence(whole: Cursor<'_>) -> Option<Vec<LimitBranch>> {
    let mut parts = Vec::new();
    for sentence in whole.split(&["."]) {
        let whole = is_long_extension(sentence);
        parts.extend(if whole { vec![sentence] } else { sentence.split(&[";"]) });
    }
    let mut parts = parts.into_iter();
    let mut first = parts.next()?;
    if first.eat("không quy định") && first.done() && parts.len() == 0 {
        return Some(vec![branch("", Limit::None)]);
    }
    let mut alone = first;
    let _ = alone.eat("thời hạn");
    if alone.eat_any(&AGREED) && alone.done() && parts.len() == 0 {
        return Some(vec![branch("", Limit::Agreed(None))]);
    }
    let (limit, mut rest) = ordinary(first)?;
    let agreed = or_as_agreed(&mut rest);
    let remainder = match rest.done() {
        true => None,
        false if rest.eat(",") => Some(rest),
        false => Some(in_brackets(rest)?),
    };
    let mut branches = vec![branch("", limit)];
    branches.extend(agreed.then(|| branch(AGREED[0], Limit::Agreed(None))));
    for words in remainder.into_iter().chain(parts) {
        if let Part::Branch(branch) = part(words, limit)? {
            branches.push(branch);
        }
    }
    Some(branches)
}

/// What a part of the wording after the ordinary limit says.
enum Part {
    /// Another limit under a condition.
    Branch(LimitBranch),
    /// Nothing that changes a limit.
    Remark,
}

fn part(words: Cursor<'_>, ordinary: Limit) -> Option<Part> {
    if is_remark(words) || (ordinary == Limit::SameDay && is_same_day_remark(words)) {
        return Some(Part::Remark);
    }
    let mut rest = words;
    if !rest.eat_any(&["đối với trường hợp", "trường hợp", "nếu"]) {
        return None;
    }
    let (condition, mut limit) = rest
        .split_once(&["thì"])
        .or_else(|| rest.split_once(&[":"]))
        .or_else(|| rest.split_once(&[","]))?;
    let when = plain(condition.without_last(&[","]))?;
    let _ = limit.eat_any(&["thời hạn giải quyết", "thời gian giải quyết", "thời hạn"]);
    let _ = limit.eat("là");
    let count = amount(&mut limit)?;
    from_receipt(&mut limit);
    limit.done().then(|| Part::Branch(branch(when, count)))
}

/// Remarks of Decree 23/2015/NĐ-CP and its followers that set no limit: the slip must show hour and
/// day, where the count begins, that more time may be agreed on.
fn is_remark(words: Cursor<'_>) -> bool {
    if words.has_number() {
        return false;
    }
    let begins = |phrases: &[&str]| {
        let mut head = words;
        head.eat_any(phrases)
    };
    begins(&["có thể kéo dài hơn theo thỏa thuận", "có thể kéo dài hơn theo thoả thuận"])
        || begins(&["thời hạn được tính từ ngày cơ quan , tổ chức nhận đủ hồ sơ hợp lệ"])
        || (begins(&["trường hợp"]) && words.has("phải có phiếu hẹn ghi rõ thời gian"))
}

/// Many copies at once may take up to two working days more (Decree 23/2015/NĐ-CP art. 7): that
/// lengthens the promise, it is no limit from the day of receipt.
fn is_long_extension(words: Cursor<'_>) -> bool {
    let mut head = words;
    head.eat("đối với trường hợp")
        && words.has("thì thời hạn chứng thực được kéo dài thêm không quá")
}

/// Remarks that belong to a same-day limit: received after 15:00 it is the next working day.
fn is_same_day_remark(words: Cursor<'_>) -> bool {
    if is_long_extension(words) {
        return true;
    }
    let mut rest = words;
    if !rest.eat_any(&["trường hợp", "nếu"]) || !received_after_three(&mut rest) {
        return false;
    }
    let _ = rest.eat("mà không giải quyết được ngay");
    let _ = rest.eat(",");
    let _ = rest.eat("thì");
    rest.eat("trả kết quả")
        && rest.eat_any(&["trong ngày làm việc tiếp theo", "vào ngày làm việc tiếp theo"])
        && rest.done()
}

/// `nhận hồ sơ sau 15 giờ`: the only clock hour a same-day limit knows.
fn received_after_three(rest: &mut Cursor<'_>) -> bool {
    if !rest.eat_any(&["tiếp nhận", "nhận"]) {
        return false;
    }
    let _ = rest.eat_any(&["hồ sơ", "yêu cầu"]);
    if !rest.eat("sau") || rest.number() != Some(15) || !rest.eat_any(&["giờ", "h"]) {
        return false;
    }
    let mut minutes = *rest;
    match minutes.number() {
        Some(0) => *rest = minutes,
        Some(_) => return false,
        None => {}
    }
    let _ = rest.eat("phút");
    true
}

/// The ordinary limit at the head of `words`, and what follows it.
fn ordinary(words: Cursor<'_>) -> Option<(Limit, Cursor<'_>)> {
    let mut rest = words;
    if same_day(&mut rest) {
        by_agreement(&mut rest);
        return Some((Limit::SameDay, rest));
    }
    let mut rest = words;
    if rest.eat_any(&["thời hạn giải quyết", "thời gian giải quyết", "thời hạn"])
    {
        let _ = rest.eat_any(&[":", "là"]);
    }
    let limit = amount(&mut rest)?;
    from_receipt(&mut rest);
    by_agreement(&mut rest);
    Some((limit, rest))
}

/// `ngay trong ngày tiếp nhận yêu cầu`, with or without its rule of 15:00 in the same sentence.
fn same_day(rest: &mut Cursor<'_>) -> bool {
    if rest.eat("thời hạn thực hiện yêu cầu chứng thực") {
        let _ = rest.eat_any(&["phải được bảo đảm", "là"]);
    }
    let _ = rest.eat("giải quyết");
    if !rest.eat("ngay trong ngày") {
        return false;
    }
    let _ = rest.eat("làm việc");
    let _ = rest.eat("cơ quan , tổ chức");
    if rest.eat_any(&["tiếp nhận", "nhận đủ", "nhận"]) {
        let _ = rest.eat_any(&["hồ sơ hợp lệ", "hồ sơ", "yêu cầu"]);
    }
    let mut later = *rest;
    let _ = later.eat(",");
    if !later.eat("hoặc trong ngày làm việc tiếp theo") {
        return true;
    }
    let _ = later.eat(",");
    let known = later.eat("nếu") && received_after_three(&mut later);
    *rest = later;
    known
}

/// `không quá 02 (hai) ngày làm việc`: a number of days or hours of a known kind.
fn amount(rest: &mut Cursor<'_>) -> Option<Limit> {
    let _ = rest.eat_any(&["trong thời hạn", "trong thời gian", "trong vòng", "trong"]);
    let _ = rest.eat_any(&["không quá", "tối đa", "chậm nhất"]);
    if let Some(halves) = half_days(rest) {
        return Some(Limit::HalfDays(halves));
    }
    let count = u32::try_from(rest.number()?).ok().filter(|count| (1..=LONGEST).contains(count))?;
    if rest.eat("(") {
        let words = NUMBERS.iter().find(|(number, _)| *number == count)?.1;
        if !rest.eat(words) || !rest.eat(")") {
            return None;
        }
    }
    if rest.eat("ngày làm việc") {
        return Some(Limit::WorkingDays(count));
    }
    if rest.eat("ngày") {
        return Some(Limit::CalendarDays(count));
    }
    rest.eat_any(&["giờ làm việc", "giờ"]).then_some(Limit::WorkingHours(count))
}

/// `nửa ngày làm việc`, `2,5 ngày làm việc`: an odd number of half days.
fn half_days(rest: &mut Cursor<'_>) -> Option<u32> {
    let mut words = *rest;
    let halves = if words.eat("nửa") {
        1
    } else {
        let whole = u32::try_from(words.number()?).ok().filter(|whole| *whole < LONGEST)?;
        if !words.eat_any(&[",", "."]) || words.number() != Some(5) {
            return None;
        }
        whole * 2 + 1
    };
    if !words.eat_any(&["ngày làm việc", "ngày"]) {
        return None;
    }
    *rest = words;
    Some(halves)
}

/// Numbers that decisions repeat in words.
const NUMBERS: [(u32, &str); 14] = [
    (1, "một"),
    (2, "hai"),
    (3, "ba"),
    (4, "bốn"),
    (5, "năm"),
    (6, "sáu"),
    (7, "bảy"),
    (8, "tám"),
    (9, "chín"),
    (10, "mười"),
    (15, "mười lăm"),
    (20, "hai mươi"),
    (30, "ba mươi"),
    (45, "bốn mươi lăm"),
];

/// Reads over `, kể từ ngày nhận đủ hồ sơ hợp lệ`: the clock starts at receipt anyway
/// (Decree 118/2025/NĐ-CP art. 17.3 as amended). Another beginning stays unread, and so unclear.
fn from_receipt(rest: &mut Cursor<'_>) {
    let mut words = *rest;
    let _ = words.eat(",");
    if !words.eat_any(&["kể từ", "tính từ", "từ"])
        || !words.eat_any(&["ngày", "khi", "thời điểm", "lúc"])
        || !words.eat_any(&["tiếp nhận", "nhận được", "nhận"])
    {
        return;
    }
    let _ = words.eat_any(&["đầy đủ", "đủ"]);
    if !words.eat("hồ sơ") {
        return;
    }
    let _ = words.eat_any(&["đầy đủ , hợp lệ", "đầy đủ và hợp lệ", "hợp lệ", "đầy đủ"]);
    let _ = words.eat_any(&["theo quy định", "yêu cầu chứng thực"]);
    *rest = words;
}

/// By agreement, in both spellings.
const AGREED: [&str; 2] = ["theo thỏa thuận", "theo thoả thuận"];

/// Reads over `hoặc theo thỏa thuận (với người yêu cầu)`: another limit beside the ordinary one.
fn or_as_agreed(rest: &mut Cursor<'_>) -> bool {
    let mut words = *rest;
    let _ = words.eat(",");
    if !words.eat("hoặc") || !words.eat_any(&AGREED) {
        return false;
    }
    let _ = words.eat("bằng văn bản");
    let _ = words.eat_any(&["với người yêu cầu chứng thực", "với người yêu cầu"]);
    from_receipt(&mut words);
    *rest = words;
    true
}

/// Reads over `hoặc có thể kéo dài hơn theo thỏa thuận bằng văn bản với người yêu cầu …`.
fn by_agreement(rest: &mut Cursor<'_>) {
    let mut words = *rest;
    let _ = words.eat(",");
    if !words.eat_any(&["hoặc có thể", "hoặc"])
        || !words.eat_any(&["kéo dài hơn", "dài hơn"])
        || !words.eat_any(&["theo thỏa thuận", "theo thoả thuận"])
    {
        return;
    }
    let _ = words.eat("bằng văn bản");
    let _ = words.eat_any(&["với người yêu cầu chứng thực", "với người yêu cầu"]);
    *rest = words;
}

/// What stands between the brackets that `rest` is made of.
fn in_brackets(mut rest: Cursor<'_>) -> Option<Cursor<'_>> {
    let closed = rest.without_last(&[")"]);
    if closed.count() == rest.count() || !rest.eat("(") {
        return None;
    }
    let mut inner = closed;
    inner.eat("(").then_some(inner)
}

/// A condition or a label without numbers and without words that speak of time.
fn plain(words: Cursor<'_>) -> Option<&str> {
    const TIME: [&str; 8] =
        ["ngày", "giờ", "tháng", "năm", "tuần", "thời hạn", "kéo dài", "gia hạn"];
    const SIGNS: [&str; 4] = ["(", ")", ":", "."];
    let clear = !words.done()
        && !words.has_number()
        && !TIME.iter().chain(&SIGNS).any(|word| words.has(word));
    clear.then(|| words.source())
}
