//! Pictures of the page as it stands, for its documentation.

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::Parser;

use crate::{browser, dist, node, process};

/// `cargo xtask screenshots`.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    if let Err(reason) = node::check() {
        bail!("pictures are taken with Node: {reason:#}");
    }
    node::install_packages()?;
    let browser = browser::ready()?;
    dist::build()?;
    let mut command = node::playwright();
    command.args(["test", "--config=screenshots.config.ts"]).env("CHROMIUM", browser.program);
    process::run(&mut command)?;
    println!("docs/screenshots/ holds the pictures: look at them.");
    Ok(ExitCode::SUCCESS)
}
