//! Which model is to be run, in terms that can be sent to another process.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use weighbridge_gguf::Format;
use weighbridge_inference::synthetic::{self, Shape};
use weighbridge_inference::{Config, Model, load};
use weighbridge_units::Message;

/// Which model is to be run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ModelWanted {
    /// One that is made up from a seed.
    Synthetic {
        /// Its shape.
        shape: SyntheticShape,
        /// The name of its format, as `Q8_0`.
        format: String,
        /// What its weights are drawn from.
        seed: u64,
    },
    /// A GGUF file.
    File(PathBuf),
}

/// A Llama-like shape.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SyntheticShape {
    /// Its name.
    pub name: String,
    /// Tokens that it knows.
    pub vocabulary: usize,
    /// Width of a layer's input.
    pub hidden: usize,
    /// Width inside the feed-forward part.
    pub feed_forward: usize,
    /// Layers.
    pub layers: usize,
    /// Query heads.
    pub heads: usize,
    /// Key-value heads.
    pub key_value_heads: usize,
    /// Width of a head.
    pub head_size: usize,
    /// Whether the embedding makes the logits too.
    pub is_tied: bool,
}

impl SyntheticShape {
    /// The sizes of a shape; what its family does differently stays behind.
    pub fn of(shape: &Shape) -> SyntheticShape {
        let config = &shape.config;
        SyntheticShape {
            name: shape.name.clone(),
            vocabulary: config.vocabulary,
            hidden: config.hidden,
            feed_forward: config.feed_forward,
            layers: config.layers,
            heads: config.attention.heads,
            key_value_heads: config.attention.key_value_heads,
            head_size: config.attention.head_size,
            is_tied: shape.is_tied,
        }
    }

    fn shape(&self) -> Shape {
        let mut config = Config::llama(
            self.vocabulary,
            self.hidden,
            self.feed_forward,
            self.layers,
            self.heads.max(1),
            self.key_value_heads,
        );
        config.attention.head_size = self.head_size;
        config.attention.rope_dimensions = self.head_size;
        config.attention.scale = 1.0 / (self.head_size as f32).sqrt();
        Shape {
            name: self.name.clone(),
            config,
            is_tied: self.is_tied,
        }
    }
}

impl ModelWanted {
    /// Makes the model, or maps it.
    ///
    /// # Errors
    /// A message with the reason why there is none.
    pub(super) fn model(&self) -> Result<Model, Message> {
        let unusable = |reason: String| Message::new("gpu-model-unusable").with("reason", reason);
        match self {
            ModelWanted::Synthetic {
                shape,
                format,
                seed,
            } => {
                let format = Format::of_name(format).ok_or_else(|| unusable(format.clone()))?;
                synthetic::model(&shape.shape(), format, *seed)
                    .map_err(|error| unusable(error.to_string()))
            }
            ModelWanted::File(path) => load::map(path)
                .and_then(|bytes| load::model_from_gguf(&bytes))
                .map_err(|error| unusable(error.to_string())),
        }
    }
}
