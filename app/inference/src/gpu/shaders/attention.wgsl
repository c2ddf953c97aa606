// Attention of one head of one token over one part of what came before: a workgroup each.
// Threads take a position each for the scores, then a number each for the sum of values.

@group(0) @binding(4) var<storage, read> queries: array<f32>;
@group(0) @binding(5) var<storage, read> keys: array<vec4<f32>>;
@group(0) @binding(6) var<storage, read> values: array<f32>;
@group(0) @binding(7) var<storage, read_write> heads_out: array<f32>;
@group(0) @binding(8) var<storage, read_write> partial: array<f32>;

const WIDTH = 128u;

var<workgroup> query: array<vec4<f32>, 128>;
var<workgroup> weights: array<f32, WIDTH>;
var<workgroup> reduced: array<f32, WIDTH>;
var<workgroup> gathered: array<f32, 512>;

fn largest(thread: u32, value: f32) -> f32 {
    workgroupBarrier();
    reduced[thread] = value;
    for (var half = WIDTH / 2u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if thread < half {
            reduced[thread] = max(reduced[thread], reduced[thread + half]);
        }
    }
    workgroupBarrier();
    return reduced[0];
}

fn added_up(thread: u32, value: f32) -> f32 {
    workgroupBarrier();
    reduced[thread] = value;
    for (var half = WIDTH / 2u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if thread < half {
            reduced[thread] += reduced[thread + half];
        }
    }
    workgroupBarrier();
    return reduced[0];
}

@compute @workgroup_size(WIDTH)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
) {
    let head = group.x;
    let token = group.y;
    let size = shape.head_size;
    let quarters = key_quarters();
    let sequence = step.token[token].y;
    let position = step.token[token].z;
    let own = head / (shape.heads / shape.key_value_heads);
    let key_base = (sequence * shape.key_value_heads + own) * quarters * step.room;
    let value_base = (sequence * shape.key_value_heads + own) * step.room * size;

    // The part of the positions: all that are in the window, or this split of them.
    var begin = 0u;
    if shape.window > 0u && position + 1u > shape.window {
        begin = position + 1u - shape.window;
    }
    begin = max(begin, group.z * step.split_tokens);
    let end = min(position + 1u, (group.z + 1u) * step.split_tokens);

    for (var i = thread; i < quarters; i += WIDTH) {
        let at = token * shape.query_rows + head * size + i * 4u;
        // A head of 4 n + 2 numbers ends in the middle of its last quarter.
        let is_whole = i * 4u + 2u < size;
        query[i] = vec4<f32>(
            queries[at],
            queries[at + 1u],
            select(0.0, queries[at + 2u], is_whole),
            select(0.0, queries[at + 3u], is_whole),
        );
    }
    // Where the head is narrow, several threads share a number's positions.
    let shares = max(1u, WIDTH / size);
    for (var i = thread; i < size * shares; i += WIDTH) {
        gathered[i] = 0.0;
    }
    workgroupBarrier();

    var most = -3.0e38;
    var total = 0.0;
    for (var start = begin; start < end; start += WIDTH) {
        let count = min(WIDTH, end - start);
        var score = -3.0e38;
        if thread < count {
            score = 0.0;
            for (var j = 0u; j < quarters; j += 1u) {
                score += dot(query[j], keys[key_base + j * step.room + start + thread]);
            }
            if shape.cap > 0.0 {
                score = shape.cap * tanh(clamp(score / shape.cap, -15.0, 15.0));
            }
        }
        let new_most = max(most, largest(thread, score));
        var weight = 0.0;
        if thread < count {
            weight = exp(score - new_most);
        }
        weights[thread] = weight;
        let correction = exp(most - new_most);
        total = total * correction + added_up(thread, weight);
        most = new_most;
        for (var i = thread; i < size * shares; i += WIDTH) {
            var sum = gathered[i] * correction;
            let number = i % size;
            for (var p = i / size; p < count; p += shares) {
                sum += weights[p] * values[value_base + (start + p) * size + number];
            }
            gathered[i] = sum;
        }
    }
    workgroupBarrier();

    for (var i = thread; i < size; i += WIDTH) {
        var sum = 0.0;
        for (var share = 0u; share < shares; share += 1u) {
            sum += gathered[share * size + i];
        }
        if step.splits == 1u {
            heads_out[token * shape.stride + place(head * size + i, shape.blocks)] = sum / total;
        } else {
            let at = ((token * shape.heads + head) * step.splits + group.z) * (size + 2u);
            partial[at + i] = sum;
            if i == 0u {
                partial[at + size] = most;
                partial[at + size + 1u] = total;
            }
        }
    }
}
