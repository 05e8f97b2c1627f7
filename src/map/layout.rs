//! Where groups stand on the drawing: each at its town, beside those whose signs it would cover, or, where
//! there is no room for all, many together as one.

use super::viewport::{DEEPEST, Place, Viewport};
use geo::Point;
use geo::crowds::crowds;
use geo::outline::{HEIGHT, WIDTH};
use geo::spread::{Frame, spread};

/// Width of a control, in CSS pixels: what WCAG 2.2 asks for, and a little more.
const CONTROL: f64 = 26.0;

/// The part of the drawing that is shown: from left of the westernmost island, in drawing units.
pub(super) const LEFT: f64 = -60.0;
pub(super) const SHOWN: f64 = WIDTH - LEFT;

const FRAME: Frame = Frame { left: LEFT, top: 0.0, right: WIDTH, bottom: HEIGHT };

/// More groups are not drawn one by one all at once: a browser takes longer than a frame for them, and
/// nobody tells them apart.
const MANY: usize = 150;

/// The side of the square within which groups are drawn as one, in widths of a control.
const SQUARE: f64 = 3.5;

/// How much around what is shown is drawn too, in parts of that, so that it need not be at each move.
const AROUND: f64 = 0.1;

/// Where groups stand on the drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layout {
    /// The place of each, by its number; those in one crowd have the same.
    pub(super) places: Vec<Point>,
    /// Numbers of groups that are drawn as one; most are alone.
    crowds: Vec<Vec<usize>>,
    /// Where in these each group is.
    crowd_of: Vec<Option<usize>>,
    /// Whether only what is in view is drawn.
    by_view: bool,
}

impl Layout {
    /// Places for those that are shown among some groups, on a map so many pixels wide, drawn so many
    /// times larger.
    pub(super) fn of(anchors: &[Point], shown: &[usize], width: f64, scale: f64) -> Self {
        let radius = CONTROL / 2.0 * SHOWN / (width * scale);
        let points: Vec<Point> = shown.iter().filter_map(|at| anchors.get(*at).copied()).collect();
        let by_view = points.len() > MANY || !FRAME.has_room(points.len(), radius);
        // What can be drawn no larger stands side by side, however many there are.
        let side = if by_view && scale < DEEPEST { SQUARE * 2.0 * radius } else { 0.0 };
        let found = crowds(&points, side);
        let middles: Vec<Point> = found.iter().map(|crowd| crowd.middle).collect();
        let mut layout = Self {
            places: anchors.to_vec(),
            crowds: Vec::new(),
            crowd_of: vec![None; anchors.len()],
            by_view,
        };
        for (crowd, place) in found.into_iter().zip(spread(&middles, radius, Some(FRAME))) {
            let members = crowd.members.iter().filter_map(|at| shown.get(*at).copied()).collect();
            layout.add(members, place);
        }
        layout
    }

    fn add(&mut self, members: Vec<usize>, at: Point) {
        for member in &members {
            if let Some(place) = self.places.get_mut(*member) {
                *place = at;
            }
            if let Some(crowd) = self.crowd_of.get_mut(*member) {
                *crowd = Some(self.crowds.len());
            }
        }
        self.crowds.push(members);
    }

    /// The groups that are drawn as one with a group, among them itself; none where it is not shown.
    pub(super) fn crowd(&self, at: usize) -> &[usize] {
        let crowd = self.crowd_of.get(at).copied().flatten();
        crowd.and_then(|crowd| self.crowds.get(crowd)).map_or(&[], Vec::as_slice)
    }

    /// The groups among which arrow keys move, in order: one of each crowd, `current` of its own.
    pub(super) fn stops(&self, current: usize) -> Vec<usize> {
        let of_current = self.crowd_of.get(current).copied().flatten();
        let stop = |(number, crowd): (usize, &Vec<usize>)| match of_current {
            Some(own) if own == number => Some(current),
            _ => crowd.first().copied(),
        };
        let mut stops: Vec<usize> = self.crowds.iter().enumerate().filter_map(stop).collect();
        stops.sort_unstable();
        stops
    }

