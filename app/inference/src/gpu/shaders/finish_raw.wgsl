// Keeps what comes out, with its biases, for a kernel of its own to go on with.

@group(0) @binding(6) var<storage, read_write> result: array<f32>;
@group(0) @binding(9) var<storage, read> biases: array<f32>;

fn finish(token: u32, row: u32, raw: vec2<f32>) -> f32 {
    var pair = raw;
    if shape.has_bias == 1u {
        pair += vec2<f32>(biases[row], biases[row + 1u]);
    }
    let at = token * shape.stride + row;
    result[at] = pair.x;
    result[at + 1u] = pair.y;
    return 0.0;
}
