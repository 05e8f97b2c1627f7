//! The map for paper: land, lines between states, and a number at each group.

use super::layout::{LEFT, Layout, SHOWN};
use crate::content::POINTS;
use crate::widgets::put;
use geo::Point;
use geo::outline::{HEIGHT, border_path, land_path};

/// Radius of a sign, in drawing units, and size of the number in it: for most sheets, and for large print.
pub(crate) const PLAIN: (u32, u32) = (17, 19);
pub(crate) const LARGE: (u32, u32) = (26, 37);

/// At this width in CSS pixels the map has room for plain signs.
const FOR_PLAIN: u32 = 640;

/// The drawing as a symbol that many places can use, once for all of them.
pub(crate) fn symbol(out: &mut String, id: &str, (radius, size): (u32, u32)) {
    let anchors: Vec<Point> = POINTS.iter().map(|(_, at)| *at).collect();
    let all: Vec<usize> = (0..anchors.len()).collect();
    // Larger signs need as much room as plain ones on a smaller map.
    let width = FOR_PLAIN * PLAIN.0 / radius;
    let layout = Layout::of(&anchors, &all, f64::from(width), 1.0);
    let view_box = [LEFT, 0.0, SHOWN, HEIGHT].map(|part| (part as i32).to_string()).join(" ");
    let start = [
        "<svg class=\"symbols\" aria-hidden=\"true\"><symbol id=\"",
        "\" font-size=\"",
        "\" viewBox=\"",
        "\"><path class=\"land\" d=\"",
        "\"/><path class=\"borders\" d=\"",
        "\"/>",
    ];
    put(out, &start, &[id, &size.to_string(), &view_box, &land_path(), &border_path()]);
    let radius = radius.to_string();
    let (mut leaders, mut dots) = (String::new(), String::new());
    for (at, (anchor, place)) in anchors.iter().zip(&layout.places).enumerate() {
        let [x, y, from_x, from_y] =
            [place.x, place.y, anchor.x, anchor.y].map(|it| (it.round() as i32).to_string());
        put(&mut leaders, &["M", " ", "L", " ", ""], &[&from_x, &from_y, &x, &y]);
        let dot = [
            "<circle class=\"dot\" cx=\"",
            "\" cy=\"",
            "\" r=\"",
            "\"/><text class=\"dot-number\" x=\"",
            "\" y=\"",
            "\">",
            "</text>",
        ];
        put(&mut dots, &dot, &[&x, &y, &radius, &x, &y, &(at + 1).to_string()]);
    }
    // Below all signs, so that none runs across a number.
    put(out, &["<path class=\"leader\" d=\"", "\"/>"], &[&leaders]);
    out.push_str(&dots);
    out.push_str("</symbol></svg>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_has_its_number_once_and_apart_from_all_others() {
        for signs in [PLAIN, LARGE] {
            let mut out = String::new();
            symbol(&mut out, "numbers", signs);
            for number in 1..=POINTS.len() {
                assert_eq!(out.matches(&format!(">{number}</text>")).count(), 1, "{number}");
            }
            let place = |part: &str, name: &str| -> f64 {
                let value = part.split_once(&format!(" {name}=\"")).unwrap().1;
                value.split('"').next().unwrap().parse().unwrap()
            };
            let places: Vec<(f64, f64)> =
                out.split("<circle").skip(1).map(|it| (place(it, "cx"), place(it, "cy"))).collect();
            assert_eq!(places.len(), POINTS.len());
            let radius = f64::from(signs.0);
            for (at, (x, y)) in places.iter().enumerate() {
                assert!((LEFT + radius..=LEFT + SHOWN - radius).contains(x), "{x}");
                assert!((radius..=HEIGHT - radius).contains(y), "{y}");
                for (other_x, other_y) in &places[at + 1..] {
                    assert!((x - other_x).hypot(y - other_y) >= 2.0 * radius, "{at}: {x} {y}");
                }
            }
        }
    }
}
