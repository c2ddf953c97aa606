//! The options side by side, with what other methods say below.

use egui::Ui;
use weighbridge_engine::capability::{columns, scores};
use weighbridge_engine::explain::ResultPart;
use weighbridge_engine::model::Measure;
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_text::Digits;
use weighbridge_units::{Arg, Money};

use super::agreement;
use super::choice::{Choice, futures_words};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{ask_why, months, option_cell, short_money, why_cell, wide_table};
use crate::widgets::page as parts_of_page;
use crate::widgets::table::{Cell, Column, Key, Row, figure_column, text_column};

/// What stands where nothing is known.
const NOTHING: &str = "–";

/// A column of the table.
#[derive(Clone, Copy, PartialEq)]
enum Figure {
    NetPresentValue,
    PerMillionTokens,
    Value,
    NetBenefit,
    FirstToken,
    Cheapest,
    Best,
    Score,
}

/// The options with their main figures; those that are out are grey, with the reason.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, choice: &Choice<'_>) {
    let text = page.text;
    let title = text.get("decision-side-by-side");
    let look = Look::of(ui);
    let figures = figures(page, choice);
    let heads = heads(page, &figures);
    let rows = rows(&look, page, choice, &figures);
    let mut pressed = None;
    parts_of_page::card(ui, &title, &text.get("decision-side-by-side-aid"), |ui| {
        pressed = wide_table(ui, &title, &heads, &rows);
        agreement::strip(ui, page, choice);
    });
    let measure = pressed.and_then(|(_, column)| match figures.get(column.checked_sub(1)?)? {
        Figure::NetPresentValue => Some(Measure::NetPresentValue),
        Figure::PerMillionTokens => Some(Measure::PerMillionTokens),
        Figure::FirstToken => Some(Measure::TimeToFirstToken),
        _ => None,
    });
    let options = &page.session.outcome().options;
    let option = pressed.and_then(|(row, _)| options.get(row));
    if let (Some(measure), Some(option)) = (measure, option) {
        ask_why(page, &option.id.clone(), ResultPart::Measure(measure));
    }
}

/// The columns that have something to say.
fn figures(page: &Page<'_>, choice: &Choice<'_>) -> Vec<Figure> {
    let mut figures = vec![Figure::NetPresentValue, Figure::PerMillionTokens];
    if choice.counts_value() {
        figures.extend([Figure::Value, Figure::NetBenefit]);
    }
    figures.push(Figure::FirstToken);
    if choice.has_spread() || choice.odds.is_busy() {
        figures.push(Figure::Cheapest);
        if choice.counts_value() {
            figures.push(Figure::Best);
        }
    }
    if !columns(page.session.scenario()).is_empty() {
        figures.push(Figure::Score);
    }
    figures
}

fn heads(page: &Page<'_>, figures: &[Figure]) -> Vec<Column> {
    let text = page.text;
    let outcome = page.session.outcome();
    let mut heads = vec![text_column(text.get("column-option"), 1.0)];
    heads.extend(figures.iter().map(|figure| {
        figure_column(match figure {
            Figure::NetPresentValue => text.format("decision-npv", &[("months", months(outcome))]),
            Figure::PerMillionTokens => text.get("decision-per-million").into_owned(),
            Figure::Value => text.get("decision-value").into_owned(),
            Figure::NetBenefit => text.get("decision-net-benefit").into_owned(),
            Figure::FirstToken => text.get("decision-first-token").into_owned(),
            Figure::Cheapest => text.get("decision-cheapest-futures").into_owned(),
            Figure::Best => text.get("decision-best-futures").into_owned(),
            Figure::Score => columns(page.session.scenario())
                .into_iter()
                .next()
                .map_or_else(String::new, |column| column.benchmark_name),
        })
    }));
    heads
}

