//! Answers, grading, and the order in which options are shown. No browser.
//!
//! | module | concept |
//! |---|---|
//! | [`answer`] | what a reader hands in |
//! | [`code`] | codes for people, with a check |
//! | [`grade`](mod@grade) | points and faults of an answer |
//! | [`shuffle`](mod@shuffle) | a documented random order from a seed |

pub mod answer;
pub mod code;
pub mod grade;
pub mod shuffle;

pub use answer::Answer;
pub use code::CodeError;
pub use grade::{Fault, Grade, Refusal, grade};
pub use shuffle::{seed_of, shuffle};
