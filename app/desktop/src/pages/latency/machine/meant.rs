//! Models of the case on one device: in which weights, and how fast they would be.
//!
//! A model is told in the weights of the option that runs it on this very device; otherwise in the
//! format that was timed, since a speed says little about weights of another size.

use weighbridge_catalogue::measurements::estimator;
use weighbridge_engine::compose::believing;
use weighbridge_engine::scenario::{DecisionOption, Measurement, Scenario};
use weighbridge_engine::serving::deployed::{case_of, hosting_in};
use weighbridge_engine::serving::{Case, Conditions, Device, Estimate, Impossible, Quantity};
use weighbridge_gguf::Format;
use weighbridge_text::Text;
use weighbridge_units::Arg;

use crate::measuring::into_case::ENGINE;
use crate::measuring::{ModelFacts, runs_on};

/// The format that models are put on small machines in, where none was timed.
const USUAL: Format = Format::Q4_0;

/// What the newest run means: what it says of the device that it ran on, and what follows for the
/// models of the case there.
#[derive(Debug)]
pub(super) struct Meaning {
    pub(super) measured: Vec<Measurement>,
    pub(super) models: Vec<Meant>,
}

/// A model of the case on a device.
#[derive(Debug)]
pub(super) struct Meant {
    pub(super) model: String,
    pub(super) weights: Weights,
    pub(super) speed: Result<Estimate, Impossible>,
    pub(super) prompt: Option<Estimate>,
    pub(super) input_tokens: f64,
}

/// The weights in which a model is told.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weights {
    /// The name of their format.
    format: String,
    /// Bits of a weight on average.
    bits: f64,
    whose: Whose,
}

/// Why they are told and no others.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Whose {
    /// The model that was timed has such weights.
    Timed,
    /// This option of the case runs here with them.
    Option(String),
    /// Nothing was timed; such machines mostly have them.
    Usual,
}

impl Meant {
    /// The model with the format of its weights, as in “Llama 3.1 8B (Q4_0)”.
    pub(super) fn name(&self) -> String {
        format!("{} ({})", self.model, self.weights.format)
    }

    /// Leaves out how long reading a prompt takes, where that cannot be estimated.
    pub(super) fn forget_prompt(&mut self) {
        self.prompt = None;
    }
}

impl Weights {
    /// Those of a model that was timed.
    pub(super) fn timed(facts: &ModelFacts) -> Weights {
        Weights {
            format: facts.format.name().to_owned(),
            bits: facts.weight_bits,
            whose: Whose::Timed,
        }
    }

    /// Those that a machine of which nothing was timed would mostly be given.
    pub(super) fn usual() -> Weights {
        Weights {
            format: USUAL.name().to_owned(),
            bits: USUAL.bits(),
            whose: Whose::Usual,
        }
    }

    /// Those that an option has on a device; none where it does not run there.
    fn own(option: &DecisionOption, device: &Device) -> Option<Weights> {
        let hosting = hosting_in(&option.plan).filter(|_| runs_on(option, device))?;
        Some(Weights {
            format: hosting.weight_format.to_uppercase(),
            bits: hosting.serving.bits_per_weight.value,
            whose: Whose::Option(option.name.clone()),
        })
    }

    /// The format, and why it is this one.
    pub(super) fn words(&self, text: Text) -> String {
        let format = ("format", Arg::from(self.format.clone()));
        match &self.whose {
            Whose::Timed => text.format("here-weights-timed", &[format]),
            Whose::Usual => text.format("here-weights-usual", &[format]),
            Whose::Option(option) => {
                let option = ("option", Arg::from(option.clone()));
                text.format("here-weights-own", &[format, option])
            }
        }
    }
}

/// Every model that options of the case host, on this device: once in each format in which options
/// run it there, otherwise once in `weights`.
pub(super) fn meanings(
    scenario: &Scenario,
    device: &Device,
    measured: &[Measurement],
    weights: &Weights,
) -> Vec<Meant> {
    let Ok(estimator) = estimator() else {
        return Vec::new();
    };
    let (estimator, _) = believing(measured, estimator);
    // As new as an option's engine on such a machine, whatever the option runs elsewhere.
    let year = estimator.calibration().newest_year(ENGINE, device.class);
    let mut list: Vec<Meant> = Vec::new();
    for option in &scenario.options {
        let name = name_of(option);
        let weights = match Weights::own(option, device) {
            Some(own) => own,
            None if runs_here(scenario, name, device) => continue,
            None => weights.clone(),
        };
        let is_known =
            |known: &Meant| known.model == *name && known.weights.format == weights.format;
        if list.iter().any(is_known) {
            continue;
        }
        let Some(case) = case_of(scenario, &option.id, Quantity::DecodeAlone) else {
            continue;
        };
        let case = here(case, device, &weights, year);
        let reading = Case {
            quantity: Quantity::Prefill,
            ..case.clone()
        };
        list.push(Meant {
            model: name.clone(),
            weights,
            speed: estimator.estimate(&case),
            prompt: estimator.estimate(&reading).ok(),
            input_tokens: case.input_tokens,
        });
    }
    list
}

