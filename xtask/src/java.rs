//! Finding a Java, which the checker of HTML runs on, or installing one.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::apt;
use crate::process::{capture, timed};

/// The oldest that the checker runs on.
const OLDEST: u32 = 17;

/// Debian's package: what runs programs that show nothing.
const PACKAGE: &str = "default-jre-headless";

/// Finds one that is new enough: that of `JAVA_HOME`, one on PATH, or one that can be installed.
pub(crate) fn ready() -> Result<PathBuf> {
    if let Some(program) = installed() {
        return Ok(program);
    }
    timed("Fetch a Java to check HTML with", || {
        let said = match apt::exists() {
            true => apt::install(&[PACKAGE]).err().map(|error| format!("{error:#}")),
            false => Some("this system has no apt-get".to_owned()),
        };
        if let Some(program) = installed() {
            return Ok(program);
        }
        let said = said.unwrap_or_else(|| "that brought none that is new enough".to_owned());
        bail!(
            "there is no Java {OLDEST} or newer to check HTML with.\n\
             Tried `apt-get install {PACKAGE}`:\n    {said}\n\
             Install a Java runtime, or set JAVA_HOME to the folder of one."
        )
    })
}

/// One that is here and new enough.
fn installed() -> Option<PathBuf> {
    let home = std::env::var_os("JAVA_HOME").map(|home| PathBuf::from(home).join("bin/java"));
    let programs = home.into_iter().chain([PathBuf::from("java")]);
    programs.into_iter().find(|program| {
        let said = capture(Command::new(program).arg("--version"));
        said.is_ok_and(|said| major(&said).is_some_and(|major| major >= OLDEST))
    })
}

/// The version that a Java says it is: `openjdk 17.0.15 2025-04-15`, or `java 21 2023-09-19` where
/// nothing was mended yet.
fn major(said: &str) -> Option<u32> {
    let version = said.split_whitespace().nth(1)?;
    version.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_java_says_its_version() {
        assert_eq!(major("openjdk 17.0.15 2025-04-15\nOpenJDK Runtime Environment (…)"), Some(17));
        assert_eq!(major("java 21 2023-09-19 LTS\n"), Some(21));
        assert_eq!(major("openjdk 25-ea 2025-09-16"), Some(25));
        assert_eq!(major("Unrecognized option: --version"), None);
        assert_eq!(major(""), None);
    }
}
