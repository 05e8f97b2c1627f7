//! Estimating figures of years: a number for each, and a chart across which they can be drawn.
//!
//! The chart is an extra for the hand: whatever it can, the numbers can, and screen readers are told
//! of them alone.

use super::asked::{Asked, put_mark, words_of};
use super::selects::{id_of, mark_id};
use crate::i18n::{messages, of_quiz};
use crate::widgets::put;
use quiz::Answer;
use story::{Bound, Figure};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, PointerEvent};

/// Size of the drawing, in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 180.0;

/// What is left free around the figures.
const EDGE: f64 = 24.0;

/// Drawn figures are multiples of this.
const STEP: u32 = 500;

/// The numbers, and the chart above them.
pub(super) fn markup(out: &mut String, it: &Asked, all: &'static [Figure]) {
    out.push_str("<div class=\"figures-chart\" aria-hidden=\"true\">");
    out.push_str(&chart(it, all));
    put(
        out,
        &["</div><p class=\"hint\" aria-hidden=\"true\">", "</p><ul class=\"figures\">"],
        &[of_quiz().chart_key],
    );
    for (at, figure) in all.iter().enumerate() {
        row(out, it, at == 0, figure);
    }
    out.push_str("</ul>");
}

/// The chart of an answer.
pub(super) fn chart(it: &Asked, all: &[Figure]) -> String {
    Scale::of(all).markup(all, &it.answer, it.closed)
}

/// The chart without any answer, to be drawn on.
pub(super) fn blank(all: &[Figure]) -> String {
    Scale::of(all).markup(all, &Answer::Pairs(Vec::new()), false)
}

fn row(out: &mut String, it: &Asked, first: bool, figure: &Figure) {
    let asked = figure.year.to_string();
    let (id, mark) = (id_of(first, &asked), it.mark_of(&asked));
    out.push_str("<li");
    put_mark(out, mark);
    let field = [
        "><label for=\"",
        "\">",
        "</label><input type=\"number\" min=\"0\" inputmode=\"numeric\" step=\"",
        "\" id=\"",
        "\" data-put=\"",
        "\" aria-describedby=\"",
        "\" value=\"",
        "\"",
    ];
    let value = it.answer.put_to(&asked).unwrap_or_default();
    put(out, &field, &[&id, &asked, &STEP.to_string(), &id, &asked, &mark_id(&asked), value]);
    out.push_str(it.disabled());
    // A frame alone would tell only those who see it how a figure came out.
    let counted = mark.map(|_| {
        let counted = (of_quiz().counted)(figure.total, figure.doubtful);
        [&counted, "; ", words_of(mark)].concat()
    });
    let end = ["><span class=\"option-mark\" id=\"", "\">", "</span></li>"];
    put(out, &end, &[&mark_id(&asked), &counted.unwrap_or_default()]);
}

/// Takes up what is drawn across a chart: writes the number into its field.
pub(super) fn draw(chart: &Element, event: &PointerEvent, all: &[Figure]) {
    let frame = chart.get_bounding_client_rect();
    let along = |at: i32, from: f64, size: f64| (f64::from(at) - from) / size.max(1.0);
    let x = along(event.client_x(), frame.left(), frame.width());
    let y = along(event.client_y(), frame.top(), frame.height());
    let Some((year, figure)) = Scale::of(all).at(all, x, y) else { return };
    let selector = ["[data-put=\"", &year.to_string(), "\"]"].concat();
    let form = chart.closest("form").ok().flatten();
    let field = form.and_then(|form| form.query_selector(&selector).ok().flatten());
    if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(&figure.to_string());
    }
}

/// How figures lie on the drawing.
#[derive(Clone, Copy)]
struct Scale {
    /// The figure at the top.
    most: u32,
    years: usize,
}

impl Scale {
    /// A scale that ends at a round number well above all figures, so that it does not give the
    /// greatest away.
    fn of(all: &[Figure]) -> Self {
        let most = all.iter().map(|figure| figure.most).max().unwrap_or(1);
        let mut round = 10;
        while round * 10 <= most {
            round *= 10;
        }
        Self {
            most: (most.saturating_add(most / 4) / round + 1).saturating_mul(round),
            years: all.len(),
        }
    }

    fn x(self, at: usize) -> f64 {
        let steps = self.years.saturating_sub(1).max(1) as f64;
        EDGE + at as f64 / steps * (WIDTH - 2.0 * EDGE)
    }

    fn y(self, figure: u32) -> f64 {
        let part = f64::from(figure.min(self.most)) / f64::from(self.most);
        HEIGHT - EDGE - part * (HEIGHT - 2.0 * EDGE)
    }

