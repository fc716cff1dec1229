//! The program: hands its arguments to the command line.

use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    motcua::cli::run(std::env::args_os(), &mut io::stdout().lock(), &mut io::stderr().lock())
}
