//! The map: outlines, a control for each group, the year, and the details beside it.
//!
//! Controls and rows are made once. What changes is written to them by effects that go over all
//! groups, so a step of the year costs a few attributes each and no more.

use super::key::MapKey;
use super::sign::Sign;
use super::year::YearControl;
use crate::content::{POINTS, story};
use crate::i18n::messages;
use crate::route::{List, View};
use crate::shell::events::effect;
use crate::shell::{Focus, Navigation, element, entry_of, focus_id};
use geo::Point;
use geo::neighbours::{Direction, nearest};
use geo::outline::{HEIGHT, WIDTH, border_path, land_path};
use geo::spread::{Frame, spread};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use story::{Activity, Group};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Width of a control, in CSS pixels: what WCAG 2.2 asks for, and a little more.
const CONTROL: f64 = 26.0;

/// The part of the drawing that is shown: from left of the westernmost island, in drawing units.
const LEFT: f64 = -60.0;
const SHOWN: f64 = WIDTH - LEFT;

const LEADERS: &str = "map-leaders";
const PANEL_HEADING: &str = "map-panel-heading";
const PANEL_CONTENT: &str = "map-panel-content";

/// The map of groups in a year.
#[component]
pub fn MapView() -> impl IntoView {
    let t = messages();
    let (Some(navigation), Some(focus)) = (use_context::<Navigation>(), use_context::<Focus>())
    else {
        return ().into_any();
    };
    let groups: Vec<&'static Group<'static>> =
        POINTS.iter().filter_map(|(id, _)| story().groups.get(id)).collect();
    let selected = Signal::derive(move || {
        navigation.route.with(|route| match &route.view {
            View::List(List::Map, Some(id)) => story().groups.get(id),
            _ => None,
        })
    });
    let places = RwSignal::new(POINTS.iter().map(|(_, at)| *at).collect::<Vec<Point>>());
    // Which control is in the tab order.
    let current = RwSignal::new(0_usize);
    let frame = NodeRef::<Div>::new();

    let controls = groups
        .iter()
        .enumerate()
        .map(|(at, group)| control(at, group, navigation, current))
        .collect_view();
    let rows = groups.iter().map(|group| row(group)).collect_view();

    follow_width(frame, places);
    effect(move || write_activity(&groups, focus.year.get()));
    effect(move || places.with(|places| write_places(places)));
    effect(move || write_choice(current.get(), selected.get()));
    let before = StoredValue::new(None::<Option<&'static Group<'static>>>);
    effect(move || {
        let now = selected.get();
        follow_choice(before.get_value(), now, navigation);
        before.set_value(Some(now));
    });

    let on_key = move |event: KeyboardEvent| {
        let from = current.get_untracked();
        let step = |direction| places.with_untracked(|places| nearest(places, from, direction));
        let to = match event.key().as_str() {
            "ArrowLeft" => step(Direction::Left),
            "ArrowRight" => step(Direction::Right),
            "ArrowUp" => step(Direction::Up),
            "ArrowDown" => step(Direction::Down),
            "Home" => Some(0),
            "End" => Some(POINTS.len().saturating_sub(1)),
            _ => return,
        };
        event.prevent_default();
        if let Some((id, _)) = to.and_then(|to| POINTS.get(to)) {
            focus_id(&control_id(id));
        }
    };
    let close = move || go_to(navigation, None);
    let on_panel_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let closed = Signal::derive(move || selected.get().is_none());
    let open = Signal::derive(move || selected.get().is_some());
    view! {
        <div class="map-layout">
            <div class="map-main">
                <div class="map-frame" node_ref=frame dir="ltr">
                    <svg
                        class="map-land"
                        viewBox=format!("{} 0 {} {}", LEFT as i32, SHOWN as i32, HEIGHT as i32)
                        aria-hidden="true"
                        focusable="false"
                    >
                        <path class="land" d=land_path()/>
                        <path class="borders" d=border_path()/>
                        <path class="leader" id=LEADERS/>
                    </svg>
                    <ul class="map-controls" aria-label=t.map_label on:keydown=on_key>{controls}</ul>
                </div>
                <YearControl/>
                <MapKey/>
            </div>
            <div class="map-side">
                <div class="map-rows" hidden=open>
                    <h2>{t.groups}</h2>
                    <ul>{rows}</ul>
                </div>
                <section
                    class="map-panel"
                    aria-labelledby=PANEL_HEADING
                    hidden=closed
                    on:keydown=on_panel_key
                >
                    <h2 id=PANEL_HEADING tabindex="-1"></h2>
                    <div id=PANEL_CONTENT></div>
                    <p><button type="button" on:click=move |_| close()>{t.close}</button></p>
                </section>
            </div>
        </div>
    }
    .into_any()
}

