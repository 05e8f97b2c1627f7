//! What else the story has on an entry: a row of links for each kind.

use super::places::{address_and_heading, places_of};
use crate::content::story;
use crate::i18n::{messages, of_timeline};
use leptos::prelude::*;
use std::collections::BTreeMap;
use story::{ClaimId, Event, Question, Target};

/// A label, and the links that follow it: address and words of each.
pub(crate) type Row = (&'static str, Vec<(String, String)>);

/// The rows of an entry, those without links left out.
#[component]
pub(crate) fn Connections(
    /// The rows.
    rows: Vec<Row>,
) -> impl IntoView {
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(_, links)| !links.is_empty())
        .map(|(label, links)| {
            let links: Vec<_> = links
                .into_iter()
                .map(|(href, words)| view! { <dd><a href=href>{words}</a></dd> })
                .collect();
            view! { <div><dt>{label}</dt>{links}</div> }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <dl class="connections">{rows}</dl> })
}

/// The passages that speak of something.
pub(crate) fn passages(target: Target<'_>) -> Row {
    let mut links: Vec<(String, String)> = Vec::new();
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for place in places_of(target) {
        let (href, heading) = address_and_heading(*place);
        *named.entry(heading).or_default() += 1;
        links.push((href, heading.to_owned()));
    }
    // Where headings are alike the chapter tells which is which.
    for ((_, words), (chapter, _)) in links.iter_mut().zip(places_of(target)) {
        if named.get(words.as_str()).is_some_and(|times| *times > 1) {
            *words = format!("{}: {words}", chapter.title);
        }
    }
    (of_timeline().in_the_story, links)
}

/// The events that fit.
pub(crate) fn events(fits: impl Fn(&Event<'static>) -> bool) -> Row {
    let links = story()
        .events
        .iter()
        .filter(|event| fits(event))
        .map(|event| (format!("#/timeline/{}", event.id), event.title.to_owned()))
        .collect();
    (of_timeline().on_the_timeline, links)
}

/// The items of the quiz that fit.
pub(crate) fn questions(fits: impl Fn(&Question<'static>) -> bool) -> Row {
    let links = story()
        .questions
        .iter()
        .filter(|question| fits(question))
        .map(|question| {
            (format!("#/quiz?item={}", question.id), question.prompt.plain().trim().to_owned())
        })
        .collect();
    (messages().quiz, links)
}

/// Claims by their statements.
pub(crate) fn claims(ids: &[ClaimId<'_>]) -> Row {
    let links = ids
        .iter()
        .filter_map(|id| story().claims.get(id.0))
        .map(|claim| (format!("#/claims/{}", claim.id), claim.statement.to_owned()))
        .collect();
    (of_timeline().claims, links)
}
