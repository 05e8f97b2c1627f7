//! Reading: the front page, chapters, and the posters that open them.

mod chapter;
mod home;
mod poster;

pub use chapter::ChapterPage;
pub use home::HomePage;
