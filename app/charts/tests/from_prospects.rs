//! Charts of the odds of real cases: what they claim is checked against the sample by another way.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../engine/tests/samples/mod.rs"]
#[allow(dead_code, reason = "shared with the engine's own tests")]
mod samples;

use std::num::NonZero;
use std::ops::ControlFlow;

use weighbridge_charts::content::{Dots, RegionMap, Tornado};
use weighbridge_charts::from_outcome::Case;
use weighbridge_charts::from_prospects::{
    AtVolume, Draws, FUTURES, MapInput, NAMES, Pair, SpiderLine, TestedInput, Yardstick,
    break_even_map, central_weights, chance_cheapest, costs_of_leads, cumulative_cost,
    difference_tornado, exceedance, expected_loss, expected_regret, futures, rank_shares, spider,
};
use weighbridge_charts::{Chart, Content, Layout, LineSeries, Mark, Scene, Sheet, Tokens, svg};
use weighbridge_engine::break_even::VOLUME;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{InputPath, OptionId};
use weighbridge_engine::uncertainty::sensitivity::{Sensitivity, sensitivity};
use weighbridge_engine::uncertainty::{Sample, Settings, sample};
use weighbridge_engine::weighing::{Map, MapSide, Prospects, prospects};
use weighbridge_engine::{Outcome, Scenario, evaluate};
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Currency, Unit};

const COST: Pair = Pair {
    chosen: 0,
    other: 1,
    by: Yardstick::Cost,
};

/// A case with its sample and what follows from it.
struct Weighed {
    scenario: Scenario,
    outcome: Outcome,
    sample: Sample,
    prospects: Prospects,
}

impl Weighed {
    fn new(scenario: Scenario) -> Weighed {
        let settings = Settings {
            draws: 2_000,
            ..Settings::of(&scenario, NonZero::<usize>::MIN)
        };
        let sample = sample(&scenario, settings).unwrap();
        let prospects = prospects(&scenario, &sample, &mut |_| ControlFlow::Continue(())).unwrap();
        Weighed {
            outcome: evaluate(&scenario),
            scenario,
            sample,
            prospects,
        }
    }

