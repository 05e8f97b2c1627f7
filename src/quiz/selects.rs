//! Putting one of several things to each of some: partners, words in blanks, how sources bear.
//!
//! Each is the browser's own list of choices, which every input device and screen reader knows.

use super::input::Answering;
use crate::i18n::{messages, of_quiz};
use crate::shell::events::derived;
use crate::widgets::Runs;
use leptos::prelude::*;
use story::{Bearing, Choice, Pair, Segment, Weighing};

/// What can be put: an id, and its words.
type Choosable = (String, String);

/// Each one's partner among all partners.
pub(super) fn partners(it: Answering, pairs: &'static [Pair<'static>]) -> AnyView {
    let mut choices: Vec<Choosable> =
        pairs.iter().map(|pair| (pair.id.0.to_owned(), pair.partner.plain())).collect();
    quiz::shuffle(&mut choices, it.seed);
    let rows = pairs.iter().enumerate().map(|(at, pair)| {
        let label = view! { <Runs text=&pair.text/> }.into_any();
        row(it, at, pair.id.0, label, &choices)
    });
    view! { <ul class="pairs">{rows.collect_view()}</ul> }.into_any()
}

/// How each source bears on the claim.
pub(super) fn weighings(it: Answering, sources: &'static [Weighing<'static>]) -> AnyView {
    let t = of_quiz();
    let choices: Vec<Choosable> = Bearing::ALL
        .into_iter()
        .map(|bearing| (bearing.slug().to_owned(), (t.bearing)(bearing).to_owned()))
        .collect();
    let mut shown: Vec<&'static Weighing<'static>> = sources.iter().collect();
    quiz::shuffle(&mut shown, it.seed);
    let rows = shown.into_iter().enumerate().map(|(at, weighing)| {
        let href = ["#/sources/", weighing.source.0].concat();
        let label = view! {
            <Runs text=&weighing.text/>
            " ("
            <a href=href>{t.the_source}</a>
            ")"
        };
        row(it, at, weighing.id.0, label.into_any(), &choices)
    });
    view! { <ul class="pairs">{rows.collect_view()}</ul> }.into_any()
}

/// A text with a list of words at each blank.
pub(super) fn blanks(
    it: Answering,
    text: &'static [Segment<'static>],
    options: &'static [Choice<'static>],
) -> AnyView {
    let mut choices: Vec<Choosable> =
        options.iter().map(|option| (option.id.0.to_owned(), option.text.plain())).collect();
    quiz::shuffle(&mut choices, it.seed);
    let mut number = 0;
    let parts: Vec<AnyView> = text
        .iter()
        .map(|segment| match segment {
            Segment::Words(words) => words.into_any(),
            Segment::Blank(_) => {
                let asked = number.to_string();
                number += 1;
                let label = (of_quiz().blank)(number);
                blank(it, number == 1, asked, label, &choices)
            }
        })
        .collect();
    view! { <p class="blanks">{parts}</p> }.into_any()
}

fn blank(
    it: Answering,
    first: bool,
    asked: String,
    label: String,
    choices: &[Choosable],
) -> AnyView {
    let (of_mark, of_id) = (asked.clone(), asked.clone());
    let mark = derived(move || it.mark_of(&of_mark));
    let id = id_of(first, &asked);
    view! {
        <span class="blank" data-mark=mark>
            {select(it, id, asked, Some(label), choices)}
            <span class="option-mark" id=mark_id(&of_id)>{derived(move || words_of(mark.get()))}</span>
        </span>
    }
    .into_any()
}

fn row(
    it: Answering,
    at: usize,
    asked: &'static str,
    label: AnyView,
    choices: &[Choosable],
) -> AnyView {
    let id = id_of(at == 0, asked);
    let mark = derived(move || it.mark_of(asked));
    view! {
        <li data-mark=mark>
            <label for=id.clone() class="option-text">{label}</label>
            {select(it, id, asked.to_owned(), None, choices)}
            <span class="option-mark" id=mark_id(asked)>{derived(move || words_of(mark.get()))}</span>
        </li>
    }
    .into_any()
}

/// The list for one thing, which shows what was put to it.
fn select(
    it: Answering,
    id: String,
    asked: String,
    label: Option<String>,
    choices: &[Choosable],
) -> AnyView {
    let mark = mark_id(&asked);
    let asked = StoredValue::new(asked);
    let none = (String::new(), of_quiz().choose.to_owned());
    let options: Vec<_> = std::iter::once(&none)
        .chain(choices)
        .map(|(value, words)| {
            let own = value.clone();
            let chosen = derived(move || {
                it.draft.with(|answer| {
                    asked.with_value(|asked| answer.put_to(asked).unwrap_or_default() == own)
                })
            });
            view! { <option value=value.clone() prop:selected=chosen>{words.clone()}</option> }
        })
        .collect();
    let put = move |event| {
        let value = event_target_value(&event);
        it.draft.update(|answer| asked.with_value(|asked| answer.put(asked, &value)));
    };
    let off = it.closed;
    view! {
        <select id=id aria-label=label aria-describedby=mark disabled=off on:change=put>
            {options}
        </select>
    }
    .into_any()
}

/// The id of the list for a thing; the first gets the focus when the item is tried again.
fn id_of(first: bool, asked: &str) -> String {
    if first { super::FIRST_OPTION.to_owned() } else { ["put-", asked].concat() }
}

/// The id of what is said of one thing once the answer is graded.
pub(super) fn mark_id(asked: &str) -> String {
    ["mark-", asked].concat()
}

fn words_of(mark: Option<&'static str>) -> &'static str {
    let [right, wrong, _] = messages().option_marks;
    match mark {
        Some("right") => right,
        Some(_) => wrong,
        None => "",
    }
}
