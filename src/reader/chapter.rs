//! One chapter as a page.

use super::poster::PosterArt;
use crate::content::story;
use crate::i18n::{messages, of_listen, of_notes};
use crate::route::{List, View};
use crate::widgets::Prose;
use leptos::prelude::*;
use story::{Chapter, GroupId, Meanwhile, Passage, PersonId};

/// A chapter: poster, question, passages in full and easy text, and the ways on.
///
/// Full and easy text share each passage's anchor. The switch between them is a checkbox and a rule
/// of the style sheet, so it works with scripts off; scripts only remember it.
#[component]
pub fn ChapterPage(
    /// The chapter.
    chapter: &'static Chapter<'static>,
) -> impl IntoView {
    let t = messages();
    let number = story().chapters.position(chapter.id.0).map_or(0, |position| position + 1);
    let switch = format!("easy-{}", chapter.id);
    let switch_label = switch.clone();
    let lines = chapter
        .poster
        .lines
        .iter()
        .enumerate()
        // The space keeps the lines apart for those who hear the heading.
        .map(|(at, line)| view! { {(at > 0).then_some(" ")}<span class="line">{*line}</span> })
        .collect_view();
    let passages = chapter
        .passages
        .iter()
        .map(|passage| view! { <PassageSection chapter passage/> })
        .collect_view();
    view! {
        <header class=format!("poster poster-{}", chapter.poster.art)>
            <PosterArt poster=&chapter.poster/>
            <p class="kicker">{(t.chapter_number)(number)}<br/>{chapter.kicker}</p>
            <h1 tabindex="-1">{lines}</h1>
        </header>
        <div class="chapter">
            {neighbour(chapter, 1).map(|next| view! {
                <a class="skip" href=format!("#/read/{}", next.id)>{t.next_chapter} ": " {next.title}</a>
            })}
            <p class="question">{chapter.question}</p>
            <input type="checkbox" role="switch" class="easy-switch" id=switch data-chapter=chapter.id.0/>
            <label for=switch_label>{t.easy_words}</label>
            <div class="stage-place"></div>
            <div class="passages">
                {passages}
                {chapter.meanwhile.as_ref().map(|meanwhile| view! { <MeanwhilePanel meanwhile/> })}
            </div>
            <ChapterAside chapter/>
            <div class="closing">
                <p class="label">{t.argue}</p>
                <p class="question">{chapter.closing}</p>
                <p class="test"><a class="action" href=format!("#/quiz?chapter={}", chapter.id)>{t.test_yourself}</a></p>
            </div>
            <ChapterNavigation chapter/>
        </div>
    }
}

#[component]
fn PassageSection(
    chapter: &'static Chapter<'static>,
    passage: &'static Passage<'static>,
) -> impl IntoView {
    let address = format!("/read/{}/{}", chapter.id, passage.id);
    let questions = format!("#/quiz?passage={}/{}", chapter.id, passage.id);
    let is_asked_about = story()
        .questions
        .iter()
        .any(|it| it.passage.chapter == chapter.id && it.passage.passage == passage.id);
    view! {
        <section class="passage" id=address data-passage=format!("{}/{}", chapter.id, passage.id)>
            <h2 tabindex="-1">{passage.heading}</h2>
            <div role="group" class="passage-tools" aria-label=(messages().passage_tools)(passage.heading)>
                <button class="listen">{of_listen().heading}</button>
                <button class="mark">{of_notes().mark}</button>
                <button class="copy-link">{messages().copy_link}</button>
                {is_asked_about.then(|| view! { <a href=questions>{messages().questions_here}</a> })}
            </div>
            <div class="full"><Prose text=&passage.full/></div>
            <div class="easy"><Prose text=&passage.easy/></div>
        </section>
    }
}

/// What happened elsewhere at the same time, in full and easy text like the passages.
#[component]
fn MeanwhilePanel(meanwhile: &'static Meanwhile<'static>) -> impl IntoView {
    view! {
        <section class="meanwhile">
            <h2>{meanwhile.title}</h2>
            <div class="full"><Prose text=&meanwhile.full/></div>
            <div class="easy"><Prose text=&meanwhile.easy/></div>
        </section>
    }
}

/// Groups and people that the chapter speaks of, as links.
#[component]
fn ChapterAside(chapter: &'static Chapter<'static>) -> impl IntoView {
    let t = messages();
    let mut groups: Vec<GroupId<'static>> = Vec::new();
    let mut people: Vec<PersonId<'static>> = Vec::new();
    for passage in &chapter.passages {
        groups.extend(
            passage.groups.iter().filter(|id| !groups.contains(id)).copied().collect::<Vec<_>>(),
        );
        people.extend(
            passage.people.iter().filter(|id| !people.contains(id)).copied().collect::<Vec<_>>(),
        );
    }
    let groups: Vec<_> = groups
        .into_iter()
        .filter_map(|id| story().groups.get(id.0))
        .map(|group| view! { <li>{entry_link(List::Map, group.id.0, group.name)} ", " {group.city}</li> })
        .collect();
    let people: Vec<_> = people
        .into_iter()
        .filter_map(|id| story().people.get(id.0))
        .map(|person| view! { <li>{entry_link(List::People, person.id.0, person.name)}</li> })
        .collect();
    let list = |heading: &'static str, entries: Vec<AnyView>| {
        (!entries.is_empty()).then(|| view! { <div><h3>{heading}</h3><ul>{entries}</ul></div> })
    };
    // With scripts off all chapters stand on one page, so each says which it is.
    let label = format!("{}: {}", t.in_this_chapter, chapter.title);
    (!groups.is_empty() || !people.is_empty()).then(|| {
        view! {
            <aside class="chapter-aside" aria-label=label>
                <h2>{t.in_this_chapter}</h2>
                {list(t.groups, groups.into_iter().map(IntoAny::into_any).collect())}
                {list(t.people, people.into_iter().map(IntoAny::into_any).collect())}
            </aside>
        }
    })
}

fn entry_link(list: List, id: &str, name: &'static str) -> impl IntoView + use<> {
    let href = format!("#{}", View::List(list, Some(id.to_owned())).path());
    view! { <a href=href>{name}</a> }
}

#[component]
fn ChapterNavigation(chapter: &'static Chapter<'static>) -> impl IntoView {
    let t = messages();
    let label = format!("{}: {}", t.chapter_navigation, chapter.title);
    view! {
        <nav class="chapter-navigation" aria-label=label>
            {neighbour(chapter, -1).map(|it| chapter_link(t.previous_chapter, "previous", it))}
            {neighbour(chapter, 1).map(|it| chapter_link(t.next_chapter, "next", it))}
        </nav>
    }
}

/// The chapter so many places after another, if there is one.
fn neighbour(chapter: &Chapter<'_>, step: isize) -> Option<&'static Chapter<'static>> {
    let at = story().chapters.position(chapter.id.0)?.checked_add_signed(step)?;
    story().chapters.rows().get(at)
}

/// A link to a chapter, which says how it stands to the one that the link is in.
fn chapter_link(
    label: &'static str,
    class: &'static str,
    to: &'static Chapter<'static>,
) -> impl IntoView {
    view! {
        <a class=class href=format!("#/read/{}", to.id)>
            <span class="label">{label}</span>
            <span class="spoken">": "</span>
            <span class="title">{to.title}</span>
        </a>
    }
}
