//! The front page.

use crate::content::story;
use crate::i18n::messages;
use leptos::prelude::*;

/// The title, the ways in, and the contents.
#[component]
pub fn HomePage() -> impl IntoView {
    let t = messages();
    let story = story();
    let chapters = story
        .chapters
        .iter()
        .enumerate()
        .map(|(at, chapter)| {
            view! {
                <li>
                    <a href=format!("#/read/{}", chapter.id)>
                        <span class="number" aria-hidden="true">{at + 1}</span>
                        <span class="title">{chapter.title}</span>
                        <span class="kicker">{chapter.kicker}</span>
                    </a>
                    <span class="chapter-progress" data-progress=chapter.id.0></span>
                </li>
            }
        })
        .collect_view();
    let first = story.chapters.iter().next().map(|chapter| {
        view! { <a class="action" href=format!("#/read/{}", chapter.id)>{t.start_reading}</a> }
    });
    view! {
        <header class="poster poster-title">
            <TitleArt/>
            <h1 tabindex="-1">{title_lines(story.title)}</h1>
            <p class="subtitle">{story.subtitle}</p>
        </header>
        <p class="ways">{first} <a class="action resume" href="#/" hidden>{t.resume}</a></p>
        <div class="home-columns">
            <nav class="contents" aria-labelledby="contents-heading">
                <h2 id="contents-heading">{t.chapters}</h2>
                <ol>{chapters}</ol>
                <p class="needs-script">
                    <button type="button" id="print-story">{t.print_story}</button>
                </p>
            </nav>
            <ul class="doors">
                <li><a href="#/map">{t.nav_map}</a><p>{t.map_invitation}</p></li>
                <li><a href="#/quiz">{t.nav_quiz}</a><p>{t.quiz_invitation}</p></li>
                <li><a href="#/disputes">{t.nav_sources}</a><p>{t.sources_invitation}</p></li>
            </ul>
        </div>
    }
}

/// The title with each word on a line of its own.
fn title_lines(title: &'static str) -> impl IntoView {
    title
        .split(' ')
        .enumerate()
        .map(|(at, word)| view! { {(at > 0).then_some(" ")}<span class="line">{word}</span> })
        .collect_view()
}

/// Two leaves of a gate, pushed open, with light falling between them.
#[component]
fn TitleArt() -> impl IntoView {
    view! {
        <svg class="art" viewBox="720 0 480 420" preserveAspectRatio="xMaxYMid slice" aria-hidden="true" focusable="false">
            <g>
                <path class="second" d="M760 0h440v420H760z"/>
                <path class="paper" d="M880 420 930 0h110l60 420z"/>
                <path class="ink" d="M800 0h24v420h-24zM850 20l70-20v420l-70-40zM1180 0h-24v420h24zM1130 20l-70-20v420l70-40z"/>
                <path class="paper thin" d="M872 14v372M896 7v392M1108 14v372M1084 7v392"/>
            </g>
        </svg>
    }
}
