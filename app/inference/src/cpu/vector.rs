//! Arithmetic on rows of numbers, compiled once for each set of instructions.
//!
//! Every function is plain code without branches on values, which compilers turn into vector
//! instructions; all sets do the same operations in the same order and give the same bits.
#![allow(
    unsafe_code,
    reason = "functions compiled for instructions that only some processors have"
)]

use super::instructions::Instructions;

/// Partial sums of a reduction, so that lanes need not wait for each other.
const LANES: usize = 16;

/// Compiles a function for each width of vectors, and chooses among the copies when it is called.
macro_rules! for_each_width {
    ($($(#[$attribute:meta])* $name:ident = $body:ident($($argument:ident: $type:ty),*) $(-> $result:ty)?;)*) => {$(
        $(#[$attribute])*
        pub(crate) fn $name(instructions: Instructions, $($argument: $type),*) $(-> $result)? {
            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2,fma,f16c")]
                fn wide($($argument: $type),*) $(-> $result)? {
                    $body($($argument),*)
                }
                #[target_feature(enable = "avx2,fma,f16c,avx512f,avx512bw,avx512vl,avx512dq")]
                fn widest($($argument: $type),*) $(-> $result)? {
                    $body($($argument),*)
                }
                match instructions {
                    Instructions::Portable => $body($($argument),*),
                    // SAFETY: a runtime is made only with instructions that the processor has.
                    Instructions::Avx2 | Instructions::AvxVnni => unsafe { wide($($argument),*) },
                    // SAFETY: the same.
                    Instructions::Avx512 => unsafe { widest($($argument),*) },
                }
            }
            #[cfg(not(target_arch = "x86_64"))]
            {
                let _ = instructions;
                $body($($argument),*)
            }
        }
    )*};
}

for_each_width! {
    /// Writes `values ÷ √(mean square + epsilon) × weights`.
    normalise = normalise_body(values: &[f32], weights: &[f32], epsilon: f32, out: &mut [f32]);
    /// Adds to each sum what belongs to it.
    add = add_body(sums: &mut [f32], more: &[f32]);
    /// Writes `gate ÷ (1 + e^−gate) × up` over the gate.
    silu = silu_body(gate: &mut [f32], up: &[f32]);
    /// Writes `gelu(gate) × up` over the gate, with the hyperbolic tangent's form of gelu.
    gelu = gelu_body(gate: &mut [f32], up: &[f32]);
    /// Bends scores towards `cap`.
    bend = bend_body(values: &mut [f32], cap: f32);
    /// Turns scores into shares that add up to one.
    softmax = softmax_body(scores: &mut [f32]);
    /// Turns numbers of a head by cosines and sines, one a pair; neighbours form a pair.
    turn_neighbours = turn_neighbours_body(head: &mut [f32], cosines: &[f32], sines: &[f32]);
    /// The same with one number of each half in a pair.
    turn_halves = turn_halves_body(head: &mut [f32], cosines: &[f32], sines: &[f32]);
    /// Writes a row as 8 bits a number, block by block of 32, in its place among rows of a panel.
    quantise = quantise_body(row: &[f32], index: usize, places: &mut Places);
}

/// Where the rows of a panel are written as 8 bits.
pub(crate) struct Places<'a> {
    /// Rows of the panel.
    pub(crate) width: usize,
    /// Blocks of 32 numbers, each of all rows.
    pub(crate) quants: &'a mut [[i8; 32]],
    /// Their scales.
    pub(crate) scales: &'a mut [f32],
    /// Their negated sums.
    pub(crate) sums: &'a mut [i32],
    /// Negated sums of their halves: first halves of all rows, then second halves.
    pub(crate) halves: &'a mut [i32],
}

#[inline(always)]
fn quantise_body(row: &[f32], index: usize, places: &mut Places) {
    let width = places.width;
    let (blocks, _) = row.as_chunks::<32>();
    for (block, values) in blocks.iter().enumerate() {
        let place = block * width + index;
        let (scale, halves) = quantise_block(values, &mut places.quants[place]);
        places.scales[place] = scale;
        places.sums[place] = halves[0] + halves[1];
        places.halves[2 * block * width + index] = halves[0];
        places.halves[(2 * block + 1) * width + index] = halves[1];
    }
}

