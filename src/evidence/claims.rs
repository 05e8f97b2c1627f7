//! Claims with their evidence.

use super::citation::CitationEntry;
use super::later::Later;
use super::places::{address_and_heading, places_of};
use crate::content::story;
use crate::i18n::messages;
use crate::route::List;
use crate::widgets::Prose;
use leptos::prelude::*;
use story::{Citation, Claim, ClaimStatus, Target};

/// Everything known on one claim, without its heading.
#[component]
pub fn ClaimEvidence(
    /// The claim.
    claim: &'static Claim<'static>,
) -> impl IntoView {
    let t = messages();
    view! {
        <p class="status" data-status=format!("{:?}", claim.status)>{(t.claim_status)(claim.status)}</p>
        <CitationList heading=t.sources_for citations=&claim.support/>
        <CitationList heading=t.sources_against citations=&claim.dissent/>
        {(!claim.verdict.is_empty())
            .then(|| {
                view! {
                    <p class="label">{t.our_verdict}</p>
                    <div class="verdict"><Prose text=&claim.verdict/></div>
                }
            })}
    }
}

#[component]
fn CitationList(heading: &'static str, citations: &'static [Citation<'static>]) -> impl IntoView {
    (!citations.is_empty()).then(|| {
        view! {
            <p class="label">{heading}</p>
            <ul class="citations">
                {citations.iter().map(|citation| view! { <CitationEntry citation/> }).collect_view()}
            </ul>
        }
    })
}

/// A heading, and the claims below it.
type Part = (&'static str, Vec<&'static Claim<'static>>);

/// All claims: the notes of the story, by the chapter that tells of them first.
#[component]
pub fn ClaimsPage() -> impl IntoView {
    let t = messages();
    let mut parts: Vec<Part> = story()
        .chapters
        .iter()
        .map(|chapter| chapter.title)
        .chain([t.claims_elsewhere])
        .map(|title| (title, Vec::new()))
        .collect();
    for claim in &story().claims {
        let first = places_of(Target::Claim(claim.id)).first();
        let chapter = first.and_then(|(chapter, _)| story().chapters.position(chapter.id.0));
        if let Some((_, claims)) = parts.get_mut(chapter.unwrap_or(story().chapters.len())) {
            claims.push(claim);
        }
    }
    let parts = parts
        .into_iter()
        .filter(|(_, claims)| !claims.is_empty())
        .map(|(heading, claims)| {
            let disputed = claims.iter().any(|claim| claim.status == ClaimStatus::Disputed);
            let entries =
                claims.into_iter().map(|claim| view! { <ClaimEntry claim/> }).collect_view();
            view! {
                <div class:settled=!disputed>
                    <h2>{heading}</h2>
                    {entries}
                </div>
            }
        })
        .collect_view();
    view! {
        <h1 tabindex="-1">{t.claims}</h1>
        <p class="lead">{t.claims_introduction}</p>
        {(!story().claims.is_empty()).then(|| view! { <Later id="later-claims">{parts}</Later> })}
    }
}

/// One claim, and the passages whose text carries it.
#[component]
fn ClaimEntry(claim: &'static Claim<'static>) -> impl IntoView {
    let path = format!("/{}/{}", List::Claims.slug(), claim.id);
    let settled = claim.status != ClaimStatus::Disputed;
    let links = places_of(Target::Claim(claim.id))
        .iter()
        .map(|place| {
            let (href, heading) = address_and_heading(*place);
            view! { <li><a href=href>{place.0.title} ": " {heading}</a></li> }
        })
        .collect::<Vec<_>>();
    view! {
        <article class="entry claim" class:settled=settled id=path>
            <h3 tabindex="-1">{claim.statement}</h3>
            <ClaimEvidence claim/>
            {(!links.is_empty())
                .then(|| {
                    view! {
                        <p class="label">{messages().appears_in}</p>
                        <ul class="places">{links}</ul>
                    }
                })}
        </article>
    }
}
