//! Resources: where to look further.

use crate::id::{Entity, ResourceId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// An archive, a book or anything else in which a reader can look further.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resource<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: ResourceId<'a>,
    /// What it is.
    pub kind: ResourceKind,
    /// Its title.
    pub title: &'a str,
    /// Who made or keeps it.
    #[serde(borrow)]
    pub maker: Option<&'a str>,
    /// Address of the original.
    #[serde(borrow)]
    pub url: Option<&'a str>,
    /// What it holds, and what it is good for.
    pub about: Text<'a>,
}

/// What a resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum ResourceKind {
    /// Papers that one visits, and their guides.
    Archive,
    /// Documents and pictures that can be seen from anywhere.
    Collection,
    /// People who took part, interviewed.
    OralHistory,
    /// Books and articles.
    Book,
    /// Films.
    Film,
    /// Lesson plans.
    Lessons,
}

impl ResourceKind {
    /// All kinds, in the order in which lists show them.
    pub const ALL: [Self; 6] =
        [Self::Archive, Self::Collection, Self::OralHistory, Self::Book, Self::Film, Self::Lessons];

    /// The kind as it stands in files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Collection => "collection",
            Self::OralHistory => "oral-history",
            Self::Book => "book",
            Self::Film => "film",
            Self::Lessons => "lessons",
        }
    }
}

impl Entity for Resource<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}
