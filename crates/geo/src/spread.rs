//! Moving crowded markers apart.
//!
//! Markers that overlap are first laid out around their anchors, then pushed apart and
//! drawn back in turns until they settle, and at last checked one by one: what still
//! overlaps goes to the nearest free place. Nothing depends on chance or on the order
//! of a hash, so the same anchors always give the same picture.

use std::collections::BTreeMap;
use std::f64::consts::TAU;

use crate::Point;

/// Distance of the n-th seed from the middle, in radii, divided by √n.
const SEED_SPACING: f64 = 1.2;
/// Rounds of drawing back and pushing apart.
const ROUNDS: usize = 60;
/// The last rounds only push, so that little is left to check.
const PULL_ROUNDS: usize = 40;
/// Part of the way to its anchor that a marker is drawn back in the first round: less and
/// less in later ones.
const PULL: f64 = 0.15;
/// So far, in radii, a marker may move before it is looked anew for those near it.
const LEEWAY: f64 = 0.5;
/// Markers are pushed this much farther apart than they must be.
const SLACK: f64 = 1.002;
/// A turn by this part of a circle never repeats: seeds in a sunflower lie so.
const GOLDEN_TURN: f64 = 0.381_966_011_250_105;

/// The part of a drawing that is shown, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Its least x.
    pub left: f64,
    /// Its least y.
    pub top: f64,
    /// Its greatest x.
    pub right: f64,
    /// Its greatest y.
    pub bottom: f64,
}

impl Frame {
    /// The nearest point at which a marker does not stick out.
    fn clamp(&self, at: Point, radius: f64) -> Point {
        let along = |at: f64, from: f64, to: f64| {
            // A frame too narrow for one marker holds it in its middle.
            let middle = f64::midpoint(from, to);
            at.max((from + radius).min(middle)).min((to - radius).max(middle))
        };
        Point { x: along(at.x, self.left, self.right), y: along(at.y, self.top, self.bottom) }
    }

    /// Whether so many markers fit with some ease. In a fuller frame each would search all of it for
    /// a gap, and find none.
    #[must_use]
    pub fn has_room(&self, markers: usize, radius: f64) -> bool {
        let area = (self.right - self.left) * (self.bottom - self.top);
        markers as f64 * (2.0 * radius).powi(2) * 1.5 <= area
    }

    fn holds(&self, at: Point, radius: f64) -> bool {
        // What was clamped may be off by the last digit.
        let held = self.clamp(at, radius);
        (held.x - at.x).abs() < 1e-6 && (held.y - at.y).abs() < 1e-6
    }
}

/// New places for round markers, of which no two are closer than 2 × `radius`.
///
/// All in the same unit. A marker that touches no other stays exactly at its anchor; the others
/// move no farther than they need, or little more, and stay within `frame` if there is room in it
/// for all. With a radius that is not above zero, or not finite, all stay. Anchors are thought
/// to be within a few million radii of 0, beyond which neighbouring numbers are too far apart to
/// sort out a crowd.
#[must_use]
pub fn spread(anchors: &[Point], radius: f64, frame: Option<Frame>) -> Vec<Point> {
    if !(radius > 0.0 && radius.is_finite()) {
        return anchors.to_vec();
    }
    let frame = frame.filter(|frame| frame.has_room(anchors.len(), radius));
    let mut places = sunflowers(anchors, radius);
    relax(anchors, &mut places, radius, frame);
    settle(anchors, &places, radius, frame)
}

/// Anchors so close that they surely overlap, fanned out from where they stand.
fn sunflowers(anchors: &[Point], radius: f64) -> Vec<Point> {
    let mut crowds: BTreeMap<Cell, Vec<usize>> = BTreeMap::new();
    for (index, &anchor) in anchors.iter().enumerate() {
        crowds.entry(cell(anchor, radius / 2.0)).or_default().push(index);
    }
    let mut places = anchors.to_vec();
    for crowd in crowds.into_values().filter(|crowd| crowd.len() > 1) {
        for (seed, index) in crowd.into_iter().enumerate() {
            if let Some(place) = places.get_mut(index) {
                let from_middle = radius * SEED_SPACING * (seed as f64 + 0.5).sqrt();
                *place = polar(*place, from_middle, seed as f64 * GOLDEN_TURN);
            }
        }
    }
    places
}

