//! Forms of the values that SCORM 1.2 defines.

/// Most characters of a `CMIString255` and of an identifier.
pub const LONGEST_STRING: usize = 255;

/// Most characters of suspend data (`CMIString4096`).
pub const LONGEST_DATA: usize = 4096;

/// Most hundredths of a second that a timespan can tell: four digits of hours.
const LONGEST_SPAN: u64 = 10_000 * 360_000 - 1;

/// A span of time, in hundredths of a second, as a `CMITimespan`: `HHHH:MM:SS.SS`.
///
/// ```
/// use lms::cmi::timespan;
///
/// assert_eq!(timespan(40 * 60 * 100), "0000:40:00.00");
/// ```
pub fn timespan(hundredths: u64) -> String {
    let all = hundredths.min(LONGEST_SPAN);
    let seconds = all / 100;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    [
        &digits(hours, 4),
        ":",
        &digits(minutes, 2),
        ":",
        &digits(seconds % 60, 2),
        ".",
        &digits(all % 100, 2),
    ]
    .concat()
}

/// A time of day as a `CMITime`: `HH:MM:SS`.
pub fn time(hours: u32, minutes: u32, seconds: u32) -> String {
    let part = |value: u32, most: u32| digits(u64::from(value.min(most)), 2);
    [&part(hours, 23), ":", &part(minutes, 59), ":", &part(seconds, 59)].concat()
}

/// A text as a `CMIIdentifier`: printable ASCII without spaces. Other characters become `_`.
pub fn identifier(text: &str) -> String {
    let sign = |it: char| if it.is_ascii_graphic() { it } else { '_' };
    text.chars().map(sign).take(LONGEST_STRING).collect()
}

/// A text as a `CMIString255`, cut where it is longer; what is no letter or sign becomes a space.
///
/// Platforms count as their scripts do: a character beyond the first 65,536 is two.
pub fn string(text: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for character in text.chars() {
        length += character.len_utf16();
        if length > LONGEST_STRING {
            break;
        }
        out.push(if character.is_control() { ' ' } else { character });
    }
    out
}

/// A number with at least so many digits.
fn digits(value: u64, count: usize) -> String {
    let digits = value.to_string();
    let mut out = "0".repeat(count.saturating_sub(digits.len()));
    out.push_str(&digits);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spans_are_written_as_the_standard_shows() {
        assert_eq!(timespan(0), "0000:00:00.00");
        assert_eq!(timespan(5), "0000:00:00.05");
        assert_eq!(timespan(100 * (3600 * 2 + 34 * 60 + 5) + 70), "0002:34:05.70");
        assert_eq!(timespan(LONGEST_SPAN), "9999:59:59.99");
        assert_eq!(timespan(u64::MAX), "9999:59:59.99");
        assert_eq!(time(9, 5, 0), "09:05:00");
        assert_eq!(time(24, 60, 60), "23:59:59");
    }

    #[test]
    fn strings_are_cut_by_units_and_have_no_line_ends() {
        assert_eq!(string("one\r\ntwo\tthree"), "one  two three");
        assert_eq!(string(&"é".repeat(300)).chars().count(), 255);
        assert_eq!(string(&"😀".repeat(300)).chars().count(), 127);
        assert_eq!(identifier("Zoë is here"), "Zo__is_here");
    }

    proptest! {
        #[test]
        fn spans_count_on(a in 0..LONGEST_SPAN, b in 0..LONGEST_SPAN) {
            // The form sorts as the spans do.
            prop_assert_eq!(timespan(a).cmp(&timespan(b)), a.cmp(&b));
            prop_assert_eq!(timespan(a).len(), 13);
        }

        #[test]
        fn no_text_is_too_long(text in "\\PC{0,400}") {
            prop_assert!(string(&text).encode_utf16().count() <= LONGEST_STRING);
            let id = identifier(&text);
            prop_assert!(id.len() <= LONGEST_STRING && id.bytes().all(|it| it.is_ascii_graphic()));
        }
    }
}
