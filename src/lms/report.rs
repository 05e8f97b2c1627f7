//! What the platform is told: status, score, and each answer as an interaction.

use super::blanks;
use crate::content::story;
use crate::progress::model::{AnswerRecord, Progress};
use quiz::grade::{grade_with_gaps, is_judged_by_reader, out_of};
use quiz::{Answer, key};
use story::{Bearing, Question, Task};

/// `completed` once all passages were read or a paper was handed in, else `incomplete`. Whether somebody
/// passed is for the platform to say, by a mastery score that the teacher sets there.
pub(super) fn status(progress: &Progress) -> &'static str {
    let handed_in =
        progress.quiz.iter().any(|(name, kept)| name.starts_with("paper/") && kept.1 == "done");
    let passage = |chapter: &story::Chapter<'_>| {
        let read =
            |it: &story::Passage<'_>| progress.read.contains(&format!("{}/{}", chapter.id, it.id));
        chapter.passages.iter().all(read)
    };
    if handed_in || story().chapters.iter().all(passage) { "completed" } else { "incomplete" }
}

/// Points of the questions that were answered, and what these could earn: in practice, or in a paper that
/// was handed in, the better of the two; without what readers judge themselves.
pub(super) fn points<'q>(
    progress: &Progress,
    questions: impl Iterator<Item = &'q Question<'q>>,
) -> (u32, u32) {
    let done: Vec<&str> = progress
        .quiz
        .iter()
        .filter(|(_, kept)| kept.1 == "done")
        .filter_map(|(name, _)| name.strip_prefix("paper/"))
        .collect();
    let (mut earned, mut all) = (0, 0);
    for question in questions.filter(|it| !is_judged_by_reader(&it.task)) {
        let practice = progress.answers.get(question.id.0).map(|record| record.points);
        let in_paper = done.iter().map(|code| {
            let kept = progress.quiz.get(&format!("paper/{code}/{}", question.id))?;
            Some(grade_with_gaps(&question.task, &Answer::parse(&kept.1)?).points)
        });
        let out_of = out_of(&question.task);
        if let Some(best) = in_paper.flatten().chain(practice).max() {
            earned += best.min(out_of);
            all += out_of;
        }
    }
    (earned, all)
}

/// An answer as SCORM 1.2 has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Interaction {
    /// The question's id, cut to what a `CMIIdentifier` holds.
    pub(super) id: String,
    /// One of the standard's types.
    pub(super) kind: &'static str,
    /// What was answered.
    pub(super) response: String,
    /// What is right; none where readers judge it themselves.
    pub(super) pattern: Option<String>,
    /// `correct`, `wrong`, or the part of the points.
    pub(super) result: String,
    /// How many points the question has.
    pub(super) weighting: u32,
}

/// An answer that was handed in, for the platform.
pub(super) fn interaction(question: &Question<'_>, record: &AnswerRecord) -> Option<Interaction> {
    let answer = Answer::parse(&record.answer)?;
    let kind = match question.task {
        Task::ChooseOne { .. } | Task::ChooseSeveral { .. } => "choice",
        Task::Order { .. } => "sequencing",
        Task::Match { .. } | Task::WeighSources { .. } | Task::WordBank { .. } => "matching",
        Task::Estimate { .. } | Task::FindOnMap { .. } => "fill-in",
        Task::Open { .. } => "performance",
    };
    let judged = is_judged_by_reader(&question.task);
    let result = match (record.points, record.out_of.max(1)) {
        (points, all) if points >= all => "correct".to_owned(),
        (0, _) => "wrong".to_owned(),
        (points, all) => format!("0.{:02}", (points * 100 / all).min(99)),
    };
    let response = match &answer {
        Answer::Own { .. } => format!("{} of {} points", record.points, record.out_of),
        answer => response(&question.task, answer),
    };
    Some(Interaction {
        id: question.id.0.chars().take(255).collect(),
        kind,
        response,
        pattern: (!judged).then(|| response_of_key(&question.task)),
        result,
        weighting: record.out_of,
    })
}

fn response_of_key(task: &Task<'_>) -> String {
    response(task, &key(task))
}

/// An answer in the notation of the standard: letters by the order of the story, from `a`.
fn response(task: &Task<'_>, answer: &Answer) -> String {
    let ids = ids(task);
    let letter = |id: &str| {
        let at = ids.1.iter().position(|it| it == id)?;
        Some(char::from(*b"abcdefghijklmnopqrstuvwxyz".get(at)?).to_string())
    };
    let letters = |given: &[String]| given.iter().filter_map(|id| letter(id)).collect::<Vec<_>>();
    match answer {
        Answer::One(id) => letter(id).unwrap_or_else(|| id.clone()),
        Answer::Several(given) => {
            let mut letters = letters(given);
            letters.sort_unstable();
            letters.join(",")
        }
        Answer::Order(given) => letters(given).join(","),
        Answer::Pairs(pairs) => {
            let pair = |(to, put): &(String, String)| match ids.0.iter().position(|it| it == to) {
                Some(at) => Some(format!("{}.{}", at + 1, letter(put)?)),
                None => Some(format!("{to} {put}")),
            };
            let mut pairs: Vec<String> = pairs.iter().filter_map(pair).collect();
            pairs.sort_unstable();
            pairs.join(",").chars().take(255).collect()
        }
        Answer::Own { .. } => String::new(),
    }
}