/// Draws markers back to their anchors and pushes them apart, in turns.
fn relax(anchors: &[Point], places: &mut [Point], radius: f64, frame: Option<Frame>) {
    let mut near = Near { seen_at: Vec::new(), pairs: Vec::new() };
    for round in 0..ROUNDS {
        let pulls_left = PULL_ROUNDS.saturating_sub(round);
        let pull = PULL * pulls_left as f64 / PULL_ROUNDS as f64;
        for (place, &anchor) in places.iter_mut().zip(anchors) {
            draw_back(place, anchor, pull, radius);
        }
        let mut pushed = false;
        near.update(places, radius);
        for &(first, second) in &near.pairs {
            if let Ok([a, b]) = places.get_disjoint_mut([first, second]) {
                pushed |= push(a, b, 2.0 * radius);
            }
        }
        if let Some(frame) = frame {
            // A marker that was anchored outside is not drawn in.
            for (place, &anchor) in places.iter_mut().zip(anchors) {
                if *place != anchor {
                    *place = frame.clamp(*place, radius);
                }
            }
        }
        if !pushed && pulls_left == 0 {
            return;
        }
    }
}

/// Moves a marker part of the way to its anchor, as if that were no farther than `most`:
/// else the markers at the rim of a large crowd would crush those in the middle.
fn draw_back(place: &mut Point, anchor: Point, part: f64, most: f64) {
    let (dx, dy) = (anchor.x - place.x, anchor.y - place.y);
    let distance = length(dx, dy);
    if distance > 0.0 {
        let step = part * distance.min(most) / distance;
        place.x += dx * step;
        place.y += dy * step;
    }
}

/// Moves two markers that overlap a little farther apart than `touching`, each half the
/// way, and says whether they did overlap.
fn push(a: &mut Point, b: &mut Point, touching: f64) -> bool {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let distance = length(dx, dy);
    if distance >= touching {
        return false;
    }
    // Two markers in one place part to the left and right.
    let (along_x, along_y) =
        if distance > 0.0 { (dx / distance, dy / distance) } else { (1.0, 0.0) };
    let half = (touching * SLACK - distance) / 2.0;
    a.x -= along_x * half;
    a.y -= along_y * half;
    b.x += along_x * half;
    b.y += along_y * half;
    // What is not a number neither overlaps nor moves.
    distance < touching
}

/// The final word: each marker keeps its place if free, or takes the nearest free one.
///
/// Places are tried on rings half a radius apart. Along any one direction a placed
/// marker blocks at most nine of them, so nine rings for each marker always suffice.
///
/// Free places within the frame come first; where the frame is full, any will do.
fn settle(anchors: &[Point], places: &[Point], radius: f64, frame: Option<Frame>) -> Vec<Point> {
    let mut taken = Taken { cells: BTreeMap::new(), apart: 2.0 * radius };
    let mut settled = Vec::with_capacity(places.len());
    for (&place, &anchor) in places.iter().zip(anchors) {
        let far = |point: &Point| (point.x - anchor.x).hypot(point.y - anchor.y);
        let within =
            |point: Point| point == anchor || frame.is_none_or(|frame| frame.holds(point, radius));
        let on_ring = |ring: usize, framed: bool| {
            let spots = (8 * ring).clamp(1, 64);
            (0..spots)
                .map(|spot| polar(place, ring as f64 * radius / 2.0, spot as f64 / spots as f64))
                .filter(|&point| taken.is_free(point) && (!framed || within(point)))
                .min_by(|a, b| far(a).total_cmp(&far(b)))
        };
        let rings = 0..=9 * places.len() + 1;
        let found = rings.clone().find_map(|ring| on_ring(ring, true));
        let found = found.or_else(|| rings.clone().find_map(|ring| on_ring(ring, false)));
        let found = found.unwrap_or(place);
        taken.take(found);
        settled.push(found);
    }
    settled
}

/// The length of a step: quicker than `hypot`, and off by the last digit at most.
fn length(dx: f64, dy: f64) -> f64 {
    (dx * dx + dy * dy).sqrt()
}

type Cell = (i64, i64);

fn cell(point: Point, size: f64) -> Cell {
    ((point.x / size).floor() as i64, (point.y / size).floor() as i64)
}

/// The point at a distance from another, in a direction given in turns.
fn polar(from: Point, distance: f64, turns: f64) -> Point {
    let (sin, cos) = (sine(turns), sine(turns + 0.25));
    Point { x: from.x + distance * cos, y: from.y + distance * sin }
}

