//! The steps of a test run, in order: what is quick and often fails comes first.

use anyhow::Result;

use super::counts::Counts;
use super::{another_story, browser_tests, dependencies, e2e, html, rust, spelling, trunk};
use crate::dist;

/// One step.
pub(super) struct Step {
    /// What `--only` and `--skip` call it.
    pub(super) name: &'static str,
    /// What it does.
    pub(super) title: &'static str,
    /// Steps whose results it uses.
    pub(super) needs: &'static [&'static str],
    /// Does it.
    pub(super) run: fn() -> Result<Counts>,
}

/// All of them.
pub(super) static STEPS: [Step; 15] = [
    Step { name: "fmt", title: "Formatting", needs: &[], run: rust::format },
    Step { name: "content", title: "The story's files", needs: &[], run: rust::content },
    Step { name: "spelling", title: "Spelling of the story", needs: &[], run: spelling::run },
    Step { name: "dependencies", title: "Other people's code", needs: &[], run: dependencies::run },
    Step { name: "clippy", title: "Lints, host", needs: &[], run: rust::clippy },
    Step { name: "unit", title: "Rust tests", needs: &[], run: rust::tests },
    Step {
        name: "another-story",
        title: "Another story on the same page",
        needs: &[],
        run: another_story::run,
    },
    Step { name: "doctest", title: "Examples in documentation", needs: &[], run: rust::doc_tests },
    Step { name: "doc", title: "Documentation builds", needs: &[], run: rust::documentation },
    Step { name: "clippy-wasm", title: "Lints, browser", needs: &[], run: rust::clippy_wasm },
    Step { name: "browser", title: "Rust tests in a browser", needs: &[], run: browser_tests::run },
    Step { name: "dist", title: "What readers get builds", needs: &[], run: build_dist },
    Step {
        name: "html",
        title: "What readers get is valid HTML",
        needs: &["dist"],
        run: html::run,
    },
    Step { name: "e2e", title: "What readers get, in a browser", needs: &["dist"], run: e2e::run },
    Step { name: "trunk", title: "trunk build and serve", needs: &[], run: trunk::run },
];

fn build_dist() -> Result<Counts> {
    dist::build()?;
    Ok(Counts::one(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_needs_only_earlier_ones() {
        for (index, step) in STEPS.iter().enumerate() {
            for needed in step.needs {
                assert!(STEPS[..index].iter().any(|earlier| earlier.name == *needed));
            }
        }
    }
}
