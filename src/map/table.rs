//! The groups as a table beside the map, in step with it.

use super::sign::sign;
use super::state::MapState;
use crate::content::story;
use crate::i18n::{messages, of_map};
use crate::shell::element;
use crate::shell::events::{after_paint, effect, elements};
use crate::widgets::{put, sorted_by};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use story::{Activity, Group};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// By what the rows are in order: a column, and whether the other way round.
pub(super) type Order = (usize, bool);

/// The order in which the story has its groups: that of founding.
pub(super) const USUAL: Order = (2, false);

/// Id of what holds the rows, in bodies: one that is out of the window is not laid out.
const ROWS: &str = "map-rows";

/// So many bodies may be within the window; each comes in a frame of its own. The heights that
/// `style/map.css` expects of bodies go by this and by the numbers of rows below.
const SEEN: usize = 12;

/// So many stand there from the beginning.
const FIRST: usize = 4;

/// Rows in one of these: as much as a slow processor lays out within a frame.
const SHORT: usize = 5;

/// Rows in each of the others, since the browser looks in each frame whether one has come into the window.
const LONG: usize = 50;

/// The table, as markup.
pub(super) fn markup(out: &mut String) {
    let start = [
        "<table class=\"map-table\" role=\"table\" id=\"",
        "\"><caption class=\"spoken\">",
        "</caption><thead role=\"rowgroup\"><tr role=\"row\">",
    ];
    put(out, &start, &[ROWS, of_map().table]);
    for (at, words) in of_map().columns.into_iter().enumerate() {
        let head = [
            "<th scope=\"col\" role=\"columnheader\" data-column=\"",
            "\"><button type=\"button\" data-sort=\"",
            "\">",
            "</button></th>",
        ];
        let column = at.to_string();
        put(out, &head, &[&column, &column, words]);
    }
    put(out, &["</tr></thead><tbody role=\"rowgroup\">"], &[]);
    for (at, group) in story().groups.iter().enumerate() {
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

/// Keeps the rows in step with the map from now on: which there are, in what order, and what they say.
pub(super) fn start(state: MapState) {
    let rows: Vec<HtmlElement> = elements(".map-table tbody > tr");
    let written = vec![None; rows.len()];
    let groups: Vec<_> = story().groups.iter().collect();
    let table = Table {
        state,
        groups: groups.clone(),
        rows,
        written,
        wanted: Vec::new(),
        turn: 0,
        bodies: Vec::new(),
    };
    let table = Rc::new(RefCell::new(table));
    effect(move || {
        let order = state.order.get();
        for (column, head) in elements(".map-table [data-column]").iter().enumerate() {
            let sort = match order {
                (at, false) if at == column => "ascending",
                (at, true) if at == column => "descending",
                _ => "none",
            };
            let _ = head.set_attribute("aria-sort", sort);
        }
    });
    let mut wanted_by = None;
    effect(move || {
        let (order, year, filter) = (state.order.get(), state.year.get(), state.filter.get());
        // Only one column changes with the year.
        let by = Some((order, if order.0 == 3 { year } else { 0 }, filter.clone()));
        let mut it = table.borrow_mut();
        if wanted_by != by {
            wanted_by = by;
            it.wanted = sorted(&groups, order, year);
            it.wanted.retain(|at| groups.get(*at).is_some_and(|it| filter.chooses(it)));
        }
        it.turn += 1;
        // A table that is just being made is seen with the rows that a window has place for. Later, what is
        // short is in step at once.
        let at_once = match it.wanted.len() {
            _ if it.bodies.is_empty() => FIRST,
            0..=SHORT => 1,
            _ => 0,
        };
        let turn = it.turn;
        if (0..at_once).all(|body| it.fill(body, turn)) {
            soon(&table, at_once, turn);
        }
    });
}

/// The rows, and how far they are in step.
struct Table {
    state: MapState,
    groups: Vec<&'static Group<'static>>,
    /// All, in the order of the story.
    rows: Vec<HtmlElement>,
    /// What each says of its group's state.
    written: Vec<Option<Activity>>,
    /// Those that are to be seen, in order.
    wanted: Vec<usize>,
    /// How often that has changed.
    turn: usize,
    /// The bodies, and the rows in each.
    bodies: Vec<(Element, Vec<usize>)>,
}

/// Fills one body after the other; stops where the table is wanted otherwise meanwhile.
fn fill_from(table: &Rc<RefCell<Table>>, body: usize, turn: usize) {
    let goes_on = table.borrow_mut().fill(body, turn);
    if goes_on {
        soon(table, body + 1, turn);
    }
}

/// Goes on when the browser has time, so that nothing waits for all of a long table.
fn soon(table: &Rc<RefCell<Table>>, body: usize, turn: usize) {
    let table = Rc::clone(table);
    let next: Box<dyn FnOnce()> = Box::new(move || fill_from(&table, body, turn));
    if body < SEEN {
        after_paint(next);
    } else {
        set_timeout(next, Duration::ZERO);
    }
}

impl Table {
    /// Puts into a body the rows that belong there, and writes what they say; whether there are more.
    fn fill(&mut self, number: usize, turn: usize) -> bool {
        if self.turn != turn {
            return false;
        }
        let Some(year) = self.state.year.try_get_untracked() else { return false };
        let (before, most) = before(number);
        let wanted: Vec<usize> = self.wanted.iter().skip(before).take(most).copied().collect();
        if number >= self.bodies.len() {
            let Some(body) = body(number).filter(|_| !wanted.is_empty()) else { return false };
            self.bodies.push((body, Vec::new()));
        }
        for at in &wanted {
            self.write(*at, year);
        }
        if let Some((body, there)) = self.bodies.get_mut(number)
            && *there != wanted
        {
            let rows = wanted.iter().filter_map(|at| self.rows.get(*at));
            put_in(body, &rows.map(JsValue::from).collect());
            *there = wanted;
        }
        // Bodies that are left over lose their rows too.
        true
    }

    fn write(&mut self, at: usize, year: i16) {
        let (Some(row), Some(before), Some(group)) =
            (self.rows.get(at), self.written.get_mut(at), self.groups.get(at))
        else {
            return;
        };
        let activity = group.activity(year);
        if *before != Some(activity) {
            *before = Some(activity);
            let _ = row.set_attribute("data-activity", super::slug(activity));
            if let Some(cell) = row.last_element_child() {
                cell.set_text_content(Some((messages().activity)(activity)));
            }
        }
    }
}

/// How many rows stand in the bodies before one, and how many at most in it.
fn before(body: usize) -> (usize, usize) {
    match body.checked_sub(SEEN) {
        None => (body * SHORT, SHORT),
        Some(long) => (SEEN * SHORT + long * LONG, LONG),
    }
}

/// The body with a number in the page: the first is there, others are added.
fn body(number: usize) -> Option<Element> {
    let table = element(ROWS)?;
    if number == 0 {
        return table.query_selector("tbody").ok()?;
    }
    let body = document().create_element("tbody").ok()?;
    body.set_attribute("role", "rowgroup").ok()?;
    table.append_child(&body).ok()?;
    Some(body)
}

/// Puts rows in the place of those in a body; one that is in focus keeps the focus.
fn put_in(body: &Element, rows: &js_sys::Array) {
    let focused = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    body.replace_children_with_node(rows);
    if let Some(focused) = focused.filter(|it| body.contains(Some(it))) {
        let _ = focused.focus();
    }
}

/// Numbers of groups in an order; those alike stay in that of founding.
fn sorted(groups: &[&Group<'_>], (column, back): Order, year: i16) -> Vec<usize> {
    let key = |at: &usize| match (groups.get(*at), column) {
        (Some(group), 0) => group.short.to_ascii_lowercase(),
        (Some(group), 1) => [group.city, ", ", group.region].concat().to_ascii_lowercase(),
        (Some(group), 3) => char::from(b'0' + group.activity(year) as u8).to_string(),
        _ => String::new(),
    };
    let all = 0..groups.len();
    let mut all = if column == USUAL.0 { all.collect() } else { sorted_by(all, key) };
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
    fn bodies_hold_every_row_once() {
        let mut rows = 0;
        for body in 0..80 {
            let (start, most) = before(body);
            assert_eq!(start, rows, "{body}");
            rows += most;
        }
        assert!(rows > 3000);
    }

    #[test]
    fn each_order_has_every_group_once() {
        let groups: Vec<_> = story().groups.iter().collect();
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
        let groups: Vec<_> = story().groups.iter().collect();
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
