// The weights of a matrix, and the numbers that a block of them meets.

@group(0) @binding(2) var<storage, read> quants: array<vec4<u32>>;
@group(0) @binding(3) var<storage, read> scales: array<u32>;

struct Numbers {
    //@ repeat J 8
    v{J}: vec4<f32>,
    //@ end
}
