//! Item analysis: which items were hard, which part the class, and what was chosen in place of the
//! key.
//!
//! - *Difficulty* is the mean share of an item's points that was earned, as test makers have it: high
//!   for an easy item. An item that a student left counts as 0.
//! - *Discrimination* is the corrected item-total correlation: Pearson's, between the points earned
//!   with the item and the share of points earned with all other items of the same paper. Shares are
//!   taken in whole ten-thousandths, so that papers of different items can be put together and sums are
//!   exact: the order of students does not matter. It is undefined where all earned the same with
//!   the item, or all the same share with the others.
//! - What only the student judged (open answers) is no part of the other items' shares.
//!
//! All results are whole hundredths. With few students they are noise: show how many there were.
//!
//! What was chosen is counted for each thing that an item asks for:
//!
//! | task | parts | choices of each |
//! |---|---|---|
//! | choose one, choose several | the whole | all options |
//! | find on the map | the whole | the group, and those that were taken for it |
//! | order | each place, from 0 | all options |
//! | match pairs | each pair | the partners of all pairs |
//! | word bank | each blank, from 0 | all words |
//! | weigh sources | each source | all ways to bear |
//! | open answer | each point of the rubric, from 0 | none: it was found or not |
//! | estimate | none: a code tells only how many figures were near | |

use crate::answer::Answer;
use crate::grade::{blank, is_judged_by_reader, out_of};
use crate::result::Told;
use crate::tally::percent;
use story::{Bearing, Choice, PassageAddress, Question, Task};

/// In how many parts the shares of points are taken. With 10,000 students, sums stay far below what
/// 64 bits hold.
const PARTS: u64 = 10_000;

/// Below this difficulty, in hundredths, a passage is to be taught again.
const RETEACH: u32 = 50;

/// What one student handed in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet<'a, 't> {
    /// The items of the paper, each with what was answered; none where nothing was.
    pub items: Vec<(&'a Question<'a>, Option<&'t Told>)>,
}

/// What the answers of all students say of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemAnalysis<'a> {
    /// The item's id.
    pub id: &'a str,
    /// The passage that settles it.
    pub passage: PassageAddress<'a>,
    /// Whether only the students judged their answers.
    pub by_reader: bool,
    /// Papers that had the item.
    pub papers: u32,
    /// Answers given to it.
    pub answers: u32,
    /// Mean share of its points that was earned, in hundredths: 100 if all had it right.
    pub difficulty: u32,
    /// Correlation with the rest of the paper, in hundredths from -100 to 100; none where undefined.
    pub discrimination: Option<i32>,
    /// What it asks for, in its order.
    pub parts: Vec<Part>,
}

/// What was given to one of the things that an item asks for, or to all of it where that is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its id, or its number from 0; empty where it is the whole item.
    pub id: String,
    /// How often it was answered rightly.
    pub right: u32,
    /// How often nothing was given to it.
    pub left: u32,
    /// What can be given to it, in the order of the story. Groups on the map stand in the order of their
    /// ids, and only those that were chosen, with the right one.
    pub choices: Vec<Chosen>,
}

/// How often an option was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The option's id.
    pub id: String,
    /// Whether it holds: it is no distractor.
    pub is_key: bool,
    /// How often it was chosen.
    pub count: u32,
}

impl Part {
    /// Distractors that were chosen, the one that was chosen most often first; of those chosen as often,
    /// in their order.
    pub fn wrong(&self) -> Vec<&Chosen> {
        let mut wrong: Vec<&Chosen> = Vec::new();
        for chosen in self.choices.iter().filter(|it| !it.is_key && it.count > 0) {
            let at = wrong.partition_point(|it| it.count >= chosen.count);
            wrong.insert(at, chosen);
        }
        wrong
    }

    fn choose(&mut self, id: &str) {
        if let Some(chosen) = self.choices.iter_mut().find(|it| it.id == id) {
            chosen.count += 1;
        }
    }
}

impl ItemAnalysis<'_> {
    /// Whether so little of its points was earned that its passage is to be taught again.
    pub fn is_to_reteach(&self) -> bool {
        self.difficulty < RETEACH
    }

    /// The distractor that was chosen most often, with the part to which it was given; of several the
    /// first, and none if none ever was.
    pub fn most_chosen_wrong(&self) -> Option<(&Part, &Chosen)> {
        let mut most: Option<(&Part, &Chosen)> = None;
        for part in &self.parts {
            let Some(chosen) = part.wrong().into_iter().next() else { continue };
            if most.is_none_or(|(_, most)| most.count < chosen.count) {
                most = Some((part, chosen));
            }
        }
        most
    }
}

