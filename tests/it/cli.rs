//! The command line, by the real program: what it answers, what it refuses, what it leaves behind.

mod bad_files;
mod bad_input;
mod calendar;
mod clock;
mod disk;
mod due;
mod find;
mod language;
mod life;
mod office;
mod print;
mod privacy;
mod process;
mod promise;
mod receive;
mod register;
mod steps;
mod trouble;
