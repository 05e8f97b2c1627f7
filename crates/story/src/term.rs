//! Terms that the glossary explains.

use crate::id::{ClaimId, Entity, TermId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A word that needs explaining.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: TermId<'a>,
    /// The word.
    pub term: &'a str,
    /// Other forms of it, for searching.
    #[serde(borrow)]
    pub other_forms: Vec<&'a str>,
    /// What it means.
    pub meaning: Text<'a>,
    /// Claims about it.
    pub claims: Vec<ClaimId<'a>>,
}

impl Entity for Term<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}
