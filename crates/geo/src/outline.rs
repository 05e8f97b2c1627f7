//! The outline of the land, the lines between states, and where each state is.
//!
//! Each stretch of border is kept once, as an arc; the land and the lines between states
//! are lists of arcs, so they meet exactly. The data is made by `tools/geometry` and comes
//! from the U.S. Census Bureau (public domain).

use std::fmt::{self, Write};
use std::sync::LazyLock;

use crate::Point;
use crate::outline_data::{ARC_BYTES, ARC_COUNT, BORDERS, LAND, STATES};

/// Width of the drawing space, in units.
///
/// The Aleutian islands reach almost 60 units beyond its left edge: a view box that
/// begins at 0 would cut them.
pub const WIDTH: f64 = 975.0;

/// Height of the drawing space, in units.
pub const HEIGHT: f64 = 610.0;

/// A state, or the District of Columbia.
#[derive(Debug)]
pub struct State {
    /// The postal code, such as `OH`.
    pub code: &'static str,
    /// The name, such as `Ohio`.
    pub name: &'static str,
    /// The roomiest place inside the state, in drawing units: good for a label.
    pub label: Point,
}

/// All states and the District of Columbia, in order of postal code.
#[must_use]
pub fn states() -> &'static [State] {
    &STATES
}

/// The land as the `d` of one SVG path, to be filled; in drawing units.
#[must_use]
pub fn land_path() -> String {
    path(LAND, true)
}

/// The lines between states as the `d` of one SVG path, to be stroked; in drawing units.
#[must_use]
pub fn border_path() -> String {
    path(BORDERS, false)
}

/// A vertex, in tenths of a drawing unit.
type Vertex = (i32, i32);

static ARCS: LazyLock<Vec<Vec<Vertex>>> = LazyLock::new(|| decode(&ARC_BYTES));

/// The arcs written by `tools/geometry`: per arc its number of points, then each
/// point's move from the last one, as numbers of seven bits a byte.
fn decode(bytes: &[u8]) -> Vec<Vec<Vertex>> {
    let mut bytes = bytes.iter();
    let mut unsigned = || {
        let mut value = 0;
        for shift in (0..28).step_by(7) {
            let byte = i32::from(*bytes.next()?);
            value |= (byte & 127) << shift;
            if byte < 128 {
                break;
            }
        }
        Some(value)
    };
    let mut arcs = Vec::with_capacity(ARC_COUNT);
    let (mut x, mut y) = (0, 0);
    while let Some(count) = unsigned() {
        let mut arc = Vec::new();
        for _ in 0..count {
            let (Some(dx), Some(dy)) = (unsigned(), unsigned()) else { break };
            x += unfold(dx);
            y += unfold(dy);
            arc.push((x, y));
        }
        arcs.push(arc);
    }
    arcs
}

/// 0, 1, 2, 3, 4 … to 0, −1, 1, −2, 2 …
fn unfold(value: i32) -> i32 {
    (value >> 1) ^ -(value & 1)
}

/// The points along some arcs: a negative number is an arc walked backward, −1 the first.
fn trace(arcs: &[i16]) -> Vec<Vertex> {
    let mut points: Vec<Vertex> = Vec::new();
    for &arc in arcs {
        let backward = arc < 0;
        let index = usize::from((if backward { !arc } else { arc }).unsigned_abs());
        let found = ARCS.get(index).map_or(&[][..], Vec::as_slice);
        // An arc begins where the last one ended.
        let skip = usize::from(!points.is_empty());
        if backward {
            points.extend(found.iter().rev().skip(skip));
        } else {
            points.extend(found.iter().skip(skip));
        }
    }
    points
}

fn path(lines: &[&[i16]], closed: bool) -> String {
    let mut text = PathText::default();
    for line in lines {
        let mut points = trace(line);
        if closed && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        // Writing to a string cannot fail.
        let _ = text.line(&points, closed);
    }
    text.text
}

/// Path data under way, as short as SVG allows: `l3.2-.5.1 7`.
#[derive(Default)]
struct PathText {
    text: String,
    /// May the next number begin with a point, with no space before it?
    after_fraction: bool,
}

impl PathText {
    fn line(&mut self, points: &[Vertex], closed: bool) -> fmt::Result {
        let (mut last_x, mut last_y) = (0, 0);
        for (place, &(x, y)) in points.iter().enumerate() {
            // Further moves need no further letter.
            match place {
                0 => self.text.push('M'),
                1 => self.text.push('l'),
                _ => {}
            }
            self.number(x - last_x)?;
            self.number(y - last_y)?;
            (last_x, last_y) = (x, y);
        }
        if closed {
            self.text.push('z');
        }
        Ok(())
    }

