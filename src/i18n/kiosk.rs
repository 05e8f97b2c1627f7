//! Words of the page on a stand for everybody.

/// Words of the page on a stand for everybody.
pub struct KioskMessages {
    /// Asks whether somebody is there.
    pub heading: &'static str,
    /// Says what to do, and what comes after so many seconds otherwise.
    pub words: fn(u16) -> String,
    /// Says that somebody is.
    pub here: &'static str,
    /// Says how many seconds are left.
    pub left: fn(u16) -> String,
}

/// The words in English.
pub(super) static ENGLISH: KioskMessages = KioskMessages {
    heading: "Are you still there?",
    words: |seconds| {
        let seconds = seconds.to_string();
        let before = "Touch the screen or press any key to go on. In ";
        let after = " seconds the page begins anew for the next visitor, and what you marked, \
                     answered and chose is taken away.";
        [before, &seconds, after].concat()
    },
    here: "I am here",
    left: |seconds| [&seconds.to_string(), " seconds left"].concat(),
};
