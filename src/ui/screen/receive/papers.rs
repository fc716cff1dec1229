//! The checklist of papers: keys, ticks and counts.

use iced::keyboard::key::Named;

use super::form::{Form, Line};
use super::{EXTRA, Message, Receive};
use crate::ui::focus;
use crate::ui::key::Press;
use crate::ui::step::Step;

/// The most of one paper that a click counts up to before it begins anew; digits can say more.
const CLICKED: u32 = 9;

/// Whether the checklist wants a key.
pub(super) fn wants(press: &Press) -> bool {
    let named = [Named::Space, Named::Enter, Named::ArrowLeft, Named::ArrowRight];
    press.rows(5).is_some()
        || named.into_iter().any(|key| press.is(key))
        || press.is_letter('a')
        || digit(press).is_some()
}

fn digit(press: &Press) -> Option<u32> {
    press.latin.filter(|_| !press.ctrl).and_then(|c| c.to_digit(10))
}

impl Receive {
    /// Arrows move, Space ticks, A ticks all, a digit is the number of originals or copies.
    pub(super) fn on_papers(&mut self, press: &Press) {
        if press.is_letter('a') {
            return self.tick_all();
        }
        let form = self.form_mut();
        let last = form.content.lines.len().saturating_sub(1);
        if let Some(rows) = press.rows(5) {
            let by = usize::try_from(rows.unsigned_abs()).unwrap_or(1);
            form.line = match rows < 0 {
                true => form.line.saturating_sub(by),
                false => (form.line + by).min(last),
            };
            return;
        }
        let column = form.column;
        match digit(press) {
            Some(number) => act(form, |line| line.count(column, number)),
            None if press.is(Named::ArrowLeft) => form.column = 0,
            None if press.is(Named::ArrowRight) => form.column = 1,
            None => {
                act(form, Line::toggle);
                form.line = (form.line + 1).min(last);
            }
        }
    }

    /// Ticks every paper, or takes all ticks away where all are ticked. Papers that data replaces are
    /// left alone: they must not be asked for.
    pub(super) fn tick_all(&mut self) {
        let form = self.form_mut();
        let asked = |line: &&mut Line| !line.is_heading() && line.database.is_none();
        let all = form.content.lines.iter_mut().filter(asked).all(|line| line.ticked);
        for line in form.content.lines.iter_mut().filter(asked) {
            if line.ticked == all {
                line.toggle();
            }
        }
        form.changed();
    }

    /// A click on a number counts one up.
    pub(super) fn count_up(&mut self, line: usize, column: usize) {
        let form = self.form_mut();
        (form.line, form.column) = (line, column);
        act(form, |line| {
            let paper = &line.paper;
            let now = if column == 0 { paper.originals } else { paper.copies };
            line.count(column, if now >= CLICKED { 0 } else { now + 1 });
        });
    }

    /// Adds the paper that was typed.
    pub(super) fn add_extra(&mut self) -> Step<Message> {
        let form = self.form_mut();
        let name = std::mem::take(&mut form.content.extra);
        if !name.trim().is_empty() {
            form.content.lines.push(Line::extra(name.trim()));
            form.line = form.content.lines.len() - 1;
        }
        form.changed();
        Step::task(focus::to(EXTRA))
    }
}

/// Changes the line the keyboard is on.
fn act(form: &mut Form, change: impl FnOnce(&mut Line)) {
    if let Some(line) = form.content.lines.get_mut(form.line) {
        change(line);
        form.changed();
    }
}
