//! From a measurement in its file's words to one that the estimator can be corrected by.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use weighbridge_engine::catalogue::{Catalogue, fold};
use weighbridge_engine::serving::fit::Observation;
use weighbridge_engine::serving::{Case, Device, Impossible, Quantity, Shapes};
use weighbridge_units::{Arg, Describe, Message};

use super::precision;
use super::row::{Load, Measurement, Tool};
use crate::built_in::measurement_file;
use crate::measurements::table::year;
use crate::measurements::{self, Names, engine_key};

/// A measurement whose model and hardware are known.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// What the estimator takes.
    pub observation: Observation,
    /// What the file left open and was taken as it usually is.
    pub assumed: Vec<Assumed>,
}

/// What was assumed because a file leaves it open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Assumed {
    /// Weights in the format in which the model is published.
    WeightsAsPublished {
        /// Average bits of a weight.
        bits: f64,
    },
    /// The cache's precision.
    CacheBits {
        /// Bits of an element.
        bits: f64,
    },
    /// Every layer is split across all accelerators.
    SplitAcrossAll {
        /// Accelerators.
        accelerators: u32,
    },
}

/// Why a measurement cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub enum Unresolved {
    /// Nobody says which model.
    NoModel,
    /// No model is called so.
    UnknownModel {
        /// The name.
        name: String,
        /// Names that are near.
        near: Vec<String>,
    },
    /// Nobody says on what it ran.
    NoHardware,
    /// No hardware is called so.
    UnknownHardware {
        /// The name.
        name: String,
        /// Names that are near.
        near: Vec<String>,
    },
    /// Nobody says on how many accelerators.
    NoCount,
    /// Nobody says in which format the weights were.
    NoWeights,
    /// Nobody says which engine.
    NoEngine,
    /// Nobody says under which load.
    NoLoad,
    /// Nobody says how long prompts and answers were.
    NoLengths,
    /// Some layers were computed by the processor.
    PartlyOnProcessor {
        /// Layers on the accelerator.
        layers: u32,
        /// Layers in all.
        of: u32,
    },
    /// It would be faster than the weights can be read: something in the file is not as it seems.
    FasterThanMemory,
    /// The case cannot be.
    Impossible(Impossible),
    /// The built-in tables cannot be read.
    Tables,
}

/// The observation of a measurement; see [`resolve`].
///
/// # Errors
/// [`Unresolved`] with the first reason.
pub fn to_observation(row: &Measurement, catalogue: &Catalogue) -> Result<Observation, Unresolved> {
    resolve(row, catalogue).map(|resolved| resolved.observation)
}

/// Finds model and hardware of a measurement, and says what had to be assumed.
///
/// Names are looked up among spellings that tools are known to use, among what was measured and in
/// the catalogue.
/// Where a file leaves the format of weights open, the one in which the model is published is
/// taken; a model of which that is not known has no observation.
///
/// # Errors
/// [`Unresolved`] with the first reason.
pub fn resolve(row: &Measurement, catalogue: &Catalogue) -> Result<Resolved, Unresolved> {
    let names = Names {
        devices: measurements::devices().map_err(|_| Unresolved::Tables)?,
        models: measurements::models().map_err(|_| Unresolved::Tables)?,
        aliases: measurements::aliases().map_err(|_| Unresolved::Tables)?,
        catalogue: Some(catalogue),
    };
    let mut assumed = Vec::new();
    let device = device(row, &names, catalogue)?;
    let (model, known, published) = model(row, &names, catalogue)?;
    if let Some(layers) = row
        .gpu_layers
        .filter(|layers| f64::from(*layers) < known.layers)
    {
        let of = known.layers as u32;
        return Err(Unresolved::PartlyOnProcessor { layers, of });
    }
    let engine = row.engine.as_deref().ok_or(Unresolved::NoEngine)?;
    let weight_bits = match (row.weight_bits, published) {
        (Some(bits), _) => of_checkpoint(&model, bits),
        (None, Some(bits)) => {
            let bits = of_checkpoint(&model, bits);
            assumed.push(Assumed::WeightsAsPublished { bits });
            bits
        }
        (None, None) => return Err(Unresolved::NoWeights),
    };
    let cache_bits = row.cache_bits.unwrap_or_else(|| {
        let bits = usual_cache_bits(row, weight_bits);
        assumed.push(Assumed::CacheBits { bits });
        bits
    });
    let accelerators = row.accelerators.ok_or(Unresolved::NoCount)?;
    let tensor_parallel = row.tensor_parallel.unwrap_or_else(|| {
        if accelerators > 1 {
            assumed.push(Assumed::SplitAcrossAll { accelerators });
        }
        accelerators
    });
    let (Some(input), Some(output)) = (row.input_tokens, row.output_tokens) else {
        return Err(Unresolved::NoLengths);
    };
    let concurrency = match (row.load, row.quantity) {
        (Load::AsMuchAsFits, _) | (_, Quantity::Saturated) => 0.0,
        (load, _) => load.at_once().ok_or(Unresolved::NoLoad)?,
    };
    let mut conditions = row.conditions;
    let ways = f64::from(tensor_parallel);
    conditions.split_experts = known.experts > 0.0
        && row
            .expert_parallel
            .is_some_and(|ways_whole| ways >= 2.0 * f64::from(ways_whole));
    let case = Case {
        quantity: row.quantity,
        engine: engine_of(engine),
        engine_version: row.engine_version.clone().unwrap_or_default(),
        year: year(row.date.as_deref().unwrap_or_default()),
        model,
        shapes: known,
        device,
        weight_bits,
        cache_bits,
        accelerators: f64::from(accelerators),
        tensor_parallel: ways,
        pipeline_parallel: f64::from(row.pipeline_parallel),
        expert_groups: 1.0,
        input_tokens: input,
        output_tokens: output,
        concurrency,
        conditions,
    };
    case.check().map_err(Unresolved::Impossible)?;
    let observation = Observation {
        case,
        value: row.value,
    };
    if is_faster_than_memory(&observation) {
        return Err(Unresolved::FasterThanMemory);
    }
    Ok(Resolved {
        observation,
        assumed,
    })
}

