//! What the lead depends on: the break-even map, relative moves, and shares of the spread.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use egui::Ui;
use weighbridge_charts::Chart;
use weighbridge_charts::from_outcome::Case;
use weighbridge_charts::from_prospects::{self, MapInput, SpiderLine, Yardstick, break_even_map};
use weighbridge_engine::break_even::VOLUME;
use weighbridge_engine::evaluate;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::{InputPath, OptionId, Scenario};
use weighbridge_engine::uncertainty::{Indices, indices};
use weighbridge_engine::weighing::{sensitivity, spider, weigh, worths};
use weighbridge_text::{ChoiceWords, Digits, Locale, Text};
use weighbridge_units::Arg;

use super::super::choice::Choice;
use super::super::evidence::{LEAST_SEEN, pair_of, yardstick};
use super::super::sureness::dimmed;
use crate::pages::Page;
use crate::pages::background::{Background, GoOn};
use crate::pages::charts::ChartCache;
use crate::pages::parts::{note, wide_table};
use crate::widgets::page as parts_of_page;
use crate::widgets::table::{Cell, Row, figure_column, text_column};
use crate::widgets::{Entry, PickerWords, button, picker};

/// Values of each input of the map.
const MAP_CELLS: usize = 36;
/// How far the map goes to either side of an input's value, as a ratio.
const MAP_REACH: f64 = 10.0;
/// Lines of the spider, and points of each.
const SPIDER_LINES: usize = 6;
const SPIDER_POINTS: usize = 21;
/// Draws of a sample for shares of the spread; a power of two.
const INDICES_DRAWS: u32 = 1_024;

/// A share of the spread is listed from here on.
const LEAST_SHARE: f64 = 0.000_5;

/// What is chosen, and what is made on other threads.
#[derive(Debug, Default)]
pub(super) struct Sensitivities {
    across: Option<InputPath>,
    up: Option<InputPath>,
    map: Background<(u64, Locale, InputPath, InputPath), Option<Arc<Chart>>>,
    spider: Background<SpiderKey, Option<Arc<Chart>>>,
    indices: Background<PairKey, Option<Indices>>,
    /// The case for which indices were asked.
    asked: Option<PairKey>,
    done: Arc<AtomicUsize>,
}

type PairKey = (u64, OptionId, OptionId);
type SpiderKey = (u64, Locale, OptionId, OptionId);

