//! From the files that people write to a checked story. For the building machine only.
//!
//! ```text
//! Files ──► raw tables, Markdown ──► model + ids declared and mentioned ──► Story, or all mistakes
//! ```
//!
//! Reading goes on after a mistake, so that all of them are told at once, each with file, line,
//! the words at fault and what to write instead.
//!
//! | module | concept |
//! |---|---|
//! | `files` | the files in memory, and what each holds |
//! | `desk` | the open files, places in them, and the mistakes found |
//! | `names`, `nearest` | ids: declared, mentioned, misspelt |
//! | `raw`, `toml_file` | the tables as they are written |
//! | `markdown` | Markdown to typed text |
//! | `reading` | checks that all entities share |
//! | `head`, `chapter`, `entities`, `question` | raw to model |
//! | `citing` | what in a text needs a claim |
//! | `dates`, `readability` | what can be said of dates and of texts |
//! | `order` | the order of tables |
//! | `schema`, `summary` | for those who write |
//! | `abridged` | what of it all the program carries |

mod abridged;
mod chapter;
mod citing;
mod dates;
mod desk;
mod entities;
mod error;
mod files;
mod head;
mod markdown;
mod names;
mod nearest;
mod order;
mod question;
mod raw;
mod readability;
mod reading;
#[cfg(test)]
mod round_trip;
mod schema;
mod summary;
mod toml_file;

pub use abridged::abridged;
pub use error::ContentError;
pub use files::Files;
pub use readability::Measure;
pub use schema::{Schemas, schema};
pub use summary::{ChapterSummary, Summary, Tally};

use crate::encoding::{DecodeError, encode, encode_abridged, encode_questions};
use crate::{Chapter, Story, Table};
use bumpalo::Bump;
use chapter::Draft;
use desk::{Desk, Spot};
use files::{Role, role};
use head::Head;
use names::Kind;
use reading::Reading;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use summary::Unused;
use toml_file::{Entry, RawEntities};

/// Reads and checks the story in a folder. Its strings live in `arena`.
///
/// # Errors
/// Every mistake in the files, by file and line.
pub fn load<'a>(arena: &'a Bump, dir: &Path) -> Result<Story<'a>, Vec<ContentError>> {
    load_files(arena, &Files::read(dir)?)
}

/// Reads and checks a story whose files are in memory. Its strings live in `arena`.
///
/// # Errors
/// Every mistake in the files, by file and line.
pub fn load_files<'a>(arena: &'a Bump, files: &Files) -> Result<Story<'a>, Vec<ContentError>> {
    read(arena, files).map(|(story, _)| story)
}

/// Checks the story in a folder and counts what it holds.
///
/// # Errors
/// Every mistake in the files, by file and line.
pub fn check(dir: &Path) -> Result<Summary, Vec<ContentError>> {
    let arena = Bump::new();
    let (story, unused) = read(&arena, &Files::read(dir)?)?;
    Ok(Summary::of(&story, &unused))
}

/// A story in the forms that a page is built from.
pub struct Encoded {
    /// All of it.
    pub whole: Vec<u8>,
    /// [`abridged`]: what the program carries.
    pub abridged: Vec<u8>,
    /// The questions, as text that stands in the page.
    pub questions: String,
}

/// Reads, checks and encodes the story in a folder.
///
/// # Errors
/// Every mistake in the files, by file and line.
pub fn encode_dir(dir: &Path) -> Result<Encoded, Vec<ContentError>> {
    let arena = Bump::new();
    let story = load(&arena, dir)?;
    Ok(Encoded {
        whole: encoded(encode(&story))?,
        abridged: encoded(encode_abridged(&abridged(&story)))?,
        questions: encoded(encode_questions(&story.questions))?,
    })
}

fn encoded<T>(result: Result<T, DecodeError>) -> Result<T, Vec<ContentError>> {
    result.map_err(|error| {
        vec![ContentError {
            file: PathBuf::from("story.toml"),
            line: 1,
            found: String::new(),
            expected: format!("a story that can be encoded: {error}"),
        }]
    })
}

/// The files that the story in a folder is read from.
pub fn files_read(dir: &Path) -> Vec<PathBuf> {
    files::paths_in(dir)
}

