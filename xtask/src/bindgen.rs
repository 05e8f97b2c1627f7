//! wasm-bindgen, as a library: it makes a module that a browser can load, and the
//! script ("glue") through which the module reaches the page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::split::{self, Chunk};
use crate::wasm::Profile;
use crate::workspace;

/// The stem of the names that the glue and the module have.
const NAME: &str = "open-gates";

/// Who loads the glue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loader {
    /// A module script, over the network.
    Module,
    /// The same, which loads chunks later.
    Chunked,
    /// A classic script inside the page, which also runs from a file.
    Classic,
}

/// What a browser needs of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    /// The glue.
    pub(crate) glue: String,
    /// The module.
    pub(crate) wasm: Vec<u8>,
    /// What the glue loads when it is wanted.
    pub(crate) chunks: Vec<Chunk>,
}

/// Binds a compiled app for one kind of loader.
pub(crate) fn bind(compiled: &Path, loader: Loader, profile: Profile) -> Result<Bound> {
    bind_with(compiled, loader, profile, profile == Profile::Dev)
}

/// The module that a site starts with, with the names of its functions.
pub(crate) fn with_names(compiled: &Path) -> Result<Vec<u8>> {
    Ok(bind_with(compiled, Loader::Chunked, Profile::Release, true)?.wasm)
}

fn bind_with(compiled: &Path, loader: Loader, profile: Profile, names: bool) -> Result<Bound> {
    let folder = output_folder(loader, profile);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let split = (loader == Loader::Chunked).then(|| split::split(compiled)).transpose()?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(split.as_ref().map_or(compiled, |split| &split.main))
        // Chunks import what the linker exported.
        .keep_lld_exports(split.is_some())
        .out_name(NAME)
        .typescript(false)
        // The page says where the module is.
        .omit_default_module_path(true)
        .remove_name_section(!names)
        .remove_producers_section(profile == Profile::Release);
    let bound = match loader {
        Loader::Module | Loader::Chunked => bindgen.web(true),
        Loader::Classic => bindgen.no_modules(true),
    };
    bound.and_then(|bindgen| bindgen.generate(&folder)).map_err(|error| {
        anyhow!("wasm-bindgen cannot use {}: {error:#}", workspace::shown(compiled))
    })?;
    if folder.join("snippets").exists() {
        bail!(
            "a dependency brings scripts of its own (see {}), which the single file cannot hold",
            workspace::shown(&folder.join("snippets"))
        );
    }
    let glue = fs::read_to_string(folder.join(format!("{NAME}.js")))?;
    let wasm = fs::read(folder.join(format!("{NAME}_bg.wasm")))?;
    Ok(match split {
        None => Bound { glue, wasm, chunks: Vec::new() },
        Some(split) => {
            Bound { glue: split::joined(&glue, &split.loader)?, wasm, chunks: split.chunks }
        }
    })
}

fn output_folder(loader: Loader, profile: Profile) -> PathBuf {
    let loader = match loader {
        Loader::Module => "module",
        Loader::Chunked => "chunked",
        Loader::Classic => "classic",
    };
    let profile = match profile {
        Profile::Dev => "dev",
        Profile::Release => "release",
    };
    workspace::web_target().join("bound").join(format!("{loader}-{profile}"))
}

/// Makes sure that the app is compiled with the version of wasm-bindgen that is built
/// in here. A difference gives an unreadable error later.
pub(crate) fn check_version() -> Result<()> {
    let path = workspace::path("Cargo.lock");
    let lock = fs::read_to_string(&path).context("cannot read Cargo.lock")?;
    agree(locked(&lock, "wasm-bindgen"), locked(&lock, "wasm-bindgen-cli-support"))
}

/// The version of wasm-bindgen in `Cargo.lock`, which its tools must have too.
pub(crate) fn locked_version() -> Result<String> {
    let lock = fs::read_to_string(workspace::path("Cargo.lock"))?;
    Ok(locked(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?.to_owned())
}

fn agree(library: Option<&str>, tool: Option<&str>) -> Result<()> {
    match (library, tool) {
        (Some(library), Some(tool)) if library == tool => Ok(()),
        (library, tool) => bail!(
            "Cargo.lock has wasm-bindgen {} but wasm-bindgen-cli-support {}.\n\
             They must be the same version: set both, with `=`, under \
             [workspace.dependencies] in Cargo.toml.",
            library.unwrap_or("(none)"),
            tool.unwrap_or("(none)")
        ),
    }
}

/// The version of a package in a lock file.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    let name = format!("name = \"{package}\"");
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n\n\
        [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"0.2.129\"\n";

    #[test]
    fn versions_are_read_from_the_lock_file() {
        assert_eq!(locked(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(LOCK, "wasm-bindgen-cli-support"), Some("0.2.129"));
        assert_eq!(locked(LOCK, "wasm"), None);
    }

    #[test]
    fn a_difference_is_told_with_both_versions() {
        assert!(agree(Some("0.2.130"), Some("0.2.130")).is_ok());
        let error = agree(Some("0.2.130"), Some("0.2.129")).unwrap_err().to_string();
        assert!(error.contains("0.2.130") && error.contains("0.2.129"));
        assert!(agree(None, Some("0.2.130")).is_err());
    }

    #[test]
    fn this_project_agrees_with_itself() {
        check_version().unwrap();
    }
}
