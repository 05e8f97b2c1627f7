//! A worksheet: a paper as it is answered with a pen.

use super::labels::Labels;
use super::{Codes, Numbered, begin};
use crate::content::story;
use crate::i18n::of_sheets;
use crate::quiz::estimate;
use crate::widgets::{put, put_text};
use quiz::grade::out_of;
use quiz::paper::option_seed;
use story::{Question, Segment, Task};

/// Lines on which an answer in own words is written.
const LINES: usize = 6;

/// Adds a worksheet, of a student's number if it has one; with the id of the map that it uses.
pub(super) fn markup(
    out: &mut String,
    codes: &mut Codes,
    paper: Numbered<'_>,
    questions: &[&'static Question<'static>],
    (size, map): (&str, &str),
) {
    begin(out, size, Some(paper), story().title);
    let t = of_sheets();
    let path = ["/quiz/", &paper.0.write()].concat();
    codes.code(out, &path, t.qr_of_paper);
    let all: u32 = questions.iter().map(|it| out_of(&it.task)).sum();
    let lines = [
        "<p class=\"who\"><span>",
        "</span><span>",
        "</span><span>",
        "</span></p></header><ol class=\"on-paper\">",
    ];
    put(out, &lines, &[t.name, t.date, &(t.out_of)(all)]);
    // One map is enough.
    let mut has_map = None;
    for (at, question) in questions.iter().enumerate() {
        let seed = option_seed(paper.0.seed, question.id.0);
        item(out, question, seed, (has_map, map));
        if matches!(question.task, Task::FindOnMap { .. }) {
            has_map = has_map.or(Some(at + 1));
        }
    }
    out.push_str("</ol></article>");
}

/// Adds an item; the first one on the map with the map of this id, others with the number of that.
fn item(
    out: &mut String,
    question: &'static Question<'static>,
    seed: u64,
    (has_map, map): (Option<usize>, &str),
) {
    let t = of_sheets();
    let labels = Labels::of(question, seed);
    out.push_str("<li><p class=\"asked\">");
    put_text(out, &question.prompt);
    let points = (t.points)(out_of(&question.task));
    let rest = ["</p><p class=\"how\">", " (", ")</p>"];
    put(out, &rest, &[(t.instruction)(&question.task), &points]);
    match &question.task {
        Task::ChooseOne { .. } | Task::ChooseSeveral { .. } => lettered(out, &labels, true),
        Task::Order { .. } => {
            lettered(out, &labels, false);
            out.push_str("<p class=\"places\">");
            out.push_str(&"<span class=\"line short\"></span>".repeat(labels.lettered.len()));
            out.push_str("</p>");
        }
        Task::Match { .. } | Task::WeighSources { .. } => {
            out.push_str("<div class=\"two\">");
            numbered(out, &labels);
            lettered(out, &labels, false);
            out.push_str("</div>");
        }
        Task::FindOnMap { .. } => {
            out.push_str("<p class=\"places\"><span class=\"line\"></span></p>");
            match has_map {
                Some(before) => put(out, &["<p>", "</p>"], &[&(t.map_before)(before)]),
                None => {
                    let drawing = [
                        "<svg class=\"sheet-map\" role=\"img\" aria-label=\"",
                        "\"><use href=\"#",
                        "\"/></svg><div class=\"on-map\">",
                    ];
                    put(out, &drawing, &[t.numbered_map, map]);
                    lettered(out, &labels, false);
                    out.push_str("</div>");
                }
            }
        }
        Task::Estimate { figures, .. } => {
            out.push_str("<div class=\"figures-chart\" aria-hidden=\"true\">");
            out.push_str(&estimate::blank(figures));
            out.push_str("</div><p class=\"places\">");
            for (_, year) in &labels.numbered {
                put(
                    out,
                    &["<span class=\"figure\">", " <span class=\"line\"></span></span> "],
                    &[year],
                );
            }
            out.push_str("</p>");
        }
        Task::WordBank { text, .. } => {
            let mut at = 0;
            out.push_str("<p class=\"gaps\">");
            for segment in text {
                match segment {
                    Segment::Words(words) => put(out, &[""], &[words]),
                    Segment::Blank(_) => {
                        at += 1;
                        let gap =
                            ["<span class=\"gap\">", "<span class=\"line short\"></span></span>"];
                        put(out, &gap, &[&at.to_string()]);
                    }
                }
            }
            out.push_str("</p>");
            lettered(out, &labels, false);
        }
        Task::Open { .. } => {
            out.push_str(&"<p class=\"ruled\"></p>".repeat(LINES));
        }
    }
    out.push_str("</li>");
}

/// What can be chosen or put, with its letters, and boxes to tick if these are wanted.
fn lettered(out: &mut String, labels: &Labels, boxes: bool) {
    out.push_str(if boxes { "<ul class=\"ticks\">" } else { "<ul class=\"letters\">" });
    for (at, (_, words)) in labels.lettered.iter().enumerate() {
        put(out, &["<li><b>", "</b> ", "</li>"], &[&labels.label(at), words]);
    }
    out.push_str("</ul>");
}

/// What something is put to, with its numbers and a line each.
fn numbered(out: &mut String, labels: &Labels) {
    out.push_str("<ul class=\"numbers\">");
    for (at, (_, words)) in labels.numbered.iter().enumerate() {
        let row = ["<li><b>", "</b> <span class=\"line short\"></span> <span>", "</span></li>"];
        put(out, &row, &[&(at + 1).to_string(), words]);
    }
    out.push_str("</ul>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(question: &'static Question<'static>, has_map: Option<usize>) -> String {
        let mut out = String::new();
        item(&mut out, question, 7, (has_map, "map"));
        out
    }

    #[test]
    fn an_item_has_all_that_can_be_put_with_its_labels_and_a_place_for_each_answer() {
        for question in &story().questions {
            let (out, labels) = (written(question, None), Labels::of(question, 7));
            for (at, (_, words)) in labels.lettered.iter().enumerate() {
                let mut row = String::new();
                put(&mut row, &["<li><b>", "</b> ", "</li>"], &[&labels.label(at), words]);
                assert_eq!(out.matches(&row).count(), 1, "{}: {row}", question.id);
            }
            let lines = out.matches("class=\"line").count() + out.matches("\"ruled\"").count();
            let wanted = match &question.task {
                Task::ChooseOne { .. } | Task::ChooseSeveral { .. } => 0,
                Task::Order { .. } => labels.lettered.len(),
                Task::FindOnMap { .. } => 1,
                Task::Open { .. } => LINES,
                _ => labels.numbered.len(),
            };
            assert_eq!(lines, wanted, "{}", question.id);
            assert_eq!(out.matches("<li>").count(), out.matches("</li>").count());
        }
    }

    #[test]
    fn a_second_item_on_the_map_points_to_the_first() {
        let on_map = |it: &&Question<'_>| matches!(it.task, Task::FindOnMap { .. });
        let question = story().questions.iter().find(on_map).unwrap();
        assert!(written(question, None).contains("<use href=\"#map\"/>"));
        let second = written(question, Some(3));
        assert!(second.contains(&(of_sheets().map_before)(3)) && !second.contains("<use"));
    }
}
