//! The window, driven by its keyboard: no screen, no graphics card, no fonts of the machine.

mod folders;
mod hands;
mod keys;
mod people;
mod png;
mod sandbox;
mod survey;

mod acts;
mod calendar;
mod dossiers;
mod everywhere;
mod forms;
mod giving_back;
mod guiding;
mod intake;
mod moves;
mod pictures;
mod process;
mod roster;
mod scanning;
mod setting_up;
mod terms;
