//! What a learning platform keeps between sessions: progress in at most 4,096 characters.
//!
//! SCORM 1.2 gives one text of that length (`cmi.suspend_data`). Into it goes the text in which progress
//! is stored, line by line, the dearest first: where the reader was, what was read, papers, answers,
//! reviews, and own words last. What does not fit is left out whole lines at a time, and counted.
//!
//! # Format, version 1
//!
//! `1`, three signs for the dictionary, two for a check, then signs of the alphabet `A–Z a–z 0–9 - _`, each
//! a number below 64. A line is a row of words; between two words stands a tab, unless a sign for another
//! character does. A word that the dictionary has is two signs; whatever else is written out, and is in
//! the dictionary from then on. The first sign tells what follows:
//!
//! | sign | what |
//! |---|---|
//! | below 56 | with the next one, the number of a word |
//! | 56 | the end of a line |
//! | 57, 58, 59 | `=`, `/`, `:` |
//! | 60 | how many signs follow, then these, each the letter that it looks like |
//! | 61 | how many bytes follow, then these in UTF-8, two signs each |

use std::collections::BTreeMap;

/// Most characters that the platform keeps.
pub(super) const MOST: usize = 4096;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const WORDS: usize = 56 * 64;
const END: u8 = 56;
const BETWEEN: [char; 3] = ['=', '/', ':'];
const LETTERS: u8 = 60;
const BYTES: u8 = 61;
/// From so many bytes on, another part of the same word follows: no letter has more than four.
const FULL: usize = 60;
/// Signs before the lines: version, dictionary, check.
const HEAD: usize = 6;

/// Words that lines of progress have besides the story's own.
const COMMON: [&str; 36] = [
    "open-gates-progress",
    "edition",
    "place",
    "read",
    "easy",
    "answer",
    "quiz",
    "one",
    "several",
    "order",
    "pairs",
    "own",
    "card",
    "paper",
    "sure",
    "begun",
    "took",
    "number",
    "done",
    "guess",
    "rather",
    "quite",
    "supports",
    "disagrees",
    "silent",
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "10",
];

/// Why kept data is not taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SuspendError {
    /// It was kept by a later version of this page.
    Newer,
    /// It was kept by another edition of the story.
    OtherEdition,
    /// It is not as it was written.
    Damaged,
}

/// What was packed, and how many lines did not fit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Packed {
    pub(super) text: String,
    pub(super) left_out: usize,
}

/// The words of a story, in an order that stays the same as long as the story does.
pub(super) struct Dictionary {
    words: Vec<String>,
    places: BTreeMap<String, usize>,
    /// Stands for all of them.
    mark: [u8; 3],
}

