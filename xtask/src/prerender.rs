//! Writing the story into the page as HTML, by the host's build of the app.

use std::path::Path;

use anyhow::Result;

use crate::{cargo, process, workspace};

/// Fills the page's prerender markers, in place.
pub(crate) fn fill(page: &Path) -> Result<()> {
    let mut command = cargo::host();
    command
        .args(["run", "--package", "open-gates", "--features", "ssr", "--bin", "prerender", "--"])
        .args([page, page])
        .arg(workspace::path("style"));
    process::run(&mut command)
}
