//! Lines made clean, and the keys and words a name is searched by.

use proptest::prelude::*;

use motcua::domain::fold::{fold, has_marks, marked_words, nfc};
use motcua::domain::invalid::Problem;
use motcua::domain::line::clean_line;

use super::nfd;

/// The vowels of Vietnamese with the letter their search key has.
const VOWELS: [(char, char); 12] = [
    ('a', 'a'),
    ('ă', 'a'),
    ('â', 'a'),
    ('e', 'e'),
    ('ê', 'e'),
    ('i', 'i'),
    ('o', 'o'),
    ('ô', 'o'),
    ('ơ', 'o'),
    ('u', 'u'),
    ('ư', 'u'),
    ('y', 'y'),
];
const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];

fn line(text: &str) -> Result<String, Problem> {
    clean_line(text, 100)
}

#[test]
fn a_line_is_trimmed_composed_and_single_spaced() {
    for (typed, clean) in [
        ("  Hồ   Thị \u{A0}\u{3000} Mẫu \r\n", "Hồ Thị Mẫu"),
        ("\tHồ\t", "Hồ"),
        ("Ho\u{302}\u{300}", "Hồ"),
        ("Hồ\u{200B} Thị\u{FEFF}", "Hồ Thị"),
        ("o\u{200D}\u{302}", "ô"),
        ("", ""),
        (" \u{200B}\n", ""),
    ] {
        assert_eq!(line(typed), Ok(clean.to_owned()), "{typed:?}");
    }
}

#[test]
fn a_line_refuses_what_nobody_can_see() {
    let controls = ['\0', '\t', '\n', '\r', '\u{B}', '\u{1B}', '\u{7F}', '\u{85}', '\u{2028}'];
    let directions = ['\u{200E}', '\u{200F}', '\u{202A}', '\u{202E}', '\u{2066}', '\u{2069}'];
    let others =
        ['\u{61C}', '\u{2029}', '\u{E000}', '\u{FFFE}', '\u{FFFD}', '\u{3164}', '\u{FE0F}'];
    for c in controls.into_iter().chain(directions).chain(others).chain(['\u{E0041}', '\u{10FFFD}'])
    {
        let refused = Err(Problem::ForbiddenCharacter(c));
        assert_eq!(line(&format!("Hồ{c}Mẫu")), refused, "{c:?}");
    }
}

#[test]
fn length_counts_characters_after_cleaning() {
    assert_eq!(clean_line(&format!("  {}  ", "ế".repeat(10)), 10), Ok("ế".repeat(10)));
    assert_eq!(clean_line(&nfd(&"ế".repeat(10)), 10), Ok("ế".repeat(10)));
    assert_eq!(clean_line(&"e".repeat(11), 10), Err(Problem::TooLong { max: 10 }));
}

#[test]
fn every_vietnamese_letter_folds_alike_in_every_form() {
    let mut seen = std::collections::BTreeSet::new();
    let letters = VOWELS
        .iter()
        .flat_map(|&(vowel, key)| TONES.map(|tone| (nfc(&format!("{vowel}{tone}")), key)))
        .chain([("đ".to_owned(), 'd')]);
    for (lower, key) in letters {
        for letter in [lower.to_uppercase(), lower] {
            assert_eq!(letter.chars().count(), 1, "{letter} is precomposed");
            for form in [letter.clone(), nfd(&letter)] {
                assert_eq!(fold(&form), key.to_string(), "{form:?}");
                assert_eq!(fold(&format!("T{form}n")), format!("t{key}n"), "{form:?}");
                assert_eq!(marked_words(&form), letter.to_lowercase(), "{form:?}");
            }
            if !letter.is_ascii() {
                assert!(has_marks(&letter), "{letter}");
                let _ = seen.insert(letter);
            }
        }
    }
    assert_eq!(seen.len(), 134);
}

