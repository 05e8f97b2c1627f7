//! Emigration year by year, as a table.

use crate::content::story;
use crate::i18n::messages;
use crate::widgets::Runs;
use leptos::prelude::*;
use story::{Bound, EmigrationYear, SourceId};

/// How many left each year, by whose count, what others counted, and what to know of the figure.
#[component]
pub(super) fn EmigrationTable() -> impl IntoView {
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
