//! `story.toml`: what holds for the whole story.

use super::desk::{Desk, Spot};
use super::names::Kind;
use super::raw::{RawStory, Str};
use super::reading::Reading;
use super::toml_file::{declare, parse, read_table};
use crate::{Bounds, Theme, ThemeId};
use toml::Spanned;
use toml::de::DeValue;

/// What `story.toml` says.
pub(super) struct Head<'a> {
    pub(super) title: &'a str,
    pub(super) subtitle: &'a str,
    pub(super) language: &'a str,
    pub(super) edition: &'a str,
    pub(super) first_year: i16,
    pub(super) last_year: i16,
    pub(super) emigration_caption: &'a str,
    pub(super) bounds: Vec<Bounds<'a>>,
    pub(super) themes: Vec<Theme<'a>>,
    /// Ids of chapters in reading order, with their places.
    pub(super) chapters: Vec<(&'a str, Spot)>,
}

/// Reads `story.toml`.
pub(super) fn read<'a>(desk: &mut Desk<'a>, origin: Spot, text: &'a str) -> Option<Head<'a>> {
    let table = parse(desk, origin, text)?;
    let themes = table.get("theme").and_then(|themes| themes.get_ref().as_array());
    for theme in themes.into_iter().flat_map(|themes| themes.iter()) {
        declare(desk, origin, Kind::Theme, theme.get_ref());
    }
    let value = Spanned::new(0..0, DeValue::Table(table));
    let raw: RawStory<'a> = read_table(desk, origin, "story.toml", value)?;
    let mut reading = Reading::new(desk, origin);
    let r = &mut reading;
    if raw.first_year.value > raw.last_year.value {
        r.report(&raw.last_year.span, "a year that is not before first_year");
    }
    Some(Head {
        title: r.label(raw.title),
        subtitle: r.label(raw.subtitle),
        language: language(r, raw.language),
        edition: r.label(raw.edition),
        first_year: raw.first_year.value,
        last_year: raw.last_year.value,
        emigration_caption: r.optional_label(raw.emigration_caption).unwrap_or_default(),
        bounds: raw
            .bounds
            .into_iter()
            .map(|bounds| {
                let raw = bounds.value;
                if !(raw.south < raw.north && raw.west < raw.east) {
                    r.report(&bounds.span, "south below north, and west below east");
                }
                Bounds {
                    name: r.label(raw.name),
                    // The right way round, so that no position is told to lie outside for that.
                    south: raw.south.min(raw.north),
                    north: raw.north.max(raw.south),
                    west: raw.west.min(raw.east),
                    east: raw.east.max(raw.west),
                }
            })
            .collect(),
        themes: raw
            .theme
            .into_iter()
            .map(|theme| Theme { id: ThemeId(r.keep(theme.id)), name: r.label(theme.name) })
            .collect(),
        chapters: chapters(r, raw.chapters),
    })
}

fn language<'a>(r: &mut Reading<'_, 'a>, text: Str<'a>) -> &'a str {
    let span = text.span.clone();
    let tag = r.label(text);
    let plain = tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !tag.trim().is_empty() && !plain {
        r.report(&span, "a language tag (BCP 47), like en");
    }
    tag
}

fn chapters<'a>(r: &mut Reading<'_, 'a>, texts: Vec<Str<'a>>) -> Vec<(&'a str, Spot)> {
    let mut listed: Vec<(&str, Spot)> = Vec::new();
    for text in texts {
        let span = text.span.clone();
        let id = r.keep(text);
        if listed.iter().any(|(other, _)| *other == id) {
            r.report(&span, "each chapter once");
        } else {
            listed.push((id, r.spot(&span)));
        }
    }
    listed
}
