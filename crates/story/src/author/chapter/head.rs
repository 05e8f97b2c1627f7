//! The head of a chapter, between two lines of `+++`.

use crate::author::desk::{Desk, Spot};
use crate::author::raw::RawChapter;
use crate::author::reading::Reading;
use crate::author::toml_file::{parse, read_table};
use crate::{HistoricalDate, Meanwhile, Poster};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// The line before and after the head.
pub(super) const FENCE: &str = "+++";

/// What the head of a chapter says.
pub(super) struct ChapterHead<'a> {
    pub(super) title: &'a str,
    pub(super) kicker: &'a str,
    pub(super) question: &'a str,
    pub(super) closing: &'a str,
    pub(super) years: HistoricalDate,
    pub(super) years_spot: Spot,
    pub(super) poster: Poster<'a>,
    pub(super) meanwhile: Option<Meanwhile<'a>>,
}

/// Where the head lies and where the text after it begins; none where there is no head.
pub(super) fn split_head(text: &str) -> Option<(Range<usize>, usize)> {
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let fence = line.trim_end() == FENCE;
        match start {
            None if fence => start = Some(at + line.len()),
            None => return None,
            Some(start) if fence => return Some((start..at, at + line.len())),
            Some(_) => {}
        }
        at += line.len();
    }
    None
}

pub(super) fn read_head<'a>(
    desk: &mut Desk<'a>,
    origin: Spot,
    text: &'a str,
) -> Option<ChapterHead<'a>> {
    let table = parse(desk, origin, text)?;
    let value = Spanned::new(0..0, DeValue::Table(table));
    let raw: RawChapter<'a> = read_table(desk, origin, "the head of a chapter", value)?;
    let mut reading = Reading::new(desk, origin);
    let r = &mut reading;
    if raw.poster.lines.value.is_empty() {
        r.report(&raw.poster.lines.span, "the words on the poster, a line each");
    }
    if raw.poster.alt.value.0.trim().is_empty() {
        r.report(&raw.poster.alt.span, "what the poster shows, for those who do not see it");
    }
    Some(ChapterHead {
        title: r.label(raw.title),
        kicker: r.label(raw.kicker),
        question: r.label(raw.question),
        closing: r.label(raw.closing),
        years: r.date(&raw.years),
        years_spot: r.spot(&raw.years.span),
        poster: Poster {
            lines: r.labels(raw.poster.lines.value),
            art: r.label(raw.poster.art),
            alt: r.keep(raw.poster.alt),
        },
        meanwhile: raw.meanwhile.map(|raw| Meanwhile {
            title: r.label(raw.title),
            full: r.cited_prose(raw.full),
            easy: r.cited_prose(raw.easy),
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_lies_between_fences() {
        let text = "+++\na = 1\n+++\nText";
        let (head, body) = split_head(text).unwrap();
        assert_eq!((&text[head], &text[body..]), ("a = 1\n", "Text"));
        let windows = "+++\r\na = 1\r\n+++\r\nText";
        let (head, body) = split_head(windows).unwrap();
        assert_eq!((&windows[head], &windows[body..]), ("a = 1\r\n", "Text"));
        assert_eq!(split_head("Text"), None);
        assert_eq!(split_head("+++\nno end"), None);
        assert_eq!(split_head(""), None);
    }
}
