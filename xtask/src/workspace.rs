//! Where things are in the project.

use std::path::{Path, PathBuf};

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A path inside the project.
pub(crate) fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// Where builds for the browser go. Apart from the host's own `target/`, since the
/// two may have different compilers and would wait for one another's lock.
pub(crate) fn web_target() -> PathBuf {
    path("target/web")
}

/// A path as people would type it from the project's folder.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
