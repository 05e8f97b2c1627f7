//! Small parts that several views share.

mod dates;
mod markup;
mod once;
mod prose;
mod sorted;
mod text;

pub use dates::DateText;
pub use prose::{Prose, Runs, address_of, reference};

pub(crate) use markup::put;
pub(crate) use once::once_mounted;
pub(crate) use sorted::sorted_by;
pub(crate) use text::{put_prose, put_text};
