//! `story.toml`.

use super::spelled::{At, Str};
use crate::author::schema;
use schemars::JsonSchema;
use serde::Deserialize;

/// What holds for the whole story.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "story.toml")]
pub(crate) struct RawStory<'a> {
    /// The story's title.
    #[serde(borrow)]
    pub(crate) title: Str<'a>,
    /// Its subtitle.
    pub(crate) subtitle: Str<'a>,
    /// Its language, as in BCP 47: `en`.
    pub(crate) language: Str<'a>,
    /// The edition of the content; printed papers and result codes name it.
    pub(crate) edition: Str<'a>,
    /// First year of the time strip.
    pub(crate) first_year: At<i16>,
    /// Last year of the time strip.
    pub(crate) last_year: At<i16>,
    /// What the emigration table counts, as its caption; needed only where there is one.
    pub(crate) emigration_caption: Option<Str<'a>>,
    /// Chapters in reading order: the names of the files in `chapters/`.
    #[schemars(with = "Vec<schema::Id>")]
    pub(crate) chapters: Vec<Str<'a>>,
    /// Where a group may lie: a coordinate outside all of these is a typing error.
    #[serde(default)]
    pub(crate) bounds: Vec<At<RawBounds<'a>>>,
    /// Themes that events belong to.
    #[serde(default)]
    pub(crate) theme: Vec<RawTheme<'a>>,
}

/// A box of coordinates.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "bounds")]
pub(crate) struct RawBounds<'a> {
    /// What it bounds.
    #[serde(borrow)]
    pub(crate) name: Str<'a>,
    /// Lowest latitude, in degrees.
    pub(crate) south: f64,
    /// Highest latitude, in degrees.
    pub(crate) north: f64,
    /// Lowest longitude, in degrees; negative west of Greenwich.
    pub(crate) west: f64,
    /// Highest longitude, in degrees.
    pub(crate) east: f64,
}

/// A theme that events belong to.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "theme")]
pub(crate) struct RawTheme<'a> {
    /// Its id.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// Its name, as readers see it.
    pub(crate) name: Str<'a>,
}
