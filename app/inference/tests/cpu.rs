//! The processor's runtime beside the same arithmetic in 64 bits, and beside itself.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod families;

use weighbridge_gguf::Format;
use weighbridge_inference::cpu::{CpuRuntime, Instructions, Options};
use weighbridge_inference::reference::{logits, relative_error};
use weighbridge_inference::synthetic::{self, Shape};
use weighbridge_inference::{Config, Model, RunError, Runtime, Step, Unsupported, Window};

fn shape(hidden: usize, feed_forward: usize, heads: usize, pairs: usize, tied: bool) -> Shape {
    Shape {
        name: "small".into(),
        config: Config::llama(300, hidden, feed_forward, 3, heads, pairs),
        is_tied: tied,
    }
}

fn prompt(tokens: u32) -> Vec<u32> {
    let next = |i: u32| 3 + (7919 * i + 13) % 256;
    (0..tokens)
        .map(|i| if i == 0 { 1 } else { next(i) })
        .collect()
}

fn runtime(model: &Model, instructions: Instructions, threads: usize) -> CpuRuntime {
    let options = Options {
        threads: Some(threads),
        instructions: Some(instructions),
        pins_threads: false,
    };
    CpuRuntime::new(model.clone(), &options).unwrap()
}

fn sets() -> impl Iterator<Item = Instructions> {
    Instructions::ALL.into_iter().filter(|set| set.available())
}

/// The largest error of any position, and that top tokens agree where the margin allows.
fn compare(runtime: &mut CpuRuntime, tokens: &[u32], expected: &[Vec<f64>]) -> f64 {
    runtime.reset(1, tokens.len()).unwrap();
    let all = runtime.prefill_all(0, tokens).unwrap();
    let mut worst: f64 = 0.0;
    let vocabulary = runtime.config().vocabulary;
    for (got, expected) in all.chunks_exact(vocabulary).zip(expected) {
        let error = relative_error(got, expected);
        worst = worst.max(error);
        let mut ranked: Vec<usize> = (0..expected.len()).collect();
        ranked.sort_by(|&one, &other| expected[other].total_cmp(&expected[one]));
        let margin = expected[ranked[0]] - expected[ranked[1]];
        let difference = got
            .iter()
            .zip(expected)
            .map(|(got, expected)| (f64::from(*got) - expected).abs())
            .fold(0.0, f64::max);
        if margin > 2.0 * difference {
            let top = (0..got.len()).max_by(|&one, &other| got[one].total_cmp(&got[other]));
            assert_eq!(top, Some(ranked[0]));
        }
    }
    worst
}

#[test]
fn every_format_is_right_on_every_set_of_instructions() {
    // Rows are multiples of 256, as some formats want; vocabulary and heads fill no whole tiles.
    let tokens = prompt(37);
    for (seed, tied) in [(1, true), (2, false)] {
        for format in Format::ALL {
            let model = synthetic::model(&shape(256, 512, 8, 2, tied), format, seed).unwrap();
            let expected = logits(&model, &tokens);
            let allowed = match format {
                Format::F32 | Format::F16 | Format::Bf16 => 1e-4,
                _ => 5e-2,
            };
            for set in sets() {
                let error = compare(&mut runtime(&model, set, 2), &tokens, &expected);
                assert!(
                    error <= allowed,
                    "{} {}: {error}",
                    format.name(),
                    set.name()
                );
            }
        }
    }
}

#[test]
fn odd_shapes_are_right() {
    let tokens = prompt(21);
    let shapes = [
        // Heads of 10 numbers, rows that are no multiple of anything.
        (Format::F16, shape(50, 70, 5, 1, false)),
        (Format::F32, shape(36, 21, 6, 3, true)),
        // Heads of 32 and an odd number of blocks a row.
        (Format::Q8_0, shape(160, 352, 5, 5, true)),
        (Format::Q4_0, shape(96, 224, 4, 1, false)),
    ];
    for (format, shape) in shapes {
        let model = synthetic::model(&shape, format, 5).unwrap();
        let expected = logits(&model, &tokens);
        let allowed = if shape.config.hidden % 32 == 0 {
            5e-2
        } else {
            1e-4
        };
        for set in sets() {
            let error = compare(&mut runtime(&model, set, 3), &tokens, &expected);
            assert!(error <= allowed, "{format:?} {}: {error}", set.name());
        }
    }
}