fn rows(look: &Look, page: &Page<'_>, choice: &Choice<'_>, figures: &[Figure]) -> Vec<Row> {
    let text = page.text;
    let outcome = page.session.outcome();
    let column = columns(page.session.scenario()).into_iter().next();
    let scored = column
        .as_ref()
        .map(|column| scores(page.session.scenario(), &column.column))
        .unwrap_or_default();
    let score = |place: usize| {
        let score = scored.get(place).and_then(|score| score.adjusted_pct);
        score.map_or_else(
            || NOTHING.to_owned(),
            |value| text.percent(value / 100.0, Digits::SCREEN),
        )
    };
    let is_stale = !choice.odds.is_current();
    let odds = |count: Option<u32>| {
        let cell = match count {
            Some(count) => Cell::new(futures_words(text, count)),
            None if choice.odds.is_busy() => Cell::new("…"),
            None => Cell::new(NOTHING),
        };
        if is_stale {
            cell.colour(look.muted)
        } else {
            cell
        }
    };
    outcome
        .options
        .iter()
        .enumerate()
        .map(|(place, option)| {
            let weighed = choice.weighing.options.get(place);
            let is_in = weighed.is_some_and(|option| option.is_in_the_running);
            let figure = |measure| why_cell(text, option, ResultPart::Measure(measure));
            let mut name = option_cell(look, option).note(state(page, choice, place, option));
            if !is_in {
                name = name.key(Key::Ring(look.series_colour(usize::from(option.colour))));
            }
            let mut cells = vec![name];
            cells.extend(figures.iter().map(|column| match column {
                Figure::NetPresentValue => figure(Measure::NetPresentValue),
                Figure::PerMillionTokens => figure(Measure::PerMillionTokens),
                Figure::FirstToken => figure(Measure::TimeToFirstToken),
                Figure::Value => Cell::new(weighed.map_or_else(
                    || NOTHING.to_owned(),
                    |option| text.number(option.value_points, Digits::Decimals(0)),
                )),
                Figure::NetBenefit => {
                    let usd = weighed.and_then(|option| option.net_benefit_usd);
                    Cell::new(usd.map_or_else(
                        || NOTHING.to_owned(),
                        |usd| text.compact_money(Money::usd(usd)),
                    ))
                }
                Figure::Cheapest if !is_in => Cell::new(NOTHING),
                Figure::Best if !is_in => Cell::new(NOTHING),
                Figure::Cheapest => odds(choice.prospects(place).map(|it| it.cheapest_futures)),
                Figure::Best => odds(choice.prospects(place).map(|it| it.best_futures)),
                Figure::Score => Cell::new(score(place)),
            }));
            let row = Row::new(cells);
            if !is_in {
                row.faded()
            } else if choice.recommendation.best == Some(place) {
                row.strong()
            } else {
                row
            }
        })
        .collect()
}

/// How an option stands: the one to choose, so much behind, or out with the reason.
fn state(page: &Page<'_>, choice: &Choice<'_>, place: usize, option: &OptionOutcome) -> String {
    let (text, outcome) = (page.text, page.session.outcome());
    let Some(weighed) = choice.weighing.options.get(place) else {
        return String::new();
    };
    if !weighed.is_in_the_running {
        if let Some(reasons) = choice.words.out_because(weighed) {
            return reasons;
        }
        let reason = outcome
            .findings_of(&option.id)
            .find(|finding| finding.is_grave());
        return reason.map_or_else(
            || text.get("decision-out").into_owned(),
            |finding| {
                let reason = Arg::from(text.describe(finding));
                text.format("decision-out-because", &[("reason", reason)])
            },
        );
    }
    let best = choice.recommendation.best;
    let benefit = |place: usize| choice.weighing.options.get(place)?.net_benefit_usd;
    let mut words = match (best, best.and_then(benefit), weighed.net_benefit_usd) {
        (Some(best), _, _) if best == place => text.get("decision-chosen").into_owned(),
        (_, Some(most), Some(own)) if choice.counts_value() => text.format(
            "decision-behind",
            &[("difference", short_money(text, most - own))],
        ),
        (_, Some(most), Some(own)) => text.format(
            "decision-dearer",
            &[("difference", short_money(text, most - own))],
        ),
        _ => String::new(),
    };
    if let (Some(best), true) = (best, choice.odds.is_current())
        && best != place
        && choice
            .prospects(best)
            .is_some_and(|it| it.dominates.contains(&place))
    {
        let name = Arg::from(choice.words.option(best));
        words = format!(
            "{words} · {}",
            text.format("decision-dominated", &[("option", name)])
        );
    }
    words
}
