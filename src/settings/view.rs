//! The page of settings.

use super::choices::{CHOICES, Choice};
use super::{device, root, travel};
use crate::i18n::{ChoiceWords, messages};
use crate::shell::Navigation;
use crate::shell::events::{effect, on_window};
use leptos::prelude::*;

/// How the page looks, what it keeps on this device, and how to take that along.
#[component]
pub fn SettingsView() -> impl IntoView {
    let t = &messages().settings;
    let choices: Vec<AnyView> =
        CHOICES.iter().zip(&t.choices).map(|(choice, words)| choice_view(choice, words)).collect();
    let kept = RwSignal::new(Vec::<String>::new());
    let refresh = move || kept.set(device::kept_in_words());
    if let Some(navigation) = use_context::<Navigation>() {
        // While other pages were shown, more may have been read.
        effect(move || {
            navigation.route.track();
            refresh();
        });
    }
    on_window(root::STORED, move |_| refresh());
    on_window("storage", move |_| refresh());
    let items = move || {
        kept.get().into_iter().map(|item| view! { <li>{item}</li> }.into_any()).collect::<Vec<_>>()
    };
    let none = Signal::derive(move || kept.with(Vec::is_empty));
    let some = Signal::derive(move || !none.get());
    view! {
        <p class="lead">{t.introduction}</p>
        <div class="settings">
            <form class="choices">
                {choices}
                <p>
                    <button type="button" id="reset-settings">
                        {t.reset}
                    </button>
                </p>
            </form>
            <section class="sample" aria-labelledby="sample-heading">
                <h2 id="sample-heading">{t.sample}</h2>
                <p>{sample()}</p>
            </section>
        </div>
        <section class="kept" aria-labelledby="kept-heading">
            <h2 id="kept-heading">{t.kept}</h2>
            <p>{t.kept_introduction}</p>
            <p hidden=some>{t.kept_nothing}</p>
            <ul hidden=none>{items}</ul>
            <p hidden=none>
                <button type="button" id="clear-device" aria-haspopup="dialog">
                    {t.clear}
                </button>
            </p>
            <p id=device::CLEARED tabindex="-1"></p>
            <dialog id=device::QUESTION aria-labelledby="clear-heading" aria-describedby="clear-words">
                <h2 id="clear-heading">{t.clear_question}</h2>
                <div id="clear-words">
                    <p>{t.clear_list}</p>
                    <ul>{items}</ul>
                    <p>{t.clear_warning}</p>
                </div>
                <p class="popover-actions">
                    <button type="button" id="clear-no" autofocus>
                        {t.clear_no}
                    </button>
                    <button type="button" id="clear-yes">
                        {t.clear_yes}
                    </button>
                </p>
            </dialog>
        </section>
        <section class="travel" aria-labelledby="travel-heading">
            <h2 id="travel-heading">{t.file}</h2>
            <p>{t.file_introduction}</p>
            <p>
                <button type="button" id="save-progress">
                    {t.save}
                </button>
            </p>
            <p>
                <label for="load-progress">{t.load}</label>
                <input type="file" id="load-progress" accept=".txt,text/plain"/>
            </p>
            <p id=travel::RESULT role="status"></p>
        </section>
    }
}

fn choice_view(choice: &'static Choice, words: &'static ChoiceWords) -> AnyView {
    let now = root::chosen(choice);
    let hint = format!("hint-{}", choice.name);
    let radios: Vec<AnyView> = choice
        .values
        .iter()
        .zip(words.labels)
        .map(|(value, label)| {
            view! {
                <label>
                    <input
                        type="radio"
                        name=choice.name
                        data-setting=choice.name
                        value=*value
                        checked=*value == now
                    />
                    {*label}
                </label>
            }
            .into_any()
        })
        .collect();
    let described = (!words.hint.is_empty()).then(|| hint.clone());
    let said = (!words.hint.is_empty()).then(|| view! { <p class="hint" id=hint>{words.hint}</p> });
    view! {
        <fieldset aria-describedby=described>
            <legend>{words.legend}</legend>
            <div class="values">{radios}</div>
            {said}
        </fieldset>
    }
    .into_any()
}

/// A piece of the story: its first paragraph.
fn sample() -> String {
    let paragraph = document().query_selector(".full p").ok().flatten();
    paragraph.and_then(|it| it.text_content()).unwrap_or_default()
}

/// Takes all choices back.
pub(super) fn reset(navigation: Navigation) {
    for choice in &CHOICES {
        root::choose(choice, choice.usual);
    }
    navigation.announce(messages().settings.reset_done.to_owned());
}