    /// The groups that are drawn, in order: of these stops all, or, of many, those in view and `current`.
    pub(super) fn drawn(&self, current: usize, view: Viewport) -> Vec<usize> {
        let mut stops = self.stops(current);
        if self.by_view {
            let seen =
                |at: &usize| self.places.get(*at).is_some_and(|it| view.sees(part_of(*it), AROUND));
            stops.retain(|at| *at == current || seen(at));
        }
        stops
    }
}

/// A place on the drawing in parts of what is drawn.
pub(super) fn part_of(point: Point) -> Place {
    ((point.x - LEFT) / SHOWN, point.y / HEIGHT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_points(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Point>> {
        let point = (20.0..900.0, 20.0..580.0).prop_map(|(x, y)| Point { x, y });
        prop::collection::vec(point, count)
    }

    fn apart(layout: &Layout, stops: &[usize], width: f64, scale: f64) -> bool {
        let least = CONTROL * SHOWN / (width * scale) - 1e-6;
        stops.iter().enumerate().all(|(at, first)| {
            stops[at + 1..].iter().all(|second| {
                let (a, b) = (layout.places[*first], layout.places[*second]);
                (a.x - b.x).hypot(a.y - b.y) >= least
            })
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

        #[test]
        fn every_group_is_in_one_crowd_and_no_sign_covers_another(
            points in any_points(1..400), width in 320.0..1200.0, scale in 1.0..DEEPEST,
        ) {
            let shown: Vec<usize> = (0..points.len()).filter(|at| at % 3 > 0).collect();
            let layout = Layout::of(&points, &shown, width, scale);
            let mut members: Vec<usize> = layout.crowds.iter().flatten().copied().collect();
            members.sort_unstable();
            prop_assert_eq!(&members, &shown);
            for at in 0..points.len() {
                prop_assert_eq!(layout.crowd(at).contains(&at), shown.contains(&at));
            }
            prop_assert!(apart(&layout, &layout.stops(0), width, scale));
        }

        #[test]
        fn the_current_one_is_always_drawn(
            points in any_points(1..400), current in any::<prop::sample::Index>(), scale in 1.0..DEEPEST,
        ) {
            let shown: Vec<usize> = (0..points.len()).collect();
            let current = current.index(points.len());
            let layout = Layout::of(&points, &shown, 800.0, scale);
            let view = Viewport { scale, x: 0.0, y: 0.0 };
            let (stops, drawn) = (layout.stops(current), layout.drawn(current, view));
            prop_assert!(drawn.contains(&current) && drawn.is_sorted());
            prop_assert!(drawn.iter().all(|at| stops.contains(at)));
            let seen = |at: &usize| view.sees(part_of(layout.places[*at]), AROUND);
            prop_assert!(!layout.by_view || drawn.iter().all(|at| *at == current || seen(at)));
            prop_assert!(layout.by_view || drawn == stops);
        }
    }

    #[test]
    fn few_groups_are_all_drawn_each_alone() {
        let points: Vec<Point> = (0..30).map(|at| Point { x: f64::from(at), y: 300.0 }).collect();
        let shown: Vec<usize> = (0..30).collect();
        let layout = Layout::of(&points, &shown, 800.0, 4.0);
        assert_eq!(layout.drawn(0, Viewport { scale: 4.0, x: 0.75, y: 0.75 }), shown);
        assert!(shown.iter().all(|at| layout.crowd(*at) == [*at]));
    }

    #[test]
    fn many_are_parted_as_the_map_grows() {
        let at = |it: u32| Point {
            x: 200.0 + f64::from(it % 60) * 4.0,
            y: 200.0 + f64::from(it / 60) * 4.0,
        };
        let points: Vec<Point> = (0..3000).map(at).collect();
        let shown: Vec<usize> = (0..points.len()).collect();
        let count = |scale| Layout::of(&points, &shown, 800.0, scale).stops(0).len();
        assert!(count(1.0) < 60 && count(1.0) < count(2.0) && count(2.0) < count(4.0));
        assert_eq!(count(DEEPEST), points.len());
    }
}
