//! The page within a learning platform, as a package of SCORM 1.2.
//!
//! | file | concept |
//! |---|---|
//! | `api` | the platform's own functions, found and called |
//! | `suspend` | progress within what the platform keeps |
//! | `report` | status, score and answers, as the platform counts them |
//! | `session` | from the start to the end of a visit |
//!
//! What is told and when is described in `docs/scorm.md`.

mod api;
mod report;
mod session;
mod suspend;

pub(crate) use session::start;

use crate::content::{questions, story};
use story::{Question, Segment, Task};

/// Words of the story that progress speaks of: ids of passages, questions, options and groups.
fn words() -> Vec<String> {
    let mut words = Vec::new();
    for chapter in &story().chapters {
        words.push(chapter.id.0.to_owned());
        words.extend(chapter.passages.iter().map(|it| it.id.0.to_owned()));
    }
    words.push(story().edition.to_owned());
    words.extend(story().groups.iter().map(|it| it.id.0.to_owned()));
    for question in questions().into_iter().flatten() {
        words.push(question.id.0.to_owned());
        words.extend(ids_in(question));
    }
    words
}

/// Ids of what can be chosen or put in a question.
fn ids_in(question: &Question<'_>) -> Vec<String> {
    match &question.task {
        Task::ChooseOne { options, .. }
        | Task::ChooseSeveral { options, .. }
        | Task::Order { options, .. }
        | Task::WordBank { options, .. } => options.iter().map(|it| it.id.0.to_owned()).collect(),
        Task::Match { pairs } => pairs.iter().map(|it| it.id.0.to_owned()).collect(),
        Task::WeighSources { sources } => sources.iter().map(|it| it.id.0.to_owned()).collect(),
        Task::Estimate { figures, .. } => figures.iter().map(|it| it.year.to_string()).collect(),
        Task::FindOnMap { .. } | Task::Open { .. } => Vec::new(),
    }
}

/// How many blanks a text has.
fn blanks(text: &[Segment<'_>]) -> usize {
    text.iter().filter(|it| matches!(it, Segment::Blank(_))).count()
}
