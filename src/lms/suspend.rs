//! Progress as suspend data, which SCORM 1.2 allows 4,096 characters.
//!
//! What is packed is a row of entries, the most important first, so that where not all of them fit, the
//! least important are left out: first the reader's own words, last the place and the passages read
//! ([`Part`] has the order). Passages, chapters and questions are told by keys, so data of another
//! edition still gives what is the same in this one; what this edition does not know is kept as text.

use crate::progress::model::{AnswerRecord, Progress};
use lms::answer;
use lms::bits::key_of;
use lms::letters::{self, ROOM, Refused};
use lms::{BitReader, Bits};
use quiz::grade::grade_with_gaps;
use quiz::{Answer, Card, Sure};
use story::Question;

/// What suspend data consists of, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The passage to go on from.
    Place,
    /// Passages read.
    Read,
    /// Chapters in easy words.
    Easy,
    /// Papers that were begun, with their answers.
    Begun,
    /// Answers of practice.
    Answers,
    /// Questions that come up again.
    Review,
    /// Papers that were handed in, with their answers.
    HandedIn,
    /// What this edition does not know.
    Other,
    /// Answers in the reader's own words.
    OwnWords,
}

impl Part {
    /// All of them, in their order.
    pub const ALL: [Self; 9] = [
        Self::Place,
        Self::Read,
        Self::Easy,
        Self::Begun,
        Self::Answers,
        Self::Review,
        Self::HandedIn,
        Self::Other,
        Self::OwnWords,
    ];
}

/// What there is in this edition of the story.
pub struct Catalogue {
    /// Passages, as `chapter/passage`.
    pub passages: Vec<String>,
    /// Ids of chapters.
    pub chapters: Vec<&'static str>,
    /// Ids of groups.
    pub groups: Vec<&'static str>,
    /// Questions, with what stands for each.
    pub questions: Vec<(u32, &'static Question<'static>)>,
}

impl Catalogue {
    /// The catalogue of this edition; none before its questions are there.
    pub fn of_story() -> Option<Self> {
        let (story, questions) = (crate::content::story(), crate::content::questions()?);
        let mut passages = Vec::new();
        for chapter in &story.chapters {
            for passage in &chapter.passages {
                passages.push([chapter.id.0, "/", passage.id.0].concat());
            }
        }
        Some(Self {
            passages,
            chapters: story.chapters.iter().map(|it| it.id.0).collect(),
            groups: story.groups.iter().map(|it| it.id.0).collect(),
            questions: questions.iter().map(|it| (answer::key(it), it)).collect(),
        })
    }

    /// A question by its id, with what stands for it.
    pub fn question(&self, id: &str) -> Option<(u32, &'static Question<'static>)> {
        self.questions.iter().find(|(_, it)| it.id.0 == id).copied()
    }

    /// The key of a question and an answer to it, packed; none where they do not belong together.
    fn packed(&self, question: &str, written: &str) -> Option<(u32, Bits, String)> {
        let (key, question) = self.question(question)?;
        let answer = Answer::parse(written).filter(|answer| answer.write() == written)?;
        let bits = answer::pack(&question.task, &self.groups, &answer)?;
        Some((key, bits, if let Answer::Own { text, .. } = answer { text } else { String::new() }))
    }
}

/// What an entry holds. Data of earlier days is read by these numbers, so they stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Head {
    End = 0,
    Place = 1,
    Read = 2,
    Easy = 3,
    /// The code of a paper, with the number by which other entries refer to it.
    Paper = 4,
    /// What is kept of a paper as a whole.
    OfPaper = 5,
    PaperAnswer = 6,
    /// How sure the reader was, of one or more questions of a paper.
    Sures = 7,
    Answer = 8,
    /// A card, as one or more questions have it.
    Cards = 9,
    /// The reader's own words; those of practice have 0 for the number of a paper.
    OwnWords = 10,
    /// A passage read that this edition does not know.
    OtherRead = 11,
    /// An answer that this edition does not know.
    OtherAnswer = 12,
    /// What else the quiz keeps.
    Named = 13,
}

impl Head {
    const ALL: [Self; 14] = [
        Self::End,
        Self::Place,
        Self::Read,
        Self::Easy,
        Self::Paper,
        Self::OfPaper,
        Self::PaperAnswer,
        Self::Sures,
        Self::Answer,
        Self::Cards,
        Self::OwnWords,
        Self::OtherRead,
        Self::OtherAnswer,
        Self::Named,
    ];
}

