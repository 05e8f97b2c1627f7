//! The ordinary way: the active toolchain, with the target that rustup adds.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use super::TARGET;
use crate::{apt, bounded, cargo, process};

/// Whether the active compiler has the target's standard library.
pub(super) fn target_is_installed() -> bool {
    let mut rustc = cargo::host_rustc();
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    process::capture(&mut rustc).is_ok_and(|folder| has_standard_library(Path::new(folder.trim())))
}

/// Whether a folder holds a compiled standard library.
fn has_standard_library(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else { return false };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd") && name.ends_with(".rlib")
    })
}

/// How long a download may take: long on a slow line, short where something else
/// can be tried and a firewall may swallow every packet.
pub(super) fn limit() -> Duration {
    Duration::from_secs(if apt::exists() { 60 } else { 900 })
}

/// Asks rustup for the target.
pub(super) fn add_target(limit: Duration) -> Result<()> {
    if !process::succeeds(Command::new("rustup").arg("--version")) {
        bail!("there is no rustup here");
    }
    println!("   rustup target add {TARGET} (at most {} s)", limit.as_secs());
    let mut command = Command::new("rustup");
    // A refused connection is nothing that needs a stack trace.
    command.env_remove("RUST_BACKTRACE").args(["target", "add", TARGET]);
    bounded::run(&mut command, limit)?;
    if !target_is_installed() {
        bail!("rustup says it is installed, but the active compiler does not find it");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_standard_library_does_not_count() {
        assert!(!has_standard_library(Path::new("no/such/folder")));
        assert!(!has_standard_library(Path::new(env!("CARGO_MANIFEST_DIR"))));
    }
}
