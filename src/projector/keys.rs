//! Keys of a show: those that presenters' remotes send, and letters.

use super::change::Change;

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Press {
    /// A change of the show.
    Change(Change),
    /// The whole screen, or no more.
    FullScreen,
    /// The list of keys.
    Help,
}

/// A key that was pressed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key<'a> {
    /// What it means.
    pub(super) key: &'a str,
    /// Where it lies.
    pub(super) code: &'a str,
    /// Whether shift was held.
    pub(super) shift: bool,
}

/// What a key asks for, where text runs from right to left or not, and where single letters mean
/// anything or not.
pub(super) fn press(key: Key<'_>, leftwards: bool, letters: bool) -> Option<Press> {
    let on = if leftwards { -1 } else { 1 };
    let change = match key.key {
        "ArrowRight" => Change::By(on),
        "ArrowLeft" => Change::By(-on),
        "PageDown" => Change::By(1),
        "PageUp" => Change::By(-1),
        " " => Change::By(if key.shift { -1 } else { 1 }),
        "Home" => Change::First,
        "End" => Change::Last,
        "ArrowDown" => Change::Down,
        "ArrowUp" => Change::Up,
        _ if letters => return letter(key),
        _ => return None,
    };
    Some(Press::Change(change))
}

fn letter(key: Key<'_>) -> Option<Press> {
    // Where digits lie: with shift the same key means something else on each keyboard.
    let digit = key.code.strip_prefix("Digit").or_else(|| key.code.strip_prefix("Numpad"));
    if let Some(digit) = digit.and_then(|it| it.parse::<usize>().ok()) {
        let hand = |option| Press::Change(Change::Hand(option, !key.shift));
        return digit.checked_sub(1).map(hand);
    }
    Some(Press::Change(match key.key {
        "a" | "A" => Change::Answer,
        "b" | "B" | "." => Change::Blank,
        "e" | "E" => Change::Easy,
        "t" | "T" => Change::Timer,
        "f" | "F" => return Some(Press::FullScreen),
        "?" => return Some(Press::Help),
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(key: &str) -> Option<Press> {
        press(Key { key, code: "", shift: false }, false, true)
    }

    #[test]
    fn remotes_step_and_blank() {
        let by = |places| Some(Press::Change(Change::By(places)));
        for (key, places) in [("PageDown", 1), ("PageUp", -1), ("ArrowRight", 1), ("ArrowLeft", -1)]
        {
            assert_eq!(pressed(key), by(places), "{key}");
        }
        assert_eq!(pressed("."), Some(Press::Change(Change::Blank)));
        let leftwards = |key| press(Key { key, code: "", shift: false }, true, true);
        assert_eq!(leftwards("ArrowRight"), by(-1));
        assert_eq!(leftwards("PageDown"), by(1));
        assert_eq!(press(Key { key: " ", code: "Space", shift: true }, false, true), by(-1));
    }

    #[test]
    fn digits_count_hands_by_where_they_lie() {
        let digit = |key, code, shift| press(Key { key, code, shift }, false, true);
        let hand = |option, more| Some(Press::Change(Change::Hand(option, more)));
        assert_eq!(digit("1", "Digit1", false), hand(0, true));
        assert_eq!(digit("!", "Digit1", true), hand(0, false));
        assert_eq!(digit("&", "Digit1", false), hand(0, true));
        assert_eq!(digit("9", "Numpad9", false), hand(8, true));
        assert_eq!(digit("0", "Digit0", false), None);
    }

    #[test]
    fn letters_mean_nothing_where_they_are_switched_off() {
        for key in ["a", "b", ".", "e", "t", "f", "?"] {
            assert!(pressed(key).is_some(), "{key}");
            assert_eq!(press(Key { key, code: "", shift: false }, false, false), None, "{key}");
        }
        assert_eq!(press(Key { key: "1", code: "Digit1", shift: false }, false, false), None);
        assert!(press(Key { key: "PageDown", code: "", shift: false }, false, false).is_some());
        assert_eq!(pressed("x"), None);
    }
}
