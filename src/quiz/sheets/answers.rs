//! The key of a paper: the letters that are right, in words where these are short, the points, and which
//! passage settles it.

use super::labels::Labels;
use super::{Numbered, begin};
use crate::content::passage_at;
use crate::i18n::{of_quiz, of_sheets};
use crate::quiz::results::heads;
use crate::widgets::{put, put_text};
use quiz::grade::out_of;
use quiz::key;
use quiz::paper::option_seed;
use story::{Question, Task, Text};

/// Adds the key of a paper, of a student's number if it has one.
pub(super) fn markup(
    out: &mut String,
    paper: Numbered<'_>,
    questions: &[&'static Question<'static>],
) {
    let t = of_sheets();
    begin(out, "key", Some(paper), t.key_heading);
    out.push_str("</header>");
    columns(out, &t.key_columns);
    for (at, question) in questions.iter().enumerate() {
        row(out, at, question, option_seed(paper.0.seed, question.id.0));
    }
    out.push_str("</tbody></table></article>");
}

/// Adds the beginning of a table, up to its first row.
pub(super) fn columns(out: &mut String, columns: &[&str]) {
    out.push_str("<table>");
    heads(out, columns);
    out.push_str("<tbody>");
}

fn row(out: &mut String, at: usize, question: &'static Question<'static>, seed: u64) {
    put(out, &["<tr><th scope=\"row\"><b>", "</b> "], &[&(at + 1).to_string()]);
    put_text(out, &question.prompt);
    out.push_str("</th><td>");
    if let Task::Open { rubric } = &question.task {
        touches(out, rubric);
    } else {
        let (labels, key) = (Labels::of(question, seed), key(&question.task));
        put(out, &["<b class=\"letters-right\">", "</b>"], &[&labels.written(&key)]);
        // What is put to what stands on the worksheet, and figures stand there already.
        if labels.numbered.is_empty() {
            put(out, &[" ", ""], &[&labels.in_words(&key).join("; ")]);
        }
    }
    put(out, &["</td><td>", "</td><td>"], &[&out_of(&question.task).to_string()]);
    if let Some((chapter, passage)) = passage_at(&question.passage.to_string()) {
        put(out, &["", "<br><i>", "</i>"], &[passage.heading, chapter.title]);
    }
    out.push_str("</td></tr>");
}

/// Adds what a good answer in own words touches.
pub(super) fn touches(out: &mut String, rubric: &'static [Text<'static>]) {
    put(out, &["", "<ul>"], &[of_quiz().good_answer]);
    for point in rubric {
        out.push_str("<li>");
        put_text(out, point);
        out.push_str("</li>");
    }
    out.push_str("</ul>");
}
