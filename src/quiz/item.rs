//! One item: prompt, answer, hints, and what is said of the answer.

use super::find::FindInput;
use super::options::OptionsInput;
use super::order::OrderInput;
use crate::i18n::messages;
use crate::progress::ProgressState;
use crate::route::Route;
use crate::shell::events::{derived, effect, next_frame};
use crate::shell::{Navigation, focus_id};
use crate::widgets::{Prose, Runs, address_of};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use quiz::{Answer, Fault, Grade, grade};
use story::{Choice, ChoiceId, Question, Target, Task};

/// Id of what is said of an answer, which gets the focus when the answer is handed in.
const VERDICT: &str = "item-verdict";

/// Id of what is said where nothing was chosen.
const COMPLAINT: &str = "item-complaint";

/// One item.
#[component]
pub(super) fn ItemView(
    /// The item.
    question: &'static Question<'static>,
) -> impl IntoView {
    let t = messages();
    let Some(progress) = use_context::<ProgressState>() else { return ().into_any() };
    let stored = progress
        .with_untracked(|it| it.answers.get(question.id.0).map(|record| record.answer.clone()))
        // An answer from another edition may no longer fit; then the item is open again.
        .filter(|answer| grade(&question.task, answer).is_ok());
    let draft = RwSignal::new(stored.clone().unwrap_or_else(|| first_draft(question)));
    let handed_in = RwSignal::new(stored.is_some());
    let complaint = RwSignal::new(false);
    let hints_shown = RwSignal::new(0_usize);
    // Where the reader cleared everything, the item is as it was at first.
    effect(move || {
        let known = progress.with(|it| it.answers.contains_key(question.id.0));
        if !known && handed_in.get_untracked() {
            draft.set(first_draft(question));
            handed_in.set(false);
            hints_shown.set(0);
        }
    });

    let result = derived(move || {
        handed_in.get().then(|| draft.with(|answer| grade(&question.task, answer).ok())).flatten()
    });
    let hand_in = move |event: SubmitEvent| {
        event.prevent_default();
        let answer = draft.get_untracked();
        let missing = match &answer {
            Answer::One(id) => id.is_empty(),
            Answer::Several(ids) => ids.is_empty(),
            Answer::Order(_) => false,
        };
        complaint.set(missing);
        if missing {
            next_frame(|| focus_id(COMPLAINT));
            return;
        }
        if let Ok(grade) = grade(&question.task, &answer) {
            progress.note_answer(question.id.0, answer, &grade);
            handed_in.set(true);
            next_frame(|| focus_id(VERDICT));
        }
    };
    let again = move |_| {
        draft.set(first_draft(question));
        handed_in.set(false);
        next_frame(|| focus_id(super::FIRST_OPTION));
    };
    let (instruction, input) = match &question.task {
        Task::ChooseOne { options, .. } => (
            t.choose_one,
            view! { <OptionsInput question options=options.as_slice() several=false draft result/> }.into_any(),
        ),
        Task::ChooseSeveral { options, .. } => (
            t.choose_several,
            view! { <OptionsInput question options=options.as_slice() several=true draft result/> }.into_any(),
        ),
        Task::Order { options, .. } => {
            (t.put_in_order, view! { <OrderInput options=options.as_slice() draft result/> }.into_any())
        }
        Task::FindOnMap { .. } => {
            (t.on_map.find, view! { <FindInput draft result/> }.into_any())
        }
        // `QuizView` shows only items that are graded.
        _ => ("", ().into_any()),
    };
    let hints = move || {
        question
            .hints
            .iter()
            .take(hints_shown.get())
            .map(|hint| view! { <li><Prose text=hint/></li> })
            .collect_view()
    };
    let no_more_hints = derived(move || hints_shown.get() >= question.hints.len());
    view! {
        <form class="item" on:submit=hand_in novalidate>
            <fieldset>
                <legend>
                    <span class="prompt"><Runs text=&question.prompt/></span>
                    " "
                    <span class="instruction">{instruction}</span>
                </legend>
                {input}
            </fieldset>
            <p id=COMPLAINT class="complaint" tabindex="-1" hidden=derived(move || !complaint.get())>
                {t.choose_first}
            </p>
            <p class="item-actions" hidden=handed_in>
                <button type="submit" class="action">{t.check_answer}</button>
                <button
                    type="button"
                    hidden=no_more_hints
                    on:click=move |_| hints_shown.update(|shown| *shown += 1)
                >
                    {t.hint}
                </button>
            </p>
            <div role="status"><ul class="hints">{hints}</ul></div>
        </form>
        {move || result.get().map(|grade| view! { <Verdict question grade again=Callback::new(again)/> })}
    }
    .into_any()
}

