//! Putting options in order with two buttons each: no dragging needed.

use crate::i18n::messages;
use crate::shell::events::next_frame;
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
    result: Signal<Option<Grade<'static>>>,
) -> impl IntoView {
    let Some(navigation) = use_context::<Navigation>() else { return ().into_any() };
    let shift = move |choice: &'static Choice<'static>, from: usize, to: usize| {
        draft.update(|answer| {
            if let Answer::Order(ids) = answer
                && from.max(to) < ids.len()
            {
                ids.swap(from, to);
            }
        });
        let words = choice.text.plain();
        navigation.announce((messages().moved)(&words, to + 1, options.len()));
        // The rows are made anew; at either end the other button takes the focus.
        let up = if to < from { to > 0 } else { to + 1 == options.len() };
        let button = if up { up_id(choice) } else { down_id(choice) };
        next_frame(move || focus_id(&button));
    };
    let rows = move || {
        let Answer::Order(ids) = draft.get() else { return ().into_any() };
        let grade = result.get();
        ids.iter()
            .filter_map(|id| options.iter().find(|choice| choice.id.0 == id))
            .enumerate()
            .map(|(at, choice)| row(choice, at, options.len(), grade.as_ref(), shift))
            .collect_view()
            .into_any()
    };
    view! { <ol class="order">{rows}</ol> }.into_any()
}

/// One option with its two buttons, or with its mark once it was graded.
fn row(
    choice: &'static Choice<'static>,
    at: usize,
    all: usize,
    grade: Option<&Grade<'static>>,
    shift: impl Fn(&'static Choice<'static>, usize, usize) + Copy + Send + Sync + 'static,
) -> AnyView {
    let t = messages();
    let words = choice.text.plain();
    let mark = grade.map(|grade| {
        let misplaced = grade.faults.iter().any(|fault| fault.choice() == Some(choice.id));
        if misplaced { "wrong" } else { "right" }
    });
    let buttons = mark.is_none().then(|| {
        let button = |id: String, label: String, sign: &'static str, to: Option<usize>| {
            let go = move |_| {
                if let Some(to) = to {
                    shift(choice, at, to);
                }
            };
            view! {
                <button type="button" id=id aria-label=label disabled=to.is_none() on:click=go>
                    {sign}
                </button>
            }
        };
        let down = Some(at + 1).filter(|to| *to < all);
        view! {
            <span class="order-buttons">
                {button(up_id(choice), (t.move_up)(&words), "\u{2191}", at.checked_sub(1))}
                {button(down_id(choice), (t.move_down)(&words), "\u{2193}", down)}
            </span>
        }
    });
    view! {
        <li data-mark=mark>
            <span class="option-text"><Runs text=&choice.text/></span>
            {buttons}
        </li>
    }
    .into_any()
}

fn up_id(choice: &Choice<'_>) -> String {
    format!("up-{}", choice.id)
}

fn down_id(choice: &Choice<'_>) -> String {
    format!("down-{}", choice.id)
}
