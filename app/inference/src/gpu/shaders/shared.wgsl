// What all kernels share: the shapes of a dispatch, and what changes from step to step.

// Shapes of one dispatch, which stay the same as long as the model does.
struct Shape {
    // Rows of this part of a matrix, and the first of them in the whole.
    rows: u32,
    first_row: u32,
    // Blocks of 32 columns in a row, and the columns without what fills the last block up.
    blocks: u32,
    columns: u32,
    // Numbers that a token takes in what is written.
    stride: u32,
    // Places for sums of squares that a token has.
    sum_stride: u32,
    query_rows: u32,
    key_rows: u32,
    heads: u32,
    key_value_heads: u32,
    head_size: u32,
    // Numbers of a head that are turned.
    turned: u32,
    // Tokens that a layer looks back at; 0 for all.
    window: u32,
    has_bias: u32,
    vocabulary: u32,
    sum_shift: u32,
    epsilon: f32,
    scale: f32,
    cap: f32,
    spare: f32,
}

// What changes from step to step.
struct Step {
    // Tokens of this step, and the one that kernels for a single token work on.
    rows: u32,
    single: u32,
    // Sums of squares that are filled of a token's places.
    sums: u32,
    // Parts that the tokens looked back at are split into, and the tokens of a part.
    splits: u32,
    split_tokens: u32,
    // Tokens that a sequence has room for.
    room: u32,
    // Where the token that is chosen is noted.
    history: u32,
    spare: u32,
    // Sequence and position of each token.
    token: array<vec4<u32>, 32>,
}

@group(0) @binding(0) var<uniform> shape: Shape;
@group(0) @binding(1) var<uniform> step: Step;

// Where a column of an activation lies. Four neighbours stay together; those at the same place of
// their block of 32 follow each other, so that lanes which take a block each read in line.
fn place(column: u32, blocks: u32) -> u32 {
    return (((column & 31u) >> 2u) * blocks + (column >> 5u)) * 4u + (column & 3u);
}
