//! The outcome in words and tables.

use weighbridge_engine::capability::{columns, scores};
use weighbridge_engine::explain::ResultPart;
use weighbridge_engine::finding::Finding;
use weighbridge_engine::model::Measure;
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_text::Digits;
use weighbridge_units::Arg;

use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{Answer, months, option_cell, option_row, short_money, why_cell};
use crate::widgets::table::{Cell, Column, Row, figure_column, text_column};

/// The cheapest option that can be had, its cost, and by how much.
///
/// The sentence of the report, without its full stop: a headline has none.
pub(super) fn headline(page: &Page<'_>) -> String {
    let (text, outcome) = (page.text, page.session.outcome());
    let name = |option: &OptionOutcome| Arg::from(option.name.clone());
    let cost = |option: &OptionOutcome| {
        short_money(text, option.get(Measure::NetPresentValue).unwrap_or(0.0))
    };
    let sentence = match Answer::of(outcome) {
        Answer::Nothing => text.get("report-answer-none").into_owned(),
        Answer::Only(option) => text.format(
            "report-answer-only",
            &[
                ("option", name(option)),
                ("cost", cost(option)),
                ("months", months(outcome)),
            ],
        ),
        Answer::Cheapest {
            first,
            second,
            margin_usd,
        } => text.format(
            "report-answer",
            &[
                ("option", name(first)),
                ("cost", cost(first)),
                ("months", months(outcome)),
                ("second", name(second)),
                ("difference", short_money(text, margin_usd)),
            ],
        ),
    };
    sentence.trim_end_matches('.').to_owned()
}

/// Whether any option has a score.
pub(super) fn has_scores(page: &Page<'_>) -> bool {
    page.session
        .scenario()
        .options
        .iter()
        .any(|option| !option.scores.is_empty())
}

/// The table of all options with their main figures.
pub(super) fn side_by_side(look: &Look, page: &Page<'_>) -> (Vec<Column>, Vec<Row>) {
    let text = page.text;
    let (scenario, outcome) = (page.session.scenario(), page.session.outcome());
    let column = columns(scenario).into_iter().next();
    let scored = column
        .as_ref()
        .map(|column| scores(scenario, &column.column))
        .unwrap_or_default();
    let score_name = column.as_ref().map_or_else(
        || text.get("step-capability").into_owned(),
        |column| column.benchmark_name.clone(),
    );
    let head = vec![
        text_column(text.get("column-option"), 1.0),
        figure_column(text.format("decision-npv", &[("months", months(outcome))])),
        figure_column(text.get("decision-per-million")),
        figure_column(score_name),
        figure_column(text.get("decision-first-token")),
    ];
    let rows = outcome
        .options
        .iter()
        .enumerate()
        .map(|(place, option)| {
            let score = scored.get(place).and_then(|score| score.adjusted_pct);
            let score = score.map_or_else(
                || "–".to_owned(),
                |value| text.percent(value / 100.0, Digits::SCREEN),
            );
            let figure = |measure| why_cell(text, option, ResultPart::Measure(measure));
            let cells = vec![
                option_cell(look, option).note(state(page, option)),
                figure(Measure::NetPresentValue),
                figure(Measure::PerMillionTokens),
                Cell::new(score),
                figure(Measure::TimeToFirstToken),
            ];
            option_row(outcome, option, cells)
        })
        .collect();
    (head, rows)
}

/// How an option stands: cheapest, so much dearer, or out with the reason.
fn state(page: &Page<'_>, option: &OptionOutcome) -> String {
    let (text, outcome) = (page.text, page.session.outcome());
    if !option.is_feasible() {
        let reason = outcome
            .findings_of(&option.id)
            .find(|finding| finding.is_grave());
        return reason.map_or_else(
            || text.get("decision-out").into_owned(),
            |finding| {
                text.format(
                    "decision-out-because",
                    &[("reason", Arg::from(text.describe(finding)))],
                )
            },
        );
    }
    let Some(cheapest) = outcome.cheapest() else {
        return String::new();
    };
    if cheapest.id == option.id {
        return text.get("decision-cheapest").into_owned();
    }
    let npv = |option: &OptionOutcome| option.get(Measure::NetPresentValue).unwrap_or(0.0);
    let more = short_money(text, npv(option) - npv(cheapest));
    text.format("decision-dearer", &[("difference", more)])
}

/// Findings as sentences, those that stop an option first; what holds for several options is said once.
pub(super) fn findings(page: &Page<'_>) -> Vec<(bool, String)> {
    let (text, outcome) = (page.text, page.session.outcome());
    let name = |finding: &Finding| {
        finding
            .option()
            .and_then(|id| outcome.option(id))
            .map(|option| option.name.clone())
    };
    let (mut sentences, mut estimated, mut old, mut doubtful) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for finding in &outcome.findings {
        match (finding, name(finding)) {
            (Finding::ThroughputEstimated { .. }, Some(name)) => estimated.push(name),
            (Finding::OldPresets { records, .. }, name) => old.push(counted(page, name, *records)),
            (Finding::DoubtfulPresets { records, .. }, name) => {
                doubtful.push(counted(page, name, *records))
            }
            (_, Some(name)) => {
                let args = [
                    ("option", Arg::from(name)),
                    ("sentence", Arg::from(text.describe(finding))),
                ];
                sentences.push((finding.is_grave(), text.format("decision-about", &args)));
            }
            (_, None) => sentences.push((finding.is_grave(), text.describe(finding))),
        }
    }
    sentences.sort_by_key(|(is_grave, _)| !is_grave);
    for (key, options) in [
        ("decision-estimated", estimated),
        ("decision-old", old),
        ("decision-doubtful", doubtful),
    ] {
        if !options.is_empty() {
            let options = Arg::from(text.list(options));
            sentences.push((false, text.format(key, &[("options", options)])));
        }
    }
    sentences
}

/// "GPT-6.1 Sol (10)"; figures that belong to no option are those of the case.
fn counted(page: &Page<'_>, name: Option<String>, records: usize) -> String {
    let name = name.unwrap_or_else(|| page.text.get("decision-the-case").into_owned());
    format!("{name} ({records})")
}
