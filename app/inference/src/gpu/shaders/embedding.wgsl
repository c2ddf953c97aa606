// The embedding of each token, as the residual stream and as the first matrix needs it.
// A workgroup a token; parts of the table that do not hold the token leave it alone.

@group(0) @binding(4) var<storage, read> tokens: array<u32>;
@group(0) @binding(6) var<storage, read_write> stream: array<f32>;
@group(0) @binding(7) var<storage, read_write> scaled: array<f32>;
@group(0) @binding(8) var<storage, read_write> sums_out: array<f32>;
@group(0) @binding(9) var<storage, read> gains: array<f32>;

var<workgroup> sums: array<f32, 128>;

@compute @workgroup_size(128)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
) {
    let token = group.x;
    let row = tokens[token] - shape.first_row;
    let is_here = row < shape.rows;
    var square = 0.0;
    if is_here {
        for (var i = thread; i < shape.blocks * 8u; i += 128u) {
            let block = i / 8u;
            let j = i % 8u;
            let value = decode(fetch(row, block, j)) * shape.scale;
            square += dot(value, value);
            let at = token * shape.stride + i * 4u;
            let out = token * shape.stride + (j * shape.blocks + block) * 4u;
            //@ repeat C 4
            stream[at + {C}u] = value[{C}];
            scaled[out + {C}u] = value[{C}] * gains[i * 4u + {C}u];
            //@ end
        }
    }
    sums[thread] = square;
    for (var half = 64u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if thread < half {
            sums[thread] += sums[thread + half];
        }
    }
    workgroupBarrier();
    if is_here {
        for (var i = thread; i < step.sums; i += 128u) {
            sums_out[token * shape.sum_stride + i] = select(0.0, sums[0], i == 0u);
        }
    }
}
