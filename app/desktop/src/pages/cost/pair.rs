//! One option instead of another: from which volume on, and what the difference earns.

use std::sync::Arc;

use egui::Ui;
use weighbridge_engine::break_even::{BreakEven, VOLUME, break_even, usual_range};
use weighbridge_engine::finance::Interval;
use weighbridge_engine::incremental::{Incremental, incremental};
use weighbridge_engine::scenario::{InputPath, OptionId};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Money, Unit};

use crate::look::Look;
use crate::pages::Page;
use crate::pages::background::Background;
use crate::pages::charts::waiting;
use crate::pages::parts::{Answer, months, note, option_picker, paragraph};
use crate::widgets::page as parts_of_page;

/// Stretches that are told one by one; more would not be read.
const MOST_STRETCHES: usize = 6;

/// The pair that is compared; the two cheapest where nobody chose.
#[derive(Debug, Default)]
pub(super) struct PairState {
    chosen: Option<OptionId>,
    other: Option<OptionId>,
    break_even: Background<(u64, OptionId, OptionId), Option<BreakEven>>,
}

impl PairState {
    /// The pair, where there are two options that have a cost.
    fn pair(&self, page: &Page<'_>) -> Option<(OptionId, OptionId)> {
        let outcome = page.session.outcome();
        let known = |id: &Option<OptionId>| id.clone().filter(|id| outcome.option(id).is_some());
        let (first, second) = match Answer::of(outcome) {
            Answer::Cheapest { first, second, .. } => {
                (Some(first.id.clone()), Some(second.id.clone()))
            }
            Answer::Only(option) => (Some(option.id.clone()), None),
            Answer::Nothing => (None, None),
        };
        let chosen = known(&self.chosen).or(first.clone())?;
        let other = known(&self.other)
            .or(second)
            .filter(|other| *other != chosen)
            .or(first.filter(|first| *first != chosen))
            .or_else(|| {
                outcome
                    .options
                    .iter()
                    .map(|option| option.id.clone())
                    .find(|id| *id != chosen)
            })?;
        Some((chosen, other))
    }
}

/// Pickers for the pair, and the volumes at which each of the two is cheaper.
pub(super) fn break_even_ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut PairState) {
    let Some((chosen, other)) = state.pair(page) else {
        return;
    };
    let text = page.text;
    parts_of_page::rule(ui);
    parts_of_page::columns(ui, 2, 180.0, |ui, side| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let (key, id, place) = if side == 0 {
            ("cost-pair-first", &chosen, &mut state.chosen)
        } else {
            ("cost-pair-second", &other, &mut state.other)
        };
        let name = text.get(key);
        note(ui, name.clone());
        if let Some(picked) = option_picker(ui, page, &name, Some(id)) {
            *place = Some(picked);
        }
    });
    let generation = page.session.document().generation();
    let scenario = Arc::clone(page.session.document().scenario());
    let key = (generation, chosen.clone(), other.clone());
    let known = state
        .break_even
        .get("break-even of a pair", ui.ctx(), key, || {
            let (chosen, other) = (chosen.clone(), other.clone());
            Box::new(move |_| {
                let path = InputPath::new(VOLUME);
                let range = usual_range(&scenario, &path)?;
                break_even(&scenario, &chosen, &other, &path, range).ok()
            })
        });
    let (is_current, has_failed) = (known.is_current, known.has_failed);
    let name = |id: &OptionId| {
        let option = page.session.outcome().option(id);
        option.map_or_else(|| id.to_string(), |option| option.name.clone())
    };
    match known.result {
        None => waiting(ui, page, has_failed),
        Some(None) => note(ui, text.get("cost-pair-none")),
        Some(Some(found)) => {
            ui.scope(|ui| {
                if !is_current {
                    ui.multiply_opacity(0.45);
                }
                for sentence in sentences(text, &name(&chosen), &name(&other), found) {
                    paragraph(ui, sentence);
                }
            });
        }
    }
}