#[test]
fn sets_of_instructions_agree() {
    let tokens = prompt(33);
    for format in [
        Format::F16,
        Format::Q8_0,
        Format::Q4_0,
        Format::Q4K,
        Format::Q6K,
    ] {
        let model = synthetic::model(&shape(256, 512, 4, 2, true), format, 9).unwrap();
        let logits = |set| {
            let mut runtime = runtime(&model, set, 1);
            runtime.reset(1, 64).unwrap();
            runtime.prefill(0, &tokens).unwrap()
        };
        let portable = logits(Instructions::Portable);
        let wide: Vec<_> = sets().skip(1).map(logits).collect();
        for one in &wide {
            assert_eq!(one, &wide[0], "{}", format.name());
            let expected: Vec<f64> = portable.iter().map(|&logit| f64::from(logit)).collect();
            // Without fused multiplication a sum may be rounded otherwise, and an activation of
            // 8 bits then be a step apart.
            let allowed = if format == Format::F16 { 1e-5 } else { 3e-2 };
            assert!(relative_error(one, &expected) <= allowed);
        }
    }
}

#[test]
fn a_prompt_is_the_same_at_once_and_step_by_step() {
    let tokens = prompt(150);
    for format in [Format::F16, Format::Q8_0, Format::Q4K, Format::Q6K] {
        let model = synthetic::model(&shape(256, 512, 4, 2, true), format, 3).unwrap();
        for set in sets() {
            let mut runtime = runtime(&model, set, 2);
            runtime.reset(1, 150).unwrap();
            let at_once = runtime.prefill(0, &tokens).unwrap();
            runtime.reset(1, 150).unwrap();
            runtime.prefill(0, &tokens[..135]).unwrap();
            let mut by_step = Vec::new();
            for &token in &tokens[135..] {
                by_step = runtime.decode(&[Step { sequence: 0, token }]).unwrap();
            }
            assert_eq!(at_once, by_step, "{} {}", format.name(), set.name());
        }
    }
}

#[test]
fn sequences_together_are_as_each_alone() {
    let model = synthetic::model(&shape(256, 512, 4, 4, true), Format::Q4_0, 4).unwrap();
    let mut runtime = runtime(&model, Instructions::widest(), 2);
    let lengths = [3_usize, 17, 1, 30, 16, 8];
    let tokens = prompt(40);
    let mut alone = Vec::new();
    for length in lengths {
        runtime.reset(1, 40).unwrap();
        runtime.prefill(0, &tokens[..length]).unwrap();
        for &token in &tokens[length..length + 4] {
            alone.push(runtime.decode(&[Step { sequence: 0, token }]).unwrap());
        }
    }
    runtime.reset(lengths.len(), 40).unwrap();
    for (sequence, length) in lengths.into_iter().enumerate() {
        runtime.prefill(sequence, &tokens[..length]).unwrap();
    }
    for step in 0..4 {
        let steps: Vec<Step> = lengths
            .iter()
            .enumerate()
            .map(|(sequence, length)| Step {
                sequence,
                token: tokens[length + step],
            })
            .collect();
        let together = runtime.decode(&steps).unwrap();
        for (sequence, logits) in together.chunks_exact(300).enumerate() {
            assert_eq!(logits, alone[sequence * 4 + step]);
        }
    }
}

#[test]
fn what_cannot_be_done_is_refused() {
    let model = synthetic::model(&shape(64, 64, 2, 1, true), Format::Q8_0, 1).unwrap();
    let mut runtime = runtime(&model, Instructions::Portable, 1);
    let step = |sequence, token| Step { sequence, token };
    assert!(runtime.prefill(0, &[1]).is_err());
    let empty = RunError::Unsupported {
        what: Unsupported::EmptyPrompt,
    };
    runtime.reset(2, 4).unwrap();
    let beyond = RunError::Token {
        token: 300,
        vocabulary: 300,
    };
    assert_eq!(runtime.prefill(0, &[1, 300]), Err(beyond));
    let room = RunError::Room { tokens: 5, room: 4 };
    assert_eq!(runtime.prefill(0, &[1; 5]), Err(room));
    let twice = RunError::Sequence {
        sequence: 1,
        sequences: 2,
    };
    assert_eq!(runtime.decode(&[step(1, 5), step(1, 6)]), Err(twice));
    assert!(runtime.decode(&[step(2, 5)]).is_err());
    assert_eq!(runtime.prefill(0, &[]), Err(empty));
    // What was refused has left nothing behind.
    runtime.prefill(0, &[1; 4]).unwrap();
    runtime.decode(&[step(1, 5)]).unwrap();
}

