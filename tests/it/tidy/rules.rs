//! The rules: each looks at one file and says what it may not hold, line by line.

use super::source::{Source, names};
use super::tables::{
    ENGINE_WORDS, FOREIGN, ONLY_PLACES, OTHER_DIALECTS, PLACES, ROOMS, VIETNAMESE,
};

/// A file of the project.
#[derive(Debug)]
pub(super) struct File {
    /// Its path from the top, with `/`.
    pub(super) path: String,
    pub(super) text: String,
    /// Empty unless it is Rust.
    pub(super) source: Source,
}

impl File {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let source = if path.ends_with(".rs") { Source::read(text) } else { Source::default() };
        Self { path: path.to_owned(), text: text.to_owned(), source }
    }

    /// The room it belongs to: `desk` for `src/desk.rs` and `src/desk/receive.rs`.
    pub(super) fn room(&self) -> Option<&str> {
        self.path.strip_prefix("src/")?.split(['/', '.']).next()
    }

    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path.starts_with(place))
    }

    /// Complains about every line of code that `wrong` names a fault of.
    fn code(&self, wrong: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let lines = self.source.code.iter();
        lines.filter_map(|(line, code)| Some(format!("{line}: {}", wrong(code)?))).collect()
    }

    /// Complains about every text that `wrong` names a fault of.
    fn texts(&self, wrong: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let texts = self.source.texts.iter();
        texts.filter_map(|(line, text)| Some(format!("{line}: {}", wrong(text)?))).collect()
    }
}

pub(super) type Rule = fn(&File) -> Vec<String>;

/// A room names only the rooms below it.
pub(super) fn arrows_point_down(file: &File) -> Vec<String> {
    let Some(room) = file.room() else { return Vec::new() };
    let Some((_, may_name, _)) = ROOMS.iter().find(|(name, ..)| *name == room) else {
        return vec![format!("1: `{room}` is no room of tests/it/tidy/tables.rs")];
    };
    file.code(|code| {
        let mut named = code.split("crate::").skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            &rest[..end.unwrap_or(rest.len())]
        });
        let fault = named.find(|other| *other != room && !may_name.contains(other))?;
        Some(format!("`{room}` must not know `crate::{fault}`"))
    })
}

/// Paths are written so that the other rules can read them.
pub(super) fn paths_are_plain(file: &File) -> Vec<String> {
    let at_top = file.path.matches('/').count() == 1;
    let hidden = ["std::{", "crate::{", "super::super", "crate::*"];
    file.code(|code| {
        let way = hidden.iter().find(|way| code.contains(**way));
        let way = way.or_else(|| (at_top && names(code, "super")).then_some(&"super"))?;
        Some(format!("`{way}` hides what is named: write one whole path a `use`"))
    })
}

/// A room does not touch the libraries and the parts of the system that are not its own.
pub(super) fn rooms_keep_to_their_tools(file: &File) -> Vec<String> {
    let room = file.room().and_then(|room| ROOMS.iter().find(|(name, ..)| *name == room));
    let Some((room, _, own)) = room else { return Vec::new() };
    file.code(|code| {
        let tool = FOREIGN.iter().find(|tool| names(code, tool) && !own.contains(tool))?;
        Some(format!("`{room}` must not know `{tool}`"))
    })
}

/// The time and the home folder are asked for in one place each.
pub(super) fn world_is_asked_in_one_place(file: &File) -> Vec<String> {
    if file.room().is_none() {
        return Vec::new();
    }
    file.code(|code| {
        let (word, place) =
            ONLY_PLACES.iter().find(|(word, place)| names(code, word) && file.path != *place)?;
        Some(format!("only {place} may use `{word}`"))
    })
}

/// No SQL outside the store.
pub(super) fn sql_stays_in_the_store(file: &File) -> Vec<String> {
    if file.room().is_none_or(|room| room == "store") {
        return Vec::new();
    }
    file.texts(|text| is_sql(text).then(|| format!("SQL outside the store: {text}")))
}

fn is_sql(text: &str) -> bool {
    let text = text.to_lowercase();
    let has = |words: &[&str]| words.iter().all(|word| text.contains(word));
    let statements: [&[&str]; 6] = [
        &["select ", " from "],
        &["insert into "],
        &["update ", " set "],
        &["delete from "],
        &["pragma "],
        &["create table "],
    ];
    statements.into_iter().any(has)
}

