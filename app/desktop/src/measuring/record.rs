//! A run as a scenario keeps it: machine, plan, and what stood in its way.

use weighbridge_engine::scenario::{
    HowKnown, MachineFact, MachineFactValue, MachineRate, MachineRateKind, MeasuredRun, OptionId,
    RunArrivals, RunDoubt, RunMachine, RunModel, RunPlace, RunPlan, RunVerdict, WhyDoubted,
};
use weighbridge_latency::{Busyness, Failure, Place, Plan, Run};
use weighbridge_machine::rates::{Measured, Rate};
use weighbridge_machine::{FactRow, FactValue, Machine};
use weighbridge_units::PartialDate;

use super::here::Timed;

/// The machine that a run was on, and what is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// The machine.
    pub machine: &'a Machine,
    /// Its rates, where they were measured.
    pub measured: Option<&'a Measured>,
    /// The graphics processor that the run was on, by its number; none on the processor.
    pub gpu: Option<usize>,
}

/// A run on this machine.
pub fn of_timed(timed: &Timed, around: Surroundings<'_>, on: PartialDate) -> MeasuredRun {
    let made_up = timed.wanted.made_up();
    let model = RunModel {
        name: timed.run.model.clone(),
        format: made_up.map_or_else(String::new, |(format, _)| format.name().to_owned()),
        weight_bytes: Some(timed.facts.weight_bytes as f64),
        seed: made_up.map(|(_, seed)| seed),
    };
    of_run(&timed.run, model, Some(machine(around)), on)
}

/// A run behind an endpoint, of which nobody says on what it runs.
pub fn of_endpoint(run: &Run, on: PartialDate) -> MeasuredRun {
    let model = RunModel {
        name: run.model.clone(),
        format: String::new(),
        weight_bytes: None,
        seed: None,
    };
    of_run(run, model, None, on)
}

fn of_run(run: &Run, model: RunModel, machine: Option<RunMachine>, on: PartialDate) -> MeasuredRun {
    let answered = run.answers.iter().filter(|answer| answer.is_whole());
    let answered = answered.count() as u64;
    let stopped = |answer: &&weighbridge_latency::Answer| answer.failure == Some(Failure::Stopped);
    let stopped = run.answers.iter().filter(stopped).count() as u64;
    let name = format!("{} {} {on}", model.name, model.format);
    MeasuredRun {
        id: OptionId::from_name(&name).to_string(),
        on,
        place: place(&run.place),
        model,
        plan: plan(&run.plan),
        machine,
        verdict: run.busyness.as_ref().map(verdict).unwrap_or_default(),
        answered,
        failed: run.answers.len() as u64 - answered - stopped,
        energy_joules: run.energy_joules,
        energy_seconds: run.energy_joules.and_then(|_| seconds(run)),
    }
}

/// Seconds from the start of a run to the last token of its last answer, warming up included; none
/// where it ended before its plan did, so that nobody knows what came after that token.
fn seconds(run: &Run) -> Option<f64> {
    let ends = run.answers.iter().filter_map(|answer| {
        let last = answer.token_seconds.last()?;
        Some(answer.asked_at_seconds + last)
    });
    let end = ends.reduce(f64::max)?;
    (run.stopped.is_none() && end > 0.0).then_some(end)
}

fn place(place: &Place) -> RunPlace {
    match place {
        Place::Processor {
            threads,
            instructions,
        } => RunPlace::Processor {
            threads: *threads as u64,
            instructions: instructions.clone(),
        },
        Place::Gpu { name, backend, .. } => RunPlace::Gpu {
            name: name.clone(),
            backend: backend.clone(),
        },
        Place::Endpoint { url, .. } => RunPlace::Endpoint {
            address: url.clone(),
        },
    }
}

fn plan(plan: &Plan) -> RunPlan {
    let wide = |numbers: &[u32]| numbers.iter().copied().map(u64::from).collect();
    RunPlan {
        prompt_tokens: wide(&plan.prompt_tokens),
        output_tokens: plan.output_tokens.into(),
        concurrency: wide(&plan.concurrency),
        arrivals: plan.arrivals.map(|arrivals| RunArrivals {
            per_second: arrivals.per_second,
            requests: arrivals.requests.into(),
            seed: arrivals.seed,
        }),
        repeats: plan.repeats.into(),
        warm_up: plan.warm_up.into(),
        time_limit_seconds: plan.time_limit.as_secs_f64(),
    }
}

fn verdict(seen: &Busyness) -> RunVerdict {
    let doubts = seen.doubts();
    RunVerdict {
        others_before: seen.others_before,
        others_during: seen.others_during,
        own_share: seen.own_share,
        bandwidth_before_gb_s: seen.bandwidth_before_gb_s,
        bandwidth_after_gb_s: seen.bandwidth_after_gb_s,
        doubts: doubts
            .iter()
            .filter_map(|doubt| RunDoubt::of_key(doubt.key()))
            .collect(),
    }
}

/// The facts that matter to speed, and the rates.
///
/// Of graphics processors those facts are kept that the run was on; of a run on the processor, the
/// names of all that there are.
pub fn machine(around: Surroundings<'_>) -> RunMachine {
    let rows = around.machine.facts();
    let facts = rows
        .iter()
        .filter(|row| match row.gpu() {
            None => true,
            Some(number) => match around.gpu {
                Some(own) => own == number,
                None => row.path.ends_with(".name") && !is_software(around.machine, number),
            },
        })
        .filter_map(fact)
        .collect();
    let rates = around.measured.map_or(Vec::new(), |measured| {
        let of_processor = measured.processor.iter();
        let of_gpu = measured
            .gpus
            .iter()
            .filter(|own| Some(own.gpu) == around.gpu);
        of_processor
            .filter(|_| around.gpu.is_none())
            .chain(of_gpu.flat_map(|own| &own.rates))
            .filter_map(rate)
            .collect()
    });
    RunMachine { facts, rates }
}

