//! Tools that only tests, trunk and one benchmark need: built once into `target/tools`, kept there.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process::{capture, run, succeeds, timed};
use crate::version::Version;
use crate::{bindgen, cargo, workspace};

/// The trunk that works with the project's compilers. Later ones want a newer Rust.
const TRUNK: &str = "0.21.14";

/// The mdBook that our reader is compared with.
const MDBOOK: &str = "0.5.4";

/// The quizzes in such a book, which our quiz is compared with.
const MDBOOK_QUIZ: &str = "0.5.0";

/// Where the tools are.
pub(crate) fn programs() -> PathBuf {
    workspace::path("target/tools/bin")
}

/// wasm-bindgen and its test runner, of the very version that the app is compiled with.
pub(crate) fn wasm_bindgen() -> Result<()> {
    let version = bindgen::locked_version()?;
    if has("wasm-bindgen-test-runner", &version) && has("wasm-bindgen", &version) {
        return Ok(());
    }
    timed("Build wasm-bindgen's test runner (kept for next time)", || {
        install("wasm-bindgen-cli", &version, &[])
    })
}

/// trunk: the one on PATH if it will do, else one built here.
pub(crate) fn trunk() -> Result<OsString> {
    let on_path = capture(std::process::Command::new("trunk").arg("--version"));
    if on_path.is_ok_and(|said| is_trunk_that_will_do(&said)) {
        return Ok("trunk".into());
    }
    if !has("trunk", TRUNK) {
        timed("Build trunk (minutes, once; kept for next time)", || install("trunk", TRUNK, &[]))?;
    }
    Ok(program("trunk").into())
}

/// mdBook and its quizzes, for the benchmark that compares ours with them.
pub(crate) fn mdbook() -> Result<()> {
    // What watches and serves a book is left out: it would take most of the time.
    let smaller: &[&str] = &["--no-default-features", "--features", "search"];
    for (package, version, flags) in
        [("mdbook", MDBOOK, smaller), ("mdbook-quiz", MDBOOK_QUIZ, &[])]
    {
        if !has(package, version) {
            let what = format!("Build {package} (minutes, once; kept for next time)");
            timed(&what, || install(package, version, flags))?;
        }
    }
    Ok(())
}

/// The path of a tool.
pub(crate) fn program(name: &str) -> PathBuf {
    programs().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Whether a tool is here in that version.
fn has(name: &str, version: &str) -> bool {
    let said = capture(std::process::Command::new(program(name)).arg("--version"));
    said.is_ok_and(|said| says(&said, version))
}

/// Whether what a tool says of itself names that version, with a `v` before it or without.
fn says(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word.strip_prefix('v').unwrap_or(word) == version)
}

fn is_trunk_that_will_do(said: &str) -> bool {
    Version::find(said) >= Version::find(TRUNK)
}

/// Builds a tool, unoptimised and without debug information: that takes less than half the time, and
/// none of them has much to do. The author's lock file is tried first; where a registry lacks one of
/// the exact versions in it, any that fits will do.
fn install(package: &str, version: &str, flags: &[&str]) -> Result<()> {
    let command = |locked: bool| {
        let mut command = cargo::host();
        command.args(["install", package, "--version", &format!("={version}"), "--debug"]);
        command.args(flags);
        command.arg("--root").arg(workspace::path("target/tools"));
        command.arg("--target-dir").arg(workspace::path("target/tools/build"));
        // Not the project's lints, nor a target that someone has set for their own.
        command.env_remove("CARGO_BUILD_TARGET").env_remove("RUSTFLAGS");
        command.env("CARGO_PROFILE_DEV_DEBUG", "none");
        if locked {
            command.arg("--locked");
        }
        command
    };
    if succeeds_in_view(&mut command(true)) {
        return Ok(());
    }
    println!("   Once more, with any versions of its dependencies that fit:");
    run(&mut command(false))
        .with_context(|| format!("cannot build {package} {version}; is a registry in reach?"))
}

fn succeeds_in_view(command: &mut std::process::Command) -> bool {
    run(command).is_ok()
}

/// Whether cargo-nextest is here, which runs tests faster.
pub(crate) fn has_nextest() -> bool {
    succeeds(cargo::host().args(["nextest", "--version"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_says_its_version_in_either_way() {
        assert!(says("mdbook v0.5.4\n", "0.5.4"));
        assert!(says("mdbook-quiz 0.5.0\n", "0.5.0"));
        assert!(!says("mdbook v0.5.40", "0.5.4"));
    }

    #[test]
    fn trunk_must_be_new_enough() {
        assert!(is_trunk_that_will_do("trunk 0.21.14"));
        assert!(is_trunk_that_will_do("trunk 0.22.1"));
        assert!(!is_trunk_that_will_do("trunk 0.20.3"));
        assert!(!is_trunk_that_will_do("not a version"));
    }
}
