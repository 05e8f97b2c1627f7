//! What the browser needs of a story.
//!
//! The prerendered page holds every text, and views that show one elsewhere copy it from there. So
//! the program carries only what it computes with: ids, names, dates and places. Questions come with
//! the evidence. A reader downloads each text once.

use crate::{
    Chapter, Claim, EmigrationYear, Event, Group, Passage, Person, Poster, Question, Resource,
    Source, Story, Table, Term, Text,
};

/// The story without the texts that the page holds.
pub fn abridged<'a>(story: &Story<'a>) -> Story<'a> {
    Story {
        chapters: each(&story.chapters, |chapter| Chapter {
            question: "",
            closing: "",
            poster: Poster { lines: Vec::new(), art: "", alt: "" },
            passages: each(&chapter.passages, |passage| Passage {
                full: Text::default(),
                easy: Text::default(),
                ..passage
            }),
            meanwhile: None,
            ..chapter
        }),
        claims: each(&story.claims, |claim| Claim {
            statement: "",
            support: Vec::new(),
            dissent: Vec::new(),
            verdict: Text::default(),
            ..claim
        }),
        sources: each(&story.sources, |source| Source {
            authors: Vec::new(),
            title: "",
            container: None,
            publisher: None,
            url: None,
            consulted: "",
            ..source
        }),
        groups: each(&story.groups, |group| Group {
            action: Text::default(),
            account: Text::default(),
            claims: Vec::new(),
            ..group
        }),
        events: each(&story.events, |event| Event {
            account: Text::default(),
            claims: Vec::new(),
            ..event
        }),
        people: each(&story.people, |person| Person {
            role: "",
            account: Text::default(),
            claims: Vec::new(),
            ..person
        }),
        terms: each(&story.terms, |term| Term {
            meaning: Text::default(),
            claims: Vec::new(),
            ..term
        }),
        questions: Table::<Question<'a>>::default(),
        resources: Table::<Resource<'a>>::default(),
        emigration: story
            .emigration
            .iter()
            .map(|row| EmigrationYear {
                note: Text::default(),
                others: Vec::new(),
                claims: Vec::new(),
                ..row.clone()
            })
            .collect(),
        ..story.clone()
    }
}

/// The same rows in the same order, each changed.
fn each<T: crate::Entity + Clone>(table: &Table<T>, change: impl Fn(T) -> T) -> Table<T> {
    Table::new(table.iter().cloned().map(change).collect())
}
