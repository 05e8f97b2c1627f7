//! Claims with their evidence.

use super::citation::CitationEntry;
use super::later::Later;
use crate::content::story;
use crate::i18n::messages;
use crate::route::List;
use crate::widgets::Prose;
use leptos::prelude::*;
use story::{Chapter, Citation, Claim, Passage, Target};

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

/// All claims: the notes of the story.
#[component]
pub fn ClaimsPage() -> impl IntoView {
    let t = messages();
    let entries = story()
        .claims
        .iter()
        .map(|claim| {
            let path = format!("/{}/{}", List::Claims.slug(), claim.id);
            view! {
                <article class="entry claim" id=path>
                    <h2 tabindex="-1">{claim.statement}</h2>
                    <ClaimEvidence claim/>
                    <Appearances claim/>
                </article>
            }
        })
        .collect_view();
    view! {
        <h1 tabindex="-1">{t.claims}</h1>
        <p class="lead">{t.claims_introduction}</p>
        <Later id="later-claims">{entries}</Later>
    }
}

/// The passages whose text carries the claim.
#[component]
fn Appearances(claim: &'static Claim<'static>) -> impl IntoView {
    let places: Vec<_> = story()
        .chapters
        .iter()
        .flat_map(|chapter| chapter.passages.iter().map(move |passage| (chapter, passage)))
        .filter(|(_, passage)| carries(passage, claim))
        .map(|(chapter, passage)| view! { <li>{passage_link(chapter, passage)}</li> })
        .collect();
    (!places.is_empty()).then(|| {
        view! {
            <p class="label">{messages().appears_in}</p>
            <ul class="places">{places}</ul>
        }
    })
}

fn carries(passage: &Passage<'_>, claim: &Claim<'_>) -> bool {
    let wanted = Target::Claim(claim.id);
    [&passage.full, &passage.easy].into_iter().any(|text| text.targets().contains(&wanted))
}

fn passage_link(
    chapter: &'static Chapter<'static>,
    passage: &'static Passage<'static>,
) -> impl IntoView {
    let href = format!("#/read/{}/{}", chapter.id, passage.id);
    view! { <a href=href>{chapter.title} ": " {passage.heading}</a> }
}
