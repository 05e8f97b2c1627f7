//! Running trunk, also where its wasm builds need Debian's compiler.
//!
//! trunk calls `cargo` for everything: the wasm, and the hook that writes the story into
//! the page, which is a build for the host. The variables of the one would break the
//! other. So trunk finds a `cargo` of ours first, which looks at each call and gives
//! only the wasm builds what they need.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use lexopt::Parser;

use crate::toolchain::{Debian, TARGET, Toolchain};
use crate::{cargo, tools, workspace};

/// `cargo xtask trunk ARGS...`.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    let arguments: Vec<OsString> = arguments.raw_args()?.collect();
    let status = command()?.args(arguments).status().context("cannot start trunk")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// trunk, ready to build on this machine.
pub(crate) fn command() -> Result<Command> {
    let toolchain = Toolchain::ready()?;
    let trunk = tools::trunk()?;
    tools::wasm_bindgen()?;
    let mut command = Command::new(trunk);
    command.current_dir(workspace::root());
    cargo::scrub_package(&mut command);
    command.env("PATH", search_path(&toolchain)?);
    // trunk takes only `true` and `false` for what elsewhere merely has to be set.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

/// PATH with our tools first.
fn search_path(toolchain: &Toolchain) -> Result<OsString> {
    let mut folders: Vec<PathBuf> = Vec::new();
    if let Toolchain::Debian(debian) = toolchain {
        folders.push(write_shim(debian)?);
    }
    folders.push(tools::programs());
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    std::env::join_paths(folders).context("a folder on PATH has a separator in its name")
}

/// Writes our `cargo` and names its folder.
fn write_shim(debian: &Debian) -> Result<PathBuf> {
    let folder = workspace::path("target/tools/shim");
    fs::create_dir_all(&folder)?;
    let file = folder.join("cargo");
    let host = PathBuf::from(cargo::host_program());
    fs::write(&file, shim(debian, &host.display().to_string()))?;
    make_executable(&file)?;
    Ok(folder)
}

/// The text of our `cargo`.
fn shim(debian: &Debian, host: &str) -> String {
    let mut variables = String::new();
    for (name, value) in debian.variables() {
        variables.push_str(&format!("export {name}={}\n", quoted(&value.display().to_string())));
    }
    let target = quoted(&workspace::web_target().display().to_string());
    let program = quoted(&debian.cargo_program().display().to_string());
    format!(
        "#!/bin/sh\n\
         # Written by `cargo xtask trunk`: gives builds for the browser the compiler that can\n\
         # do them, and leaves every other call to the usual cargo.\n\
         for argument; do\n\
         case \"$argument\" in *{TARGET})\n\
         unset CARGO RUSTDOC RUSTUP_TOOLCHAIN RUST_RECURSION_COUNT LD_LIBRARY_PATH\n\
         {variables}\
         export CARGO_TARGET_DIR={target}\n\
         exec {program} \"$@\";;\n\
         esac\n\
         done\n\
         exec {} \"$@\"\n",
        quoted(host)
    )
}

/// A word that the shell takes as it is.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(unix)]
fn make_executable(file: &std::path::Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(file, fs::Permissions::from_mode(0o755))?)
}

/// Only Debian's compiler needs the script, and there is none elsewhere.
#[cfg(not(unix))]
fn make_executable(_file: &std::path::Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_safe_in_the_shell() {
        assert_eq!(quoted("/a b/it's"), "'/a b/it'\\''s'");
    }

    #[test]
    fn only_builds_for_the_browser_get_the_variables() {
        let text = shim(&Debian::example(), "/home/me/.cargo/bin/cargo");
        let (for_browser, for_host) = text.split_once("esac").unwrap();
        assert!(for_browser.contains("RUSTC_BOOTSTRAP='1'"));
        assert!(for_browser.contains("exec '/usr/bin/cargo' \"$@\""));
        assert!(for_host.contains("exec '/home/me/.cargo/bin/cargo' \"$@\""));
        assert!(!for_host.contains("RUSTC"));
    }
}
