//! Running something that may hang, such as a download behind a silent firewall.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::process::line;

/// Runs a command in view, and ends it if it takes longer than `limit`.
pub(crate) fn run(command: &mut Command, limit: Duration) -> Result<()> {
    let mut child = command.spawn().with_context(|| format!("cannot start {}", line(command)))?;
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().context("a child process was lost")? {
            if status.success() {
                return Ok(());
            }
            bail!("{} failed ({status})", line(command));
        }
        if start.elapsed() > limit {
            // It may have ended by itself in this very moment.
            let _ = child.kill();
            let _ = child.wait();
            bail!("{} did not finish within {} s", line(command), limit.as_secs());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_is_ended() {
        let error = run(Command::new("sleep").arg("30"), Duration::from_millis(100)).unwrap_err();
        assert!(error.to_string().contains("did not finish"));
    }

    #[test]
    fn what_finishes_is_fine() {
        assert!(run(&mut Command::new("true"), Duration::from_secs(5)).is_ok());
        assert!(run(&mut Command::new("false"), Duration::from_secs(5)).is_err());
    }
}
