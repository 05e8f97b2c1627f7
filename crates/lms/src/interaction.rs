//! An answer, as the platform is told of it.
//!
//! Options are single letters, by their place in the story's file, since the standard's forms know no
//! longer names:
//!
//! | task | type | response |
//! |---|---|---|
//! | choose one | `choice` | `b` |
//! | choose several | `choice` | `a,c` |
//! | order | `sequencing` | `c,a,b` |
//! | match pairs | `matching` | `a.b,b.a`: the pair, and that whose partner was put to it |
//! | word bank | `matching` | `1.c,2.a`: the blank, and the word |
//! | weigh sources | `matching` | `a.s,b.d`: the source, and whether it supports, disagrees, or says nothing (`n`) |
//! | find on the map | `fill-in` | the id of the group |
//! | estimate | `performance` | `1979.51000,1980.21000`: the year, and the figure |
//! | open answer | `fill-in` | the first 255 characters |

use crate::cmi;
use quiz::Answer;
use quiz::grade::{grade_with_gaps, is_judged_by_reader, out_of};
use story::{Bearing, Question, Segment, Task};

/// An answer, as the platform is told of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interaction {
    /// Id of the question.
    pub id: String,
    /// Id of its chapter.
    pub objective: String,
    /// Type of the task.
    pub kind: &'static str,
    /// What was answered.
    pub response: String,
    /// What is right; empty where that can't be told.
    pub pattern: String,
    /// Whether it was right; `neutral` where only the reader judges.
    pub result: &'static str,
    /// Points that it could earn.
    pub weighting: u32,
    /// When it was handed in, as a `CMITime`.
    pub time: String,
    /// How long it took, as a `CMITimespan`; empty where nobody knows.
    pub latency: String,
}

/// An answer to a question, as the platform is told of it, without time and latency.
pub fn interaction(question: &Question<'_>, answer: &Answer) -> Interaction {
    let task = &question.task;
    let result = match grade_with_gaps(task, answer).is_right() {
        _ if is_judged_by_reader(task) => "neutral",
        true => "correct",
        false => "wrong",
    };
    Interaction {
        id: cmi::identifier(question.id.0),
        objective: cmi::identifier(question.passage.chapter.0),
        kind: kind(task),
        response: cmi::string(&response(task, answer)),
        pattern: key(task).map(|key| cmi::string(&response(task, &key))).unwrap_or_default(),
        result,
        weighting: out_of(task),
        ..Interaction::default()
    }
}

