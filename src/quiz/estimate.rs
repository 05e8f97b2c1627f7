//! Estimating figures of years: a number for each, and a chart across which they can be drawn.
//!
//! The chart is an extra for the hand: whatever it can, the numbers can, and screen readers are told
//! of them alone.

use super::input::Answering;
use super::selects::mark_id;
use crate::i18n::{messages, of_quiz};
use crate::shell::events::{derived, effect, on_element};
use crate::widgets::once_mounted;
use leptos::html::Div;
use leptos::prelude::*;
use quiz::Answer;
use story::{Bound, Figure};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, PointerEvent};

/// Size of the drawing, in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 180.0;

/// What is left free around the figures.
const EDGE: f64 = 24.0;

/// Drawn figures are multiples of this.
const STEP: u32 = 500;

/// The numbers, and the chart above them.
pub(super) fn figures(it: Answering, all: &'static [Figure]) -> AnyView {
    let chart = NodeRef::<Div>::new();
    once_mounted(chart, move |place| start(place, it, all));
    let rows = all.iter().enumerate().map(|(at, figure)| row(it, at, figure)).collect_view();
    view! {
        <div class="figures-chart" aria-hidden="true" node_ref=chart></div>
        <p class="hint" aria-hidden="true">{of_quiz().chart_key}</p>
        <ul class="figures">{rows}</ul>
    }
    .into_any()
}

fn row(it: Answering, at: usize, figure: &'static Figure) -> AnyView {
    let asked = figure.year.to_string();
    let id = if at == 0 { super::FIRST_OPTION.to_owned() } else { ["put-", &asked].concat() };
    let (of_value, of_mark, of_input) = (asked.clone(), asked.clone(), asked.clone());
    let value = derived(move || {
        it.draft.with(|answer| answer.put_to(&of_value).unwrap_or_default().to_owned())
    });
    let put = move |event| {
        let value = event_target_value(&event);
        it.draft.update(|answer| answer.put(&of_input, value.trim()));
    };
    let mark = derived(move || it.mark_of(&of_mark));
    let counted =
        derived(move || mark.get().map(|_| (of_quiz().counted)(figure.total, figure.doubtful)));
    let off = it.closed;
    let (mark_of, described_by) = (mark_id(&asked), mark_id(&asked));
    view! {
        <li data-mark=mark>
            <label for=id.clone()>{asked}</label>
            <input
                type="number"
                min="0"
                step=STEP.to_string()
                inputmode="numeric"
                id=id
                aria-describedby=described_by
                prop:value=value
                disabled=off
                on:input=put
            />
            <span class="option-mark" id=mark_of>{counted}</span>
        </li>
    }
    .into_any()
}

/// Draws the chart as the answer changes, and takes up what is drawn across it.
fn start(place: &HtmlElement, it: Answering, all: &'static [Figure]) {
    let scale = Scale::of(all);
    let drawn = place.clone();
    effect(move || {
        let markup = it.draft.with(|answer| scale.markup(all, answer, it.closed.get()));
        drawn.set_inner_html(&markup);
    });
    let down = StoredValue::new(false);
    for kind in ["pointerdown", "pointermove", "pointerup", "pointercancel"] {
        let target = place.clone();
        on_element(place, kind, move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            match kind {
                "pointerdown" => {
                    down.try_set_value(true);
                    let _ = target.set_pointer_capture(event.pointer_id());
                }
                "pointermove" => {}
                _ => {
                    down.try_set_value(false);
                }
            }
            if down.try_get_value() != Some(true) || it.closed.get_untracked() {
                return;
            }
            let frame = target.get_bounding_client_rect();
            let along = |at: i32, from: f64, size: f64| (f64::from(at) - from) / size.max(1.0);
            let x = along(event.client_x(), frame.left(), frame.width());
            let y = along(event.client_y(), frame.top(), frame.height());
            if let Some((year, figure)) = scale.at(all, x, y) {
                it.draft.update(|answer| answer.put(&year.to_string(), &figure.to_string()));
            }
        });
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
            if at == 0 || at + 1 == all.len() {
                let x = self.x(at) as u32;
                out.push_str(&format!(
                    "<text class=\"year\" x=\"{x}\" y=\"{}\">{}</text>",
                    HEIGHT as u32 - 6,
                    figure.year
                ));
            }
            if graded && figure.least != figure.most {
                let (x, top, end) = (self.x(at) as u32, self.y(figure.most), self.y(figure.least));
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
