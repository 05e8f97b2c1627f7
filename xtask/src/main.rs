//! The project's own commands: `cargo xtask help` lists them.
//!
//! Each command is one file or folder. What several need stands on its own:
//! `toolchain` (who compiles the wasm), `wasm`, `bindgen`, `page` and `site` (the
//! page built from it), `process` (child processes), `workspace` (where things are).

mod apt;
mod bench;
mod bench_groups;
mod bench_size;
mod bindgen;
mod boot;
mod bounded;
mod browser;
mod cargo;
mod check;
mod dist;
mod evidence;
mod export;
#[cfg(test)]
mod figures;
mod help;
mod inline;
mod java;
mod node;
mod offline;
mod overlap;
mod pack;
mod page;
mod policy;
mod prerender;
mod process;
mod schema;
mod scorm;
mod screenshots;
mod serve;
mod single;
mod site;
mod split;
mod test;
mod text91;
mod toolchain;
mod tools;
mod trunk;
mod version;
mod wasm;
mod wasm_opt;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use lexopt::{Arg, Parser, ValueExt};

fn main() -> ExitCode {
    match run(&mut Parser::from_env()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the command's name and hands its other arguments to it.
fn run(arguments: &mut Parser) -> Result<ExitCode> {
    let name = match arguments.next()? {
        Some(Arg::Value(name)) => name.string()?,
        Some(Arg::Short('h') | Arg::Long("help")) | None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "serve" => serve::main(arguments),
        "dist" => dist::main(arguments),
        "test" => test::main(arguments),
        "trunk" => trunk::main(arguments),
        "check" => check::main(arguments),
        "export" => export::main(arguments),
        "overlap" => overlap::main(arguments),
        "bench" => bench::main(arguments),
        "screenshots" => screenshots::main(arguments),
        "schema" => schema::main(arguments),
        "help" => {
            help::print();
            Ok(ExitCode::SUCCESS)
        }
        unknown => {
            help::print();
            anyhow::bail!("there is no command `{unknown}`")
        }
    }
}