fn is_software(machine: &Machine, gpu: usize) -> bool {
    machine.gpus.get(gpu).is_some_and(|gpu| gpu.is_software())
}

fn fact(row: &FactRow) -> Option<MachineFact> {
    let key = row.key();
    let (fact, _) = MachineFact::named(key.strip_prefix("machine-fact-")?)?;
    let value = match row.value.clone()? {
        FactValue::Text(text) => MachineFactValue::Text(text),
        FactValue::Count(count) => MachineFactValue::Number(count as f64),
        FactValue::Bytes(bytes) => MachineFactValue::Number(bytes as f64),
        FactValue::Texts(texts) => MachineFactValue::Texts(texts),
        FactValue::Kind(kind) => MachineFactValue::Text(kind.key().to_owned()),
    };
    Some(MachineFact {
        fact,
        value,
        known: HowKnown::of_key(row.known.key())?,
        doubt: row.doubt.and_then(|doubt| WhyDoubted::of_key(doubt.key())),
    })
}

fn rate(rate: &Rate) -> Option<MachineRate> {
    Some(MachineRate {
        kind: MachineRateKind::of_key(rate.kind.key())?,
        threads: rate.threads.map(u64::from),
        instructions: rate.instructions.clone().unwrap_or_default(),
        per_second: rate.spread.median(),
    })
    .filter(|rate| rate.per_second.is_finite() && rate.per_second > 0.0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use weighbridge_machine::rates::{RateKind, Spread};
    use weighbridge_machine::{Doubt, Fact, Gpu, GpuKind, Known};

    fn keys_of<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|one| key(*one)).collect()
    }

    #[test]
    fn a_case_keeps_every_word_that_the_machine_has() {
        for key in keys_of(&Known::ALL, Known::key) {
            // What nobody says is not kept.
            assert_eq!(HowKnown::of_key(key).is_some(), key != "nobody", "{key}");
        }
        for key in keys_of(&Doubt::ALL, Doubt::key) {
            assert!(WhyDoubted::of_key(key).is_some(), "{key}");
        }
        for kind in RateKind::ALL {
            let own = MachineRateKind::of_key(kind.key()).unwrap();
            assert_eq!(own.is_memory(), kind.is_memory());
        }
        for doubt in [
            weighbridge_latency::Doubt::BusyBefore(0.2),
            weighbridge_latency::Doubt::BusyDuring(0.2),
            weighbridge_latency::Doubt::Starved(0.2),
            weighbridge_latency::Doubt::BandwidthMoved(1.5),
        ] {
            assert!(RunDoubt::of_key(doubt.key()).is_some(), "{doubt:?}");
        }
    }

    fn computer() -> Machine {
        let mut machine = Machine::default();
        machine.processor.name = Fact::sure("A processor".to_owned(), Known::Processor);
        machine.processor.instructions = Fact::sure(vec!["AVX2".to_owned()], Known::Processor);
        machine.memory_total_bytes =
            Fact::doubtful(32 << 30, Known::OperatingSystem, Doubt::Hypervisor);
        let gpu = |name: &str, kind| Gpu {
            name: Fact::sure(name.to_owned(), Known::Driver),
            kind: Fact::sure(kind, Known::Driver),
            memory_total_bytes: Fact::sure(8 << 30, Known::Driver),
            ..Gpu::default()
        };
        machine.gpus = vec![
            gpu("A card", GpuKind::Dedicated),
            gpu("Pretended", GpuKind::Software),
        ];
        machine
    }

    fn kept(gpu: Option<usize>) -> Vec<(&'static str, MachineFactValue)> {
        let measured = Measured {
            processor: vec![Rate {
                kind: RateKind::Triad,
                threads: Some(8),
                instructions: Some("AVX2".to_owned()),
                spread: Spread {
                    samples: vec![1.0, 3.0, 2.0],
                },
                by_gpu_clock: None,
            }],
            ..Measured::default()
        };
        let around = Surroundings {
            machine: &computer(),
            measured: Some(&measured),
            gpu,
        };
        let machine = machine(around);
        assert_eq!(machine.rates.len(), usize::from(gpu.is_none()));
        machine
            .facts
            .into_iter()
            .map(|fact| (fact.fact, fact.value))
            .collect()
    }

    #[test]
    fn the_facts_of_what_it_ran_on_are_kept_and_what_nobody_knows_is_left_out() {
        let text = |text: &str| MachineFactValue::Text(text.to_owned());
        let common = vec![
            ("processor-name", text("A processor")),
            (
                "processor-instructions",
                MachineFactValue::Texts(vec!["AVX2".to_owned()]),
            ),
            (
                "memory-total-bytes",
                MachineFactValue::Number(34_359_738_368.0),
            ),
        ];
        let mut of_processor = common.clone();
        of_processor.push(("gpu-name", text("A card")));
        assert_eq!(kept(None), of_processor);
        let mut of_gpu = common;
        of_gpu.extend([
            ("gpu-name", text("A card")),
            ("gpu-kind", text("dedicated")),
            (
                "gpu-memory-total-bytes",
                MachineFactValue::Number(8.0 * 1_073_741_824.0),
            ),
        ]);
        assert_eq!(kept(Some(0)), of_gpu);
    }
}
