//! The drawing: outlines, a control for each group, and moving among them.
//!
//! Controls are made once and found once. What changes is written to those that it changes, so that a
//! step of the year costs a few attributes and no more, however many groups there are.

use super::moving;
use super::sign::sign;
use super::state::MapState;
use super::ties;
use super::typeahead::next_match;
use super::viewport::{Place, Viewport};
use crate::content::{POINTS, story};
use crate::i18n::messages;
use crate::shell::events::{effect, on_element, within};
use crate::shell::focus_id;
use crate::widgets::put;
use geo::Point;
use geo::neighbours::{Direction, nearest};
use geo::outline::{HEIGHT, WIDTH, border_path, land_path};
use geo::spread::{Frame, spread};
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;
use story::{Activity, Group, RelationKind};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Width of a control, in CSS pixels: what WCAG 2.2 asks for, and a little more.
const CONTROL: f64 = 26.0;

/// The part of the drawing that is shown: from left of the westernmost island, in drawing units.
const LEFT: f64 = -60.0;
const SHOWN: f64 = WIDTH - LEFT;

/// How much larger each press of a key or a button draws the map.
pub(super) const STEP: f64 = 1.5;

/// How long letters that are typed count as one word.
const TYPING: Duration = Duration::from_millis(700);

/// A group, or none.
pub(crate) type Choice = Option<&'static Group<'static>>;

/// The ids of the group of each control, in their order.
fn ids() -> impl Iterator<Item = &'static str> {
    POINTS.iter().map(|(id, _)| *id)
}

/// All groups, in the order of the controls: a test of `content` holds it to be that of the story.
pub(crate) fn groups() -> Vec<&'static Group<'static>> {
    story().groups.iter().collect()
}

/// Where a drawing stands, which makes its controls different ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// On the map: a control opens a panel.
    Map,
    /// In an item of the quiz: a control is an answer.
    Answer,
}

impl Use {
    /// What the ids of controls begin with.
    fn prefix(self) -> &'static str {
        match self {
            Self::Map => "sign-",
            Self::Answer => "find-",
        }
    }

    /// The attribute that says which control is chosen.
    fn chosen(self) -> &'static str {
        match self {
            Self::Map => "aria-expanded",
            Self::Answer => "aria-pressed",
        }
    }
}

/// The drawing, with a control for each group, as markup.
pub(crate) fn markup(out: &mut String, used: Use) {
    let view_box = [LEFT, 0.0, SHOWN, HEIGHT].map(|part| (part as i32).to_string()).join(" ");
    put(
        out,
        &[
            "<div class=\"map-frame\" dir=\"ltr\"><div class=\"map-canvas\"><svg class=\"map-land\" viewBox=\"",
            "\" aria-hidden=\"true\" focusable=\"false\"><path class=\"land\" d=\"",
            "\"/><path class=\"borders\" d=\"",
            "\"/><g class=\"tie-lines\"></g><path class=\"leader\"/></svg>\
             <ul class=\"map-controls\" aria-label=\"",
            "\">",
        ],
        &[&view_box, &land_path(), &border_path(), messages().map_label],
    );
    for (at, group) in groups().into_iter().enumerate() {
        let id = control_id(used, group.id.0);
        let start = [
            "<li><button type=\"button\" class=\"map-control\" id=\"",
            "\" data-at=\"",
            "\" data-kind=\"",
            "\">",
        ];
        put(out, &start, &[&id, &at.to_string(), group.kind.slug()]);
        out.push_str(&sign(group.kind));
        let end = [
            "<span class=\"map-number\" aria-hidden=\"true\">",
            "</span><span class=\"map-label\" aria-hidden=\"true\">",
            "</span></button></li>",
        ];
        put(out, &end, &[&(at + 1).to_string(), group.short]);
    }
    out.push_str("</ul></div></div>");
}

/// The elements of groups, in their order.
pub(crate) struct Elements {
    /// Controls on the map.
    pub(crate) controls: Vec<HtmlElement>,
    /// Rows of the table beside it, if there is one.
    pub(crate) rows: Vec<Element>,
}