    fn case(&self, text: Text) -> Case<'_> {
        Case {
            scenario: &self.scenario,
            outcome: &self.outcome,
            text,
        }
    }

    fn english(&self) -> Case<'_> {
        self.case(Text::new(Locale::En))
    }

    fn draws(&self) -> Draws {
        Draws::from(&self.prospects)
    }

    /// What the first option saves against the second, by draw sorted upwards.
    fn savings(&self) -> Vec<f64> {
        let costs = |place: usize| self.sample.options[place].npv_usd.iter();
        let mut savings: Vec<f64> = costs(1).zip(costs(0)).map(|(b, a)| b - a).collect();
        savings.sort_by(f64::total_cmp);
        savings
    }

    fn sensitivity(&self) -> (Sensitivity, Vec<TestedInput>) {
        let id = |place: usize| -> &OptionId { &self.scenario.options[place].id };
        let found = sensitivity(&self.scenario, id(0), id(1)).unwrap();
        let inputs = found
            .quantities
            .iter()
            .map(|quantity| TestedInput {
                name: quantity.id.clone(),
                low: format!("{:.3e}", quantity.value_at(0.1)),
                high: format!("{:.3e}", quantity.value_at(0.9)),
            })
            .collect();
        (found, inputs)
    }

    /// The costs of both options over factors of the volume and of the first option's price of output.
    fn map(&self, volumes: &[f64], prices: &[f64]) -> (MapInput, MapInput, Vec<Vec<f64>>) {
        let price = InputPath::new("options.dear.token_plan.output_usd_per_million_tokens");
        let mut costs = vec![Vec::new(); self.scenario.options.len()];
        let mut there = self.scenario.clone();
        for usd in prices {
            for volume in volumes {
                let volume_path = InputPath::new(VOLUME);
                there
                    .set_figure(&volume_path, Figure::entered(*volume))
                    .unwrap();
                there.set_figure(&price, Figure::entered(*usd)).unwrap();
                let outcome = evaluate(&there);
                for (costs, option) in costs.iter_mut().zip(&outcome.options) {
                    costs.push(option.get(Measure::NetPresentValue).unwrap_or(f64::NAN));
                }
            }
        }
        let x = MapInput {
            path: InputPath::new(VOLUME),
            name: "Requests per month".into(),
            unit: self.scenario.spec(&InputPath::new(VOLUME)).unwrap().unit,
            values: volumes.to_vec(),
        };
        let y = MapInput {
            path: price,
            name: "Price of output".into(),
            unit: Unit::USD_PER_MILLION_TOKENS,
            values: prices.to_vec(),
        };
        (x, y, costs)
    }

    /// The odds at some volumes, from a sample at each.
    fn volumes(&self, volumes: &[f64]) -> Vec<AtVolume> {
        volumes
            .iter()
            .map(|volume| {
                let mut there = self.scenario.clone();
                there
                    .set_figure(&InputPath::new(VOLUME), Figure::entered(*volume))
                    .unwrap();
                let there = Weighed::new(there);
                let costs: Vec<&Vec<f64>> =
                    there.sample.options.iter().map(|it| &it.npv_usd).collect();
                let count = there.sample.draws as f64;
                let cheapest = |draw: usize| {
                    costs
                        .iter()
                        .map(|costs| costs[draw])
                        .fold(f64::INFINITY, f64::min)
                };
                let mean_loss = |own: &Vec<f64>| {
                    let losses = own.iter().enumerate();
                    losses.map(|(draw, usd)| usd - cheapest(draw)).sum::<f64>() / count
                };
                AtVolume {
                    requests_per_month: *volume,
                    cheapest_shares: there
                        .prospects
                        .options
                        .iter()
                        .map(|option| Some(option.cheapest_share))
                        .collect(),
                    expected_loss_usd: costs.iter().map(|own| Some(mean_loss(own))).collect(),
                }
            })
            .collect()
    }

    /// Every chart of the case.
    fn charts(&self, text: Text) -> Vec<Chart> {
        let case = self.case(text);
        let (found, inputs) = self.sensitivity();
        let bands: Vec<_> = self
            .prospects
            .options
            .iter()
            .map(|it| &it.cumulative_usd)
            .collect();
        let volumes = self.volumes(&[1e4, 1e5, 1e6]);
        let (x, y, costs) = self.map(&[1e4, 3e4, 1e5, 3e5, 1e6], &[1.0, 4.0, 8.0]);
        let (prospects, criteria) = self.by_criteria();
        let benefit = Pair {
            by: Yardstick::NetBenefit,
            ..COST
        };
        let mut charts = vec![
            cumulative_cost(&case, &bands, self.draws()),
            exceedance(&case, &self.prospects),
            expected_regret(&case, &self.prospects),
            chance_cheapest(&case, &volumes, self.draws()),
            expected_loss(&case, &volumes, self.draws()),
            rank_shares(&case, &prospects),
            central_weights(&case, &prospects, &criteria),
        ];
        for pair in [COST, benefit] {
            charts.push(futures(&case, pair, &self.savings(), self.draws()));
            let difference = found.difference_usd;
            charts.push(difference_tornado(
                &case,
                pair,
                difference,
                &found.bars,
                &inputs,
            ));
            charts.push(spider(&case, pair, &self.spider_lines()));
            charts.push(break_even_map(&case, pair.by, &x, &y, &costs));
        }
        charts
    }

    /// The prospects as if three criteria were weighed.
    fn by_criteria(&self) -> (Prospects, Vec<String>) {
        let prospects = Prospects {
            rank_shares: vec![vec![0.25, 0.75], vec![0.75, 0.25]],
            central_weights: vec![Some(vec![0.7, 0.2, 0.1]), Some(vec![0.4, 0.3, 0.3])],
            ..self.prospects.clone()
        };
        assert_eq!(prospects.ranked, [0, 1]);
        (
            prospects,
            vec!["quality".into(), "control".into(), "speed".into()],
        )
    }

    /// Differences as volume and price move by as much.
    fn spider_lines(&self) -> Vec<SpiderLine> {
        [
            VOLUME,
            "options.dear.token_plan.output_usd_per_million_tokens",
        ]
        .into_iter()
        .map(|path| {
            let path = InputPath::new(path);
            let here = self.scenario.figure(&path).unwrap().value;
            let points = [-0.3, 0.0, 0.3].map(|by| {
                let mut there = self.scenario.clone();
                there
                    .set_figure(&path, Figure::entered(here * (1.0 + by)))
                    .unwrap();
                let outcome = evaluate(&there);
                let cost = |place: usize| {
                    let option = &outcome.options[place];
                    option.get(Measure::NetPresentValue).unwrap()
                };
                [by, cost(0) - cost(1)]
            });
            SpiderLine {
                name: path.as_str().to_owned(),
                points: points.to_vec(),
            }
        })
        .collect()
    }
}

