//! Papers drawn by a blueprint and a seed, and the codes that stand for them.
//!
//! A blueprint says which chapters and types a paper may have, how many items, and how hard they
//! are together. With a seed it gives one paper, the same on every machine:
//!
//! 1. The items that the blueprint admits are shuffled by the seed. If there are no more than
//!    wanted, the paper has them all.
//! 2. The mix gives each difficulty its number of items, by largest remainder; of equal remainders
//!    the easier difficulty's comes first. What a difficulty lacks comes from the nearest other one
//!    that has items left, of two equally near ones from the easier. Without a mix, all items are
//!    one lot.
//! 3. From easy to hard, each difficulty's items are picked one by one: the next is always of the
//!    chapter that the paper has least of so far, and of several such items the first in shuffled
//!    order. So chapters are covered as evenly as the items allow.
//! 4. The picked items are shuffled once more, by the seed's complement, and then stand in the
//!    order of their chapters: a paper follows the story, and does not go from easy to hard.
//!
//! That is at most 60 passes over the items. A paper depends on which items there are, in which
//! order, so that a code names the edition it was drawn from: a later one may give other items.
//! Golden tests hold the rest still.

use crate::code::{self, BitReader, BitWriter, CodeError};
use crate::edition::BITS as EDITION_BITS;
use crate::shuffle::{seed_of, shuffle};
use story::Difficulty;

/// The types of tasks, as [`story::Task::slug`] names them, in the order of their positions.
pub const KINDS: [&str; 9] = [
    "choose-one",
    "choose-several",
    "order",
    "match",
    "find-on-map",
    "estimate",
    "word-bank",
    "weigh-sources",
    "open",
];

/// Number of different seeds that a code can hold, and so of papers for each blueprint.
pub const SEEDS: u32 = 1 << SEED_BITS;

/// Most items that a paper can have.
pub const MOST: u8 = 60;

const VERSION: u64 = 1;
const VERSION_BITS: u32 = 4;
const COUNT_BITS: u32 = 6;
const MIX_BITS: u32 = 2;
const SEED_BITS: u32 = 20;
/// A bit for each of [`KINDS`].
const KIND_BITS: u32 = 9;
const ALL_KINDS: u16 = (1 << KIND_BITS) - 1;
/// Of the position of the last chosen chapter, below 64.
const CHAPTER_BITS: u32 = 6;

/// What drawing needs to know of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item<'a> {
    /// Its id.
    pub id: &'a str,
    /// Position of its chapter in the story.
    pub chapter: usize,
    /// Position of its type among [`KINDS`].
    pub kind: u8,
    /// How hard it is meant to be.
    pub difficulty: Difficulty,
}

/// How hard the items of a paper are together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mix {
    /// As it comes.
    #[default]
    Any,
    /// 60 % easy, 30 % medium, 10 % hard.
    Easier,
    /// 35 % easy, 40 % medium, 25 % hard.
    Balanced,
    /// 15 % easy, 40 % medium, 45 % hard.
    Harder,
}

impl Mix {
    /// All of them, in the order of their numbers in codes.
    pub const ALL: [Self; 4] = [Self::Any, Self::Easier, Self::Balanced, Self::Harder];

    /// Percent of easy, medium and hard items; none if it does not matter.
    fn shares(self) -> Option<[u8; 3]> {
        match self {
            Self::Any => None,
            Self::Easier => Some([60, 30, 10]),
            Self::Balanced => Some([35, 40, 25]),
            Self::Harder => Some([15, 40, 45]),
        }
    }
}

/// What a paper is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blueprint {
    /// A bit for each chapter, by its position in the story, the first the lowest; 0 for all.
    pub chapters: u64,
    /// A bit for each type, by its position among [`KINDS`]; 0 for all.
    pub kinds: u16,
    /// Number of items, from 1 to [`MOST`].
    pub count: u8,
    /// How hard they are together.
    pub mix: Mix,
}

impl Blueprint {
    /// The same with a number of items that can be had, and all types written as 0.
    ///
    /// Drawing and codes go by this form.
    #[must_use]
    pub fn normal(self) -> Self {
        let kinds = match self.kinds & ALL_KINDS {
            ALL_KINDS => 0,
            some => some,
        };
        Self { kinds, count: self.count.clamp(1, MOST), ..self }
    }

