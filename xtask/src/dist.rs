//! Building what readers get: a folder for any web server, one file for none, and a package for learning
//! platforms.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use lexopt::Parser;

use crate::bindgen::{self, Bound, Loader};
use crate::evidence::{self, Parted};
use crate::toolchain::Toolchain;
use crate::wasm::{self, Form, Profile};
use crate::{boot, export, node, offline, process, scorm, single, site, wasm_opt, workspace};

/// `cargo xtask dist`.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    build()?;
    Ok(ExitCode::SUCCESS)
}

/// Builds all outputs and says how large they are.
pub(crate) fn build() -> Result<()> {
    bindgen::check_version()?;
    let toolchain = Toolchain::ready()?;
    // The single file holds everything anyway, in one module; a site has chunks. The two differ in how
    // they are linked, and in nothing else.
    let mut classic = process::timed("Compile the app for the single file", || {
        let compiled = wasm::build(&toolchain, Profile::Release, Form::Whole)?;
        bindgen::bind(&compiled, Loader::Classic, Profile::Release)
    })?;
    // Nobody waits for a package to come over a slow line, so this one is not made smaller below.
    let packaged = process::timed("Compile the app for a learning platform", || {
        let compiled = wasm::build(&toolchain, Profile::Release, Form::ForPlatform)?;
        bindgen::bind(&compiled, Loader::Classic, Profile::Release)
    })?;
    let mut module = process::timed("Compile the app for a site", || {
        let compiled = wasm::build(&toolchain, Profile::Release, Form::ToSplit)?;
        bindgen::bind(&compiled, Loader::Chunked, Profile::Release)
    })?;
    let staged = process::timed("Write the story into the page", || {
        site::staged_page(&workspace::web_target().join("staged"))
    })?;
    process::timed("Make the app smaller", || shrink([&mut module, &mut classic]))?;
    process::timed("Write dist/", || {
        let folder = workspace::path("dist/site");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let Parted { page, sections, questions } = evidence::part(&staged)?;
        let page_of_site = evidence::with_links_to_file(&page);
        let file = evidence::document(&page_of_site, &sections)?;
        let address =
            |name, content: &str| format!("{name}?{}", site::fingerprint(&[content.as_bytes()]));
        let later = [address(evidence::FILE, &file), address(evidence::QUESTIONS, &questions)];
        let extra =
            format!("{}{}", boot::evidence_of_site(&later[0], &later[1]), offline::REGISTER);
        let ahead = boot::Ahead::from([("quiz".to_owned(), vec![later[1].clone()])]);
        site::write(&folder, &page_of_site, &module, &extra, ahead)?;
        fs::write(folder.join(evidence::FILE), file)?;
        fs::write(folder.join(evidence::QUESTIONS), &questions)?;
        site::copy_folder(&workspace::path("public"), &folder.join("public"))?;
        offline::write_manifest(&folder, &page_of_site)?;
        offline::write_worker(&folder, &later)?;
        let (page, sections) = (evidence::without_file(&page)?, evidence::without_file(&sections)?);
        let html = single::page(&page, &sections, &questions, &classic)?;
        let single_file = workspace::path("dist/open-gates.html");
        fs::write(&single_file, html).context("cannot write dist/")?;
        let package = scorm::to_dist(&single::page(&page, &sections, &questions, &packaged)?)?;
        site::add_downloads(&folder, &[single_file, package])?;
        print_sizes()
    })?;
    process::timed("Export questions", export::to_dist)
}

/// Runs wasm-opt where there is Node.
fn shrink(apps: [&mut Bound; 2]) -> Result<()> {
    if let Err(reason) = node::check() {
        println!("   Leaving out wasm-opt: {reason:#}. The app works, but is larger.");
        return Ok(());
    }
    for app in apps {
        let chunks = app.chunks.iter_mut().map(|chunk| &mut chunk.wasm);
        for wasm in chunks.chain([&mut app.wasm]) {
            *wasm = wasm_opt::optimise(wasm)?;
        }
    }
    Ok(())
}

/// Prints a table of sizes: as stored, by gzip, and by brotli where Node can tell.
fn print_sizes() -> Result<()> {
    let mut files = site::files(&workspace::path("dist/site"))?;
    files.push(workspace::path("dist/open-gates.html"));
    let brotli = brotli_sizes(&files);
    println!("   {:>10} {:>10} {:>10}", "bytes", "gzip", "brotli");
    for (index, file) in files.iter().enumerate() {
        let content = fs::read(file)?;
        let brotli = brotli.get(index).map_or("?", String::as_str);
        let gzip = single::gzip(&content)?.len();
        println!("   {:>10} {gzip:>10} {brotli:>10}  {}", content.len(), workspace::shown(file));
    }
    Ok(())
}

/// The size of each file by brotli, or nothing if there is no Node to ask.
pub(crate) fn brotli_sizes(files: &[PathBuf]) -> Vec<String> {
    const SCRIPT: &str = "const {brotliCompressSync}=require('zlib'),{readFileSync}=require('fs');\
        for(const f of process.argv.slice(1))console.log(brotliCompressSync(readFileSync(f)).length)";
    let said = process::capture(node::node().args(["-e", SCRIPT, "--"]).args(files));
    said.map(|said| said.lines().map(str::to_owned).collect()).unwrap_or_default()
}
