//! Making a paper: how many questions of what sort, or the code of one that was made.

use super::pool::{edition, paper};
use super::view::ITEM_HEADING;
use crate::content::story;
use crate::i18n::of_quiz;
use crate::route::{Route, View};
use crate::shell::events::next_frame;
use crate::shell::{Navigation, focus_id};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use quiz::paper::{KINDS, MOST, SEEDS};
use quiz::{Blueprint, Mix, PaperCode};

/// How many questions a paper has where the reader does not say.
const COUNT: u8 = 12;

const COMPLAINT: &str = "paper-complaint";

/// The form.
pub(super) fn new_paper(navigation: Navigation) -> AnyView {
    let t = of_quiz();
    let blueprint =
        RwSignal::new(Blueprint { chapters: 0, kinds: 0, count: COUNT, mix: Mix::Balanced });
    let typed = RwSignal::new(String::new());
    let complaint = RwSignal::new(String::new());
    let complain = move |words: String| {
        complaint.set(words);
        next_frame(|| focus_id(COMPLAINT));
    };
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        let blueprint = blueprint.get_untracked().normal();
        let code = PaperCode { blueprint, seed: any_seed(), edition: edition() };
        if paper(&code).is_empty() {
            complain(t.no_such_questions.to_owned());
        } else {
            open(navigation, code);
        }
    };
    let read = move |event: SubmitEvent| {
        event.prevent_default();
        match PaperCode::read(&typed.get_untracked()) {
            Ok(code) => open(navigation, code),
            Err(error) => complain((t.wrong_code)(error)),
        }
    };
    let chapters = story().chapters.iter().enumerate().map(|(at, chapter)| {
        let flip = move |on: bool| {
            blueprint.update(|it| it.chapters = with_bit(it.chapters, at, on));
        };
        tick(chapter.title, flip)
    });
    let kinds = (0..KINDS.len()).map(|at| {
        let flip = move |on: bool| {
            blueprint.update(|it| it.kinds = with_bit(u64::from(it.kinds), at, on) as u16);
        };
        tick((t.kind)(at), flip)
    });
    let mixes = Mix::ALL.into_iter().enumerate().map(|(at, mix)| {
        view! {
            <option value=at.to_string() selected=mix == Mix::Balanced>
                {(t.mix)(mix)}
            </option>
        }
    });
    let set_count = move |event| {
        let count = event_target_value(&event).parse::<u8>().unwrap_or(COUNT);
        blueprint.update(|it| it.count = count.clamp(1, MOST));
    };
    let set_mix = move |event| {
        let mix =
            event_target_value(&event).parse().ok().and_then(|at: usize| Mix::ALL.get(at).copied());
        blueprint.update(|it| it.mix = mix.unwrap_or_default());
    };
    view! {
        <h2 id=ITEM_HEADING tabindex="-1">{t.new_paper}</h2>
        <p>{t.about_papers}</p>
        <p class="complaint" id=COMPLAINT tabindex="-1" hidden=move || complaint.with(String::is_empty)>
            {complaint}
        </p>
        <form class="item new-paper" on:submit=make>
            <p>
                <label for="paper-count">{t.how_many}</label>
                <input
                    id="paper-count"
                    type="number"
                    min="1"
                    max=MOST.to_string()
                    value=COUNT.to_string()
                    on:change=set_count
                />
            </p>
            <p>
                <label for="paper-mix">{t.how_hard}</label>
                <select id="paper-mix" on:change=set_mix>{mixes.collect_view()}</select>
            </p>
            <p class="hint">{t.none_is_all}</p>
            <fieldset>
                <legend>{t.which_chapters}</legend>
                {chapters.collect_view()}
            </fieldset>
            <fieldset>
                <legend>{t.which_types}</legend>
                {kinds.collect_view()}
            </fieldset>
            <p class="item-actions"><button type="submit" class="action">{t.make_paper}</button></p>
        </form>
        <form class="item new-paper" on:submit=read>
            <p>
                <label for="paper-code">{t.have_code}</label>
                <input
                    id="paper-code"
                    type="text"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </p>
            <p class="item-actions"><button type="submit">{t.open_paper}</button></p>
        </form>
    }
    .into_any()
}

fn tick(words: &'static str, flip: impl Fn(bool) + 'static) -> AnyView {
    let flip: Box<dyn Fn(bool)> = Box::new(flip);
    view! {
        <label class="box">
            <input type="checkbox" on:change=move |event| flip(event_target_checked(&event))/>
            {words}
        </label>
    }
    .into_any()
}

fn with_bit(bits: u64, at: usize, on: bool) -> u64 {
    let bit = 1_u64.checked_shl(at as u32).unwrap_or(0);
    if on { bits | bit } else { bits & !bit }
}

/// A seed, by chance.
pub(super) fn any_seed() -> u32 {
    (js_sys::Math::random() * f64::from(SEEDS)) as u32
}

/// Goes to a paper.
pub(super) fn open(navigation: Navigation, code: PaperCode) {
    navigation.go(Route::from(View::Quiz(Some(code.write()))));
    next_frame(|| focus_id(ITEM_HEADING));
}
