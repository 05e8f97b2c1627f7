//! Numbers and letters of an item on paper: what stands on a worksheet is what stands on its key.

use crate::content::{POINTS, story};
use crate::i18n::of_sheets;
use crate::quiz::asked::first_draft;
use crate::quiz::{options, selects};
use quiz::Answer;
use story::{Question, Segment, Task};

/// An item on paper: things to which something is put, numbered, and things that can be put or chosen,
/// with letters.
pub(super) struct Labels {
    /// Ids and words of what is numbered.
    pub(super) numbered: Vec<(String, String)>,
    /// Ids and words of what has letters; of groups on the map, numbers.
    pub(super) lettered: Vec<(String, String)>,
    are_numbers: bool,
}

impl Labels {
    /// The numbers and letters of an item, in the order in which the screen shows it with this seed.
    pub(super) fn of(question: &'static Question<'static>, seed: u64) -> Self {
        let choices = |all: Vec<&'static story::Choice<'static>>| {
            all.into_iter().map(|it| (it.id.0.to_owned(), it.text.plain())).collect()
        };
        let (mut numbered, mut lettered) = (Vec::new(), Vec::new());
        match &question.task {
            Task::ChooseOne { options, .. } | Task::ChooseSeveral { options, .. } => {
                lettered = choices(options::shown(options, seed));
            }
            Task::Order { options, .. } => {
                if let Answer::Order(ids) = first_draft(question, seed) {
                    let find = |id: &String| options.iter().find(|it| it.id.0 == id);
                    lettered = choices(ids.iter().filter_map(find).collect());
                }
            }
            Task::FindOnMap { .. } => {
                let group = |(id, _): &(&str, _)| story().groups.get(id);
                let groups = POINTS.iter().filter_map(group);
                let words = |it: &story::Group<'_>| [it.short, ", ", it.city].concat();
                lettered = groups.map(|it| (it.id.0.to_owned(), words(it))).collect();
            }
            Task::Match { pairs } => {
                let asked = |it: &story::Pair<'_>| (it.id.0.to_owned(), it.text.plain());
                numbered = pairs.iter().map(asked).collect();
                lettered = selects::partners_shown(pairs, seed);
            }
            Task::WordBank { text, options } => {
                let blanks = text.iter().filter(|it| matches!(it, Segment::Blank(_))).count();
                numbered = (0..blanks).map(|at| (at.to_string(), String::new())).collect();
                lettered = selects::words_shown(options, seed);
            }
            Task::WeighSources { sources } => {
                let shown = selects::sources_shown(sources, seed).into_iter();
                numbered = shown.map(|it| (it.id.0.to_owned(), it.text.plain())).collect();
                lettered = selects::bearings();
            }
            Task::Estimate { figures, .. } => {
                let year = |it: &story::Figure| (it.year.to_string(), it.year.to_string());
                numbered = figures.iter().map(year).collect();
            }
            Task::Open { .. } => {}
        }
        Self { numbered, lettered, are_numbers: matches!(question.task, Task::FindOnMap { .. }) }
    }

    /// What stands before a thing that has a letter, by its position.
    pub(super) fn label(&self, at: usize) -> String {
        if self.are_numbers { (at + 1).to_string() } else { letter(at) }
    }

    /// An answer by its numbers and letters, as students write it: `C`, `A, D`, `1 C, 2 A`.
    pub(super) fn written(&self, answer: &Answer) -> String {
        let label =
            |id: &String| Some(self.label(self.lettered.iter().position(|it| it.0 == *id)?));
        let parts: Vec<String> = match answer {
            Answer::One(id) => label(id).into_iter().collect(),
            Answer::Several(ids) => {
                let mut labels: Vec<String> = ids.iter().filter_map(label).collect();
                labels.sort_unstable();
                labels
            }
            Answer::Order(ids) => ids.iter().filter_map(label).collect(),
            Answer::Pairs(_) => {
                let put = |(at, (id, words)): (usize, &(String, String))| {
                    let put = answer.put_to(id)?;
                    // Figures have no letters.
                    Some(match label(&put.to_owned()) {
                        Some(label) => [&(at + 1).to_string(), " ", &label].concat(),
                        None => [words, ": ", &figure(put)].concat(),
                    })
                };
                self.numbered.iter().enumerate().filter_map(put).collect()
            }
            Answer::Own { .. } => Vec::new(),
        };
        parts.join(", ")
    }

