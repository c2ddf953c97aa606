//! Everything the report says, as finished text in the reader's language.

use serde::Serialize;
use weighbridge_charts::Tokens;
use weighbridge_engine::catalogue::Quality;
use weighbridge_engine::figure::Origin;
use weighbridge_text::Digits;
use weighbridge_units::{Arg, Currency, Unit};

use super::Subject;
use super::answer::Answer;
use super::assumptions::Assumptions;
use super::chart_pages::Charts;
use super::findings::Findings;
use super::printable::make_printable;
use super::sources::Sources;
use super::table::Table;
use super::{answer, assumptions, decision, findings, measured, method, options, results};
use crate::ReportError;

/// Stands in a rendered footer for the number of the page, which only the typesetter knows.
const PAGE: &str = "%page%";
/// Stands there for the number of pages.
const PAGES: &str = "%pages%";

/// The data of the template.
#[derive(Debug, Serialize)]
pub(super) struct Content {
    language: &'static str,
    region: Option<&'static str>,
    /// Year, month and day for the file's own date.
    date: (i16, u8, u8),
    look: Look,
    footer: Footer,
    cover: Cover,
    answer: Answer,
    decision: Section<Vec<decision::Part>>,
    options: Section<Table>,
    results: Section<results::Results>,
    /// Their numbers.
    charts: Section<Vec<usize>>,
    findings: Section<Findings>,
    method: Section<Vec<String>>,
    measured: Section<measured::Measured>,
    assumptions: Section<Assumptions>,
    sources: Section<Table>,
}

/// A heading and what stands under it.
#[derive(Debug, Serialize)]
struct Section<T> {
    heading: String,
    body: T,
}

/// Colours of the design tokens.
#[derive(Debug, Serialize)]
struct Look {
    ink: String,
    muted: String,
    rule: String,
    accent: String,
    accent_ground: String,
    caution: String,
    bad: String,
}

/// The line at the foot of every page.
#[derive(Debug, Serialize)]
struct Footer {
    left: String,
    /// With the two placeholders above.
    right: String,
    page: &'static str,
    pages: &'static str,
}

/// The first page's head.
#[derive(Debug, Serialize)]
struct Cover {
    /// What kind of document this is.
    kind: String,
    title: String,
    question: String,
    /// Names and values.
    facts: Vec<(String, String)>,
    /// What to know about the exchange rate, where it decides what is shown.
    rate_note: String,
    notes_heading: String,
    /// Paragraphs of the client.
    notes: Vec<String>,
}

impl Content {
    /// The content of a report with these charts.
    pub(super) fn of(subject: &Subject<'_>, charts: &Charts) -> Content {
        let mut sources = Sources::default();
        let assumptions = assumptions::of(subject, &mut sources);
        let date = subject.options.date.earliest();
        let (language, region) = match subject.options.locale.tag().split_once('-') {
            Some((language, region)) => (language, Some(region)),
            None => (subject.options.locale.tag(), None),
        };
        let section = |key: &str| subject.get(key);
        Content {
            language,
            region,
            date: (
                date.year_number(),
                date.month_number().unwrap_or(1),
                date.day_number().unwrap_or(1),
            ),
            look: Look::of_paper(),
            footer: Footer::of(subject),
            cover: Cover::of(subject),
            answer: answer::of(subject, charts),
            decision: Section {
                heading: section("report-section-decision"),
                body: decision::parts(subject, charts),
            },
            options: Section {
                heading: section("report-section-options"),
                body: options::table(subject),
            },
            results: Section {
                heading: section("report-section-results"),
                body: results::of(subject),
            },
            charts: Section {
                heading: section("report-section-charts"),
                body: charts.body.clone(),
            },
            findings: Section {
                heading: section("report-section-findings"),
                body: findings::of(subject),
            },
            method: Section {
                heading: section("report-section-method"),
                body: method::sentences(subject),
            },
            measured: Section {
                heading: section("report-section-measured"),
                body: measured::of(subject),
            },
            assumptions: Section {
                heading: section("report-section-assumptions"),
                body: assumptions,
            },
            sources: Section {
                heading: section("report-section-sources"),
                body: sources.table(subject),
            },
        }
    }

