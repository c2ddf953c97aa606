//! What is chosen where a page sends here to time the model of an option: the made-up model nearest to
//! it, in the nearest format, with the lengths of the workload.

use weighbridge_engine::Scenario;
use weighbridge_engine::compose::MeasuredMachine;
use weighbridge_engine::scenario::OptionId;
use weighbridge_engine::serving::deployed::hosting_of;
use weighbridge_inference::synthetic::Shape;

use super::super::lengths::{ANSWER, PROMPT};
use super::choice::FORMATS;
use super::state::State;
use crate::measuring::kept::name_of;
use crate::measuring::{Wanted, device};
use crate::pages::Page;

impl State {
    /// Chooses what comes nearest to a self-hosted option; where a run is on, it goes on.
    pub(in crate::pages::latency) fn prepare(&mut self, scenario: &Scenario, id: &OptionId) {
        let Some(hosting) = hosting_of(scenario, id) else {
            return;
        };
        let figures = &hosting.serving;
        let nearest = nearest(
            figures.parameters_total_billion.value,
            figures.bits_per_weight.value,
            &hosting.weight_format,
        );
        let choice = &mut self.choice;
        if let Some((shape, format)) = nearest {
            (choice.shape, choice.format, choice.from_file) = (shape, format, false);
        }
        let workload = &scenario.workload;
        let input = workload.input_tokens_per_request.value;
        let output = workload.output_tokens_per_request.value;
        choice.prompt_tokens = input.round().clamp(PROMPT.min, PROMPT.max);
        choice.output_tokens = output.round().clamp(ANSWER.min, ANSWER.max);
    }

    /// The machine of the newest run, as an option may run on it; none before a run, or where nobody
    /// knows what it was on.
    pub(in crate::pages::latency) fn measured_machine(
        &self,
        page: &Page<'_>,
    ) -> Option<MeasuredMachine> {
        let (kept, machine) = (self.runs.first()?, self.machine.as_ref()?);
        let (rates, catalogue) = (self.measured.as_ref(), page.session.catalogue());
        Some(MeasuredMachine {
            name: name_of(machine, kept.gpu),
            device: device(machine, rates, kept.gpu, catalogue)?,
            on: kept.on,
            is_measured: true,
            is_rate_known: true,
        })
    }
}

/// The places of the shape and the format that come nearest to a model of so many 10⁹ weights, each
/// of so many bits: first by size, then the format of that name (“Q4_K_M” is mostly “Q4_K”), then by
/// bits. Rows of the shape are whole in the format.
fn nearest(billion: f64, bits: f64, name: &str) -> Option<(usize, usize)> {
    let away = |one: f64, other: f64| (one / other).ln().abs();
    let name = name.to_ascii_uppercase();
    let mut found: Option<((usize, usize), [f64; 3])> = None;
    for (place, shape) in Shape::built_in().into_iter().enumerate() {
        for (which, format) in FORMATS.into_iter().enumerate() {
            let shape = shape.clone();
            let Ok(facts) = (Wanted::MadeUp { shape, format }).facts() else {
                continue;
            };
            let is_named = name.starts_with(format.name());
            let distance = [
                away(facts.shapes.parameters_billion, billion),
                if is_named { 0.0 } else { 1.0 },
                away(facts.weight_bits, bits),
            ];
            if found.is_none_or(|(_, nearest)| distance < nearest) {
                found = Some(((place, which), distance));
            }
        }
    }
    found.map(|(places, _)| places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_model_is_the_one_of_that_size_in_that_format() {
        let names = Shape::built_in().map(|shape| shape.name);
        for (billion, bits, name, shape, format) in [
            (3.2, 4.85, "Q4_K_M", "3B", "Q4_K"),
            (3.2, 4.5, "Q4_0", "3B", "Q4_0"),
            (1.2, 16.0, "bf16", "1B", "F16"),
            (70.0, 8.5, "fp8", "8B", "Q8_0"),
            (0.001, 8.5, "Q8_0", "15M", "Q8_0"),
        ] {
            let (place, which) = nearest(billion, bits, name).unwrap_or_default();
            let found = (names[place].as_str(), FORMATS[which].name());
            assert_eq!(found, (shape, format), "{billion} {bits} {name}");
        }
    }
}
