//! What a reader's paper came to, as a code that is handed to a teacher: no server, no accounts.
//!
//! # Format, version 1
//!
//! A result code is a code of [`code`](mod@crate::code), check included. Its first symbol is 0: no
//! [`PaperCode`] begins so. Its second symbol is the version of this format: 1. The symbols after
//! these, up to the check, are one whole number in base 32, the highest first, without zeros at the
//! front; if it is 0, there are none. A result has one code, and a reader refuses any other form.
//!
//! The number holds digits, each of its own base: to read, divide by the first base, and the
//! remainder is the first digit; divide what is left by the second base, and so on. In the end 0 must
//! be left. So no bits are lost to rounding up, and items at the end that were not answered take no
//! room. The digits, in their order:
//!
//! | base | digit |
//! |---|---|
//! | 60 | number of items, less 1 |
//! | 4 | mix, by its position in [`Mix::ALL`] |
//! | 4096 | edition |
//! | 1048576 | seed |
//! | 65 | 0 for all chapters; else the position of the last one, plus 1 |
//! | 2, for each chapter before that one, from the first | 1 if the paper may have it |
//! | 511 | types, a bit for each of [`KINDS`], the first the lowest; 0 for all |
//! | 2 | who: 0 for a number, 1 for a name |
//! | 4095, for a number | the number, less 1 |
//! | 12, for a name | how many letters it has, less 1 |
//! | 27 to the power of that many letters, for a name | letters in base 27, the first the lowest digit: space 0, A 1 to Z 26 |
//! | 256 | minutes; 255 for that and more |
//! | 1 + ways, for each item of the paper in its order | 0 for no answer; else 1 + rank |
//!
//! In how many ways a task can be answered, and which of them an answer is, counted from 0, by its
//! rank. Options, pairs and so on are counted from 0 in the order of the story, not in that of the
//! screen:
//!
//! | task | ways | rank |
//! |---|---|---|
//! | choose one of `n` | `n` | the option |
//! | choose several of `n` | `2^n` | a bit for each option, the first the lowest; 1 if chosen |
//! | order `n` | `n!` | see below |
//! | match `n` pairs | `(n + 1)^n` | for each pair a digit of base `n + 1`, the first the lowest: 0 for none, else 1 + the pair whose partner was put to it |
//! | find one of `n` groups | `n` | the group, in the reader's list of all |
//! | estimate `n` years | `n + 1` | points earned: the figures would take too much room |
//! | word bank, `n` blanks and `m` words | `(m + 1)^n` | for each blank a digit of base `m + 1`, as for pairs |
//! | weigh `n` sources | `4^n` | for each source a digit of base 4, as for pairs; bearings in the order of [`Bearing::ALL`] |
//! | open, `n` points of the rubric | `2^n` | a bit for each point, the first the lowest; 1 if found |
//!
//! The rank of an order is that among all orders by the alphabet: begin with 0; for each place from
//! the first, multiply by how many options are left, and add how many of those stand before the one
//! at this place in the order of the story.
//!
//! Ways must be fewer than 2^58: those of 19 options to order and of 14 pairs still are.
//!
//! # Length
//!
//! The longest codes, in characters with their hyphens, of papers of all chapters and of items of the
//! usual sizes (4 options of which to choose one, 5 to choose several, 5 to order, 4 pairs, 33
//! groups, 4 years, 4 blanks and 7 words, 4 sources, 4 points). A test holds these figures:
//!
//! | items | with a number | with a name of 12 letters |
//! |---|---|---|
//! | 10 of the types as the story has them, most of 2000 papers | 44 | 57 |
//! | 30 of them | 74 | 87 |
//! | 10 word banks, the largest type | 54 | 66 |
//! | 30 word banks | 114 | 126 |
//!
//! So ten items stay within 60 characters, except nearly all word banks with a long name, and any
//! thirty within 140. A choice of chapters takes a bit for each chapter before the last chosen one:
//! a sign for every five.

use crate::answer::Answer;
use crate::code::{self, CodeError};
use crate::grade::{blank, grade_with_gaps, out_of};
use crate::paper::{Blueprint, KINDS, MOST, Mix, PaperCode, SEEDS};
use story::{Bearing, Choice, Task};

const VERSION: u8 = 1;
const EDITIONS: u64 = 1 << 12;
/// 0 for all, then the position of the last chapter, below 64.
const LAST_CHAPTERS: u64 = 65;
/// All types together are written as 0.
const KIND_SETS: u64 = (1 << KINDS.len()) - 1;
const NUMBERS: u64 = 4095;
const LONGEST_NAME: usize = 12;
/// A space and 26 letters.
const LETTERS: u64 = 27;
const ALL_MINUTES: u64 = 256;
/// Below this, a base times 32 is no more than a division can take.
const MOST_WAYS: u64 = 1 << 58;

/// What a result code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultCode {
    /// The paper that was taken.
    pub paper: PaperCode,
    /// Who took it.
    pub who: Who,
    /// Whole minutes taken; 255 for that and more.
    pub minutes: u8,
    /// What was answered to each item of the paper, in its order; none where nothing was.
    pub told: Vec<Option<Told>>,
}

/// Who took a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A number that the teacher gave, from 1 to 4095.
    Number(u16),
    /// A name of capital letters and single spaces between them, at most twelve together.
    Name(String),
}

/// What a result tells of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The answer; of an open one, without its words.
    Answer(Answer),
    /// Only how many points it earned.
    Points(u32),
}

/// What a paper asked: what its code alone does not hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked<'a> {
    /// The tasks of its items, in its order.
    pub tasks: Vec<&'a Task<'a>>,
    /// The ids of all groups that can be found on the map, in the order of the story.
    pub groups: Vec<&'a str>,
}

/// Why a text is not the code of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultError {
    /// It is not a code.
    Code(CodeError),
    /// It was written by a later version of this page.
    Newer,
    /// It is a code, but of something else: of a paper, say.
    NotAResult,
    /// The paper was drawn from other items than there are here.
    OtherEdition,
    /// It is of a result, but nothing writes such a one.
    Unreadable,
}

impl From<CodeError> for ResultError {
    fn from(error: CodeError) -> Self {
        Self::Code(error)
    }
}

