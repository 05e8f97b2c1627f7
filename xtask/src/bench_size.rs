//! What the program weighs: against the least that Leptos needs, and whose code it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::bindgen::{self, Loader};
use crate::dist::brotli_sizes;
use crate::toolchain::{TARGET, Toolchain};
use crate::wasm::{self, Form, Profile};
use crate::{process, wasm_opt, workspace};

/// The least that is a page with Leptos.
const FLOOR: &str = "bare";

/// Crates with less than this share of the code are told together.
const SMALL: u64 = 100;

/// Prints both tables.
pub(crate) fn print() -> Result<()> {
    let toolchain = Toolchain::ready()?;
    let floor = process::timed("Compile the least that Leptos needs", || {
        let compiled = floor(&toolchain)?;
        bindgen::bind(&compiled, Loader::Classic, Profile::Release)
    })?;
    let (ours, parts) = process::timed("Compile the app for a site", || {
        let compiled = wasm::build(&toolchain, Profile::Release, Form::ToSplit)?;
        let parts = parts(&bindgen::with_names(&compiled)?)?;
        anyhow::Ok((bindgen::bind(&compiled, Loader::Chunked, Profile::Release)?, parts))
    })?;
    let folder = workspace::path("target/bench/size");
    fs::create_dir_all(&folder)?;
    let mut files = Vec::new();
    for (name, wasm) in [("floor.wasm", &floor.wasm), ("ours.wasm", &ours.wasm)] {
        let file = folder.join(name);
        fs::write(&file, wasm_opt::optimise(wasm)?)?;
        files.push(file);
    }
    for (name, glue) in [("floor.js", &floor.glue), ("ours.js", &ours.glue)] {
        let file = folder.join(name);
        fs::write(&file, glue)?;
        files.push(file);
    }
    println!("\nWhat starts the page, in KB by brotli");
    println!("{:<28} {:>10} {:>10} {:>8}", "", "floor", "ours", "ratio");
    let [floor_wasm, ours_wasm, floor_glue, ours_glue] = kilobytes(&files)?;
    for (what, floor, ours) in
        [("program", floor_wasm, ours_wasm), ("script that loads it", floor_glue, ours_glue)]
    {
        println!("{what:<28} {floor:>10.1} {ours:>10.1} {:>7.1}\u{d7}", ours / floor);
    }
    print_parts(&parts);
    Ok(())
}

/// Compiles the example, with the settings of the app.
fn floor(toolchain: &Toolchain) -> Result<PathBuf> {
    let mut command = toolchain.cargo("rustc");
    command.args(["--package", "open-gates", "--example", FLOOR, "--features", "csr", "--release"]);
    process::run(&mut command)?;
    let folder = workspace::web_target().join(TARGET).join("release/examples");
    let wasm = folder.join(format!("{FLOOR}.wasm"));
    if !wasm.is_file() {
        bail!("cargo succeeded, but there is no {}", workspace::shown(&wasm));
    }
    Ok(wasm)
}

fn kilobytes(files: &[PathBuf]) -> Result<[f64; 4]> {
    let sizes = brotli_sizes(files);
    let sizes: Vec<f64> = sizes.iter().filter_map(|it| it.parse().ok()).collect();
    let sizes: [f64; 4] = sizes.try_into().ok().context("sizes by brotli need Node")?;
    Ok(sizes.map(|bytes| bytes / 1024.0))
}

/// Bytes by what they are: crates for code, `(data)` for what it carries, `(rest)`.
fn parts(wasm: &[u8]) -> Result<BTreeMap<String, u64>> {
    let mut parts = BTreeMap::new();
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len() as u64),
            Payload::DataSection(data) => {
                parts.insert("(data)".to_owned(), data.range().len() as u64);
            }
            Payload::ElementSection(elements) => {
                parts.insert("(tables)".to_owned(), elements.range().len() as u64);
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(section) = section.as_known() else { continue };
                for part in section {
                    // Newer parts of it than the reader knows are no reason to stop.
                    let Ok(Name::Function(functions)) = part else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, function.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    if names.is_empty() {
        bail!("the program has no names of functions");
    }
    for (at, size) in bodies.into_iter().enumerate() {
        let name = names.get(&(imported + u32::try_from(at)?));
        let owner = name.map_or_else(|| "(unnamed)".to_owned(), |name| owner(name));
        *parts.entry(owner).or_default() += size;
    }
    Ok(parts)
}

/// The crate that a function comes from, or that of the type for which it was written.
fn owner(name: &str) -> String {
    let name = format!("{:#}", demangle(name));
    let skipped = name.trim_start_matches(['<', '&', '*', '[', '(']);
    let skipped =
        ["mut ", "const ", "dyn "].iter().fold(skipped, |it, word| it.trim_start_matches(word));
    let end = skipped.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let first = skipped.get(..end.unwrap_or(skipped.len())).unwrap_or_default();
    if name.contains("::") && !first.is_empty() { first.to_owned() } else { "(other)".to_owned() }
}

fn print_parts(parts: &BTreeMap<String, u64>) {
    let total: u64 = parts.values().sum();
    let mut parts: Vec<_> = parts.iter().collect();
    parts.sort_by_key(|(_, size)| std::cmp::Reverse(**size));
    println!("\nWhat starts the page, by crate, before wasm-opt and brotli: {} KB", total / 1024);
    let mut small = 0;
    for (name, size) in parts {
        if size * SMALL < total {
            small += size;
            continue;
        }
        println!("{name:<28} {:>8.1} KB {:>5} %", *size as f64 / 1024.0, size * 100 / total);
    }
    println!(
        "{:<28} {:>8.1} KB {:>5} %",
        "each less than 1 %",
        small as f64 / 1024.0,
        small * 100 / total
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_belong_to_the_crate_that_they_are_written_for() {
        for (name, crate_) in [
            ("open_gates::route::Route::parse", "open_gates"),
            ("<leptos::mount::Handle as core::ops::Drop>::drop", "leptos"),
            ("<&mut dyn tachys::view::Any as core::fmt::Debug>::fmt", "tachys"),
            ("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "core"),
            ("__wbindgen_malloc", "(other)"),
        ] {
            assert_eq!(owner(name), crate_, "{name}");
        }
    }

    #[test]
    fn a_program_without_names_is_refused() {
        assert!(parts(b"\0asm\x01\0\0\0").is_err());
        assert!(parts(b"no program").is_err());
    }
}
