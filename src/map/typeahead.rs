//! Finding a group by the letters that its name or its town begins with.

/// The next entry after `from`, in a circle, one of whose names begins with what was typed.
///
/// One letter goes on to the next entry each time; with more the entry that is reached stays as long
/// as it fits.
pub(super) fn next_match<'a>(
    names: impl Fn(usize) -> [&'a str; 3],
    count: usize,
    from: usize,
    typed: &str,
) -> Option<usize> {
    let typed = typed.trim_start().to_ascii_lowercase();
    if typed.is_empty() {
        return None;
    }
    // A letter that is typed again goes on, as a list of options does.
    let first = typed.chars().next().unwrap_or_default();
    let again = typed.chars().all(|letter| letter == first);
    let sought = if again { first.to_string() } else { typed };
    let start = usize::from(again);
    (start..count + start)
        .map(|step| (from + step) % count)
        .find(|at| names(*at).iter().any(|name| name.to_ascii_lowercase().starts_with(&sought)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [[&str; 3]; 4] = [
        ["Bay Area Council", "Bay Area", "San Francisco"],
        ["Boston Action", "Boston", "Waltham"],
        ["Cleveland Council", "Cleveland", "Cleveland"],
        ["Seattle Action", "Seattle", "Seattle"],
    ];

    fn next(from: usize, typed: &str) -> Option<usize> {
        next_match(|at| NAMES[at], NAMES.len(), from, typed)
    }

    #[test]
    fn a_letter_goes_on_in_a_circle() {
        assert_eq!(next(0, "b"), Some(1));
        assert_eq!(next(1, "b"), Some(0));
        assert_eq!(next(1, "bb"), Some(0));
        assert_eq!(next(2, "c"), Some(2));
        assert_eq!(next(0, "x"), None);
        assert_eq!(next(0, " "), None);
    }

    #[test]
    fn more_letters_narrow_down_and_towns_count() {
        assert_eq!(next(1, "bo"), Some(1));
        assert_eq!(next(1, "Ba"), Some(0));
        assert_eq!(next(2, "san"), Some(0));
        assert_eq!(next(0, "wal"), Some(1));
    }

    #[test]
    fn no_entries_have_no_match() {
        assert_eq!(next_match(|_| ["a", "b", "c"], 0, 0, "a"), None);
    }
}
