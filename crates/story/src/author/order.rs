//! The order in which readers meet things.

use crate::{Chapter, Event, Group, Person, Question, Table, Term};

/// Groups by date of founding, then by name.
pub(super) fn groups(mut groups: Vec<Group<'_>>) -> Vec<Group<'_>> {
    groups.sort_by(|one, other| {
        let key = |group: &Group<'_>| group.founded.sort_key();
        key(one).cmp(&key(other)).then_with(|| one.name.cmp(other.name))
    });
    groups
}

/// Events by date, then by title.
pub(super) fn events(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    events.sort_by(|one, other| {
        let key = |event: &Event<'_>| event.date.sort_key();
        key(one).cmp(&key(other)).then_with(|| one.title.cmp(other.title))
    });
    events
}

/// People by the name to sort by.
pub(super) fn people(mut people: Vec<Person<'_>>) -> Vec<Person<'_>> {
    people.sort_by_cached_key(|person| person.sort_name.to_lowercase());
    people
}

/// Terms in alphabetical order.
pub(super) fn terms(mut terms: Vec<Term<'_>>) -> Vec<Term<'_>> {
    terms.sort_by_cached_key(|term| term.term.to_lowercase());
    terms
}

/// Questions in the order of the passages that settle them.
pub(super) fn questions<'a>(
    mut questions: Vec<Question<'a>>,
    chapters: &Table<Chapter<'a>>,
) -> Vec<Question<'a>> {
    questions.sort_by_key(|question| {
        let address = question.passage;
        let passage = chapters
            .get(address.chapter.0)
            .and_then(|chapter| chapter.passages.position(address.passage.0));
        (chapters.position(address.chapter.0), passage)
    });
    questions
}
