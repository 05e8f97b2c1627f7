//! The questions as files that a school's learning platform reads.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use quiz::export::{About, Export, Why, gift, moodle, qti, zip};
use story::author::Encoded;
use story::{Bearing, Question, SourceId, Story};

use crate::{process, workspace};

/// Where files go if no folder is named.
const FOLDER: &str = "dist/export";

/// `cargo xtask export [DIR] [--page URL]`.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    let (mut folder, mut page) = (None, String::new());
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("page") => page = arguments.value()?.string()?,
            Arg::Value(value) if folder.is_none() => folder = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    process::heading("Export questions");
    build(&folder.unwrap_or_else(|| workspace::path(FOLDER)), &page)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the questions into the usual folder, for a page that stands nobody knows where.
pub(crate) fn to_dist() -> Result<()> {
    build(&workspace::path(FOLDER), "")
}

fn build(folder: &Path, page: &str) -> Result<()> {
    let encoded = encoded_story()?;
    let story = story::decode(&encoded.whole).context("the story can't be read back")?;
    write_all(&story, page, folder)
}

/// The story from its files, which hold no mistake.
pub(crate) fn encoded_story() -> Result<Encoded> {
    crate::check::must_be_good()?;
    let encoded = story::author::encode_dir(&workspace::story());
    let Ok(encoded) = encoded else { bail!("the story's files changed while they were read") };
    Ok(encoded)
}

/// Writes a file for each format, and prints what each holds and leaves out.
fn write_all(story: &Story<'_>, page: &str, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for (name, file, export) in exports(story, page) {
        let bytes = match export.files.as_slice() {
            [(_, only)] => only.clone().into_bytes(),
            files => zipped(files)?,
        };
        let path = folder.join(file);
        fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
        let all = story.questions.len();
        let carried = all - export.left_out.len();
        println!("   {name}: {carried} of {all} questions in {}", workspace::shown(&path));
        for (why, ids) in by_reason(&export) {
            println!("      left out, since {why}: {}", ids.join(", "));
        }
    }
    Ok(())
}

/// The name of each format, that of its file, and what is in it.
fn exports(story: &Story<'_>, page: &str) -> [(&'static str, &'static str, Export); 3] {
    let questions: Vec<&Question<'_>> = story.questions.iter().collect();
    let source = |id: SourceId<'_>| story.sources.get(id.0).map(|source| source.title.to_owned());
    let about = About {
        title: story.title,
        language: story.language,
        page,
        settled: "Settled in",
        rubric: "A good answer touches:",
        bearing,
        source: &source,
    };
    [
        ("GIFT", "questions.gift.txt", gift::export(&questions, &about)),
        ("Moodle XML", "questions.moodle.xml", moodle::export(&questions, &about)),
        ("QTI 2.1", "questions-qti21.zip", qti::export(&questions, &about)),
    ]
}

fn bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Supports => "supports it",
        Bearing::Disagrees => "disagrees with it",
        Bearing::Silent => "says nothing about it",
    }
}

/// Ids of what was left out, by the reason.
fn by_reason(export: &Export) -> BTreeMap<&'static str, Vec<&str>> {
    let mut reasons: BTreeMap<&'static str, Vec<&str>> = BTreeMap::new();
    for (id, why) in &export.left_out {
        let why = match why {
            Why::NoType => "the format has no such type",
            Why::NeedsMap => "they need the map",
            Why::SeveralAnswers => "the format has one answer to a question",
            Why::TooManyOptions => "the format can't part points among so many options",
            Why::OneRight => "the format can't give one of several boxes all points",
            Why::NoKey => "no option is right",
        };
        reasons.entry(why).or_default().push(id);
    }
    reasons
}

/// Files as one package, the same bytes whenever they are the same.
pub(crate) fn zipped(files: &[(String, String)]) -> Result<Vec<u8>> {
    zip::package(files).context("the files are too many or too large for one package")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_story(test: impl FnOnce(&Story<'_>)) {
        let encoded = story::author::encode_dir(&workspace::path("content/en")).ok().unwrap();
        test(&story::decode(&encoded.whole).unwrap());
    }

    #[test]
    fn every_question_is_in_each_format_or_named_with_a_reason() {
        with_story(|story| {
            for (name, _, export) in exports(story, "https://example.org/") {
                for question in &story.questions {
                    let id = question.id.0;
                    let left_out = export.left_out.iter().any(|(other, _)| other == id);
                    let inside = export.files.iter().any(|(_, text)| text.contains(id));
                    assert!(left_out != inside, "{name}: {id}");
                }
            }
        });
    }

    #[test]
    fn richer_formats_lack_only_what_needs_the_map() {
        with_story(|story| {
            let [_, (_, _, moodle), (_, _, qti)] = exports(story, "");
            for export in [moodle, qti] {
                assert!(!export.left_out.is_empty());
                assert!(export.left_out.iter().all(|(_, why)| *why == Why::NeedsMap));
            }
        });
    }

    #[test]
    fn a_package_holds_its_files_and_is_the_same_again() {
        let files = [("a/b.xml".to_owned(), "<b/>".to_owned())];
        let bytes = zipped(&files).unwrap();
        assert_eq!(bytes, zipped(&files).unwrap());
        let mut read = ::zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut read.by_name("a/b.xml").unwrap(), &mut text).unwrap();
        assert_eq!(text, "<b/>");
    }
}
