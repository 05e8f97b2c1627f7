//! The page as files: prerendered, with the app beside it under names that change
//! with their content.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::bindgen::Bound;
use crate::{boot, page, policy, prerender, split, workspace};

/// `index.html` with the story and styles in it, but nothing yet that starts the app.
pub(crate) fn staged_page(work: &Path) -> Result<String> {
    fs::create_dir_all(work)?;
    let source =
        fs::read_to_string(workspace::path("index.html")).context("cannot read index.html")?;
    let staged = work.join("staged.html");
    fs::write(&staged, page::without_trunk(&source))?;
    prerender::fill(&staged)?;
    let html = fs::read_to_string(&staged)?;
    page::check_filled(&html)?;
    Ok(html)
}

/// Writes the app and then the page into a folder, and removes earlier versions of the
/// app. Whoever loads the page meanwhile gets the one version or the other. Once painted, pages ask for
/// their chunks, and for what else they are to ask for.
pub(crate) fn write(
    folder: &Path,
    staged: &str,
    bound: &Bound,
    extra: &str,
    mut ahead: boot::Ahead,
) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut parts = vec![bound.glue.as_bytes(), &bound.wasm];
    parts.extend(bound.chunks.iter().map(|chunk| chunk.wasm.as_slice()));
    let name = format!("open-gates-{}", fingerprint(&parts));
    let (glue, wasm) = (format!("{name}.js"), format!("{name}_bg.wasm"));
    fs::write(folder.join(&glue), split::with_names(&bound.glue, &bound.chunks, &name))?;
    for chunk in &bound.chunks {
        fs::write(folder.join(split::file_name(&name, &chunk.name)), &chunk.wasm)?;
    }
    fs::write(folder.join(&wasm), &bound.wasm)?;
    split::add_ahead(&mut ahead, &bound.chunks, &name);
    let boot = boot::for_site(&glue, &wasm, &ahead);
    let html = page::with_boot(staged, &format!("{boot}{extra}"))?;
    let html = policy::with_policy(&html, &[])?;
    let new = folder.join("index.html.new");
    fs::write(&new, html)?;
    fs::rename(&new, folder.join("index.html"))?;
    for entry in folder.read_dir()?.flatten() {
        let file = entry.file_name();
        let file = file.to_string_lossy();
        if file.starts_with("open-gates-") && !file.starts_with(&name) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The folder of what readers can take along; the teacher's page names it too.
const DOWNLOADS: &str = "download";

/// Puts files beside the page that readers can take along. The worker does not keep them: each holds all
/// of the page once more.
pub(crate) fn add_downloads(folder: &Path, files: &[PathBuf]) -> Result<()> {
    let downloads = folder.join(DOWNLOADS);
    fs::create_dir_all(&downloads)?;
    for file in files {
        let name = file.file_name().context("a download without a name")?;
        fs::copy(file, downloads.join(name))
            .with_context(|| format!("cannot copy {}", file.display()))?;
    }
    Ok(())
}

/// The files of which the page in a folder is made: all but those that can be taken along, which hold it
/// once more.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = workspace::files_in(folder)?;
    files.retain(|file| !file.starts_with(folder.join(DOWNLOADS)));
    Ok(files)
}

/// Copies a folder with all that is in it, except files whose name begins with a dot.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in from.read_dir().with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// A short name for some content: FNV-1a, the same on every machine.
pub(crate) fn fingerprint(parts: &[&[u8]]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in parts.iter().flat_map(|part| part.iter()) {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_follows_the_content() {
        // The published values of FNV-1a.
        assert_eq!(fingerprint(&[b""]), "cbf29ce484222325");
        assert_eq!(fingerprint(&[b"foo", b"bar"]), "85944171f73967e8");
    }

    #[test]
    fn another_version_replaces_the_files_of_the_one_before() {
        let folder = workspace::path("target/xtask-tests/site");
        let _ = fs::remove_dir_all(&folder);
        let bound = |glue: &str| Bound { glue: glue.to_owned(), wasm: vec![1], chunks: Vec::new() };
        let staged = "<meta name=\"color-scheme\"><!-- boot -->";
        write(&folder, staged, &bound("one"), "", boot::Ahead::new()).unwrap();
        write(&folder, staged, &bound("two"), "", boot::Ahead::new()).unwrap();
        assert_eq!(folder.read_dir().unwrap().count(), 3);
        let html = fs::read_to_string(folder.join("index.html")).unwrap();
        assert!(html.contains("_bg.wasm"));
    }
}
