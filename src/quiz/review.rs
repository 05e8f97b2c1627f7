//! Review: what was missed comes up again when it is due.

use super::cards::{coming, due_now};
use super::item::Item;
use super::view::{ITEM_HEADING, Now, Quiz};
use crate::content::questions;
use crate::i18n::{messages, of_quiz};
use crate::widgets::{put, put_text};

/// The item that is due first, and what comes up later.
pub(super) fn draw(quiz: &Quiz, now: &mut Now, out: &mut String) {
    let t = of_quiz();
    let due = due_now(quiz.progress);
    let coming = coming(quiz.progress);
    let heading = match due.len() {
        0 => (t.nothing_due)(coming.first().map(|(_, days)| *days)),
        count => (t.due)(count),
    };
    put(out, &["<p class=\"hint\">", "</p>"], &[t.about_review]);
    put(out, &["<h2 tabindex=\"-1\" id=\"", "\">", "</h2>"], &[ITEM_HEADING, &heading]);
    let first = due.iter().find_map(|id| questions()?.get(id));
    if let Some(question) = first {
        let item = Item::to_practice(quiz.progress, question, None, true);
        item.markup(out);
        now.item = Some(item);
        let next =
            ["<p class=\"quiz-steps\"><button type=\"button\" data-do=\"next\">", "</button></p>"];
        put(out, &next, &[messages().next_question]);
    }
    if coming.is_empty() {
        return;
    }
    put(out, &["<details class=\"coming\"><summary>", "</summary><ul>"], &[t.coming]);
    for (id, days) in coming {
        if let Some(question) = questions().and_then(|all| all.get(&id)) {
            out.push_str("<li>");
            put_text(out, &question.prompt);
            put(out, &[" <span class=\"instruction\">", "</span></li>"], &[&(t.in_days)(days)]);
        }
    }
    out.push_str("</ul></details>");
}
