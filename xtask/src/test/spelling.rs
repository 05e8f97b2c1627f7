//! Every word of the story and of the interface is spelled right, by a dictionary or by our list
//! of names.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::counts::Counts;
use crate::{node, process, workspace};

/// Checks the words of all content; `cspell.json` says which files those are.
pub(super) fn run() -> Result<Counts> {
    node::check()?;
    node::install_packages()?;
    if finds_nothing_in("The goverment beleived them.")? {
        bail!("the spelling check finds no mistake in words that are wrong: see cspell.json");
    }
    let said = process::tee(cspell().args(["--no-progress", "--show-suggestions"]))?;
    if !said.success {
        println!("   A name, or a word of another language? Add it to content/words.txt.");
    }
    Ok(Counts::one(said.success && checked(&said.text) > 0))
}

fn cspell() -> Command {
    let mut command = Command::new("node");
    command.current_dir(workspace::root());
    command.arg(node::folder().join("node_modules/cspell/bin.mjs"));
    command.args(["lint", "--config", "cspell.json"]);
    command
}

/// Whether the check passes some words.
fn finds_nothing_in(words: &str) -> Result<bool> {
    let mut command = cspell();
    command.args(["--no-progress", "--no-summary", "stdin"]);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().context("cannot start cspell")?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(words.as_bytes())?;
    }
    Ok(child.wait()?.success())
}

/// How many files were checked, by the summary: `CSpell: Files checked: 66, Issues found: …`.
fn checked(text: &str) -> usize {
    let number = text
        .lines()
        .rev()
        .find_map(|line| line.split_once("Files checked: "))
        .and_then(|(_, rest)| rest.split(|sign: char| !sign.is_ascii_digit()).next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn a_check_of_no_file_is_none() {
        assert_eq!(checked("CSpell: Files checked: 66, Issues found: 0 in 0 files.\n"), 66);
        assert_eq!(checked("CSpell: Files checked: 0, Issues found: 0 in 0 files.\n"), 0);
        assert_eq!(checked("node: not found"), 0);
    }
}
