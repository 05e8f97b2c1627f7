//! The files of a story, read into memory.

use super::error::ContentError;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How deep folders may lie in one another; more is a link that leads back to itself.
const DEEPEST: usize = 16;

/// The files of a story's folder that say something about it, by their path from that folder.
#[derive(Clone, Debug, Default)]
pub struct Files {
    by_path: BTreeMap<PathBuf, Vec<u8>>,
}

/// What a file holds, as its path tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role<'p> {
    /// `story.toml`.
    Story,
    /// The full text of a chapter.
    Full(&'p str),
    /// The easy text of a chapter.
    Easy(&'p str),
    /// Claims, groups and so on.
    Entities,
}

impl Files {
    /// No files yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, or replaces the one at that path.
    pub fn insert(&mut self, path: impl Into<PathBuf>, content: impl Into<Vec<u8>>) {
        self.by_path.insert(path.into(), content.into());
    }

    /// The content of a file.
    pub fn get(&self, path: impl AsRef<Path>) -> Option<&[u8]> {
        self.by_path.get(path.as_ref()).map(Vec::as_slice)
    }

    /// Every file with its content, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &[u8])> {
        self.by_path.iter().map(|(path, content)| (path.as_path(), content.as_slice()))
    }

    /// Reads the story's files in `dir` and the folders in it. Others are left alone.
    ///
    /// # Errors
    /// When a folder or file can't be read.
    pub fn read(dir: &Path) -> Result<Self, Vec<ContentError>> {
        let mut files = Self::new();
        let mut errors = Vec::new();
        let mut paths = Vec::new();
        walk(dir, Path::new(""), DEEPEST, &mut paths, &mut errors);
        for path in paths {
            match std::fs::read(dir.join(&path)) {
                Ok(content) => files.insert(path, content),
                Err(error) => errors.push(unreadable(&path, &error)),
            }
        }
        if errors.is_empty() { Ok(files) } else { Err(errors) }
    }
}

/// The files that [`Files::read`] would read, with `dir` before them.
pub(super) fn paths_in(dir: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    walk(dir, Path::new(""), DEEPEST, &mut paths, &mut Vec::new());
    paths.iter().map(|path| dir.join(path)).collect()
}

/// What the file at `path` holds; none when it is not the story's.
pub(super) fn role(path: &Path) -> Option<Role<'_>> {
    if path == Path::new("story.toml") {
        return Some(Role::Story);
    }
    let name = path.file_name()?.to_str()?;
    if path.parent() == Some(Path::new("chapters"))
        && let Some(stem) = name.strip_suffix(".md")
    {
        return Some(stem.strip_suffix(".easy").map_or(Role::Full(stem), Role::Easy));
    }
    name.ends_with(".toml").then_some(Role::Entities)
}

fn walk(
    dir: &Path,
    inside: &Path,
    deepest: usize,
    paths: &mut Vec<PathBuf>,
    errors: &mut Vec<ContentError>,
) {
    let entries = match std::fs::read_dir(dir.join(inside)) {
        Ok(entries) => entries,
        Err(error) => return errors.push(unreadable(inside, &error)),
    };
    let mut names: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.file_name()).collect();
    names.sort_unstable();
    for name in names {
        // Editors keep their swap files and backups under such names.
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        let path = inside.join(&name);
        if dir.join(&path).is_dir() {
            if deepest > 0 {
                walk(dir, &path, deepest - 1, paths, errors);
            }
        } else if role(&path).is_some() {
            paths.push(path);
        }
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> ContentError {
    ContentError {
        file: path.to_owned(),
        line: 1,
        found: String::new(),
        expected: format!("a file or folder that can be read: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_what_a_file_holds() {
        let role = |path| role(Path::new(path));
        assert_eq!(role("story.toml"), Some(Role::Story));
        assert_eq!(role("chapters/one.md"), Some(Role::Full("one")));
        assert_eq!(role("chapters/one.easy.md"), Some(Role::Easy("one")));
        assert_eq!(role("claims/one.toml"), Some(Role::Entities));
        assert_eq!(role("chapters/one.toml"), Some(Role::Entities));
        assert_eq!(role("README.md"), None);
        assert_eq!(role("notes.txt"), None);
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_mistake() {
        let errors = Files::read(Path::new("no/such/folder")).unwrap_err();
        assert_eq!(errors.len(), 1);
    }
}
