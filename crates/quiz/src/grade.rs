//! Points and faults of an answer.
//!
//! | task | points out of | earned |
//! |---|---|---|
//! | choose one | 1 | 1 for the key |
//! | choose several | number of options | 1 for each option rightly chosen or rightly left, and none for an empty answer |
//! | find on the map | 1 | 1 for the group |
//! | match pairs | number of pairs | 1 for each that was given its partner |
//! | word bank | number of blanks | 1 for each that was given its word |
//! | weigh sources | number of sources | 1 for each that was weighed rightly |
//! | estimate | number of years | 1 for each figure that is no farther off than the tolerance from any that was counted |
//! | open answer | points of the rubric | 1 for each that the reader found in the answer: nobody else judges it |
//! | order | number of options less 1 | 1 for each pair of neighbours in the answer that the key has in that order, not necessarily adjacent |
//!
//! Credit is monotonic: mending one fault never costs points.

use crate::answer::Answer;
use story::{Bearing, ChoiceId, Figure, Segment, Task};

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
    /// An option stands at the wrong place, has the wrong partner, or was weighed wrongly.
    Misplaced(ChoiceId<'a>),
    /// A blank, by its number from 0, was given the wrong word.
    Filled(usize, ChoiceId<'a>),
    /// The figure of a year is too far off.
    Off(i16),
    /// A point of the rubric, by its number from 0, was not found in the answer.
    Missing(usize),
}

impl<'a> Fault<'a> {
    /// The option that it is about, if it is about one.
    pub fn choice(self) -> Option<ChoiceId<'a>> {
        match self {
            Self::Chosen(choice)
            | Self::Left(choice)
            | Self::Misplaced(choice)
            | Self::Filled(_, choice) => Some(choice),
            Self::Off(_) | Self::Missing(_) => None,
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
    /// It leaves out what it needs to have: an option of an order, a partner, a word.
    Incomplete,
    /// It has something other than a whole number where a figure is asked for.
    NoNumber,
}

/// Whether only the reader judges answers to this task.
pub fn is_judged_by_reader(task: &Task<'_>) -> bool {
    matches!(task, Task::Open { .. })
}

/// Points that an answer to this task can earn.
pub fn out_of(task: &Task<'_>) -> u32 {
    match task {
        Task::ChooseOne { .. } | Task::FindOnMap { .. } => 1,
        Task::ChooseSeveral { options, .. } => count(options.len()),
        Task::Order { key, .. } => count(key.len().saturating_sub(1)),
        Task::Match { pairs } => count(pairs.len()),
        Task::WordBank { text, .. } => count(text.iter().filter_map(blank).count()),
        Task::WeighSources { sources } => count(sources.len()),
        Task::Estimate { figures, .. } => count(figures.len()),
        Task::Open { rubric } => count(rubric.len()),
    }
}

/// Grades an answer as far as it goes: what is missing in it earns nothing, and what can't be read
/// earns nothing at all. A paper is graded so, since it may be handed in with gaps.
pub fn grade_with_gaps<'a>(task: &Task<'a>, answer: &Answer) -> Grade<'a> {
    let nothing = |_| Grade { points: 0, out_of: out_of(task), faults: Vec::new() };
    graded(task, answer, true).unwrap_or_else(nothing)
}

/// Grades an answer.
///
/// # Errors
/// When the answer does not fit the task; nothing is assumed of its ids.
pub fn grade<'a>(task: &Task<'a>, answer: &Answer) -> Result<Grade<'a>, Refusal> {
    graded(task, answer, false)
}

