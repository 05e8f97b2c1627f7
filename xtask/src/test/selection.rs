//! Which steps to run.

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use super::steps::STEPS;

/// The steps left out by `--quick`: what takes minutes the first time.
const SLOW: [&str; 1] = ["trunk"];

/// Which steps to run.
#[derive(Debug, Default)]
pub(super) struct Selection {
    only: Vec<String>,
    skip: Vec<String>,
}

impl Selection {
    /// Reads the command's arguments. None if it is asked to name the steps only.
    pub(super) fn read(arguments: &mut Parser) -> Result<Option<Self>> {
        let mut selection = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("only") => selection.only.extend(names(&arguments.value()?.string()?)?),
                Arg::Long("skip") => selection.skip.extend(names(&arguments.value()?.string()?)?),
                Arg::Long("quick") => selection.skip.extend(SLOW.map(str::to_owned)),
                Arg::Long("list") => return Ok(None),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Some(selection))
    }

    /// Whether to run a step: it is asked for, or one that is asked for needs it.
    pub(super) fn has(&self, name: &str) -> bool {
        if self.skip.iter().any(|skipped| skipped == name) {
            return false;
        }
        self.only.is_empty()
            || self.only.iter().any(|only| {
                let needs = STEPS.iter().find(|step| step.name == only).map(|step| step.needs);
                only == name || needs.is_some_and(|needs| needs.contains(&name))
            })
    }
}

/// Reads `unit,e2e`.
fn names(list: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        if !STEPS.iter().any(|step| step.name == name) {
            let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
            bail!("there is no step `{name}`; there are {}", known.join(", "));
        }
        names.push(name.to_owned());
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn select(arguments: &[&str]) -> Result<Option<Selection>> {
        Selection::read(&mut Parser::from_args(arguments))
    }

    #[test]
    fn everything_unless_told_otherwise() {
        let all = select(&[]).unwrap().unwrap();
        assert!(STEPS.iter().all(|step| all.has(step.name)));
        let quick = select(&["--quick"]).unwrap().unwrap();
        assert!(!quick.has("trunk") && quick.has("e2e"));
    }

    #[test]
    fn a_step_brings_what_it_needs() {
        let only = select(&["--only", "e2e"]).unwrap().unwrap();
        assert!(only.has("e2e") && only.has("dist") && !only.has("unit"));
    }

    #[test]
    fn a_name_that_is_no_step_is_refused_with_those_that_are() {
        let error = select(&["--only", "unti"]).unwrap_err().to_string();
        assert!(error.contains("unti") && error.contains("unit"));
        assert!(select(&["--list"]).unwrap().is_none());
    }
}
