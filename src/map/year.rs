//! The year that the map shows: a slider between two steps, the years going by, what they show in a
//! sentence, and what happened in them.

use super::choosing::input;
use super::emigration;
use super::state::{MapState, within_story};
use crate::content::story;
use crate::i18n::{messages, of_map};
use crate::shell::events::{after_paint, effect, elements, elements_in, on_window};
use crate::shell::{element, want_evidence, write, write_markup};
use crate::widgets::{put, sorted_by};
use leptos::prelude::*;
use std::time::Duration;
use story::{Activity, Group};
use web_sys::HtmlElement;

/// For how long each year is shown while they go by.
const YEAR: Duration = Duration::from_millis(1200);

/// Id of the slider.
pub(super) const SLIDER: &str = "map-year";

const EVENTS: &str = "map-events";

/// Id of the marks on the slider.
const MARKS: &str = "map-year-marks";

/// After so long the evidence is asked for, of which an address with a year speaks: the map comes first.
const SOON: Duration = Duration::from_millis(500);

/// The year, the steps, the summary, as markup.
pub(super) fn markup(out: &mut String) {
    let t = messages();
    let (first, last) = (story().first_year.to_string(), story().last_year.to_string());
    put(
        out,
        &[
            "<div class=\"year-control\"><button type=\"button\" class=\"play\" id=\"map-play\" data-do=\"play\"></button>\
             <button type=\"button\" id=\"map-back\" data-do=\"back\" aria-label=\"",
            "\">\u{2212}</button><label for=\"map-year\">",
            "</label><span class=\"year-slider\"><input id=\"map-year\" type=\"range\" min=\"",
            "\" max=\"",
            "\"><span class=\"year-marks\" id=\"map-year-marks\" aria-hidden=\"true\"></span>",
        ],
        &[t.year_back, t.year, &first, &last],
    );
    emigration::strip_markup(out);
    put(
        out,
        &[
            "</span><output for=\"map-year\" id=\"map-year-shown\"></output>\
             <button type=\"button\" id=\"map-on\" data-do=\"on\" aria-label=\"",
            "\">+</button></div><p class=\"map-summary\" id=\"map-summary\" role=\"status\"></p>",
        ],
        &[t.year_on],
    );
    emigration::sentence_markup(out);
}

/// A place for the events of the year, as markup.
pub(super) fn events_markup(out: &mut String) {
    put(out, &["<div class=\"map-events\" id=\"", "\"></div>"], &[EVENTS]);
}

/// Takes up where the slider stands.
pub(super) fn slide(state: MapState) {
    if let Some(year) = input(SLIDER).and_then(|it| it.value().parse::<i16>().ok()) {
        state.plays.set(false);
        // What happened in a year comes with the evidence, which opening the map alone is not worth.
        want_evidence();
        state.year.set(within_story(year));
    }
}

/// Goes by so many years.
pub(super) fn step(state: MapState, by: i16) {
    state.plays.set(false);
    want_evidence();
    state.step(by);
    state.note_soon();
}

/// Lets the years go by, or stops them; from the first where they are at the last.
pub(super) fn play(state: MapState) {
    let starts = !state.plays.get_untracked();
    want_evidence();
    if starts && state.year.get_untracked() >= story().last_year {
        state.year.set(story().first_year);
    }
    state.plays.set(starts);
    state.note();
}

/// Shows the year, and what happened in it, from now on.
pub(super) fn start(state: MapState) {
    let (first, last) = (story().first_year, story().last_year);
    let groups = by_region(story().groups.iter());
    effect(move || {
        let year = state.year.get();
        let words = year.to_string();
        if let Some(slider) = input(SLIDER).filter(|it| it.value() != words) {
            slider.set_value(&words);
        }
        write("map-year-shown", &words);
        for (id, disabled) in [("map-back", year <= first), ("map-on", year >= last)] {
            if let Some(button) = element(id) {
                let _ = button.toggle_attribute_with_force("disabled", disabled);
            }
        }
    });
    let track = move || {
        state.year.track();
        state.filter.track();
    };
    let sum_up = move || {
        let Some(year) = state.year.try_get_untracked() else { return };
        let sentence = state.filter.try_with_untracked(|filter| {
            sentence(year, groups.iter().copied().filter(|group| filter.chooses(group)))
        });
        write("map-summary", &sentence.unwrap_or_default());
    };
    let frames = state.frames.get_value();
    frames.follow(track, sum_up);
    let tell_emigration = move || {
        if let Some(year) = state.year.try_get_untracked() {
            emigration::tell(year);
        }
    };
    frames.follow(move || state.year.track(), tell_emigration);
    let timer = StoredValue::new(None::<IntervalHandle>);
    effect(move || {
        let plays = state.plays.get();
        let t = of_map();
        write("map-play", if plays { t.pause } else { t.play });
        // Years that go by are not said one by one; the one where they stop is.
        if let Some(summary) = element("map-summary") {
            let _ = summary.set_attribute("aria-live", if plays { "off" } else { "polite" });
        }
        timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            if plays {
                let next = move || {
                    state.step(1);
                    if state.year.get_untracked() >= last {
                        state.plays.set(false);
                        state.note();
                    }
                };
                *timer = set_interval_with_handle(next, YEAR).ok();
            }
        });
    });
    // What the page has of each year is gathered once, when it has come.
    let events = StoredValue::new(Vec::new());
    let tell = move |year: i16| {
        if events.with_value(Vec::is_empty) {
            events.set_value(events_by_year());
            events.with_value(|events| write_markup(MARKS, &marks_of(events, first, last)));
        }
        events.with_value(|events| write_markup(EVENTS, &events_of(year, events)));
    };
    // The map comes first: what happened is below it.
    effect(move || {
        let year = state.year.get();
        after_paint(move || {
            if state.year.try_get_untracked() == Some(year) {
                tell(year);
            }
        });
    });
    on_window("otg:evidence", move |_| {
        if let Some(year) = state.year.try_get_untracked() {
            tell(year);
        }
    });
    if state.address_has_year() {
        after_paint(|| set_timeout(want_evidence, SOON));
    }
}

