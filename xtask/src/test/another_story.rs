//! The page can be written from a story on another subject, and says nothing of this one.

use std::fs;

use anyhow::{Context, Result};

use super::counts::Counts;
use crate::{cargo, page, process, workspace};

/// The story: the one of which `content/README.md` tells how it is made.
const STORY: &str = "tests/fixtures/tiny";

/// Its title.
const TITLE: &str = "The Library of Lower Ash";

/// Writes the page from the other story and looks for words of either.
pub(super) fn run() -> Result<Counts> {
    let folder = workspace::path("target/another-story");
    fs::create_dir_all(&folder)?;
    let shell = folder.join("index.html");
    let source = fs::read_to_string(workspace::path("index.html"))?;
    fs::write(&shell, page::without_trunk(&source))?;
    let mut command = cargo::host();
    command
        .env("OPEN_GATES_STORY", STORY)
        .args(["run", "--package", "open-gates", "--features", "ssr", "--bin", "prerender", "--"])
        .args([&shell, &shell])
        .arg(workspace::path("style"));
    process::run(&mut command)?;
    let html = fs::read_to_string(&shell).context("the page was not written")?;
    let title = html.contains(TITLE);
    if !title {
        println!("   The page does not hold the title of the other story, “{TITLE}”.");
    }
    let strange: Vec<&str> = ["Soviet", "Jew", "Cleveland", "Open the Gates"]
        .into_iter()
        .filter(|it| html.contains(it))
        .collect();
    if !strange.is_empty() {
        println!("   The page of another story speaks of: {}", strange.join(", "));
    }
    Ok(Counts::one(title && strange.is_empty()))
}
