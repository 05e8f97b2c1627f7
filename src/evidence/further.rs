//! Where to look further.

use super::by_kind::by_kind;
use super::later::Later;
use crate::content::story;
use crate::i18n::messages;
use crate::widgets::Prose;
use leptos::prelude::*;
use story::{Resource, ResourceKind};

/// Archives, books, films and lessons, by kind.
#[component]
pub fn FurtherPage() -> impl IntoView {
    let t = messages();
    let kinds = by_kind(
        &ResourceKind::ALL,
        story().resources.rows(),
        |resource| resource.kind,
        t.resource_kind,
        |resource| view! { <ResourceEntry resource/> }.into_any(),
    );
    view! {
        <h1 tabindex="-1">{t.further}</h1>
        <p class="lead">{t.further_introduction}</p>
        {(!story().teaching.is_empty())
            .then(|| view! { <p><a href="#/teach">{t.teach}</a></p> })}
        {(!story().resources.is_empty()).then(|| view! { <Later id="later-further">{kinds}</Later> })}
    }
}

#[component]
fn ResourceEntry(resource: &'static Resource<'static>) -> impl IntoView {
    let title = match resource.url {
        Some(url) => {
            view! { <a class="original" href=url rel="external noreferrer">{resource.title}</a> }
                .into_any()
        }
        None => resource.title.into_any(),
    };
    view! {
        <li>
            <p class="resource">
                <cite>{title}</cite>
                {resource.maker.map(|maker| format!(", {maker}"))}
            </p>
            <Prose text=&resource.about/>
        </li>
    }
}
