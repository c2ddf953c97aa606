// Tries what kernels rely on: every lane has a number of its own below the workgroup's width, and
// a sum over a subgroup is one over all its lanes.

@group(0) @binding(0) var<storage, read_write> found: array<atomic<u32>>;

@compute @workgroup_size(256)
fn main(
    @builtin(subgroup_id) subgroup: u32,
    @builtin(subgroup_size) subgroup_size: u32,
    @builtin(subgroup_invocation_id) subgroup_lane: u32,
) {
    let thread = subgroup * subgroup_size + subgroup_lane;
    let ones = subgroupAdd(1u);
    let numbers = subgroupAdd(thread);
    let first = subgroup * subgroup_size;
    let expected = subgroup_size * first + subgroup_size * (subgroup_size - 1u) / 2u;
    if thread < 256u {
        atomicAdd(&found[thread], 1u);
        atomicStore(&found[256u + thread], select(0u, 1u, ones == subgroup_size && numbers == expected));
    }
}
