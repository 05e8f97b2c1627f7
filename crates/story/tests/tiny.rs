//! A whole story on another subject: the engine knows nothing of any particular one.

#![cfg(feature = "author")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use bumpalo::Bump;
use common::{folder, tiny};
use story::author::{check, encode_dir, files_read, load, load_files, schema};
use story::{
    Activity, Block, ClaimStatus, Ended, GroupId, Inline, PersonId, Segment, Story, Target, Task,
    Text, bytes_of_text, decode, decode_abridged, decode_questions,
};

#[test]
fn a_story_on_another_subject_loads() {
    let arena = Bump::new();
    let story = load(&arena, &folder("tiny")).unwrap();
    assert_eq!(story.title, "The Library of Lower Ash");
    assert_eq!(story.claims.get("signatures").unwrap().status, ClaimStatus::Disputed);
    let friends = story.groups.get("friends").unwrap();
    assert_eq!(friends.ended, Ended::GoesOn);
    assert_eq!(friends.activity(1975), Activity::Active);
    assert_eq!(story.emigration.len(), 2);
    let minutes = story.sources.get("minutes").unwrap();
    assert_eq!((minutes.url, minutes.publisher), (None, None));
    assert_eq!(load_files(&arena, &tiny()).unwrap(), story);
}

#[test]
fn everything_stands_in_the_order_that_readers_meet_it() {
    let arena = Bump::new();
    let story = load(&arena, &folder("tiny")).unwrap();
    let groups: Vec<_> = story.groups.iter().map(|group| group.short).collect();
    assert_eq!(groups, ["Council", "Friends"]);
    let events: Vec<_> = story.events.iter().map(|event| event.id.0).collect();
    assert_eq!(events, ["letter", "vote"]);
    let people: Vec<_> = story.people.iter().map(|person| person.sort_name).collect();
    assert_eq!(people, ["Hale, Tom", "Marsh, Ada"]);
    let questions: Vec<_> = story.questions.iter().map(|question| question.id.0).collect();
    assert_eq!(
        questions,
        ["when", "agreed", "where", "blanks", "sequence", "partners", "how-many", "weigh", "think"]
    );
}

#[test]
fn passages_know_whom_they_speak_of() {
    let arena = Bump::new();
    let story = load(&arena, &folder("tiny")).unwrap();
    let passages = story.chapters.get("the-vote").unwrap().passages.rows();
    // Linked in the text first, then those of the heading; each once.
    assert_eq!(passages[0].groups, [GroupId("friends")]);
    assert_eq!(passages[0].people, [PersonId("marsh"), PersonId("hale")]);
    assert_eq!(passages[1].groups, [GroupId("council")]);
    assert_eq!(passages[1].when.to_string(), "1974-22/1975-01");
    assert!(matches!(
        passages[0].full.0.as_slice(),
        [Block::Paragraph(_), Block::List(entries), Block::Quotation(_), Block::Paragraph(_)]
            if entries.len() == 3
    ));
    assert!(passages[1].full.targets().contains(&Target::Chapter(story.chapters.rows()[0].id)));
}

#[test]
fn questions_of_every_type_are_read() {
    let arena = Bump::new();
    let story = load(&arena, &folder("tiny")).unwrap();
    let task = |id| &story.questions.get(id).unwrap().task;
    assert!(matches!(task("when"), Task::ChooseOne { key, .. } if key.0 == "march"));
    assert!(matches!(task("agreed"), Task::ChooseSeveral { key, .. } if key.len() == 2));
    assert!(matches!(task("sequence"), Task::Order { key, .. } if key.len() == 3));
    assert!(matches!(task("partners"), Task::Match { pairs } if pairs.len() == 2));
    assert!(matches!(task("where"), Task::FindOnMap { group, .. } if group.0 == "friends"));
    let Task::Estimate { figures, tolerance: 20, .. } = task("how-many") else {
        panic!("an estimate")
    };
    let years: Vec<i16> = figures.iter().map(|figure| figure.year).collect();
    assert_eq!(years, [1973, 1974]);
    assert!(figures.iter().all(|it| it.least <= it.total && it.total <= it.most));
    assert!(matches!(task("weigh"), Task::WeighSources { sources } if sources.len() == 3));
    assert!(matches!(task("think"), Task::Open { rubric } if rubric.len() == 2));
    let Task::WordBank { text, .. } = task("blanks") else { panic!("a word bank") };
    assert!(matches!(
        text.as_slice(),
        [
            Segment::Words("The "),
            Segment::Blank(_),
            Segment::Words(" wrote and the "),
            Segment::Blank(_),
            Segment::Words(" met.")
        ]
    ));
}

#[test]
fn the_folder_is_encoded_and_decoded_without_loss() {
    let bytes = encode_dir(&folder("tiny")).unwrap().whole;
    let arena = Bump::new();
    assert_eq!(decode(&bytes).unwrap(), load(&arena, &folder("tiny")).unwrap());
}

