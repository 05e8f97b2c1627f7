//! Finding entries by their words, and their order.

use super::fold::{each_word, folded, one_edit_apart};
use std::ops::Range;

/// What kind of entry it is, in the order of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Story,
    Groups,
    People,
    Events,
    Glossary,
    Claims,
    Sources,
}

impl Kind {
    /// All kinds, each with the beginning of its addresses.
    pub(super) const ALL: [(Self, &'static str); 7] = [
        (Self::Story, "/read/"),
        (Self::Groups, "/map/"),
        (Self::People, "/people/"),
        (Self::Events, "/timeline/"),
        (Self::Glossary, "/glossary/"),
        (Self::Claims, "/claims/"),
        (Self::Sources, "/sources/"),
    ];

    /// The kind of what stands at an address.
    pub(super) fn of(address: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, start)| address.starts_with(start)).map(|(kind, _)| kind)
    }
}

/// An entry as it is sought: its words by their number in the index.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// What stands behind the `#` of its address.
    pub(super) address: String,
    pub(super) title: Field,
    /// What it is a part of; empty where it is of nothing.
    pub(super) part_of: String,
    /// Its texts: one, or the full and the easy one.
    pub(super) texts: Vec<Field>,
}

/// A text and its words.
#[derive(Debug, Default)]
pub(super) struct Field {
    pub(super) text: String,
    pub(super) words: Vec<Word>,
}

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its number in the index.
    id: u32,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// All entries, and each different word once.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Words, plain and folded.
    words: Vec<(String, String)>,
    /// Numbers of words, each where its letters lead to or behind that; zero is none.
    places: Vec<u32>,
    pub(super) entries: Vec<Entry>,
}

/// How well a word fits one of the query: not at all, by one edit, by the beginning of its sound,
/// by its beginning, by its sound, wholly.
type Fit = u8;

/// What fits in a title, and what in a text.
const IN_TITLE: [u32; 6] = [0, 10, 30, 40, 50, 60];
const IN_TEXT: [u32; 6] = [0, 3, 8, 12, 16, 20];

/// What a word is worth more at the start of a title.
const AT_START: u32 = 15;

/// Words of a query that count.
const MOST_WORDS: usize = 8;

/// The least letters of words that are found in spite of a slip.
const SLIP_LETTERS: usize = 5;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Numbers of entries, best first.
    pub(super) hits: Vec<usize>,
    /// For each word of the query how well each word of the index fits it.
    fits: Vec<Vec<Fit>>,
    /// Whether each word of the query tells something: short ones don't beside a long one.
    telling: Vec<bool>,
}

impl Index {
    /// A text with its words, from a place in it on.
    pub(super) fn field(&mut self, text: String, from: usize) -> Field {
        let mut words = Vec::new();
        each_word(text.get(from..).unwrap_or_default(), &mut |word, at| {
            words.push(Word { id: self.number(word), start: from + at.start, end: from + at.end });
        });
        Field { text, words }
    }

    /// The number of a word.
    fn number(&mut self, word: &str) -> u32 {
        // Half of the places stay free, so a free one is near.
        if self.words.len() * 2 >= self.places.len() {
            self.places = vec![0; (self.places.len() * 2).max(4096)];
            for at in 0..self.words.len() {
                let Some((word, _)) = self.words.get(at) else { continue };
                let place = self.place(word);
                if let Some(place) = self.places.get_mut(place) {
                    *place = at as u32 + 1;
                }
            }
        }
        let place = self.place(word);
        match self.places.get_mut(place) {
            Some(0) | None => {}
            Some(number) => return *number - 1,
        }
        self.words.push((word.to_owned(), folded(word)));
        let number = self.words.len() as u32;
        if let Some(place) = self.places.get_mut(place) {
            *place = number;
        }
        number - 1
    }

    /// The place where a word's number stands, or the free one where it is to stand.
    fn place(&self, word: &str) -> usize {
        let hash = word
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        // As many places as a power of two.
        let last = self.places.len() - 1;
        let mut place = hash as usize & last;
        loop {
            let number = self.places.get(place).copied().unwrap_or(0) as usize;
            let there = number.checked_sub(1).and_then(|at| self.words.get(at));
            match there {
                Some((other, _)) if other != word => place = (place + 1) & last,
                _ => return place,
            }
        }
    }

    /// Entries in which every word of a query is found; where there are none, those in which it is
    /// found in spite of a slip.
    pub(super) fn find(&self, query: &str) -> Found {
        let mut sought = Vec::new();
        each_word(query, &mut |word, _| sought.push((word.to_owned(), folded(word))));
        sought.truncate(MOST_WORDS);
        if sought.is_empty() {
            return Found::default();
        }
        let found = self.find_words(&sought, false);
        if found.hits.is_empty() { self.find_words(&sought, true) } else { found }
    }

