//! Words of the quiz beyond those that stand in the page from the start.

use quiz::Refusal;
use story::Bearing;

/// Words of the quiz.
///
/// Apart from the other messages, since they come with the quiz.
pub struct QuizMessages {
    /// How pairs are matched.
    pub match_pairs: &'static str,
    /// How blanks are filled.
    pub fill_blanks: &'static str,
    /// How sources are weighed.
    pub weigh: &'static str,
    /// How figures are estimated.
    pub estimate: &'static str,
    /// How an answer in one's own words is given.
    pub own_words: &'static str,
    /// First choice of a list, which stands for none.
    pub choose: &'static str,
    /// Names a blank by its number from 1.
    pub blank: fn(usize) -> String,
    /// How a source bears on a claim.
    pub bearing: fn(Bearing) -> &'static str,
    /// Leads to a source.
    pub the_source: &'static str,
    /// Tells the lines of the chart apart.
    pub chart_key: &'static str,
    /// "counted: 34,733", with whether that is doubtful.
    pub counted: fn(u32, bool) -> String,
    /// Label of the place for one's own words.
    pub answer: &'static str,
    /// Shows the rubric.
    pub compare: &'static str,
    /// Heads the rubric.
    pub rubric: &'static str,
    /// Hands in what one found.
    pub note_found: &'static str,
    /// Says how much of the rubric was found.
    pub found: fn(u32, u32) -> String,
    /// Says why an answer was not taken.
    pub refused: fn(Refusal) -> &'static str,
}

/// The words in English.
pub(super) static ENGLISH: QuizMessages = QuizMessages {
    match_pairs: "Find the partner of each.",
    fill_blanks: "Choose a word for each blank. Some words are left over.",
    weigh: "For each source, say how it bears on the statement.",
    estimate: "Draw across the chart, or type a number for each year.",
    own_words: "Write as much as you need. Then compare it yourself with what a good answer touches.",
    choose: "Choose…",
    blank: |number| format!("Blank {number}"),
    bearing: |bearing| match bearing {
        Bearing::Supports => "supports it",
        Bearing::Disagrees => "disagrees with it",
        Bearing::Silent => "says nothing about it",
    },
    the_source: "the source",
    chart_key: "Dashed: your estimate. Solid, once you have handed it in: what was counted.",
    counted: |count, doubtful| {
        let count = super::en::thousands(count);
        if doubtful {
            format!("counted: {count}, a doubtful figure")
        } else {
            format!("counted: {count}")
        }
    },
    answer: "Your answer",
    compare: "Compare with what a good answer touches",
    rubric: "What a good answer touches. Tick what you find in yours.",
    note_found: "Note what I found",
    found: |points, out_of| format!("You found {points} of {out_of} points in your answer."),
    refused: |refusal| match refusal {
        Refusal::Incomplete => "Something is still missing: give an answer everywhere.",
        Refusal::NoNumber => "Give whole numbers, without a comma or a point.",
        Refusal::UnknownOption | Refusal::OtherKind => "This answer can’t be read. Choose again.",
    },
};
