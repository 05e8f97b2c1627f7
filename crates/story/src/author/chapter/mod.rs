//! Chapters: a head in TOML, passages in Markdown, and the same passages in easy words.

mod head;
mod passages;

use super::dates::{certainly_apart, span_of_years};
use super::desk::{Desk, Spot};
use super::head::Head;
use super::names::Kind;
use super::readability::Measure;
use super::toml_file::declare_id;
use crate::{Chapter, ChapterId, HistoricalDate, Passage, PassageId, Table, Target, Text};
use head::{ChapterHead, FENCE, read_head, split_head};
use passages::{DraftPassage, Version, read_passages};

/// The highest grade of a chapter's full text.
pub(super) const FULL_GRADE: f64 = 11.0;

/// The highest grade of a chapter's easy text.
pub(super) const EASY_GRADE: f64 = 6.0;

/// A chapter's files, read each on its own.
#[derive(Default)]
pub(super) struct Draft<'a> {
    full: Option<Full<'a>>,
    easy: Option<Version<'a>>,
}

impl Draft<'_> {
    /// Where the first of the files begins.
    pub(super) fn start(&self) -> Option<Spot> {
        let full = self.full.as_ref().map(|full| full.version.start);
        full.or_else(|| self.easy.as_ref().map(|easy| easy.start))
    }
}

struct Full<'a> {
    head: Option<ChapterHead<'a>>,
    version: Version<'a>,
}

/// Reads the file with the full text.
pub(super) fn read_full<'a>(
    desk: &mut Desk<'a>,
    draft: &mut Draft<'a>,
    id: &'a str,
    start: Spot,
    text: &'a str,
) {
    declare_id(desk, Kind::Chapter, id, start);
    let (head, body) = match split_head(text) {
        Some((head, body)) => {
            (read_head(desk, start.after(head.start), text.get(head).unwrap_or("")), body)
        }
        None => {
            desk.report(start, desk.line_of(start), "a head in TOML between two lines of `+++`");
            (None, 0)
        }
    };
    let mut passages = read_passages(desk, start.after(body), text.get(body..).unwrap_or(""));
    for passage in passages.iter_mut().filter(|passage| !passage.id.is_empty()) {
        let address = desk.arena.alloc_str(&format!("{id}/{}", passage.id));
        declare_id(desk, Kind::Passage, address, passage.spot);
        if passage.when.is_none() {
            let expected = "the date that the passage speaks of: {#id when=1964}";
            desk.report(passage.spot, desk.line_of(passage.spot), expected);
        }
    }
    draft.full = Some(Full { head, version: Version { start, passages } });
}

/// Reads the file with the easy text.
pub(super) fn read_easy<'a>(
    desk: &mut Desk<'a>,
    draft: &mut Draft<'a>,
    start: Spot,
    text: &'a str,
) {
    let body = split_head(text).map_or(0, |(_, body)| {
        desk.report(start, FENCE, "no head in the easy text; that of the full text holds for both");
        body
    });
    let passages = read_passages(desk, start.after(body), text.get(body..).unwrap_or(""));
    for passage in &passages {
        let heads_own =
            passage.when.is_some() || !passage.groups.is_empty() || !passage.people.is_empty();
        if heads_own {
            let expected = "only {#id}; when=, groups= and people= stand in the full text";
            desk.report(passage.spot, desk.line_of(passage.spot), expected);
        }
    }
    draft.easy = Some(Version { start, passages });
}

