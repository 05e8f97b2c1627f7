//! The word that someone may have meant.

/// The candidate that differs least from `word`, unless all differ too much to be what was meant.
pub(super) fn nearest<'c>(
    word: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    // Comparing takes time that grows with both words; nobody misspells an essay.
    if word.len() > 100 {
        return None;
    }
    let allowed = 1 + word.chars().count() / 4;
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognized_and_another_word_is_not() {
        let known = ["rosenblum", "caron", "heschel"];
        assert_eq!(nearest("rosenbulm", known.into_iter()), Some("rosenblum"));
        assert_eq!(nearest("carron", known.into_iter()), Some("caron"));
        assert_eq!(nearest("brafman", known.into_iter()), None);
    }
}