/// Bits of a head, of how sure a reader is, of the box of a card, and of which of [`OF_PAPER`] it is.
const HEAD: u32 = 4;
const SURE: u32 = 2;
const BOX: u32 = 3;
const WHICH: u32 = 2;

/// Most keys of one entry, so that long lists are left out piece by piece.
const LIST: usize = 32;

/// What is kept of a paper as a whole, by the names that the quiz has for it.
const OF_PAPER: [&str; 4] = ["paper", "begun", "took", "number"];

/// An entry to be written.
struct Entry {
    part: Part,
    head: Head,
    /// Number of the paper that it belongs to; 0 for none.
    paper: u64,
    body: Bits,
}

/// What became of progress.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// The suspend data.
    pub text: String,
    /// What did not fit, or not all of it.
    pub left_out: Vec<Part>,
}

/// Packs progress.
pub fn pack(progress: &Progress, catalogue: &Catalogue) -> Packed {
    fill(&entries(progress, catalogue), ROOM)
}

/// Writes entries, by the order of parts, as long as there is room.
fn fill(entries: &[Entry], room: usize) -> Packed {
    let mut left_out = Vec::new();
    let mut bits = Bits::default();
    // A paper that is left out takes what belongs to it along.
    let mut lost = Vec::new();
    for part in Part::ALL {
        for entry in entries.iter().filter(|it| it.part == part) {
            let mut written = Bits::default();
            written.push(entry.head as u64, HEAD);
            written.number(entry.body.len() as u64);
            written.append(&entry.body);
            if !lost.contains(&entry.paper) && bits.len() + written.len() <= room {
                bits.append(&written);
                continue;
            }
            if entry.head == Head::Paper {
                lost.push(entry.paper);
            }
            if !left_out.contains(&part) {
                left_out.push(part);
            }
        }
    }
    Packed { text: letters::write(&bits), left_out }
}

