//! Papers, answers, grading and review. No browser.
//!
//! | module | concept |
//! |---|---|
//! | [`analysis`] | what a class's answers say of the items |
//! | [`answer`] | what a reader hands in |
//! | [`code`] | codes for people, with a check |
//! | [`desk`] | results of a class, from lines that a teacher pastes |
//! | [`edition`] | what decides on papers and their results |
//! | [`export`] | items as files that other programs read |
//! | [`grade`](mod@grade) | points and faults of an answer |
//! | [`paper`] | papers drawn by a blueprint and a seed |
//! | [`result`](mod@result) | what a paper came to, as a code for the teacher |
//! | [`review`] | when a missed item comes up again |
//! | [`tally`] | what a paper came to |
//! | [`shuffle`](mod@shuffle) | a documented random order from a seed |

pub mod analysis;
pub mod answer;
pub mod code;
pub mod desk;
pub mod desk_json;
pub mod edition;
pub mod export;
pub mod grade;
pub mod key;
pub mod paper;
pub mod result;
pub mod review;
pub mod shuffle;
pub mod tally;

pub use analysis::{Analysis, Chosen, ItemAnalysis, Part, Sheet, passages_to_reteach};
pub use answer::Answer;
pub use code::CodeError;
pub use desk::{Desk, Entry, Problem, Reading, Reason, Stray};
pub use grade::{Fault, Grade, Refusal, grade};
pub use key::key;
pub use paper::{Blueprint, Mix, PaperCode, PaperError, draw};
pub use result::{Asked, ResultCode, ResultError, Told, Unwritable, Who};
pub use review::Card;
pub use shuffle::{seed_of, shuffle};
pub use tally::{Outcome, Sum, Sure, Tally};
