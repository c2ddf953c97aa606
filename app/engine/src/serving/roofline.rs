//! Where a server stands under the roofs of its machine: what it computes for every byte that it
//! moves, how fast that could be at best, and how fast it is thought to be.
//!
//! # Source
//! Williams, Waterman and Patterson 2009, "Roofline", Communications of the ACM 52(4).

use super::physics::{ABOVE_TABLES, at_least};
use super::server::Server;

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

impl Server {
    /// The roofs of one copy and what stands under them, with `batch` requests at once, at least one.
    ///
    /// Steps leave out the prompts of others; operations of attention are counted for prompts only,
    /// as the physics does.
    pub fn roofline(&self, batch: f64) -> Roofline {
        let pace = &self.pace;
        let machine = &pace.machine;
        let step = |batch: f64| {
            let operations = 2.0 * machine.active * batch;
            let cached = batch * machine.cache_bytes(pace.context());
            RooflinePoint {
                batch,
                operations_a_byte: operations / (machine.touched(batch) + cached),
                operations_a_second: operations / pace.step(batch),
            }
        };
        Roofline {
            bytes_a_second: machine.full_bytes_a_second,
            operations_a_second: machine.full_operations_a_second / ABOVE_TABLES,
            alone: step(1.0),
            decode: step(at_least(batch, 1.0)),
            prefill: self.prompt_point(),
        }
    }

    fn prompt_point(&self) -> Option<RooflinePoint> {
        let pace = &self.pace;
        let machine = &pace.machine;
        if pace.input() < 1.0 {
            return None;
        }
        let (tokens, seconds) = pace.fresh_prompt();
        let seen = machine.seen_tokens(pace.input());
        let attention = 2.0 * machine.layers * machine.hidden * tokens * seen;
        let operations = 2.0 * machine.active * tokens + attention;
        Some(RooflinePoint {
            batch: 1.0,
            operations_a_byte: operations / (machine.touched(tokens) + machine.cache_bytes(tokens)),
            // Stages read different prompts at the same time; the roofs are those of one.
            operations_a_second: operations / seconds / machine.stages,
        })
    }
}
