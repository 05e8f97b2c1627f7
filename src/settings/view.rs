//! The page of settings, prerendered: scripts bring its controls in step with what holds.

use super::choices::{CHOICES, Choice};
use super::{device, travel};
use crate::content::story;
use crate::i18n::{ChoiceWords, messages, of_settings};
use leptos::prelude::*;

/// How the page looks, what it keeps on this device, and how to take that along.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let t = of_settings();
    let choices: Vec<AnyView> =
        CHOICES.iter().zip(&t.choices).map(|(choice, words)| choice_view(choice, words)).collect();
    let sample = story()
        .chapters
        .iter()
        .flat_map(|chapter| &chapter.passages)
        .next()
        .and_then(|passage| passage.full.plain().split('\n').next().map(str::to_owned));
    view! {
        <h1 tabindex="-1">{t.heading}</h1>
        <p class="no-scripts">{messages().needs_script}</p>
        <div id="settings-view">
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
                <p>{sample}</p>
            </section>
        </div>
        <section class="kept" aria-labelledby="kept-heading">
            <h2 id="kept-heading">{t.kept}</h2>
            <p>{t.kept_introduction}</p>
            <p id=device::NONE>{t.kept_nothing}</p>
            <ul class="kept-items" hidden></ul>
            <p class="kept-clear" hidden>
                <button type="button" id="clear-device" aria-haspopup="dialog">
                    {t.clear}
                </button>
            </p>
            <p id=device::CLEARED tabindex="-1"></p>
            <dialog id=device::QUESTION aria-labelledby="clear-heading" aria-describedby="clear-words">
                <h2 id="clear-heading">{t.clear_question}</h2>
                <div id="clear-words">
                    <p>{t.clear_list}</p>
                    <ul class="kept-items"></ul>
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
        </div>
    }
}

fn choice_view(choice: &'static Choice, words: &'static ChoiceWords) -> AnyView {
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
                        checked=*value == choice.usual
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
