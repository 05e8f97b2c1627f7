//! Noticing edits.

use std::collections::BTreeSet;
use std::path::{Component, Path};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::workspace;

/// Folders that the page is made of.
const FOLDERS: [&str; 5] = ["content", "crates", "public", "src", "style"];
/// Files that the page is made of.
const FILES: [&str; 4] = ["Cargo.lock", "Cargo.toml", "build.rs", "index.html"];
/// An editor writes a file in several steps; so long must it be quiet.
const QUIET: Duration = Duration::from_millis(120);

/// The edits from now on.
pub(super) struct Changes {
    events: Receiver<notify::Result<Event>>,
    /// Watching ends when this goes.
    _watcher: RecommendedWatcher,
}

/// Begins to watch.
pub(super) fn start() -> Result<Changes> {
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(sender).context("cannot watch files")?;
    // The project's own folder, not its files: editors replace files by new ones.
    watcher.watch(workspace::root(), RecursiveMode::NonRecursive)?;
    let own = FOLDERS.map(workspace::path);
    // Another story may lie in none of these.
    for folder in own.iter().cloned().chain([workspace::story()]) {
        let within = own.iter().any(|other| folder.starts_with(other) && folder != *other);
        if folder.is_dir() && !within {
            watcher
                .watch(&folder, RecursiveMode::Recursive)
                .with_context(|| format!("cannot watch {} for edits", workspace::shown(&folder)))?;
        }
    }
    Ok(Changes { events, _watcher: watcher })
}

impl Changes {
    /// Waits for the next edit and names its files.
    pub(super) fn next(&self) -> Result<Vec<String>> {
        let mut files = BTreeSet::new();
        loop {
            let event = if files.is_empty() {
                self.events.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                self.events.recv_timeout(QUIET)
            };
            match event {
                Ok(Ok(event)) => files.extend(edited(&event)),
                Ok(Err(error)) => println!("   (watching files: {error})"),
                Err(RecvTimeoutError::Timeout) => return Ok(files.into_iter().collect()),
                Err(RecvTimeoutError::Disconnected) => anyhow::bail!("watching files has ended"),
            }
        }
    }
}

/// The files of an event that the page is made of.
fn edited(event: &Event) -> Vec<String> {
    if matches!(event.kind, EventKind::Access(_)) {
        return Vec::new();
    }
    let story = workspace::story();
    let edited = event.paths.iter().filter(|path| {
        let own = path.strip_prefix(workspace::root()).is_ok_and(matters);
        own || path.strip_prefix(&story).is_ok_and(is_of_story)
    });
    edited.map(|path| workspace::shown(path)).collect()
}

/// Whether a path within a story's folder is a file of the story.
fn is_of_story(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| !is_temporary(name))
}

/// Whether the page is made of a file.
fn matters(path: &Path) -> bool {
    let mut parts = path.components();
    let Some(Component::Normal(first)) = parts.next() else { return false };
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    if parts.next().is_none() {
        return FILES.contains(&name);
    }
    FOLDERS.iter().any(|folder| first == *folder) && !is_temporary(name)
}

/// Whether an editor keeps something of its own under this name.
fn is_temporary(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with('#')
        || name.ends_with('~')
        || name.ends_with(".tmp")
        || name.ends_with(".swp")
        // Vim makes and removes this one to see if it may write.
        || name == "4913"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_made_of_these() {
        for path in ["src/app.rs", "content/en/story.toml", "index.html", "style/base.css"] {
            assert!(matters(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn another_story_is_watched_wherever_it_lies() {
        assert!(is_of_story(Path::new("story.toml")) && is_of_story(Path::new("chapters/a.md")));
        assert!(!is_of_story(Path::new("")) && !is_of_story(Path::new("chapters/.a.md.swp")));
    }

    #[test]
    fn the_page_is_not_made_of_these() {
        for path in [
            "",
            "src",
            "README.md",
            "target/debug/x",
            "dist/site/index.html",
            "e2e/smoke.spec.ts",
            "src/.app.rs.swp",
            "src/app.rs~",
            "content/4913",
            "xtask/src/main.rs",
        ] {
            assert!(!matters(Path::new(path)), "{path}");
        }
    }
}
