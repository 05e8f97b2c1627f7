//! Reading aloud: from a passage to the end of its chapter, with the sentence that is spoken painted
//! in the text.
//!
//! `player`, `speed` and `voices` know no browser; `script` finds the words in the page,
//! `speech` has them spoken, `bar` holds the controls, and `session` brings these together.

mod bar;
mod player;
mod script;
mod session;
mod speech;
mod speed;
mod voices;

#[cfg(feature = "ssr")]
pub(crate) use bar::ListenBar;
pub(crate) use session::start;
pub(crate) use speech::is_speaking;
