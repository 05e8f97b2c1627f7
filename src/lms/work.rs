//! What a reader did, as a platform is told of it: answers that are new, status and score, and where
//! the reader stopped.

use super::suspend::Catalogue;
use crate::progress::model::Progress;
use crate::quiz::{chapter_of, edition, paper};
use crate::route::{Route, View};
use lms::cmi::LONGEST_STRING;
use lms::{Item, Standing};
use quiz::grade::{grade_with_gaps, is_judged_by_reader, out_of};
use quiz::{Answer, PaperCode};
use story::Question;

/// What the name of a paper begins with, and of an answer in it.
const PAPER: &str = "paper/";

/// What is kept of a paper that was handed in.
const DONE: &str = "done";

/// Answers that the platform has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Questions of practice, and how often each was answered.
    practice: Vec<(String, u32)>,
    /// Codes of papers that were handed in.
    papers: Vec<String>,
}

/// An answer of which the platform is to be told.
#[derive(Clone, Debug, PartialEq)]
pub struct NewAnswer {
    /// The question.
    pub question: &'static Question<'static>,
    /// The answer.
    pub answer: Answer,
    /// Whether it was given in practice, and so just now.
    pub practiced: bool,
}

impl Told {
    /// All that is in some progress.
    pub fn all(progress: &Progress) -> Self {
        let practice = progress.answers.iter().map(|(id, record)| (id.clone(), record.tries));
        let papers = handed_in(progress).map(str::to_owned);
        Self { practice: practice.collect(), papers: papers.collect() }
    }

    /// The answers in some progress that are not among these; from now on they are.
    pub fn take(&mut self, progress: &Progress, catalogue: &Catalogue) -> Vec<NewAnswer> {
        let mut new = Vec::new();
        for (id, record) in &progress.answers {
            let told = self.practice.iter().any(|(it, tries)| it == id && *tries >= record.tries);
            if !told {
                let practiced = true;
                new.extend(
                    answer_to(id, &record.answer, catalogue).map(|(question, answer)| NewAnswer {
                        question,
                        answer,
                        practiced,
                    }),
                );
            }
        }
        for code in handed_in(progress).filter(|code| !self.papers.iter().any(|it| it == code)) {
            let start = [PAPER, code, "/"].concat();
            for (name, (_, answer)) in &progress.quiz {
                let answer =
                    name.strip_prefix(&start).and_then(|id| answer_to(id, answer, catalogue));
                let practiced = false;
                new.extend(answer.map(|(question, answer)| NewAnswer {
                    question,
                    answer,
                    practiced,
                }));
            }
        }
        // A paper that is begun anew is told of again when it is handed in.
        *self = Self::all(progress);
        new
    }
}

/// Codes of papers that were handed in.
fn handed_in(progress: &Progress) -> impl Iterator<Item = &str> {
    let done = progress.quiz.iter().filter(|(_, (_, value))| value == DONE);
    done.filter_map(|(name, _)| name.strip_prefix(PAPER)).filter(|code| !code.contains('/'))
}

/// A question with the answer that was written for it, if that says anything.
fn answer_to(
    id: &str,
    written: &str,
    catalogue: &Catalogue,
) -> Option<(&'static Question<'static>, Answer)> {
    let (_, question) = catalogue.question(id)?;
    Some((question, Answer::parse(written)?))
}

/// A course names something that is no paper of this edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchPaper;

/// The paper that a course names: its code alone, or at the end of an address.
///
/// # Errors
/// When it names something else, or a paper of another edition.
pub fn assigned(launch_data: &str) -> Result<Option<PaperCode>, NoSuchPaper> {
    let named = launch_data.trim().rsplit('/').next().unwrap_or_default();
    if named.is_empty() {
        return Ok(None);
    }
    let code = PaperCode::read(named).map_err(|_| NoSuchPaper)?;
    let is_here = code.edition == edition() && !paper(&code).is_empty();
    is_here.then_some(Some(code)).ok_or(NoSuchPaper)
}

