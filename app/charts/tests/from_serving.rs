//! Charts of self-hosted options: what they claim is checked against the server they are made from.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../engine/tests/samples/mod.rs"]
#[allow(dead_code, reason = "shared with the engine's own tests")]
mod samples;

use weighbridge_charts::from_outcome::Case;
use weighbridge_charts::from_serving::{self, Hosted, Published, hosted, nearest};
use weighbridge_charts::{Annotation, Chart, Content, Layout, Sheet};
use weighbridge_engine::serving::{
    Calibration, Estimator, Impossible, Load, Novelty, Quantity, ResidualBand,
};
use weighbridge_engine::{Scenario, evaluate};
use weighbridge_text::{Locale, Text};
use weighbridge_units::PartialDate;

fn estimator() -> Estimator {
    let bands = Quantity::ALL.map(|quantity| ResidualBand {
        quantity,
        novelty: Novelty::Far,
        p10: -0.4,
        p50: 0.0,
        p90: 0.3,
        rows: 100,
    });
    Estimator::new(Calibration {
        data_hash: String::new(),
        made_on: PartialDate::year(2026).unwrap(),
        rows: 1121,
        coefficients: Vec::new(),
        bands: bands.to_vec(),
        devices: Default::default(),
        models: Default::default(),
        pairs: Default::default(),
        years: Default::default(),
    })
}

/// All kinds of options; the rented one has a range of speed, and both targets are set.
fn scenario() -> Scenario {
    let mut scenario = samples::all_kinds();
    let speed = "options.rented.serving.decode_speed_factor";
    samples::ranged(&mut scenario, speed, 0.8, 1.0, 1.3);
    samples::set(&mut scenario, "workload.target_tokens_per_second", 15.0);
    samples::set(
        &mut scenario,
        "workload.target_time_to_first_token_seconds",
        2.0,
    );
    scenario
}

fn with_hosted<T>(scenario: &Scenario, locale: Locale, f: impl Fn(&Case<'_>, &[Hosted]) -> T) -> T {
    let outcome = evaluate(scenario);
    let case = Case {
        scenario,
        outcome: &outcome,
        text: Text::new(locale),
    };
    f(&case, &hosted(&case, &estimator()))
}

fn option<'a>(hosted: &'a [Hosted], id: &str) -> &'a Hosted {
    let found = hosted.iter().find(|hosted| hosted.option.as_str() == id);
    found.unwrap()
}

fn chart(case: &Case<'_>, hosted: &Hosted, name: &str) -> Chart {
    from_serving::chart(case, hosted, name).unwrap()
}

#[test]
fn every_chart_is_said_in_every_language_and_has_room() {
    let scenario = scenario();
    for locale in Locale::ALL {
        with_hosted(&scenario, locale, |case, hosted| {
            let ids: Vec<&str> = hosted.iter().map(|one| one.option.as_str()).collect();
            assert_eq!(ids, ["rented", "owned", "device"]);
            for one in hosted {
                for name in from_serving::NAMES {
                    let Some(chart) = from_serving::chart(case, one, name) else {
                        // A device serves its one user, the whole day.
                        assert_eq!((one.option.as_str(), name), ("device", "replicas-over-day"));
                        continue;
                    };
                    assert_eq!(chart.name, name);
                    let table = [chart.table.headers.clone(), chart.table.rows.concat()].concat();
                    let said = [&chart.title, &chart.subtitle, &chart.source, &chart.summary];
                    for text in said.into_iter().chain(&table) {
                        let is_said = !text.contains('[') && !text.contains("{$");
                        assert!(
                            is_said && !text.contains("serving-"),
                            "{locale} {name}: {text}"
                        );
                    }
                    assert!(chart.title.contains(&one.name), "{}", chart.title);
                    assert!(chart.summary.starts_with(&chart.title));
                    assert!(!chart.table.rows.is_empty());
                    for row in &chart.table.rows {
                        assert_eq!(row.len(), chart.table.headers.len(), "{name}");
                    }
                    for sheet in [Sheet::A4_WIDTH, Sheet::SLIDE, Sheet::screen(620.0, 300.0)] {
                        let layout = Layout::new(&chart, sheet, &case.text);
                        assert_eq!(layout.labels_left_out, 0, "{locale} {name} {sheet:?}");
                    }
                }
            }
        });
    }
}

#[test]
fn the_curve_is_the_servers_and_the_band_holds_it() {
    with_hosted(&scenario(), Locale::En, |case, hosted| {
        let one = option(hosted, "rented");
        let found = one.found.as_ref().unwrap();
        let chart = chart(case, one, "throughput-latency");
        let Content::Lines(lines) = &chart.content else {
            panic!("{:?}", chart.content)
        };
        let series = &lines.series[0];
        assert!(
            series
                .points
                .windows(2)
                .all(|pair| pair[0][0] <= pair[1][0])
        );
        let state = |requests| found.server.state(Load::Concurrency(requests)).unwrap();
        let alone = state(1.0);
        let full = state(found.server.places());
        for (end, state) in [(series.points.last(), alone), (series.points.first(), full)] {
            let [each, all] = *end.unwrap();
            assert!((each / state.tokens_per_second_per_user - 1.0).abs() < 1e-9);
            assert!((all / state.tokens_per_second - 1.0).abs() < 1e-9);
        }
        assert!(series.band.iter().all(|at| at[1] <= at[2]));
        // The option's own range of speed bounds it: 0.8 to 1.3 of the fastest.
        let reach = series.band.last().unwrap()[0] / series.points.last().unwrap()[0];
        assert!((reach - 1.3).abs() < 1e-9, "{reach}");

        let largest = found.server.largest_batch(&one.asked.targets).unwrap();
        let said = case.text.compact(largest);
        assert!(
            chart.title.contains(&format!(" {said} at once")),
            "{}",
            chart.title
        );
        assert!(state(largest).inter_token_ms.p95 <= 1000.0 / 15.0);
        let target = lines.annotations.iter().any(
            |remark| matches!(remark, Annotation::VerticalLine { x, .. } if (x - 15.0).abs() < 1e-9),
        );
        assert!(target, "{:?}", lines.annotations);
    });
}

