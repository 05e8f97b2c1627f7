//! Times of what readers do, in a browser whose processor is slowed.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser};

use crate::{bench_groups, bench_size, browser, cargo, dist, node, process, tools};

/// The benchmarks that have packages of their own: what our page is compared with, and what judges it.
const WITH_PACKAGES: [&str; 2] = [PEERS, "lighthouse"];

/// The benchmark that has programs of its own too: they make some of what our page is compared with.
const PEERS: &str = "peers";

/// The benchmark that needs stories of its own: of ever more groups.
const MAP: &str = "map";

/// The benchmark that needs no browser: of papers.
const QUIZ: &str = "quiz";

/// The benchmark that needs no browser either: of bytes.
const SIZE: &str = "size";

/// `cargo xtask bench`.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    let mut names = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(name) => names.push(name),
            other => return Err(other.unexpected().into()),
        }
    }
    let all = names.is_empty();
    let [papers, size] = [QUIZ, SIZE].map(|what| all || names.iter().any(|name| name == what));
    names.retain(|name| name != QUIZ && name != SIZE);
    if papers {
        process::heading("Papers");
        let mut command = cargo::host();
        command.args(["run", "--release", "--package", "open-gates-quiz", "--example", "bench"]);
        process::run(&mut command)?;
    }
    if size {
        bench_size::print()?;
    }
    if names.is_empty() && !all {
        return Ok(ExitCode::SUCCESS);
    }
    if let Err(reason) = node::check() {
        bail!("benchmarks run on Node: {reason:#}");
    }
    node::install_packages()?;
    if WITH_PACKAGES.iter().any(|what| wants(&names, what)) {
        node::install_peers().context(
            "what our page is compared with and judged by could not be installed by npm \
             (`cargo xtask bench start search` does without it)",
        )?;
    }
    if wants(&names, PEERS) {
        tools::mdbook().context(
            "mdBook, which our page is compared with, could not be built \
             (`cargo xtask bench start search` does without it)",
        )?;
    }
    let browser = browser::ready()?;
    if wants(&names, MAP) {
        bench_groups::build()?;
    }
    dist::build()?;
    let mut command = node::playwright();
    command.args(["test", "--config=bench.config.ts"]).args(names);
    command.env("CHROMIUM", browser.program);
    process::run(&mut command)?;
    Ok(ExitCode::SUCCESS)
}

/// Whether a benchmark runs: when it is asked for, or nothing in particular is. Playwright takes a name
/// for a part of a file's.
fn wants(names: &[OsString], what: &str) -> bool {
    names.is_empty() || names.iter().any(|name| name.to_string_lossy().contains(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peers_are_installed_only_when_they_are_measured() {
        let wants = |names: &[&str]| {
            let names: Vec<OsString> = names.iter().map(|&name| name.into()).collect();
            WITH_PACKAGES.iter().any(|what| super::wants(&names, what))
        };
        assert!(wants(&[]) && wants(&["peers"]) && wants(&["search", "peers.bench"]));
        assert!(wants(&["lighthouse"]));
        assert!(!wants(&["search"]));
    }
}
