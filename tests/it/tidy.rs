//! The walls of the house: what a room must not know and no file may hold.

mod rules;
mod samples;
mod source;
mod tables;

use std::fs;
use std::path::Path;

use self::rules::{File, Rule, is_vietnamese};
use self::samples::Samples;
use self::tables::{ROOMS, VIETNAMESE};

/// Every rule: its name for the complaint, and the proof that it bites.
const RULES: &[(&str, Rule, Samples)] = &[
    ("arrows point down", rules::arrows_point_down, samples::ARROWS),
    ("paths are plain", rules::paths_are_plain, samples::PATHS),
    ("rooms keep to their tools", rules::rooms_keep_to_their_tools, samples::TOOLS),
    ("the world is asked in one place", rules::world_is_asked_in_one_place, samples::WORLD),
    ("SQL stays in the store", rules::sql_stays_in_the_store, samples::SQL_OUTSIDE),
    ("SQL is portable", rules::sql_is_portable, samples::SQL_DIALECT),
    ("a file opens with a sentence", rules::opens_with_a_sentence, samples::SENTENCE),
    ("a file is not too long", rules::is_not_too_long, samples::LENGTH),
    ("nothing is hoped for", rules::hopes_for_nothing, samples::HOPES),
    ("Vietnamese has its places", rules::vietnamese_has_its_places, samples::VIETNAMESE),
    ("looks come from the theme", rules::looks_come_from_the_theme, samples::LOOK),
    ("nothing is left open", rules::nothing_is_left_open, samples::LOOSE_ENDS),
    ("the project knows no machine", rules::knows_no_machine, samples::MACHINE),
];

#[test]
fn every_file_keeps_every_rule() {
    let mut complaints = Vec::new();
    for file in &house() {
        for (name, rule, _) in RULES {
            let faults = rule(file);
            complaints.extend(faults.iter().map(|fault| format!("{}:{fault} ({name})", file.path)));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_rule_bites_and_bites_nothing_else() {
    for (name, rule, samples) in RULES {
        for (path, text) in samples.refused {
            let faults = rule(&File::new(path, text));
            assert_eq!(faults.len(), 1, "{name}: lets pass {path}: {text}");
        }
        for (path, text) in samples.passed {
            let faults = rule(&File::new(path, text));
            assert!(faults.is_empty(), "{name}: refuses {path}: {text}: {faults:?}");
        }
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "whoever asks for it sees how long the files are")]
fn half_of_the_files_are_short() {
    let mut lengths: Vec<usize> = house()
        .iter()
        .filter(|file| file.path.ends_with(".rs"))
        .map(|file| file.text.lines().count())
        .collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    println!("{} files, median {median}, longest {:?}", lengths.len(), lengths.last());
    assert!(median <= 200, "the median file has {median} lines");
}

#[test]
fn rooms_name_only_rooms_below_them() {
    for (index, (room, may_name, _)) in ROOMS.iter().enumerate() {
        for other in *may_name {
            let below = ROOMS[..index].iter().any(|(name, ..)| name == other);
            assert!(below, "`{room}` may not name `{other}`: it does not stand before it");
        }
    }
}

#[test]
fn no_place_is_kept_for_words_that_have_gone() {
    let files = house();
    for (place, reason) in VIETNAMESE {
        let used = files
            .iter()
            .filter(|file| file.path.starts_with(place))
            .any(|file| file.source.texts.iter().any(|(_, text)| is_vietnamese(text)));
        assert!(used, "{place} needs no leave for Vietnamese any more ({reason})");
    }
}

#[test]
fn the_readme_shows_every_room() {
    let files = house();
    let readme = files.iter().find(|file| file.path == "README.md").expect("README.md");
    let folders = files.iter().filter(|file| file.path.matches('/').count() > 1);
    for room in folders.filter_map(File::room) {
        let path = format!("src/{room}/");
        assert!(readme.text.contains(&path), "the README's code map lacks {path}");
    }
}

/// Every text file of the project but what is built and what is kept by git.
fn house() -> Vec<File> {
    let mut files = Vec::new();
    walk(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut files);
    assert!(files.len() > 50, "the house was not found");
    files
}

fn walk(top: &Path, folder: &str, files: &mut Vec<File>) {
    for entry in fs::read_dir(top.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}{}", entry.file_name().to_str().unwrap());
        if path == "target" || path == ".git" {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            walk(top, &format!("{path}/"), files);
        } else if let Ok(text) = fs::read_to_string(top.join(&path)) {
            files.push(File::new(&path, &text));
        }
    }
}
