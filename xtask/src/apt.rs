//! Installing Debian packages, where that is possible.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{capture, line, run, succeeds};
use crate::version::Version;

/// Whether this machine has apt.
pub(crate) fn exists() -> bool {
    cfg!(target_os = "linux") && succeeds(Command::new("apt-get").arg("--version"))
}

/// Installs packages, without what they merely recommend, and without ever removing
/// a package that is there. Old package lists are the usual cause of a failure, so a
/// failed install is tried once more after an update.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let mut command = apt_get()?;
    command.args(["install", "--yes", "--quiet", "--no-install-recommends", "--no-remove"]);
    command.args(packages);
    println!("   {}", line(&command));
    if run(&mut command).is_ok() {
        return Ok(());
    }
    println!("   That failed. Once more with new package lists:");
    update()?;
    run(&mut command)
}

/// Fetches the package lists.
pub(crate) fn update() -> Result<()> {
    run(apt_get()?.arg("update"))
}

/// The version of a package that an install would bring.
pub(crate) fn candidate(package: &str) -> Option<Version> {
    let policy = capture(Command::new("apt-cache").args(["policy", package]).env("LC_ALL", "C"));
    candidate_in(&policy.ok()?)
}

/// Reads `apt-cache policy`.
fn candidate_in(policy: &str) -> Option<Version> {
    let candidate = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate:"))?;
    Version::find(candidate)
}

/// apt-get with the right to install: as root, or by a sudo that does not ask.
fn apt_get() -> Result<Command> {
    let user = capture(Command::new("id").arg("-u")).context("cannot tell who is asking")?;
    let mut command = if user.trim() == "0" {
        Command::new("apt-get")
    } else if succeeds(Command::new("sudo").args(["-n", "true"])) {
        let mut command = Command::new("sudo");
        command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    } else {
        bail!("installing packages with apt-get needs root, and sudo would ask for a password");
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_candidate_is_read_from_the_policy() {
        let policy = "rustc-web:\n  Installed: (none)\n  Candidate: 1.96.0+dfsg1-1~deb12u2\n  \
                      Version table:\n     1.85.0+dfsg3-1 500\n";
        assert_eq!(candidate_in(policy), Version::find("1.96.0"));
        assert_eq!(candidate_in("x:\n  Candidate: (none)\n"), None);
        assert_eq!(candidate_in(""), None);
    }
}
