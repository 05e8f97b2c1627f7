//! The groups as a table beside the map, in step with it.

use super::filter::Filter;
use super::pace::Pace;
use super::sign::sign;
use super::state::MapState;
use crate::content::story;
use crate::i18n::{messages, of_map};
use crate::shell::events::{effect, elements};
use crate::shell::{element, focused};
use crate::widgets::{put, sorted_by};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use story::{Activity, Group};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// By what the rows are in order: a column, and whether the other way round.
pub(super) type Order = (usize, bool);

/// The order in which the story has its groups: that of founding.
pub(super) const USUAL: Order = (2, false);

/// Id of what holds the rows, in bodies: one that is out of the window is not laid out.
const ROWS: &str = "map-rows";

/// So many bodies may be within the window; their rows come over several frames. The heights that
/// `style/map.css` expects of bodies go by this and by the numbers of rows below.
const SEEN: usize = 12;

/// Rows in one of these.
const SHORT: usize = 5;

/// Rows in each of the others, since the browser looks in each frame whether one has come into the window.
const LONG: usize = 50;

/// So many bodies at most are hidden in a frame.
const HIDDEN: usize = 24;

/// So many rows stand there from the beginning: what a window has place for.
const FIRST: usize = 4 * SHORT;

/// How many rows change in a frame: few at first, at least so many, and no more than may be seen.
const PACE: Pace = Pace::new(3, 1, MOVES * SEEN * SHORT);

/// As how many that only say something else one counts that comes to another place.
const MOVES: usize = 3;

