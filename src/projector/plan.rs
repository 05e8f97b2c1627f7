//! The steps of a show in their order: a chapter's poster, its passages part by part, the map in the
//! years that they speak of, its items, and the question to argue about; or the items of a paper.

use super::step::Step;
use crate::widgets::sorted_by;
use std::ops::Range;
use story::{Chapter, Passage};

/// Id that stands for the panel of a chapter that tells what happened elsewhere.
pub(super) const MEANWHILE: &str = "meanwhile";

/// The most letters that are read from the back of a room on one screen, in the type that they have.
pub(super) const LETTERS: usize = 500;

/// The steps of a show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// All of them, in order.
    pub(super) steps: Vec<Step>,
}

impl Plan {
    /// The steps of a chapter whose passages have so many parts, with items that ask about it.
    pub(super) fn of_chapter<'i>(
        chapter: &Chapter<'_>,
        years: Range<i16>,
        parts_of: impl Fn(&str) -> usize,
        items: impl Iterator<Item = &'i str>,
    ) -> Self {
        let mut steps = vec![Step::Opening];
        let ids = chapter.passages.iter().map(|passage| passage.id.0);
        for id in ids.chain(chapter.meanwhile.as_ref().map(|_| MEANWHILE)) {
            for part in 0..parts_of(id).max(1) {
                steps.push(Step::Passage { id: id.to_owned(), part });
            }
        }
        steps.extend(
            years_of(chapter).into_iter().filter(|year| years.contains(year)).map(Step::Year),
        );
        steps.extend(items.map(|id| Step::Item(id.to_owned())));
        steps.push(Step::Closing);
        Self { steps }
    }

    /// The steps of a paper.
    pub(super) fn of_paper<'i>(items: impl Iterator<Item = &'i str>) -> Self {
        let items = items.map(|id| Step::Item(id.to_owned()));
        Self { steps: std::iter::once(Step::Opening).chain(items).collect() }
    }

    /// The number of a step; of a year that is none, that of the last one before it.
    pub(super) fn position(&self, step: &Step) -> Option<usize> {
        self.steps.iter().position(|it| it == step).or_else(|| {
            let Step::Year(year) = step else { return None };
            let before = |it: &Step| matches!(it, Step::Year(other) if other < year);
            let first = |it: &Step| matches!(it, Step::Year(_));
            self.steps.iter().rposition(before).or_else(|| self.steps.iter().position(first))
        })
    }

    /// The step so many places on; the last or the first beyond those.
    pub(super) fn by(&self, step: &Step, places: isize) -> Option<&Step> {
        let at = self.position(step).unwrap_or(0);
        let last = self.steps.len().checked_sub(1)?;
        // From a year between two steps, back leads to the one before.
        let places = match self.steps.get(at) {
            Some(Step::Year(listed)) if *step != Step::Year(*listed) => match step {
                Step::Year(year) if year > listed => places + isize::from(places < 0),
                _ => places - isize::from(places > 0),
            },
            _ => places,
        };
        self.steps.get(at.saturating_add_signed(places).min(last))
    }

    /// The step itself; of a part that there is none of any more, the last part.
    pub(super) fn settled(&self, step: &Step) -> Option<Step> {
        if self.position(step).is_some() {
            return Some(step.clone());
        }
        let Step::Passage { id, .. } = step else { return None };
        let same = |it: &&Step| matches!(it, Step::Passage { id: other, .. } if other == id);
        self.steps.iter().rfind(same).cloned()
    }
}

/// The years that a chapter's passages speak of, each once.
fn years_of(chapter: &Chapter<'_>) -> Vec<i16> {
    let of_passage = |passage: &Passage<'_>| passage.when.representative_year();
    let mut years: Vec<i16> = chapter.passages.iter().filter_map(of_passage).collect();
    if years.is_empty() {
        years.extend(chapter.years.representative_year());
    }
    let mut years = sorted_by(years, |year| *year);
    years.dedup();
    years
}

