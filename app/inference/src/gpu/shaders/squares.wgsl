// Sums of squares of the input, from which its norm follows: the kernels that wrote it left them.

@group(0) @binding(5) var<storage, read> squares: array<f32>;

fn inverse_root(sum: f32) -> f32 {
    return inverseSqrt(sum / f32(shape.columns) + shape.epsilon);
}
