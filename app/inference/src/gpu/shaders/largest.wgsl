// The token with the largest logit: parts of the vocabulary first, then the parts' best.

@group(0) @binding(4) var<storage, read> logits: array<f32>;
@group(0) @binding(6) var<storage, read_write> best: array<vec2<u32>>;
@group(0) @binding(7) var<storage, read_write> tokens: array<u32>;
@group(0) @binding(8) var<storage, read_write> history: array<u32>;

const WIDTH = 256u;
const PARTS = 64u;

var<workgroup> values: array<f32, WIDTH>;
var<workgroup> places: array<u32, WIDTH>;

// The larger wins, and among equals the first, whatever the order of comparing.
fn settle(thread: u32) {
    for (var half = WIDTH / 2u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if thread < half {
            let value = values[thread + half];
            let index = places[thread + half];
            if value > values[thread] || (value == values[thread] && index < places[thread]) {
                values[thread] = value;
                places[thread] = index;
            }
        }
    }
    workgroupBarrier();
}

@compute @workgroup_size(WIDTH)
fn parts(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
) {
    var value = -3.0e38;
    var index = 0xffffffffu;
    for (var i = group.x * WIDTH + thread; i < shape.vocabulary; i += WIDTH * PARTS) {
        if logits[i] > value {
            value = logits[i];
            index = i;
        }
    }
    values[thread] = value;
    places[thread] = index;
    settle(thread);
    if thread == 0u {
        best[group.x] = vec2<u32>(bitcast<u32>(values[0]), places[0]);
    }
}

@compute @workgroup_size(WIDTH)
fn whole(@builtin(local_invocation_index) thread: u32) {
    values[thread] = -3.0e38;
    places[thread] = 0xffffffffu;
    if thread < PARTS {
        values[thread] = bitcast<f32>(best[thread].x);
        places[thread] = best[thread].y;
    }
    settle(thread);
    if thread == 0u {
        let token = min(places[0], shape.vocabulary - 1u);
        tokens[0] = token;
        history[step.history] = token;
    }
}