/// Adds up what a class handed in, one sheet at a time.
#[derive(Default)]
pub struct Analysis<'a> {
    /// Sums of each item, in the order of their ids.
    all: Vec<Sums<'a>>,
}

impl<'a> Analysis<'a> {
    /// Adds a sheet.
    pub fn add(&mut self, sheet: &Sheet<'a, '_>) {
        let marks = sheet.items.iter().map(|(question, told)| Mark::of(question, *told));
        let marks: Vec<Mark> = marks.collect();
        let whole = marks.iter().fold((0, 0), |(points, out_of), mark| {
            (points + mark.counted_points(), out_of + mark.counted_out_of())
        });
        for ((question, told), mark) in sheet.items.iter().zip(&marks) {
            let id = question.id.0;
            let at = self.all.partition_point(|it| it.question.id.0 < id);
            if self.all.get(at).is_none_or(|it| it.question.id.0 != id) {
                self.all.insert(at, Sums::of(question));
            }
            if let Some(sums) = self.all.get_mut(at) {
                let rest = (whole.0 - mark.counted_points(), whole.1 - mark.counted_out_of());
                sums.add(mark, rest, *told);
            }
        }
    }

    /// What the sheets say of all items that any of them had, in the order of their ids.
    pub fn finish(self) -> Vec<ItemAnalysis<'a>> {
        self.all.into_iter().map(Sums::finish).collect()
    }
}

/// Analyses all items that any paper had, in one go.
#[cfg(test)]
pub(crate) fn analyse<'a>(sheets: &[Sheet<'a, '_>]) -> Vec<ItemAnalysis<'a>> {
    let mut analysis = Analysis::default();
    sheets.iter().for_each(|sheet| analysis.add(sheet));
    analysis.finish()
}

/// Passages to teach again: those of items of which less than half of the points was earned, the
/// hardest item first. Each passage stands once, with its items.
pub fn passages_to_reteach<'i, 'a>(
    items: &'i [ItemAnalysis<'a>],
) -> Vec<(PassageAddress<'a>, Vec<&'i ItemAnalysis<'a>>)> {
    let mut hard: Vec<&ItemAnalysis<'a>> = Vec::new();
    for item in items.iter().filter(|it| it.is_to_reteach()) {
        let at = hard.partition_point(|it| it.difficulty <= item.difficulty);
        hard.insert(at, item);
    }
    let mut passages: Vec<(PassageAddress<'a>, Vec<&ItemAnalysis<'a>>)> = Vec::new();
    for item in hard {
        match passages.iter_mut().find(|(passage, _)| *passage == item.passage) {
            Some((_, items)) => items.push(item),
            None => passages.push((item.passage, vec![item])),
        }
    }
    passages
}

/// What one item of one paper came to.
struct Mark {
    points: u64,
    out_of: u64,
    by_reader: bool,
}

impl Mark {
    fn of(question: &Question<'_>, told: Option<&Told>) -> Self {
        Self {
            points: told.map_or(0, |told| u64::from(told.points(&question.task))),
            out_of: u64::from(out_of(&question.task)),
            by_reader: is_judged_by_reader(&question.task),
        }
    }

    fn counted_points(&self) -> u64 {
        if self.by_reader { 0 } else { self.points }
    }

    fn counted_out_of(&self) -> u64 {
        if self.by_reader { 0 } else { self.out_of }
    }
}

/// What is added up of an item.
struct Sums<'a> {
    question: &'a Question<'a>,
    papers: u32,
    answers: u32,
    points: u64,
    out_of: u64,
    pairs: Pairs,
    parts: Vec<Part>,
}

impl<'a> Sums<'a> {
    fn of(question: &'a Question<'a>) -> Self {
        let pairs = Pairs::default();
        let parts = parts(&question.task);
        Self { question, papers: 0, answers: 0, points: 0, out_of: 0, pairs, parts }
    }