    fn number(&mut self, tenths: i32) -> fmt::Result {
        let (whole, fraction) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        let starts_with_point = whole == 0 && fraction != 0;
        let first = self.text.ends_with(['M', 'l']);
        if tenths < 0 {
            self.text.push('-');
        } else if !(first || starts_with_point && self.after_fraction) {
            self.text.push(' ');
        }
        if !starts_with_point {
            write!(self.text, "{whole}")?;
        }
        if fraction != 0 {
            write!(self.text, ".{fraction}")?;
        }
        self.after_fraction = fraction != 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::albers;

    #[test]
    fn the_data_is_whole() {
        assert_eq!(ARCS.len(), ARC_COUNT);
        assert!(ARCS.iter().all(|arc| arc.len() > 1));
        assert_eq!(states().len(), 51);
        assert!(states().is_sorted_by(|a, b| a.code < b.code));
    }

    #[test]
    fn rings_close_and_arcs_join() {
        for ring in LAND {
            let points = trace(ring);
            assert_eq!(points.first(), points.last(), "{ring:?}");
            assert!(points.len() > 3, "{ring:?}");
        }
        for line in LAND.iter().chain(BORDERS) {
            for pair in line.windows(2) {
                assert_eq!(trace(&pair[..1]).last(), trace(&pair[1..]).first(), "{pair:?}");
            }
        }
    }

    #[test]
    fn only_the_aleutians_reach_beyond_the_drawing() {
        let ends = |tenths: &dyn Fn(&Vertex) -> i32| {
            let all = ARCS.iter().flatten().map(tenths);
            let (least, most) = (all.clone().min().unwrap(), all.max().unwrap());
            (f64::from(least) / 10.0, f64::from(most) / 10.0)
        };
        let ((left, right), (top, bottom)) = (ends(&|it| it.0), ends(&|it| it.1));
        assert!(-60.0 < left && left < -50.0 && right < WIDTH);
        assert!(0.0 < top && bottom < HEIGHT);
    }

    /// Does the edge cross the ray that runs from (x, y) to the right?
    fn crosses(from: Vertex, to: Vertex, x: f64, y: f64) -> bool {
        let (from_x, from_y) = (f64::from(from.0), f64::from(from.1));
        let (to_x, to_y) = (f64::from(to.0), f64::from(to.1));
        (from_y > y) != (to_y > y) && x < from_x + (to_x - from_x) * (y - from_y) / (to_y - from_y)
    }

    /// Whether a point in drawing units lies on land.
    fn is_land(point: Point) -> bool {
        // Rays through vertices count twice or not at all, so keep off the tenths.
        let (x, y) = (point.x * 10.0, point.y * 10.0 + 1e-4);
        let edges = LAND.iter().flat_map(|ring| {
            let points = trace(ring);
            points.windows(2).map(|edge| (edge[0], edge[1])).collect::<Vec<_>>()
        });
        edges.filter(|&(from, to)| crosses(from, to, x, y)).count() % 2 == 1
    }

    #[test]
    fn the_land_is_drawn_where_places_are_projected() {
        let cities = [
            ("Denver", 39.7392, -104.9903),
            ("Atlanta", 33.7490, -84.3880),
            ("Dallas", 32.7767, -96.7970),
            ("Fairbanks", 64.8378, -147.7164),
            ("inland of Hilo", 19.6, -155.5),
            ("Columbus", 39.9612, -82.9988),
            ("Washington", 38.91, -77.02),
            ("Marquette", 46.5, -87.5),
            ("Philadelphia", 39.9526, -75.2),
        ];
        for (city, lat, lon) in cities {
            assert!(albers::project(lat, lon).is_some_and(is_land), "{city}");
        }
        let waters =
            [("Lake Michigan", 43.5, -87.0), ("Gulf", 27.0, -90.0), ("Atlantic", 38.0, -70.0)];
        for (water, lat, lon) in waters {
            assert!(!albers::project(lat, lon).is_some_and(is_land), "{water}");
        }
    }

    #[test]
    fn each_label_lies_on_land_and_in_its_state() {
        for state in states() {
            assert!(is_land(state.label), "{}", state.code);
        }
        // By corners that are straight lines: a label elsewhere would be another state's.
        let corners = [
            ("CO", 37.0..41.0, -109.05..-102.05),
            ("WY", 41.0..45.0, -111.05..-104.05),
            ("KS", 37.0..40.0, -102.05..-94.6),
        ];
        for (code, lats, lons) in corners {
            let state = states().iter().find(|it| it.code == code).unwrap();
            let (lat, lon) = albers::unproject(state.label).unwrap();
            assert!(lats.contains(&lat) && lons.contains(&lon), "{code}: {lat}, {lon}");
        }
    }

    #[test]
    fn path_text_is_short() {
        let mut text = PathText::default();
        let points = [(5, -10), (8, -10), (8, -3), (9, 118), (10, 119), (20, 119)];
        text.line(&points, true).unwrap();
        assert_eq!(text.text, "M.5-1l.3 0 0 .7.1 12.1.1.1 1 0z");
    }

    /// Reads path data back, to the points of its lines in tenths.
    fn read(path: &str) -> Vec<Vec<Vertex>> {
        let mut lines = Vec::new();
        for line in path.split('M').skip(1) {
            let mut numbers: Vec<String> = Vec::new();
            let mut fresh = true;
            for letter in line.chars() {
                let dot_again =
                    letter == '.' && numbers.last().is_some_and(|number| number.contains('.'));
                match letter {
                    ' ' | 'l' | 'z' => fresh = true,
                    _ if fresh || letter == '-' || dot_again => {
                        numbers.push(letter.into());
                        fresh = false;
                    }
                    _ => numbers.last_mut().unwrap().push(letter),
                }
            }
            let tenths: Vec<i32> = numbers
                .iter()
                .map(|number| (number.parse::<f64>().unwrap() * 10.0).round() as i32)
                .collect();
            let (mut x, mut y) = (0, 0);
            let step = |pair: &[i32]| {
                (x, y) = (x + pair[0], y + pair[1]);
                (x, y)
            };
            lines.push(tenths.chunks(2).map(step).collect());
        }
        lines
    }

    #[test]
    fn paths_say_what_the_arcs_say() {
        let borders: Vec<_> = BORDERS.iter().map(|line| trace(line)).collect();
        assert_eq!(read(&border_path()), borders);
        let open = |ring: &&[i16]| {
            let mut points = trace(ring);
            points.pop();
            points
        };
        assert_eq!(read(&land_path()), LAND.iter().map(open).collect::<Vec<_>>());
    }
}
