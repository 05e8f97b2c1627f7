//! Which marker an arrow key leads to.
//!
//! # Every marker can be reached from every other
//!
//! Seen from a point, the four directions are four cones of 90°, and an arrow leads
//! to the nearest point in its cone, where *near* means `across + along`. Turn the
//! picture by 45°, to `u = x + y` and `v = x − y`: the cones become quadrants, and
//! the distance becomes the larger of `|Δu|` and `|Δv|`.
//!
//! To get from `a` to a point `b`, press the arrow in whose cone `b` lies. Let `b` be
//! at distance `r`, and let the arrow lead to `q`, at a distance of at most `r` since
//! `b` was a candidate too. As seen from `a` both lie in one quadrant, so in size
//! their `Δu` are both above 0 and at most `r`, and so are their `Δv`. Hence `q` and
//! `b` differ by less than `r` in `u` and in `v`: each step comes strictly nearer to
//! `b`, there are finitely many points, so `b` is reached.
//!
//! That argument needs distinct `u` and distinct `v`. Points that share one, coincident
//! points above all, are told apart by index, as if each point were moved to the right
//! by its index times an amount too small to see: a pair `(size, index)`, compared in
//! that order, is a number with such an addition. So the arrows to the right and left
//! leaf through a pile of points in order of index. And it needs exact subtraction, so
//! coordinates are first rounded to whole 1/1024 units.
//!
//! Where a cone is empty, its half-plane serves instead. This only adds steps.

use crate::Point;

/// One of the four arrow keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Toward smaller x.
    Left,
    /// Toward larger x.
    Right,
    /// Toward smaller y.
    Up,
    /// Toward larger y.
    Down,
}

/// The index of the point to which an arrow key leads, or `None` if nothing lies there.
///
/// Takes time linear in the number of points. The unit of the points does not matter,
/// as long as a thousandth of it is too small to see.
#[must_use]
pub fn nearest(points: &[Point], from: usize, direction: Direction) -> Option<usize> {
    let start = Spot::new(from, *points.get(from)?);
    let moves = || {
        let others = points.iter().enumerate().filter(|&(index, _)| index != from);
        others.map(|(index, &point)| (index, start.to(Spot::new(index, point))))
    };
    let closest_where = |keep: fn(&Move, Direction) -> bool| {
        let kept = moves().filter(|(_, step)| keep(step, direction));
        kept.min_by_key(|(_, step)| step.length()).map(|(index, _)| index)
    };
    closest_where(Move::in_cone).or_else(|| closest_where(Move::in_half_plane))
}

/// A point on the turned grid.
#[derive(Clone, Copy)]
struct Spot {
    u: i64,
    v: i64,
    index: i64,
}

/// A signed length: grid steps, then the difference of index that settles ties.
type Length = (i64, i64);

/// The way from one spot to another.
struct Move {
    u: Length,
    v: Length,
}

impl Spot {
    fn new(index: usize, point: Point) -> Self {
        // Beyond this a coordinate is cut off, so that sums cannot overflow.
        const FAR: i64 = 1 << 56;
        // The conversion cuts off what is too large, and makes 0 of what is no number.
        let grid = |value: f64| ((value * 1024.0).round() as i64).clamp(-FAR, FAR);
        let (x, y) = (grid(point.x), grid(point.y));
        Self { u: x + y, v: x - y, index: index as i64 }
    }

    fn to(self, other: Self) -> Move {
        let index = other.index - self.index;
        Move { u: (other.u - self.u, index), v: (other.v - self.v, index) }
    }
}

impl Move {
    fn in_cone(&self, direction: Direction) -> bool {
        let (u, v) = (self.u > (0, 0), self.v > (0, 0));
        match direction {
            Direction::Right => u && v,
            Direction::Left => !u && !v,
            Direction::Down => u && !v,
            Direction::Up => !u && v,
        }
    }

    fn in_half_plane(&self, direction: Direction) -> bool {
        let (x, y) = (self.u.0 + self.v.0, self.u.0 - self.v.0);
        match direction {
            Direction::Right => x > 0,
            Direction::Left => x < 0,
            Direction::Down => y > 0,
            Direction::Up => y < 0,
        }
    }