    /// Whether a paper may have the item.
    fn admits(&self, item: &Item<'_>) -> bool {
        let kinds = u64::from(self.normal().kinds);
        has_bit(self.chapters, item.chapter) && has_bit(kinds, usize::from(item.kind))
    }
}

/// Whether a set has the bit at a position, or is empty and so stands for all.
fn has_bit(set: u64, position: usize) -> bool {
    let moved = u32::try_from(position).ok().and_then(|position| set.checked_shr(position));
    set == 0 || moved.is_some_and(|moved| moved & 1 == 1)
}

/// An item that a paper may have.
#[derive(Clone, Copy)]
struct Candidate {
    /// Its position among all items.
    at: usize,
    chapter: usize,
    /// Position of its chapter among those of all candidates.
    column: usize,
    /// 0 to 2 from easy to hard; 0 throughout if the mix does not matter.
    level: usize,
}

/// Draws a paper: the positions of its items among `items`, in the order in which it has them.
pub fn draw(items: &[Item<'_>], blueprint: &Blueprint, seed: u32) -> Vec<usize> {
    let blueprint = blueprint.normal();
    let seed = u64::from(seed);
    let shares = blueprint.mix.shares();

    let mut chapters = Vec::new();
    let mut available = [0; 3];
    let mut pool = Vec::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| blueprint.admits(item)) {
        let column = chapters.iter().position(|it| *it == item.chapter).unwrap_or(chapters.len());
        if column == chapters.len() {
            chapters.push(item.chapter);
        }
        let level = match item.difficulty {
            _ if shares.is_none() => 0,
            Difficulty::Easy => 0,
            Difficulty::Medium => 1,
            Difficulty::Hard => 2,
        };
        if let Some(number) = available.get_mut(level) {
            *number += 1;
        }
        pool.push(Candidate { at, chapter: item.chapter, column, level });
    }
    shuffle(&mut pool, seed);

    let wanted = quotas(shares.unwrap_or([100, 0, 0]), blueprint.count);
    let mut picked = Vec::new();
    let mut picks = vec![0u8; chapters.len()];
    for (level, number) in filled(wanted, available).into_iter().enumerate() {
        for _ in 0..number {
            // Of equal ones the first, which is the first in shuffled order.
            let next = (pool.iter().enumerate())
                .filter(|(_, it)| it.level == level)
                .min_by_key(|(_, it)| picks.get(it.column).copied());
            if let Some((place, candidate)) = next.map(|(place, it)| (place, *it)) {
                pool.remove(place);
                picked.push(candidate);
                if let Some(number) = picks.get_mut(candidate.column) {
                    *number += 1;
                }
            }
        }
    }
    shuffle(&mut picked, !seed);

    let mut paper: Vec<Candidate> = Vec::with_capacity(picked.len());
    for candidate in picked {
        let place = paper.partition_point(|before| before.chapter <= candidate.chapter);
        paper.insert(place, candidate);
    }
    paper.into_iter().map(|it| it.at).collect()
}

/// A number of items divided by shares in percent, by largest remainder.
fn quotas(shares: [u8; 3], count: u8) -> [usize; 3] {
    let count = usize::from(count);
    let mut parts = shares.map(|share| {
        let hundredfold = usize::from(share) * count;
        (hundredfold / 100, hundredfold % 100)
    });
    let given: usize = parts.iter().map(|(whole, _)| whole).sum();
    for _ in given..count {
        // Of equal ones the last, so from hard to easy.
        if let Some((whole, rest)) = parts.iter_mut().rev().max_by_key(|(_, rest)| *rest) {
            *whole += 1;
            *rest = 0;
        }
    }
    parts.map(|(whole, _)| whole)
}

/// How many items of each difficulty to take where some may have too few.
fn filled(mut wanted: [usize; 3], available: [usize; 3]) -> [usize; 3] {
    // Where easy, medium and hard look first, second and third.
    const NEAREST: [[usize; 3]; 3] = [[0, 1, 2], [1, 0, 1], [2, 2, 0]];
    let mut taken = [0; 3];
    for levels in NEAREST {
        for (wanted, level) in wanted.iter_mut().zip(levels) {
            if let (Some(taken), Some(available)) = (taken.get_mut(level), available.get(level)) {
                let more = (*wanted).min(available.saturating_sub(*taken));
                *taken += more;
                *wanted -= more;
            }
        }
    }
    taken
}

