//! What every form has: heading and title above, its footer below, and one copy for each label.

use chrono::NaiveDate;

use super::flow::{Flow, Frame, Style};
use super::heading;
use super::house_style::HouseStyle;
use super::mark::SlipMark;
use super::paragraph::{bold, italic};
use super::running::{self, Head};
use super::sheet::{Page, Sheet};
use super::signatures::{self, Signer};
use super::words::{DOTS, capitalised, capitals, full_desk_name};
use crate::domain::form_style::{FormStyle, NUMBER_SIGN};
use crate::domain::office::Office;

/// Words that titles are made of.
const WORDS: [&str; 14] = [
    "BỔ SUNG",
    "BÀN GIAO",
    "CÔNG KHAI",
    "GIA HẠN",
    "GIAO NHẬN",
    "GIẢI QUYẾT",
    "GIẢI TRÌNH",
    "HOÀN THIỆN",
    "HÀNH CHÍNH",
    "HỒ SƠ",
    "KIỂM SOÁT",
    "KẾT QUẢ",
    "THỜI GIAN",
    "THỦ TỤC",
];

/// A form that is being set.
pub(super) struct Letter<'a> {
    /// How it looks on its paper.
    pub(super) house: HouseStyle,
    office: &'a Office,
    form: &'a FormStyle,
    mark: SlipMark,
}

impl<'a> Letter<'a> {
    /// A form on upright paper.
    pub(super) fn new(office: &'a Office, form: &'a FormStyle, mark: &SlipMark) -> Self {
        Self { house: HouseStyle::of(form.paper), office, form, mark: mark.of(office) }
    }

    /// A form on paper turned across.
    pub(super) fn across(office: &'a Office, form: &'a FormStyle, mark: &SlipMark) -> Self {
        Self { house: HouseStyle::across(form.paper), ..Self::new(office, form, mark) }
    }

    /// The same, marked as undone where `void` says so.
    pub(super) fn void(mut self, void: bool) -> Self {
        self.mark.void |= void;
        self
    }

    /// An empty flow as wide as the page's text.
    pub(super) fn flow(&self) -> Flow {
        Flow::new(self.house.frame.width())
    }

    /// A flow with heading, number line and title; of `day`.
    pub(super) fn begin(&self, number: i64, day: NaiveDate) -> Flow {
        let mut flow = self.flow();
        let number = self.number(number);
        heading::add(&mut flow, &self.house, self.office, &self.form.heading, &number, day);
        flow.space(self.house.gap * 4.0);
        self.title(&mut flow);
        flow
    }

    /// Adds the title.
    pub(super) fn title(&self, flow: &mut Flow) {
        let line = Style::new(self.house.title).centred().after(self.house.gap * 3.0).kept();
        flow.paragraph(&[bold(whole_words(&capitals(&self.form.title)))], &line);
    }

    /// The number line; dots for a number that is not known yet.
    pub(super) fn number(&self, number: i64) -> String {
        if number > 0 {
            self.form.numbered(number)
        } else {
            self.form.number.replace(NUMBER_SIGN, DOTS)
        }
    }

    /// Who signs at the right: the office's name for it, or else `name`.
    pub(super) fn signer<'b>(&'b self, name: &'b str) -> Signer<'b> {
        let own = self.form.signer_name.trim();
        Signer { role: &self.form.signer, name: if own.is_empty() { name } else { own } }
    }

    /// Adds the office's own signature where it wants one on a form that has none by the circular.
    pub(super) fn sign(&self, flow: &mut Flow) {
        if !self.form.signer.trim().is_empty() {
            flow.space(self.house.gap * 3.0);
            signatures::add(flow, &self.house, None, self.signer(""));
        }
    }

    /// The paper from `flow`: its footer, its pages with `head` on the later ones, its copies. It is
    /// about `subject`, a dossier's code or what stands for one.
    pub(super) fn finish(&self, mut flow: Flow, head: Head<'_>, subject: &str) -> Sheet {
        self.footer(&mut flow);
        let pages = flow.paginate(&self.mark.frame(&self.house));
        let pages = self.copies(&pages, |pages, label| {
            running::add(pages, &self.house, head, label);
        });
        self.sheet(pages, subject)
    }

    /// Adds the office's note at the end, on the page of what stands there.
    pub(super) fn footer(&self, flow: &mut Flow) {
        let footer = self.form.footer.trim();
        if footer.is_empty() {
            return;
        }
        flow.keep_last();
        flow.space(self.house.gap * 3.0);
        flow.paragraph(&[italic(footer)], &self.house.note());
    }

    /// Where the text of a page may stand.
    pub(super) fn frame(&self) -> Frame {
        self.mark.frame(&self.house)
    }

    /// The pages once for each label of a copy, with what `around` repeats around them and the marks
    /// of the print. Without labels there is one plain copy.
    pub(super) fn copies(&self, pages: &[Page], around: impl Fn(&mut [Page], &str)) -> Vec<Page> {
        let plain = [String::new()];
        let labels = match self.form.copies.as_slice() {
            [] => plain.as_slice(),
            labels => labels,
        };
        let copy = |label: &String| {
            let mut pages = pages.to_vec();
            around(&mut pages, label);
            self.mark.add(&mut pages, &self.house);
            pages
        };
        labels.iter().flat_map(copy).collect()
    }

    /// The finished paper.
    pub(super) fn sheet(&self, pages: Vec<Page>, subject: &str) -> Sheet {
        let title = capitalised(&capitals(&self.form.title).to_lowercase());
        Sheet {
            size: self.house.frame.size,
            title: format!("{title} {subject}").trim_end().to_owned(),
            author: full_desk_name(self.office),
            subject: subject.to_owned(),
            pages,
        }
    }
}

/// A title whose words of two syllables are not torn apart at the end of a line.
fn whole_words(title: &str) -> String {
    WORDS
        .iter()
        .fold(title.to_owned(), |title, word| title.replace(word, &word.replace(' ', "\u{a0}")))
}
