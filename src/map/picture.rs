//! The drawing: outlines, a control for each group, and moving among them.

use super::controls::{self, Controls, Moment};
use super::layout::{LEFT, Layout, SHOWN, part_of};
use super::moving::{self, move_by};
use super::sign::sign;
use super::state::MapState;
use super::ties;
use super::typeahead::next_match;
use super::viewport::{Place, Viewport};
use crate::content::{POINTS, story};
use crate::i18n::{messages, of_map};
use crate::shell::events::{effect, on_element, within};
use crate::shell::focus_id;
use crate::widgets::put;
use geo::Point;
use geo::neighbours::{Direction, nearest};
use geo::outline::{HEIGHT, border_path, land_path};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use story::{Activity, Group, RelationKind};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// How much larger each press of a key or a button draws the map.
pub(super) const STEP: f64 = 1.5;

/// By which part of what is shown each press moves the map.
const PAN: f64 = 0.25;

/// How long letters that are typed count as one word.
const TYPING: Duration = Duration::from_millis(700);

/// A group, or none.
pub(crate) type Choice = Option<&'static Group<'static>>;

/// The groups that lie on the drawing, in the order of the controls, with their numbers in the story.
fn on_drawing() -> impl Iterator<Item = (usize, &'static Group<'static>)> {
    let mut points = POINTS.iter().peekable();
    let mut lies = move |group: &Group<'_>| points.next_if(|(id, _)| *id == group.id.0).is_some();
    story().groups.iter().enumerate().filter(move |(_, group)| lies(group))
}

/// The groups that lie on the drawing, in the order of the controls.
pub(crate) fn groups() -> Vec<&'static Group<'static>> {
    on_drawing().map(|(_, group)| group).collect()
}

/// Where a drawing stands, which makes its controls different ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// On the map: a control opens a panel.
    Map,
    /// In an item of the quiz: a control is an answer.
    Answer,
    /// Before a class: a control points at its group.
    Show,
    /// Before a class, in an item.
    ShowAnswer,
}

impl Use {
    /// What the ids of controls begin with.
    fn prefix(self) -> &'static str {
        match self {
            Self::Map => "sign-",
            Self::Answer => "find-",
            Self::Show | Self::ShowAnswer => "show-",
        }
    }

    /// The attribute that says which control is chosen.
    pub(super) fn chosen(self) -> &'static str {
        match self {
            Self::Map => "aria-expanded",
            Self::Answer | Self::Show | Self::ShowAnswer => "aria-pressed",
        }
    }

    /// The state that a group is drawn in: as an answer it is whatever it was when it was there.
    pub(super) fn activity(self, group: &Group<'_>, year: i16) -> Activity {
        match self {
            Self::Map | Self::Show => group.activity(year),
            Self::Answer | Self::ShowAnswer => Activity::Active,
        }
    }

    /// What is said of that state.
    pub(super) fn tells(self, activity: Activity) -> Option<&'static str> {
        matches!(self, Self::Map | Self::Show).then(|| (messages().activity)(activity))
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
    for (at, (number, group)) in on_drawing().enumerate() {
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
        put(out, &end, &[&(number + 1).to_string(), group.short]);
    }
    out.push_str("</ul></div></div>");
}