fn entries(progress: &Progress, catalogue: &Catalogue) -> Vec<Entry> {
    let mut out = Vec::new();
    let mut add = |part: Part, head: Head, paper: u64, write: &dyn Fn(&mut Bits)| {
        let mut body = Bits::default();
        write(&mut body);
        out.push(Entry { part, head, paper, body });
    };
    if let Some(place) = progress.place.as_ref().filter(|it| catalogue.passages.contains(it)) {
        add(Part::Place, Head::Place, 0, &|bits| bits.key(key_of(place)));
    }
    let known = progress.read.iter().filter(|it| catalogue.passages.contains(it));
    for list in known.collect::<Vec<_>>().chunks(LIST) {
        add(Part::Read, Head::Read, 0, &|bits| push_keys(bits, list.iter().map(|it| key_of(it))));
    }
    for passage in progress.read.iter().filter(|it| !catalogue.passages.contains(it)) {
        add(Part::Other, Head::OtherRead, 0, &|bits| bits.words(passage));
    }
    let easy = progress.easy.iter().filter(|it| catalogue.chapters.contains(&it.as_str()));
    for list in easy.collect::<Vec<_>>().chunks(LIST) {
        add(Part::Easy, Head::Easy, 0, &|bits| push_keys(bits, list.iter().map(|it| key_of(it))));
    }
    for (id, record) in &progress.answers {
        let Some((key, answer, words)) = catalogue.packed(id, &record.answer) else {
            add(Part::Other, Head::OtherAnswer, 0, &|bits| {
                bits.words(id);
                for count in [record.tries, record.points, record.out_of] {
                    bits.number(count.into());
                }
                bits.words(&record.answer);
            });
            continue;
        };
        add(Part::Answers, Head::Answer, 0, &|bits| {
            bits.key(key);
            bits.number(record.tries.into());
            bits.append(&answer);
        });
        if !words.is_empty() {
            add(Part::OwnWords, Head::OwnWords, 0, &|bits| push_words(bits, 0, key, &words));
        }
    }
    let papers = papers(progress);
    for (number, (code, done)) in (1..).zip(&papers) {
        let part = if *done { Part::HandedIn } else { Part::Begun };
        add(part, Head::Paper, number, &|bits| {
            bits.number(number);
            bits.words(code);
        });
    }
    // Much of this is the same for many questions: it is told once, before their keys.
    let (mut cards, mut sures) = (Alike(Vec::new()), Alike(Vec::new()));
    for (name, (changes, value)) in &progress.quiz {
        let changes = u64::from(*changes);
        if let Some((key, card)) = name.strip_prefix("card/").and_then(|id| {
            let (key, _) = catalogue.question(id)?;
            Some((key, card_of(value)?))
        }) {
            cards.add((changes, card), key);
            continue;
        }
        let (what, code, question) = parts_of(name);
        let Some((number, (_, done))) = (1..).zip(&papers).find(|(_, (it, _))| *it == code) else {
            add(Part::Other, Head::Named, 0, &|bits| push_named(bits, name, changes, value));
            continue;
        };
        let part = if *done { Part::HandedIn } else { Part::Begun };
        let key = question.and_then(|id| catalogue.question(id)).map(|(key, _)| key);
        let which = OF_PAPER.iter().position(|it| *it == what);
        match (what, question, key, which) {
            (_, None, _, Some(which)) => add(part, Head::OfPaper, number, &|bits| {
                bits.number(number);
                bits.push(which as u64, WHICH);
                bits.number(changes);
                bits.value(value);
            }),
            ("sure", _, Some(key), _) if value.is_empty() || Sure::parse(value).is_some() => {
                let sure = Sure::ALL.iter().position(|it| it.slug() == value);
                sures.add((number, part, changes, sure), key);
            }
            ("paper", Some(_), Some(key), _) if value.is_empty() => {
                add(part, Head::PaperAnswer, number, &|bits| {
                    bits.number(number);
                    bits.key(key);
                    bits.number(changes);
                    bits.push(0, 1);
                });
            }
            ("paper", Some(id), ..)
                if let Some((key, answer, words)) = catalogue.packed(id, value) =>
            {
                add(part, Head::PaperAnswer, number, &|bits| {
                    bits.number(number);
                    bits.key(key);
                    bits.number(changes);
                    bits.push(1, 1);
                    bits.append(&answer);
                });
                if !words.is_empty() {
                    let write = |bits: &mut Bits| push_words(bits, number, key, &words);
                    add(Part::OwnWords, Head::OwnWords, number, &write);
                }
            }
            _ => add(Part::Other, Head::Named, 0, &|bits| push_named(bits, name, changes, value)),
        }
    }
    for ((changes, card), keys) in cards.lists() {
        add(Part::Review, Head::Cards, 0, &|bits| {
            bits.number(changes);
            bits.push(card.map_or(0, |(box_number, _)| box_number), BOX);
            if let Some((_, due)) = card {
                bits.number(due);
            }
            push_keys(bits, keys.iter().copied());
        });
    }
    for ((number, part, changes, sure), keys) in sures.lists() {
        add(part, Head::Sures, number, &|bits| {
            bits.number(number);
            bits.number(changes);
            bits.push(sure.map_or(0, |at| at as u64 + 1), SURE);
            push_keys(bits, keys.iter().copied());
        });
    }
    out
}

/// Keys of questions of which the same is to be told.
struct Alike<T>(Vec<(T, Vec<u32>)>);

impl<T: PartialEq + Copy> Alike<T> {
    fn add(&mut self, told: T, key: u32) {
        match self.0.iter_mut().find(|(it, _)| *it == told) {
            Some((_, keys)) => keys.push(key),
            None => self.0.push((told, vec![key])),
        }
    }

    /// What is told, with keys in lists that are not too long.
    fn lists(&self) -> impl Iterator<Item = (T, &[u32])> {
        self.0.iter().flat_map(|(told, keys)| keys.chunks(LIST).map(|list| (*told, list)))
    }
}

/// Codes of papers, each with whether it is done with: those that were begun last come first.
fn papers(progress: &Progress) -> Vec<(&str, bool)> {
    let kept = |what: &str, code: &str| {
        progress.quiz.get(&[what, "/", code].concat()).map_or("", |(_, value)| value.as_str())
    };
    let mut papers: Vec<(&str, bool, u64)> = Vec::new();
    for name in progress.quiz.keys() {
        let (what, code, _) = parts_of(name);
        let is_known = papers.iter().any(|(it, ..)| *it == code);
        if is_known || code.is_empty() || !(what == "sure" || OF_PAPER.contains(&what)) {
            continue;
        }
        let begun: u64 = kept("begun", code).parse().unwrap_or(0);
        let at = papers.partition_point(|(_, _, other)| *other >= begun);
        papers.insert(at, (code, begun == 0 || kept("paper", code) == "done", begun));
    }
    papers.into_iter().map(|(code, done, _)| (code, done)).collect()
}