/// Status and score of what was done; where the course names a paper, of that.
pub fn standing(
    progress: &Progress,
    catalogue: &Catalogue,
    assigned: Option<&PaperCode>,
) -> Standing {
    let in_paper = |code: &str, question: &Question<'_>| {
        let (_, written) = progress.quiz.get(&[PAPER, code, "/", question.id.0].concat())?;
        Some(grade_with_gaps(&question.task, &Answer::parse(written)?).points)
    };
    let item = |question: &Question<'_>, earned: Option<u32>| Item {
        chapter: chapter_of(question),
        by_reader: is_judged_by_reader(&question.task),
        out_of: out_of(&question.task),
        earned,
    };
    if let Some(assigned) = assigned {
        let code = assigned.write();
        let items: Vec<Item> =
            paper(assigned).into_iter().map(|it| item(it, in_paper(&code, it))).collect();
        return Standing::of_paper(handed_in(progress).any(|it| it == code), &items);
    }
    let papers: Vec<&str> = handed_in(progress).collect();
    let items: Vec<Item> = catalogue
        .questions
        .iter()
        .map(|(_, question)| {
            let practiced = progress.answers.get(question.id.0).map(|record| record.points);
            let papers = papers.iter().filter_map(|code| in_paper(code, question));
            item(question, papers.chain(practiced).max())
        })
        .collect();
    let all_read = catalogue.passages.iter().all(|it| progress.read.contains(it));
    Standing::of_story(all_read, &items)
}

