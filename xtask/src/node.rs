//! Node and the packages that `e2e/package.json` names: the optimiser of the wasm, and
//! what drives a browser in tests; and those of `bench/`, which one benchmark needs.

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

/// Installs the packages of `e2e/`.
pub(crate) fn install_packages() -> Result<()> {
    install("e2e")
}

/// Installs the packages of `bench/`: what our page is compared with.
pub(crate) fn install_peers() -> Result<()> {
    install("bench")
}

/// Installs a folder's packages, unless those of its present lock file are installed.
/// No package's own install script runs.
fn install(folder: &str) -> Result<()> {
    let path = workspace::path(folder);
    let lock = fs::read_to_string(path.join("package-lock.json"))
        .with_context(|| format!("cannot read {folder}/package-lock.json"))?;
    let stamp = path.join("node_modules/.installed-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    process::timed(&format!("Install the Node packages of {folder}/"), || {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut command = Command::new(npm);
        command.current_dir(&path);
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
