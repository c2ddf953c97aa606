// The activations that a matrix meets, laid out as `place` says.

@group(0) @binding(4) var<storage, read> input: array<vec4<f32>>;
