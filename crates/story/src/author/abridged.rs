//! What the program carries of a story.

use crate::abridged::Abridged;
use crate::{Chapter, Entity, Group, Passage, Poster, Story, Table, Term, Text};

/// The story without what the page holds.
pub fn abridged<'a>(story: &Story<'a>) -> Abridged<'a> {
    Abridged {
        title: story.title,
        subtitle: story.subtitle,
        language: story.language,
        edition: story.edition,
        first_year: story.first_year,
        last_year: story.last_year,
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
        groups: each(&story.groups, |group| Group {
            action: Text::default(),
            account: Text::default(),
            claims: Vec::new(),
            ..group
        }),
        terms: each(&story.terms, |term| Term {
            meaning: Text::default(),
            claims: Vec::new(),
            ..term
        }),
    }
}

/// The same rows in the same order, each changed.
fn each<T: Entity + Clone>(table: &Table<T>, change: impl Fn(T) -> T) -> Table<T> {
    Table::new(table.iter().cloned().map(change).collect())
}
