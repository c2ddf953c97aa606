//! How a self-hosted option runs its model: engine, precisions, accelerators and replicas.
//!
//! The same controls stand where the option is edited and beside its estimate.

use egui::Ui;
use weighbridge_engine::catalogue::ModelId;
use weighbridge_engine::compose::{CACHE_BITS, cache_bits, measured_engines};
use weighbridge_engine::scenario::{DecisionOption, Plan, SelfHosted};
use weighbridge_engine::serving::{Calibration, DeviceClass};
use weighbridge_session::Action;
use weighbridge_text::Text;
use weighbridge_units::{Arg, Unit};

use super::entries::{Choice, Source};
use super::fields::{owner, subtitle};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::figures::figures_ui;
use crate::pages::parts::note;
use crate::widgets::{Entry, PickerWords, choice, page, picker};

/// What engines are called, the same in every language; those that most people mean come first.
const ENGINES: [(&str, &str); 13] = [
    ("vllm", "vLLM"),
    ("tensorrt-llm", "TensorRT-LLM"),
    ("sglang", "SGLang"),
    ("llama.cpp", "llama.cpp"),
    ("ollama", "Ollama"),
    ("mlx", "MLX"),
    ("mlc-llm", "MLC LLM"),
    ("llamafile", "llamafile"),
    ("transformers", "Transformers"),
    ("deepspeed", "DeepSpeed"),
    ("ctranslate2", "CTranslate2"),
    ("ctransformers", "CTransformers"),
    ("autoawq", "AutoAWQ"),
];

/// Narrower than this, a control stands under the one before it.
const LEAST_COLUMN: f32 = 220.0;
/// The same of rows of figures.
const LEAST_FIGURES: f32 = 400.0;

/// The name of an engine; its key where it has no other.
pub(in crate::pages) fn engine_name(key: &str) -> &str {
    let known = ENGINES.iter().find(|(engine, _)| *engine == key);
    known.map_or(key, |(_, name)| *name)
}

/// The engines that may be chosen, by key, each with what is known of it on a class of hardware;
/// `current` is among them whatever it is.
pub(in crate::pages) fn engines(
    page: &Page<'_>,
    class: DeviceClass,
    current: &str,
) -> Vec<(String, Entry)> {
    let Some(estimator) = page.session.catalogue().estimator() else {
        return vec![(current.to_owned(), engine_entry(page.text, current, None))];
    };
    let mut keys: Vec<&str> = measured_engines(estimator);
    if !current.is_empty() && !keys.contains(&current) {
        keys.push(current);
    }
    let place = |key: &str| ENGINES.iter().position(|(engine, _)| *engine == key);
    keys.sort_by_key(|key| (place(key).unwrap_or(ENGINES.len()), *key));
    let known = |key: &str| known_on(estimator.calibration(), key, class);
    let entries = keys.into_iter();
    entries
        .map(|key| {
            let entry = engine_entry(page.text, key, Some(known(key)));
            (key.to_owned(), entry)
        })
        .collect()
}

/// The key of what measurements tell of an engine on a class of hardware.
fn known_on(calibration: &Calibration, engine: &str, class: DeviceClass) -> &'static str {
    let here = format!("{engine}|{}", class.key());
    let mut of_engine = calibration.pairs.iter();
    if calibration.pairs.contains(&here) {
        "running-engine-here"
    } else if of_engine.any(|pair| pair.split('|').next() == Some(engine)) {
        "running-engine-elsewhere"
    } else {
        "running-engine-never"
    }
}

fn engine_entry(text: Text, key: &str, known: Option<&str>) -> Entry {
    Entry {
        title: engine_name(key).to_owned(),
        note: known.map_or_else(String::new, |known| text.get(known).into_owned()),
        aliases: key.to_owned(),
        ..Entry::default()
    }
}

/// All controls in a card of their own, for the page that shows the estimate.
pub(in crate::pages) fn card(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    hosting: &SelfHosted,
) {
    let text = page.text;
    let title = text.format(
        "running-title",
        &[("option", Arg::from(option.name.clone()))],
    );
    page::card(ui, &title, &text.get("running-aid"), |ui| {
        page::columns(ui, 3, LEAST_COLUMN, |ui, place| {
            close_together(ui);
            match place {
                0 => engine_ui(ui, page, option, hosting),
                1 => weights_ui(ui, page, option, hosting),
                _ => cache_ui(ui, page, option, hosting),
            }
        });
        subtitle(ui, &text.about(option).get("running-accelerators"));
        page::columns(ui, 2, LEAST_FIGURES, |ui, place| {
            close_together(ui);
            match place {
                0 => {
                    let replica = ["gpus_per_replica", "pipeline_stages", "largest_batch"];
                    figures_ui(ui, page, owner(&option.id), &*hosting.serving, &replica);
                }
                _ => replicas_ui(ui, page, option),
            }
        });
    });
}