/// The estimator's key of an engine.
fn engine_of(name: &str) -> String {
    match name.trim().to_ascii_lowercase().as_str() {
        "trt" | "trtllm" | "trt-llm" | "tensorrtllm" | "tensorrt_llm" => "tensorrt-llm".to_owned(),
        name => engine_key(name),
    }
}

/// Bits of the published checkpoints of models whose parts differ in precision: their file's size
/// times eight by their parameters.
///
/// # Source
/// `weight_bits` of these models in `presets/measurements/published.csv`.
fn of_checkpoint(model: &str, bits: f64) -> f64 {
    const FOUR: std::ops::RangeInclusive<f64> = 4.0..=4.7;
    match model {
        "gpt-oss-120b" if FOUR.contains(&bits) => 4.34,
        "gpt-oss-20b" if FOUR.contains(&bits) => 4.63,
        _ => bits,
    }
}

/// InferenceX keeps the cache in 8 bits wherever weights have no more; other tools leave the
/// engine's first setting, which is 16.
fn usual_cache_bits(row: &Measurement, weight_bits: f64) -> f64 {
    match row.source.tool {
        Tool::InferenceX if weight_bits <= 8.0 => 8.0,
        _ => 16.0,
    }
}

/// Whether a figure for one user would need the weights to be read faster than memory gives them,
/// with a twentieth for rounded data sheets.
pub fn is_faster_than_memory(observation: &Observation) -> bool {
    let case = &observation.case;
    let seconds = match case.quantity {
        Quantity::DecodeAlone => 1.0 / observation.value,
        Quantity::InterToken => observation.value / 1e3,
        _ => return false,
    };
    let gigabytes = case.shapes.active_billion * case.weight_bits / 8.0;
    let fastest = gigabytes / (case.device.bandwidth_gb_s * case.tensor_parallel);
    seconds < fastest / 1.05
}

#[derive(Debug, Deserialize)]
struct Spelling {
    kind: String,
    written: String,
    measured: String,
}

/// Spellings of tools, folded, each with what it stands for; hardware and models apart.
type Spellings = BTreeMap<String, String>;

pub(crate) fn spellings(kind: &str) -> &'static Spellings {
    static BOTH: LazyLock<[Spellings; 2]> = LazyLock::new(|| {
        let text = measurement_file("spellings.csv").unwrap_or_default();
        let read: Vec<Spelling> = csv::Reader::from_reader(text.as_bytes())
            .deserialize()
            .filter_map(Result::ok)
            .collect();
        ["hardware", "model"].map(|kind| {
            let of_kind = read.iter().filter(|spelling| spelling.kind == kind);
            of_kind
                .map(|spelling| (fold(&spelling.written), spelling.measured.clone()))
                .collect()
        })
    });
    &BOTH[usize::from(kind == "model")]
}

/// Words that makers put into names and others leave out.
pub(crate) const MAKERS_WORDS: [&str; 8] = [
    "NVIDIA", "AMD", "Intel", "GeForce", "(TM)", "(R)", "Instinct", "Graphics",
];

