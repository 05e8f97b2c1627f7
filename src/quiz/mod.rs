//! The quiz in the page. Grading and order come from the `quiz` crate; here they are drawn.

mod item;
mod options;
mod order;
mod view;

pub use view::QuizView;
