//! All sources, by kind.

use super::by_kind::by_kind;
use super::citation::SourceLine;
use super::later::Later;
use super::styles::templates;
use crate::content::story;
use crate::i18n::{messages, of_timeline};
use leptos::prelude::*;
use story::{Source, SourceKind};

/// All sources, by kind.
#[component]
pub fn SourcesPage() -> impl IntoView {
    let t = messages();
    let kinds = by_kind(
        &SourceKind::ALL,
        story().sources.rows(),
        |source| source.kind,
        t.source_kind,
        |source| view! { <SourceEntry source/> }.into_any(),
    );
    view! {
        <h1 tabindex="-1">{t.sources}</h1>
        <p class="lead">{t.sources_introduction}</p>
        <p><a href="#/disputes">{t.disputes}</a> " \u{00b7} " <a href="#/claims">{t.claims}</a> " \u{00b7} " <a href="#/further">{t.further}</a></p>
        {(!story().sources.is_empty()).then(|| view! { <Later id="later-sources">{kinds}</Later> })}
    }
}

#[component]
fn SourceEntry(source: &'static Source<'static>) -> impl IntoView {
    let t = messages();
    view! {
        <li id=format!("/sources/{}", source.id) tabindex="-1">
            <SourceLine source whole=true/>
            ". "
            <span class="consulted">{t.consulted} " " {source.consulted}</span>
            <details class="cite" data-forms=templates(source)>
                <summary>{of_timeline().cite}</summary>
            </details>
        </li>
    }
}
