//! What was missed and comes up again: cards, as progress keeps them.

use super::days::today;
use crate::progress::ProgressState;
use quiz::Card;
use quiz::review::{after, due};
use story::Question;

/// What the name of a card begins with.
const CARD: &str = "card/";

/// What to keep of a card after an answer.
pub(super) fn noted(
    progress: ProgressState,
    question: &Question<'_>,
    right: bool,
) -> Vec<(String, String)> {
    let name = [CARD, question.id.0].concat();
    let before = progress.with_untracked(|it| Card::parse(&it.quiz.get(&name)?.1));
    let now = after(before, right, today());
    if now == before {
        return Vec::new();
    }
    vec![(name, now.map(Card::write).unwrap_or_default())]
}

/// Ids of the items that are due today, and in how many days the next is if none are.
pub(super) fn waiting(progress: ProgressState) -> (Vec<String>, Option<i32>) {
    let today = today();
    progress.with(|it| {
        let cards = it
            .quiz
            .iter()
            .filter_map(|(name, (_, kept))| Some((name.strip_prefix(CARD)?, Card::parse(kept)?)));
        let cards: Vec<(&str, Card)> = cards.collect();
        let next = cards.iter().map(|(_, card)| card.due.saturating_sub(today)).min();
        let ids = due(cards, today).into_iter().map(str::to_owned).collect();
        (ids, next)
    })
}
