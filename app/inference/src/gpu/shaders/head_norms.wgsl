// Families that normalise the heads of queries and keys: a workgroup a head and token, which also
// turns the pairs and keeps keys and values.

@group(0) @binding(4) var<storage, read> given: array<f32>;
@group(0) @binding(5) var<storage, read> gains: array<f32>;
@group(0) @binding(6) var<storage, read_write> queries: array<f32>;
@group(0) @binding(7) var<storage, read_write> keys: array<f32>;
@group(0) @binding(8) var<storage, read_write> values: array<f32>;
@group(0) @binding(10) var<storage, read> turns: array<vec2<f32>>;

var<workgroup> sums: array<f32, 64>;

fn turned(pair: vec2<f32>, number: u32, position: u32) -> vec2<f32> {
    if number >= shape.turned {
        return pair;
    }
    let turn = turns[position * (shape.turned / 2u) + number / 2u];
    return vec2<f32>(pair.x * turn.x - pair.y * turn.y, pair.x * turn.y + pair.y * turn.x);
}

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
) {
    let head = group.x;
    let token = group.y;
    let size = shape.head_size;
    let base = token * shape.stride + head * size;
    var square = 0.0;
    for (var i = thread; i < size; i += 64u) {
        square += given[base + i] * given[base + i];
    }
    sums[thread] = square;
    for (var half = 32u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if thread < half {
            sums[thread] += sums[thread + half];
        }
    }
    workgroupBarrier();
    let root = inverseSqrt(sums[0] / f32(size) + shape.epsilon);
    let sequence = step.token[token].y;
    let position = step.token[token].z;
    let is_query = head < shape.heads;
    let is_key = !is_query && head < shape.heads + shape.key_value_heads;
    for (var number = thread * 2u; number < size; number += 128u) {
        var pair = vec2<f32>(given[base + number], given[base + number + 1u]);
        if is_query {
            pair *= root * vec2<f32>(gains[number], gains[number + 1u]);
            pair = turned(pair, number, position) * shape.scale;
            let at = token * shape.query_rows + head * size + number;
            queries[at] = pair.x;
            queries[at + 1u] = pair.y;
        } else if is_key {
            pair *= root * vec2<f32>(gains[size + number], gains[size + number + 1u]);
            pair = turned(pair, number, position);
            let at = key_place(sequence, head - shape.heads, number, position);
            keys[at] = pair.x;
            keys[at + 1u] = pair.y;
        } else {
            let own = head - shape.heads - shape.key_value_heads;
            let at = value_place(sequence, own, number, position);
            values[at] = pair.x;
            values[at + 1u] = pair.y;
        }
    }
}
