//! What the entities have in common: names, texts, dates and references, each checked as it is
//! read, with the place where it stands.
//!
//! Where something is wrong, a placeholder takes its place so that reading can go on; it never
//! gets out, since there is no story where there was a mistake.

use super::citing::report_uncited;
use super::dates::certainly_before;
use super::desk::{Desk, Spot};
use super::markdown::{Markdown, Piece};
use super::names::{ID_FORM, Kind, is_well_formed};
use super::raw::{At, Str};
use crate::{Bounds, ClaimId, HistoricalDate, Target, Text};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// A file that is being read, counted from `origin`.
pub(super) struct Reading<'d, 'a> {
    pub(super) desk: &'d mut Desk<'a>,
    pub(super) origin: Spot,
}

impl<'d, 'a> Reading<'d, 'a> {
    pub(super) fn new(desk: &'d mut Desk<'a>, origin: Spot) -> Self {
        Self { desk, origin }
    }

    /// The place of a span.
    pub(super) fn spot(&self, span: &Range<usize>) -> Spot {
        self.origin.after(span.start)
    }

    /// Reports the words of a span.
    pub(super) fn report(&mut self, span: &Range<usize>, expected: impl Into<String>) {
        let found = self.desk.words_at(self.origin, span);
        self.desk.report(self.origin.after(span.start), found, expected);
    }

