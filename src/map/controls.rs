//! The controls of groups on the drawing: which of them stand in the page, and what is written on them.
//!
//! All are made once. Only those that are drawn are in the page, and only what changes is written to them,
//! so that a step of the year costs as much as what is seen of it, however many groups there are.

use super::layout::{LEFT, Layout, SHOWN};
use super::picture::Use;
use crate::i18n::{messages, of_map};
use crate::shell::events::elements_in;
use geo::Point;
use geo::outline::HEIGHT;
use story::{Activity, Group};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// So many controls come into the page or change together: what a slow processor styles and lays out
/// within a frame. Others follow in the next ones.
const TOGETHER: usize = 15;

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
    looks: Vec<Option<Look>>,
    drawn: Vec<usize>,
}

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
        Some(Self { used, list, groups, controls, looks, drawn: Vec::new() })
    }

    /// Whether a control stands in the page.
    pub(super) fn is_drawn(&self, at: usize) -> bool {
        self.drawn.binary_search(&at).is_ok()
    }

    /// Brings controls in line with what is to be seen; whether some still have to come into the page or
    /// to change, which this has to be called again for.
    pub(super) fn draw(&mut self, moment: Moment<'_>) -> bool {
        let before = std::mem::take(&mut self.drawn);
        let come_in = which_come_in(&before, &moment.drawn, moment.current);
        let is_later =
            |at: &usize| before.binary_search(at).is_err() && come_in.binary_search(at).is_err();
        let mut more = moment.drawn.iter().any(is_later);
        self.drawn = moment.drawn.iter().filter(|at| !is_later(at)).copied().collect();
        let item = |at: &usize| self.controls.get(*at)?.parent_element();
        // What leaves goes first: then nothing that stays is moved, and the focus with it.
        for item in before.iter().filter(|at| !self.is_drawn(**at)).filter_map(item) {
            item.remove();
        }
        let mut there = self.list.first_element_child();
        for item in self.drawn.iter().filter_map(item) {
            if there.as_ref() == Some(&item) {
                there = item.next_element_sibling();
            } else {
                let _ = self.list.insert_before(&item, there.as_deref());
            }
        }
        let mut changed = come_in.len();
        for at in &self.drawn {
            let (Some(group), Some(control), Some(before)) =
                (self.groups.get(*at), self.controls.get(*at), self.looks.get_mut(*at))
            else {
                continue;
            };
            let crowd = moment.layout.crowd(*at);
            let members = crowd.iter().filter_map(|at| self.groups.get(*at));
            let (activity, active) =
                together(members.map(|group| self.used.activity(group, moment.year)));
            let now = Look {
                place: moment.layout.places.get(*at).copied().unwrap_or(Point { x: 0.0, y: 0.0 }),
                in_tab_order: *at == moment.current,
                open: moment.selected.is_some_and(|it| it.id == group.id),
                activity,
                crowd: (crowd.len(), active),
            };
            if before.as_ref() == Some(&now) {
                continue;
            }
            // What comes in, or has the focus or gives it up, can't wait.
            let comes_in = come_in.binary_search(at).is_ok();
            let has_focus = before
                .as_ref()
                .is_some_and(|it| it.in_tab_order != now.in_tab_order || it.open != now.open);
            if changed < TOGETHER || comes_in || has_focus {
                write(control, self.used, group, before.as_ref(), &now);
                *before = Some(now);
                changed += usize::from(!comes_in);
            } else {
                more = true;
            }
        }
        more
    }
}

/// Of those that are wanted and not there, the ones that come into the page first, in order: the
/// current one among them, which may be given the focus.
fn which_come_in(there: &[usize], wanted: &[usize], current: usize) -> Vec<usize> {
    let mut coming: Vec<usize> =
        wanted.iter().filter(|at| there.binary_search(at).is_err()).copied().collect();
    if let Ok(at) = coming.binary_search(&current) {
        coming.swap(0, at);
    }
    coming.truncate(TOGETHER);
    coming.sort_unstable();
    coming
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
    fn few_come_in_at_once_and_all_in_the_end() {
        let wanted: Vec<usize> = (0..100).collect();
        let mut there = vec![3, 70];
        assert!(which_come_in(&there, &wanted, 90).contains(&90));
        for _ in 0..100_usize.div_ceil(TOGETHER) {
            let coming = which_come_in(&there, &wanted, 90);
            assert!(coming.len() <= TOGETHER && coming.is_sorted());
            there.extend(coming);
            there.sort_unstable();
        }
        assert_eq!(there, wanted);
        assert!(which_come_in(&there, &wanted, 90).is_empty());
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
