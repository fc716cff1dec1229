//! Dossier codes: a pattern the office sets, and the codes it makes.

/// Unit code, date of receipt, sequence of the day with at least four digits
/// (Circular 03/2025/TT-VPCP art. 13).
pub const DEFAULT_PATTERN: &str = "UNIT-YYMMDD-XXXX";