/// Marks at the years of the slider, each as high as so much happened.
fn marks_of(events: &[Year], first: i16, last: i16) -> String {
    let mut out = String::new();
    let years = u32::from((last - first).max(1).unsigned_abs());
    for (year, events) in events {
        let Some(at) = year.parse::<i16>().ok().filter(|year| (first..=last).contains(year)) else {
            continue;
        };
        // In thousandths: whole numbers keep what writes floats out of what is downloaded.
        let along = u32::from((at - first).unsigned_abs()) * 1000 / years;
        let mark = ["<i style=\"--at: ", "; --count: ", "\"></i>"];
        put(&mut out, &mark, &[&along.to_string(), &events.len().to_string()]);
    }
    out
}

/// A year, and its events by their ids and titles.
type Year = (String, Vec<(String, String)>);

/// Years, as the timeline in the page has them.
fn events_by_year() -> Vec<Year> {
    let words = |element: &HtmlElement, selector: &str| {
        element.query_selector(selector).ok().flatten().and_then(|it| it.text_content())
    };
    let year = |in_year: HtmlElement| {
        let events = elements_in(&in_year, ".entry").into_iter();
        let events = events.map(|it| (it.id(), words(&it, "h3").unwrap_or_default())).collect();
        Some((words(&in_year, ".year")?, events))
    };
    elements("#later-timeline .years > li").into_iter().filter_map(year).collect()
}

/// The events of a year by their ids and titles.
pub(crate) fn events_in(year: i16) -> Vec<(String, String)> {
    let words = year.to_string();
    let of_year = events_by_year().into_iter().find(|(of, _)| *of == words);
    of_year.map(|(_, events)| events).unwrap_or_default()
}

/// Links to the events of a year, below a heading; nothing where there are none.
fn events_of(year: i16, events: &[Year]) -> String {
    let mut out = String::new();
    let words = year.to_string();
    if let Some((_, events)) = events.iter().find(|(of, _)| *of == words) {
        put(&mut out, &["<h2>", "</h2><ul>"], &[&(of_map().events_of)(year)]);
        for (id, title) in events {
            let link = ["<li><a href=\"#", "\">", "</a></li>"];
            put(&mut out, &link, &[id, title]);
        }
        out.push_str("</ul>");
    }
    out
}

/// What the map shows of some groups in a year, in a sentence.
pub(crate) fn summary<'a>(year: i16, groups: impl Iterator<Item = &'a Group<'a>>) -> String {
    sentence(year, by_region(groups).into_iter())
}

/// Groups in the order of their states: so those of one state stand together, and states can be counted
/// at each step of the year without being looked up.
fn by_region<'a>(groups: impl Iterator<Item = &'a Group<'a>>) -> Vec<&'a Group<'a>> {
    sorted_by(groups, |group| group.region)
}

/// The summary of groups that stand [in the order of their states](by_region).
fn sentence<'a>(year: i16, groups: impl Iterator<Item = &'a Group<'a>>) -> String {
    let (mut active, mut perhaps, mut states) = (0, 0, 0);
    let mut last = None;
    for group in groups {
        match group.activity(year) {
            Activity::Active => {
                active += 1;
                if last != Some(group.region) {
                    last = Some(group.region);
                    states += 1;
                }
            }
            Activity::Perhaps => perhaps += 1,
            Activity::NotYet | Activity::Ended => {}
        }
    }
    (messages().map_summary)(year, active, perhaps, states)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn marks_stand_along_the_slider_within_its_years() {
        let events = |count| vec![(String::new(), String::new()); count];
        let years = [("1959", 1), ("1960", 2), ("1975", 3), ("1990", 1), ("1991", 1), ("about", 1)];
        let years: Vec<Year> =
            years.into_iter().map(|(year, count)| (year.to_owned(), events(count))).collect();
        assert_eq!(
            marks_of(&years, 1960, 1990),
            "<i style=\"--at: 0; --count: 2\"></i><i style=\"--at: 500; --count: 3\"></i>\
             <i style=\"--at: 1000; --count: 1\"></i>"
        );
    }

    #[test]
    fn the_summary_counts_each_group_once() {
        let groups = &story().groups;
        for year in story().first_year..=story().last_year {
            let with = |state| groups.iter().filter(|it| it.activity(year) == state).count();
            let (active, perhaps) = (with(Activity::Active), with(Activity::Perhaps));
            let states: BTreeSet<_> = groups
                .iter()
                .filter(|it| it.activity(year) == Activity::Active)
                .map(|it| it.region)
                .collect();
            let told = (messages().map_summary)(year, active, perhaps, states.len());
            assert_eq!(summary(year, groups.iter()), told);
        }
    }
}
