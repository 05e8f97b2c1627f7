//! Words of the page within a learning platform.

/// Words of the page within a learning platform.
pub struct LmsMessages {
    /// Said where there is no platform around the page.
    pub missing: &'static str,
    /// Said where the platform refused something, with its own words.
    pub refused: fn(&str) -> String,
    /// Said where a later version of the page kept what the platform has.
    pub newer: &'static str,
    /// Said where another edition of the story did.
    pub other_edition: &'static str,
    /// Said where that can't be read.
    pub damaged: &'static str,
}

/// The words in English.
pub(super) static ENGLISH: LmsMessages = LmsMessages {
    missing: "This copy of the page is for a learning platform, and was opened without one. It works, and keeps \
              your progress on this device alone.",
    refused: |error| {
        format!(
            "Your learning platform did not take something that this page reported ({error}). Your work goes on \
                 here; tell your teacher if its results are missing."
        )
    },
    newer: "A later version of this page kept your progress in the learning platform, and this one can’t read it. \
            Ask for the newer package.",
    other_edition: "Your progress in the learning platform is of another edition of the story, so you begin anew here.",
    damaged: "Your progress in the learning platform can’t be read, so you begin anew here.",
};
