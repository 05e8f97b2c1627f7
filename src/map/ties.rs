//! Ties between groups in a year: what lines show, and the same in words.

use super::state::MapState;
use crate::content::story;
use leptos::prelude::*;
use story::{Activity, Group, RelationKind, Story};

/// One group's tie to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    /// Whose it is.
    pub(super) from: &'static Group<'static>,
    /// Of what kind.
    pub(super) kind: RelationKind,
    /// To whom.
    pub(super) to: &'static Group<'static>,
}

/// The ties that the map shows: in its year, between groups that are chosen; none where lines are off.
pub(super) fn shown(state: MapState) -> Vec<Tie> {
    let (on, year) = (state.ties.get(), state.year.get());
    state.filter.with(|filter| {
        let mut ties = if on { ties_in(story(), year) } else { Vec::new() };
        ties.retain(|tie| filter.chooses(tie.from) && filter.chooses(tie.to));
        ties
    })
}

/// The ties between groups of which neither is still to be founded in a year.
pub(super) fn ties_in(story: &'static Story<'static>, year: i16) -> Vec<Tie> {
    let there = |group: &Group<'_>| group.activity(year) != Activity::NotYet;
    let mut ties = Vec::new();
    for from in &story.groups {
        for relation in &from.relations {
            let to = story.groups.get(relation.group.0);
            if let Some(to) = to.filter(|to| there(from) && there(to)) {
                ties.push(Tie { from, kind: relation.kind, to });
            }
        }
    }
    ties
}

/// Ties by their kind and by whom they lead to, in the order in which they first appear.
pub(super) fn together(ties: &[Tie]) -> Vec<Vec<Tie>> {
    let mut all: Vec<Vec<Tie>> = Vec::new();
    for tie in ties {
        let alike = |other: &&mut Vec<Tie>| {
            other.first().is_some_and(|it| it.kind == tie.kind && it.to.id == tie.to.id)
        };
        match all.iter_mut().find(alike) {
            Some(bundle) => bundle.push(*tie),
            None => all.push(vec![*tie]),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tie_is_shown_in_the_last_year() {
        let all: usize = story().groups.iter().map(|group| group.relations.len()).sum();
        let ties = ties_in(story(), story().last_year);
        assert_eq!(ties.len(), all);
        assert_eq!(together(&ties).iter().map(Vec::len).sum::<usize>(), all);
    }

    #[test]
    fn no_tie_leads_to_a_group_that_is_still_to_come() {
        for year in story().first_year..=story().last_year {
            for tie in ties_in(story(), year) {
                assert_ne!(tie.from.activity(year), Activity::NotYet);
                assert_ne!(tie.to.activity(year), Activity::NotYet);
            }
        }
    }

    #[test]
    fn ties_of_a_kind_to_one_group_stand_together() {
        let bundles = together(&ties_in(story(), story().last_year));
        let founders = bundles.iter().find(|it| it[0].kind == RelationKind::FounderOf).unwrap();
        assert!(founders.len() > 1);
        for (at, bundle) in bundles.iter().enumerate() {
            let (kind, to) = (bundle[0].kind, bundle[0].to.id);
            assert!(bundles[at + 1..].iter().all(|it| (it[0].kind, it[0].to.id) != (kind, to)));
        }
    }
}
