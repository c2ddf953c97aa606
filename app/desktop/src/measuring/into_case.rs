//! What a run means for a case: measurements that a scenario keeps, and what follows for other
//! models on the same machine.
//!
//! Runs on this machine stand for llama.cpp there, which is what people run on such machines and
//! what the kernels here are held against; the words of conditions say so.

use weighbridge_catalogue::measurements::year_of;
use weighbridge_engine::scenario::{EndpointCase, Measurement, MeasurementKind, OptionId, Subject};
use weighbridge_engine::serving::{Case, Conditions, Device, Quantity};
use weighbridge_latency::{Level, Load, Run, Spread, Summary};
use weighbridge_units::PartialDate;

use super::model::ModelFacts;

/// The engine that runs on this machine stand for.
pub const ENGINE: &str = "llama.cpp";

/// Bits of a cached number in the runtimes here.
const CACHE_BITS: f64 = 16.0;

/// What a run is put into a case with.
#[derive(Debug, Clone, PartialEq)]
pub struct Stamp {
    /// The day it was taken.
    pub on: PartialDate,
    /// The machine or the endpoint, as people say it.
    pub source: String,
    /// Threads, load and whatever else bears on it, in words.
    pub conditions: String,
}

/// What a run on this machine measured: for each load alone or together what it says of the model.
///
/// `model` is the model's name as measurements and options have it; `device` is what it ran on.
/// Runs on a GPU that is none, and levels of which nothing was answered, give nothing.
pub fn of_this_machine(
    run: &Run,
    facts: &ModelFacts,
    model: &str,
    device: &Device,
    stamp: &Stamp,
) -> Vec<Measurement> {
    use weighbridge_latency::Place;
    if matches!(
        run.place,
        Place::Endpoint { .. }
            | Place::Gpu {
                is_software: true,
                ..
            }
    ) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for level in Summary::of(run)
        .levels
        .iter()
        .filter(|level| level.answered > 0)
    {
        for (quantity, spread) in quantities(level, true) {
            let case = Case {
                quantity,
                engine: ENGINE.to_owned(),
                engine_version: String::new(),
                year: year_of(stamp.on),
                model: model.to_owned(),
                shapes: facts.shapes,
                device: device.clone(),
                weight_bits: facts.weight_bits,
                cache_bits: CACHE_BITS,
                accelerators: 1.0,
                tensor_parallel: 1.0,
                pipeline_parallel: 1.0,
                expert_groups: 1.0,
                input_tokens: level.prompt_tokens,
                output_tokens: level.output_tokens,
                concurrency: users(level),
                conditions: Conditions {
                    // All ask at once, and none asks again before all are answered.
                    static_batch: users(level) > 1.0,
                    ..Conditions::default()
                },
            };
            let subject = Subject::Deployment(case);
            found.push(measurement(
                MeasurementKind::ThisMachine,
                run,
                stamp,
                subject,
                spread,
            ));
        }
    }
    with_different_ids(found)
}

/// What a run behind an endpoint measured of it.
///
/// `model` and `provider` are what options that buy there have.
pub fn of_endpoint(run: &Run, model: &str, provider: &str, stamp: &Stamp) -> Vec<Measurement> {
    let mut found = Vec::new();
    for level in Summary::of(run)
        .levels
        .iter()
        .filter(|level| level.answered > 0)
    {
        for (quantity, spread) in quantities(level, false) {
            let subject = Subject::Endpoint(EndpointCase {
                quantity,
                model: model.to_owned(),
                provider: provider.to_owned(),
                input_tokens: level.prompt_tokens,
                output_tokens: level.output_tokens,
                concurrency: users(level),
            });
            found.push(measurement(
                MeasurementKind::Endpoint,
                run,
                stamp,
                subject,
                spread,
            ));
        }
    }
    with_different_ids(found)
}

/// What a level says, in the units of the quantities: the spread over requests.
fn quantities(level: &Level, is_here: bool) -> Vec<(Quantity, Spread)> {
    let alone = level.load == Load::Users(1);
    let wanted = [
        (alone, Quantity::DecodeAlone, level.user_tokens_per_second),
        // Behind an endpoint the time to the first token is more than reading the prompt.
        (
            alone && is_here,
            Quantity::Prefill,
            level.prompt_tokens_per_second,
        ),
        (!alone, Quantity::InterToken, level.mean_gap_ms),
        // Alone on this machine it would only say again what reading the prompt says.
        (
            !alone || !is_here,
            Quantity::TimeToFirstToken,
            level.first_token_ms,
        ),
    ];
    wanted
        .into_iter()
        .filter(|(applies, ..)| *applies)
        .filter_map(|(_, quantity, spread)| Some((quantity, spread?)))
        .filter(|(_, spread)| spread.p50 > 0.0)
        .collect()
}

