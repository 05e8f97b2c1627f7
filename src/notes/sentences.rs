//! Sentences of a passage, for those who choose words without a mouse.

use std::ops::Range;

/// Words before a full stop that ends no sentence.
const SHORT: [&str; 7] = ["Dr", "Mr", "Mrs", "Ms", "St", "No", "Sen"];

/// Places of the sentences of a text. Every word is in one of them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut push = |end: usize, start: &mut usize| {
        let words = text.get(*start..end).unwrap_or_default();
        let from = *start + (words.len() - words.trim_start().len());
        let to = from + words.trim().len();
        if from < to {
            out.push(from..to);
        }
        *start = end;
    };
    for (at, space) in text.char_indices().filter(|(_, it)| it.is_whitespace()) {
        let before = text.get(start..at).unwrap_or_default();
        if space == '\n' || ends(before, text.get(at..).unwrap_or_default()) {
            push(at, &mut start);
        }
    }
    push(text.len(), &mut start);
    out
}

/// Whether a sentence ends between these.
fn ends(before: &str, after: &str) -> bool {
    let before = before.trim_end_matches(['"', '”', '’', ')', '†', '‡']);
    let lower = after.trim_start().chars().next().is_some_and(char::is_lowercase);
    if let Some(before) = before.strip_suffix('.') {
        let word = before.rsplit([' ', '.', '(']).next().unwrap_or_default();
        // An initial, as in "J. Smith" and "U.S.".
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        return !(lower || initial || SHORT.contains(&word));
    }
    before.ends_with(['?', '!']) && !lower
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_falls_into_its_sentences() {
        let text = "“Who are they?” asked Dr. J. Smith. He wrote (in 1963.) A line\nanother! End";
        let all: Vec<&str> = sentences(text).into_iter().map(|it| &text[it]).collect();
        assert_eq!(
            all,
            [
                "“Who are they?” asked Dr. J. Smith.",
                "He wrote (in 1963.)",
                "A line",
                "another!",
                "End"
            ]
        );
    }

    proptest! {
        #[test]
        fn every_word_is_in_a_sentence(text in "[\\PC\n]{0,80}") {
            let all: String = sentences(&text).into_iter().map(|it| text[it].to_owned() + " ").collect();
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&all), words(&text));
        }
    }
}
