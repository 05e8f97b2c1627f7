//! Which groups are chosen, as an address says it: `#/map?kind=student&state=NY`.

use crate::route::Route;
use story::{Group, GroupKind, RelationKind};

/// A choice of groups; what is not said lets every group through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// Of this kind.
    pub(super) kind: Option<GroupKind>,
    /// In the state with this postal code; empty for any.
    pub(super) region: String,
    /// That helped to found another group.
    pub(super) founders: bool,
    /// To which people of the story belonged.
    pub(super) people: bool,
}

impl Filter {
    /// The choice that an address names.
    pub(super) fn of(route: &Route) -> Self {
        let kind = route.query_value("kind");
        Self {
            kind: GroupKind::ALL.into_iter().find(|it| Some(it.slug()) == kind),
            region: route.query_value("state").unwrap_or_default().to_owned(),
            founders: route.query_value("founders").is_some(),
            people: route.query_value("people").is_some(),
        }
    }

    /// Adds the choice to what stands behind the `?` of an address.
    pub(super) fn write(&self, query: &mut Vec<(String, String)>) {
        let kind = self.kind.map(GroupKind::slug).unwrap_or_default();
        let flag = |on: bool| if on { "1" } else { "" };
        for (name, value) in [
            ("kind", kind),
            ("state", self.region.as_str()),
            ("founders", flag(self.founders)),
            ("people", flag(self.people)),
        ] {
            if !value.is_empty() {
                query.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    /// Whether a group is chosen.
    pub(super) fn chooses(&self, group: &Group<'_>) -> bool {
        let founder = || group.relations.iter().any(|it| it.kind == RelationKind::FounderOf);
        self.kind.is_none_or(|kind| group.kind == kind)
            && (self.region.is_empty() || group.region == self.region)
            && (!self.founders || founder())
            && (!self.people || !group.people.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;
    use crate::route::{List, View};
    use proptest::prelude::*;

    fn any_filter() -> impl Strategy<Value = Filter> {
        let kind = prop::option::of(prop::sample::select(GroupKind::ALL.to_vec()));
        (kind, "[A-Z]{0,2}", any::<bool>(), any::<bool>())
            .prop_map(|(kind, region, founders, people)| Filter { kind, region, founders, people })
    }

    proptest! {
        #[test]
        fn a_choice_is_read_from_its_address_again(filter in any_filter()) {
            let mut route = Route::from(View::List(List::Map, None));
            filter.write(&mut route.query);
            let read = Route::parse(&route.hash(), story()).unwrap();
            prop_assert_eq!(Filter::of(&read), filter);
        }

        #[test]
        fn a_narrower_choice_has_no_other_groups(filter in any_filter()) {
            let wider = Filter { kind: None, founders: false, ..filter.clone() };
            for group in &story().groups {
                prop_assert!(!filter.chooses(group) || wider.chooses(group), "{}", group.id);
            }
        }
    }

    #[test]
    fn nothing_said_chooses_every_group() {
        assert!(story().groups.iter().all(|group| Filter::default().chooses(group)));
    }

    #[test]
    fn every_group_is_chosen_by_what_it_is() {
        for group in &story().groups {
            let filter = Filter {
                kind: Some(group.kind),
                region: group.region.to_owned(),
                founders: group.relations.iter().any(|it| it.kind == RelationKind::FounderOf),
                people: !group.people.is_empty(),
            };
            assert!(filter.chooses(group), "{}", group.id);
        }
        let founders = Filter { founders: true, ..Filter::default() };
        let chosen = story().groups.iter().filter(|group| founders.chooses(group)).count();
        assert!(chosen > 0 && chosen < story().groups.len());
    }
}
