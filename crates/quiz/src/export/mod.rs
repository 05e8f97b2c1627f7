//! Items as files that other programs read.
//!
//! | task | [`gift`] | [`moodle`] | [`qti`] |
//! |---|---|---|---|
//! | choose one | one of several | one of several | our points |
//! | choose several | weights, see below | weights, see below | our points |
//! | order | left out | counts all pairs | our points |
//! | match pairs | matching | matching, our points | our points |
//! | find on the map | left out | left out | left out |
//! | estimate | a range, if of one year | a range for each year, our points | our points |
//! | word bank | missing word, if of one blank | lists in a text, our points | our points |
//! | weigh sources | matching | matching, our points | our points |
//! | open answer | without points | rubric for who grades | rubric for who grades |
//!
//! An item that a format can't carry honestly is named in [`Export::left_out`]. Feedback that a
//! format can't give by option stands together with the explanation. Of several boxes, Moodle says
//! that of each ticked one: a right one's when it is ticked, where here it is said when it is left.
//! Hints go where a format has them, which is [`moodle`] alone.
//!
//! Weights: of several boxes Moodle adds what each ticked one weighs, so that it can't reward a
//! box rightly left. Each right one weighs its share of the right ones, and each wrong one takes
//! off what it would cost here, the share of one among all options. That gives our points for
//! every answer that has all right options, and for none; an answer that lacks right options gets
//! less than here.

pub mod gift;
pub mod moodle;
pub mod qti;
mod xml;
pub mod zip;

#[cfg(test)]
mod rules;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod well_formed;

use story::{Bearing, Choice, ChoiceId, Figure, Question, SourceId, Task, Text};

/// What files say besides their items.
#[derive(Clone, Copy)]
pub struct About<'s> {
    /// What the items are together.
    pub title: &'s str,
    /// The language of the items, as in BCP 47.
    pub language: &'s str,
    /// Address of the page, which that of a passage within it follows.
    pub page: &'s str,
    /// Stands before the address of the passage that settles an item.
    pub settled: &'s str,
    /// Stands before what a good answer touches.
    pub rubric: &'s str,
    /// How a source bears on a statement.
    pub bearing: fn(Bearing) -> &'static str,
    /// A source's name, to stand behind what it says.
    pub source: &'s dyn Fn(SourceId<'_>) -> Option<String>,
}

/// Files, and what did not go into them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// Name and content of each file; a name may have folders, parted by `/`.
    pub files: Vec<(String, String)>,
    /// Ids of items that were left out, and why.
    pub left_out: Vec<(String, Why)>,
}

/// Why an item is left out of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The format has no such type.
    NoType,
    /// It needs the map.
    NeedsMap,
    /// The format has one answer to a question, and this one asks for several.
    SeveralAnswers,
    /// The format can't part points among so many options.
    TooManyOptions,
    /// Where the format has boxes to tick, it can't give one of them all points.
    OneRight,
    /// No option is right.
    NoKey,
}

/// The passage that settles an item, as a line.
fn settled(question: &Question<'_>, about: &About<'_>) -> String {
    let address = question.passage;
    [about.settled, " ", about.page, "#/read/", address.chapter.0, "/", address.passage.0].concat()
}

/// What is said of a source, with its name.
fn weighed(weighing: &story::Weighing<'_>, about: &About<'_>) -> String {
    let said = weighing.text.plain();
    match (about.source)(weighing.source) {
        Some(name) => [&said, " (", &name, ")"].concat(),
        None => said,
    }
}

/// Feedback of tasks where a format can't give it by option, with what it is about.
fn remarks<'q, 'a>(task: &'q Task<'a>) -> Vec<(&'q Text<'a>, &'q Text<'a>)> {
    let mut found = Vec::new();
    match task {
        Task::Order { options, key } => {
            let in_order = key.iter().filter_map(|id| choice(options, *id));
            found.extend(in_order.map(|it| (&it.text, &it.feedback)));
        }
        Task::WordBank { options, .. } => {
            found.extend(options.iter().map(|it| (&it.text, &it.feedback)));
        }
        Task::Match { pairs } => found.extend(pairs.iter().map(|it| (&it.text, &it.feedback))),
        Task::WeighSources { sources } => {
            found.extend(sources.iter().map(|it| (&it.text, &it.feedback)));
        }
        Task::ChooseOne { .. }
        | Task::ChooseSeveral { .. }
        | Task::FindOnMap { .. }
        | Task::Estimate { .. }
        | Task::Open { .. } => {}
    }
    found.retain(|(_, feedback)| !feedback.is_empty());
    found
}

