//! The tables of the TOML files as they are written: what may stand where, before anything is
//! looked up or understood.
//!
//! The JSON Schema is made from these too, so their comments speak to those who write the files.

mod chapter;
mod entities;
mod fields;
mod question;
mod spelled;
mod story;

pub(super) use chapter::RawChapter;
pub(super) use entities::{
    EntityFile, RawCitation, RawClaim, RawEmigrationYear, RawEvent, RawGroup, RawPerson,
    RawResource, RawSource, RawTeaching, RawTerm,
};
pub(super) use fields::fields_of;
pub(super) use question::{RawChoice, RawKey, RawQuestion, TaskType};
pub(super) use spelled::{At, Str};
pub(super) use story::RawStory;