impl Elements {
    /// The elements within a place, with the rows of a table.
    pub(crate) fn within(root: &HtmlElement, rows: Vec<Element>) -> Self {
        let found = root.query_selector_all(".map-control").ok();
        let controls = found.map_or_else(Vec::new, |found| {
            (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
        });
        Self { controls, rows }
    }
}

/// What the drawing keeps besides its state.
#[derive(Clone, Copy)]
pub(crate) struct Picture {
    state: MapState,
    used: Use,
    places: RwSignal<Vec<Point>>,
    /// Which control is in the tab order.
    current: RwSignal<usize>,
    typed: StoredValue<String>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Picture {
    /// Draws in a frame what the state says, from now on.
    pub(crate) fn start(
        state: MapState,
        used: Use,
        frame: &HtmlElement,
        elements: &Rc<Elements>,
        selected: Signal<Choice>,
    ) {
        let picture = Self {
            state,
            used,
            places: RwSignal::new(POINTS.iter().map(|(_, at)| *at).collect()),
            current: RwSignal::new(0),
            typed: StoredValue::new(String::new()),
            timer: StoredValue::new(None),
        };
        moving::start(frame, state);
        picture.follow_frame(frame.clone());
        picture.follow_state(frame, elements);
        let drawing = frame.clone();
        effect(move || draw_ties(&drawing, state, &picture.places.get()));
        let elements = Rc::clone(elements);
        effect(move || {
            let (now, open) = (picture.current.get(), selected.get());
            write_choice(&elements.controls, used.chosen(), now, open);
        });
        on_element(frame, "focusin", move |event| {
            if let Some(at) = control_of(&event) {
                picture.focused(at);
            }
        });
        on_element(frame, "keydown", move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| picture.press(key)) {
                event.prevent_default();
            }
        });
    }

    /// Puts the control with a number into the tab order.
    fn focused(self, at: usize) {
        if self.current.get_untracked() != at {
            self.current.set(at);
        }
    }

    /// Does what a key on a control asks for; whether it asked for anything.
    fn press(self, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let from = self.current.get_untracked();
        let shown = shown(self.state);
        let step = |direction| neighbour(&self.places.get_untracked(), &shown, from, direction);
        let key = event.key();
        let to = match key.as_str() {
            "ArrowLeft" => step(Direction::Left),
            "ArrowRight" => step(Direction::Right),
            "ArrowUp" => step(Direction::Up),
            "ArrowDown" => step(Direction::Down),
            "Home" => shown.first().copied(),
            "End" => shown.last().copied(),
            "+" | "=" => return self.zoom_at(STEP, from),
            "-" | "\u{2212}" => return self.zoom_at(1.0 / STEP, from),
            "0" => {
                show_whole(self.state);
                return true;
            }
            letter if letter.chars().count() == 1 && letter != " " => {
                self.remember(letter);
                self.typed.with_value(|typed| by_letters(&shown, from, typed))
            }
            _ => return false,
        };
        if let Some((at, (id, _))) = to.and_then(|at| Some((at, POINTS.get(at)?))) {
            self.bring_into_view(at);
            focus_id(&control_id(self.used, id));
        }
        true
    }

    fn zoom_at(self, factor: f64, at: usize) -> bool {
        zoom(self.state, factor, Some(self.center_of(at)));
        true
    }

