//! JSON Schemas of the story's files, for editors that complete and check as one types.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};
use lexopt::Parser;

use crate::workspace;

/// `cargo xtask schema`.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let folder = workspace::path("content/schema");
    fs::create_dir_all(&folder).context("cannot make content/schema")?;
    let schemas = story::author::schema();
    for (name, text) in [("story", schemas.story), ("entities", schemas.entities)] {
        let file = folder.join(format!("{name}.schema.json"));
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
        println!("{}", workspace::shown(&file));
    }
    Ok(ExitCode::SUCCESS)
}
