//! What sources disagree about.

use crate::content::story;
use crate::i18n::messages;
use leptos::prelude::*;
use story::ClaimStatus;

/// Says what sources disagree about; the claims themselves follow.
///
/// They stand in the page once: the style sheet shows the page of claims below this one, without
/// what the sources agree on.
#[component]
pub fn DisputesPage() -> impl IntoView {
    let t = messages();
    let claims = &story().claims;
    let disputed = claims.iter().filter(|claim| claim.status == ClaimStatus::Disputed).count();
    view! {
        <h1 tabindex="-1">{t.disputes}</h1>
        <p class="lead">{(t.disputes_introduction)(disputed, claims.len())}</p>
        <p class="no-scripts"><a href="#/claims">{t.claims}</a></p>
    }
}
