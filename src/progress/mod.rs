//! What a reader did, and where that is kept.
//!
//! [`model`] is plain data with rules, [`lines`] the form that it is stored in, [`file`](mod@file)
//! how it travels; `store` is the browser's storage, which may be blocked, full or hold anything at
//! all; `context` is the live state that views share.

mod context;
pub mod file;
pub mod lines;
pub mod model;
mod store;

pub use context::{PROGRESS_KEY, ProgressState};
pub use store::{
    SET_ASIDE, can_keep, clear_all, read_or_set_aside, read_setting, remove_setting, stored,
    write_setting,
};

/// Where marks and notes are stored.
pub const NOTES_KEY: &str = "open-gates.notes";