#[inline(always)]
fn normalise_body(values: &[f32], weights: &[f32], epsilon: f32, out: &mut [f32]) {
    let mut sums = [0.0_f32; LANES];
    let chunks = values.chunks_exact(LANES);
    let rest: f32 = chunks.remainder().iter().map(|value| value * value).sum();
    for chunk in chunks {
        for (sum, value) in sums.iter_mut().zip(chunk) {
            *sum += value * value;
        }
    }
    let mean = (total(&sums) + rest) / values.len() as f32;
    let factor = 1.0 / (mean + epsilon).sqrt();
    for ((out, value), weight) in out.iter_mut().zip(values).zip(weights) {
        *out = value * factor * weight;
    }
}

#[inline(always)]
fn total(sums: &[f32; LANES]) -> f32 {
    let mut sums = *sums;
    let mut width = LANES / 2;
    while width > 0 {
        for lane in 0..width {
            sums[lane] += sums[lane + width];
        }
        width /= 2;
    }
    sums[0]
}

#[inline(always)]
fn add_body(sums: &mut [f32], more: &[f32]) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum += more;
    }
}

/// `e^x`, to about 2 units in the last place; zero below −87.
///
/// # Source
/// The polynomial of Cephes' `expf`.
#[inline(always)]
fn exponential(x: f32) -> f32 {
    // Adding and taking away 1.5 · 2²³ rounds to a whole number without a function call.
    const ROUND: f32 = 12_582_912.0;
    let clamped = x.clamp(-87.0, 88.0);
    let shifted = clamped * std::f32::consts::LOG2_E + ROUND;
    let whole = shifted - ROUND;
    let rest = clamped - whole * 0.693_359_4 - whole * -2.121_944_4e-4;
    let mut value = 1.987_569_1e-4;
    value = value * rest + 1.398_199_9e-3;
    value = value * rest + 8.333_452e-3;
    value = value * rest + 4.166_579_6e-2;
    value = value * rest + 1.666_666_5e-1;
    value = value * rest + 5e-1;
    value = value * rest * rest + rest + 1.0;
    let power = f32::from_bits(
        shifted
            .to_bits()
            .wrapping_sub(ROUND.to_bits())
            .wrapping_add(127)
            << 23,
    );
    let result = value * power;
    if x < -87.0 { 0.0 } else { result }
}

#[inline(always)]
fn tangent(x: f32) -> f32 {
    // Beyond 9 a 32-bit number no longer tells it from one.
    let twice = exponential(2.0 * x.clamp(-9.5, 9.5));
    (twice - 1.0) / (twice + 1.0)
}

#[inline(always)]
fn silu_body(gate: &mut [f32], up: &[f32]) {
    for (gate, up) in gate.iter_mut().zip(up) {
        *gate = *gate / (1.0 + exponential(-*gate)) * up;
    }
}

#[inline(always)]
fn gelu_body(gate: &mut [f32], up: &[f32]) {
    const ROOT_OF_2_OVER_PI: f32 = 0.797_884_6;
    for (gate, up) in gate.iter_mut().zip(up) {
        let x = *gate;
        let inner = ROOT_OF_2_OVER_PI * x * (1.0 + 0.044_715 * x * x);
        *gate = 0.5 * x * (1.0 + tangent(inner)) * up;
    }
}

#[inline(always)]
fn bend_body(values: &mut [f32], cap: f32) {
    for value in values {
        *value = cap * tangent(*value / cap);
    }
}

#[inline(always)]
fn softmax_body(scores: &mut [f32]) {
    let mut most = [f32::NEG_INFINITY; LANES];
    let chunks = scores.chunks_exact(LANES);
    for (lane, &score) in most.iter_mut().zip(chunks.remainder()) {
        *lane = if score > *lane { score } else { *lane };
    }
    for chunk in chunks {
        for (lane, &score) in most.iter_mut().zip(chunk) {
            *lane = if score > *lane { score } else { *lane };
        }
    }
    let most = most.into_iter().fold(f32::NEG_INFINITY, f32::max);
    let mut sums = [0.0_f32; LANES];
    let mut chunks = scores.chunks_exact_mut(LANES);
    for chunk in &mut chunks {
        for (sum, score) in sums.iter_mut().zip(chunk) {
            *score = exponential(*score - most);
            *sum += *score;
        }
    }
    for (sum, score) in sums.iter_mut().zip(chunks.into_remainder()) {
        *score = exponential(*score - most);
        *sum += *score;
    }
    let factor = 1.0 / total(&sums);
    for score in scores {
        *score *= factor;
    }
}

#[inline(always)]
fn turn_neighbours_body(head: &mut [f32], cosines: &[f32], sines: &[f32]) {
    for ((pair, cosine), sine) in head.chunks_exact_mut(2).zip(cosines).zip(sines) {
        let (first, second) = (pair[0], pair[1]);
        pair[0] = first * cosine - second * sine;
        pair[1] = first * sine + second * cosine;
    }
}