    /// Adds what one paper came to: this item of it, and points and points out of all others.
    fn add(&mut self, mark: &Mark, rest: (u64, u64), told: Option<&Told>) {
        self.papers += 1;
        self.answers += u32::from(told.is_some());
        self.points += mark.points;
        self.out_of += mark.out_of;
        if let Some(share) = (rest.0 * PARTS * 2 + rest.1).checked_div(rest.1 * 2) {
            self.pairs.add(mark.points, share);
        }
        match told {
            Some(Told::Answer(answer)) => self.count(answer, mark.points == mark.out_of),
            Some(Told::Points(_)) => {}
            None => self.parts.iter_mut().for_each(|part| part.left += 1),
        }
    }

    /// Counts what was chosen.
    fn count(&mut self, answer: &Answer, is_right: bool) {
        let finds = matches!(self.question.task, Task::FindOnMap { .. });
        if let (Answer::One(_) | Answer::Several(_), [whole]) = (answer, self.parts.as_mut_slice())
        {
            whole.right += u32::from(is_right);
        }
        match (answer, self.parts.as_mut_slice()) {
            (Answer::One(id), [whole]) => {
                let at = whole.choices.partition_point(|it| it.id < *id);
                if finds && whole.choices.iter().all(|it| it.id != *id) {
                    let chosen = Chosen { id: id.clone(), is_key: false, count: 0 };
                    whole.choices.insert(at, chosen);
                }
                whole.choose(id);
            }
            (Answer::Several(ids), [whole]) => ids.iter().for_each(|id| whole.choose(id)),
            (Answer::Order(ids), parts) => {
                parts.iter_mut().zip(ids).for_each(|(part, id)| part.choose(id));
            }
            (Answer::Pairs(_), parts) => {
                for part in parts {
                    match answer.put_to(&part.id).map(str::to_owned) {
                        Some(put) => part.choose(&put),
                        None => part.left += 1,
                    }
                }
            }
            (Answer::Own { met, .. }, parts) => {
                for (at, part) in parts.iter_mut().enumerate() {
                    part.right += u32::from(met.contains(&at));
                }
            }
            _ => {}
        }
    }

    fn finish(self) -> ItemAnalysis<'a> {
        ItemAnalysis {
            id: self.question.id.0,
            passage: self.question.passage,
            by_reader: is_judged_by_reader(&self.question.task),
            papers: self.papers,
            answers: self.answers,
            // Who can earn nothing missed nothing.
            difficulty: percent(self.points, self.out_of).unwrap_or(100),
            discrimination: self.pairs.correlation(),
            parts: self.parts.into_iter().map(with_right).collect(),
        }
    }
}

/// What an item asks for, with nothing counted yet.
fn parts(task: &Task<'_>) -> Vec<Part> {
    let part = |id: &str, choices| Part { id: id.to_owned(), right: 0, left: 0, choices };
    let chosen = |id: &str, is_key| Chosen { id: id.to_owned(), is_key, count: 0 };
    let of = |options: &[Choice<'_>], is_key: &dyn Fn(&Choice<'_>) -> bool| {
        options.iter().map(|it| chosen(it.id.0, is_key(it))).collect::<Vec<_>>()
    };
    // Of those that have several, each has one key.
    let numbered = |keys: Vec<story::ChoiceId<'_>>, options: &[Choice<'_>]| {
        let keys = keys.into_iter().enumerate();
        keys.map(|(at, key)| part(&at.to_string(), of(options, &|it| it.id == key))).collect()
    };
    match task {
        Task::ChooseOne { options, key } => vec![part("", of(options, &|it| it.id == *key))],
        Task::ChooseSeveral { options, key } => {
            vec![part("", of(options, &|it| key.contains(&it.id)))]
        }
        Task::FindOnMap { group, .. } => vec![part("", vec![chosen(group.0, true)])],
        Task::Order { options, key } => numbered(key.clone(), options),
        Task::WordBank { text, options } => {
            numbered(text.iter().filter_map(blank).collect(), options)
        }
        Task::Match { pairs } => {
            let partners = |id| pairs.iter().map(|it| chosen(it.id.0, it.id == id)).collect();
            pairs.iter().map(|it| part(it.id.0, partners(it.id))).collect()
        }
        Task::WeighSources { sources } => {
            let bearings = |bears| {
                let all = Bearing::ALL.into_iter();
                all.map(|it| chosen(it.slug(), it == bears)).collect()
            };
            sources.iter().map(|it| part(it.id.0, bearings(it.bears))).collect()
        }
        Task::Open { rubric } => {
            (0..rubric.len()).map(|at| part(&at.to_string(), Vec::new())).collect()
        }
        Task::Estimate { .. } => Vec::new(),
    }
}

