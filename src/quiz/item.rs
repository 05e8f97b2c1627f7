//! One item of practice: prompt, answer, hints, and what is said of the answer at once.

use super::cards::noted;
use super::input::{Answering, first_draft, input, instruction, is_empty};
use super::open::RUBRIC;
use super::verdict::{VERDICT, verdict};
use crate::i18n::{messages, of_quiz};
use crate::progress::ProgressState;
use crate::shell::events::{derived, effect, next_frame};
use crate::shell::focus_id;
use crate::widgets::{Prose, Runs};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use quiz::{Answer, Refusal, grade};
use story::{Question, Task};

/// Id of what is said where an answer could not be taken.
const COMPLAINT: &str = "item-complaint";

/// One item.
#[component]
pub(super) fn ItemView(
    /// The item.
    question: &'static Question<'static>,
    /// Whether it is answered anew, whatever was answered before.
    anew: bool,
) -> impl IntoView {
    let t = messages();
    let Some(progress) = use_context::<ProgressState>() else { return ().into_any() };
    let seed = quiz::seed_of(question.id.0);
    let stored = progress
        .with_untracked(|it| Answer::parse(&it.answers.get(question.id.0)?.answer))
        // An answer from another edition may no longer fit; then the item is open again.
        .filter(|answer| !anew && grade(&question.task, answer).is_ok());
    let draft = RwSignal::new(stored.clone().unwrap_or_else(|| first_draft(question, seed)));
    let handed_in = RwSignal::new(stored.is_some());
    let complaint = RwSignal::new("");
    let hints_shown = RwSignal::new(0_usize);
    let rubric_shown = RwSignal::new(false);
    // Where the reader cleared everything, the item is as it was at first.
    effect(move || {
        let known = progress.with(|it| it.answers.contains_key(question.id.0));
        if !known && handed_in.get_untracked() {
            draft.set(first_draft(question, seed));
            handed_in.set(false);
            hints_shown.set(0);
            rubric_shown.set(false);
        }
    });

    let result = derived(move || {
        handed_in.get().then(|| draft.with(|answer| grade(&question.task, answer).ok())).flatten()
    });
    let open = matches!(question.task, Task::Open { .. });
    let hand_in = move |event: SubmitEvent| {
        event.prevent_default();
        let answer = draft.get_untracked();
        let graded = grade(&question.task, &answer);
        let refused = match &graded {
            _ if is_empty(&answer) => t.choose_first,
            Err(refusal) => said_of(*refusal),
            Ok(_) => "",
        };
        complaint.set(refused);
        if !refused.is_empty() {
            next_frame(|| focus_id(COMPLAINT));
        } else if open && !rubric_shown.get_untracked() {
            rubric_shown.set(true);
            next_frame(|| focus_id(RUBRIC));
        } else if let Ok(grade) = graded {
            progress.note_answer(question.id.0, answer.write(), grade.points, grade.out_of);
            if !open {
                let alone = hints_shown.get_untracked() == 0;
                progress.keep(&noted(progress, question, grade.is_right() && alone));
            }
            handed_in.set(true);
            next_frame(|| focus_id(VERDICT));
        }
    };
    let again = Callback::new(move |_| {
        // One's own words are gone on with, anything else begun anew.
        if !open {
            draft.set(first_draft(question, seed));
        }
        handed_in.set(false);
        rubric_shown.set(false);
        next_frame(|| focus_id(super::FIRST_OPTION));
    });
    let hints = move || {
        question
            .hints
            .iter()
            .take(hints_shown.get())
            .map(|hint| view! { <li><Prose text=hint/></li> })
            .collect_view()
    };
    let no_more_hints = derived(move || hints_shown.get() >= question.hints.len());
    let check = derived(move || match (open, rubric_shown.get()) {
        (true, false) => of_quiz().compare,
        (true, true) => of_quiz().note_found,
        _ => t.check_answer,
    });
    let answering =
        Answering { question, seed, draft, result, closed: handed_in.into(), rubric_shown };
    view! {
        <form class="item" on:submit=hand_in novalidate>
            {asked(answering)}
            <p id=COMPLAINT class="complaint" tabindex="-1" hidden=derived(move || complaint.get().is_empty())>
                {complaint}
            </p>
            <p class="item-actions" hidden=handed_in>
                <button type="submit" class="action">{check}</button>
                <button
                    type="button"
                    hidden=no_more_hints
                    on:click=move |_| hints_shown.update(|shown| *shown += 1)
                >
                    {t.hint}
                </button>
                <span class="hint" hidden=no_more_hints>{of_quiz().hint_costs}</span>
            </p>
            <div role="status"><ul class="hints">{hints}</ul></div>
        </form>
        {move || result.get().map(|grade| verdict(question, &grade, Some(again)))}
    }
    .into_any()
}

/// What is asked, and the place for the answer.
pub(super) fn asked(it: Answering) -> AnyView {
    view! {
        <fieldset>
            <legend>
                <span class="prompt"><Runs text=&it.question.prompt/></span>
                " "
                <span class="instruction">{instruction(&it.question.task)}</span>
            </legend>
            {input(it)}
        </fieldset>
    }
    .into_any()
}

/// Why an answer was not taken.
fn said_of(refusal: Refusal) -> &'static str {
    (of_quiz().refused)(refusal)
}
