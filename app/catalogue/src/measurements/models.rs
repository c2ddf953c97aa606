//! The models that were measured, as `presets/measurements/models.csv` has them.

use std::collections::BTreeMap;

use serde::Deserialize;
use weighbridge_engine::serving::Shapes;

use super::fault::{TableFault, fault_of};

/// Shapes by model.
pub type Models = BTreeMap<String, Shapes>;

#[derive(Debug, Deserialize)]
struct ModelLine {
    model: String,
    params_b: f64,
    active_params_b: f64,
    n_layers: f64,
    hidden: f64,
    n_heads: Option<f64>,
    kv_elems_per_token_layer: f64,
    #[serde(default)]
    experts: f64,
    #[serde(default)]
    topk: f64,
    #[serde(default)]
    vocab: f64,
    #[serde(default)]
    tied: u8,
    #[serde(default)]
    windowed_layers: f64,
    #[serde(default)]
    window: f64,
}

/// Reads a table of models.
///
/// # Errors
/// [`TableFault`] at the first line that cannot be read.
pub fn read_models(text: &str) -> Result<Models, TableFault> {
    let mut models = Models::new();
    for line in csv::Reader::from_reader(text.as_bytes()).deserialize() {
        let line: ModelLine = line.map_err(|error| fault_of(&error))?;
        let shapes = Shapes {
            parameters_billion: line.params_b,
            active_billion: line.active_params_b,
            embedding_billion: match line.tied {
                0 => line.vocab * line.hidden / 1e9,
                _ => 0.0,
            },
            layers: line.n_layers,
            hidden: line.hidden,
            heads: line.n_heads,
            cache_elements: line.kv_elems_per_token_layer,
            windowed_layers: line.windowed_layers,
            window_tokens: line.window,
            experts: line.experts,
            experts_per_token: line.topk,
        };
        models.insert(line.model, shapes);
    }
    Ok(models)
}
