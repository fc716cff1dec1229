//! The log beside the book: acts and errors, never personal data.

use std::fs::OpenOptions;
use std::path::Path;
use std::sync::Mutex;

use tracing_subscriber::fmt;
use tracing_subscriber::util::SubscriberInitExt;

/// Begins to log into `file`. A log that cannot be written stops nobody's work, and a second call
/// changes nothing.
pub(crate) fn start(file: &Path) {
    let Ok(file) = OpenOptions::new().create(true).append(true).open(file) else { return };
    // A full disk must not put the library's own complaint beside the officer's sentence.
    let subscriber =
        fmt().with_ansi(false).log_internal_errors(false).with_writer(Mutex::new(file)).finish();
    let _ = subscriber.try_init();
}
