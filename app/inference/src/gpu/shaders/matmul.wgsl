// A matrix times the activations of several tokens: 32 rows and 8 · TOKENS tokens a workgroup.
// Weights are decoded once into shared memory, where all tokens meet them; a thread keeps four
// rows of TOKENS tokens.

const WIDTH = 64u;
const TILE = 8u * TOKENS;

// [column of the block][four rows], and [column of the block][tokens].
var<workgroup> tile: array<vec4<f32>, 256>;
var<workgroup> meets: array<vec4<f32>, 64u * TOKENS>;
//@ if NORMED
var<workgroup> norms: array<f32, TILE>;
//@ endif
//@ if SUMMED
var<workgroup> finished: array<f32, WIDTH * TOKENS>;
//@ endif

fn quarter_of_input(token: u32, block: u32, j: u32) -> vec4<f32> {
    let at = (min(token, step.rows - 1u) * 8u + j) * shape.blocks + block;
    return input[at];
}

@compute @workgroup_size(WIDTH)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
) {
    let rows_of = thread % 8u;
    let other = thread / 8u;
    let first = group.x * 32u + rows_of * 4u;
    let last = shape.rows - 1u;
    let start = group.y * TILE;

    //@ if NORMED
    if thread < TILE {
        let token = min(start + thread, step.rows - 1u);
        var square = 0.0;
        for (var i = 0u; i < step.sums; i += 1u) {
            square += squares[token * shape.sum_stride + i];
        }
        norms[thread] = inverse_root(square);
    }
    //@ endif

    //@ repeat T TOKENS
    var sum{T} = vec4<f32>();
    //@ end
    for (var block = 0u; block < shape.blocks; block += 1u) {
        // Each thread decodes four neighbouring columns of four rows and turns them around.
        let a = quarter(min(first, last), block, other);
        let b = quarter(min(first + 1u, last), block, other);
        let c = quarter(min(first + 2u, last), block, other);
        let d = quarter(min(first + 3u, last), block, other);
        //@ if FEW
        let x = quarter_of_input(start + rows_of, block, other);
        //@ else
        let x0 = quarter_of_input(start + rows_of * 4u, block, other);
        let x1 = quarter_of_input(start + rows_of * 4u + 1u, block, other);
        let x2 = quarter_of_input(start + rows_of * 4u + 2u, block, other);
        let x3 = quarter_of_input(start + rows_of * 4u + 3u, block, other);
        //@ endif
        workgroupBarrier();
        //@ repeat C 4
        tile[(other * 4u + {C}u) * 8u + rows_of] = vec4<f32>(a[{C}], b[{C}], c[{C}], d[{C}]);
        //@ end
        //@ if FEW
        meets[other * 8u + rows_of] = x;
        //@ else
        //@ repeat C 4
        meets[(other * 4u + {C}u) * 8u + rows_of] = vec4<f32>(x0[{C}], x1[{C}], x2[{C}], x3[{C}]);
        //@ end
        //@ endif
        workgroupBarrier();
        //@ if FEW
        for (var j = 0u; j < 8u; j += 1u) {
            let y = meets[j * 8u + other];
            //@ repeat C 4
            sum0 += tile[(j * 4u + {C}u) * 8u + rows_of] * y[{C}];
            //@ end
        }
        //@ else
        for (var k = 0u; k < 32u; k += 1u) {
            let w = tile[k * 8u + rows_of];
            let y = meets[k * 8u + other];
            //@ repeat T TOKENS
            sum{T} += w * y[{T}];
            //@ end
        }
        //@ endif
    }

    //@ repeat T TOKENS
    {
        let slot = other * TOKENS + {T}u;
        let token = start + slot;
        var left = 0.0;
        if token < step.rows {
            var sum = sum{T};
            //@ if NORMED
            sum *= norms[slot];
            //@ endif
            if first < shape.rows {
                left = finish(token, shape.first_row + first, sum.xy);
            }
            if first + 2u < shape.rows {
                left += finish(token, shape.first_row + first + 2u, sum.zw);
            }
        }
        //@ if SUMMED
        finished[slot * 8u + rows_of] = left;
        //@ endif
    }
    //@ end
    //@ if SUMMED
    workgroupBarrier();
    if thread < TILE && start + thread < step.rows {
        var all = 0.0;
        for (var i = 0u; i < 8u; i += 1u) {
            all += finished[thread * 8u + i];
        }
        keep_sum(start + thread, shape.first_row / 32u + group.x, all);
    }
    //@ endif
}