    /// Adds a letter to those that were typed just before.
    fn remember(self, letter: &str) {
        self.typed.update_value(|typed| typed.push_str(letter));
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            let forget = move || self.typed.update_value(String::clear);
            *timer = set_timeout_with_handle(forget, TYPING).ok();
        });
    }

    fn center_of(self, at: usize) -> Place {
        let part = |places: &Vec<Point>| places.get(at).map_or((0.5, 0.5), |at| part_of(*at));
        self.places.with_untracked(part)
    }

    fn bring_into_view(self, at: usize) {
        let now = self.state.viewport.get_untracked();
        let then = now.showing(self.center_of(at));
        if now.scale > 1.0 && then != now {
            self.state.viewport.set(then);
            self.state.note_soon();
        }
    }

    /// Follows the frame's width and what part of the map is shown: a control has the same size at
    /// every width and zoom, so on a small map it covers more land, and crowds are spread anew.
    fn follow_frame(self, frame: HtmlElement) {
        let width = RwSignal::new(0.0_f64);
        let watched = frame.clone();
        let measure: Box<dyn FnMut()> = Box::new(move || {
            let now = f64::from(watched.client_width());
            // While its page is hidden the map has no width; the last one stays.
            if now > 0.0 {
                width.set(now);
            }
        });
        let measure = Closure::wrap(measure);
        if let Ok(observer) = web_sys::ResizeObserver::new(measure.as_ref().unchecked_ref()) {
            observer.observe(&frame);
        }
        // The map stays for as long as the page lives, and what is watched in an item goes with it.
        measure.forget();
        let spread_for = StoredValue::new((0.0, 0.0, Vec::new()));
        effect(move || {
            let (width, view) = (width.get(), self.state.viewport.get());
            self.state.filter.track();
            let style = frame.style();
            for (name, value) in [("--zoom", view.scale), ("--x", view.x), ("--y", view.y)] {
                let _ = style.set_property(name, &decimal(value));
            }
            let _ = frame.toggle_attribute_with_force("data-zoomed", view.scale > 1.0);
            let now = (width, view.scale, shown(self.state));
            // Moving alone spreads nothing.
            if width > 0.0 && spread_for.with_value(|before| *before != now) {
                let mut places: Vec<Point> = POINTS.iter().map(|(_, at)| *at).collect();
                let at = |at: &usize| places.get(*at).copied();
                let anchors: Vec<Point> = now.2.iter().filter_map(at).collect();
                let frame = Frame { left: LEFT, top: 0.0, right: WIDTH, bottom: HEIGHT };
                let radius = CONTROL / 2.0 * SHOWN / (width * view.scale);
                // Where they can't all have room, they overlap until the map is larger.
                if frame.has_room(anchors.len(), radius) {
                    for (at, found) in now.2.iter().zip(spread(&anchors, radius, Some(frame))) {
                        if let Some(place) = places.get_mut(*at) {
                            *place = found;
                        }
                    }
                }
                spread_for.set_value(now);
                self.places.set(places);
            }
        });
    }

    /// Writes what changes to the controls and rows that it changes.
    fn follow_state(self, frame: &HtmlElement, elements: &Rc<Elements>) {
        let state = self.state;
        let it = Rc::clone(elements);
        let groups = groups();
        let mut written: Vec<Option<Activity>> = vec![None; groups.len()];
        effect(move || {
            let year = state.year.get();
            for (at, ((group, before), control)) in
                groups.iter().zip(&mut written).zip(&it.controls).enumerate()
            {
                // As an answer a group is whatever it was when it was there.
                let activity = match self.used {
                    Use::Map => group.activity(year),
                    Use::Answer => Activity::Active,
                };
                if *before != Some(activity) {
                    *before = Some(activity);
                    let words = (messages().activity)(activity);
                    let _ = control.set_attribute("data-activity", super::slug(activity));
                    let told = (self.used == Use::Map).then_some(words);
                    let _ = control.set_attribute("aria-label", &name_of(group, told));
                    let Some(row) = it.rows.get(at) else { continue };
                    let _ = row.set_attribute("data-activity", super::slug(activity));
                    if let Some(cell) = row.last_element_child() {
                        cell.set_text_content(Some(words));
                    }
                }
            }
        });
        let it = Rc::clone(elements);
        let drawing = frame.clone();
        effect(move || self.places.with(|places| write_places(&drawing, &it.controls, places)));
        let it = Rc::clone(elements);
        effect(move || {
            state.filter.track();
            let shown = shown(state);
            for (at, control) in it.controls.iter().enumerate() {
                let hidden = shown.binary_search(&at).is_err();
                let row = it.rows.get(at).cloned();
                for element in [control.parent_element(), row].into_iter().flatten() {
                    if element.has_attribute("hidden") != hidden {
                        let _ = element.toggle_attribute_with_force("hidden", hidden);
                    }
                }
            }
            if !shown.contains(&self.current.get_untracked()) {
                self.current.set(shown.first().copied().unwrap_or(0));
            }
        });
    }
}

/// Numbers of the groups that the filter lets through.
fn shown(state: MapState) -> Vec<usize> {
    let chosen = |filter: &super::filter::Filter| {
        let groups = groups().into_iter().enumerate();
        groups.filter(|(_, group)| filter.chooses(group)).map(|(at, _)| at).collect()
    };
    state.filter.with_untracked(chosen)
}