#[test]
fn the_program_carries_no_text_that_the_page_holds() {
    let encoded = encode_dir(&folder("tiny")).unwrap();
    let whole = decode(&encoded.whole).unwrap();
    let short = Story::from(decode_abridged(&encoded.abridged).unwrap());
    assert!(short.questions.is_empty() && short.claims.is_empty() && short.people.is_empty());
    assert_eq!(short.groups.len(), whole.groups.len());
    for (one, other) in short.groups.iter().zip(&whole.groups) {
        assert_eq!((one.id, one.name, one.founded), (other.id, other.name, other.founded));
        assert!(one.account.is_empty() && one.action.is_empty());
    }
    for passage in short.chapters.iter().flat_map(|chapter| &chapter.passages) {
        assert!(passage.full.is_empty() && passage.easy.is_empty());
        assert!(!passage.heading.is_empty());
    }
}

#[test]
fn questions_stand_in_the_page_as_text_that_markup_leaves_alone() {
    let encoded = encode_dir(&folder("tiny")).unwrap();
    let plain = |it: char| (' '..'\u{7f}').contains(&it) || ('\u{100}'..'\u{200}').contains(&it);
    assert!(encoded.questions.chars().all(plain) && !encoded.questions.contains(['<', '>', '&']));
    let bytes = bytes_of_text(&encoded.questions);
    let whole = decode(&encoded.whole).unwrap();
    assert_eq!(decode_questions(&bytes).unwrap(), whole.questions);
    // What is not ours is an error, or other questions, and never a panic.
    for text in ["", "nonsense", "\u{1f5fd}\u{0}"] {
        let _ = decode_questions(&bytes_of_text(text));
    }
}

#[test]
fn a_decoded_story_borrows_its_strings() {
    let bytes = encode_dir(&folder("tiny")).unwrap().whole;
    let story = decode(&bytes).unwrap();
    let range = bytes.as_ptr_range();
    let strings = strings(&story);
    assert!(strings.len() > 100);
    for string in strings {
        assert!(range.contains(&string.as_ptr()) || string.is_empty(), "{string:?} was copied");
    }
}

/// Strings from every corner of a story.
fn strings<'a>(story: &Story<'a>) -> Vec<&'a str> {
    let mut found = vec![story.title, story.subtitle, story.language, story.edition];
    found.extend(story.themes.iter().flat_map(|theme| [theme.id.0, theme.name]));
    for chapter in &story.chapters {
        found.extend([chapter.id.0, chapter.title, chapter.poster.alt]);
        found.extend(&chapter.poster.lines);
        for passage in &chapter.passages {
            found.extend([passage.id.0, passage.heading]);
            words(&passage.full, &mut found);
            words(&passage.easy, &mut found);
        }
    }
    for claim in &story.claims {
        found.extend([claim.id.0, claim.statement]);
        words(&claim.verdict, &mut found);
    }
    for source in &story.sources {
        found.extend([source.id.0, source.title]);
        found.extend(source.authors.iter().copied().chain(source.url).chain(source.container));
    }
    for group in &story.groups {
        found.extend([group.id.0, group.name, group.city]);
        words(&group.account, &mut found);
    }
    for question in &story.questions {
        found.extend([question.id.0, question.passage.passage.0, question.claim.0]);
        words(&question.prompt, &mut found);
        question.hints.iter().for_each(|hint| words(hint, &mut found));
    }
    found
}

fn words<'a>(text: &Text<'a>, found: &mut Vec<&'a str>) {
    fn gather<'a>(runs: &[Inline<'a>], found: &mut Vec<&'a str>) {
        for run in runs {
            match run {
                Inline::Words(words) => found.push(words),
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::General { content: inner, .. }
                | Inline::Reference { content: inner, .. } => gather(inner, found),
            }
        }
    }
    text.lines().for_each(|runs| gather(runs, found));
}

#[test]
fn checking_counts_what_there_is() {
    let summary = check(&folder("tiny")).unwrap();
    assert!(summary.counts.contains(&("questions", 9)));
    assert!(summary.unused_claims.is_empty() && summary.unused_sources.is_empty());
    assert!(
        summary.kinds.iter().any(|(of, kinds)| *of == "claims" && kinds.contains(&("disputed", 1)))
    );
    assert_eq!(summary.chapters[0].questions.iter().map(|(_, count)| count).sum::<usize>(), 9);
    let chapter = &summary.chapters[0];
    assert_eq!((chapter.id.as_str(), chapter.passages), ("the-vote", 2));
    assert!(chapter.easy_words > 20 && chapter.easy_words < chapter.full_words);
    assert!(chapter.easy_grade < chapter.full_grade);
    let shown = summary.to_string();
    assert!(shown.contains("the-vote") && shown.contains("emigration years"), "{shown}");
}

#[test]
fn the_files_that_are_read_are_named() {
    let read = files_read(&folder("tiny"));
    assert_eq!(read.len(), 6);
    assert!(read.iter().all(|path| path.is_file()));
}

#[test]
fn the_schemas_name_every_table() {
    let schemas = schema();
    for name in [
        "claim",
        "source",
        "group",
        "event",
        "person",
        "term",
        "emigration_year",
        "resource",
        "question",
    ] {
        assert!(schemas.entities.contains(&format!("\"{name}\": {{")), "{name}");
    }
    assert!(schemas.story.contains("\"bounds\"") && schemas.story.contains("\"theme\""));
    assert!(schemas.story.contains("https://json-schema.org/draft/2020-12/schema"));
    assert!(schemas.entities.contains("\"additionalProperties\": false"));
}
