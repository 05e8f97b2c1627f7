//! What must hold of the story that the page tells, beyond what holds of any.

#![cfg(feature = "author")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use bumpalo::Bump;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use story::author::{Measure, check, load};
use story::{
    Bound, ChoiceId, Claim, ClaimStatus, Entity, GroupKind, RelationKind, Skill, SourceKind, Story,
    Task, Text,
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/en")
}

/// Does something with the story.
fn with_story(look: impl FnOnce(&Story<'_>)) {
    let arena = Bump::new();
    look(&load(&arena, &folder()).expect("the story has no mistake"));
}

fn words(text: &Text<'_>) -> usize {
    Measure::of(text.plain().lines()).words
}

#[test]
fn eleven_chapters_are_of_a_length_for_a_lesson() {
    let summary = check(&folder()).unwrap();
    assert_eq!(summary.chapters.len(), 11);
    for chapter in &summary.chapters {
        assert!((450..=650).contains(&chapter.full_words), "{chapter:?}");
        assert!((180..=280).contains(&chapter.easy_words), "{chapter:?}");
    }
}

#[test]
fn nothing_is_kept_that_nothing_leads_to() {
    let summary = check(&folder()).unwrap();
    assert_eq!((summary.unused_claims, summary.unused_sources), (vec![], vec![]));
}

#[test]
fn every_body_of_the_movement_is_there_with_a_short_account() {
    with_story(|story| {
        assert_eq!(story.groups.len(), 33);
        for group in &story.groups {
            let words = words(&group.account);
            assert!((60..=120).contains(&words), "{}: {words} words", group.id);
            assert!(!group.claims.is_empty(), "{} has no claims", group.id);
        }
        let militant: Vec<_> =
            story.groups.iter().filter(|group| group.kind == GroupKind::Militant).collect();
        assert_eq!(militant.len(), 1);
        // The violent one is told of with its victim's name.
        assert!(militant[0].account.plain().contains("Iris Kones"));
    });
}

#[test]
fn events_people_terms_and_years_are_complete() {
    with_story(|story| {
        assert!(story.events.len() >= 40 && story.people.len() >= 17 && story.terms.len() >= 24);
        assert!(story.events.iter().all(|event| !event.themes.is_empty()));
        let years: Vec<i16> = story.emigration.iter().map(|row| row.year).collect();
        assert_eq!(years, (1968..=1991).collect::<Vec<_>>());
        assert!(story.resources.len() >= 20);
        let panels = story.chapters.iter().filter(|chapter| chapter.meanwhile.is_some()).count();
        assert!(panels >= 4, "{panels} panels on the Soviet Union");
    });
}

#[test]
fn disputes_are_shown_with_both_sides_and_a_verdict() {
    with_story(|story| {
        let disputed: Vec<&Claim<'_>> =
            story.claims.iter().filter(|claim| claim.status == ClaimStatus::Disputed).collect();
        assert!(disputed.len() >= 12);
        for claim in disputed {
            assert!(!claim.verdict.is_empty(), "{} has no verdict", claim.id);
        }
    });
}

#[test]
fn a_claim_on_which_sources_agree_has_two_of_them() {
    with_story(|story| {
        for claim in story.claims.iter().filter(|claim| claim.status == ClaimStatus::Agreed) {
            assert!(claim.support.len() >= 2, "{} has one source", claim.id);
        }
    });
}

#[test]
fn the_points_that_the_first_article_got_wrong_are_right() {
    with_story(|story| {
        let group = |id: &str| story.groups.get(id).unwrap();
        assert_eq!(group("ccsa").founded.to_string(), "1963-10");
        assert_eq!(group("ajcsj").founded.to_string(), "1964-04-05");
        // Three weeks later.
        assert_eq!(group("sssj").founded.to_string(), "1964-04-27");
        assert_eq!(group("ucsj").name, "Union of Councils for Soviet Jews");
        assert!(group("ucsj").founded.to_string().starts_with("1970"));
        let founders = story.groups.iter().filter(|group| {
            group.relations.iter().any(|relation| {
                relation.kind == RelationKind::FounderOf && relation.group.0 == "ucsj"
            })
        });
        let founders: Vec<&str> = founders.map(|group| group.id.0).collect();
        assert_eq!(founders.len(), 6, "{founders:?}");
        let year = |year: i16| story.emigration.iter().find(|row| row.year == year).unwrap();
        let of_1974 = year(1974);
        assert_eq!((of_1974.total, of_1974.bound, of_1974.doubtful), (20_000, Bound::About, true));
        let of_1990 = year(1990);
        assert_eq!((of_1990.total, of_1990.bound), (181_800, Bound::AtLeast));
        assert!(of_1990.doubtful);
        assert!(story.claims.get("eighteen-points").unwrap().statement.contains("eighteen"));
    });
}

#[test]
fn wrong_names_stand_only_where_a_claim_tells_of_them() {
    with_story(|story| {
        for (place, text) in texts(story) {
            for wrong in ["Resinger", "Resigner"] {
                let told = place == "claim reisinger-name" || place.starts_with("question");
                assert!(told || !text.contains(wrong), "{place}: {wrong}");
            }
            let told = place == "claim ucsj-name";
            assert!(told || !text.contains("Union of Councils on"), "{place}");
        }
    });
}

#[test]
fn texts_are_set_as_a_printer_would() {
    with_story(|story| {
        for (place, text) in texts(story) {
            for sign in ["\"", " '", "  ", "—", "..", " ,", " .", "( ", "‘‘"] {
                assert!(!text.contains(sign), "{place}: {sign:?} in {text}");
            }
        }
    });
}

#[test]
fn originals_are_cited_never_copies() {
    with_story(|story| {
        let addresses = story.sources.iter().filter_map(|source| source.url);
        for url in addresses.chain(story.resources.iter().filter_map(|resource| resource.url)) {
            for copy in
                ["docslib", "slovar-vocab", "devadmin", "staging.", "chronidev", "archive.ph"]
            {
                assert!(!url.contains(copy), "{url}");
            }
        }
        for kind in SourceKind::ALL {
            assert!(story.sources.iter().any(|source| source.kind == kind), "{kind:?}");
        }
        let mut seen = BTreeMap::new();
        for source in &story.sources {
            let Some(url) = source.url else { continue };
            let plain = url.split_once("://").unwrap().1.trim_start_matches("www.");
            if let Some(other) = seen.insert(plain, source.id) {
                panic!("{} and {other} are one source", source.id);
            }
        }
    });
}

#[test]
fn the_bank_covers_all_chapters_and_types_and_asks_for_thought() {
    with_story(|story| {
        assert!(story.questions.len() >= 90);
        let mut types = BTreeMap::new();
        for question in &story.questions {
            *types.entry(question.task.slug()).or_insert(0) += 1;
            assert!(!question.hints.is_empty(), "{} has no hint", question.id);
            assert!(!question.explanation.is_empty(), "{} has no explanation", question.id);
        }
        assert_eq!(types.len(), 9, "{types:?}");
        assert!(types.values().all(|count| *count >= 2), "{types:?}");
        for chapter in &story.chapters {
            let of_it: Vec<_> =
                story.questions.iter().filter(|it| it.passage.chapter == chapter.id).collect();
            let thought = of_it.iter().filter(|it| it.skill == Skill::Sources).count();
            assert!(of_it.len() >= 8, "{}: {}", chapter.id, of_it.len());
            assert!(thought * 3 >= of_it.len(), "{}: {thought} of {}", chapter.id, of_it.len());
        }
    });
}

/// Every length of an option that is chosen from, the key's first.
fn lengths(story: &Story<'_>) -> Vec<(String, usize, Vec<usize>, usize)> {
    let all = story.questions.iter().filter_map(|question| {
        let Task::ChooseOne { options, key } = &question.task else { return None };
        let length = |id: ChoiceId<'_>| {
            let option = options.iter().find(|option| option.id == id).unwrap();
            option.text.plain().chars().count()
        };
        let others = options.iter().map(|option| option.id).filter(|id| id != key);
        let place = options.iter().position(|option| option.id == *key).unwrap();
        Some((question.id.to_string(), length(*key), others.map(length).collect(), place))
    });
    all.collect()
}

