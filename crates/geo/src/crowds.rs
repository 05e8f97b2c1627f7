//! Points so close together that they are drawn as one.

use std::collections::BTreeMap;

use crate::Point;

/// Points that are to be drawn together.
#[derive(Clone, Debug, PartialEq)]
pub struct Crowd {
    /// Their middle.
    pub middle: Point,
    /// Their numbers, from the least; never empty.
    pub members: Vec<usize>,
}

/// Groups points by the squares of a grid in which they lie, from the top left.
///
/// `size` is the side of a square, in the unit of the points. Nothing but where the points lie and their
/// order decides, so that the same points are always grouped alike, whatever part of them is shown. With
/// a size that is not above zero, or not finite, each point is alone.
#[must_use]
pub fn crowds(points: &[Point], size: f64) -> Vec<Crowd> {
    if !(size > 0.0 && size.is_finite()) {
        let alone = |(at, point): (usize, &Point)| Crowd { middle: *point, members: vec![at] };
        return points.iter().enumerate().map(alone).collect();
    }
    let mut squares: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    for (at, point) in points.iter().enumerate() {
        let square = |along: f64| (along / size).floor() as i64;
        squares.entry((square(point.y), square(point.x))).or_default().push(at);
    }
    let crowd = |members: Vec<usize>| Crowd { middle: middle(points, &members), members };
    squares.into_values().map(crowd).collect()
}

fn middle(points: &[Point], members: &[usize]) -> Point {
    let all = members.iter().filter_map(|at| points.get(*at));
    let (x, y) = all.fold((0.0, 0.0), |(x, y), point| (x + point.x, y + point.y));
    let count = members.len() as f64;
    Point { x: x / count, y: y / count }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_points() -> impl Strategy<Value = Vec<Point>> {
        let point = (-900.0..900.0, -900.0..900.0).prop_map(|(x, y)| Point { x, y });
        prop::collection::vec(point, 0..200)
    }

    proptest! {
        #[test]
        fn every_point_is_in_one_crowd(points in any_points(), size in -1.0..300.0) {
            let mut members: Vec<usize> =
                crowds(&points, size).into_iter().flat_map(|crowd| crowd.members).collect();
            members.sort_unstable();
            prop_assert!(members.into_iter().eq(0..points.len()));
        }

        #[test]
        fn a_crowd_lies_among_its_points(points in any_points(), size in 1.0..300.0) {
            for Crowd { middle, members } in crowds(&points, size) {
                prop_assert!(members.is_sorted());
                for at in members {
                    prop_assert!((points[at].x - middle.x).abs() <= size);
                    prop_assert!((points[at].y - middle.y).abs() <= size);
                }
            }
        }

        #[test]
        fn smaller_squares_part_what_larger_ones_join(points in any_points(), size in 1.0..300.0) {
            prop_assert!(crowds(&points, size / 2.0).len() >= crowds(&points, size).len());
        }
    }

    #[test]
    fn points_that_lie_apart_are_alone_where_they_are() {
        let points = [Point { x: 5.0, y: 5.0 }, Point { x: 15.0, y: 5.0 }];
        let found = crowds(&points, 10.0);
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|crowd| crowd.middle == points[crowd.members[0]]));
        assert_eq!(crowds(&points, 20.0).len(), 1);
        assert_eq!(crowds(&points, f64::NAN).len(), 2);
    }
}
