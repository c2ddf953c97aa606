// Never compiled as a whole: the parts whose line names a format are, together.
//
// Each part decodes four neighbouring columns of a block, in two halves so that what is fetched
// may be on its way while something else is computed, and multiplies a whole block.

//# F32
struct Fetched {
    word: vec4<u32>,
}

fn fetch(row: u32, block: u32, j: u32) -> Fetched {
    return Fetched(quants[(row * 8u + j) * shape.blocks + block]);
}

fn decode(fetched: Fetched) -> vec4<f32> {
    return bitcast<vec4<f32>>(fetched.word);
}

fn block_dot(row: u32, block: u32, x: Numbers, total: f32) -> f32 {
    let at = row * 8u * shape.blocks + block;
    var sum = 0.0;
    //@ repeat J 8
    sum += dot(bitcast<vec4<f32>>(quants[at + {J}u * shape.blocks]), x.v{J});
    //@ end
    return sum;
}

//# F16
fn halves(pair: vec2<u32>) -> vec4<f32> {
    return vec4<f32>(unpack2x16float(pair.x), unpack2x16float(pair.y));
}

//# BF16
fn halves(pair: vec2<u32>) -> vec4<f32> {
    return bitcast<vec4<f32>>(vec4<u32>(
        pair.x << 16u, pair.x & 0xffff0000u, pair.y << 16u, pair.y & 0xffff0000u,
    ));
}

//# F16 BF16
struct Fetched {
    pair: vec2<u32>,
}

fn fetch(row: u32, block: u32, j: u32) -> Fetched {
    let word = quants[(row * 4u + (j >> 1u)) * shape.blocks + block];
    return Fetched(select(word.xy, word.zw, (j & 1u) == 1u));
}

fn decode(fetched: Fetched) -> vec4<f32> {
    return halves(fetched.pair);
}

fn block_dot(row: u32, block: u32, x: Numbers, total: f32) -> f32 {
    let at = row * 4u * shape.blocks + block;
    let a = quants[at];
    let b = quants[at + shape.blocks];
    let c = quants[at + 2u * shape.blocks];
    let d = quants[at + 3u * shape.blocks];
    return dot(halves(a.xy), x.v0) + dot(halves(a.zw), x.v1)
        + dot(halves(b.xy), x.v2) + dot(halves(b.zw), x.v3)
        + dot(halves(c.xy), x.v4) + dot(halves(c.zw), x.v5)
        + dot(halves(d.xy), x.v6) + dot(halves(d.zw), x.v7);
}

//# Q8_0 Sixteens
fn bytes(word: u32) -> vec4<f32> {
    return vec4<f32>(unpack4xI8(word));
}

//# Q8_0 Q4_0
// Two scales share a word.
fn scale_in(word: u32, at: u32) -> f32 {
    let pair = unpack2x16float(word);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}

fn scale_of(row: u32, block: u32) -> f32 {
    let at = row * shape.blocks + block;
    return scale_in(scales[at >> 1u], at);
}

//# Q8_0
struct Fetched {
    word: u32,
    scales: u32,
    at: u32,
}

fn fetch(row: u32, block: u32, j: u32) -> Fetched {
    let at = row * shape.blocks + block;
    let word = quants[(row * 2u + (j >> 2u)) * shape.blocks + block][j & 3u];
    return Fetched(word, scales[at >> 1u], at);
}

fn decode(fetched: Fetched) -> vec4<f32> {
    return bytes(fetched.word) * scale_in(fetched.scales, fetched.at);
}

fn block_dot(row: u32, block: u32, x: Numbers, total: f32) -> f32 {
    let at = row * 2u * shape.blocks + block;
    let a = quants[at];
    let b = quants[at + shape.blocks];
    let sum = dot(bytes(a.x), x.v0) + dot(bytes(a.y), x.v1)
        + dot(bytes(a.z), x.v2) + dot(bytes(a.w), x.v3)
        + dot(bytes(b.x), x.v4) + dot(bytes(b.y), x.v5)
        + dot(bytes(b.z), x.v6) + dot(bytes(b.w), x.v7);
    return sum * scale_of(row, block);
}

