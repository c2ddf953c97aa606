//! Which model is timed, and what is known of it without running it.

use std::path::PathBuf;

use weighbridge_engine::serving::Shapes;
use weighbridge_gguf::{File, Format};
use weighbridge_inference::load::{LoadError, map, model_from_gguf};
use weighbridge_inference::synthetic::{self, Shape, SyntheticError};
use weighbridge_inference::tokenizer::{Tokenizer, TokenizerError};
use weighbridge_inference::{Config, Model, Tensor};
use weighbridge_units::{Describe, Message};

use super::faults;

/// What the weights of made-up models are drawn from.
const SEED: u64 = 1;

/// Which model is timed.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Wanted {
    /// One that is made up, for its speed alone.
    MadeUp {
        /// Its shape.
        shape: Shape,
        /// How its numbers are stored.
        format: Format,
    },
    /// A GGUF file.
    File(PathBuf),
}

/// Why a model cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Unusable {
    /// The file gives no model.
    #[error(transparent)]
    File(#[from] LoadError),
    /// It cannot be made up.
    #[error(transparent)]
    MadeUp(#[from] SyntheticError),
    /// Its vocabulary cannot be read, and a text was to be.
    #[error(transparent)]
    Vocabulary(#[from] TokenizerError),
    /// It knows no words: a made-up model cannot read a text.
    #[error("a made-up model has no vocabulary")]
    NoVocabulary,
}

/// What is known of a model without running it.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelFacts {
    /// Its name, for people.
    pub name: String,
    /// Whether its weights are made up.
    pub is_synthetic: bool,
    /// The name of a published model of exactly these shapes, where there is one.
    pub stands_for: Option<&'static str>,
    /// Its shapes as the estimator takes them.
    pub shapes: Shapes,
    /// Its shapes as it is run.
    pub config: Config,
    /// The format that most of its numbers are stored in.
    pub format: Format,
    /// Bits of a weight on average, as stored.
    pub weight_bits: f64,
    /// Bytes of all weights.
    pub weight_bytes: u64,
    /// Bytes of weights that every written token reads.
    pub bytes_a_token: u64,
}

/// Published models of exactly the shapes that stand ready, as measurements name them.
const PUBLISHED: [(&str, &str); 3] = [
    ("1B", "Llama-3.2-1B"),
    ("3B", "Llama-3.2-3B"),
    ("8B", "Llama-3.1-8B"),
];

impl Wanted {
    /// The number format that a made-up model is in, and what its weights are drawn from; none of a
    /// file, whose matrices may differ.
    pub fn made_up(&self) -> Option<(Format, u64)> {
        match self {
            Wanted::MadeUp { format, .. } => Some((*format, SEED)),
            Wanted::File(_) => None,
        }
    }

    /// Makes the model, or maps it.
    ///
    /// # Errors
    /// [`Unusable`] with the reason why there is none.
    pub fn model(&self) -> Result<Model, Unusable> {
        Ok(match self {
            Wanted::MadeUp { shape, format } => synthetic::model(shape, *format, SEED)?,
            Wanted::File(path) => model_from_gguf(&map(path)?)?,
        })
    }

    /// What is known of it; no weights are made or read.
    ///
    /// # Errors
    /// [`Unusable`] where there is no such model.
    pub fn facts(&self) -> Result<ModelFacts, Unusable> {
        match self {
            Wanted::File(_) => Ok(ModelFacts::of(&self.model()?)),
            Wanted::MadeUp { shape, format } => ModelFacts::of_shape(shape, *format),
        }
    }

    /// What turns text into tokens and back.
    ///
    /// # Errors
    /// [`Unusable`] where it is made up, or its vocabulary cannot be read.
    pub fn tokenizer(&self) -> Result<Tokenizer, Unusable> {
        let Wanted::File(path) = self else {
            return Err(Unusable::NoVocabulary);
        };
        let bytes = map(path)?;
        let file = File::read((*bytes).as_ref()).map_err(LoadError::from)?;
        Ok(Tokenizer::from_gguf(&file)?)
    }

    /// The same in terms that can be sent to another process.
    pub fn for_child(&self) -> weighbridge_latency::gpu::ModelWanted {
        use weighbridge_latency::gpu::{ModelWanted, SyntheticShape};
        match self {
            Wanted::MadeUp { shape, format } => ModelWanted::Synthetic {
                shape: SyntheticShape::of(shape),
                format: format.name().to_owned(),
                seed: SEED,
            },
            Wanted::File(path) => ModelWanted::File(path.clone()),
        }
    }
}

impl ModelFacts {
    /// What is known of a model.
    pub fn of(model: &Model) -> ModelFacts {
        let numbers = |tensor: &Tensor| tensor.rows * tensor.columns;
        let tensors = model.tensors();
        let parameters: usize = tensors.iter().map(|tensor| numbers(tensor)).sum();
        let stored_in = |format: &Format| {
            let such = tensors.iter().filter(|tensor| tensor.format == *format);
            such.map(|tensor| numbers(tensor)).sum::<usize>()
        };
        let most = Format::ALL.into_iter().max_by_key(stored_in);
        ModelFacts::new(
            model.name.clone(),
            model.is_synthetic,
            &model.config,
            most.unwrap_or(Format::F32),
            parameters as f64,
            (model.weight_bytes() as u64, model.bytes_a_token() as u64),
        )
    }

    fn of_shape(shape: &Shape, format: Format) -> Result<ModelFacts, Unusable> {
        let bytes = shape.weight_bytes(format)? as u64;
        let config = &shape.config;
        // The same matrices in a format of four bytes a number, which any row is whole in.
        let parameters = shape.weight_bytes(Format::F32)? as f64 / 4.0;
        let row = format.row_bytes(config.hidden).unwrap_or(0);
        let embedding = row * config.vocabulary;
        let bytes_a_token = match shape.is_tied {
            true => bytes,
            false => bytes - embedding as u64 + row as u64,
        };
        let name = shape.name.clone();
        let sizes = (bytes, bytes_a_token);
        let mut facts = ModelFacts::new(name, true, config, format, parameters, sizes);
        let published = PUBLISHED.into_iter().find(|(name, _)| *name == shape.name);
        facts.stands_for = published.map(|(_, model)| model);
        Ok(facts)
    }

    fn new(
        name: String,
        is_synthetic: bool,
        config: &Config,
        format: Format,
        parameters: f64,
        (weight_bytes, bytes_a_token): (u64, u64),
    ) -> ModelFacts {
        let attention = &config.attention;
        let window = attention.window.as_ref();
        let windowed = window.map_or(0, |window| {
            window.layers.iter().filter(|layer| **layer).count()
        });
        let billion = parameters / 1e9;
        ModelFacts {
            name,
            is_synthetic,
            stands_for: None,
            shapes: Shapes {
                parameters_billion: billion,
                active_billion: billion,
                // What a token does not read is the table it was looked up in.
                embedding_billion: match bytes_a_token < weight_bytes {
                    true => (config.vocabulary * config.hidden) as f64 / 1e9,
                    false => 0.0,
                },
                layers: config.layers as f64,
                hidden: config.hidden as f64,
                heads: Some(attention.heads as f64),
                cache_elements: (2 * attention.key_value_heads * attention.head_size) as f64,
                windowed_layers: windowed as f64,
                window_tokens: window.map_or(0.0, |window| window.tokens as f64),
                experts: 0.0,
                experts_per_token: 0.0,
            },
            config: config.clone(),
            format,
            weight_bits: 8.0 * weight_bytes as f64 / parameters.max(1.0),
            weight_bytes,
            bytes_a_token,
        }
    }
}

impl Describe for Unusable {
    fn message(&self) -> Message {
        match self {
            Unusable::File(error) => faults::of_load(error),
            Unusable::MadeUp(error) => faults::of_synthetic(error),
            Unusable::Vocabulary(error) => faults::of_tokenizer(error),
            Unusable::NoVocabulary => Message::new("latency-model-no-vocabulary"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn what_is_known_before_is_what_the_model_has() {
        let mut shape = Shape::of_name("15M").unwrap();
        for is_tied in [true, false] {
            shape.is_tied = is_tied;
            let format = Format::Q8_0;
            let wanted = Wanted::MadeUp {
                shape: shape.clone(),
                format,
            };
            let before = wanted.facts().unwrap();
            let model = wanted.model().unwrap();
            assert_eq!(before, ModelFacts::of(&model));
            // 8 bits and a scale of 16 for 32 numbers, norms in 32.
            assert!(
                (before.weight_bits - 8.5).abs() < 0.02,
                "{}",
                before.weight_bits
            );
        }
        assert!(
            (ModelFacts::of(
                &Wanted::MadeUp {
                    shape: Shape::of_name("15M").unwrap(),
                    format: Format::F16,
                }
                .model()
                .unwrap()
            )
            .shapes
            .parameters_billion
                - 0.0152)
                .abs()
                < 0.0001
        );
    }

    #[test]
    fn published_models_have_the_shapes_they_are_named_for() {
        let models = weighbridge_catalogue::measurements::models().unwrap();
        for (shape, name) in PUBLISHED {
            let shape = Shape::of_name(shape).unwrap();
            let wanted = Wanted::MadeUp {
                shape,
                format: Format::Q8_0,
            };
            let facts = wanted.facts().unwrap();
            let known = models.get(name).unwrap();
            let own = &facts.shapes;
            assert_eq!(facts.stands_for, Some(name));
            assert_eq!(own.layers, known.layers, "{name}");
            assert_eq!(own.hidden, known.hidden, "{name}");
            assert_eq!(own.cache_elements, known.cache_elements, "{name}");
            let ratio = own.parameters_billion / known.parameters_billion;
            assert!((ratio - 1.0).abs() < 0.01, "{name}: {ratio}");
        }
    }
}
