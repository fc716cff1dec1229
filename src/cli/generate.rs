//! `generate`: a synthetic office for practice and measuring.

use serde_json::json;

use super::args::Generate;
use super::output::{Output, path};
use super::{Failure, Setting};
use crate::cli::demo::practice_book;
use crate::desk::generate;
use crate::text;

pub(super) fn generate(
    args: &Generate,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let book = practice_book(&setting.paths, setting)?;
    let (count, seed, now) = (args.dossiers, args.seed, setting.now);
    book.run(move |db| generate::generate(db, count, seed, now))??;
    output.say(
        || json!({ "dossiers": count, "seed": seed, "book": path(&setting.paths.book()) }),
        || text::generated(count, &setting.paths.book()),
    );
    Ok(())
}
