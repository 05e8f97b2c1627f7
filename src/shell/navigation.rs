//! Moving between addresses: history, focus, scroll, title, announcement.

use super::document;
use super::events::{is_for_browser, next_frame, on_window};
use crate::content::story;
use crate::i18n::{messages, of_notes, of_projector, of_search, of_settings};
use crate::route::{List, Route, View};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Where the reader is, and the ways to go elsewhere.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The address shown.
    pub route: RwSignal<Route>,
    /// Said by screen readers when it changes.
    pub announcement: RwSignal<String>,
    /// Whether the reader has gone anywhere since the page was loaded.
    moved: StoredValue<bool>,
}

/// What the views look at together.
#[derive(Clone, Copy)]
pub struct Focus {
    /// The year.
    pub year: RwSignal<i16>,
    /// The passage in view, as `chapter/passage`.
    pub passage: RwSignal<Option<String>>,
}

impl Focus {
    /// The focus in the context of the current owner: a middle year, in which most is to be seen.
    pub fn provide() -> Self {
        let year = (story().first_year + story().last_year) / 2;
        let focus = Self { year: RwSignal::new(year), passage: RwSignal::new(None) };
        provide_context(focus);
        focus
    }
}

impl Navigation {
    /// The navigation in the context of the current owner, at the front page.
    pub fn provide() -> Self {
        let navigation = Self {
            route: RwSignal::new(View::Home.into()),
            announcement: RwSignal::new(String::new()),
            moved: StoredValue::new(false),
        };
        provide_context(navigation);
        navigation
    }

    /// Takes up the browser's address and follows it from now on.
    pub fn start(self) {
        if let Some(route) = current_route() {
            self.show(&route);
            self.route.set(route);
        }
        on_window("hashchange", move |_| self.follow_browser());
        on_window("popstate", move |_| self.follow_browser());
        on_window("click", move |event| {
            if let Some(event) = event.dyn_ref::<web_sys::MouseEvent>() {
                self.follow_link(event);
            }
        });
        // Evidence comes after the story; whoever asked for it before is led to it now.
        on_window("otg:evidence", move |_| {
            let asked = self.route.get_untracked();
            let route = document::settled(asked.clone());
            if route != asked {
                self.show(&route);
                self.route.set(route.clone());
            }
            if matches!(&route.view, View::List(list, Some(_)) if list.is_evidence()) {
                document::set_title(&title_of(&route));
                if self.has_moved() {
                    document::focus_target(&route.view);
                } else if window().scroll_y().unwrap_or(0.0) < 1.0 {
                    // A page that was loaded again is scrolled already to where it was.
                    document::show_target(&route.view);
                }
            }
        });
    }

    /// Goes to an address as if a link to it had been followed.
    pub fn go(self, route: Route) {
        let hash = route.hash();
        let pushed = window()
            .history()
            .is_ok_and(|it| it.push_state_with_url(&JsValue::NULL, "", Some(&hash)).is_ok());
        if !pushed {
            // The browser then calls `follow_browser`.
            let _ = window().location().set_hash(&hash);
            return;
        }
        self.arrive(route, Arrival::Link);
    }

    /// Notes state of the view in the address without leaving a step in the history.
    pub fn replace(self, route: Route) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.hash()));
        }
        self.route.set(route);
    }

    /// Notes one value of the state of the view in the address; an empty one goes.
    pub fn set_query(self, name: &str, value: &str) {
        let mut route = self.route.get_untracked();
        route.query.retain(|(other, _)| other != name);
        if !value.is_empty() {
            route.query.push((name.to_owned(), value.to_owned()));
        }
        self.replace(route);
    }

    /// Whether the reader has gone anywhere since the page was loaded. Until then nothing may take
    /// the focus: the reader may have put it somewhere while the app was loading.
    pub fn has_moved(self) -> bool {
        self.moved.get_value()
    }

    /// Says something to screen readers.
    pub fn announce(self, words: String) {
        self.announcement.set(words);
    }

    /// The address changed by itself: back, forward, or typed.
    fn follow_browser(self) {
        let Some(route) = current_route() else { return };
        if self.route.with_untracked(|now| *now != route) {
            self.arrive(route, Arrival::History);
        }
    }

    /// Follows links to our own addresses without the browser's jump, which would find the target
    /// still hidden.
    fn follow_link(self, event: &web_sys::MouseEvent) {
        if is_for_browser(event) || event.default_prevented() {
            return;
        }
        let Some(link) = link_of(event) else { return };
        if link.get_attribute("href").as_deref() == Some("#main") {
            event.prevent_default();
            document::focus_main();
        } else if let Some(route) = document::route_of(&link) {
            event.prevent_default();
            self.go(route);
        }
    }

    fn arrive(self, route: Route, arrival: Arrival) {
        self.moved.set_value(true);
        let same_page = self.route.with_untracked(|before| before.view.page() == route.view.page());
        self.show(&route);
        self.route.set(route.clone());
        self.announcement.set(title_of(&route));
        // An address that was typed has not been scrolled yet, and leads to what it names.
        let goes_back = !same_page && matches!(arrival, Arrival::History) && document::goes_back();
        match &route.view {
            // The map and the quiz place the focus themselves while the reader stays in them.
            View::List(List::Map, _) | View::Quiz(_) if same_page => {}
            view if goes_back => document::focus_page(view),
            // The map opens the group beside it, where there is a map.
            View::List(List::Map, Some(_)) => document::scroll_to(0.0),
            _ => {
                document::focus_target(&route.view);
                if matches!(arrival, Arrival::History) {
                    // For an address that was typed the browser then takes the focus away, when it
                    // paints; so it is given again after that.
                    let view = route.view;
                    next_frame(move || {
                        next_frame(move || document::focus_target(&view));
                    });
                }
            }
        }
    }

    /// Brings the page into view that a route belongs to.
    fn show(self, route: &Route) {
        document::set_page(&route.view.page());
        document::set_title(&title_of(route));
        document::mark_current(&route.view.page());
        document::announce_page();
    }
}

