//! Node and the packages that `e2e/package.json` names: the optimiser of the wasm, and
//! what drives a browser in tests.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::version::Version;
use crate::workspace;

/// The oldest Node that those packages run on.
const OLDEST: u32 = 20;

/// The folder with the packages.
pub(crate) fn folder() -> PathBuf {
    workspace::path("e2e")
}

/// `node`, in the folder with the packages.
pub(crate) fn node() -> Command {
    let mut command = Command::new("node");
    command.current_dir(folder());
    command
}

/// Whether Node is here; says why not.
pub(crate) fn check() -> Result<()> {
    let said = process::capture(Command::new("node").arg("--version"))
        .context("Node is missing: install Node 20 or newer with npm")?;
    match Version::find(&said) {
        Some(version) if version.major >= OLDEST => Ok(()),
        _ => bail!("Node {OLDEST} or newer is needed; `node --version` says {}", said.trim()),
    }
}

/// Installs the packages, unless those of the present lock file are installed.
/// No package's own install script runs.
pub(crate) fn install_packages() -> Result<()> {
    let lock = fs::read_to_string(folder().join("package-lock.json"))
        .context("cannot read e2e/package-lock.json")?;
    let stamp = folder().join("node_modules/.installed-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    process::timed("Install the Node packages of e2e/", || {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut command = Command::new(npm);
        command.current_dir(folder());
        command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        process::run(&mut command)?;
        fs::write(&stamp, lock).context("cannot note what is installed")
    })
}

/// Playwright's own command, as installed by [`install_packages`].
pub(crate) fn playwright() -> Command {
    let mut command = node();
    command.arg("node_modules/@playwright/test/cli.js");
    command
}
