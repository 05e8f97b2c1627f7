//! trunk, which many know, builds and serves the same page.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Child;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::counts::Counts;
use super::e2e;
use crate::process;
use crate::trunk;

/// How long `trunk serve` may take to answer. It builds first.
const LIMIT: Duration = Duration::from_secs(600);

/// `trunk build --release` makes a page that works, and `trunk serve` answers.
pub(super) fn run() -> Result<Counts> {
    process::run(trunk::command()?.args(["build", "--release"]))?;
    let mut counts = Counts::one(true);
    counts += e2e::playwright(&["--project=trunk"])?;
    counts += match serves() {
        Ok(()) => Counts::one(true),
        Err(error) => {
            println!("   trunk serve: {error:#}");
            Counts::one(false)
        }
    };
    Ok(counts)
}

/// Starts `trunk serve` and asks it for the page.
fn serves() -> Result<()> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let mut command = trunk::command()?;
    command.args(["serve", "--release", "--address", "127.0.0.1", "--port", &port.to_string()]);
    let mut server = command.spawn().context("cannot start trunk")?;
    let answer = answer(&mut server, port);
    let _ = server.kill();
    let _ = server.wait();
    check(&answer?)
}

/// Waits for the page.
fn answer(server: &mut Child, port: u16) -> Result<String> {
    let start = Instant::now();
    while start.elapsed() < LIMIT {
        if let Some(status) = server.try_wait()? {
            bail!("it ended ({status})");
        }
        if let Ok(page) = get(port) {
            return Ok(page);
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    bail!("it did not answer within {} s", LIMIT.as_secs())
}

/// The page as served, head and all.
fn get(port: u16) -> Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(LIMIT))?;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// Whether the answer is the page with the story in it.
fn check(answer: &str) -> Result<()> {
    let first = answer.lines().next().unwrap_or_default();
    if first.split_whitespace().nth(1) != Some("200") {
        bail!("it answered `{first}`");
    }
    if !answer.contains("<main") || answer.contains("<!-- prerender:body -->") {
        bail!("the page it serves does not hold the story");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_with_the_story_will_do() {
        assert!(check("HTTP/1.1 200 OK\r\n\r\n<main>story</main>").is_ok());
        assert!(check("HTTP/1.1 404 Not Found\r\n\r\n<main></main>").is_err());
        assert!(check("HTTP/1.1 200 OK\r\n\r\n<!-- prerender:body -->").is_err());
        assert!(check("").is_err());
    }
}