    fn find_words(&self, sought: &[(String, String)], slips: bool) -> Found {
        let fits: Vec<Vec<Fit>> = sought
            .iter()
            .map(|sought| self.words.iter().map(|word| fit(sought, word, slips)).collect())
            .collect();
        let long = sought.iter().any(|(word, _)| word.len() > 3);
        let telling = sought.iter().map(|(word, _)| word.len() > 3 || !long).collect();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if let Some(score) = score(entry, &fits) {
                scored.push((u32::MAX - score, at));
            }
        }
        scored.sort_unstable();
        Found { hits: scored.into_iter().map(|(_, at)| at).collect(), fits, telling }
    }

    /// The entry whose title is most like a query.
    pub(super) fn nearest(&self, query: &str) -> Option<&Entry> {
        // A title is short; what lies beyond can't be a near miss of one.
        let query: String = query.chars().take(60).collect::<String>().to_ascii_lowercase();
        self.entries
            .iter()
            .filter(|entry| !matches!(entry.kind, Kind::Claims | Kind::Sources))
            .min_by_key(|entry| {
                let title = entry.title.text.to_ascii_lowercase();
                // A word is like a title if it is like one of the title's words.
                let words = title.split(' ').map(|word| strsim::levenshtein(word, &query));
                words.chain([strsim::levenshtein(&title, &query)]).min()
            })
    }
}

impl Found {
    /// Places of words in a field that were sought, with the number of the word in the query.
    pub(super) fn marks(&self, field: &Field) -> Vec<(Range<usize>, usize)> {
        let mut marks = Vec::new();
        for word in &field.words {
            let sought = self.fits.iter().zip(&self.telling).position(|(fits, telling)| {
                *telling && fits.get(word.id as usize).is_some_and(|fit| *fit > 0)
            });
            marks.extend(sought.map(|sought| (word.start..word.end, sought)));
        }
        marks
    }
}

/// How much an entry is worth; none where a word of the query is not in it.
fn score(entry: &Entry, fits: &[Vec<Fit>]) -> Option<u32> {
    let mut score = 0;
    for fits in fits {
        let fit = |word: &Word| usize::from(fits.get(word.id as usize).copied().unwrap_or(0));
        let mut best = 0;
        for (at, word) in entry.title.words.iter().enumerate() {
            let worth = IN_TITLE.get(fit(word)).copied().unwrap_or(0);
            let start = if at == 0 && worth > 0 { AT_START } else { 0 };
            best = best.max(worth + start);
        }
        let in_text = entry.texts.iter().flat_map(|text| &text.words).map(fit).max().unwrap_or(0);
        best = best.max(IN_TEXT.get(in_text).copied().unwrap_or(0));
        if best == 0 {
            return None;
        }
        score += best;
    }
    Some(score)
}

