// Families that normalise what a part gives before adding it: a workgroup a token.

@group(0) @binding(4) var<storage, read> given: array<f32>;
@group(0) @binding(5) var<storage, read> own_gains: array<f32>;
@group(0) @binding(6) var<storage, read_write> stream: array<f32>;
@group(0) @binding(7) var<storage, read_write> scaled: array<f32>;
@group(0) @binding(8) var<storage, read_write> sums_out: array<f32>;
@group(0) @binding(9) var<storage, read> gains: array<f32>;

var<workgroup> sums: array<f32, 256>;

fn added_up(thread: u32, value: f32) -> f32 {
    workgroupBarrier();
    sums[thread] = value;
    for (var half = 128u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if thread < half {
            sums[thread] += sums[thread + half];
        }
    }
    workgroupBarrier();
    return sums[0];
}

@compute @workgroup_size(256)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
) {
    let base = group.x * shape.stride;
    var square = 0.0;
    for (var i = thread; i < shape.columns; i += 256u) {
        square += given[base + i] * given[base + i];
    }
    let root = inverseSqrt(added_up(thread, square) / f32(shape.columns) + shape.epsilon);
    square = 0.0;
    for (var i = thread; i < shape.columns; i += 256u) {
        let after = stream[base + i] + given[base + i] * root * own_gains[i];
        stream[base + i] = after;
        scaled[base + place(i, shape.blocks)] = after * gains[i];
        square += after * after;
    }
    let sum = added_up(thread, square);
    for (var i = thread; i < step.sums; i += 256u) {
        sums_out[group.x * shape.sum_stride + i] = select(0.0, sum, i == 0u);
    }
}
