//! `report`: the report of a case as PDF.

use std::path::Path;

use weighbridge_engine::{Scenario, evaluate};
use weighbridge_report::document::{ReportOptions, report};
use weighbridge_text::Locale;
use weighbridge_units::{Message, PartialDate};

use super::failure::Failure;
use super::output::Target;

/// Refuses a file name that does not say it is a PDF.
///
/// # Errors
/// A sentence with the ending it should have.
pub(super) fn check_name(path: &Path) -> Result<(), Failure> {
    let ending = path.extension().unwrap_or_default();
    if ending.eq_ignore_ascii_case("pdf") {
        return Ok(());
    }
    Err(Failure::Sentence(
        Message::new("error-output-kind")
            .with("allowed", ".pdf")
            .with("path", path.display().to_string()),
    ))
}

/// The date that is printed: the one given, otherwise that of the case.
///
/// The clock has no part in it, so that the same arguments give the same bytes.
///
/// # Errors
/// A sentence where the text is no date.
pub(super) fn date(given: Option<&str>, scenario: &Scenario) -> Result<PartialDate, Failure> {
    match given {
        None => Ok(scenario.question.date),
        Some(given) => PartialDate::parse(given).map_err(|_| {
            Failure::Sentence(Message::new("error-date").with("text", given.to_owned()))
        }),
    }
}

/// Writes the report.
///
/// # Errors
/// A sentence where the report cannot be made or written.
pub(super) fn write(
    scenario: &Scenario,
    date: PartialDate,
    locale: Locale,
    target: Target,
) -> Result<(), Failure> {
    let outcome = evaluate(scenario);
    let options = ReportOptions {
        locale,
        date,
        program_version: env!("CARGO_PKG_VERSION"),
    };
    let bytes = report(scenario, &outcome, &options).map_err(|error| {
        Failure::Sentence(Message::new("error-report").with("reason", error.to_string()))
    })?;
    Ok(target.write(&bytes)?)
}
