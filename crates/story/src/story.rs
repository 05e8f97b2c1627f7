//! All of it together.

use crate::chapter::{Chapter, Passage, PassageAddress};
use crate::emigration::EmigrationYear;
use crate::event::Event;
use crate::evidence::{Claim, Source};
use crate::group::Group;
use crate::id::{Entity, Table, ThemeId};
use crate::person::Person;
use crate::question::Question;
use crate::resource::Resource;
use crate::teaching::Teaching;
use crate::term::Term;
use serde::{Deserialize, Serialize};

/// A whole story with its evidence. It owns no string: all are borrowed from the encoded bytes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Story<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its subtitle.
    pub subtitle: &'a str,
    /// Its language, as in BCP 47.
    pub language: &'a str,
    /// The edition of the content: papers, codes and progress name it.
    pub edition: &'a str,
    /// First year of the time strip.
    pub first_year: i16,
    /// Last year of the time strip.
    pub last_year: i16,
    /// What the emigration table counts; empty where there is none.
    pub emigration_caption: &'a str,
    /// Where groups may lie.
    #[serde(borrow)]
    pub bounds: Vec<Bounds<'a>>,
    /// Themes of events.
    pub themes: Table<Theme<'a>>,
    /// Chapters in reading order.
    pub chapters: Table<Chapter<'a>>,
    /// Claims.
    pub claims: Table<Claim<'a>>,
    /// Sources.
    pub sources: Table<Source<'a>>,
    /// Groups, by date of founding.
    pub groups: Table<Group<'a>>,
    /// Events, by date.
    pub events: Table<Event<'a>>,
    /// People, by sort name.
    pub people: Table<Person<'a>>,
    /// Terms, in alphabetical order.
    pub terms: Table<Term<'a>>,
    /// Emigration, by year.
    pub emigration: Vec<EmigrationYear<'a>>,
    /// Where to look further, in the author's order.
    pub resources: Table<Resource<'a>>,
    /// How to teach with it, in the author's order.
    pub teaching: Table<Teaching<'a>>,
    /// Questions, by passage.
    pub questions: Table<Question<'a>>,
}

impl<'a> Story<'a> {
    /// The passage at an address.
    pub fn passage(&self, address: PassageAddress<'_>) -> Option<&Passage<'a>> {
        self.chapters.get(address.chapter.0)?.passages.get(address.passage.0)
    }
}

/// A theme that events belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: ThemeId<'a>,
    /// Its name.
    pub name: &'a str,
}

/// A box of coordinates, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bounds<'a> {
    /// What it bounds.
    pub name: &'a str,
    /// Lowest latitude.
    pub south: f64,
    /// Highest latitude.
    pub north: f64,
    /// Lowest longitude.
    pub west: f64,
    /// Highest longitude.
    pub east: f64,
}

impl Bounds<'_> {
    /// Whether the box holds a position, its edges included.
    pub fn contains(&self, latitude: f64, longitude: f64) -> bool {
        (self.south..=self.north).contains(&latitude)
            && (self.west..=self.east).contains(&longitude)
    }
}

impl Entity for Theme<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}
