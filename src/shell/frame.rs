//! The frame as it is prerendered: masthead, popover, and the place for the app.

use crate::content::story;
use crate::i18n::{messages, of_search, of_settings};
use crate::route::List;
use leptos::prelude::*;

/// Views of the main navigation: first part of the page's name, and address.
pub(super) const MAIN: [(&str, &str); 5] = [
    ("read", "/read"),
    ("map", "/map"),
    ("timeline", "/timeline"),
    ("quiz", "/quiz"),
    ("sources", "/sources"),
];

/// Everything before the main landmark.
#[component]
pub fn Frame() -> impl IntoView {
    let t = messages();
    let labels = [t.nav_story, t.nav_map, t.nav_timeline, t.nav_quiz, t.nav_sources];
    let first = story().chapters.iter().next().map(|chapter| format!("/read/{}", chapter.id));
    let links = MAIN
        .into_iter()
        .zip(labels)
        .map(|((page, address), label)| {
            // With scripts off an address must be the id of something that stands in the page.
            let address = match (page, &first) {
                ("read", Some(first)) => first.clone(),
                _ => address.to_owned(),
            };
            view! { <li><a href=format!("#{address}") data-nav=page>{label}</a></li> }
        })
        .collect_view();
    view! {
        <a class="skip" href="#main">{t.skip_to_content}</a>
        <header class="masthead">
            <a class="brand" href="#/">{brand(story().title)}</a>
            <nav aria-label=t.main_navigation>
                <ul>{links}</ul>
            </nav>
            <p class="tools needs-script">
                <a href="#/search" data-nav="search" aria-keyshortcuts="/">{of_search().heading}</a>
                " "
                <a href="#/settings" data-nav="settings">{of_settings().heading}</a>
                " "
                <button type="button" id="theme-switch" class="theme-switch" aria-pressed="false">
                    {t.dark_theme}
                </button>
            </p>
        </header>
        <div id="app"></div>
        <p class="notice newer-edition" id="newer-edition" role="status" hidden>
            {t.newer_edition} " " <button type="button">{t.load_newer}</button>
        </p>
        <crate::reader::StageFrame/>
        <div
            id=super::popover::POPOVER
            popover="auto"
            role="dialog"
            aria-labelledby=super::popover::HEADING
        >
            <p class="label"></p>
            <h2 id=super::popover::HEADING tabindex="-1">{t.how_do_we_know}</h2>
            <div class="popover-content"></div>
            <p class="popover-actions">
                <button type="button" class="popover-close">{t.close}</button>
                <a class="open-page" href=format!("#/{}", List::Claims.slug())>{t.open_page}</a>
            </p>
        </div>
    }
}

/// The story's title as the mark of the page: its middle word is printed in the second colour.
fn brand(title: &'static str) -> impl IntoView {
    title
        .split(' ')
        .enumerate()
        .map(|(at, word)| view! { {(at > 0).then_some(" ")}<span>{word}</span> })
        .collect_view()
}
