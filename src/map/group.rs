//! What is told of one group.

use crate::content::story;
use crate::i18n::messages;
use crate::widgets::Prose;
use leptos::prelude::*;
use story::{Ended, Group};

/// What is told of one group, without the heading.
#[component]
pub fn GroupAccount(
    /// The group.
    group: &'static Group<'static>,
) -> impl IntoView {
    let t = messages();
    let relations: Vec<_> = group
        .relations
        .iter()
        .filter_map(|relation| {
            let other = story().groups.get(relation.group.0)?;
            Some(view! {
                <li>
                    {(t.relation)(relation.kind)} " "
                    <a href=format!("#/map/{}", other.id)>{other.name}</a>
                </li>
            })
        })
        .collect();
    let people: Vec<_> = group
        .people
        .iter()
        .filter_map(|id| story().people.get(id.0))
        .map(|person| {
            view! { <li><a href=format!("#/people/{}", person.id)>{person.name}</a></li> }
        })
        .collect();
    view! {
        <p class="facts">
            {(t.group_kind)(group.kind)} " \u{00b7} " {group.city} ", " {group.region}
            " \u{00b7} " {dates(group)}
        </p>
        {(!group.other_names.is_empty())
            .then(|| {
                view! { <p class="other-names">{t.also_known_as} " " {group.other_names.join("; ")} "."</p> }
            })}
        <Prose text=&group.account/>
        <p class="label">{t.action}</p>
        <Prose text=&group.action/>
        {(!people.is_empty())
            .then(|| view! { <p class="label">{t.people}</p><ul class="places">{people}</ul> })}
        {(!relations.is_empty())
            .then(|| view! { <p class="label">{t.relations}</p><ul class="places">{relations}</ul> })}
    }
}

/// When the group began and ended, in words.
fn dates(group: &Group<'_>) -> String {
    let t = messages();
    let ended = match group.ended {
        Ended::GoesOn => None,
        Ended::On(date) => Some(date.display(&t.dates)),
    };
    (t.founded_ended)(&group.founded.display(&t.dates), ended.as_deref())
}