/// The control of a group on the map.
fn control(
    at: usize,
    group: &'static Group<'static>,
    navigation: Navigation,
    current: RwSignal<usize>,
) -> impl IntoView {
    let id = group.id.0;
    view! {
        <li>
            <button
                type="button"
                class="map-control"
                id=control_id(id)
                data-kind=group.kind.slug()
                aria-controls=PANEL_CONTENT
                on:click=move |_| go_to(navigation, Some(id))
                on:focus=move |_| current.set(at)
            >
                <Sign kind=group.kind/>
                <span class="map-label" aria-hidden="true">{group.short}</span>
            </button>
        </li>
    }
}

/// The row of a group in the list beside the map.
fn row(group: &'static Group<'static>) -> impl IntoView {
    view! {
        <li id=row_id(group.id.0) data-kind=group.kind.slug()>
            <Sign kind=group.kind/>
            <a href=format!("#/map/{}", group.id)>{group.short}</a>
            <span class="map-town">{group.city}</span>
            <span class="map-state"></span>
        </li>
    }
}

/// Goes to a group on the map, or to the map without one, keeping the state in the address.
fn go_to(navigation: Navigation, group: Option<&str>) {
    let mut route = navigation.route.get_untracked();
    route.view = View::List(List::Map, group.map(str::to_owned));
    navigation.go(route);
}

