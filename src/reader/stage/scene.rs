//! What the stage shows and offers: years, groups and passages, found from one another.

use crate::widgets::sorted_by;
use story::{Activity, Chapter, Group, Passage, Story};

/// A passage, and the chapter that it stands in.
pub(super) type Place = (&'static Chapter<'static>, &'static Passage<'static>);

/// The passage at an address (`chapter/passage`).
pub(super) fn passage(
    story: &'static Story<'static>,
    address: &str,
) -> Option<&'static Passage<'static>> {
    let (chapter, passage) = address.split_once('/')?;
    story.chapters.get(chapter)?.passages.get(passage)
}

/// The first and the last year that a passage speaks of, within those of the story.
pub(super) fn years(story: &Story<'_>, passage: &Passage<'_>) -> Option<(i16, i16)> {
    let years = passage.when.years();
    let earliest = years.earliest.max(story.first_year);
    let latest = years.latest.min(story.last_year);
    (earliest <= latest).then_some((earliest, latest))
}

/// The years that a passage speaks of, also those before or after the story's time strip.
pub(super) fn all_years(passage: &Passage<'_>) -> Option<(i16, i16)> {
    let years = passage.when.years();
    let open = years.earliest == i16::MIN || years.latest == i16::MAX;
    if open {
        return passage.when.representative_year().map(|year| (year, year));
    }
    Some((years.earliest, years.latest))
}

/// The groups that a passage speaks of.
pub(super) fn groups_of(
    story: &'static Story<'static>,
    passage: &Passage<'_>,
) -> Vec<&'static Group<'static>> {
    passage.groups.iter().filter_map(|id| story.groups.get(id.0)).collect()
}

/// The groups that were at work in a year, or may have been.
pub(super) fn groups_in(story: &'static Story<'static>, year: i16) -> Vec<&'static Group<'static>> {
    let at_work =
        |group: &&Group<'_>| matches!(group.activity(year), Activity::Active | Activity::Perhaps);
    story.groups.iter().filter(at_work).collect()
}

/// The passages that speak of a year; those that speak of few years come first.
pub(super) fn passages_on(story: &'static Story<'static>, year: i16) -> Vec<Place> {
    let found = places(story, &|passage| {
        years(story, passage).is_some_and(|(first, last)| (first..=last).contains(&year))
    });
    sorted_by(found, |(_, passage)| {
        years(story, passage).map_or(i16::MAX, |(first, last)| last - first)
    })
}

/// The passages that speak of a group, in the order of the story.
pub(super) fn passages_with(story: &'static Story<'static>, group: &str) -> Vec<Place> {
    places(story, &|passage| passage.groups.iter().any(|id| id.0 == group))
}

fn places(story: &'static Story<'static>, wanted: &dyn Fn(&Passage<'_>) -> bool) -> Vec<Place> {
    let mut found = Vec::new();
    for chapter in &story.chapters {
        for passage in &chapter.passages {
            if wanted(passage) {
                found.push((chapter, passage));
            }
        }
    }
    found
}

/// Years as they are written large: `1963`, or `1963–1971`.
pub(super) fn written((first, last): (i16, i16)) -> String {
    let mut out = first.to_string();
    if last > first {
        out.push('\u{2013}');
        out.push_str(&last.to_string());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;

    #[test]
    fn every_passage_is_offered_for_each_of_its_years_and_groups() {
        for (chapter, told) in places(story(), &|_| true) {
            let address = format!("{}/{}", chapter.id, told.id);
            assert_eq!(passage(story(), &address).unwrap().id, told.id);
            let here = |found: Vec<Place>| found.iter().any(|(_, it)| std::ptr::eq(*it, told));
            if let Some((first, last)) = years(story(), told) {
                assert!((first..=last).all(|year| here(passages_on(story(), year))));
            }
            for group in groups_of(story(), told) {
                assert!(here(passages_with(story(), group.id.0)), "{}", group.id);
            }
        }
    }

    #[test]
    fn passages_on_few_years_come_first() {
        for year in story().first_year..=story().last_year {
            let spans: Vec<i16> = passages_on(story(), year)
                .iter()
                .filter_map(|(_, passage)| years(story(), passage))
                .map(|(first, last)| last - first)
                .collect();
            assert!(spans.is_sorted(), "{year}");
        }
    }

    #[test]
    fn a_group_that_is_not_yet_there_is_not_shown() {
        for year in story().first_year..=story().last_year {
            for group in groups_in(story(), year) {
                assert_ne!(group.activity(year), Activity::NotYet);
            }
        }
    }

    #[test]
    fn nothing_stands_at_an_address_that_leads_nowhere() {
        assert!(passage(story(), "nowhere").is_none() && passage(story(), "a/b").is_none());
        assert!(passages_with(story(), "nobody").is_empty());
    }

    #[test]
    fn one_year_is_written_once() {
        assert_eq!(written((1963, 1963)), "1963");
        assert_eq!(written((1963, 1971)), "1963–1971");
    }
}
