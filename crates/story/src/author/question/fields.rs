//! Which fields belong to which type.

use crate::author::names::{ID_FORM, is_well_formed};
use crate::author::raw::{At, RawChoice, RawQuestion, TaskType};
use crate::author::reading::Reading;
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

/// Reports fields that the type lacks or does not have; gives whether all are there.
pub(super) fn check_fields(r: &mut Reading<'_, '_>, raw: &RawQuestion<'_>) -> bool {
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
pub(super) fn check_options(
    r: &mut Reading<'_, '_>,
    of: TaskType,
    options: &At<Vec<RawChoice<'_>>>,
) {
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
    // By what is needed: a field that is missing in `present` too must not pass for one that is there.
    for field in needed {
        if !present.iter().any(|(name, span)| name == field && span.is_some()) {
            r.report(owner, format!("the field `{field}`, which {what} needs"));
            complete = false;
        }
    }
    for (field, span) in present {
        if let Some(span) = span.filter(|_| !needed.contains(field)) {
            let all = needed.join("`, `");
            r.report(span, format!("no field `{field}`: {what} has `{all}`"));
            complete = false;
        }
    }
    complete
}