impl Dictionary {
    /// A dictionary of these words; as many as fit.
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut dictionary = Self { words: Vec::new(), places: BTreeMap::new(), mark: [0; 3] };
        for word in COMMON.into_iter().chain(words) {
            dictionary.add(word);
        }
        let mark = quiz::seed_of(&dictionary.words.join(" "));
        let mark = (mark ^ mark >> 32) as u32;
        dictionary.mark = [0, 6, 12].map(|by| (mark >> by & 63) as u8);
        dictionary
    }

    fn add(&mut self, word: &str) {
        if self.words.len() < WORDS && !self.places.contains_key(word) {
            self.places.insert(word.to_owned(), self.words.len());
            self.words.push(word.to_owned());
        }
    }

    fn again(&self) -> Self {
        Self { words: self.words.clone(), places: self.places.clone(), mark: self.mark }
    }

    /// Packs lines of progress, the dearest first.
    pub(super) fn pack(&self, text: &str) -> Packed {
        let mut lines: Vec<&str> = text.lines().collect();
        // The sort is stable: lines of one kind stay in their order.
        lines.sort_by_key(|line| rank(line));
        let mut known = self.again();
        let mut signs = Vec::new();
        let mut left_out = 0;
        for line in lines {
            let (before, words) = (signs.len(), known.words.len());
            known.write(&mut signs, line);
            if signs.len() + HEAD > MOST {
                signs.truncate(before);
                for word in known.words.drain(words..) {
                    known.places.remove(&word);
                }
                left_out += 1;
            }
        }
        let head = [&self.mark[..], &check(&signs)].concat();
        let sign = |sign: &u8| char::from(*ALPHABET.get(usize::from(*sign)).unwrap_or(&b'A'));
        let text = head.iter().chain(&signs).map(sign);
        Packed { text: std::iter::once('1').chain(text).collect(), left_out }
    }

    fn write(&mut self, signs: &mut Vec<u8>, line: &str) {
        let mut word = String::new();
        for letter in line.chars() {
            let between = BETWEEN.iter().position(|it| *it == letter);
            if letter == '\t' {
                self.write_word(signs, &std::mem::take(&mut word));
            } else if let Some(at) = between {
                self.write_word(signs, &std::mem::take(&mut word));
                signs.push(END + 1 + at as u8);
            } else {
                word.push(letter);
            }
        }
        self.write_word(signs, &word);
        signs.push(END);
    }

    fn write_word(&mut self, signs: &mut Vec<u8>, word: &str) {
        if let Some(at) = self.places.get(word) {
            signs.extend([(at / 64) as u8, (at % 64) as u8]);
            return;
        }
        let letters: Option<Vec<u8>> = word.bytes().map(value).collect();
        match letters.filter(|it| it.len() < 64) {
            Some(letters) => {
                signs.extend([LETTERS, letters.len() as u8]);
                signs.extend(letters);
            }
            // More than a sign can count is written in parts, of which the last is not a full one.
            None => {
                let mut rest = word;
                loop {
                    let end = (0..=rest.len().min(63)).rev().find(|at| rest.is_char_boundary(*at));
                    let (part, after) = rest.split_at(end.unwrap_or(0));
                    signs.extend([BYTES, part.len() as u8]);
                    signs.extend(part.bytes().flat_map(|byte| [byte >> 6, byte & 63]));
                    rest = after;
                    if part.len() < FULL {
                        break;
                    }
                }
                return;
            }
        }
        self.add(word);
    }

    /// The lines that were packed.
    ///
    /// # Errors
    /// When the text is not what [`pack`](Self::pack) wrote with the same words.
    pub(super) fn unpack(&self, text: &str) -> Result<String, SuspendError> {
        let (version, rest) = text.split_at_checked(1).ok_or(SuspendError::Damaged)?;
        match version {
            "1" => {}
            "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" => return Err(SuspendError::Newer),
            _ => return Err(SuspendError::Damaged),
        }
        let signs: Option<Vec<u8>> = rest.bytes().map(value).collect();
        let signs = signs.ok_or(SuspendError::Damaged)?;
        let (mark, signs) = signs.split_at_checked(3).ok_or(SuspendError::Damaged)?;
        let (sum, signs) = signs.split_at_checked(2).ok_or(SuspendError::Damaged)?;
        if sum != check(signs) {
            return Err(SuspendError::Damaged);
        }
        if mark != self.mark {
            return Err(SuspendError::OtherEdition);
        }
        self.again().read(signs).ok_or(SuspendError::Damaged)
    }

    fn read(&mut self, signs: &[u8]) -> Option<String> {
        let mut out = String::new();
        let mut signs = signs.iter().copied();
        // Whether what comes next is a word after another one, and whether a part of bytes was the last.
        let (mut after_word, mut after_bytes) = (false, false);
        while let Some(sign) = signs.next() {
            if sign == END {
                out.push('\n');
                (after_word, after_bytes) = (false, false);
                continue;
            }
            let between = sign.checked_sub(END + 1).and_then(|at| BETWEEN.get(usize::from(at)));
            if let Some(letter) = between {
                out.push(*letter);
                (after_word, after_bytes) = (false, false);
                continue;
            }
            if after_word && !(after_bytes && sign == BYTES) {
                out.push('\t');
            }
            (after_word, after_bytes) = (true, sign == BYTES);
            match sign {
                LETTERS => {
                    let count = usize::from(signs.next()?);
                    let letter =
                        |sign: u8| ALPHABET.get(usize::from(sign)).copied().map(char::from);
                    let word: String = signs.by_ref().take(count).filter_map(letter).collect();
                    if word.len() != count {
                        return None;
                    }
                    self.add(&word);
                    out.push_str(&word);
                }
                BYTES => {
                    let count = usize::from(signs.next()?);
                    let mut bytes = Vec::new();
                    for _ in 0..count {
                        let (high, low) = (signs.next()?, signs.next()?);
                        bytes.push(high.checked_mul(64)? + low);
                    }
                    out.push_str(&String::from_utf8(bytes).ok()?);
                    after_bytes = count >= FULL;
                }
                high => {
                    let at = usize::from(high) * 64 + usize::from(signs.next()?);
                    out.push_str(self.words.get(at)?);
                }
            }
        }
        Some(out)
    }
}

/// How dear a line is, the dearest first.
fn rank(line: &str) -> u8 {
    let mut words = line.split('\t');
    match (words.next().unwrap_or_default(), words.next().unwrap_or_default()) {
        ("open-gates-progress", _) => 0,
        ("edition" | "place", _) => 1,
        ("read" | "easy", _) => 2,
        _ if line.contains("\town\t") => 6,
        ("quiz", name) if !name.starts_with("card/") => 3,
        ("answer", _) => 4,
        _ => 5,
    }
}

/// The value of a sign.
fn value(sign: u8) -> Option<u8> {
    ALPHABET.iter().position(|it| *it == sign).map(|at| at as u8)
}

