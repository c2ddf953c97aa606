// A matrix times the activations of one token. TEAMS teams of TEAM lanes work on four rows each;
// a lane takes blocks of 32 columns, 16 bytes of weights at a time, and what it read of the
// activations serves all four rows.

const WIDTH = TEAM * TEAMS;

var<workgroup> sums: array<vec4<f32>, WIDTH>;
//@ if NORMED
var<workgroup> norms: array<f32, WIDTH>;
//@ endif
//@ if SUMMED
var<workgroup> finished: array<f32, TEAMS * 2u>;
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
    let base = step.single * blocks * 8u;

    var sum = vec4<f32>();
    for (var block = lane; block < blocks; block += TEAM) {
        let at = base + block;
        let x = Numbers(
            //@ repeat J 8
            input[at + {J}u * blocks],
            //@ end
        );
        let two = (x.v0 + x.v1 + x.v2 + x.v3) + (x.v4 + x.v5 + x.v6 + x.v7);
        let total = two.x + two.y + two.z + two.w;
        sum += vec4<f32>(
            //@ repeat R 4
            block_dot(min(first + {R}u, last), block, x, total),
            //@ end
        );
    }
    //@ if NORMED
    var square = 0.0;
    for (var i = lane; i < step.sums; i += TEAM) {
        square += squares[step.single * shape.sum_stride + i];
    }
    //@ endif

    //@ if SUBGROUPS
    // A team is whole subgroups: each adds its lanes up, and the few sums are added by everybody.
    sum = subgroupAdd(sum);
    //@ if NORMED
    square = subgroupAdd(square);
    //@ endif
    if subgroup_lane == 0u {
        sums[subgroup] = sum;
        //@ if NORMED
        norms[subgroup] = square;
        //@ endif
    }
    workgroupBarrier();
    let together = TEAM / subgroup_size;
    sum = vec4<f32>();
    //@ if NORMED
    square = 0.0;
    //@ endif
    for (var i = 0u; i < together; i += 1u) {
        sum += sums[team * together + i];
        //@ if NORMED
        square += norms[team * together + i];
        //@ endif
    }
    //@ else
    sums[thread] = sum;
    //@ if NORMED
    norms[thread] = square;
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
    sum = sums[team * TEAM];
    //@ if NORMED
    square = norms[team * TEAM];
    //@ endif
    //@ endif

    //@ if NORMED
    sum *= inverse_root(square);
    //@ endif
    // Two lanes of each team finish two rows each.
    var left = 0.0;
    let row = first + lane * 2u;
    if lane < 2u && row < shape.rows {
        left = finish(step.single, shape.first_row + row, select(sum.xy, sum.zw, lane == 1u));
    }
    //@ if SUMMED
    if lane < 2u {
        finished[team * 2u + lane] = left;
    }
    workgroupBarrier();
    if thread == 0u {
        var all = 0.0;
        for (var i = 0u; i < TEAMS * 2u; i += 1u) {
            all += finished[i];
        }
        keep_sum(step.single, shape.first_row / (TEAMS * 4u) + group.x, all);
    }
    //@ endif
}
