//! Claims with their evidence.

use super::citation::CitationEntry;
use super::later::Later;
use crate::content::story;
use crate::i18n::messages;
use crate::route::List;
use crate::widgets::Prose;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use story::{Chapter, Citation, Claim, ClaimStatus, Passage, Target};

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

/// A chapter, and the passage of it; none for the panel at its end.
type Place = (&'static Chapter<'static>, Option<&'static Passage<'static>>);

/// A heading, and the claims below it with the passages that carry each.
type Part = (&'static str, Vec<(&'static Claim<'static>, Vec<Place>)>);

/// All claims: the notes of the story, by the chapter that tells of them first.
#[component]
pub fn ClaimsPage() -> impl IntoView {
    let t = messages();
    let mut places = places();
    let mut parts: Vec<Part> = story()
        .chapters
        .iter()
        .map(|chapter| chapter.title)
        .chain([t.claims_elsewhere])
        .map(|title| (title, Vec::new()))
        .collect();
    for claim in &story().claims {
        let places = places.remove(claim.id.0).unwrap_or_default();
        let chapter =
            places.first().and_then(|(chapter, _)| story().chapters.position(chapter.id.0));
        if let Some((_, claims)) = parts.get_mut(chapter.unwrap_or(story().chapters.len())) {
            claims.push((claim, places));
        }
    }
    let parts = parts
        .into_iter()
        .filter(|(_, claims)| !claims.is_empty())
        .map(|(heading, claims)| {
            let disputed = claims.iter().any(|(claim, _)| claim.status == ClaimStatus::Disputed);
            let entries = claims
                .into_iter()
                .map(|(claim, places)| view! { <ClaimEntry claim places/> })
                .collect_view();
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
fn ClaimEntry(claim: &'static Claim<'static>, places: Vec<Place>) -> impl IntoView {
    let path = format!("/{}/{}", List::Claims.slug(), claim.id);
    let settled = claim.status != ClaimStatus::Disputed;
    let links = places
        .into_iter()
        .map(|(chapter, passage)| {
            let (href, heading) = match passage {
                Some(passage) => {
                    (format!("#/read/{}/{}", chapter.id, passage.id), Some(passage.heading))
                }
                None => {
                    let panel = chapter.meanwhile.as_ref().map(|panel| panel.title);
                    (format!("#/read/{}", chapter.id), panel)
                }
            };
            view! { <li><a href=href>{chapter.title} ": " {heading}</a></li> }
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

/// The passages and panels whose text carries each claim, by its id, in reading order.
fn places() -> BTreeMap<&'static str, Vec<Place>> {
    let mut places: BTreeMap<&'static str, Vec<Place>> = BTreeMap::new();
    for chapter in &story().chapters {
        let passages = chapter.passages.iter().map(|it| (Some(it), [&it.full, &it.easy]));
        let panel = chapter.meanwhile.iter().map(|it| (None, [&it.full, &it.easy]));
        for (passage, texts) in passages.chain(panel) {
            let targets = texts.into_iter().flat_map(|text| text.targets());
            let told: BTreeSet<&str> = targets
                .filter_map(|target| match target {
                    Target::Claim(id) => Some(id.0),
                    _ => None,
                })
                .collect();
            for id in told {
                places.entry(id).or_default().push((chapter, passage));
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_knows_every_passage_and_panel_that_tells_of_it() {
        let places = places();
        for chapter in &story().chapters {
            for passage in &chapter.passages {
                for target in passage.full.targets() {
                    let Target::Claim(id) = target else { continue };
                    let told = places.get(id.0).unwrap().iter();
                    let here = told.filter(|(_, other)| {
                        other.is_some_and(|other| std::ptr::eq(other, passage))
                    });
                    assert_eq!(here.count(), 1, "{id} in {}", passage.id);
                }
            }
            for panel in chapter.meanwhile.iter() {
                for target in panel.easy.targets() {
                    let Target::Claim(id) = target else { continue };
                    assert!(places.get(id.0).unwrap().contains(&(chapter, None)), "{id}");
                }
            }
        }
    }
}
