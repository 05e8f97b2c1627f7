//! What a test run prints at its end.

use std::fmt;
use std::time::Duration;

use super::counts::Counts;
use crate::process::seconds;

/// How one step went.
#[derive(Debug)]
pub(super) struct Line {
    /// The step's name.
    pub(super) name: &'static str,
    /// What it counted.
    pub(super) counts: Counts,
    /// How long it took.
    pub(super) time: Duration,
    /// Why it could not do its work, if so.
    pub(super) error: Option<String>,
}

/// How all steps went.
#[derive(Debug, Default)]
pub(super) struct Summary(Vec<Line>);

impl Summary {
    /// Adds a step.
    pub(super) fn add(&mut self, line: Line) {
        self.0.push(line);
    }

    /// Whether a step has failed.
    pub(super) fn failed(&self, name: &str) -> bool {
        self.0.iter().any(|line| line.name == name && line.counts.failed > 0)
    }

    /// What all steps counted.
    pub(super) fn total(&self) -> Counts {
        let mut total = Counts::default();
        for line in &self.0 {
            total += line.counts.clone();
        }
        total
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:<12} {:>7} {:>7} {:>12}", "step", "passed", "failed", "time")?;
        for Line { name, counts: Counts { passed, failed, notes }, time, error } in &self.0 {
            writeln!(out, "{name:<12} {passed:>7} {failed:>7} {:>12}", seconds(*time))?;
            for line in error.iter().chain(notes).flat_map(|text| text.lines()) {
                writeln!(out, "    {line}")?;
            }
        }
        let Counts { passed, failed, .. } = self.total();
        write!(out, "\n{passed} passed, {failed} failed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &'static str, passed: u64, failed: u64) -> Line {
        let error = (failed > 0).then(|| "it broke".to_owned());
        let counts = Counts { passed, failed, notes: vec![format!("of {name}")] };
        Line { name, counts, time: Duration::from_secs(1), error }
    }

    #[test]
    fn the_last_line_is_the_sum() {
        let mut summary = Summary::default();
        summary.add(line("unit", 40, 0));
        summary.add(line("e2e", 5, 2));
        let text = summary.to_string();
        assert_eq!(text.lines().last(), Some("45 passed, 2 failed"));
        assert_eq!(text.matches(" passed, ").count(), 1);
        assert!(text.contains("it broke") && text.contains("    of e2e\n"));
        assert!(summary.failed("e2e") && !summary.failed("unit"));
    }
}
