// Queries, keys and values: adds biases, turns pairs by their position, and keeps keys and values.

@group(0) @binding(6) var<storage, read_write> queries: array<f32>;
@group(0) @binding(7) var<storage, read_write> keys: array<f32>;
@group(0) @binding(8) var<storage, read_write> values: array<f32>;
@group(0) @binding(9) var<storage, read> biases: array<f32>;
@group(0) @binding(10) var<storage, read> turns: array<vec2<f32>>;

fn turned(pair: vec2<f32>, number: u32, position: u32) -> vec2<f32> {
    if number >= shape.turned {
        return pair;
    }
    let turn = turns[position * (shape.turned / 2u) + number / 2u];
    return vec2<f32>(pair.x * turn.x - pair.y * turn.y, pair.x * turn.y + pair.y * turn.x);
}

fn finish(token: u32, row: u32, raw: vec2<f32>) -> f32 {
    var pair = raw;
    if shape.has_bias == 1u {
        pair += vec2<f32>(biases[row], biases[row + 1u]);
    }
    let sequence = step.token[token].y;
    let position = step.token[token].z;
    let size = shape.head_size;
    if row < shape.query_rows {
        pair = turned(pair, row % size, position) * shape.scale;
        let at = token * shape.query_rows + row;
        queries[at] = pair.x;
        queries[at + 1u] = pair.y;
    } else if row < shape.query_rows + shape.key_rows {
        let within = row - shape.query_rows;
        let number = within % size;
        pair = turned(pair, number, position);
        let at = key_place(sequence, within / size, number, position);
        keys[at] = pair.x;
        keys[at + 1u] = pair.y;
    } else {
        let within = row - shape.query_rows - shape.key_rows;
        let at = value_place(sequence, within / size, within % size, position);
        values[at] = pair.x;
        values[at + 1u] = pair.y;
    }
    return 0.0;
}