/// A name of the quiz: what it is, of which paper, and of which question of it.
fn parts_of(name: &str) -> (&str, &str, Option<&str>) {
    let (what, rest) = name.split_once('/').unwrap_or((name, ""));
    match rest.split_once('/') {
        Some((code, question)) => (what, code, Some(question)),
        None => (what, rest, None),
    }
}

/// Box and day of a card, none of one that was put away; none where it can't be packed.
fn card_of(value: &str) -> Option<Option<(u64, u64)>> {
    if value.is_empty() {
        return Some(None);
    }
    let card = Card::parse(value).filter(|card| card.write() == value)?;
    Some(Some((card.box_number.into(), u64::try_from(card.due).ok()?)))
}

fn push_keys(bits: &mut Bits, keys: impl ExactSizeIterator<Item = u32>) {
    bits.number(keys.len() as u64);
    for key in keys {
        bits.key(key);
    }
}

fn push_words(bits: &mut Bits, paper: u64, key: u32, words: &str) {
    bits.number(paper);
    bits.key(key);
    bits.words(words);
}

fn push_named(bits: &mut Bits, name: &str, changes: u64, value: &str) {
    bits.words(name);
    bits.number(changes);
    bits.value(value);
}

/// Reads suspend data; where there is none, nothing was done.
///
/// # Errors
/// When it is not as [`pack`] wrote it: nothing of it is to be used then, and it is to be left as it is.
pub fn unpack(text: &str, catalogue: &Catalogue) -> Result<Progress, Refused> {
    let mut reading = Reading { progress: Progress::default(), catalogue, papers: Vec::new() };
    if !text.trim().is_empty() {
        let bits = letters::read(text)?;
        let mut from = BitReader::new(&bits);
        while let Some(head) = from.take(HEAD).filter(|head| *head != Head::End as u64) {
            let mut body = from.part().ok_or(Refused::Damaged)?;
            // What this edition does not have, or not like that, is passed over.
            let head = Head::ALL.into_iter().find(|it| *it as u64 == head);
            head.and_then(|head| reading.entry(head, &mut body));
        }
    }
    Ok(reading.progress)
}

struct Reading<'a> {
    progress: Progress,
    catalogue: &'a Catalogue,
    papers: Vec<(u64, String)>,
}

