//! An answer in one's own words, which the reader alone compares with what a good one touches.

use super::input::Answering;
use crate::i18n::of_quiz;
use crate::shell::events::derived;
use crate::widgets::Runs;
use leptos::prelude::*;
use quiz::Answer;
use story::Text;

/// Id of the heading of the rubric, which gets the focus when that is shown.
pub(super) const RUBRIC: &str = "item-rubric";

/// The place for the words, and the rubric once it is asked for.
pub(super) fn own_words(it: Answering, rubric: &'static [Text<'static>]) -> AnyView {
    let t = of_quiz();
    let words = derived(move || {
        it.draft.with(|answer| match answer {
            Answer::Own { text, .. } => text.clone(),
            _ => String::new(),
        })
    });
    let write = move |event| {
        let now = event_target_value(&event);
        it.draft.update(|answer| {
            if let Answer::Own { text, .. } = answer {
                *text = now;
            }
        });
    };
    let off = it.closed;
    let points = move || {
        (it.rubric_shown.get() || it.result.with(Option::is_some)).then(|| {
            let rows = rubric.iter().enumerate().map(|(at, point)| point_view(it, at, point));
            view! {
                <p class="rubric-heading" id=RUBRIC tabindex="-1">{t.rubric}</p>
                <ul class="options">{rows.collect_view()}</ul>
            }
        })
    };
    view! {
        <label class="own-words" for=super::FIRST_OPTION>{t.answer}</label>
        <textarea id=super::FIRST_OPTION rows="6" prop:value=words disabled=off on:input=write></textarea>
        {points}
    }
    .into_any()
}

fn point_view(it: Answering, at: usize, point: &'static Text<'static>) -> AnyView {
    let ticked = derived(move || {
        it.draft.with(|answer| matches!(answer, Answer::Own { met, .. } if met.contains(&at)))
    });
    let tick = move |event| {
        let on = event_target_checked(&event);
        it.draft.update(|answer| {
            if let Answer::Own { met, .. } = answer {
                met.retain(|it| *it != at);
                if on {
                    met.push(at);
                }
            }
        });
    };
    // In a paper that was handed in, the comparing is still to be done.
    let off = derived(move || it.result.with(Option::is_some));
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=ticked disabled=off on:change=tick/>
                <span class="option-text"><Runs text=point/></span>
            </label>
        </li>
    }
    .into_any()
}
