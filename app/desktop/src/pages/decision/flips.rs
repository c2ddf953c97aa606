//! How far single inputs must move before another option costs less.

use std::sync::Arc;

use egui::Context;
use weighbridge_engine::Scenario;
use weighbridge_engine::break_even::{VOLUME, break_even, usual_range};
use weighbridge_engine::scenario::{DecisionOption, InputPath, OptionId, Plan};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Base, Money, Unit};

use crate::pages::Page;
use crate::pages::background::{Background, GoOn, Known};

/// The search, on another thread than the window's.
#[derive(Debug, Default)]
pub(super) struct FlipSearch {
    search: Background<(u64, OptionId, OptionId), Flips>,
}

/// What was found.
#[derive(Debug)]
pub(super) struct Flips {
    /// Those that flip the decision with the least change first, then those that do not.
    pub moves: Vec<Flip>,
}

/// One input and where it flips the decision.
#[derive(Debug)]
pub(super) struct Flip {
    pub path: InputPath,
    pub unit: Unit,
    pub here: f64,
    /// The nearest value at which the two options cost the same.
    pub at: Option<f64>,
}

impl FlipSearch {
    pub(super) fn get(
        &mut self,
        context: &Context,
        page: &Page<'_>,
        pair: &(OptionId, OptionId),
    ) -> Known<'_, Flips> {
        let document = page.session.document();
        let key = (document.generation(), pair.0.clone(), pair.1.clone());
        let (scenario, pair) = (Arc::clone(document.scenario()), pair.clone());
        self.search.get("what would flip it", context, key, || {
            Box::new(move |go_on| search(&scenario, &pair, go_on))
        })
    }
}

/// Looks for the nearest crossing over each input that matters.
fn search(scenario: &Scenario, (first, second): &(OptionId, OptionId), go_on: GoOn<'_>) -> Flips {
    let mut moves = Vec::new();
    for path in candidates(scenario, first, second) {
        if !go_on() {
            break;
        }
        let (Some(spec), Some(figure)) = (scenario.spec(&path), scenario.figure(&path)) else {
            continue;
        };
        let here = figure.value;
        // From nothing no share of a change can be told.
        if here <= 0.0 {
            continue;
        }
        let Some(range) = usual_range(scenario, &path) else {
            continue;
        };
        let Ok(found) = break_even(scenario, first, second, &path, range) else {
            continue;
        };
        let away = |value: &f64| (value / here).ln().abs();
        let at = found
            .crossings()
            .into_iter()
            .filter(|value| *value > 0.0)
            .min_by(|a, b| away(a).total_cmp(&away(b)));
        moves.push(Flip {
            path,
            unit: spec.unit,
            here,
            at,
        });
    }
    let far = |flip: &Flip| {
        flip.at
            .map_or(f64::INFINITY, |at| (at / flip.here).ln().abs())
    };
    moves.sort_by(|a, b| far(a).total_cmp(&far(b)));
    Flips { moves }
}

/// The inputs that decide most: volume, lengths, and for both options price and people.
fn candidates(scenario: &Scenario, first: &OptionId, second: &OptionId) -> Vec<InputPath> {
    let mut paths: Vec<String> = vec![
        VOLUME.to_owned(),
        "workload.input_tokens_per_request".to_owned(),
        "workload.output_tokens_per_request".to_owned(),
    ];
    for option in [first, second]
        .into_iter()
        .filter_map(|id| scenario.option(id))
    {
        paths.extend(
            fields(option)
                .into_iter()
                .map(|field| format!("options.{}.{field}", option.id)),
        );
    }
    paths.into_iter().map(InputPath::new).collect()
}

fn fields(option: &DecisionOption) -> Vec<&'static str> {
    let mut fields = match &option.plan {
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) => {
            vec![
                "token_plan.input_usd_per_million_tokens",
                "token_plan.output_usd_per_million_tokens",
            ]
        }
        Plan::RentedGpu(_) => vec!["rented.usd_per_gpu_hour"],
        Plan::OnPremises(_) => vec![
            "owned.server_price_usd",
            "owned.electricity_usd_per_kilowatt_hour",
        ],
        Plan::OnDevice(_) => vec!["device.device_price_usd", "device.devices"],
        Plan::Cascade(_) => vec!["cascade.escalation_share", "cascade.samples"],
    };
    fields.push("people.platform_engineer_fte");
    fields
}

