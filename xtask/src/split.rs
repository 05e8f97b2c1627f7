//! Taking out of the linked program what comes when it is wanted: chunks, as `src/shell/chunks.rs`
//! marks them.
//!
//! `wasm_split_cli_support` follows the linker's relocations: what only a marked function needs goes
//! to its chunk, and what two of them need to a chunk of its own. It writes a script that loads
//! them, which becomes a part of the glue here, so that it is no request of its own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use crate::boot::Ahead;
use crate::workspace;

/// How the linker keeps what the splitting needs.
pub(crate) const LINK: &str = "-Clink-args=--emit-relocs";

/// The module that the glue would import the loader from.
const LOADER: &str = "./chunks.js";

/// The pages that are views of the app alone, and the chunk in which each of these is, as `src/shell/chunks.rs`
/// mounts them.
const VIEWS: [(&str, &str); 5] = [
    ("map", "split_map"),
    ("quiz", "split_tools"),
    ("search", "split_tools"),
    ("notes", "split_tools"),
    ("project", "split_tools"),
];

/// A module that is loaded when it is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// Its name, without an ending.
    pub(crate) name: String,
    /// The module.
    pub(crate) wasm: Vec<u8>,
}

/// A program that was split.
#[derive(Debug)]
pub(crate) struct Split {
    /// What is loaded first, not yet bound.
    pub(crate) main: PathBuf,
    /// The script that loads the rest.
    pub(crate) loader: String,
    /// The rest.
    pub(crate) chunks: Vec<Chunk>,
}

/// Splits a program that was linked with [`LINK`].
pub(crate) fn split(compiled: &Path) -> Result<Split> {
    let folder = workspace::web_target().join("split");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let main = folder.join("open-gates.wasm");
    let input = fs::read(compiled)?;
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.main_module = "./glue.js";
    options.link_name = LOADER;
    let made = transform(options)
        .map_err(|error| anyhow!("cannot split {}: {error:#}", workspace::shown(compiled)))?;
    let mut chunks = Vec::new();
    for path in made.split_modules {
        let name = path.file_stem().context("a chunk without a name")?;
        let name = name.to_string_lossy().into_owned();
        chunks.push(Chunk { name, wasm: fs::read(&path)? });
    }
    if chunks.is_empty() {
        bail!("nothing was split off: does the app have the feature `split`?");
    }
    chunks.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Split { main, loader: fs::read_to_string(folder.join(LOADER))?, chunks })
}

/// The glue with the loader in it, which it would otherwise import.
pub(crate) fn joined(glue: &str, loader: &str) -> Result<String> {
    let imported = |line: &&str| line.starts_with("import ") && line.contains(LOADER);
    let names: Vec<&str> =
        glue.lines().filter(imported).filter_map(|line| line.split(' ').nth(3)).collect();
    if names.is_empty() {
        bail!("the glue does not import {LOADER}");
    }
    let mut out = String::with_capacity(glue.len() + loader.len());
    let mut loads = Vec::new();
    for line in loader.lines() {
        match line.strip_prefix("export const ") {
            // The glue itself is what it would import from.
            None if line.starts_with("import ") => continue,
            None => out.push_str(line),
            Some(rest) => {
                loads.extend(rest.split(' ').next());
                out.push_str("const ");
                out.push_str(rest);
            }
        }
        out.push('\n');
    }
    for name in names {
        out.push_str(&format!("const {name} = {{ {} }};\n", loads.join(", ")));
    }
    for line in glue.lines().filter(|line| !imported(line)) {
        out.push_str(line);
        out.push('\n');
    }
    Ok(out)
}

/// The glue, with each chunk under the name that it has beside the page.
pub(crate) fn with_names(glue: &str, chunks: &[Chunk], stem: &str) -> String {
    chunks.iter().fold(glue.to_owned(), |glue, Chunk { name, .. }| {
        glue.replace(&format!("\"./{name}.wasm\""), &format!("\"./{}\"", file_name(stem, name)))
    })
}

/// Adds the chunks that pages need as soon as they are shown.
pub(crate) fn add_ahead(ahead: &mut Ahead, chunks: &[Chunk], stem: &str) {
    for (page, own) in VIEWS {
        // What is named otherwise is shared.
        let needed = chunks.iter().filter(|it| it.name == own || !it.name.starts_with("split_"));
        let files = needed.map(|it| file_name(stem, &it.name));
        ahead.entry(page.to_owned()).or_default().extend(files);
    }
}

/// The name of a chunk beside the page.
pub(crate) fn file_name(stem: &str, chunk: &str) -> String {
    format!("{stem}-{}.wasm", chunk.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./chunks.js\"\nimport * as import2 from \"./chunks.js\"\n\
                        function imports() { return { \"./chunks.js\": import1 }; }\n";
    const SCRIPT: &str = "import { initSync } from \"./glue.js\";\n\
                          const a = () => fetch(new URL(\"./split_map.wasm\", import.meta.url));\n\
                          export const __wasm_split_load_map = wrap(a);\n";

    #[test]
    fn the_loader_becomes_a_part_of_the_glue() {
        let joined = joined(GLUE, SCRIPT).unwrap();
        assert!(!joined.contains("import *") && !joined.contains("import {"));
        assert!(joined.contains("const import2 = { __wasm_split_load_map };\n"));
        assert!(joined.contains("\nconst __wasm_split_load_map = wrap(a);\n"));
        assert!(joined.ends_with("{ \"./chunks.js\": import1 }; }\n"));
        assert!(super::joined("function imports() {}", SCRIPT).is_err());
    }

    #[test]
    fn a_page_needs_its_own_chunk_and_what_is_shared() {
        let chunk = |name: &str| Chunk { name: name.to_owned(), wasm: Vec::new() };
        let chunks = ["chunk_3", "split_map", "split_tools"].map(chunk);
        let mut ahead = Ahead::from([("quiz".to_owned(), vec!["questions.txt".to_owned()])]);
        add_ahead(&mut ahead, &chunks, "a-1");
        assert_eq!(ahead["map"], ["a-1-chunk-3.wasm", "a-1-split-map.wasm"]);
        assert_eq!(ahead["quiz"], ["questions.txt", "a-1-chunk-3.wasm", "a-1-split-tools.wasm"]);
    }

    #[test]
    fn chunks_are_named_after_the_program() {
        let chunk = Chunk { name: "split_map".to_owned(), wasm: Vec::new() };
        let glue = with_names(SCRIPT, &[chunk], "open-gates-1");
        assert!(glue.contains("new URL(\"./open-gates-1-split-map.wasm\", import.meta.url)"));
    }
}
