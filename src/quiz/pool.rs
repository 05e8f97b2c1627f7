//! The items that there are, as papers are drawn from them.

use crate::content::{questions, story};
use crate::i18n::of_quiz;
use quiz::edition::{edition_of, meaning_of};
use quiz::paper::{Item, KINDS};
use quiz::{Asked, PaperCode, draw};
use story::Question;

/// All items, as drawing sees them.
fn items() -> Vec<(&'static Question<'static>, Item<'static>)> {
    questions()
        .into_iter()
        .flatten()
        .map(|question| {
            let item = Item {
                id: question.id.0,
                chapter: chapter_of(question),
                kind: kind_of(question),
                difficulty: question.difficulty,
            };
            (question, item)
        })
        .collect()
}

/// Position of an item's type.
pub(super) fn kind_of(question: &Question<'_>) -> u8 {
    let slug = question.task.slug();
    // There are nine of them.
    KINDS.iter().position(|kind| *kind == slug).unwrap_or_default() as u8
}

/// Position of an item's chapter in the story.
pub(crate) fn chapter_of(question: &Question<'_>) -> usize {
    let chapter = question.passage.chapter;
    story().chapters.iter().position(|it| it.id == chapter).unwrap_or_default()
}

/// Stands for all that decides which paper a code gives, and what a result's code means: the items in
/// their order, what drawing sees of them, what their answers mean, and the groups among which one is found.
pub(crate) fn edition() -> u16 {
    let mut text = story().edition.to_owned();
    for (question, item) in items() {
        text.push(' ');
        text.push_str(item.id);
        for part in [item.chapter as u32, u32::from(item.kind), item.difficulty as u32] {
            text.push(':');
            text.push_str(&part.to_string());
        }
        text.push(':');
        text.push_str(&meaning_of(&question.task));
    }
    for id in groups() {
        text.push(' ');
        text.push_str(id);
    }
    edition_of(&text)
}

/// Ids of all groups, in the order of the story.
fn groups() -> Vec<&'static str> {
    story().groups.iter().map(|group| group.id.0).collect()
}

/// What many papers are drawn from: a class may have as many as students, and a file of codes more.
pub(super) struct Pool {
    questions: Vec<&'static Question<'static>>,
    items: Vec<Item<'static>>,
    edition: u16,
}

impl Pool {
    /// All items that there are.
    pub(super) fn new() -> Self {
        let (questions, items) = items().into_iter().unzip();
        Self { questions, items, edition: edition() }
    }

    /// The items of a paper, in its order.
    pub(super) fn paper(&self, code: &PaperCode) -> Vec<&'static Question<'static>> {
        let drawn = draw(&self.items, &code.blueprint, code.seed);
        drawn.into_iter().filter_map(|at| self.questions.get(at).copied()).collect()
    }

    /// What a paper asks, as the code of a result needs it; none where it is of another edition.
    pub(super) fn asked(&self, code: &PaperCode) -> Option<Asked<'static>> {
        let tasks = || self.paper(code).into_iter().map(|question| &question.task).collect();
        (code.edition == self.edition).then(|| Asked { tasks: tasks(), groups: groups() })
    }
}

/// The paper whose code was typed, or what is wrong with that.
pub(super) fn readable(typed: &str) -> Result<PaperCode, String> {
    match PaperCode::read(typed) {
        Ok(code) if code.edition == edition() => Ok(code),
        Ok(_) => Err(of_quiz().other_edition.to_owned()),
        Err(error) => Err((of_quiz().wrong_code)(error)),
    }
}

/// The items of a paper, in its order.
pub(crate) fn paper(code: &PaperCode) -> Vec<&'static Question<'static>> {
    Pool::new().paper(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use quiz::Blueprint;

    #[test]
    fn a_paper_has_as_many_items_as_wanted_from_the_chapters_wanted() {
        let blueprint = Blueprint { chapters: 0b101, kinds: 0, count: 6, mix: quiz::Mix::Any };
        let code = PaperCode { blueprint, seed: 7, edition: edition() };
        let drawn = paper(&code);
        assert_eq!(drawn.len(), 6);
        assert!(drawn.iter().all(|question| [0, 2].contains(&chapter_of(question))));
        assert_eq!(drawn, paper(&PaperCode::read(&code.write()).unwrap()));
    }

    #[test]
    fn every_item_has_its_own_type_and_chapter() {
        for (question, item) in items() {
            assert_eq!(KINDS[usize::from(item.kind)], question.task.slug());
            let chapter = story().chapters.iter().nth(item.chapter).unwrap();
            assert_eq!(chapter.id, question.passage.chapter);
        }
    }
}