/// Writes what each group is in a year: to its control, with its name, and to its row.
fn write_activity(groups: &[&Group<'_>], year: i16) {
    let t = messages();
    for group in groups {
        let activity = group.activity(year);
        let words = (t.activity)(activity);
        if let Some(control) = element(&control_id(group.id.0)) {
            let _ = control.set_attribute("data-activity", slug(activity));
            let _ = control.set_attribute("aria-label", &name_of(group, words));
        }
        if let Some(row) = element(&row_id(group.id.0)) {
            let _ = row.set_attribute("data-activity", slug(activity));
            if let Some(state) = row.last_element_child() {
                state.set_text_content(Some(words));
            }
        }
    }
}

/// Writes where the controls stand, and lines from those that had to give way to their towns.
fn write_places(places: &[Point]) {
    let mut leaders = String::new();
    for ((id, anchor), place) in POINTS.iter().zip(places) {
        let item = element(&control_id(id)).and_then(|control| control.parent_element());
        if let Some(item) = item.and_then(|item| item.dyn_into::<web_sys::HtmlElement>().ok()) {
            let style = item.style();
            // The style sheet also places the label by it, so that it stays within the map.
            let _ = style.set_property("--at", &percent(place.x - LEFT, SHOWN));
            let _ = style.set_property("top", &percent(place.y, HEIGHT));
        }
        if (anchor.x - place.x).hypot(anchor.y - place.y) > 1.0 {
            let [x1, y1, x2, y2] =
                [anchor.x, anchor.y, place.x, place.y].map(|part| part.round() as i32);
            leaders.push_str(&format!("M{x1} {y1}L{x2} {y2}"));
        }
    }
    if let Ok(Some(path)) = document().query_selector(&format!("#{LEADERS}")) {
        let _ = path.set_attribute("d", &leaders);
    }
}

/// Writes which control is in the tab order and which group is open.
fn write_choice(current: usize, selected: Option<&Group<'_>>) {
    for (at, (id, _)) in POINTS.iter().enumerate() {
        let Some(control) = element(&control_id(id)) else { continue };
        control.set_tab_index(if at == current { 0 } else { -1 });
        let open = selected.is_some_and(|group| group.id.0 == *id);
        let _ = control.set_attribute("aria-expanded", if open { "true" } else { "false" });
    }
}

/// Fills the panel with the group that was chosen, and moves the focus into it or back out.
fn follow_choice(
    before: Option<Option<&'static Group<'static>>>,
    now: Option<&'static Group<'static>>,
    navigation: Navigation,
) {
    match (before.flatten(), now) {
        (left, Some(group)) if left.is_none_or(|left| left.id != group.id) => {
            if let Some((heading, content)) = entry_of(List::Map, group.id.0) {
                if let Some(place) = element(PANEL_HEADING) {
                    place.set_text_content(Some(&heading));
                }
                if let Some(place) = element(PANEL_CONTENT) {
                    place.replace_children_with_node_1(&content);
                }
            }
            // A page that has just been loaded keeps the focus where the reader put it.
            if navigation.has_moved() {
                request_animation_frame(|| focus_id(PANEL_HEADING));
            }
        }
        (Some(left), None) => {
            let on_map = navigation
                .route
                .with_untracked(|route| matches!(route.view, View::List(List::Map, _)));
            if on_map {
                let control = control_id(left.id.0);
                request_animation_frame(move || focus_id(&control));
            }
        }
        _ => {}
    }
}

/// Spreads the controls anew whenever the map's width changes: a control has the same size on every
/// screen, so on a small map it covers more land.
fn follow_width(frame: NodeRef<Div>, places: RwSignal<Vec<Point>>) {
    effect(move || {
        let Some(element) = frame.get() else { return };
        let watched = element.clone();
        let measure = Closure::<dyn FnMut()>::new(move || {
            let width = f64::from(watched.client_width());
            // While its page is hidden the map has no width; the last one stays.
            if width > 0.0 {
                let anchors: Vec<Point> = POINTS.iter().map(|(_, at)| *at).collect();
                let frame = Frame { left: LEFT, top: 0.0, right: WIDTH, bottom: HEIGHT };
                let radius = CONTROL / 2.0 * SHOWN / width;
                places.set(spread(&anchors, radius, Some(frame)));
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(measure.as_ref().unchecked_ref()) {
            observer.observe(&element);
        }
        // The map stays mounted for as long as the page lives.
        measure.forget();
    });
}

fn control_id(group: &str) -> String {
    format!("sign-{group}")
}

fn row_id(group: &str) -> String {
    format!("row-{group}")
}

/// The name of a state of activity in the style sheet.
pub(super) fn slug(activity: Activity) -> &'static str {
    match activity {
        Activity::NotYet => "not-yet",
        Activity::Perhaps => "perhaps",
        Activity::Active => "active",
        Activity::Ended => "ended",
    }
}

/// What a screen reader says of a control.
fn name_of(group: &Group<'_>, activity: &str) -> String {
    let kind = (messages().group_kind)(group.kind);
    format!("{}, {}, {}. {kind}, {activity}", group.name, group.city, group.region)
}

/// A part of a whole in percent, to two places. Whole numbers keep the code that writes any float
/// out of what readers download.
fn percent(part: f64, whole: f64) -> String {
    let hundredths = (part / whole * 10_000.0).round().max(0.0) as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_part_is_written_in_percent() {
        assert_eq!(percent(1.0, 4.0), "25.00%");
        assert_eq!(percent(1.0, 3.0), "33.33%");
        assert_eq!(percent(-1.0, 3.0), "0.00%");
    }
}