fn fit(sought: &(String, String), word: &(String, String), slips: bool) -> Fit {
    let ((plain, fold), (word, word_fold)) = (sought, word);
    // The sound of very few letters says little.
    let sounds = fold.len() > 2;
    if plain == word {
        5
    } else if sounds && fold == word_fold {
        4
    } else if word.starts_with(plain.as_str()) {
        3
    } else if sounds && word_fold.starts_with(fold.as_str()) {
        2
    } else {
        let long = plain.len() >= SLIP_LETTERS && !plain.bytes().any(|it| it.is_ascii_digit());
        Fit::from(slips && long && (one_edit_apart(fold, word_fold) || one_edit_apart(plain, word)))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(crate) fn index(entries: &[(&str, &str, &[&str])]) -> Index {
        let mut index = Index::default();
        for (address, title, texts) in entries {
            let title = index.field((*title).to_owned(), 0);
            let texts = texts.iter().map(|text| index.field((*text).to_owned(), 0)).collect();
            let kind = Kind::of(address).unwrap();
            let address = (*address).to_owned();
            index.entries.push(Entry { kind, address, title, part_of: String::new(), texts });
        }
        index
    }

    fn found<'i>(index: &'i Index, query: &str) -> Vec<&'i str> {
        index.find(query).hits.iter().map(|at| index.entries[*at].title.text.as_str()).collect()
    }

    #[test]
    fn titles_go_before_text_whole_words_before_beginnings_then_the_story() {
        let index = index(&[
            ("/read/a/1", "First", &["Refuseniks waited."]),
            ("/read/a/2", "Second", &["A refusenik waited.", "He waited."]),
            ("/read/a/3", "The refuseniks", &[""]),
            ("/read/a/4", "A refusenik", &[""]),
            ("/glossary/r", "Refusenik", &[""]),
            ("/read/a/5", "Third", &["refusenik"]),
        ]);
        let order = ["Refusenik", "A refusenik", "The refuseniks", "Second", "Third", "First"];
        assert_eq!(found(&index, "refusenik"), order);
        assert_eq!(found(&index, "waited refus"), ["First", "Second"]);
        assert_eq!(found(&index, "waited nowhere"), Vec::<&str>::new());
        assert_eq!(found(&index, " – "), Vec::<&str>::new());
    }

    #[test]
    fn names_are_found_however_they_are_spelt() {
        let index = index(&[
            ("/people/s", "Anatoly Shcharansky", &[""]),
            ("/people/r", "Hans Reisinger", &[""]),
            ("/people/w", "Elie Wiesel", &[""]),
            ("/glossary/r", "refusenik", &[""]),
        ]);
        for (query, title) in [
            ("Sharansky", "Anatoly Shcharansky"),
            ("scharanski", "Anatoly Shcharansky"),
            ("resinger", "Hans Reisinger"),
            ("Élie Weisel", "Elie Wiesel"),
            ("refusnik", "refusenik"),
            ("REFUZENIK", "refusenik"),
        ] {
            assert_eq!(found(&index, query), [title], "{query}");
        }
        assert_eq!(index.nearest("refuznyk").unwrap().title.text, "refusenik");
    }

    #[test]
    fn a_slip_counts_only_where_nothing_is_found_without() {
        let index = index(&[
            ("/read/a/1", "Marches", &[""]),
            ("/read/a/2", "Starches", &[""]),
            ("/read/a/3", "Searches", &[""]),
        ]);
        assert_eq!(found(&index, "marches"), ["Marches"]);
        assert_eq!(found(&index, "narches"), ["Marches"]);
        assert_eq!(found(&index, "sarches"), ["Marches", "Starches", "Searches"]);
    }

    #[test]
    fn short_words_are_marked_only_by_themselves() {
        let index = index(&[("/read/a/1", "Open the gates", &["They open the gates."])]);
        let marked = |query: &str| {
            let found = index.find(query);
            let field = &index.entries[0].texts[0];
            let marks = found.marks(field);
            marks.into_iter().map(|(at, _)| field.text[at].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(marked("the gates"), ["gates"]);
        assert_eq!(marked("the"), ["They", "the"]);
    }

    proptest! {
        #[test]
        fn every_beginning_of_every_word_finds_it(text in "[\\PC ]{1,60}", cut in 1..9_usize) {
            let index = index(&[("/read/a/1", "", &[&text]), ("/read/a/2", "", &["\u{30a2}"])]);
            let mut words = Vec::new();
            each_word(&text, &mut |word, _| words.push(word.to_owned()));
            for word in words {
                let start: String = word.chars().take(cut).collect();
                prop_assert!(index.find(&start).hits.contains(&0), "{:?}", start);
            }
        }

        #[test]
        fn any_query_is_answered_and_its_marks_are_words(text in "\\PC{0,60}", query in "\\PC{0,30}") {
            let index = index(&[("/read/a/1", &text, &[&text])]);
            let found = index.find(&query);
            for (at, _) in found.marks(&index.entries[0].title) {
                prop_assert!(text.get(at).is_some());
            }
            let upper = index.find(&query.to_ascii_uppercase());
            prop_assert_eq!(found.hits, upper.hits);
            index.nearest(&query);
        }

        #[test]
        fn more_words_find_no_more(a in "[a-d]{1,3}", b in "[a-d]{1,3}", texts in prop::collection::vec("[a-d ]{0,20}", 1..6)) {
            let mut index = Index::default();
            for (at, text) in texts.iter().enumerate() {
                let text = index.field(text.clone(), 0);
                index.entries.push(Entry { kind: Kind::Story, address: at.to_string(), title: Field::default(), part_of: String::new(), texts: vec![text] });
            }
            let one = index.find(&a).hits;
            let both = index.find(&format!("{a} {b}")).hits;
            prop_assert!(both.iter().all(|at| one.contains(at)));
        }

        #[test]
        fn words_keep_their_numbers_however_many_there_are(count in 1..6000_usize) {
            let mut index = Index::default();
            let first: Vec<u32> = (0..count).map(|at| index.number(&at.to_string())).collect();
            let again: Vec<u32> = (0..count).map(|at| index.number(&at.to_string())).collect();
            prop_assert_eq!(first, again);
            prop_assert_eq!(index.words.len(), count);
        }
    }
}
