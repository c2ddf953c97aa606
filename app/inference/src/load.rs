//! Models from GGUF files.

use std::path::Path;
use std::sync::Arc;

use weighbridge_gguf::{File, Format, GgufError};

use crate::config::Family;
use crate::model::{Bytes, Model};

mod families;
mod tensors;

/// Why a file gave no model.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum LoadError {
    /// The file could not be opened or mapped.
    #[error("{path} cannot be read: {reason}")]
    Open {
        /// Its path.
        path: String,
        /// What kind of refusal it is.
        kind: std::io::ErrorKind,
        /// What the operating system said.
        reason: String,
    },
    /// The file is no sound GGUF file.
    #[error(transparent)]
    File(#[from] GgufError),
    /// A family that is not run.
    #[error(
        "models of the family “{name}” are not run; families that are: {}",
        families()
    )]
    Family {
        /// Its name in the file.
        name: String,
    },
    /// Something about the model that is not run.
    #[error(
        "the model has {what}, which is not run; get a model of one of these families without it: {}",
        families()
    )]
    Unsupported {
        /// What it has.
        what: Feature,
    },
    /// A tensor that the family needs.
    #[error(
        "the tensor {name} is missing; the file was perhaps made by another program, or is one part of several"
    )]
    Missing {
        /// Its name.
        name: String,
    },
    /// A tensor whose sizes do not fit the others or the metadata.
    #[error("the tensor {name} has sizes {is:?}, and {wanted:?} are needed; the file is damaged")]
    Sizes {
        /// Its name.
        name: String,
        /// Its sizes, that of a row first.
        is: Vec<u64>,
        /// What they should be.
        wanted: Vec<u64>,
    },
    /// A number of the metadata that no model has.
    #[error("{key} is {number}, which no model has; the file is damaged")]
    Number {
        /// Its key.
        key: String,
        /// The number.
        number: String,
    },
}

/// What a model has that is not run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feature {
    /// Layers that differ in their shapes.
    DifferentLayers {
        /// The key that gives each layer a number of its own.
        key: String,
    },
    /// Experts.
    Experts(u64),
    /// Values of another length than keys.
    ValueLength {
        /// Numbers of a value.
        values: usize,
        /// Numbers of a key.
        keys: usize,
    },
    /// Positions that are scaled in another way.
    Positions {
        /// The way.
        kind: String,
    },
    /// A row of single numbers that is stored in blocks.
    Format {
        /// The tensor.
        tensor: String,
        /// How it is stored.
        format: &'static str,
    },
    /// A tensor that the family does not have.
    Tensor {
        /// Its name.
        name: String,
    },
}

impl std::fmt::Display for Feature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Feature::DifferentLayers { key } => write!(f, "layers of different shapes ({key})"),
            Feature::Experts(experts) => write!(f, "{experts} experts"),
            Feature::ValueLength { values, keys } => {
                write!(f, "values of {values} numbers beside keys of {keys}")
            }
            Feature::Positions { kind } => write!(f, "positions scaled by “{kind}”"),
            Feature::Format { tensor, format } => write!(f, "{tensor} in {format}"),
            Feature::Tensor { name } => write!(f, "a tensor {name}"),
        }
    }
}

/// Families that are run: the name in a file, the family, and the models that people know.
pub const FAMILIES: [(&str, Family, &str); 6] = [
    ("llama", Family::Llama, "Llama, Mistral"),
    ("qwen2", Family::Qwen2, "Qwen 2, Qwen 2.5"),
    ("qwen3", Family::Qwen3, "Qwen 3"),
    ("gemma2", Family::Gemma2, "Gemma 2"),
    ("gemma3", Family::Gemma3, "Gemma 3"),
    ("phi3", Family::Phi3, "Phi-3"),
];

fn families() -> String {
    FAMILIES.map(|(_, _, models)| models).join(", ")
}

/// Maps a file into memory, so that weights are read when they are used.
///
/// # Errors
/// [`LoadError::Open`] where the operating system refuses.
#[allow(
    unsafe_code,
    reason = "mapping a file is unsafe: another program may change it"
)]
pub fn map(path: &Path) -> Result<Bytes, LoadError> {
    let refused = |error: std::io::Error| LoadError::Open {
        path: path.display().to_string(),
        kind: error.kind(),
        reason: error.to_string(),
    };
    let file = std::fs::File::open(path).map_err(refused)?;
    // Some systems open a folder as if it were a file, and refuse only to map it.
    if file.metadata().map_err(refused)?.is_dir() {
        return Err(refused(std::io::ErrorKind::IsADirectory.into()));
    }
    // SAFETY: the mapping is only read. A model file is not changed while it is used; somebody who
    // writes into it all the same changes weights, which any bits may be, and whatever was checked
    // of its metadata is copied out or read again through checks. Who cuts it short meanwhile ends
    // the program, which is why models that may be tampered with are run in a child process.
    let mapping = unsafe { memmap2::Mmap::map(&file) }.map_err(refused)?;
    Ok(Arc::new(mapping))
}

/// Makes a model of the bytes of a file; its matrices stay where they are.
///
/// # Errors
/// [`LoadError`] with the first thing that is wrong or not run.
pub fn model_from_gguf(bytes: &Bytes) -> Result<Model, LoadError> {
    let file = File::read((**bytes).as_ref())?;
    let architecture = "general.architecture";
    let Some(name) = file.text(architecture)? else {
        return Err(file
            .fault(architecture, weighbridge_gguf::Fault::Missing)
            .into());
    };
    let Some((name, family, _)) = FAMILIES.into_iter().find(|(known, _, _)| *known == name) else {
        let name = name.chars().take(80).collect();
        return Err(LoadError::Family { name });
    };
    let mut tensors = tensors::Tensors::new(&file, bytes);
    let config = families::config(&file, name, family, &mut tensors)?;
    let embedding = tensors.matrix("token_embd.weight", config.vocabulary, config.hidden)?;
    let layers = tensors.layers(&config)?;
    let output_norm = tensors.row("output_norm.weight", config.hidden)?;
    let output = match file.tensor("output.weight") {
        Some(_) => Some(tensors.matrix("output.weight", config.vocabulary, config.hidden)?),
        None => None,
    };
    tensors.nothing_left()?;
    let name = file.text("general.name")?.unwrap_or("unnamed");
    Ok(Model {
        name: name.chars().take(200).collect(),
        is_synthetic: false,
        config,
        embedding,
        layers,
        output_norm,
        output,
    })
}

/// Formats that norms, biases and factors may have.
const PLAIN: [Format; 3] = [Format::F32, Format::F16, Format::Bf16];