#[test]
fn no_item_is_solved_by_the_length_or_place_of_its_options() {
    with_story(|story| {
        let items = lengths(story);
        let (mut longest, mut shortest, mut places) = (0, 0, [0; 4]);
        for (id, key, others, place) in &items {
            let (least, most) = (others.iter().min().unwrap(), others.iter().max().unwrap());
            assert!(*key <= most + 12 && key + 12 >= *least, "{id}: {key} among {others:?}");
            longest += usize::from(key > most);
            shortest += usize::from(key < least);
            places[*place] += 1;
        }
        // As often as chance would have it, of four options, or not much more.
        assert!(longest * 3 <= items.len() && shortest * 3 <= items.len(), "{longest}, {shortest}");
        assert!(places.iter().all(|count| count * 8 >= items.len()), "{places:?}");
    });
}

/// Every text of the story with the name of its place.
fn texts(story: &Story<'_>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut add = |place: String, words: &[&str], texts: &[&Text<'_>]| {
        let words = words.iter().map(|words| (*words).to_owned());
        let texts = texts.iter().map(|text| text.plain());
        found.extend(words.chain(texts).map(|text| (place.clone(), text)));
    };
    for chapter in &story.chapters {
        let head = [chapter.title, chapter.kicker, chapter.question, chapter.closing];
        add(format!("chapter {}", chapter.id), &head, &[]);
        add(format!("poster {}", chapter.id), &[chapter.poster.alt], &[]);
        for passage in &chapter.passages {
            let place = format!("passage {}/{}", chapter.id, passage.id);
            add(place, &[passage.heading], &[&passage.full, &passage.easy]);
        }
        if let Some(panel) = &chapter.meanwhile {
            add(format!("panel {}", chapter.id), &[panel.title], &[&panel.full, &panel.easy]);
        }
    }
    for claim in &story.claims {
        let says = claim.support.iter().chain(&claim.dissent).map(|citation| &citation.says);
        let texts: Vec<_> = says.chain([&claim.verdict]).collect();
        add(format!("claim {}", claim.id), &[claim.statement], &texts);
    }
    for source in &story.sources {
        add(format!("source {}", source.id), &[source.title, source.consulted], &[]);
    }
    for group in &story.groups {
        let place = format!("group {}", group.id);
        add(place, &[group.name, group.short], &[&group.account, &group.action]);
    }
    for event in &story.events {
        add(format!("event {}", event.id), &[event.title], &[&event.account]);
    }
    for person in &story.people {
        add(format!("person {}", person.id), &[person.name, person.role], &[&person.account]);
    }
    for term in &story.terms {
        add(format!("term {}", term.id), &[term.term], &[&term.meaning]);
    }
    for row in &story.emigration {
        let says = row.others.iter().map(|other| &other.says);
        let texts: Vec<_> = says.chain([&row.note]).collect();
        add(format!("emigration {}", row.year), &[], &texts);
    }
    for resource in &story.resources {
        add(format!("resource {}", resource.id()), &[resource.title], &[&resource.about]);
    }
    for part in &story.teaching {
        let steps = part.steps.iter().map(|step| &step.what);
        let texts: Vec<_> = steps.chain(&part.touches).chain([&part.about]).collect();
        add(format!("teaching {}", part.id()), &[part.title], &texts);
    }
    for question in &story.questions {
        let place = format!("question {}", question.id);
        let mut texts = vec![&question.prompt, &question.explanation];
        texts.extend(&question.hints);
        match &question.task {
            Task::ChooseOne { options, .. }
            | Task::ChooseSeveral { options, .. }
            | Task::Order { options, .. }
            | Task::WordBank { options, .. } => {
                texts.extend(options.iter().flat_map(|option| [&option.text, &option.feedback]));
            }
            Task::Match { pairs } => {
                texts.extend(pairs.iter().flat_map(|it| [&it.text, &it.partner, &it.feedback]));
            }
            Task::WeighSources { sources } => {
                texts.extend(sources.iter().flat_map(|source| [&source.text, &source.feedback]));
            }
            Task::FindOnMap { feedback, .. } | Task::Estimate { feedback, .. } => {
                texts.push(feedback);
            }
            Task::Open { rubric } => texts.extend(rubric),
        }
        add(place, &[], &texts);
    }
    found
}