/// What the style sheet hides a body by in which nothing is wanted.
const LEFT_OVER: &str = "data-left";

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
        groups,
        rows,
        written,
        wanted: Vec::new(),
        wanted_by: None,
        turn: 0,
        begins: false,
        next: 0,
        bodies: Vec::new(),
        shown: 0,
        keep: usize::MAX,
        focused: None,
    };
    let table = Rc::new(RefCell::new(table));
    let to_fill = Rc::clone(&table);
    let worker = state.frames.get_value().worker(PACE, move |count| {
        let mut it = to_fill.borrow_mut();
        let more = it.go_on(count);
        let seen = it.shown.min(SEEN);
        drop(it);
        if !more {
            fill_from(&to_fill, seen);
        }
        more
    });
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
    effect(move || {
        state.order.track();
        state.year.track();
        state.filter.track();
        let mut it = table.borrow_mut();
        it.turn += 1;
        it.begins = true;
        // A table that is just being made takes longer than a frame in any case: what is seen of it comes at once.
        if it.bodies.is_empty() {
            it.begin();
            it.bring_rows(MOVES * FIRST);
        }
        worker.wake();
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
    /// By what they are chosen and in order.
    wanted_by: Option<(Order, i16, Filter)>,
    /// How often they, or what they say, were to change.
    turn: usize,
    /// Whether they still have to be worked out anew.
    begins: bool,
    /// How many of them are in step, of those that may be seen.
    next: usize,
    /// The bodies.
    bodies: Vec<Element>,
    /// How many of them are shown: the first ones.
    shown: usize,
    /// How many of those are not to be [hidden](Self::hide).
    keep: usize,
    /// What had the focus among the rows.
    focused: Option<HtmlElement>,
}

/// Fills what is out of the window, one body after the other, when the browser has time; stops where the
/// table is wanted otherwise meanwhile.
fn fill_from(table: &Rc<RefCell<Table>>, body: usize) {
    let turn = table.borrow().turn;
    let table = Rc::clone(table);
    let next: Box<dyn FnOnce()> = Box::new(move || {
        let goes_on = {
            let mut it = table.borrow_mut();
            it.turn == turn && it.fill(body)
        };
        if goes_on {
            fill_from(&table, body + 1);
        }
    });
    set_timeout(next, Duration::ZERO);
}

impl Table {
    /// Begins with what is wanted now, in a frame of its own where that is something else, or brings so many rows in
    /// step; whether there are more.
    fn go_on(&mut self, count: usize) -> bool {
        (self.begins && self.begin()) || self.hide() || self.bring_rows(count)
    }

    /// Begins with what is wanted now; whether that is something else.
    fn begin(&mut self) -> bool {
        self.begins = false;
        self.next = 0;
        let (Some(order), Some(year), Some(filter)) = (
            self.state.order.try_get_untracked(),
            self.state.year.try_get_untracked(),
            self.state.filter.try_get_untracked(),
        ) else {
            return false;
        };
        let groups = &self.groups;
        // Only one column changes with the year.
        let by = Some((order, if order.0 == 3 { year } else { 0 }, filter.clone()));
        if self.wanted_by == by {
            return false;
        }
        let same = |(was, _, of): &(Order, i16, Filter)| *was == order && *of == filter;
        let only_year = self.wanted_by.as_ref().is_some_and(same);
        self.wanted_by = by;
        self.wanted = sorted(groups, order, year);
        self.wanted.retain(|at| groups.get(*at).is_some_and(|it| filter.chooses(it)));
        let needed = bodies(self.wanted.len()).max(1);
        // While years go by, somebody may read far down. Of a long table, what is near the window would be moved by
        // each row that goes.
        self.keep = if only_year || self.shown <= SEEN { needed } else { 1 };
        // Also where there is nothing to be seen: all rows stand in the first body until then.
        self.show_body(0);
        true
    }

    /// Brings rows that may be seen in step, until so many have changed; whether there are more.
    fn bring_rows(&mut self, count: usize) -> bool {
        let Some(year) = self.state.year.try_get_untracked() else { return false };
        let end = self.wanted.len().min(SEEN * SHORT);
        let mut changed = 0;
        while changed < count && self.next < end {
            let (number, place) = (self.next / SHORT, self.next % SHORT);
            // What comes into the window with a body that is shown again a browser lays out twice: that one
            // comes in a frame of its own.
            if (self.shown..self.bodies.len()).contains(&number) {
                if changed == 0 {
                    self.show_body(number);
                }
                return true;
            }
            if let Some(at) = self.wanted.get(self.next).copied() {
                changed += self.bring_row(at, year, number, place);
            }
            self.next += 1;
        }
        if self.next == end {
            for number in 0..self.shown.min(SEEN) {
                self.trim(number, end.saturating_sub(number * SHORT));
            }
        }
        self.next < end
    }

    /// Brings a row in step, to its place in the body with a number; as how many changes that counts.
    fn bring_row(&mut self, at: usize, year: i16, number: usize, place: usize) -> usize {
        let wrote = usize::from(self.write(at, year));
        let (Some(body), Some(row)) = (self.show_body(number), self.rows.get(at).cloned()) else {
            return wrote;
        };
        let there = body.children().item(place as u32);
        if there.as_ref().is_some_and(|it| it.is_same_node(Some(&row))) {
            return wrote;
        }
        self.remember_focus();
        let _ = match there {
            Some(there) => body.replace_child(&row, &there),
            None => body.append_child(&row),
        };
        if let Some(focused) = self.focused.as_ref().filter(|it| row.contains(Some(it))) {
            let _ = focused.focus();
        }
        MOVES
    }

    /// Takes away what stands in the body with a number behind so many rows.
    fn trim(&self, number: usize, most: usize) {
        let Some(body) = self.bodies.get(number) else { return };
        if most == 0 {
            body.set_text_content(None);
        }
        while let Some(row) = body.children().item(most as u32) {
            row.remove();
        }
    }

    /// Brings the rows of a body in step that is out of the window; whether there are more.
    fn fill(&mut self, number: usize) -> bool {
        let Some(year) = self.state.year.try_get_untracked() else { return false };
        let (before, most) = before(number);
        let wanted: Vec<usize> = self.wanted.iter().skip(before).take(most).copied().collect();
        for (place, at) in wanted.iter().enumerate() {
            self.bring_row(*at, year, number, place);
        }
        // Bodies that are left over lose their rows too.
        self.trim(number, wanted.len());
        number < self.bodies.len()
    }

    /// Hides bodies that are not kept, the last ones first; whether there were any.
    ///
    /// As those before them lost rows, one after the other would come into the window and be laid out with what is no
    /// longer wanted. They come again with what is, or are [emptied](Self::fill) later, one by one: a browser that is
    /// to forget a body goes through all that is in it.
    fn hide(&mut self) -> bool {
        self.remember_focus();
        let before = self.shown;
        let most = self.keep.max(before.saturating_sub(HIDDEN));
        for body in self.bodies.iter().take(before).skip(most) {
            let _ = body.set_attribute(LEFT_OVER, "");
        }
        self.shown = before.min(most);
        if self.shown == before {
            self.keep = usize::MAX;
        }
        self.shown < before
    }

    /// The body with a number, which is shown from now on, as are those before it; one that was hidden begins empty.
    fn show_body(&mut self, number: usize) -> Option<Element> {
        let body = self.body(number);
        for body in self.bodies.iter().take(number + 1).skip(self.shown) {
            body.set_text_content(None);
            let _ = body.remove_attribute(LEFT_OVER);
        }
        self.shown = self.shown.max(number + 1);
        body
    }

    /// The body with a number in the page: the first is there, others are added as they are wanted.
    fn body(&mut self, number: usize) -> Option<Element> {
        while self.bodies.len() <= number {
            let table = element(ROWS)?;
            let body = if self.bodies.is_empty() {
                let first = table.query_selector("tbody").ok()??;
                first.set_text_content(None);
                first
            } else {
                let body = document().create_element("tbody").ok()?;
                body.set_attribute("role", "rowgroup").ok()?;
                table.append_child(&body).ok()?;
                body
            };
            self.bodies.push(body);
        }
        self.bodies.get(number).cloned()
    }

    /// Remembers what has the focus among the rows, which may go before it comes to its place, until something
    /// else is focused.
    fn remember_focus(&mut self) {
        let Some(now) = focused() else { return };
        let in_row = now.closest(".map-table tbody").is_ok_and(|it| it.is_some());
        self.focused = now.dyn_into().ok().filter(|_| in_row);
    }

    /// Writes the state of a group in a year into its row; whether it said another one.
    fn write(&mut self, at: usize, year: i16) -> bool {
        let (Some(row), Some(before), Some(group)) =
            (self.rows.get(at), self.written.get_mut(at), self.groups.get(at))
        else {
            return false;
        };
        let activity = group.activity(year);
        let changes = *before != Some(activity);
        if changes {
            *before = Some(activity);
            let _ = row.set_attribute("data-activity", super::slug(activity));
            if let Some(cell) = row.last_element_child() {
                cell.set_text_content(Some((messages().activity)(activity)));
            }
        }
        changes
    }
}

/// How many rows stand in the bodies before one, and how many at most in it.
fn before(body: usize) -> (usize, usize) {
    match body.checked_sub(SEEN) {
        None => (body * SHORT, SHORT),
        Some(long) => (SEEN * SHORT + long * LONG, LONG),
    }
}

/// How many bodies hold so many rows.
fn bodies(rows: usize) -> usize {
    match rows.checked_sub(SEEN * SHORT) {
        None => rows.div_ceil(SHORT),
        Some(long) => SEEN + long.div_ceil(LONG),
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
    fn there_are_as_many_bodies_as_rows_need() {
        for rows in 0..400 {
            let count = bodies(rows);
            assert!(before(count).0 >= rows, "{rows}");
            assert!(count == 0 || before(count - 1).0 < rows, "{rows}");
        }
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
