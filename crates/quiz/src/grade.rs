//! Points and faults of an answer.
//!
//! | task | points out of | earned |
//! |---|---|---|
//! | choose one | 1 | 1 for the key |
//! | choose several | number of options | 1 for each option rightly chosen or rightly left, and none for an empty answer |
//! | find on the map | 1 | 1 for the group |
//! | order | number of options less 1 | 1 for each pair of neighbours in the answer that the key has in that order, not necessarily adjacent |
//!
//! Credit is monotonic: mending one fault never costs points.

use crate::answer::Answer;
use story::{ChoiceId, Task};

/// What an answer earned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade<'a> {
    /// Points earned.
    pub points: u32,
    /// Points that can be earned.
    pub out_of: u32,
    /// What was wrong, in the order of the options.
    pub faults: Vec<Fault<'a>>,
}

impl Grade<'_> {
    /// Whether all points were earned.
    pub fn is_right(&self) -> bool {
        self.points == self.out_of
    }
}

/// One thing that was wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault<'a> {
    /// An option was chosen that does not hold.
    Chosen(ChoiceId<'a>),
    /// An option was left that holds.
    Left(ChoiceId<'a>),
    /// An option stands at the wrong place.
    Misplaced(ChoiceId<'a>),
}

impl<'a> Fault<'a> {
    /// The option that it is about.
    pub fn choice(self) -> ChoiceId<'a> {
        match self {
            Self::Chosen(choice) | Self::Left(choice) | Self::Misplaced(choice) => choice,
        }
    }
}

/// Why an answer can't be graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is of another kind than the task asks for.
    OtherKind,
    /// It names an option that the task does not have, or one twice.
    UnknownOption,
    /// It leaves out options that an order needs.
    Incomplete,
    /// The task is not graded by machine.
    NotGraded,
}

/// Whether answers to this task are graded here.
pub fn is_graded(task: &Task<'_>) -> bool {
    matches!(
        task,
        Task::ChooseOne { .. }
            | Task::ChooseSeveral { .. }
            | Task::Order { .. }
            | Task::FindOnMap { .. }
    )
}

/// Grades an answer.
///
/// # Errors
/// When the answer does not fit the task; nothing is assumed of its ids.
pub fn grade<'a>(task: &Task<'a>, answer: &Answer) -> Result<Grade<'a>, Refusal> {
    match (task, answer) {
        (Task::ChooseOne { options, key }, Answer::One(chosen)) => {
            let chosen = options
                .iter()
                .find(|option| option.id.0 == chosen)
                .ok_or(Refusal::UnknownOption)?;
            let right = chosen.id == *key;
            let faults = if right { Vec::new() } else { vec![Fault::Chosen(chosen.id)] };
            Ok(Grade { points: u32::from(right), out_of: 1, faults })
        }
        (Task::ChooseSeveral { options, key }, Answer::Several(chosen)) => {
            let ids: Vec<ChoiceId<'a>> = options.iter().map(|option| option.id).collect();
            refuse_strangers(&ids, chosen)?;
            let faults: Vec<Fault<'a>> = ids
                .iter()
                .filter_map(|id| match (key.contains(id), chosen.iter().any(|it| it == id.0)) {
                    (true, false) => Some(Fault::Left(*id)),
                    (false, true) => Some(Fault::Chosen(*id)),
                    _ => None,
                })
                .collect();
            let out_of = count(ids.len());
            let earned = out_of.saturating_sub(count(faults.len()));
            // Leaving all empty would earn the distractors' points without any thought.
            let points = if chosen.is_empty() && !key.is_empty() { 0 } else { earned };
            Ok(Grade { points, out_of, faults })
        }
        (Task::Order { key, .. }, Answer::Order(order)) => {
            refuse_strangers(key, order)?;
            if order.len() != key.len() {
                return Err(Refusal::Incomplete);
            }
            let places: Vec<usize> =
                order.iter().filter_map(|id| key.iter().position(|it| it.0 == id)).collect();
            let points = places.windows(2).filter(|pair| matches!(pair, [a, b] if a < b)).count();
            let faults = key
                .iter()
                .zip(order)
                .filter(|(right, given)| right.0 != given.as_str())
                .filter_map(|(_, given)| key.iter().find(|it| it.0 == given))
                .map(|choice| Fault::Misplaced(*choice))
                .collect();
            Ok(Grade { points: count(points), out_of: count(key.len().saturating_sub(1)), faults })
        }
        // Which groups there are, only the story knows; any other is wrong.
        (Task::FindOnMap { group, .. }, Answer::One(chosen)) => match chosen.as_str() {
            "" => Err(Refusal::Incomplete),
            chosen => {
                let points = u32::from(chosen == group.0);
                Ok(Grade { points, out_of: 1, faults: Vec::new() })
            }
        },
        (
            Task::ChooseOne { .. }
            | Task::ChooseSeveral { .. }
            | Task::Order { .. }
            | Task::FindOnMap { .. },
            Answer::One(_) | Answer::Several(_) | Answer::Order(_),
        ) => Err(Refusal::OtherKind),
        _ => Err(Refusal::NotGraded),
    }
}

