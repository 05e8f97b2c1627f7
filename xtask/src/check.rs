//! Finding every mistake in the story's files.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};
use lexopt::{Arg, Parser};
use story::author::ContentError;

use crate::workspace;

/// `cargo xtask check [DIR]`: the files in a folder, those of the story if none is named.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    let mut named = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(value) if named.is_none() => named = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let good = folder(&named.unwrap_or_else(workspace::story))?;
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether the files in a folder hold no mistake. Prints each mistake, or what they hold.
pub(crate) fn folder(folder: &Path) -> Result<bool> {
    if !folder.is_dir() {
        bail!("{} is not a folder", folder.display());
    }
    let shown = workspace::shown(folder);
    match story::author::check(folder) {
        Ok(summary) => {
            say(&format!("{summary}\n{shown}: no mistakes"));
            Ok(true)
        }
        Err(mistakes) => {
            say(&listed(&shown, &mistakes));
            Ok(false)
        }
    }
}

/// Prints. Whoever reads only the first lines, by a pipe that closes, has read enough.
fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Fails with every mistake in the story's files, if there is one.
pub(crate) fn must_be_good() -> Result<()> {
    let folder = workspace::story();
    story::author::check(&folder).map(drop).map_err(|mistakes| {
        anyhow!("in the story's files:\n\n{}", listed(&workspace::shown(&folder), &mistakes))
    })
}

/// The mistakes, each on a line that editors and terminals turn into a link.
fn listed(folder: &str, mistakes: &[ContentError]) -> String {
    let mut text = String::new();
    for mistake in mistakes {
        text.push_str(&format!("{folder}/{mistake}\n"));
    }
    let plural = if mistakes.len() == 1 { "" } else { "s" };
    text.push_str(&format!("{folder}: {} mistake{plural}", mistakes.len()));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_shown_with_its_path_and_line() {
        let mistake = ContentError {
            file: "groups.toml".into(),
            line: 7,
            found: "35,5".to_owned(),
            expected: "a number".to_owned(),
        };
        assert_eq!(
            listed("content/en", &[mistake]),
            "content/en/groups.toml:7: `35,5`: expected a number\ncontent/en: 1 mistake"
        );
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_not_a_mistake() {
        assert!(folder(Path::new("no/such/folder")).is_err());
    }
}
