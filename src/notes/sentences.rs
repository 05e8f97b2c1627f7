//! Sentences of a passage, for those who choose words without a mouse.

use crate::passages;
use std::ops::Range;

/// Places of the sentences of a text, without the white space around them. Every word is in one.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let trimmed = |place: Range<usize>| {
        let words = text.get(place.clone())?;
        let start = place.start + (words.len() - words.trim_start().len());
        let end = start + words.trim().len();
        (start < end).then_some(start..end)
    };
    passages::sentences(text).into_iter().filter_map(trimmed).collect()
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
