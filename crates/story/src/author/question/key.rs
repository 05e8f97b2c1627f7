//! Keys: the options that are right.

use crate::ChoiceId;
use crate::author::raw::{At, RawChoice, RawKey};
use crate::author::reading::Reading;
use std::collections::BTreeSet;
use std::ops::Range;

pub(super) fn key_of_one<'a>(
    r: &mut Reading<'_, 'a>,
    key: &At<RawKey<'a>>,
    options: &[RawChoice<'a>],
) -> Option<ChoiceId<'a>> {
    match &key.value {
        RawKey::One(id) => {
            let id = &*r.desk.arena.alloc_str(&id.0);
            check_key(r, id, &key.span, options);
            Some(ChoiceId(id))
        }
        RawKey::Several(_) => {
            r.report(&key.span, "the id of the one right option, not a list");
            None
        }
    }
}

pub(super) fn key_of_several<'a>(
    r: &mut Reading<'_, 'a>,
    key: &At<RawKey<'a>>,
    options: &[RawChoice<'a>],
) -> Option<Vec<ChoiceId<'a>>> {
    let RawKey::Several(ids) = &key.value else {
        r.report(&key.span, "a list of ids of options");
        return None;
    };
    if ids.is_empty() {
        r.report(&key.span, "at least one option");
    }
    let mut seen = BTreeSet::new();
    let mut key = Vec::new();
    for id in ids {
        if seen.insert(id.value.0.as_ref()) {
            let kept = &*r.desk.arena.alloc_str(&id.value.0);
            check_key(r, kept, &id.span, options);
            key.push(ChoiceId(kept));
        } else {
            r.report(&id.span, "each option once");
        }
    }
    Some(key)
}

fn check_key(r: &mut Reading<'_, '_>, id: &str, span: &Range<usize>, options: &[RawChoice<'_>]) {
    if !options.iter().any(|option| option.id.value.0 == id) {
        r.report(span, format!("the id of an option: {}", ids_of(options)));
    }
}

pub(super) fn ids_of(options: &[RawChoice<'_>]) -> String {
    let ids: Vec<&str> = options.iter().map(|option| option.id.value.0.as_ref()).collect();
    ids.join(", ")
}
