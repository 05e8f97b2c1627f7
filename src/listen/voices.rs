//! Which voices are offered, and in what order.

/// What matters of a voice of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Voice {
    /// What its maker calls it.
    pub(super) name: String,
    /// Tells it from others; stored.
    pub(super) uri: String,
    /// Its language, such as `en-US`; some browsers write `en_US`.
    pub(super) language: String,
    /// Whether it speaks without a network.
    pub(super) local: bool,
    /// Where the browser lists it.
    pub(super) place: usize,
}

/// The voices that can read a language, those of this device first; all where none can.
pub(super) fn offered(mut voices: Vec<Voice>, language: &str) -> Vec<Voice> {
    let can_read = |voice: &Voice| base(&voice.language).eq_ignore_ascii_case(base(language));
    if voices.iter().any(can_read) {
        voices.retain(can_read);
    }
    voices.sort_by_key(|voice| (!voice.local, voice.place));
    voices
}

/// The language without its country.
fn base(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(voices: &[(&str, &str, bool)], language: &str) -> Vec<String> {
        let voices = voices.iter().enumerate().map(|(place, (name, language, local))| Voice {
            name: (*name).to_owned(),
            uri: (*name).to_owned(),
            language: (*language).to_owned(),
            local: *local,
            place,
        });
        offered(voices.collect(), language).into_iter().map(|it| it.name).collect()
    }

    #[test]
    fn voices_of_the_language_and_of_the_device_come_first() {
        let all = [
            ("far", "en-US", false),
            ("Hans", "de-DE", true),
            ("near", "en_GB", true),
            ("also", "EN", true),
        ];
        assert_eq!(names(&all, "en"), ["near", "also", "far"]);
        assert_eq!(names(&all, "de-AT"), ["Hans"]);
        assert_eq!(names(&all, "ru"), ["Hans", "near", "also", "far"]);
        assert!(names(&[], "en").is_empty());
    }
}
