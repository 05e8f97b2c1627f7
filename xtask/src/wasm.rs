//! Compiling the app for the browser.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::toolchain::{TARGET, Toolchain};
use crate::workspace;
use crate::{process, split};

/// How much work goes into a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Dev,
    /// Small, for readers.
    Release,
}

/// What the compiler makes of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// One module, which has everything.
    Whole,
    /// The same, which talks with a learning platform as well.
    ForPlatform,
    /// A program to be split, see [`split`].
    ToSplit,
}

/// Compiles the app and names the file it became, which the next build overwrites.
pub(crate) fn build(toolchain: &Toolchain, profile: Profile, form: Form) -> Result<PathBuf> {
    let mut command = toolchain.cargo("rustc");
    command.args(["--package", "open-gates", "--bin", "open-gates", "--features"]);
    command.arg(match form {
        Form::Whole => "csr",
        Form::ForPlatform => "lms",
        Form::ToSplit => "split",
    });
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            command.arg("--release");
            "release"
        }
    };
    if form == Form::ToSplit {
        command.args(["--", split::LINK]);
    }
    process::run(&mut command)?;
    let wasm = workspace::web_target().join(TARGET).join(folder).join("open-gates.wasm");
    if !wasm.is_file() {
        bail!("cargo succeeded, but there is no {}", workspace::shown(&wasm));
    }
    Ok(wasm)
}
