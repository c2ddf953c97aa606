//! Shapes that run on this processor.

use super::weights::unsupported;
use crate::config::Config;
use crate::runtime::{RunError, Unsupported};

/// Refuses shapes that no model has, before anything is divided by them.
pub(super) fn check(config: &Config) -> Result<(), RunError> {
    let attention = &config.attention;
    let (heads, key_value_heads) = (attention.heads, attention.key_value_heads);
    let (numbers, head_size) = (attention.rope_dimensions, attention.head_size);
    let what = if config.hidden == 0 {
        Unsupported::Width { numbers: 0 }
    } else if key_value_heads == 0 || heads == 0 || !heads.is_multiple_of(key_value_heads) {
        Unsupported::Heads {
            heads,
            key_value_heads,
        }
    } else if head_size == 0 {
        Unsupported::HeadSize { numbers: 0 }
    } else if numbers > head_size
        || !numbers.is_multiple_of(2)
        || attention
            .rope_factors
            .as_ref()
            .is_some_and(|factors| factors.len() < numbers / 2)
    {
        Unsupported::Positions { numbers, head_size }
    } else if let Some(window) = &attention.window
        && (window.layers.len() != config.layers || window.tokens == 0)
    {
        Unsupported::Window {
            tokens: window.tokens,
            layers: window.layers.len(),
        }
    } else {
        return Ok(());
    };
    Err(unsupported(what))
}
