//! What every option costs against what its model can do, one score table at a time.

use weighbridge_engine::capability::{self, ScoreColumn};
use weighbridge_engine::figure::Origin;
use weighbridge_engine::model::Measure;
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_engine::scenario::CapabilityScore;
use weighbridge_units::Arg;

use super::Case;
use crate::{Aside, AsideItem, Axis, Chart, Content, Key, Scatter, ScatterPoint, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "cost-against-capability";

/// Points of net present value against one score; without a choice the first of
/// [`columns`](capability::columns), which compares open with closed weights where it can.
///
/// Scores stand as precision and customisation leave them.
/// Options without that score stand in a list beside the points, never at zero.
/// A score that was entered or estimated is drawn as an outline.
#[must_use]
pub fn cost_against_capability(case: &Case<'_>, column: Option<&ScoreColumn>) -> Chart {
    let first = capability::columns(case.scenario).into_iter().next();
    let Some(chosen) = column.cloned().or(first.map(|first| first.column)) else {
        return Chart {
            title: case.say("chart-title-no-scores", &[]),
            ..case.empty(NAME)
        };
    };
    let options = case.feasible();
    let scores = capability::scores(case.scenario, &chosen);
    let mut scored = Vec::new();
    let mut unscored = Vec::new();
    for (key, option) in options {
        let of_option = scores.iter().find(|score| *score.option == option.id);
        let known = of_option.and_then(|known| Some((known.published?, known.adjusted_pct?)));
        match (known, option.get(Measure::NetPresentValue)) {
            (Some((score, percent)), Some(cost)) => scored.push(Scored {
                key,
                option,
                score,
                percent,
                cost,
            }),
            _ => unscored.push((key, option)),
        }
    }
    let unit = case.money_unit(scored.iter().map(|scored| case.amount(scored.cost)));
    let points = scored
        .iter()
        .map(|scored| ScatterPoint {
            key: scored.key,
            label: scored.option.name.clone(),
            x: case.amount(scored.cost),
            y: scored.percent,
            hollow: !is_published(scored.score),
        })
        .collect();
    let aside = (!unscored.is_empty()).then(|| Aside {
        heading: case.say("chart-note-without-score", &[]),
        items: unscored
            .iter()
            .map(|(key, option)| AsideItem {
                key: *key,
                text: option.name.clone(),
            })
            .collect(),
    });
    let title = title(case, &scored);
    let score_name = scored.first().map_or_else(
        || chosen.benchmark.clone(),
        |scored| score_name(scored.score),
    );
    let cost_name = case.say("measure-npv-usd", &[]);
    let in_unit = |axis: &str, unit: &str| {
        case.say(
            "axis-in-unit",
            &[
                ("axis", Arg::from(axis.to_owned())),
                ("unit", Arg::from(unit.to_owned())),
            ],
        )
    };
    Chart {
        name: NAME,
        subtitle: case.say(
            "chart-subtitle-capability",
            &[
                ("score", Arg::from(score_name.clone())),
                ("months", case.months()),
            ],
        ),
        x: Axis::linear(in_unit(&cost_name, &unit.name)).divided_by(unit.divisor),
        y: Axis::linear(in_unit(&score_name, "%")).without_zero(),
        content: Content::Scatter(Scatter { points, aside }),
        source: source(case, &scored),
        table: data_table(case, &scored, &unscored, &score_name),
        summary: case.summary(&title, phrases(case, &scored, &unscored)),
        title,
    }
}

/// An option with its cost and its score.
struct Scored<'a> {
    key: Key,
    option: &'a OptionOutcome,
    score: &'a CapabilityScore,
    /// The score in percent, as precision and customisation leave it.
    percent: f64,
    cost: f64,
}

fn is_published(score: &CapabilityScore) -> bool {
    matches!(
        score.score.origin,
        Origin::Preset(_) | Origin::Measured { .. }
    )
}

/// `MMLU-Pro, variant, language (table)`, with what is known.
fn score_name(score: &CapabilityScore) -> String {
    let mut name = score.benchmark_name.clone();
    for part in [Some(&score.variant), score.language.as_ref()]
        .into_iter()
        .flatten()
    {
        if !part.is_empty() {
            name = format!("{name}, {part}");
        }
    }
    if score.group_name.is_empty() {
        name
    } else {
        format!("{name} ({})", score.group_name)
    }
}