impl Sensitivities {
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        choice: &Choice<'_>,
        charts: &mut ChartCache,
    ) {
        parts_of_page::columns(ui, 2, 430.0, |ui, index| {
            if index == 0 {
                self.map_ui(ui, page, choice, charts);
            } else {
                self.spider_ui(ui, page, choice, charts);
            }
        });
        self.indices_ui(ui, page, choice);
    }

    /// The map over two inputs that are chosen below it.
    fn map_ui(
        &mut self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        choice: &Choice<'_>,
        charts: &mut ChartCache,
    ) {
        let inputs = inputs_of_map(choice);
        let place = |wanted: &Option<InputPath>, usual: usize| {
            let wanted = wanted.as_ref();
            wanted
                .and_then(|path| inputs.iter().position(|input| input == path))
                .unwrap_or(usual)
        };
        let (mut across, mut up) = (place(&self.across, 0), place(&self.up, 1));
        if inputs.len() < 2 {
            return;
        }
        if across == up {
            up = usize::from(across == 0);
        }
        let text = page.text;
        let document = page.session.document();
        let (x, y) = (inputs[across].clone(), inputs[up].clone());
        let key = (document.generation(), text.locale(), x.clone(), y.clone());
        let (scenario, by) = (Arc::clone(document.scenario()), yardstick(choice));
        let known = self.map.get("break-even map", ui.ctx(), key, || {
            Box::new(move |go_on| map(&scenario, text, [&x, &y], by, go_on).map(Arc::new))
        });
        let entries: Vec<Entry> = inputs
            .iter()
            .map(|path| {
                let (title, note) = choice.words.field_and_owner(path);
                Entry {
                    title,
                    note,
                    aliases: path.to_string(),
                    ..Entry::default()
                }
            })
            .collect();
        let title = text.get("chart-break-even-map");
        charts.made_card(ui, page, &title, &known, &mut |ui, _| {
            parts_of_page::columns(ui, 2, 180.0, |ui, side| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let (key, place) = if side == 0 {
                    ("decision-map-across", &mut across)
                } else {
                    ("decision-map-up", &mut up)
                };
                let name = text.get(key);
                note(ui, name.clone());
                let (search, nothing) =
                    (text.get("button-search"), text.get("window-search-nothing"));
                let words = PickerWords {
                    search: &search,
                    nothing: &nothing,
                };
                if let Some(picked) = picker::picker(ui, &name, Some(*place), "", &entries, words) {
                    *place = picked;
                }
            });
        });
        self.across = inputs.get(across).cloned();
        self.up = inputs.get(up).cloned();
    }

    /// The inputs that matter most, each moved alone.
    fn spider_ui(
        &mut self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        choice: &Choice<'_>,
        charts: &mut ChartCache,
    ) {
        let Some((chosen, other)) = choice.pair() else {
            return;
        };
        let text = page.text;
        let document = page.session.document();
        let ids = (chosen.clone(), other.clone());
        let key = (
            document.generation(),
            text.locale(),
            ids.0.clone(),
            ids.1.clone(),
        );
        let (scenario, by) = (Arc::clone(document.scenario()), yardstick(choice));
        let known = self.spider.get("spider", ui.ctx(), key, || {
            Box::new(move |go_on| spider_of(&scenario, text, &ids, by, go_on).map(Arc::new))
        });
        charts.made_card(ui, page, &text.get("chart-spider"), &known, &mut |_, _| {});
    }

    /// Sobol' indices, which take a run of their own and are asked for.
    fn indices_ui(&mut self, ui: &mut Ui, page: &Page<'_>, choice: &Choice<'_>) {
        let Some((chosen, other)) = choice.pair() else {
            return;
        };
        let text = page.text;
        let document = page.session.document();
        let now: PairKey = (document.generation(), chosen.clone(), other.clone());
        let title = text.get("decision-indices");
        parts_of_page::card(ui, &title, &text.get("decision-indices-aid"), |ui| {
            if self.asked.as_ref() == Some(&now) {
                let scenario = Arc::clone(document.scenario());
                let (key, ids, done) = (
                    now.clone(),
                    (chosen.clone(), other.clone()),
                    Arc::clone(&self.done),
                );
                self.indices.get("shares of the spread", ui.ctx(), key, || {
                    done.store(0, Ordering::Relaxed);
                    Box::new(move |go_on| {
                        let mut counted = || {
                            done.fetch_add(1, Ordering::Relaxed);
                            go_on()
                        };
                        let seed = scenario.sampling.seed;
                        indices(&scenario, &ids.0, &ids.1, INDICES_DRAWS, seed, &mut counted)
                            .ok()?
                    })
                });
            }
            let (busy, failed) = (self.indices.is_busy(), self.indices.has_failed());
            let found = self
                .indices
                .found()
                .map(|(key, found)| (*key == now, found.as_ref()));
            match found {
                Some((is_current, Some(found))) => {
                    dimmed(ui, is_current, |ui| {
                        indices_table(ui, text, choice, &title, found)
                    });
                }
                Some((true, None)) => note(ui, text.get("decision-indices-none")),
                _ => {}
            }
            if failed {
                note(ui, text.get("results-not-computed"));
            }
            let is_known = found.is_some_and(|(is_current, _)| is_current);
            if busy {
                let count = Arg::from(self.done.load(Ordering::Relaxed));
                ui.horizontal_wrapped(|ui| {
                    note(
                        ui,
                        text.format("decision-indices-done", &[("count", count)]),
                    );
                    if ui.add(button::link(&text.get("button-cancel"))).clicked() {
                        self.indices.cancel();
                        self.asked = None;
                    }
                });
            } else if !is_known
                && ui
                    .add(button::quiet(&text.get("decision-indices-compute")))
                    .clicked()
            {
                self.asked = Some(now.clone());
            }
        });
    }
}

/// Volume first, then what is worth finding out most, then prices of the two options.
fn inputs_of_map(choice: &Choice<'_>) -> Vec<InputPath> {
    let mut inputs = vec![InputPath::new(VOLUME)];
    let mut add = |path: &InputPath| {
        let figure = choice.scenario.figure(path);
        let moves = figure.is_some_and(|figure| figure.value > 0.0);
        if moves && !inputs.contains(path) {
            inputs.push(path.clone());
        }
    };
    if let Some(futures) = &choice.futures {
        let worth = futures.prospects.worth.iter();
        worth
            .flat_map(|worth| worth.paths.first())
            .for_each(&mut add);
    }
    for path in [
        "workload.input_tokens_per_request",
        "workload.output_tokens_per_request",
        "workload.growth_per_month",
        "money_axis.usd_per_point",
    ] {
        add(&InputPath::new(path));
    }
    inputs
}

