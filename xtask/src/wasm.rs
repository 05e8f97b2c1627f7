//! Compiling the app for the browser.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::process;
use crate::toolchain::{TARGET, Toolchain};
use crate::workspace;

/// How much work goes into a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Dev,
    /// Small, for readers.
    Release,
}

/// Compiles the app and names the file it became.
pub(crate) fn build(toolchain: &Toolchain, profile: Profile) -> Result<PathBuf> {
    let mut command = toolchain.cargo("build");
    command.args(["--package", "open-gates", "--bin", "open-gates", "--features", "csr"]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            command.arg("--release");
            "release"
        }
    };
    process::run(&mut command)?;
    let wasm = workspace::web_target().join(TARGET).join(folder).join("open-gates.wasm");
    if !wasm.is_file() {
        bail!("cargo succeeded, but there is no {}", workspace::shown(&wasm));
    }
    Ok(wasm)
}
