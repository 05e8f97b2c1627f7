//! A sheet for each student: what was answered, what is right, and what to read again.

use super::answers::right;
use super::labels::Labels;
use crate::content::{passage_at, story};
use crate::i18n::{of_quiz, of_sheets};
use crate::quiz::pool;
use crate::quiz::results::share;
use crate::widgets::{put, put_text};
use quiz::grade::{is_judged_by_reader, out_of};
use quiz::paper::option_seed;
use quiz::{Desk, Entry, Told};

/// Sheets for all results of a desk, as markup.
pub(in crate::quiz) fn markup(desk: &Desk) -> String {
    let mut out = String::new();
    for entry in &desk.entries {
        sheet(&mut out, entry);
    }
    out
}

fn sheet(out: &mut String, entry: &Entry) {
    let (t, of_quiz) = (of_sheets(), of_quiz());
    let result = &entry.result;
    let head = [
        "<article class=\"sheet key\"><header><div><h3>",
        "</h3><p class=\"sheet-code\">",
        "</p></div></header><p>",
        "</p><table><thead><tr>",
    ];
    let paper = (of_quiz.paper_named)(&result.paper.write());
    let named = [result.who.text().as_str(), ": ", story().title].concat();
    put(out, &head, &[&named, &paper, &(of_quiz.came_to)(entry.all)]);
    for column in t.student_columns {
        put(out, &["<th scope=\"col\">", "</th>"], &[column]);
    }
    out.push_str("</tr></thead><tbody>");
    for (question, told) in pool::paper(&result.paper).into_iter().zip(&result.told) {
        let seed = option_seed(result.paper.seed, question.id.0);
        let points = told.as_ref().map_or(0, |it| it.points(&question.task));
        out.push_str("<tr><th scope=\"row\">");
        put_text(out, &question.prompt);
        let answered = match told {
            None => t.no_answer.to_owned(),
            Some(Told::Answer(answer)) if !is_judged_by_reader(&question.task) => {
                Labels::of(question, seed).in_words(answer)
            }
            // Of these a code tells no more.
            Some(_) => String::new(),
        };
        put(out, &["</th><td>", "</td><td>"], &[&answered]);
        right(out, question, seed);
        let all = out_of(&question.task);
        put(out, &["</td><td>", "</td><td>"], &[&share(points, all)]);
        let again = passage_at(&question.passage.to_string()).filter(|_| points < all);
        if let Some((chapter, passage)) = again {
            put(out, &["", ", ", ""], &[passage.heading, chapter.title]);
        }
        out.push_str("</td></tr>");
    }
    out.push_str("</tbody></table></article>");
}
