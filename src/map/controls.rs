//! The controls of groups on the drawing: which of them stand in the page, and what is written on them.
//!
//! All are made once. Only those that are drawn are in the page, and only what changes is written to them,
//! so that a step of the year costs as much as what is seen of it, however many groups there are; and in each
//! frame no more than the browser keeps up with.

use super::frames::{Frames, Worker};
use super::layout::{LEFT, Layout, SHOWN};
use super::pace::Pace;
use super::picture::Use;
use crate::i18n::{messages, of_map};
use crate::shell::events::elements_in;
use crate::shell::focused;
use geo::Point;
use geo::outline::HEIGHT;
use std::cell::RefCell;
use std::rc::Rc;
use story::{Activity, Group};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What a control says.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    place: Point,
    in_tab_order: bool,
    open: bool,
    activity: Activity,
    /// How many groups it stands for, and how many of them were active.
    crowd: (usize, usize),
}

/// The controls of a drawing.
pub(super) struct Controls {
    used: Use,
    list: Element,
    groups: Vec<&'static Group<'static>>,
    controls: Vec<HtmlElement>,
    /// What is written on each.
    looks: Vec<Option<Look>>,
    /// Those that stand in the page, in order.
    drawn: Vec<usize>,
    /// Whether they were drawn before, even if none of them was to be seen.
    is_made: bool,
    /// Those that still have to come into the page, to change or, without a look, to leave it; the next
    /// one last.
    waiting: Vec<(usize, Option<Look>)>,
}

/// How many signs change in a frame. Never many: what one long frame costs is learned too late.
const PACE: Pace = Pace::new(6, 4, 120);

/// As how many that change one counts that comes, since it is laid out and painted anew.
const COMES: usize = 4;

/// What decides how controls look.
pub(super) struct Moment<'a> {
    pub(super) layout: &'a Layout,
    /// Those that are drawn, in order.
    pub(super) drawn: Vec<usize>,
    /// Which is in the tab order.
    pub(super) current: usize,
    /// Which is open, or chosen.
    pub(super) selected: Option<&'a Group<'a>>,
    pub(super) year: i16,
}

impl Controls {
    /// The controls of these groups within a frame, which are taken out of the page until they are drawn.
    pub(super) fn within(
        frame: &HtmlElement,
        used: Use,
        groups: Vec<&'static Group<'static>>,
    ) -> Option<Self> {
        let list = frame.query_selector(".map-controls").ok()??;
        let controls = elements_in(&list, ".map-control");
        list.set_text_content(None);
        let looks = vec![None; controls.len()];
        Some(Self {
            used,
            list,
            groups,
            controls,
            looks,
            drawn: Vec::new(),
            is_made: false,
            waiting: Vec::new(),
        })
    }

    /// Whether a control stands in the page.
    pub(super) fn is_drawn(&self, at: usize) -> bool {
        self.drawn.binary_search(&at).is_ok()
    }

    /// Takes up what is to be seen from now on. What has the focus, or is to get it, or is open, is in line
    /// at once; all else [waits](Self::bring_next), the control in the tab order least.
    fn take_up(&mut self, moment: &Moment<'_>) {
        self.waiting.clear();
        let is_focused = focused().is_some_and(|it| self.list.contains(Some(&it)));
        let leaving = self.drawn.iter().filter(|at| moment.drawn.binary_search(at).is_err());
        let leaving: Vec<usize> = leaving.copied().collect();
        for at in leaving {
            self.plan(at, None);
        }
        let mut next = None;
        // What comes is seen before what leaves is gone.
        for at in moment.drawn.iter().rev().copied() {
            let Some(look) = self.look(at, moment) else { continue };
            let before = self.looks.get(at).and_then(Option::as_ref);
            if look.in_tab_order && !look.open && !is_focused && !self.is_drawn(at) {
                next = Some((at, Some(look)));
            } else if before != Some(&look) || !self.is_drawn(at) {
                self.plan(at, Some(look));
            }
        }
        self.waiting.extend(next);
    }

    /// Brings a control in line, or lets it wait.
    fn plan(&mut self, at: usize, look: Option<Look>) {
        let before = self.looks.get(at).and_then(Option::as_ref);
        let open = look.as_ref().is_some_and(|it| it.open);
        let cannot_wait = look.as_ref().is_some_and(|it| it.in_tab_order)
            || before.is_some_and(|it| it.in_tab_order || it.open != open);
        if cannot_wait {
            self.bring_in_line(at, look);
        } else {
            self.waiting.push((at, look));
        }
    }

    fn look(&self, at: usize, moment: &Moment<'_>) -> Option<Look> {
        let group = self.groups.get(at)?;
        let crowd = moment.layout.crowd(at);
        let members = crowd.iter().filter_map(|at| self.groups.get(*at));
        let (activity, active) =
            together(members.map(|group| self.used.activity(group, moment.year)));
        Some(Look {
            place: moment.layout.places.get(at).copied().unwrap_or(Point { x: 0.0, y: 0.0 }),
            in_tab_order: at == moment.current,
            open: moment.selected.is_some_and(|it| it.id == group.id),
            activity,
            crowd: (crowd.len(), active),
        })
    }

    /// Brings so many in line; whether others still wait.
    fn bring_next(&mut self, count: usize) -> bool {
        let mut made = 0;
        while made < count {
            let Some((at, look)) = self.waiting.pop() else { break };
            made += if look.is_some() && !self.is_drawn(at) { COMES } else { 1 };
            self.bring_in_line(at, look);
        }
        !self.waiting.is_empty()
    }

