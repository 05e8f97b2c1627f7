//! Where the story speaks of something.

use crate::content::story;
use crate::widgets::address_of;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use story::{Chapter, Passage, Target};

/// A chapter, and the passage of it; none for the panel at its end.
pub(crate) type Place = (&'static Chapter<'static>, Option<&'static Passage<'static>>);

/// Places by the path of what they speak of. Only the host has the texts to make it from.
static PLACES: LazyLock<BTreeMap<String, Vec<Place>>> = LazyLock::new(places);

/// The passages and panels that speak of something, in reading order: those whose text refers to
/// it, full or easy, and those that say that a group or a person belongs to them.
pub(crate) fn places_of(target: Target<'_>) -> &'static [Place] {
    PLACES.get(&address_of(target).path()).map_or(&[], Vec::as_slice)
}

/// The address of a place, and its heading.
pub(crate) fn address_and_heading((chapter, passage): Place) -> (String, &'static str) {
    match passage {
        Some(passage) => (format!("#/read/{}/{}", chapter.id, passage.id), passage.heading),
        None => {
            let panel = chapter.meanwhile.as_ref().map_or(chapter.title, |panel| panel.title);
            (format!("#/read/{}", chapter.id), panel)
        }
    }
}

fn places() -> BTreeMap<String, Vec<Place>> {
    let mut places: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for chapter in &story().chapters {
        let passages = chapter.passages.iter().map(|it| (Some(it), [&it.full, &it.easy]));
        let panel = chapter.meanwhile.iter().map(|it| (None, [&it.full, &it.easy]));
        for (passage, texts) in passages.chain(panel) {
            let told = texts.into_iter().flat_map(|text| text.targets());
            let groups = passage.into_iter().flat_map(|it| &it.groups).copied().map(Target::Group);
            let people = passage.into_iter().flat_map(|it| &it.people).copied().map(Target::Person);
            for target in told.chain(groups).chain(people) {
                let known = places.entry(address_of(target).path()).or_default();
                // A passage that speaks of a thing twice comes twice in a row.
                if known.last() != Some(&(chapter, passage)) {
                    known.push((chapter, passage));
                }
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_passage_or_panel_speaks_of_knows_it_once() {
        for chapter in &story().chapters {
            for passage in &chapter.passages {
                let groups = passage.groups.iter().copied().map(Target::Group);
                for target in passage.full.targets().into_iter().chain(groups) {
                    let here = places_of(target)
                        .iter()
                        .filter(|(_, other)| other.is_some_and(|it| std::ptr::eq(it, passage)));
                    assert_eq!(here.count(), 1, "{target:?} in {}", passage.id);
                }
            }
            for panel in chapter.meanwhile.iter() {
                for target in panel.easy.targets() {
                    assert!(places_of(target).contains(&(chapter, None)), "{target:?}");
                }
            }
        }
    }

    #[test]
    fn what_nothing_speaks_of_stands_nowhere() {
        assert!(places_of(Target::Term(story::TermId("no-such-term"))).is_empty());
    }
}
