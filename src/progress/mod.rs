//! What a reader did, and where that is kept.
//!
//! [`model`] is plain data with rules; `store` is the browser's storage, which may be blocked,
//! full or hold anything at all; `context` is the live state that views share.

mod context;
pub mod model;
mod store;

pub use context::ProgressState;
pub use store::{read_setting, write_setting};
