//! Questions: each type has its own fields and its own way to go wrong.

use super::names::{ID_FORM, Kind, is_well_formed};
use super::raw::{At, RawChoice, RawKey, RawQuestion, Str, TaskType};
use super::reading::Reading;
use crate::{
    ChapterId, Choice, ChoiceId, ClaimId, EmigrationYear, GroupId, Pair, PassageAddress, PassageId,
    Question, QuestionId, Segment, SourceId, Task, Text, Weighing,
};
use std::collections::BTreeSet;
use std::ops::Range;

/// Fields of a question, beyond those of all questions, that its type needs.
fn fields(of: TaskType) -> &'static [&'static str] {
    match of {
        TaskType::ChooseOne | TaskType::ChooseSeveral | TaskType::Order => &["options", "key"],
        TaskType::Match | TaskType::WeighSources => &["options"],
        TaskType::FindOnMap => &["group", "feedback"],
        TaskType::Estimate => &["from", "to", "tolerance", "feedback"],
        TaskType::WordBank => &["text", "options"],
        TaskType::Open => &["rubric"],
    }
}

/// Fields of an option, beyond its id, that the type of its question needs.
fn option_fields(of: TaskType) -> &'static [&'static str] {
    match of {
        TaskType::Match => &["text", "match", "feedback"],
        TaskType::WeighSources => &["source", "text", "bears", "feedback"],
        _ => &["text", "feedback"],
    }
}

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
                    from: from.value,
                    to: to.value,
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

/// Reports fields that the type lacks or does not have; gives whether all are there.
fn check_fields(r: &mut Reading<'_, '_>, raw: &RawQuestion<'_>) -> bool {
    let present = [
        ("options", raw.options.as_ref().map(|at| &at.span)),
        ("key", raw.key.as_ref().map(|at| &at.span)),
        ("group", raw.group.as_ref().map(|at| &at.span)),
        ("from", raw.from.as_ref().map(|at| &at.span)),
        ("to", raw.to.as_ref().map(|at| &at.span)),
        ("tolerance", raw.tolerance.as_ref().map(|at| &at.span)),
        ("text", raw.text.as_ref().map(|at| &at.span)),
        ("rubric", raw.rubric.as_ref().map(|at| &at.span)),
        ("feedback", raw.feedback.as_ref().map(|at| &at.span)),
    ];
    check_present(r, &raw.id.span, "a question of this type", fields(raw.r#type), &present)
}

/// Reports options that are too few, alike, or lack a field or have one too many.
fn check_options(r: &mut Reading<'_, '_>, of: TaskType, options: &At<Vec<RawChoice<'_>>>) {
    if options.value.len() < 2 {
        r.report(&options.span, "at least two options");
    }
    let mut seen = BTreeSet::new();
    for option in &options.value {
        let id = option.id.value.0.as_ref();
        if !is_well_formed(id) {
            r.report(&option.id.span, ID_FORM);
        }
        if !seen.insert(id) {
            r.report(&option.id.span, "an id that no other option has");
        }
        let present = [
            ("text", option.text.as_ref().map(|at| &at.span)),
            ("match", option.r#match.as_ref().map(|at| &at.span)),
            ("source", option.source.as_ref().map(|at| &at.span)),
            ("bears", option.bears.as_ref().map(|at| &at.span)),
            ("feedback", option.feedback.as_ref().map(|at| &at.span)),
        ];
        let mut needed = option_fields(of).to_vec();
        if option.feedback.is_none() && matches!(of, TaskType::ChooseOne) {
            // Which options need it depends on the key.
            needed.retain(|field| *field != "feedback");
        }
        let what = "an option of a question of this type";
        check_present(r, &option.id.span, what, &needed, &present);
    }
}

/// Reports what is needed and absent, or present and not needed.
fn check_present(
    r: &mut Reading<'_, '_>,
    owner: &Range<usize>,
    what: &str,
    needed: &[&str],
    present: &[(&str, Option<&Range<usize>>)],
) -> bool {
    let mut complete = true;
    for (field, span) in present {
        match span {
            Some(span) if !needed.contains(field) => {
                let all = needed.join("`, `");
                r.report(span, format!("no field `{field}`: {what} has `{all}`"));
                complete = false;
            }
            None if needed.contains(field) => {
                r.report(owner, format!("the field `{field}`, which {what} needs"));
                complete = false;
            }
            _ => {}
        }
    }
    complete
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

fn key_of_one<'a>(
    r: &mut Reading<'_, 'a>,
    key: &At<RawKey<'a>>,
    options: &[RawChoice<'a>],
) -> Option<ChoiceId<'a>> {
    match &key.value {
        RawKey::One(id) => {
            let id = &*r.desk.arena.alloc_str(&id.0);
            check_key(r, id, &key.span, options);
            Some(ChoiceId(id))
        }
        RawKey::Several(_) => {
            r.report(&key.span, "the id of the one right option, not a list");
            None
        }
    }
}

fn key_of_several<'a>(
    r: &mut Reading<'_, 'a>,
    key: &At<RawKey<'a>>,
    options: &[RawChoice<'a>],
) -> Option<Vec<ChoiceId<'a>>> {
    let RawKey::Several(ids) = &key.value else {
        r.report(&key.span, "a list of ids of options");
        return None;
    };
    if ids.is_empty() {
        r.report(&key.span, "at least one option");
    }
    let mut seen = BTreeSet::new();
    let mut key = Vec::new();
    for id in ids {
        if seen.insert(id.value.0.as_ref()) {
            let kept = &*r.desk.arena.alloc_str(&id.value.0);
            check_key(r, kept, &id.span, options);
            key.push(ChoiceId(kept));
        } else {
            r.report(&id.span, "each option once");
        }
    }
    Some(key)
}

fn check_key(r: &mut Reading<'_, '_>, id: &str, span: &Range<usize>, options: &[RawChoice<'_>]) {
    if !options.iter().any(|option| option.id.value.0 == id) {
        r.report(span, format!("the id of an option: {}", ids_of(options)));
    }
}

fn ids_of(options: &[RawChoice<'_>]) -> String {
    let ids: Vec<&str> = options.iter().map(|option| option.id.value.0.as_ref()).collect();
    ids.join(", ")
}

fn choices<'a>(r: &mut Reading<'_, 'a>, options: Vec<RawChoice<'a>>) -> Vec<Choice<'a>> {
    options
        .into_iter()
        .map(|raw| Choice {
            id: ChoiceId(r.keep(raw.id)),
            text: r.optional_prose(raw.text),
            feedback: r.optional_prose(raw.feedback),
        })
        .collect()
}

fn pairs<'a>(r: &mut Reading<'_, 'a>, options: Vec<RawChoice<'a>>) -> Vec<Pair<'a>> {
    let mut partners: Vec<Text<'a>> = Vec::new();
    let mut pairs = Vec::new();
    for raw in options {
        let span = raw.r#match.as_ref().map_or_else(|| raw.id.span.clone(), |at| at.span.clone());
        let partner = r.optional_prose(raw.r#match);
        if !partner.is_empty() && partners.contains(&partner) {
            r.report(&span, "a partner that no other option has");
        }
        partners.push(partner.clone());
        pairs.push(Pair {
            id: ChoiceId(r.keep(raw.id)),
            text: r.optional_prose(raw.text),
            partner,
            feedback: r.optional_prose(raw.feedback),
        });
    }
    pairs
}

fn weighings<'a>(r: &mut Reading<'_, 'a>, options: Vec<RawChoice<'a>>) -> Vec<Weighing<'a>> {
    let mut weighings = Vec::new();
    for raw in options {
        let source = raw.source.map(|source| r.mention(Kind::Source, source));
        let id = ChoiceId(r.keep(raw.id));
        let text = r.optional_prose(raw.text);
        let feedback = r.optional_prose(raw.feedback);
        if let (Some(source), Some(bears)) = (source, raw.bears) {
            let source = SourceId(source);
            weighings.push(Weighing { id, source, text, bears: bears.value, feedback });
        }
    }
    weighings
}

