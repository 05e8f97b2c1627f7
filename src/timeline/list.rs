//! Events below their years, and the controls that choose among them.

use super::chart::EmigrationChart;
use super::emigration::EmigrationTable;
use super::filter::{lies_in, slug};
use crate::content::story;
use crate::evidence::connections::{self, Row};
use crate::evidence::{Connections, Later};
use crate::i18n::{messages, of_timeline};
use crate::widgets::{DateText, Prose};
use leptos::prelude::*;
use std::collections::BTreeMap;
use story::{Event, HistoricalDate, Target};

/// What is told of one event, without the heading.
#[component]
pub fn EventAccount(
    /// The event.
    event: &'static Event<'static>,
) -> impl IntoView {
    let themes: Vec<_> = event
        .themes
        .iter()
        .filter_map(|id| story().themes.get(id.0))
        .map(|theme| theme.name)
        .collect();
    view! {
        <p class="facts">
            <DateText date=event.date/>
            {event.place.map(|place| format!(" \u{00b7} {}", place.name))}
            {(!themes.is_empty()).then(|| format!(" \u{00b7} {}", themes.join(", ")))}
        </p>
        <Prose text=&event.account/>
    }
}

/// All events, then emigration year by year.
#[component]
pub fn TimelinePage() -> impl IntoView {
    let t = messages();
    let (events, emigration) = (&story().events, &story().emigration);
    view! {
        <h1 tabindex="-1">{t.timeline}</h1>
        <p class="lead">{t.timeline_introduction}</p>
        {(!events.is_empty() || !emigration.is_empty())
            .then(|| {
                view! {
                    <Later id="later-timeline">
                        {(!events.is_empty()).then(|| view! { <Controls/><Years/> })}
                        {(!emigration.is_empty())
                            .then(|| view! { <EmigrationChart/><EmigrationTable/> })}
                    </Later>
                }
            })}
    }
}

/// The choice of a theme and a place.
#[component]
fn Controls() -> impl IntoView {
    let t = of_timeline();
    let events = story().events.rows();
    let choice = |name: &'static str, label: &'static str, any, options: Vec<_>| {
        let options: Vec<_> = options
            .into_iter()
            .map(|(value, words): (String, String)| view! { <option value=value>{words}</option> })
            .collect();
        view! {
            <label>
                {label}
                <select name=name><option value="">{any}</option>{options}</select>
            </label>
        }
    };
    let counted = |words: &str, count: usize| format!("{words} ({count})");
    let themes = story().themes.iter().filter_map(|theme| {
        let count = events.iter().filter(|event| event.themes.contains(&theme.id)).count();
        (count > 0).then(|| (theme.id.0.to_owned(), counted(theme.name, count)))
    });
    let names: BTreeMap<&str, String> =
        events.iter().filter_map(|event| event.place).map(|it| (it.name, slug(it.name))).collect();
    let places = names.iter().map(|(name, place)| {
        let count = events
            .iter()
            .filter_map(|event| event.place)
            .filter(|other| lies_in(&slug(other.name), place))
            .count();
        (place.clone(), counted(name, count))
    });
    view! {
        <fieldset id="choose-events">
            <legend>{t.heading}</legend>
            {choice("theme", t.theme, t.any_theme, themes.collect())}
            {choice("place", t.place, t.any_place, places.collect())}
            <button type="button">{t.show_all}</button>
            <p role="status">{(t.shown)(events.len(), events.len())}</p>
        </fieldset>
    }
}

/// Events, below the years in which they began.
#[component]
fn Years() -> impl IntoView {
    // By date, so events of a year stand together.
    let years = story()
        .events
        .rows()
        .chunk_by(|one, other| one.date.representative_year() == other.date.representative_year())
        .map(|events| {
            let year = events.first().and_then(|event| event.date.representative_year());
            let heading = match year {
                Some(year) => year.to_string(),
                None => of_timeline().no_year.to_owned(),
            };
            let events: Vec<_> = events.iter().map(|event| view! { <Entry event/> }).collect();
            view! {
                <li>
                    <h2 class="year">{heading}</h2>
                    <ol class="timeline">{events}</ol>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="years">{years}</ol> }
}

#[component]
fn Entry(event: &'static Event<'static>) -> impl IntoView {
    let themes: Vec<_> = event.themes.iter().map(|theme| theme.0).collect();
    let when = match event.date {
        HistoricalDate::On(_) => "exact",
        HistoricalDate::Lasting(..) => "span",
        _ => "about",
    };
    view! {
        <li data-themes=themes.join(" ") data-place=event.place.map(|it| slug(it.name)) data-when=when>
            <article class="entry" id=format!("/timeline/{}", event.id)>
                <h3 tabindex="-1">{event.title}</h3>
                <EventAccount event/>
                <Connections rows=connected(event)/>
            </article>
        </li>
    }
}

/// What else the story has on an event.
fn connected(event: &'static Event<'static>) -> Vec<Row> {
    let t = messages();
    let in_year = |year: i16| format!("?year={year}");
    let year = event
        .date
        .representative_year()
        .filter(|year| (story().first_year..=story().last_year).contains(year));
    let query = year.map(in_year).unwrap_or_default();
    let mut map: Vec<(String, String)> = event
        .groups
        .iter()
        .filter_map(|id| story().groups.get(id.0))
        .map(|group| (format!("#/map/{}{query}", group.id), group.name.to_owned()))
        .collect();
    map.extend(year.map(|year| (format!("#/map{query}"), (of_timeline().map_in_year)(year))));
    let people = event
        .people
        .iter()
        .filter_map(|id| story().people.get(id.0))
        .map(|person| (format!("#/people/{}", person.id), person.name.to_owned()));
    vec![
        connections::passages(Target::Event(event.id)),
        (t.people, people.collect()),
        (of_timeline().on_the_map, map),
    ]
}
