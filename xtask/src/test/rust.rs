//! The steps that cargo does.

use std::process::Command;

use anyhow::Result;

use super::counts::Counts;
use crate::process::{self, tee};
use crate::toolchain::Toolchain;
use crate::{cargo, check, tools, workspace};

/// Everything that runs on the building machine.
const HOST: [&str; 3] = ["--workspace", "--features", "open-gates/ssr,open-gates-story/author"];

/// `cargo fmt --check`.
pub(super) fn format() -> Result<Counts> {
    check_that(cargo::host().args(["fmt", "--all", "--check"]))
}

/// The story's files hold no mistake.
pub(super) fn content() -> Result<Counts> {
    Ok(Counts::one(check::folder(&workspace::story())?))
}

/// `cargo clippy` on everything that runs on the host.
pub(super) fn clippy() -> Result<Counts> {
    let mut command = cargo::host();
    command.arg("clippy").args(HOST);
    command.args(["--all-targets", "--keep-going", "--", "-D", "warnings"]);
    check_that(&mut command)
}

/// `cargo clippy` on the app as it runs in the browser.
pub(super) fn clippy_wasm() -> Result<Counts> {
    let toolchain = Toolchain::ready()?;
    let mut counts = Counts::default();
    // As one module with everything, and as what is split.
    for features in ["lms", "split"] {
        let mut command = toolchain.clippy()?;
        command.args(["--package", "open-gates", "--lib", "--bin", "open-gates"]);
        command.args(["--test", "browser", "--example", "bare", "--features", features]);
        command.args(["--", "-D", "warnings"]);
        counts += check_that(&mut command)?;
    }
    Ok(counts)
}

/// All tests that need no browser.
pub(super) fn tests() -> Result<Counts> {
    let mut command = cargo::host();
    if tools::has_nextest() {
        command.args(["nextest", "run"]).args(HOST).args(["--no-fail-fast", "--no-tests=pass"]);
        let said = tee(&mut command)?;
        return Ok(Counts::of_nextest(&said.text).honest(said.success));
    }
    command.arg("test").args(HOST).args(["--lib", "--bins", "--tests", "--no-fail-fast"]);
    let said = tee(&mut command)?;
    Ok(Counts::of_libtest(&said.text).honest(said.success))
}

/// The examples in the documentation run. The app has none: what could be one needs a browser.
pub(super) fn doc_tests() -> Result<Counts> {
    let mut command = cargo::host();
    command.args(["test", "--doc", "--no-fail-fast", "--workspace", "--exclude", "open-gates"]);
    command.args(["--features", "open-gates-story/author"]);
    let said = tee(&mut command)?;
    Ok(Counts::of_libtest(&said.text).honest(said.success))
}

/// The documentation builds without a warning: every link in it leads somewhere.
pub(super) fn documentation() -> Result<Counts> {
    let mut command = cargo::host();
    command
        .env("RUSTDOCFLAGS", "-D warnings")
        .args(["doc", "--no-deps", "--keep-going"])
        .args(HOST);
    check_that(&mut command)
}

/// One check by a command, whose output says all.
fn check_that(command: &mut Command) -> Result<Counts> {
    process::run(command).map(|()| Counts::one(true))
}
