//! What the signs on the map mean.

use super::sign::Sign;
use super::view::slug;
use crate::content::story;
use crate::i18n::messages;
use leptos::prelude::*;
use story::{Activity, GroupKind};

/// The signs of the kinds that the story has, and of the states of activity.
#[component]
pub(super) fn MapKey() -> impl IntoView {
    let t = messages();
    let kinds = GroupKind::ALL
        .into_iter()
        .filter(|kind| story().groups.iter().any(|group| group.kind == *kind))
        .map(|kind| entry(kind, Activity::Active, (t.group_kind)(kind)));
    let states = Activity::ALL
        .into_iter()
        .map(|activity| entry(GroupKind::Grassroots, activity, (t.activity)(activity)));
    view! {
        <div class="map-key">
            <h2>{t.map_key}</h2>
            <ul>{kinds.chain(states).collect_view()}</ul>
        </div>
    }
}

fn entry(kind: GroupKind, activity: Activity, words: &'static str) -> AnyView {
    view! {
        <li data-kind=kind.slug() data-activity=slug(activity)>
            <Sign kind/>
            {words}
        </li>
    }
    .into_any()
}
