//! Words of the teacher's page, which the page writer alone needs.

use story::TeachingKind;

/// Words of the teacher's page.
pub struct TeachMessages {
    /// Says what the page is for.
    pub introduction: &'static str,
    /// Heads the parts of a kind.
    pub kind: fn(TeachingKind) -> &'static str,
    /// "5 minutes".
    pub minutes: fn(u32) -> String,
    /// Before what good answers touch.
    pub touches: &'static str,
    /// Names the ways to what a class needs.
    pub tools: &'static str,
    /// These ways: addresses and words.
    pub ways: [(&'static str, &'static str); 7],
    /// Before what can be taken along.
    pub take_along: &'static str,
    /// What can be: addresses beside the page of a site, and words.
    pub downloads: [(&'static str, &'static str); 2],
}

/// The words in English.
pub(super) static ENGLISH: TeachMessages = TeachMessages {
    introduction: "Plans for one lesson and for two, questions to talk about, what needs care, and how a class uses \
                   this page with few devices, without a network, or on paper. Print it like any page.",
    kind: |kind| match kind {
        TeachingKind::Aim => "What students take away",
        TeachingKind::Plan => "Plans",
        TeachingKind::Prompt => "Questions to talk about",
        TeachingKind::Care => "What needs care",
        TeachingKind::Practice => "In the classroom",
    },
    minutes: |minutes| {
        if minutes == 1 { "1 minute".to_owned() } else { format!("{minutes} minutes") }
    },
    touches: "Good answers touch:",
    tools: "What a class needs",
    ways: [
        ("#/quiz/paper", "Make a paper"),
        ("#/quiz/sheets", "Sheets for paper"),
        ("#/quiz/desk", "Class desk"),
        ("#/project", "Projector: chapters, map and questions in large type"),
        ("#/map", "Map, with names or blank"),
        ("#/settings", "Larger type, other colors"),
        ("#/further", "Look further"),
    ],
    take_along: "To take along:",
    downloads: [
        ("download/open-gates.html", "all of this as one file, for a stick"),
        ("download/open-gates-scorm12.zip", "the package for a learning platform (SCORM 1.2)"),
    ],
};