fn flow(go_on: &mut dyn FnMut() -> bool) -> impl FnMut() -> ControlFlow<()> {
    move || {
        if go_on() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}

fn spider_of(
    scenario: &Scenario,
    text: Text,
    ids: &(OptionId, OptionId),
    by: Yardstick,
    go_on: GoOn<'_>,
) -> Option<Chart> {
    let moves = sensitivity(scenario, &ids.0, &ids.1, &mut flow(go_on)).ok()??;
    let lead = moves.difference_usd.abs();
    let longest = moves
        .bars
        .iter()
        .filter(|bar| bar.length() > LEAST_SEEN * lead);
    let of: Vec<String> = longest
        .take(SPIDER_LINES)
        .filter_map(|bar| Some(moves.quantities.get(bar.input)?.stream.clone()))
        .collect();
    let found = spider(
        scenario,
        &ids.0,
        &ids.1,
        &of,
        SPIDER_POINTS,
        &mut flow(go_on),
    );
    let words = ChoiceWords::new(text, scenario);
    let lines: Vec<SpiderLine> = found
        .ok()??
        .into_iter()
        .filter_map(|line| {
            let here = scenario.figure(line.paths.first()?)?.value;
            let relative = |value: f64| (here != 0.0).then(|| value / here - 1.0);
            let points = line.points.iter();
            let points = points
                .filter_map(|(_, value, difference)| Some([relative(*value)?, *difference]))
                .collect();
            Some(SpiderLine {
                name: words.quantity(&line.paths),
                points,
            })
        })
        .collect();
    let outcome = evaluate(scenario);
    let case = Case {
        scenario,
        outcome: &outcome,
        text,
    };
    let pair = pair_of(scenario, ids, by)?;
    (!lines.is_empty()).then(|| from_prospects::spider(&case, pair, &lines))
}

fn map(
    scenario: &Scenario,
    text: Text,
    inputs: [&InputPath; 2],
    by: Yardstick,
    go_on: GoOn<'_>,
) -> Option<Chart> {
    let words = ChoiceWords::new(text, scenario);
    let side = |path: &InputPath| {
        let (spec, figure) = (scenario.spec(path)?, scenario.figure(path)?);
        Some(MapInput {
            path: path.clone(),
            name: words.input(path),
            unit: spec.unit,
            values: values_around(figure.value, (spec.min, spec.max)),
        })
    };
    let (x, y) = (side(inputs[0])?, side(inputs[1])?);
    let outcome = evaluate(scenario);
    let weighing = weigh(scenario, &outcome);
    let mut costs = vec![Vec::new(); scenario.options.len()];
    let mut there = scenario.clone();
    for up in &y.values {
        if !go_on() {
            return None;
        }
        there.set_figure(&y.path, Figure::entered(*up)).ok()?;
        for across in &x.values {
            there.set_figure(&x.path, Figure::entered(*across)).ok()?;
            let found = worths(&there);
            for ((costs, worth), option) in costs.iter_mut().zip(found).zip(&weighing.options) {
                let cost = match by {
                    Yardstick::Cost => worth.npv_usd,
                    Yardstick::NetBenefit => worth.net_benefit_usd.map(|benefit| 0.0 - benefit),
                };
                // What is out as the case stands stays out all over the map.
                costs.push(
                    cost.filter(|_| option.is_in_the_running)
                        .unwrap_or(f64::NAN),
                );
            }
        }
    }
    let case = Case {
        scenario,
        outcome: &outcome,
        text,
    };
    Some(break_even_map(&case, by, &x, &y, &costs))
}

/// Values around one, even by ratio, inside what the field allows.
fn values_around(here: f64, (min, max): (f64, f64)) -> Vec<f64> {
    let low = (here / MAP_REACH).max(min);
    let high = (here * MAP_REACH).min(max);
    let steps = (MAP_CELLS - 1) as f64;
    let even = low <= 0.0;
    (0..MAP_CELLS)
        .map(|step| {
            let way = step as f64 / steps;
            if even {
                low + way * (high - low)
            } else {
                (low * (high / low).powf(way)).clamp(low, high)
            }
        })
        .collect()
}

fn indices_table(ui: &mut Ui, text: Text, choice: &Choice<'_>, title: &str, found: &Indices) {
    let mut order: Vec<usize> = (0..found.quantities.len()).collect();
    let total = |place: &usize| found.indices.total.get(*place).copied().unwrap_or(0.0);
    order.sort_by(|one, other| total(other).total_cmp(&total(one)));
    let columns = [
        text_column(text.get("decision-input"), 1.0),
        figure_column(text.get("decision-indices-first")),
        figure_column(text.get("decision-indices-total")),
    ];
    let share = |value: f64| text.percent(value.clamp(0.0, 1.0), Digits::Decimals(1));
    let rows: Vec<Row> = order
        .into_iter()
        .filter(|place| total(place) >= LEAST_SHARE)
        .map(|place| {
            let quantity = &found.quantities[place];
            Row::new([
                Cell::new(choice.words.quantity(&quantity.paths)),
                Cell::new(share(
                    found.indices.first.get(place).copied().unwrap_or(0.0),
                )),
                Cell::new(share(total(&place))),
            ])
        })
        .collect();
    wide_table(ui, title, &columns, &rows);
}