/// Reads a text with blanks written `{{id}}`.
fn segments<'a>(
    r: &mut Reading<'_, 'a>,
    text: Str<'a>,
    options: &[RawChoice<'a>],
) -> Vec<Segment<'a>> {
    let span = text.span.clone();
    let mut rest = r.keep(text);
    let mut segments = Vec::new();
    let mut blanks = BTreeSet::new();
    while let Some((words, after)) = rest.split_once("{{") {
        let Some((id, after)) = after.split_once("}}") else {
            r.report(&span, "`}}` after each `{{`");
            return segments;
        };
        if !words.is_empty() {
            segments.push(Segment::Words(words));
        }
        if !options.iter().any(|option| option.id.value.0 == id) {
            let expected = format!("a blank that names an option: {}", ids_of(options));
            let spot = r.desk.spot_of_slice(r.origin, id).unwrap_or_else(|| r.spot(&span));
            r.desk.report(spot, id, expected);
        } else if !blanks.insert(id) {
            let spot = r.desk.spot_of_slice(r.origin, id).unwrap_or_else(|| r.spot(&span));
            r.desk.report(spot, id, "each option in one blank only");
        }
        segments.push(Segment::Blank(ChoiceId(id)));
        rest = after;
    }
    if !rest.is_empty() {
        segments.push(Segment::Words(rest));
    }
    if blanks.is_empty() {
        r.report(&span, "at least one blank, written {{id}} with the id of an option");
    } else if options.len() <= blanks.len() {
        r.report(&span, "more options than blanks, so that the last one is not given away");
    }
    segments
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
