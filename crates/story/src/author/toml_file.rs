//! TOML to raw tables, each on its own, so that a mistake in one hides none in another.

use super::desk::{Desk, Spot};
use super::names::{ID_FORM, Kind, is_well_formed};
use super::nearest::nearest;
use super::raw::{
    EntityFile, RawClaim, RawEmigrationYear, RawEvent, RawGroup, RawPerson, RawQuestion,
    RawResource, RawSource, RawTeaching, RawTerm, fields_of,
};
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// A table and where its file begins, from which the places in it are counted.
pub(super) struct Entry<T> {
    pub(super) origin: Spot,
    pub(super) raw: T,
}

/// The tables of all entity files, in the order of files and of lines.
#[derive(Default)]
pub(super) struct RawEntities<'a> {
    pub(super) claims: Vec<Entry<RawClaim<'a>>>,
    pub(super) sources: Vec<Entry<RawSource<'a>>>,
    pub(super) groups: Vec<Entry<RawGroup<'a>>>,
    pub(super) events: Vec<Entry<RawEvent<'a>>>,
    pub(super) people: Vec<Entry<RawPerson<'a>>>,
    pub(super) terms: Vec<Entry<RawTerm<'a>>>,
    pub(super) emigration: Vec<Entry<RawEmigrationYear<'a>>>,
    pub(super) resources: Vec<Entry<RawResource<'a>>>,
    pub(super) teaching: Vec<Entry<RawTeaching<'a>>>,
    pub(super) questions: Vec<Entry<RawQuestion<'a>>>,
}

impl<'a> RawEntities<'a> {
    /// Reads the tables of a file.
    pub(super) fn read(&mut self, desk: &mut Desk<'a>, origin: Spot, text: &'a str) {
        let Some(table) = parse(desk, origin, text) else { return };
        for (key, value) in in_order(table) {
            let name = key.get_ref().as_ref();
            match name {
                "claim" => list(desk, origin, name, Some(Kind::Claim), value, &mut self.claims),
                "source" => list(desk, origin, name, Some(Kind::Source), value, &mut self.sources),
                "group" => list(desk, origin, name, Some(Kind::Group), value, &mut self.groups),
                "event" => list(desk, origin, name, Some(Kind::Event), value, &mut self.events),
                "person" => list(desk, origin, name, Some(Kind::Person), value, &mut self.people),
                "term" => list(desk, origin, name, Some(Kind::Term), value, &mut self.terms),
                "emigration_year" => list(desk, origin, name, None, value, &mut self.emigration),
                "resource" => {
                    list(desk, origin, name, Some(Kind::Resource), value, &mut self.resources);
                }
                "teaching" => {
                    list(desk, origin, name, Some(Kind::Teaching), value, &mut self.teaching);
                }
                "question" => {
                    list(desk, origin, name, Some(Kind::Question), value, &mut self.questions);
                }
                _ => {
                    let kinds = fields_of::<EntityFile<'_>>();
                    report_unknown(desk, origin, &key, "a file of entities", kinds);
                    desk.mark_broken(origin);
                }
            }
        }
    }
}

/// Reads TOML; a mistake in its syntax makes the whole file unread.
pub(super) fn parse<'a>(desk: &mut Desk<'a>, origin: Spot, text: &'a str) -> Option<DeTable<'a>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Some(table.into_inner());
    }
    let mut lines = BTreeSet::new();
    for error in errors {
        let spot = origin.after(error.span().map_or(0, |span| span.start));
        // What follows on the same line mostly follows from the first mistake.
        if lines.insert(desk.locate(spot).1) {
            let line = desk.line_of(spot);
            desk.report(spot, line, format!("valid TOML: {}", error.message()));
        }
    }
    desk.mark_broken(origin);
    None
}

