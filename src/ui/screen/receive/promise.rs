//! The promise and the slip as they would be now.

use super::{Context, Receive};
use crate::desk::receive::preview;
use crate::domain::office::Office;
use crate::forms::appointment_slip::appointment_slip;
use crate::forms::mark::SlipMark;

impl Receive {
    /// Counts the due date and draws the slip's preview, both from what is on the form.
    pub(super) fn promise(&mut self, context: &Context<'_>) {
        let Some(rules) = self.rules.clone() else { return };
        let form = self.form();
        let (officer, now) = (context.officer(), context.session.now());
        // A correction is counted from the receipt, as the desk will.
        let at = form.original.as_ref().map_or(now, |original| original.received_at);
        let mut dossier = preview(&rules, form.procedure.as_deref(), &form.intake(), &officer, at);
        if let Some(original) = &form.original {
            dossier.code.clone_from(&original.code);
            dossier.number = original.number;
            dossier.received_by.clone_from(&original.received_by);
            // The desk keeps the promise unless what it stands on is corrected.
            let same = dossier.procedure.base() == original.procedure.base()
                && dossier.limit == original.limit
                && dossier.channel == original.channel;
            if same {
                dossier.due.clone_from(&original.due);
            }
        }
        // One copy is enough to look at.
        let mut office: Office = rules.office().clone();
        office.slip.copies.truncate(1);
        let mark = SlipMark { practice: office.practice, ..SlipMark::default() };
        self.paper.show(appointment_slip(&dossier, &office, office.slip.paper, &mark));
        self.form_mut().due = dossier.due.at.is_some().then_some(dossier.due);
    }
}