/// A dear interface without one-off cost against a cheap one that has to be set up, at an uncertain volume and price.
fn uncertain() -> Weighed {
    let mut scenario = samples::blank();
    scenario.options.push(samples::hosted("dear", 3.0, 6.0));
    scenario.options.push(samples::hosted("cheap", 1.0, 4.0));
    samples::number_colours(&mut scenario);
    samples::set(
        &mut scenario,
        "options.cheap.transition.implementation_usd",
        9_000.0,
    );
    samples::ranged(&mut scenario, VOLUME, 4e4, 1e5, 3e5);
    samples::ranged(
        &mut scenario,
        "options.dear.token_plan.output_usd_per_million_tokens",
        4.0,
        6.0,
        7.0,
    );
    Weighed::new(scenario)
}

fn dots(chart: &Chart) -> &Dots {
    match &chart.content {
        Content::Dots(dots) => dots,
        other => panic!("{other:?}"),
    }
}

fn tornado(chart: &Chart) -> &Tornado {
    match &chart.content {
        Content::Tornado(tornado) => tornado,
        other => panic!("{other:?}"),
    }
}

fn map(chart: &Chart) -> &RegionMap {
    match &chart.content {
        Content::RegionMap(map) => map,
        other => panic!("{other:?}"),
    }
}

