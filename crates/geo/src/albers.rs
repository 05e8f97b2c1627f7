//! The Albers USA projection: the lower 48 states with Alaska and Hawaii inset.
//!
//! Equal to d3's `geoAlbersUsa().scale(1300).translate([487.5, 305])`, the space in
//! which the outlines are drawn. Each of its three parts is an equal-area cone with
//! its own frame; a place belongs to the first part whose frame it falls in.

use crate::Point;

/// Drawing units per earth radius, for the lower 48 states and for Hawaii.
const SCALE: f64 = 1300.0;
/// Where the middle of the lower 48 states is drawn.
const MIDDLE: Point = Point { x: 487.5, y: 305.0 };
/// How far inside its frame an inset must fall, in drawing units, as in d3.
const EDGE: f64 = 1e-6;

/// One equal-area cone: angles in degrees, frame and offset in units of [`SCALE`].
struct Cone {
    parallels: (f64, f64),
    /// The longitude that is drawn upright.
    meridian: f64,
    /// What is drawn at `offset`: degrees east of the meridian, and latitude.
    centre: (f64, f64),
    /// Size relative to [`SCALE`].
    size: f64,
    /// From [`MIDDLE`] to the point where `centre` is drawn.
    offset: (f64, f64),
    /// Left, top, right and bottom, from [`MIDDLE`].
    frame: (f64, f64, f64, f64),
    /// How far inside the frame a point must be, in drawing units.
    edge: f64,
}

static CONES: [Cone; 3] = [
    // The lower 48 states.
    Cone {
        parallels: (29.5, 45.5),
        meridian: -96.0,
        centre: (-0.6, 38.7),
        size: 1.0,
        offset: (0.0, 0.0),
        frame: (-0.455, -0.238, 0.455, 0.238),
        edge: 0.0,
    },
    // Alaska.
    Cone {
        parallels: (55.0, 65.0),
        meridian: -154.0,
        centre: (-2.0, 58.5),
        size: 0.35,
        offset: (-0.307, 0.201),
        frame: (-0.425, 0.120, -0.214, 0.234),
        edge: EDGE,
    },
    // Hawaii.
    Cone {
        parallels: (8.0, 18.0),
        meridian: -157.0,
        centre: (-3.0, 19.9),
        size: 1.0,
        offset: (-0.205, 0.212),
        frame: (-0.214, 0.166, -0.115, 0.234),
        edge: EDGE,
    },
];

/// Where a place is drawn, or `None` if it lies outside all three frames.
///
/// Latitude and longitude are in degrees, north and east positive. The frames hold
/// some land beyond the border too: southern Canada, for one.
#[must_use]
pub fn project(lat: f64, lon: f64) -> Option<Point> {
    CONES.iter().find_map(|cone| cone.project(lat, lon))
}

/// Latitude and longitude of what is drawn at a point, in degrees, north and east positive; `None` if
/// the point lies outside all three frames.
///
/// Where the insets lie over the lower 48 states' frame, a point is taken to be in an inset.
#[must_use]
pub fn unproject(point: Point) -> Option<(f64, f64)> {
    CONES.iter().rev().find(|cone| cone.holds(point)).map(|cone| cone.unproject(point))
}

impl Cone {
    fn unproject(&self, point: Point) -> (f64, f64) {
        let scale = SCALE * self.size;
        let (centre_x, centre_y) = self.unrolled(self.centre.0, self.centre.1);
        let x = (point.x - MIDDLE.x - self.offset.0 * SCALE) / scale + centre_x;
        let y = (MIDDLE.y + self.offset.1 * SCALE - point.y) / scale + centre_y;
        let (n, c) = self.shape();
        // From the tip of the cone.
        let down = c.sqrt() / n - y;
        let sine = (c - (x * x + down * down) * n * n) / (2.0 * n);
        (sine.asin().to_degrees(), self.meridian + (x.atan2(down) / n).to_degrees())
    }

    /// How steep the cone is, and how far its tip is.
    fn shape(&self) -> (f64, f64) {
        let sin_first = self.parallels.0.to_radians().sin();
        let sin_second = self.parallels.1.to_radians().sin();
        let n = f64::midpoint(sin_first, sin_second);
        (n, 1.0 + sin_first * (2.0 * n - sin_first))
    }

    fn project(&self, lat: f64, lon: f64) -> Option<Point> {
        let turns = ((lon - self.meridian) / 360.0).round();
        let east = lon - self.meridian - turns * 360.0;
        let (x, y) = self.unrolled(east, lat);
        let (centre_x, centre_y) = self.unrolled(self.centre.0, self.centre.1);
        let scale = SCALE * self.size;
        let point = Point {
            x: MIDDLE.x + self.offset.0 * SCALE + scale * (x - centre_x),
            y: MIDDLE.y + self.offset.1 * SCALE - scale * (y - centre_y),
        };
        self.holds(point).then_some(point)
    }

    /// The cone rolled out flat, in earth radii, y to the north; angles in degrees.
    fn unrolled(&self, east: f64, lat: f64) -> (f64, f64) {
        let (n, c) = self.shape();
        let radius = (c - 2.0 * n * lat.to_radians().sin()).sqrt() / n;
        let turn = n * east.to_radians();
        (radius * turn.sin(), c.sqrt() / n - radius * turn.cos())
    }

