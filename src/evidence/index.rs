//! Where the story speaks of groups and terms: an index, as at the end of a book.
//!
//! Groups and terms stand in the page, and what an index says of them would weigh more there than it
//! helps; so it comes with the evidence, and each row goes to the entry that it is about. With
//! scripts off it stays an index.

use super::connections::{self, Connections};
use super::later::Later;
use crate::content::story;
use crate::route::{List, View};
use crate::shell::events::{effect, elements, on_window};
use crate::shell::{Navigation, element, want_evidence};
use leptos::prelude::*;
use story::Target;

/// Marks rows by the address of what they are about.
const OF: &str = "data-of";

/// The index.
#[component]
pub(crate) fn Index() -> impl IntoView {
    let terms = story().terms.iter().map(|term| {
        let rows = vec![connections::passages(Target::Term(term.id))];
        (term.term, format!("/glossary/{}", term.id), rows)
    });
    let groups = story().groups.iter().map(|group| {
        let rows = vec![
            connections::passages(Target::Group(group.id)),
            connections::events(|event| event.groups.contains(&group.id)),
            connections::claims(&group.claims),
            connections::questions(|question| group.claims.contains(&question.claim)),
        ];
        (group.name, format!("/map/{}", group.id), rows)
    });
    let entries: Vec<_> = terms
        .chain(groups)
        .filter(|(_, _, rows)| rows.iter().any(|(_, links)| !links.is_empty()))
        .map(|(name, address, rows)| {
            view! { <h2>{name}</h2><div data-of=address><Connections rows/></div> }
        })
        .collect();
    (!entries.is_empty()).then(|| view! { <Later id="later-index">{entries}</Later> })
}

/// Brings the rows to their entries when they come, and asks for them where one is looked at.
pub(super) fn start(navigation: Navigation) {
    let bring = move || {
        let open = navigation.route.with_untracked(|route| route.view.path());
        for row in elements("#later-index [data-of]") {
            let Some(of) = row.get_attribute(OF) else { continue };
            // The map shows a copy of the entry beside it.
            if of == open
                && let (Some(panel), Ok(copy)) =
                    (element("map-panel-content"), row.clone_node_with_deep(true))
            {
                let _ = panel.append_child(&copy);
            }
            if let Some(entry) = element(&of) {
                let _ = entry.append_child(&row);
            }
        }
    };
    bring();
    on_window("otg:evidence", move |_| bring());
    effect(move || {
        let looked_at = navigation.route.with(|route| {
            matches!(route.view, View::List(List::Glossary, _) | View::List(List::Map, Some(_)))
        });
        if looked_at {
            want_evidence();
        }
    });
}
