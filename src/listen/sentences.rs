//! Sentences of a text, and parts of long ones that a voice can speak in one breath.
//!
//! Both tile what they are given: put together again, the parts are the whole, white space and all.

use std::ops::Range;

/// Abbreviations that a name, a day or a number follows: their full stop ends no sentence.
const BEFORE_NAMES: [&str; 32] = [
    "Dr", "Mr", "Mrs", "Ms", "St", "Prof", "Rev", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Capt",
    "Sgt", "Hon", "Pres", "Mt", "Ft", "vs", "cf", "ed", "eds", "pp", "vol", "Jan", "Feb", "Aug",
    "Sept", "Oct", "Nov", "Dec",
];

/// Abbreviations that also stand at the end of sentences, as dotted ones (U.S., D.C.) do.
const ALSO_LAST: [&str; 6] = ["Jr", "Sr", "Inc", "Co", "Corp", "etc"];

/// Words that begin a sentence far more often than a name.
const OPENERS: [&str; 32] = [
    "A", "After", "All", "An", "And", "As", "At", "Before", "But", "By", "For", "From", "He",
    "His", "How", "If", "In", "It", "Its", "No", "Not", "On", "She", "So", "That", "The", "Their",
    "Then", "There", "They", "This", "When",
];

/// The sentences of a text, without gaps. A line break always ends one.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let line_ends = character == '\n';
        if !line_ends && !ends_sentences(character) {
            continue;
        }
        let mut end = at + character.len_utf8();
        // More of the same ("?!", "..."), then what closes a quotation or a bracket, then spaces.
        for class in [ends_sentences, closes, char::is_whitespace] {
            while let Some((at, character)) = characters.next_if(|(_, it)| class(*it)) {
                end = at + character.len_utf8();
            }
        }
        let (Some(before), Some(tail), Some(after)) =
            (text.get(start..at), text.get(at..end), text.get(end..))
        else {
            continue;
        };
        let spaced = tail.ends_with(char::is_whitespace) || after.is_empty();
        let alone = tail.trim_end() == ".";
        if line_ends || tail.contains('\n') || spaced && is_end(before, alone, after) {
            found.push(start..end);
            start = end;
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

fn ends_sentences(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…')
}

fn closes(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | ')' | ']')
}

fn opens(character: char) -> bool {
    matches!(character, '"' | '\'' | '“' | '‘' | '«' | '(' | '[')
}

/// Whether a sentence ends between what stands before a stop and what stands after it. `alone` is a
/// full stop with nothing beside it, which may belong to an abbreviation.
fn is_end(before: &str, alone: bool, after: &str) -> bool {
    let after = after.trim_start_matches(opens);
    // "Soviet Jewry?" they asked.
    if after.starts_with(char::is_lowercase) {
        return false;
    }
    if !alone {
        return true;
    }
    let word = before.rsplit(|it: char| it.is_whitespace() || opens(it) || it == '-').next();
    let word = word.unwrap_or_default();
    let next = after.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    if BEFORE_NAMES.contains(&word) || word == "No" && next.starts_with(|it: char| it.is_numeric())
    {
        return false;
    }
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if initial {
        return after.is_empty();
    }
    if word.contains('.') || ALSO_LAST.contains(&word) {
        return next.is_empty() || OPENERS.contains(&next);
    }
    true
}

/// Parts of a sentence of at most so many characters, without gaps, cut after a comma or semicolon
/// where there is one, otherwise between words. Only a single word may be longer.
pub(super) fn parts(sentence: &str, limit: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(rest) = sentence.get(start..).filter(|rest| !rest.is_empty()) {
        let end = start + first_part(rest, limit);
        found.push(start..end);
        start = end;
    }
    found
}

