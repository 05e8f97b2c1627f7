//! Practice: items one after the other, with the ways from one to the next.

use super::item::Item;
use super::view::{ITEM_HEADING, Now, Place, Quiz};
use crate::content::{passage_at, questions, story};
use crate::i18n::{messages, of_quiz};
use crate::progress::ProgressState;
use crate::widgets::put;
use story::Question;

/// Id of what was answered so far.
pub(super) const SCORE: &str = "quiz-score";

type Items = Vec<&'static Question<'static>>;

/// Practice over all chapters or, by `?chapter=` or `?passage=` in the address, over one, or over what
/// one passage settles.
pub(super) fn draw(quiz: &Quiz, place: &Place, now: &mut Now, out: &mut String) {
    let t = messages();
    let items = items(place);
    if items.is_empty() && questions().is_some() {
        let part = place.passage.as_deref().or(place.chapter.as_deref()).unwrap_or_default();
        let words = [ITEM_HEADING, &(of_quiz().no_items)(part), of_quiz().all_items];
        let markup =
            ["<h2 tabindex=\"-1\" id=\"", "\">", "</h2><p><a href=\"#/quiz\">", "</a></p>"];
        put(out, &markup, &words);
        return;
    }
    let named = place.item.as_ref().and_then(|id| items.iter().position(|it| it.id.0 == id));
    let at = named.unwrap_or_else(|| first_to_learn(quiz.progress, &items));
    if let (Some(id), None) = (&place.item, named) {
        put(out, &["<p class=\"hint\">", "</p>"], &[&(of_quiz().no_item)(id)]);
    }
    if let Some(words) = practiced(place) {
        put(out, &["<p class=\"quiz-chapter\">", "</p>"], &[&words]);
    }
    let heading = (t.question_number)(at + 1, items.len());
    put(out, &["<h2 tabindex=\"-1\" id=\"", "\">", "</h2>"], &[ITEM_HEADING, &heading]);
    if let Some(question) = items.get(at) {
        let item = Item::to_practice(quiz.progress, question, place.chapter.clone(), false);
        item.markup(out);
        now.item = Some(item);
    }
    steps(out, at > 0, at + 1 < items.len());
    let score = ["</p><p class=\"quiz-score\" id=\"", "\">", "</p>"];
    put(out, &score, &[SCORE, &score_of(quiz.progress, place)]);
}

/// Buttons to the items before and after, as the beginning of a paragraph.
pub(super) fn steps(out: &mut String, back: bool, on: bool) {
    let t = messages();
    out.push_str("<p class=\"quiz-steps\">");
    for (does, words, there) in
        [("previous", t.previous_question, back), ("next", t.next_question, on)]
    {
        put(out, &["<button type=\"button\" data-do=\"", "\""], &[does]);
        out.push_str(if there { "" } else { " disabled" });
        put(out, &[">", "</button> "], &[words]);
    }
}

/// Goes to the item before or after the one that is shown.
pub(super) fn step(quiz: &Quiz, place: &Place, shown: &Question<'_>, by: isize) {
    let items = items(place);
    let at = items.iter().position(|it| it.id == shown.id);
    let to = at.and_then(|at| at.checked_add_signed(by));
    if let Some(question) = to.and_then(|to| items.get(to)) {
        quiz.go("item", question.id.0);
    }
}

/// How much was answered so far.
pub(super) fn score_of(progress: ProgressState, place: &Place) -> String {
    let items = items(place);
    progress.with_untracked(|progress| {
        let records = items.iter().filter_map(|it| progress.answers.get(it.id.0));
        let right = records.clone().filter(|it| it.is_right()).count();
        (messages().quiz_score)(right, records.count(), items.len())
    })
}

/// The items of a chapter, of a passage, or all.
fn items(place: &Place) -> Items {
    let (chapter, passage) = (place.chapter.as_deref(), place.passage.as_deref());
    questions()
        .into_iter()
        .flatten()
        .filter(|it| chapter.is_none_or(|wanted| it.passage.chapter.0 == wanted))
        .filter(|it| passage.is_none_or(|wanted| it.passage.to_string() == wanted))
        .collect()
}

/// The first of the items that is not answered rightly, which is shown where the address names none.
fn first_to_learn(progress: ProgressState, items: &Items) -> usize {
    progress.with_untracked(|progress| {
        let is_right = |it: &&Question<'_>| {
            progress.answers.get(it.id.0).is_some_and(|record| record.is_right())
        };
        items.iter().position(|it| !is_right(it)).unwrap_or(0)
    })
}

/// What is practiced, where that is not everything.
fn practiced(place: &Place) -> Option<String> {
    if let Some((_, passage)) = place.passage.as_deref().and_then(passage_at) {
        return Some((of_quiz().passage_check)(passage.heading));
    }
    let chapter = story().chapters.get(place.chapter.as_deref()?)?;
    Some((of_quiz().chapter_check)(chapter.title))
}
