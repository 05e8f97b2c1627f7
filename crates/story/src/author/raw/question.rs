//! `[[question]]`.

use super::spelled::{At, Spelled, Str};
use crate::author::schema;
use crate::{Bearing, Difficulty, Skill};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// An item of the quiz.
#[derive(serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "question")]
pub(crate) struct RawQuestion<'a> {
    /// Its id.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// What the answer consists of.
    pub(crate) r#type: TaskType,
    /// The passage that settles it: `chapter/passage`.
    #[schemars(with = "schema::PassageAddress")]
    pub(crate) passage: Str<'a>,
    /// The id of the claim that settles it.
    #[schemars(with = "schema::Id")]
    pub(crate) claim: Str<'a>,
    /// How hard it is meant to be.
    pub(crate) difficulty: Difficulty,
    /// What it asks for.
    pub(crate) skill: Skill,
    /// What is asked. Markdown.
    pub(crate) prompt: Str<'a>,
    /// Hints, from the gentlest on. Markdown.
    #[serde(default)]
    pub(crate) hints: Vec<Str<'a>>,
    /// Said with a right answer. Markdown.
    pub(crate) explanation: Str<'a>,
    /// What can be chosen, ordered, matched, filled in or weighed.
    pub(crate) options: Option<At<Vec<RawChoice<'a>>>>,
    /// The right option, or options, by id.
    pub(crate) key: Option<At<RawKey<'a>>>,
    /// find-on-map: the id of the group.
    #[schemars(with = "Option<schema::Id>")]
    pub(crate) group: Option<Str<'a>>,
    /// estimate: first year.
    pub(crate) from: Option<At<i16>>,
    /// estimate: last year.
    pub(crate) to: Option<At<i16>>,
    /// estimate: how far off an estimate may be, in percent.
    pub(crate) tolerance: Option<At<u8>>,
    /// word-bank: the text, with blanks written `{{id}}`.
    pub(crate) text: Option<Str<'a>>,
    /// open: what a good answer touches. Markdown.
    pub(crate) rubric: Option<At<Vec<Str<'a>>>>,
    /// find-on-map, estimate: said with a wrong answer. Markdown.
    pub(crate) feedback: Option<Str<'a>>,
}

/// What the answer to a question consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "type")]
pub(crate) enum TaskType {
    ChooseOne,
    ChooseSeveral,
    Order,
    Match,
    FindOnMap,
    Estimate,
    WordBank,
    WeighSources,
    Open,
}

/// An option of a question.
#[derive(serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "option")]
pub(crate) struct RawChoice<'a> {
    /// Its id within the question.
    #[serde(borrow)]
    #[schemars(with = "schema::Id")]
    pub(crate) id: Str<'a>,
    /// What it says. Markdown.
    pub(crate) text: Option<Str<'a>>,
    /// Said where it was answered wrongly. Markdown.
    pub(crate) feedback: Option<Str<'a>>,
    /// match: the right partner. Markdown.
    pub(crate) r#match: Option<Str<'a>>,
    /// weigh-sources: the id of the source.
    #[schemars(with = "Option<schema::Id>")]
    pub(crate) source: Option<Str<'a>>,
    /// weigh-sources: how the source bears on the claim.
    pub(crate) bears: Option<At<Bearing>>,
}

/// The right option, or options.
pub(crate) enum RawKey<'a> {
    One(Spelled<'a>),
    Several(Vec<Str<'a>>),
}

impl<'de: 'a, 'a> Deserialize<'de> for RawKey<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KeyVisitor(PhantomData))
    }
}

struct KeyVisitor<'a>(PhantomData<&'a str>);

impl<'de: 'a, 'a> Visitor<'de> for KeyVisitor<'a> {
    type Value = RawKey<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of an option in quotes, or a list of them")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(RawKey::One(Spelled(Cow::Borrowed(text))))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(RawKey::One(Spelled(Cow::Owned(text.to_owned()))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut several = Vec::new();
        while let Some(id) = list.next_element()? {
            several.push(id);
        }
        Ok(RawKey::Several(several))
    }
}

impl JsonSchema for RawKey<'_> {
    fn schema_name() -> Cow<'static, str> {
        "key".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<schema::Id>();
        json_schema!({ "oneOf": [id, { "type": "array", "items": id }] })
    }
}
