//! English.

use super::Messages;
use story::date::DateWords;
use story::{Activity, Bound, ClaimStatus, GroupKind, RelationKind, ResourceKind, SourceKind};

pub(super) static ENGLISH: Messages = Messages {
    dates: DateWords::ENGLISH,

    needs_script: "This part needs its script, which has not started.",
    passage_tools: |heading| format!("Tools: {heading}"),
    questions_here: "Questions",
    copy_link: "Copy link",
    link_copied: "The link to this passage is copied.",

    copied: "Copied",
    link_not_copied: "This browser does not allow copying. The link to this passage is in the \
                      address bar now.",
    link_above: "The link is in the address bar",
    newer_edition: "A newer edition of this page is ready.",
    load_newer: "Load it",

    skip_to_content: "Skip to the text",
    main_navigation: "Main",
    nav_story: "Story",
    nav_map: "Map",
    nav_timeline: "Timeline",
    nav_quiz: "Quiz",
    nav_sources: "Sources",
    dark_theme: "Dark",

    start_reading: "Start reading",
    view_not_loaded: "This part of the page has not come: the network may be gone. Go to another \
                      page and back here to try again.",
    print_story: "Print the whole story",
    resume: "Go on where you stopped",
    resume_at: |heading| format!("Go on where you stopped: {heading}"),
    chapters: "The story",
    chapter_number: |number| format!("Chapter {number}"),
    passages_read: |read, all| {
        if read == all { "Read".to_owned() } else { format!("{read} of {all} passages read") }
    },
    map_invitation: "Find the people who did it: every group, its town, its years.",
    quiz_invitation: "Test yourself. A wrong answer takes you to the sentence that settles it.",
    sources_invitation: "See how each thing is known, and where the sources disagree.",

    easy_words: "Easier words",
    argue: "To argue about",
    next_chapter: "Next",
    previous_chapter: "Before",
    chapter_navigation: "Chapters",
    in_this_chapter: "In this chapter",
    groups: "Groups",
    people: "People",
    test_yourself: "Test yourself on this chapter",

    how_do_we_know: "How do we know?",
    claim_mark: "How do we know?",
    disputed_mark: "Sources differ",
    sources_for: "Sources that say so",
    sources_against: "Sources that say otherwise",
    our_verdict: "Our verdict",
    appears_in: "Where it stands in the story",
    claim_status: |status| match status {
        ClaimStatus::Agreed => "Sources agree",
        ClaimStatus::Disputed => "Sources differ",
        ClaimStatus::OneSource => "One source",
        ClaimStatus::Interpretation => "A judgement",
    },
    source_kind: |kind| match kind {
        SourceKind::Primary => "Documents of the time",
        SourceKind::Memoir => "People who took part, looking back",
        SourceKind::Scholarship => "Research",
        SourceKind::Press => "News and magazines",
        SourceKind::Reference => "Reference works",
    },
    consulted: "Seen:",
    claims: "How do we know?",
    claims_introduction: "Every date, number, name and “first” in the story is a claim. Here is \
                          each one with the sources that bear on it, and what we make of them.",
    disputes: "What sources disagree about",
    disputes_introduction: |disputed, all| {
        format!(
            "Historians do not agree on everything, and neither do those who were there. Of the \
             {all} claims in this story, {disputed} are told differently by different sources."
        )
    },
    claims_elsewhere: "Groups, people and numbers",
    evidence_coming: "The evidence is coming.",
    evidence_waiting: "The evidence comes after the story, by a script.",
    evidence_otherwise: "If it does not come,",
    evidence_file: "open it by itself.",
    teach: "For teachers",
    further: "Look further",
    further_introduction: "Where the papers, voices and pictures of this story are kept, what has \
                           been written on it, and how others teach it. All of these lead away \
                           from this page.",
    resource_kind: |kind| match kind {
        ResourceKind::Archive => "Archives",
        ResourceKind::Collection => "Collections to see from anywhere",
        ResourceKind::OralHistory => "Voices",
        ResourceKind::Book => "Books and articles",
        ResourceKind::Film => "Film",
        ResourceKind::Lessons => "Lesson plans",
    },
    sources: "Sources",
    sources_introduction: "Everything that the story rests on, by kind. A kind is not a grade: a \
                           memoir can be right where a newspaper is wrong.",

    map: "The map",
    map_introduction: "Each sign is a group, in its town. Choose a year to see who was at work \
                       then, and choose a sign to read about the group.",
    map_label: "Map of groups. Arrow keys go to the next group in that direction, Home and End to \
                the first and last, Enter opens.",
    map_needs_script: "The map is drawn by a script. All groups stand in the list below.",
    year: "Year",
    year_back: "One year back",
    year_on: "One year on",
    map_key: "Signs",
    all_groups: "All groups",
    group_kind: |kind| match kind {
        GroupKind::Grassroots => "Grassroots",
        GroupKind::Student => "Students",
        GroupKind::Umbrella => "Union of groups",
        GroupKind::Establishment => "Established organizations",
        GroupKind::Interfaith => "Interfaith",
        GroupKind::Militant => "Militant, violent",
    },
    activity: |activity| match activity {
        Activity::NotYet => "not yet founded",
        Activity::Perhaps => "perhaps active",
        Activity::Active => "active",
        Activity::Ended => "ended",
    },
    map_summary: |year, active, perhaps, states| {
        let groups = match active {
            0 => "no group known for certain".to_owned(),
            1 => "1 group".to_owned(),
            more => format!("{more} groups"),
        };
        let more = match perhaps {
            0 => String::new(),
            1 => ", perhaps 1 more".to_owned(),
            more => format!(", perhaps {more} more"),
        };
        let places = match (active, states) {
            (0, _) | (_, 0) => String::new(),
            (_, 1) => ", in 1 state".to_owned(),
            (_, more) => format!(", in {more} states"),
        };
        format!("{year}: {groups}{more}{places}.")
    },
    founded_ended: |founded, ended| match ended {
        Some(ended) => format!("Founded: {founded}. Ended: {ended}."),
        None => format!("Founded: {founded}."),
    },
    also_known_as: "Also known as",
    action: "One thing they did",
    relations: "Ties to other groups",
    relation: |kind| match kind {
        RelationKind::MergedInto => "Merged into",
        RelationKind::FounderOf => "A founder of",
        RelationKind::ForerunnerOf => "A forerunner of",
        RelationKind::MemberOf => "A member of",
        RelationKind::RivalOf => "A rival of",
    },

    timeline: "Timeline",
    timeline_introduction: "What happened when, as exactly as the sources allow and no more.",
    people_introduction: "People of this story, by family name.",
    born: |date| format!("born {date}"),
    died: |date| format!("died {date}"),
    glossary: "Glossary",
    glossary_introduction: "Words of the movement and of its time.",
    emigration_columns: ["Year", "People", "Others counted", "What to know"],
    count: |bound, count| {
        let figure = thousands(count);
        match bound {
            Bound::Exact => figure,
            Bound::About => format!("about {figure}"),
            Bound::AtLeast => format!("at least {figure}"),
        }
    },
    doubtful: "doubtful",

    close: "Close",
    open_page: "Open as a page",

    quiz: "Quiz",
    quiz_introduction: "Take your time. You can try again as often as you like, and every question \
                        shows the sentence that settles it. The answers are inside this page for \
                        anyone curious enough to dig: this is for learning, not for exams.",
    quiz_needs_script: "The quiz needs its script, which has not started. The story, its groups \
                        and its sources can all be read without it.",
    quiz_waiting: "The questions come after the story, and have not come yet.",
    question_number: |number, all| format!("Question {number} of {all}"),
    choose_one: "Choose one.",
    choose_several: "Choose all that hold.",
    put_in_order: "Put these in order, the first on top.",
    check_answer: "Check",
    choose_first: "Choose an answer first.",
    try_again: "Try again",
    next_question: "Next question",
    previous_question: "Previous question",
    hint: "Give me a hint",
    right: "Right.",
    wrong: "Not this time.",
    partly_right: |points, out_of| format!("Partly right: {points} of {out_of} points."),
    option_marks: ["right", "not so", "this one too"],
    take_me_to_the_sentence: "Take me to the sentence",
    quiz_score: |right, answered, all| {
        format!("{right} right of {answered} answered; {all} questions in all.")
    },
    move_up: |what| format!("Move up: {what}"),
    move_down: |what| format!("Move down: {what}"),
    moved: |what, place, all| format!("{what}: now {place} of {all}"),
    back_to_question: "Back to the question",

    not_found: "No such page",
    not_found_text: |path| format!("Nothing stands at “{path}”."),
    did_you_mean: "Did you mean:",

    trouble_heading: "The interactive parts could not start.",
    trouble_text: "The whole story, the list of groups and the sources are below and can be read \
                   and printed. The map and the quiz need a script that this browser did not run.",
    reload: "Try again",
    storage_blocked: "This browser does not let the page keep anything, so your progress lasts \
                      until you close it.",
    footer: |title, edition, program| {
        format!(
            "{title}, content edition {edition}, program {program}. Code under MIT or Apache 2.0, text under CC BY 4.0."
        )
    },
};

/// Writes a count with commas between the thousands.
pub(super) fn thousands(count: u32) -> String {
    let digits = count.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_commas() {
        assert_eq!(thousands(7), "7");
        assert_eq!(thousands(229), "229");
        assert_eq!(thousands(2_979), "2,979");
        assert_eq!(thousands(181_802), "181,802");
        assert_eq!(thousands(1_000_000), "1,000,000");
    }

    #[test]
    fn the_map_says_in_a_sentence_what_it_shows() {
        let summary = ENGLISH.map_summary;
        assert_eq!(summary(1974, 19, 3, 14), "1974: 19 groups, perhaps 3 more, in 14 states.");
        assert_eq!(summary(1963, 1, 0, 1), "1963: 1 group, in 1 state.");
        assert_eq!(summary(1960, 0, 1, 0), "1960: no group known for certain, perhaps 1 more.");
    }
}
