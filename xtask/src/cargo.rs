//! Calling cargo for the building machine, and keeping one cargo's variables from another.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Command;

use crate::workspace;

/// The cargo that runs us, in the project's folder.
pub(crate) fn host() -> Command {
    let mut command = Command::new(host_program());
    command.current_dir(workspace::root());
    scrub_package(&mut command);
    command
}

/// The cargo that runs us.
pub(crate) fn host_program() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The compiler that goes with [`host`].
pub(crate) fn host_rustc() -> Command {
    Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// Takes away what `cargo run` tells us about xtask itself: a child must see what it
/// would see if it were started by hand, or it builds the same thing twice.
pub(crate) fn scrub_package(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(about_package) {
            command.env_remove(name);
        }
    }
}

/// Takes away everything by which cargo or rustup point at their own toolchain, so
/// that a toolchain of another origin finds only itself.
pub(crate) fn scrub_toolchain(command: &mut Command) {
    scrub_package(command);
    for name in ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN", "RUST_RECURSION_COUNT"] {
        command.env_remove(name);
    }
    // `cargo run` puts its own toolchain's libraries there.
    if let Some(paths) = std::env::var_os("LD_LIBRARY_PATH") {
        let foreign = foreign_paths(&paths);
        if foreign.is_empty() {
            command.env_remove("LD_LIBRARY_PATH");
        } else {
            command.env("LD_LIBRARY_PATH", foreign);
        }
    }
}

/// Whether a variable tells of the package that cargo is running.
fn about_package(name: &str) -> bool {
    name.starts_with("CARGO_PKG_")
        || matches!(
            name,
            "CARGO_MANIFEST_DIR"
                | "CARGO_MANIFEST_PATH"
                | "CARGO_BIN_NAME"
                | "CARGO_CRATE_NAME"
                | "CARGO_PRIMARY_PACKAGE"
                | "OUT_DIR"
        )
}

/// The entries of a search path that neither rustup nor this project put there.
fn foreign_paths(paths: &OsStr) -> OsString {
    let foreign = std::env::split_paths(paths).filter(|path| {
        !path.as_os_str().is_empty()
            && !path.starts_with(workspace::root())
            && !is_rust_toolchain(path)
    });
    std::env::join_paths(foreign).unwrap_or_default()
}

/// Whether a folder belongs to a Rust toolchain: they all keep `rustlib` there.
fn is_rust_toolchain(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "rustlib") || path.join("rustlib").is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_tells_of_the_package_goes() {
        assert!(about_package("CARGO_PKG_VERSION"));
        assert!(about_package("CARGO_MANIFEST_DIR"));
        assert!(!about_package("CARGO_HOME"));
        assert!(!about_package("RUSTFLAGS"));
    }

    #[test]
    fn a_library_path_of_the_readers_own_stays() {
        let own = workspace::path("target/debug/deps");
        let paths = std::env::join_paths([own.as_path(), Path::new("/opt/their/lib")]).unwrap();
        assert_eq!(foreign_paths(&paths), OsString::from("/opt/their/lib"));
    }
}