//# Q4_0 Q4_1 Q4_K
fn low(word: u32) -> vec4<f32> {
    return vec4<f32>(unpack4xU8(word & 0x0f0f0f0fu));
}

fn high(word: u32) -> vec4<f32> {
    return vec4<f32>(unpack4xU8((word >> 4u) & 0x0f0f0f0fu));
}

// A block of nibbles: the low ones are the first half of its numbers, the high ones the second.
fn nibbles_dot(a: vec4<u32>, x: Numbers) -> f32 {
    return dot(low(a.x), x.v0) + dot(low(a.y), x.v1)
        + dot(low(a.z), x.v2) + dot(low(a.w), x.v3)
        + dot(high(a.x), x.v4) + dot(high(a.y), x.v5)
        + dot(high(a.z), x.v6) + dot(high(a.w), x.v7);
}

//# Q4_0
struct Fetched {
    word: u32,
    scales: u32,
    at: u32,
    up: u32,
}

fn fetch(row: u32, block: u32, j: u32) -> Fetched {
    let at = row * shape.blocks + block;
    return Fetched(quants[at][j & 3u], scales[at >> 1u], at, j & 4u);
}

fn decode(fetched: Fetched) -> vec4<f32> {
    return (low(fetched.word >> fetched.up) - 8.0) * scale_in(fetched.scales, fetched.at);
}

fn block_dot(row: u32, block: u32, x: Numbers, total: f32) -> f32 {
    let a = quants[row * shape.blocks + block];
    let sum = nibbles_dot(a, x);
    return (sum - 8.0 * total) * scale_of(row, block);
}

//# Q4_1
struct Fetched {
    word: u32,
    scales: u32,
    up: u32,
}

fn fetch(row: u32, block: u32, j: u32) -> Fetched {
    let at = row * shape.blocks + block;
    return Fetched(quants[at][j & 3u], scales[at], j & 4u);
}

fn decode(fetched: Fetched) -> vec4<f32> {
    let scale = unpack2x16float(fetched.scales);
    return low(fetched.word >> fetched.up) * scale.x + scale.y;
}

fn block_dot(row: u32, block: u32, x: Numbers, total: f32) -> f32 {
    let at = row * shape.blocks + block;
    let a = quants[at];
    let scale = unpack2x16float(scales[at]);
    let sum = nibbles_dot(a, x);
    return sum * scale.x + total * scale.y;
}

//# Q4_K Q5_K
fn scale_in(factors: u32, words: u32, block: u32) -> vec2<f32> {
    let two = words >> ((block & 1u) * 16u);
    return unpack2x16float(factors) * vec2<f32>(f32(two & 0xffu), f32((two >> 8u) & 0xffu));
}

//# Q4_K
// For each 256 numbers five words: both factors as halves, then scale and minimum of each block
// of 32 as two bytes.
fn scale_of(row: u32, block: u32) -> vec2<f32> {
    let at = (row * (shape.blocks >> 3u) + (block >> 3u)) * 5u;
    return scale_in(scales[at], scales[at + 1u + ((block & 7u) >> 1u)], block);
}

struct Fetched {
    word: u32,
    factors: u32,
    scales: u32,
    block: u32,
    up: u32,
}

fn fetch(row: u32, block: u32, j: u32) -> Fetched {
    let at = (row * (shape.blocks >> 3u) + (block >> 3u)) * 5u;
    let word = quants[row * shape.blocks + block][j & 3u];
    return Fetched(word, scales[at], scales[at + 1u + ((block & 7u) >> 1u)], block, j & 4u);
}

fn decode(fetched: Fetched) -> vec4<f32> {
    let scale = scale_in(fetched.factors, fetched.scales, fetched.block);
    return low(fetched.word >> fetched.up) * scale.x - scale.y;
}

fn block_dot(row: u32, block: u32, x: Numbers, total: f32) -> f32 {
    let a = quants[row * shape.blocks + block];
    let scale = scale_of(row, block);
    let sum = nibbles_dot(a, x);
    return sum * scale.x - total * scale.y;
}