fn series(chart: &Chart) -> &[LineSeries] {
    match &chart.content {
        Content::Lines(lines) => &lines.series,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_chart_is_said_in_every_language() {
    let weighed = uncertain();
    for locale in Locale::ALL {
        let text = Text::new(locale).in_currency(Currency::Brl, 5.4);
        let charts = weighed.charts(text);
        for name in NAMES.iter().chain(&["cumulative-cost"]) {
            assert!(charts.iter().any(|chart| chart.name == *name), "{name}");
            assert!(text.find(&format!("chart-{name}")).is_some(), "{name}");
        }
        for chart in charts {
            let name = chart.name;
            let table = [chart.table.headers.clone(), chart.table.rows.concat()].concat();
            let said = [&chart.title, &chart.subtitle, &chart.source, &chart.summary];
            for text in said.into_iter().chain(&table) {
                assert!(
                    !text.contains('[') && !text.contains("{$") && !text.contains("chart-"),
                    "{locale} {name}: {text}"
                );
            }
            assert!(
                !chart.title.is_empty() && !chart.subtitle.is_empty(),
                "{name}"
            );
            assert!(chart.summary.starts_with(&chart.title), "{name}");
            assert!(!chart.table.rows.is_empty(), "{name}");
            for row in &chart.table.rows {
                assert_eq!(row.len(), chart.table.headers.len(), "{name}");
            }
            let layout = Layout::new(&chart, Sheet::A4_WIDTH, &text);
            assert_eq!(layout.labels_left_out, 0, "{locale} {name}");
            let scene = Scene::of_layout(&chart, &layout);
            let written = svg::write(&scene, &Tokens::built_in().paper);
            assert!(written.starts_with("<svg") && written.ends_with("</svg>\n"));
        }
    }
}

#[test]
fn dots_count_the_draws_to_one_in_fifty() {
    let weighed = uncertain();
    let savings = weighed.savings();
    let chart = futures(&weighed.english(), COST, &savings, weighed.draws());
    let (below, equal, above) = dots(&chart).counts();
    assert_eq!((below + equal + above, equal), (FUTURES, 0));
    let wins = savings.iter().filter(|saving| **saving > 0.0).count();
    let share = wins as f64 / savings.len() as f64 * FUTURES as f64;
    assert!(
        (above as f64 - share).abs() <= 0.5 + 0.03,
        "{above} against {share}"
    );
    // The title counts for whoever wins more often.
    let (winner, count) = if above >= below {
        ("dear", above)
    } else {
        ("cheap", below)
    };
    assert!(chart.title.starts_with(winner), "{}", chart.title);
    assert!(
        chart.title.contains(&format!("in {count} of {FUTURES}")),
        "{}",
        chart.title
    );
    let reversed = Pair {
        chosen: 1,
        other: 0,
        ..COST
    };
    let turned: Vec<f64> = savings.iter().rev().map(|saving| -saving).collect();
    let other = futures(&weighed.english(), reversed, &turned, weighed.draws());
    assert_eq!(other.title, chart.title);
}

#[test]
fn ties_are_nobodys() {
    let weighed = uncertain();
    let chart = futures(&weighed.english(), COST, &[0.0; 80], weighed.draws());
    assert!(chart.title.contains("the same"), "{}", chart.title);
    let even: Vec<f64> = (0..100).map(|draw| f64::from(draw) - 49.5).collect();
    let chart = futures(&weighed.english(), COST, &even, weighed.draws());
    assert!(
        chart.title.contains("each cost less in 25 of 50"),
        "{}",
        chart.title
    );
}

#[test]
fn a_tornado_turns_the_sign_and_marks_what_flips() {
    let weighed = uncertain();
    let (found, inputs) = weighed.sensitivity();
    let case = weighed.english();
    let chart = difference_tornado(&case, COST, found.difference_usd, &found.bars, &inputs);
    let drawn = tornado(&chart);
    assert_eq!(drawn.base, -found.difference_usd);
    assert_eq!(
        drawn.bars.len(),
        found.bars.iter().filter(|bar| bar.length() > 0.0).count()
    );
    for (bar, found) in drawn.bars.iter().zip(&found.bars) {
        assert_eq!([bar.at_low, bar.at_high], [-found.at_low, -found.at_high]);
        assert_eq!(bar.flips(drawn.base), found.crosses_zero(), "{}", bar.label);
    }
    let flipping: Vec<_> = drawn
        .bars
        .iter()
        .filter(|bar| bar.flips(drawn.base))
        .collect();
    assert_eq!(flipping.len(), 1);
    let said = format!("{} is the only input", flipping[0].label);
    assert!(chart.title.starts_with(&said), "{}", chart.title);

    // Far from zero nothing flips.
    let mut far = found.clone();
    for bar in &mut far.bars {
        bar.at_low -= 1e9;
        bar.at_high -= 1e9;
    }
    let chart = difference_tornado(&case, COST, found.difference_usd - 1e9, &far.bars, &inputs);
    assert!(chart.title.starts_with("No input alone"), "{}", chart.title);
}

#[test]
fn bands_are_the_samples_in_the_clients_currency() {
    let weighed = uncertain();
    let text = Text::new(Locale::PtPt).in_currency(Currency::Eur, 0.5);
    let bands: Vec<_> = weighed
        .prospects
        .options
        .iter()
        .map(|it| &it.cumulative_usd)
        .collect();
    let chart = cumulative_cost(&weighed.case(text), &bands, weighed.draws());
    for (series, band) in series(&chart).iter().zip(bands) {
        assert_eq!(series.band.len(), series.points.len());
        for (month, at) in series.band.iter().enumerate() {
            assert_eq!(at[0], month as f64);
            assert!((at[1] - band.p10[month] * 0.5).abs() <= 1e-9 * at[1].abs());
            assert!((at[2] - band.p90[month] * 0.5).abs() <= 1e-9 * at[2].abs());
            let median = series.median[month][1];
            assert!(at[1] <= median && median <= at[2]);
        }
    }
    // Every option has its own columns, and no band is an error.
    assert_eq!(chart.table.headers.len(), 1 + 2 + 2 * 3);
    let bare = cumulative_cost(&weighed.english(), &[], weighed.draws());
    assert!(series(&bare).iter().all(|series| series.band.is_empty()));
}

#[test]
fn the_lowest_bound_of_nine_in_ten_is_named() {
    let weighed = uncertain();
    let chart = exceedance(&weighed.english(), &weighed.prospects);
    let bounds = weighed.prospects.options.iter();
    let lowest = bounds
        .map(|option| (option.npv_usd.unwrap().p90, option.id.to_string()))
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .unwrap();
    assert!(chart.title.contains(&lowest.1), "{}", chart.title);
    for series in series(&chart) {
        assert!(
            series
                .points
                .windows(2)
                .all(|pair| pair[0][1] >= pair[1][1])
        );
    }
}

#[test]
fn the_smallest_regret_stands_first() {
    let weighed = uncertain();
    let chart = expected_regret(&weighed.english(), &weighed.prospects);
    let Content::StackedBars(bars) = &chart.content else {
        panic!("{:?}", chart.content);
    };
    assert!(
        bars.bars
            .windows(2)
            .all(|pair| pair[0].total <= pair[1].total)
    );
    assert!(
        chart.title.starts_with(&bars.bars[0].label),
        "{}",
        chart.title
    );
}

#[test]
fn ranks_and_weights_say_whose_choice_an_option_is() {
    let weighed = uncertain();
    let (mut prospects, criteria) = weighed.by_criteria();
    let case = weighed.english();
    let chart = rank_shares(&case, &prospects);
    assert!(
        chart.title.starts_with("cheap ranks first for 75%"),
        "{}",
        chart.title
    );
    let chart = central_weights(&case, &prospects, &criteria);
    assert!(
        chart
            .title
            .contains("dear if you cared mainly about quality"),
        "{}",
        chart.title
    );
    assert_eq!(chart.table.rows[1], ["control", "20%", "30%"]);

    prospects.central_weights[0] = None;
    let chart = central_weights(&case, &prospects, &criteria);
    assert_eq!(chart.title, "Every weighting chooses cheap");
    assert_eq!(chart.table.rows[1], ["control", "", "30%"]);
}

#[test]
fn the_likeliest_changes_where_the_lines_cross() {
    let weighed = uncertain();
    let at = |volume: f64, first: f64| AtVolume {
        requests_per_month: volume,
        cheapest_shares: vec![Some(first), Some(1.0 - first)],
        expected_loss_usd: vec![Some(100.0 - 100.0 * first), Some(100.0 * first)],
    };
    let volumes = [at(1e4, 0.9), at(2e4, 0.6), at(4e4, 0.4), at(8e4, 0.1)];
    for chart in [
        chance_cheapest(&weighed.english(), &volumes, weighed.draws()),
        expected_loss(&weighed.english(), &volumes, weighed.draws()),
    ] {
        let title = &chart.title;
        assert!(
            title.starts_with("dear") && title.contains("30K"),
            "{title}"
        );
        assert!(title.contains("cheap beyond"), "{title}");
    }
    // A tie along the way is no change.
    let volumes = [at(1e4, 0.9), at(2e4, 0.5), at(4e4, 0.9)];
    let chart = chance_cheapest(&weighed.english(), &volumes, weighed.draws());
    assert!(chart.title.contains("every volume"), "{}", chart.title);
}

#[test]
fn a_map_says_how_far_the_case_stays_on_its_side() {
    let weighed = uncertain();
    let volumes: Vec<f64> = (0..41)
        .map(|step| 1e4 * 10f64.powf(f64::from(step) / 20.0))
        .collect();
    let prices: Vec<f64> = (0..9).map(|step| 4.0 + f64::from(step)).collect();
    let (x, y, costs) = weighed.map(&volumes, &prices);
    let chart = break_even_map(&weighed.english(), Yardstick::Cost, &x, &y, &costs);
    let map = map(&chart);
    let here = map.here.as_ref().unwrap().at;
    assert_eq!(here, [1e5, 6.0]);
    // Where the costs cross at the case's price, by looking at whole volumes.
    let row = prices.iter().position(|price| *price == 6.0).unwrap();
    let first = map.best(0, row).unwrap();
    let change = (0..volumes.len())
        .find(|column| map.best(*column, row) != Some(first))
        .unwrap();
    let (low, high) = (volumes[change - 1], volumes[change]);
    let digits: String = chart
        .title
        .chars()
        .skip_while(|letter| !letter.is_ascii_digit())
        .take_while(|letter| letter.is_ascii_digit() || *letter == ',' || *letter == '.')
        .filter(|letter| *letter != ',')
        .collect();
    let said: f64 = digits.parse().unwrap();
    assert!(
        said >= low * 0.95 && said <= high * 1.05,
        "{} not in {low}..{high}",
        chart.title
    );

    // An option that is ahead everywhere needs no border.
    let halved: Vec<f64> = costs[1].iter().map(|cost| cost.min(0.0) - 1.0).collect();
    let all = break_even_map(
        &weighed.english(),
        Yardstick::Cost,
        &x,
        &y,
        &[costs[0].clone(), halved],
    );
    assert!(all.title.contains("all over the map"), "{}", all.title);
}

#[test]
fn leads_alone_draw_the_same_regions() {
    let weighed = uncertain();
    let volumes: Vec<f64> = (1..12).map(|step| f64::from(step) * 2e4).collect();
    let prices: Vec<f64> = (2..8).map(f64::from).collect();
    let (x, y, costs) = weighed.map(&volumes, &prices);
    let side = |input: &MapInput| MapSide {
        path: input.path.clone(),
        here: 1e5,
        range: (input.values[0], input.values[input.values.len() - 1]),
        is_logarithmic: false,
        values: input.values.clone(),
    };
    let cells = |cell: &dyn Fn(f64, f64) -> f64| -> Vec<Vec<f64>> {
        let pairs: Vec<f64> = costs[0]
            .iter()
            .zip(&costs[1])
            .map(|(a, b)| cell(*a, *b))
            .collect();
        pairs.chunks(volumes.len()).map(<[f64]>::to_vec).collect()
    };
    let of = |rows: Vec<Vec<f64>>| -> Vec<Vec<Option<f64>>> {
        rows.into_iter()
            .map(|row| row.into_iter().map(Some).collect())
            .collect()
    };
    let best = of(cells(&|a, b| if a <= b { 0.0 } else { 1.0 }));
    let found = Map {
        x: side(&x),
        y: side(&y),
        best: best
            .into_iter()
            .map(|row| {
                row.into_iter()
                    .map(|best| best.map(|best| best as usize))
                    .collect()
            })
            .collect(),
        lead_usd: of(cells(&|a, b| (a - b).abs())),
    };
    let case = weighed.english();
    let full = break_even_map(&case, Yardstick::Cost, &x, &y, &costs);
    let by_leads = costs_of_leads(&found, 2);
    let leads = break_even_map(&case, Yardstick::Cost, &x, &y, &by_leads);
    assert_eq!(leads.title, full.title);
    assert_eq!(leads.table, full.table);
    let borders = |chart: &Chart| -> Vec<(i64, i64)> {
        let layout = Layout::new(chart, Sheet::A4_WIDTH, &case.text);
        let mut points: Vec<(i64, i64)> = layout
            .shapes
            .iter()
            .filter_map(|mark| match mark {
                Mark::Polyline { points, .. } => Some(points),
                _ => None,
            })
            .flatten()
            .map(|point| {
                (
                    (point.x * 10.0).round() as i64,
                    (point.y * 10.0).round() as i64,
                )
            })
            .collect();
        points.sort_unstable();
        points
    };
    assert!(!borders(&full).is_empty());
    // On the edges between cells both interpolate the same difference.
    let shared = borders(&full);
    let of_leads = borders(&leads);
    let common = shared
        .iter()
        .filter(|point| of_leads.contains(point))
        .count();
    assert!(common * 2 > shared.len(), "{shared:?} {of_leads:?}");
}

#[test]
fn a_map_of_money_is_in_the_clients_currency() {
    let weighed = uncertain();
    let (x, y, costs) = weighed.map(&[1e4, 1e5, 1e6], &[2.0, 6.0, 9.0]);
    let text = Text::new(Locale::PtBr).in_currency(Currency::Brl, 5.0);
    let chart = break_even_map(&weighed.case(text), Yardstick::Cost, &x, &y, &costs);
    let map = map(&chart);
    assert_eq!(map.rows, [10.0, 30.0, 45.0]);
    assert_eq!(map.columns, x.values);
    assert_eq!(map.here.as_ref().unwrap().at, [1e5, 30.0]);
}

#[test]
fn nothing_is_drawn_of_nothing_and_it_is_said() {
    let weighed = uncertain();
    let case = weighed.english();
    let nowhere = Pair {
        chosen: 0,
        other: 9,
        by: Yardstick::Cost,
    };
    let empty = case.text.get("chart-empty");
    for chart in [
        futures(&case, COST, &[], weighed.draws()),
        futures(&case, COST, &[f64::NAN], weighed.draws()),
        futures(&case, nowhere, &[1.0], weighed.draws()),
        difference_tornado(&case, nowhere, 1.0, &[], &[]),
        spider(&case, COST, &[]),
        chance_cheapest(&case, &[], weighed.draws()),
        central_weights(&case, &weighed.prospects, &[]),
    ] {
        assert_eq!(chart.title, *empty, "{}", chart.name);
        let layout = Layout::new(&chart, Sheet::A4_WIDTH, &case.text);
        assert!(layout.x.ticks.is_empty() && layout.y.ticks.is_empty());
    }
    let steady = difference_tornado(&case, COST, 5.0, &[], &[]);
    assert!(
        steady.title.contains("No uncertain input"),
        "{}",
        steady.title
    );
}
