//! An interface beside a machine: how long an answer takes at either, alone and under load, from
//! what was measured for the case.
//!
//! “One request is answered sooner at an API, dedicated hardware keeps its pace under load” is a
//! claim that is made often; here it is a picture, made only of measurements.

use weighbridge_charts::Chart;
use weighbridge_charts::from_measuring::{Answered, Side, answers_by_users};
use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::{Measurement, Subject};
use weighbridge_engine::serving::Quantity;
use weighbridge_text::Text;
use weighbridge_units::{Arg, Message, PartialDate};

/// The chart; none before an interface and a machine were both measured.
pub fn chart(text: Text, scenario: &Scenario) -> Option<Chart> {
    let tokens = scenario.workload.output_tokens_per_request.value.max(1.0);
    let found = sides(scenario, tokens);
    let (there, here): (Vec<&Found>, Vec<&Found>) =
        found.iter().partition(|side| side.is_interface);
    // One of each, the one measured with the most numbers of users; more would be no picture.
    let most = |list: Vec<&Found>| {
        list.into_iter()
            .rev()
            .max_by_key(|one| one.points.len())
            .cloned()
    };
    let both = [most(there)?, most(here)?];
    let newest = both
        .iter()
        .map(|one| one.on)
        .max_by_key(|on| on.latest().days_since_epoch())?;
    let source = text.format("answers-source", &[("date", Arg::from(text.date(newest)))]);
    let sides = both.map(|one| Side {
        name: text.render(&one.name),
        points: one.points,
    });
    answers_by_users(text, &sides, tokens, source)
}

/// What was measured of one model in one place.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    is_interface: bool,
    name: Message,
    /// The day of its newest measurement.
    on: PartialDate,
    points: Vec<Answered>,
}

/// Everything of which the wait for an answer was measured, in the order in which it came.
fn sides(scenario: &Scenario, tokens: f64) -> Vec<Found> {
    let counted: Vec<&Measurement> = scenario
        .measurements
        .iter()
        .filter(|one| one.counts())
        .collect();
    let mut places: Vec<Place<'_>> = Vec::new();
    for place in counted.iter().map(|one| Place::of(&one.subject)) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let of_place = |place: Place<'_>| {
        let own: Vec<&Measurement> = counted
            .iter()
            .copied()
            .filter(|one| Place::of(&one.subject) == place)
            .collect();
        let mut users: Vec<f64> = own.iter().map(|one| users_of(one)).collect();
        users.sort_by(f64::total_cmp);
        users.dedup();
        let points = users
            .iter()
            .filter_map(|users| answered(&own, *users, tokens));
        let points: Vec<Answered> = points.collect();
        let on = own
            .iter()
            .map(|one| one.on)
            .max_by_key(|on| on.latest().days_since_epoch())?;
        (!points.is_empty()).then(|| Found {
            is_interface: matches!(place, Place::Interface { .. }),
            name: place.name(),
            on,
            points,
        })
    };
    places.into_iter().filter_map(of_place).collect()
}

/// A model in a place.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place<'a> {
    Interface {
        model: &'a str,
        provider: &'a str,
    },
    Machine {
        model: &'a str,
        device: &'a str,
        engine: &'a str,
        count: f64,
    },
}

