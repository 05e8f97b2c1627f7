//! How we know: claims, the sources that bear on them, and what each says.

use crate::date::HistoricalDate;
use crate::id::{ClaimId, Entity, SourceId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// One checkable statement of the story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: ClaimId<'a>,
    /// The statement, as a sentence that can be right or wrong.
    pub statement: &'a str,
    /// How well it stands.
    pub status: ClaimStatus,
    /// Sources that say so.
    pub support: Vec<Citation<'a>>,
    /// Sources that say otherwise.
    pub dissent: Vec<Citation<'a>>,
    /// What we make of it, and why.
    pub verdict: Text<'a>,
}

/// How well a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum ClaimStatus {
    /// The sources agree.
    Agreed,
    /// Sources say different things.
    Disputed,
    /// Only one source says so.
    OneSource,
    /// A judgement, which the evidence allows but does not force.
    Interpretation,
}

/// What one source says on a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Citation<'a> {
    /// The source.
    #[serde(borrow)]
    pub source: SourceId<'a>,
    /// What it says, in our words.
    pub says: Text<'a>,
}

/// Something that can be looked up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: SourceId<'a>,
    /// What kind of evidence it is.
    pub kind: SourceKind,
    /// Authors as printed, in order; may be empty.
    #[serde(borrow)]
    pub authors: Vec<&'a str>,
    /// Its title.
    pub title: &'a str,
    /// The newspaper, book, collection or site it stands in.
    #[serde(borrow)]
    pub container: Option<&'a str>,
    /// Who published it.
    #[serde(borrow)]
    pub publisher: Option<&'a str>,
    /// When it was published.
    pub date: HistoricalDate,
    /// Address of the original.
    #[serde(borrow)]
    pub url: Option<&'a str>,
    /// What part of it was seen.
    pub consulted: &'a str,
}

/// What kind of evidence a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum SourceKind {
    /// A document of the time, or the papers of those who took part.
    Primary,
    /// Someone who took part, looking back.
    Memoir,
    /// Research.
    Scholarship,
    /// News and magazines.
    Press,
    /// Encyclopedias, timelines, exhibitions.
    Reference,
}

impl SourceKind {
    /// All kinds, in the order in which lists show them.
    pub const ALL: [Self; 5] =
        [Self::Primary, Self::Memoir, Self::Scholarship, Self::Press, Self::Reference];

    /// The kind as it stands in files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Memoir => "memoir",
            Self::Scholarship => "scholarship",
            Self::Press => "press",
            Self::Reference => "reference",
        }
    }
}

impl ClaimStatus {
    /// The status as it stands in files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Disputed => "disputed",
            Self::OneSource => "one-source",
            Self::Interpretation => "interpretation",
        }
    }
}

impl Entity for Claim<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}

impl Entity for Source<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}