/// Length in bytes of the first part; never nothing.
fn first_part(rest: &str, limit: usize) -> usize {
    let (mut at_pause, mut at_word) = (None, None);
    // Characters up to the last one that is no space.
    let mut spoken = 0;
    let mut last = ' ';
    for (seen, (at, character)) in rest.char_indices().enumerate() {
        if !character.is_whitespace() {
            // A word begins: here may be cut.
            if last.is_whitespace() && spoken > 0 && (spoken <= limit || at_word.is_none()) {
                at_word = Some(at);
                let word_end = rest.get(..at).unwrap_or_default().trim_end();
                if word_end.ends_with([',', ';', ':', '—', '–']) {
                    at_pause = Some(at);
                }
            }
            spoken = seen + 1;
        }
        last = character;
    }
    if spoken <= limit { rest.len() } else { at_pause.or(at_word).unwrap_or(rest.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|at| text[at].trim()).collect()
    }

    #[test]
    fn a_stop_before_a_space_ends_a_sentence() {
        assert_eq!(
            split("They met. They wrote! Who came?"),
            ["They met.", "They wrote!", "Who came?"]
        );
        assert_eq!(split("It cost 3.50 in all."), ["It cost 3.50 in all."]);
        assert_eq!(split(""), [""; 0]);
        assert_eq!(split("No stop"), ["No stop"]);
    }

    #[test]
    fn abbreviations_and_initials_end_none() {
        for text in [
            "Dr. Rosenblum and Mrs. Light met Mr. B. Smith on St. Clair Avenue.",
            "J. B. Stone wrote it.",
            "He was in the U.S. Senate then.",
            "In Washington, D.C., he spoke.",
            "It was letter No. 5 of them.",
            "On Dec. 6 they came.",
            "Martin Luther King Jr. Boulevard is there.",
        ] {
            assert_eq!(split(text), [text]);
        }
        assert_eq!(
            split("He left the U.S. The others stayed."),
            ["He left the U.S.", "The others stayed."]
        );
        assert_eq!(split("So said King Jr. He meant it."), ["So said King Jr.", "He meant it."]);
        assert_eq!(split("Would they? No. They stayed."), ["Would they?", "No.", "They stayed."]);
        assert_eq!(split("So said John B."), ["So said John B."]);
    }

    #[test]
    fn quotes_and_brackets_close_after_the_stop() {
        assert_eq!(split("“Let them go.” So they sang."), ["“Let them go.”", "So they sang."]);
        assert_eq!(split("(It was late.) “Go!” she said."), ["(It was late.)", "“Go!” she said."]);
        assert_eq!(split("“Soviet Jewry?” they asked."), ["“Soviet Jewry?” they asked."]);
        assert_eq!(split("He said it. “Go.”"), ["He said it.", "“Go.”"]);
    }

    #[test]
    fn dots_that_trail_off_end_one_only_before_a_capital() {
        assert_eq!(
            split("We waited… and waited... Then they came."),
            ["We waited… and waited...", "Then they came."]
        );
        assert_eq!(split("Really?! Yes."), ["Really?!", "Yes."]);
    }

    #[test]
    fn paragraphs_are_never_run_together() {
        assert_eq!(split("A heading\nwith. no\n\nend"), ["A heading", "with. no", "end"]);
        assert_eq!(split("By Dr.\nNext"), ["By Dr.", "Next"]);
    }

    #[test]
    fn long_sentences_are_cut_where_a_reader_breathes() {
        let cut = |text: &'static str, limit| -> Vec<&str> {
            parts(text, limit).into_iter().map(|at| &text[at]).collect()
        };
        assert_eq!(cut("short", 9), ["short"]);
        assert_eq!(cut("one, two three four", 12), ["one, ", "two three ", "four"]);
        assert_eq!(cut("antidisestablishment a b", 6), ["antidisestablishment ", "a b"]);
    }

    proptest! {
        #[test]
        fn sentences_and_parts_tile_any_text(text in "(?s)([A-Z]?[a-z]{0,8}[.!?…,;]{0,3}[”’)]?[ \n]{0,2}|.){0,40}", limit in 1usize..60) {
            let mut end = 0;
            for sentence in sentences(&text) {
                prop_assert_eq!(sentence.start, end);
                prop_assert!(sentence.start < sentence.end);
                end = sentence.end;
                let sentence = &text[sentence];
                let mut whole = String::new();
                for part in parts(sentence, limit) {
                    let part = &sentence[part];
                    prop_assert!(!part.is_empty());
                    let words = part.trim();
                    prop_assert!(words.chars().count() <= limit || !words.contains(char::is_whitespace));
                    whole.push_str(part);
                }
                prop_assert_eq!(whole, sentence);
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
