//! Distance along the surface of the earth.

/// The earth's mean radius, in kilometres.
const EARTH_RADIUS: f64 = 6371.0088;

/// A place as seen from the middle of the earth: a vector of length one.
pub type Direction = [f64; 3];

/// The direction of a latitude and a longitude in degrees, north and east positive.
#[must_use]
pub fn direction(lat: f64, lon: f64) -> Direction {
    let (lat, lon) = (lat.to_radians(), lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// Great-circle distance between two directions, in kilometres, without trigonometry, which is much
/// code for a browser to download. Right to a metre within 5,000 km, and to 15 km anywhere nearer than
/// 10,000.
///
/// ```
/// use geo::distance::{between, direction};
///
/// let (cleveland, new_york) = (direction(41.4993, -81.6944), direction(40.7128, -74.0060));
/// assert_eq!(between(cleveland, new_york).round(), 650.0);
/// ```
#[must_use]
pub fn between(from: Direction, to: Direction) -> f64 {
    let square: f64 = from.iter().zip(to).map(|(a, b)| (a - b) * (a - b)).sum();
    // Half the straight line is the sine of half the angle, and this its arc.
    let half = square.sqrt() / 2.0;
    let x = half * half;
    let arc = 1.0
        + x * (1.0 / 6.0
            + x * (3.0 / 40.0
                + x * (15.0 / 336.0
                    + x * (105.0 / 3456.0 + x * (945.0 / 42240.0 + x * (10395.0 / 599_040.0))))));
    2.0 * EARTH_RADIUS * half * arc
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW_YORK: (f64, f64) = (40.7128, -74.0060);
    const CLEVELAND: (f64, f64) = (41.4993, -81.6944);
    const LOS_ANGELES: (f64, f64) = (34.0522, -118.2437);
    const MOSCOW: (f64, f64) = (55.7558, 37.6173);

    /// The same by trigonometry, between latitudes and longitudes in degrees.
    fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
        let half_lat = (to.0 - from.0).to_radians() / 2.0;
        let half_lon = (to.1 - from.1).to_radians() / 2.0;
        let cosines = from.0.to_radians().cos() * to.0.to_radians().cos();
        let haversine = half_lat.sin().powi(2) + cosines * half_lon.sin().powi(2);
        2.0 * EARTH_RADIUS * haversine.sqrt().asin()
    }

    #[test]
    fn known_pairs() {
        let pairs = [
            (NEW_YORK, LOS_ANGELES, 3935.75),
            (NEW_YORK, CLEVELAND, 649.86),
            (NEW_YORK, MOSCOW, 7510.0),
            ((0.0, 0.0), (0.0, 1.0), 111.195),
            ((0.0, 179.5), (0.0, -179.5), 111.195),
            (MOSCOW, MOSCOW, 0.0),
        ];
        for (from, to, expected) in pairs {
            let (from, to) = (direction(from.0, from.1), direction(to.0, to.1));
            let found = between(from, to);
            assert!((found - expected).abs() <= expected * 0.001, "{found}, not {expected}");
            assert!((found - between(to, from)).abs() < 1e-6);
        }
    }

    #[test]
    fn distances_of_directions_are_those_of_places() {
        let places =
            [NEW_YORK, CLEVELAND, LOS_ANGELES, (61.2, -149.9), (21.3, -157.9), (25.8, -80.2)];
        for from in places {
            for to in places {
                let exact = kilometres(from, to);
                let found = between(direction(from.0, from.1), direction(to.0, to.1));
                let most = if exact < 5000.0 { 0.01 } else { 15.0 };
                assert!((found - exact).abs() < most, "{found}, not {exact}");
            }
        }
    }
}