    /// The year nearest to a place, in parts of the drawing, and the figure there.
    fn at(self, all: &[Figure], x: f64, y: f64) -> Option<(i16, u32)> {
        let steps = self.years.saturating_sub(1) as f64;
        let along = (x * WIDTH - EDGE) / (WIDTH - 2.0 * EDGE) * steps;
        let figure = all.get(along.round().max(0.0).min(steps) as usize)?;
        let part = (HEIGHT - EDGE - y * HEIGHT) / (HEIGHT - 2.0 * EDGE);
        // Below the axis is nothing, and above the top no more than there.
        let steps = (part * f64::from(self.most) / f64::from(STEP)).round() as u32;
        Some((figure.year, steps.saturating_mul(STEP).min(self.most)))
    }

    /// The drawing: what was estimated, and, where it is graded, what was counted.
    fn markup(self, all: &[Figure], answer: &Answer, graded: bool) -> String {
        let estimates = all.iter().enumerate().filter_map(|(at, figure)| {
            Some((at, answer.put_to(&figure.year.to_string())?.parse::<u32>().ok()?))
        });
        let mut out = format!(
            "<svg viewBox=\"0 0 {} {}\" focusable=\"false\"><path class=\"axis\" d=\"M{EDGE} {EDGE}V{}H{}\"/>",
            WIDTH as u32,
            HEIGHT as u32,
            (HEIGHT - EDGE) as u32,
            (WIDTH - EDGE) as u32,
        );
        let most = (messages().count)(Bound::Exact, self.most);
        out.push_str(&format!("<text x=\"2\" y=\"14\">{most}</text>"));
        for (at, figure) in all.iter().enumerate() {
            let x = self.x(at) as u32;
            out.push_str(&format!(
                "<path class=\"axis\" d=\"M{x} {}v5\"/>",
                (HEIGHT - EDGE) as u32
            ));
            if at == 0 || at + 1 == all.len() {
                out.push_str(&format!(
                    "<text class=\"year\" x=\"{x}\" y=\"{}\">{}</text>",
                    HEIGHT as u32 - 6,
                    figure.year
                ));
            }
            if graded && figure.least != figure.most {
                let (top, end) = (self.y(figure.most), self.y(figure.least));
                out.push_str(&format!(
                    "<path class=\"range\" d=\"M{x} {}V{}\"/>",
                    top as u32, end as u32
                ));
            }
        }
        if graded {
            self.line(&mut out, "counted", all.iter().map(|figure| figure.total).enumerate());
        }
        self.line(&mut out, "estimated", estimates);
        out.push_str("</svg>");
        out
    }

    fn line(self, out: &mut String, class: &str, points: impl Iterator<Item = (usize, u32)>) {
        let mut data = String::new();
        let mut dots = String::new();
        for (at, figure) in points {
            let (x, y) = (self.x(at) as u32, self.y(figure) as u32);
            data.push(if data.is_empty() { 'M' } else { 'L' });
            data.push_str(&format!("{x} {y}"));
            dots.push_str(&format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"3\"/>"));
        }
        out.push_str(&format!("<path class=\"{class}\" d=\"{data}\"/>{dots}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figure(year: i16, total: u32) -> Figure {
        Figure { year, total, least: total, most: total, doubtful: false }
    }

    proptest! {
        #[test]
        fn what_is_drawn_where_a_figure_lies_is_that_figure(
            totals in prop::collection::vec(0u32..60_000, 2..12), which in any::<prop::sample::Index>()
        ) {
            let all: Vec<Figure> = (1970..).zip(&totals).map(|(year, total)| figure(year, *total)).collect();
            let scale = Scale::of(&all);
            let at = which.index(all.len());
            let place = (scale.x(at) / WIDTH, scale.y(all[at].total) / HEIGHT);
            let (year, drawn) = scale.at(&all, place.0, place.1).unwrap();
            prop_assert_eq!(year, all[at].year);
            prop_assert!(drawn.abs_diff(all[at].total) <= STEP / 2 + 1);
            prop_assert!(scale.most > all.iter().map(|it| it.total).max().unwrap());
        }

        #[test]
        fn drawing_anywhere_gives_a_year_and_a_figure(x in -9.0..9.0, y in -9.0..9.0) {
            let all = [figure(1970, 1000), figure(1971, 13_000)];
            let (year, drawn) = Scale::of(&all).at(&all, x, y).unwrap();
            prop_assert!((1970..=1971).contains(&year) && drawn <= Scale::of(&all).most);
        }
    }

    #[test]
    fn what_was_counted_is_drawn_only_when_the_answer_is_graded() {
        let all = [figure(1970, 1000), figure(1971, 13_000)];
        let answer = Answer::Pairs(vec![("1970".into(), "5000".into())]);
        let scale = Scale::of(&all);
        assert!(!scale.markup(&all, &answer, false).contains("counted"));
        let graded = scale.markup(&all, &answer, true);
        assert!(graded.contains("class=\"counted\"") && graded.contains("class=\"estimated\""));
    }
}
