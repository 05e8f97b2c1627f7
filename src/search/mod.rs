//! Search over everything in the story.
//!
//! `fold` makes words alike that sound alike, `rank` finds and orders entries, `snippet` shows them
//! with what was found: plain data. `index` reads the entries out of the page, `view` draws, and
//! `arrive` shows what was found where it stands.

mod arrive;
mod fold;
mod index;
mod rank;
mod snippet;
mod view;

pub(crate) use arrive::start;
pub use view::SearchView;
