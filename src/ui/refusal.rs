//! Why the desk refused something, told where it belongs: at its field, or beside the act.

use iced::Task;

use super::session::{Session, refused};
use crate::desk::DeskError;
use crate::domain::invalid::{Field, Invalid};
use crate::store::Db;
use crate::text;

/// The sentences of a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Refusal {
    fields: Vec<(Field, String)>,
    besides: Vec<String>,
}

impl Refusal {
    /// What the desk answered.
    pub(crate) fn of(error: &DeskError) -> Self {
        match error {
            DeskError::Invalid(wrong) => Self::fields(wrong),
            other => Self { besides: refused(other), ..Self::default() },
        }
    }

    /// Fields that cannot be accepted.
    pub(crate) fn fields(wrong: &[Invalid]) -> Self {
        let told = |invalid: &Invalid| (invalid.field, text::invalid(invalid));
        Self { fields: wrong.iter().map(told).collect(), besides: Vec::new() }
    }

    /// Sentences that belong to no field.
    pub(crate) fn besides(sentences: Vec<String>) -> Self {
        Self { besides: sentences, fields: Vec::new() }
    }

    /// What is wrong with a field.
    pub(crate) fn at(&self, field: Field) -> Option<&str> {
        let found = self.fields.iter().find(|(other, _)| *other == field);
        found.map(|(_, sentence)| sentence.as_str())
    }

    /// Whether a field is wrong.
    pub(crate) fn names(&self, field: Field) -> bool {
        self.at(field).is_some()
    }

    /// What belongs to none of `shown`: it must be told beside the act.
    pub(crate) fn elsewhere(&self, shown: &[Field]) -> Vec<&str> {
        let hidden = self.fields.iter().filter(|(field, _)| !shown.contains(field));
        let hidden = hidden.map(|(_, sentence)| sentence);
        hidden.chain(&self.besides).map(String::as_str).collect()
    }

    /// A field was changed: what was wrong with it is no longer known.
    pub(crate) fn forget(&mut self, field: Field) {
        self.fields.retain(|(other, _)| *other != field);
    }

    /// All sentences.
    pub(crate) fn sentences(self) -> Vec<String> {
        self.fields.into_iter().map(|(_, sentence)| sentence).chain(self.besides).collect()
    }
}

impl Session {
    /// Does `job` on the book's thread; what is refused comes with its fields.
    pub(crate) fn attempt<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Db) -> Result<T, DeskError> + Send + 'static,
    ) -> Task<Result<T, Refusal>> {
        let done =
            self.ask(move |db| Ok::<_, DeskError>(job(db).map_err(|error| Refusal::of(&error))));
        done.map(|answer| answer.unwrap_or_else(|told| Err(Refusal::besides(told))))
    }
}