/// How many machines there are beside those that the load calls for.
fn replicas_ui(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption) {
    match &option.plan {
        Plan::RentedGpu(plan) => {
            let fields = ["minimum_replicas", "spare_replicas"];
            figures_ui(ui, page, owner(&option.id), &plan.rented, &fields);
        }
        Plan::OnPremises(plan) => {
            let fields = ["gpus_per_server", "minimum_servers", "spare_replicas"];
            figures_ui(ui, page, owner(&option.id), &plan.owned, &fields);
        }
        Plan::OnDevice(plan) => {
            figures_ui(ui, page, owner(&option.id), &plan.device, &["devices"]);
        }
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) | Plan::Cascade(_) => {}
    }
}

/// A label stands close above what it names.
pub(in crate::pages) fn close_together(ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = Look::of(ui).grid;
}

/// The engine.
pub(super) fn engine_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    hosting: &SelfHosted,
) {
    let text = page.text;
    let (keys, entries): (Vec<String>, Vec<Entry>) =
        engines(page, hosting.measured_as.device_class, &hosting.engine)
            .into_iter()
            .unzip();
    let chosen = keys.iter().position(|key| *key == hosting.engine);
    let picked = labelled(ui, text, "running-engine", chosen, &entries);
    // The help of the list is that of the chosen engine: how well its estimate is known.
    let known = chosen.and_then(|place| entries.get(place));
    let aid = text.get("running-engine-aid");
    note(ui, known.map_or(aid.as_ref(), |known| known.note.as_str()));
    if let Some(engine) = picked.and_then(|place| keys.into_iter().nth(place)) {
        page.act(Action::SetEngine {
            option: option.id.clone(),
            engine,
        });
    }
}

/// The format of the weights, of those that the model can have.
fn weights_ui(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, hosting: &SelfHosted) {
    let text = page.text;
    let model = option.model.as_ref();
    let model = model.map(|model| ModelId::new(model.id.as_str()));
    let entries = match &model {
        Some(model) => Source::of(page).formats(option.deployment(), model),
        None => Default::default(),
    };
    let chosen = entries
        .rows
        .iter()
        .position(|row| row.title == hosting.weight_format);
    if entries.rows.is_empty() {
        ui.label(Look::of(ui).note(text.get("running-weights")));
        ui.label(Look::of(ui).body(&hosting.weight_format));
        return;
    }
    let picked = labelled(ui, text, "running-weights", chosen, &entries.rows);
    note(ui, text.get("running-weights-aid"));
    let picked = picked.and_then(|place| entries.choices.get(place));
    if let (Some(Choice::Format(format)), Some(model)) = (picked, model) {
        page.act(Action::SetModel {
            option: option.id.clone(),
            model,
            format: *format,
        });
    }
}

/// The precision of the cache; where somebody entered its bytes, those.
pub(super) fn cache_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    hosting: &SelfHosted,
) {
    let text = page.text;
    let label = text.get("running-cache");
    let bits = cache_bits(page.session.catalogue(), option);
    let words = CACHE_BITS.map(|bits| text.format("running-cache-bits", &[("bits", bits.into())]));
    let words = words.each_ref().map(String::as_str);
    let place = bits.and_then(|bits| CACHE_BITS.iter().position(|one| *one == bits));
    ui.label(Look::of(ui).note(label.as_ref()));
    let chosen = place.unwrap_or(CACHE_BITS.len());
    let picked = choice::segmented(ui, &label, &words, chosen);
    match bits {
        Some(_) => note(ui, text.get("running-cache-aid")),
        None => {
            let serving = &hosting.serving;
            let bytes =
                serving.kv_cache_bytes_per_token.value + serving.window_cache_bytes_per_token.value;
            let bytes = Arg::Quantity(bytes, Unit::BYTES);
            note(ui, text.format("running-cache-own", &[("bytes", bytes)]));
        }
    }
    if let Some(bits) = picked.and_then(|place| CACHE_BITS.get(place)) {
        page.act(Action::SetCacheBits {
            option: option.id.clone(),
            bits: *bits,
        });
    }
}

/// A list under its label; the place of a newly picked entry.
pub(in crate::pages) fn labelled(
    ui: &mut Ui,
    text: Text,
    key: &str,
    chosen: Option<usize>,
    entries: &[Entry],
) -> Option<usize> {
    let label = text.get(key);
    let (search, nothing) = (text.get("button-search"), text.get("window-search-nothing"));
    let words = PickerWords {
        search: &search,
        nothing: &nothing,
    };
    let unchosen = text.get("button-choose");
    ui.label(Look::of(ui).note(label.as_ref()));
    picker::picker(ui, &label, chosen, &unchosen, entries, words)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn every_engine_that_was_measured_has_a_name() {
        let estimator = weighbridge_catalogue::measurements::estimator().unwrap();
        let engines = measured_engines(estimator);
        assert_eq!(engines.len(), ENGINES.len());
        for engine in engines {
            assert!(ENGINES.iter().any(|(key, _)| *key == engine), "{engine}");
        }
    }
}
