//! Lists under one heading for each kind.

use leptos::prelude::*;

/// The rows of each kind as a list below its name; kinds without rows are left out.
pub(super) fn by_kind<K: Copy + PartialEq, T>(
    kinds: &'static [K],
    rows: &'static [T],
    kind_of: fn(&T) -> K,
    name_of: fn(K) -> &'static str,
    entry: fn(&'static T) -> AnyView,
) -> impl IntoView {
    kinds
        .iter()
        .filter_map(|&kind| {
            let entries: Vec<_> =
                rows.iter().filter(|row| kind_of(row) == kind).map(entry).collect();
            (!entries.is_empty()).then(|| {
                view! {
                    <h2>{name_of(kind)}</h2>
                    <ul class="sources">{entries}</ul>
                }
            })
        })
        .collect_view()
}