    /// Puts a control into the page, if it is not there, and writes what has changed on it; without a look,
    /// takes it out.
    fn bring_in_line(&mut self, at: usize, look: Option<Look>) {
        let place = self.drawn.binary_search(&at);
        let Some(look) = look else {
            if let (Ok(place), Some(item)) = (place, self.item(at)) {
                item.remove();
                self.drawn.remove(place);
            }
            return;
        };
        if let (Some(group), Some(control), Some(before)) =
            (self.groups.get(at), self.controls.get(at), self.looks.get_mut(at))
        {
            write(control, self.used, group, before.as_ref(), &look);
            *before = Some(look);
        }
        if let (Err(place), Some(item)) = (place, self.item(at)) {
            let next = self.drawn.get(place).and_then(|next| self.item(*next));
            let _ = self.list.insert_before(&item, next.as_deref());
            self.drawn.insert(place, at);
        }
    }

    /// What a control stands in.
    fn item(&self, at: usize) -> Option<Element> {
        self.controls.get(at)?.parent_element()
    }
}

/// What brings controls in line, over as many frames as that takes.
pub(super) fn worker(controls: &Rc<RefCell<Controls>>, frames: &Frames) -> Worker {
    let controls = Rc::clone(controls);
    frames.worker(PACE, move |count| controls.borrow_mut().bring_next(count))
}

/// Begins to bring controls in line with what is to be seen from now on.
pub(super) fn draw(controls: &Rc<RefCell<Controls>>, worker: &Worker, moment: &Moment<'_>) {
    let mut it = controls.borrow_mut();
    it.take_up(moment);
    // A map that is just being made takes longer than a frame in any case: no sign is to be late. Later much else
    // changes in the frame in which something is chosen.
    let now = if std::mem::replace(&mut it.is_made, true) { 0 } else { usize::MAX };
    if it.bring_next(now) {
        worker.wake();
    }
}

/// The state that stands for several, the liveliest of them, and how many are active.
fn together(states: impl Iterator<Item = Activity>) -> (Activity, usize) {
    let rank = |state: Activity| match state {
        Activity::Active => 3,
        Activity::Perhaps => 2,
        Activity::Ended => 1,
        Activity::NotYet => 0,
    };
    let (mut liveliest, mut active) = (Activity::NotYet, 0);
    for state in states {
        active += usize::from(state == Activity::Active);
        if rank(state) > rank(liveliest) {
            liveliest = state;
        }
    }
    (liveliest, active)
}

/// Writes what has changed.
fn write(control: &HtmlElement, used: Use, group: &Group<'_>, before: Option<&Look>, now: &Look) {
    if before.map(|it| it.place) != Some(now.place)
        && let Some(item) =
            control.parent_element().and_then(|it| it.dyn_into::<HtmlElement>().ok())
    {
        let style = item.style();
        // The style sheet also places the label by it, so that it stays within the map.
        let _ = style.set_property("--at", &percent(now.place.x - LEFT, SHOWN));
        let _ = style.set_property("top", &percent(now.place.y, HEIGHT));
    }
    if before.map(|it| it.in_tab_order) != Some(now.in_tab_order) {
        control.set_tab_index(if now.in_tab_order { 0 } else { -1 });
    }
    if before.map(|it| it.open) != Some(now.open) {
        let _ = control.set_attribute(used.chosen(), if now.open { "true" } else { "false" });
    }
    if before.map(|it| (it.activity, it.crowd)) != Some((now.activity, now.crowd)) {
        let (count, active) = now.crowd;
        let name = if count > 1 {
            (of_map().crowd)(count, active, group.city)
        } else {
            name_of(group, used.tells(now.activity))
        };
        let _ = control.set_attribute("data-activity", super::slug(now.activity));
        let _ = control.set_attribute("aria-label", &name);
        if before.map(|it| it.crowd.0) != Some(count) {
            write_crowd(control, group, count);
        }
    }
}

/// Says how many groups a control stands for, if more than one.
fn write_crowd(control: &HtmlElement, group: &Group<'_>, count: usize) {
    let count = (count > 1).then(|| count.to_string());
    let _ = match &count {
        Some(count) => control.set_attribute("data-crowd", count),
        None => control.remove_attribute("data-crowd"),
    };
    if let Some(label) = control.last_element_child() {
        label.set_text_content(Some(match &count {
            Some(_) => of_map().nearer,
            None => group.short,
        }));
    }
}

/// What a screen reader says of a control, with the state of its group where that is shown.
fn name_of(group: &Group<'_>, activity: Option<&str>) -> String {
    let kind = (messages().group_kind)(group.kind);
    let mut name = [group.name, ", ", group.city, ", ", group.region, ". ", kind].concat();
    if let Some(activity) = activity {
        name.push_str(", ");
        name.push_str(activity);
    }
    name
}

/// A part of a whole in percent, to two places. Whole numbers keep the code that writes any float
/// out of what readers download.
fn percent(part: f64, whole: f64) -> String {
    let hundredths = (part / whole * 10_000.0).round().max(0.0) as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_written_in_percent() {
        assert_eq!(percent(1.0, 4.0), "25.00%");
        assert_eq!(percent(1.0, 3.0), "33.33%");
        assert_eq!(percent(-1.0, 3.0), "0.00%");
    }

    #[test]
    fn a_crowd_is_as_lively_as_its_liveliest() {
        use Activity::{Active, Ended, NotYet, Perhaps};
        assert_eq!(together([Ended, Active, NotYet, Active].into_iter()), (Active, 2));
        assert_eq!(together([NotYet, Ended, Perhaps].into_iter()), (Perhaps, 0));
        assert_eq!(together([NotYet, Ended].into_iter()), (Ended, 0));
        assert_eq!(together([NotYet].into_iter()), (NotYet, 0));
    }
}
