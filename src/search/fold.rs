//! Words as they are compared: without case, accents and apostrophes, and with the spellings made
//! one that different alphabets and newspapers gave the same name.

use std::ops::Range;

/// Latin letters with marks, and what they are without. Both cases, since the browser's program
/// carries no tables of all the world's letters.
const LETTERS: [(&str, &str); 18] = [
    ("àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "a"),
    ("æÆ", "ae"),
    ("çćčÇĆČ", "c"),
    ("ďđðĎĐÐ", "d"),
    ("èéêëēėęěÈÉÊËĒĖĘĚ", "e"),
    ("ğĞ", "g"),
    ("ìíîïīĭıÌÍÎÏĪĬİ", "i"),
    ("łľŁĽ", "l"),
    ("ñńňÑŃŇ", "n"),
    ("òóôõöøōőÒÓÔÕÖØŌŐ", "o"),
    ("œŒ", "oe"),
    ("řŕŘŔ", "r"),
    ("śşšșŚŞŠȘ", "s"),
    ("ß", "ss"),
    ("ťțţþŤȚŢÞ", "t"),
    ("ùúûüūŭůűÙÚÛÜŪŬŮŰ", "u"),
    ("ýÿÝŸ", "y"),
    ("źżžŹŻŽ", "z"),
];

/// Spellings that stand for the same sound, longer ones first.
const SPELLINGS: [(&str, &str); 18] = [
    ("shch", "sh"),
    ("tsch", "ch"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("ts", "c"),
    ("tz", "c"),
    ("cz", "c"),
    ("ck", "k"),
    ("kh", "h"),
    ("ph", "f"),
    ("ij", "i"),
    ("ei", "e"),
    ("ie", "e"),
    ("ey", "e"),
    ("w", "v"),
    ("x", "ks"),
    ("y", "i"),
    ("\u{451}", "\u{435}"),
];

/// Calls `found` with each word of a text, plain, and where it stands.
pub(super) fn each_word(text: &str, found: &mut dyn FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let (mut start, mut end) = (0, 0);
    for (at, character) in text.char_indices() {
        if is_letter(character) {
            if word.is_empty() {
                start = at;
            } else if end < at && !text.get(end..at).is_some_and(joins) {
                found(&word, start..end);
                word.clear();
                start = at;
            }
            push_plain(character, &mut word);
            end = at + character.len_utf8();
        }
    }
    if !word.is_empty() {
        found(&word, start..end);
    }
}

/// Whether what stands between two letters leaves them in one word: an apostrophe, a soft hyphen.
fn joins(between: &str) -> bool {
    ["'", "\u{2019}", "\u{2bc}", "\u{ad}"].contains(&between)
}

fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || character >= '\u{c0}'
            && !matches!(character, '×' | '÷' | '\u{2b0}'..='\u{2ff}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}')
}

fn push_plain(character: char, word: &mut String) {
    match character {
        _ if character.is_ascii() => word.push(character.to_ascii_lowercase()),
        // Marks that stand after their letter.
        '\u{300}'..='\u{36f}' => {}
        // Russian capitals.
        '\u{410}'..='\u{42f}' => word.extend(char::from_u32(u32::from(character) + 0x20)),
        _ => match LETTERS.iter().find(|(letters, _)| letters.contains(character)) {
            Some((_, plain)) => word.push_str(plain),
            None => word.push(character),
        },
    }
}

/// A plain word with its spellings made one, and each letter only once in a row.
pub(super) fn folded(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    let mut rest = plain;
    while let Some(first) = rest.chars().next() {
        let spelling = SPELLINGS.iter().find(|(from, _)| rest.starts_with(from));
        let (taken, sound) = match spelling {
            Some((from, to)) => (from.len(), *to),
            None => (first.len_utf8(), rest.get(..first.len_utf8()).unwrap_or_default()),
        };
        for letter in sound.chars() {
            // 1977 is not 197.
            if letter.is_ascii_digit() || !out.ends_with(letter) {
                out.push(letter);
            }
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// Whether one letter added, left out, put for another, or changed with its neighbour makes one
/// word of the other.
pub(super) fn one_edit_apart(a: &str, b: &str) -> bool {
    let (a, b) = if a.len() < b.len() { (b, a) } else { (a, b) };
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() - b.len() > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    match (a, b) {
        ([], []) => true,
        ([_, rest @ ..], b) if rest == b => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([a1, a2, a @ ..], [b1, b2, b @ ..]) => a1 == b2 && a2 == b1 && a == b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(text, &mut |word, _| words.push(word.to_owned()));
        words
    }

    #[test]
    fn words_lose_case_accents_and_apostrophes() {
        assert_eq!(words("Łódź, B’nai B'rith"), ["lodz", "bnai", "brith"]);
        assert_eq!(words("Jackson–Vanik, 1,500 (1974)"), ["jackson", "vanik", "1", "500", "1974"]);
        assert_eq!(words("‘Let my people go’ E\u{301}lie"), ["let", "my", "people", "go", "elie"]);
        assert_eq!(words("ШАРАНСКИЙ"), ["шаранский"]);
        assert_eq!(words(" – … "), Vec::<String>::new());
    }

    #[test]
    fn spellings_of_a_name_are_one() {
        for names in [
            ["shcharansky", "sharansky", "scharanskii"],
            ["reisinger", "resinger", "riesinger"],
            ["wiesel", "weisel", "viesel"],
            ["alexey", "aleksei", "alexei"],
            ["slepak", "sleppak", "slepack"],
            ["hanukah", "hanukkah", "khanukah"],
        ] {
            let folds = names.map(folded);
            assert!(folds.iter().all(|it| *it == folds[0]), "{folds:?}");
        }
        assert_eq!(folded("1977"), "1977");
    }

    proptest! {
        #[test]
        fn every_word_stands_where_it_is_said_to(text in "\\PC{0,80}") {
            let mut before = 0;
            let mut all = Vec::new();
            each_word(&text, &mut |word, at| all.push((word.to_owned(), at)));
            for (word, at) in all {
                prop_assert!(before <= at.start && at.start < at.end);
                before = at.end;
                prop_assert_eq!(words(&text[at]), [word]);
            }
        }

        #[test]
        fn folding_any_word_gives_a_word(word in "\\PC{1,20}") {
            prop_assert!(!folded(&word).is_empty());
        }

        #[test]
        fn one_edit_is_one_edit(a in "[ab]{0,6}", b in "[ab]{0,6}") {
            prop_assert_eq!(one_edit_apart(&a, &b), strsim::osa_distance(&a, &b) <= 1);
        }
    }
}