/// Where a reader stopped: in a chapter the passage that was read last, elsewhere the address.
pub fn bookmark(route: &Route, progress: &Progress) -> String {
    let passage = match (&route.view, &progress.place) {
        (View::Read { chapter, .. }, Some(place)) => {
            let read = place.split_once('/').filter(|(it, _)| it == chapter);
            read.map(|_| ["/read/", place].concat())
        }
        _ => None,
    };
    let address = || route.hash().strip_prefix('#').map(str::to_owned);
    let fits = |it: &String| it.len() <= LONGEST_STRING;
    passage
        .or_else(address)
        .filter(fits)
        .unwrap_or_else(|| route.view.path())
        .chars()
        .take(LONGEST_STRING)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;
    use crate::progress::model::AnswerRecord;
    use lms::Status;
    use quiz::{Blueprint, Mix};
    use story::Task;

    fn catalogue() -> Catalogue {
        Catalogue::of_story().unwrap()
    }

    fn answered(progress: &mut Progress, id: &str, answer: &str, points: u32, tries: u32) {
        let record = AnswerRecord { answer: answer.into(), points, out_of: 1, tries };
        progress.answers.insert(id.into(), record);
    }

    fn choices(catalogue: &Catalogue) -> Vec<(&'static str, &'static str)> {
        let key = |question: &'static Question<'static>| match &question.task {
            Task::ChooseOne { key, .. } => Some((question.id.0, key.0)),
            _ => None,
        };
        catalogue.questions.iter().filter_map(|(_, it)| key(it)).collect()
    }

    #[test]
    fn each_answer_is_told_once_and_again_when_it_is_given_again() {
        let catalogue = catalogue();
        let [(first, key), (second, _), ..] = choices(&catalogue)[..] else { panic!() };
        let mut progress = Progress::default();
        answered(&mut progress, first, &["one\t", key].concat(), 1, 1);
        let mut told = Told::default();
        let new = told.take(&progress, &catalogue);
        assert_eq!(new.len(), 1);
        assert_eq!((new[0].question.id.0, new[0].practiced), (first, true));
        assert!(told.take(&progress, &catalogue).is_empty());
        answered(&mut progress, first, "one\tother", 0, 2);
        answered(&mut progress, second, "one\tother", 0, 1);
        answered(&mut progress, "gone", "one\tother", 0, 1);
        assert_eq!(told.take(&progress, &catalogue).len(), 2);
    }

    #[test]
    fn a_paper_is_told_when_it_is_handed_in_and_again_when_it_was_begun_anew() {
        let catalogue = catalogue();
        let [(first, key), (second, _), ..] = choices(&catalogue)[..] else { panic!() };
        let code = "2A1V-Y004-T0SM";
        let mut progress = Progress::default();
        let keep = |progress: &mut Progress, end: &str, value: &str| {
            progress.quiz.insert(["paper/", code, end].concat(), (1, value.into()));
        };
        keep(&mut progress, &["/", first].concat(), &["one\t", key].concat());
        keep(&mut progress, &["/", second].concat(), "");
        let mut told = Told::default();
        assert!(told.take(&progress, &catalogue).is_empty());
        keep(&mut progress, "", "done");
        let new = told.take(&progress, &catalogue);
        assert_eq!(new.len(), 1);
        assert!(!new[0].practiced);
        assert!(told.take(&progress, &catalogue).is_empty());
        keep(&mut progress, "", "");
        assert!(told.take(&progress, &catalogue).is_empty());
        keep(&mut progress, "", "done");
        assert_eq!(told.take(&progress, &catalogue).len(), 1);
    }

    #[test]
    fn the_better_of_practice_and_papers_counts() {
        let catalogue = catalogue();
        let (id, key) = choices(&catalogue)[0];
        let mut progress = Progress::default();
        assert_eq!(standing(&progress, &catalogue, None), Standing::default());
        answered(&mut progress, id, "one\tother", 0, 1);
        assert_eq!(standing(&progress, &catalogue, None).score, Some(0));
        let right = ["one\t", key].concat();
        progress.quiz.insert(["paper/A/", id].concat(), (1, right));
        assert_eq!(standing(&progress, &catalogue, None).score, Some(0));
        progress.quiz.insert("paper/A".into(), (1, "done".into()));
        let points: u32 = catalogue
            .questions
            .iter()
            .filter(|(_, it)| !is_judged_by_reader(&it.task))
            .map(|(_, it)| out_of(&it.task))
            .sum();
        let percent = (200 + points) / (2 * points);
        assert_eq!(standing(&progress, &catalogue, None).score, Some(percent));
    }

    #[test]
    fn all_read_and_a_question_of_each_chapter_complete_the_work() {
        let catalogue = catalogue();
        let read = catalogue.passages.iter().cloned().collect();
        let mut progress = Progress { read, ..Progress::default() };
        assert_eq!(standing(&progress, &catalogue, None).status, Status::Incomplete);
        for chapter in &catalogue.chapters {
            let of_it = catalogue.questions.iter().find(|(_, it)| it.passage.chapter.0 == *chapter);
            answered(&mut progress, of_it.unwrap().1.id.0, "one\tother", 0, 1);
        }
        assert_eq!(standing(&progress, &catalogue, None).status, Status::Completed);
        progress.read.pop_first();
        assert_eq!(standing(&progress, &catalogue, None).status, Status::Incomplete);
    }

    fn a_paper() -> PaperCode {
        let blueprint = Blueprint { chapters: 0, kinds: 1, count: 2, mix: Mix::Any };
        PaperCode { blueprint, seed: 7, edition: edition() }
    }

    #[test]
    fn a_course_names_a_paper_by_its_code_or_address() {
        let code = a_paper();
        let text = code.write();
        assert_eq!(assigned(""), Ok(None));
        assert_eq!(assigned(&text), Ok(Some(code)));
        let address = ["https://example.org/#/quiz/", &text, "\n"].concat();
        assert_eq!(assigned(&address), Ok(Some(code)));
        assert_eq!(assigned("chapter=3"), Err(NoSuchPaper));
        let other = PaperCode { edition: edition() ^ 1, ..code };
        assert_eq!(assigned(&other.write()), Err(NoSuchPaper));
    }

    #[test]
    fn the_paper_of_a_course_alone_counts() {
        let catalogue = catalogue();
        let (code, mut progress) = (a_paper(), Progress::default());
        let name = code.write();
        let [first, _] = paper(&code)[..] else { panic!() };
        let Task::ChooseOne { key, .. } = &first.task else { panic!() };
        let answer = (["paper/", &name, "/", first.id.0].concat(), ["one\t", key.0].concat());
        progress.quiz.insert(answer.0, (1, answer.1));
        let of = |progress: &Progress| standing(progress, &catalogue, Some(&code));
        assert_eq!(of(&progress), Standing::default());
        progress.quiz.insert(["paper/", &name].concat(), (1, "done".into()));
        assert_eq!(of(&progress), Standing { status: Status::Completed, score: Some(50) });
    }

    #[test]
    fn the_bookmark_leads_back_and_is_short() {
        let route = |hash: &str| Route::parse(hash, story()).unwrap();
        let chapter = story().chapters.iter().next().unwrap();
        let passage = chapter.passages.iter().next().unwrap();
        let place = [chapter.id.0, "/", passage.id.0].concat();
        let progress = Progress { place: Some(place.clone()), ..Progress::default() };
        let at = |hash: &str| bookmark(&route(hash), &progress);
        assert_eq!(at(&["#/read/", chapter.id.0].concat()), ["/read/", &place].concat());
        assert_eq!(at("#/read/union-1970"), "/read/union-1970");
        assert_eq!(at("#/quiz/2A1V-Y004-T0SM?item=3"), "/quiz/2A1V-Y004-T0SM?item=3");
        assert_eq!(at("#/"), "/");
        assert_eq!(at(&["#/search?q=", &"long".repeat(99)].concat()), "/search");
        assert!(at(&["#/quiz/", &"x".repeat(999)].concat()).len() <= LONGEST_STRING);
        let back = ["#", &at("#/map?year=1974")].concat();
        assert_eq!(route(&back), route("#/map?year=1974"));
    }
}