fn graded<'a>(task: &Task<'a>, answer: &Answer, gaps: bool) -> Result<Grade<'a>, Refusal> {
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
        (Task::Match { pairs }, Answer::Pairs(given)) => {
            let ids: Vec<ChoiceId<'a>> = pairs.iter().map(|pair| pair.id).collect();
            let given = put_to_each(ids.iter().map(|id| id.0), given, gaps)?;
            if given.iter().flatten().any(|put| !ids.iter().any(|id| id.0 == *put)) {
                return Err(Refusal::UnknownOption);
            }
            let wrong = ids.iter().zip(given).filter(|(id, put)| Some(id.0) != *put);
            Ok(of_parts(ids.len(), wrong.map(|(id, _)| Fault::Misplaced(*id)).collect()))
        }
        (Task::WordBank { text, options }, Answer::Pairs(given)) => {
            let blanks: Vec<ChoiceId<'a>> = text.iter().filter_map(blank).collect();
            let numbers: Vec<String> = (0..blanks.len()).map(|at| at.to_string()).collect();
            let given = put_to_each(numbers.iter().map(String::as_str), given, gaps)?;
            let mut faults = Vec::new();
            for (at, (right, put)) in blanks.iter().zip(given).enumerate() {
                let known = |put: &str| options.iter().find(|option| option.id.0 == put);
                match put.map(|put| known(put).ok_or(Refusal::UnknownOption)).transpose()? {
                    Some(option) if option.id == *right => {}
                    Some(option) => faults.push(Fault::Filled(at, option.id)),
                    // Of an empty blank the word that belongs there is spoken.
                    None => faults.push(Fault::Filled(at, *right)),
                }
            }
            Ok(of_parts(blanks.len(), faults))
        }
        (Task::WeighSources { sources }, Answer::Pairs(given)) => {
            let given = put_to_each(sources.iter().map(|source| source.id.0), given, gaps)?;
            let mut faults = Vec::new();
            for (source, put) in sources.iter().zip(given) {
                let known = |put: &str| Bearing::ALL.into_iter().find(|it| it.slug() == put);
                let bearing =
                    put.map(|put| known(put).ok_or(Refusal::UnknownOption)).transpose()?;
                if bearing != Some(source.bears) {
                    faults.push(Fault::Misplaced(source.id));
                }
            }
            Ok(of_parts(sources.len(), faults))
        }
        (Task::Estimate { figures, tolerance, .. }, Answer::Pairs(given)) => {
            let years: Vec<String> = figures.iter().map(|it| it.year.to_string()).collect();
            let given = put_to_each(years.iter().map(String::as_str), given, gaps)?;
            let mut faults = Vec::new();
            for (figure, put) in figures.iter().zip(given) {
                let estimate: Option<u32> =
                    put.map(|put| put.parse().map_err(|_| Refusal::NoNumber)).transpose()?;
                if !estimate.is_some_and(|it| is_near(it, figure, *tolerance)) {
                    faults.push(Fault::Off(figure.year));
                }
            }
            Ok(of_parts(figures.len(), faults))
        }
        (Task::Open { rubric }, Answer::Own { met, .. }) => {
            if met.iter().any(|at| *at >= rubric.len()) {
                return Err(Refusal::UnknownOption);
            }
            let missing = (0..rubric.len()).filter(|at| !met.contains(at)).map(Fault::Missing);
            Ok(of_parts(rubric.len(), missing.collect()))
        }
        (
            Task::ChooseOne { .. }
            | Task::ChooseSeveral { .. }
            | Task::Order { .. }
            | Task::FindOnMap { .. }
            | Task::Match { .. }
            | Task::WordBank { .. }
            | Task::WeighSources { .. }
            | Task::Estimate { .. }
            | Task::Open { .. },
            _,
        ) => Err(Refusal::OtherKind),
    }
}

/// The grade of an answer of so many parts, each of which is right or has one fault.
fn of_parts(parts: usize, faults: Vec<Fault<'_>>) -> Grade<'_> {
    let out_of = count(parts);
    Grade { points: out_of.saturating_sub(count(faults.len())), out_of, faults }
}

/// What was put to each of the things that were asked for, in their order; with gaps allowed, none
/// where nothing was.
fn put_to_each<'g>(
    asked: impl Iterator<Item = &'g str>,
    given: &'g [(String, String)],
    gaps: bool,
) -> Result<Vec<Option<&'g str>>, Refusal> {
    let mut put = Vec::new();
    for thing in asked {
        let mut to_it = given.iter().filter(|(to, _)| to == thing);
        match (to_it.next(), to_it.next()) {
            (it, None) if gaps || it.is_some() => put.push(it.map(|(_, it)| it.as_str())),
            (None, _) => return Err(Refusal::Incomplete),
            (Some(_), _) => return Err(Refusal::UnknownOption),
        }
    }
    // With each asked for once at most, more were given only if something else was.
    let known = put.iter().flatten().count();
    if given.len() > known { Err(Refusal::UnknownOption) } else { Ok(put) }
}

/// The option that belongs into a blank.
pub(crate) fn blank<'a>(segment: &Segment<'a>) -> Option<ChoiceId<'a>> {
    match segment {
        Segment::Blank(id) => Some(*id),
        Segment::Words(_) => None,
    }
}

