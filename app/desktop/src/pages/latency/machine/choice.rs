//! What is to be timed, and where.

use std::path::PathBuf;

use weighbridge_gguf::Format;
use weighbridge_latency::Plan;

use crate::measuring::Wanted;

/// What is to be timed, and where.
#[derive(Debug)]
pub(super) struct Choice {
    /// The GPU by its number; none for the processor.
    pub(super) gpu: Option<usize>,
    /// The place of a shape in [`weighbridge_inference::synthetic::Shape::built_in`].
    pub(super) shape: usize,
    pub(super) format: usize,
    /// Whether a file is timed instead.
    pub(super) from_file: bool,
    pub(super) path: String,
    /// What a file's model reads; none before anybody saw the field, which begins with an example.
    pub(super) prompt: Option<String>,
    pub(super) prompt_tokens: f64,
    pub(super) output_tokens: f64,
    /// Whether several users at once are tried too.
    pub(super) sweeps: bool,
    pub(super) though_busy: bool,
}

/// The formats that models are made up in.
pub(super) const FORMATS: [Format; 4] = [Format::Q4_0, Format::Q4K, Format::Q8_0, Format::F16];

/// Users at once that are tried.
pub(super) const SWEEP: [u32; 5] = [1, 2, 4, 8, 16];

impl Default for Choice {
    fn default() -> Choice {
        Choice {
            gpu: None,
            shape: 1,
            format: 0,
            from_file: false,
            path: String::new(),
            prompt: None,
            prompt_tokens: 128.0,
            output_tokens: 64.0,
            sweeps: false,
            though_busy: false,
        }
    }
}

impl Choice {
    /// The model; none where a file is wanted and none is named.
    pub(super) fn wanted(&self) -> Option<Wanted> {
        if self.from_file {
            let path = self.path.trim();
            return (!path.is_empty()).then(|| Wanted::File(PathBuf::from(path)));
        }
        let shape = weighbridge_inference::synthetic::Shape::built_in()
            .into_iter()
            .nth(self.shape)?;
        Some(Wanted::MadeUp {
            shape,
            format: *FORMATS.get(self.format)?,
        })
    }

    /// The text that is read instead of made-up tokens.
    pub(super) fn words(&self) -> Option<&str> {
        let prompt = self.prompt.as_deref().filter(|_| self.from_file)?;
        Some(prompt).filter(|words| !words.trim().is_empty())
    }

    pub(super) fn plan(&self) -> Plan {
        Plan {
            prompt_tokens: vec![self.prompt_tokens as u32],
            output_tokens: self.output_tokens as u32,
            concurrency: match self.sweeps {
                true => SWEEP.to_vec(),
                false => vec![1],
            },
            repeats: if self.sweeps { 2 } else { 3 },
            ..Plan::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_name_is_no_model() {
        let mut choice = Choice::default();
        assert!(matches!(choice.wanted(), Some(Wanted::MadeUp { .. })));
        choice.from_file = true;
        assert_eq!(choice.wanted(), None);
        choice.path = " m.gguf ".to_owned();
        assert_eq!(choice.wanted(), Some(Wanted::File(PathBuf::from("m.gguf"))));
    }
}