    /// The data as the template reads it, every text printable.
    ///
    /// # Errors
    /// [`ReportError::Writing`] where it cannot be put into JSON.
    pub(super) fn to_json(&self) -> Result<Vec<u8>, ReportError> {
        let writing = |error: serde_json::Error| ReportError::Writing(error.to_string());
        let mut value = serde_json::to_value(self).map_err(writing)?;
        make_printable(&mut value);
        serde_json::to_vec(&value).map_err(writing)
    }
}

impl Look {
    fn of_paper() -> Look {
        let paper = &Tokens::built_in().paper;
        Look {
            ink: paper.ink.hex(),
            muted: paper.muted.hex(),
            rule: paper.rule.hex(),
            accent: paper.accent.hex(),
            accent_ground: paper.accent_ground.hex(),
            caution: paper.caution.hex(),
            bad: paper.bad.hex(),
        }
    }
}

impl Footer {
    fn of(subject: &Subject<'_>) -> Footer {
        let version = subject.options.program_version.to_owned();
        let parts = [
            subject.scenario.question.title.clone(),
            subject.say(
                "report-of-date",
                &[("date", Arg::Date(subject.options.date))],
            ),
            subject.say("report-made-with", &[("version", Arg::from(version))]),
        ];
        Footer {
            left: parts.join(" · "),
            right: subject.say(
                "report-page",
                &[("page", Arg::from(PAGE)), ("pages", Arg::from(PAGES))],
            ),
            page: PAGE,
            pages: PAGES,
        }
    }
}

impl Cover {
    fn of(subject: &Subject<'_>) -> Cover {
        let question = &subject.scenario.question;
        Cover {
            kind: subject.get("report-title"),
            title: question.title.clone(),
            question: question.text.clone(),
            facts: facts(subject),
            rate_note: rate_note(subject),
            notes_heading: subject.get("question-notes"),
            notes: question
                .notes
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }
}

fn facts(subject: &Subject<'_>) -> Vec<(String, String)> {
    let Subject {
        scenario,
        text,
        options,
        ..
    } = subject;
    let question = &scenario.question;
    let mut facts = vec![
        (subject.get("question-date"), text.date(question.date)),
        (subject.get("report-date"), text.date(options.date)),
        (subject.get("question-horizon"), text.arg(&subject.months())),
        (
            text.field_label("finance", "discount_rate_per_year")
                .into_owned(),
            text.quantity(
                scenario.finance.discount_rate_per_year.value,
                Unit::SHARE_PER_YEAR,
            ),
        ),
        (subject.get("question-currency"), currency(subject)),
    ];
    if question.currency != Currency::Usd {
        facts.push((
            text.field_label("finance", "fx_rate").into_owned(),
            rate(subject),
        ));
    }
    if !question.working_languages.is_empty() {
        facts.push((
            subject.get("question-languages"),
            text.list(question.working_languages.iter().cloned()),
        ));
    }
    facts
}

fn currency(subject: &Subject<'_>) -> String {
    let code = subject.scenario.question.currency.code();
    let name = subject.get(&format!("currency-{}", code.to_lowercase()));
    format!("{name} ({code})")
}

/// The exchange rate with its date: `$1 = €0.87, 24 Nov 2026`.
fn rate(subject: &Subject<'_>) -> String {
    let text = subject.text;
    let question = &subject.scenario.question;
    let rate = subject.scenario.finance.fx_rate.value;
    let date = question.fx_date.map_or_else(
        || Arg::key("report-undated-rate"),
        |date| Arg::from(text.short_date(date)),
    );
    subject.say(
        "report-rate",
        &[
            (
                "dollar",
                Arg::from(text.amount(1.0, Currency::Usd, Digits::WHOLE)),
            ),
            (
                "amount",
                Arg::from(text.amount(rate, question.currency, Digits::Between(2, 6))),
            ),
            ("date", date),
        ],
    )
}

/// Says so where amounts are shown at a rate that nobody has confirmed.
fn rate_note(subject: &Subject<'_>) -> String {
    if subject.scenario.question.currency == Currency::Usd {
        return String::new();
    }
    match &subject.scenario.finance.fx_rate.origin {
        Origin::Default => subject.get("report-rate-starting"),
        Origin::Preset(preset) if preset.quality.is_doubtful() => {
            let quality = subject.get(&format!("quality-{}", Quality::key(preset.quality)));
            subject.say("report-rate-doubtful", &[("quality", Arg::from(quality))])
        }
        _ => String::new(),
    }
}
