//! The quiz as a whole: practice, a paper, or what is to be reviewed, as the address says.

use super::cards::waiting;
use super::practice::practice;
use super::review::review;
use super::{new_paper, paper};
use crate::i18n::of_quiz;
use crate::progress::ProgressState;
use crate::route::View;
use crate::shell::Navigation;
use crate::shell::events::derived;
use leptos::prelude::*;

/// Id of the heading above an item, which gets the focus when the item changes.
pub(super) const ITEM_HEADING: &str = "item-heading";

/// The address of making a paper, behind that of the quiz.
pub(super) const NEW: &str = "paper";

const REVIEW: &str = "review";

/// Where in the quiz a reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Place {
    /// The part, or the code of a paper; practice where there is none.
    part: Option<String>,
    /// The chapter that is practiced.
    pub(super) chapter: Option<String>,
    /// The passage whose questions are practiced.
    pub(super) passage: Option<String>,
    /// The item, or the number of one in a paper.
    pub(super) item: Option<String>,
}

/// The quiz.
#[component]
pub fn QuizView() -> impl IntoView {
    let (Some(navigation), Some(progress)) =
        (use_context::<Navigation>(), use_context::<ProgressState>())
    else {
        return ().into_any();
    };
    // While the reader looks at another page the place stays, and with it an answer that was begun.
    let place = Memo::new(move |before: Option<&Place>| {
        navigation.route.with(|route| {
            let value = |name| route.query_value(name).map(str::to_owned);
            match &route.view {
                View::Quiz(part) => Place {
                    part: part.clone(),
                    chapter: value("chapter"),
                    passage: value("passage"),
                    item: value("item"),
                },
                _ => before.cloned().unwrap_or_default(),
            }
        })
    });
    let part = Memo::new(move |_| place.with(|place| place.part.clone()));
    let t = of_quiz();
    let due = derived(move || (t.review)(waiting(progress).0.len()));
    let link = move |to: Option<&'static str>, words: AnyView| {
        let current = derived(move || {
            part.with(|part| match part.as_deref() {
                None => to.is_none(),
                Some(REVIEW) => to == Some(REVIEW),
                Some(_) => to == Some(NEW),
            })
        });
        let href = to.map_or_else(|| "#/quiz".to_owned(), |to| ["#/quiz/", to].concat());
        view! {
            <li><a href=href aria-current=derived(move || current.get().then_some("page"))>{words}</a></li>
        }
    };
    view! {
        <div class="quiz">
            <nav class="quiz-modes" aria-label=t.modes>
                <ul>
                    {link(None, t.practice.into_any())}
                    {link(Some(NEW), t.paper.into_any())}
                    {link(Some(REVIEW), due.into_any())}
                </ul>
            </nav>
            {move || match part.get().as_deref() {
                None => practice(navigation, progress, place),
                Some(NEW) => new_paper::new_paper(navigation),
                Some(REVIEW) => review(navigation, progress),
                Some(code) => paper::paper(navigation, progress, place, code),
            }}
        </div>
    }
    .into_any()
}
