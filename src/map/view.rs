//! The map: outlines, a control for each group, the year, and the details beside it.

use super::sign::Sign;
use crate::content::story;
use crate::i18n::messages;
use crate::route::{List, Route, View};
use crate::shell::{Focus, Navigation, entry_of, focus_id};
use geo::Point;
use geo::neighbours::{Direction, nearest};
use geo::outline::{HEIGHT, WIDTH, border_path, land_path};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::collections::BTreeSet;
use story::{Activity, Group, GroupKind};

/// Width of a control, in CSS pixels: the least that WCAG 2.2 asks for, and a little more.
const CONTROL: f64 = 26.0;

/// The width that is taken for the map's until it has been measured, in CSS pixels.
const FIRST_WIDTH: f64 = 800.0;

/// The part of the drawing that is shown: from left of the westernmost island, in drawing units.
const LEFT: f64 = -60.0;
const SHOWN: f64 = WIDTH - LEFT;

/// The map of groups in a year.
#[component]
pub fn MapView() -> impl IntoView {
    let t = messages();
    let (Some(navigation), Some(focus)) = (use_context::<Navigation>(), use_context::<Focus>())
    else {
        return ().into_any();
    };
    let located: StoredValue<Vec<(&'static Group<'static>, Point)>> = StoredValue::new(
        story()
            .groups
            .iter()
            .filter_map(|group| {
                Some((group, geo::albers::project(group.latitude, group.longitude)?))
            })
            .collect(),
    );
    let width = RwSignal::new(FIRST_WIDTH);
    let places = Memo::new(move |_| {
        let anchors: Vec<Point> = located.with_value(|it| it.iter().map(|(_, at)| *at).collect());
        // A control has the same size on every screen, so on a small map it covers more land.
        geo::spread::spread(&anchors, CONTROL / 2.0 * SHOWN / width.get().max(1.0))
    });
    let selected = Memo::new(move |_| {
        navigation.route.with(|route| match &route.view {
            View::List(List::Map, Some(id)) => story().groups.get(id),
            _ => None,
        })
    });
    // Which control is in the tab order.
    let current = RwSignal::new(0_usize);
    take_up_address(navigation, focus);
    let frame = measured(width);

    let open = move |group: &'static Group<'static>| {
        let route = Route {
            view: View::List(List::Map, Some(group.id.0.to_owned())),
            query: vec![("year".to_owned(), focus.year.get_untracked().to_string())],
        };
        navigation.go(route);
        focus_after_render(PANEL_HEADING.to_owned());
    };
    let close = move || {
        let opener = selected.get_untracked().map(sign_id);
        let route = Route {
            view: View::List(List::Map, None),
            query: vec![("year".to_owned(), focus.year.get_untracked().to_string())],
        };
        navigation.go(route);
        if let Some(opener) = opener {
            focus_after_render(opener);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let from = current.get_untracked();
        let step = |direction| places.with_untracked(|places| nearest(places, from, direction));
        let last = located.with_value(Vec::len).saturating_sub(1);
        let to = match event.key().as_str() {
            "ArrowLeft" => step(Direction::Left),
            "ArrowRight" => step(Direction::Right),
            "ArrowUp" => step(Direction::Up),
            "ArrowDown" => step(Direction::Down),
            "Home" => Some(0),
            "End" => Some(last),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            current.set(to);
            let group = located.with_value(|it| it.get(to).map(|(group, _)| *group));
            if let Some(group) = group {
                focus_id(&sign_id(group));
            }
        }
    };
    let controls = located.with_value(|located| {
        located
            .iter()
            .enumerate()
            .map(|(at, (group, anchor))| {
                let group: &'static Group<'static> = group;
                let anchor = *anchor;
                let place = move || places.with(|it| it.get(at).copied()).unwrap_or(anchor);
                let activity = move || group.activity(focus.year.get());
                let percent = |part: f64, whole: f64| format!("{:.2}%", part / whole * 100.0);
                view! {
                    <li
                        style:left=move || percent(place().x - LEFT, SHOWN)
                        style:top=move || percent(place().y, HEIGHT)
                    >
                        <button
                            type="button"
                            class="map-control"
                            id=sign_id(group)
                            data-kind=group.kind.slug()
                            data-activity=move || slug(activity())
                            tabindex=move || if current.get() == at { "0" } else { "-1" }
                            aria-label=move || name_of(group, activity())
                            aria-expanded=move || {
                                selected.get().is_some_and(|it| it.id == group.id).to_string()
                            }
                            on:click=move |_| {
                                current.set(at);
                                open(group);
                            }
                            on:focus=move |_| current.set(at)
                        >
                            <Sign kind=group.kind/>
                            <span class="map-label" aria-hidden="true">{group.short}</span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    });
    view! {
        <div class="map-layout">
            <div class="map-main">
                <div class="map-frame" node_ref=frame dir="ltr">
                    <svg class="map-land" viewBox=format!("{LEFT} 0 {SHOWN} {HEIGHT}") aria-hidden="true" focusable="false">
                        <path class="land" d=land_path()/>
                        <path class="borders" d=border_path()/>
                        {move || leaders(&located.with_value(|it| it.iter().map(|(_, at)| *at).collect::<Vec<_>>()), &places.get())}
                    </svg>
                    <ul class="map-controls" aria-label=t.map_label on:keydown=on_key>{controls}</ul>
                </div>
                <YearControl/>
                <p class="map-summary" role="status">{move || summary(focus.year.get())}</p>
                <MapKey/>
            </div>
            {move || selected.get().map(|group| view! { <Panel group close=Callback::new(move |()| close())/> })}
        </div>
    }
    .into_any()
}

const PANEL_HEADING: &str = "map-panel-heading";

/// What is told of the group that was chosen.
#[component]
fn Panel(group: &'static Group<'static>, close: Callback<()>) -> impl IntoView {
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close.run(());
        }
    };
    let account = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if let (Some(place), Some((_, content))) = (account.get(), entry_of(List::Map, group.id.0))
        {
            place.replace_children_with_node_1(&content);
        }
    });
    view! {
        <section class="map-panel" aria-labelledby=PANEL_HEADING on:keydown=on_key>
            <h2 id=PANEL_HEADING tabindex="-1">{group.name}</h2>
            <div node_ref=account></div>
            <p><button type="button" on:click=move |_| close.run(())>{messages().close}</button></p>
        </section>
    }
}

