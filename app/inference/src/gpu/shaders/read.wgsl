// Reads memory as fast as it comes, as matrices do: 16 bytes a lane, neighbouring lanes in line,
// four reads on their way at once.

@group(0) @binding(0) var<storage, read> source: array<vec4<u32>>;
@group(0) @binding(1) var<storage, read_write> found: array<u32>;

@compute @workgroup_size(256)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
) {
    let count = arrayLength(&source);
    let stride = groups.x * 256u;
    var all = vec4<u32>();
    for (var i = group.x * 256u + thread; i + 3u * stride < count; i += 4u * stride) {
        //@ repeat K 4
        let a{K} = source[i + {K}u * stride];
        //@ end
        all |= (a0 | a1) | (a2 | a3);
    }
    // The memory holds zeros, which nobody but the program knows.
    if (all.x | all.y | all.z | all.w) != 0u {
        found[0] = 1u;
    }
}
