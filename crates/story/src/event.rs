//! Events of the timeline.

use crate::date::HistoricalDate;
use crate::id::{ClaimId, Entity, EventId, GroupId, PersonId, ThemeId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: EventId<'a>,
    /// What happened, in a few words.
    pub title: &'a str,
    /// When.
    pub date: HistoricalDate,
    /// Where, if at one place.
    #[serde(borrow)]
    pub place: Option<Place<'a>>,
    /// Themes that it belongs to.
    pub themes: Vec<ThemeId<'a>>,
    /// A short account.
    pub account: Text<'a>,
    /// Groups that took part.
    pub groups: Vec<GroupId<'a>>,
    /// People who took part.
    pub people: Vec<PersonId<'a>>,
    /// Claims about it.
    pub claims: Vec<ClaimId<'a>>,
}

/// Where something happened.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place<'a> {
    /// The place's name.
    pub name: &'a str,
    /// Degrees north and east, where the map shall show it.
    pub position: Option<(f64, f64)>,
}

impl Entity for Event<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}