/// What is said of an answer: how right it was, why each fault is one, and where to read it.
#[component]
fn Verdict(
    question: &'static Question<'static>,
    grade: Grade<'static>,
    again: Callback<leptos::ev::MouseEvent>,
) -> impl IntoView {
    let t = messages();
    let right = grade.is_right();
    let heading = if right {
        t.right.to_owned()
    } else if grade.points == 0 {
        t.wrong.to_owned()
    } else {
        (t.partly_right)(grade.points, grade.out_of)
    };
    let reasons: Vec<_> = grade
        .faults
        .iter()
        .filter_map(|fault| choice(question, fault.choice()).map(|choice| (*fault, choice)))
        .filter(|(_, choice)| !choice.feedback.is_empty())
        .map(|(fault, choice)| {
            let mark = match fault {
                Fault::Chosen(_) | Fault::Misplaced(_) => "fault-chosen",
                Fault::Left(_) => "fault-left",
            };
            view! {
                <li class=mark>
                    <p class="fault-option"><Runs text=&choice.text/></p>
                    <Prose text=&choice.feedback/>
                </li>
            }
        })
        .collect();
    let sentence = way_to_sentence(question);
    let href = format!("#/claims/{}", question.claim);
    let claim = view! { <a class="ref-claim" href=href>{t.how_do_we_know}</a> };
    view! {
        <div class="verdict-box" data-right=right.to_string()>
            <h3 id=VERDICT tabindex="-1">{heading}</h3>
            {(!reasons.is_empty()).then(|| view! { <ul class="faults">{reasons}</ul> })}
            {match &question.task {
                Task::FindOnMap { feedback, .. } if !right => Some(view! { <Prose text=feedback/> }),
                _ => None,
            }}
            {right.then(|| view! { <Prose text=&question.explanation/> })}
            <p class="item-actions">
                <a class="action" href=sentence>{t.take_me_to_the_sentence}</a>
                {claim}
                {(!right)
                    .then(|| {
                        view! {
                            <button type="button" on:click=move |event| again.run(event)>
                                {t.try_again}
                            </button>
                        }
                    })}
            </p>
        </div>
    }
}

/// The passage that settles an item, with the way back to the item in the address.
fn way_to_sentence(question: &Question<'_>) -> String {
    let chapter = use_context::<Navigation>().and_then(|navigation| {
        navigation.route.with_untracked(|it| it.query_value("chapter").map(str::to_owned))
    });
    let mut route = Route::from(address_of(Target::Passage(question.passage)));
    route.query.push(("from".to_owned(), question.id.0.to_owned()));
    route.query.extend(chapter.map(|chapter| ("chapter".to_owned(), chapter)));
    route.hash()
}

/// An answer before anything was chosen. An order starts shuffled, the same way for everyone.
fn first_draft(question: &Question<'_>) -> Answer {
    match &question.task {
        Task::ChooseSeveral { .. } => Answer::Several(Vec::new()),
        Task::Order { key, .. } => {
            let mut order: Vec<String> = key.iter().map(|id| id.0.to_owned()).collect();
            let right = order.clone();
            // A shuffle that changes nothing would give the answer away.
            for attempt in 0..8 {
                quiz::shuffle(&mut order, quiz::seed_of(question.id.0).wrapping_add(attempt));
                if order != right {
                    break;
                }
            }
            Answer::Order(order)
        }
        _ => Answer::One(String::new()),
    }
}

/// The option with this id.
fn choice(
    question: &'static Question<'static>,
    id: ChoiceId<'_>,
) -> Option<&'static Choice<'static>> {
    let options = match &question.task {
        Task::ChooseOne { options, .. }
        | Task::ChooseSeveral { options, .. }
        | Task::Order { options, .. } => options,
        _ => return None,
    };
    options.iter().find(|option| option.id == id)
}
