//! Making the module smaller, as the last step before it is shipped.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{node, process, site, workspace};

/// What the compiler may use. wasm-opt refuses a module that uses more than it is told.
const FEATURES: [&str; 9] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-extended-const",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What makes the module smallest as it travels, by brotli; each was measured.
///
/// A function that is called from one place only stays a function unless it is tiny: inside another
/// it repeats nothing that brotli has seen before. And the first kilobyte of memory counts as unused,
/// so that more of an address fits into an instruction: it is the far end of the stack, which grows
/// downwards from a megabyte. `--traps-never-happen` would save another 200 bytes and is not among
/// them: every check that ends in a panic would be taken to succeed.
const SIZE: [&str; 7] = [
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size",
    "40",
    // Chunks come with names and notes of the compiler.
    "--strip-debug",
    "--strip-producers",
];

/// The smallest module that does the same. Results are kept, since this takes a while.
pub(crate) fn optimise(wasm: &[u8]) -> Result<Vec<u8>> {
    node::check()?;
    node::install_packages()?;
    let folder = workspace::web_target().join("optimised");
    fs::create_dir_all(&folder)?;
    let name = site::fingerprint(&[wasm, SIZE.concat().as_bytes(), FEATURES.concat().as_bytes()]);
    let output = folder.join(format!("{name}.wasm"));
    if !output.is_file() {
        let input = folder.join("input.wasm");
        fs::write(&input, wasm)?;
        run(&input, &output)?;
    }
    Ok(fs::read(output)?)
}

fn run(input: &Path, output: &PathBuf) -> Result<()> {
    let program = node::folder().join("node_modules/binaryen/bin/wasm-opt");
    if !program.is_file() {
        bail!("{} is missing; delete e2e/node_modules and try again", workspace::shown(&program));
    }
    // Written elsewhere first: an interrupted run must not leave half a result.
    let partial = output.with_extension("partial");
    let mut command = node::node();
    command.arg(program).args(SIZE).args(FEATURES).arg(input);
    process::run(command.arg("-o").arg(&partial))?;
    fs::rename(partial, output)?;
    Ok(())
}
