//! Suspend data as it is sent: small letters and digits, which every platform hands on unchanged,
//! 5 bits each, with the version of the form before them and a check behind.

use crate::bits::Bits;
use crate::cmi::LONGEST_DATA;

/// The form that is written.
pub const VERSION: char = '1';

/// Bits of a letter.
const LETTER: u32 = 5;

/// Letters of the check.
const CHECK: usize = 6;

/// Bits for which there is room.
pub const ROOM: usize = (LONGEST_DATA - 1 - CHECK) * LETTER as usize;

/// Why suspend data can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is not as it was written, or something else wrote it.
    Damaged,
    /// A newer page wrote it.
    Newer,
}

/// Bits as letters; the last letter is filled up with zeros. What is beyond [`ROOM`] is left out.
pub fn write(bits: &Bits) -> String {
    let mut text = String::from(VERSION);
    let all = bits.all();
    for piece in all.get(..ROOM).unwrap_or(all).chunks(LETTER as usize) {
        let value = (0..LETTER as usize).fold(0, |value, at| {
            value << 1 | u32::from(piece.get(at).copied().unwrap_or_default())
        });
        text.extend(char::from_digit(value, 32));
    }
    let check = check_of(&text);
    text.push_str(&check);
    text
}

/// Reads what [`write()`] wrote, also where a platform made capitals of its letters or put spaces
/// around them.
///
/// # Errors
/// When the text is anything else: nothing of it is to be used then.
pub fn read(text: &str) -> Result<Bits, Refused> {
    let text = text.trim().to_ascii_lowercase();
    let end = text.len().checked_sub(CHECK).ok_or(Refused::Damaged)?;
    let (sent, check) = text.split_at_checked(end).ok_or(Refused::Damaged)?;
    if check_of(sent) != check {
        return Err(Refused::Damaged);
    }
    let body = sent.strip_prefix(VERSION).ok_or(Refused::Newer)?;
    let mut bits = Bits::default();
    for letter in body.chars() {
        bits.push(u64::from(letter.to_digit(32).ok_or(Refused::Damaged)?), LETTER);
    }
    Ok(bits)
}

/// The letters of the check of a text: the lowest bits of its FNV-1a hash.
fn check_of(text: &str) -> String {
    let hash = quiz::seed_of(text);
    let letter = |at: usize| {
        // Five bits, so the conversion keeps them.
        let value = (hash >> (at as u32 * LETTER) & 31) as u32;
        char::from_digit(value, 32)
    };
    (0..CHECK).filter_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_is_held_still() {
        let bits: Bits = [true, false, true, true, true, false, true].into_iter().collect();
        assert_eq!(write(&bits), "1n8a1oanb");
        assert_eq!(read("1n8a1oanb").map(|it| it.len()), Ok(10));
    }

    #[test]
    fn another_form_is_refused_as_newer_and_anything_else_as_damaged() {
        let newer = ["2abc", &check_of("2abc")].concat();
        assert_eq!(read(&newer), Err(Refused::Newer));
        for text in ["", "1", "bookmark=3", "1n8a1oan", "1n8a1oanc", "{\"a\":1}", "ä1n8pt"] {
            assert_eq!(read(text), Err(Refused::Damaged), "{text}");
        }
    }

    proptest! {
        #[test]
        fn bits_come_back_and_zeros_behind_them(
            given in proptest::collection::vec(any::<bool>(), 0..200)
        ) {
            let bits: Bits = given.iter().copied().collect();
            let text = write(&bits);
            prop_assert!(text.bytes().all(|it| it.is_ascii_digit() || it.is_ascii_lowercase()));
            let back = read(&text).unwrap();
            prop_assert_eq!(back.all().get(..given.len()).unwrap(), &given[..]);
            prop_assert!(back.all().iter().skip(given.len()).all(|it| !it));
            prop_assert_eq!(&read(&format!(" {}\n", text.to_uppercase())).unwrap(), &back);
        }

        #[test]
        fn one_changed_letter_is_noticed(
            given in proptest::collection::vec(any::<bool>(), 0..200), at: usize, by in 1u32..32
        ) {
            let text = write(&given.into_iter().collect());
            let at = at % text.len();
            let changed: String = text.char_indices().map(|(place, letter)| {
                let value = letter.to_digit(32).unwrap();
                char::from_digit(if place == at { value ^ by } else { value }, 32).unwrap()
            }).collect();
            prop_assert!(read(&changed).is_err());
        }

        #[test]
        fn it_is_never_too_long(count in 0usize..30_000) {
            let text = write(&std::iter::repeat_n(true, count).collect());
            prop_assert!(text.len() <= LONGEST_DATA);
        }

        #[test]
        fn reading_never_panics(text in "\\PC{0,60}") {
            let _ = read(&text);
        }
    }
}
