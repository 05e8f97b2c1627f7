//! What is said of the story in numbers is what the story holds.

use story::{ClaimStatus, Story, Task};

use crate::workspace;

/// Numbers that are written as words.
const WORDS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

fn in_words(number: usize) -> String {
    WORDS.get(number).map_or(number.to_string(), |word| (*word).to_owned())
}

/// A file's text, in one line.
fn text(name: &str) -> String {
    let text = std::fs::read_to_string(workspace::path(name)).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Does something with the story of the README, whichever is built.
fn with_story(look: impl FnOnce(&Story<'_>)) {
    let encoded = story::author::encode_dir(&workspace::path("content/en")).unwrap();
    look(&story::decode(&encoded.whole).unwrap());
}

fn questions_by(story: &Story<'_>, is: impl Fn(&Task<'_>) -> bool) -> usize {
    story.questions.iter().filter(|it| is(&it.task)).count()
}

#[test]
fn the_readme_counts_what_the_story_holds() {
    with_story(|story| {
        let readme = text("README.md");
        let (groups, items) = (story.groups.len(), story.questions.len());
        let disputed = story.claims.iter().filter(|it| it.status == ClaimStatus::Disputed).count();
        let mut kinds: Vec<&str> = story.questions.iter().map(|it| it.task.slug()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let kinds = in_words(kinds.len());
        let kinds = [kinds[..1].to_uppercase().as_str(), &kinds[1..]].concat();
        for said in [
            format!("{} chapters in full and easy words, ", in_words(story.chapters.len())),
            format!(", {groups} groups, {} events, and a quiz bank of {items}", story.events.len()),
            format!("is a claim**: {} of them,", story.claims.len()),
            format!(" {disputed} are disputed,"),
            format!("{kinds} types of items"),
        ] {
            assert!(readme.contains(&said), "README.md does not say “{said}”");
        }
    });
}

#[test]
fn what_was_compared_is_the_story_that_there_is() {
    with_story(|story| {
        let readme = text("README.md");
        let (groups, items) = (story.groups.len(), story.questions.len());
        let passages: usize = story.chapters.iter().map(|it| it.passages.len()).sum();
        let chosen = questions_by(story, |it| {
            matches!(it, Task::ChooseOne { .. } | Task::ChooseSeveral { .. })
        });
        for said in [
            format!("the same {groups} groups three ways"),
            format!("| {groups} of {groups} | 0 of {groups} | 0 of {groups} |"),
            format!("the same {passages} passages as slides"),
            format!("the same {chosen} questions in which options are chosen"),
            format!("all {items} questions, of which mdbook-quiz has a form for {chosen},"),
        ] {
            let again = "measure again with `cargo xtask bench peers`";
            assert!(readme.contains(&said), "README.md does not say “{said}”: {again}");
        }
    });
}

#[test]
fn what_is_said_of_scorm_counts_the_same_questions() {
    with_story(|story| {
        let said = format!("every one of its {} questions", story.questions.len());
        assert!(text("docs/scorm.md").contains(&said), "docs/scorm.md does not say “{said}”");
    });
}