/// What the drawing keeps besides its state.
#[derive(Clone, Copy)]
pub(crate) struct Picture {
    state: MapState,
    layout: RwSignal<Layout>,
    /// Which control is in the tab order.
    current: RwSignal<usize>,
    typed: StoredValue<String>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Picture {
    /// Draws in a frame what the state says, from now on.
    pub(crate) fn start(state: MapState, used: Use, frame: &HtmlElement, selected: Signal<Choice>) {
        let Some(controls) = Controls::within(frame, used, groups()) else { return };
        let controls = Rc::new(RefCell::new(controls));
        let picture = Self {
            state,
            layout: RwSignal::new(Layout::default()),
            current: RwSignal::new(0),
            typed: StoredValue::new(String::new()),
            timer: StoredValue::new(None),
        };
        moving::start(frame, state);
        picture.follow_frame(frame.clone());
        effect(move || picture.make_current(selected.get()));
        let (drawing, frames) = (frame.clone(), state.frames.get_value());
        let lead = move || {
            picture.layout.try_with_untracked(|layout| draw_leaders(&drawing, layout));
        };
        frames.follow(move || picture.layout.track(), lead);
        let drawing = frame.clone();
        effect(move || picture.layout.with(|layout| draw_ties(&drawing, state, layout)));
        let worker = controls::worker(&controls, &frames);
        let to_draw = Rc::clone(&controls);
        effect(move || {
            let (current, year, view) =
                (picture.current.get(), state.year.get(), state.viewport.get());
            let selected = selected.get();
            picture.layout.with(|layout| {
                let drawn = layout.drawn(current, view);
                let moment = Moment { layout, drawn, current, selected, year };
                controls::draw(&to_draw, &worker, &moment);
            });
        });
        on_element(frame, "focusin", move |event| {
            if let Some(at) = control_of(&event) {
                picture.focused(at);
            }
        });
        on_element(frame, "click", move |event| {
            // A crowd is brought nearer; what it does otherwise is for a group alone.
            if control_of(&event).is_some_and(|at| picture.part(at)) {
                event.stop_propagation();
            }
        });
        on_element(frame, "keydown", move |event| {
            let to = event.dyn_ref::<KeyboardEvent>().and_then(|key| picture.press(key));
            let Some(to) = to else { return };
            event.prevent_default();
            if let Some((id, _)) = to.and_then(|to| POINTS.get(to)) {
                let id = control_id(used, id);
                // What was out of view stands in the page when the effect that draws has run, which waits
                // for its turn already. In a later task, keys pressed meanwhile would reach nothing.
                if to.is_some_and(|to| controls.borrow().is_drawn(to)) {
                    focus_id(&id);
                } else {
                    leptos::task::spawn_local(async move { focus_id(&id) });
                }
            }
        });
    }

    /// Puts a group that is open into the tab order, where its panel gives the focus back.
    fn make_current(self, selected: Choice) {
        let at = selected.and_then(|group| POINTS.iter().position(|(id, _)| *id == group.id.0));
        if let Some(at) =
            at.filter(|at| self.layout.with_untracked(|it| it.crowd(*at).contains(at)))
        {
            self.focused(at);
        }
    }

    /// Draws the groups nearer that are drawn as one with a group; whether there are any.
    fn part(self, at: usize) -> bool {
        let crowd = self.layout.with_untracked(|layout| layout.crowd(at).to_vec());
        if crowd.len() < 2 {
            return false;
        }
        let place = |at: usize| POINTS.get(at).map(|(_, point)| part_of(*point));
        let places: Vec<Place> = crowd.into_iter().filter_map(place).collect();
        let now = self.state.viewport.get_untracked();
        let all = Viewport::around(&places);
        // A town is no larger on a map of its state.
        let least = now.scale * STEP;
        show(
            self.state,
            if all.scale < least { all.zoomed(least / all.scale, (0.5, 0.5)) } else { all },
        );
        true
    }

    /// Puts the control with a number into the tab order.
    fn focused(self, at: usize) {
        if self.current.get_untracked() != at {
            self.current.set(at);
        }
    }

    /// Does what a key on a control asks for: if it asked for anything, and to which control the
    /// focus goes, if to any.
    fn press(self, event: &KeyboardEvent) -> Option<Option<usize>> {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return None;
        }
        let from = self.current.get_untracked();
        let stops = self.layout.with_untracked(|layout| layout.stops(from));
        let step = |direction| {
            self.layout.with_untracked(|layout| neighbour(&layout.places, &stops, from, direction))
        };
        let key = event.key();
        if event.shift_key() && pan(self.state, &key) {
            return Some(None);
        }
        let to = match key.as_str() {
            "ArrowLeft" => step(Direction::Left),
            "ArrowRight" => step(Direction::Right),
            "ArrowUp" => step(Direction::Up),
            "ArrowDown" => step(Direction::Down),
            "Home" => stops.first().copied(),
            "End" => stops.last().copied(),
            "+" | "=" => self.zoom_at(STEP, from),
            "-" | "\u{2212}" => self.zoom_at(1.0 / STEP, from),
            "0" => {
                show_whole(self.state);
                None
            }
            letter if letter.chars().count() == 1 && letter != " " => {
                self.remember(letter);
                self.typed.with_value(|typed| by_letters(&shown(self.state), from, typed))
            }
            _ => return None,
        };
        if let Some(to) = to {
            self.bring_into_view(to);
            self.focused(to);
        }
        Some(to)
    }

