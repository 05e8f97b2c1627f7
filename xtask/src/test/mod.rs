//! Everything that must hold, one step after the other.

mod another_story;
mod browser_tests;
mod counts;
mod dependencies;
mod e2e;
mod html;
mod playwright;
mod rust;
mod selection;
mod spelling;
mod steps;
mod summary;
mod trunk;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use lexopt::Parser;

use crate::process::{self, seconds};
use counts::Counts;
use selection::Selection;
use steps::{STEPS, Step};
use summary::{Line, Summary};

/// `cargo xtask test`.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    let Some(selection) = Selection::read(arguments)? else {
        for step in &STEPS {
            println!("{:<13} {}", step.name, step.title);
        }
        return Ok(ExitCode::SUCCESS);
    };
    let start = Instant::now();
    let mut summary = Summary::default();
    for step in STEPS.iter().filter(|step| selection.has(step.name)) {
        let line = run(step, &summary);
        if let Some(error) = &line.error {
            println!("   {} FAILED: {error}", step.name);
        }
        summary.add(line);
    }
    println!("\n\u{2500}\u{2500} All steps: {}\n{summary}", seconds(start.elapsed()));
    Ok(if summary.total().failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs a step, whatever became of those before, except one that it needs.
fn run(step: &Step, before: &Summary) -> Line {
    let start = Instant::now();
    let result = match step.needs.iter().find(|needed| before.failed(needed)) {
        Some(needed) => Err(anyhow::anyhow!("not run, since `{needed}` failed")),
        None => process::timed(step.title, step.run),
    };
    let (counts, error) = match result {
        Ok(counts) if counts.failed == 0 => (counts, None),
        Ok(counts) => (counts, Some("see above".to_owned())),
        Err(error) => (Counts::one(false), Some(format!("{error:#}"))),
    };
    Line { name: step.name, counts, time: start.elapsed(), error }
}