/// The seed by which the options of a paper's item are shuffled.
pub fn option_seed(paper_seed: u32, item: &str) -> u64 {
    seed_of(item) ^ u64::from(paper_seed) << 32
}

/// What a paper's code says.
///
/// In bits, the highest first, through [`code`](mod@crate::code):
///
/// | bits | what |
/// |---|---|
/// | 4 | version of this table: 1 |
/// | 6 | number of items |
/// | 2 | mix, by its position in [`Mix::ALL`] |
/// | 12 | edition |
/// | 20 | seed |
/// | 1 | 1 if not all chapters |
/// | 1 | 1 if not all types |
/// | 6 | of the last chapter, the position; only if not all chapters |
/// | 0 to 63 | of the chapters before it, the last the highest bit; only if not all chapters |
/// | 9 | types, the first the lowest bit; only if not all types |
///
/// For all chapters and types that makes 12 signs with the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperCode {
    /// What the paper is made of.
    pub blueprint: Blueprint,
    /// The seed, below [`SEEDS`]: 1,048,576 papers for each blueprint.
    pub seed: u32,
    /// The edition of the items, of 12 bits; see [`edition_of`](crate::edition::edition_of).
    pub edition: u16,
}

/// How far apart in the seeds the papers of neighbours are: odd, so that no two numbers below
/// [`SEEDS`] lead to the same.
const APART: u32 = 0x9_E377;

/// Why a text is not the code of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperError {
    /// It is not a code.
    Code(CodeError),
    /// It was written by a later version of this page.
    Newer,
    /// It is a code, but not of a paper.
    Unreadable,
}

impl From<CodeError> for PaperError {
    fn from(error: CodeError) -> Self {
        Self::Code(error)
    }
}

impl PaperCode {
    /// The code as text.
    ///
    /// It has the blueprint in its normal form, and of seed and edition the bits that fit.
    pub fn write(&self) -> String {
        let blueprint = self.blueprint.normal();
        let mix = Mix::ALL.iter().position(|it| *it == blueprint.mix).unwrap_or_default();
        let mut bits = BitWriter::new();
        bits.push(VERSION, VERSION_BITS);
        bits.push(u64::from(blueprint.count), COUNT_BITS);
        bits.push(mix as u64, MIX_BITS);
        bits.push(u64::from(self.edition), EDITION_BITS);
        bits.push(u64::from(self.seed), SEED_BITS);
        bits.push(u64::from(blueprint.chapters != 0), 1);
        bits.push(u64::from(blueprint.kinds != 0), 1);
        if let Some(last) = blueprint.chapters.checked_ilog2() {
            bits.push(u64::from(last), CHAPTER_BITS);
            bits.push(blueprint.chapters, last);
        }
        if blueprint.kinds != 0 {
            bits.push(u64::from(blueprint.kinds), KIND_BITS);
        }
        code::encode(&bits.finish())
    }

    /// The paper of one student, by a number from 1: another for each, of the same blueprint.
    ///
    /// Whoever knows the code of the class and the number knows the paper: screen, sheet and key
    /// agree without anyone keeping a list.
    #[must_use]
    pub fn for_number(self, number: u32) -> Self {
        Self { seed: self.seed.wrapping_add(number.wrapping_mul(APART)) % SEEDS, ..self }
    }

    /// Reads a code as [`PaperCode::write`] writes it, typed in whichever way.
    ///
    /// # Errors
    /// When the text is not a code, or not one of a paper.
    pub fn read(text: &str) -> Result<Self, PaperError> {
        let symbols = code::decode(text)?;
        let mut bits = BitReader::new(&symbols);
        match bits.take(VERSION_BITS) {
            Some(VERSION) => Self::after_version(bits).ok_or(PaperError::Unreadable),
            Some(version) if version > VERSION => Err(PaperError::Newer),
            _ => Err(PaperError::Unreadable),
        }
    }

