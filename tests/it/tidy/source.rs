//! Rust source as the walls look at it: code without comments, and the texts written in it.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// One Rust file, without its comments and without its in-file tests.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// Line by line, the code with its texts left out: `use std::fs;`, `Err("".into())`.
    pub(super) code: BTreeMap<usize, String>,
    /// Every text in double quotes, as written, with the line it begins on.
    pub(super) texts: Vec<(usize, String)>,
}

impl Source {
    pub(super) fn read(text: &str) -> Self {
        let mut source = Self::default();
        source.take(text.parse().expect("Rust"));
        source
    }

    fn take(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        loop {
            rest = match rest {
                [] => return,
                // A comment that documents something reaches us as an attribute.
                [hash, TokenTree::Group(attribute), after @ ..]
                | [hash, _, TokenTree::Group(attribute), after @ ..]
                    if is_hash(hash) && words(attribute).starts_with("doc=") =>
                {
                    after
                }
                [hash, TokenTree::Group(attribute), after @ ..]
                    if is_hash(hash) && words(attribute) == "cfg(test)" =>
                {
                    let item = after.iter().take_while(|token| !ends_item(token)).count();
                    after.get(item + 1..).unwrap_or_default()
                }
                [token, after @ ..] => {
                    self.take_one(token);
                    after
                }
            };
        }
    }

    fn take_one(&mut self, token: &TokenTree) {
        let line = token.span().start().line;
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                self.write(line, open);
                self.take(group.stream());
                self.write(group.span_close().start().line, close);
            }
            TokenTree::Literal(literal) if literal.to_string().ends_with(['"', '#']) => {
                self.texts.push((line, literal.to_string()));
                self.write(line, "\"\"");
            }
            _ => self.write(line, &token.to_string()),
        }
    }

    /// Adds to a line of code; two words in a row stay two words.
    fn write(&mut self, line: usize, text: &str) {
        let code = self.code.entry(line).or_default();
        if code.ends_with(is_word) && text.starts_with(is_word) {
            code.push(' ');
        }
        code.push_str(text);
    }
}

/// Whether `code` names `path`: `std::fs` is named in `use std::fs;` and not in `std::fsync`.
pub(super) fn names(code: &str, path: &str) -> bool {
    code.match_indices(path).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + path.len()..]);
        !before.ends_with(is_word) && !after.starts_with(is_word)
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_hash(token: &TokenTree) -> bool {
    token.to_string() == "#"
}

/// What stands between the brackets, without white space.
fn words(group: &Group) -> String {
    group.stream().to_string().split_whitespace().collect()
}

fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => token.to_string() == ";",
    }
}

#[test]
fn comments_and_tests_are_left_out_and_texts_set_apart() {
    let source = Source::read(
        "//! Names std::fs.\n\
         /// Names std::fs, too.\n\
         fn open() { /* std::fs */ let _ = (\"std::fs\", r#\"rusqlite\"#, 'x', 'a'); }\n\
         #[cfg(test)]\n\
         mod tests { use std::fs; }\n\
         #[error(\"broken\")]\n\
         pub struct Error;",
    );
    let code: Vec<&str> = source.code.values().map(String::as_str).collect();
    assert_eq!(
        code,
        ["fn open(){let _=(\"\",\"\",'x','a');}", "#[error(\"\")]", "pub struct Error;"]
    );
    let texts: Vec<(usize, &str)> =
        source.texts.iter().map(|(line, text)| (*line, text.as_str())).collect();
    assert_eq!(texts, [(3, "\"std::fs\""), (3, "r#\"rusqlite\"#"), (6, "\"broken\"")]);
}

#[test]
fn a_path_is_named_as_a_whole() {
    assert!(names("use std::fs::File;", "std::fs"));
    assert!(names("crate::desk::receive()", "crate::desk"));
    assert!(!names("use std::fsync;", "std::fs"));
    assert!(!names("noticed(iceds)", "iced"));
}
