//! What changes on the stage: the year, the spots on its map, the groups, and what the text has on
//! them.
//!
//! Written to the prerendered frame directly: it is a few lines of text, and lists that are seldom
//! longer than a screen.

use super::scene::{self, Place};
use crate::content::{POINTS, passage_at, story};
use crate::i18n::of_stage;
use crate::route::View;
use crate::shell::events::{effect, elements_in, on_document, within};
use crate::shell::{Focus, Navigation, element, focus_id, set_hidden, write};
use geo::outline::land_path;
use leptos::prelude::*;
use story::{Activity, Group};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Id of the list of groups. By their ids things are found at once; a selector goes through all of the
/// document, at each passage and each year.
const GROUPS: &str = "stage-group-list";

type GroupRef = &'static Group<'static>;

/// Windows at least this wide have room for the stage beside the text. `stage.css` agrees.
const WIDE: &str = "(min-width: 64rem)";

/// What the stage shows.
#[derive(Clone, Copy)]
struct Shown {
    focus: Focus,
    /// A year that the reader turned to; none while the stage follows the text.
    year: RwSignal<Option<i16>>,
    /// The group that the reader asks about.
    asked: RwSignal<Option<GroupRef>>,
    groups: RwSignal<Vec<GroupRef>>,
}

/// Fills the stage, and keeps it filled from now on.
pub(super) fn start(stage: &HtmlElement, navigation: Navigation, focus: Focus) {
    let shown = Shown {
        focus,
        year: RwSignal::new(None),
        asked: RwSignal::new(None),
        groups: RwSignal::new(Vec::new()),
    };
    if window().match_media(WIDE).ok().flatten().is_some_and(|query| query.matches())
        && let Ok(Some(details)) = stage.query_selector("details")
    {
        let _ = details.set_attribute("open", "");
    }
    effect(move || {
        focus.passage.track();
        shown.year.set(None);
    });
    effect(move || {
        shown.asked.set(None);
        shown.groups.set(match shown.year.get() {
            Some(year) => scene::groups_in(story(), year),
            None => shown.passage().map_or(Vec::new(), |it| scene::groups_of(story(), it)),
        });
    });
    effect(move || shown.write_groups());
    effect(move || shown.write_heading());
    effect(move || {
        // Beside other views, which turn the year too, nobody sees the spots.
        if navigation.route.with(|route| matches!(route.view, View::Read { .. })) {
            shown.write_spots();
        }
    });
    effect(move || shown.write_offer());
    effect(move || write_year(focus.year.get()));
    on_document("input", move |event| {
        if let Some(year) = chosen_year(&event) {
            focus.year.set(year);
            shown.year.set(Some(year));
        }
    });
    on_document("change", move |event| {
        if let Some(year) = chosen_year(&event) {
            let groups = scene::groups_in(story(), year).len();
            let passages = scene::passages_on(story(), year).len();
            navigation.announce((of_stage().chosen)(year, groups, passages));
        }
    });
    on_document("click", move |event| {
        if let Some(button) = within(&event, "[data-ask]") {
            let id = button.get_attribute("data-ask").unwrap_or_default();
            let group = story().groups.get(&id).filter(|_| !is_pressed(&button));
            shown.asked.set(group);
            if let Some(group) = group {
                let passages = scene::passages_with(story(), &id).len();
                navigation.announce((of_stage().asked)(group.short, passages));
            }
        } else if within(&event, "#stage-follow").is_some() {
            focus.passage.notify();
            shown.asked.set(None);
            // The button goes; the focus stays near it.
            focus_id("stage-year");
        }
    });
}

impl Shown {
    fn passage(self) -> Option<&'static story::Passage<'static>> {
        self.focus.passage.with(|place| Some(passage_at(place.as_deref()?)?.1))
    }

    /// Writes the large year, and the towns beside it.
    fn write_heading(self) {
        let chosen = self.year.get();
        let years = match chosen {
            Some(year) => Some((year, year)),
            None => self.passage().and_then(scene::all_years),
        };
        let mut towns = String::new();
        // In a year there can be dozens; then the list names them.
        if chosen.is_none() {
            for group in self.groups.get() {
                if !towns.contains(group.city) {
                    towns.push_str(if towns.is_empty() { "" } else { ", " });
                    towns.push_str(group.city);
                }
            }
        }
        write("stage-when", &years.map(scene::written).unwrap_or_default());
        write("stage-where", &towns);
    }

    /// Writes the list of groups.
    fn write_groups(self) {
        let t = of_stage();
        let (groups, year) = (self.groups.get(), self.year.get_untracked());
        let label = match year {
            Some(year) if groups.is_empty() => (t.no_groups_then)(year),
            Some(year) => (t.groups_then)(year),
            None if groups.is_empty() => t.no_groups_here.to_owned(),
            None => t.groups_here.to_owned(),
        };
        write("stage-groups", &label);
        let Some(list) = element(GROUPS) else { return };
        list.set_text_content(None);
        for group in groups {
            let button = made("button", group.short);
            let attributes =
                [("type", "button"), ("data-ask", group.id.0), ("aria-pressed", "false")];
            if let Some(button) = &button {
                for (name, value) in attributes {
                    let _ = button.set_attribute(name, value);
                }
            }
            append_item(&list, button, group.city);
        }
    }

