// A matrix times the activations of a few tokens, as in `matvec.wgsl`: weights are decoded once
// and meet all of them. What limits a GPU here is still how fast weights come in.

const WIDTH = TEAM * TEAMS;

//@ if SUBGROUPS
// Subgroups have four lanes at least.
var<workgroup> sums: array<vec4<f32>, WIDTH / 4u * COUNT>;
//@ else
var<workgroup> sums: array<vec4<f32>, WIDTH>;
//@ endif
var<workgroup> totals: array<vec4<f32>, TEAMS * COUNT>;
//@ if NORMED
//@ if SUBGROUPS
var<workgroup> norms: array<f32, WIDTH / 4u * COUNT>;
//@ else
var<workgroup> norms: array<f32, WIDTH>;
//@ endif
//@ endif
//@ if SUMMED
var<workgroup> finished: array<f32, TEAMS * COUNT * 2u>;
//@ endif

@compute @workgroup_size(WIDTH)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    //@ if SUBGROUPS
    @builtin(subgroup_id) subgroup: u32,
    @builtin(subgroup_size) subgroup_size: u32,
    @builtin(subgroup_invocation_id) subgroup_lane: u32,
    //@ endif
    @builtin(local_invocation_index) index: u32,
) {
    //@ if SUBGROUPS
    let thread = subgroup * subgroup_size + subgroup_lane;
    //@ else
    let thread = index;
    //@ endif
    let team = thread / TEAM;
    let lane = thread % TEAM;
    let first = (group.x * TEAMS + team) * 4u;
    let last = shape.rows - 1u;
    let blocks = shape.blocks;

    //@ repeat T COUNT
    let token{T} = min({T}u, step.rows - 1u);
    var sum{T} = vec4<f32>();
    //@ end
    //@ repeat R 4
    let row{R} = min(first + {R}u, last);
    //@ end
    for (var block = lane; block < blocks; block += TEAM) {
        //@ repeat J 8
        {
            //@ repeat T COUNT
            let x{T} = input[(token{T} * 8u + {J}u) * blocks + block];
            //@ end
            //@ repeat R 4
            {
                let w = decode(fetch(row{R}, block, {J}u));
                //@ repeat T COUNT
                sum{T}[{R}] += dot(w, x{T});
                //@ end
            }
            //@ end
        }
        //@ end
    }
    //@ if NORMED
    //@ repeat T COUNT
    var square{T} = 0.0;
    for (var i = lane; i < step.sums; i += TEAM) {
        square{T} += squares[token{T} * shape.sum_stride + i];
    }
    //@ end
    //@ endif

    //@ if SUBGROUPS
    //@ repeat T COUNT
    sum{T} = subgroupAdd(sum{T});
    //@ if NORMED
    square{T} = subgroupAdd(square{T});
    //@ endif
    if subgroup_lane == 0u {
        sums[subgroup * COUNT + {T}u] = sum{T};
        //@ if NORMED
        norms[subgroup * COUNT + {T}u] = square{T};
        //@ endif
    }
    //@ end
    workgroupBarrier();
    if thread < TEAMS * COUNT {
        let together = TEAM / subgroup_size;
        let begin = thread / COUNT * together;
        let token = thread % COUNT;
        var sum = vec4<f32>();
        //@ if NORMED
        var square = 0.0;
        //@ endif
        for (var i = begin; i < begin + together; i += 1u) {
            sum += sums[i * COUNT + token];
            //@ if NORMED
            square += norms[i * COUNT + token];
            //@ endif
        }
        //@ if NORMED
        sum *= inverse_root(square);
        //@ endif
        totals[thread] = sum;
    }
    workgroupBarrier();
    //@ else
    //@ repeat T COUNT
    sums[thread] = sum{T};
    //@ if NORMED
    norms[thread] = square{T};
    //@ endif
    for (var half = TEAM / 2u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if lane < half {
            sums[thread] += sums[thread + half];
            //@ if NORMED
            norms[thread] += norms[thread + half];
            //@ endif
        }
    }
    workgroupBarrier();
    if lane == 0u {
        var sum = sums[thread];
        //@ if NORMED
        sum *= inverse_root(norms[thread]);
        //@ endif
        totals[team * COUNT + {T}u] = sum;
    }
    workgroupBarrier();
    //@ end
    //@ endif

    // Two lanes a token finish two rows each.
    let token = lane / 2u;
    let row = first + lane % 2u * 2u;
    var left = 0.0;
    if token < min(COUNT, step.rows) && row < shape.rows {
        let sum = totals[team * COUNT + token];
        left = finish(token, shape.first_row + row, select(sum.xy, sum.zw, lane % 2u == 1u));
    }
    //@ if SUMMED
    if token < COUNT {
        finished[team * COUNT * 2u + lane] = left;
    }
    workgroupBarrier();
    if thread < min(COUNT, step.rows) {
        var all = 0.0;
        for (var i = 0u; i < TEAMS; i += 1u) {
            let at = (i * COUNT + thread) * 2u;
            all += finished[at] + finished[at + 1u];
        }
        keep_sum(thread, shape.first_row / (TEAMS * 4u) + group.x, all);
    }
    //@ endif
}
