//! Windows, by its shell: PowerShell names the printers and says the verb.
//!
//! The verb asks the program that opens PDF files to print one. Microsoft Edge, the one that comes
//! with Windows, knows no such verb; then there is only the viewer, and its own print button. The
//! verb carries neither copies nor paper: copies are asked for one by one, the paper is that of
//! the printer's settings.

use std::path::Path;
use std::process::Command;

use super::{PrintError, PrintOptions, PrintSystem, Printer};

/// One line a printer: a sign for the default one, then the name.
const PRINTERS: &str = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; \
    Get-CimInstance Win32_Printer | ForEach-Object { \
    $(if ($_.Default) { '*' } else { '-' }) + $_.Name }";

/// File and printer come by the environment, so that no sign in a name is taken for a command.
const PRINT: &str = "$ErrorActionPreference = 'Stop'; \
    $file = $env:MOTCUA_PRINT_FILE; $printer = $env:MOTCUA_PRINT_PRINTER; \
    if ($printer) { \
    if (-not (Get-CimInstance Win32_Printer | Where-Object { $_.Name -eq $printer })) { exit 3 }; \
    try { Start-Process -FilePath $file -Verb PrintTo -ArgumentList ('\"' + $printer + '\"') \
    -WindowStyle Hidden } catch { exit 4 } } else { \
    if (-not (Get-CimInstance Win32_Printer | Where-Object { $_.Default })) { exit 2 }; \
    try { Start-Process -FilePath $file -Verb Print -WindowStyle Hidden } catch { exit 4 } }; \
    'printed'";

pub(super) fn printers(system: &PrintSystem) -> Result<Vec<Printer>, PrintError> {
    let answer = system.run(power_shell(system, PRINTERS))?;
    if answer.code != Some(0) {
        return Err(PrintError::NoSystem);
    }
    let printer = |line: &str| {
        let is_default = line.starts_with('*');
        let name = line.strip_prefix(['*', '-'])?.trim().to_owned();
        (!name.is_empty()).then_some(Printer { name, is_default })
    };
    Ok(answer.out.lines().filter_map(printer).collect())
}

pub(super) fn print(
    system: &PrintSystem,
    file: &Path,
    options: &PrintOptions,
) -> Result<(), PrintError> {
    let printer = options.printer.clone().unwrap_or_default();
    for _ in 0..options.copies {
        let mut print = power_shell(system, PRINT);
        let _ = print.env("MOTCUA_PRINT_FILE", file).env("MOTCUA_PRINT_PRINTER", &printer);
        let answer = system.run(print)?;
        match answer.code {
            Some(0) => {}
            Some(2) => return Err(PrintError::NoPrinter),
            Some(3) => return Err(PrintError::UnknownPrinter(printer)),
            _ => return Err(PrintError::NoPdfProgram),
        }
    }
    Ok(())
}

fn power_shell(system: &PrintSystem, script: &str) -> Command {
    let mut command = system.command("powershell.exe");
    let _ = command.args(["-NoProfile", "-NonInteractive", "-Command", script]);
    command
}
