//! Reading aloud: a passage and what follows it in its chapter, sentence by sentence, with the
//! sentence painted that is spoken.
//!
//! [`sentences`], [`voices`] and [`player`] know nothing of the browser; [`script`] takes the words
//! from the page, [`speech`] gives them to the browser's voices, and [`view`] joins all of them.

mod frame;
mod player;
mod script;
mod sentences;
mod speech;
mod view;
mod voices;

pub use frame::ListenFrame;

use crate::shell::{Navigation, element};

/// Reads passages aloud from now on when that is asked for.
pub(crate) fn start(navigation: Navigation) {
    if let Some(bar) = element("listen-bar") {
        view::start(bar, navigation);
    }
}
