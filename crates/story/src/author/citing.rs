//! What in a text needs a claim: numbers, years, firsts and quotations.
//!
//! The rule holds by sentence: one that states a number, says who was first, or quotes, leads to a
//! claim or a source, or has those words in a reference to something that has claims of its own,
//! or says why they need no source: `[1945](general "the end of the war, in any encyclopedia")`.

use super::desk::{Desk, Spot};
use super::readability::sentences;
use crate::{Inline, Target, Text};

/// What to do about it.
const REMEDY: &str = "a claim or source in this sentence, for its number, its “first” or its \
                      quotation: [words](claim:id), or [words](general \"why it needs no source\")";

/// Words for numbers, from where they count something rather than point at it.
const NUMBERS: [&str; 34] = [
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "dozen",
    "dozens",
];

/// Reports every sentence of a text that states what it gives no claim for. `near` lies in its
/// file.
pub(super) fn report_uncited(desk: &mut Desk<'_>, text: &Text<'_>, near: Spot) {
    for line in text.lines() {
        for Uncited { sentence, word } in uncited(line) {
            let spot = desk.spot_of_slice(near, word).unwrap_or(near);
            desk.report(spot, &sentence, REMEDY);
        }
    }
}

/// A sentence that gives no claim for what it states.
#[derive(Debug, PartialEq)]
struct Uncited<'a> {
    sentence: String,
    /// The words at fault, as they stand in the file.
    word: &'a str,
}

/// A stretch of the words of a line.
struct Stretch<'a> {
    /// Where it begins in the plain line.
    at: usize,
    words: &'a str,
    cover: Cover,
}

#[derive(Clone, Copy, PartialEq)]
enum Cover {
    /// Plain words.
    None,
    /// Words that lead to something with claims of its own, or that need no source.
    Own,
    /// Words that lead to a claim or a source, and vouch for their sentence.
    Sentence,
}

fn uncited<'a>(line: &[Inline<'a>]) -> Vec<Uncited<'a>> {
    let mut plain = String::new();
    let mut stretches = Vec::new();
    lay_out(line, Cover::None, &mut plain, &mut stretches);
    let mut found = Vec::new();
    for sentence in sentences(&plain) {
        let start = sentence.as_ptr() as usize - plain.as_ptr() as usize;
        let end = start + sentence.len();
        let within =
            |stretch: &&Stretch<'_>| stretch.at < end && stretch.at + stretch.words.len() > start;
        if stretches.iter().filter(within).any(|stretch| stretch.cover == Cover::Sentence) {
            continue;
        }
        let bare = stretches.iter().filter(within).filter(|it| it.cover == Cover::None);
        let mut before = String::new();
        let word = bare
            .filter_map(|stretch| part_within(stretch, start, end))
            .find_map(|words| stated(words, &mut before));
        found.extend(word.map(|word| Uncited { sentence: sentence.to_owned(), word }));
    }
    found
}

fn lay_out<'a>(
    runs: &[Inline<'a>],
    cover: Cover,
    plain: &mut String,
    stretches: &mut Vec<Stretch<'a>>,
) {
    for run in runs {
        match run {
            Inline::Words(words) => {
                stretches.push(Stretch { at: plain.len(), words, cover });
                plain.push_str(words);
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) => {
                lay_out(inner, cover, plain, stretches);
            }
            Inline::General { content, .. } => lay_out(content, Cover::Own, plain, stretches),
            Inline::Reference { target, content } => {
                let cover = match target {
                    Target::Claim(_) | Target::Source(_) => Cover::Sentence,
                    Target::Term(_) | Target::Person(_) | Target::Group(_) | Target::Event(_) => {
                        Cover::Own
                    }
                    // Another place of the story vouches for nothing.
                    Target::Chapter(_) | Target::Passage(_) => Cover::None,
                };
                lay_out(content, cover, plain, stretches);
            }
        }
    }
}

/// The part of a stretch that lies in a range of the plain line.
fn part_within<'a>(stretch: &Stretch<'a>, start: usize, end: usize) -> Option<&'a str> {
    let from = start.saturating_sub(stretch.at);
    let to = (end - stretch.at).min(stretch.words.len());
    stretch.words.get(from..to)
}

/// The first word of `words` that states a number, a priority or somebody's words. `before` is the
/// word that they follow, and becomes the last of them.
fn stated<'w>(words: &'w str, before: &mut String) -> Option<&'w str> {
    for token in words.split(|sign: char| !(sign.is_alphanumeric() || sign == '“')) {
        let lower = token.to_lowercase();
        let first = lower == "first" && *before != "at";
        if first
            || NUMBERS.contains(&lower.as_str())
            || token.contains(|sign: char| sign.is_ascii_digit() || sign == '“')
        {
            return Some(token);
        }
        if !token.is_empty() {
            *before = lower;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::markdown::Markdown;
    use bumpalo::Bump;

    /// The words at fault in each sentence of a text.
    fn faults(source: &str) -> Vec<String> {
        let arena = Bump::new();
        let text = Markdown::parse(&arena, source).into_text();
        let words = text.lines().flat_map(uncited).map(|uncited| uncited.word.to_owned());
        words.collect()
    }

    #[test]
    fn numbers_years_firsts_and_quotations_need_a_claim() {
        assert_eq!(faults("In 1964 they met. They were few."), ["1964"]);
        assert_eq!(faults("They met. About thirty-three came. It rained."), ["thirty"]);
        assert_eq!(faults("They were the first."), ["first"]);
        assert_eq!(faults("A sign read “Let us go.”"), ["“Let"]);
        assert_eq!(faults("- Hundreds came\n- 12 stayed"), ["Hundreds", "12"]);
    }

    #[test]
    fn a_claim_or_a_source_vouches_for_its_sentence_only() {
        assert_eq!(faults("In 1964 [they met](claim:met), all 500."), [""; 0]);
        assert_eq!(faults("In 1964 they met, says [a report](source:report)."), [""; 0]);
        assert_eq!(faults("[They met](claim:met). There were 500."), ["500"]);
    }

    #[test]
    fn other_references_vouch_for_their_own_words() {
        assert_eq!(faults("It read [“Let us go.”](term:slogan) Then they went."), [""; 0]);
        assert_eq!(faults("In 1964 [Ann](person:ann) came."), ["1964"]);
        assert_eq!(faults("See [500 people](passage:crowds)."), ["500"]);
    }

    #[test]
    fn general_knowledge_says_why() {
        assert_eq!(faults("The war ended in [1945](general \"in any encyclopedia\")."), [""; 0]);
        let arena = Bump::new();
        let without = Markdown::parse(&arena, "In [1945](general).");
        assert_eq!(without.mistakes.len(), 1);
    }

    #[test]
    fn words_that_only_look_like_numbers_are_left_alone() {
        assert_eq!(
            faults("At first nobody came, at *first*, and one of the two left often."),
            [""; 0]
        );
        assert_eq!(faults("The tension, the weight, the freightened."), [""; 0]);
    }
}
