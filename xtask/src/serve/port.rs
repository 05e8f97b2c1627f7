//! Finding a port to serve at.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

/// How many ports are tried.
const TRIES: u16 = 50;

/// Listens on this machine alone, at the wanted port or the next free one.
pub(super) fn listen(wanted: u16) -> Result<TcpListener> {
    let mut refused = None;
    for port in wanted..=wanted.saturating_add(TRIES) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => {
                if port != wanted {
                    println!("\nPort {wanted} is taken; using {port}.");
                }
                return Ok(listener);
            }
            Err(error) if is_next_worth_trying(error.kind()) => refused = Some(error),
            Err(error) => return Err(error).context(format!("cannot listen on port {port}")),
        }
    }
    let error = refused.map_or(String::new(), |error| error.to_string());
    anyhow::bail!("no port from {wanted} on is free ({error}); choose one with --port")
}

fn is_next_worth_trying(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::AddrInUse | ErrorKind::PermissionDenied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_leads_to_another() {
        let first = listen(45_870).unwrap();
        let taken = first.local_addr().unwrap().port();
        let second = listen(taken).unwrap();
        assert!(second.local_addr().unwrap().port() > taken);
        assert!(second.local_addr().unwrap().ip().is_loopback());
    }
}
