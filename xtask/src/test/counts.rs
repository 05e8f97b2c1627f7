//! Reading from a test runner's last words how many tests passed and failed.

use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Tests that passed.
    pub(super) passed: u64,
    /// Tests that failed.
    pub(super) failed: u64,
    /// What the end of the run says again, since it is lost among so many lines: which failed.
    pub(super) notes: Vec<String>,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.notes.extend(other.notes);
    }
}

impl Counts {
    /// One check, which holds or not.
    pub(super) fn one(success: bool) -> Self {
        Self { passed: u64::from(success), failed: u64::from(!success), ..Self::default() }
    }

    /// A runner that failed without counting a failure failed as a whole, say because
    /// something does not compile. Never report that as "0 failed".
    pub(super) fn honest(self, success: bool) -> Self {
        match success {
            false if self.failed == 0 => Self { failed: 1, ..self },
            _ => self,
        }
    }

    /// Adds up what `cargo test` or wasm-bindgen's runner prints:
    /// `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
    pub(super) fn of_libtest(text: &str) -> Self {
        let mut counts = Self::default();
        for line in plain(text).lines() {
            if let Some((_, result)) = line.split_once("test result:") {
                counts += Self::in_list(result, ';');
            } else if line.starts_with("test ") && line.trim_end().contains(" ... FAIL") {
                counts.notes.push(line.trim_end().to_owned());
            }
        }
        counts
    }

    /// Reads nextest's summary: `Summary [ 0.2s] 5 tests run: 4 passed (1 slow), 1 failed`.
    pub(super) fn of_nextest(text: &str) -> Self {
        let text = plain(text);
        let Some(line) = text.lines().rev().find(|line| line.trim().starts_with("Summary ["))
        else {
            return Self::default();
        };
        let Some((_, results)) = line.split_once("run:") else { return Self::default() };
        let counts = Self::in_list(results, ',');
        // After its summary nextest names again whatever did not pass.
        let named =
            text.lines().rev().map(str::trim).take_while(|line| !line.starts_with("Summary ["));
        let mut notes: Vec<String> = named
            .filter(|line| line.contains(" [") && line.contains("s] "))
            .map(str::to_owned)
            .collect();
        notes.reverse();
        Self { notes, ..counts }
    }

    /// Reads `4 passed (1 slow), 1 failed, 2 timed out`.
    fn in_list(list: &str, separator: char) -> Self {
        let mut counts = Self::default();
        for part in list.split(separator) {
            let mut words = part.split_whitespace().skip_while(|word| word.parse::<u64>().is_err());
            let (Some(number), Some(word)) = (words.next(), words.next()) else { continue };
            let number = number.parse().unwrap_or(0);
            match word {
                "passed" => counts.passed += number,
                "failed" | "timed" | "exec" => counts.failed += number,
                _ => {}
            }
        }
        counts
    }
}

/// A text without the terminal's colours.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\u{1b}') {
        out.push_str(before);
        // `ESC [ 3 1 m`: ends with its first letter.
        rest = match escape.find(|c: char| c.is_ascii_alphabetic()) {
            Some(end) => escape.get(end + 1..).unwrap_or_default(),
            None => "",
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u64, failed: u64) -> Counts {
        Counts { passed, failed, notes: Vec::new() }
    }

    #[test]
    fn results_of_cargo_test_add_up() {
        let text = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; \
                    0 filtered out\n\ntest result: FAILED. 1 passed; 2 failed; 0 ignored\n";
        assert_eq!(Counts::of_libtest(text), counts(4, 2));
        assert_eq!(Counts::of_libtest("error: could not compile"), counts(0, 0));
        let named = Counts::of_libtest("test a ... ok\ntest b ... FAILED\ntest c ... FAIL");
        assert_eq!(named.notes, ["test b ... FAILED", "test c ... FAIL"]);
    }

    #[test]
    fn nextest_says_it_in_its_summary() {
        let text = "     Summary [   0.015s] 5 tests run: 4 passed (1 slow), 1 failed, 2 skipped\n";
        assert_eq!(Counts::of_nextest(text), counts(4, 1));
        let all = "\u{1b}[32;1m     Summary\u{1b}[0m [   0.015s] \u{1b}[1m3\u{1b}[0m tests run: \
                   \u{1b}[1m3\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, \u{1b}[1m0\u{1b}[0m skipped";
        assert_eq!(Counts::of_nextest(all), counts(3, 0));
        let failed =
            format!("{text}        FAIL [   0.015s] (4/5) open-gates route::tests::both\n");
        assert_eq!(
            Counts::of_nextest(&failed).notes,
            ["FAIL [   0.015s] (4/5) open-gates route::tests::both"]
        );
        let cut = "     Summary [   0.015s] 2/5 tests run: 1 passed, 1 timed out, 0 skipped";
        assert_eq!(Counts::of_nextest(cut), counts(1, 1));
        assert_eq!(Counts::of_nextest(""), counts(0, 0));
    }

    #[test]
    fn a_run_that_dies_is_a_failure() {
        assert_eq!(counts(0, 0).honest(false), counts(0, 1));
        assert_eq!(counts(3, 2).honest(false), counts(3, 2));
        assert_eq!(counts(3, 0).honest(true), counts(3, 0));
    }
}