impl Reading<'_> {
    /// Reads an entry; none where this edition does not have what it is about.
    fn entry(&mut self, head: Head, from: &mut BitReader<'_>) -> Option<()> {
        match head {
            Head::End => {}
            Head::Place => self.progress.place = self.passage(from.key()?),
            Head::Read => {
                for _ in 0..from.number()? {
                    let passage = self.passage(from.key()?);
                    self.progress.read.extend(passage);
                }
            }
            Head::Easy => {
                for _ in 0..from.number()? {
                    let key = from.key()?;
                    let chapter = self.catalogue.chapters.iter().find(|it| key_of(it) == key);
                    self.progress.easy.extend(chapter.map(|it| (*it).to_owned()));
                }
            }
            Head::Paper => {
                let number = from.number()?;
                self.papers.push((number, from.words()?));
            }
            Head::OfPaper => {
                let code = self.paper(from.number()?)?;
                let which = usize::try_from(from.take(WHICH)?).ok()?;
                let name = [OF_PAPER.get(which)?, "/", &code].concat();
                self.keep(name, from.small()?, from.value()?);
            }
            Head::PaperAnswer => {
                let code = self.paper(from.number()?)?;
                let question = self.question(from)?;
                let changes = from.small()?;
                let value = match from.take(1)? {
                    0 => String::new(),
                    _ => self.answer(question, from)?.write(),
                };
                self.keep(["paper/", &code, "/", question.id.0].concat(), changes, value);
            }
            Head::Sures => {
                let code = self.paper(from.number()?)?;
                let changes = from.small()?;
                let at = usize::try_from(from.take(SURE)?).ok()?;
                let sure = at.checked_sub(1).and_then(|at| Sure::ALL.get(at));
                let value = sure.map_or("", |it| it.slug());
                for _ in 0..from.number()? {
                    if let Some(question) = self.question_of(from.key()?) {
                        let name = ["sure/", &code, "/", question.id.0].concat();
                        self.keep(name, changes, value.to_owned());
                    }
                }
            }
            Head::Answer => {
                let question = self.question(from)?;
                let tries = from.small()?;
                let answer = self.answer(question, from)?;
                let grade = grade_with_gaps(&question.task, &answer);
                let (points, out_of) = (grade.points, grade.out_of);
                let record = AnswerRecord { answer: answer.write(), points, out_of, tries };
                self.progress.answers.insert(question.id.0.to_owned(), record);
            }
            Head::Cards => {
                let changes = from.small()?;
                let card = match from.take(BOX)? {
                    0 => String::new(),
                    box_number => {
                        let (box_number, due) = (u8::try_from(box_number).ok()?, from.small()?);
                        Card { box_number, due: i32::try_from(due).ok()? }.write()
                    }
                };
                for _ in 0..from.number()? {
                    if let Some(question) = self.question_of(from.key()?) {
                        self.keep(["card/", question.id.0].concat(), changes, card.clone());
                    }
                }
            }
            Head::OwnWords => {
                let paper = from.number()?;
                let id = self.question(from)?.id.0;
                self.put_words(paper, id, &from.words()?)?;
            }
            Head::OtherRead => {
                self.progress.read.insert(from.words()?);
            }
            Head::OtherAnswer => {
                let id = from.words()?;
                let (tries, points, out_of) = (from.small()?, from.small()?, from.small()?);
                let record = AnswerRecord { answer: from.words()?, points, out_of, tries };
                self.progress.answers.insert(id, record);
            }
            Head::Named => {
                let name = from.words()?;
                self.keep(name, from.small()?, from.value()?);
            }
        }
        Some(())
    }

    fn keep(&mut self, name: String, changes: u32, value: String) {
        self.progress.quiz.insert(name, (changes, value));
    }

    fn passage(&self, key: u32) -> Option<String> {
        self.catalogue.passages.iter().find(|it| key_of(it) == key).cloned()
    }

    fn paper(&self, number: u64) -> Option<String> {
        self.papers.iter().find(|(it, _)| *it == number).map(|(_, code)| code.clone())
    }

    fn question(&self, from: &mut BitReader<'_>) -> Option<&'static Question<'static>> {
        self.question_of(from.key()?)
    }

    fn question_of(&self, key: u32) -> Option<&'static Question<'static>> {
        self.catalogue.questions.iter().find(|(it, _)| *it == key).map(|(_, question)| *question)
    }

    fn answer(&self, question: &Question<'_>, from: &mut BitReader<'_>) -> Option<Answer> {
        answer::unpack(&question.task, &self.catalogue.groups, from)
    }

    /// Puts the reader's own words into the answer that they belong to.
    fn put_words(&mut self, paper: u64, question: &str, words: &str) -> Option<()> {
        let code = self.paper(paper);
        let name = code.map(|code| ["paper/", &code, "/", question].concat());
        let written = match name {
            Some(name) => &mut self.progress.quiz.get_mut(&name)?.1,
            None => &mut self.progress.answers.get_mut(question)?.answer,
        };
        if let Answer::Own { met, .. } = Answer::parse(written)? {
            *written = Answer::Own { text: words.to_owned(), met }.write();
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lms::cmi::LONGEST_DATA;
    use proptest::prelude::*;
    use quiz::grade::out_of;
    use quiz::{Blueprint, Mix, PaperCode};
    use story::{Bearing, Segment, Task};

    fn catalogue() -> &'static Catalogue {
        static CATALOGUE: std::sync::LazyLock<Catalogue> =
            std::sync::LazyLock::new(|| Catalogue::of_story().unwrap());
        &CATALOGUE
    }

    /// An answer to a question that says as much as one can: everything that can be chosen is.
    fn longest(question: &Question<'_>, words: &str) -> Answer {
        let all = |ids: &[story::Choice<'_>]| ids.iter().map(|it| it.id.0.to_owned()).collect();
        match &question.task {
            Task::ChooseOne { options, .. } => Answer::One(options[0].id.0.to_owned()),
            Task::ChooseSeveral { options, .. } => Answer::Several(all(options)),
            Task::Order { options, .. } => Answer::Order(all(options)),
            Task::Match { pairs } => Answer::Pairs(
                pairs.iter().map(|it| (it.id.0.to_owned(), pairs[0].id.0.to_owned())).collect(),
            ),
            Task::FindOnMap { group, .. } => Answer::One(group.0.to_owned()),
            Task::Estimate { figures, .. } => Answer::Pairs(
                figures.iter().map(|it| (it.year.to_string(), "123456".into())).collect(),
            ),
            Task::WordBank { text, options } => {
                let blanks = text.iter().filter(|it| matches!(it, Segment::Blank(_))).enumerate();
                let word = options[0].id.0.to_owned();
                Answer::Pairs(blanks.map(|(at, _)| (at.to_string(), word.clone())).collect())
            }
            Task::WeighSources { sources } => {
                let bears = Bearing::Silent.slug().to_owned();
                Answer::Pairs(
                    sources.iter().map(|it| (it.id.0.to_owned(), bears.clone())).collect(),
                )
            }
            Task::Open { rubric } => {
                Answer::Own { text: words.to_owned(), met: (0..rubric.len()).collect() }
            }
        }
    }

    /// A reader who read everything, answered every question three times, missed each, and sits over a
    /// paper of the most questions that there can be.
    fn busiest(catalogue: &Catalogue, words: &str) -> Progress {
        let mut progress = Progress {
            place: catalogue.passages.last().cloned(),
            read: catalogue.passages.iter().cloned().collect(),
            easy: catalogue.chapters.iter().map(|it| (*it).to_owned()).collect(),
            ..Progress::default()
        };
        for (_, question) in &catalogue.questions {
            let answer = longest(question, words);
            let grade = grade_with_gaps(&question.task, &answer);
            let record = AnswerRecord {
                answer: answer.write(),
                points: grade.points,
                out_of: out_of(&question.task),
                tries: 3,
            };
            let id = question.id.0;
            progress.answers.insert(id.to_owned(), record);
            progress.quiz.insert(["card/", id].concat(), (3, "1:20785".into()));
        }
        let blueprint = Blueprint { chapters: 0, kinds: 0, count: u8::MAX, mix: Mix::Any }.normal();
        let code = PaperCode { blueprint, seed: 7, edition: crate::quiz::edition() };
        let questions = crate::quiz::paper(&code);
        let code = code.write();
        let mut keep = |what: &str, end: &str, changes: u32, value: &str| {
            progress.quiz.insert([what, "/", &code, end].concat(), (changes, value.to_owned()));
        };
        keep("begun", "", 1, "1790000000");
        for question in questions {
            let end = ["/", question.id.0].concat();
            keep("paper", &end, 40, &longest(question, words).write());
            keep("sure", &end, 2, Sure::ALL[1].slug());
        }
        progress
    }

    fn round(progress: &Progress, catalogue: &Catalogue) -> Progress {
        unpack(&pack(progress, catalogue).text, catalogue).unwrap()
    }

    #[test]
    fn no_two_passages_chapters_groups_or_questions_have_one_key() {
        let catalogue = catalogue();
        let names = |names: Vec<u32>| {
            let count = names.len();
            let distinct: std::collections::BTreeSet<u32> = names.into_iter().collect();
            assert_eq!(distinct.len(), count);
        };
        names(catalogue.passages.iter().map(|it| key_of(it)).collect());
        names(catalogue.chapters.iter().map(|it| key_of(it)).collect());
        names(catalogue.groups.iter().chain(&[""]).map(|it| key_of(it)).collect());
        names(catalogue.questions.iter().map(|(key, _)| *key).collect());
    }

    #[test]
    fn all_of_the_real_story_fits_with_room_for_own_words() {
        let catalogue = catalogue();
        // A sentence for each open question, in practice and in the paper.
        let words = "They went because nobody else did.";
        let progress = busiest(catalogue, words);
        let packed = pack(&progress, catalogue);
        assert_eq!(packed.left_out, []);
        assert_eq!(round(&progress, catalogue), progress);
        let bare = pack(&busiest(catalogue, ""), catalogue);
        assert!(bare.text.len() < LONGEST_DATA * 3 / 4, "{}", bare.text.len());
    }

    #[test]
    fn own_words_are_the_first_to_go_and_that_is_said() {
        let catalogue = catalogue();
        let words = "A whole essay that no platform has room for. ".repeat(90);
        let packed = pack(&busiest(catalogue, &words), catalogue);
        assert_eq!(packed.left_out, [Part::OwnWords]);
        assert!(packed.text.len() <= LONGEST_DATA);
        let back = unpack(&packed.text, catalogue).unwrap();
        assert_eq!(back.answers.len(), catalogue.questions.len());
        // What of it has room is there.
        let mut short = busiest(catalogue, "");
        let open = short.answers.values_mut().find(|it| it.answer.starts_with("own")).unwrap();
        open.answer = Answer::Own { text: "Some words".into(), met: vec![0] }.write();
        assert_eq!(pack(&short, catalogue).left_out, []);
    }

    #[test]
    fn parts_go_one_by_one_from_the_least_important() {
        let catalogue = catalogue();
        let mut progress = busiest(catalogue, "Some words.");
        progress.read.insert("gone/away".into());
        progress.quiz.insert("begun/2A1V-Y004-T0SM".into(), (1, "1780000000".into()));
        progress.quiz.insert("paper/2A1V-Y004-T0SM".into(), (1, "done".into()));
        let entries = entries(&progress, catalogue);
        let all = |room: usize| fill(&entries, room).left_out;
        let mut whole: Vec<Part> = Part::ALL.into();
        for room in (0..ROOM).step_by(100) {
            // What is whole stays so with more room, and nothing is whole before what is more important.
            let left_out = all(room);
            let now: Vec<Part> =
                Part::ALL.into_iter().take_while(|it| !left_out.contains(it)).collect();
            assert!(room == 0 || now.len() >= whole.len(), "{room}: {now:?} after {whole:?}");
            whole = now;
        }
        assert_eq!(whole, Part::ALL);
        assert_eq!(fill(&entries, 0).left_out, Part::ALL);
        assert!(!fill(&entries, 40).left_out.contains(&Part::Place));
        let place = unpack(&fill(&entries, 40).text, catalogue).unwrap().place;
        assert_eq!(place, progress.place);
    }

    #[test]
    fn what_this_edition_does_not_know_is_kept_as_it_is() {
        let catalogue = catalogue();
        let mut progress = Progress::default();
        progress.read.insert("gone/away".into());
        let record = AnswerRecord { answer: "one\tx".into(), points: 1, out_of: 2, tries: 9 };
        progress.answers.insert("gone-question".into(), record.clone());
        // A known question whose option is gone.
        let (_, known) = catalogue.questions[0];
        progress
            .answers
            .insert(known.id.0.into(), AnswerRecord { answer: "one\tgone".into(), ..record });
        for (name, value) in [
            ("card/gone-question", "2:20785"),
            ("paper/2A1V-Y004-T0SM/gone-question", "one\tx"),
            ("something new", "that a later page keeps: \u{1F600}"),
        ] {
            progress.quiz.insert(name.into(), (4, value.into()));
        }
        assert_eq!(round(&progress, catalogue), progress);
    }

    #[test]
    fn a_question_that_changed_is_passed_over_and_the_rest_is_read() {
        let (now, mut later) = (catalogue(), Catalogue::of_story().unwrap());
        let progress = busiest(now, "");
        let (key, changed) = later.questions.remove(0);
        later.questions.push((key ^ 1, changed));
        let back = unpack(&pack(&progress, now).text, &later).unwrap();
        assert!(!back.answers.contains_key(changed.id.0));
        assert_eq!(back.answers.len(), progress.answers.len() - 1);
        assert_eq!(back.read, progress.read);
    }

    #[test]
    fn what_was_given_up_stays_given_up() {
        let catalogue = catalogue();
        let (_, question) = catalogue.questions[0];
        let mut progress = Progress::default();
        let code = "2A1V-Y004-T0SM";
        for name in [
            ["card/", question.id.0].concat(),
            ["paper/", code].concat(),
            ["begun/", code].concat(),
            ["paper/", code, "/", question.id.0].concat(),
            ["sure/", code, "/", question.id.0].concat(),
        ] {
            progress.quiz.insert(name, (2, String::new()));
        }
        assert_eq!(round(&progress, catalogue), progress);
    }

    #[test]
    fn nothing_is_nothing_and_anything_else_is_refused() {
        let catalogue = catalogue();
        assert_eq!(unpack("", catalogue), Ok(Progress::default()));
        assert_eq!(unpack(" \n", catalogue), Ok(Progress::default()));
        assert_eq!(round(&Progress::default(), catalogue), Progress::default());
        assert_eq!(unpack("viewed=1,2,3", catalogue), Err(Refused::Damaged));
        let text = pack(&busiest(catalogue, ""), catalogue).text;
        assert_eq!(unpack(&text[..text.len() - 1], catalogue), Err(Refused::Damaged));
    }

    fn progress(catalogue: &Catalogue) -> impl Strategy<Value = Progress> + use<> {
        let passages = catalogue.passages.clone();
        let questions: Vec<_> = catalogue.questions.iter().map(|(_, it)| *it).collect();
        let code = "[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}";
        let passage = proptest::sample::select(passages);
        let question = proptest::sample::select(questions);
        let answered = (question.clone(), 1u32..400, "[a-zA-Z .\\t\\n]{0,200}");
        let of_paper = (code, question.clone(), 0u32..99, "[a-z ]{0,80}", 0usize..3);
        (
            proptest::option::of(passage.clone()),
            proptest::collection::btree_set(passage, 0..60),
            proptest::collection::vec(answered, 0..60),
            proptest::collection::vec(of_paper, 0..60),
            proptest::collection::vec((question, 0u32..9, 1u8..6, 0i32..90_000), 0..60),
            proptest::collection::vec(("[a-z/]{1,9}", 0u32..9, "\\PC{0,9}"), 0..5),
        )
            .prop_map(|(place, read, answered, of_papers, cards, others)| {
                let mut progress = Progress { place, read, ..Progress::default() };
                for (name, changes, value) in others {
                    progress.quiz.insert(name, (changes, value));
                }
                for (question, tries, words) in answered {
                    let answer = longest(question, &words);
                    let grade = grade_with_gaps(&question.task, &answer);
                    let record = AnswerRecord {
                        answer: answer.write(),
                        points: grade.points,
                        out_of: grade.out_of,
                        tries,
                    };
                    progress.answers.insert(question.id.0.to_owned(), record);
                }
                for (code, question, changes, words, sure) in of_papers {
                    let end = [&code, "/", question.id.0].concat();
                    let answer = longest(question, &words).write();
                    progress.quiz.insert(["paper/", &end].concat(), (changes, answer));
                    let sure = Sure::ALL[sure].slug().to_owned();
                    progress.quiz.insert(["sure/", &end].concat(), (changes, sure));
                    progress
                        .quiz
                        .insert(["begun/", &code].concat(), (1, (changes + 1).to_string()));
                }
                for (question, changes, box_number, due) in cards {
                    let card = Card { box_number, due }.write();
                    progress.quiz.insert(["card/", question.id.0].concat(), (changes, card));
                }
                progress
            })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_fits_comes_back_and_it_is_never_too_long(
            progress in progress(catalogue()), other in progress(catalogue())
        ) {
            let catalogue = catalogue();
            let packed = pack(&progress, catalogue);
            prop_assert!(packed.text.len() <= LONGEST_DATA);
            let back = unpack(&packed.text, catalogue).unwrap();
            if packed.left_out.is_empty() {
                prop_assert_eq!(&back, &progress);
            }
            // Nothing comes back that was not there, and what comes back makes nothing worse.
            prop_assert!(back.read.is_subset(&progress.read));
            let mut merged = other.clone();
            merged.merge(&back);
            prop_assert!(merged.read.is_superset(&other.read));
            for (id, ours) in &other.answers {
                prop_assert!(merged.answers.get(id).is_some_and(|it| it.tries >= ours.tries));
            }
        }

        #[test]
        fn in_little_room_what_is_written_is_read(progress in progress(catalogue()), room in 0..3000usize) {
            let catalogue = catalogue();
            let packed = fill(&entries(&progress, catalogue), room);
            prop_assert!(packed.text.len() <= room / 5 + 8);
            let back = unpack(&packed.text, catalogue).unwrap();
            prop_assert!(back.quiz.keys().all(|name| progress.quiz.contains_key(name)));
            prop_assert!(back.answers.keys().all(|id| progress.answers.contains_key(id)));
        }

        #[test]
        fn reading_anything_ends(bits in proptest::collection::vec(any::<bool>(), 0..400)) {
            let catalogue = catalogue();
            let text = letters::write(&bits.into_iter().collect());
            let _ = unpack(&text, catalogue);
        }
    }
}