/// Ids of what something is put to, and of what is put or chosen, in the order of the story.
fn ids(task: &Task<'_>) -> (Vec<String>, Vec<String>) {
    let choices =
        |all: &[story::Choice<'_>]| all.iter().map(|it| it.id.0.to_owned()).collect::<Vec<_>>();
    match task {
        Task::ChooseOne { options, .. }
        | Task::ChooseSeveral { options, .. }
        | Task::Order { options, .. } => (Vec::new(), choices(options)),
        Task::Match { pairs } => {
            let ids: Vec<String> = pairs.iter().map(|it| it.id.0.to_owned()).collect();
            (ids.clone(), ids)
        }
        Task::WordBank { text, options } => {
            ((0..blanks(text)).map(|at| at.to_string()).collect(), choices(options))
        }
        Task::WeighSources { sources } => (
            sources.iter().map(|it| it.id.0.to_owned()).collect(),
            Bearing::ALL.iter().map(|it| it.slug().to_owned()).collect(),
        ),
        Task::Estimate { .. } | Task::FindOnMap { .. } | Task::Open { .. } => {
            (Vec::new(), Vec::new())
        }
    }
}

/// A span of seconds as a `CMITimespan`.
pub(super) fn timespan(seconds: u64) -> String {
    let seconds = seconds.min(9999 * 3600);
    format!("{:04}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(task: &Task<'_>, points: u32) -> AnswerRecord {
        AnswerRecord { answer: key(task).write(), points, out_of: out_of(task), tries: 1 }
    }

    #[test]
    fn an_answer_that_is_right_is_its_own_pattern() {
        for question in &story().questions {
            let all = out_of(&question.task);
            let told = interaction(question, &record(&question.task, all)).unwrap();
            assert_eq!(told.result, "correct");
            assert!(told.response.len() <= 255 && told.id.len() <= 255, "{}", question.id);
            assert!(told.response.is_ascii() && !told.response.is_empty(), "{told:?}");
            if let Some(pattern) = &told.pattern {
                assert_eq!(*pattern, told.response, "{}", question.id);
            }
            let shape = |part: &str| match told.kind {
                "choice" | "sequencing" => part.len() == 1,
                "matching" => part.split_once('.').is_some_and(|(_, put)| put.len() == 1),
                _ => true,
            };
            assert!(told.response.split(',').all(shape), "{told:?}");
        }
    }

    #[test]
    fn a_part_of_the_points_is_a_decimal() {
        let task = |it: &&Question<'_>| matches!(it.task, Task::Order { .. });
        let question = story().questions.iter().find(task).unwrap();
        let result =
            |points| interaction(question, &record(&question.task, points)).unwrap().result;
        assert_eq!(result(0), "wrong");
        assert!(result(1).starts_with("0."));
    }

    #[test]
    fn reading_everything_or_handing_in_completes() {
        let mut progress = Progress::default();
        assert_eq!(status(&progress), "incomplete");
        progress.quiz.insert("paper/2CHN-DGSG-T05N".to_owned(), (1, "done".to_owned()));
        assert_eq!(status(&progress), "completed");
        let mut progress = Progress::default();
        for chapter in &story().chapters {
            for passage in &chapter.passages {
                assert_eq!(status(&progress), "incomplete");
                progress.read.insert(format!("{}/{}", chapter.id, passage.id));
            }
        }
        assert_eq!(status(&progress), "completed");
    }

    #[test]
    fn points_are_those_of_practice_or_of_a_paper_the_better_ones() {
        let mut progress = Progress::default();
        let question = story().questions.iter().next().unwrap();
        let all = out_of(&question.task);
        assert_eq!(points(&progress, story().questions.iter()), (0, 0));
        progress.answers.insert(question.id.0.to_owned(), record(&question.task, 0));
        assert_eq!(points(&progress, story().questions.iter()), (0, all));
        let answer = (1, key(&question.task).write());
        progress.quiz.insert(format!("paper/X/{}", question.id), answer);
        assert_eq!(points(&progress, story().questions.iter()), (0, all));
        progress.quiz.insert("paper/X".to_owned(), (1, "done".to_owned()));
        assert_eq!(points(&progress, story().questions.iter()), (all, all));
    }

    #[test]
    fn time_is_written_as_the_standard_has_it() {
        assert_eq!(timespan(0), "0000:00:00");
        assert_eq!(timespan(3 * 3600 + 62), "0003:01:02");
        assert_eq!(timespan(u64::MAX), "9999:00:00");
    }
}