    /// Writes what the text has on a group that was asked for, or else on a year that was chosen.
    fn write_offer(self) {
        let t = of_stage();
        let (asked, year) = (self.asked.get(), self.year.get());
        let (heading, places) = match (asked, year) {
            (Some(group), _) => {
                ((t.passages_with)(group.short), scene::passages_with(story(), group.id.0))
            }
            (None, Some(year)) => ((t.passages_on)(year), scene::passages_on(story(), year)),
            (None, None) => (String::new(), Vec::new()),
        };
        write("stage-offer", &heading);
        write_places(places);
        if let Some(link) = element("stage-map") {
            link.set_hidden(asked.is_none());
            let _ =
                link.set_attribute("href", &format!("#/map/{}", asked.map_or("", |it| it.id.0)));
        }
        set_hidden("stage-follow", asked.is_none() && year.is_none());
        let buttons = element(GROUPS).map_or(Vec::new(), |it| elements_in(&it, "[data-ask]"));
        for button in buttons {
            let it = button.get_attribute("data-ask");
            let pressed = asked.is_some_and(|group| it.as_deref() == Some(group.id.0));
            let _ = button.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
        }
    }

    /// Marks the groups on the map: those that are shown, that which is asked about, and, more
    /// faintly, all others that were at work; and joins those that had to do with one another.
    fn write_spots(self) {
        let (groups, asked, year) = (self.groups.get(), self.asked.get(), self.focus.year.get());
        let told = |id: &str| groups.iter().any(|group| group.id.0 == id);
        let at_work = |id: &str| {
            story().groups.get(id).is_some_and(|group| group.activity(year) == Activity::Active)
        };
        for (id, _) in POINTS {
            let state = match asked {
                Some(group) if group.id.0 == *id => "asked",
                _ if told(id) => "shown",
                _ if at_work(id) => "then",
                _ => "",
            };
            if let Some(spot) = document().get_element_by_id(&spot_id(id)) {
                let _ = spot.set_attribute("data-state", state);
                // Towns lie close: what is spoken of lies on top.
                if let Some(svg) = spot.parent_element().filter(|_| told(id)) {
                    let _ = svg.append_child(&spot);
                }
            }
        }
        let at = |id: &str| POINTS.iter().find(|(other, _)| *other == id).map(|(_, at)| at);
        let mut ties = String::new();
        for group in &groups {
            for relation in group.relations.iter().filter(|relation| told(relation.group.0)) {
                if let (Some(from), Some(to)) = (at(group.id.0), at(relation.group.0)) {
                    for (letter, point) in [('M', from), ('L', to)] {
                        ties.push(letter);
                        ties.push_str(&(point.x as i32).to_string());
                        ties.push(' ');
                        ties.push_str(&(point.y as i32).to_string());
                    }
                }
            }
        }
        set("stage-ties", "d", &ties);
    }
}

/// Draws the land, and a spot for each group.
pub(super) fn draw_map() {
    set("stage-land", "d", &land_path());
    let land = document().get_element_by_id("stage-land");
    let Some(svg) = land.and_then(|land| land.parent_element()) else { return };
    for (id, at) in POINTS {
        let spot = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "circle");
        let Ok(spot) = spot else { return };
        let _ = svg.append_child(&spot);
        let (x, y) = ((at.x as i32).to_string(), (at.y as i32).to_string());
        let attributes = [("class", "spot"), ("cx", &x), ("cy", &y), ("r", "9")];
        for (name, value) in attributes {
            let _ = spot.set_attribute(name, value);
        }
        spot.set_id(&spot_id(id));
    }
}

fn spot_id(group: &str) -> String {
    let mut id = "spot-".to_owned();
    id.push_str(group);
    id
}

/// The year that the reader moved the slider to, if that is what the event tells.
fn chosen_year(event: &web_sys::Event) -> Option<i16> {
    let slider = within(event, "#stage-year")?.dyn_into::<HtmlInputElement>().ok()?;
    let year = slider.value().parse::<i16>().ok()?;
    Some(year.clamp(story().first_year, story().last_year))
}

fn write_year(year: i16) {
    let year = year.to_string();
    let slider = element("stage-year").and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    if let Some(slider) = slider {
        slider.set_value(&year);
    }
    write("stage-year-shown", &year);
}

fn write_places(places: Vec<Place>) {
    let Some(list) = element("stage-places") else { return };
    list.set_text_content(None);
    for (chapter, passage) in places {
        let link = made("a", passage.heading);
        if let Some(link) = &link {
            let _ = link.set_attribute("href", &format!("#/read/{}/{}", chapter.id, passage.id));
        }
        append_item(&list, link, chapter.title);
    }
}

/// Adds an item to a list: what can be chosen, and a word on it.
fn append_item(list: &HtmlElement, control: Option<Element>, word: &str) {
    if let (Some(item), Some(control), Some(word)) = (made("li", ""), control, made("span", word)) {
        let _ = item.append_child(&control);
        let _ = item.append_child(&document().create_text_node(" "));
        let _ = item.append_child(&word);
        let _ = list.append_child(&item);
    }
}

fn made(tag: &str, words: &str) -> Option<Element> {
    let element = document().create_element(tag).ok()?;
    element.set_text_content(Some(words));
    Some(element)
}

fn set(id: &str, name: &str, value: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let _ = element.set_attribute(name, value);
    }
}

fn is_pressed(button: &HtmlElement) -> bool {
    button.get_attribute("aria-pressed").as_deref() == Some("true")
}
