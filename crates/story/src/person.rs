//! People of the story.

use crate::date::HistoricalDate;
use crate::id::{ClaimId, Entity, PersonId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Someone who took part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person<'a> {
    /// Their id.
    #[serde(borrow)]
    pub id: PersonId<'a>,
    /// Their name as the story writes it.
    pub name: &'a str,
    /// The name to sort by.
    pub sort_name: &'a str,
    /// Other spellings and names.
    #[serde(borrow)]
    pub other_names: Vec<&'a str>,
    /// When they were born.
    pub born: HistoricalDate,
    /// When they died; none while they live or for all we know.
    pub died: Option<HistoricalDate>,
    /// Who they were, in a few words.
    pub role: &'a str,
    /// A short account.
    pub account: Text<'a>,
    /// Claims about them.
    pub claims: Vec<ClaimId<'a>>,
}

impl Entity for Person<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}
