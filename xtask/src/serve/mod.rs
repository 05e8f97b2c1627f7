//! Building the page, serving it, and building it again whenever a file changes.

mod builder;
mod port;
mod server;
mod watch;

use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::Result;
use lexopt::{Arg, Parser, ValueExt};

use crate::process::{self, seconds};
use crate::toolchain::Toolchain;
use crate::wasm::Profile;
use crate::{bindgen, check};

/// What `serve` was asked for.
struct Options {
    port: u16,
    open: bool,
    profile: Profile,
}

impl Options {
    fn read(arguments: &mut Parser) -> Result<Self> {
        let mut options = Self { port: 8080, open: false, profile: Profile::Dev };
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("port") => options.port = arguments.value()?.parse()?,
                Arg::Long("open") => options.open = true,
                Arg::Long("release") => options.profile = Profile::Release,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// `cargo xtask serve`.
pub(crate) fn main(arguments: &mut Parser) -> Result<ExitCode> {
    let options = Options::read(arguments)?;
    let start = Instant::now();
    bindgen::check_version()?;
    let toolchain = Toolchain::ready()?;
    // Watching begins before building: an edit meanwhile must not be missed.
    let changes = watch::start()?;
    let mut builder = builder::Builder::new(toolchain, options.profile)?;
    if let Err(error) = check::must_be_good().and_then(|()| builder.build()) {
        println!("\nerror: {error:#}");
        builder.write_placeholder()?;
    }
    let listener = port::listen(options.port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let server = server::start(listener, builder.folder().to_owned())?;
    println!("\nReady after {}. The page is at\n\n    {address}\n", seconds(start.elapsed()));
    println!("It follows every edit. Ctrl-C ends it.");
    if options.open {
        open(&address);
    }
    // Once the checker itself has been edited, the one that runs here is out of date.
    let mut checker_is_current = true;
    loop {
        let files = changes.next()?;
        process::heading(&format!("Changed: {}", files.join(", ")));
        let start = Instant::now();
        checker_is_current &= !files.iter().any(|file| file.starts_with("crates"));
        // The build would find mistakes too, but say so among much else.
        let checked = if checker_is_current { check::must_be_good() } else { Ok(()) };
        match checked.and_then(|()| builder.build()) {
            Ok(()) => {
                server.changed();
                println!("   Built in {}: {address}", seconds(start.elapsed()));
            }
            Err(error) => {
                println!("\nerror: {error:#}\nThe page stays as it was before this change.");
            }
        }
    }
}

/// Shows an address in the reader's browser. No harm if that fails: it is printed too.
fn open(address: &str) {
    let command = if cfg!(target_os = "macos") {
        Command::new("open").arg(address).spawn()
    } else if cfg!(windows) {
        Command::new("cmd").args(["/C", "start", "", address]).spawn()
    } else {
        Command::new("xdg-open").arg(address).spawn()
    };
    if let Err(error) = command {
        println!("No browser could be opened ({error}).");
    }
}
