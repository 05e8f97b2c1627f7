//! Which events are chosen, as an address says it: `#/timeline?theme=law&place=cleveland-oh`.

use crate::route::{List, Route, View};

/// A theme and a place, each empty where any will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// Id of the theme.
    pub(super) theme: String,
    /// The place, as [`slug`] writes it.
    pub(super) place: String,
}

impl Filter {
    /// The choice that an address names.
    pub(super) fn of(route: &Route) -> Self {
        let value = |name| route.query_value(name).unwrap_or_default().to_owned();
        Self { theme: value("theme"), place: value("place") }
    }

    /// The address of the choice.
    pub(super) fn route(&self) -> Route {
        let mut route = Route::from(View::List(List::Timeline, None));
        for (name, value) in [("theme", &self.theme), ("place", &self.place)] {
            if !value.is_empty() {
                route.query.push((name.to_owned(), value.clone()));
            }
        }
        route
    }

    /// Whether an event is chosen that has these themes, parted by spaces, and this place.
    pub(super) fn chooses(&self, themes: &str, place: &str) -> bool {
        (self.theme.is_empty() || themes.split(' ').any(|theme| theme == self.theme))
            && (self.place.is_empty() || lies_in(place, &self.place))
    }
}

/// Whether a place is another or lies in it: a town is written with its country behind it. Both as
/// [`slug`] writes them.
pub(super) fn lies_in(place: &str, whole: &str) -> bool {
    place.strip_suffix(whole).is_some_and(|rest| rest.is_empty() || rest.ends_with('-'))
}

/// A name as an address can hold it: letters and digits, parted by hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_alphanumeric() {
            slug.extend(letter.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;
    use proptest::prelude::*;

    #[test]
    fn names_become_parts_of_addresses() {
        assert_eq!(slug("New York, NY"), "new-york-ny");
        assert_eq!(slug(" St. Paul  (MN) "), "st-paul-mn");
        assert_eq!(slug("Kyïv"), "kyïv");
        assert_eq!(slug("…"), "");
    }

    #[test]
    fn a_country_has_its_towns_and_no_others() {
        assert!(lies_in("moscow-soviet-union", "soviet-union"));
        assert!(lies_in("soviet-union", "soviet-union"));
        assert!(!lies_in("soviet-union", "moscow-soviet-union"));
        assert!(!lies_in("new-york-ny", "york"));
        assert!(!lies_in("grandcleveland", "cleveland"));
    }

    #[test]
    fn theme_and_place_both_have_to_fit() {
        let filter = |theme: &str, place: &str| Filter { theme: theme.into(), place: place.into() };
        assert!(filter("", "").chooses("", ""));
        assert!(filter("law", "").chooses("protest law", "brussels-belgium"));
        assert!(!filter("law", "").chooses("lawless", ""));
        assert!(filter("law", "belgium").chooses("law", "brussels-belgium"));
        assert!(!filter("law", "belgium").chooses("law", ""));
        assert!(!filter("law", "belgium").chooses("protest", "brussels-belgium"));
    }

    #[test]
    fn every_event_is_chosen_by_its_own_themes_and_place() {
        for event in &story().events {
            let themes: Vec<_> = event.themes.iter().map(|theme| theme.0).collect();
            let place = event.place.map(|it| slug(it.name)).unwrap_or_default();
            for theme in &themes {
                let filter = Filter { theme: (*theme).to_owned(), place: place.clone() };
                assert!(filter.chooses(&themes.join(" "), &place), "{}", event.id);
            }
        }
    }

    proptest! {
        #[test]
        fn a_choice_is_read_from_its_address_again(theme in "[a-z-]{0,9}", place in "\\PC{0,12}") {
            let filter = Filter { theme, place: slug(&place) };
            let read = Route::parse(&filter.route().hash(), story()).unwrap();
            prop_assert_eq!(Filter::of(&read), filter);
        }

        #[test]
        fn whatever_lies_in_a_place_is_chosen_by_it(town in "\\PC{1,12}", country in "[A-Z][a-z]{2,8}") {
            let place = slug(&format!("{town}, {country}"));
            prop_assert!(lies_in(&place, &slug(&country)));
        }
    }
}
