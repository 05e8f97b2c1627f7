//! People of the story.

use crate::content::story;
use crate::evidence::connections::{self, Row};
use crate::evidence::{Connections, Later};
use crate::i18n::{messages, of_timeline};
use crate::widgets::Prose;
use leptos::prelude::*;
use story::{HistoricalDate, Person, Target};

/// What is told of one person, without the heading.
#[component]
pub fn PersonAccount(
    /// The person.
    person: &'static Person<'static>,
) -> impl IntoView {
    view! {
        <p class="facts">{person.role} {life(person).map(|life| format!(" \u{00b7} {life}"))}</p>
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
                    <Connections rows=connected(person)/>
                </article>
            }
        })
        .collect_view();
    view! {
        <h1 tabindex="-1">{t.people}</h1>
        <p class="lead">{t.people_introduction}</p>
        {(!story().people.is_empty()).then(|| view! { <Later id="later-people">{entries}</Later> })}
    }
}

/// What else the story has on a person.
fn connected(person: &'static Person<'static>) -> Vec<Row> {
    let groups = story().groups.iter().filter(|group| group.people.contains(&person.id));
    let groups = groups.map(|group| (format!("#/map/{}", group.id), group.name.to_owned()));
    // What the account marks needs no second link.
    let marked = person.account.targets();
    let claims: Vec<_> =
        person.claims.iter().copied().filter(|id| !marked.contains(&Target::Claim(*id))).collect();
    vec![
        connections::passages(Target::Person(person.id)),
        connections::events(|event| event.people.contains(&person.id)),
        (of_timeline().groups, groups.collect()),
        connections::claims(&claims),
    ]
}

/// The dates of a life, as far as they are known; none where nothing is.
fn life(person: &Person<'_>) -> Option<String> {
    let words = &messages().dates;
    let known =
        |date: HistoricalDate| (date != HistoricalDate::Unknown).then(|| date.display(words));
    match (known(person.born), person.died.and_then(known)) {
        (Some(born), Some(died)) => Some(format!("{born} – {died}")),
        (Some(born), None) => Some((messages().born)(&born)),
        (None, Some(died)) => Some((messages().died)(&died)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_life_says_what_is_known_of_it_and_no_more() {
        let mut person = story().people.rows()[0].clone();
        let mut life_of = |born: &str, died: Option<&str>| {
            person.born = born.parse().unwrap();
            person.died = died.map(|died| died.parse().unwrap());
            life(&person)
        };
        assert_eq!(life_of("1923-11-15", Some("2019")).unwrap(), "November 15, 1923 – 2019");
        assert_eq!(life_of("1945", None).unwrap(), "born 1945");
        assert_eq!(life_of("XXXX", Some("1974-09-10")).unwrap(), "died September 10, 1974");
        assert_eq!(life_of("XXXX", None), None);
    }
}
