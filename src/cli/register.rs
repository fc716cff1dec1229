//! `register`: the *Sổ theo dõi hồ sơ* as a file.

use serde_json::json;

use super::args::Register;
use super::output::{Output, path};
use super::{Failure, Setting};
use crate::desk::DeskError;
use crate::files;
use crate::reports::register::{self, Kind};
use crate::store;
use crate::text;

pub(super) fn register(
    args: &Register,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let kind =
        Kind::of_file(&args.out).ok_or_else(|| Failure::Usage(text::register_kind(&args.out)))?;
    if args.from > args.to {
        return Err(Failure::Usage(text::PERIOD_BACKWARDS.to_owned()));
    }
    let (from, to) = (args.from, args.to);
    let (office, rows) = setting.book()?.run(move |db| {
        let office = store::load_office(db.view())?;
        Ok::<_, store::StoreError>((office, store::register_rows(db.view(), from, to)?))
    })??;
    let bytes = register::write(kind, &rows, &office, from, to)?;
    files::write_whole(&args.out, &bytes).map_err(DeskError::from)?;
    output.say(
        || json!({ "file": path(&args.out), "dossiers": rows.len(), "from": from, "to": to }),
        || text::register_written(&args.out, rows.len()),
    );
    Ok(())
}