/// The option of an id.
fn choice<'q, 'a>(options: &'q [Choice<'a>], id: ChoiceId<'_>) -> Option<&'q Choice<'a>> {
    options.iter().find(|option| option.id == id)
}

/// Percent that one of so many has, as Moodle writes it: it refuses any other number.
fn share(number: usize) -> Option<&'static str> {
    const SHARES: [&str; 10] =
        ["100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10"];
    number.checked_sub(1).and_then(|at| SHARES.get(at).copied())
}

/// Percent that a right option of several adds, and that a wrong one takes off.
fn shares(
    options: &[Choice<'_>],
    key: &[ChoiceId<'_>],
) -> Result<(&'static str, &'static str), Why> {
    if key.is_empty() {
        return Err(Why::NoKey);
    }
    share(key.len()).zip(share(options.len())).ok_or(Why::TooManyOptions)
}

/// The least and the most that is near enough to a figure.
fn range(figure: &Figure, tolerance: u8) -> (u64, u64) {
    let tolerance = u64::from(tolerance);
    let least = u64::from(figure.least) * 100_u64.saturating_sub(tolerance);
    let most = u64::from(figure.most) * (100 + tolerance);
    (least.div_ceil(100), most / 100)
}

/// Parts items that a format carries from those that it does not.
fn carried<T>(
    questions: &[&Question<'_>],
    left_out: &mut Vec<(String, Why)>,
    write: &mut dyn FnMut(&Question<'_>) -> Result<T, Why>,
) -> Vec<T> {
    let mut written = Vec::new();
    for question in questions {
        match write(question) {
            Ok(it) => written.push(it),
            Err(why) => left_out.push((question.id.0.to_owned(), why)),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answer, grade};

    /// All choices among so many options, as bits.
    fn chosen(bits: usize, ids: &[ChoiceId<'static>]) -> Vec<ChoiceId<'static>> {
        ids.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, id)| *id).collect()
    }

    #[test]
    fn weights_give_our_points_to_answers_that_lack_nothing_right() {
        const IDS: [&str; 10] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        for number in 2..=IDS.len() {
            let ids: Vec<ChoiceId<'_>> = IDS[..number].iter().copied().map(ChoiceId).collect();
            let options: Vec<Choice<'_>> = ids
                .iter()
                .map(|id| Choice { id: *id, text: Text::default(), feedback: Text::default() })
                .collect();
            for right in 1..=number {
                let key = ids[..right].to_vec();
                let (plus, minus) = shares(&options, &key).unwrap();
                let (plus, minus): (f64, f64) = (plus.parse().unwrap(), minus.parse().unwrap());
                let task = Task::ChooseSeveral { options: options.clone(), key: key.clone() };
                for bits in 0..1 << number {
                    let given = chosen(bits, &ids);
                    let hits = given.iter().filter(|id| key.contains(id)).count();
                    let misses = given.len() - hits;
                    let moodle = (plus * hits as f64 - minus * misses as f64).max(0.0) / 100.0;
                    let given = given.iter().map(|id| id.0.to_owned()).collect();
                    let ours = grade(&task, &Answer::Several(given)).unwrap();
                    let ours = f64::from(ours.points) / f64::from(ours.out_of);
                    assert!(moodle <= ours + 1e-5);
                    if hits == right || bits == 0 {
                        assert!((moodle - ours).abs() < 1e-5, "{right} of {number}: {bits:b}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_range_is_what_is_graded_as_near() {
        for (least, most, tolerance) in
            [(1000, 1000, 20), (999, 1234, 25), (1, 3, 33), (0, 0, 99), (181_800, 185_227, 1)]
        {
            let figure = Figure { year: 1973, total: least, least, most, doubtful: false };
            let task =
                Task::Estimate { figures: vec![figure], tolerance, feedback: Text::default() };
            let (from, to) = range(&figure, tolerance);
            for estimate in [from.wrapping_sub(1), from, to, to + 1] {
                let Ok(number) = u32::try_from(estimate) else { continue };
                let given = Answer::Pairs(vec![("1973".to_owned(), number.to_string())]);
                let near = (from..=to).contains(&estimate);
                assert_eq!(grade(&task, &given).unwrap().is_right(), near, "{number}");
            }
        }
    }
}