/// "Output, GPT-6.1 Sol".
pub(super) fn label(text: Text, scenario: &Scenario, flip: &Flip) -> String {
    let (field, owner) = field_and_owner(text, scenario, flip);
    match owner {
        Some(owner) => text.format(
            "why-subject",
            &[("result", Arg::from(field)), ("option", Arg::from(owner))],
        ),
        None => field,
    }
}

/// The name of the input; and its option with the unit, for small type.
pub(super) fn field_and_note(text: Text, scenario: &Scenario, flip: &Flip) -> (String, String) {
    let (field, owner) = field_and_owner(text, scenario, flip);
    let unit = text.unit_name(flip.unit);
    let note: Vec<String> = owner
        .into_iter()
        .chain(Some(unit))
        .filter(|part| !part.is_empty())
        .collect();
    (field, note.join(" · "))
}

fn field_and_owner(text: Text, scenario: &Scenario, flip: &Flip) -> (String, Option<String>) {
    let Some(spec) = scenario.spec(&flip.path) else {
        return (flip.path.to_string(), None);
    };
    let owner = flip
        .path
        .as_str()
        .strip_prefix("options.")
        .and_then(|rest| {
            let id = OptionId::parse(rest.split('.').next()?)?;
            Some(scenario.option(&id)?.name.clone())
        });
    (text.field_label(spec.group, spec.name).into_owned(), owner)
}

/// A value without its unit, which stands beside the name.
pub(super) fn value(text: Text, unit: Unit, value: f64) -> String {
    if unit.exponent(Base::Usd) == 1 {
        text.money(Money::usd(value))
    } else if unit.is_share() {
        text.percent(value, Digits::SCREEN)
    } else {
        text.compact(value)
    }
}

/// "−38%" or "×12".
pub(super) fn change(text: Text, here: f64, at: f64) -> String {
    let ratio = at / here;
    if ratio >= 3.0 {
        return format!("× {}", text.number(ratio, Digits::SCREEN));
    }
    let share = text.percent(ratio - 1.0, Digits::Decimals(0));
    if ratio > 1.0 {
        format!("+{share}")
    } else {
        share
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use weighbridge_engine::evaluate;
    use weighbridge_engine::figure::Figure;
    use weighbridge_engine::model::Measure;

    use super::*;

    #[test]
    fn at_a_flip_both_options_cost_the_same() {
        let catalogue = weighbridge_catalogue::built_in().unwrap().0;
        let files = weighbridge_catalogue::sample_files();
        let mut found = 0;
        for file in &files {
            let name = &file.path;
            let scenario = weighbridge_catalogue::scenario::read(name, file.text, &catalogue)
                .unwrap()
                .scenario;
            let outcome = evaluate(&scenario);
            let [first, second, ..] = outcome.by_cost()[..] else {
                continue;
            };
            let pair = (first.id.clone(), second.id.clone());
            let flips = search(&scenario, &pair, &mut || true);
            assert!(!flips.moves.is_empty(), "{name}");
            for flip in &flips.moves {
                let Some(at) = flip.at else { continue };
                let margin = |value: f64| {
                    let mut there = scenario.clone();
                    there
                        .set_figure(&flip.path, Figure::entered(value))
                        .unwrap();
                    let outcome = evaluate(&there);
                    let npv = |id| {
                        outcome
                            .option(id)
                            .unwrap()
                            .get(Measure::NetPresentValue)
                            .unwrap()
                    };
                    npv(&pair.1) - npv(&pair.0)
                };
                let (below, above) = (margin(at * (1.0 - 1e-4)), margin(at * (1.0 + 1e-4)));
                assert!(
                    below * above <= 0.0,
                    "{name} {} at {at}: {below} {above}",
                    flip.path
                );
                found += 1;
            }
        }
        assert!(found >= 6, "only {found} flips in all samples");
    }

    #[test]
    fn work_that_is_told_to_stop_stops() {
        let catalogue = weighbridge_catalogue::built_in().unwrap().0;
        let files = weighbridge_catalogue::sample_files();
        let file = files.first().unwrap();
        let scenario = weighbridge_catalogue::scenario::read(&file.path, file.text, &catalogue)
            .unwrap()
            .scenario;
        let ids: Vec<OptionId> = scenario
            .options
            .iter()
            .map(|option| option.id.clone())
            .collect();
        let flips = search(&scenario, &(ids[0].clone(), ids[1].clone()), &mut || false);
        assert!(flips.moves.is_empty());
    }
}
