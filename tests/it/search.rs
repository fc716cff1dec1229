//! Search against a plain reading of every dossier: what must be found is found, and nothing else.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tempfile::TempDir;

use motcua::desk::practice::{SAMPLE_PROCEDURE, practice_office};
use motcua::desk::receive::receive;
use motcua::desk::set_up::set_up;
use motcua::domain::fold::fold;
use motcua::domain::intake::{Intake, Party};
use motcua::domain::time::OfficeTime;
use motcua::store::{self, Book};

/// Invented people: frequent and rare words, one-letter words, words that begin alike, an authorised
/// person with a principal, an organisation.
const PEOPLE: [(&str, &str, &str); 12] = [
    ("Nguyễn Thị Hương", "045188000000", "0900000000"),
    ("Nguyễn Thị Hường", "045188000001", "0900000001"),
    ("Nguyễn Văn Hưng", "045088012345", "0912345678"),
    ("Hồ Thị Mẫu", "045190543210", "0987654321"),
    ("Đặng Thị Đượm", "001190000045", ""),
    ("Y Blơ Mẫu", "", "0900111222"),
    ("H' Mẫu", "", "0911111111"),
    ("Trần Nguyễn Thử", "197000000", "0233385001"),
    ("Hoàng Phương Thảo Nguyên", "045301000007", "0900000007"),
    ("Phạm Phương", "045201000008", "+84 900 000 008"),
    ("Lê Lê Lợi", "", ""),
    ("Nguyen Van An", "045088000009", "0900000009"),
];

struct Desk {
    _folder: TempDir,
    book: Book,
    /// Code, folded names, and everything a fragment can stand in, oldest first.
    known: Vec<(String, Vec<String>, Vec<String>)>,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.motcua");
    store::create(&path).unwrap();
    let book = Book::open(&path).unwrap();
    let now = OfficeTime::parse("2026-11-23T08:00").unwrap();
    book.run(move |db| set_up(db, &practice_office(), "", now)).unwrap().unwrap();
    let mut known = Vec::new();
    for (number, (name, identity, phone)) in PEOPLE.iter().cycle().take(36).enumerate() {
        let party = |name: &str, identity: &str, phone: &str| Party {
            name: name.to_owned(),
            identity: identity.to_owned(),
            phone: phone.to_owned(),
            ..Party::default()
        };
        let principal =
            (number % 7 == 0).then(|| party("Vũ Xuân Uỷ", "045170999888", "0933444555"));
        let form = Intake {
            procedure: SAMPLE_PROCEDURE.to_owned(),
            applicant: party(name, identity, phone),
            authorisation: "Giấy ủy quyền".to_owned(),
            principal,
            ..Intake::default()
        };
        let day = format!("2026-{:02}-{:02}T09:00", 1 + number % 3, 5 + number % 4);
        let at = OfficeTime::parse(&day).unwrap();
        let new = form.check(at.date()).unwrap();
        let received =
            book.run(move |db| receive(db, &new, None, "", at)).unwrap().unwrap().dossier;
        let parties = std::iter::once(&received.applicant)
            .chain(received.principal.iter().map(|principal| &principal.party));
        let names = parties.clone().map(|party| fold(&party.name)).collect();
        let mut numbers = vec![received.code.clone()];
        numbers.extend(
            parties.flat_map(|party| [party.identity_number().to_owned(), party.phone.clone()]),
        );
        known.push((received.code, names, numbers));
    }
    Desk { _folder: folder, book, known }
}

impl Desk {
    fn find(&self, text: &str) -> Vec<String> {
        let text = text.to_owned();
        let found = self.book.run(move |db| store::find(db.view(), &text, 1000)).unwrap().unwrap();
        found.into_iter().map(|found| found.code).collect()
    }

    fn expect(&self, text: &str, wanted: impl Fn(&(String, Vec<String>, Vec<String>)) -> bool) {
        let mut found = self.find(text);
        let mut expected: Vec<String> =
            self.known.iter().filter(|dossier| wanted(dossier)).map(|it| it.0.clone()).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{text}");
    }
}

fn runner() -> TestRunner {
    TestRunner::new(Config { cases: 400, failure_persistence: None, ..Config::default() })
}

/// Some name's words, some of them cut short, in any order.
fn cut_names() -> impl Strategy<Value = String> {
    let name = prop::sample::select(PEOPLE.map(|(name, _, _)| fold(name)).to_vec());
    name.prop_flat_map(|name| {
        let words: Vec<String> = name.split(' ').map(str::to_owned).collect();
        let all = words.len();
        (
            prop::sample::subsequence(words, 1..=all).prop_shuffle(),
            prop::collection::vec(1_usize..8, all),
        )
    })
    .prop_map(|(words, lengths)| {
        let cut = words
            .iter()
            .zip(lengths)
            .map(|(word, length)| word[..length.min(word.len())].to_owned());
        cut.collect::<Vec<_>>().join(" ")
    })
}

