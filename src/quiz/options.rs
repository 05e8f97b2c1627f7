//! Choosing one or several options: the browser's own radio buttons and checkboxes.

use crate::i18n::messages;
use crate::widgets::Runs;
use leptos::prelude::*;
use quiz::{Answer, Fault, Grade};
use story::{Choice, Question};

/// Options to choose from, in an order that is the same for everyone.
#[component]
pub(super) fn OptionsInput(
    /// The item.
    question: &'static Question<'static>,
    /// Its options.
    options: &'static [Choice<'static>],
    /// Whether several may be chosen.
    several: bool,
    /// The answer as it stands.
    draft: RwSignal<Answer>,
    /// What the answer earned, once it was handed in.
    result: Memo<Option<Grade<'static>>>,
) -> impl IntoView {
    let mut shown: Vec<&'static Choice<'static>> = options.iter().collect();
    quiz::shuffle(&mut shown, quiz::seed_of(question.id.0));
    let rows = shown
        .into_iter()
        .enumerate()
        .map(|(at, choice)| {
            let id = choice.id.0;
            let chosen = move || {
                draft.with(|answer| match answer {
                    Answer::One(one) => one == id,
                    Answer::Several(ids) | Answer::Order(ids) => ids.iter().any(|it| it == id),
                })
            };
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
            let mark =
                move || result.get().map(|grade| mark_of(choice, chosen(), &grade)).flatten();
            view! {
                <li data-mark=move || mark().map(|(slug, _)| slug)>
                    <label>
                        <input
                            type=if several { "checkbox" } else { "radio" }
                            name=question.id.0
                            id=if at == 0 { "item-first" } else { "" }
                            prop:checked=chosen
                            disabled=move || result.with(Option::is_some)
                            on:change=choose
                        />
                        <span class="option-text"><Runs text=&choice.text/></span>
                        <span class="option-mark">{move || mark().map(|(_, words)| words)}</span>
                    </label>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="options">{rows}</ul> }
}

/// What stands beside an option after grading: a name for the style sheet, and words.
fn mark_of(
    choice: &Choice<'_>,
    chosen: bool,
    grade: &Grade<'_>,
) -> Option<(&'static str, &'static str)> {
    let [right, wrong, left] = messages().option_marks;
    match grade.faults.iter().find(|fault| fault.choice() == choice.id) {
        Some(Fault::Chosen(_) | Fault::Misplaced(_)) => Some(("wrong", wrong)),
        Some(Fault::Left(_)) => Some(("left", left)),
        None => chosen.then_some(("right", right)),
    }
}
