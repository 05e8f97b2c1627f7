//! Chapters and the passages they are made of.

use crate::date::HistoricalDate;
use crate::id::{ChapterId, Entity, GroupId, PassageId, PersonId, Table};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// One chapter of the story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chapter<'a> {
    /// Its id, part of its address.
    #[serde(borrow)]
    pub id: ChapterId<'a>,
    /// Its title.
    pub title: &'a str,
    /// Place and time, in a few words.
    pub kicker: &'a str,
    /// The question that it opens with.
    pub question: &'a str,
    /// The question to argue about that it ends with.
    pub closing: &'a str,
    /// The years it covers.
    pub years: HistoricalDate,
    /// What its opener shows.
    pub poster: Poster<'a>,
    /// Its text, in reading order.
    pub passages: Table<Passage<'a>>,
    /// What happened elsewhere at the same time.
    #[serde(borrow)]
    pub meanwhile: Option<Meanwhile<'a>>,
}

/// A panel at the end of a chapter: what happened elsewhere at the same time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meanwhile<'a> {
    /// Its heading, which says where.
    pub title: &'a str,
    /// The full text.
    #[serde(borrow)]
    pub full: Text<'a>,
    /// The same in easy words.
    #[serde(borrow)]
    pub easy: Text<'a>,
}

/// The type-led picture that opens a chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Poster<'a> {
    /// The words on it, a line each.
    #[serde(borrow)]
    pub lines: Vec<&'a str>,
    /// Names the drawing; the app has a plain one for a name that it does not know.
    pub art: &'a str,
    /// What it shows, for those who do not see it.
    pub alt: &'a str,
}

/// A few paragraphs with one subject: the unit that is linked to, quizzed on and remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passage<'a> {
    /// Its id within the chapter.
    #[serde(borrow)]
    pub id: PassageId<'a>,
    /// Its heading.
    pub heading: &'a str,
    /// The date or span it speaks of.
    pub when: HistoricalDate,
    /// The full text.
    pub full: Text<'a>,
    /// The same in easy words.
    pub easy: Text<'a>,
    /// Groups that it speaks of, those linked in the text included.
    pub groups: Vec<GroupId<'a>>,
    /// People that it speaks of, those linked in the text included.
    pub people: Vec<PersonId<'a>>,
}

/// Where a passage stands: written `chapter/passage`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PassageAddress<'a> {
    /// The chapter.
    #[serde(borrow)]
    pub chapter: ChapterId<'a>,
    /// The passage in it.
    #[serde(borrow)]
    pub passage: PassageId<'a>,
}

impl core::fmt::Display for PassageAddress<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}/{}", self.chapter, self.passage)
    }
}

impl Entity for Chapter<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}

impl Entity for Passage<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}
