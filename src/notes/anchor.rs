//! Finding words again by what they say: a quotation and what stood around it, in the manner of the
//! text quote selector of the W3C's Web Annotation model.
//!
//! Places are no help once an author has edited a text; the words mostly are. They are sought as
//! they were first, and then, where they can't be found, with some letters or words changed.

use std::ops::Range;

/// How many characters are kept of what stands before and after.
const AROUND: usize = 32;

/// How many bytes of quotation and surroundings must agree where it has left its passage: a single
/// common word is found anywhere.
const ENOUGH: usize = 20;

/// Comparisons of two words that a tolerant search may take.
const WORK: usize = 200_000;

/// Words of a text, and what stands around them; without runs of white space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands after them.
    pub suffix: String,
}

impl Quote {
    /// Quotes a part of a text; none where that part holds no words.
    pub fn of(text: &str, words: Range<usize>) -> Option<Self> {
        let exact = squeeze(text.get(words.clone())?).trim().to_owned();
        if exact.is_empty() {
            return None;
        }
        let before = squeeze(text.get(..words.start)?);
        let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let after = squeeze(text.get(words.end..)?);
        let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        Some(Self {
            exact,
            prefix: before.get(from..)?.to_owned(),
            suffix: after.get(..to)?.to_owned(),
        })
    }
}

/// Finds a quotation in one of several texts: its own first, then those of its chapter (with it,
/// `near` in all), then the others.
///
/// `text` gives them one by one, so that most are never asked for. Gives which text it was, and the
/// place in it.
pub fn locate(
    quote: &Quote,
    near: usize,
    text: &mut dyn FnMut(usize) -> Option<String>,
) -> Option<(usize, Range<usize>)> {
    let mut at = 0;
    while let Some(text) = text(at) {
        if let Some((words, agreement)) = exact(&text, quote)
            && (at == 0 || quote.exact.len() + agreement >= ENOUGH)
        {
            return Some((at, words));
        }
        at += 1;
    }
    let mut work = WORK;
    (0..near).find_map(|at| Some((at, similar(&text(at)?, quote, &mut work)?)))
}

/// The place of the very words of a quotation, where they agree best with what stood around them,
/// and how many bytes of that agree.
fn exact(text: &str, quote: &Quote) -> Option<(Range<usize>, usize)> {
    let squeezed = Squeezed::of(text);
    let mut best: Option<(Range<usize>, usize)> = None;
    // `match_indices` has nothing to find in an empty quotation but all places.
    for (start, found) in squeezed.text.match_indices(quote.exact.as_str()) {
        let end = start + found.len();
        let before = squeezed.text.get(..start).unwrap_or_default().bytes().rev();
        let after = squeezed.text.get(end..).unwrap_or_default().bytes();
        let agreement = before.zip(quote.prefix.bytes().rev()).take_while(|(a, b)| a == b).count()
            + after.zip(quote.suffix.bytes()).take_while(|(a, b)| a == b).count();
        if !found.is_empty() && best.as_ref().is_none_or(|(_, most)| agreement > *most) {
            best = squeezed.place(start..end).map(|place| (place, agreement));
        }
    }
    best
}

/// The place of words that differ from those of a quotation by a quarter of their letters at most.
///
/// A row of the table of edit distances per word of the text, where a match may begin and end at any
/// word (Sellers, 1980); a word in the place of another costs what it takes to spell it so.
fn similar(text: &str, quote: &Quote, work: &mut usize) -> Option<Range<usize>> {
    let quoted: Vec<&str> = quote.exact.split_whitespace().collect();
    let letters: usize = quoted.iter().map(|word| word.len()).sum();
    let words = words(text);
    *work = work.checked_sub(quoted.len() * words.len())?;
    if letters < ENOUGH / 2 {
        return None;
    }
    // The cost up to each word of the quotation, and the word of the text at which it begins.
    let mut row: Vec<(usize, usize)> = quoted
        .iter()
        .scan(0, |sum, word| {
            *sum += word.len();
            Some((*sum, 0))
        })
        .collect();
    let mut best = (letters / 4 + 1, 0..0);
    for (at, (place, word)) in words.iter().enumerate() {
        let mut diagonal = (0, at);
        let mut last = (0, at + 1);
        for (cell, quoted) in row.iter_mut().zip(&quoted) {
            let instead = if quoted == word { 0 } else { strsim::levenshtein(quoted, word) };
            let choices = [
                (diagonal.0 + instead, diagonal.1),
                (cell.0 + word.len(), cell.1),
                (last.0 + quoted.len(), last.1),
            ];
            diagonal = *cell;
            // Of two that cost the same, that which leaves out nothing.
            last = choices.into_iter().min().unwrap_or(last);
            *cell = last;
        }
        if let Some((first, _)) = words.get(last.1)
            && last.0 < best.0
            && first.start < place.end
        {
            best = (last.0, first.start..place.end);
        }
    }
    (!best.1.is_empty()).then_some(best.1)
}

