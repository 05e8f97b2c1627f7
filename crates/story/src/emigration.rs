//! How many people left, year by year, and how sure that is.

use crate::id::{ClaimId, SourceId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// One year of the emigration table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EmigrationYear<'a> {
    /// The year.
    pub year: i16,
    /// People who left.
    pub total: u32,
    /// How the total is to be read.
    pub bound: Bound,
    /// Whether the figure is to be shown as doubtful.
    pub doubtful: bool,
    /// Why it is doubtful, or what else to know.
    #[serde(borrow)]
    pub note: Text<'a>,
    /// Where the total comes from.
    pub source: SourceId<'a>,
    /// What others counted.
    pub others: Vec<OtherCount<'a>>,
    /// Claims about the year.
    pub claims: Vec<ClaimId<'a>>,
}

/// A figure for the same year from another source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherCount<'a> {
    /// Who says so.
    #[serde(borrow)]
    pub source: SourceId<'a>,
    /// People.
    pub count: u32,
    /// What was counted, in our words.
    pub says: Text<'a>,
}

/// How a figure is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum Bound {
    /// As counted.
    Exact,
    /// Rounded or estimated.
    About,
    /// The true figure is this or higher.
    AtLeast,
}