fn device(
    row: &Measurement,
    names: &Names<'_>,
    catalogue: &Catalogue,
) -> Result<Device, Unresolved> {
    let written = row.hardware.as_deref().ok_or(Unresolved::NoHardware)?;
    let short = MAKERS_WORDS
        .iter()
        .fold(written.to_owned(), |name, word| name.replace(word, ""));
    let mut candidates = vec![written, short.as_str()];
    if row.source.tool == Tool::InferenceX {
        // Its runners are called after their hardware and who lends it, as `h200-nb`.
        candidates.extend(written.split(['-', '_']).next());
    }
    let found = candidates.iter().find_map(|name| {
        let folded = fold(name);
        let measured = spellings("hardware").get(&folded);
        let by_id = || names.devices.keys().find(|id| fold(id) == folded);
        measured
            .or_else(by_id)
            .and_then(|id| names.device(id))
            .or_else(|| names.device(name))
    });
    found.ok_or_else(|| Unresolved::UnknownHardware {
        name: written.to_owned(),
        near: near(catalogue.search_hardware(short.trim()), |record| {
            &record.name
        }),
    })
}

/// Names of the first few records found.
fn near<'a, R>(found: Vec<&'a R>, name: impl Fn(&'a R) -> &'a String) -> Vec<String> {
    found.into_iter().take(3).map(name).cloned().collect()
}

/// The model by the name under which it was measured or its id, its shapes, and the bits of the
/// weights as they are published.
fn model(
    row: &Measurement,
    names: &Names<'_>,
    catalogue: &Catalogue,
) -> Result<(String, Shapes, Option<f64>), Unresolved> {
    let written = row.model.as_deref().ok_or(Unresolved::NoModel)?;
    let file = written.rsplit(['/', '\\']).next().unwrap_or(written);
    let bare = without_format(file);
    let candidates = [written, file, bare];
    for name in candidates {
        let folded = fold(name);
        let record = catalogue.model(name);
        let published = record
            .and_then(|record| record.native_format)
            .map(|format| format.bits_per_weight());
        let known = spellings("model");
        let spelt = known
            .get(&folded)
            .or_else(|| known.get(&fold(record?.id.as_str())));
        let by_name = || names.models.keys().find(|id| fold(id) == folded);
        let found = spelt
            .or_else(by_name)
            .and_then(|id| names.model(id))
            .or_else(|| names.model(name));
        if let Some((id, shapes)) = found {
            let published = published.or_else(|| {
                let format = catalogue.model(&id)?.native_format?;
                Some(format.bits_per_weight())
            });
            return Ok((id, shapes, published));
        }
    }
    if let Some((id, shapes)) = by_size(row, file, names) {
        return Ok((id, shapes, None));
    }
    Err(Unresolved::UnknownModel {
        name: written.to_owned(),
        near: near(catalogue.search_models(bare), |record| &record.name),
    })
}

/// A name without what its end says of the format of weights, as `-Q4_K_M.gguf` or `-FP8-dynamic`.
fn without_format(name: &str) -> &str {
    let mut bare = name.strip_suffix(".gguf").unwrap_or(name);
    let mut rest = bare;
    while let Some((start, end)) = rest.rsplit_once(['-', '.', '_', ':']) {
        let is_format = precision::of_format(end).is_some() || is_quantity(end);
        if start.is_empty() || !(is_format || is_beside_a_format(end)) {
            break;
        }
        rest = start;
        if is_format {
            bare = rest;
        }
    }
    // Words that stand before the format, as in `quantized.w4a16`.
    bare.strip_suffix("-quantized").unwrap_or(bare)
}

/// Whether a word is the number of a format of GGUF: `Q4`, `IQ3`.
fn is_quantity(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let digits = word.strip_prefix("iq").or_else(|| word.strip_prefix('q'));
    digits.is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
    })
}