#[test]
fn shapes_that_do_not_fit_are_refused() {
    type Change = fn(&mut Model);
    let heads = |heads, key_value_heads| Unsupported::Heads {
        heads,
        key_value_heads,
    };
    let positions = |numbers| Unsupported::Positions {
        numbers,
        head_size: 32,
    };
    let cases: [(Change, Unsupported); 10] = [
        (
            |model| model.layers[1].down.columns = 63,
            Unsupported::Matrix {
                rows: 64,
                columns: 63,
                format: "F16".to_owned(),
                wanted: [64, 64],
            },
        ),
        (
            |model| drop(model.layers.pop()),
            Unsupported::Layers { is: 2, said: 3 },
        ),
        (
            |model| model.config.hidden = 0,
            Unsupported::Width { numbers: 0 },
        ),
        (
            |model| model.config.attention.key_value_heads = 0,
            heads(2, 0),
        ),
        (|model| model.config.attention.heads = 3, heads(3, 2)),
        (
            |model| model.config.attention.head_size = 0,
            Unsupported::HeadSize { numbers: 0 },
        ),
        (
            |model| model.config.attention.rope_dimensions = 34,
            positions(34),
        ),
        (
            |model| model.config.attention.rope_dimensions = 31,
            positions(31),
        ),
        (
            |model| model.config.attention.rope_factors = Some(vec![1.0; 15]),
            positions(32),
        ),
        (
            |model| {
                model.config.attention.window = Some(Window {
                    tokens: 8,
                    layers: vec![true; 2],
                    rope_base: 1e4,
                    rope_scale: 1.0,
                });
            },
            Unsupported::Window {
                tokens: 8,
                layers: 2,
            },
        ),
    ];
    let sound = synthetic::model(&shape(64, 64, 2, 2, true), Format::F16, 1).unwrap();
    for (change, what) in cases {
        let mut model = sound.clone();
        change(&mut model);
        let refused = CpuRuntime::new(model, &Options::default()).err();
        assert_eq!(refused, Some(RunError::Unsupported { what }));
    }
}

#[test]
fn memory_is_that_of_the_weights_and_the_cache() {
    let model = synthetic::model(&shape(256, 512, 4, 2, true), Format::Q4_0, 1).unwrap();
    let weights = model.weight_bytes();
    let mut runtime = runtime(&model, Instructions::widest(), 1);
    let before = runtime.memory_bytes();
    assert!(before >= weights * 9 / 10 && before <= weights * 12 / 10 + 4096);
    runtime.reset(2, 64).unwrap();
    // Three layers, keys and values of two heads of 64 numbers, 16 bits each.
    let cache = 3 * 2 * 2 * 64 * 2 * 2 * 64;
    assert_eq!(runtime.memory_bytes() - before, cache);
}

#[test]
fn every_family_is_right() {
    let tokens = prompt(24);
    for shape in families::shapes() {
        // Rows of 64 numbers average little of what 8 bits leave out, so that the worst position is
        // worse here than in models of any use.
        for (format, allowed) in [
            (Format::F32, 1e-4),
            (Format::F16, 1e-4),
            (Format::Q8_0, 8e-2),
        ] {
            let model = synthetic::model(&shape, format, 5).unwrap();
            let expected = logits(&model, &tokens);
            let mut runtime = runtime(&model, Instructions::widest(), 2);
            let error = compare(&mut runtime, &tokens, &expected);
            assert!(
                error <= allowed,
                "{} {}: {error}",
                shape.name,
                format.name()
            );
            // Windows and caps hold for tokens one by one, too.
            runtime.reset(1, tokens.len()).unwrap();
            let mut last = runtime.prefill(0, &tokens[..11]).unwrap();
            for &token in &tokens[11..] {
                last = runtime.decode(&[Step { sequence: 0, token }]).unwrap();
            }
            let error = relative_error(&last, &expected[tokens.len() - 1]);
            assert!(
                error <= allowed,
                "{} {}: {error}",
                shape.name,
                format.name()
            );
        }
    }
}
