// Kernels that do nothing but move memory or calculate. `PLACEHOLDERS` are filled in by gpu.rs.

struct Work {
    // The first element, one behind the last, and passes of arithmetic.
    first: u32,
    end: u32,
    passes: u32,
    unused: u32,
}

@group(0) @binding(0) var<uniform> work: Work;
@group(0) @binding(1) var<storage, read_write> one: array<vec4<u32>>;
@group(0) @binding(2) var<storage, read_write> other: array<vec4<u32>>;

// Numbers without a pattern: buses and arithmetic spend less on noughts.
@compute @workgroup_size(256)
fn fill(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
    for (var place = work.first + id.x; place < work.end; place += groups.x * 256u) {
        let mixed = (vec4<u32>(place * 4u) + vec4<u32>(0u, 1u, 2u, 3u)) * 2654435769u;
        one[place] = mixed ^ (mixed >> vec4<u32>(15u));
    }
}

@compute @workgroup_size(256)
fn copy(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
    for (var place = work.first + id.x; place < work.end; place += groups.x * 256u) {
        other[place] = one[place];
    }
}

@compute @workgroup_size(256)
fn read(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
    var mixed = vec4<u32>(0u);
    let stride = groups.x * 256u;
    var place = work.first + id.x;
    // Several at once, so that more reads are under way.
    for (; place + 3u * stride < work.end; place += 4u * stride) {
        let first = one[place];
        let second = one[place + stride];
        let third = one[place + 2u * stride];
        let fourth = one[place + 3u * stride];
        mixed ^= first ^ second ^ third ^ fourth;
    }
    for (; place < work.end; place += stride) {
        mixed ^= one[place];
    }
    // Hardly ever written, but the compiler does not know.
    if all(mixed == vec4<u32>(0x9e3779b9u, 0x7f4a7c15u, 0xf39cc060u, 0x5cedc834u)) {
        other[id.x] = mixed;
    }
}
