//! Evidence that may come after the story.
//!
//! Claims, disputes, events and people weigh as much as the chapters that speak of them, and nobody
//! reads them first.
//! `cargo xtask dist` moves what stands in such a place to a file of its own, and the page fetches
//! it when the story is there. Where it stands in the page already (trunk, `serve`) nothing differs.

use crate::i18n::messages;
use leptos::prelude::*;

/// A place for evidence, and what is said there until it has come.
#[component]
pub(crate) fn Later(
    /// Names the place, in the page and in the file.
    id: &'static str,
    children: Children,
) -> impl IntoView {
    let t = messages();
    view! {
        <div class="later" id=id>{children()}</div>
        <p class="waiting later-waiting">
            {t.evidence_waiting}
            <span class="by-file">" " {t.evidence_otherwise} " " <a href="evidence.html">{t.evidence_file}</a></span>
        </p>
    }
}
