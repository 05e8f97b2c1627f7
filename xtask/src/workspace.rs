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

/// The folder of the story that is built: `content/en`, unless `OPEN_GATES_STORY` names another,
/// as for `build.rs`.
pub(crate) fn story() -> PathBuf {
    path(&std::env::var("OPEN_GATES_STORY").unwrap_or_else(|_| "content/en".to_owned()))
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

/// All files below a folder, in order.
pub(crate) fn files_in(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in folder.read_dir()? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files.extend(files_in(&entry.path())?);
        } else {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}
