//! The quantity that a case asks for, of the times of its machine.

use super::rates::is_for_servers;
use super::{Machine, at_least, at_most};
use crate::serving::case::{Case, Quantity};

impl Machine {
    /// A figure that some correction made, held to what bandwidth and arithmetic allow.
    pub fn bounded(&self, case: &Case, value: f64) -> f64 {
        let (input, output) = (case.input_tokens, case.output_tokens);
        let context = input + output / 2.0;
        let batch = case.concurrency / case.replicas();
        match case.quantity {
            Quantity::DecodeAlone => at_most(value, 1.0 / self.least_step_seconds(1.0, context)),
            Quantity::FixedBatch => at_most(
                value,
                case.concurrency / self.least_step_seconds(batch, context),
            ),
            Quantity::InterToken => at_least(value, 1e3 * self.least_step_seconds(batch, context)),
            Quantity::Prefill => at_most(value, input / self.least_prompt_seconds(input)),
            Quantity::TimeToFirstToken => at_least(value, 1e3 * self.least_prompt_seconds(input)),
            Quantity::Saturated => at_most(value, case.replicas() * self.most_tokens_a_second()),
        }
    }

    /// The quantity that a case asks for, in its unit.
    pub fn answer(&self, case: &Case) -> f64 {
        let (input, output) = (case.input_tokens, case.output_tokens);
        let context = input + output / 2.0;
        let batch = case.concurrency / case.replicas();
        match case.quantity {
            Quantity::DecodeAlone if case.conditions.end_to_end => {
                output
                    / (output * self.step_seconds(1.0, context)
                        + self.prefill_seconds(input, input))
            }
            Quantity::DecodeAlone => 1.0 / self.step_seconds(1.0, context),
            Quantity::Prefill => input / self.prefill_seconds(input, input),
            Quantity::FixedBatch if case.conditions.end_to_end || case.conditions.static_batch => {
                let prompts = at_least(input * batch, 1.0);
                // Servers let those wait for whom there is no room, and begin with them afterwards.
                let room = match is_for_servers(&case.engine) {
                    true => at_least(1.0 / self.room_of_one(input, output), 1.0),
                    false => batch,
                };
                let together = at_most(batch, room);
                let turns = batch / together;
                case.concurrency * output
                    / (turns * output * self.step_seconds(together, context)
                        + self.prefill_seconds(prompts, input))
            }
            Quantity::FixedBatch => case.concurrency / self.step_seconds(batch, context),
            Quantity::Saturated => {
                let batch = self.batch_that_fits(input, output);
                let prompts = at_least(input * batch, 1.0);
                case.replicas() * batch * output
                    / (output * self.full_step_seconds(batch, context)
                        + self.prefill_seconds(prompts, input))
            }
            Quantity::InterToken => {
                let prompt = self.prefill_seconds(at_least(input, 1.0), input);
                1e3 * (self.step_seconds(batch, context)
                    + self.interruption * at_least(batch - 1.0, 0.0) * prompt
                        / at_least(output, 1.0))
            }
            Quantity::TimeToFirstToken if case.conditions.static_batch => {
                1e3 * self.prefill_seconds(at_least(input * batch, 1.0), input)
            }
            Quantity::TimeToFirstToken => {
                let prompt = self.prefill_seconds(at_least(input, 1.0), input);
                let (own, others) = self.first_token(prompt, batch);
                1e3 * (own + others)
            }
        }
    }
}
