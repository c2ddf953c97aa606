//! Where a case stands under the roofs of its machine: what it computes for every byte that it
//! moves, how fast that could be at best, and how fast it is thought to be.
//!
//! # Source
//! Williams, Waterman and Patterson 2009, "Roofline", Communications of the ACM 52(4).

use super::case::{Case, Impossible, Quantity};
use super::estimate::Estimator;
use super::physics::{ABOVE_TABLES, Machine, at_least, cache_bytes};

/// The roofs of the accelerators that share a layer, and what stands under them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Roofline {
    /// Bytes a second that their memory gives by their tables.
    pub bytes_a_second: f64,
    /// Operations a second at the precision of the weights by their tables.
    pub operations_a_second: f64,
    /// One step for a single request.
    pub alone: RooflinePoint,
    /// One step for as many requests as were asked about.
    pub decode: RooflinePoint,
    /// Reading one prompt; none where prompts are empty.
    pub prefill: Option<RooflinePoint>,
}

/// Some work under the roofs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RooflinePoint {
    /// Requests served at once.
    pub batch: f64,
    /// Operations for every byte that is read.
    pub operations_a_byte: f64,
    /// Operations a second that it is thought to reach.
    pub operations_a_second: f64,
}

impl Roofline {
    /// Operations a second that no work of so many operations a byte passes.
    pub fn roof(&self, operations_a_byte: f64) -> f64 {
        let by_memory = operations_a_byte * self.bytes_a_second;
        if by_memory < self.operations_a_second {
            by_memory
        } else {
            self.operations_a_second
        }
    }

    /// Operations a byte from which on arithmetic binds, and not memory.
    pub fn ridge(&self) -> f64 {
        self.operations_a_second / self.bytes_a_second
    }

    /// The share of its roof that some work reaches.
    pub fn reached(&self, point: &RooflinePoint) -> f64 {
        point.operations_a_second / self.roof(point.operations_a_byte)
    }
}

impl Estimator {
    /// The roofs of a case and what stands under them, with `batch` requests at once on one copy;
    /// the quantity and the concurrency of the case are not looked at.
    ///
    /// Steps leave out the prompts of others; operations of attention are counted for prompts only,
    /// as the physics does.
    ///
    /// # Errors
    /// [`Impossible`] where the case has no answer.
    pub fn roofline(&self, case: &Case, batch: f64) -> Result<Roofline, Impossible> {
        if !(batch.is_finite() && batch >= 1.0) {
            return Err(Impossible::NotPositive {
                field: "concurrency",
                value: batch,
            });
        }
        let inter_token = Case {
            quantity: Quantity::InterToken,
            concurrency: case.replicas(),
            ..case.clone()
        };
        inter_token.check()?;
        let (efficiencies, factor) = self.efficiencies(&inter_token);
        let machine = Machine::new(&inter_token, &efficiencies);
        let context = case.input_tokens + case.output_tokens / 2.0;
        let step = |batch: f64| {
            let seconds = at_least(
                machine.step_seconds(batch, context) * factor,
                machine.least_step_seconds(batch, context),
            );
            let operations = 2.0 * machine.active * batch;
            let cached = cache_bytes(&case.shapes, case.cache_bits, context);
            RooflinePoint {
                batch,
                operations_a_byte: operations / (machine.touched(batch) + batch * cached),
                operations_a_second: operations / seconds,
            }
        };
        Ok(Roofline {
            bytes_a_second: machine.full_bytes_a_second,
            operations_a_second: machine.full_operations_a_second / ABOVE_TABLES,
            alone: step(1.0),
            decode: step(batch),
            prefill: self.prompt_point(case),
        })
    }

    fn prompt_point(&self, case: &Case) -> Option<RooflinePoint> {
        let tokens = case.input_tokens;
        if tokens < 1.0 {
            return None;
        }
        let prefill = Case {
            quantity: Quantity::Prefill,
            concurrency: 1.0,
            ..case.clone()
        };
        let tokens_a_second = self.estimate(&prefill).ok()?.value;
        let (efficiencies, _) = self.efficiencies(&prefill);
        let machine = Machine::new(&prefill, &efficiencies);
        let operations =
            2.0 * machine.active * tokens + 2.0 * machine.layers * machine.hidden * tokens * tokens;
        let written = cache_bytes(&case.shapes, case.cache_bits, tokens);
        Some(RooflinePoint {
            batch: 1.0,
            operations_a_byte: operations / (machine.touched(tokens) + written),
            // Stages read different prompts at the same time; the roofs are those of one.
            operations_a_second: tokens_a_second * operations / tokens / case.pipeline_parallel,
        })
    }
}
