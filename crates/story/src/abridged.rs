//! What the program carries of a story: what it computes with before anything else is there.
//!
//! The page holds every text, and the evidence, which comes later, holds claims, sources, events,
//! people and questions; views that show one elsewhere copy it from there. So a reader downloads each
//! thing once.

use crate::chapter::Chapter;
use crate::group::Group;
use crate::id::Table;
use crate::story::Story;
use crate::term::Term;
use serde::{Deserialize, Serialize};

/// Chapters, groups and terms by their ids, names, dates and places.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Abridged<'a> {
    /// The story's title.
    pub title: &'a str,
    /// Its subtitle.
    pub subtitle: &'a str,
    /// Its language, as in BCP 47.
    pub language: &'a str,
    /// The edition of the content.
    pub edition: &'a str,
    /// First year of the time strip.
    pub first_year: i16,
    /// Last year of the time strip.
    pub last_year: i16,
    /// Chapters and passages without their texts.
    #[serde(borrow)]
    pub chapters: Table<Chapter<'a>>,
    /// Groups without their accounts.
    pub groups: Table<Group<'a>>,
    /// Terms without their meanings.
    pub terms: Table<Term<'a>>,
}

impl<'a> From<Abridged<'a>> for Story<'a> {
    fn from(it: Abridged<'a>) -> Self {
        Self {
            title: it.title,
            subtitle: it.subtitle,
            language: it.language,
            edition: it.edition,
            first_year: it.first_year,
            last_year: it.last_year,
            chapters: it.chapters,
            groups: it.groups,
            terms: it.terms,
            ..Self::default()
        }
    }
}
