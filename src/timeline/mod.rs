//! Events in order, and the emigration table.

use crate::content::story;
use crate::i18n::messages;
use crate::widgets::{DateText, Prose, Runs};
use leptos::prelude::*;
use story::Event;

/// What is told of one event, without the heading.
#[component]
pub fn EventAccount(
    /// The event.
    event: &'static Event<'static>,
) -> impl IntoView {
    view! {
        <p class="facts">
            <DateText date=event.date/>
            {event.place.map(|place| format!(" \u{00b7} {}", place.name))}
        </p>
        <Prose text=&event.account/>
    }
}

/// All events, then emigration year by year.
#[component]
pub fn TimelinePage() -> impl IntoView {
    let t = messages();
    let entries = story()
        .events
        .iter()
        .map(|event| {
            view! {
                <li>
                    <article class="entry" id=format!("/timeline/{}", event.id)>
                        <h2 tabindex="-1">{event.title}</h2>
                        <EventAccount event/>
                    </article>
                </li>
            }
        })
        .collect_view();
    view! {
        <h1 tabindex="-1">{t.timeline}</h1>
        <p class="lead">{t.timeline_introduction}</p>
        <ol class="timeline">{entries}</ol>
        <EmigrationTable/>
    }
}

#[component]
fn EmigrationTable() -> impl IntoView {
    let t = messages();
    let [year, people, note] = t.emigration_columns;
    let rows = story()
        .emigration
        .iter()
        .map(|row| {
            view! {
                <tr class:doubtful=row.doubtful>
                    <th scope="row">{row.year}</th>
                    <td>
                        {(t.count)(row.bound, row.total)}
                        {row.doubtful.then(|| format!(" ({})", t.doubtful))}
                    </td>
                    <td><Runs text=&row.note/></td>
                </tr>
            }
        })
        .collect_view();
    (!story().emigration.is_empty()).then(|| {
        view! {
            <table class="emigration">
                <caption>{t.emigration}</caption>
                <thead>
                    <tr>
                        <th scope="col">{year}</th>
                        <th scope="col">{people}</th>
                        <th scope="col">{note}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}
