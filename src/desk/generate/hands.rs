//! In whose hands invented dossiers are: those under way with a division, results in the desk's trays.

use fastrand::Rng;
use serde_json::json;

use super::life::after;
use super::{DIVISIONS, Rules};
use crate::desk::DeskError;
use crate::domain::hands::{Hands, Transfer, TransferAct};
use crate::domain::time::OfficeTime;
use crate::store::{self, Act, Stamp, Tx};

/// Of a hundred folders, how many are with a named officer of their division.
const NAMED: u32 = 70;

/// Of a hundred results, how many lie in a tray.
const IN_TRAYS: u32 = 85;

/// A dossier whose folder moves.
pub(super) struct Folder<'a> {
    pub(super) id: i64,
    pub(super) code: &'a str,
    pub(super) field: &'a str,
    pub(super) received: OfficeTime,
    /// Who received it and hands it over.
    pub(super) officer: &'a str,
}

impl Folder<'_> {
    /// Hands the folder over on the day of its receipt or the next one, not after `latest`; answers when
    /// and to whom.
    pub(super) fn hand_over(
        &self,
        tx: &Tx<'_>,
        rng: &mut Rng,
        rules: &Rules,
        latest: OfficeTime,
    ) -> Result<(OfficeTime, Hands), DeskError> {
        let at = after(rng, rules, self.received, 0, 1).min(latest).max(self.received);
        let to = division(rng, self.field);
        self.pass(tx, TransferAct::HandOver, (Hands::DESK, to.clone()), at)?;
        let stamp = Stamp { act: Act::HandOver, actor: self.officer.to_owned(), at };
        tx.record_stamped(&stamp, self.code, &json!({ "step": null }))?;
        Ok((at, to))
    }

    /// Brings the folder back with its result, and into a tray as a rule.
    pub(super) fn bring_back(
        &self,
        tx: &Tx<'_>,
        rng: &mut Rng,
        from: Hands,
        at: OfficeTime,
    ) -> Result<(), DeskError> {
        self.pass(tx, TransferAct::Finish, (from, Hands::DESK), at)?;
        if rng.u32(..100) < IN_TRAYS {
            let shelf = rng.choice(['A', 'B', 'C']).unwrap_or('A');
            let tray = format!("{shelf}{}", rng.u32(1..=8));
            store::set_tray(tx, self.id, &tray)?;
            let stamp = Stamp { act: Act::SetTray, actor: self.officer.to_owned(), at };
            tx.record_stamped(&stamp, self.code, &json!({ "tray": tray }))?;
        }
        Ok(())
    }

    fn pass(
        &self,
        tx: &Tx<'_>,
        act: TransferAct,
        (from, to): (Hands, Hands),
        at: OfficeTime,
    ) -> Result<(), DeskError> {
        let (actor, note) = (self.officer.to_owned(), String::new());
        let transfer = Transfer { act, at, actor, from, to, note, step_left: None };
        Ok(store::record_transfer(tx, self.id, &transfer)?)
    }
}

/// The division of a field, and mostly one of its officers.
fn division(rng: &mut Rng, field: &str) -> Hands {
    let (unit, _, officers) = DIVISIONS
        .iter()
        .find(|(_, words, _)| words.iter().any(|word| field.contains(word)))
        .unwrap_or(&DIVISIONS[DIVISIONS.len() - 1]);
    let named = rng.u32(..100) < NAMED;
    let officer = rng.choice(officers.iter()).copied().filter(|_| named).unwrap_or_default();
    Hands { unit: (*unit).to_owned(), officer: officer.to_owned() }
}
