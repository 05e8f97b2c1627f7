//! What sources disagree about.

use crate::content::story;
use crate::i18n::messages;
use crate::widgets::Prose;
use leptos::prelude::*;
use story::{Claim, ClaimStatus};

/// All claims that sources tell differently, with what we make of each.
#[component]
pub fn DisputesPage() -> impl IntoView {
    let t = messages();
    let disputed: Vec<&'static Claim<'static>> =
        story().claims.iter().filter(|claim| claim.status == ClaimStatus::Disputed).collect();
    let introduction = (t.disputes_introduction)(disputed.len(), story().claims.len());
    let entries = disputed
        .into_iter()
        .map(|claim| {
            let href = format!("#/claims/{}", claim.id);
            view! {
                <li>
                    <p class="statement"><a href=href>{claim.statement}</a></p>
                    <Prose text=&claim.verdict/>
                </li>
            }
        })
        .collect_view();
    view! {
        <h1 tabindex="-1">{t.disputes}</h1>
        <p class="lead">{introduction}</p>
        <ol class="disputes">{entries}</ol>
    }
}
