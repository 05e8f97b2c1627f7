//! What an address asks for.

/// How many seconds of stillness bring the countdown where the address does not say.
pub const USUAL: u16 = 90;

/// The fewest seconds that an address can ask for: reading a paragraph takes as long.
pub const SHORTEST: u16 = 10;

/// The most seconds: an hour.
pub const LONGEST: u16 = 3600;

/// What follows the word in the search part of an address, such as `?kiosk=30`; none where the word
/// is not there.
pub(super) fn asked(search: &str) -> Option<&str> {
    let pairs = search.strip_prefix('?').unwrap_or(search).split('&');
    let mut after = pairs.filter_map(|pair| pair.strip_prefix("kiosk"));
    after.find(|after| after.is_empty() || after.starts_with('='))
}

/// How many seconds nothing may happen before the countdown, by the search part of an address.
pub fn wait_of(search: &str) -> u16 {
    let seconds = asked(search).and_then(|after| after.strip_prefix('='));
    let seconds = seconds.filter(|it| it.bytes().all(|byte| byte.is_ascii_digit()));
    match seconds.filter(|it| !it.is_empty()) {
        // More digits than fit are more seconds than there can be.
        Some(seconds) => seconds.parse().unwrap_or(LONGEST).clamp(SHORTEST, LONGEST),
        None => USUAL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_word_is_asked_for_by_itself_or_with_seconds() {
        for search in ["?kiosk", "?kiosk=", "?kiosk=30", "?a=b&kiosk", "?kiosk&a=b"] {
            assert!(asked(search).is_some(), "{search}");
        }
        for search in ["", "?", "?kiosks", "?a=kiosk", "?Kiosk", "?nokiosk"] {
            assert_eq!(asked(search), None, "{search}");
        }
    }

    #[test]
    fn seconds_are_those_of_the_address_within_reason() {
        assert_eq!(wait_of("?kiosk"), USUAL);
        assert_eq!(wait_of("?kiosk=30"), 30);
        assert_eq!(wait_of("?kiosk=0"), SHORTEST);
        assert_eq!(wait_of("?kiosk=99999999999"), LONGEST);
        for other in ["?kiosk=", "?kiosk=soon", "?kiosk=-5", "?kiosk=1.5", "?kiosk=+30"] {
            assert_eq!(wait_of(other), USUAL, "{other}");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_address_seconds_are_within_reason(search in "\\??(kiosk=?)?\\PC{0,12}") {
            prop_assert!((SHORTEST..=LONGEST).contains(&wait_of(&search)));
        }
    }
}
