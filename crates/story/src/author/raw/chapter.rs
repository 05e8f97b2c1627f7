//! The head of a chapter.

use super::spelled::{At, Str};
use serde::Deserialize;

/// What stands between the `+++` lines.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawChapter<'a> {
    #[serde(borrow)]
    pub(crate) title: Str<'a>,
    pub(crate) kicker: Str<'a>,
    pub(crate) question: Str<'a>,
    pub(crate) closing: Str<'a>,
    pub(crate) years: Str<'a>,
    pub(crate) poster: RawPoster<'a>,
    pub(crate) meanwhile: Option<RawMeanwhile<'a>>,
}

/// What happened elsewhere.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawMeanwhile<'a> {
    #[serde(borrow)]
    pub(crate) title: Str<'a>,
    pub(crate) full: Str<'a>,
    pub(crate) easy: Str<'a>,
}

/// What the opener shows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPoster<'a> {
    #[serde(borrow)]
    pub(crate) lines: At<Vec<Str<'a>>>,
    pub(crate) art: Str<'a>,
    pub(crate) alt: Str<'a>,
}
