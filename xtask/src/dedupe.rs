//! Taking out of a long text what stood in it before, where gzip no longer looks: further back than
//! 32 KB. The evidence names the same sources hundreds of times.
//!
//! The form: the length of the text, then its bytes, where a byte of 1 is followed by how far back a
//! repetition begins and how long it is. Numbers are written seven bits a byte, the lowest first, as
//! in LEB128. The script that reads it is in `boot.rs`.

use std::collections::HashMap;

use anyhow::{Result, bail};

/// Marks a repetition; no text holds this character.
const REPEATED: u8 = 1;

/// What gzip looks through by itself.
const WINDOW: usize = 32 * 1024;

/// Shorter repetitions are not worth their numbers.
const SHORTEST: usize = 24;

/// Writes a text without its distant repetitions.
pub(crate) fn dedupe(text: &str) -> Result<Vec<u8>> {
    let bytes = text.as_bytes();
    if bytes.contains(&REPEATED) {
        bail!("the evidence holds the character U+0001, which stands for something else there");
    }
    let mut out = Vec::with_capacity(bytes.len() / 2);
    number(bytes.len(), &mut out);
    let mut seen: HashMap<&[u8], usize> = HashMap::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let before = bytes
            .get(at..at + SHORTEST)
            .and_then(|piece| seen.get(piece).copied())
            .filter(|before| at - before > WINDOW);
        let end = match before {
            Some(before) => {
                // It may not reach into itself.
                let (earlier, now) = (bytes.get(before..at), bytes.get(at..));
                let pairs = earlier.into_iter().flatten().zip(now.into_iter().flatten());
                let length = pairs.take_while(|(a, b)| a == b).count();
                out.push(REPEATED);
                number(at - before, &mut out);
                number(length, &mut out);
                at + length
            }
            None => {
                out.push(*byte);
                at + 1
            }
        };
        for start in at..end {
            if let Some(piece) = bytes.get(start..start + SHORTEST) {
                seen.insert(piece, start);
            }
        }
        at = end;
    }
    Ok(out)
}

fn number(mut value: usize, out: &mut Vec<u8>) {
    while value > 0x7f {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the page's script does.
    fn expand(bytes: &[u8]) -> String {
        let mut bytes = bytes.iter().copied();
        let number = |bytes: &mut dyn Iterator<Item = u8>| {
            let (mut value, mut shift) = (0_usize, 0);
            for byte in bytes {
                value |= usize::from(byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
            value
        };
        let size = number(&mut bytes);
        let mut out = Vec::new();
        while let Some(byte) = bytes.next() {
            if byte == REPEATED {
                let back = number(&mut bytes);
                let length = number(&mut bytes);
                let from = out.len() - back;
                out.extend_from_within(from..from + length);
            } else {
                out.push(byte);
            }
        }
        assert_eq!(out.len(), size);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_is_taken_out_comes_back() {
        let source = "Louis Rosenblum, “Involvement in the Soviet Jewry Movement,” 1996";
        let filler: String = (0..9000).map(|it| format!("{it} ")).collect();
        let text = format!("{source}{filler}{source} and {source}");
        let short = dedupe(&text).unwrap();
        // The second stands too near to the first after it to be taken out: gzip sees that one.
        assert!(short.len() < text.len() - source.len() + 12);
        assert_eq!(expand(&short), text);
        for text in ["", "a", &filler] {
            assert_eq!(expand(&dedupe(text).unwrap()), *text);
        }
    }

    #[test]
    fn a_text_that_holds_the_mark_is_refused() {
        assert!(dedupe("\u{1}").is_err());
    }
}