/// Refuses an answer with an option that is not known or stands twice.
fn refuse_strangers(known: &[ChoiceId<'_>], given: &[String]) -> Result<(), Refusal> {
    let sound = given.iter().enumerate().all(|(at, id)| {
        known.iter().any(|it| it.0 == id) && !given.iter().take(at).any(|before| before == id)
    });
    if sound { Ok(()) } else { Err(Refusal::UnknownOption) }
}

/// A count of options, of which no question has more than fit.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use story::{Choice, Text};

    const IDS: [&str; 5] = ["a", "b", "c", "d", "e"];

    fn options(ids: &[&'static str]) -> Vec<Choice<'static>> {
        ids.iter()
            .map(|id| Choice { id: ChoiceId(id), text: Text::default(), feedback: Text::default() })
            .collect()
    }

    fn one() -> Task<'static> {
        Task::ChooseOne { options: options(&IDS), key: ChoiceId("c") }
    }

    fn several(key: &[&'static str]) -> Task<'static> {
        let key = key.iter().copied().map(ChoiceId).collect();
        Task::ChooseSeveral { options: options(&IDS), key }
    }

    fn order() -> Task<'static> {
        Task::Order { options: options(&IDS), key: IDS.into_iter().map(ChoiceId).collect() }
    }

    fn texts(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn the_key_earns_all_points() {
        assert!(grade(&one(), &Answer::One("c".into())).unwrap().is_right());
        let holds = grade(&several(&["a", "d"]), &Answer::Several(texts(&["d", "a"]))).unwrap();
        assert!(holds.is_right() && holds.faults.is_empty());
        let sorted = grade(&order(), &Answer::Order(texts(&IDS))).unwrap();
        assert!(sorted.is_right() && sorted.faults.is_empty());
    }

    #[test]
    fn a_group_is_found_or_not() {
        let task = Task::FindOnMap { group: story::GroupId("ccsa"), feedback: Text::default() };
        assert!(is_graded(&task));
        assert!(grade(&task, &Answer::One("ccsa".into())).unwrap().is_right());
        let wrong = grade(&task, &Answer::One("elsewhere".into())).unwrap();
        assert_eq!((wrong.points, wrong.out_of), (0, 1));
        assert_eq!(grade(&task, &Answer::One(String::new())), Err(Refusal::Incomplete));
        assert_eq!(grade(&task, &Answer::Several(vec![])), Err(Refusal::OtherKind));
    }

    #[test]
    fn a_fault_names_the_option_and_what_was_wrong_with_it() {
        let grade_of = grade(&several(&["a", "d"]), &Answer::Several(texts(&["a", "b"]))).unwrap();
        assert_eq!(grade_of.points, 3);
        assert_eq!(grade_of.faults, [Fault::Chosen(ChoiceId("b")), Fault::Left(ChoiceId("d"))]);
    }

    #[test]
    fn nothing_chosen_earns_nothing() {
        assert_eq!(grade(&several(&["a"]), &Answer::Several(vec![])).unwrap().points, 0);
    }

    #[test]
    fn an_answer_that_does_not_fit_is_refused() {
        assert_eq!(grade(&one(), &Answer::One("x".into())), Err(Refusal::UnknownOption));
        assert_eq!(grade(&one(), &Answer::Several(vec![])), Err(Refusal::OtherKind));
        assert_eq!(grade(&order(), &Answer::Order(texts(&["a"]))), Err(Refusal::Incomplete));
        let twice = Answer::Order(texts(&["a", "a", "b", "c", "d"]));
        assert_eq!(grade(&order(), &twice), Err(Refusal::UnknownOption));
        let open = Task::Open { rubric: vec![] };
        assert_eq!(grade(&open, &Answer::One("a".into())), Err(Refusal::NotGraded));
    }

    fn subset() -> impl Strategy<Value = Vec<&'static str>> {
        proptest::sample::subsequence(IDS.to_vec(), 1..=5)
    }

    proptest! {
        #[test]
        fn any_answer_has_a_grade_within_bounds_or_a_refusal(
            ids in proptest::collection::vec("[a-f]", 0..7), kind in 0u8..3
        ) {
            let answer = match kind {
                0 => Answer::One(ids.first().cloned().unwrap_or_default()),
                1 => Answer::Several(ids),
                _ => Answer::Order(ids),
            };
            for task in [one(), several(&["a", "d"]), order()] {
                if let Ok(grade) = grade(&task, &answer) {
                    prop_assert!(grade.points <= grade.out_of);
                    prop_assert_eq!(grade.is_right(), grade.faults.is_empty());
                }
            }
        }

        #[test]
        fn the_order_of_options_does_not_matter(
            key in subset(), chosen in subset(), mut shown in Just(IDS.to_vec()), seed: u64
        ) {
            let answer = Answer::Several(texts(&chosen));
            let plain = grade(&several(&key), &answer).unwrap();
            crate::shuffle(&mut shown, seed);
            let key: Vec<_> = key.iter().copied().map(ChoiceId).collect();
            let shuffled =
                grade(&Task::ChooseSeveral { options: options(&shown), key }, &answer).unwrap();
            prop_assert_eq!((plain.points, plain.out_of), (shuffled.points, shuffled.out_of));
        }

        #[test]
        fn mending_one_fault_never_costs_points(key in subset(), chosen in subset()) {
            let task = several(&key);
            let before = grade(&task, &Answer::Several(texts(&chosen))).unwrap();
            for fault in &before.faults {
                let mut mended = chosen.clone();
                match fault {
                    Fault::Chosen(id) => mended.retain(|it| *it != id.0),
                    Fault::Left(id) | Fault::Misplaced(id) => mended.push(id.0),
                }
                let after = grade(&task, &Answer::Several(texts(&mended))).unwrap();
                // An answer emptied by mending is the one exception, and it is documented.
                prop_assert!(mended.is_empty() || after.points > before.points);
            }
        }
    }
}
