//! `find` and `show`.

use super::args::{Find, Show};
use super::output::{self, Output, to_value};
use super::{Failure, Setting};
use crate::desk::receive;
use crate::store;
use crate::text;

pub(super) fn find(args: &Find, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let (text, most) = (args.text.clone(), usize::from(args.max));
    let found = setting.book()?.run(move |db| store::find(db.view(), &text, most))??;
    output.say(|| to_value(&found), || text::dossiers_found(&found));
    Ok(())
}

pub(super) fn show(args: &Show, setting: &Setting, output: &mut Output<'_>) -> Result<(), Failure> {
    let code = args.code.clone();
    let dossier = setting.book()?.run(move |db| receive::show(db.view(), &code))??;
    output.say(|| output::dossier(&dossier), || text::dossier(&dossier));
    Ok(())
}