    /// The characters of a string, kept for good.
    pub(super) fn keep(&self, text: Str<'a>) -> &'a str {
        match text.value.0 {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => self.desk.arena.alloc_str(&text),
        }
    }

    /// A name or title: one line of plain words.
    pub(super) fn label(&mut self, text: Str<'a>) -> &'a str {
        let span = text.span.clone();
        let label = self.keep(text);
        if label.trim().is_empty() {
            self.report(&span, "words");
        } else if label.trim() != label || label.contains('\n') {
            self.report(&span, "one line without spaces around it");
        } else if label.contains("](") {
            self.report(&span, "plain words; there is no markup in names and titles");
        }
        label
    }

    /// A name or title that may be left out.
    pub(super) fn optional_label(&mut self, text: Option<Str<'a>>) -> Option<&'a str> {
        text.map(|text| self.label(text))
    }

    /// Names or titles.
    pub(super) fn labels(&mut self, texts: Vec<Str<'a>>) -> Vec<&'a str> {
        texts.into_iter().map(|text| self.label(text)).collect()
    }

    /// A text in Markdown, not empty.
    pub(super) fn prose(&mut self, text: Str<'a>) -> Text<'a> {
        let span = text.span.clone();
        let source = self.keep(text);
        if source.trim().is_empty() {
            self.report(&span, "a text");
            return Text::default();
        }
        let markdown = Markdown::parse(self.desk.arena, source);
        for piece in &markdown.pieces {
            if let Piece::Heading(heading) = piece {
                let spot = self.spot_in(&span, source, heading.at);
                self.desk.report(spot, heading.words, "no heading in a field");
            }
        }
        for mistake in &markdown.mistakes {
            let spot = self.spot_in(&span, source, mistake.at);
            self.desk.report(spot, &mistake.found, mistake.expected);
        }
        for &(at, target) in &markdown.mentions {
            let spot = self.spot_in(&span, source, at);
            mention_target(self.desk, target, spot);
        }
        markdown.into_text()
    }

    /// A text of the story itself: what it states, it has a claim for.
    pub(super) fn cited_prose(&mut self, text: Str<'a>) -> Text<'a> {
        let spot = self.spot(&text.span);
        let text = self.prose(text);
        report_uncited(self.desk, &text, spot);
        text
    }

    /// A text that may be left out, but not empty.
    pub(super) fn optional_prose(&mut self, text: Option<Str<'a>>) -> Text<'a> {
        text.map_or_else(Text::default, |text| self.prose(text))
    }

    /// Texts, none empty.
    pub(super) fn proses(&mut self, texts: Vec<Str<'a>>) -> Vec<Text<'a>> {
        texts.into_iter().map(|text| self.prose(text)).collect()
    }

    /// The place of the byte at `at` of a string that was read from `span`.
    fn spot_in(&self, span: &Range<usize>, text: &str, at: usize) -> Spot {
        let start = self.spot(span);
        if let Some(spot) = self.desk.spot_of_slice(start, text) {
            return spot.after(at);
        }
        // Escapes were resolved, so bytes can't be counted, but lines can. A string that begins
        // with a line's end loses it.
        let raw = self.desk.written_at(self.origin, span);
        let begins_below = raw.starts_with("\"\"\"\n") || raw.starts_with("\"\"\"\r\n");
        let lines = text.get(..at).unwrap_or(text).matches('\n').count();
        match lines + usize::from(begins_below) {
            0 => start,
            below => self.desk.lines_below(start, below),
        }
    }

    /// A date.
    pub(super) fn date(&mut self, text: &Str<'a>) -> HistoricalDate {
        text.value.0.parse().unwrap_or_else(|error| {
            self.report(&text.span, format!("a date: {error}"));
            HistoricalDate::Unknown
        })
    }

    /// Reports a span with an end that certainly lies before its beginning.
    pub(super) fn check_order(
        &mut self,
        begin: HistoricalDate,
        end: HistoricalDate,
        end_span: &Range<usize>,
        begun: &str,
    ) {
        if certainly_before(end, begin) {
            self.report(end_span, format!("a date that is not before it was {begun} ({begin})"));
        }
    }

    /// A reference to something else in the story.
    pub(super) fn mention(&mut self, kind: Kind, text: Str<'a>) -> &'a str {
        let span = text.span.clone();
        let id = self.keep(text);
        if is_well_formed(id) {
            let spot = self.spot(&span);
            self.desk.names.mention(kind, id, spot);
        } else {
            self.report(&span, ID_FORM);
        }
        id
    }

    /// References, each once.
    pub(super) fn mentions(&mut self, kind: Kind, texts: Vec<Str<'a>>) -> Vec<&'a str> {
        let mut seen = BTreeSet::new();
        let mut ids = Vec::new();
        for text in texts {
            let span = text.span.clone();
            let id = self.mention(kind, text);
            if seen.insert(id) {
                ids.push(id);
            } else {
                self.report(&span, format!("each {kind} once"));
            }
        }
        ids
    }

    /// References to claims.
    pub(super) fn claims(&mut self, texts: Vec<Str<'a>>) -> Vec<ClaimId<'a>> {
        self.mentions(Kind::Claim, texts).into_iter().map(ClaimId).collect()
    }

    /// Reports a position that lies where no group may lie.
    pub(super) fn check_position(
        &mut self,
        latitude: &At<f64>,
        longitude: &At<f64>,
        bounds: &[Bounds<'_>],
    ) {
        let (north, east) = (latitude.value, longitude.value);
        let inside = if bounds.is_empty() {
            (-90.0..=90.0).contains(&north) && (-180.0..=180.0).contains(&east)
        } else {
            bounds.iter().any(|bounds| bounds.contains(north, east))
        };
        if inside {
            return;
        }
        let spot = self.spot(&latitude.span);
        let places: Vec<&str> = bounds.iter().map(|bounds| bounds.name).collect();
        let expected = if bounds.iter().any(|bounds| bounds.contains(east, north)) {
            "latitude and longitude the other way round".to_owned()
        } else if bounds.iter().any(|bounds| bounds.contains(north, -east)) {
            "a negative longitude, since it lies west of Greenwich".to_owned()
        } else if places.is_empty() {
            "a latitude from -90 to 90 and a longitude from -180 to 180".to_owned()
        } else {
            format!("a position within the [[bounds]] of story.toml ({})", places.join(", "))
        };
        self.desk.report(spot, &format!("{north}, {east}"), expected);
    }

    /// Whether a string is the address of a web page; reports it if not.
    pub(super) fn address(&mut self, text: Str<'a>) -> &'a str {
        let span = text.span.clone();
        let url = self.keep(text);
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let good = host.is_some_and(|host| {
            !host.is_empty() && !host.starts_with('/') && !url.contains(char::is_whitespace)
        });
        if !good {
            self.report(&span, "an address that begins with https:// or http://");
        }
        url
    }
}

/// Notes what a link in a text leads to.
pub(super) fn mention_target<'a>(desk: &mut Desk<'a>, target: Target<'a>, spot: Spot) {
    let (kind, id) = match target {
        Target::Claim(id) => (Kind::Claim, id.0),
        Target::Term(id) => (Kind::Term, id.0),
        Target::Person(id) => (Kind::Person, id.0),
        Target::Group(id) => (Kind::Group, id.0),
        Target::Event(id) => (Kind::Event, id.0),
        Target::Source(id) => (Kind::Source, id.0),
        Target::Chapter(id) => (Kind::Chapter, id.0),
        Target::Passage(address) => (Kind::Passage, &*desk.arena.alloc_str(&address.to_string())),
    };
    desk.names.mention(kind, id, spot);
}
