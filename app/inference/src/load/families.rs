//! What the metadata of a file say about its model, family by family.
//!
//! # Source
//! The keys are those of the GGUF specification; what is meant where one is missing, and what a
//! family does without saying, is taken from llama.cpp's loaders (`src/llama-model.cpp`,
//! `src/models/`).

use weighbridge_gguf::{Fault, File, GgufError, Value};

use super::tensors::Tensors;
use super::{Feature, LoadError};
use crate::config::{Activation, Attention, Config, Family, RopePairs, Window};

/// Keys of one architecture.
struct Keys<'a> {
    file: &'a File<'a>,
    architecture: &'a str,
}

/// More than any model has, and little enough to count with.
const MOST: u64 = 1 << 24;

impl Keys<'_> {
    fn key(&self, name: &str) -> String {
        format!("{}.{name}", self.architecture)
    }

    fn missing(&self, name: &str) -> GgufError {
        self.file.fault(&self.key(name), Fault::Missing)
    }

    /// A size, or a list of the same size for every layer.
    fn size(&self, name: &str) -> Result<Option<usize>, LoadError> {
        let key = self.key(name);
        let number = match self.file.get(&key) {
            Some(Value::List(list)) => {
                let mut sizes = list.values().map(|value| value.whole());
                let first = sizes.next().flatten();
                if sizes.any(|size| size != first) {
                    let what = Feature::DifferentLayers { key };
                    return Err(LoadError::Unsupported { what });
                }
                first
            }
            _ => self.file.whole(&key)?,
        };
        match number {
            Some(number) if number == 0 || number > MOST => Err(LoadError::Number {
                key,
                number: number.to_string(),
            }),
            number => Ok(number.map(|number| number as usize)),
        }
    }

    fn needed(&self, name: &str) -> Result<usize, LoadError> {
        self.size(name)?.ok_or_else(|| self.missing(name).into())
    }

    fn number(&self, name: &str) -> Result<Option<f32>, LoadError> {
        let key = self.key(name);
        match self.file.number(&key)? {
            Some(number) if !number.is_finite() || number < 0.0 => Err(LoadError::Number {
                key,
                number: number.to_string(),
            }),
            number => Ok(number.map(|number| number as f32)),
        }
    }

    /// A number that is divided by; nought means that there is none.
    fn divisor(&self, name: &str) -> Result<Option<f32>, LoadError> {
        Ok(self.number(name)?.filter(|number| *number > 0.0))
    }
}

pub(super) fn config(
    file: &File,
    architecture: &str,
    family: Family,
    tensors: &mut Tensors,
) -> Result<Config, LoadError> {
    let keys = Keys { file, architecture };
    if let Some(experts) = keys.file.whole(&keys.key("expert_count"))?
        && experts > 0
    {
        let what = Feature::Experts(experts);
        return Err(LoadError::Unsupported { what });
    }
    let hidden = keys.needed("embedding_length")?;
    let layers = keys.needed("block_count")?;
    if layers > file.tensors().len() {
        let name = format!("blk.{}.attn_norm.weight", layers - 1);
        return Err(LoadError::Missing { name });
    }
    let (vocabulary, _) = tensors.sizes("token_embd.weight")?;
    let gemma = matches!(family, Family::Gemma2 | Family::Gemma3);
    let attention = attention(&keys, family, hidden, layers, tensors)?;
    let mut context = keys.needed("context_length")?;
    if attention.rope_factors.is_some() && family == Family::Phi3 {
        // Beyond it other factors hold, for every token of the sequence.
        context = context.min(
            keys.size("rope.scaling.original_context_length")?
                .unwrap_or(context),
        );
    }
    let epsilon = "attention.layer_norm_rms_epsilon";
    Ok(Config {
        family,
        vocabulary: vocabulary as usize,
        hidden,
        feed_forward: keys.needed("feed_forward_length")?,
        layers,
        context,
        attention,
        norm_epsilon: keys.number(epsilon)?.ok_or_else(|| keys.missing(epsilon))?,
        activation: match gemma {
            true => Activation::Gelu,
            false => Activation::Silu,
        },
        norms_outputs: gemma,
        embedding_scale: match gemma {
            true => (hidden as f32).sqrt(),
            false => 1.0,
        },
        logit_cap: match family {
            Family::Gemma2 => cap(keys.number("final_logit_softcapping")?.unwrap_or(30.0)),
            Family::Gemma3 => keys.divisor("final_logit_softcapping")?,
            _ => None,
        },
    })
}

fn cap(number: f32) -> Option<f32> {
    (number > 0.0).then_some(number)
}

