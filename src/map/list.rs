//! All groups as a list: what the map shows, for everyone and with scripts off.

use super::group::GroupAccount;
use crate::content::story;
use crate::evidence::{Connections, connections};
use crate::i18n::messages;
use leptos::prelude::*;
use story::Target;

/// All groups by date of founding, with their accounts.
#[component]
pub fn GroupList() -> impl IntoView {
    let entries = story()
        .groups
        .iter()
        .map(|group| {
            view! {
                <li>
                    <article class="entry group" id=format!("/map/{}", group.id)>
                        <h3 tabindex="-1">{group.name}</h3>
                        <GroupAccount group/>
                        <Connections rows=vec![
                            connections::passages(Target::Group(group.id)),
                            connections::events(|event| event.groups.contains(&group.id)),
                        ]/>
                    </article>
                </li>
            }
        })
        .collect_view();
    view! {
        <h2 id="all-groups">{messages().all_groups}</h2>
        <ol class="groups">{entries}</ol>
    }
}
