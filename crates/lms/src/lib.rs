//! What a learning platform is told, in the forms of SCORM 1.2. No browser.
//!
//! | module | concept |
//! |---|---|
//! | [`cmi`] | forms of values: times, identifiers, short strings |
//! | [`session`] | the calls from the start to the end of a session, and what went wrong |
//! | [`interaction`](mod@interaction) | an answer, as the platform is told of it |
//! | [`standing`] | status and score |
//! | [`bits`], [`letters`] | suspend data: what is packed, and the letters that it is sent as |
//! | [`answer`] | an answer among what is packed |
//!
//! The standard is *SCORM 1.2 Run-Time Environment* (ADL, 2001); `docs/scorm.md` says what of it is
//! used, and how.

pub mod answer;
pub mod bits;
pub mod cmi;
pub mod interaction;
pub mod letters;
pub mod session;
pub mod standing;

pub use bits::{BitReader, Bits};
pub use interaction::{Interaction, interaction};
pub use session::{Api, ErrorCode, Fault, Matter, Session};
pub use standing::{Item, Standing, Status};