    fn after_version(mut bits: BitReader<'_>) -> Option<Self> {
        let count = u8::try_from(bits.take(COUNT_BITS)?).ok()?;
        let mix = *Mix::ALL.get(usize::try_from(bits.take(MIX_BITS)?).ok()?)?;
        let edition = u16::try_from(bits.take(EDITION_BITS)?).ok()?;
        let seed = u32::try_from(bits.take(SEED_BITS)?).ok()?;
        let some_chapters = bits.take(1)? == 1;
        let some_kinds = bits.take(1)? == 1;
        let mut chapters = 0;
        if some_chapters {
            let last = u32::try_from(bits.take(CHAPTER_BITS)?).ok()?;
            chapters = 1 << last | bits.take(last)?;
        }
        let mut kinds = 0;
        if some_kinds {
            kinds = u16::try_from(bits.take(KIND_BITS)?).ok()?;
        }
        let blueprint = Blueprint { chapters, kinds, count, mix };
        // What could be said in two ways is read in one only, so that a paper has one code.
        let is_normal = blueprint == blueprint.normal() && some_kinds == (kinds != 0);
        (is_normal && bits.is_done()).then_some(Self { blueprint, seed, edition })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::edition_of;
    use proptest::prelude::*;

    const LEVELS: [Difficulty; 3] = [Difficulty::Easy, Difficulty::Medium, Difficulty::Hard];

    /// Made-up items: 40 in seven chapters, of all types and difficulties. Never to change.
    const IDS: [&str; 40] = [
        "q00", "q01", "q02", "q03", "q04", "q05", "q06", "q07", "q08", "q09", "q10", "q11", "q12",
        "q13", "q14", "q15", "q16", "q17", "q18", "q19", "q20", "q21", "q22", "q23", "q24", "q25",
        "q26", "q27", "q28", "q29", "q30", "q31", "q32", "q33", "q34", "q35", "q36", "q37", "q38",
        "q39",
    ];

    fn golden_items() -> Vec<Item<'static>> {
        (IDS.iter().enumerate())
            .map(|(at, id)| Item {
                id,
                chapter: at * 7 / 40,
                kind: (at * 5 % 9) as u8,
                difficulty: LEVELS[at % 3],
            })
            .collect()
    }

