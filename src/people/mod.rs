//! People of the story.

use crate::content::story;
use crate::i18n::messages;
use crate::widgets::Prose;
use leptos::prelude::*;
use story::Person;

/// What is told of one person, without the heading.
#[component]
pub fn PersonAccount(
    /// The person.
    person: &'static Person<'static>,
) -> impl IntoView {
    view! {
        <p class="facts">{person.role} " \u{00b7} " {life(person)}</p>
        <Prose text=&person.account/>
    }
}

/// All people, by family name.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let t = messages();
    let entries = story()
        .people
        .iter()
        .map(|person| {
            view! {
                <article class="entry" id=format!("/people/{}", person.id)>
                    <h2 tabindex="-1">{person.name}</h2>
                    <PersonAccount person/>
                </article>
            }
        })
        .collect_view();
    view! {
        <h1 tabindex="-1">{t.people}</h1>
        <p class="lead">{t.people_introduction}</p>
        {entries}
    }
}

/// The years of a life, as far as they are known.
fn life(person: &Person<'_>) -> String {
    let words = &messages().dates;
    match person.died {
        Some(died) => format!("{} – {}", person.born.display(words), died.display(words)),
        None => format!("* {}", person.born.display(words)),
    }
}