#[test]
fn names_are_found_by_any_words_in_any_order() {
    let desk = desk();
    let mut runner = runner();
    runner
        .run(&cut_names(), |text| {
            let mut words: Vec<&str> = text.split(' ').collect();
            words.sort_unstable();
            words.dedup();
            desk.expect(&text, |(_, names, _)| words_of_one_name(&words, names));
            Ok(())
        })
        .unwrap();
}

/// Two words that begin alike must be two words of the name, as the pairs of the index are.
fn words_of_one_name(words: &[&str], names: &[String]) -> bool {
    names.iter().any(|name| {
        let own: Vec<&str> = name.split(' ').collect();
        words.iter().all(|word| own.iter().any(|own| own.starts_with(word)))
            && words.iter().enumerate().all(|(place, first)| {
                words[place + 1..].iter().all(|second| {
                    own.iter().enumerate().any(|(here, a)| {
                        a.starts_with(first)
                            && own
                                .iter()
                                .enumerate()
                                .any(|(there, b)| here != there && b.starts_with(second))
                    })
                })
            })
    })
}

#[test]
fn fragments_are_found_wherever_they_stand() {
    let desk = desk();
    let numbers: Vec<String> = desk.known.iter().flat_map(|known| known.2.clone()).collect();
    let numbers: Vec<String> = numbers.into_iter().filter(|number| number.len() > 5).collect();
    let fragment = prop::sample::select(numbers).prop_flat_map(|number| {
        let length = number.len();
        (Just(number), 3..=length, 0..length)
    });
    let mut runner = runner();
    runner
        .run(&fragment, |(number, length, start)| {
            let start = start.min(number.len() - length);
            let text = &number[start..start + length];
            prop_assume!(text.bytes().any(|byte| byte.is_ascii_digit()));
            let found = desk.find(text);
            let whole: Vec<&String> = desk
                .known
                .iter()
                .filter(|known| known.2.iter().take(3).any(|own| own == text))
                .map(|known| &known.0)
                .collect();
            if whole.is_empty() {
                let by_number = text.len() <= 5 && text.parse::<usize>().is_ok();
                for (place, (code, _, numbers)) in desk.known.iter().enumerate() {
                    let holds = numbers.iter().any(|own| own.contains(text));
                    let numbered = by_number && text.parse::<usize>().ok() == Some(place + 1);
                    prop_assert_eq!(found.contains(code), holds || numbered, "{} {}", text, code);
                }
            } else {
                prop_assert_eq!(found.len(), whole.len(), "{}", text);
                prop_assert!(whole.iter().all(|code| found.contains(code)));
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_officers_type() {
    let desk = desk();
    for (text, some) in [
        ("nguyen thi duom", false),
        ("dang thi duom", true),
        ("DUOM", true),
        ("thi đượm", true),
        ("đượm đặng", true),
        ("y blo", true),
        ("h' mau", true),
        ("+84 912 345 678", true),
        ("0912 345 678", true),
        ("0912.345.678", true),
        ("045 188 000 000", true),
        ("5678", true),
        ("uy xuan", true),
        ("h50.031-2601", true),
        ("12", true),
        ("12345678901234567890", false),
        ("\"* OR a", false),
        ("'; DROP TABLE dossier; --", false),
        ("' OR 1=1 --", false),
        ("1\"2*3", false),
        ("   ", false),
        ("", false),
        ("\u{0}", false),
    ] {
        assert_eq!(!desk.find(text).is_empty(), some, "{text:?}");
    }
}

#[test]
fn marks_put_the_right_name_first() {
    let desk = desk();
    let names = |text: &str| {
        let text = text.to_owned();
        let found = desk.book.run(move |db| store::find(db.view(), &text, 5)).unwrap().unwrap();
        found.into_iter().map(|found| found.applicant).collect::<Vec<_>>()
    };
    assert_eq!(names("nguyễn thị hường")[..3], ["Nguyễn Thị Hường"; 3]);
    assert_eq!(names("nguyễn thị hương")[..3], ["Nguyễn Thị Hương"; 3]);
    assert_eq!(names("nguyen thi huong").len(), 5);
}

proptest! {
    #[test]
    fn any_text_is_answered(text in ".{0,60}") {
        thread_local!(static DESK: Desk = desk());
        DESK.with(|desk| { let _ = desk.find(&text); });
    }
}

#[test]
fn the_indexes_are_put_in_order_step_by_step_and_answer_the_same() {
    let desk = desk();
    let find = |text: &'static str| {
        desk.book.run(move |db| store::find(db.view(), text, 100)).unwrap().unwrap()
    };
    let before: Vec<_> = ["huong", "nguyen thi", "0900"].map(find).into();
    let steps =
        (0..100).take_while(|_| desk.book.run(store::tidy_search).unwrap().unwrap()).count();
    assert!((1..100).contains(&steps), "{steps} steps: there is something to do, and it ends");
    assert_eq!(["huong", "nguyen thi", "0900"].map(find).to_vec(), before);
    desk.book.run(store::tidy_search_wholly).unwrap().unwrap();
    assert_eq!(["huong", "nguyen thi", "0900"].map(find).to_vec(), before);
    assert!(before.iter().all(|found| !found.is_empty()));
}
