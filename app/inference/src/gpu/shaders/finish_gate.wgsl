// The feed-forward part's middle: even rows are gates, odd ones what is gated.

@group(0) @binding(6) var<storage, read_write> result: array<f32>;

fn activated(x: f32) -> f32 {
    //@ if GELU
    let inner = 0.7978845608028654 * (x + 0.044715 * x * x * x);
    return 0.5 * x * (1.0 + tanh(clamp(inner, -15.0, 15.0)));
    //@ else
    return x / (1.0 + exp(-x));
    //@ endif
}

fn finish(token: u32, row: u32, pair: vec2<f32>) -> f32 {
    let blocks = shape.stride / 32u;
    result[token * shape.stride + place(row / 2u, blocks)] = activated(pair.x) * pair.y;
    return 0.0;
}
