//! Judging cases and counting them.

use std::collections::BTreeMap;
use std::fmt;

use super::case::{Case, CaseError};
use super::compare::{above_bounds, mismatches};
use super::inputs::Inputs;
use super::methods::{method, upper_bounds};

/// What became of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every expected value was met.
    Passed,
    /// Something was not, each thing as a phrase.
    Failed(Vec<String>),
    /// The method is not in the table.
    Unsupported,
}

/// Computes a case and holds it against its expected values.
pub fn judge(case: &Case) -> Verdict {
    let Some(method) = method(&case.method) else {
        return Verdict::Unsupported;
    };
    match method(Inputs(&case.inputs)) {
        Ok(got) => {
            let found = match upper_bounds(&case.method) {
                Some(keys) => above_bounds(&got, &case.expected, keys),
                None => mismatches(&got, &case.expected, case.tolerance),
            };
            if found.is_empty() {
                Verdict::Passed
            } else {
                Verdict::Failed(found)
            }
        }
        Err(CaseError(sentence)) => Verdict::Failed(vec![sentence]),
    }
}

/// The results of many cases, printed as a report that ends with the line
/// `N passed, M failed, K unsupported`.
#[derive(Debug, Clone, Default)]
pub struct Report {
    failures: Vec<String>,
    by_method: BTreeMap<String, Counts>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    passed: usize,
    failed: usize,
    unsupported: usize,
}

/// Under which name cases are counted whose method could not be read.
const UNREADABLE: &str = "(unreadable)";

impl Report {
    /// Judges a case, or counts one that could not be read as failed.
    pub fn add(&mut self, case: &Result<Case, CaseError>) {
        match case {
            Ok(case) => {
                let counts = self.by_method.entry(case.method.clone()).or_default();
                match judge(case) {
                    Verdict::Passed => counts.passed += 1,
                    Verdict::Unsupported => counts.unsupported += 1,
                    Verdict::Failed(found) => {
                        counts.failed += 1;
                        self.failures.push(format!(
                            "FAILED {} ({}): {}",
                            case.id,
                            case.method,
                            found.join("; ")
                        ));
                    }
                }
            }
            Err(error) => self.add_failure(&error.to_string()),
        }
    }

    /// Counts something that could not be read as failed.
    pub fn add_failure(&mut self, sentence: &str) {
        self.by_method
            .entry(UNREADABLE.to_owned())
            .or_default()
            .failed += 1;
        self.failures.push(format!("FAILED {sentence}"));
    }

    /// How many cases passed.
    pub fn passed(&self) -> usize {
        self.by_method.values().map(|counts| counts.passed).sum()
    }

    /// How many cases failed.
    pub fn failed(&self) -> usize {
        self.by_method.values().map(|counts| counts.failed).sum()
    }

    /// How many cases have a method that is not supported.
    pub fn unsupported(&self) -> usize {
        self.by_method
            .values()
            .map(|counts| counts.unsupported)
            .sum()
    }

    /// One line for each case that failed.
    pub fn failures(&self) -> &[String] {
        &self.failures
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.failures {
            writeln!(f, "{line}")?;
        }
        for (method, counts) in &self.by_method {
            if counts.unsupported == 0 {
                writeln!(
                    f,
                    "{method}: {} passed, {} failed",
                    counts.passed, counts.failed
                )?;
            }
        }
        let unsupported: Vec<String> = self
            .by_method
            .iter()
            .filter(|(_, counts)| counts.unsupported > 0)
            .map(|(method, counts)| format!("{method} ({})", counts.unsupported))
            .collect();
        if !unsupported.is_empty() {
            writeln!(f, "unsupported methods: {}", unsupported.join(", "))?;
        }
        write!(
            f,
            "{} passed, {} failed, {} unsupported",
            self.passed(),
            self.failed(),
            self.unsupported()
        )
    }
}
