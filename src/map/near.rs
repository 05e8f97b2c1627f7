//! The groups nearest to a town or a state that the reader names. Nobody is asked where they are.

use crate::content::{PLACES, STATES};
use crate::widgets::sorted_by;
use geo::distance::{Direction, between};
use story::{Group, Story};

/// Kilometres in a mile.
const MILE: f64 = 1.609_344;

/// A place that groups can be near to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    /// Its name: "Cleveland, OH", "Ohio".
    pub(super) name: String,
    /// Where it lies.
    at: Direction,
}

/// A group, and how far it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    /// The group.
    pub(super) group: &'static Group<'static>,
    /// How far, in miles.
    pub(super) miles: u32,
    /// How far, in kilometres.
    pub(super) kilometres: u32,
}

/// All places that can be named: the towns of groups, then the states.
pub(super) fn places(story: &Story<'_>) -> Vec<Named> {
    let mut places: Vec<Named> = Vec::new();
    for (group, at) in story.groups.iter().zip(PLACES) {
        let name = [group.city, ", ", group.region].concat();
        if !places.iter().any(|place| place.name == name) {
            places.push(Named { name, at: *at });
        }
    }
    let mut places = sorted_by(places, |place| place.name.clone());
    let states = STATES.iter().map(|(_, name, at)| Named { name: (*name).to_owned(), at: *at });
    places.extend(states);
    places
}

/// The place that was meant: by its name, its beginning, or a state's postal code.
pub(super) fn meant(story: &Story<'_>, said: &str) -> Option<Named> {
    let said = said.trim().to_ascii_lowercase();
    if said.is_empty() {
        return None;
    }
    let code = STATES.iter().find(|(code, _, _)| code.to_ascii_lowercase() == said);
    let said = code.map_or(said, |(_, name, _)| name.to_ascii_lowercase());
    let places = places(story);
    let named = |fits: &dyn Fn(&str) -> bool| {
        places.iter().find(|place| fits(&place.name.to_ascii_lowercase())).cloned()
    };
    // "Washington" is a town before it is a state, and each can be told from the other by more letters.
    named(&|name| name == said)
        .filter(|_| code.is_some())
        .or_else(|| named(&|name| name.split(',').next() == Some(said.as_str())))
        .or_else(|| named(&|name| name.starts_with(&said)))
}

/// Groups by their distance from a place, the nearest first.
pub(super) fn nearest(story: &'static Story<'static>, place: &Named) -> Vec<Near> {
    let all = story.groups.iter().zip(PLACES).map(|(group, at)| {
        let far = between(place.at, *at);
        let whole = |distance: f64| (distance + 0.5) as u32;
        Near { group, miles: whole(far / MILE), kilometres: whole(far) }
    });
    sorted_by(all, |near| near.kilometres)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;
    use proptest::prelude::*;

    #[test]
    fn a_place_is_known_by_its_name_its_beginning_and_its_code() {
        let name = |said: &str| meant(story(), said).map(|place| place.name);
        assert_eq!(name("cleveland").as_deref(), Some("Cleveland, OH"));
        assert_eq!(name(" Cleve ").as_deref(), Some("Cleveland, OH"));
        assert_eq!(name("OH").as_deref(), Some("Ohio"));
        assert_eq!(name("wa").as_deref(), Some("Washington"));
        assert_eq!(name("Washington").as_deref(), Some("Washington, DC"));
        assert_eq!(name("Alaska").as_deref(), Some("Alaska"));
        assert_eq!(name("Atlantis"), None);
        assert_eq!(name("  "), None);
    }

    #[test]
    fn every_town_has_its_own_groups_first() {
        for group in &story().groups {
            let town = [group.city, ", ", group.region].concat();
            let place = meant(story(), &town).unwrap();
            let near = nearest(story(), &place);
            assert_eq!(near.len(), story().groups.len());
            let own = near.iter().find(|it| it.group.id == group.id).unwrap();
            // Groups of one town stand a little apart on the map, and a town may be a part of another.
            assert!(own.kilometres <= 20, "{town}: {}", own.kilometres);
        }
    }

    #[test]
    fn distances_grow_and_miles_are_kilometres() {
        let near = nearest(story(), &meant(story(), "New York, NY").unwrap());
        assert!(near.is_sorted_by_key(|it| it.kilometres));
        for it in &near {
            assert!((f64::from(it.miles) * MILE - f64::from(it.kilometres)).abs() <= 1.5);
        }
    }

    #[test]
    fn the_states_lie_where_they_are() {
        let at = |code: &str| STATES.iter().find(|it| it.0 == code).unwrap().2;
        for (code, lat, lon) in
            [("OH", 40.4, -82.7), ("AK", 64.0, -152.0), ("HI", 20.0, -156.0), ("FL", 28.0, -82.0)]
        {
            let far = between(at(code), geo::distance::direction(lat, lon));
            assert!(far < 400.0, "{code} is {far} km off");
        }
        assert_eq!(STATES.len(), 51);
    }

    proptest! {
        #[test]
        fn whatever_is_said_is_answered(said in "\\PC{0,20}") {
            let _ = meant(story(), &said);
        }
    }
}