/// Reads a story; gives what nothing leads to as well.
fn read<'a>(arena: &'a Bump, files: &Files) -> Result<(Story<'a>, Unused<'a>), Vec<ContentError>> {
    let mut desk = Desk::new(arena);
    let mut head = None;
    let mut has_head = false;
    let mut raw = RawEntities::default();
    let mut drafts: BTreeMap<&'a str, Draft<'a>> = BTreeMap::new();
    for (path, content) in files.iter() {
        let Some(role) = role(path) else { continue };
        has_head |= role == Role::Story;
        let Some((start, text)) = desk.open(path, content) else { continue };
        match role {
            Role::Story => head = head::read(&mut desk, start, text),
            Role::Entities => raw.read(&mut desk, start, text),
            Role::Full(id) => {
                let id = &*arena.alloc_str(id);
                let draft = drafts.entry(id).or_default();
                chapter::read_full(&mut desk, draft, id, start, text);
            }
            Role::Easy(id) => {
                let draft = drafts.entry(&*arena.alloc_str(id)).or_default();
                chapter::read_easy(&mut desk, draft, start, text);
            }
        }
    }
    let story = convert(&mut desk, head.as_ref(), raw, drafts);
    if !has_head {
        desk.report_missing("story.toml", "this file: title, edition, years, chapters, themes");
        desk.names.forget(Kind::Theme);
    }
    desk.report_dangling();
    let unused =
        Unused { claims: desk.names.unused(Kind::Claim), sources: desk.names.unused(Kind::Source) };
    let errors = desk.into_errors();
    if errors.is_empty() { Ok((story, unused)) } else { Err(errors) }
}

/// Turns everything into the model.
fn convert<'a>(
    desk: &mut Desk<'a>,
    head: Option<&Head<'a>>,
    raw: RawEntities<'a>,
    drafts: BTreeMap<&'a str, Draft<'a>>,
) -> Story<'a> {
    let bounds = head.map(|head| head.bounds.as_slice());
    let mut emigration = Vec::new();
    for Entry { origin, raw } in raw.emigration {
        let before = emigration.last().map(|row: &crate::EmigrationYear<'_>| row.year);
        emigration.push(entities::emigration_year(&mut Reading::new(desk, origin), raw, before));
    }
    if let Some(head) = head
        && head.emigration_caption.is_empty()
        && !emigration.is_empty()
    {
        desk.report_missing(
            "story.toml",
            "`emigration_caption`: what the table of [[emigration_year]] counts",
        );
    }
    let claims = each(desk, raw.claims, entities::claim);
    let sources = each(desk, raw.sources, entities::source);
    let groups = each(desk, raw.groups, |r, raw| entities::group(r, raw, bounds));
    let events = each(desk, raw.events, |r, raw| entities::event(r, raw, bounds));
    let people = each(desk, raw.people, entities::person);
    let terms = each(desk, raw.terms, entities::term);
    let resources = each(desk, raw.resources, entities::resource);
    let teaching = each(desk, raw.teaching, entities::teaching);
    let questions = each(desk, raw.questions, |r, raw| question::question(r, raw, &emigration));
    let chapters = Table::new(chapters(desk, head, drafts));
    let questions = order::questions(questions.into_iter().flatten().collect(), &chapters);
    Story {
        title: head.map_or("", |head| head.title),
        subtitle: head.map_or("", |head| head.subtitle),
        language: head.map_or("", |head| head.language),
        edition: head.map_or("", |head| head.edition),
        first_year: head.map_or(0, |head| head.first_year),
        last_year: head.map_or(0, |head| head.last_year),
        emigration_caption: head.map_or("", |head| head.emigration_caption),
        bounds: head.map_or_else(Vec::new, |head| head.bounds.clone()),
        themes: Table::new(head.map_or_else(Vec::new, |head| head.themes.clone())),
        chapters,
        claims: Table::new(claims),
        sources: Table::new(sources),
        groups: Table::new(order::groups(groups)),
        events: Table::new(order::events(events)),
        people: Table::new(order::people(people)),
        terms: Table::new(order::terms(terms)),
        emigration,
        resources: Table::new(resources),
        teaching: Table::new(teaching),
        questions: Table::new(questions),
    }
}

/// Turns raw tables of one kind into entities.
fn each<'a, R, E>(
    desk: &mut Desk<'a>,
    entries: Vec<Entry<R>>,
    mut convert: impl FnMut(&mut Reading<'_, 'a>, R) -> E,
) -> Vec<E> {
    entries
        .into_iter()
        .map(|Entry { origin, raw }| convert(&mut Reading::new(desk, origin), raw))
        .collect()
}

/// Puts the chapters together, in the order of the list in `story.toml`.
fn chapters<'a>(
    desk: &mut Desk<'a>,
    head: Option<&Head<'a>>,
    mut drafts: BTreeMap<&'a str, Draft<'a>>,
) -> Vec<Chapter<'a>> {
    let mut chapters = Vec::new();
    let listed: &[(&str, Spot)] = head.map_or(&[], |head| head.chapters.as_slice());
    for &(id, spot) in listed {
        match drafts.remove(id) {
            Some(draft) => chapters.extend(chapter::finish(desk, id, draft, head)),
            None => desk.report(spot, id, format!("a chapter whose file chapters/{id}.md exists")),
        }
    }
    for (id, draft) in drafts {
        if let (Some(_), Some(start)) = (head, draft.start()) {
            let expected = format!("`{id}` in the list `chapters` of story.toml");
            desk.report(start, "", expected);
        }
        chapters.extend(chapter::finish(desk, id, draft, head));
    }
    chapters
}