    fn zoom_at(self, factor: f64, at: usize) -> Option<usize> {
        zoom(self.state, factor, Some(self.center_of(at)));
        None
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
        let part = |layout: &Layout| layout.places.get(at).map_or((0.5, 0.5), |at| part_of(*at));
        self.layout.with_untracked(part)
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
        // Until it is known, that of a laptop.
        let width = RwSignal::new(800.0_f64);
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
        let laid_out = StoredValue::new((0.0, 0.0, Vec::new()));
        effect(move || {
            let (width, view) = (width.get(), self.state.viewport.get());
            self.state.filter.track();
            let style = frame.style();
            for (name, value) in [("--zoom", view.scale), ("--x", view.x), ("--y", view.y)] {
                let _ = style.set_property(name, &decimal(value));
            }
            let _ = frame.toggle_attribute_with_force("data-zoomed", view.scale > 1.0);
            let now = (width, view.scale, shown(self.state));
            // Moving alone changes no place.
            if laid_out.with_value(|before| *before != now) {
                let anchors: Vec<Point> = POINTS.iter().map(|(_, at)| *at).collect();
                let layout = Layout::of(&anchors, &now.2, width, view.scale);
                if !now.2.contains(&self.current.get_untracked()) {
                    self.focused(now.2.first().copied().unwrap_or(0));
                }
                laid_out.set_value(now);
                self.layout.set(layout);
            }
        });
    }
}

/// Numbers of the groups that the filter lets through.
fn shown(state: MapState) -> Vec<usize> {
    let chosen = |filter: &super::filter::Filter| {
        let groups = on_drawing().enumerate();
        groups.filter(|(_, (_, group))| filter.chooses(group)).map(|(at, _)| at).collect()
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

/// Draws the map larger or smaller: around a place of it, or around the middle of what is shown.
pub(super) fn zoom(state: MapState, factor: f64, around: Option<Place>) {
    let now = state.viewport.get_untracked();
    let at = around.map_or((0.5, 0.5), |(x, y)| ((x - now.x) * now.scale, (y - now.y) * now.scale));
    show(state, now.zoomed(factor, at));
}

/// Moves the map as an arrow key asks for; whether the key is one.
pub(super) fn pan(state: MapState, key: &str) -> bool {
    let by = match key {
        "ArrowLeft" => (PAN, 0.0),
        "ArrowUp" => (0.0, PAN),
        "ArrowDown" => (0.0, -PAN),
        "ArrowRight" => (-PAN, 0.0),
        _ => return false,
    };
    move_by(state, |view| view.panned(by));
    true
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
        state.announce((of_map().zoomed)((view.scale * 100.0).round() as u32));
    }
}

/// Draws lines from signs that had to give way to their towns.
fn draw_leaders(frame: &HtmlElement, layout: &Layout) {
    let mut leaders = String::new();
    for (at, ((_, anchor), place)) in POINTS.iter().zip(&layout.places).enumerate() {
        let alone = layout.crowd(at).len() < 2;
        if alone && (anchor.x - place.x).hypot(anchor.y - place.y) > 1.0 {
            line(&mut leaders, *anchor, *place);
        }
    }
    if let Ok(Some(path)) = frame.query_selector(".leader") {
        let _ = path.set_attribute("d", &leaders);
    }
}

/// Draws ties between groups that are shown, or none.
fn draw_ties(frame: &HtmlElement, state: MapState, layout: &Layout) {
    let mut drawing = String::new();
    let at = |group: &Group<'_>| {
        let at = POINTS.iter().position(|(id, _)| *id == group.id.0)?;
        layout.places.get(at).copied()
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

/// The number of the control that an event was in.
pub(crate) fn control_of(event: &Event) -> Option<usize> {
    within(event, ".map-control")?.get_attribute("data-at")?.parse().ok()
}

/// The id of a group's control.
pub(crate) fn control_id(used: Use, group: &str) -> String {
    [used.prefix(), group].concat()
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
    fn a_number_is_written_to_four_places() {
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