/// A check against what was cut or changed on its way; 1 in 4,093 changes goes unseen.
fn check(signs: &[u8]) -> [u8; 2] {
    let sum = signs
        .iter()
        .fold(signs.len() as u32 % 4093, |sum, sign| (sum * 67 + u32::from(*sign) + 1) % 4093);
    [(sum >> 6) as u8, (sum & 63) as u8]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;
    use crate::lms::words;
    use crate::progress::model::{AnswerRecord, Progress};
    use proptest::prelude::*;
    use quiz::Answer;
    use story::Task;

    fn dictionary() -> Dictionary {
        Dictionary::new(words().iter().map(String::as_str))
    }

    /// All passages read, all questions answered, those of a paper of sixty too.
    fn everything(own: &str) -> Progress {
        let mut progress = Progress { edition: story().edition.to_owned(), ..Progress::default() };
        for chapter in &story().chapters {
            let address = |it: &story::Passage<'_>| format!("{}/{}", chapter.id, it.id);
            progress.read.extend(chapter.passages.iter().map(address));
        }
        progress.place = progress.read.last().cloned();
        for (at, question) in story().questions.iter().enumerate() {
            let mut answer = quiz::key(&question.task);
            if let (Task::Open { .. }, Answer::Own { text, .. }) = (&question.task, &mut answer) {
                own.clone_into(text);
            }
            let out_of = quiz::grade::out_of(&question.task);
            let record = AnswerRecord { answer: answer.write(), points: out_of, out_of, tries: 2 };
            progress.answers.insert(question.id.0.to_owned(), record);
            if at < 60 {
                let name = format!("paper/2CHN-DGSG-T05N/{}", question.id);
                progress.quiz.insert(name, (1, answer.write()));
            }
        }
        progress
    }

    #[test]
    fn all_questions_and_a_long_paper_nearly_fit() {
        let progress = everything("");
        let dictionary = dictionary();
        let packed = dictionary.pack(&progress.write());
        assert!(packed.text.len() <= MOST);
        let read = Progress::parse(&dictionary.unpack(&packed.text).unwrap()).unwrap();
        assert_eq!((&read.read, &read.place), (&progress.read, &progress.place));
        let in_paper = |it: &Progress| {
            it.quiz.values().filter(|kept| !kept.1.starts_with("own")).cloned().collect::<Vec<_>>()
        };
        assert_eq!(in_paper(&read), in_paper(&progress));
        // Of the practice some is lost when all of it and a paper of sixty were answered.
        assert!(read.answers.len() * 10 > progress.answers.len() * 6, "{}", packed.left_out);
        let lines = |it: &Progress| it.answers.len() + it.quiz.len();
        assert_eq!(lines(&read) + packed.left_out, lines(&progress));
    }

    #[test]
    fn all_questions_fit_without_a_paper() {
        let progress = Progress { quiz: std::collections::BTreeMap::new(), ..everything("") };
        let packed = dictionary().pack(&progress.write());
        assert_eq!(packed.left_out, 0, "{}", packed.text.len());
        println!("all questions: {} characters", packed.text.len());
    }

    #[test]
    fn own_words_go_first_when_there_is_no_room() {
        let progress = everything(&"Sie schrieben Briefe, tausende. ".repeat(12));
        let dictionary = dictionary();
        let packed = dictionary.pack(&progress.write());
        assert!(packed.text.len() <= MOST && packed.left_out > 0);
        let read = Progress::parse(&dictionary.unpack(&packed.text).unwrap()).unwrap();
        assert_eq!(read.read, progress.read);
    }

    proptest! {
        #[test]
        fn any_progress_comes_back(
            own in "\\PC{0,200}", number in any::<u32>(), name in "[a-zé/=:]{1,90}",
        ) {
            let mut progress = Progress { edition: "e".to_owned(), ..Progress::default() };
            progress.answers.insert("cleveland-year".to_owned(), AnswerRecord {
                answer: Answer::Own { text: own, met: vec![0, 2] }.write(), points: 2, out_of: 4, tries: number,
            });
            progress.quiz.insert(name, (number, "done".to_owned()));
            let text = progress.write();
            let dictionary = dictionary();
            let packed = dictionary.pack(&text);
            prop_assert_eq!(packed.left_out, 0);
            let read = dictionary.unpack(&packed.text).unwrap();
            prop_assert_eq!(Progress::parse(&read).unwrap(), Progress::parse(&text).unwrap());
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,80}", signs in "1[A-Za-z0-9_-]{0,60}") {
            let dictionary = dictionary();
            prop_assert!(dictionary.unpack(&text).is_err());
            let _ = dictionary.unpack(&signs);
        }

        #[test]
        fn a_changed_or_cut_text_is_refused(at in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>()) {
            let dictionary = dictionary();
            let text = dictionary.pack(&everything("").write()).text;
            let mut bytes = text.clone().into_bytes();
            let at = 4 + at.index(bytes.len() - 4);
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            prop_assert_eq!(dictionary.unpack(&String::from_utf8(bytes).unwrap()), Err(SuspendError::Damaged));
            let cut = cut.index(text.len());
            if cut > 0 {
                // One in some thousands goes through; none of this length does for the first signs.
                prop_assert!(dictionary.unpack(&text[..cut]) != dictionary.unpack(&text));
            }
        }
    }

    #[test]
    fn other_words_and_later_versions_are_told_apart() {
        let text = dictionary().pack("read\ta/b\n").text;
        assert_eq!(
            Dictionary::new(["x"].into_iter()).unpack(&text),
            Err(SuspendError::OtherEdition)
        );
        assert_eq!(dictionary().unpack(&text.replacen('1', "2", 1)), Err(SuspendError::Newer));
        assert_eq!(dictionary().unpack(""), Err(SuspendError::Damaged));
    }
}
