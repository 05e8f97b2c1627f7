//! What the map shows, which its address says: `#/map/ccsa?year=1974&kind=student&view=250,100,200`.

use super::filter::Filter;
use super::frames::Frames;
use super::table::{Order, USUAL};
use super::viewport::Viewport;
use crate::content::story;
use crate::route::{List, Route, View};
use crate::shell::events::effect;
use crate::shell::{Focus, Navigation};
use leptos::prelude::*;
use std::time::Duration;

/// What the map shows.
#[derive(Clone, Copy)]
pub(crate) struct MapState {
    /// The year, which other views look at too.
    pub(super) year: RwSignal<i16>,
    /// Which groups.
    pub(super) filter: RwSignal<Filter>,
    /// Whether lines between groups are drawn.
    pub(super) ties: RwSignal<bool>,
    /// Which part of the map.
    pub(super) viewport: RwSignal<Viewport>,
    /// The place whose nearest groups are sought, as the reader wrote it.
    pub(super) near: RwSignal<String>,
    /// In what order the table has them.
    pub(super) order: RwSignal<Order>,
    /// Whether the years go by.
    pub(super) plays: RwSignal<bool>,
    /// In which its signs and rows take turns.
    pub(super) frames: StoredValue<Frames, LocalStorage>,
    navigation: Navigation,
    /// Whether the address says it.
    in_address: bool,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl MapState {
    /// The state that the address says, and follows from now on.
    pub(super) fn of_address(navigation: Navigation, focus: Focus) -> Self {
        let state = Self::new(navigation, focus.year, true);
        effect(move || {
            navigation.route.with(|route| {
                if matches!(route.view, View::List(List::Map, _)) {
                    state.take_up(route);
                } else {
                    state.plays.set(false);
                }
            });
        });
        state
    }

    /// A state of its own, of which no address tells.
    pub(crate) fn alone(navigation: Navigation, year: i16) -> Self {
        Self::new(navigation, RwSignal::new(year), false)
    }

    fn new(navigation: Navigation, year: RwSignal<i16>, in_address: bool) -> Self {
        Self {
            year,
            filter: RwSignal::new(Filter::default()),
            ties: RwSignal::new(false),
            viewport: RwSignal::new(Viewport::WHOLE),
            near: RwSignal::new(String::new()),
            order: RwSignal::new(USUAL),
            plays: RwSignal::new(false),
            frames: StoredValue::new_local(Frames::default()),
            navigation,
            in_address,
            timer: StoredValue::new(None),
        }
    }

    /// Whether the address names a year.
    pub(super) fn address_has_year(self) -> bool {
        let has = |route: &Route| route.query_value("year").is_some();
        self.in_address && self.navigation.route.with_untracked(has)
    }

    fn take_up(self, route: &Route) {
        let year = route.query_value("year").and_then(|year| year.parse::<i16>().ok());
        if let Some(year) = year {
            update(self.year, within_story(year));
        }
        update(self.filter, Filter::of(route));
        update(self.ties, route.query_value("ties").is_some());
        update(self.near, route.query_value("near").unwrap_or_default().to_owned());
        // The address is less exact than what it was written from.
        let view = Viewport::read(route.query_value("view").unwrap_or_default());
        if self.viewport.with_untracked(|now| now.written() != view.written()) {
            self.viewport.set(view);
        }
    }

    /// Writes the state into the address, without a step in the history.
    pub(super) fn note(self) {
        let mut route = self.navigation.route.get_untracked();
        if !self.in_address || !matches!(route.view, View::List(List::Map, _)) {
            return;
        }
        route.query = vec![("year".to_owned(), self.year.get_untracked().to_string())];
        self.filter.with_untracked(|filter| filter.write(&mut route.query));
        let ties = if self.ties.get_untracked() { "1" } else { "" };
        for (name, value) in [
            ("ties", ties.to_owned()),
            ("near", self.near.get_untracked()),
            ("view", self.viewport.get_untracked().written()),
        ] {
            if !value.is_empty() {
                route.query.push((name.to_owned(), value));
            }
        }
        if self.navigation.route.with_untracked(|now| *now != route) {
            self.navigation.replace(route);
        }
    }

    /// Does so when the reader has paused: browsers allow only so many changes of an address.
    pub(super) fn note_soon(self) {
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            let pause = Duration::from_millis(300);
            let note = move || {
                self.timer.update_value(|timer| *timer = None);
                self.note();
            };
            *timer = set_timeout_with_handle(note, pause).ok();
        });
    }

    /// Goes by so many years, within those of the story.
    pub(super) fn step(self, by: i16) {
        self.year.set(within_story(self.year.get_untracked() + by));
    }

    /// Shows a year, within those of the story.
    pub(crate) fn show_year(self, year: i16) {
        update(self.year, within_story(year));
    }

    /// Goes to a group, or to the map without one, keeping the state in the address.
    pub(super) fn open(self, group: Option<&str>) {
        // What waits to be noted would be lost.
        let waits = self.timer.try_update_value(Option::take).flatten();
        if let Some(timer) = waits {
            timer.clear();
            self.note();
        }
        let mut route = self.navigation.route.get_untracked();
        route.view = View::List(List::Map, group.map(str::to_owned));
        self.navigation.go(route);
    }

    /// Says something to screen readers.
    pub(super) fn announce(self, words: String) {
        self.navigation.announce(words);
    }
}

/// The nearest year of the story.
pub(super) fn within_story(year: i16) -> i16 {
    year.clamp(story().first_year, story().last_year)
}

/// Sets a signal where that changes anything.
fn update<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
    }
}
