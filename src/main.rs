//! The program: hands its arguments to the command line.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    motcua::cli::run(&arguments, &mut io::stdout().lock(), &mut io::stderr().lock())
}
