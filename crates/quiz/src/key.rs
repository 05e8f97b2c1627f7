//! What is right: the key of an item as an answer to it.

use crate::answer::Answer;
use crate::grade::blank;
use story::Task;

/// The answer that earns all points. Of an open one it is that all of the rubric was found, without words.
pub fn key(task: &Task<'_>) -> Answer {
    match task {
        Task::ChooseOne { key, .. } => Answer::One(key.0.to_owned()),
        Task::FindOnMap { group, .. } => Answer::One(group.0.to_owned()),
        Task::ChooseSeveral { key, .. } => {
            Answer::Several(key.iter().map(|id| id.0.to_owned()).collect())
        }
        Task::Order { key, .. } => Answer::Order(key.iter().map(|id| id.0.to_owned()).collect()),
        Task::Match { pairs } => {
            Answer::Pairs(pairs.iter().map(|it| (it.id.0.to_owned(), it.id.0.to_owned())).collect())
        }
        Task::WordBank { text, .. } => {
            let blanks = text.iter().filter_map(blank).enumerate();
            Answer::Pairs(blanks.map(|(at, id)| (at.to_string(), id.0.to_owned())).collect())
        }
        Task::WeighSources { sources } => Answer::Pairs(
            sources.iter().map(|it| (it.id.0.to_owned(), it.bears.slug().to_owned())).collect(),
        ),
        Task::Estimate { figures, .. } => Answer::Pairs(
            figures.iter().map(|it| (it.year.to_string(), it.total.to_string())).collect(),
        ),
        Task::Open { rubric } => {
            Answer::Own { text: String::new(), met: (0..rubric.len()).collect() }
        }
    }
}