/// The number of the group that an arrow leads to, among those that are shown.
fn neighbour(
    places: &[Point],
    shown: &[usize],
    from: usize,
    direction: Direction,
) -> Option<usize> {
    let points: Vec<Point> = shown.iter().filter_map(|at| places.get(*at).copied()).collect();
    let at = shown.iter().position(|it| *it == from)?;
    shown.get(nearest(&points, at, direction)?).copied()
}

/// The number of the group that letters lead to, among those that are shown.
fn by_letters(shown: &[usize], from: usize, typed: &str) -> Option<usize> {
    let groups = groups();
    let names = |at: usize| {
        let group = shown.get(at).and_then(|it| groups.get(*it));
        group.map_or([""; 3], |group| [group.short, group.city, group.name])
    };
    let at = shown.iter().position(|it| *it == from).unwrap_or(0);
    let found = next_match(names, shown.len(), at, typed)?;
    shown.get(found).copied()
}

/// A place on the drawing in parts of what is drawn.
fn part_of(point: Point) -> Place {
    ((point.x - LEFT) / SHOWN, point.y / HEIGHT)
}

/// Draws the map larger or smaller: around a place of it, or around the middle of what is shown.
pub(super) fn zoom(state: MapState, factor: f64, around: Option<Place>) {
    let now = state.viewport.get_untracked();
    let at = around.map_or((0.5, 0.5), |(x, y)| ((x - now.x) * now.scale, (y - now.y) * now.scale));
    show(state, now.zoomed(factor, at));
}

/// Shows the whole map.
pub(super) fn show_whole(state: MapState) {
    show(state, Viewport::WHOLE);
}

/// Shows the groups that are chosen, or the one that is open, as large as they fit.
pub(super) fn fit(state: MapState, selected: Option<&Group<'_>>) {
    let wanted = |at: usize, id: &str| match selected {
        Some(group) => group.id.0 == id,
        None => shown(state).contains(&at),
    };
    let places: Vec<Place> = POINTS
        .iter()
        .enumerate()
        .filter(|(at, (id, _))| wanted(*at, id))
        .map(|(_, (_, point))| part_of(*point))
        .collect();
    show(state, Viewport::around(&places));
}

fn show(state: MapState, view: Viewport) {
    if state.viewport.with_untracked(|now| *now != view) {
        state.viewport.set(view);
        state.note_soon();
        state.announce((messages().on_map.zoomed)((view.scale * 100.0).round() as u32));
    }
}

/// Writes where the controls stand, and lines from those that had to give way to their towns.
fn write_places(drawing: &HtmlElement, controls: &[HtmlElement], places: &[Point]) {
    let mut leaders = String::new();
    for ((control, (_, anchor)), place) in controls.iter().zip(POINTS).zip(places) {
        let item = control.parent_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        if let Some(item) = item {
            let style = item.style();
            // The style sheet also places the label by it, so that it stays within the map.
            let _ = style.set_property("--at", &percent(place.x - LEFT, SHOWN));
            let _ = style.set_property("top", &percent(place.y, HEIGHT));
        }
        if (anchor.x - place.x).hypot(anchor.y - place.y) > 1.0 {
            line(&mut leaders, *anchor, *place);
        }
    }
    if let Ok(Some(path)) = drawing.query_selector(".leader") {
        let _ = path.set_attribute("d", &leaders);
    }
}

/// Draws ties between groups that are shown, or none.
fn draw_ties(frame: &HtmlElement, state: MapState, places: &[Point]) {
    let mut drawing = String::new();
    let at = |group: &Group<'_>| {
        let at = ids().position(|id| id == group.id.0)?;
        places.get(at).copied()
    };
    for tie in ties::shown(state) {
        if let (Some(from), Some(to)) = (at(tie.from), at(tie.to)) {
            drawing.push_str("<path class=\"");
            drawing.push_str(tie_class(tie.kind));
            drawing.push_str("\" d=\"");
            line(&mut drawing, from, to);
            drawing.push_str("\"/>");
        }
    }
    if let Ok(Some(place)) = frame.query_selector(".tie-lines") {
        place.set_inner_html(&drawing);
    }
}

