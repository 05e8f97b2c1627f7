//! All groups as a list: what the map shows, for everyone and with scripts off.

use super::group::GroupAccount;
use crate::content::story;
use crate::i18n::messages;
use leptos::prelude::*;
use story::Group;

/// So many groups stand in one list: one that is out of the window is not laid out.
const TOGETHER: usize = 60;

/// All groups by date of founding, with their accounts.
#[component]
pub fn GroupList() -> impl IntoView {
    let groups: Vec<_> = story().groups.iter().collect();
    let lists = groups.chunks(TOGETHER).map(list).collect_view();
    view! {
        <h2 id="all-groups">{messages().all_groups}</h2>
        {lists}
    }
}

fn list(groups: &[&'static Group<'static>]) -> impl IntoView + use<> {
    let entries = groups
        .iter()
        .map(|group| {
            view! {
                <li>
                    <article class="entry group" id=format!("/map/{}", group.id)>
                        <h3 tabindex="-1">{group.name}</h3>
                        <GroupAccount group/>
                    </article>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="groups">{entries}</ol> }
}
