//! Groups: the bodies that the map shows.

use crate::date::{Activity, HistoricalDate};
use crate::id::{ClaimId, Entity, GroupId, PersonId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A body of people that acted together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: GroupId<'a>,
    /// Its official name.
    pub name: &'a str,
    /// The label on the map.
    pub short: &'a str,
    /// Earlier, later and other names.
    #[serde(borrow)]
    pub other_names: Vec<&'a str>,
    /// What kind of body it was.
    pub kind: GroupKind,
    /// The city.
    pub city: &'a str,
    /// Postal code of the state.
    pub region: &'a str,
    /// Degrees north, to the city.
    pub latitude: f64,
    /// Degrees east, to the city.
    pub longitude: f64,
    /// When it began.
    pub founded: HistoricalDate,
    /// When it ended.
    pub ended: Ended,
    /// People of the story who belonged to it.
    pub people: Vec<PersonId<'a>>,
    /// One thing that it did.
    pub action: Text<'a>,
    /// A short account.
    pub account: Text<'a>,
    /// How it stands to other groups.
    pub relations: Vec<Relation<'a>>,
    /// Claims about it.
    pub claims: Vec<ClaimId<'a>>,
}

impl Group<'_> {
    /// Whether the group was active in `year`, as honestly as its dates allow.
    pub fn activity(&self, year: i16) -> Activity {
        let ended = match self.ended {
            Ended::GoesOn => None,
            Ended::On(date) => Some(date),
        };
        Activity::in_year(year, self.founded, ended)
    }
}

/// When a group ended, if it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ended {
    /// It outlived the years of the story.
    GoesOn,
    /// It ended; the date may be unknown.
    On(HistoricalDate),
}

/// What kind of body a group was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum GroupKind {
    /// Members and volunteers of one place.
    Grassroots,
    /// Students.
    Student,
    /// A union of groups.
    Umbrella,
    /// A body of the established organizations.
    Establishment,
    /// Jews and Christians together.
    Interfaith,
    /// Ready to use violence.
    Militant,
}

impl GroupKind {
    /// All kinds, in the order in which lists show them.
    pub const ALL: [Self; 6] = [
        Self::Grassroots,
        Self::Student,
        Self::Umbrella,
        Self::Establishment,
        Self::Interfaith,
        Self::Militant,
    ];

    /// The kind as it stands in files and addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Grassroots => "grassroots",
            Self::Student => "student",
            Self::Umbrella => "umbrella",
            Self::Establishment => "establishment",
            Self::Interfaith => "interfaith",
            Self::Militant => "militant",
        }
    }
}

/// How one group stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation<'a> {
    /// In what way.
    pub kind: RelationKind,
    /// To which group.
    #[serde(borrow)]
    pub group: GroupId<'a>,
}

/// In what way one group stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum RelationKind {
    /// It became part of the other.
    MergedInto,
    /// It helped found the other.
    FounderOf,
    /// It came before the other, which took up its work.
    ForerunnerOf,
    /// It belonged to the other.
    MemberOf,
    /// It worked against the other.
    RivalOf,
}

impl Entity for Group<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}
