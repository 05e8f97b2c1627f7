//! A worksheet: a paper as it is answered with a pen.

use super::Codes;
use super::labels::Labels;
use crate::content::story;
use crate::i18n::of_sheets;
use crate::map::numbered;
use crate::widgets::{put, put_text};
use quiz::PaperCode;
use quiz::grade::out_of;
use quiz::paper::option_seed;
use story::{Question, Segment, Task};

/// Id of the drawing with numbers, which all items on the map use.
pub(super) const MAP: &str = "numbered-map";

/// Lines on which an answer in own words is written.
const LINES: usize = 6;

/// Adds a worksheet, of a student's number if it has one.
pub(super) fn markup(
    out: &mut String,
    codes: &mut Codes,
    paper: &PaperCode,
    number: Option<u32>,
    questions: &[&'static Question<'static>],
    large: bool,
) {
    out.push_str(if large {
        "<article class=\"sheet large\">"
    } else {
        "<article class=\"sheet\">"
    });
    head(out, codes, paper, number);
    out.push_str("<ol class=\"on-paper\">");
    for question in questions {
        item(out, question, option_seed(paper.seed, question.id.0));
    }
    out.push_str("</ol></article>");
}

fn head(out: &mut String, codes: &mut Codes, paper: &PaperCode, number: Option<u32>) {
    let t = of_sheets();
    let code = paper.write();
    let number = number.map(t.number).unwrap_or_default();
    out.push_str("<header>");
    let parts = ["<div><h3>", "</h3><p class=\"sheet-code\">", " <strong>", "</strong></p></div>"];
    put(out, &parts, &[story().title, &code, &number]);
    codes.code(out, &["/quiz/", &code].concat(), &code);
    let lines = ["<p class=\"who\"><span>", "</span><span>", "</span></p></header>"];
    put(out, &lines, &[t.name, t.date]);
}

fn item(out: &mut String, question: &'static Question<'static>, seed: u64) {
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
            let map = [
                "<svg class=\"sheet-map\" role=\"img\" aria-label=\"",
                "\" viewBox=\"",
                "\"><use href=\"#",
                "\"/></svg><p class=\"places\"><span class=\"line\"></span></p>",
            ];
            put(out, &map, &[t.numbered_map, &numbered::view_box(), MAP]);
        }
        Task::Estimate { .. } => {
            out.push_str("<p class=\"places\">");
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
        let row = ["<li><b>", "</b> <span class=\"line short\"></span> ", "</li>"];
        put(out, &row, &[&(at + 1).to_string(), words]);
    }
    out.push_str("</ul>");
}
