//! Playwright's report: what passed, and which tests failed with what.

use serde_json::Value;

use super::counts::Counts;

/// What came of a run.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Report {
    passed: u64,
    failed: u64,
    /// The tests that failed, in the report's order.
    pub(super) failures: Vec<Failure>,
}

/// A test that failed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Failure {
    /// Output, file, line and title: `[site] map.spec.ts:12 › the map opens`.
    name: String,
    /// The first line of what was wrong.
    error: String,
}

impl Report {
    /// Reads the report that Playwright writes as JSON. None if it is not one.
    pub(super) fn read(report: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(report).ok()?;
        let number = |name: &str| report.get("stats")?.get(name)?.as_u64();
        let mut failures = Vec::new();
        for suite in list(&report, "suites") {
            collect(suite, &mut failures);
        }
        let passed = number("expected")?;
        // Playwright itself repeats nothing, so there are no tests that it calls flaky.
        let failed = number("unexpected")? + number("flaky")?;
        Some(Self { passed, failed, failures })
    }

    /// As counts, with the names of what failed.
    pub(super) fn counts(&self) -> Counts {
        Counts {
            passed: self.passed,
            failed: self.failed,
            notes: self.failures.iter().map(Failure::note).collect(),
        }
    }

    /// This run's counts when a second one has tried again what failed in it.
    pub(super) fn settled_by(&self, second: &Self) -> Counts {
        let mut counts = Counts { passed: self.passed, ..second.counts() };
        for failure in &self.failures {
            if second.failures.iter().any(|it| it.name == failure.name) {
                continue;
            }
            counts.passed += 1;
            counts.notes.push(format!("at second try, alone: {}", failure.note()));
        }
        counts
    }
}

impl Failure {
    fn note(&self) -> String {
        let Self { name, error } = self;
        format!("{name}: {error}")
    }
}

/// The list under a name, or none.
fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The text under a name, or none.
fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Gathers what failed in a suite, and in the suites within it.
fn collect(suite: &Value, failures: &mut Vec<Failure>) {
    for inner in list(suite, "suites") {
        collect(inner, failures);
    }
    for spec in list(suite, "specs") {
        for test in list(spec, "tests") {
            if matches!(text(test, "status"), "expected" | "skipped") {
                continue;
            }
            let line = spec.get("line").and_then(Value::as_u64).unwrap_or_default();
            let (output, file) = (text(test, "projectName"), text(spec, "file"));
            let name = format!("[{output}] {file}:{line} \u{203a} {}", text(spec, "title"));
            failures.push(Failure { name, error: error(test) });
        }
    }
}

/// The first line of what was wrong, without the terminal's colours.
fn error(test: &Value) -> String {
    let said = list(test, "results")
        .iter()
        .find_map(|result| result.get("error"))
        .map(|error| super::counts::plain(text(error, "message")))
        .unwrap_or_default();
    said.lines().next().unwrap_or("it said nothing").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A report of so many that passed, and of failures by title.
    fn report(expected: u64, failed: &[&str]) -> Report {
        let specs: Vec<Value> = failed
            .iter()
            .map(|title| {
                serde_json::json!({
                    "title": title, "file": "map.spec.ts", "line": 7,
                    "tests": [{
                        "projectName": "site", "status": "unexpected",
                        "results": [{ "error": { "message": "\u{1b}[31mno sign\u{1b}[0m\nat line 8" } }],
                    }],
                })
            })
            .collect();
        let report = serde_json::json!({
            "stats": { "expected": expected, "unexpected": failed.len(), "flaky": 0, "skipped": 2 },
            "suites": [{ "specs": [], "suites": [{ "specs": specs }] }],
        });
        Report::read(&report.to_string()).unwrap()
    }

    #[test]
    fn what_failed_is_named() {
        let counts = report(7, &["opens"]).counts();
        assert_eq!((counts.passed, counts.failed), (7, 1));
        assert_eq!(counts.notes, ["[site] map.spec.ts:7 \u{203a} opens: no sign"]);
        assert_eq!(Report::read("{}"), None);
        assert_eq!(Report::read("not json"), None);
    }

    #[test]
    fn what_fails_twice_has_failed() {
        let counts = report(7, &["opens", "closes"]).settled_by(&report(1, &["closes"]));
        assert_eq!((counts.passed, counts.failed), (8, 1));
        assert_eq!(counts.notes.len(), 2);
        assert!(counts.notes[0].starts_with("[site]") && counts.notes[0].contains("closes"));
        assert!(counts.notes[1].starts_with("at second try") && counts.notes[1].contains("opens"));
    }
}
