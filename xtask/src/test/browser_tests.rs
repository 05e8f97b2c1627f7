//! The Rust tests that need a browser: `tests/browser.rs`, compiled for it.

use std::fs;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::counts::Counts;
use crate::browser::{self, Browser};
use crate::process::{line, tee};
use crate::toolchain::Toolchain;
use crate::{node, tools, workspace};

/// The test target.
const TARGET: &str = "browser";

/// Compiles the tests and runs them in a browser without a window.
pub(super) fn run() -> Result<Counts> {
    let tests = compile(&Toolchain::ready()?)?;
    tools::wasm_bindgen()?;
    let browser = browser::ready()?;
    let said = match &browser.driver {
        Some(driver) => tee(&mut with_driver(&tests, &browser, driver)?)?,
        None => {
            println!("   No chromedriver fits the browser; Playwright opens it instead.");
            without_driver(&tests, &browser)?
        }
    };
    Ok(Counts::of_libtest(&said.text).honest(said.success))
}

/// Compiles the tests and names the file they became.
fn compile(toolchain: &Toolchain) -> Result<PathBuf> {
    let mut command = toolchain.cargo("test");
    command.args(["--package", "open-gates", "--features", "csr", "--test", TARGET]);
    command.args(["--no-run", "--message-format=json-render-diagnostics"]);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start {}", line(&command)))?;
    if !output.status.success() {
        bail!("{} failed ({})", line(&command), output.status);
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    messages.lines().find_map(executable).context("cargo names no compiled test")
}

/// The test's file, if one of cargo's messages is about it.
fn executable(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message.get("target")?.get("name")? != TARGET {
        return None;
    }
    message.get("executable")?.as_str().map(PathBuf::from)
}

/// wasm-bindgen's runner, which talks to the browser through its driver.
fn with_driver(tests: &Path, browser: &Browser, driver: &Path) -> Result<Command> {
    let template = fs::read_to_string(workspace::path("webdriver.json"))
        .context("cannot read webdriver.json")?;
    let settings = with_binary(&template, &browser.program)?;
    let folder = workspace::path("target/browser-tests");
    fs::create_dir_all(&folder)?;
    let file = folder.join("webdriver.json");
    fs::write(&file, settings)?;
    let mut command = runner(tests);
    command.env("CHROMEDRIVER", driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file);
    Ok(command)
}

/// The driver's settings, with the browser that was found.
fn with_binary(settings: &str, browser: &Path) -> Result<String> {
    let mut settings: Value = serde_json::from_str(settings).context("in webdriver.json")?;
    let options = settings
        .get_mut("goog:chromeOptions")
        .and_then(Value::as_object_mut)
        .context("webdriver.json has no goog:chromeOptions")?;
    options.insert("binary".to_owned(), json!(browser));
    Ok(settings.to_string())
}

/// The runner only serves the tests, and Playwright opens them: for machines with a
/// browser but no driver that fits it.
fn without_driver(tests: &Path, browser: &Browser) -> Result<crate::process::Said> {
    node::check()?;
    node::install_packages()?;
    let mut command = runner(tests);
    command.env("NO_HEADLESS", "1").env("WASM_BINDGEN_TEST_ADDRESS", "127.0.0.1:0");
    let mut server = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", line(&command)))?;
    let said = address(&mut server).and_then(|address| {
        let mut opener = node::node();
        opener.args(["support/wasm-tests.js", &address]).env("CHROMIUM", &browser.program);
        tee(&mut opener)
    });
    // It serves until it is ended.
    let _ = server.kill();
    let _ = server.wait();
    said
}

/// The address that the runner says it serves at.
fn address(server: &mut Child) -> Result<String> {
    let output = server.stdout.take().context("the test runner has no output")?;
    let mut lines = std::io::BufReader::new(output).lines().map_while(Result::ok);
    let line = lines.find(|line| line.contains("http://")).context("the test runner ended")?;
    let (_, address) = line.split_once("http://").unwrap_or_default();
    // Its later lines must find someone who listens.
    std::thread::spawn(move || lines.for_each(drop));
    Ok(format!("http://{}", address.trim()))
}

fn runner(tests: &Path) -> Command {
    let mut command = Command::new(tools::program("wasm-bindgen-test-runner"));
    command.arg(tests).current_dir(workspace::root());
    command.env("WASM_BINDGEN_USE_BROWSER", "1");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiled_test_is_found_among_cargos_messages() {
        let other = r#"{"reason":"compiler-artifact","target":{"name":"serde"},"executable":null}"#;
        let test = r#"{"reason":"compiler-artifact","target":{"name":"browser"},
                       "executable":"/t/browser-1.wasm"}"#;
        assert_eq!(executable(other), None);
        assert_eq!(executable(test), Some(PathBuf::from("/t/browser-1.wasm")));
        assert_eq!(executable("Compiling"), None);
    }

    #[test]
    fn the_browser_that_was_found_is_the_one_that_is_driven() {
        let settings = r#"{"goog:chromeOptions":{"args":["--headless"]}}"#;
        let with = with_binary(settings, Path::new("/usr/bin/chromium")).unwrap();
        assert!(with.contains(r#""binary":"/usr/bin/chromium""#) && with.contains("--headless"));
        assert!(with_binary("{}", Path::new("x")).is_err());
    }
}
