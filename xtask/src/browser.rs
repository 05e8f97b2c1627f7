//! Finding a Chromium to test with, or fetching one.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{capture, run, timed};
use crate::version::Version;
use crate::{apt, node};

/// Names that a Chromium goes by.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/// Where it is on systems that do not put it on PATH.
const PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/// A browser to test with.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    /// Its program.
    pub(crate) program: PathBuf,
    /// The driver that fits it, if there is one.
    pub(crate) driver: Option<PathBuf>,
}

/// Finds one: the one that `CHROMIUM` names, one on PATH, or one that can be installed.
pub(crate) fn ready() -> Result<Browser> {
    let program = match chosen()?.or_else(installed) {
        Some(program) => program,
        None => timed("Fetch a browser to test with", fetch)?,
    };
    let driver = driver(&program);
    Ok(Browser { program, driver })
}

/// The browser that the environment names.
fn chosen() -> Result<Option<PathBuf>> {
    let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) else { return Ok(None) };
    if !named.is_file() {
        bail!("CHROMIUM names {}, which is not there", named.display());
    }
    Ok(Some(named))
}

/// A browser that is installed.
fn installed() -> Option<PathBuf> {
    let on_path = NAMES.into_iter().find_map(on_path);
    on_path.or_else(|| PLACES.into_iter().map(PathBuf::from).find(|place| place.is_file()))
}

/// A program on PATH.
fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

/// Installs one: Debian's, else the one that Playwright downloads.
fn fetch() -> Result<PathBuf> {
    let apt_said = match from_apt() {
        Ok(program) => return Ok(program),
        Err(error) => error,
    };
    println!("   apt-get could not bring one: {apt_said:#}");
    from_playwright().map_err(|playwright_said| {
        anyhow::anyhow!(
            "there is no Chromium or Chrome to test with.\n\
             Tried `apt-get install chromium chromium-driver`:\n    {apt_said:#}\n\
             Tried `playwright install chromium`:\n    {playwright_said:#}\n\
             Install Chromium or Chrome, or set CHROMIUM to the path of one."
        )
    })
}

fn from_apt() -> Result<PathBuf> {
    if !apt::exists() {
        bail!("this system has no apt-get");
    }
    apt::install(&["chromium", "chromium-driver"])?;
    installed().context("apt-get succeeded, but no browser is on PATH")
}

fn from_playwright() -> Result<PathBuf> {
    node::install_packages()?;
    run(node::playwright().args(["install", "chromium"]))?;
    let script = "console.log(require('@playwright/test').chromium.executablePath())";
    let path = capture(node::node().args(["--input-type=commonjs", "-e", script]))?;
    Ok(path.trim().into())
}

/// A chromedriver of the browser's own major version: another would refuse it.
fn driver(browser: &PathBuf) -> Option<PathBuf> {
    let driver =
        std::env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| on_path("chromedriver"))?;
    let version =
        |program: &PathBuf| Version::find(&capture(Command::new(program).arg("--version")).ok()?);
    let (browser, of_driver) = (version(browser)?, version(&driver)?);
    (browser.major == of_driver.major).then_some(driver)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_is_not_found() {
        assert_eq!(on_path("no-such-browser"), None);
    }

    #[test]
    fn without_a_browser_there_is_no_driver_for_it() {
        assert_eq!(driver(&"no/such/browser".into()), None);
    }
}
