//! How fast is read.

/// Speeds by their names, which are also what is stored.
const SPEEDS: [(&str, f32); 4] = [("0.75", 0.75), ("1", 1.0), ("1.25", 1.25), ("1.5", 1.5)];

/// One of a few speeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Speed(usize);

impl Speed {
    /// The speed of a name; the ordinary one for any other words.
    pub(super) fn named(name: &str) -> Self {
        Self(SPEEDS.iter().position(|(known, _)| *known == name).unwrap_or(1))
    }

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        SPEEDS.get(self.0).map_or("1", |(name, _)| name)
    }

    /// How many times as fast as the voice by itself.
    pub(super) fn rate(self) -> f32 {
        SPEEDS.get(self.0).map_or(1.0, |(_, rate)| *rate)
    }

    /// The next slower speed; the slowest stays.
    pub(super) fn slower(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The next faster speed; the fastest stays.
    pub(super) fn faster(self) -> Self {
        Self((self.0 + 1).min(SPEEDS.len() - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_rates_agree() {
        for (name, rate) in SPEEDS {
            assert_eq!(Speed::named(name).name(), name);
            assert_eq!(name.parse(), Ok(rate));
            assert_eq!(Speed::named(name).rate().to_string(), name);
        }
        assert_eq!(Speed::named("garbage").name(), "1");
    }

    #[test]
    fn steps_stop_at_both_ends() {
        let slowest = Speed::named("0.75");
        assert_eq!(slowest.slower(), slowest);
        assert_eq!(slowest.faster().name(), "1");
        let fastest = Speed::named("1.5");
        assert_eq!(fastest.faster(), fastest);
        assert_eq!(fastest.slower().name(), "1.25");
    }
}
