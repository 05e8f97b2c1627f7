//! Times of what readers do, in a browser whose processor is slowed.

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser};

use crate::{bench_groups, browser, dist, node, process};

/// `cargo xtask bench`.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    let mut names = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(name) => names.push(name),
            other => return Err(other.unexpected().into()),
        }
    }
    if let Err(reason) = node::check() {
        bail!("benchmarks run on Node: {reason:#}");
    }
    node::install_packages()?;
    let browser = browser::ready()?;
    if names.is_empty() || names.iter().any(|name| name == "map") {
        bench_groups::build()?;
    }
    dist::build()?;
    let mut command = node::playwright();
    command.args(["test", "--config=bench.config.ts"]).args(names);
    command.env("CHROMIUM", browser.program);
    process::run(&mut command)?;
    Ok(ExitCode::SUCCESS)
}
