//! An answer in one's own words, which the reader alone compares with what a good one touches.

use super::asked::Asked;
use crate::i18n::of_quiz;
use crate::widgets::{put, put_text};
use quiz::Answer;
use story::Text;

/// Id of the heading of the rubric, which gets the focus when that is shown.
pub(super) const RUBRIC: &str = "item-rubric";

/// The place for the words, and the rubric once it is to be seen.
pub(super) fn markup(out: &mut String, it: &Asked, rubric: &'static [Text<'static>]) {
    let t = of_quiz();
    let Answer::Own { text, met } = &it.answer else { return };
    let start =
        ["<label class=\"own-words\" for=\"", "\">", "</label><textarea rows=\"6\" id=\"", "\""];
    put(out, &start, &[super::FIRST_OPTION, t.answer, super::FIRST_OPTION]);
    out.push_str(it.disabled());
    // A line break right after the tag would be left out.
    put(out, &[">\n", "</textarea>"], &[text]);
    if !it.rubric {
        return;
    }
    let heading =
        ["<p class=\"rubric-heading\" tabindex=\"-1\" id=\"", "\">", "</p><ul class=\"options\">"];
    put(out, &heading, &[RUBRIC, t.rubric]);
    // In a paper that was handed in, the comparing is still to be done.
    let off = if it.grade.is_some() { " disabled" } else { "" };
    for (at, point) in rubric.iter().enumerate() {
        put(out, &["<li><label><input type=\"checkbox\" value=\"", "\""], &[&at.to_string()]);
        out.push_str(if met.contains(&at) { " checked" } else { "" });
        out.push_str(off);
        out.push_str("><span class=\"option-text\">");
        put_text(out, point);
        out.push_str("</span></label></li>");
    }
    out.push_str("</ul>");
}
