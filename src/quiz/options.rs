//! Choosing one or several options: the browser's own radio buttons and checkboxes.

use super::asked::{Asked, put_mark, words_of};
use crate::widgets::{put, put_text};
use quiz::{Answer, Fault, Grade};
use story::Choice;

/// Options to choose from, in the order of the seed.
pub(super) fn markup(
    out: &mut String,
    it: &Asked,
    options: &'static [Choice<'static>],
    kind: &'static str,
) {
    out.push_str("<ul class=\"options\">");
    for (at, choice) in shown(options, it.seed).into_iter().enumerate() {
        let chosen = match &it.answer {
            Answer::One(one) => one == choice.id.0,
            Answer::Several(ids) => ids.iter().any(|id| id == choice.id.0),
            _ => false,
        };
        let mark = it.grade.as_ref().and_then(|grade| mark_of(choice, chosen, grade));
        out.push_str("<li");
        put_mark(out, mark);
        let start = ["><label><input type=\"", "\" name=\"", "\" value=\"", "\""];
        put(out, &start, &[kind, it.question.id.0, choice.id.0]);
        if at == 0 {
            put(out, &[" id=\"", "\""], &[super::FIRST_OPTION]);
        }
        out.push_str(if chosen { " checked" } else { "" });
        out.push_str(it.disabled());
        out.push_str("><span class=\"option-text\">");
        put_text(out, &choice.text);
        put(
            out,
            &["</span><span class=\"option-mark\">", "</span></label></li>"],
            &[words_of(mark)],
        );
    }
    out.push_str("</ul>");
}

/// Options in the order of a seed.
pub(super) fn shown(
    options: &'static [Choice<'static>],
    seed: u64,
) -> Vec<&'static Choice<'static>> {
    let mut shown: Vec<_> = options.iter().collect();
    quiz::shuffle(&mut shown, seed);
    shown
}

/// How an option came out, as the style sheet names it.
fn mark_of(choice: &Choice<'_>, chosen: bool, grade: &Grade<'_>) -> Option<&'static str> {
    match grade.faults.iter().find(|fault| fault.choice() == Some(choice.id)) {
        Some(Fault::Left(_)) => Some("left"),
        Some(_) => Some("wrong"),
        None => chosen.then_some("right"),
    }
}
