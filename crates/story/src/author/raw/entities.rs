//! The tables of entity files, but for questions.

use super::question::RawQuestion;
use super::spelled::{At, Str};
use crate::author::schema;
use crate::{Bound, ClaimStatus, GroupKind, RelationKind, ResourceKind, SourceKind, TeachingKind};
use schemars::JsonSchema;
use serde::Deserialize;

/// Any number of tables of any kind.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "Claims, sources, groups, events, people, terms, emigration, resources and questions"
)]
#[expect(
    dead_code,
    reason = "each table is read on its own; this lists the kinds and makes the schema"
)]
pub(crate) struct EntityFile<'a> {
    #[serde(default, borrow)]
    claim: Vec<RawClaim<'a>>,
    #[serde(default)]
    source: Vec<RawSource<'a>>,
    #[serde(default)]
    group: Vec<RawGroup<'a>>,
    #[serde(default)]
    event: Vec<RawEvent<'a>>,
    #[serde(default)]
    person: Vec<RawPerson<'a>>,
    #[serde(default)]
    term: Vec<RawTerm<'a>>,
    #[serde(default)]
    emigration_year: Vec<RawEmigrationYear<'a>>,
    #[serde(default)]
    resource: Vec<RawResource<'a>>,
    #[serde(default)]
    teaching: Vec<RawTeaching<'a>>,
    #[serde(default)]
    question: Vec<RawQuestion<'a>>,
}

/// One checkable statement.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "claim")]
pub(crate) struct RawClaim<'a> {
    /// Its id.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// The statement, as a sentence that can be right or wrong.
    pub(crate) statement: Str<'a>,
    /// How well it stands.
    pub(crate) status: ClaimStatus,
    /// Sources that say so.
    #[serde(default)]
    pub(crate) support: Vec<RawCitation<'a>>,
    /// Sources that say otherwise; required when disputed.
    #[serde(default)]
    pub(crate) dissent: Vec<RawCitation<'a>>,
    /// What we make of it, and why. Markdown.
    pub(crate) verdict: Option<Str<'a>>,
}

/// What one source says.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "citation")]
pub(crate) struct RawCitation<'a> {
    /// The id of the source.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) source: Str<'a>,
    /// What it says, in our words. Markdown.
    pub(crate) says: Str<'a>,
}

/// Something that can be looked up.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "source")]
pub(crate) struct RawSource<'a> {
    /// Its id.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// What kind of evidence it is.
    pub(crate) kind: SourceKind,
    /// Authors as printed.
    #[serde(default)]
    pub(crate) authors: Vec<Str<'a>>,
    /// Its title.
    pub(crate) title: Str<'a>,
    /// The newspaper, book, site or collection that it stands in.
    pub(crate) container: Option<Str<'a>>,
    /// Who published it.
    pub(crate) publisher: Option<Str<'a>>,
    /// When it was published.
    #[schemars(with = "schema::Date")]
    pub(crate) date: Str<'a>,
    /// The address of the original, never of a copy.
    #[schemars(with = "Option<schema::Address>")]
    pub(crate) url: Option<Str<'a>>,
    /// What part of it was seen.
    pub(crate) consulted: Str<'a>,
}

/// A body of people that acted together.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "group")]
pub(crate) struct RawGroup<'a> {
    /// Its id.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// Its official name.
    pub(crate) name: Str<'a>,
    /// The label on the map.
    pub(crate) short: Str<'a>,
    /// Earlier, later and other names.
    #[serde(default)]
    pub(crate) other_names: Vec<Str<'a>>,
    /// What kind of body it was.
    pub(crate) kind: GroupKind,
    /// The city.
    pub(crate) city: Str<'a>,
    /// Postal code of the state.
    pub(crate) region: Str<'a>,
    /// Degrees north, to the city.
    pub(crate) latitude: At<f64>,
    /// Degrees east (negative in America), to the city.
    pub(crate) longitude: At<f64>,
    /// When it began.
    #[schemars(with = "schema::Date")]
    pub(crate) founded: Str<'a>,
    /// When it ended; `..` when it outlived the story.
    #[schemars(with = "schema::Ended")]
    pub(crate) ended: Str<'a>,
    /// Ids of people who belonged to it.
    #[serde(default)]
    #[schemars(with = "Vec<schema::Id>")]
    pub(crate) people: Vec<Str<'a>>,
    /// One thing that it did. Markdown.
    pub(crate) action: Str<'a>,
    /// A short account. Markdown.
    pub(crate) account: Str<'a>,
    /// How it stands to other groups.
    #[serde(default)]
    pub(crate) relations: Vec<RawRelation<'a>>,
    /// Ids of claims about it.
    #[serde(default)]
    #[schemars(with = "Vec<schema::Id>")]
    pub(crate) claims: Vec<Str<'a>>,
}

/// How one group stands to another.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "relation")]
pub(crate) struct RawRelation<'a> {
    /// In what way.
    pub(crate) kind: RelationKind,
    /// The id of the other group.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) group: Str<'a>,
}

