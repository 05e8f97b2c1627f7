//! The part of the map that is shown: zooming, panning, fitting.
//!
//! Positions are parts of the whole: 0 is the left or the top, 1 the right or the bottom.

/// The deepest zoom.
pub(super) const DEEPEST: f64 = 8.0;

/// What is kept free at each side around what is to be seen, as a part of what is shown.
const MARGIN: f64 = 0.12;

/// The part of the map that is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Viewport {
    /// How many times larger than the whole map it is drawn: from 1 on.
    pub(super) scale: f64,
    /// Its left, as a part of the map's width.
    pub(super) x: f64,
    /// Its top, as a part of the map's height.
    pub(super) y: f64,
}

/// A place, in parts of the map or of what is shown.
pub(super) type Place = (f64, f64);

/// The nearest number between two. `clamp` of the standard library brings along what writes floats.
fn between(number: f64, least: f64, most: f64) -> f64 {
    number.max(least).min(most)
}

impl Viewport {
    /// The whole map.
    pub(super) const WHOLE: Self = Self { scale: 1.0, x: 0.0, y: 0.0 };

    /// How much of the map's width and height is shown.
    fn shown(self) -> f64 {
        1.0 / self.scale
    }

    /// The nearest that lies within the map.
    fn held(self) -> Self {
        let scale = between(self.scale, 1.0, DEEPEST);
        let most = 1.0 - 1.0 / scale;
        Self { scale, x: between(self.x, 0.0, most), y: between(self.y, 0.0, most) }
    }

    /// Drawn so many times larger than now, with the place at this part of what is shown kept there.
    pub(super) fn zoomed(self, factor: f64, (x, y): Place) -> Self {
        let scale = between(self.scale * factor, 1.0, DEEPEST);
        let (before, after) = (self.shown(), 1.0 / scale);
        Self { scale, x: self.x + x * (before - after), y: self.y + y * (before - after) }.held()
    }

    /// Moved by so much of what is shown, as a hand moves paper: to the right uncovers the left.
    pub(super) fn panned(self, (x, y): Place) -> Self {
        Self { x: self.x - x * self.shown(), y: self.y - y * self.shown(), ..self }.held()
    }

    /// Moved by as little as brings a place of the map well into view.
    pub(super) fn showing(self, (x, y): Place) -> Self {
        let (shown, margin) = (self.shown(), MARGIN * self.shown());
        let along = |from: f64, at: f64| from.min(at - margin).max(at + margin - shown);
        Self { x: along(self.x, x), y: along(self.y, y), ..self }.held()
    }

    /// Whether a place of the map is in it, or no farther out than a part of what is shown.
    pub(super) fn sees(self, (x, y): Place, around: f64) -> bool {
        let (shown, around) = (self.shown(), around * self.shown());
        let along = |from: f64, at: f64| at >= from - around && at <= from + shown + around;
        along(self.x, x) && along(self.y, y)
    }

    /// As near as shows all of some places of the map; the whole map where there are none.
    pub(super) fn around(places: &[Place]) -> Self {
        let span = |of: fn(&Place) -> f64| {
            let least = places.iter().map(of).fold(f64::INFINITY, f64::min);
            let most = places.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
            (least, most)
        };
        let ((left, right), (top, bottom)) = (span(|it| it.0), span(|it| it.1));
        if places.is_empty() {
            return Self::WHOLE;
        }
        let wanted = (right - left).max(bottom - top) / (1.0 - 2.0 * MARGIN);
        // One place alone says nothing of how near it is to be seen.
        let scale = between(1.0 / wanted.max(0.25), 1.0, DEEPEST);
        let half = 0.5 / scale;
        let (x, y) = (f64::midpoint(left, right) - half, f64::midpoint(top, bottom) - half);
        Self { scale, x, y }.held()
    }

    /// As an address writes it: the scale in hundredths, then left and top in thousandths; empty for
    /// the whole map.
    pub(super) fn written(self) -> String {
        if self == Self::WHOLE {
            return String::new();
        }
        let whole = |value: f64, parts: f64| (value * parts).round() as i32;
        let parts = [whole(self.scale, 100.0), whole(self.x, 1000.0), whole(self.y, 1000.0)];
        parts.map(|part| part.to_string()).join(",")
    }

    /// As an address wrote it; the whole map where it makes no sense.
    pub(super) fn read(text: &str) -> Self {
        let mut parts = text.split(',').map(|part| part.parse::<i32>().ok().map(f64::from));
        match (parts.next().flatten(), parts.next().flatten(), parts.next().flatten()) {
            (Some(scale), Some(x), Some(y)) => {
                Self { scale: scale / 100.0, x: x / 1000.0, y: y / 1000.0 }.held()
            }
            _ => Self::WHOLE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_viewport() -> impl Strategy<Value = Viewport> {
        (0.5..10.0, -1.0..2.0, -1.0..2.0).prop_map(|(scale, x, y)| Viewport { scale, x, y }.held())
    }

    fn any_place() -> impl Strategy<Value = Place> {
        (0.0..=1.0, 0.0..=1.0)
    }

    fn within(view: Viewport) -> bool {
        let end = 1.0 + 1e-9 - 1.0 / view.scale;
        (1.0..=DEEPEST).contains(&view.scale)
            && (0.0..=end).contains(&view.x)
            && (0.0..=end).contains(&view.y)
    }

    proptest! {
        #[test]
        fn nothing_leads_out_of_the_map(
            view in any_viewport(), factor in 0.01..100.0, at in any_place(), by in (-9.0..9.0, -9.0..9.0),
        ) {
            prop_assert!(within(view.zoomed(factor, at)));
            prop_assert!(within(view.panned(by)));
            prop_assert!(within(view.showing(at)));
        }

        #[test]
        fn zooming_in_keeps_the_place_under_the_pointer(
            view in any_viewport(), factor in 1.0..8.0, at in any_place(),
        ) {
            let place = |view: Viewport| (view.x + at.0 / view.scale, view.y + at.1 / view.scale);
            let (before, after) = (place(view), place(view.zoomed(factor, at)));
            prop_assert!((before.0 - after.0).abs() < 1e-9 && (before.1 - after.1).abs() < 1e-9);
        }

        #[test]
        fn what_is_to_be_seen_is_seen(view in any_viewport(), places in prop::collection::vec(any_place(), 1..6)) {
            prop_assert!(view.showing(places[0]).sees(places[0], 1e-9));
            prop_assert!(places.iter().all(|place| Viewport::around(&places).sees(*place, 1e-9)));
        }

        #[test]
        fn an_address_brings_back_what_it_says(view in any_viewport()) {
            let read = Viewport::read(&view.written());
            prop_assert!((read.scale - view.scale).abs() < 0.006);
            prop_assert!((read.x - view.x).abs() < 0.01 && (read.y - view.y).abs() < 0.01);
        }

        #[test]
        fn an_address_that_makes_no_sense_shows_a_part_of_the_map(text in "\\PC{0,20}") {
            prop_assert!(within(Viewport::read(&text)));
        }
    }

    #[test]
    fn the_whole_map_is_not_written() {
        assert_eq!(Viewport::WHOLE.written(), "");
        assert_eq!(Viewport::around(&[]), Viewport::WHOLE);
        assert_eq!(Viewport::read("250,100,200").written(), "250,100,200");
    }
}