/// Where each of the two is cheaper, from low to high volumes.
fn sentences(text: Text, chosen: &str, other: &str, found: &BreakEven) -> Vec<String> {
    let (low, high) = found.range;
    let mut stretches: Vec<(&str, f64, f64)> = Vec::new();
    let mut reached = low;
    for Interval { start, end } in &found.cheaper {
        if *start > reached {
            stretches.push((other, reached, *start));
        }
        stretches.push((chosen, *start, *end));
        reached = *end;
    }
    if reached < high {
        stretches.push((other, reached, high));
    }
    if let [(only, ..)] = stretches.as_slice() {
        return vec![text.format(
            "break-even-always",
            &[("option", Arg::from((*only).to_owned()))],
        )];
    }
    let more = stretches.len().saturating_sub(MOST_STRETCHES);
    let mut sentences: Vec<String> = stretches
        .into_iter()
        .take(MOST_STRETCHES)
        .map(|(option, from, to)| {
            let volume = |value: f64| Arg::from(text.compact(value));
            text.format(
                "cost-pair-stretch",
                &[
                    ("option", Arg::from(option.to_owned())),
                    ("low", volume(from)),
                    ("high", volume(to)),
                ],
            )
        })
        .collect();
    if more > 0 {
        sentences.push(text.format("cost-pair-more", &[("count", Arg::from(more))]));
    }
    sentences
}

/// What the first option saves against the second, as an investment.
pub(super) fn incremental_ui(ui: &mut Ui, page: &mut Page<'_>, state: &PairState) {
    let Some((chosen, other)) = state.pair(page) else {
        return;
    };
    let text = page.text;
    let outcome = page.session.outcome();
    let rate = page.session.scenario().finance.discount_rate_per_year.value;
    let Ok(Some(found)) = incremental(outcome, &chosen, &other, rate) else {
        return;
    };
    let name = |id: &OptionId| {
        let option = outcome.option(id);
        Arg::from(option.map_or_else(|| id.to_string(), |option| option.name.clone()))
    };
    let key = if found.npv_usd >= 0.0 {
        "cost-instead-saves"
    } else {
        "cost-instead-costs"
    };
    let title = text.format(
        key,
        &[
            ("first", name(&chosen)),
            ("second", name(&other)),
            (
                "amount",
                Arg::from(text.compact_money(Money::usd(found.npv_usd.abs()))),
            ),
            ("months", months(outcome)),
        ],
    );
    parts_of_page::card(ui, &title, &text.get("cost-instead-aid"), |ui| {
        let facts = facts(text, &found);
        parts_of_page::columns(ui, facts.len(), 128.0, |ui, place| {
            if let Some((caption, value)) = facts.get(place) {
                fact(ui, caption, value);
            }
        });
        for remark in remarks(text, &found) {
            note(ui, remark);
        }
    });
}

/// A caption over its value; long captions wrap.
fn fact(ui: &mut Ui, caption: &str, value: &str) {
    let look = Look::of(ui);
    ui.spacing_mut().item_spacing.y = look.grid / 2.0;
    ui.add(egui::Label::new(look.small(caption)).wrap());
    ui.add(egui::Label::new(look.title(value)).wrap());
}

fn facts(text: Text, found: &Incremental) -> Vec<(String, String)> {
    let percent = |rate: f64| text.percent(rate, Digits::SCREEN);
    let none = || "–".to_owned();
    // Where nothing is spent first, nothing has to come back.
    let pays_back = found.flows_usd.iter().any(|flow| *flow < 0.0);
    let month = |months: Option<f64>| {
        let months = months.filter(|_| pays_back);
        months.map_or_else(none, |months| text.quantity(months, Unit::MONTHS))
    };
    let rates = match found.irr_per_year.as_slice() {
        [] => none(),
        rates => rates
            .iter()
            .map(|rate| percent(*rate))
            .collect::<Vec<_>>()
            .join("; "),
    };
    let named = |key: &str, value: String| (text.get(key).into_owned(), value);
    vec![
        named("cost-payback", month(found.payback_months.simple)),
        named(
            "cost-payback-discounted",
            month(found.payback_months.discounted),
        ),
        named("internal-rate-of-return", rates),
        named(
            "modified-internal-rate",
            found.mirr_per_year.map_or_else(none, percent),
        ),
    ]
}

/// What the figures mean where they are not plain.
fn remarks(text: Text, found: &Incremental) -> Vec<String> {
    let mut remarks = Vec::new();
    let is_ever_dearer = found.flows_usd.iter().any(|flow| *flow < 0.0);
    let is_ever_cheaper = found.flows_usd.iter().any(|flow| *flow > 0.0);
    match found.payback_months.simple {
        _ if !is_ever_dearer => remarks.push(text.get("cost-payback-none-needed").into_owned()),
        None => remarks.push(text.get("payback-never").into_owned()),
        Some(_) => {}
    }
    match found.irr_per_year.len() {
        0 if !(is_ever_dearer && is_ever_cheaper) => {
            remarks.push(text.get("cost-rate-none-one-sided").into_owned())
        }
        0 => remarks.push(text.get("cost-rate-none").into_owned()),
        1 => {}
        count => remarks.push(text.format("cost-rate-several", &[("count", Arg::from(count))])),
    }
    remarks
}