/// The year: a slider between two steps.
#[component]
fn YearControl() -> impl IntoView {
    let t = messages();
    let (first, last) = (story().first_year, story().last_year);
    let (Some(navigation), Some(focus)) = (use_context::<Navigation>(), use_context::<Focus>())
    else {
        return ().into_any();
    };
    let note = move || {
        let mut route = navigation.route.get_untracked();
        route.query = vec![("year".to_owned(), focus.year.get_untracked().to_string())];
        navigation.replace(route);
    };
    let step = move |by: i16| {
        focus.year.update(|year| *year = (*year + by).clamp(first, last));
        note();
    };
    let slide = move |event| {
        if let Ok(year) = event_target_value(&event).parse::<i16>() {
            focus.year.set(year.clamp(first, last));
        }
    };
    view! {
        <div class="year-control">
            <button type="button" aria-label=t.year_back disabled=move || focus.year.get() <= first on:click=move |_| step(-1)>"\u{2212}"</button>
            <label for="map-year">{t.year}</label>
            <input
                id="map-year"
                type="range"
                min=first
                max=last
                prop:value=move || focus.year.get().to_string()
                on:input=slide
                on:change=move |_| note()
            />
            <output for="map-year">{move || focus.year.get()}</output>
            <button type="button" aria-label=t.year_on disabled=move || focus.year.get() >= last on:click=move |_| step(1)>"+"</button>
        </div>
    }
    .into_any()
}