/// Whether a word may stand behind a format: the `K` and `M` of `Q4_K_M`.
fn is_beside_a_format(word: &str) -> bool {
    let words = ["k", "xs", "s", "m", "l", "xl", "0", "1", "dynamic"];
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// What architectures of llama.cpp are called among models that were measured.
const FAMILIES: [(&str, &[&str]); 6] = [
    ("llama", &["llama", "mistral", "mixtral"]),
    ("qwen2", &["qwen2"]),
    ("qwen3", &["qwen3"]),
    ("qwen3moe", &["qwen3"]),
    ("deepseek2", &["deepseek"]),
    ("gpt-oss", &["gptoss"]),
];

/// The one measured model of a family that has as many parameters as the file says, to half a
/// hundredth: `llama 8B Q4_K - Medium` with 8.03 · 10⁹ can be but one.
fn by_size(row: &Measurement, written: &str, names: &Names<'_>) -> Option<(String, Shapes)> {
    let parameters = row.parameters_billion?;
    let word = written.split(' ').next()?.to_ascii_lowercase();
    let (_, beginnings) = FAMILIES.iter().find(|(family, _)| *family == word)?;
    let mut found = names.models.iter().filter(|(id, shapes)| {
        let id = fold(id);
        beginnings.iter().any(|beginning| id.starts_with(beginning))
            && (shapes.parameters_billion / parameters - 1.0).abs() < 0.005
    });
    let first = found.next()?;
    let other = found.next();
    other.is_none().then(|| (first.0.clone(), *first.1))
}

impl Unresolved {
    /// The key of its message.
    pub const fn key(&self) -> &'static str {
        match self {
            Unresolved::NoModel => "import-unresolved-no-model",
            Unresolved::UnknownModel { .. } => "import-unresolved-model",
            Unresolved::NoHardware => "import-unresolved-no-hardware",
            Unresolved::UnknownHardware { .. } => "import-unresolved-hardware",
            Unresolved::NoCount => "import-unresolved-no-count",
            Unresolved::NoWeights => "import-unresolved-no-weights",
            Unresolved::NoEngine => "import-unresolved-no-engine",
            Unresolved::NoLoad => "import-unresolved-no-load",
            Unresolved::NoLengths => "import-unresolved-no-lengths",
            Unresolved::PartlyOnProcessor { .. } => "import-unresolved-partly-on-processor",
            Unresolved::FasterThanMemory => "import-unresolved-faster-than-memory",
            Unresolved::Impossible(_) => "import-unresolved-impossible",
            Unresolved::Tables => "import-unresolved-tables",
        }
    }
}

impl Describe for Unresolved {
    fn message(&self) -> Message {
        let message = Message::new(self.key());
        match self {
            Unresolved::UnknownModel { name, near }
            | Unresolved::UnknownHardware { name, near } => {
                let message = message.with("name", name.clone());
                if near.is_empty() {
                    return message.with("near", Arg::key("import-nothing-near"));
                }
                message.with("near", Arg::texts(near.clone()))
            }
            Unresolved::PartlyOnProcessor { layers, of } => {
                message.with("layers", *layers).with("of", *of)
            }
            Unresolved::Impossible(reason) => message.with("reason", reason.message()),
            _ => message,
        }
    }
}

impl Assumed {
    /// The stable key.
    pub const fn key(&self) -> &'static str {
        match self {
            Assumed::WeightsAsPublished { .. } => "import-assumed-weights",
            Assumed::CacheBits { .. } => "import-assumed-cache",
            Assumed::SplitAcrossAll { .. } => "import-assumed-split",
        }
    }
}

impl Describe for Assumed {
    fn message(&self) -> Message {
        let message = Message::new(self.key());
        match self {
            Assumed::WeightsAsPublished { bits } | Assumed::CacheBits { bits } => {
                message.with("bits", *bits)
            }
            Assumed::SplitAcrossAll { accelerators } => message.with("count", *accelerators),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_format_and_nothing_else() {
        for (name, expected) in [
            ("Llama-3.1-8B-Instruct-Q4_K_M.gguf", "Llama-3.1-8B-Instruct"),
            ("Qwen3-8B-UD-IQ3_XS", "Qwen3-8B-UD"),
            ("Meta-Llama-3.1-8B-FP8-dynamic", "Meta-Llama-3.1-8B"),
            ("Qwen3-8B-quantized.w4a16", "Qwen3-8B"),
            ("phi-1", "phi-1"),
            ("model-m", "model-m"),
            ("-Q4_0", "-Q4_0"),
            ("", ""),
        ] {
            assert_eq!(without_format(name), expected);
        }
    }

    #[test]
    fn every_spelling_stands_for_something_measured() {
        let (Ok(devices), Ok(models)) = (measurements::devices(), measurements::models()) else {
            panic!("the tables are read in other tests");
        };
        assert!(spellings("hardware").len() > 30 && spellings("model").len() > 10);
        for (written, id) in spellings("hardware") {
            assert!(devices.contains_key(id), "{written}: {id}");
        }
        for (written, name) in spellings("model") {
            assert!(models.contains_key(name), "{written}: {name}");
        }
    }
}