fn kind(task: &Task<'_>) -> &'static str {
    match task {
        Task::ChooseOne { .. } | Task::ChooseSeveral { .. } => "choice",
        Task::Order { .. } => "sequencing",
        Task::Match { .. } | Task::WordBank { .. } | Task::WeighSources { .. } => "matching",
        Task::FindOnMap { .. } | Task::Open { .. } => "fill-in",
        Task::Estimate { .. } => "performance",
    }
}

/// An answer in the form of its type; what names no option is left out.
fn response(task: &Task<'_>, answer: &Answer) -> String {
    let parts: Vec<String> = match (task, answer) {
        (Task::FindOnMap { .. }, Answer::One(group)) => return group.clone(),
        (Task::Open { .. }, Answer::Own { text, .. }) => return text.clone(),
        (Task::ChooseOne { options, .. }, Answer::One(id)) => {
            letter_of(options.iter().map(|it| it.id.0), id).into_iter().collect()
        }
        (Task::ChooseSeveral { options, .. }, Answer::Several(ids)) => {
            // In the order of the options: an answer has none of its own.
            let chosen = options.iter().map(|it| it.id.0).enumerate();
            let chosen = chosen.filter(|(_, id)| ids.iter().any(|it| it == id));
            chosen.filter_map(|(at, _)| letter(at)).collect()
        }
        (Task::Order { options, .. }, Answer::Order(ids)) => {
            let names = || options.iter().map(|it| it.id.0);
            ids.iter().filter_map(|id| letter_of(names(), id)).collect()
        }
        (Task::Match { pairs }, Answer::Pairs(_)) => {
            let names = || pairs.iter().map(|it| it.id.0);
            put(answer, names().map(str::to_owned), letter, |id| letter_of(names(), id))
        }
        (Task::WordBank { text, options }, Answer::Pairs(_)) => {
            let blanks = text.iter().filter(|it| matches!(it, Segment::Blank(_))).enumerate();
            let word = |id: &str| letter_of(options.iter().map(|it| it.id.0), id);
            put(answer, blanks.map(|(at, _)| at.to_string()), number, word)
        }
        (Task::WeighSources { sources }, Answer::Pairs(_)) => {
            let names = sources.iter().map(|it| it.id.0.to_owned());
            put(answer, names, letter, |bears| {
                let bears = Bearing::ALL.into_iter().find(|it| it.slug() == bears)?;
                Some(letter_of_bearing(bears).to_owned())
            })
        }
        (Task::Estimate { figures, .. }, Answer::Pairs(_)) => {
            let figure = |figure: &story::Figure| {
                let year = figure.year.to_string();
                // Signs that part thousands are no part of a figure here.
                let given: String =
                    answer.put_to(&year)?.chars().filter(char::is_ascii_alphanumeric).collect();
                Some([&year, ".", &given].concat())
            };
            figures.iter().filter_map(figure).collect()
        }
        _ => Vec::new(),
    };
    parts.join(",")
}

/// What was put to each thing, in the order of the things.
fn put(
    answer: &Answer,
    asked: impl Iterator<Item = String>,
    sign: fn(usize) -> Option<String>,
    given: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let pair = |(at, name): (usize, String)| {
        Some([&sign(at)?, ".", &given(answer.put_to(&name)?)?].concat())
    };
    asked.enumerate().filter_map(pair).collect()
}

/// The answer that earns all points; none where only the reader judges.
fn key(task: &Task<'_>) -> Option<Answer> {
    let pair = |to: &str, put: &str| (to.to_owned(), put.to_owned());
    Some(match task {
        Task::ChooseOne { key, .. } => Answer::One(key.0.to_owned()),
        Task::ChooseSeveral { key, .. } => {
            Answer::Several(key.iter().map(|it| it.0.to_owned()).collect())
        }
        Task::Order { key, .. } => Answer::Order(key.iter().map(|it| it.0.to_owned()).collect()),
        Task::FindOnMap { group, .. } => Answer::One(group.0.to_owned()),
        Task::Match { pairs } => {
            Answer::Pairs(pairs.iter().map(|it| pair(it.id.0, it.id.0)).collect())
        }
        Task::WordBank { text, .. } => {
            let blanks = text.iter().filter_map(|it| match it {
                Segment::Blank(id) => Some(id.0),
                Segment::Words(_) => None,
            });
            Answer::Pairs(blanks.enumerate().map(|(at, id)| pair(&at.to_string(), id)).collect())
        }
        Task::WeighSources { sources } => {
            let weighed = sources.iter().map(|it| pair(it.id.0, it.bears.slug()));
            Answer::Pairs(weighed.collect())
        }
        Task::Estimate { figures, .. } => {
            let figure = |it: &story::Figure| (it.year.to_string(), it.total.to_string());
            Answer::Pairs(figures.iter().map(figure).collect())
        }
        Task::Open { .. } => return None,
    })
}

fn letter_of_bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Supports => "s",
        Bearing::Disagrees => "d",
        Bearing::Silent => "n",
    }
}

fn letter_of<'a>(mut names: impl Iterator<Item = &'a str>, name: &str) -> Option<String> {
    letter(names.position(|it| it == name)?)
}

/// The letter for a place: `a` to `z`, then `0` to `9`.
fn letter(at: usize) -> Option<String> {
    ('a'..='z').chain('0'..='9').nth(at).map(String::from)
}

/// The sign for a number from 0: `1` to `9`, then letters.
fn number(at: usize) -> Option<String> {
    ('1'..='9').chain('a'..='z').nth(at).map(String::from)
}

#[cfg(test)]
pub(crate) mod samples {
    //! Questions of each type, with an answer that has faults.
    use super::*;
    use quiz::paper::KINDS;
    use story::{
        ChapterId, Choice, ChoiceId, ClaimId, Difficulty, Figure, GroupId, Pair, PassageAddress,
        PassageId, QuestionId, Skill, SourceId, Text, Weighing,
    };

    fn options(ids: &[&'static str]) -> Vec<Choice<'static>> {
        let option = |id: &&'static str| Choice {
            id: ChoiceId(id),
            text: Text::default(),
            feedback: Text::default(),
        };
        ids.iter().map(option).collect()
    }

    pub(crate) fn question(id: &'static str, task: Task<'static>) -> Question<'static> {
        Question {
            id: QuestionId(id),
            prompt: Text::default(),
            task,
            passage: PassageAddress { chapter: ChapterId("chapter"), passage: PassageId("one") },
            claim: ClaimId("claim"),
            difficulty: Difficulty::Easy,
            skill: Skill::Recall,
            hints: Vec::new(),
            explanation: Text::default(),
        }
    }

    fn pairs(pairs: &[(&str, &str)]) -> Answer {
        Answer::Pairs(pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
    }

    fn all(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|it| (*it).to_owned()).collect()
    }