#[test]
fn both_tone_placements_are_one_word() {
    for (old, new) in [
        ("hòa", "hoà"),
        ("Hỏa", "Hoả"),
        ("HÓA", "HOÁ"),
        ("xõa", "xoã"),
        ("họa", "hoạ"),
        ("khỏe", "khoẻ"),
        ("lòe", "loè"),
        ("thúy", "thuý"),
        ("Thủy", "Thuỷ"),
        ("tùy", "tuỳ"),
        ("lũy", "luỹ"),
        ("thụy", "thuỵ"),
        ("qúy", "quý"),
        ("hòan", "hoàn"),
    ] {
        for (old, new) in [(old.to_owned(), new.to_owned()), (nfd(old), nfd(new))] {
            assert_ne!(old, new);
            assert_eq!(fold(&old), fold(&new));
            assert_eq!(marked_words(&old), marked_words(&new));
            assert_eq!(marked_words(&old), nfc(&new.to_lowercase()));
        }
    }
    for (one, other) in [("hòa", "hóa"), ("hoa", "hoà"), ("múa", "mùa"), ("quả", "quá")] {
        assert_ne!(marked_words(one), marked_words(other));
        assert_eq!(fold(one), fold(other));
    }
}

#[test]
fn signs_join_or_part_words() {
    for (name, key) in [
        ("H'Mông", "hmong"),
        ("H’Mông", "hmong"),
        ("H\u{2BC}Mông", "hmong"),
        ("Y  Blơ", "y blo"),
        ("Nguyễn-Văn", "nguyen van"),
        (" -Tr. Đ. Ấn- ", "tr d an"),
        ("Ƀuôn Ƀlŏ\u{302}", "buon blo"),
        ("Công ty A&B (Huế)", "cong ty a b hue"),
        ("Ðỗ Ɖạt", "do dat"),
        ("Ｎｇô ６", "ngo 6"),
        ("Hồ\u{AD}\u{200B}ng", "hong"),
        ("Straße Łódź Ærø", "strasse lodz aero"),
        ("Ли", "ли"),
        ("'' -", ""),
    ] {
        assert_eq!(fold(name), key, "{name:?}");
        assert_eq!(marked_words(name).split(' ').count(), key.split(' ').count(), "{name:?}");
    }
    assert_eq!(marked_words("H’MÔNG  Nguyễn-Văn Ðỗ"), "hmông nguyễn văn đỗ");
    assert!(!has_marks("Nguyen Van-A"));
}

#[test]
fn folding_any_character_twice_changes_nothing() {
    for c in '\0'..=char::MAX {
        let key = fold(c.encode_utf8(&mut [0; 4]));
        assert_eq!(fold(&key), key, "{c:?}");
    }
}

/// A syllable's worth of Vietnamese letters with tones, in any case.
fn vietnamese() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        (0..VOWELS.len(), 0..TONES.len())
            .prop_map(|(vowel, tone)| format!("{}{}", VOWELS[vowel].0, TONES[tone])),
        "[bcdđghklmnpqrstvx' -]",
    ];
    (prop::collection::vec(letter, 1..30), any::<bool>()).prop_map(|(letters, upper)| {
        let text = letters.concat();
        nfc(&if upper { text.to_uppercase() } else { text })
    })
}

proptest! {
    #[test]
    fn vietnamese_keys_are_plain_whatever_the_form(text in vietnamese()) {
        let key = fold(&text);
        prop_assert!(key.chars().all(|c| c.is_ascii_lowercase() || c == ' '), "{key:?}");
        prop_assert_eq!(fold(&nfd(&text)), key.clone());
        prop_assert_eq!(fold(&text.to_uppercase()), key.clone());
        prop_assert_eq!(fold(&marked_words(&text)), key);
        prop_assert_eq!(marked_words(&nfd(&text)), marked_words(&text));
    }

    #[test]
    fn keys_are_trimmed_and_folding_twice_changes_nothing(text in any::<String>()) {
        let key = fold(&text);
        prop_assert!(!key.starts_with(' ') && !key.ends_with(' ') && !key.contains("  "));
        prop_assert_eq!(fold(&key), key);
    }

    #[test]
    fn cleaning_twice_changes_nothing(text in "(\\PC|[ \t\n\u{200B}\u{300}\u{323}])*") {
        if let Ok(once) = clean_line(&text, 200) {
            prop_assert_eq!(clean_line(&once, 200), Ok(once.clone()));
            prop_assert_eq!(nfc(&once), once);
        }
    }
}