fn title(case: &Case<'_>, scored: &[Scored<'_>]) -> String {
    let value = |scored: &Scored<'_>| scored.percent;
    let percent = |scored: &Scored<'_>| Arg::Percent(value(scored) / 100.0);
    let name = |scored: &Scored<'_>| Arg::from(scored.option.name.clone());
    // The better of two equal scores is the cheaper one, the cheaper of two equal costs the better one.
    let best = scored.iter().min_by(|a, b| {
        value(b)
            .total_cmp(&value(a))
            .then(a.cost.total_cmp(&b.cost))
    });
    let cheapest = scored.iter().min_by(|a, b| {
        a.cost
            .total_cmp(&b.cost)
            .then(value(b).total_cmp(&value(a)))
    });
    let (Some(best), Some(cheapest)) = (best, cheapest) else {
        return case.say("chart-title-no-scores", &[]);
    };
    if scored.len() == 1 {
        return case.say(
            "chart-title-capability-alone",
            &[
                ("option", name(best)),
                ("score", percent(best)),
                ("cost", case.short_money(best.cost)),
            ],
        );
    }
    if best.key == cheapest.key {
        return case.say(
            "chart-title-capability-both",
            &[("option", name(best)), ("score", percent(best))],
        );
    }
    case.say(
        "chart-title-capability-trade",
        &[
            ("best", name(best)),
            ("score", percent(best)),
            ("cheapest", name(cheapest)),
            ("saving", case.short_money(best.cost - cheapest.cost)),
            ("other", percent(cheapest)),
        ],
    )
}

/// The case's source line, and who published the scores.
fn source(case: &Case<'_>, scored: &[Scored<'_>]) -> String {
    let mut publishers: Vec<String> = scored
        .iter()
        .filter_map(|scored| match &scored.score.score.origin {
            Origin::Preset(preset) => Some(preset.source.clone()),
            _ => None,
        })
        .collect();
    publishers.sort();
    publishers.dedup();
    let source = case.source();
    if publishers.is_empty() {
        return source;
    }
    let publishers = Arg::from(case.text.list(publishers));
    format!(
        "{} · {source}",
        case.say("chart-source", &[("source", publishers)])
    )
}

fn phrases(
    case: &Case<'_>,
    scored: &[Scored<'_>],
    unscored: &[(Key, &OptionOutcome)],
) -> Vec<String> {
    let with = scored.iter().map(|scored| {
        let score = case.text.arg(&Arg::Percent(scored.percent / 100.0));
        let cost = case.text.arg(&case.short_money(scored.cost));
        format!("{}: {score}, {cost}", scored.option.name)
    });
    let without = (!unscored.is_empty()).then(|| {
        let names = unscored.iter().map(|(_, option)| option.name.clone());
        format!(
            "{}: {}",
            case.say("chart-note-without-score", &[]),
            case.text.list(names)
        )
    });
    with.chain(without).collect()
}

/// A row for each option: score, where the score comes from, and cost.
fn data_table(
    case: &Case<'_>,
    scored: &[Scored<'_>],
    unscored: &[(Key, &OptionOutcome)],
    score_name: &str,
) -> Table {
    let headers = vec![
        case.say("axis-option", &[]),
        score_name.to_owned(),
        case.say("measure-npv-usd", &[]),
        case.say("column-source", &[]),
    ];
    let with = scored.iter().map(|scored| {
        vec![
            scored.option.name.clone(),
            case.text.arg(&Arg::Percent(scored.percent / 100.0)),
            case.table_money(scored.cost),
            origin(case, &scored.score.score.origin),
        ]
    });
    let without = unscored.iter().map(|(_, option)| {
        let cost = option.get(Measure::NetPresentValue);
        vec![
            option.name.clone(),
            case.say("chart-note-without-score", &[]),
            cost.map_or_else(String::new, |usd| case.table_money(usd)),
            String::new(),
        ]
    });
    let rows = with.chain(without).collect();
    let mut table = Table::of_figures(headers, rows);
    if let Some(last) = table.alignments.last_mut() {
        *last = crate::Align::Left;
    }
    table
}

fn origin(case: &Case<'_>, origin: &Origin) -> String {
    let key = match origin {
        Origin::Preset(preset) => return preset.source.clone(),
        Origin::Default => "origin-default",
        Origin::Measured { .. } => "origin-measured",
        Origin::Entered { .. } => "origin-entered",
        Origin::Estimated { .. } => "origin-estimated",
    };
    case.say(key, &[])
}
