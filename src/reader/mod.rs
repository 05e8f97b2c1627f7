//! Reading: the front page, chapters, and the posters that open them.

mod chapter;
mod home;
mod poster;
pub(crate) mod print;
pub(crate) mod share;
pub(crate) mod stage;

pub use chapter::ChapterPage;
pub use home::HomePage;
pub use stage::StageFrame;