/// The store speaks SQL that PostgreSQL understands, but for a few words in a few files.
pub(super) fn sql_is_portable(file: &File) -> Vec<String> {
    let fault = |sql: &str| {
        let lower = sql.to_lowercase();
        let word = OTHER_DIALECTS.iter().find(|word| lower.contains(**word)).copied();
        let engine = ENGINE_WORDS.iter().find_map(|(word, places)| {
            (lower.contains(word) && !file.is_in(places)).then_some(*word)
        });
        let bare = sql.split('?').skip(1).any(|rest| !rest.starts_with(|c: char| c.is_numeric()));
        let word = word.or(engine).or(bare.then_some("?"))?;
        Some(format!("`{}` is not portable SQL", word.trim()))
    };
    if file.path.ends_with(".sql") && !file.path.starts_with("tests/") {
        let statements = file.text.lines().map(|line| line.split("--").next().unwrap_or(line));
        return (1..)
            .zip(statements)
            .filter_map(|(line, sql)| Some(format!("{line}: {}", fault(sql)?)))
            .collect();
    }
    if file.room() == Some("store") { file.texts(fault) } else { Vec::new() }
}

/// A file says in one sentence what lives there.
pub(super) fn opens_with_a_sentence(file: &File) -> Vec<String> {
    let sentence: Vec<&str> = file
        .text
        .lines()
        .map_while(|line| line.strip_prefix("//! "))
        .take_while(|line| !line.is_empty())
        .collect();
    let told = sentence.last().is_some_and(|line| line.ends_with('.'));
    let fault = (file.is_rust() && !told).then(|| "1: opens with no `//!` sentence".to_owned());
    fault.into_iter().collect()
}

/// No file outgrows its reader.
pub(super) fn is_not_too_long(file: &File) -> Vec<String> {
    let lines = file.text.lines().count();
    let fault = (file.is_rust() && lines > 900).then(|| format!("{lines}: more than 900 lines"));
    fault.into_iter().collect()
}

/// Outside tests nothing panics because it was hoped for.
pub(super) fn hopes_for_nothing(file: &File) -> Vec<String> {
    if file.room().is_none() {
        return Vec::new();
    }
    let hopes = [".unwrap()", ".expect(", "panic!", "unreachable!", "todo!", "unimplemented!"];
    file.code(|code| {
        let hope = hopes.iter().find(|hope| code.contains(**hope))?;
        Some(format!("`{hope}` outside tests"))
    })
}

/// Vietnamese is written where people's words live, and nowhere else.
pub(super) fn vietnamese_has_its_places(file: &File) -> Vec<String> {
    if file.room().is_none() || VIETNAMESE.iter().any(|(place, _)| file.is_in(&[place])) {
        return Vec::new();
    }
    file.texts(|text| is_vietnamese(text).then(|| format!("Vietnamese out of place: {text}")))
}

pub(super) fn is_vietnamese(text: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// Screens take colours and white space from the theme.
pub(super) fn looks_come_from_the_theme(file: &File) -> Vec<String> {
    if !file.path.starts_with("src/ui/screen") {
        return Vec::new();
    }
    file.code(|code| {
        let raw = |rest: &str| rest.starts_with(|c: char| c.is_numeric() || c == '[');
        let padding = code.split(".padding(").skip(1).any(raw);
        let fault = match () {
            () if padding => "padding",
            () if code.contains("color!") || code.contains("Color::from") => "colour",
            () => return None,
        };
        Some(format!("raw {fault}: name it in src/ui/theme.rs"))
    })
}

/// Nothing is left for later.
pub(super) fn nothing_is_left_open(file: &File) -> Vec<String> {
    let code = file.is_rust() || file.path.ends_with(".sql") || file.path.ends_with(".sh");
    if !code {
        return Vec::new();
    }
    words(file, &["TODO", "FIXME", "todo!(", "dbg!(", "#[ignore"], "left open")
}

/// The project knows no folder of the machine it was written on.
pub(super) fn knows_no_machine(file: &File) -> Vec<String> {
    words(file, PLACES, "a place on somebody's machine")
}

fn words(file: &File, words: &[&str], fault: &str) -> Vec<String> {
    if file.path.starts_with("tests/it/tidy/") {
        return Vec::new(); // the rules have to name what they forbid
    }
    (1..)
        .zip(file.text.lines())
        .filter_map(|(line, text): (usize, _)| {
            let word = words.iter().find(|word| text.contains(**word))?;
            Some(format!("{line}: `{word}`: {fault}"))
        })
        .collect()
}
