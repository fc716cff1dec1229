//! The figures: how fast the desk is, printed as a table.
fn main() {}
