//! The quiz: one item at a time, with the ways from one to the next.

use super::item::ItemView;
use crate::content::questions;
use crate::i18n::messages;
use crate::progress::ProgressState;
use crate::route::{Route, View};
use crate::shell::events::{derived, next_frame};
use crate::shell::{Navigation, focus_id};
use leptos::prelude::*;
use story::Question;

/// Id of the heading above an item, which gets the focus when the item changes.
const ITEM_HEADING: &str = "item-heading";

/// The quiz, over all chapters or, by `?chapter=` in the address, over one.
#[component]
pub fn QuizView() -> impl IntoView {
    let t = messages();
    let (Some(navigation), Some(progress)) =
        (use_context::<Navigation>(), use_context::<ProgressState>())
    else {
        return ().into_any();
    };
    // The chapter and the item that the address names. While the reader looks at another page they
    // stay, and with them an answer that was begun.
    let named = Memo::new(move |before: Option<&(Option<String>, Option<String>)>| {
        navigation.route.with(|route| {
            let value = |name| route.query_value(name).map(str::to_owned);
            match route.view {
                View::Quiz(_) => (value("chapter"), value("item")),
                _ => before.cloned().unwrap_or_default(),
            }
        })
    });
    let items = derived(move || {
        let chapter = named.with(|(chapter, _)| chapter.clone());
        questions()
            .into_iter()
            .flatten()
            .filter(|it| chapter.as_deref().is_none_or(|wanted| it.passage.chapter.0 == wanted))
            .collect::<Vec<&'static Question<'static>>>()
    });
    // The address names the item; where it does not, the first that is not answered rightly.
    let at = Memo::new(move |_| {
        let item = named.with(|(_, item)| item.clone());
        items.with(|items| {
            let named = item.and_then(|id| items.iter().position(|it| it.id.0 == id));
            named.unwrap_or_else(|| {
                let open = items.iter().position(|it| !is_right(progress, it));
                open.unwrap_or(0)
            })
        })
    });
    let item = Memo::new(move |_| items.with(|items| items.get(at.get()).map(|it| it.id.0)));
    let go = move |step: isize| {
        let to = items.with_untracked(|items| {
            items.get(at.get_untracked().checked_add_signed(step)?).map(|item| item.id.0)
        });
        if let Some(id) = to {
            let mut route: Route = navigation.route.get_untracked();
            route.query.retain(|(name, _)| name != "item");
            route.query.push(("item".to_owned(), id.to_owned()));
            navigation.replace(route);
            next_frame(|| focus_id(ITEM_HEADING));
        }
    };
    let at_first = derived(move || at.get() == 0);
    let at_last = derived(move || items.with(|items| at.get() + 1 >= items.len()));
    let number = derived(move || (t.question_number)(at.get() + 1, items.with(Vec::len)));
    let score = derived(move || {
        items.with(|items| {
            let answered = progress.with(|progress| {
                items.iter().filter(|it| progress.answers.contains_key(it.id.0)).count()
            });
            let right = items.iter().filter(|it| is_right_tracked(progress, it)).count();
            (t.quiz_score)(right, answered, items.len())
        })
    });
    view! {
        <div class="quiz">
            <h2 id=ITEM_HEADING tabindex="-1">
                {number}
            </h2>
            {move || {
                let question = item.get().and_then(|id| questions()?.get(id));
                question.map(|question| view! { <ItemView question/> })
            }}
            <p class="quiz-steps">
                <button type="button" disabled=at_first on:click=move |_| go(-1)>
                    {t.previous_question}
                </button>
                <button
                    type="button"
                    disabled=at_last
                    on:click=move |_| go(1)
                >
                    {t.next_question}
                </button>
            </p>
            <p class="quiz-score">{score}</p>
        </div>
    }
    .into_any()
}

fn is_right(progress: ProgressState, question: &Question<'_>) -> bool {
    progress.with_untracked(|it| it.answers.get(question.id.0).is_some_and(|it| it.is_right()))
}

fn is_right_tracked(progress: ProgressState, question: &Question<'_>) -> bool {
    progress.with(|it| it.answers.get(question.id.0).is_some_and(|it| it.is_right()))
}