/// The sine of a part of a full turn, to five places: more than a drawing shows. That of the standard
/// library brings along what it takes to be exact at any size, and readers would download it.
fn sine(turns: f64) -> f64 {
    // Into the half turn around none, where the series is short.
    let turn = turns - (turns + 0.25).floor();
    let turn = if turn > 0.25 { 0.5 - turn } else { turn };
    let x = turn * TAU;
    let square = x * x;
    x * (1.0
        - square / 6.0
            * (1.0
                - square / 20.0
                    * (1.0 - square / 42.0 * (1.0 - square / 72.0 * (1.0 - square / 110.0)))))
}

/// Pairs of markers so near that they may come to overlap, and where those stood when that was found.
struct Near {
    seen_at: Vec<Point>,
    pairs: Vec<(usize, usize)>,
}

impl Near {
    /// Brings the pairs up to date with places, where one has moved farther than its leeway.
    fn update(&mut self, places: &[Point], radius: f64) {
        let stays = |(seen, place): (&Point, &Point)| {
            length(place.x - seen.x, place.y - seen.y) <= LEEWAY * radius
        };
        if self.seen_at.len() != places.len() || !self.seen_at.iter().zip(places).all(stays) {
            self.pairs = close_pairs(places, 2.0 * radius * (SLACK + LEEWAY));
            self.seen_at = places.to_vec();
        }
    }
}

/// Pairs of indices in neighbouring cells, the smaller index first, in order.
fn close_pairs(places: &[Point], size: f64) -> Vec<(usize, usize)> {
    let mut cells: Vec<(Cell, usize)> =
        places.iter().enumerate().map(|(index, &place)| (cell(place, size), index)).collect();
    cells.sort_unstable();
    let mut pairs = Vec::new();
    for &((column, row), index) in &cells {
        let (above, below) = (row.saturating_sub(1), row.saturating_add(1));
        for beside in column.saturating_sub(1)..=column.saturating_add(1) {
            let start = cells.partition_point(|&(cell, _)| cell < (beside, above));
            let near = cells.iter().skip(start).take_while(|&&(cell, _)| cell <= (beside, below));
            pairs.extend(near.map(|&(_, other)| (index, other)).filter(|(i, other)| i < other));
        }
    }
    pairs
}

/// A cell and the eight around it.
fn block((column, row): Cell) -> impl Iterator<Item = Cell> {
    let beside = |at: i64| at.saturating_sub(1)..=at.saturating_add(1);
    beside(column).flat_map(move |column| beside(row).map(move |row| (column, row)))
}

/// Places given away, by cells as wide as two markers must be apart.
struct Taken {
    cells: BTreeMap<Cell, Vec<Point>>,
    apart: f64,
}

impl Taken {
    fn is_free(&self, point: Point) -> bool {
        let mut near = block(cell(point, self.apart)).filter_map(|cell| self.cells.get(&cell));
        !near.any(|taken| {
            taken.iter().any(|other| (other.x - point.x).hypot(other.y - point.y) < self.apart)
        })
    }

    fn take(&mut self, point: Point) {
        self.cells.entry(cell(point, self.apart)).or_default().push(point);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sine_is_that_of_the_standard_library() {
        for step in -400..400 {
            let turns = f64::from(step) / 97.0;
            assert!((sine(turns) - (turns * TAU).sin()).abs() < 1e-5, "{turns}");
        }
    }
    use proptest::prelude::*;

    fn distance(a: Point, b: Point) -> f64 {
        (a.x - b.x).hypot(a.y - b.y)
    }

    fn closest(places: &[Point]) -> f64 {
        let pairs = places.iter().enumerate().flat_map(|(index, &place)| {
            places[..index].iter().map(move |&other| distance(place, other))
        });
        pairs.fold(f64::INFINITY, f64::min)
    }

    fn farthest_moved(anchors: &[Point], places: &[Point]) -> f64 {
        anchors.iter().zip(places).map(|(&a, &b)| distance(a, b)).fold(0.0, f64::max)
    }

    const HERE: Point = Point { x: 870.0, y: 216.0 };

    #[test]
    fn the_lone_stay() {
        assert_eq!(spread(&[], 5.0, None), []);
        assert_eq!(spread(&[HERE], 5.0, None), [HERE]);
        let anchors = [HERE, Point { x: 880.0, ..HERE }, Point { x: 12.3, y: 45.6 }];
        assert_eq!(spread(&anchors, 5.0, None), anchors);
    }

    #[test]
    fn a_crowd_stays_close() {
        // Radii of the tightest packing of so many discs, and a third more.
        for (count, most) in [(2, 1.0), (3, 1.16), (4, 1.42), (7, 2.0), (19, 3.87), (60, 7.4)] {
            let anchors = vec![HERE; count];
            let places = spread(&anchors, 5.0, None);
            let moved = farthest_moved(&anchors, &places);
            assert!(moved <= 5.0 * most * 1.34, "{count}: {moved}");
        }
    }

    #[test]
    fn a_pair_parts_evenly() {
        let anchors = [HERE, Point { x: HERE.x + 4.0, ..HERE }];
        let places = spread(&anchors, 5.0, None);
        let (first, second) = (distance(anchors[0], places[0]), distance(anchors[1], places[1]));
        assert!((first - second).abs() < 0.2 && first < 3.5, "{places:?}");
    }

    #[test]
    fn a_bad_radius_moves_nothing() {
        let anchors = [HERE; 3];
        for radius in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(spread(&anchors, radius, None), anchors);
        }
    }