#[inline(always)]
fn turn_halves_body(head: &mut [f32], cosines: &[f32], sines: &[f32]) {
    let (firsts, seconds) = head.split_at_mut(cosines.len());
    for (((first, second), cosine), sine) in firsts.iter_mut().zip(seconds).zip(cosines).zip(sines)
    {
        let (one, other) = (*first, *second);
        *first = one * cosine - other * sine;
        *second = one * sine + other * cosine;
    }
}

#[inline(always)]
fn quantise_block(values: &[f32; 32], quants: &mut [i8; 32]) -> (f32, [i32; 2]) {
    // See `exponential`.
    const ROUND: f32 = 12_582_912.0;
    let mut most = [0.0_f32; LANES];
    for half in values.chunks_exact(LANES) {
        for (lane, value) in most.iter_mut().zip(half) {
            let size = value.abs();
            *lane = if size > *lane { size } else { *lane };
        }
    }
    let mut width = LANES / 2;
    while width > 0 {
        for lane in 0..width {
            let (one, other) = (most[lane], most[lane + width]);
            most[lane] = if other > one { other } else { one };
        }
        width /= 2;
    }
    let scale = most[0] / 127.0;
    let inverse = if most[0] > 0.0 { 127.0 / most[0] } else { 0.0 };
    let mut sums = [0_i32; 2];
    for ((values, quants), sum) in values
        .chunks_exact(16)
        .zip(quants.chunks_exact_mut(16))
        .zip(&mut sums)
    {
        for (value, quant) in values.iter().zip(quants) {
            let rounded = (value * inverse + ROUND)
                .to_bits()
                .wrapping_sub(ROUND.to_bits())
                .cast_signed();
            *quant = rounded as i8;
            *sum -= rounded;
        }
    }
    (scale, sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_right() {
        let mut x = -90.0_f32;
        while x < 88.0 {
            let exact = f64::from(x).exp();
            let error = (f64::from(exponential(x)) - exact).abs();
            assert!(error <= 3e-7 * exact + 1.7e-38, "{x}");
            x += 0.137;
        }
    }

    #[test]
    fn all_sets_give_the_same_bits() {
        let values: Vec<f32> = (0..100).map(|i| (i as f32 * 0.7).sin() * 3.0).collect();
        let weights: Vec<f32> = (0..100).map(|i| 1.0 + i as f32 * 0.01).collect();
        let all = |set| {
            let mut normal = vec![0.0; 100];
            normalise(set, &values, &weights, 1e-5, &mut normal);
            let (mut silus, mut gelus) = (normal.clone(), normal.clone());
            silu(set, &mut silus, &weights);
            gelu(set, &mut gelus, &weights);
            let mut shares = values.clone();
            softmax(set, &mut shares);
            let sum: f32 = shares.iter().sum();
            assert!((sum - 1.0).abs() < 1e-5);
            let eight = eight_bits(set, &values[..32]);
            let bits =
                |values: &[f32]| -> Vec<u32> { values.iter().map(|v| v.to_bits()).collect() };
            let floats = [bits(&normal), bits(&silus), bits(&gelus), bits(&shares)];
            (floats, eight)
        };
        let portable = all(Instructions::Portable);
        for set in Instructions::ALL {
            if set.available() {
                assert_eq!(all(set), portable, "{}", set.name());
            }
        }
    }

    fn eight_bits(set: Instructions, values: &[f32]) -> ([i8; 32], f32, [i32; 2]) {
        let (mut quants, mut scale, mut sum, mut halves) = ([[0; 32]], [0.0], [0], [0; 2]);
        let mut places = Places {
            width: 1,
            quants: &mut quants,
            scales: &mut scale,
            sums: &mut sum,
            halves: &mut halves,
        };
        quantise(set, values, 0, &mut places);
        assert_eq!(sum[0], halves[0] + halves[1]);
        (quants[0], scale[0], halves)
    }

    #[test]
    fn eight_bits_are_the_nearest() {
        let values: Vec<f32> = (0..32).map(|index| index as f32 - 20.0).collect();
        let (quants, scale, halves) = eight_bits(Instructions::widest(), &values);
        for (value, quant) in values.iter().zip(quants) {
            assert!((value - f32::from(quant) * scale).abs() <= scale * 0.5001);
        }
        let first: i32 = quants[..16].iter().map(|&quant| i32::from(quant)).sum();
        assert_eq!(halves[0], -first);
        let nothing = eight_bits(Instructions::widest(), &[0.0; 32]);
        assert_eq!(nothing, ([0; 32], 0.0, [0, 0]));
    }
}
