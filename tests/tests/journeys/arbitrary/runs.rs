//! Runs of any shape.

use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::{
    FactForm, HowKnown, MachineFact, MachineFactValue, MachineRate, MachineRateKind, MeasuredRun,
    RunArrivals, RunDoubt, RunMachine, RunModel, RunPlace, RunPlan, RunVerdict, WhyDoubted,
};

use super::Seed;

impl Seed {
    /// Runs for a scenario, before its measurements name them.
    pub(super) fn runs(&mut self, scenario: &mut Scenario) {
        for _ in 0..self.below(3) {
            let run = MeasuredRun {
                id: scenario.fresh_run_id(&self.text()),
                on: self.date(),
                place: self.place(),
                model: RunModel {
                    name: self.some_text(),
                    format: self.text(),
                    weight_bytes: self.maybe(|seed| seed.positive() * 1e9),
                    seed: self.maybe(Seed::next),
                },
                plan: self.run_plan(),
                machine: self.maybe(Seed::machine),
                verdict: RunVerdict {
                    others_before: self.maybe(Seed::share),
                    others_during: self.maybe(Seed::share),
                    own_share: self.maybe(Seed::share),
                    bandwidth_before_gb_s: self.maybe(Seed::positive),
                    bandwidth_after_gb_s: self.maybe(Seed::positive),
                    doubts: self.doubts(),
                },
                answered: self.count(),
                failed: self.pick(&[0, 3]),
                energy_joules: self.maybe(Seed::positive),
                energy_seconds: self.maybe(Seed::positive),
            };
            scenario.runs.push(run);
        }
    }

    fn count(&mut self) -> u64 {
        1 + self.below(1000) as u64
    }

    fn doubts(&mut self) -> Vec<RunDoubt> {
        let all = RunDoubt::ALL.iter().map(|(_, doubt)| *doubt);
        all.filter(|_| self.once_in(3)).collect()
    }

    fn place(&mut self) -> RunPlace {
        match self.below(3) {
            0 => RunPlace::Processor {
                threads: self.count(),
                instructions: self.some_text(),
            },
            1 => RunPlace::Gpu {
                name: self.some_text(),
                backend: self.some_text(),
            },
            _ => RunPlace::Endpoint {
                address: self.some_text(),
            },
        }
    }

    fn run_plan(&mut self) -> RunPlan {
        RunPlan {
            prompt_tokens: self.many(4, Seed::count),
            output_tokens: self.count(),
            concurrency: self.many(4, Seed::count),
            arrivals: self.maybe(|seed| RunArrivals {
                per_second: seed.positive(),
                requests: seed.count(),
                seed: seed.next(),
            }),
            repeats: self.count(),
            warm_up: self.pick(&[0, 1]),
            time_limit_seconds: self.positive(),
        }
    }

    fn machine(&mut self) -> RunMachine {
        RunMachine {
            facts: self.many(5, Seed::fact),
            rates: self.many(3, |seed| MachineRate {
                kind: seed.pick(MachineRateKind::ALL).1,
                threads: seed.maybe(Seed::count),
                instructions: seed.text(),
                per_second: seed.positive() * 1e9,
            }),
        }
    }

    fn fact(&mut self) -> MachineFact {
        let (fact, form) = self.pick(&MachineFact::ALL);
        MachineFact {
            fact,
            value: match form {
                FactForm::Text => MachineFactValue::Text(self.text()),
                FactForm::Count | FactForm::Bytes => MachineFactValue::Number(self.count() as f64),
                FactForm::Texts => MachineFactValue::Texts(self.many(3, Seed::text)),
            },
            known: self.pick(HowKnown::ALL).1,
            doubt: self.maybe(|seed| seed.pick(WhyDoubted::ALL).1),
        }
    }
}
