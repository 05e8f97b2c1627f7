//! Putting options in order with two buttons each: no dragging needed.

use crate::i18n::messages;
use crate::shell::{Navigation, focus_id};
use crate::widgets::Runs;
use leptos::prelude::*;
use quiz::{Answer, Grade};
use story::Choice;

/// Options to be put in order.
#[component]
pub(super) fn OrderInput(
    /// The options.
    options: &'static [Choice<'static>],
    /// The answer as it stands.
    draft: RwSignal<Answer>,
    /// What the answer earned, once it was handed in.
    result: Memo<Option<Grade<'static>>>,
) -> impl IntoView {
    let t = messages();
    let navigation = use_context::<Navigation>();
    let order = move || {
        draft.with(|answer| match answer {
            Answer::Order(ids) => ids
                .iter()
                .filter_map(|id| options.iter().find(|choice| choice.id.0 == id))
                .collect::<Vec<&'static Choice<'static>>>(),
            _ => Vec::new(),
        })
    };
    let place = move |id: &str| order().iter().position(|choice| choice.id.0 == id).unwrap_or(0);
    let shift = move |choice: &'static Choice<'static>, step: isize| {
        let from = place(choice.id.0);
        let Some(to) = from.checked_add_signed(step).filter(|to| *to < options.len()) else {
            return;
        };
        draft.update(|answer| {
            if let Answer::Order(ids) = answer {
                ids.swap(from, to);
            }
        });
        let words = choice.text.plain();
        if let Some(navigation) = navigation {
            navigation.announce((t.moved)(&words, to + 1, options.len()));
        }
        // A moved element loses the focus; at either end the other button takes it.
        let button = match (step < 0, to) {
            (true, 0) => down_id(choice),
            (false, last) if last + 1 == options.len() => up_id(choice),
            (true, _) => up_id(choice),
            (false, _) => down_id(choice),
        };
        request_animation_frame(move || focus_id(&button));
    };
    let graded = move || result.with(Option::is_some);
    view! {
        <ol class="order">
            <For each=order key=|choice| choice.id.0 let:choice>
                <li data-mark=move || {
                    result
                        .with(|grade| {
                            grade
                                .as_ref()
                                .map(|grade| {
                                    let fault = grade.faults.iter().any(|it| it.choice() == choice.id);
                                    if fault { "wrong" } else { "right" }
                                })
                        })
                }>
                    <span class="option-text"><Runs text=&choice.text/></span>
                    <span class="order-buttons" hidden=graded>
                        <button
                            type="button"
                            id=up_id(choice)
                            aria-label=(t.move_up)(&choice.text.plain())
                            disabled=move || place(choice.id.0) == 0
                            on:click=move |_| shift(choice, -1)
                        >
                            "\u{2191}"
                        </button>
                        <button
                            type="button"
                            id=down_id(choice)
                            aria-label=(t.move_down)(&choice.text.plain())
                            disabled=move || place(choice.id.0) + 1 == options.len()
                            on:click=move |_| shift(choice, 1)
                        >
                            "\u{2193}"
                        </button>
                    </span>
                </li>
            </For>
        </ol>
    }
}

fn up_id(choice: &Choice<'_>) -> String {
    format!("up-{}", choice.id)
}

fn down_id(choice: &Choice<'_>) -> String {
    format!("down-{}", choice.id)
}