/// The words of a text, each with its place.
fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let origin = text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| {
            let start = word.as_ptr() as usize - origin;
            (start..start + word.len(), word)
        })
        .collect()
}

/// A text with one space for each run of white space.
fn squeeze(text: &str) -> String {
    Squeezed::of(text).text
}

/// A text with one space for each run of white space, and the way back to the text as it was.
struct Squeezed {
    text: String,
    /// For each byte, and for the end, the place that it had.
    places: Vec<usize>,
}

impl Squeezed {
    fn of(text: &str) -> Self {
        let mut out = Self { text: String::new(), places: Vec::new() };
        let mut spaced = false;
        for (at, character) in text.char_indices() {
            let space = character.is_whitespace();
            if !(space && spaced) {
                let character = if space { ' ' } else { character };
                out.text.push(character);
                out.places.extend((at..).take(character.len_utf8()));
            }
            spaced = space;
        }
        out.places.push(text.len());
        out
    }

    fn place(&self, squeezed: Range<usize>) -> Option<Range<usize>> {
        Some(*self.places.get(squeezed.start)?..*self.places.get(squeezed.end)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "In October 1963 five friends met\n  in a basement. They founded the first \
                        council. In October 1970 the councils joined.";

    fn quote(words: &str) -> Quote {
        let start = TEXT.find(words).unwrap();
        Quote::of(TEXT, start..start + words.len()).unwrap()
    }

    fn found<'t>(texts: &[&'t str], quote: &Quote) -> Option<(usize, &'t str)> {
        let (at, words) =
            locate(quote, texts.len(), &mut |at| texts.get(at).map(|it| (*it).to_owned()))?;
        Some((at, &texts[at][words]))
    }

    #[test]
    fn a_quotation_has_one_space_for_each_run_and_what_stands_around() {
        let quote = quote("friends met\n  in a");
        assert_eq!(quote.exact, "friends met in a");
        assert_eq!(quote.prefix, "In October 1963 five ");
        assert_eq!(quote.suffix, " basement. They founded the firs");
        assert_eq!(found(&[TEXT], &quote), Some((0, "friends met\n  in a")));
    }

    #[test]
    fn of_equal_words_those_are_found_that_stood_there() {
        let second = TEXT.rfind("In October").unwrap();
        let quote = Quote::of(TEXT, second..second + 10).unwrap();
        let (_, words) = locate(&quote, 1, &mut |at| (at == 0).then(|| TEXT.to_owned())).unwrap();
        assert_eq!(words, second..second + 10);
    }

    #[test]
    fn words_that_moved_are_found_where_they_went() {
        let quote = quote("They founded the first council.");
        let moved = "Later. They founded the first council. More.";
        assert_eq!(
            found(&["Nothing here.", "Nor here.", moved], &quote),
            Some((2, "They founded the first council."))
        );
    }

    #[test]
    fn a_single_common_word_is_not_found_just_anywhere() {
        assert_eq!(found(&["Nothing.", "Every council had a phone."], &quote("council")), None);
    }

    #[test]
    fn words_that_were_edited_are_found_and_others_are_not() {
        let quote = quote("five friends met\n  in a basement. They founded the first");
        let edited = "In 1963 five good friends met in the basement. They founded our first one.";
        assert_eq!(
            found(&[edited], &quote),
            Some((0, "five good friends met in the basement. They founded our first"))
        );
        assert_eq!(found(&["Quite another thing was said here of all of it."], &quote), None);
        assert_eq!(found(&[""], &quote), None);
    }

    proptest! {
        #[test]
        fn what_was_quoted_is_found_with_anything_before_or_after(
            before in "\\PC{0,40}", words in "[a-zé –]{0,8}[a-z][a-zé \n–]{0,20}", after in "\\PC{0,40}",
            more in "\\PC{0,40}"
        ) {
            let text = format!("{before}{words}{after}");
            let quote = Quote::of(&text, before.len()..before.len() + words.len()).unwrap();
            for text in [text.clone(), format!("{more} {text}"), format!("{text} {more}")] {
                let (_, place) = locate(&quote, 1, &mut |at| (at == 0).then(|| text.clone())).unwrap();
                let found = squeeze(&text[place]);
                prop_assert_eq!(found.trim(), quote.exact.as_str());
            }
        }

        #[test]
        fn anything_can_be_sought_in_anything(
            text in "\\PC{0,80}", exact in "\\PC{0,40}", prefix in "\\PC{0,9}", from in 0usize..90, to in 0usize..90
        ) {
            let quote = Quote { exact, prefix, suffix: String::new() };
            if let Some((_, place)) = locate(&quote, 1, &mut |at| (at == 0).then(|| text.clone())) {
                prop_assert!(text.get(place).is_some());
            }
            let _ = Quote::of(&text, from..to);
        }
    }
}
