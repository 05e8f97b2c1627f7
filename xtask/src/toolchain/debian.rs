//! The other way: Debian's compiler, which builds the standard library from source.
//!
//! Its `rustc` and `cargo` are addressed by their full path, since a rustup that is
//! also there comes first on PATH and stays the compiler of everything else.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::TARGET;
use crate::version::Version;
use crate::{apt, cargo, process};

/// What to install, besides the linker. The names end in `-web` because Debian keeps
/// this compiler up to date for its web browsers.
pub(super) const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
/// The package with the linter.
const CLIPPY: &str = "rust-web-clippy";
/// Where these packages put programs.
const PROGRAMS: &str = "/usr/bin";

/// Debian's compiler, complete.
#[derive(Clone, Debug)]
pub(crate) struct Debian {
    programs: PathBuf,
    linker: PathBuf,
}

impl Debian {
    /// Finds it, if all of it is installed and new enough.
    pub(super) fn find() -> Option<Self> {
        let programs = PathBuf::from(PROGRAMS);
        if !programs.join("cargo").is_file() {
            return None;
        }
        let about = about_rustc(&programs).ok()?;
        let linker = linker(&programs, &about).ok()?;
        let has_source = sysroot(&programs)
            .is_ok_and(|root| root.join("lib/rustlib/src/rust/library/std").is_dir());
        (about.release >= needed() && has_source && linker.is_file())
            .then_some(Self { programs, linker })
    }

    /// `cargo <subcommand>` with everything the build needs, on this command alone.
    pub(crate) fn cargo(&self, subcommand: &str) -> Command {
        let mut command = Command::new(self.programs.join("cargo"));
        cargo::scrub_toolchain(&mut command);
        command.envs(self.variables()).arg(subcommand);
        command
    }

    /// `cargo clippy`; installs it when it is missing.
    pub(super) fn clippy(&self) -> Result<Command> {
        let program = self.programs.join("cargo-clippy");
        if !program.is_file() {
            apt::install(&[CLIPPY])?;
        }
        // Called by itself: cargo would find rustup's `cargo-clippy` first.
        let mut command = Command::new(program);
        cargo::scrub_toolchain(&mut command);
        command.envs(self.variables()).env("CARGO", self.programs.join("cargo")).arg("clippy");
        Ok(command)
    }

    /// The program that cargo's wasm builds go to.
    pub(crate) fn cargo_program(&self) -> PathBuf {
        self.programs.join("cargo")
    }

    /// The variables of a build for the browser. A host build that saw them would fail.
    pub(crate) fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("RUSTC", self.programs.join("rustc")),
            // Building the standard library is not in stable Rust yet.
            ("RUSTC_BOOTSTRAP", PathBuf::from("1")),
            ("CARGO_UNSTABLE_BUILD_STD", PathBuf::from("std,panic_abort")),
            ("CARGO_UNSTABLE_BUILD_STD_FEATURES", PathBuf::from("optimize_for_size")),
            ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", self.linker.clone()),
        ]
    }
}

/// Installs all of it.
pub(super) fn install() -> Result<Debian> {
    if !apt::exists() {
        bail!("this system has no apt-get");
    }
    let [compiler, ..] = PACKAGES;
    if apt::candidate(compiler) < Some(needed()) {
        println!(
            "   The package lists know no {compiler} from {} on; fetching new ones.",
            needed()
        );
        apt::update()?;
        let candidate = apt::candidate(compiler);
        if candidate < Some(needed()) {
            let offered = candidate.map_or("none".to_owned(), |version| version.to_string());
            bail!("{compiler} {} or newer is needed, and apt offers {offered}", needed());
        }
    }
    apt::install(&PACKAGES)?;
    let about = about_rustc(Path::new(PROGRAMS))?;
    apt::install(&[lld_package(&about).as_str()])?;
    Debian::find().with_context(|| {
        format!("after installing {PACKAGES:?} and lld, no compiler for {TARGET} is complete")
    })
}

/// The oldest compiler that the project builds with, from its `Cargo.toml`.
fn needed() -> Version {
    Version::find(env!("CARGO_PKG_RUST_VERSION")).unwrap_or(Version {
        major: u32::MAX,
        minor: 0,
        patch: 0,
    })
}

/// What `rustc -vV` says of itself.
#[derive(Debug, PartialEq)]
struct About {
    release: Version,
    llvm: Version,
}

impl About {
    fn parse(text: &str) -> Option<Self> {
        let field = |name: &str| {
            text.lines().find_map(|line| line.strip_prefix(name)).and_then(Version::find)
        };
        Some(Self { release: field("release:")?, llvm: field("LLVM version:")? })
    }
}

fn about_rustc(programs: &Path) -> Result<About> {
    let text = process::capture(rustc(programs).arg("-vV"))?;
    About::parse(&text).with_context(|| format!("cannot read what rustc says of itself: {text}"))
}

fn sysroot(programs: &Path) -> Result<PathBuf> {
    Ok(process::capture(rustc(programs).args(["--print", "sysroot"]))?.trim().into())
}

fn rustc(programs: &Path) -> Command {
    let mut command = Command::new(programs.join("rustc"));
    cargo::scrub_toolchain(&mut command);
    command
}

/// The linker's package: the one of the compiler's own LLVM.
fn lld_package(about: &About) -> String {
    format!("lld-{}", about.llvm.major)
}

fn linker(programs: &Path, about: &About) -> Result<PathBuf> {
    let linker = programs.join(format!("wasm-ld-{}", about.llvm.major));
    if !linker.is_file() {
        bail!("{} is missing", linker.display());
    }
    Ok(linker)
}

#[cfg(test)]
impl Debian {
    /// One as it would be found.
    pub(crate) fn example() -> Self {
        Self { programs: PROGRAMS.into(), linker: "/usr/bin/wasm-ld-22".into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEBIAN: &str = "rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)\n\
        binary: rustc\ncommit-hash: ac68faa20\nhost: x86_64-unknown-linux-gnu\n\
        release: 1.96.0\nLLVM version: 22.1.7\n";

    #[test]
    fn the_linker_is_the_one_of_the_compilers_llvm() {
        let about = About::parse(DEBIAN).unwrap();
        assert_eq!(about.release, Version::find("1.96.0").unwrap());
        assert_eq!(lld_package(&about), "lld-22");
    }

    #[test]
    fn a_rustc_that_says_nothing_of_llvm_is_no_answer() {
        assert_eq!(About::parse("rustc 1.96.0\nrelease: 1.96.0\n"), None);
    }

    #[test]
    fn the_needed_version_is_that_of_the_project() {
        assert!(needed() >= Version::find("1.95").unwrap());
        assert!(needed().major < 2);
    }

    #[test]
    fn variables_stay_on_the_command() {
        let command = Debian::example().cargo("build");
        let set: Vec<_> = command.get_envs().filter(|(_, value)| value.is_some()).collect();
        assert!(set.iter().any(|(name, _)| *name == "RUSTC_BOOTSTRAP"));
        assert!(std::env::var_os("CARGO_UNSTABLE_BUILD_STD").is_none());
    }
}
