// Logits, bent towards a cap where the model has one.

@group(0) @binding(6) var<storage, read_write> logits: array<f32>;

fn finish(token: u32, row: u32, raw: vec2<f32>) -> f32 {
    var pair = raw;
    if shape.cap > 0.0 {
        pair = shape.cap * tanh(clamp(pair / shape.cap, vec2<f32>(-15.0), vec2<f32>(15.0)));
    }
    let at = (token - step.single) * shape.stride + row;
    logits[at] = pair.x;
    logits[at + 1u] = pair.y;
    return 0.0;
}
