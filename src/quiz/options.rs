//! Choosing one or several options: the browser's own radio buttons and checkboxes.

use crate::i18n::messages;
use crate::shell::events::derived;
use crate::widgets::Runs;
use leptos::prelude::*;
use quiz::{Answer, Fault, Grade};
use story::{Choice, Question};

/// Options to choose from, in an order that is the same for everyone.
#[component]
pub(super) fn OptionsInput(
    /// The item.
    question: &'static Question<'static>,
    /// Decides in which order the options are shown.
    seed: u64,
    /// The options.
    options: &'static [Choice<'static>],
    /// Whether several may be chosen.
    several: bool,
    /// The answer as it stands.
    draft: RwSignal<Answer>,
    /// What the answer earned, once it was handed in.
    result: Signal<Option<Grade<'static>>>,
) -> impl IntoView {
    let mut shown: Vec<&'static Choice<'static>> = options.iter().collect();
    quiz::shuffle(&mut shown, seed);
    let graded = derived(move || result.with(Option::is_some));
    let rows = shown
        .into_iter()
        .enumerate()
        .map(|(at, choice)| {
            let id = choice.id.0;
            let chosen = derived(move || {
                draft.with(|answer| match answer {
                    Answer::One(one) => one == id,
                    Answer::Several(ids) => ids.iter().any(|it| it == id),
                    _ => false,
                })
            });
            let choose = move |event| {
                let on = event_target_checked(&event);
                draft.update(|answer| match answer {
                    Answer::Several(ids) => {
                        ids.retain(|it| it != id);
                        if on {
                            ids.push(id.to_owned());
                        }
                    }
                    _ => *answer = Answer::One(id.to_owned()),
                });
            };
            let mark = derived(move || {
                result.with(|grade| mark_of(choice, chosen.get(), grade.as_ref()?))
            });
            let mark_words = derived(move || mark_words(mark.get()));
            view! {
                <li data-mark=mark>
                    <label>
                        <input
                            type=if several { "checkbox" } else { "radio" }
                            name=question.id.0
                            id=(at == 0).then_some(super::FIRST_OPTION)
                            prop:checked=chosen
                            disabled=graded
                            on:change=choose
                        />
                        <span class="option-text"><Runs text=&choice.text/></span>
                        <span class="option-mark">{mark_words}</span>
                    </label>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="options">{rows}</ul> }
}

/// How an option came out, as the style sheet names it.
fn mark_of(choice: &Choice<'_>, chosen: bool, grade: &Grade<'_>) -> Option<&'static str> {
    match grade.faults.iter().find(|fault| fault.choice() == Some(choice.id)) {
        Some(Fault::Left(_)) => Some("left"),
        Some(_) => Some("wrong"),
        None => chosen.then_some("right"),
    }
}

/// How an option came out, in words beside it.
fn mark_words(mark: Option<&'static str>) -> &'static str {
    let [right, wrong, left] = messages().option_marks;
    match mark {
        Some("right") => right,
        Some("wrong") => wrong,
        Some(_) => left,
        None => "",
    }
}
