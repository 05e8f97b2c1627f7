//! A sheet for each student: what was answered, what is right, and what to read again.

use super::answers::{columns, touches};
use super::labels::Labels;
use super::{Codes, begin, passages};
use crate::i18n::{of_quiz, of_sheets};
use crate::quiz::pool;
use crate::quiz::results::share;
use crate::widgets::{put, put_text};
use quiz::grade::{is_judged_by_reader, out_of};
use quiz::paper::option_seed;
use quiz::{Desk, Entry, Told, Who, key};
use story::Task;

/// Sheets for all results of a desk, as markup.
pub(in crate::quiz) fn markup(desk: &Desk) -> String {
    let (mut out, mut codes) = (String::new(), Codes::new());
    for entry in &desk.entries {
        sheet(&mut out, &mut codes, entry);
    }
    codes.finish(&mut out);
    out
}

fn sheet(out: &mut String, codes: &mut Codes, entry: &Entry) {
    let (t, of_quiz) = (of_sheets(), of_quiz());
    let result = &entry.result;
    let who = match result.who {
        Who::Number(number) => (t.number)(u32::from(number)),
        _ => result.who.text(),
    };
    begin(out, "student", Some((&result.paper, None)), &who);
    put(out, &["<p>", "</p></header>"], &[&(of_quiz.came_to)(entry.all)]);
    columns(out, &t.student_columns);
    let mut missed = Vec::new();
    let questions = pool::paper(&result.paper);
    for (at, (question, told)) in questions.iter().copied().zip(&result.told).enumerate() {
        let labels = Labels::of(question, option_seed(result.paper.seed, question.id.0));
        let points = told.as_ref().map_or(0, |it| it.points(&question.task));
        let all = out_of(&question.task);
        if points < all {
            missed.push(question);
        }
        put(out, &["<tr><th scope=\"row\"><b>", "</b> "], &[&(at + 1).to_string()]);
        put_text(out, &question.prompt);
        out.push_str("</th><td>");
        match told {
            None => out.push_str(t.no_answer),
            Some(Told::Answer(answer)) if !is_judged_by_reader(&question.task) => {
                parts(out, &question.task, &labels.in_words(answer));
            }
            // Of these a code tells no more.
            Some(_) => {}
        }
        out.push_str("</td><td>");
        match &question.task {
            Task::Open { rubric } => touches(out, rubric),
            task => parts(out, task, &labels.in_words(&key(task))),
        }
        put(out, &["</td><td>", "</td></tr>"], &[&share(points, all)]);
    }
    out.push_str("</tbody></table>");
    if !missed.is_empty() {
        put(out, &["<h4>", "</h4>"], &[of_quiz.reread]);
        passages::list(out, codes, &passages::settling(missed.iter()));
    }
    out.push_str("</article>");
}

/// Adds the parts of an answer, as a list where there are several.
fn parts(out: &mut String, task: &Task<'_>, parts: &[String]) {
    if let [part] = parts {
        put(out, &[""], &[part]);
        return;
    }
    let list = if matches!(task, Task::Order { .. }) { "ol" } else { "ul" };
    put(out, &["<", ">"], &[list]);
    for part in parts {
        put(out, &["<li>", "</li>"], &[part]);
    }
    put(out, &["</", ">"], &[list]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;

    #[test]
    fn each_item_is_told_with_what_is_right() {
        for question in &story().questions {
            let labels = Labels::of(question, 7);
            let words = labels.in_words(&key(&question.task));
            let mut out = String::new();
            parts(&mut out, &question.task, &words);
            let is_open = matches!(question.task, Task::Open { .. });
            assert_eq!(words.is_empty(), is_open, "{}", question.id);
            let count = if words.len() == 1 { 0 } else { words.len() };
            assert_eq!(out.matches("<li>").count(), count, "{out}");
            assert_eq!(out.contains("<ol>"), matches!(question.task, Task::Order { .. }));
        }
    }
}