    /// One question of each type, in the order of [`KINDS`], with an answer that is not right.
    pub(crate) fn answered() -> Vec<(Question<'static>, Answer)> {
        let ids = |ids: &[&'static str]| ids.iter().copied().map(ChoiceId).collect();
        let pair = |id| Pair {
            id: ChoiceId(id),
            text: Text::default(),
            partner: Text::default(),
            feedback: Text::default(),
        };
        let weighing = |id, bears| Weighing {
            id: ChoiceId(id),
            source: SourceId(id),
            text: Text::default(),
            bears,
            feedback: Text::default(),
        };
        let figure =
            |year, total| Figure { year, total, least: total, most: total, doubtful: false };
        let feedback = Text::default;
        let tasks: [_; KINDS.len()] = [
            (
                Task::ChooseOne { options: options(&["x", "y", "z"]), key: ChoiceId("y") },
                Answer::One("z".into()),
            ),
            (
                Task::ChooseSeveral { options: options(&["x", "y", "z"]), key: ids(&["x", "y"]) },
                Answer::Several(all(&["z", "x"])),
            ),
            (
                Task::Order { options: options(&["x", "y", "z"]), key: ids(&["z", "y", "x"]) },
                Answer::Order(all(&["y", "z", "x"])),
            ),
            (
                Task::Match { pairs: vec![pair("p"), pair("q"), pair("r")] },
                pairs(&[("q", "p"), ("p", "q"), ("r", "r")]),
            ),
            (
                Task::FindOnMap { group: GroupId("ccsa"), feedback: feedback() },
                Answer::One("sssj".into()),
            ),
            (
                Task::Estimate {
                    figures: vec![figure(1970, 1000), figure(1971, 13022)],
                    tolerance: 20,
                    feedback: feedback(),
                },
                pairs(&[("1971", "12,000"), ("1970", "900")]),
            ),
            (
                Task::WordBank {
                    text: vec![
                        Segment::Blank(ChoiceId("y")),
                        Segment::Words("and"),
                        Segment::Blank(ChoiceId("x")),
                    ],
                    options: options(&["x", "y", "z"]),
                },
                pairs(&[("1", "z"), ("0", "y")]),
            ),
            (
                Task::WeighSources {
                    sources: vec![weighing("v", Bearing::Silent), weighing("w", Bearing::Supports)],
                },
                pairs(&[("v", "disagrees"), ("w", "supports")]),
            ),
            (
                Task::Open { rubric: vec![Text::default(); 3] },
                Answer::Own { text: "They\nwrote.".into(), met: vec![0, 2] },
            ),
        ];
        tasks.into_iter().map(|(task, answer)| (question(task.slug(), task), answer)).collect()
    }

    /// An answer without the reader's own words.
    pub(crate) fn without_words(answer: Answer) -> Answer {
        match answer {
            Answer::Own { met, .. } => Answer::Own { text: String::new(), met },
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_sample_of_each_type() {
        let samples = samples::answered();
        let types: Vec<_> = samples.iter().map(|(question, _)| question.task.slug()).collect();
        assert_eq!(types, quiz::paper::KINDS);
    }

    #[test]
    fn each_type_has_its_form() {
        let told: Vec<(&str, String, String, &str)> = samples::answered()
            .iter()
            .map(|(question, answer)| interaction(question, answer))
            .map(|it| (it.kind, it.response, it.pattern, it.result))
            .collect();
        let expected = [
            ("choice", "c", "b", "wrong"),
            ("choice", "a,c", "a,b", "wrong"),
            ("sequencing", "b,c,a", "c,b,a", "wrong"),
            ("matching", "a.b,b.a,c.c", "a.a,b.b,c.c", "wrong"),
            ("fill-in", "sssj", "ccsa", "wrong"),
            ("performance", "1970.900,1971.12000", "1970.1000,1971.13022", "wrong"),
            ("matching", "1.b,2.c", "1.b,2.a", "wrong"),
            ("matching", "a.d,b.s", "a.n,b.s", "wrong"),
            ("fill-in", "They wrote.", "", "neutral"),
        ];
        let told: Vec<_> =
            told.iter().map(|(a, b, c, d)| (*a, b.as_str(), c.as_str(), *d)).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn the_key_is_right_and_is_told_as_the_pattern() {
        for (question, _) in samples::answered() {
            let Some(key) = key(&question.task) else { continue };
            let told = interaction(&question, &key);
            assert_eq!(told.result, "correct", "{}", question.task.slug());
            assert_eq!(told.response, told.pattern);
            assert_eq!(told.weighting, out_of(&question.task));
        }
    }

    #[test]
    fn what_names_no_option_is_left_out() {
        for (question, _) in samples::answered() {
            let stranger = Answer::Pairs(vec![("stranger".into(), "other".into())]);
            assert_eq!(interaction(&question, &stranger).response, "");
        }
    }
}
