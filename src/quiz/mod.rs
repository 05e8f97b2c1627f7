//! The quiz in the page. Grading, papers and review come from the `quiz` crate; here they are drawn.
//!
//! | file | concept |
//! |---|---|
//! | `view` | the quiz as a whole, and its parts |
//! | `practice`, `item` | items with what is said of each answer at once |
//! | `asked` | an item as markup, and its answer, by type: `options`, `order`, `find`, `selects`, `estimate`, `open` |
//! | `verdict` | what is said of an answer |
//! | `new_paper`, `pool`, `paper` | making a paper, what it is drawn from, taking it |
//! | `results` | what a paper came to |
//! | `share` | giving a paper to a class, the same to all or one to each number |
//! | `hand_over`, `desk` | the result as a code, and the codes of a class |
//! | `export` | the questions as files for learning platforms |
//! | `sheets` | worksheets, keys, cards and what each student came to, on paper |
//! | `review`, `cards`, `days` | what was missed, again when it is due |

mod asked;
mod cards;
mod days;
mod desk;
mod estimate;
mod export;
mod find;
mod hand_over;
mod item;
mod new_paper;
mod open;
mod options;
mod order;
mod paper;
mod pool;
mod practice;
mod results;
mod review;
mod selects;
mod share;
mod sheets;
mod verdict;
mod view;

pub(crate) use asked::{first_draft, instruction};
pub(crate) use pool::{chapter_of, edition, paper};
pub(crate) use selects::{partners_shown, sources_shown, words_shown};
pub use view::QuizView;

/// Id of the first option of an item, which gets the focus when the item is tried again.
const FIRST_OPTION: &str = "item-first";