/// Puts a chapter together; none where it lacks a part, which is reported.
pub(super) fn finish<'a>(
    desk: &mut Desk<'a>,
    id: &'a str,
    draft: Draft<'a>,
    story: Option<&Head<'a>>,
) -> Option<Chapter<'a>> {
    let (full, easy) = match (draft.full, draft.easy) {
        (Some(full), Some(easy)) => (full, easy),
        (Some(full), None) => {
            let expected = format!("the same passages in easy words, in chapters/{id}.easy.md");
            desk.report(full.version.start, "", expected);
            return None;
        }
        (None, Some(easy)) => {
            desk.report(easy.start, "", format!("the full text, in chapters/{id}.md"));
            return None;
        }
        (None, None) => return None,
    };
    let panel = full.head.as_ref().and_then(|head| head.meanwhile.as_ref());
    let (panel_full, panel_easy) = (panel.map(|it| &it.full), panel.map(|it| &it.easy));
    check_grade(desk, &full.version, panel_full, FULL_GRADE, "the full text");
    check_grade(desk, &easy, panel_easy, EASY_GRADE, "the easy text");
    // Where an id lacks or stands twice, it may be that of any passage that seems to lack.
    let (full_unclear, easy_unclear) = (full.version.is_unclear(), easy.is_unclear());
    for passage in &easy.passages {
        let lacks = !full.version.passages.iter().any(|other| other.id == passage.id);
        if lacks && !full_unclear && !passage.id.is_empty() {
            let expected = format!("a passage that chapters/{id}.md has too");
            desk.report(passage.spot, passage.id, expected);
        }
    }
    if let (Some(head), Some(story)) = (&full.head, story)
        && certainly_apart(head.years, span_of_years(story.first_year, story.last_year))
    {
        let expected =
            format!("years within those of the story, {} to {}", story.first_year, story.last_year);
        desk.report(head.years_spot, &head.years.to_string(), expected);
    }
    let mut easy = easy.passages;
    let mut passages = Vec::new();
    for passage in full.version.passages {
        check_when(desk, &passage, full.head.as_ref());
        let same = easy.iter().position(|other| other.id == passage.id);
        match same.map(|at| easy.remove(at)) {
            Some(other) => {
                if other.heading != passage.heading {
                    let expected = format!("the heading of the full text, “{}”", passage.heading);
                    desk.report(other.spot, other.heading, expected);
                }
                passages.push(join(passage, other.text));
            }
            None if easy_unclear || passage.id.is_empty() => {}
            None => {
                let expected = format!("this passage in chapters/{id}.easy.md too");
                desk.report(passage.spot, passage.id, expected);
            }
        }
    }
    let head = full.head?;
    Some(Chapter {
        id: ChapterId(id),
        title: head.title,
        kicker: head.kicker,
        question: head.question,
        closing: head.closing,
        years: head.years,
        poster: head.poster,
        meanwhile: head.meanwhile,
        passages: Table::new(passages),
    })
}

/// Joins both texts of a passage, and notes whom they link to.
fn join<'a>(passage: DraftPassage<'a>, easy: Text<'a>) -> Passage<'a> {
    let DraftPassage { id, heading, when, text: full, groups: more, people: others, .. } = passage;
    let mut groups = Vec::new();
    let mut people = Vec::new();
    for target in full.targets().into_iter().chain(easy.targets()) {
        match target {
            Target::Group(id) if !groups.contains(&id) => groups.push(id),
            Target::Person(id) if !people.contains(&id) => people.push(id),
            _ => {}
        }
    }
    groups.extend(more.into_iter().filter(|id| !groups.contains(id)).collect::<Vec<_>>());
    people.extend(others.into_iter().filter(|id| !people.contains(id)).collect::<Vec<_>>());
    Passage {
        id: PassageId(id),
        heading,
        when: when.unwrap_or(HistoricalDate::Unknown),
        full,
        easy,
        groups,
        people,
    }
}

/// A passage may tell of what came before the story's time strip, but not of what lies outside the
/// years of its own chapter.
fn check_when<'a>(desk: &mut Desk<'a>, passage: &DraftPassage<'a>, head: Option<&ChapterHead<'a>>) {
    let (Some(when), Some(head)) = (passage.when, head) else { return };
    if certainly_apart(when, head.years) {
        let expected = format!("a date within the years of the chapter, {}", head.years);
        desk.report(passage.spot, &when.to_string(), expected);
    }
}

/// Reports a text that is too hard, that of the panel at the chapter's end included.
fn check_grade(
    desk: &mut Desk<'_>,
    version: &Version<'_>,
    panel: Option<&Text<'_>>,
    highest: f64,
    what: &str,
) {
    let measure = measure(version.passages.iter().map(|passage| &passage.text).chain(panel));
    let grade = measure.grade();
    if grade > highest {
        let expected = format!(
            "{what} at grade {highest} or below; it is at {grade:.1}. Its hardest sentence: {}",
            measure.hardest
        );
        desk.report(version.start, "", expected);
    }
}

/// Measures texts together.
pub(super) fn measure<'t, 'a: 't>(texts: impl IntoIterator<Item = &'t Text<'a>>) -> Measure {
    let plain: Vec<String> = texts.into_iter().map(Text::plain).collect();
    Measure::of(plain.iter().flat_map(|text| text.lines()))
}
