//! The quiz in the page. Grading and order come from the `quiz` crate; here they are drawn.

mod estimate;
mod find;
mod input;
mod item;
mod open;
mod options;
mod order;
mod selects;
mod verdict;
mod view;

pub use view::QuizView;

/// Id of the first option of an item, which gets the focus when the item is tried again.
const FIRST_OPTION: &str = "item-first";
