// Adds to the residual stream and leaves what the next matrix needs: the stream times the next
// norm's weights, and sums of squares.

@group(0) @binding(6) var<storage, read_write> stream: array<f32>;
@group(0) @binding(7) var<storage, read_write> scaled: array<f32>;
@group(0) @binding(8) var<storage, read_write> sums_out: array<f32>;
@group(0) @binding(9) var<storage, read> gains: array<f32>;

fn finish(token: u32, row: u32, pair: vec2<f32>) -> f32 {
    let at = token * shape.stride + row;
    let after = vec2<f32>(stream[at], stream[at + 1u]) + pair;
    stream[at] = after.x;
    stream[at + 1u] = after.y;
    let out = token * shape.stride + place(row, shape.stride / 32u);
    scaled[out] = after.x * gains[row];
    scaled[out + 1u] = after.y * gains[row + 1u];
    return dot(after, after);
}

fn keep_sum(token: u32, group: u32, sum: f32) {
    sums_out[token * shape.sum_stride + group] = sum;
}
