//! Words explained.

use crate::content::story;
use crate::evidence::Index;
use crate::i18n::messages;
use crate::widgets::Prose;
use leptos::prelude::*;

/// All terms in alphabetical order.
#[component]
pub fn GlossaryPage() -> impl IntoView {
    let t = messages();
    let entries = story()
        .terms
        .iter()
        .map(|term| {
            view! {
                <article class="entry" id=format!("/glossary/{}", term.id)>
                    <h2 tabindex="-1">{term.term}</h2>
                    <Prose text=&term.meaning/>
                </article>
            }
        })
        .collect_view();
    view! {
        <h1 tabindex="-1">{t.glossary}</h1>
        <p class="lead">{t.glossary_introduction}</p>
        {entries}
        <Index/>
    }
}
