//! The groups as a table beside the map, in step with it.

use super::picture::groups;
use super::sign::sign;
use super::state::MapState;
use crate::i18n::messages;
use crate::shell::events::effect;
use crate::widgets::{put, sorted_by};
use leptos::prelude::*;
use story::Group;
use web_sys::Element;

/// By what the rows are in order: a column, and whether the other way round.
pub(super) type Order = (usize, bool);

/// The order in which the story has its groups: that of founding.
pub(super) const USUAL: Order = (2, false);

const BODY: &str = "map-rows";

/// The table, as markup.
pub(super) fn markup(out: &mut String) {
    let t = messages();
    let start = [
        "<table class=\"map-table\" role=\"table\"><caption class=\"spoken\">",
        "</caption><thead role=\"rowgroup\"><tr role=\"row\">",
    ];
    put(out, &start, &[t.on_map.table]);
    for (at, words) in t.on_map.columns.into_iter().enumerate() {
        let head = [
            "<th scope=\"col\" role=\"columnheader\" data-column=\"",
            "\"><button type=\"button\" data-sort=\"",
            "\">",
            "</button></th>",
        ];
        let column = at.to_string();
        put(out, &head, &[&column, &column, words]);
    }
    put(out, &["</tr></thead><tbody role=\"rowgroup\" id=\"", "\">"], &[BODY]);
    for (at, group) in groups().into_iter().enumerate() {
        row(out, at, group);
    }
    out.push_str("</tbody></table>");
}

fn row(out: &mut String, at: usize, group: &Group<'_>) {
    let t = messages();
    let start = [
        "<tr role=\"row\" id=\"",
        "\" data-kind=\"",
        "\"><th scope=\"row\" role=\"rowheader\"><span class=\"map-number\" aria-hidden=\"true\">",
        "</span>",
    ];
    put(out, &start, &[&row_id(group.id.0), group.kind.slug(), &(at + 1).to_string()]);
    out.push_str(&sign(group.kind));
    put(
        out,
        &[
            "<a href=\"#/map/",
            "\">",
            "</a><span class=\"spoken\">, ",
            "</span></th><td role=\"cell\">",
            ", ",
            "</td><td role=\"cell\">",
            "</td><td role=\"cell\" class=\"map-state\"></td></tr>",
        ],
        &[
            group.id.0,
            group.short,
            (t.group_kind)(group.kind),
            group.city,
            group.region,
            &group.founded.display(&t.dates),
        ],
    );
}

/// The other way round where the table is in this column's order already, else that order.
pub(super) fn press(state: MapState, column: usize) {
    state.order.update(|(at, back)| (*at, *back) = (column, *at == column && !*back));
}

/// Keeps the rows in order from now on; gives them in the order of the groups.
pub(super) fn start(state: MapState) -> Vec<Element> {
    let Some(body) = document().get_element_by_id(BODY) else { return Vec::new() };
    let children = body.children();
    let rows: Vec<Element> = (0..children.length()).filter_map(|at| children.item(at)).collect();
    let made = rows.clone();
    effect(move || {
        let order = state.order.get();
        // Only one column changes with the year.
        let year = if order.0 == 3 { state.year.get() } else { 0 };
        let heads = crate::shell::events::elements(".map-table [data-column]");
        for (column, head) in heads.iter().enumerate() {
            let sort = match order {
                (at, false) if at == column => "ascending",
                (at, true) if at == column => "descending",
                _ => "none",
            };
            let _ = head.set_attribute("aria-sort", sort);
        }
        let wanted = sorted(&groups(), order, year);
        // Putting a row where it stands would cost as much as moving it.
        let mut there = body.first_element_child();
        for row in wanted.iter().filter_map(|at| made.get(*at)) {
            if there.as_ref() == Some(row) {
                there = row.next_element_sibling();
            } else {
                let _ = body.insert_before(row, there.as_deref());
            }
        }
    });
    rows
}

/// Numbers of groups in an order; those alike stay in that of founding.
fn sorted(groups: &[&Group<'_>], (column, back): Order, year: i16) -> Vec<usize> {
    let key = |at: &usize| match (groups.get(*at), column) {
        (Some(group), 0) => group.short.to_ascii_lowercase(),
        (Some(group), 1) => [group.city, ", ", group.region].concat().to_ascii_lowercase(),
        (Some(group), 3) => char::from(b'0' + group.activity(year) as u8).to_string(),
        _ => String::new(),
    };
    let mut all = sorted_by(0..groups.len(), key);
    if back {
        all.reverse();
    }
    all
}

/// The id of a group's row.
fn row_id(group: &str) -> String {
    ["row-", group].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_order_has_every_group_once() {
        let groups = groups();
        for column in 0..4 {
            for back in [false, true] {
                let mut order = sorted(&groups, (column, back), 1974);
                order.sort_unstable();
                assert!(order.iter().copied().eq(0..groups.len()), "{column}");
            }
        }
        assert!(sorted(&groups, USUAL, 1974).is_sorted());
    }

    #[test]
    fn an_order_is_that_of_its_column_and_back_is_its_reverse() {
        let groups = groups();
        let by = |column| sorted(&groups, (column, false), 1974);
        assert!(by(0).is_sorted_by_key(|at| groups[*at].short.to_lowercase()));
        assert!(by(1).is_sorted_by_key(|at| groups[*at].city.to_lowercase()));
        assert!(by(3).is_sorted_by_key(|at| groups[*at].activity(1974)));
        for column in 0..4 {
            let mut back = sorted(&groups, (column, true), 1974);
            back.reverse();
            assert_eq!(back, by(column));
        }
    }
}
