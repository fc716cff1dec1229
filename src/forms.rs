//! Printed papers: a page model in millimetres, one file a form, and the way to PDF.
//!
//! A form turns what the book remembers into a [`sheet::Sheet`]: plain data that knows nothing of
//! PDF. The window draws the sheet as its preview and [`pdf::to_pdf`] writes the very same sheet,
//! so that what the officer sees is what the citizen holds.
//!
//! From the bottom up: [`font`] measures, [`paragraph`] wraps, [`flow`] stacks and breaks pages,
//! [`symbol`] makes bar codes, [`house_style`], [`heading`], [`signatures`], [`running`] and
//! [`mark`] are shared by all forms, [`words`] holds the official wording of dates and numbers.
//! What an office may decide about a form comes with each call; [`style`] has the usual of it.

pub mod apology;
pub mod appointment_slip;
pub mod call_list;
pub mod control_sheet;
pub mod due_explanation;
pub mod explanation;
mod fields;
pub mod flow;
pub mod font;
pub mod handover_list;
pub mod heading;
pub mod hours_words;
pub mod house_style;
pub mod labels;
mod letter;
pub mod mark;
pub mod notice;
pub mod paragraph;
pub mod pdf;
pub mod post_record;
pub mod poster;
pub mod refusal;
pub mod register_book;
pub mod return_receipt;
pub mod running;
pub mod sheet;
pub mod signatures;
pub mod specimen;
pub mod stop;
pub mod style;
pub mod supplement;
pub mod symbol;
pub mod table;
pub mod test_page;
pub mod words;
