//! Which measurements a case is nearest to, in terms that can be said.

use super::case::Case;

/// How far two cases are apart; nought for the same question.
///
/// The root of a sum of squares: natural logarithms of the ratios of active parameters, of
/// bandwidth and of what is served at once, half of those of all parameters, of the arithmetic rate
/// and of the bits of a weight, a quarter of those of the lengths; and for what is of another kind
/// 3 for the quantity, 1 for the engine, 1 for the class of hardware, ½ for mixtures of experts
/// against dense models, ¼ each for the accelerator, the model and the way of measuring.
pub fn distance(one: &Case, other: &Case) -> f64 {
    let ratio = |weight: f64, one: f64, other: f64| {
        let difference = weight * libm::log((1.0 + one) / (1.0 + other));
        difference * difference
    };
    let unlike = |weight: f64, differs: bool| if differs { weight * weight } else { 0.0 };
    let ways = |case: &Case| case.tensor_parallel * case.pipeline_parallel;
    let bandwidth = |case: &Case| case.device.bandwidth_gb_s * ways(case);
    let rate = |case: &Case| case.device.bf16_tflops * ways(case);
    let (a, b) = (&one.shapes, &other.shapes);
    let sum = ratio(1.0, a.active_billion, b.active_billion)
        + ratio(0.5, a.parameters_billion, b.parameters_billion)
        + ratio(1.0, bandwidth(one), bandwidth(other))
        + ratio(0.5, rate(one), rate(other))
        + ratio(0.5, one.weight_bits, other.weight_bits)
        + ratio(1.0, one.concurrency, other.concurrency)
        + ratio(0.25, one.input_tokens, other.input_tokens)
        + ratio(0.25, one.output_tokens, other.output_tokens)
        + unlike(3.0, one.quantity != other.quantity)
        + unlike(1.0, one.engine != other.engine)
        + unlike(1.0, one.device.class != other.device.class)
        + unlike(0.5, (a.experts > 0.0) != (b.experts > 0.0))
        + unlike(0.25, one.device.id != other.device.id)
        + unlike(0.25, one.model != other.model)
        + unlike(0.25, one.conditions != other.conditions);
    libm::sqrt(sum)
}

/// The places of the `count` nearest of some cases, nearest first, with their distances; equal
/// distances keep their order.
pub fn nearest<'a>(
    cases: impl IntoIterator<Item = &'a Case>,
    case: &Case,
    count: usize,
) -> Vec<(usize, f64)> {
    let mut list: Vec<(usize, f64)> = cases
        .into_iter()
        .map(|other| distance(case, other))
        .enumerate()
        .collect();
    list.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
    list.truncate(count);
    list
}