/// Why a result can't be written as a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// The number is none from 1 to 4095, or the name has no letter.
    Who,
    /// The paper has another number of items.
    OtherPaper,
    /// The answer to an item does not fit it.
    Unfit {
        /// Its position in the paper.
        at: usize,
    },
    /// No code is long enough.
    TooLong,
}

impl Who {
    /// Reads what a reader typed: a number or a name; none where it is neither.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.parse() {
            Ok(number) => Self::Number(number).is_known().then_some(Self::Number(number)),
            // A number that is too large is no name.
            Err(_) => Some(Self::Name(name_of(text))).filter(Self::is_known),
        }
    }

    /// As it is shown.
    pub fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Name(name) => name.clone(),
        }
    }

    fn is_known(&self) -> bool {
        match self {
            Self::Number(number) => (1..=NUMBERS).contains(&u64::from(*number)),
            Self::Name(name) => !name.is_empty(),
        }
    }
}

/// A name as a code can hold it: capitals A to Z and single spaces between them, at most twelve
/// together. Accents are dropped, and so is whatever is not Latin.
pub fn name_of(text: &str) -> String {
    let mut name = String::new();
    let mut is_apart = false;
    for letter in text.chars() {
        if letter.is_whitespace() {
            is_apart = true;
            continue;
        }
        for letter in plain(letter).chars() {
            let apart = is_apart && !name.is_empty();
            if name.len() + usize::from(apart) >= LONGEST_NAME {
                return name;
            }
            if apart {
                name.push(' ');
            }
            is_apart = false;
            name.push(letter);
        }
    }
    name
}

/// What a letter is without its accents, in capitals; nothing if it is not Latin.
fn plain(letter: char) -> &'static str {
    const CAPITALS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /// From U+00C0 to U+00DF, and with it the small letters from U+00E0.
    const LATIN_1: &str = "AAAAAA?CEEEEIIIIDNOOOOO?OUUUUY??";
    /// From U+0100 to U+017F.
    const EXTENDED_A: &str = "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIII??JJKKK\
        LLLLLLLLLLNNNNNNNNNOOOOOO??RRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";
    let nth = |table: &'static str, at: u32| {
        let at = at as usize;
        table.get(at..at + 1).filter(|it| *it != "?").unwrap_or_default()
    };
    match letter {
        'a'..='z' => nth(CAPITALS, letter as u32 - 'a' as u32),
        'A'..='Z' => nth(CAPITALS, letter as u32 - 'A' as u32),
        'ß' | '\u{1e9e}' => "SS",
        'Æ' | 'æ' => "AE",
        'Þ' | 'þ' => "TH",
        'Œ' | 'œ' => "OE",
        'Ĳ' | 'ĳ' => "IJ",
        'ÿ' => "Y",
        '\u{c0}'..='\u{df}' => nth(LATIN_1, letter as u32 - 0xc0),
        '\u{e0}'..='\u{ff}' => nth(LATIN_1, letter as u32 - 0xe0),
        '\u{100}'..='\u{17f}' => nth(EXTENDED_A, letter as u32 - 0x100),
        'Ơ' | 'ơ' => "O",
        'Ư' | 'ư' => "U",
        'Ș' | 'ș' => "S",
        'Ț' | 'ț' => "T",
        // Vietnamese.
        '\u{1ea0}'..='\u{1eb7}' => "A",
        '\u{1eb8}'..='\u{1ec7}' => "E",
        '\u{1ec8}'..='\u{1ecb}' => "I",
        '\u{1ecc}'..='\u{1ee3}' => "O",
        '\u{1ee4}'..='\u{1ef1}' => "U",
        '\u{1ef2}'..='\u{1ef9}' => "Y",
        _ => "",
    }
}

impl Told {
    /// The points that it earned.
    pub fn points(&self, task: &Task<'_>) -> u32 {
        match self {
            Self::Answer(answer) => grade_with_gaps(task, answer).points,
            Self::Points(points) => (*points).min(out_of(task)),
        }
    }
}

impl ResultCode {
    /// Minutes as a result holds them.
    pub fn minutes_in(seconds: u64) -> u8 {
        u8::try_from(seconds / 60).unwrap_or(u8::MAX)
    }

    /// The code as text.
    ///
    /// Of the paper and the name it has the normal form, of an estimate the points. That an answer
    /// of several parts was given in another order than that of the story is lost, and so are the
    /// words of an open one.
    ///
    /// # Errors
    /// When it does not belong to what was asked, or is too long for a code.
    pub fn write(&self, asked: &Asked<'_>) -> Result<String, Unwritable> {
        let mut digits = Digits::default();
        digits.push_paper(&self.paper);
        digits.push_who(&self.who).ok_or(Unwritable::Who)?;
        digits.push(u64::from(self.minutes), ALL_MINUTES);
        if self.told.len() != asked.tasks.len() {
            return Err(Unwritable::OtherPaper);
        }
        for (at, (task, told)) in asked.tasks.iter().zip(&self.told).enumerate() {
            let form = Form::of(task, &asked.groups);
            let ways = form.ways().ok_or(Unwritable::TooLong)?;
            let rank = told.as_ref().map(|told| form.rank(task, told));
            let digit = match rank {
                None => 0,
                Some(rank) => 1 + rank.ok_or(Unwritable::Unfit { at })?,
            };
            digits.push(digit, 1 + ways);
        }
        let mut symbols = vec![0, VERSION];
        symbols.extend(digits.number().0);
        let text = code::encode(&symbols);
        if text.len() > code::LONGEST { Err(Unwritable::TooLong) } else { Ok(text) }
    }

    /// Reads a code as [`write`](Self::write) writes it, typed in whichever way.
    ///
    /// What the paper asked is found by its code; it is none where that is of another edition.
    ///
    /// # Errors
    /// When the text is not a code, or not one of a result of that paper.
    pub fn read<'a>(
        text: &str,
        find: impl FnOnce(&PaperCode) -> Option<Asked<'a>>,
    ) -> Result<Self, ResultError> {
        let opened = Opened::of(text)?;
        let asked = find(&opened.paper).ok_or(ResultError::OtherEdition)?;
        opened.read(&asked)
    }
}

/// A result code of which the paper is known, but not what that asked.
pub(crate) struct Opened {
    /// The paper.
    pub(crate) paper: PaperCode,
    rest: Number,
}