#[test]
fn weights_without_room_are_said_and_nothing_else_is_drawn() {
    let mut scenario = scenario();
    for id in ["rented", "owned", "device"] {
        let path = format!("options.{id}.serving.parameters_total_billion");
        samples::set(&mut scenario, &path, 400.0);
    }
    with_hosted(&scenario, Locale::En, |case, hosted| {
        for one in hosted {
            let reason = one.found.as_ref().unwrap_err();
            assert!(matches!(reason, Impossible::DoesNotFit { .. }), "{reason}");
            let drawn = from_serving::NAMES
                .into_iter()
                .filter(|name| from_serving::chart(case, one, name).is_some());
            assert_eq!(drawn.collect::<Vec<_>>(), ["memory-fit"]);
            let chart = chart(case, one, "memory-fit");
            assert!(chart.title.contains("does not fit"), "{}", chart.title);
            let Content::Capacity(content) = &chart.content else {
                panic!("{:?}", chart.content)
            };
            assert!(content.total() > content.capacity);
        }
    });
}

#[test]
fn memory_adds_up_and_work_stays_under_its_roofs() {
    with_hosted(&scenario(), Locale::En, |case, hosted| {
        for one in hosted {
            let memory = chart(case, one, "memory-fit");
            let Content::Capacity(content) = &memory.content else {
                panic!("{:?}", memory.content)
            };
            assert!((content.total() / content.capacity - 1.0).abs() < 1e-9);
            let roofline = chart(case, one, "roofline");
            let Content::Roofs(roofs) = &roofline.content else {
                panic!("{:?}", roofline.content)
            };
            for point in &roofs.points {
                // Tables may state less than cards reach.
                assert!(point.y <= roofs.roof(point.x) * 1.15, "{point:?}");
            }
            let [x, y] = [roofline.x.ends.unwrap(), roofline.y.ends.unwrap()];
            assert!((x[0]..x[1]).contains(&roofs.ridge()) && y[1] > roofs.level);
        }
    });
}

#[test]
fn the_busiest_hour_has_the_copies_of_the_operating_point() {
    with_hosted(&scenario(), Locale::En, |case, hosted| {
        let one = option(hosted, "rented");
        let operating = one.found.as_ref().unwrap().operating;
        let chart = chart(case, one, "replicas-over-day");
        let Content::Columns(content) = &chart.content else {
            panic!("{:?}", chart.content)
        };
        assert_eq!(content.columns.len(), 24);
        let busiest = content
            .columns
            .iter()
            .find(|column| column.x == 0.0)
            .unwrap();
        let needed = operating.replicas.unwrap().needed;
        assert_eq!((busiest.used, busiest.kept), (f64::from(needed), 1.0));
        assert!(
            content
                .columns
                .iter()
                .all(|column| column.used <= busiest.used)
        );
        assert_eq!(content.level.as_ref().map(|level| level.value), one.paid);
        assert!(
            chart.title.contains(&format!("keeps {needed} replica")),
            "{}",
            chart.title
        );
    });
}

#[test]
fn the_nearest_measurement_of_a_case_is_itself() {
    with_hosted(&scenario(), Locale::En, |case, hosted| {
        let estimator = estimator();
        let one = option(hosted, "rented");
        let found = one.found.as_ref().unwrap();
        let mut own = one.case.clone();
        own.concurrency = found.operating.state.concurrency.max(1.0);
        let mut other = own.clone();
        other.shapes.active_billion *= 5.0;
        other.shapes.parameters_billion *= 5.0;
        let estimated = estimator.estimate(&own).unwrap();
        let published = [
            (&other, 90.0),
            (&own, 2.0 * estimated.p90),
            (&own, estimated.value),
        ]
        .map(|(case, value)| Published {
            case,
            value,
            source: "somebody",
            date: "2026-05",
        });
        let nearest = nearest(case, one, &estimator, &published);
        let inside: Vec<bool> = nearest.rows.iter().map(|row| row.is_inside).collect();
        assert_eq!(inside, [false, true]);
        assert_eq!(nearest.rows[1].off, "0%");
        assert_eq!(nearest.rows[0].source, "somebody, 2026-05");
        assert!(
            nearest.title.starts_with("1 of the 2 nearest"),
            "{}",
            nearest.title
        );
        let table = nearest.table(case);
        assert_eq!((table.rows.len(), table.headers.len()), (2, 6));
    });
}