/// Something that happened.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "event")]
pub(crate) struct RawEvent<'a> {
    /// Its id.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// What happened, in a few words.
    pub(crate) title: Str<'a>,
    /// When.
    #[schemars(with = "schema::Date")]
    pub(crate) date: Str<'a>,
    /// Where, if at one place.
    pub(crate) place: Option<Str<'a>>,
    /// Degrees north, where the map shall show it.
    pub(crate) latitude: Option<At<f64>>,
    /// Degrees east, where the map shall show it.
    pub(crate) longitude: Option<At<f64>>,
    /// Ids of themes in story.toml.
    #[serde(default)]
    #[schemars(with = "Vec<schema::Id>")]
    pub(crate) themes: Vec<Str<'a>>,
    /// A short account. Markdown.
    pub(crate) account: Str<'a>,
    /// Ids of groups that took part.
    #[serde(default)]
    #[schemars(with = "Vec<schema::Id>")]
    pub(crate) groups: Vec<Str<'a>>,
    /// Ids of people who took part.
    #[serde(default)]
    #[schemars(with = "Vec<schema::Id>")]
    pub(crate) people: Vec<Str<'a>>,
    /// Ids of claims about it.
    #[serde(default)]
    #[schemars(with = "Vec<schema::Id>")]
    pub(crate) claims: Vec<Str<'a>>,
}

/// Someone who took part.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "person")]
pub(crate) struct RawPerson<'a> {
    /// Their id.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// Their name as the story writes it.
    pub(crate) name: Str<'a>,
    /// The name to sort by: family name, then given names.
    pub(crate) sort_name: Str<'a>,
    /// Other spellings and names.
    #[serde(default)]
    pub(crate) other_names: Vec<Str<'a>>,
    /// When they were born.
    #[schemars(with = "schema::Date")]
    pub(crate) born: Str<'a>,
    /// When they died; left out while they live.
    #[schemars(with = "Option<schema::Date>")]
    pub(crate) died: Option<Str<'a>>,
    /// Who they were, in a few words.
    pub(crate) role: Str<'a>,
    /// A short account. Markdown.
    pub(crate) account: Str<'a>,
    /// Ids of claims about them.
    #[serde(default)]
    #[schemars(with = "Vec<schema::Id>")]
    pub(crate) claims: Vec<Str<'a>>,
}

/// A word that needs explaining.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "term")]
pub(crate) struct RawTerm<'a> {
    /// Its id.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// The word.
    pub(crate) term: Str<'a>,
    /// Other forms of it, for searching.
    #[serde(default)]
    pub(crate) other_forms: Vec<Str<'a>>,
    /// What it means. Markdown.
    pub(crate) meaning: Str<'a>,
    /// Ids of claims about it.
    #[serde(default)]
    #[schemars(with = "Vec<schema::Id>")]
    pub(crate) claims: Vec<Str<'a>>,
}

/// One year of the emigration table.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "emigration_year")]
pub(crate) struct RawEmigrationYear<'a> {
    /// The year.
    pub(crate) year: At<i16>,
    /// People who left.
    pub(crate) total: u32,
    /// How the total is to be read.
    pub(crate) bound: Bound,
    /// Whether the figure is to be shown as doubtful; the note says why.
    #[serde(default)]
    pub(crate) doubtful: bool,
    /// Why it is doubtful, or what else to know. Markdown.
    #[serde(borrow)]
    pub(crate) note: Option<Str<'a>>,
    /// The id of the source of the total.
    #[schemars(with = "schema::Id")]
    pub(crate) source: Str<'a>,
    /// What others counted.
    #[serde(default)]
    pub(crate) others: Vec<RawOtherCount<'a>>,
    /// Ids of claims about the year.
    #[serde(default)]
    #[schemars(with = "Vec<schema::Id>")]
    pub(crate) claims: Vec<Str<'a>>,
}

/// A figure for the same year from another source.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "other_count")]
pub(crate) struct RawOtherCount<'a> {
    /// The id of the source.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) source: Str<'a>,
    /// People.
    pub(crate) count: u32,
    /// What was counted, in our words. Markdown.
    pub(crate) says: Str<'a>,
}

/// Where to look further.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "resource")]
pub(crate) struct RawResource<'a> {
    /// Its id.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// What it is.
    pub(crate) kind: ResourceKind,
    /// Its title.
    pub(crate) title: Str<'a>,
    /// Who made or keeps it.
    pub(crate) maker: Option<Str<'a>>,
    /// The address of the original, never of a copy.
    #[schemars(with = "Option<schema::Address>")]
    pub(crate) url: Option<Str<'a>>,
    /// What it holds, and what it is good for. Markdown.
    pub(crate) about: Str<'a>,
}

/// A part of the teacher's page.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "teaching")]
pub(crate) struct RawTeaching<'a> {
    /// Its id.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// What it is.
    pub(crate) kind: TeachingKind,
    /// Its title; of a prompt, what is asked.
    pub(crate) title: Str<'a>,
    /// What is said of it. Markdown.
    pub(crate) about: Option<Str<'a>>,
    /// Of a plan, how many minutes its steps take together.
    pub(crate) minutes: Option<At<u32>>,
    /// Of a plan, its steps in order.
    #[serde(default)]
    pub(crate) steps: Vec<RawTeachingStep<'a>>,
    /// Of a prompt, what good answers touch. Markdown.
    #[serde(default)]
    pub(crate) touches: Vec<Str<'a>>,
}

/// A step of a plan.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "step")]
pub(crate) struct RawTeachingStep<'a> {
    /// How long it takes.
    pub(crate) minutes: u8,
    /// What happens. Markdown.
    #[serde(borrow)]
    pub(crate) what: Str<'a>,
}