    fn ids(items: &[Item<'static>], blueprint: &Blueprint, seed: u32) -> String {
        draw(items, blueprint, seed).iter().map(|at| items[*at].id).collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn each_number_has_a_seed_of_its_own(seed in 0..SEEDS, one in 1..SEEDS, other in 1..SEEDS) {
            let blueprint = Blueprint { chapters: 0, kinds: 0, count: 10, mix: Mix::Any };
            let class = PaperCode { blueprint, seed, edition: 7 };
            let (first, second) = (class.for_number(one), class.for_number(other));
            prop_assert!(first.seed < SEEDS && first.seed != class.seed);
            prop_assert_eq!(first.seed == second.seed, one == other);
            prop_assert_eq!(PaperCode { seed, ..first }, class);
        }
    }

    #[test]
    fn drawn_papers_stay_the_same() {
        let items = golden_items();
        let plain = Blueprint { chapters: 0, kinds: 0, count: 10, mix: Mix::Any };
        let harder = Blueprint { mix: Mix::Harder, ..plain };
        let narrow =
            Blueprint { chapters: 0b110_0101, kinds: 0b1_0111, count: 7, mix: Mix::Easier };
        assert_eq!(ids(&items, &plain, 1), "q03 q05 q06 q10 q13 q20 q28 q25 q31 q37");
        assert_eq!(ids(&items, &harder, 20_260_101), "q05 q03 q11 q16 q14 q22 q25 q23 q34 q36");
        assert_eq!(ids(&items, &narrow, 77), "q04 q00 q13 q31 q29 q36 q38");
        assert_eq!(option_seed(77, "q01"), 0x6fc7_7854_521c_3fef);
    }

    #[test]
    fn written_codes_stay_the_same() {
        let plain = Blueprint { chapters: 0, kinds: 0, count: 10, mix: Mix::Any };
        let narrow = Blueprint { chapters: 0b101, kinds: 0b1_0111, count: 8, mix: Mix::Easier };
        let code = |blueprint| PaperCode { blueprint, seed: 77, edition: edition_of("golden") };
        assert_eq!(edition_of("golden"), 959);
        assert_eq!(code(plain).write(), "2A1V-Y004-T0SM");
        assert_eq!(code(narrow).write(), "289V-Y004-VGJ2-WV9");
    }

    #[test]
    fn types_are_those_of_tasks() {
        let slug = |kind| crate::result::samples::usual(kind).slug();
        assert_eq!(std::array::from_fn(slug), KINDS);
        assert_eq!(KINDS.len(), KIND_BITS as usize);
    }

    #[test]
    fn shares_are_whole() {
        for mix in Mix::ALL {
            if let Some(shares) = mix.shares() {
                assert_eq!(shares.iter().sum::<u8>(), 100);
                for count in 0..=MOST {
                    let quotas = quotas(shares, count);
                    assert_eq!(quotas.iter().sum::<usize>(), usize::from(count));
                    for (quota, share) in quotas.iter().zip(shares) {
                        let exact = usize::from(share) * usize::from(count);
                        assert!((quota * 100).abs_diff(exact) < 100, "{mix:?} of {count}");
                    }
                }
            }
        }
        assert_eq!(quotas([35, 40, 25], 10), [4, 4, 2]);
        assert_eq!(quotas([35, 40, 25], 1), [0, 1, 0]);
    }

    #[test]
    fn what_a_difficulty_lacks_comes_from_the_nearest() {
        assert_eq!(filled([6, 3, 1], [9, 9, 9]), [6, 3, 1]);
        assert_eq!(filled([6, 3, 1], [2, 9, 9]), [2, 7, 1]);
        assert_eq!(filled([6, 3, 1], [2, 4, 9]), [2, 4, 4]);
        assert_eq!(filled([2, 4, 4], [9, 1, 9]), [5, 1, 4]);
        assert_eq!(filled([2, 4, 4], [3, 1, 9]), [3, 1, 6]);
        assert_eq!(filled([2, 4, 4], [9, 5, 0]), [5, 5, 0]);
        assert_eq!(filled([2, 4, 4], [1, 1, 1]), [1, 1, 1]);
    }

    #[test]
    fn a_set_of_many_items_is_drawn_from_alike() {
        let items = plenty(10_000, 12);
        for mix in Mix::ALL {
            let blueprint = Blueprint { chapters: 0, kinds: 0, count: MOST, mix };
            let paper = draw(&items, &blueprint, 5);
            assert_eq!(paper.len(), 60);
            assert_eq!(per_chapter(&items, &paper), [5; 12]);
        }
    }

    #[test]
    fn all_items_come_up_about_as_often() {
        let items = plenty(90, 5);
        let blueprint = Blueprint { chapters: 0, kinds: 0, count: 30, mix: Mix::Any };
        let mut counts = vec![0; items.len()];
        for seed in 0..3_000 {
            for at in draw(&items, &blueprint, seed) {
                counts[at] += 1;
            }
        }
        assert!(counts.iter().all(|count| (850..1_150).contains(count)), "{counts:?}");
    }

    #[test]
    fn difficulties_of_a_chapter_are_in_no_order() {
        let items = plenty(300, 1);
        let blueprint = Blueprint { chapters: 0, kinds: 0, count: 20, mix: Mix::Easier };
        let mut first = [0; 3];
        for seed in 0..2_000 {
            first[items[draw(&items, &blueprint, seed)[0]].difficulty as usize] += 1;
        }
        // As the shares are: 1200, 600, 200.
        assert!((1_100..1_300).contains(&first[0]), "{first:?}");
        assert!((150..250).contains(&first[2]), "{first:?}");
    }

    #[test]
    fn options_are_shuffled_anew_on_each_paper() {
        let seeds: std::collections::BTreeSet<u64> =
            (0..50).flat_map(|seed| IDS.map(|id| option_seed(seed, id))).collect();
        assert_eq!(seeds.len(), 50 * IDS.len());
    }

    #[test]
    fn a_paper_of_everything_has_a_short_code() {
        for count in [1, MOST] {
            let blueprint = Blueprint { chapters: 0, kinds: ALL_KINDS, count, mix: Mix::Harder };
            let code = PaperCode { blueprint, seed: u32::MAX, edition: u16::MAX }.write();
            assert_eq!(code.replace('-', "").len(), 12);
            let read = PaperCode::read(&code).unwrap();
            assert_eq!((read.seed, read.edition), (SEEDS - 1, 4_095));
        }
    }

    #[test]
    fn other_codes_are_refused() {
        let text = |parts: &[(u64, u32)]| {
            let mut bits = BitWriter::new();
            parts.iter().for_each(|(value, width)| bits.push(*value, *width));
            code::encode(&bits.finish())
        };
        let read = |parts: &[(u64, u32)]| PaperCode::read(&text(parts)).map(|_| ());
        let unreadable = Err(PaperError::Unreadable);
        assert_eq!(read(&[(1, 4), (10, 6), (0, 36)]), Ok(()));
        assert_eq!(read(&[(2, 4), (10, 6), (0, 36)]), Err(PaperError::Newer));
        assert_eq!(read(&[(15, 4)]), Err(PaperError::Newer));
        assert_eq!(read(&[(0, 4), (10, 6), (0, 36)]), unreadable);
        // No items, too many, cut off, with more behind it.
        assert_eq!(read(&[(1, 4), (0, 6), (0, 36)]), unreadable);
        assert_eq!(read(&[(1, 4), (61, 6), (0, 36)]), unreadable);
        assert_eq!(read(&[(1, 4), (10, 6), (0, 30)]), unreadable);
        assert_eq!(read(&[(1, 4), (10, 6), (0, 41)]), unreadable);
        assert_eq!(read(&[(1, 4), (10, 6), (0, 36), (1, 4)]), unreadable);
        // Types that are all or none, in the long form.
        assert_eq!(read(&[(1, 4), (10, 6), (0, 35), (1, 1), (0, 9)]), unreadable);
        assert_eq!(read(&[(1, 4), (10, 6), (0, 35), (1, 1), (511, 9)]), unreadable);
        assert_eq!(read(&[(1, 4), (10, 6), (0, 35), (1, 1), (510, 9)]), Ok(()));
        assert_eq!(read(&[]), unreadable);
        assert_eq!(PaperCode::read(""), Err(PaperError::Code(CodeError::Empty)));
        assert_eq!(PaperCode::read("00"), Err(PaperError::Code(CodeError::Check)));
    }

    /// Items of which each chapter has about as many of each difficulty.
    fn plenty(count: usize, chapters: usize) -> Vec<Item<'static>> {
        (0..count)
            .map(|at| Item {
                id: "q",
                chapter: at % chapters,
                kind: (at / chapters / 3 % 9) as u8,
                difficulty: LEVELS[at / chapters % 3],
            })
            .collect()
    }