impl Opened {
    /// Reads the paper of a result code.
    pub(crate) fn of(text: &str) -> Result<Self, ResultError> {
        let symbols = code::decode(text)?;
        match symbols.as_slice() {
            [0, VERSION, rest @ ..] if rest.first() != Some(&0) => {
                let mut rest = Number(rest.to_vec());
                let paper = rest.take_paper().ok_or(ResultError::Unreadable)?;
                Ok(Self { paper, rest })
            }
            [0, version, ..] if *version > VERSION => Err(ResultError::Newer),
            [0, ..] => Err(ResultError::Unreadable),
            _ => Err(ResultError::NotAResult),
        }
    }

    /// Reads the rest.
    pub(crate) fn read(self, asked: &Asked<'_>) -> Result<ResultCode, ResultError> {
        self.answers(asked).ok_or(ResultError::Unreadable)
    }

    fn answers(self, asked: &Asked<'_>) -> Option<ResultCode> {
        let Self { paper, mut rest } = self;
        let who = rest.take_who()?;
        let minutes = u8::try_from(rest.take(ALL_MINUTES)).ok()?;
        let mut told = Vec::with_capacity(asked.tasks.len());
        for task in &asked.tasks {
            let form = Form::of(task, &asked.groups);
            let digit = rest.take(1 + form.ways()?);
            told.push(match digit.checked_sub(1) {
                None => None,
                Some(rank) => Some(form.told(rank)?),
            });
        }
        rest.0.is_empty().then_some(ResultCode { paper, who, minutes, told })
    }
}

/// Digits, each with its base, from the first to be read.
#[derive(Default)]
struct Digits(Vec<(u64, u64)>);

impl Digits {
    fn push(&mut self, digit: u64, base: u64) {
        self.0.push((digit, base));
    }

    fn push_paper(&mut self, paper: &PaperCode) {
        let blueprint = paper.blueprint.normal();
        let mix = Mix::ALL.iter().position(|it| *it == blueprint.mix).unwrap_or_default();
        self.push(u64::from(blueprint.count).saturating_sub(1), u64::from(MOST));
        self.push(mix as u64, Mix::ALL.len() as u64);
        self.push(u64::from(paper.edition) % EDITIONS, EDITIONS);
        self.push(u64::from(paper.seed % SEEDS), u64::from(SEEDS));
        match blueprint.chapters.checked_ilog2() {
            None => self.push(0, LAST_CHAPTERS),
            Some(last) => {
                self.push(u64::from(last) + 1, LAST_CHAPTERS);
                (0..last).for_each(|at| self.push(blueprint.chapters >> at & 1, 2));
            }
        }
        self.push(u64::from(blueprint.kinds), KIND_SETS);
    }

    fn push_who(&mut self, who: &Who) -> Option<()> {
        match who {
            Who::Number(number) => {
                let less_one = u64::from(*number).checked_sub(1)?;
                self.push(0, 2);
                self.push(less_one, NUMBERS);
                (less_one < NUMBERS).then_some(())
            }
            Who::Name(name) => {
                let name = name_of(name);
                let longest = LONGEST_NAME as u64;
                self.push(1, 2);
                self.push((name.len() as u64).checked_sub(1)?, longest);
                let letters = name.bytes().rev().fold(0, |letters, letter| {
                    letters * LETTERS + u64::from(letter.saturating_sub(b'A' - 1))
                });
                self.push(letters, power(LETTERS, name.len())?);
                Some(())
            }
        }
    }

    /// The number that holds them.
    fn number(&self) -> Number {
        let mut number = Number(Vec::new());
        self.0.iter().rev().for_each(|(digit, base)| number.put(*digit, *base));
        number
    }
}

/// A whole number of any size, in symbols of 5 bits, the highest first, without zeros there.
struct Number(Vec<u8>);

impl Number {
    /// Multiplies by a base and adds a digit.
    fn put(&mut self, digit: u64, base: u64) {
        let mut carry = digit;
        for symbol in self.0.iter_mut().rev() {
            // Bases are below 2^59, and the carry is no more than the base.
            carry = carry.saturating_add(u64::from(*symbol) * base);
            *symbol = (carry & 31) as u8;
            carry >>= 5;
        }
        while carry > 0 {
            self.0.insert(0, (carry & 31) as u8);
            carry >>= 5;
        }
    }

    /// Divides by a base and gives the remainder.
    fn take(&mut self, base: u64) -> u64 {
        let mut left = 0;
        for symbol in &mut self.0 {
            left = left << 5 | u64::from(*symbol);
            *symbol = left.checked_div(base).unwrap_or(0) as u8;
            left = left.checked_rem(base).unwrap_or(0);
        }
        let zeros = self.0.iter().take_while(|it| **it == 0).count();
        self.0.drain(..zeros);
        left
    }

    fn take_paper(&mut self) -> Option<PaperCode> {
        let count = u8::try_from(self.take(u64::from(MOST)) + 1).ok()?;
        let mix = *Mix::ALL.get(self.take(Mix::ALL.len() as u64) as usize)?;
        let edition = u16::try_from(self.take(EDITIONS)).ok()?;
        let seed = u32::try_from(self.take(u64::from(SEEDS))).ok()?;
        let mut chapters = 0;
        if let Some(last) = self.take(LAST_CHAPTERS).checked_sub(1) {
            chapters = (0..last).fold(1 << last, |chapters, at| chapters | self.take(2) << at);
        }
        let kinds = u16::try_from(self.take(KIND_SETS)).ok()?;
        let blueprint = Blueprint { chapters, kinds, count, mix };
        Some(PaperCode { blueprint, seed, edition })
    }

    fn take_who(&mut self) -> Option<Who> {
        if self.take(2) == 0 {
            return Some(Who::Number(u16::try_from(self.take(NUMBERS) + 1).ok()?));
        }
        let length = self.take(LONGEST_NAME as u64) as usize + 1;
        let mut letters = self.take(power(LETTERS, length)?);
        let mut name = String::new();
        for _ in 0..length {
            let letter = u8::try_from(letters % LETTERS).ok()?;
            letters /= LETTERS;
            name.push(if letter == 0 { ' ' } else { char::from(b'A' - 1 + letter) });
        }
        (name == name_of(&name)).then_some(Who::Name(name))
    }
}

