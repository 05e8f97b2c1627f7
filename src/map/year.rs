//! The year that the map shows: a slider between two steps, and what it shows in a sentence.

use crate::content::story;
use crate::i18n::messages;
use crate::route::{List, View};
use crate::shell::events::effect;
use crate::shell::{Focus, Navigation};
use leptos::prelude::*;
use std::collections::BTreeSet;
use story::{Activity, Story};

/// The year, with the summary of what the map shows.
#[component]
pub(super) fn YearControl() -> impl IntoView {
    let t = messages();
    let (first, last) = (story().first_year, story().last_year);
    let (Some(navigation), Some(focus)) = (use_context::<Navigation>(), use_context::<Focus>())
    else {
        return ().into_any();
    };
    take_up_address(navigation, focus);
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
    let at_first = Signal::derive(move || focus.year.get() <= first);
    let at_last = Signal::derive(move || focus.year.get() >= last);
    let words = Signal::derive(move || focus.year.get().to_string());
    let sentence = Signal::derive(move || summary(story(), focus.year.get()));
    view! {
        <div class="year-control">
            <button type="button" aria-label=t.year_back disabled=at_first on:click=move |_| step(-1)>
                "\u{2212}"
            </button>
            <label for="map-year">{t.year}</label>
            <input
                id="map-year"
                type="range"
                min=first.to_string()
                max=last.to_string()
                prop:value=words
                on:input=slide
                on:change=move |_| note()
            />
            <output for="map-year">{words}</output>
            <button type="button" aria-label=t.year_on disabled=at_last on:click=move |_| step(1)>
                "+"
            </button>
        </div>
        <p class="map-summary" role="status">{sentence}</p>
    }
    .into_any()
}

/// Takes the year from the address, whenever the address names one.
fn take_up_address(navigation: Navigation, focus: Focus) {
    effect(move || {
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

/// What the map shows in a year, in a sentence.
fn summary(story: &Story<'_>, year: i16) -> String {
    let (mut active, mut perhaps) = (0, 0);
    let mut states = BTreeSet::new();
    for group in &story.groups {
        match group.activity(year) {
            Activity::Active => {
                active += 1;
                states.insert(group.region);
            }
            Activity::Perhaps => perhaps += 1,
            Activity::NotYet | Activity::Ended => {}
        }
    }
    (messages().map_summary)(year, active, perhaps, states.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_counts_each_group_once() {
        let groups = &story().groups;
        for year in story().first_year..=story().last_year {
            let with = |state| groups.iter().filter(|it| it.activity(year) == state).count();
            let sentence = summary(story(), year);
            let (active, perhaps) = (with(Activity::Active), with(Activity::Perhaps));
            assert!(active == 0 || sentence.contains(&format!("{active} group")), "{sentence}");
            assert_eq!(perhaps > 0, sentence.contains("perhaps"), "{sentence}");
        }
    }
}
