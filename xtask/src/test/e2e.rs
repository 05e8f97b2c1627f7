//! Driving every output through a real browser, as a reader would.

use std::fs;

use anyhow::{Context, Result};

use super::counts::Counts;
use crate::process::tee;
use crate::{browser, node, workspace};

/// All outputs of `dist`.
pub(super) fn run() -> Result<Counts> {
    playwright(&["--project=site", "--project=subpath", "--project=file"])
}

/// Runs Playwright's tests with some arguments and counts them.
pub(super) fn playwright(arguments: &[&str]) -> Result<Counts> {
    node::check()?;
    node::install_packages()?;
    let browser = browser::ready()?;
    let folder = workspace::path("target/e2e");
    fs::create_dir_all(&folder)?;
    let report = folder.join("report.json");
    let _ = fs::remove_file(&report);
    let mut command = node::playwright();
    command.arg("test").args(arguments).env("CHROMIUM", browser.program);
    let said = tee(command.env("E2E_REPORT", &report))?;
    let report = fs::read_to_string(&report).context("Playwright did not come to its report")?;
    let counts = Counts::of_playwright(&report).context("Playwright's report cannot be read")?;
    Ok(counts.honest(said.success))
}
