//! Open the Gates, the app: reader, quiz and map over one evidence base.
//!
//! The page is made in two steps. On the building machine [`page`] writes the whole story into
//! `index.html`. In the browser [`shell::App`] takes over the frame (navigation, popovers) and mounts
//! the interactive views in places that the page keeps for them; the story's own text stays as it is.
//!
//! | module | concept |
//! |---|---|
//! | [`content`] | the story that this build carries |
//! | [`route`] | addresses, both ways |
//! | [`i18n`] | messages of the interface |
//! | [`shell`] | navigation, focus, announcements, popovers, mounting |
//! | [`reader`] | front page, chapters, posters |
//! | [`evidence`] | claims, disputes, sources |
//! | [`map`] | groups, as a map and as a list |
//! | [`teach`] | how to teach with it |
//! | [`timeline`], [`people`], [`glossary`] | events, people, terms |
//! | [`quiz`](mod@quiz) | items and what is said of answers |
//! | [`kiosk`] | the page on a stand for everybody |
//! | `listen` | reading aloud |
//! | [`projector`] | a chapter or a paper before a class |
//! | [`lms`](mod@lms) | what a learning platform is told, and tells |
//! | `passages` | words of the page, and what is painted over them |
//! | [`search`], [`notes`], [`settings`] | finding, marking, adjusting |
//! | [`progress`] | what the reader did, and its store |
//! | [`widgets`] | small parts that several views share |

// The type of a view nests as deeply as its markup, and with it what the compiler looks up.
#![recursion_limit = "256"]

pub mod content;
pub mod evidence;
pub mod glossary;
pub mod i18n;
pub mod kiosk;
mod listen;
pub mod lms;
pub mod map;
pub mod not_found;
pub mod notes;
mod passages;
pub mod people;
pub mod progress;
pub mod projector;
pub mod quiz;
pub mod reader;
pub mod route;
pub mod search;
pub mod settings;
pub mod shell;
pub mod teach;
pub mod timeline;
pub mod widgets;

#[cfg(feature = "ssr")]
pub mod page;

pub use shell::App;
