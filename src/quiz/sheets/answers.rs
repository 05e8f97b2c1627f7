//! The key of a paper: the letters that are right, in words too, the points, and where it is settled.

use super::Codes;
use super::labels::Labels;
use crate::content::passage_at;
use crate::i18n::{of_quiz, of_sheets};
use crate::widgets::{put, put_text};
use quiz::grade::out_of;
use quiz::paper::option_seed;
use quiz::{PaperCode, key};
use story::{Question, Task};

/// Adds the key of a paper, of a student's number if it has one.
pub(super) fn markup(
    out: &mut String,
    codes: &mut Codes,
    paper: &PaperCode,
    number: Option<u32>,
    questions: &[&'static Question<'static>],
) {
    let t = of_sheets();
    let named = (t.key_of)(&paper.write());
    let number = number.map(t.number).unwrap_or_default();
    let head = [
        "<article class=\"sheet key\"><header><div><h3>",
        " ",
        "</h3></div></header><table><thead><tr>",
    ];
    put(out, &head, &[&named, &number]);
    for column in t.key_columns {
        put(out, &["<th scope=\"col\">", "</th>"], &[column]);
    }
    out.push_str("</tr></thead><tbody>");
    for (at, question) in questions.iter().enumerate() {
        row(out, codes, at, question, option_seed(paper.seed, question.id.0));
    }
    out.push_str("</tbody></table></article>");
}

fn row(
    out: &mut String,
    codes: &mut Codes,
    at: usize,
    question: &'static Question<'static>,
    seed: u64,
) {
    put(out, &["<tr><th scope=\"row\"><b>", "</b> "], &[&(at + 1).to_string()]);
    put_text(out, &question.prompt);
    out.push_str("</th><td>");
    right(out, question, seed);
    let points = ["</td><td>", "</td><td>"];
    put(out, &points, &[&out_of(&question.task).to_string()]);
    if let Some((chapter, passage)) = passage_at(&question.passage.to_string()) {
        put(out, &["", ", ", ""], &[passage.heading, chapter.title]);
    }
    codes.passage(out, question.passage);
    out.push_str("</td></tr>");
}

/// What is right, by letters and in words.
pub(super) fn right(out: &mut String, question: &'static Question<'static>, seed: u64) {
    if let Task::Open { rubric } = &question.task {
        put(out, &["", "<ul>"], &[of_quiz().good_answer]);
        for point in rubric {
            out.push_str("<li>");
            put_text(out, point);
            out.push_str("</li>");
        }
        out.push_str("</ul>");
        return;
    }
    let labels = Labels::of(question, seed);
    let key = key(&question.task);
    put(out, &["<b class=\"letters-right\">", "</b>"], &[&labels.written(&key)]);
    // Figures stand there already.
    if !matches!(question.task, Task::Estimate { .. }) {
        put(out, &[" ", ""], &[&labels.in_words(&key)]);
    }
}