//# Q6_K
// For each 256 numbers 21 words: the factor, sixteen scales of a byte, and the two high bits of
// each number, those of four neighbours in a byte.
fn base_of(row: u32, block: u32) -> u32 {
    return (row * (shape.blocks >> 3u) + (block >> 3u)) * 21u;
}

fn scale_in(factor: u32, words: u32, block: u32) -> vec2<f32> {
    let four = vec4<f32>(unpack4xI8(words));
    return unpack2x16float(factor).x * select(four.xy, four.zw, (block & 1u) == 1u);
}

fn scale_of(base: u32, block: u32) -> vec2<f32> {
    return scale_in(scales[base], scales[base + 1u + ((block & 7u) >> 1u)], block);
}

fn numbers(word: u32, bits: u32) -> vec4<f32> {
    let above = (vec4<u32>(bits) >> vec4<u32>(0u, 2u, 4u, 6u)) & vec4<u32>(3u);
    return vec4<f32>(unpack4xU8(word & 0x0f0f0f0fu) | (above << vec4<u32>(4u)));
}

struct Fetched {
    word: u32,
    bits: u32,
    factor: u32,
    scales: u32,
    block: u32,
    j: u32,
}

fn fetch(row: u32, block: u32, j: u32) -> Fetched {
    let base = base_of(row, block);
    return Fetched(
        quants[row * shape.blocks + block][j & 3u],
        scales[base + 5u + (block & 7u) * 2u + (j >> 2u)],
        scales[base],
        scales[base + 1u + ((block & 7u) >> 1u)],
        block,
        j,
    );
}

fn decode(fetched: Fetched) -> vec4<f32> {
    let scale = scale_in(fetched.factor, fetched.scales, fetched.block);
    let j = fetched.j;
    let number = numbers(fetched.word >> (j & 4u), fetched.bits >> ((j & 3u) * 8u));
    return (number - 32.0) * select(scale.x, scale.y, j > 3u);
}

fn block_dot(row: u32, block: u32, x: Numbers, total: f32) -> f32 {
    let base = base_of(row, block);
    let scale = scale_of(base, block);
    let a = quants[row * shape.blocks + block];
    let b = scales[base + 5u + (block & 7u) * 2u];
    let c = scales[base + 6u + (block & 7u) * 2u];
    let first = dot(numbers(a.x, b) - 32.0, x.v0) + dot(numbers(a.y, b >> 8u) - 32.0, x.v1)
        + dot(numbers(a.z, b >> 16u) - 32.0, x.v2) + dot(numbers(a.w, b >> 24u) - 32.0, x.v3);
    let second = dot(numbers(a.x >> 4u, c) - 32.0, x.v4) + dot(numbers(a.y >> 4u, c >> 8u) - 32.0, x.v5)
        + dot(numbers(a.z >> 4u, c >> 16u) - 32.0, x.v6) + dot(numbers(a.w >> 4u, c >> 24u) - 32.0, x.v7);
    return first * scale.x + second * scale.y;
}

//# Q5_1 Q5_K
// Four numbers: their low bits in bytes, the fifth ones in line.
fn numbers(word: u32, fifth: u32) -> vec4<f32> {
    let above = (vec4<u32>(fifth) >> vec4<u32>(0u, 1u, 2u, 3u)) & vec4<u32>(1u);
    return vec4<f32>(unpack4xU8(word & 0x0f0f0f0fu) | (above << vec4<u32>(4u)));
}

fn fives_dot(a: vec4<u32>, fifth: u32, x: Numbers) -> f32 {
    return dot(numbers(a.x, fifth), x.v0) + dot(numbers(a.y, fifth >> 4u), x.v1)
        + dot(numbers(a.z, fifth >> 8u), x.v2) + dot(numbers(a.w, fifth >> 12u), x.v3)
        + dot(numbers(a.x >> 4u, fifth >> 16u), x.v4) + dot(numbers(a.y >> 4u, fifth >> 20u), x.v5)
        + dot(numbers(a.z >> 4u, fifth >> 24u), x.v6) + dot(numbers(a.w >> 4u, fifth >> 28u), x.v7);
}

//# Q5_1
// For each block two words: scale and minimum as halves, and the fifth bits of its numbers.
struct Fetched {
    word: u32,
    scales: u32,
    fifth: u32,
    j: u32,
}

