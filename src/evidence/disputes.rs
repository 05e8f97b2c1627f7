//! What sources disagree about.

use super::claims::ClaimEvidence;
use super::later::Later;
use crate::content::story;
use crate::i18n::messages;
use leptos::prelude::*;
use story::{Chapter, Claim, ClaimStatus, Target};

/// All claims that sources tell differently, by the chapter that tells of them first: what each
/// side says, and what we make of it.
#[component]
pub fn DisputesPage() -> impl IntoView {
    let t = messages();
    let mut disputed: Vec<&'static Claim<'static>> =
        story().claims.iter().filter(|claim| claim.status == ClaimStatus::Disputed).collect();
    let introduction = (t.disputes_introduction)(disputed.len(), story().claims.len());
    let mut parts = Vec::new();
    for chapter in &story().chapters {
        let told = told_in(chapter);
        let (here, elsewhere): (Vec<_>, Vec<_>) =
            disputed.into_iter().partition(|claim| told.contains(&Target::Claim(claim.id)));
        disputed = elsewhere;
        parts.push((chapter.title, here));
    }
    parts.push((t.disputes_elsewhere, disputed));
    let parts = parts
        .into_iter()
        .filter(|(_, claims)| !claims.is_empty())
        .map(|(heading, claims)| {
            let entries = claims.into_iter().map(|claim| view! { <Dispute claim/> }).collect_view();
            view! {
                <h2>{heading}</h2>
                <ul class="disputes">{entries}</ul>
            }
        })
        .collect_view();
    view! {
        <h1 tabindex="-1">{t.disputes}</h1>
        <p class="lead">{introduction}</p>
        <Later id="later-disputes">{parts}</Later>
    }
}

#[component]
fn Dispute(claim: &'static Claim<'static>) -> impl IntoView {
    let href = format!("#/claims/{}", claim.id);
    view! {
        <li class="entry">
            <h3 class="statement"><a href=href>{claim.statement}</a></h3>
            <ClaimEvidence claim/>
        </li>
    }
}

/// What a chapter's texts lead to.
fn told_in(chapter: &Chapter<'static>) -> Vec<Target<'static>> {
    let passages = chapter.passages.iter().flat_map(|it| [&it.full, &it.easy]);
    let meanwhile = chapter.meanwhile.iter().flat_map(|it| [&it.full, &it.easy]);
    passages.chain(meanwhile).flat_map(|text| text.targets()).collect()
}