    /// Is the point within the frame? Never, if it is not a number.
    fn holds(&self, point: Point) -> bool {
        let (left, top, right, bottom) = self.frame;
        let x = left * SCALE + self.edge..=right * SCALE - self.edge;
        let y = top * SCALE + self.edge..=bottom * SCALE - self.edge;
        x.contains(&(point.x - MIDDLE.x)) && y.contains(&(point.y - MIDDLE.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = (&'static str, f64, f64, Option<(f64, f64)>);

    /// Printed by `npm run reference` in tools/geometry, from d3-geo 3.1.2.
    #[rustfmt::skip]
    const REFERENCE: &[Row] = &[
        ("New York", 40.7128, -74.0060, Some((869.7188, 215.7405))),
        ("Cleveland", 41.4993, -81.6944, Some((738.3389, 222.8291))),
        ("Los Angeles", 34.0522, -118.2437, Some((86.8121, 363.1189))),
        ("San Francisco", 37.7749, -122.4194, Some((34.8411, 261.4355))),
        ("Seattle", 47.6062, -122.3321, Some((97.6250, 46.3187))),
        ("Miami", 25.7617, -80.1918, Some((822.7383, 572.5408))),
        ("Key West", 24.5551, -81.7800, Some((794.4059, 604.4525))),
        ("Chicago", 41.8781, -87.6298, Some((638.2196, 226.1123))),
        ("Boston", 42.3601, -71.0589, Some((908.6753, 167.0846))),
        ("Washington", 38.9072, -77.0369, Some((827.4286, 267.3153))),
        ("Philadelphia", 39.9526, -75.1652, Some((854.2364, 237.1420))),
        ("Detroit", 42.3314, -83.0458, Some((713.2013, 207.2458))),
        ("Houston", 29.7604, -95.3698, Some((510.4277, 509.2311))),
        ("Dallas", 32.7767, -96.7970, Some((482.9086, 440.5339))),
        ("Denver", 39.7392, -104.9903, Some((342.8454, 273.8846))),
        ("Phoenix", 33.4484, -112.0740, Some((197.2435, 399.7633))),
        ("San Diego", 32.7157, -117.1611, Some((99.7437, 397.4679))),
        ("Minneapolis", 44.9778, -93.2650, Some((541.8521, 161.0020))),
        ("Omaha", 41.2565, -95.9345, Some((499.1302, 246.5013))),
        ("New Orleans", 29.9511, -90.0715, Some((614.3822, 501.3118))),
        ("Atlanta", 33.7490, -84.3880, Some((714.9664, 405.1204))),
        ("Portland, Maine", 43.6591, -70.2568, Some((913.6330, 135.0084))),
        ("Brownsville", 25.9017, -97.4975, Some((467.1703, 596.2184))),
        ("Cape Alava, the west", 48.1640, -124.7330, Some((65.9267, 23.7685))),
        ("Northwest Angle, the north", 49.3845, -95.1534, Some((510.7054, 62.1532))),
        ("Quoddy Head, the east", 44.8153, -66.9506, Some((957.5179, 94.5528))),
        ("the conic's middle", 38.7000, -96.6000, Some((487.5000, 305.0000))),
        ("the meridian 264 degrees east", 38.7000, 263.4000, Some((487.5000, 305.0000))),
        ("Anchorage", 61.2181, -149.9003, Some((112.2774, 544.2779))),
        ("Fairbanks", 64.8378, -147.7164, Some((117.8487, 514.9422))),
        ("Juneau", 58.3019, -134.4197, Some((176.9370, 556.0838))),
        ("Point Barrow", 71.3875, -156.4811, Some((90.2208, 464.3160))),
        ("Unalaska", 53.8737, -166.5368, Some((38.2274, 597.6759))),
        ("Attu, past 180 degrees", 52.9000, 172.9000, Some((-55.8924, 572.0966))),
        ("Honolulu", 21.3069, -157.8583, Some((266.9599, 549.1904))),
        ("Hilo", 19.7241, -155.0868, Some((326.2218, 584.8011))),
        ("Lihue", 21.9811, -159.3711, Some((234.8995, 533.8108))),
        ("Toronto, in the frame", 43.6532, -79.3832, Some((768.2423, 168.0929))),
        ("Midway, too far out", 28.2072, -177.3735, None),
        ("Edmonton", 53.5461, -113.4938, None),
        ("Mexico City", 19.4326, -99.1332, None),
        ("San Juan", 18.4655, -66.1057, None),
        ("Moscow", 55.7558, 37.6173, None),
        ("Jerusalem", 31.7683, 35.2137, None),
        ("Sydney", -33.8688, 151.2093, None),
        ("North Pole", 90.0000, 0.0000, None),
        ("South Pole", -90.0000, 0.0000, None),
        ("Null Island", 0.0000, 0.0000, None),
    ];

    #[test]
    fn equals_d3() {
        for &(name, lat, lon, expected) in REFERENCE {
            match (project(lat, lon), expected) {
                (None, None) => {}
                (Some(point), Some((x, y))) => {
                    let off = (point.x - x).hypot(point.y - y);
                    assert!(off < 0.01, "{name}: {point:?}, not ({x}, {y})");
                }
                (ours, theirs) => panic!("{name}: {ours:?}, not {theirs:?}"),
            }
        }
    }

    #[test]
    fn what_is_drawn_is_found_on_the_earth_again() {
        for &(name, lat, lon, drawn) in REFERENCE {
            let Some((x, y)) = drawn else { continue };
            let (found_lat, found_lon) = unproject(Point { x, y }).unwrap();
            // Longitudes that differ by a whole turn are one.
            let east = (found_lon - lon + 540.0).rem_euclid(360.0) - 180.0;
            assert!((found_lat - lat).abs() < 0.001 && east.abs() < 0.001, "{name}");
        }
        assert_eq!(unproject(Point { x: -500.0, y: 0.0 }), None);
    }

    #[test]
    fn what_is_not_a_number_is_nowhere() {
        assert_eq!(project(f64::NAN, -80.0), None);
        assert_eq!(project(40.0, f64::NAN), None);
        assert_eq!(project(40.0, f64::INFINITY), None);
    }
}
