//! pass@k over one or several problems.

use serde_json::{Map, Value};
use weighbridge_engine::pass_at_k::{naive_pass_at_k, pass_at_k};

use super::case::CaseError;
use super::inputs::Inputs;
use super::methods::Entries;
use super::outputs::Outputs;

pub(super) const METHODS: Entries = &[("pass_at_k", pass_at_k_case)];

fn pass_at_k_case(inputs: Inputs<'_>) -> Result<Map<String, Value>, CaseError> {
    let passed = inputs.counts("c")?;
    let mut samples = inputs.counts("n")?;
    let k = inputs.count("k")?;
    // One number of samples stands for all problems.
    if let [same] = samples[..] {
        samples = vec![same; passed.len()];
    }
    if samples.len() != passed.len() || passed.is_empty() {
        return Err(CaseError(format!(
            "there are {} numbers of samples for {} problems",
            samples.len(),
            passed.len()
        )));
    }
    let (mut each, mut naive) = (Vec::new(), Vec::new());
    for (&n, &c) in samples.iter().zip(&passed) {
        each.push(pass_at_k(n, c, k)?);
        naive.push(naive_pass_at_k(n, c, k)?);
    }
    Ok(Outputs::new()
        .numbers("per_problem", &each)?
        .number("mean", mean(&each))?
        .number("naive_mean", mean(&naive))?
        .finish())
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
