//! The promise and the slip as they would be now.

use super::{Context, Receive};
use crate::desk::receive::{preview, promise_problems};
use crate::domain::clock_start::StartReason;
use crate::domain::dossier::Dossier;
use crate::domain::invalid::Invalid;
use crate::domain::time::OfficeTime;
use crate::forms::appointment_slip::appointment_slip;
use crate::forms::mark::SlipMark;

impl Receive {
    /// Counts the due date and draws the slip's preview, both from what is on the form.
    pub(super) fn promise(&mut self, context: &Context<'_>) {
        let Some(rules) = self.rules.clone() else { return };
        let form = self.form();
        let (officer, at) = (context.officer(), self.received_at(context));
        let mut dossier = preview(&rules, form.procedure.as_deref(), &form.intake(), &officer, at);
        if let Some(original) = &form.original {
            dossier.code.clone_from(&original.code);
            dossier.number = original.number;
            dossier.received_by.clone_from(&original.received_by);
            if keeps_promise(&dossier, original) {
                dossier.due.clone_from(&original.due);
                dossier.start = original.start;
            }
        }
        let problems = self.problems(context);
        // One copy is enough to look at.
        let office = rules.office();
        let mut form = rules.slip_on(at.date());
        form.copies.truncate(1);
        self.paper.show(appointment_slip(&dossier, office, &form, &SlipMark::default()));
        let form = self.form_mut();
        form.start = dossier.start;
        form.due = dossier.due.at.is_some().then_some(dossier.due);
        problems.iter().for_each(|problem| form.tell(problem));
    }

    /// What stands in the way of a promise, beyond what the fields themselves tell.
    pub(super) fn problems(&self, context: &Context<'_>) -> Vec<Invalid> {
        let Some(rules) = &self.rules else { return Vec::new() };
        let form = self.form();
        let at = self.received_at(context);
        promise_problems(rules, form.procedure.as_deref(), &form.intake(), at)
    }

    /// A correction is counted from the receipt, as the desk will.
    fn received_at(&self, context: &Context<'_>) -> OfficeTime {
        let original = self.form().original.as_ref();
        original.map_or_else(|| context.session.now(), |original| original.received_at)
    }
}

/// The desk keeps the promise unless what it stands on is corrected.
fn keeps_promise(corrected: &Dossier, original: &Dossier) -> bool {
    let typed = |dossier: &Dossier| {
        dossier.start.filter(|start| StartReason::AT_INTAKE.contains(&start.reason))
    };
    let same = corrected.procedure.base() == original.procedure.base()
        && corrected.limit == original.limit
        && corrected.channel == original.channel
        && typed(corrected) == typed(original);
    same || original.promise_limit.is_some()
}
