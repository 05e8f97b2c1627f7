//! How to teach with it: the teacher's page, which comes with the evidence.

use crate::content::story;
use crate::evidence::Later;
use crate::i18n::{messages, of_teach};
use crate::widgets::{Prose, Runs};
use leptos::prelude::*;
use story::{Teaching, TeachingKind};

/// Aims, plans, prompts, what needs care, and how things are done.
#[component]
pub fn TeachPage() -> impl IntoView {
    let t = of_teach();
    let kinds = TeachingKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let of_kind = |part: &&'static Teaching<'static>| part.kind == kind;
            let parts: Vec<_> = story().teaching.rows().iter().filter(of_kind).collect();
            (!parts.is_empty()).then(|| {
                let parts = parts.into_iter().map(|part| view! { <Part part/> }).collect_view();
                view! { <section class="teach"><h2>{(t.kind)(kind)}</h2>{parts}</section> }
            })
        })
        .collect_view();
    let [file, package] =
        t.downloads.map(|(href, words)| view! { <a href=href download="">{words}</a> }.into_any());
    let ways = t.ways.map(|(href, words)| view! { <li><a href=href>{words}</a></li> }.into_any());
    view! {
        <h1 tabindex="-1">{messages().teach}</h1>
        {(!story().teaching.is_empty())
            .then(|| {
                view! {
                    <Later id="later-teach">
                        <p class="lead">{t.introduction}</p>
                        {kinds}
                        <nav class="teach" aria-label=t.tools>
                            <h2>{t.tools}</h2>
                            <ul>{ways.into_iter().collect_view()}</ul>
                            <span class="by-file">{t.take_along} " " {file} "; " {package} "."</span>
                        </nav>
                    </Later>
                }
            })}
    }
}

#[component]
fn Part(part: &'static Teaching<'static>) -> impl IntoView {
    let t = of_teach();
    let minutes = (!part.steps.is_empty())
        .then(|| view! { " (" <span class="minutes">{(t.minutes)(part.minutes())}</span> ")" });
    let steps = part
        .steps
        .iter()
        .map(|step| {
            view! {
                <li><b>{(t.minutes)(u32::from(step.minutes))}</b> <Prose text=&step.what/></li>
            }
        })
        .collect_view();
    let touches = part.touches.iter().map(|text| view! { <li><Runs text/></li> }).collect_view();
    view! {
        <article class="teach-part">
            <h3>{part.title}{minutes}</h3>
            <Prose text=&part.about/>
            {(!part.steps.is_empty()).then(|| view! { <ol class="steps">{steps}</ol> })}
            {(!part.touches.is_empty())
                .then(|| view! { <p>{t.touches}</p><ul>{touches}</ul> })}
        </article>
    }
}