fn fetch(row: u32, block: u32, j: u32) -> Fetched {
    let at = row * shape.blocks + block;
    return Fetched(quants[at][j & 3u], scales[at * 2u], scales[at * 2u + 1u], j);
}

fn decode(fetched: Fetched) -> vec4<f32> {
    let scale = unpack2x16float(fetched.scales);
    let j = fetched.j;
    return numbers(fetched.word >> (j & 4u), fetched.fifth >> (j * 4u)) * scale.x + scale.y;
}

fn block_dot(row: u32, block: u32, x: Numbers, total: f32) -> f32 {
    let at = row * shape.blocks + block;
    let a = quants[at];
    let scale = unpack2x16float(scales[at * 2u]);
    let fifth = scales[at * 2u + 1u];
    let sum = fives_dot(a, fifth, x);
    return sum * scale.x + total * scale.y;
}

//# Q5_K
// For each 256 numbers thirteen words: both factors as halves, scale and minimum of each block of
// 32 as two bytes, and the fifth bits of each block's numbers.
fn base_of(row: u32, block: u32) -> u32 {
    return (row * (shape.blocks >> 3u) + (block >> 3u)) * 13u;
}

struct Fetched {
    word: u32,
    factors: u32,
    scales: u32,
    fifth: u32,
    block: u32,
    j: u32,
}

fn fetch(row: u32, block: u32, j: u32) -> Fetched {
    let base = base_of(row, block);
    return Fetched(
        quants[row * shape.blocks + block][j & 3u],
        scales[base],
        scales[base + 1u + ((block & 7u) >> 1u)],
        scales[base + 5u + (block & 7u)],
        block,
        j,
    );
}

fn decode(fetched: Fetched) -> vec4<f32> {
    let scale = scale_in(fetched.factors, fetched.scales, fetched.block);
    let j = fetched.j;
    return numbers(fetched.word >> (j & 4u), fetched.fifth >> (j * 4u)) * scale.x - scale.y;
}

fn block_dot(row: u32, block: u32, x: Numbers, total: f32) -> f32 {
    let base = base_of(row, block);
    let a = quants[row * shape.blocks + block];
    let scale = scale_in(scales[base], scales[base + 1u + ((block & 7u) >> 1u)], block);
    let fifth = scales[base + 5u + (block & 7u)];
    let sum = fives_dot(a, fifth, x);
    return sum * scale.x - total * scale.y;
}

//# Sixteens
// Bytes, with a scale and a minimum of 32 bits for each sixteen of them: four words a block,
// scales first.
struct Fetched {
    word: u32,
    scale: u32,
    minimum: u32,
}

fn fetch(row: u32, block: u32, j: u32) -> Fetched {
    let at = (row * shape.blocks + block) * 4u + (j >> 2u);
    let word = quants[(row * 2u + (j >> 2u)) * shape.blocks + block][j & 3u];
    return Fetched(word, scales[at], scales[at + 2u]);
}

fn decode(fetched: Fetched) -> vec4<f32> {
    return bytes(fetched.word) * bitcast<f32>(fetched.scale) - bitcast<f32>(fetched.minimum);
}

fn block_dot(row: u32, block: u32, x: Numbers, total: f32) -> f32 {
    let at = row * 2u * shape.blocks + block;
    let a = quants[at];
    let b = quants[at + shape.blocks];
    let base = (row * shape.blocks + block) * 4u;
    let half = x.v0 + x.v1 + x.v2 + x.v3;
    let first_total = half.x + half.y + half.z + half.w;
    let first = dot(bytes(a.x), x.v0) + dot(bytes(a.y), x.v1)
        + dot(bytes(a.z), x.v2) + dot(bytes(a.w), x.v3);
    let second = dot(bytes(b.x), x.v4) + dot(bytes(b.y), x.v5)
        + dot(bytes(b.z), x.v6) + dot(bytes(b.w), x.v7);
    return first * bitcast<f32>(scales[base]) + second * bitcast<f32>(scales[base + 1u])
        - first_total * bitcast<f32>(scales[base + 2u])
        - (total - first_total) * bitcast<f32>(scales[base + 3u]);
}
