//! Who compiles for the browser.
//!
//! On most machines it is rustup's Rust, with the wasm standard library that
//! `rustup target add` brings. Where rustup's server cannot be reached (a school
//! network, a CI sandbox) but Debian's packages can, it is Debian's compiler, which
//! builds the standard library from its source. The second must never get in the way
//! of the first: it is looked for when the first fails, and its variables are set on
//! its own commands only.

mod debian;
mod rustup;

use std::process::Command;

use anyhow::Result;

pub(crate) use debian::Debian;

use crate::{cargo, process, workspace};

/// The name of the browser's target.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// A toolchain that can compile for the browser.
#[derive(Clone, Debug)]
pub(crate) enum Toolchain {
    /// The active one: it has the target's standard library.
    Active,
    /// Debian's, with the standard library built from source.
    Debian(Debian),
}

impl Toolchain {
    /// Finds one, or installs one.
    pub(crate) fn ready() -> Result<Self> {
        if rustup::target_is_installed() {
            return Ok(Self::Active);
        }
        if let Some(debian) = Debian::find() {
            return Ok(Self::Debian(debian));
        }
        process::timed("Fetch the means to compile for the browser", || {
            let limit = rustup::limit();
            let rustup_said = match rustup::add_target(limit) {
                Ok(()) => return Ok(Self::Active),
                Err(error) => error,
            };
            println!("   rustup could not bring the {TARGET} target: {rustup_said:#}");
            match debian::install() {
                Ok(debian) => Ok(Self::Debian(debian)),
                Err(debian_said) => Err(anyhow::anyhow!(advice(&rustup_said, &debian_said))),
            }
        })
    }

    /// `cargo <subcommand>` for the browser, in the project's folder.
    pub(crate) fn cargo(&self, subcommand: &str) -> Command {
        for_browser(match self {
            Self::Active => with_argument(cargo::host(), subcommand),
            Self::Debian(debian) => debian.cargo(subcommand),
        })
    }

    /// `cargo clippy` for the browser.
    pub(crate) fn clippy(&self) -> Result<Command> {
        match self {
            Self::Active => Ok(self.cargo("clippy")),
            Self::Debian(debian) => Ok(for_browser(debian.clippy()?)),
        }
    }
}

fn with_argument(mut command: Command, argument: &str) -> Command {
    command.arg(argument);
    command
}

/// Points a call of cargo at the browser.
fn for_browser(mut command: Command) -> Command {
    command
        .current_dir(workspace::root())
        .args(["--target", TARGET])
        .arg("--target-dir")
        .arg(workspace::web_target())
        // wasm-bindgen drops it anyway; without it builds are quicker.
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    command
}

/// What was tried, and what to do, when there is no way to compile for the browser.
fn advice(rustup: &anyhow::Error, debian: &anyhow::Error) -> String {
    format!(
        "cannot compile for the browser on this machine.\n\
         \n\
         Tried `rustup target add {TARGET}`:\n    {rustup:#}\n\
         Tried Debian's packages, with the standard library built from source:\n    {debian:#}\n\
         \n\
         One of these would do:\n\
         - with access to rustup's server, run `rustup target add {TARGET}`;\n\
         - on Debian or a system like it, as root, run\n      \
           apt-get update && apt-get install --no-install-recommends {}\n  \
           and the lld-NN whose number is the LLVM version in `/usr/bin/rustc -vV`.\n\
         Then run the same command again.",
        debian::PACKAGES.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_names_both_ways_and_both_failures() {
        let text = advice(&anyhow::anyhow!("no route"), &anyhow::anyhow!("not root"));
        for part in ["no route", "not root", "rustup target add", "rustc-web", "lld-NN"] {
            assert!(text.contains(part), "{part} is missing in: {text}");
        }
    }
}
