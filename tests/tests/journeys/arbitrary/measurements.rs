//! Measurements of any shape.

use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::{EndpointCase, Measurement, MeasurementKind, Subject};
use weighbridge_engine::serving::{Case, Conditions, Device, DeviceClass, Quantity, Shapes};

use super::Seed;

impl Seed {
    pub(super) fn measurements(&mut self, scenario: &mut Scenario) {
        for _ in 0..self.below(4) {
            let id = scenario.fresh_measurement_id(&self.text());
            let subject = match self.once_in(3) {
                true => Subject::Endpoint(self.endpoint()),
                false => Subject::Deployment(self.case()),
            };
            let value = self.positive();
            let measurement = Measurement {
                id,
                kind: self.pick(&MeasurementKind::ALL),
                on: self.date(),
                source: self.some_text(),
                subject,
                value,
                spread: self.maybe(|seed| (value * seed.share().max(0.01), value * 1.5)),
                estimated: self.maybe(Seed::positive),
                conditions: self.text(),
                run: match scenario.runs.as_slice() {
                    [] => None,
                    runs => self.maybe(|seed| seed.pick(runs).id),
                },
                is_busy: self.once_in(3),
                is_in_use: self.once_in(2),
            };
            scenario.measurements.push(measurement);
        }
    }

    pub(super) fn some_text(&mut self) -> String {
        format!("x{}", self.text())
    }

    /// A number that any field of a measurement takes.
    pub(super) fn positive(&mut self) -> f64 {
        1.0 + self.share() * 63.0
    }

    fn endpoint(&mut self) -> EndpointCase {
        EndpointCase {
            quantity: self.pick(&EndpointCase::QUANTITIES),
            model: self.some_text(),
            provider: self.some_text(),
            input_tokens: self.positive(),
            output_tokens: self.positive(),
            concurrency: self.positive(),
        }
    }

    fn case(&mut self) -> Case {
        Case {
            quantity: self.pick(&Quantity::ALL),
            engine: self.some_text(),
            engine_version: self.text(),
            year: 2000.0 + self.positive(),
            model: self.some_text(),
            shapes: Shapes {
                parameters_billion: self.positive(),
                active_billion: self.positive(),
                embedding_billion: self.pick(&[0.0, 0.5]),
                layers: self.positive(),
                hidden: self.positive(),
                heads: self.maybe(Seed::positive),
                cache_elements: self.positive(),
                windowed_layers: self.pick(&[0.0, 3.0]),
                window_tokens: self.pick(&[0.0, 4096.0]),
                experts: self.pick(&[0.0, 128.0]),
                experts_per_token: self.pick(&[0.0, 8.0]),
            },
            device: Device {
                id: self.some_text(),
                class: self.pick(&DeviceClass::ALL),
                is_consumer: self.once_in(2),
                memory_gb: self.positive(),
                bandwidth_gb_s: self.positive(),
                bf16_tflops: self.positive(),
                fp8_tflops: self.maybe(Seed::positive),
                fp4_tflops: self.maybe(Seed::positive),
                link_gb_s: self.positive(),
            },
            weight_bits: self.positive(),
            cache_bits: self.positive(),
            accelerators: self.positive(),
            tensor_parallel: self.positive(),
            pipeline_parallel: self.positive(),
            expert_groups: self.pick(&[1.0, 8.0]),
            input_tokens: self.positive(),
            output_tokens: self.positive(),
            concurrency: self.pick(&[0.0, 1.0, 300.0]),
            conditions: Conditions {
                end_to_end: self.once_in(2),
                static_batch: self.once_in(2),
                eager: self.once_in(2),
                steady_arrivals: self.once_in(2),
                split_experts: self.once_in(2),
            },
        }
    }
}