/// Requests at once; where they arrive at random, as many as there are on average (Little's law).
fn users(level: &Level) -> f64 {
    match level.load {
        Load::Users(users) => f64::from(users),
        Load::Rate(per_second) => {
            let seconds = level.end_to_end_ms.map_or(0.0, |spread| spread.mean / 1e3);
            (per_second * seconds).max(1.0)
        }
    }
}

fn measurement(
    kind: MeasurementKind,
    run: &Run,
    stamp: &Stamp,
    subject: Subject,
    spread: Spread,
) -> Measurement {
    let name = format!(
        "{} {} {}",
        subject.model(),
        subject.quantity().key(),
        stamp.on
    );
    Measurement {
        id: OptionId::from_name(&name).to_string(),
        kind,
        on: stamp.on,
        source: stamp.source.clone(),
        value: spread.p50,
        spread: (spread.count > 1).then_some((spread.p10, spread.p90)),
        subject,
        estimated: None,
        conditions: stamp.conditions.clone(),
        run: None,
        is_busy: run.busyness.is_some_and(|busyness| busyness.is_busy()),
        is_in_use: true,
    }
}

/// Gives measurements of one run that would have the same id a number each.
fn with_different_ids(mut found: Vec<Measurement>) -> Vec<Measurement> {
    for place in 1..found.len() {
        let (before, rest) = found.split_at_mut(place);
        let own = &mut rest[0].id;
        let base = own.clone();
        let mut number = 2;
        while before.iter().any(|other| other.id == *own) {
            *own = format!("{base}-{number}");
            number += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use weighbridge_catalogue::measurements::{devices, estimator};
    use weighbridge_engine::compose::believing;
    use weighbridge_gguf::Format;
    use weighbridge_inference::synthetic::Shape;
    use weighbridge_latency::{Answer, Busyness, Counted, Place, Plan};

    use crate::measuring::Wanted;

    /// Answers with a first token after so many milliseconds and four more, evenly.
    fn answers(load: Load, requests: u32, first_ms: f64, gap_ms: f64) -> Vec<Answer> {
        let answer = |number: u32| Answer {
            planned_prompt_tokens: 128,
            prompt_tokens: 128,
            load,
            asked_at_seconds: f64::from(number),
            token_seconds: (0..5)
                .map(|step| (first_ms + f64::from(step) * gap_ms) / 1e3)
                .collect(),
            counted: Counted::Here,
            prompt_seconds: Some(first_ms / 1e3),
            server: None,
            failure: None,
        };
        (0..requests).map(answer).collect()
    }

    fn run(place: Place, answers: Vec<Answer>, busyness: Option<Busyness>) -> Run {
        Run {
            plan: Plan::default(),
            place,
            model: "1B".to_owned(),
            is_synthetic: true,
            bytes_a_token: Some(1_313_000_000),
            load_seconds: 1.0,
            answers,
            memory_bytes: None,
            energy_joules: None,
            busyness,
            spent_usd: None,
            stopped: None,
        }
    }

    fn processor() -> Place {
        Place::Processor {
            threads: 16,
            instructions: "AVX-512 VNNI".to_owned(),
        }
    }

    fn facts() -> ModelFacts {
        let shape = Shape::of_name("1B").unwrap();
        Wanted::MadeUp {
            shape,
            format: Format::Q8_0,
        }
        .facts()
        .unwrap()
    }

    fn stamp() -> Stamp {
        Stamp {
            on: PartialDate::day(2026, 11, 30).unwrap(),
            source: "the workshop's laptop".to_owned(),
            conditions: "16 threads".to_owned(),
        }
    }

    fn device() -> Device {
        devices().unwrap()["CPU-Ryzen-7950X"].clone()
    }

    #[test]
    fn a_run_here_says_what_one_user_and_several_get() {
        let mut all = answers(Load::Users(1), 3, 100.0, 20.0);
        all.extend(answers(Load::Users(4), 8, 400.0, 40.0));
        let run = run(processor(), all, None);
        let found = of_this_machine(&run, &facts(), "Llama-3.2-1B", &device(), &stamp());
        let told: Vec<(&str, f64, f64)> = found
            .iter()
            .map(|one| match &one.subject {
                Subject::Deployment(case) => (case.quantity.key(), case.concurrency, one.value),
                Subject::Endpoint(_) => panic!("no endpoint was asked"),
            })
            .collect();
        let rounded: Vec<(&str, f64, f64)> = told
            .into_iter()
            .map(|(key, users, value)| (key, users, (value * 1e6).round() / 1e6))
            .collect();
        assert_eq!(
            rounded,
            [
                ("decode-alone", 1.0, 50.0),
                ("prefill", 1.0, 1280.0),
                ("inter-token", 4.0, 40.0),
                ("time-to-first-token", 4.0, 400.0),
            ]
        );
        assert!(found.iter().all(Measurement::counts));
        let mut ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids[0], "llama-3-2-1b-decode-alone-2026-11-30");
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 4);
        for one in &found {
            let Subject::Deployment(case) = &one.subject else {
                continue;
            };
            assert_eq!(case.check(), Ok(()));
            assert_eq!(case.conditions.static_batch, case.concurrency > 1.0);
        }
    }

    #[test]
    fn a_busy_machine_and_a_pretended_gpu_replace_nothing() {
        let busy = Busyness {
            others_during: Some(0.4),
            ..Busyness::default()
        };
        let all = answers(Load::Users(1), 3, 100.0, 20.0);
        let found = of_this_machine(
            &run(processor(), all.clone(), Some(busy)),
            &facts(),
            "Llama-3.2-1B",
            &device(),
            &stamp(),
        );
        assert!(!found.is_empty() && found.iter().all(|one| one.is_busy && !one.counts()));
        let software = Place::Gpu {
            name: "llvmpipe".to_owned(),
            backend: "vulkan".to_owned(),
            is_software: true,
        };
        let none = of_this_machine(
            &run(software, all, None),
            &facts(),
            "Llama-3.2-1B",
            &device(),
            &stamp(),
        );
        assert_eq!(none, []);
    }

    #[test]
    fn an_endpoint_says_its_speed_and_its_wait() {
        let place = Place::Endpoint {
            url: "https://api.example.com/v1/chat/completions".to_owned(),
            model: "m".to_owned(),
        };
        let mut all = answers(Load::Users(1), 3, 300.0, 10.0);
        all.extend(answers(Load::Rate(10.0), 20, 460.0, 10.0));
        let found = of_endpoint(&run(place, all, None), "a-model", "somebody", &stamp());
        let told: Vec<(&str, f64)> = found
            .iter()
            .map(|one| match &one.subject {
                Subject::Endpoint(case) => (case.quantity.key(), case.concurrency.round()),
                Subject::Deployment(_) => panic!("nothing ran here"),
            })
            .collect();
        // Ten a second, each half a second long: five at once.
        assert_eq!(
            told,
            [
                ("decode-alone", 1.0),
                ("time-to-first-token", 1.0),
                ("inter-token", 5.0),
                ("time-to-first-token", 5.0),
            ]
        );
        let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
        assert!(ids[3].ends_with("-2"), "{ids:?}");
    }

    #[test]
    fn what_was_measured_moves_other_models_on_the_machine() {
        let estimator = estimator().unwrap();
        let measured = of_this_machine(
            &run(processor(), answers(Load::Users(1), 5, 100.0, 100.0), None),
            &facts(),
            "Llama-3.2-1B",
            &device(),
            &stamp(),
        );
        let Subject::Deployment(own) = &measured[0].subject else {
            panic!("it ran here");
        };
        let shape = Shape::of_name("8B").unwrap();
        let larger = Wanted::MadeUp {
            shape,
            format: Format::Q4_0,
        }
        .facts()
        .unwrap();
        let other = Case {
            model: "Llama-3.1-8B".to_owned(),
            shapes: larger.shapes,
            weight_bits: larger.weight_bits,
            ..own.clone()
        };
        let before = believing(&[], estimator).0.estimate(&other).unwrap();
        let after = believing(&measured, estimator).0.estimate(&other).unwrap();
        // The measured ten tokens a second are far below what this machine is expected to give.
        assert!(after.value < before.value, "{before:?} {after:?}");
        assert!(after.p10 < after.value && after.value < after.p90);
        let same = believing(&measured, estimator).0.estimate(own).unwrap();
        assert!((same.value / 10.0 - 1.0).abs() < 0.15, "{same:?}");
    }
}
