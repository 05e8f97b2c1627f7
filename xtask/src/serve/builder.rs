//! Building the page again and again, doing only what a change asks for.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Result, anyhow};

use crate::bindgen::{self, Bound, Loader};
use crate::toolchain::Toolchain;
use crate::wasm::{self, Form, Profile};
use crate::{boot, process, site, workspace};

/// Builds the page into a folder of its own.
pub(super) struct Builder {
    toolchain: Toolchain,
    profile: Profile,
    /// The app as last bound, and when it was compiled.
    bound: Option<(SystemTime, Bound)>,
}

impl Builder {
    /// Begins with an empty folder, so that nothing old is ever shown.
    pub(super) fn new(toolchain: Toolchain, profile: Profile) -> Result<Self> {
        let folder = folder();
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        Ok(Self { toolchain, profile, bound: None })
    }

    /// Where the page is.
    pub(super) fn folder(&self) -> PathBuf {
        folder()
    }

    /// Builds the page. If anything fails, the page is left as it was.
    pub(super) fn build(&mut self) -> Result<()> {
        let compiled = process::timed("Compile the app for the browser", || {
            wasm::build(&self.toolchain, self.profile, Form::Whole)
        })?;
        // Two things that each keep one processor busy for a while.
        let (staged, bound) = process::timed("Write the story into the page", || {
            std::thread::scope(|threads| {
                let bound = threads.spawn(|| self.bind(&compiled));
                let staged = site::staged_page(&workspace::web_target().join("staged"));
                let bound = bound.join().map_err(|_| anyhow!("wasm-bindgen panicked"))?;
                Ok((staged?, bound?))
            })
        })?;
        site::write(&folder(), &staged, bound, boot::LIVE_RELOAD, boot::Ahead::new())
    }

    /// Something to look at while there is no page yet.
    pub(super) fn write_placeholder(&self) -> Result<()> {
        let page = format!(
            "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not built</title>\
             <p>The page could not be built yet. The terminal says why; this page will follow \
             when it is mended.</p>{}",
            boot::LIVE_RELOAD
        );
        Ok(fs::write(folder().join("index.html"), page)?)
    }

    /// Binds the app, unless it is the one that was bound last.
    fn bind(&mut self, compiled: &Path) -> Result<&Bound> {
        let time = compiled.metadata()?.modified()?;
        let bound = match self.bound.take() {
            Some((known, bound)) if known == time => bound,
            _ => bindgen::bind(compiled, Loader::Module, self.profile)?,
        };
        let (_, bound) = self.bound.insert((time, bound));
        Ok(bound)
    }
}

fn folder() -> PathBuf {
    workspace::path("target/serve")
}
