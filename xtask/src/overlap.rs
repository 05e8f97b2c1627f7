//! Finding words that the story shares with texts by others.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser};

use crate::workspace;

/// So many words in a row are no accident, but for names and titles.
const RUN: usize = 8;

/// `cargo xtask overlap FILE...`: runs of eight words that stand in the story and in a file.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    let mut others = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(value) => others.push(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    if others.is_empty() {
        bail!("name the texts to compare the story with: cargo xtask overlap FILE...");
    }
    let mut theirs = BTreeSet::new();
    for path in &others {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        theirs.extend(runs(&words(&text)).map(joined));
    }
    let mut found = 0;
    let folder = workspace::story();
    for file in story::author::files_read(&folder) {
        // Titles of works are the same wherever they are cited.
        if file.starts_with(folder.join("sources")) {
            continue;
        }
        let text = std::fs::read_to_string(&file)?;
        for shared in shared(&words(&text), &theirs) {
            println!("{}:{}: {}", workspace::shown(&file), shared.line, shared.words);
            found += 1;
        }
    }
    let compared = others.iter().map(|path| name(path)).collect::<Vec<_>>().join(", ");
    println!("{found} runs of {RUN} words or more shared with {compared}");
    Ok(if found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A word in lower case, and the line in which it stands.
#[derive(Debug, PartialEq)]
struct Word {
    text: String,
    line: usize,
}

/// The words of a text, without addresses and what its links lead to.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for (line, text) in text.lines().enumerate() {
        let text = without_reasons(text);
        for token in text.split_whitespace().filter(|token| !token.contains("://")) {
            let mut rest = token;
            while !rest.is_empty() {
                let (before, after) = rest.split_once("](").unwrap_or((rest, ""));
                let parts = before.split(|sign: char| !(sign.is_alphanumeric() || sign == '’'));
                let parts = parts.filter(|part| !part.is_empty());
                words.extend(parts.map(|part| Word { text: part.to_lowercase(), line: line + 1 }));
                rest = after.split_once(')').map_or("", |(_, rest)| rest);
            }
        }
    }
    words
}

/// A line without the reasons why some words need no source, which nobody reads in the page.
fn without_reasons(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, from)) = rest.split_once("](general ") {
        out.push_str(before);
        rest = from.split_once("\")").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

fn runs(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    words.windows(RUN)
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Words in a row that stand in another text too.
#[derive(Debug, PartialEq)]
struct Shared {
    line: usize,
    words: String,
}

/// Every longest run that is shared.
fn shared(words: &[Word], theirs: &BTreeSet<String>) -> Vec<Shared> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    for at in 0..=words.len() {
        let same = words.get(at..at + RUN).is_some_and(|run| theirs.contains(&joined(run)));
        match (start, same) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let run = words.get(from..at + RUN - 1).unwrap_or_default();
                let line = run.first().map_or(1, |word| word.line);
                found.push(Shared { line, words: joined(run) });
                start = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_run_is_found_once_whole_and_where_it_begins() {
        let theirs: BTreeSet<String> =
            runs(&words("They met on a cold night in the school by the old mill."))
                .map(joined)
                .collect();
        let ours =
            words("First.\nSo they [met on](claim:a-b) a cold\nnight in the school by noon.");
        let found = shared(&ours, &theirs);
        assert_eq!(
            found,
            [Shared { line: 2, words: "they met on a cold night in the school by".to_owned() }]
        );
    }

    #[test]
    fn seven_words_are_nobodys() {
        let theirs: BTreeSet<String> = runs(&words("a b c d e f g x y z")).map(joined).collect();
        assert_eq!(shared(&words("q a b c d e f g q"), &theirs), []);
    }
}
