//! Questions: each type has its own fields and its own way to go wrong.

mod fields;
mod key;
mod options;

use super::names::{Kind, is_well_formed};
use super::raw::{At, RawChoice, RawKey, RawQuestion, Str, TaskType};
use super::reading::Reading;
use crate::{
    ChapterId, ClaimId, EmigrationYear, Figure, GroupId, PassageAddress, PassageId, Question,
    QuestionId, Task,
};
use fields::{check_fields, check_options};
use key::{key_of_one, key_of_several};
use options::{choices, pairs, segments, weighings};

/// Reads a question; none where its type lacks what it needs, which is reported.
pub(super) fn question<'a>(
    r: &mut Reading<'_, 'a>,
    raw: RawQuestion<'a>,
    emigration: &[EmigrationYear<'a>],
) -> Option<Question<'a>> {
    let complete = check_fields(r, &raw);
    let claim = ClaimId(r.mention(Kind::Claim, raw.claim));
    let passage = address(r, raw.passage);
    let prompt = r.prose(raw.prompt);
    let hints = r.proses(raw.hints);
    let explanation = r.prose(raw.explanation);
    let parts = Parts {
        of: raw.r#type,
        options: raw.options,
        key: raw.key,
        group: raw.group,
        from: raw.from,
        to: raw.to,
        tolerance: raw.tolerance,
        text: raw.text,
        rubric: raw.rubric,
        feedback: raw.feedback,
    };
    let task = parts.task(r, emigration);
    let id = QuestionId(r.keep(raw.id));
    if !complete {
        return None;
    }
    Some(Question {
        id,
        prompt,
        task: task?,
        passage: passage?,
        claim,
        difficulty: raw.difficulty,
        skill: raw.skill,
        hints,
        explanation,
    })
}

/// What makes up the task.
struct Parts<'a> {
    of: TaskType,
    options: Option<At<Vec<RawChoice<'a>>>>,
    key: Option<At<RawKey<'a>>>,
    group: Option<Str<'a>>,
    from: Option<At<i16>>,
    to: Option<At<i16>>,
    tolerance: Option<At<u8>>,
    text: Option<Str<'a>>,
    rubric: Option<At<Vec<Str<'a>>>>,
    feedback: Option<Str<'a>>,
}

impl<'a> Parts<'a> {
    fn task(self, r: &mut Reading<'_, 'a>, emigration: &[EmigrationYear<'a>]) -> Option<Task<'a>> {
        let of = self.of;
        if let Some(options) = &self.options {
            check_options(r, of, options);
        }
        match of {
            TaskType::ChooseOne => {
                let options = self.options?.value;
                let key = key_of_one(r, &self.key?, &options)?;
                let right = key.as_str();
                // With a wrong key it is not known which options are wrong.
                let known = options.iter().any(|option| option.id.value.0 == right);
                for option in &options {
                    if known && option.id.value.0 != right && option.feedback.is_none() {
                        r.report(&option.id.span, "`feedback` that says why this is wrong");
                    }
                }
                Some(Task::ChooseOne { options: choices(r, options), key })
            }
            TaskType::ChooseSeveral => {
                let options = self.options?.value;
                let key = key_of_several(r, &self.key?, &options)?;
                Some(Task::ChooseSeveral { options: choices(r, options), key })
            }
            TaskType::Order => {
                let options = self.options?.value;
                let key_span = self.key.as_ref().map(|key| key.span.clone()).unwrap_or_default();
                let key = key_of_several(r, &self.key?, &options)?;
                if key.len() != options.len() {
                    r.report(&key_span, "all options, each once, in the right order");
                }
                Some(Task::Order { options: choices(r, options), key })
            }
            TaskType::Match => Some(Task::Match { pairs: pairs(r, self.options?.value) }),
            TaskType::FindOnMap => Some(Task::FindOnMap {
                group: GroupId(r.mention(Kind::Group, self.group?)),
                feedback: r.prose(self.feedback?),
            }),
            TaskType::Estimate => {
                let (from, to, tolerance) = (self.from?, self.to?, self.tolerance?);
                check_years(r, &from, &to, emigration);
                if !(1..=99).contains(&tolerance.value) {
                    r.report(&tolerance.span, "a percentage from 1 to 99");
                }
                Some(Task::Estimate {
                    figures: figures(emigration, from.value, to.value),
                    tolerance: tolerance.value,
                    feedback: r.prose(self.feedback?),
                })
            }
            TaskType::WordBank => {
                let options = self.options?.value;
                let text = segments(r, self.text?, &options);
                Some(Task::WordBank { text, options: choices(r, options) })
            }
            TaskType::WeighSources => {
                Some(Task::WeighSources { sources: weighings(r, self.options?.value) })
            }
            TaskType::Open => {
                let rubric = self.rubric?;
                if rubric.value.is_empty() {
                    r.report(&rubric.span, "at least one point that a good answer touches");
                }
                Some(Task::Open { rubric: r.proses(rubric.value) })
            }
        }
    }
}

/// The passage that a question names.
fn address<'a>(r: &mut Reading<'_, 'a>, text: Str<'a>) -> Option<PassageAddress<'a>> {
    let span = text.span.clone();
    let written = r.keep(text);
    match written.split_once('/') {
        Some((chapter, passage)) if is_well_formed(chapter) && is_well_formed(passage) => {
            let spot = r.spot(&span);
            r.desk.names.mention(Kind::Passage, written, spot);
            Some(PassageAddress { chapter: ChapterId(chapter), passage: PassageId(passage) })
        }
        _ => {
            r.report(&span, "the address of a passage: chapter/passage");
            None
        }
    }
}

/// The figures from one year to another, both included.
fn figures(emigration: &[EmigrationYear<'_>], from: i16, to: i16) -> Vec<Figure> {
    let of_span = emigration.iter().filter(|row| (from..=to).contains(&row.year));
    of_span
        .map(|row| {
            let counts = || row.others.iter().map(|other| other.count);
            Figure {
                year: row.year,
                total: row.total,
                least: counts().fold(row.total, u32::min),
                most: counts().fold(row.total, u32::max),
                doubtful: row.doubtful,
            }
        })
        .collect()
}

fn check_years(
    r: &mut Reading<'_, '_>,
    from: &At<i16>,
    to: &At<i16>,
    emigration: &[EmigrationYear<'_>],
) {
    for year in [from, to] {
        let known = emigration.iter().any(|row| row.year == year.value);
        if !known && !r.desk.may_be_declared(&year.value.to_string()) {
            r.report(&year.span, "a year of the emigration table");
        }
    }
    if from.value > to.value {
        r.report(&to.span, "a year that is not before `from`");
    }
}