/// A part of several, which was right as often as its key was chosen.
fn with_right(mut part: Part) -> Part {
    // The whole of an item may have several keys, and was counted; so was what has no choices.
    if !part.id.is_empty() && !part.choices.is_empty() {
        part.right = part.choices.iter().filter(|it| it.is_key).map(|it| it.count).sum();
    }
    part
}

/// Sums from which a correlation is made.
#[derive(Default)]
struct Pairs {
    number: i64,
    x: i64,
    y: i64,
    xx: i64,
    yy: i64,
    xy: i64,
}

impl Pairs {
    fn add(&mut self, x: u64, y: u64) {
        // Points of an item are few, and shares at most ten thousand.
        let (x, y) = (i64::from(x as u32), i64::from(y as u32));
        self.number += 1;
        self.x += x;
        self.y += y;
        self.xx += x * x;
        self.yy += y * y;
        self.xy += x * y;
    }

    /// Pearson's correlation, in hundredths; none where one of the two does not vary.
    fn correlation(&self) -> Option<i32> {
        let both = self.number * self.xy - self.x * self.y;
        let of_x = self.number * self.xx - self.x * self.x;
        let of_y = self.number * self.yy - self.y * self.y;
        if of_x <= 0 || of_y <= 0 {
            return None;
        }
        let root = (of_x as f64).sqrt() * (of_y as f64).sqrt();
        let hundredths = both as f64 * 100.0 / root;
        // The conversion drops what stands behind the point.
        let rounded = (hundredths + if both < 0 { -0.5 } else { 0.5 }) as i32;
        Some(rounded.clamp(-100, 100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::result::samples::{IDS, key, question, questions, task, told};
    use proptest::prelude::*;

    fn one(id: &str) -> Option<Told> {
        Some(Told::Answer(Answer::One(id.to_owned())))
    }

    fn sheet<'a>(questions: &'a [Question<'a>], told: &'a [Option<Told>]) -> Sheet<'a, 'a> {
        Sheet { items: questions.iter().zip(told.iter().map(Option::as_ref)).collect() }
    }

    fn right(task: &Task<'static>) -> Told {
        match task {
            Task::Estimate { figures, .. } => Told::Points(figures.len() as u32),
            task => Told::Answer(key(task)),
        }
    }

    #[test]
    fn discrimination_is_as_by_hand() {
        // Three items of one point: the first has x, and the others' sum is y, of two.
        //   x  1 1 0 0 1      sum 3   squares 3
        //   y  2 1 0 1 2      sum 6   squares 10   products 5
        // r = (5·5 - 3·6) / √((5·3 - 9)(5·10 - 36)) = 7 / √84 = 0.7638
        let questions: Vec<_> = (0..3).map(|at| question(at, task(0, 4, 0))).collect();
        let answers = [[1, 1, 1], [1, 1, 0], [0, 0, 0], [0, 0, 1], [1, 1, 1]];
        let told = answers.map(|row| row.map(|it| one(if it == 1 { "a0" } else { "a2" })));
        let sheets: Vec<_> = told.iter().map(|told| sheet(&questions, told)).collect();
        let items = analyse(&sheets);
        assert_eq!(items[0].discrimination, Some(76));
        // The second is answered as the first; the third against y of 2 2 0 0 2:
        // r = (5·4 - 3·6) / √((5·3 - 9)(5·12 - 36)) = 2 / √144 = 0.1667
        assert_eq!(items[1].discrimination, Some(76));
        assert_eq!(items[2].discrimination, Some(17));
        assert_eq!(items.iter().map(|it| it.difficulty).collect::<Vec<_>>(), [60, 60, 60]);
    }

    #[test]
    fn discrimination_may_be_perfect_inverse_or_undefined() {
        let questions: Vec<_> = (0..2).map(|at| question(at, task(0, 4, 0))).collect();
        let discrimination = |answers: &[[&str; 2]]| {
            let told: Vec<_> = answers.iter().map(|row| row.map(one)).collect();
            let sheets: Vec<_> = told.iter().map(|told| sheet(&questions, told)).collect();
            analyse(&sheets)[0].discrimination
        };
        assert_eq!(discrimination(&[["a0", "a0"], ["a1", "a1"], ["a0", "a0"]]), Some(100));
        assert_eq!(discrimination(&[["a0", "a1"], ["a1", "a0"], ["a0", "a1"]]), Some(-100));
        assert_eq!(discrimination(&[["a0", "a1"], ["a0", "a0"]]), None);
        assert_eq!(discrimination(&[["a0", "a1"], ["a1", "a1"]]), None);
        assert_eq!(discrimination(&[["a0", "a1"]]), None);
    }

    #[test]
    fn an_item_that_stands_alone_or_with_open_ones_does_not_discriminate() {
        let questions = [question(0, task(0, 4, 0)), question(1, task(8, 2, 0))];
        let own = |met| Some(Told::Answer(Answer::Own { text: String::new(), met }));
        let told = [[one("a0"), own(vec![0, 1])], [one("a1"), own(vec![])], [None, own(vec![1])]];
        let sheets: Vec<_> = told.iter().map(|told| sheet(&questions, told)).collect();
        let items = analyse(&sheets);
        assert_eq!(items[0].discrimination, None);
        // 2 0 1 against 1 0 0: (3·2 - 3·1) / √((3·5 - 9)(3·1 - 1)) = 3 / √12
        assert_eq!(items[1].discrimination, Some(87));
        assert_eq!((items[1].by_reader, items[1].difficulty), (true, 50));
        assert_eq!((items[0].papers, items[0].answers, items[0].difficulty), (3, 2, 33));
    }

    #[test]
    fn options_are_counted_and_the_strongest_distractor_named() {
        let questions =
            [question(0, task(0, 4, 0)), question(1, task(1, 4, 0)), question(2, task(4, 0, 0))];
        let several = |ids: &[&str]| {
            Some(Told::Answer(Answer::Several(ids.iter().map(|it| (*it).to_owned()).collect())))
        };
        let told = [
            [one("a2"), several(&["a0", "a1"]), one("c0")],
            [one("a1"), several(&["a1", "a2", "a3"]), one("b0")],
            [one("a2"), several(&[]), one("c0")],
            [one("a0"), None, None],
        ];
        let sheets: Vec<_> = told.iter().map(|told| sheet(&questions, told)).collect();
        let items = analyse(&sheets);
        let counts = |at: usize| -> Vec<(&str, u32)> {
            items[at].parts[0].choices.iter().map(|it| (it.id.as_str(), it.count)).collect()
        };
        assert_eq!(counts(0), [("a0", 1), ("a1", 1), ("a2", 2), ("a3", 0)]);
        assert_eq!(counts(1), [("a0", 1), ("a1", 2), ("a2", 1), ("a3", 1)]);
        assert_eq!(counts(2), [("a0", 0), ("b0", 1), ("c0", 2)]);
        let wrong = |at: usize| items[at].most_chosen_wrong().map(|it| it.1.id.as_str());
        assert_eq!([wrong(0), wrong(1), wrong(2)], [Some("a2"), Some("a1"), Some("c0")]);
        assert_eq!(items[1].answers, 3);
        let of = |at: usize| (items[at].parts[0].right, items[at].parts[0].left);
        assert_eq!([of(0), of(1), of(2)], [(1, 0), (0, 1), (0, 1)]);
    }

    #[test]
    fn of_several_parts_each_tells_what_was_put_to_it() {
        let tasks = [task(2, 3, 0), task(3, 3, 0), task(6, 2, 4), task(7, 2, 0), task(8, 3, 0)];
        let questions: Vec<_> =
            tasks.into_iter().enumerate().map(|(at, task)| question(at, task)).collect();
        let answer = |it| Some(Told::Answer(it));
        let pairs = |all: &[(&str, &str)]| {
            let all = all.iter().map(|(to, put)| ((*to).to_owned(), (*put).to_owned()));
            answer(Answer::Pairs(all.collect()))
        };
        let order =
            |ids: [&str; 3]| answer(Answer::Order(ids.map(str::to_owned).into_iter().collect()));
        let own = |met| answer(Answer::Own { text: String::new(), met });
        let told = [
            vec![
                order(["a2", "a1", "a0"]),
                pairs(&[("a0", "a0"), ("a1", "a2"), ("a2", "a2")]),
                pairs(&[("0", "a0"), ("1", "a3")]),
                pairs(&[("a0", "supports"), ("a1", "silent")]),
                own(vec![0, 2]),
            ],
            vec![
                order(["a1", "a2", "a0"]),
                pairs(&[("a1", "a2")]),
                pairs(&[("1", "a3")]),
                pairs(&[("a0", "disagrees"), ("a1", "silent")]),
                own(vec![2]),
            ],
            vec![None, None, None, None, None],
        ];
        let sheets: Vec<_> = told.iter().map(|told| sheet(&questions, told)).collect();
        let items = analyse(&sheets);
        let told = |at: usize| -> Vec<String> {
            let part = |it: &Part| {
                let wrong = it.wrong().into_iter().map(|it| format!(" {}:{}", it.id, it.count));
                format!("{} {}/{}{}", it.id, it.right, it.left, wrong.collect::<String>())
            };
            items[at].parts.iter().map(part).collect()
        };
        assert_eq!(told(0), ["0 1/1 a1:1", "1 1/1 a2:1", "2 2/1"]);
        assert_eq!(told(1), ["a0 1/2", "a1 0/1 a2:2", "a2 1/2"]);
        assert_eq!(told(2), ["0 1/2", "1 0/1 a3:2"]);
        assert_eq!(told(3), ["a0 1/1 disagrees:1", "a1 0/1 silent:2"]);
        assert_eq!(told(4), ["0 1/1", "1 0/1", "2 2/1"]);
        let most = items[1].most_chosen_wrong().map(|(part, it)| (part.id.as_str(), it.count));
        assert_eq!(most, Some(("a1", 2)));
        assert_eq!(items[4].most_chosen_wrong(), None);
    }

    #[test]
    fn passages_of_hard_items_are_named_the_hardest_first() {
        let item = |at: usize, difficulty| ItemAnalysis {
            id: IDS[at],
            passage: question(at, task(0, 4, 0)).passage,
            by_reader: false,
            papers: 9,
            answers: 9,
            difficulty,
            discrimination: None,
            parts: Vec::new(),
        };
        let items = [item(0, 49), item(2, 50), item(4, 10), item(5, 80), item(1, 20), item(6, 20)];
        let passages: Vec<(&str, Vec<&str>)> = passages_to_reteach(&items)
            .iter()
            .map(|(passage, items)| (passage.passage.0, items.iter().map(|it| it.id).collect()))
            .collect();
        assert_eq!(passages, [("a2", vec!["a4"]), ("a0", vec!["a1", "a0"]), ("a3", vec!["a6"])]);
    }

    #[test]
    fn where_nothing_was_handed_in_nothing_is_said() {
        assert_eq!(analyse(&[]), []);
        assert_eq!(analyse(&[Sheet::default(), Sheet::default()]), []);
        assert_eq!(passages_to_reteach(&[]), []);
        let questions = questions();
        let none = vec![None; questions.len()];
        for item in analyse(&[sheet(&questions, &none)]) {
            assert_eq!((item.papers, item.answers, item.difficulty), (1, 0, 0));
            assert_eq!((item.discrimination, item.most_chosen_wrong()), (None, None));
        }
    }

    #[test]
    fn when_all_is_right_every_item_has_a_hundred() {
        let questions = questions();
        let told: Vec<_> = questions.iter().map(|it| Some(right(&it.task))).collect();
        let items = analyse(&vec![sheet(&questions, &told); 3]);
        assert_eq!(items.len(), questions.len());
        for item in items {
            assert_eq!((item.difficulty, item.answers), (100, 3), "{}", item.id);
            assert_eq!((item.discrimination, item.most_chosen_wrong()), (None, None));
        }
    }

    #[test]
    fn the_largest_class_does_not_overflow() {
        let questions: Vec<_> = (0..3).map(|at| question(at, task(1, 40, 0))).collect();
        let right: Vec<_> = questions.iter().map(|it| Some(right(&it.task))).collect();
        let wrong = vec![None; questions.len()];
        let mut sheets = vec![sheet(&questions, &right); 5_000];
        sheets.resize(10_000, sheet(&questions, &wrong));
        assert!(analyse(&sheets).iter().all(|it| it.discrimination == Some(100)));
    }

    /// Answers of a class to papers of some of the items each: by item, whether the paper has it, and
    /// the number that gives the answer.
    fn any_class() -> impl Strategy<Value = Vec<Vec<Option<u64>>>> {
        let item = prop_oneof![1 => Just(None), 3 => any::<u64>().prop_map(Some)];
        proptest::collection::vec(proptest::collection::vec(item, 12), 0..12)
    }

    type Given = Vec<(usize, Option<Told>)>;

    fn given(questions: &[Question<'static>], class: &[Vec<Option<u64>>]) -> Vec<Given> {
        let answer = |(at, number): (usize, &Option<u64>)| {
            number.map(|number| (at, told(&questions[at].task, number)))
        };
        class.iter().map(|row| row.iter().enumerate().filter_map(answer).collect()).collect()
    }

    fn sheets<'a>(questions: &'a [Question<'a>], given: &'a [Given]) -> Vec<Sheet<'a, 'a>> {
        let item = |(at, told): &'a (usize, Option<Told>)| (&questions[*at], told.as_ref());
        given.iter().map(|row| Sheet { items: row.iter().map(item).collect() }).collect()
    }

    proptest! {
        #[test]
        fn the_order_of_students_and_items_does_not_matter(class in any_class(), seed: u64) {
            let questions = questions();
            let given = given(&questions, &class);
            let mut shuffled = given.clone();
            crate::shuffle(&mut shuffled, seed);
            shuffled.iter_mut().for_each(|row| crate::shuffle(row, !seed));
            prop_assert_eq!(analyse(&sheets(&questions, &given)), analyse(&sheets(&questions, &shuffled)));
        }

        #[test]
        fn values_are_within_bounds(class in any_class()) {
            let questions = questions();
            let given = given(&questions, &class);
            let items = analyse(&sheets(&questions, &given));
            prop_assert!(items.is_sorted_by_key(|it| it.id));
            for item in &items {
                prop_assert!(item.difficulty <= 100);
                prop_assert!(item.discrimination.is_none_or(|it| (-100..=100).contains(&it)));
                prop_assert!(item.answers <= item.papers);
                prop_assert!(item.papers as usize <= class.len());
                for part in &item.parts {
                    prop_assert!(part.right + part.left <= item.papers);
                    prop_assert!(part.choices.iter().all(|it| it.count <= item.answers));
                    // What was put to one of several things, was left or not found makes up all papers.
                    let sum: u32 = part.choices.iter().map(|it| it.count).sum();
                    if !part.id.is_empty() && !part.choices.is_empty() {
                        prop_assert_eq!(sum + part.left, item.papers);
                        prop_assert!(part.choices.iter().filter(|it| it.is_key).count() == 1);
                    }
                    let wrong: Vec<u32> = part.wrong().iter().map(|it| it.count).collect();
                    prop_assert!(wrong.is_sorted_by(|a, b| a >= b));
                }
            }
            let had: u32 = items.iter().map(|it| it.papers).sum();
            prop_assert_eq!(had as usize, given.iter().map(Vec::len).sum::<usize>());
            let hard: Vec<u32> = passages_to_reteach(&items).iter().map(|it| it.1[0].difficulty).collect();
            prop_assert!(hard.is_sorted());
        }

        #[test]
        fn correlations_agree_with_the_definition(
            points in proptest::collection::vec((0u64..5, 0u64..=10_000), 2..40)
        ) {
            let mut pairs = Pairs::default();
            points.iter().for_each(|(x, y)| pairs.add(*x, *y));
            let count = points.len() as f64;
            let mean = |of: &dyn Fn(&(u64, u64)) -> f64| points.iter().map(of).sum::<f64>() / count;
            let (x, y) = (mean(&|it| it.0 as f64), mean(&|it| it.1 as f64));
            let covariance = mean(&|it| (it.0 as f64 - x) * (it.1 as f64 - y));
            let spread = |of: &dyn Fn(&(u64, u64)) -> f64| mean(&|it| of(it).powi(2)).sqrt();
            let spreads = spread(&|it| it.0 as f64 - x) * spread(&|it| it.1 as f64 - y);
            match pairs.correlation() {
                None => prop_assert!(spreads < 1e-6),
                Some(it) => prop_assert!((f64::from(it) - 100.0 * covariance / spreads).abs() < 0.501),
            }
        }
    }
}
