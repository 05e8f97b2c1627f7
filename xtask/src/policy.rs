//! The content security policy that pages carry themselves, since many hosts set no headers.
//!
//! A page runs the scripts that were built into it or stand beside it, and asks no other host for
//! anything, whatever text gets into it. Styles may stand at elements: the map places its signs by
//! them, and a style can't ask for what the rest of the policy refuses.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Before this the policy is put, and no script may stand: a policy binds what follows it.
const BEFORE: &str = "<meta name=\"color-scheme\"";

/// The same where the values have lost their quotation marks.
const BEFORE_BARE: &str = "<meta name=color-scheme";

/// Puts the policy into a page: its own scripts may run, and those texts that it makes scripts of.
pub(crate) fn with_policy(html: &str, made: &[&str]) -> Result<String> {
    let place = html.find(BEFORE).or_else(|| html.find(BEFORE_BARE));
    let (before, after) = html.split_at(place.context("a page has no place for its policy")?);
    anyhow::ensure!(!before.contains("<script"), "a script stands before the page's policy");
    let mut hashes: Vec<String> = scripts(after)?.into_iter().map(hash).collect();
    hashes.extend(made.iter().map(|script| hash(script)));
    let policy = policy(&hashes);
    Ok(format!(
        "{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{after}"
    ))
}

fn policy(hashes: &[String]) -> String {
    format!(
        "default-src 'none';script-src 'self' 'wasm-unsafe-eval' {};style-src 'self' 'unsafe-inline';\
         img-src 'self' data:;font-src 'self' data:;connect-src 'self';worker-src 'self';\
         manifest-src 'self';base-uri 'self';form-action 'none'",
        hashes.join(" ")
    )
}

/// What stands in the page's scripts, other than those that only hold data.
fn scripts(html: &str) -> Result<Vec<&str>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, from)) = rest.split_once("<script") {
        let (tag, content) = from.split_once('>').context("a script's tag does not end")?;
        let (content, after) = content.split_once("</script>").context("a script does not end")?;
        let data = tag.contains("type=") && !tag.contains("module");
        if !data && !content.is_empty() {
            found.push(content);
        }
        rest = after;
    }
    Ok(found)
}

fn hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"dark\">\
                        <script>alert('Hello, world.');</script>\
                        <script id=\"a\" type=\"text/plain\">data</script>\
                        <script type=\"module\">1</script><script src=\"a.js\"></script>";

    #[test]
    fn scripts_are_named_by_the_hash_that_browsers_compute() {
        // The example in the standard, Content Security Policy Level 3.
        let known = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(hash("alert('Hello, world.');"), known);
        assert!(with_policy(PAGE, &[]).unwrap().contains(known));
    }

    #[test]
    fn data_and_files_have_none_and_what_becomes_a_script_has_one() {
        assert_eq!(with_policy(PAGE, &[]).unwrap().matches("sha256-").count(), 2);
        let made = with_policy(PAGE, &["let a;"]).unwrap();
        assert!(made.contains(&hash("let a;")));
    }

    #[test]
    fn no_script_stands_before_the_policy() {
        assert!(
            with_policy(&PAGE.replace("<meta charset=\"utf-8\">", "<script>1</script>"), &[])
                .is_err()
        );
        assert!(with_policy("<p>", &[]).is_err());
        let bare = with_policy("<meta name=color-scheme content=dark><script>1</script>", &[]);
        assert!(bare.unwrap().starts_with("<meta http-equiv=\"Content-Security-Policy\""));
    }
}