/// Whether an estimate is near enough to what anyone counted: between the least and the most, or no
/// farther from them than the tolerance. Fractions count for the reader.
fn is_near(estimate: u32, figure: &Figure, tolerance: u8) -> bool {
    let (estimate, tolerance) = (u64::from(estimate) * 100, u64::from(tolerance));
    let least = u64::from(figure.least) * 100_u64.saturating_sub(tolerance);
    let most = u64::from(figure.most) * (100 + tolerance);
    (least..=most).contains(&estimate)
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
    use crate::paper::KINDS;
    use crate::result::samples::key;
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

    fn pairs_task() -> Task<'static> {
        let pair = |id| story::Pair {
            id: ChoiceId(id),
            text: Text::default(),
            partner: Text::default(),
            feedback: Text::default(),
        };
        Task::Match { pairs: IDS.into_iter().map(pair).collect() }
    }

    fn word_bank() -> Task<'static> {
        let text = vec![
            Segment::Words("In "),
            Segment::Blank(ChoiceId("b")),
            Segment::Blank(ChoiceId("a")),
        ];
        Task::WordBank { text, options: options(&IDS) }
    }

    fn weigh() -> Task<'static> {
        let weighing = |(id, bears)| story::Weighing {
            id: ChoiceId(id),
            source: story::SourceId("paper"),
            text: Text::default(),
            bears,
            feedback: Text::default(),
        };
        Task::WeighSources { sources: IDS.into_iter().zip(Bearing::ALL).map(weighing).collect() }
    }

    fn estimate() -> Task<'static> {
        let figure = |(year, total, least, most)| Figure {
            year,
            total,
            least,
            most,
            doubtful: least != most,
        };
        let figures = [(1973, 1000, 1000, 1000), (1974, 2000, 2000, 3000)].map(figure).to_vec();
        Task::Estimate { figures, tolerance: 20, feedback: Text::default() }
    }

    fn open() -> Task<'static> {
        Task::Open { rubric: vec![Text::default(), Text::default()] }
    }

    fn pairs(given: &[(&str, &str)]) -> Answer {
        Answer::Pairs(given.iter().map(|(to, put)| ((*to).to_owned(), (*put).to_owned())).collect())
    }

    fn every_task() -> [Task<'static>; KINDS.len()] {
        let find = Task::FindOnMap { group: story::GroupId("a"), feedback: Text::default() };
        [
            one(),
            several(&["a", "d"]),
            order(),
            find,
            pairs_task(),
            word_bank(),
            weigh(),
            estimate(),
            open(),
        ]
    }

    #[test]
    fn the_key_of_every_type_earns_all_points() {
        for task in every_task() {
            let grade = grade(&task, &key(&task)).unwrap();
            assert!(grade.is_right() && grade.faults.is_empty(), "{}", task.slug());
            assert!(grade.out_of > 0);
        }
    }

    #[test]
    fn what_is_put_wrongly_is_named() {
        let given = pairs(&[("a", "b"), ("b", "a"), ("c", "c"), ("d", "d"), ("e", "d")]);
        let matched = grade(&pairs_task(), &given).unwrap();
        assert_eq!((matched.points, matched.out_of), (2, 5));
        assert_eq!(matched.faults, ["a", "b", "e"].map(|id| Fault::Misplaced(ChoiceId(id))));
        let filled = grade(&word_bank(), &pairs(&[("1", "a"), ("0", "e")])).unwrap();
        assert_eq!(filled.faults, [Fault::Filled(0, ChoiceId("e"))]);
        let weighed = [("a", "supports"), ("b", "supports"), ("c", "silent")];
        let weighed = grade(&weigh(), &pairs(&weighed)).unwrap();
        assert_eq!(weighed.faults, [Fault::Misplaced(ChoiceId("b"))]);
        let judged = Answer::Own { text: String::new(), met: vec![1, 1] };
        assert_eq!(grade(&open(), &judged).unwrap().faults, [Fault::Missing(0)]);
    }

    #[test]
    fn a_figure_may_be_as_far_off_as_the_tolerance_from_any_count() {
        let points = |first, second| {
            grade(&estimate(), &pairs(&[("1973", first), ("1974", second)])).unwrap().points
        };
        assert_eq!(points("800", "1600"), 2);
        assert_eq!(points("1200", "3600"), 2);
        assert_eq!(points("799", "1599"), 0);
        assert_eq!(points("1201", "3601"), 0);
        assert_eq!(points("1000", "2500"), 2);
        assert_eq!(points("0", "4294967295"), 0);
    }

    #[test]
    fn parts_that_are_missing_strange_or_double_are_refused() {
        let refused =
            |task: &Task<'static>, given: &[(&str, &str)]| grade(task, &pairs(given)).unwrap_err();
        assert_eq!(refused(&word_bank(), &[("0", "a")]), Refusal::Incomplete);
        assert_eq!(refused(&word_bank(), &[("0", "a"), ("1", "x")]), Refusal::UnknownOption);
        let stranger = [("0", "a"), ("1", "b"), ("2", "c")];
        assert_eq!(refused(&word_bank(), &stranger), Refusal::UnknownOption);
        assert_eq!(refused(&word_bank(), &[("0", "a"), ("0", "b")]), Refusal::UnknownOption);
        let words = [("1973", "many"), ("1974", "1")];
        assert_eq!(refused(&estimate(), &words), Refusal::NoNumber);
        let negative = [("1973", "-5"), ("1974", "1")];
        assert_eq!(refused(&estimate(), &negative), Refusal::NoNumber);
        let weighed = [("a", "supports"), ("b", "maybe"), ("c", "silent")];
        assert_eq!(refused(&weigh(), &weighed), Refusal::UnknownOption);
        let beyond = Answer::Own { text: String::new(), met: vec![2] };
        assert_eq!(grade(&open(), &beyond), Err(Refusal::UnknownOption));
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
        assert_eq!(grade(&open(), &Answer::One("a".into())), Err(Refusal::OtherKind));
    }

    /// Any answer, often of ids that a task knows.
    fn any_answer() -> impl Strategy<Value = Answer> {
        let id = || {
            prop_oneof![
                "[a-f]",
                "[0-3]",
                "197[3-5]",
                "-?[0-9]{0,12}",
                "supports|silent",
                "\\PC{0,4}"
            ]
        };
        let ids = proptest::collection::vec(id(), 0..7);
        let pairs = proptest::collection::vec((id(), id()), 0..7);
        prop_oneof![
            id().prop_map(Answer::One),
            ids.clone().prop_map(Answer::Several),
            ids.prop_map(Answer::Order),
            pairs.prop_map(Answer::Pairs),
            ("\\PC{0,9}", proptest::collection::vec(0usize..4, 0..4))
                .prop_map(|(text, met)| Answer::Own { text, met }),
        ]
    }

    fn subset() -> impl Strategy<Value = Vec<&'static str>> {
        proptest::sample::subsequence(IDS.to_vec(), 1..=5)
    }

    proptest! {
        #[test]
        fn any_answer_has_a_grade_within_bounds_or_a_refusal(answer in any_answer()) {
            for task in every_task() {
                if let Ok(grade) = grade(&task, &answer) {
                    prop_assert!(grade.points <= grade.out_of);
                    // A group that is not the one is no option that could be at fault.
                    let names_faults = !matches!(task, Task::FindOnMap { .. });
                    prop_assert!(!names_faults || grade.is_right() == grade.faults.is_empty());
                }
            }
        }

        #[test]
        fn gaps_cost_their_own_points_and_no_others(keep in proptest::collection::vec(any::<bool>(), 5)) {
            for task in [pairs_task(), word_bank(), weigh(), estimate()] {
                let Answer::Pairs(mut given) = key(&task) else { unreachable!() };
                let mut keep = keep.iter();
                given.retain(|_| keep.next() == Some(&true));
                let kept = given.len();
                let graded = grade_with_gaps(&task, &Answer::Pairs(given));
                prop_assert_eq!(graded.points as usize, kept);
                prop_assert_eq!(graded.out_of, out_of(&task));
                prop_assert_eq!(graded.faults.len(), out_of(&task) as usize - kept);
            }
        }

        #[test]
        fn with_gaps_any_answer_has_a_grade_and_a_whole_one_the_same(answer in any_answer()) {
            for task in every_task() {
                let lenient = grade_with_gaps(&task, &answer);
                prop_assert!(lenient.points <= lenient.out_of);
                prop_assert_eq!(lenient.out_of, out_of(&task));
                if let Ok(strict) = grade(&task, &answer) {
                    prop_assert_eq!(strict, lenient);
                }
            }
        }

        #[test]
        fn parts_that_are_put_right_earn_a_point_each(
            wrong in proptest::collection::vec(any::<bool>(), 5), mut order in Just([0, 1, 2, 3, 4]), seed: u64
        ) {
            crate::shuffle(&mut order, seed);
            for task in [pairs_task(), word_bank(), weigh(), estimate()] {
                let Answer::Pairs(right) = key(&task) else { unreachable!() };
                // Each wrong part has what belongs to another.
                let put = |at: usize| match right.len() {
                    all if wrong[at] => right[(at + 1) % all].1.clone(),
                    _ => right[at].1.clone(),
                };
                let given = order.iter().filter(|at| **at < right.len());
                let given = given.map(|at| (right[*at].0.clone(), put(*at))).collect();
                let graded = grade(&task, &Answer::Pairs(given)).unwrap();
                let expected = (0..right.len()).filter(|at| put(*at) == right[*at].1).count();
                prop_assert_eq!(graded.points as usize, expected, "{}", task.slug());
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
                    Fault::Left(id) => mended.push(id.0),
                    other => unreachable!("{other:?}"),
                }
                let after = grade(&task, &Answer::Several(texts(&mended))).unwrap();
                // An answer emptied by mending is the one exception, and it is documented.
                prop_assert!(mended.is_empty() || after.points > before.points);
            }
        }
    }
}
