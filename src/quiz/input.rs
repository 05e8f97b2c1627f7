//! The place for an answer, by the type of the item.

use super::estimate::figures;
use super::find::FindInput;
use super::open::own_words;
use super::options::OptionsInput;
use super::order::OrderInput;
use super::selects::{blanks, partners, weighings};
use crate::i18n::{messages, of_map, of_quiz};
use leptos::prelude::*;
use quiz::{Answer, Fault, Grade};
use story::{Question, Task};

/// What goes on with an answer.
#[derive(Clone, Copy)]
pub(super) struct Answering {
    /// The item.
    pub(super) question: &'static Question<'static>,
    /// Decides in which order options are shown.
    pub(super) seed: u64,
    /// The answer as it stands.
    pub(super) draft: RwSignal<Answer>,
    /// What it earned, once it was handed in.
    pub(super) result: Signal<Option<Grade<'static>>>,
    /// Whether the answer can be changed no more.
    pub(super) closed: Signal<bool>,
    /// Whether the rubric of an answer in one's own words is shown.
    pub(super) rubric_shown: RwSignal<bool>,
}

impl Answering {
    /// How what was put to a thing came out: right, wrong, or not graded yet.
    pub(super) fn mark_of(self, asked: &str) -> Option<&'static str> {
        self.result.with(|grade| {
            let wrong = grade.as_ref()?.faults.iter().any(|fault| is_about(fault, asked));
            Some(if wrong { "wrong" } else { "right" })
        })
    }
}

/// Whether a fault is about a thing to which something was put.
fn is_about(fault: &Fault<'_>, asked: &str) -> bool {
    match fault {
        Fault::Misplaced(id) => id.0 == asked,
        Fault::Filled(at, _) | Fault::Missing(at) => at.to_string() == asked,
        Fault::Off(year) => year.to_string() == asked,
        Fault::Chosen(_) | Fault::Left(_) => false,
    }
}

/// How the item is answered, in words.
pub(super) fn instruction(task: &Task<'_>) -> &'static str {
    let (t, of_quiz) = (messages(), of_quiz());
    match task {
        Task::ChooseOne { .. } => t.choose_one,
        Task::ChooseSeveral { .. } => t.choose_several,
        Task::Order { .. } => t.put_in_order,
        Task::FindOnMap { .. } => of_map().find,
        Task::Match { .. } => of_quiz.match_pairs,
        Task::WordBank { .. } => of_quiz.fill_blanks,
        Task::WeighSources { .. } => of_quiz.weigh,
        Task::Estimate { .. } => of_quiz.estimate,
        Task::Open { .. } => of_quiz.own_words,
    }
}

/// The place for the answer.
pub(super) fn input(it: Answering) -> AnyView {
    let Answering { question, seed, draft, result, .. } = it;
    match &question.task {
        Task::ChooseOne { options, .. } => {
            let options = options.as_slice();
            view! { <OptionsInput question options seed several=false draft result/> }.into_any()
        }
        Task::ChooseSeveral { options, .. } => {
            let options = options.as_slice();
            view! { <OptionsInput question options seed several=true draft result/> }.into_any()
        }
        Task::Order { options, .. } => {
            view! { <OrderInput options=options.as_slice() draft result/> }.into_any()
        }
        Task::FindOnMap { .. } => view! { <FindInput draft result/> }.into_any(),
        Task::Match { pairs } => partners(it, pairs),
        Task::WordBank { text, options } => blanks(it, text, options),
        Task::WeighSources { sources } => weighings(it, sources),
        Task::Estimate { figures: all, .. } => figures(it, all),
        Task::Open { rubric } => own_words(it, rubric),
    }
}

/// An answer before anything was chosen. An order starts shuffled.
pub(super) fn first_draft(question: &Question<'_>, seed: u64) -> Answer {
    match &question.task {
        Task::ChooseOne { .. } | Task::FindOnMap { .. } => Answer::One(String::new()),
        Task::ChooseSeveral { .. } => Answer::Several(Vec::new()),
        Task::Order { key, .. } => {
            let mut order: Vec<String> = key.iter().map(|id| id.0.to_owned()).collect();
            let right = order.clone();
            // A shuffle that changes nothing would give the answer away.
            for attempt in 0..8 {
                quiz::shuffle(&mut order, seed.wrapping_add(attempt));
                if order != right {
                    break;
                }
            }
            Answer::Order(order)
        }
        Task::Open { .. } => Answer::Own { text: String::new(), met: Vec::new() },
        Task::Match { .. }
        | Task::WordBank { .. }
        | Task::WeighSources { .. }
        | Task::Estimate { .. } => Answer::Pairs(Vec::new()),
    }
}

/// Whether nothing at all was answered yet.
pub(super) fn is_empty(answer: &Answer) -> bool {
    match answer {
        Answer::One(id) => id.is_empty(),
        Answer::Several(ids) => ids.is_empty(),
        Answer::Order(_) => false,
        Answer::Pairs(pairs) => pairs.is_empty(),
        Answer::Own { text, .. } => text.trim().is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;

    #[test]
    fn no_item_begins_with_its_key() {
        for question in &story().questions {
            for seed in 0..20 {
                let draft = first_draft(question, seed);
                let right = quiz::grade(&question.task, &draft).is_ok_and(|it| it.is_right());
                assert!(!right, "{} {seed}", question.id);
            }
        }
    }
}
