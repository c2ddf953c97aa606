// Takes the parts of a head's attention together, where the positions were split.

@group(0) @binding(4) var<storage, read> partial: array<f32>;
@group(0) @binding(7) var<storage, read_write> heads_out: array<f32>;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(local_invocation_index) thread: u32,
) {
    let head = group.x;
    let token = group.y;
    let size = shape.head_size;
    let base = (token * shape.heads + head) * step.splits * (size + 2u);
    var most = -3.0e38;
    for (var part = 0u; part < step.splits; part += 1u) {
        let at = base + part * (size + 2u) + size;
        if partial[at + 1u] > 0.0 {
            most = max(most, partial[at]);
        }
    }
    var total = 0.0;
    for (var part = 0u; part < step.splits; part += 1u) {
        let at = base + part * (size + 2u) + size;
        total += partial[at + 1u] * exp(partial[at] - most);
    }
    for (var i = thread; i < size; i += 64u) {
        var sum = 0.0;
        for (var part = 0u; part < step.splits; part += 1u) {
            let at = base + part * (size + 2u);
            sum += partial[at + i] * exp(partial[at + size] - most);
        }
        heads_out[token * shape.stride + place(head * size + i, shape.blocks)] = sum / total;
    }
}