/// How the reader came to an address.
#[derive(Clone, Copy)]
enum Arrival {
    /// By a link: what it leads to is to be read now.
    Link,
    /// By the browser's history: the page is to be as it was left.
    History,
}

fn current_route() -> Option<Route> {
    let hash = window().location().hash().unwrap_or_default();
    Route::parse(&hash, story()).map(document::settled)
}

/// The link that was clicked.
fn link_of(event: &web_sys::MouseEvent) -> Option<web_sys::Element> {
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    element.closest("a[href]").ok().flatten()
}

/// The title of the window for a route.
fn title_of(route: &Route) -> String {
    let name = name_of(route);
    if route.view == View::Home { name } else { format!("{name} · {}", story().title) }
}

/// What a page is called within its story.
pub fn name_of(route: &Route) -> String {
    let t = messages();
    let story = story();
    match &route.view {
        View::Home => format!("{}: {}", story.title, story.subtitle),
        View::Read { chapter, passage } => {
            let chapter = story.chapters.get(chapter);
            let heading = passage
                .as_deref()
                .and_then(|id| chapter.and_then(|it| it.passages.get(id)))
                .map(|it| it.heading);
            match (heading, chapter) {
                (Some(heading), Some(chapter)) => format!("{heading}, {}", chapter.title),
                (None, Some(chapter)) => chapter.title.to_owned(),
                (_, None) => t.not_found.to_owned(),
            }
        }
        View::List(list, id) => list_title(*list, id.as_deref()),
        View::Disputes => t.disputes.to_owned(),
        View::Further => t.further.to_owned(),
        View::Teach => t.teach.to_owned(),
        View::Quiz(_) => t.quiz.to_owned(),
        View::Search => of_search().heading.to_owned(),
        View::Notes => of_notes().heading.to_owned(),
        View::Project => of_projector().heading.to_owned(),
        View::Settings => of_settings().heading.to_owned(),
        View::Unknown(_) => t.not_found.to_owned(),
    }
}

fn list_title(list: List, id: Option<&str>) -> String {
    let t = messages();
    let story = story();
    let (heading, entry) = match list {
        List::Map => (t.map, id.and_then(|id| story.groups.get(id)).map(|it| it.name)),
        List::Timeline => (t.timeline, id.and_then(|id| story.events.get(id)).map(|it| it.title)),
        List::People => (t.people, id.and_then(|id| story.people.get(id)).map(|it| it.name)),
        List::Glossary => (t.glossary, id.and_then(|id| story.terms.get(id)).map(|it| it.term)),
        List::Claims => (t.claims, id.and_then(|id| story.claims.get(id)).map(|it| it.statement)),
        List::Sources => (t.sources, id.and_then(|id| story.sources.get(id)).map(|it| it.title)),
    };
    match (entry, id) {
        // The program does not carry what only the page needs.
        (None, Some(id)) if list.is_evidence() => {
            document::title_in(list, id).unwrap_or_else(|| heading.to_owned())
        }
        (entry, _) => entry.unwrap_or(heading).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_says_where_the_reader_is() {
        let title = |hash: &str| title_of(&Route::parse(hash, story()).unwrap());
        assert_eq!(title("#/map"), "The map · Open the Gates");
        assert_eq!(
            title("#/map/ccsa"),
            "Cleveland Council on Soviet Anti-Semitism · Open the Gates"
        );
        assert!(title("#/").starts_with("Open the Gates: "));
        assert_eq!(title("#/nowhere"), "No such page · Open the Gates");
    }
}