/// What the signs mean; only kinds that the story has.
#[component]
fn MapKey() -> impl IntoView {
    let t = messages();
    let kinds: BTreeSet<GroupKind> = story().groups.iter().map(|group| group.kind).collect();
    let kinds = kinds
        .into_iter()
        .map(|kind| {
            view! {
                <li data-kind=kind.slug() data-activity="active"><Sign kind/>{(t.group_kind)(kind)}</li>
            }
        })
        .collect_view();
    let states = Activity::ALL
        .into_iter()
        .map(|activity| {
            view! {
                <li data-kind="grassroots" data-activity=slug(activity)>
                    <Sign kind=GroupKind::Grassroots/>
                    {(t.activity)(activity)}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="map-key">
            <h2>{t.map_key}</h2>
            <ul>{kinds}</ul>
            <ul>{states}</ul>
        </div>
    }
}

/// Lines from where a control was moved to, back to its town.
fn leaders(anchors: &[Point], places: &[Point]) -> impl IntoView + use<> {
    anchors
        .iter()
        .zip(places)
        .filter(|(anchor, place)| (anchor.x - place.x).hypot(anchor.y - place.y) > 1.0)
        .map(|(anchor, place)| {
            let line = format!("M{:.1} {:.1}L{:.1} {:.1}", anchor.x, anchor.y, place.x, place.y);
            view! { <path class="leader" d=line/> }
        })
        .collect_view()
}

/// Takes the year from the address, whenever the address names one.
fn take_up_address(navigation: Navigation, focus: Focus) {
    Effect::new(move |_| {
        let year = navigation.route.with(|route| {
            matches!(route.view, View::List(List::Map, _))
                .then(|| route.query_value("year")?.parse::<i16>().ok())
                .flatten()
        });
        if let Some(year) = year {
            let year = year.clamp(story().first_year, story().last_year);
            if focus.year.get_untracked() != year {
                focus.year.set(year);
            }
        }
    });
}

/// Keeps `width` at the width of the element that the reference is given to.
fn measured(width: RwSignal<f64>) -> NodeRef<leptos::html::Div> {
    use wasm_bindgen::JsCast;
    use wasm_bindgen::closure::Closure;
    let frame = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        let Some(element) = frame.get() else { return };
        let watched = element.clone();
        let measure = Closure::<dyn FnMut()>::new(move || {
            let now = f64::from(watched.client_width());
            // While its page is hidden the map has no width; the last one stays.
            if now > 0.0 && (now - width.get_untracked()).abs() > 0.5 {
                width.set(now);
            }
        });
        let callback = measure.as_ref().unchecked_ref();
        if let Ok(observer) = web_sys::ResizeObserver::new(callback) {
            observer.observe(&element);
        }
        // The map stays mounted for as long as the page lives.
        measure.forget();
    });
    frame
}

/// Gives focus to an element that the present change is about to render.
fn focus_after_render(id: String) {
    request_animation_frame(move || focus_id(&id));
}

fn sign_id(group: &Group<'_>) -> String {
    format!("sign-{}", group.id)
}

fn slug(activity: Activity) -> &'static str {
    match activity {
        Activity::NotYet => "not-yet",
        Activity::Perhaps => "perhaps",
        Activity::Active => "active",
        Activity::Ended => "ended",
    }
}

/// What a screen reader says of a control.
fn name_of(group: &Group<'_>, activity: Activity) -> String {
    let t = messages();
    format!(
        "{}, {}, {}. {}, {}",
        group.name,
        group.city,
        group.region,
        (t.group_kind)(group.kind),
        (t.activity)(activity)
    )
}

/// What the map shows in a year, in a sentence.
fn summary(year: i16) -> String {
    let groups = &story().groups;
    let with = |wanted: Activity| groups.iter().filter(move |it| it.activity(year) == wanted);
    let states: BTreeSet<&str> = with(Activity::Active).map(|group| group.region).collect();
    (messages().map_summary)(
        year,
        with(Activity::Active).count(),
        with(Activity::Perhaps).count(),
        states.len(),
    )
}