fn name_of(option: &DecisionOption) -> &String {
    let model = option.model.as_ref();
    model.map_or(&option.name, |model| &model.name)
}

/// Whether some option runs a model on this device.
fn runs_here(scenario: &Scenario, model: &str, device: &Device) -> bool {
    let mut options = scenario.options.iter();
    options.any(|option| name_of(option) == model && runs_on(option, device))
}

/// A case of an option moved to this device.
fn here(case: Case, device: &Device, weights: &Weights, year: Option<f64>) -> Case {
    Case {
        engine: ENGINE.to_owned(),
        engine_version: String::new(),
        year: year.unwrap_or(case.year),
        device: device.clone(),
        weight_bits: weights.bits,
        cache_bits: 16.0,
        accelerators: 1.0,
        tensor_parallel: 1.0,
        pipeline_parallel: 1.0,
        expert_groups: 1.0,
        concurrency: 1.0,
        conditions: Conditions::default(),
        ..case
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use weighbridge_catalogue::measurements::devices;
    use weighbridge_engine::catalogue::{HardwareId, ModelId, WeightFormat};
    use weighbridge_engine::compose::{self, MeasuredMachine, set_measured_machine};
    use weighbridge_inference::synthetic::Shape;
    use weighbridge_text::Locale;

    use crate::measuring::Wanted;

    fn timed(format: Format) -> Weights {
        let shape = Shape::of_name("1B").unwrap();
        let facts = Wanted::MadeUp { shape, format }.facts().unwrap();
        Weights::timed(&facts)
    }

    /// The words of every row, and its speed.
    fn told(scenario: &Scenario, device: &Device, weights: &Weights) -> Vec<(String, f64)> {
        let text = Text::new(Locale::En);
        let meant = meanings(scenario, device, &[], weights);
        let row = |one: &Meant| (one.weights.words(text), one.speed.as_ref().unwrap().value);
        meant.iter().map(row).collect()
    }

    #[test]
    fn models_are_told_in_what_was_timed_or_in_what_an_option_has_here() {
        let (catalogue, _) = weighbridge_catalogue::built_in().unwrap();
        let today = "2026-11-24".parse().unwrap();
        let mut scenario = compose::new_scenario(&catalogue, "Case", today);
        let model = ModelId::new("llama-3.1-8b");
        let laptop = HardwareId::new("apple-m4-pro");
        for format in [WeightFormat::Q4KM, WeightFormat::Bf16] {
            let option =
                compose::device_option(&scenario, &catalogue, &model, format, &laptop).unwrap();
            scenario.options.push(option);
        }
        let device = devices().unwrap()["CPU-Ryzen-7950X"].clone();
        // Nothing runs here: one row, in what was timed, and larger weights are slower.
        let rows: Vec<(String, f64)> = [Format::Q4_0, Format::Q8_0, Format::F16]
            .into_iter()
            .flat_map(|format| told(&scenario, &device, &timed(format)))
            .collect();
        let words: Vec<&str> = rows.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(
            words,
            ["in Q4_0, as timed", "in Q8_0, as timed", "in F16, as timed"]
        );
        assert!(rows.is_sorted_by(|one, next| one.1 > next.1), "{rows:?}");
        let usual = told(&scenario, &device, &Weights::usual());
        assert_eq!(usual[0].0, "in Q4_0, as such machines mostly run them");
        // The second option runs here: its weights are told, whatever was timed.
        let machine = MeasuredMachine {
            name: "The workshop's desktop".to_owned(),
            device: device.clone(),
            on: today,
            is_measured: true,
            is_rate_known: true,
        };
        set_measured_machine(&catalogue, &mut scenario.options[1], &machine).unwrap();
        let name = scenario.options[1].name.clone();
        let own = told(&scenario, &device, &timed(Format::Q4_0));
        assert_eq!(own.len(), 1);
        assert_eq!(own[0].0, format!("in BF16, as “{name}” has them here"));
        assert!(own[0].1 < 0.5 * rows[0].1, "{own:?} {rows:?}");
        set_measured_machine(&catalogue, &mut scenario.options[0], &machine).unwrap();
        let both = told(&scenario, &device, &timed(Format::Q8_0));
        assert_eq!(both.len(), 2);
        assert!(both[0].0.starts_with("in Q4_K_M") && both[1].0.starts_with("in BF16"));
        let meant = meanings(&scenario, &device, &[], &timed(Format::Q8_0));
        assert_eq!(meant[0].name(), "Llama 3.1 8B Instruct (Q4_K_M)");
    }
}