/// Reads a table into the struct that says what it may hold.
pub(super) fn read_table<'a, T: Deserialize<'a>>(
    desk: &mut Desk<'a>,
    origin: Spot,
    what: &str,
    value: Spanned<DeValue<'a>>,
) -> Option<T> {
    let span = value.span();
    let DeValue::Table(mut table) = value.into_inner() else {
        let found = desk.words_at(origin, &span);
        desk.report(origin.after(span.start), found, format!("a table: {what}"));
        return None;
    };
    let fields = fields_of::<T>();
    let unknown: Vec<_> =
        table.keys().filter(|key| !fields.contains(&key.get_ref().as_ref())).cloned().collect();
    for key in &unknown {
        report_unknown(desk, origin, key, what, fields);
        table.remove(key);
    }
    match T::deserialize(ValueDeserializer::from(Spanned::new(span.clone(), DeValue::Table(table))))
    {
        // With an unknown field the table is not as it was meant.
        Ok(read) => unknown.is_empty().then_some(read),
        Err(error) => {
            let message = error.message();
            let misspelt = missing_field(message).is_some_and(|missing| {
                unknown.iter().any(|key| nearest(key.get_ref(), [missing].into_iter()).is_some())
            });
            if !misspelt {
                let at = error.span().unwrap_or(span);
                let found = desk.words_at(origin, &at);
                desk.report(origin.after(at.start), found, explain(message, what, fields));
            }
            None
        }
    }
}

/// Reads an array of tables.
fn list<'a, T: Deserialize<'a>>(
    desk: &mut Desk<'a>,
    origin: Spot,
    name: &str,
    kind: Option<Kind>,
    value: Spanned<DeValue<'a>>,
    into: &mut Vec<Entry<T>>,
) {
    let what = format!("[[{name}]]");
    let span = value.span();
    let DeValue::Array(tables) = value.into_inner() else {
        let found = desk.words_at(origin, &span);
        desk.report(origin.after(span.start), found, format!("{what} in double brackets"));
        desk.mark_broken(origin);
        return;
    };
    for table in tables {
        if let Some(kind) = kind {
            declare(desk, origin, kind, table.get_ref());
        }
        match read_table(desk, origin, &what, table) {
            Some(raw) => into.push(Entry { origin, raw }),
            // Tables without id are not declared, and yet they are there.
            None if kind.is_none() => desk.mark_broken(origin),
            None => {}
        }
    }
}

/// Declares the id of a table, before it is known whether the rest of it can be read: what refers
/// to it is no mistake even then.
pub(super) fn declare<'a>(desk: &mut Desk<'a>, origin: Spot, kind: Kind, table: &DeValue<'a>) {
    let Some(id) = table.as_table().and_then(|table| table.get("id")) else { return };
    let Some(words) = id.get_ref().as_str() else { return };
    let spot = origin.after(id.span().start);
    declare_id(desk, kind, desk.arena.alloc_str(words), spot);
}

/// Declares an id, if it is well-formed and new.
pub(super) fn declare_id<'a>(desk: &mut Desk<'a>, kind: Kind, id: &'a str, spot: Spot) {
    let last = if kind == Kind::Passage { id.rsplit('/').next().unwrap_or(id) } else { id };
    if !is_well_formed(last) {
        desk.report(spot, last, ID_FORM);
    }
    if let Some(first) = desk.names.declare(kind, id, spot) {
        let (file, line) = desk.locate(first);
        let place = format!("{}:{line}", file.display());
        desk.report(spot, last, format!("an id of its own; the {kind} at {place} has this one"));
    }
}

fn report_unknown(
    desk: &mut Desk<'_>,
    origin: Spot,
    key: &Spanned<std::borrow::Cow<'_, str>>,
    what: &str,
    fields: &[&str],
) {
    let advice = nearest(key.get_ref(), fields.iter().copied())
        .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
    let expected = format!("a field of {what} ({}){advice}", fields.join(", "));
    desk.report(origin.after(key.span().start), key.get_ref(), expected);
}

/// The field that a message of the deserializer says is missing.
fn missing_field(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.strip_suffix('`')
}

/// A message of the deserializer in words for those who write the files.
fn explain(message: &str, what: &str, fields: &[&str]) -> String {
    if let Some(field) = missing_field(message) {
        return if fields.contains(&field) {
            format!("the field `{field}`; those of {what} are {}", fields.join(", "))
        } else {
            format!("the field `{field}`")
        };
    }
    let expected = message.split_once("expected ").map_or(message, |(_, expected)| expected);
    match expected {
        "f64" => "a number in degrees, like 41.5".to_owned(),
        "u32" | "u8" | "i16" => format!("a whole number that fits ({message})"),
        _ => expected.to_owned(),
    }
}

/// The entries of a table in the order of lines.
pub(super) fn in_order<'a>(
    table: DeTable<'a>,
) -> Vec<(Spanned<std::borrow::Cow<'a, str>>, Spanned<DeValue<'a>>)> {
    let mut entries: Vec<_> = table.into_iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}
