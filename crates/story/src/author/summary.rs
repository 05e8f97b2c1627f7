//! What a story's files hold, in numbers.

use super::chapter::measure;
use crate::Story;
use std::fmt;

/// What a story's files hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Chapters, in reading order.
    pub chapters: Vec<ChapterSummary>,
    /// How many there are of each kind of entity, by its name in the plural.
    pub counts: Vec<(&'static str, usize)>,
    /// Claims that nothing leads to. No mistake, but perhaps an oversight.
    pub unused_claims: Vec<String>,
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
}

impl Summary {
    /// Counts.
    pub(super) fn of(story: &Story<'_>, unused_claims: Vec<&str>) -> Self {
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
            }
        });
        Self {
            chapters: chapters.collect(),
            counts: vec![
                ("chapters", story.chapters.len()),
                ("claims", story.claims.len()),
                ("sources", story.sources.len()),
                ("groups", story.groups.len()),
                ("events", story.events.len()),
                ("people", story.people.len()),
                ("terms", story.terms.len()),
                ("emigration years", story.emigration.len()),
                ("questions", story.questions.len()),
            ],
            unused_claims: unused_claims.into_iter().map(str::to_owned).collect(),
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, count) in &self.counts {
            writeln!(f, "{count:6} {name}")?;
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
        if !self.unused_claims.is_empty() {
            writeln!(f, "\nclaims that nothing leads to: {}", self.unused_claims.join(", "))?;
        }
        Ok(())
    }
}
