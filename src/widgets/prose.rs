//! Running text of the story, with its references as links.

use crate::route::{List, View};
use leptos::prelude::*;
use story::{Block, ClaimId, Inline, Target, Text};

/// Blocks of text.
#[component]
pub fn Prose(
    /// The text.
    text: &'static Text<'static>,
) -> impl IntoView {
    text.0
        .iter()
        .map(|block| match block {
            Block::Paragraph(runs) => view! { <p>{runs_view(runs)}</p> }.into_any(),
            Block::Quotation(runs) => {
                view! { <blockquote><p>{runs_view(runs)}</p></blockquote> }.into_any()
            }
            Block::List(entries) => {
                let entries =
                    entries.iter().map(|runs| view! { <li>{runs_view(runs)}</li> }).collect_view();
                view! { <ul>{entries}</ul> }.into_any()
            }
        })
        .collect_view()
}

/// The runs of a text without the paragraphs around them, for places that hold only phrases.
#[component]
pub fn Runs(
    /// The text; its blocks are parted by a space.
    text: &'static Text<'static>,
) -> impl IntoView {
    text.lines()
        .enumerate()
        .map(|(at, runs)| ((at > 0).then_some(" "), runs_view(runs)))
        .collect_view()
}

fn runs_view(runs: &'static [Inline<'static>]) -> AnyView {
    runs.iter().map(run_view).collect_view().into_any()
}

fn run_view(run: &'static Inline<'static>) -> AnyView {
    match run {
        Inline::Words(words) => (*words).into_any(),
        Inline::Emphasis(inner) => view! { <em>{runs_view(inner)}</em> }.into_any(),
        Inline::Strong(inner) => view! { <strong>{runs_view(inner)}</strong> }.into_any(),
        Inline::General { content, .. } => runs_view(content),
        Inline::Reference { target, content } => reference(*target, runs_view(content)),
    }
}

/// A link to what a reference means, carrying `content`.
pub fn reference(target: Target<'static>, content: AnyView) -> AnyView {
    let href = format!("#{}", address_of(target).path());
    view! { <a class=class_of(target) href=href>{content}</a> }.into_any()
}

/// The class of a link to what a reference means.
pub(super) fn class_of(target: Target<'_>) -> &'static str {
    match target {
        // The style sheet marks claims, and disputed ones so that the dispute shows in the text.
        Target::Claim(id) if is_disputed(id) => "ref-claim disputed",
        Target::Claim(_) => "ref-claim",
        Target::Term(_) => "ref-term",
        Target::Person(_) | Target::Group(_) | Target::Event(_) => "ref-entity",
        Target::Source(_) | Target::Chapter(_) | Target::Passage(_) => "ref",
    }
}

#[cfg(target_arch = "wasm32")]
fn is_disputed(id: ClaimId<'_>) -> bool {
    // Where the evidence has come, it says so.
    let entry = crate::shell::element(&address_of(Target::Claim(id)).path());
    entry.is_some_and(|entry| !entry.class_list().contains("settled"))
}

#[cfg(not(target_arch = "wasm32"))]
fn is_disputed(id: ClaimId<'_>) -> bool {
    use crate::content::story;
    use story::ClaimStatus;

    let claim = story().claims.get(id.0);
    claim.is_some_and(|claim| claim.status == ClaimStatus::Disputed)
}

/// The view that a reference leads to.
pub fn address_of(target: Target<'_>) -> View {
    let list = |list: List, id: &str| View::List(list, Some(id.to_owned()));
    match target {
        Target::Claim(id) => list(List::Claims, id.0),
        Target::Term(id) => list(List::Glossary, id.0),
        Target::Person(id) => list(List::People, id.0),
        Target::Group(id) => list(List::Map, id.0),
        Target::Event(id) => list(List::Timeline, id.0),
        Target::Source(id) => list(List::Sources, id.0),
        Target::Chapter(id) => View::Read { chapter: id.0.to_owned(), passage: None },
        Target::Passage(at) => {
            View::Read { chapter: at.chapter.0.to_owned(), passage: Some(at.passage.0.to_owned()) }
        }
    }
}