impl<'a> Place<'a> {
    fn of(subject: &'a Subject) -> Place<'a> {
        match subject {
            Subject::Endpoint(case) => Place::Interface {
                model: &case.model,
                provider: &case.provider,
            },
            Subject::Deployment(case) => Place::Machine {
                model: &case.model,
                device: &case.device.id,
                engine: &case.engine,
                count: case.accelerators,
            },
        }
    }

    fn name(self) -> Message {
        match self {
            Place::Interface { model, provider } => Message::new("measurement-at-endpoint")
                .with("model", model.to_owned())
                .with("provider", provider.to_owned()),
            Place::Machine {
                model,
                device,
                engine,
                count,
            } => Message::new("measurement-on-machine")
                .with("model", model.to_owned())
                .with("count", Arg::Number(count))
                .with("hardware", device.to_owned())
                .with("engine", engine.to_owned()),
        }
    }
}

/// Users at once, whole: requests at random stand at as many as there are on average.
fn users_of(measurement: &Measurement) -> f64 {
    let users = match &measurement.subject {
        Subject::Deployment(case) => case.concurrency,
        Subject::Endpoint(case) => case.concurrency,
    };
    users.round().max(1.0)
}

/// Seconds to the end of an answer with so many users: to its first token, and then from token to
/// token; none where one of the two was not measured. The newest measurement of each counts.
fn answered(own: &[&Measurement], users: f64, tokens: f64) -> Option<Answered> {
    let mut first: Option<[f64; 3]> = None;
    let mut gap: Option<[f64; 3]> = None;
    let mut known = true;
    for one in own.iter().filter(|one| users_of(one) == users) {
        let (low, high) = one.spread.unwrap_or((one.value, one.value));
        known &= one.spread.is_some();
        let times = [low, one.value, high];
        match one.subject.quantity() {
            Quantity::TimeToFirstToken => first = Some(times.map(|ms| ms / 1e3)),
            Quantity::InterToken => gap = Some(times.map(|ms| ms / 1e3)),
            // Much a second is little time: the ends change places.
            Quantity::DecodeAlone => gap = Some([high, one.value, low].map(|rate| 1.0 / rate)),
            Quantity::Prefill => {
                let Subject::Deployment(case) = &one.subject else {
                    continue;
                };
                first = Some([high, one.value, low].map(|rate| case.input_tokens / rate));
            }
            Quantity::FixedBatch | Quantity::Saturated => {}
        }
    }
    let (first, gap) = (first?, gap?);
    let whole = |place: usize| first[place] + gap[place] * (tokens - 1.0);
    Some(Answered {
        users,
        seconds: whole(1),
        spread: known.then(|| (whole(0), whole(2))),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use weighbridge_catalogue::measurements::devices;
    use weighbridge_charts::Content;
    use weighbridge_engine::scenario::{EndpointCase, MeasurementKind};
    use weighbridge_engine::serving::{Case, Conditions, Shapes};
    use weighbridge_text::Locale;

    fn measurement(subject: Subject, value: f64, spread: Option<(f64, f64)>) -> Measurement {
        Measurement {
            id: format!("{}-{value}", subject.quantity().key()),
            kind: MeasurementKind::Endpoint,
            on: PartialDate::day(2026, 11, 30).unwrap(),
            source: "somewhere".to_owned(),
            subject,
            value,
            spread,
            estimated: None,
            conditions: String::new(),
            run: None,
            is_busy: false,
            is_in_use: true,
        }
    }

    fn there(quantity: Quantity, concurrency: f64) -> Subject {
        Subject::Endpoint(EndpointCase {
            quantity,
            model: "flagship".to_owned(),
            provider: "A vendor".to_owned(),
            input_tokens: 1000.0,
            output_tokens: 300.0,
            concurrency,
        })
    }

    fn here(quantity: Quantity, concurrency: f64) -> Subject {
        Subject::Deployment(Case {
            quantity,
            engine: "vllm".to_owned(),
            engine_version: String::new(),
            year: 2026.0,
            model: "Llama-3.1-8B".to_owned(),
            shapes: Shapes {
                parameters_billion: 8.0,
                active_billion: 8.0,
                ..weighbridge_catalogue::measurements::models().unwrap()["Llama-3.1-8B"]
            },
            device: devices().unwrap()["CPU-Ryzen-7950X"].clone(),
            weight_bits: 16.0,
            cache_bits: 16.0,
            accelerators: 1.0,
            tensor_parallel: 1.0,
            pipeline_parallel: 1.0,
            expert_groups: 1.0,
            input_tokens: 1000.0,
            output_tokens: 300.0,
            concurrency,
            conditions: Conditions::default(),
        })
    }

    fn scenario() -> Scenario {
        let date = PartialDate::day(2026, 11, 30).unwrap();
        let mut scenario = Scenario::new("Beside", date);
        scenario.workload.output_tokens_per_request.value = 101.0;
        scenario.measurements = vec![
            // Alone: 0.5 s and 100 × 10 ms. With eight: 2 s and 100 × 40 ms.
            measurement(
                there(Quantity::TimeToFirstToken, 1.0),
                500.0,
                Some((400.0, 900.0)),
            ),
            measurement(
                there(Quantity::DecodeAlone, 1.0),
                100.0,
                Some((80.0, 125.0)),
            ),
            measurement(there(Quantity::TimeToFirstToken, 8.2), 2000.0, None),
            measurement(there(Quantity::InterToken, 8.2), 40.0, None),
            // Alone: 1000 tokens at 1000 a second, and 100 × 20 ms. With eight: 1 s and 100 × 25 ms.
            measurement(here(Quantity::Prefill, 1.0), 1000.0, None),
            measurement(here(Quantity::DecodeAlone, 1.0), 50.0, None),
            measurement(here(Quantity::TimeToFirstToken, 8.0), 1000.0, None),
            measurement(here(Quantity::InterToken, 8.0), 25.0, None),
        ];
        scenario
    }

    #[test]
    fn answers_are_first_tokens_and_all_others_after_them() {
        let found = sides(&scenario(), 101.0);
        let told: Vec<(bool, Vec<(f64, f64)>)> = found
            .iter()
            .map(|side| {
                let points = side.points.iter().map(|one| (one.users, one.seconds));
                (side.is_interface, points.collect())
            })
            .collect();
        assert_eq!(
            told,
            [
                (true, vec![(1.0, 1.5), (8.0, 6.0)]),
                (false, vec![(1.0, 3.0), (8.0, 3.5)]),
            ]
        );
        // Slow repetitions are slow in both parts: 0.9 s and 100 × 12.5 ms.
        let spread = found[0].points[0].spread.unwrap();
        assert!(
            (spread.0 - 1.2).abs() < 1e-9 && (spread.1 - 2.15).abs() < 1e-9,
            "{spread:?}"
        );
        assert_eq!(found[0].points[1].spread, None);
    }

    #[test]
    fn the_claim_is_told_as_it_was_measured() {
        let mut scenario = scenario();
        let text = Text::new(Locale::En);
        let chart = chart(text, &scenario).unwrap();
        assert_eq!(
            chart.title,
            "Alone flagship at A vendor answers first, with 8 at once Llama-3.1-8B on 1 × \
             CPU-Ryzen-7950X with vllm: 3.5\u{a0}s against 6\u{a0}s"
        );
        let Content::Lines(lines) = &chart.content else {
            panic!("{chart:?}");
        };
        assert_eq!(lines.series[0].points, [[1.0, 1.5], [8.0, 6.0]]);
        assert_eq!(lines.series[1].points, [[1.0, 3.0], [8.0, 3.5]]);
        // What is left aside or was measured beside other work says nothing.
        for one in &mut scenario.measurements[4..] {
            one.is_busy = true;
        }
        assert_eq!(super::chart(text, &scenario), None);
    }
}
