//! Charts of real outcomes: what they claim is checked against the engine by another way.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../engine/tests/samples/mod.rs"]
#[allow(dead_code, reason = "shared with the engine's own tests")]
mod samples;

use weighbridge_charts::from_outcome::{
    self, Case, break_even, cost_against_capability, cost_breakdown, cumulative_cost,
};
use weighbridge_charts::{Chart, Content, Layout, LineSeries, Scene, Sheet, Tokens, svg};
use weighbridge_engine::figure::{Figure, Origin};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{CapabilityScore, InputPath, Plan, Rented};
use weighbridge_engine::{Scenario, evaluate};
use weighbridge_text::{Locale, Text};
use weighbridge_units::Currency;

fn with_case<T>(scenario: &Scenario, text: Text, f: impl Fn(&Case<'_>) -> T) -> T {
    let outcome = evaluate(scenario);
    f(&Case {
        scenario,
        outcome: &outcome,
        text,
    })
}

fn english<T>(scenario: &Scenario, f: impl Fn(&Case<'_>) -> T) -> T {
    with_case(scenario, Text::new(Locale::En), f)
}

fn series(chart: &Chart) -> &[LineSeries] {
    match &chart.content {
        Content::Lines(lines) => &lines.series,
        other => panic!("{other:?}"),
    }
}

/// An interface without one-off cost against a cheaper one that has to be set up.
fn pair(setup_usd: f64) -> Scenario {
    let mut scenario = samples::blank();
    scenario.options.push(samples::hosted("dear", 3.0, 12.0));
    scenario.options.push(samples::hosted("cheap", 1.0, 4.0));
    samples::number_colours(&mut scenario);
    samples::set(
        &mut scenario,
        "options.cheap.transition.implementation_usd",
        setup_usd,
    );
    scenario
}

#[test]
fn every_chart_is_said_in_every_language() {
    let mut scenario = samples::all_kinds();
    add_score(
        &mut scenario,
        0,
        80.0,
        Origin::Entered { by: None, on: None },
    );
    add_score(&mut scenario, 1, 70.0, Origin::Default);
    for locale in Locale::ALL {
        let text = Text::new(locale).in_currency(Currency::Brl, 5.4);
        with_case(&scenario, text, |case| {
            for name in from_outcome::NAMES {
                let chart = from_outcome::chart(case, name).unwrap();
                assert_eq!(chart.name, name);
                let table = [chart.table.headers.clone(), chart.table.rows.concat()].concat();
                let said = [&chart.title, &chart.subtitle, &chart.source, &chart.summary];
                for text in said.into_iter().chain(&table) {
                    assert!(
                        !text.contains('[') && !text.contains("{$"),
                        "{locale} {name}: {text}"
                    );
                }
                assert!(!chart.title.is_empty() && chart.summary.starts_with(&chart.title));
                assert!(!chart.table.rows.is_empty());
                for row in &chart.table.rows {
                    assert_eq!(row.len(), chart.table.headers.len(), "{name}");
                }
                let layout = Layout::new(&chart, Sheet::A4_WIDTH, &case.text);
                assert_eq!(layout.labels_left_out, 0, "{locale} {name}");
                let scene = Scene::of_layout(&chart, &layout);
                let written = svg::write(&scene, &Tokens::built_in().paper);
                assert!(written.starts_with("<svg") && written.ends_with("</svg>\n"));
            }
        });
    }
}

#[test]
fn amounts_are_in_the_clients_currency() {
    let scenario = pair(0.0);
    let usd = english(&scenario, |case| {
        series(&cumulative_cost(case))[0].points.clone()
    });
    let text = Text::new(Locale::PtBr).in_currency(Currency::Brl, 5.0);
    let brl = with_case(&scenario, text, |case| {
        let chart = cumulative_cost(case);
        assert!(chart.subtitle.contains("BRL"), "{}", chart.subtitle);
        series(&chart)[0].points.clone()
    });
    for (usd, brl) in usd.iter().zip(&brl) {
        assert!((usd[1] * 5.0 - brl[1]).abs() <= 1e-9 * brl[1].abs());
    }
    assert!(usd.last().unwrap()[1] > 0.0);
}

#[test]
fn the_title_names_the_month_from_which_the_cheapest_leads() {
    let no_setup = english(&pair(0.0), |case| cumulative_cost(case).title);
    assert_eq!(no_setup, "cheap costs least after 36 months");

    let monthly = english(&pair(0.0), |case| {
        let cost = |place: usize| case.outcome.options[place].cumulative_usd()[1];
        cost(0) - cost(1)
    });
    // A setup of six and a half months' saving is paid back during month 7.
    let chart = english(&pair(monthly * 6.5), cumulative_cost);
    assert_eq!(chart.title, "cheap becomes cheapest in month 7");
    let [dear, cheap] = series(&chart) else {
        panic!("two lines")
    };
    assert!(cheap.points[6][1] > dear.points[6][1] && cheap.points[7][1] < dear.points[7][1]);

    let never = english(&pair(monthly * 100.0), |case| cumulative_cost(case).title);
    assert_eq!(never, "dear costs least after 36 months");

    let mut same = pair(0.0);
    same.options[1] = samples::hosted("cheap", 3.0, 12.0);
    let same = english(&same, |case| cumulative_cost(case).title);
    assert_eq!(same, "All options cost the same over 36 months");
}

#[test]
fn bars_add_up_to_the_total() {
    english(&samples::all_kinds(), |case| {
        let chart = cost_breakdown(case);
        let Content::StackedBars(content) = &chart.content else {
            panic!("{:?}", chart.content)
        };
        assert_eq!(content.bars.len(), 6);
        for bar in &content.bars {
            let option = &case.outcome.options[bar.key.0];
            assert_eq!(bar.total, option.get(Measure::Total).unwrap());
            let sum: f64 = bar.values.iter().sum();
            assert!(
                (sum - bar.total).abs() <= 1e-9 * bar.total.abs(),
                "{}",
                bar.label
            );
        }
    });
}

#[test]
fn shaded_volumes_are_those_that_the_engine_finds() {
    let mut scenario = pair(60_000.0);
    scenario.options.push(samples::option(
        "rented",
        Plan::RentedGpu(Rented::default()),
    ));
    samples::number_colours(&mut scenario);
    // The third option costs too much to be cheapest; it must not disturb the other two.
    samples::set(
        &mut scenario,
        "options.rented.transition.implementation_usd",
        9e6,
    );
    english(&scenario, |case| {
        let chart = break_even(case);
        let Content::Lines(lines) = &chart.content else {
            panic!("{:?}", chart.content)
        };
        let path = InputPath::new("workload.requests_per_month");
        let range = weighbridge_engine::break_even::usual_range(&scenario, &path).unwrap();
        let [dear, cheap] = [0, 1].map(|place: usize| scenario.options[place].id.clone());
        let found =
            weighbridge_engine::break_even::break_even(&scenario, &dear, &cheap, &path, range)
                .unwrap();
        let crossing = found.crossings()[0];
        assert_eq!(found.crossings().len(), 1);
        let [below, above] = lines.intervals.as_slice() else {
            panic!("{:?}", lines.intervals)
        };
        assert_eq!((below.key.0, above.key.0), (0, 1));
        assert!(
            (below.to / crossing - 1.0).abs() < 1e-5,
            "{} {crossing}",
            below.to
        );
        assert_eq!(below.to, above.from);
        let volume = case.text.compact(below.to);
        assert_eq!(
            chart.title,
            format!("dear costs least up to {volume} requests a month, cheap beyond")
        );
        // Outside of the crossing's own sample each stretch belongs to the lowest line.
        let sampled = |key: usize| &lines.series[key].points;
        for (dear, cheap) in sampled(0).iter().zip(sampled(1)) {
            assert_eq!(
                dear[0] < above.from,
                dear[1] < cheap[1],
                "{dear:?} {cheap:?}"
            );
        }
    });
}

#[test]
fn one_option_wins_at_every_volume() {
    let title = english(&pair(0.0), |case| break_even(case).title);
    assert_eq!(title, "cheap costs least at every volume shown");
}

fn add_score(scenario: &mut Scenario, place: usize, percent: f64, origin: Origin) {
    scenario.options[place].scores.push(CapabilityScore {
        group: "table".into(),
        group_name: "Table".into(),
        benchmark: "mmlu-pro".into(),
        benchmark_name: "MMLU-Pro".into(),
        variant: String::new(),
        protocol: "5-shot".into(),
        language: None,
        score: Figure {
            origin,
            ..Figure::entered(percent)
        },
    });
}

#[test]
fn options_without_a_score_stand_beside_the_plot() {
    let mut scenario = pair(0.0);
    scenario.options.push(samples::hosted("unscored", 0.5, 0.5));
    samples::number_colours(&mut scenario);
    let none = english(&scenario, |case| cost_against_capability(case, None));
    assert_eq!(none.title, "No option has a score yet");

    add_score(
        &mut scenario,
        0,
        81.0,
        Origin::Measured {
            run: "run".into(),
            on: None,
        },
    );
    let one = english(&scenario, |case| cost_against_capability(case, None).title);
    assert!(one.starts_with("dear scores 81% and costs $"), "{one}");

    add_score(
        &mut scenario,
        1,
        78.5,
        Origin::Entered { by: None, on: None },
    );
    english(&scenario, |case| {
        let chart = cost_against_capability(case, None);
        assert!(
            chart
                .title
                .starts_with("dear scores best, 81%; cheap costs $")
                && chart.title.ends_with(" less and scores 78.5%"),
            "{}",
            chart.title
        );
        let Content::Scatter(scatter) = &chart.content else {
            panic!("{:?}", chart.content)
        };
        let hollow: Vec<bool> = scatter.points.iter().map(|point| point.hollow).collect();
        assert_eq!(hollow, [false, true]);
        let aside = scatter.aside.as_ref().unwrap();
        assert_eq!(aside.items[0].text, "unscored");
        assert_eq!(chart.table.rows.len(), 3);
    });
}

#[test]
fn nothing_is_drawn_of_no_options_and_it_is_said() {
    english(&samples::blank(), |case| {
        for name in from_outcome::NAMES {
            let chart = from_outcome::chart(case, name).unwrap();
            assert!(!chart.title.is_empty(), "{name}");
            let scene = Scene::new(&chart, Sheet::SLIDE, &case.text);
            assert!(scene.texts().any(|text| text == chart.title), "{name}");
        }
        assert!(from_outcome::chart(case, "pie").is_none());
    });
}

#[test]
fn an_option_that_does_not_fit_is_said_and_not_drawn() {
    let mut scenario = pair(0.0);
    scenario.options.push(samples::option(
        "rented",
        Plan::RentedGpu(Rented::default()),
    ));
    samples::set(
        &mut scenario,
        "options.rented.serving.parameters_total_billion",
        9_000.0,
    );
    english(&scenario, |case| {
        assert!(!case.outcome.options[2].is_feasible());
        let chart = cumulative_cost(case);
        assert_eq!(series(&chart).len(), 2);
        assert!(chart.summary.contains("rented: "), "{}", chart.summary);
    });
}
