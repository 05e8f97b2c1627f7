//! The map for paper: land, lines between states, and a number at each group.

use super::layout::{LEFT, Layout, SHOWN};
use crate::content::POINTS;
use crate::widgets::put;
use geo::Point;
use geo::outline::{HEIGHT, border_path, land_path};

/// How wide the drawing is on a sheet, in CSS pixels.
const ON_SHEET: f64 = 640.0;

/// Radius of a sign, in drawing units.
const SIGN: u32 = 17;

/// The drawing as a symbol that many places can use, once for all of them.
pub(crate) fn symbol(out: &mut String, id: &str) {
    let anchors: Vec<Point> = POINTS.iter().map(|(_, at)| *at).collect();
    let all: Vec<usize> = (0..anchors.len()).collect();
    let layout = Layout::of(&anchors, &all, ON_SHEET, 1.0);
    let start = [
        "<svg class=\"symbols\" aria-hidden=\"true\"><symbol id=\"",
        "\" viewBox=\"",
        "\"><path class=\"land\" d=\"",
        "\"/><path class=\"borders\" d=\"",
        "\"/>",
    ];
    put(out, &start, &[id, &view_box(), &land_path(), &border_path()]);
    let radius = SIGN.to_string();
    for (at, (anchor, place)) in anchors.iter().zip(&layout.places).enumerate() {
        let [x, y, from_x, from_y] =
            [place.x, place.y, anchor.x, anchor.y].map(|it| (it.round() as i32).to_string());
        let sign = [
            "<path class=\"leader\" d=\"M",
            " ",
            "L",
            " ",
            "\"/><circle class=\"dot\" cx=\"",
            "\" cy=\"",
            "\" r=\"",
            "\"/><text class=\"dot-number\" x=\"",
            "\" y=\"",
            "\">",
            "</text>",
        ];
        let number = (at + 1).to_string();
        put(out, &sign, &[&from_x, &from_y, &x, &y, &x, &y, &radius, &x, &y, &number]);
    }
    out.push_str("</symbol></svg>");
}

/// What is seen of the drawing, as SVG has it.
pub(crate) fn view_box() -> String {
    [LEFT, 0.0, SHOWN, HEIGHT].map(|part| (part as i32).to_string()).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_has_its_number_once() {
        let mut out = String::new();
        symbol(&mut out, "numbers");
        for number in 1..=POINTS.len() {
            assert_eq!(out.matches(&format!(">{number}</text>")).count(), 1, "{number}");
        }
        assert_eq!(out.matches("<circle").count(), POINTS.len());
    }
}