    fn per_chapter(items: &[Item<'_>], paper: &[usize]) -> Vec<usize> {
        let last = items.iter().map(|it| it.chapter).max().unwrap_or_default();
        let count = |chapter| paper.iter().filter(|at| items[**at].chapter == chapter).count();
        (0..=last).map(count).collect()
    }

    fn per_level(items: &[Item<'_>], paper: &[usize]) -> [usize; 3] {
        LEVELS.map(|level| paper.iter().filter(|at| items[**at].difficulty == level).count())
    }

    prop_compose! {
        fn any_item()(
            chapter in prop_oneof![9 => 0usize..9, 1 => any::<usize>()],
            kind in prop_oneof![9 => 0u8..9, 1 => any::<u8>()],
            level in 0usize..3,
        ) -> Item<'static> {
            Item { id: "q", chapter, kind, difficulty: LEVELS[level] }
        }
    }

    prop_compose! {
        fn any_blueprint()(
            chapters in prop_oneof![Just(0), 0u64..512, any::<u64>()],
            kinds in prop_oneof![Just(0), 0u16..512, any::<u16>()],
            count: u8,
            mix in proptest::sample::select(Mix::ALL.to_vec()),
        ) -> Blueprint {
            Blueprint { chapters, kinds, count, mix }
        }
    }

    proptest! {
        #[test]
        fn a_paper_has_as_many_different_admitted_items_as_it_can(
            items in proptest::collection::vec(any_item(), 0..200),
            blueprint in any_blueprint(),
            seed: u32,
        ) {
            let paper = draw(&items, &blueprint, seed);
            prop_assert_eq!(&paper, &draw(&items, &blueprint, seed));
            prop_assert_eq!(&paper, &draw(&items, &blueprint.normal(), seed));

            let admitted: Vec<usize> =
                (0..items.len()).filter(|at| blueprint.admits(&items[*at])).collect();
            let count = usize::from(blueprint.count.clamp(1, MOST));
            prop_assert_eq!(paper.len(), count.min(admitted.len()));
            let mut sorted = paper.clone();
            sorted.sort_unstable();
            sorted.dedup();
            prop_assert_eq!(sorted.len(), paper.len());
            prop_assert!(sorted.iter().all(|at| admitted.contains(at)));
            prop_assert!(paper.is_sorted_by_key(|at| items[*at].chapter));
            // Quotas are met as far as there are items for them.
            if let Some(shares) = blueprint.mix.shares() {
                let wanted = quotas(shares, blueprint.normal().count);
                let available = per_level(&items, &admitted);
                let taken = per_level(&items, &paper);
                for level in 0..3 {
                    prop_assert!(taken[level] >= wanted[level].min(available[level]));
                }
            }
        }

        #[test]
        fn admitted_are_the_chapters_and_types_that_the_blueprint_names(
            item in any_item(), blueprint in any_blueprint()
        ) {
            let chapters: Vec<usize> =
                (0..64).filter(|it| blueprint.chapters & 1 << it != 0).collect();
            let kinds: Vec<u8> = (0..9).filter(|it| blueprint.kinds & 1 << it != 0).collect();
            let chapter = chapters.is_empty() || chapters.contains(&item.chapter);
            let kind = kinds.is_empty() || kinds.len() == 9 || kinds.contains(&item.kind);
            prop_assert_eq!(blueprint.admits(&item), chapter && kind);
        }

        #[test]
        fn with_plenty_of_items_chapters_and_difficulties_come_out_even(
            chapters in 1usize..20, count in 1u8..=MOST, mix in 0usize..4, seed: u32
        ) {
            // As many of each chapter and difficulty as a whole paper may have.
            let items = plenty(chapters * 3 * usize::from(MOST), chapters);
            let blueprint = Blueprint { chapters: 0, kinds: 0, count, mix: Mix::ALL[mix] };
            let paper = draw(&items, &blueprint, seed);
            let counts = per_chapter(&items, &paper);
            let most = counts.iter().max().unwrap();
            let fewest = counts.iter().min().unwrap();
            prop_assert!(most - fewest <= 1, "{:?}", counts);
            if let Some(shares) = blueprint.mix.shares() {
                prop_assert_eq!(per_level(&items, &paper), quotas(shares, count));
            }
        }

        #[test]
        fn other_seeds_give_other_papers(seed in 0..SEEDS - 1) {
            let items = plenty(200, 8);
            let blueprint = Blueprint { chapters: 0, kinds: 0, count: 20, mix: Mix::Balanced };
            prop_assert_ne!(draw(&items, &blueprint, seed), draw(&items, &blueprint, seed + 1));
        }

        #[test]
        fn codes_are_read_back(
            blueprint in any_blueprint(), seed in 0..SEEDS, edition in 0u16..4_096
        ) {
            let code = PaperCode { blueprint, seed, edition };
            let normal = PaperCode { blueprint: blueprint.normal(), ..code };
            prop_assert_eq!(PaperCode::read(&code.write()), Ok(normal));
            prop_assert_eq!(code.write(), normal.write());
        }

        #[test]
        fn a_paper_has_one_code(
            blueprint in any_blueprint(), seed in 0..SEEDS, edition in 0u16..4_096,
            at in 0usize..26, symbol in 0u8..32, behind in 0usize..3
        ) {
            let written = PaperCode { blueprint, seed, edition }.write();
            let mut symbols = code::decode(&written).unwrap();
            symbols.extend(vec![0; behind]);
            if let Some(place) = symbols.get_mut(at) {
                *place = symbol;
            }
            let text = code::encode(&symbols);
            if let Ok(code) = PaperCode::read(&text) {
                prop_assert_eq!(code.write(), text);
            }
        }
    }
}
