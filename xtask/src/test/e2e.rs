//! Driving every output through a real browser, as a reader would.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::counts::Counts;
use super::playwright::Report;
use crate::process::tee;
use crate::{browser, node, workspace};

/// More failures than this are no accident of timing.
const FEW: usize = 8;

/// All outputs of `dist`.
pub(super) fn run() -> Result<Counts> {
    playwright(&["--project=site", "--project=subpath", "--project=file"])
}

/// Runs Playwright's tests with some arguments and counts them.
///
/// A browser shares two cores with another, a server and the machine's other work, so a test can
/// meet a delay that is no fault of the page. A few that fail are therefore run again, one at a time:
/// what fails alone too has failed, and what passes is named at the end of the run.
pub(super) fn playwright(arguments: &[&str]) -> Result<Counts> {
    node::check()?;
    node::install_packages()?;
    let browser = browser::ready()?.program;
    let (first, success) = play(&browser, arguments)?;
    if first.failures.is_empty() || first.failures.len() > FEW {
        return Ok(first.counts().honest(success));
    }
    println!("   Once more, one at a time, what failed:");
    let mut again = arguments.to_vec();
    again.extend(["--last-failed", "--workers=1"]);
    let (second, success) = play(&browser, &again)?;
    Ok(first.settled_by(&second).honest(success))
}

/// One run, and whether Playwright was content with it.
fn play(browser: &Path, arguments: &[&str]) -> Result<(Report, bool)> {
    let folder = workspace::path("target/e2e");
    fs::create_dir_all(&folder)?;
    let report = folder.join("report.json");
    let _ = fs::remove_file(&report);
    let mut command = node::playwright();
    command.arg("test").args(arguments).env("CHROMIUM", browser);
    let said = tee(command.env("E2E_REPORT", &report))?;
    let report = fs::read_to_string(&report).context("Playwright did not come to its report")?;
    let report = Report::read(&report).context("Playwright's report cannot be read")?;
    Ok((report, said.success))
}
