//! What a story's files hold, in numbers.

use super::chapter::measure;
use crate::Story;
use std::collections::BTreeMap;
use std::fmt;

/// Ids of what nothing leads to.
pub(super) struct Unused<'a> {
    pub(super) claims: Vec<&'a str>,
    pub(super) sources: Vec<&'a str>,
}

/// How many there are of each kind, the most frequent first.
pub type Tally = Vec<(&'static str, usize)>;

/// What a story's files hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Chapters, in reading order.
    pub chapters: Vec<ChapterSummary>,
    /// How many there are of each kind of entity, by its name in the plural.
    pub counts: Vec<(&'static str, usize)>,
    /// What the counts of some entities are made up of: the entity, and how many there are of each
    /// kind of it, as files spell the kind.
    pub kinds: Vec<(&'static str, Tally)>,
    /// Questions by what they ask for.
    pub skills: Tally,
    /// Questions by how hard they are meant to be.
    pub difficulties: Tally,
    /// Claims that nothing leads to. No mistake, but perhaps an oversight.
    pub unused_claims: Vec<String>,
    /// Sources that nothing cites.
    pub unused_sources: Vec<String>,
}

/// A chapter in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct ChapterSummary {
    /// Its id.
    pub id: String,
    /// How many passages it has.
    pub passages: usize,
    /// Words of the full text.
    pub full_words: usize,
    /// Flesch-Kincaid grade of the full text.
    pub full_grade: f64,
    /// Words of the easy text.
    pub easy_words: usize,
    /// Flesch-Kincaid grade of the easy text.
    pub easy_grade: f64,
    /// Questions that its passages settle, by type.
    pub questions: Tally,
}

impl Summary {
    /// Counts.
    pub(super) fn of(story: &Story<'_>, unused: &Unused<'_>) -> Self {
        let chapters = story.chapters.iter().map(|chapter| {
            let full = measure(chapter.passages.iter().map(|passage| &passage.full));
            let easy = measure(chapter.passages.iter().map(|passage| &passage.easy));
            ChapterSummary {
                id: chapter.id.0.to_owned(),
                passages: chapter.passages.len(),
                full_words: full.words,
                full_grade: full.grade(),
                easy_words: easy.words,
                easy_grade: easy.grade(),
                questions: tally(
                    story
                        .questions
                        .iter()
                        .filter(|question| question.passage.chapter == chapter.id)
                        .map(|question| question.task.slug()),
                ),
            }
        });
        Self {
            chapters: chapters.collect(),
            counts: vec![
                ("chapters", story.chapters.len()),
                ("passages", story.chapters.iter().map(|it| it.passages.len()).sum()),
                ("claims", story.claims.len()),
                ("sources", story.sources.len()),
                ("groups", story.groups.len()),
                ("events", story.events.len()),
                ("people", story.people.len()),
                ("terms", story.terms.len()),
                ("emigration years", story.emigration.len()),
                ("resources", story.resources.len()),
                ("parts of the teacher's page", story.teaching.len()),
                ("questions", story.questions.len()),
            ],
            kinds: kinds(story),
            skills: tally(story.questions.iter().map(|question| question.skill.slug())),
            difficulties: tally(story.questions.iter().map(|question| question.difficulty.slug())),
            unused_claims: unused.claims.iter().map(|id| (*id).to_owned()).collect(),
            unused_sources: unused.sources.iter().map(|id| (*id).to_owned()).collect(),
        }
    }
}

fn kinds(story: &Story<'_>) -> Vec<(&'static str, Tally)> {
    vec![
        ("claims", tally(story.claims.iter().map(|claim| claim.status.slug()))),
        ("sources", tally(story.sources.iter().map(|source| source.kind.slug()))),
        ("groups", tally(story.groups.iter().map(|group| group.kind.slug()))),
        ("resources", tally(story.resources.iter().map(|resource| resource.kind.slug()))),
        ("teaching", tally(story.teaching.iter().map(|part| part.kind.slug()))),
        ("questions", tally(story.questions.iter().map(|question| question.task.slug()))),
    ]
}

/// How often each name occurs, the most frequent first.
fn tally(names: impl Iterator<Item = &'static str>) -> Tally {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_insert(0) += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(name, count)| (std::cmp::Reverse(count), name));
    counts
}

/// Counts in words.
fn listed(tally: &Tally) -> String {
    let counts: Vec<String> = tally.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    counts.join(", ")
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, count) in &self.counts {
            write!(f, "{count:6} {name}")?;
            let kinds = self.kinds.iter().find(|(of, _)| of == name);
            if let Some((_, kinds)) = kinds.filter(|_| *count > 0) {
                write!(f, ": {}", listed(kinds))?;
            }
            writeln!(f)?;
        }
        for (name, kinds) in [("skill", &self.skills), ("difficulty", &self.difficulties)] {
            writeln!(f, "{:6} questions by {name}: {}", "", listed(kinds))?;
        }
        let widest = self.chapters.iter().map(|chapter| chapter.id.chars().count()).max();
        let width = widest.unwrap_or(0).max("chapter".len());
        writeln!(f, "\n{:width$}  passages   full  grade   easy  grade", "chapter")?;
        for chapter in &self.chapters {
            writeln!(
                f,
                "{:width$}  {:8} {:6} {:6.1} {:6} {:6.1}",
                chapter.id,
                chapter.passages,
                chapter.full_words,
                chapter.full_grade,
                chapter.easy_words,
                chapter.easy_grade
            )?;
        }
        let sum = |of: fn(&ChapterSummary) -> usize| self.chapters.iter().map(of).sum::<usize>();
        writeln!(
            f,
            "{:width$}  {:8} {:6} {:6} {:6}",
            "all",
            sum(|it| it.passages),
            sum(|it| it.full_words),
            "",
            sum(|it| it.easy_words)
        )?;
        writeln!(f, "\n{:width$}  questions by type", "chapter")?;
        for chapter in &self.chapters {
            let all: usize = chapter.questions.iter().map(|(_, count)| count).sum();
            writeln!(f, "{:width$}  {all:3}: {}", chapter.id, listed(&chapter.questions))?;
        }
        if !self.unused_claims.is_empty() {
            writeln!(f, "\nclaims that nothing leads to: {}", self.unused_claims.join(", "))?;
        }
        if !self.unused_sources.is_empty() {
            writeln!(f, "\nsources that nothing cites: {}", self.unused_sources.join(", "))?;
        }
        Ok(())
    }
}
