//! The report for a board: one PDF file with the answer first, then the evidence, then every input.
//!
//! `content::Content` holds every sentence and figure of the report as finished text;
//! it reaches the typesetter as data, so nothing that a client typed is ever read as markup.
//! The template `assets/report/report.typ` says where things stand and how they look.
//! The date is an argument and the sample is drawn as the scenario says: the same scenario, outcome
//! and options give the same bytes.

mod answer;
mod assumptions;
mod chart_pages;
mod content;
mod decision;
mod findings;
mod measured;
mod method;
mod options;
mod printable;
mod results;
mod sources;
mod table;

use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use weighbridge_engine::{Outcome, Scenario};
use weighbridge_text::{ChoiceWords, Digits, Locale, Text};
use weighbridge_units::{Arg, Money, PartialDate};

use crate::world::{PaperWorld, messages};
use crate::{Decided, ReportError};
use content::Content;
use table::Cell;

/// What a report needs beside the scenario and its outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReportOptions<'a> {
    /// The language of the report.
    pub locale: Locale,
    /// The date printed on it.
    pub date: PartialDate,
    /// The version of the program, as `0.1.0`.
    pub program_version: &'a str,
}

/// A report with the remarks of the typesetter.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The bytes of the PDF file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Remarks that did not stop the typesetter; there are none unless the template has a fault.
    pub warnings: Vec<String>,
}

/// What everything of a report is made from.
#[derive(Clone, Copy)]
struct Subject<'a> {
    scenario: &'a Scenario,
    outcome: &'a Outcome,
    decided: &'a Decided,
    text: Text,
    options: ReportOptions<'a>,
}

/// The report of a scenario as a PDF file, in the client's currency.
///
/// The odds come from as many draws as the scenario's sampling asks for, so that this takes a
/// second or more and belongs on a thread of its own.
/// The file is tagged and conforms to PDF/A-2a and PDF/UA-1.
///
/// # Errors
/// [`ReportError`] where the document cannot be typeset or written.
pub fn report(
    scenario: &Scenario,
    outcome: &Outcome,
    options: &ReportOptions<'_>,
) -> Result<Vec<u8>, ReportError> {
    report_with_warnings(scenario, outcome, options).map(|report| report.pdf)
}

/// The same with the number of pages and the typesetter's remarks.
///
/// # Errors
/// [`ReportError`] where the document cannot be typeset or written.
pub fn report_with_warnings(
    scenario: &Scenario,
    outcome: &Outcome,
    options: &ReportOptions<'_>,
) -> Result<Report, ReportError> {
    let currency = scenario.question.currency;
    let text = Text::new(options.locale).in_currency(currency, scenario.finance.fx_rate.value);
    let decided = Decided::as_sampled(scenario, outcome);
    let subject = Subject {
        scenario,
        outcome,
        decided: &decided,
        text,
        options: *options,
    };
    let charts = chart_pages::charts(&subject);
    let content = Content::of(&subject, &charts).to_json()?;
    let mut world = PaperWorld::new(TEMPLATE.to_owned(), None).with_data("data.json", content);
    for (file, markup) in chart_pages::FILES.into_iter().zip(charts.markups) {
        world = world.with_part(file, markup);
    }
    let typeset = world.typeset_with_warnings()?;
    let pages = typeset.document.pages().len();
    let pdf = typst_pdf::pdf(&typeset.document, &pdf_options(&subject)?)
        .map_err(|errors| ReportError::Writing(messages(&errors)))?;
    Ok(Report {
        pdf,
        pages,
        warnings: typeset.warnings,
    })
}

const TEMPLATE: &str = include_str!("../../../../assets/report/report.typ");

fn pdf_options(subject: &Subject<'_>) -> Result<PdfOptions, ReportError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| ReportError::Writing(error.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(format!(
            "weighbridge-report {} {} {}",
            subject.scenario.question.title, subject.options.locale, subject.options.date
        )),
        creator: Smart::Custom(Some(format!(
            "Weighbridge {}",
            subject.options.program_version
        ))),
        standards,
        ..PdfOptions::default()
    })
}

impl<'a> Subject<'a> {
    /// The words for the choice.
    fn words(&self) -> ChoiceWords<'a> {
        ChoiceWords::new(self.text, self.scenario)
    }

    fn get(&self, key: &str) -> String {
        self.text.get(key).into_owned()
    }

    fn say(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.text.format(key, args)
    }

    /// An amount in the client's currency, without cents where nobody would count them.
    fn amount(&self, usd: f64) -> String {
        let money = Money::usd(usd);
        if self.text.converted(money).abs() >= 1000.0 {
            self.text.money_with(money, Digits::WHOLE)
        } else {
            self.text.money(money)
        }
    }

    /// An amount in a table whose heading names the currency, a dash where there is none.
    fn cell(&self, usd: Option<f64>) -> Cell {
        match usd.filter(|usd| usd.is_finite()) {
            Some(usd) => Cell::from(self.figure(usd)),
            None => Cell::muted("–"),
        }
    }

    /// The same in as little room as it can be read in.
    fn short_cell(&self, usd: Option<f64>) -> Cell {
        match usd.filter(|usd| usd.is_finite()) {
            Some(usd) => Cell::from(self.text.compact(self.text.converted(Money::usd(usd)))),
            None => Cell::muted("–"),
        }
    }

    /// An amount in the client's currency without its sign.
    fn figure(&self, usd: f64) -> String {
        let amount = self.text.converted(Money::usd(usd));
        let digits = if amount.abs() >= 1000.0 || amount == 0.0 {
            Digits::WHOLE
        } else {
            Digits::Decimals(2)
        };
        self.text.number(amount, digits)
    }

    /// The horizon in words: `36 months`.
    fn months(&self) -> Arg {
        let count = u64::from(self.outcome.horizon_months);
        Arg::from(self.say("count-months", &[("count", Arg::Count(count))]))
    }

    /// The number by which the report calls an option, from 1 in the scenario's order.
    fn number(&self, place: usize) -> String {
        (place + 1).to_string()
    }
}