    #[test]
    fn a_place_that_is_no_number_harms_nobody() {
        let odd = Point { x: f64::NAN, y: f64::INFINITY };
        let places = spread(&[HERE, odd, HERE, odd], 5.0, None);
        assert!(distance(places[0], places[2]) >= 10.0);
    }

    #[test]
    fn thousands_are_sorted_out() {
        for clusters in [1_u32, 40] {
            let anchors: Vec<Point> = (0..3000_u32)
                .map(|index| {
                    let cluster = f64::from(index % clusters);
                    Point { x: (cluster * 37.0) % 975.0, y: (cluster * 91.0) % 610.0 }
                })
                .collect();
            let places = spread(&anchors, 2.0, None);
            assert!(closest(&places) >= 4.0);
        }
    }

    #[test]
    fn a_crowd_at_the_edge_stays_in_the_frame() {
        let frame = Frame { left: 0.0, top: 0.0, right: 875.0, bottom: 600.0 };
        let places = spread(&[HERE; 12], 12.0, Some(frame));
        assert!(closest(&places) >= 24.0);
        assert!(places.iter().all(|place| place.x <= 863.0 + 1e-6), "{places:?}");
        // A marker that is alone stays where it is, even beyond the edge.
        let outside = Point { x: 900.0, y: 10.0 };
        assert_eq!(spread(&[outside], 12.0, Some(frame)), [outside]);
    }

    #[test]
    fn thousands_in_a_frame_for_hundreds_are_sorted_out() {
        let frame = Frame { left: 0.0, top: 0.0, right: 1035.0, bottom: 610.0 };
        let places = spread(&[HERE; 3000], 35.0, Some(frame));
        assert!(closest(&places) >= 70.0);
    }

    #[test]
    fn a_frame_that_is_full_crowds_nobody() {
        let frame = Frame { left: 0.0, top: 0.0, right: 20.0, bottom: 20.0 };
        let places = spread(&[Point { x: 10.0, y: 10.0 }; 20], 6.0, Some(frame));
        assert!(closest(&places) >= 12.0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn nothing_overlaps(
            list in prop::collection::vec(
                prop_oneof![
                    (0.0..60.0, 0.0..60.0),
                    (0_i32..4, 0_i32..4).prop_map(|(x, y)| (f64::from(x) * 9.0, f64::from(y) * 9.0)),
                ],
                0..60,
            ),
            radius in 0.5..9.0,
        ) {
            let anchors: Vec<Point> = list.iter().map(|&(x, y)| Point { x, y }).collect();
            let places = spread(&anchors, radius, None);
            prop_assert_eq!(places.len(), anchors.len());
            prop_assert!(closest(&places) >= 2.0 * radius);
            prop_assert_eq!(&places, &spread(&anchors, radius, None));
            prop_assert!(farthest_moved(&anchors, &places) <= 2.0 * radius * 60_f64.sqrt());
            for (index, &anchor) in anchors.iter().enumerate() {
                let others = || anchors.iter().enumerate().filter(|&(other, _)| other != index);
                // Far from all that could be pushed toward it.
                if others().all(|(_, &other)| distance(other, anchor) > radius * 40.0) {
                    prop_assert_eq!(places[index], anchor);
                }
            }
        }
    }
}
