//! Practice: items one after the other, with the ways from one to the next.

use super::item::ItemView;
use super::view::{ITEM_HEADING, Place};
use crate::content::{passage_at, questions, story};
use crate::i18n::{messages, of_quiz};
use crate::progress::ProgressState;
use crate::shell::events::{derived, next_frame};
use crate::shell::{Navigation, focus_id};
use leptos::prelude::*;
use story::Question;

/// Practice over all chapters or, by `?chapter=` or `?passage=` in the address, over one, or over what
/// one passage settles.
pub(super) fn practice(
    navigation: Navigation,
    progress: ProgressState,
    place: Memo<Place>,
) -> AnyView {
    let t = messages();
    let items = derived(move || {
        let (chapter, passage) = place.with(|place| (place.chapter.clone(), place.passage.clone()));
        questions()
            .into_iter()
            .flatten()
            .filter(|it| chapter.as_deref().is_none_or(|wanted| it.passage.chapter.0 == wanted))
            .filter(|it| passage.as_deref().is_none_or(|wanted| it.passage.to_string() == wanted))
            .collect::<Vec<&'static Question<'static>>>()
    });
    // The address names the item; where it does not, the first that is not answered rightly.
    let at = Memo::new(move |_| {
        let item = place.with(|place| place.item.clone());
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
            navigation.set_query("item", id);
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
    let of_chapter = derived(move || {
        place.with(|place| {
            if let Some((_, passage)) = place.passage.as_deref().and_then(passage_at) {
                return Some((of_quiz().passage_check)(passage.heading));
            }
            let chapter = story().chapters.get(place.chapter.as_deref()?)?;
            Some((of_quiz().chapter_check)(chapter.title))
        })
    });
    view! {
        {move || of_chapter.get().map(|words| view! { <p class="quiz-chapter">{words}</p> })}
        <h2 id=ITEM_HEADING tabindex="-1">
            {number}
        </h2>
        {move || {
            let question = item.get().and_then(|id| questions()?.get(id));
            question.map(|question| view! { <ItemView question anew=false/> })
        }}
        <p class="quiz-steps">
            <button type="button" disabled=at_first on:click=move |_| go(-1)>
                {t.previous_question}
            </button>
            <button type="button" disabled=at_last on:click=move |_| go(1)>
                {t.next_question}
            </button>
        </p>
        <p class="quiz-score">{score}</p>
    }
    .into_any()
}

fn is_right(progress: ProgressState, question: &Question<'_>) -> bool {
    progress.with_untracked(|it| it.answers.get(question.id.0).is_some_and(|it| it.is_right()))
}

fn is_right_tracked(progress: ProgressState, question: &Question<'_>) -> bool {
    progress.with(|it| it.answers.get(question.id.0).is_some_and(|it| it.is_right()))
}