    fn length(&self) -> Length {
        let size = |(steps, index): Length| {
            if (steps, index) < (0, 0) { (-steps, -index) } else { (steps, index) }
        };
        size(self.u).max(size(self.v))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [Direction; 4] = [Direction::Left, Direction::Right, Direction::Up, Direction::Down];

    fn points(list: &[(f64, f64)]) -> Vec<Point> {
        list.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    fn reached(points: &[Point], from: usize) -> Vec<bool> {
        let mut seen = vec![false; points.len()];
        let mut open = vec![from];
        seen[from] = true;
        while let Some(at) = open.pop() {
            for next in ALL.into_iter().filter_map(|direction| nearest(points, at, direction)) {
                if !seen[next] {
                    seen[next] = true;
                    open.push(next);
                }
            }
        }
        seen
    }

    #[test]
    fn a_cross() {
        let cross = points(&[(0., 0.), (-9., 1.), (9., 1.), (1., -9.), (1., 9.)]);
        let found = ALL.map(|direction| nearest(&cross, 0, direction));
        assert_eq!(found, [Some(1), Some(2), Some(3), Some(4)]);
    }

    #[test]
    fn straight_ahead_beats_aslant() {
        let three = points(&[(0., 0.), (6., 5.), (9., 0.)]);
        assert_eq!(nearest(&three, 0, Direction::Right), Some(2));
    }

    #[test]
    fn an_empty_cone_opens_to_the_half_plane() {
        let two = points(&[(0., 0.), (1., 9.)]);
        assert_eq!(nearest(&two, 0, Direction::Right), Some(1));
        assert_eq!(nearest(&two, 0, Direction::Left), None);
        assert_eq!(nearest(&two, 0, Direction::Up), None);
    }

    #[test]
    fn a_pile_is_leafed_through() {
        let pile = points(&[(5., 5.), (0., 5.), (5., 5.), (9., 5.), (5., 5.)]);
        let right = |from| nearest(&pile, from, Direction::Right);
        assert_eq!([right(1), right(0), right(2), right(4)], [Some(0), Some(2), Some(4), Some(3)]);
        let left = |from| nearest(&pile, from, Direction::Left);
        assert_eq!([left(3), left(4), left(2), left(0)], [Some(4), Some(2), Some(0), Some(1)]);
    }

    #[test]
    fn no_point_no_neighbour() {
        assert_eq!(nearest(&[], 0, Direction::Left), None);
        assert_eq!(nearest(&points(&[(1., 1.)]), 0, Direction::Left), None);
        assert_eq!(nearest(&points(&[(1., 1.)]), 7, Direction::Left), None);
    }

    /// Coarse values, so that points coincide and line up often; and any value at all.
    fn coordinate() -> impl Strategy<Value = f64> {
        prop_oneof![
            8 => (0_i32..6).prop_map(f64::from),
            4 => 0.0..975.0,
            1 => any::<f64>(),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn every_point_is_reached_from_every_other(
            list in prop::collection::vec((coordinate(), coordinate()), 1..40),
        ) {
            let points = points(&list);
            for from in 0..points.len() {
                prop_assert!(reached(&points, from).into_iter().all(|seen| seen));
            }
        }

        #[test]
        fn a_step_goes_where_the_arrow_points(
            list in prop::collection::vec((0_i32..9, 0_i32..9), 2..40),
        ) {
            let points: Vec<Point> =
                list.iter().map(|&(x, y)| Point { x: x.into(), y: y.into() }).collect();
            for direction in ALL {
                if let Some(to) = nearest(&points, 0, direction) {
                    let (dx, dy) = (points[to].x - points[0].x, points[to].y - points[0].y);
                    let along = match direction {
                        Direction::Right => dx,
                        Direction::Left => -dx,
                        Direction::Down => dy,
                        Direction::Up => -dy,
                    };
                    prop_assert!(along > 0.0 || (dx == 0.0 && dy == 0.0));
                }
            }
        }
    }
}