/// Parts paragraphs of these lengths into as few screens as hold so many letters each, all as full
/// as each other as far as that goes. A paragraph that is longer has one to itself.
pub(super) fn parts(lengths: &[usize], most: usize) -> Vec<Range<usize>> {
    let wanted = filled(lengths, most).len();
    let longest = lengths.iter().copied().max().unwrap_or(0);
    // The lowest limit that needs no more screens.
    let (mut low, mut high) = (longest.min(most), most);
    while low < high {
        let middle = low.midpoint(high);
        if filled(lengths, middle).len() > wanted {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    filled(lengths, high)
}

fn filled(lengths: &[usize], most: usize) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut held = 0;
    for (at, length) in lengths.iter().enumerate() {
        match parts.last_mut() {
            Some(part) if held + length <= most => {
                part.end = at + 1;
                held += length;
            }
            _ => {
                parts.push(at..at + 1);
                held = *length;
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;
    use proptest::prelude::*;

    fn plans() -> Vec<Plan> {
        let years = story().first_year..story().last_year + 1;
        let plan = |chapter| {
            let of_chapter = story().questions.iter().filter(move |it| {
                let it: &&story::Question<'_> = it;
                let chapter: &Chapter<'_> = chapter;
                it.passage.chapter == chapter.id
            });
            Plan::of_chapter(
                chapter,
                years.clone(),
                |id| id.len() % 3,
                of_chapter.map(|it| it.id.0),
            )
        };
        story().chapters.iter().map(plan).collect()
    }

    #[test]
    fn a_show_has_every_passage_a_year_of_the_map_and_every_item() {
        for (plan, chapter) in plans().iter().zip(&story().chapters) {
            let has = |wanted: &dyn Fn(&Step) -> bool| plan.steps.iter().any(wanted);
            for passage in &chapter.passages {
                assert!(has(
                    &|it| matches!(it, Step::Passage { id, part: 0 } if *id == passage.id.0)
                ));
            }
            assert!(has(&|it| matches!(it, Step::Year(_))), "{}", chapter.id);
            let items = story().questions.iter().filter(|it| it.passage.chapter == chapter.id);
            let shown = plan.steps.iter().filter(|it| matches!(it, Step::Item(_)));
            assert_eq!(shown.count(), items.count());
            assert_eq!(plan.steps.first(), Some(&Step::Opening));
            assert_eq!(plan.steps.last(), Some(&Step::Closing));
        }
    }

    #[test]
    fn stepping_goes_through_all_and_comes_back() {
        for plan in plans() {
            let mut step = &plan.steps[0];
            for expected in &plan.steps[1..] {
                step = plan.by(step, 1).unwrap();
                assert_eq!(step, expected);
            }
            assert_eq!(plan.by(step, 1), Some(step), "beyond the last there is nothing");
            for expected in plan.steps.iter().rev().skip(1) {
                step = plan.by(step, -1).unwrap();
                assert_eq!(step, expected);
            }
            assert_eq!(plan.by(step, -1), Some(step));
        }
    }

    #[test]
    fn from_a_year_between_two_steps_each_leads_to_its_own_side() {
        let plan =
            Plan { steps: vec![Step::Opening, Step::Year(1964), Step::Year(1970), Step::Closing] };
        let by = |year, places| plan.by(&Step::Year(year), places).cloned().unwrap();
        assert_eq!((by(1966, -1), by(1966, 1)), (Step::Year(1964), Step::Year(1970)));
        assert_eq!((by(1980, -1), by(1980, 1)), (Step::Year(1970), Step::Closing));
        assert_eq!((by(1960, -1), by(1960, 1)), (Step::Opening, Step::Year(1964)));
        assert_eq!((by(1970, -1), by(1970, 1)), (Step::Year(1964), Step::Closing));
    }

    #[test]
    fn a_part_that_is_gone_gives_way_to_the_last_there_is() {
        let part = |part| Step::Passage { id: "a".to_owned(), part };
        let plan = Plan { steps: vec![Step::Opening, part(0), part(1), Step::Closing] };
        assert_eq!(plan.settled(&part(1)), Some(part(1)));
        assert_eq!(plan.settled(&part(4)), Some(part(1)));
        assert_eq!(plan.settled(&Step::Item("a".to_owned())), None);
        assert_eq!(Plan::default().by(&Step::Opening, 1), None);
    }

    proptest! {
        #[test]
        fn parts_hold_all_paragraphs_in_order_and_no_more_than_fits(
            lengths in prop::collection::vec(1_usize..700, 0..20),
        ) {
            let made = parts(&lengths, LETTERS);
            let all: Vec<usize> = made.iter().cloned().flatten().collect();
            prop_assert_eq!(all, (0..lengths.len()).collect::<Vec<_>>());
            for part in &made {
                let letters: usize = lengths[part.clone()].iter().sum();
                prop_assert!(part.len() == 1 || letters <= LETTERS);
            }
            prop_assert_eq!(made.len(), filled(&lengths, LETTERS).len());
        }
    }

    #[test]
    fn the_last_part_is_not_a_line_alone() {
        assert_eq!(parts(&[150, 150, 150, 40, 60], 500), [0..2, 2..5]);
    }
}