fn tie_class(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::FounderOf => "tie founder",
        RelationKind::RivalOf => "tie rival",
        RelationKind::MemberOf => "tie member",
        RelationKind::MergedInto | RelationKind::ForerunnerOf => "tie heir",
    }
}

/// Adds a line to the data of a path.
fn line(data: &mut String, from: Point, to: Point) {
    for (letter, part) in [("M", from.x), (" ", from.y), ("L", to.x), (" ", to.y)] {
        data.push_str(letter);
        data.push_str(&(part.round() as i32).to_string());
    }
}

/// Writes which control is in the tab order and which group is open.
fn write_choice(
    controls: &[HtmlElement],
    attribute: &str,
    current: usize,
    selected: Option<&Group<'_>>,
) {
    for (at, (control, id)) in controls.iter().zip(ids()).enumerate() {
        let order = if at == current { 0 } else { -1 };
        // One that was never written counts as in the order.
        if control.tab_index() != order || !control.has_attribute("tabindex") {
            control.set_tab_index(order);
        }
        let open = if selected.is_some_and(|group| group.id.0 == id) { "true" } else { "false" };
        if control.get_attribute(attribute).as_deref() != Some(open) {
            let _ = control.set_attribute(attribute, open);
        }
    }
}

/// The number of the control that an event was in.
pub(crate) fn control_of(event: &Event) -> Option<usize> {
    within(event, ".map-control")?.get_attribute("data-at")?.parse().ok()
}

/// The id of a group's control.
pub(crate) fn control_id(used: Use, group: &str) -> String {
    [used.prefix(), group].concat()
}

/// What a screen reader says of a control, with the state of its group where that is shown.
fn name_of(group: &Group<'_>, activity: Option<&str>) -> String {
    let kind = (messages().group_kind)(group.kind);
    let mut name = [group.name, ", ", group.city, ", ", group.region, ". ", kind].concat();
    if let Some(activity) = activity {
        name.push_str(", ");
        name.push_str(activity);
    }
    name
}

/// A part of a whole in percent, to two places. Whole numbers keep the code that writes any float
/// out of what readers download.
fn percent(part: f64, whole: f64) -> String {
    let hundredths = (part / whole * 10_000.0).round().max(0.0) as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A number that is not below zero, to four places.
fn decimal(number: f64) -> String {
    let parts = (number * 10_000.0).round().max(0.0) as u32;
    format!("{}.{:04}", parts / 10_000, parts % 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_part_is_written_in_percent() {
        assert_eq!(percent(1.0, 4.0), "25.00%");
        assert_eq!(percent(1.0, 3.0), "33.33%");
        assert_eq!(percent(-1.0, 3.0), "0.00%");
        assert_eq!(decimal(1.5), "1.5000");
        assert_eq!(decimal(0.03), "0.0300");
    }

    #[test]
    fn letters_lead_to_groups_that_are_shown() {
        let all: Vec<usize> = (0..groups().len()).collect();
        for (at, group) in groups().iter().enumerate() {
            let found = by_letters(&all, 0, group.name).unwrap();
            assert_eq!(groups()[found].name, group.name);
            assert_eq!(by_letters(&[at], at, &group.city[..2]), Some(at));
        }
        assert_eq!(by_letters(&[], 0, "a"), None);
    }

    proptest! {
        #[test]
        fn arrows_reach_every_group_that_is_shown(
            spots in prop::collection::vec((0.0..900.0, 0.0..600.0), 1..30), keep in prop::collection::vec(any::<bool>(), 30),
        ) {
            let places: Vec<Point> = spots.into_iter().map(|(x, y)| Point { x, y }).collect();
            let shown: Vec<usize> = (0..places.len()).filter(|at| keep[*at]).collect();
            for start in &shown {
                let mut reached = vec![*start];
                let mut next = 0;
                while let Some(from) = reached.get(next).copied() {
                    next += 1;
                    for direction in [Direction::Left, Direction::Right, Direction::Up, Direction::Down] {
                        if let Some(to) = neighbour(&places, &shown, from, direction) {
                            prop_assert!(shown.contains(&to));
                            if !reached.contains(&to) {
                                reached.push(to);
                            }
                        }
                    }
                }
                prop_assert_eq!(reached.len(), shown.len());
            }
        }
    }
}
