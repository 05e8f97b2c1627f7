//! What the signs on the map mean.

use super::sign::sign;
use super::slug;
use crate::content::story;
use crate::i18n::messages;
use crate::widgets::put;
use story::{Activity, GroupKind};

/// The signs of the kinds that the story has, and of the states of activity, as markup.
pub(crate) fn markup(out: &mut String) {
    let t = messages();
    put(out, &["<div class=\"map-key\"><h2>", "</h2><ul>"], &[t.map_key]);
    for kind in GroupKind::ALL {
        if story().groups.iter().any(|group| group.kind == kind) {
            entry(out, kind, Activity::Active, (t.group_kind)(kind));
        }
    }
    for activity in Activity::ALL {
        entry(out, GroupKind::Grassroots, activity, (t.activity)(activity));
    }
    out.push_str("</ul></div>");
}

fn entry(out: &mut String, kind: GroupKind, activity: Activity, words: &str) {
    put(out, &["<li data-kind=\"", "\" data-activity=\"", "\">"], &[kind.slug(), slug(activity)]);
    out.push_str(&sign(kind));
    put(out, &["", "</li>"], &[words]);
}
