//! Events in order, and the emigration table.

use crate::content::story;
use crate::evidence::Later;
use crate::i18n::messages;
use crate::widgets::{DateText, Prose, Runs};
use leptos::prelude::*;
use story::{Bound, EmigrationYear, Event, SourceId};

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
        {(!story().events.is_empty() || !story().emigration.is_empty())
            .then(|| {
                view! {
                    <Later id="later-timeline">
                        <ol class="timeline">{entries}</ol>
                        {(!story().emigration.is_empty()).then(|| view! { <EmigrationTable/> })}
                    </Later>
                }
            })}
    }
}

/// How many left each year, by whose count, what others counted, and what to know of the figure.
#[component]
fn EmigrationTable() -> impl IntoView {
    let t = messages();
    let [year, people, others, note] = t.emigration_columns;
    let rows = story().emigration.iter().map(|row| view! { <EmigrationRow row/> }).collect_view();
    view! {
            // Narrow screens scroll the table, not the page.
            <div class="wide" role="region" tabindex="0" aria-label=story().emigration_caption>
                <table class="emigration">
                    <caption>{story().emigration_caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{year}</th>
                            <th scope="col">{people}</th>
                            <th scope="col">{others}</th>
                            <th scope="col">{note}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
    }
}

#[component]
fn EmigrationRow(row: &'static EmigrationYear<'static>) -> impl IntoView {
    let t = messages();
    let others: Vec<_> = row
        .others
        .iter()
        .map(|other| {
            view! {
                <li>
                    <a href=source_address(other.source)>{(t.count)(Bound::Exact, other.count)}</a>
                    ": "
                    <Runs text=&other.says/>
                </li>
            }
        })
        .collect();
    view! {
        <tr class:doubtful=row.doubtful>
            <th scope="row">{row.year}</th>
            <td>
                <a href=source_address(row.source)>{(t.count)(row.bound, row.total)}</a>
                {row.doubtful.then(|| format!(" ({})", t.doubtful))}
            </td>
            <td>{(!others.is_empty()).then(|| view! { <ul>{others}</ul> })}</td>
            <td><Runs text=&row.note/></td>
        </tr>
    }
}

fn source_address(source: SourceId<'_>) -> String {
    format!("#/sources/{source}")
}
