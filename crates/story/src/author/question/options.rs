//! Options: to choose, to match, to weigh, to fill blanks with.

use super::key::ids_of;
use crate::author::names::Kind;
use crate::author::raw::{RawChoice, Str};
use crate::author::reading::Reading;
use crate::{Choice, ChoiceId, Pair, Segment, SourceId, Text, Weighing};
use std::collections::BTreeSet;

pub(super) fn choices<'a>(r: &mut Reading<'_, 'a>, options: Vec<RawChoice<'a>>) -> Vec<Choice<'a>> {
    options
        .into_iter()
        .map(|raw| Choice {
            id: ChoiceId(r.keep(raw.id)),
            text: r.optional_prose(raw.text),
            feedback: r.optional_prose(raw.feedback),
        })
        .collect()
}

pub(super) fn pairs<'a>(r: &mut Reading<'_, 'a>, options: Vec<RawChoice<'a>>) -> Vec<Pair<'a>> {
    let mut partners: Vec<Text<'a>> = Vec::new();
    let mut pairs = Vec::new();
    for raw in options {
        let span = raw.r#match.as_ref().map_or_else(|| raw.id.span.clone(), |at| at.span.clone());
        let partner = r.optional_prose(raw.r#match);
        if !partner.is_empty() && partners.contains(&partner) {
            r.report(&span, "a partner that no other option has");
        }
        partners.push(partner.clone());
        pairs.push(Pair {
            id: ChoiceId(r.keep(raw.id)),
            text: r.optional_prose(raw.text),
            partner,
            feedback: r.optional_prose(raw.feedback),
        });
    }
    pairs
}

pub(super) fn weighings<'a>(
    r: &mut Reading<'_, 'a>,
    options: Vec<RawChoice<'a>>,
) -> Vec<Weighing<'a>> {
    let mut weighings = Vec::new();
    for raw in options {
        let source = raw.source.map(|source| r.mention(Kind::Source, source));
        let id = ChoiceId(r.keep(raw.id));
        let text = r.optional_prose(raw.text);
        let feedback = r.optional_prose(raw.feedback);
        if let (Some(source), Some(bears)) = (source, raw.bears) {
            let source = SourceId(source);
            weighings.push(Weighing { id, source, text, bears: bears.value, feedback });
        }
    }
    weighings
}

/// Reads a text with blanks written `{{id}}`.
pub(super) fn segments<'a>(
    r: &mut Reading<'_, 'a>,
    text: Str<'a>,
    options: &[RawChoice<'a>],
) -> Vec<Segment<'a>> {
    let span = text.span.clone();
    let mut rest = r.keep(text);
    let mut segments = Vec::new();
    let mut blanks = BTreeSet::new();
    while let Some((words, after)) = rest.split_once("{{") {
        let Some((id, after)) = after.split_once("}}") else {
            r.report(&span, "`}}` after each `{{`");
            return segments;
        };
        if !words.is_empty() {
            segments.push(Segment::Words(words));
        }
        if !options.iter().any(|option| option.id.value.0 == id) {
            let expected = format!("a blank that names an option: {}", ids_of(options));
            let spot = r.desk.spot_of_slice(r.origin, id).unwrap_or_else(|| r.spot(&span));
            r.desk.report(spot, id, expected);
        } else if !blanks.insert(id) {
            let spot = r.desk.spot_of_slice(r.origin, id).unwrap_or_else(|| r.spot(&span));
            r.desk.report(spot, id, "each option in one blank only");
        }
        segments.push(Segment::Blank(ChoiceId(id)));
        rest = after;
    }
    if !rest.is_empty() {
        segments.push(Segment::Words(rest));
    }
    if blanks.is_empty() {
        r.report(&span, "at least one blank, written {{id}} with the id of an option");
    } else if options.len() <= blanks.len() {
        r.report(&span, "more options than blanks, so that the last one is not given away");
    }
    segments
}
