//! What is said of an answer: how right it was, why each fault is one, and where to read it.

use crate::i18n::{messages, of_quiz};
use crate::route::Route;
use crate::shell::Navigation;
use crate::widgets::{Prose, Runs, address_of};
use leptos::prelude::*;
use quiz::{Fault, Grade};
use story::{Choice, ChoiceId, Question, Target, Task, Text};

/// Id of what is said of an answer, which gets the focus when the answer is handed in.
pub(super) const VERDICT: &str = "item-verdict";

/// What is said of an answer.
pub(super) fn verdict(
    question: &'static Question<'static>,
    grade: &Grade<'static>,
    again: Option<Callback<leptos::ev::MouseEvent>>,
) -> AnyView {
    let t = messages();
    let right = grade.is_right();
    let open = quiz::grade::is_judged_by_reader(&question.task);
    // The rubric above shows what was not found, and a word that was put twice is explained once.
    let mut about = Vec::new();
    let mut reasons = Vec::new();
    for fault in &grade.faults {
        if let Some(choice) = fault.choice().filter(|choice| !about.contains(choice)) {
            about.push(choice);
            reasons.extend(reason(question, *fault));
        }
    }
    let of_all = match &question.task {
        Task::FindOnMap { feedback, .. } | Task::Estimate { feedback, .. } if !right => {
            Some(view! { <Prose text=feedback/> })
        }
        _ => None,
    };
    let sentence = way_to_sentence(question);
    let claim = ["#/claims/", question.claim.0].concat();
    view! {
        <div class="verdict-box" data-right=(right || open).to_string()>
            <h3 id=VERDICT tabindex="-1">{heading(question, grade)}</h3>
            {(!reasons.is_empty()).then(|| view! { <ul class="faults">{reasons}</ul> })}
            {of_all}
            {(right || open).then(|| view! { <Prose text=&question.explanation/> })}
            <p class="item-actions">
                <a class="action" href=sentence>{t.take_me_to_the_sentence}</a>
                <a class="ref-claim" href=claim>{t.how_do_we_know}</a>
                {again
                    .filter(|_| !right)
                    .map(|again| {
                        view! {
                            <button type="button" on:click=move |event| again.run(event)>
                                {t.try_again}
                            </button>
                        }
                    })}
            </p>
        </div>
    }
    .into_any()
}

/// How right an answer was, in a few words.
pub(super) fn heading(question: &Question<'_>, grade: &Grade<'_>) -> String {
    let t = messages();
    if quiz::grade::is_judged_by_reader(&question.task) {
        (of_quiz().found)(grade.points, grade.out_of)
    } else if grade.is_right() {
        t.right.to_owned()
    } else if grade.points == 0 {
        t.wrong.to_owned()
    } else {
        (t.partly_right)(grade.points, grade.out_of)
    }
}

/// Why something was a fault; none where nothing more is to be said.
fn reason(question: &'static Question<'static>, fault: Fault<'static>) -> Option<AnyView> {
    let mark = if matches!(fault, Fault::Left(_)) { "fault-left" } else { "fault-chosen" };
    let (about, feedback): (_, &'static Text<'static>) = match (fault, &question.task) {
        (_, Task::Match { pairs }) => {
            let pair = pairs.iter().find(|pair| Some(pair.id) == fault.choice())?;
            (&pair.text, &pair.feedback)
        }
        (_, Task::WeighSources { sources }) => {
            let weighing = sources.iter().find(|source| Some(source.id) == fault.choice())?;
            (&weighing.text, &weighing.feedback)
        }
        _ => {
            let choice = choice(question, fault.choice()?)?;
            (&choice.text, &choice.feedback)
        }
    };
    if feedback.is_empty() {
        return None;
    }
    Some(
        view! {
            <li class=mark>
                <p class="fault-option"><Runs text=about/></p>
                <Prose text=feedback/>
            </li>
        }
        .into_any(),
    )
}

/// The option with this id.
fn choice(
    question: &'static Question<'static>,
    id: ChoiceId<'_>,
) -> Option<&'static Choice<'static>> {
    let options = match &question.task {
        Task::ChooseOne { options, .. }
        | Task::ChooseSeveral { options, .. }
        | Task::WordBank { options, .. }
        | Task::Order { options, .. } => options,
        _ => return None,
    };
    options.iter().find(|option| option.id == id)
}

/// The passage that settles an item, with the way back to the item in the address.
fn way_to_sentence(question: &Question<'_>) -> String {
    let chapter = use_context::<Navigation>().and_then(|navigation| {
        navigation.route.with_untracked(|it| it.query_value("chapter").map(str::to_owned))
    });
    let mut route = Route::from(address_of(Target::Passage(question.passage)));
    route.query.push(("from".to_owned(), question.id.0.to_owned()));
    route.query.extend(chapter.map(|chapter| ("chapter".to_owned(), chapter)));
    route.hash()
}