/// A power; none if it is too large for a base.
fn power(base: u64, exponent: usize) -> Option<u64> {
    let power = base.checked_pow(u32::try_from(exponent).ok()?)?;
    (power < MOST_WAYS).then_some(power)
}

/// What an answer to a task looks like. Ids stand in the order of the story.
enum Form<'a> {
    /// One of these.
    One(Vec<&'a str>),
    /// Any number of these.
    Several(Vec<&'a str>),
    /// All of these, in any order.
    Order(Vec<&'a str>),
    /// To each of the first, one of the second or none.
    Pairs(Vec<String>, Vec<&'a str>),
    /// So many points at most.
    Points(u32),
    /// Any number of so many points of the rubric.
    Own(usize),
}

impl<'a> Form<'a> {
    fn of(task: &Task<'a>, groups: &[&'a str]) -> Self {
        let ids = |options: &[Choice<'a>]| options.iter().map(|it| it.id.0).collect::<Vec<_>>();
        match task {
            Task::ChooseOne { options, .. } => Self::One(ids(options)),
            Task::ChooseSeveral { options, .. } => Self::Several(ids(options)),
            Task::Order { options, .. } => Self::Order(ids(options)),
            Task::Match { pairs } => {
                let put: Vec<&'a str> = pairs.iter().map(|it| it.id.0).collect();
                Self::Pairs(put.iter().map(|it| (*it).to_owned()).collect(), put)
            }
            Task::FindOnMap { .. } => Self::One(groups.to_vec()),
            Task::Estimate { .. } => Self::Points(out_of(task)),
            Task::WordBank { text, options } => {
                let blanks = text.iter().filter_map(blank).count();
                Self::Pairs((0..blanks).map(|at| at.to_string()).collect(), ids(options))
            }
            Task::WeighSources { sources } => Self::Pairs(
                sources.iter().map(|it| it.id.0.to_owned()).collect(),
                Bearing::ALL.iter().map(|it| it.slug()).collect(),
            ),
            Task::Open { rubric } => Self::Own(rubric.len()),
        }
    }

    /// How many such answers there are; none if too many for a base.
    fn ways(&self) -> Option<u64> {
        let ways = match self {
            Self::One(ids) => ids.len() as u64,
            Self::Several(ids) => power(2, ids.len())?,
            Self::Order(ids) => {
                (1..=ids.len()).try_fold(1_u64, |ways, it| ways.checked_mul(it as u64))?
            }
            Self::Pairs(asked, put) => power(put.len() as u64 + 1, asked.len())?,
            Self::Points(most) => u64::from(*most) + 1,
            Self::Own(points) => power(2, *points)?,
        };
        (ways < MOST_WAYS).then_some(ways)
    }

    /// Which of them an answer is, from 0; none if it is no such answer.
    fn rank(&self, task: &Task<'_>, told: &Told) -> Option<u64> {
        let answer = match (self, told) {
            (Self::Points(_), told) => return Some(u64::from(told.points(task))),
            (_, Told::Points(_)) => return None,
            (_, Told::Answer(answer)) => answer,
        };
        match (self, answer) {
            (Self::One(ids), Answer::One(id)) => place(ids, id).map(|at| at as u64),
            (Self::Several(ids), Answer::Several(chosen)) => {
                bits(chosen.iter().map(|id| place(ids, id)))
            }
            (Self::Order(ids), Answer::Order(order)) => {
                let mut left = ids.clone();
                let mut rank = 0;
                for id in order {
                    let at = place(&left, id)?;
                    rank = rank * left.len() as u64 + at as u64;
                    left.remove(at);
                }
                left.is_empty().then_some(rank)
            }
            (Self::Pairs(asked, put), Answer::Pairs(given)) => {
                let mut rank = 0;
                let mut found = 0;
                for thing in asked.iter().rev() {
                    let mut digit = 0;
                    if let Some(id) = answer.put_to(thing) {
                        digit = 1 + place(put, id)? as u64;
                        found += 1;
                    }
                    rank = rank * (put.len() as u64 + 1) + digit;
                }
                // More were given if something was asked for twice, or not at all.
                (found == given.len()).then_some(rank)
            }
            (Self::Own(points), Answer::Own { met, .. }) => {
                bits(met.iter().map(|at| (at < points).then_some(*at)))
            }
            _ => None,
        }
    }

    /// The answer of a rank, below [`ways`](Self::ways).
    fn told(&self, mut rank: u64) -> Option<Told> {
        let mut digit = |base: usize| {
            let digit = rank.checked_rem(base as u64).unwrap_or(0);
            rank = rank.checked_div(base as u64).unwrap_or(0);
            digit as usize
        };
        Some(Told::Answer(match self {
            Self::One(ids) => Answer::One((*ids.get(digit(usize::MAX))?).to_owned()),
            Self::Several(ids) => Answer::Several(
                ids.iter().filter(|_| digit(2) == 1).map(|id| (*id).to_owned()).collect(),
            ),
            Self::Order(ids) => {
                let mut places: Vec<usize> = (1..=ids.len()).map(&mut digit).collect();
                places.reverse();
                let mut left = ids.clone();
                let mut order = Vec::with_capacity(ids.len());
                for at in places {
                    order.push((*left.get(at)?).to_owned());
                    left.remove(at);
                }
                Answer::Order(order)
            }
            Self::Pairs(asked, put) => {
                let mut given = Vec::new();
                for thing in asked {
                    if let Some(at) = digit(put.len() + 1).checked_sub(1) {
                        given.push((thing.clone(), (*put.get(at)?).to_owned()));
                    }
                }
                Answer::Pairs(given)
            }
            Self::Own(points) => Answer::Own {
                text: String::new(),
                met: (0..*points).filter(|_| digit(2) == 1).collect(),
            },
            Self::Points(_) => return Some(Told::Points(u32::try_from(rank).ok()?)),
        }))
    }
}

fn place(ids: &[&str], id: &str) -> Option<usize> {
    ids.iter().position(|it| *it == id)
}

/// A number that has the bits at these places; none if one of them is none.
fn bits(places: impl Iterator<Item = Option<usize>>) -> Option<u64> {
    let mut bits = 0;
    for at in places {
        bits |= 1_u64.checked_shl(u32::try_from(at?).ok()?)?;
    }
    Some(bits)
}

/// Made-up tasks and answers for tests of results.
#[cfg(test)]
pub(crate) mod samples {
    use super::*;
    use story::{
        ChapterId, ChoiceId, ClaimId, Difficulty, Figure, GroupId, Pair, PassageAddress, PassageId,
        Question, QuestionId, Segment, Skill, SourceId, Text, Weighing,
    };

    pub(crate) const IDS: [&str; 40] = [
        "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b0", "b1", "b2", "b3", "b4",
        "b5", "b6", "b7", "b8", "b9", "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9",
        "d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9",
    ];

    /// How many items of each of [`KINDS`] the story has.
    pub(crate) const SHARES: [usize; KINDS.len()] = [36, 13, 9, 10, 7, 2, 8, 10, 12];

    pub(crate) fn options(count: usize) -> Vec<Choice<'static>> {
        let option =
            |id| Choice { id: ChoiceId(id), text: Text::default(), feedback: Text::default() };
        IDS.into_iter().take(count).map(option).collect()
    }

    /// A task by the position of its type among [`KINDS`], with so many options, pairs and so on.
    pub(crate) fn task(kind: usize, size: usize, words: usize) -> Task<'static> {
        let first = ChoiceId(IDS[0]);
        let some: Vec<_> = IDS.into_iter().take(size).step_by(2).map(ChoiceId).collect();
        let text = Text::default;
        match kind {
            0 => Task::ChooseOne { options: options(size), key: first },
            1 => Task::ChooseSeveral { options: options(size), key: some },
            2 => Task::Order {
                options: options(size),
                key: IDS.into_iter().take(size).rev().map(ChoiceId).collect(),
            },
            3 => {
                let pair =
                    |id| Pair { id: ChoiceId(id), text: text(), partner: text(), feedback: text() };
                Task::Match { pairs: IDS.into_iter().take(size).map(pair).collect() }
            }
            4 => Task::FindOnMap { group: GroupId(IDS[0]), feedback: text() },
            5 => {
                let figure = |at: usize| Figure {
                    year: 1970 + at as i16,
                    total: 1000,
                    least: 1000,
                    most: 1000,
                    doubtful: false,
                };
                let figures = (0..size).map(figure).collect();
                Task::Estimate { figures, tolerance: 10, feedback: text() }
            }
            6 => {
                let blank = |id| [Segment::Words("In "), Segment::Blank(ChoiceId(id))];
                let text = IDS.into_iter().take(size).flat_map(blank).collect();
                Task::WordBank { text, options: options(words) }
            }
            7 => {
                let weighing = |id| Weighing {
                    id: ChoiceId(id),
                    source: SourceId("paper"),
                    text: text(),
                    bears: Bearing::Supports,
                    feedback: text(),
                };
                Task::WeighSources { sources: IDS.into_iter().take(size).map(weighing).collect() }
            }
            _ => Task::Open { rubric: vec![text(); size] },
        }
    }

    /// A task of the usual size of its type.
    pub(crate) fn usual(kind: usize) -> Task<'static> {
        const SIZES: [usize; KINDS.len()] = [4, 5, 5, 4, 0, 4, 4, 4, 4];
        task(kind, SIZES[kind], 7)
    }

    /// Usual tasks in the proportions of the story, as a seed shuffles them.
    pub(crate) fn mixed(count: usize, seed: u64) -> Vec<Task<'static>> {
        let mut kinds: Vec<usize> =
            SHARES.iter().enumerate().flat_map(|(kind, share)| vec![kind; *share]).collect();
        crate::shuffle(&mut kinds, seed);
        kinds.into_iter().take(count).map(usual).collect()
    }

    pub(crate) fn groups() -> Vec<&'static str> {
        IDS.into_iter().take(33).collect()
    }

    /// An item with a task, of a passage that it shares with one neighbour.
    pub(crate) fn question(at: usize, task: Task<'static>) -> Question<'static> {
        Question {
            id: QuestionId(IDS[at]),
            prompt: Text::default(),
            task,
            passage: PassageAddress { chapter: ChapterId("one"), passage: PassageId(IDS[at / 2]) },
            claim: ClaimId("claim"),
            difficulty: Difficulty::Easy,
            skill: Skill::Recall,
            hints: Vec::new(),
            explanation: Text::default(),
        }
    }

    /// Items of all types.
    pub(crate) fn questions() -> Vec<Question<'static>> {
        let kinds = (0..SHARES.len()).chain([0, 0, 1]);
        kinds.enumerate().map(|(at, kind)| question(at, task(kind, 4, 6))).collect()
    }

    pub(crate) use crate::key::key;

    pub(crate) fn asked<'a>(tasks: &'a [Task<'a>]) -> Asked<'a> {
        Asked { tasks: tasks.iter().collect(), groups: groups() }
    }

    /// The answer that a number gives, so that each can come up.
    pub(crate) fn told(task: &Task<'_>, number: u64) -> Option<Told> {
        let form = Form::of(task, &groups());
        let rank = (number % (form.ways().unwrap() + 1)).checked_sub(1)?;
        Some(form.told(rank).unwrap())
    }

    /// The answers that a seed gives.
    pub(crate) fn all_told(tasks: &[Task<'_>], seed: u64) -> Vec<Option<Told>> {
        let number = |at: usize| crate::seed_of(&format!("{seed} {at}"));
        tasks.iter().enumerate().map(|(at, task)| told(task, number(at))).collect()
    }

    pub(crate) fn paper(count: u8, seed: u32) -> PaperCode {
        let blueprint = Blueprint { chapters: 0, kinds: 0, count, mix: Mix::Any };
        PaperCode { blueprint, seed, edition: 959 }
    }
}

#[cfg(test)]
mod tests {
    use super::samples::*;
    use super::*;
    use proptest::prelude::*;

    fn result(tasks: &[Task<'_>], seed: u64) -> ResultCode {
        ResultCode {
            paper: paper(tasks.len().clamp(1, 60) as u8, seed as u32 % SEEDS),
            who: Who::Number(seed as u16 % 4095 + 1),
            minutes: seed as u8,
            told: all_told(tasks, seed),
        }
    }

    fn read(text: &str, tasks: &[Task<'_>]) -> Result<ResultCode, ResultError> {
        ResultCode::read(text, |_| Some(asked(tasks)))
    }

    fn name(text: &str) -> Who {
        Who::Name(text.to_owned())
    }

    /// All that can be largest is: no other result of such tasks has a longer code.
    fn largest(tasks: &[Task<'_>], who: &str) -> ResultCode {
        let blueprint =
            Blueprint { chapters: 0, kinds: 0, count: tasks.len() as u8, mix: Mix::Harder };
        ResultCode {
            paper: PaperCode { blueprint, seed: SEEDS - 1, edition: 4095 },
            who: Who::parse(who).unwrap(),
            minutes: 255,
            told: tasks.iter().map(|task| told(task, ways(task))).collect(),
        }
    }

    fn ways(task: &Task<'_>) -> u64 {
        Form::of(task, &groups()).ways().unwrap()
    }

    fn length(tasks: &[Task<'_>], who: &str) -> usize {
        largest(tasks, who).write(&asked(tasks)).unwrap().len()
    }

    const LONG_NAME: &str = "ZZZZZZZZZZZZ";

    #[test]
    fn codes_are_as_short_as_the_head_of_this_module_says() {
        let longest = |count, who: &str| {
            (0..2_000).map(|seed| length(&mixed(count, seed), who)).max().unwrap()
        };
        let of_one_kind = |count: usize, who: &str| {
            (0..9).map(|kind| length(&vec![usual(kind); count], who)).max().unwrap()
        };
        let lengths = |of: &dyn Fn(usize, &str) -> usize| {
            [of(10, "4095"), of(10, LONG_NAME), of(30, "4095"), of(30, LONG_NAME)]
        };
        assert_eq!(lengths(&longest), [44, 57, 74, 87]);
        assert_eq!(lengths(&of_one_kind), [54, 66, 114, 126]);
    }

    #[test]
    fn written_codes_stay_the_same() {
        let tasks: Vec<_> = (0..9).map(usual).collect();
        let written = |result: &ResultCode| result.write(&asked(&tasks)).unwrap();
        let plain = ResultCode { told: vec![None; 9], ..result(&tasks, 77) };
        assert_eq!(written(&plain), "01J9-C2YG-0002-8D0R-R6P");
        assert_eq!(written(&result(&tasks, 77)), "0114-6HPG-R87A-TGRE-PF4V-0002-8D0R-RXQ");
        let named = ResultCode { who: name("ANNA K"), minutes: 12, ..result(&tasks, 78) };
        assert_eq!(written(&named), "013M-FHRR-CD0Z-3V1P-VFFW-6H5B-6029-B0RR-BP");
        let blueprint = Blueprint { chapters: 0b101, kinds: 0b1_0111, count: 9, mix: Mix::Easier };
        let narrow = PaperCode { blueprint, ..named.paper };
        assert_eq!(
            written(&ResultCode { paper: narrow, ..named }),
            "01EH-Y731-HM3W-FC6V-DXZG-TA6J-R029-B0TM-CR"
        );
    }

    #[test]
    fn numbers_are_as_the_table_says() {
        // By hand: 3 items, mix 0, edition 2, seed 3, all chapters and types, number 5, minute 6;
        // option 1 of 4, nothing, options 0 and 2 of 5.
        let tasks = [usual(0), usual(0), usual(1)];
        let told = |ids: &[&str]| Some(Told::Answer(Answer::Several(texts(ids))));
        let one = Some(Told::Answer(Answer::One("a1".to_owned())));
        let result = ResultCode {
            paper: PaperCode { edition: 2, ..paper(3, 3) },
            who: Who::Number(5),
            minutes: 6,
            told: vec![one, None, told(&["a2", "a0"])],
        };
        let digits: [(u128, u128); 12] = [
            (2, 60),
            (0, 4),
            (2, 4096),
            (3, 1 << 20),
            (0, 65),
            (0, 511),
            (0, 2),
            (4, 4095),
            (6, 256),
            (2, 5),
            (0, 5),
            (6, 33),
        ];
        let mut number = digits.iter().rev().fold(0, |number, (digit, base)| number * base + digit);
        let mut symbols = Vec::new();
        while number > 0 {
            symbols.insert(0, (number % 32) as u8);
            number /= 32;
        }
        let text = code::encode(&[&[0, 1], symbols.as_slice()].concat());
        assert_eq!(result.write(&asked(&tasks)), Ok(text));
    }

    fn texts(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    fn pairs(given: &[(&str, &str)]) -> Answer {
        Answer::Pairs(given.iter().map(|(to, put)| ((*to).to_owned(), (*put).to_owned())).collect())
    }

    fn rank(task: &Task<'_>, answer: Answer) -> Option<u64> {
        Form::of(task, &groups()).rank(task, &Told::Answer(answer))
    }

    #[test]
    fn ranks_are_as_the_table_says() {
        assert_eq!(
            (0..9).map(|kind| ways(&usual(kind))).collect::<Vec<_>>(),
            [4, 32, 120, 625, 33, 5, 4096, 256, 16]
        );
        let order = |ids: &[&str]| rank(&usual(2), Answer::Order(texts(ids)));
        assert_eq!(order(&["a0", "a1", "a2", "a3", "a4"]), Some(0));
        assert_eq!(order(&["a0", "a1", "a2", "a4", "a3"]), Some(1));
        assert_eq!(order(&["a1", "a0", "a2", "a3", "a4"]), Some(24));
        assert_eq!(order(&["a4", "a3", "a2", "a1", "a0"]), Some(119));
        assert_eq!(rank(&usual(3), pairs(&[("a1", "a0"), ("a0", "a3")])), Some(4 + 5));
        assert_eq!(rank(&usual(4), Answer::One("d2".into())), Some(32));
        assert_eq!(rank(&usual(5), pairs(&[("1972", "1000"), ("1971", "990")])), Some(2));
        assert_eq!(rank(&usual(6), pairs(&[("0", "a6"), ("2", "a0")])), Some(7 + 64));
        assert_eq!(rank(&usual(7), pairs(&[("a1", "silent")])), Some(3 * 4));
        let own = Answer::Own { text: "Words.".into(), met: vec![3, 0, 3] };
        assert_eq!(rank(&usual(8), own), Some(9));
    }

    #[test]
    fn answers_that_do_not_fit_are_not_written() {
        assert_eq!(rank(&usual(0), Answer::One("a4".into())), None);
        assert_eq!(rank(&usual(1), Answer::Several(texts(&["x"]))), None);
        assert_eq!(rank(&usual(2), Answer::Order(texts(&["a0", "a1"]))), None);
        assert_eq!(rank(&usual(2), Answer::Order(texts(&["a0", "a1", "a2", "a3", "a3"]))), None);
        assert_eq!(rank(&usual(3), pairs(&[("a0", "a4")])), None);
        assert_eq!(rank(&usual(3), pairs(&[("a4", "a0")])), None);
        assert_eq!(rank(&usual(3), pairs(&[("a0", "a1"), ("a0", "a2")])), None);
        assert_eq!(rank(&usual(4), Answer::One(String::new())), None);
        assert_eq!(rank(&usual(7), pairs(&[("a0", "maybe")])), None);
        assert_eq!(rank(&usual(8), Answer::Own { text: String::new(), met: vec![4] }), None);
        assert_eq!(rank(&usual(0), Answer::Several(texts(&["a0"]))), None);
        let tasks = [usual(5), usual(0)];
        let points = || Some(Told::Points(2));
        let mut wrong = ResultCode { told: vec![points(), points()], ..result(&tasks, 1) };
        assert_eq!(wrong.write(&asked(&tasks)), Err(Unwritable::Unfit { at: 1 }));
        wrong.told.pop();
        assert_eq!(wrong.write(&asked(&tasks)), Err(Unwritable::OtherPaper));
        for who in [Who::Number(0), Who::Number(4096), name(""), name(" - "), name("\u{5d0}")] {
            let nobody = ResultCode { who, ..result(&tasks, 1) };
            assert_eq!(nobody.write(&asked(&tasks)), Err(Unwritable::Who));
        }
    }

    #[test]
    fn what_is_too_large_is_not_written() {
        let wide = [task(2, 19, 0), task(3, 14, 0), task(6, 12, 27), task(1, 40, 0)];
        for task in wide {
            let tasks = vec![task; 6];
            let result = result(&tasks, 5);
            assert_eq!(read(&result.write(&asked(&tasks)).unwrap(), &tasks), Ok(result));
            let tasks = vec![tasks[0].clone(); 60];
            let told = vec![None; 60];
            let empty = ResultCode { told, ..self::result(&tasks, 5) };
            assert!(empty.write(&asked(&tasks)).is_ok());
            assert_eq!(self::result(&tasks, 5).write(&asked(&tasks)), Err(Unwritable::TooLong));
        }
        for task in [task(2, 20, 0), task(3, 15, 0), task(6, 13, 40)] {
            let tasks = [task];
            let result = ResultCode { told: vec![None], ..result(&[usual(0)], 1) };
            assert_eq!(result.write(&asked(&tasks)), Err(Unwritable::TooLong));
        }
    }

    #[test]
    fn whoever_typed_what_is_a_number_or_a_plain_name() {
        assert_eq!(Who::parse(" 12 "), Some(Who::Number(12)));
        assert_eq!(Who::parse("4095"), Some(Who::Number(4095)));
        assert_eq!(
            [Who::parse("0"), Who::parse("4096"), Who::parse("123456"), Who::parse("")],
            [None, None, None, None]
        );
        let plain = |text: &str| Who::parse(text).unwrap().text();
        assert_eq!(plain("  Zoë   Ångström "), "ZOE ANGSTROM");
        assert_eq!(plain("Anne-Marie O'Neil"), "ANNEMARIE ON");
        assert_eq!(plain("Straßburger Ægir"), "STRASSBURGER");
        assert_eq!(plain("Łucja Žižková"), "LUCJA ZIZKOV");
        assert_eq!(plain("Nguyễn Thị Ơn"), "NGUYEN THI O");
        assert_eq!(plain("Jose\u{301} 7B"), "JOSE B");
        assert_eq!(plain("elevenchars b"), "ELEVENCHARS");
        assert_eq!(plain("ŒÞÿŸȘțĲŊſ"), "OETHYYSTIJNS");
        assert_eq!(name_of("\u{431}\u{5d0}\u{d7}\u{f7}7"), "");
    }

    #[test]
    fn the_table_of_accents_is_nowhere_shifted() {
        // The last letter of each row and the first of the next, so that no row is shifted.
        let rows = "ÅaĄAÇCĆCčCĎDđDĒEěEĜGģGĤHħHĨIıIĴJĵJĶKĸKĹLłLŃNŋNŌOőOŔRřRŚSšSŢTŧTŨUųUŴWŵWŶYŸYŹZžZ";
        let letters: Vec<char> = rows.chars().collect();
        for pair in letters.chunks(2) {
            assert_eq!(plain(pair[0]), plain(pair[1]), "{}", pair[0]);
        }
    }

    #[test]
    fn minutes_are_whole_and_no_more_than_there_is_room_for() {
        assert_eq!([59, 60, 15_359, u64::MAX].map(ResultCode::minutes_in), [0, 1, 255, 255]);
    }

    #[test]
    fn other_codes_are_refused() {
        let read = |symbols: &[u8]| read(&code::encode(symbols), &[usual(0)]).map(|_| ());
        assert_eq!(read(&[0, 1]), Ok(()));
        assert_eq!(read(&[0, 1, 1]), Ok(()));
        assert_eq!(read(&[0, 1, 0, 1]), Err(ResultError::Unreadable));
        assert_eq!(read(&[0, 0, 1]), Err(ResultError::Unreadable));
        assert_eq!(read(&[0]), Err(ResultError::Unreadable));
        assert_eq!(read(&[0, 2]), Err(ResultError::Newer));
        assert_eq!(read(&[0, 31, 1]), Err(ResultError::Newer));
        assert_eq!(read(&[]), Err(ResultError::NotAResult));
        assert_eq!(read(&[1, 1]), Err(ResultError::NotAResult));
        assert_eq!(read(&[[0, 1].as_slice(), &[31; 40]].concat()), Err(ResultError::Unreadable));
        let none = |text: &str| ResultCode::read(text, |_| None).map(|_| ());
        assert_eq!(none(""), Err(ResultError::Code(CodeError::Empty)));
        assert_eq!(none(&code::encode(&[0, 1])), Err(ResultError::OtherEdition));
    }

    fn any_task() -> impl Strategy<Value = Task<'static>> {
        (0usize..9, 0usize..10, 0usize..10).prop_map(|(kind, size, words)| task(kind, size, words))
    }

    fn any_who() -> impl Strategy<Value = Who> {
        prop_oneof![
            (1u16..=4095).prop_map(Who::Number),
            "[A-Z]{1,12}|[A-Z]{1,3}( [A-Z]{2}){1,3}".prop_map(Who::Name),
        ]
    }

    prop_compose! {
        fn any_paper()(
            chapters in prop_oneof![Just(0), 0u64..512, any::<u64>()],
            kinds in prop_oneof![Just(0), 0u16..512],
            count in 1u8..=60, mix in 0usize..4, seed in 0..SEEDS, edition in 0u16..4096,
        ) -> PaperCode {
            let blueprint = Blueprint { chapters, kinds, count, mix: Mix::ALL[mix] };
            PaperCode { blueprint: blueprint.normal(), seed, edition }
        }
    }

    prop_compose! {
        fn any_result()(tasks in proptest::collection::vec(any_task(), 0..20))(
            numbers in proptest::collection::vec(any::<u64>(), tasks.len()),
            tasks in Just(tasks), paper in any_paper(), who in any_who(), minutes in any::<u8>(),
        ) -> (Vec<Task<'static>>, ResultCode) {
            let told = tasks.iter().zip(numbers).map(|(task, number)| told(task, number)).collect();
            (tasks, ResultCode { paper, who, minutes, told })
        }
    }

    proptest! {
        #[test]
        fn results_are_read_back((tasks, result) in any_result()) {
            match result.write(&asked(&tasks)) {
                Ok(text) => prop_assert_eq!(read(&text, &tasks), Ok(result)),
                Err(error) => prop_assert_eq!(error, Unwritable::TooLong),
            }
        }

        #[test]
        fn the_order_in_which_an_answer_was_given_does_not_matter(
            (tasks, result) in any_result(), seed: u64
        ) {
            let mut other = result.clone();
            for told in &mut other.told {
                match told {
                    Some(Told::Answer(Answer::Several(ids))) => crate::shuffle(ids, seed),
                    Some(Told::Answer(Answer::Pairs(pairs))) => crate::shuffle(pairs, seed),
                    Some(Told::Answer(Answer::Own { text, met })) => {
                        text.push_str("Words.");
                        crate::shuffle(met, seed);
                    }
                    _ => {}
                }
            }
            prop_assert_eq!(other.write(&asked(&tasks)), result.write(&asked(&tasks)));
        }

        #[test]
        fn each_rank_is_another_answer(task in any_task(), number: u64, other: u64) {
            let form = Form::of(&task, &groups());
            let ways = form.ways().unwrap();
            if let Some(rank) = number.checked_rem(ways) {
                let told = form.told(rank).unwrap();
                prop_assert_eq!(form.rank(&task, &told), Some(rank));
                let other = other % ways;
                prop_assert_eq!(form.told(other).unwrap() == told, other == rank);
            }
        }

        #[test]
        fn every_slip_of_a_hand_is_noticed((tasks, result) in any_result(), other in 0usize..32) {
            let signs: Vec<char> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().collect();
            if let Ok(text) = result.write(&asked(&tasks)) {
                let text: Vec<char> = text.chars().filter(|it| *it != '-').collect();
                let damaged = |change: &dyn Fn(&mut Vec<char>)| {
                    let mut damaged = text.clone();
                    change(&mut damaged);
                    let read = read(&damaged.iter().collect::<String>(), &tasks);
                    damaged == text || read == Err(ResultError::Code(CodeError::Check))
                };
                for at in 0..text.len() {
                    let wrong = damaged(&|text| text[at] = signs[other]);
                    prop_assert!(wrong, "{} at {}", signs[other], at);
                    if at > 0 {
                        prop_assert!(damaged(&|text| text.swap(at - 1, at)), "{} and before", at);
                    }
                }
            }
        }

        #[test]
        fn a_result_has_one_code(
            (tasks, result) in any_result(), changes in proptest::collection::vec((2usize..60, 0u8..32), 0..4),
            before in 0usize..2, behind in 0usize..2
        ) {
            if let Ok(text) = result.write(&asked(&tasks)) {
                let mut symbols = code::decode(&text).unwrap();
                for (at, symbol) in changes {
                    if let Some(place) = symbols.get_mut(at) {
                        *place = symbol;
                    }
                }
                symbols.splice(2..2, vec![0; before]);
                symbols.extend(vec![0; behind]);
                let text = code::encode(&symbols);
                if let Ok(result) = read(&text, &tasks) {
                    prop_assert_eq!(result.write(&asked(&tasks)), Ok(text));
                }
            }
        }

        #[test]
        fn papers_and_results_are_not_mistaken((tasks, result) in any_result()) {
            let paper = result.paper.write();
            prop_assert_eq!(read(&paper, &tasks), Err(ResultError::NotAResult));
            if let Ok(text) = result.write(&asked(&tasks)) {
                prop_assert_eq!(PaperCode::read(&text), Err(crate::PaperError::Unreadable));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(
            text in "\\PC{0,60}", tasks in proptest::collection::vec(any_task(), 0..9),
            symbols in proptest::collection::vec(0u8..32, 0..120)
        ) {
            let _ = read(&text, &tasks);
            let _ = read(&code::encode(&symbols), &tasks);
            let of_result = code::encode(&[&[0, 1], symbols.as_slice()].concat());
            let _ = read(&of_result, &tasks);
        }

        #[test]
        fn names_are_short_plain_and_stay_so(text in "\\PC{0,30}|[a-zé ß]{0,20}") {
            let name = name_of(&text);
            prop_assert!(name.len() <= 12);
            prop_assert!(name.bytes().all(|it| it == b' ' || it.is_ascii_uppercase()));
            prop_assert!(name.trim() == name && !name.contains("  "));
            prop_assert_eq!(name_of(&name), name);
        }
    }
}