fn attention(
    keys: &Keys,
    family: Family,
    hidden: usize,
    layers: usize,
    tensors: &mut Tensors,
) -> Result<Attention, LoadError> {
    let heads = keys.needed("attention.head_count")?;
    let key_value_heads = keys.size("attention.head_count_kv")?.unwrap_or(heads);
    let head_size = keys.size("attention.key_length")?.unwrap_or(hidden / heads);
    let value_size = keys.size("attention.value_length")?.unwrap_or(head_size);
    if value_size != head_size {
        let what = Feature::ValueLength {
            values: value_size,
            keys: head_size,
        };
        return Err(LoadError::Unsupported { what });
    }
    let rope_dimensions = keys.size("rope.dimension_count")?.unwrap_or(head_size);
    let odd = |key: &str, number: usize| LoadError::Number {
        key: keys.key(key),
        number: number.to_string(),
    };
    if !heads.is_multiple_of(key_value_heads) {
        return Err(odd("attention.head_count_kv", key_value_heads));
    }
    if head_size == 0 {
        return Err(odd("attention.head_count", heads));
    }
    if rope_dimensions > head_size || !rope_dimensions.is_multiple_of(2) {
        return Err(odd("rope.dimension_count", rope_dimensions));
    }
    let rope_base = keys.divisor("rope.freq_base")?.unwrap_or(10_000.0);
    let rope_scale = rope_scale(keys)?;
    // The largest Gemmas scale by the width of a layer over its heads, which is not a head's.
    let scaled = match (family, layers) {
        (Family::Gemma2, 46) | (Family::Gemma3, 62) => hidden / heads,
        _ => head_size,
    };
    Ok(Attention {
        heads,
        key_value_heads,
        head_size,
        scale: 1.0 / (scaled as f32).sqrt(),
        score_cap: match family {
            Family::Gemma2 => cap(keys.number("attn_logit_softcapping")?.unwrap_or(50.0)),
            _ => None,
        },
        norms_heads: matches!(family, Family::Qwen3 | Family::Gemma3),
        rope_dimensions,
        rope_base,
        rope_scale,
        rope_factors: rope_factors(family, rope_dimensions, tensors)?,
        rope_magnitude: keys.divisor("rope.scaling.attn_factor")?.unwrap_or(1.0),
        rope_pairs: match family {
            Family::Llama => RopePairs::Adjacent,
            _ => RopePairs::Halves,
        },
        window: window(keys, family, layers, rope_base, rope_scale)?,
    })
}

fn rope_scale(keys: &Keys) -> Result<f32, LoadError> {
    let kind = keys.file.text(&keys.key("rope.scaling.type"))?;
    match kind.unwrap_or("linear") {
        "none" => Ok(1.0),
        "linear" | "longrope" => {
            let factor = match keys.divisor("rope.scaling.factor")? {
                None => keys.divisor("rope.scale_linear")?,
                factor => factor,
            };
            Ok(factor.unwrap_or(1.0))
        }
        other => {
            let kind = other.chars().take(80).collect();
            let what = Feature::Positions { kind };
            Err(LoadError::Unsupported { what })
        }
    }
}

/// Factors of Llama 3.1 and later, or those of Phi-3 for sequences no longer than it first knew.
fn rope_factors(
    family: Family,
    rope_dimensions: usize,
    tensors: &mut Tensors,
) -> Result<Option<Vec<f32>>, LoadError> {
    let name = match family {
        Family::Phi3 => "rope_factors_short.weight",
        _ => "rope_freqs.weight",
    };
    tensors.pass_over("rope_factors_long.weight");
    let factors = tensors.numbers(name, rope_dimensions / 2)?;
    match factors
        .iter()
        .flatten()
        .find(|f| !(f.is_finite() && **f > 0.0))
    {
        Some(factor) => Err(LoadError::Number {
            key: name.to_owned(),
            number: factor.to_string(),
        }),
        None => Ok(factors),
    }
}

fn window(
    keys: &Keys,
    family: Family,
    layers: usize,
    rope_base: f32,
    rope_scale: f32,
) -> Result<Option<Window>, LoadError> {
    // Every so many layers one attends to everything; other families' windows are not honoured by
    // llama.cpp either.
    let (tokens, every) = match family {
        Family::Gemma2 => (Some(4096), 2),
        Family::Gemma3 => (None, 6),
        _ => return Ok(None),
    };
    let key = keys.key("attention.sliding_window");
    let tokens = match keys.file.whole(&key)? {
        Some(0) => None,
        Some(_) => keys.size("attention.sliding_window")?,
        None => tokens,
    };
    let Some(tokens) = tokens else {
        return Ok(None);
    };
    let pattern = keys.key("attention.sliding_window_pattern");
    let of_layers = match keys.file.get(&pattern) {
        Some(Value::List(list)) => {
            let has_window = |value| match value {
                Value::Truth(truth) => truth,
                other => other.whole().is_some_and(|number| number > 0),
            };
            let mut of_layers: Vec<bool> = list.values().take(layers).map(has_window).collect();
            of_layers.resize(layers, false);
            of_layers
        }
        _ => {
            let every = keys
                .size("attention.sliding_window_pattern")?
                .unwrap_or(every);
            (0..layers).map(|layer| layer % every < every - 1).collect()
        }
    };
    let (base, scale) = match family {
        Family::Gemma2 => (rope_base, rope_scale),
        _ => (10_000.0, 1.0),
    };
    Ok(Some(Window {
        tokens,
        layers: of_layers,
        rope_base: keys.divisor("rope.freq_base_swa")?.unwrap_or(base),
        rope_scale: scale,
    }))
}
