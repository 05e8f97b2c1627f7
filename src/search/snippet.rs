//! A few words of a text around what was found in it.

use super::rank::{Field, Found};
use crate::widgets::put;
use std::ops::Range;

/// How many bytes of text stand before and after what was found first.
const AROUND: usize = 80;

/// Writes a text with what was found in it marked: all of it, or a piece around the first.
pub(super) fn marked(field: &Field, found: &Found, whole: bool, out: &mut String) {
    let marks: Vec<Range<usize>> = found.marks(field).into_iter().map(|(place, _)| place).collect();
    let piece = match marks.first() {
        Some(first) if !whole => around(&field.text, first),
        _ => 0..field.text.len(),
    };
    let text = |place: Range<usize>| field.text.get(place).unwrap_or_default();
    if piece.start > 0 {
        out.push('…');
    }
    let mut at = piece.start;
    for mark in marks.iter().filter(|mark| piece.start <= mark.start && mark.end <= piece.end) {
        put(out, &["", "<mark>", "</mark>"], &[text(at..mark.start), text(mark.clone())]);
        at = mark.end;
    }
    put(out, &["", ""], &[text(at..piece.end)]);
    if piece.end < field.text.len() {
        out.push('…');
    }
}

/// The piece of a text around a place, from word to word.
fn around(text: &str, place: &Range<usize>) -> Range<usize> {
    let from = boundary(text, place.start.saturating_sub(AROUND));
    let start = if from == 0 {
        0
    } else {
        let before = text.get(from..place.start).unwrap_or_default();
        before
            .find(char::is_whitespace)
            .map_or(place.start, |space| boundary(text, from + space + 1))
    };
    let to = boundary(text, place.end + AROUND);
    let after = text.get(place.end..to).unwrap_or_default();
    let end = if to == text.len() {
        to
    } else {
        after.rfind(char::is_whitespace).map_or(place.end, |space| place.end + space)
    };
    start..end
}

/// The nearest place, at or before this one, that is between characters.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::rank::tests::index;
    use super::*;
    use proptest::prelude::*;

    fn snippet(text: &str, query: &str) -> String {
        let index = index(&[("/glossary/a", "Title", &[text])]);
        let found = index.find(query);
        let mut out = String::new();
        marked(&index.entries[0].texts[0], &found, false, &mut out);
        out
    }

    #[test]
    fn what_was_found_is_marked_in_the_words_around_it() {
        assert_eq!(
            snippet("Five <friends> met.", "friends"),
            "Five &lt;<mark>friends</mark>> met."
        );
        let long =
            format!("{}the refusenik {}", "many words ".repeat(30), "more words ".repeat(30));
        let short = snippet(&long, "refusenik");
        assert!(short.starts_with('…') && short.ends_with('…'), "{short}");
        assert!(short.contains("the <mark>refusenik</mark> more") && short.len() < 260, "{short}");
    }

    proptest! {
        #[test]
        fn any_text_gives_a_piece_of_itself(text in "[\\PC ]{0,200}", query in "\\PC{1,8}") {
            let piece = snippet(&text, &query);
            let plain = piece.replace("<mark>", "").replace("</mark>", "");
            let plain = plain.replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&");
            let plain = plain.strip_prefix('…').unwrap_or(&plain);
            let plain = plain.strip_suffix('…').unwrap_or(plain);
            prop_assert!(text.contains(plain));
        }
    }
}
