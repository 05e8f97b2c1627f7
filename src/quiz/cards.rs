//! What was missed and comes up again: cards, as progress keeps them.

use super::days::today;
use crate::progress::ProgressState;
use crate::progress::model::Progress;
use crate::widgets::sorted_by;
use quiz::Card;
use quiz::review::{after, due};
use story::Question;

/// What the name of a card begins with.
const CARD: &str = "card/";

/// What to keep of a card after an answer.
pub(super) fn noted(
    progress: &Progress,
    question: &Question<'_>,
    right: bool,
) -> Vec<(String, String)> {
    let name = [CARD, question.id.0].concat();
    let before = progress.quiz.get(&name).and_then(|(_, kept)| Card::parse(kept));
    let now = after(before, right, today());
    if now == before {
        return Vec::new();
    }
    vec![(name, now.map(Card::write).unwrap_or_default())]
}

fn cards(progress: ProgressState) -> Vec<(String, Card)> {
    progress.with_untracked(|it| {
        let cards = it.quiz.iter().filter_map(|(name, (_, kept))| {
            Some((name.strip_prefix(CARD)?.to_owned(), Card::parse(kept)?))
        });
        cards.collect()
    })
}

/// Ids of the items that are due today, those first that were due first.
pub(super) fn due_now(progress: ProgressState) -> Vec<String> {
    let cards = cards(progress);
    let all = cards.iter().map(|(id, card)| (id.as_str(), *card));
    due(all, today()).into_iter().map(str::to_owned).collect()
}

/// Ids of the items that come up later, with in how many days, the soonest first.
pub(super) fn coming(progress: ProgressState) -> Vec<(String, i32)> {
    let today = today();
    let later = cards(progress).into_iter().filter(|(_, card)| !card.is_due(today));
    let in_days = later.map(|(id, card)| (id, card.due.saturating_sub(today)));
    sorted_by(in_days, |(_, days)| *days)
}
