// A matrix times the activations of several tokens: 32 rows and 32 tokens a workgroup.
// Weights are decoded once into shared memory, where all tokens meet them; a thread keeps four
// rows of four tokens. While a block is multiplied the next one is on its way.

const WIDTH = 64u;
const TILE = 32u;

// [column of the block][four rows], and [column of the block][four tokens].
var<workgroup> tile: array<vec4<f32>, 256>;
var<workgroup> meets: array<vec4<f32>, 256>;
//@ if NORMED
var<workgroup> norms: array<f32, TILE>;
//@ endif
//@ if SUMMED
var<workgroup> finished: array<f32, 256>;
//@ endif

@compute @workgroup_size(WIDTH)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
) {
    let quad = thread % 8u;
    let other = thread / 8u;
    let first = group.x * 32u + quad * 4u;
    let last = shape.rows - 1u;
    let blocks = shape.blocks;

    //@ if NORMED
    if thread < TILE {
        let token = min(thread, step.rows - 1u);
        var square = 0.0;
        for (var i = 0u; i < step.sums; i += 1u) {
            square += squares[token * shape.sum_stride + i];
        }
        norms[thread] = inverse_root(square);
    }
    //@ endif

    // Each thread fetches four neighbouring columns of four rows, and of four tokens.
    //@ repeat C 4
    let row{C} = min(first + {C}u, last);
    let input{C} = (min(quad * 4u + {C}u, step.rows - 1u) * 8u + other) * blocks;
    var w{C} = fetch(row{C}, 0u, other);
    var x{C} = input[input{C}];
    var sum{C} = vec4<f32>();
    //@ end
    for (var block = 0u; block < blocks; block += 1u) {
        //@ repeat C 4
        let a{C} = decode(w{C});
        //@ end
        workgroupBarrier();
        //@ repeat C 4
        tile[(other * 4u + {C}u) * 8u + quad] = vec4<f32>(a0[{C}], a1[{C}], a2[{C}], a3[{C}]);
        meets[(other * 4u + {C}u) * 8u + quad] = vec4<f32>(x0[{C}], x1[{C}], x2[{C}], x3[{C}]);
        //@ end
        workgroupBarrier();
        let next = min(block + 1u, blocks - 1u);
        //@ repeat C 4
        w{C} = fetch(row{C}, next, other);
        x{C} = input[input{C} + next];
        //@ end
        for (var k = 0u; k < 32u; k += 4u) {
            //@ repeat K 4
            {
                let w = tile[(k + {K}u) * 8u + quad];
                let y = meets[(k + {K}u) * 8u + other];
                //@ repeat T 4
                sum{T} += w * y[{T}];
                //@ end
            }
            //@ end
        }
    }

    //@ repeat T 4
    {
        let token = other * 4u + {T}u;
        var left = 0.0;
        if token < step.rows {
            var sum = sum{T};
            //@ if NORMED
            sum *= norms[token];
            //@ endif
            if first < shape.rows {
                left = finish(token, shape.first_row + first, sum.xy);
            }
            if first + 2u < shape.rows {
                left += finish(token, shape.first_row + first + 2u, sum.zw);
            }
        }
        //@ if SUMMED
        finished[token * 8u + quad] = left;
        //@ endif
    }
    //@ end
    //@ if SUMMED
    workgroupBarrier();
    if thread < TILE && thread < step.rows {
        var all = 0.0;
        for (var i = 0u; i < 8u; i += 1u) {
            all += finished[thread * 8u + i];
        }
        keep_sum(thread, shape.first_row / 32u + group.x, all);
    }
    //@ endif
}