    /// The parts of an answer, in words.
    pub(super) fn in_words(&self, answer: &Answer) -> Vec<String> {
        let words = |id: &String| Some(self.lettered.iter().find(|it| it.0 == *id)?.1.clone());
        match answer {
            Answer::One(id) => words(id).into_iter().collect(),
            Answer::Several(ids) | Answer::Order(ids) => ids.iter().filter_map(words).collect(),
            Answer::Pairs(_) => {
                let put = |(at, (id, asked)): (usize, &(String, String))| {
                    let put = answer.put_to(id)?.to_owned();
                    let asked = if asked.is_empty() { (at + 1).to_string() } else { asked.clone() };
                    let asked = asked.trim_end_matches('.');
                    Some([asked, ": ", &words(&put).unwrap_or_else(|| figure(&put))].concat())
                };
                self.numbered.iter().enumerate().filter_map(put).collect()
            }
            Answer::Own { .. } => Vec::new(),
        }
    }
}

/// A number with its thousands set apart; whatever else was typed as it is.
fn figure(typed: &str) -> String {
    typed.parse().map_or_else(|_| typed.to_owned(), of_sheets().figure)
}

/// A, B, …; after Z, two letters.
fn letter(at: usize) -> String {
    let one = |at: usize| char::from(b'A' + (at % 26) as u8);
    match at / 26 {
        0 => one(at).to_string(),
        more => [one(more - 1), one(at)].iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use quiz::{grade, key};

    /// The answer that a line of a key means, read back as a teacher would.
    fn meant(question: &'static Question<'static>, seed: u64, line: &str) -> Answer {
        let labels = Labels::of(question, seed);
        let id = |label: &str| {
            let at = (0..labels.lettered.len()).find(|at| labels.label(*at) == label).unwrap();
            labels.lettered[at].0.clone()
        };
        let parts = || line.split(", ").filter(|it| !it.is_empty());
        match &question.task {
            Task::ChooseOne { .. } | Task::FindOnMap { .. } => Answer::One(id(line)),
            Task::ChooseSeveral { .. } => Answer::Several(parts().map(id).collect()),
            Task::Order { .. } => Answer::Order(parts().map(id).collect()),
            Task::Estimate { .. } => {
                let figures = parts().map(|part| part.split_once(": ").unwrap());
                Answer::Pairs(
                    figures.map(|(year, it)| (year.into(), it.replace(',', ""))).collect(),
                )
            }
            _ => Answer::Pairs(
                parts()
                    .map(|part| part.split_once(' ').unwrap())
                    .map(|(at, label)| {
                        let at: usize = at.parse().unwrap();
                        (labels.numbered[at - 1].0.clone(), id(label))
                    })
                    .collect(),
            ),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

        #[test]
        fn what_stands_on_a_key_is_graded_as_right(seed in any::<u64>()) {
            for question in &story().questions {
                if matches!(question.task, Task::Open { .. }) {
                    continue;
                }
                let line = Labels::of(question, seed).written(&key(&question.task));
                let given = meant(question, seed, &line);
                let right = grade(&question.task, &given).is_ok_and(|it| it.is_right());
                prop_assert!(right, "{}: {line}", question.id);
            }
        }
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52].map(letter), ["A", "Z", "AA", "AZ", "BA"]);
    }

    #[test]
    fn no_two_things_of_an_item_have_the_same_label_or_words() {
        for question in &story().questions {
            let labels = Labels::of(question, 7);
            let names = (0..labels.lettered.len()).map(|at| labels.label(at));
            let words = labels.lettered.iter().map(|(_, words)| words.clone());
            for all in [names.collect::<Vec<_>>(), words.collect()] {
                let different: std::collections::BTreeSet<_> = all.iter().collect();
                assert_eq!(different.len(), all.len(), "{}: {all:?}", question.id);
            }
        }
    }
}
