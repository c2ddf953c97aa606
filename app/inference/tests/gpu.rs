//! The GPU's kernels against the same arithmetic in 64 bits, on whatever adapter there is: a
//! software driver does.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::sync::Arc;

use weighbridge_gguf::Format;
use weighbridge_inference::cpu::{CpuRuntime, Options};
use weighbridge_inference::gpu::{Address, Device, Features, GpuRuntime, Limits, Wanted};
use weighbridge_inference::reference::{logits, relative_error};
use weighbridge_inference::synthetic::{Shape, model};
use weighbridge_inference::{
    Activation, Config, Family, Model, RopePairs, RunError, Runtime, Step, Window, load,
};

/// With activations in 32 bits, how far logits may be from the reference's.
const TOLERANCE: f64 = 1e-4;

/// Two ways through the same kernels differ by the order of their sums at most.
const SAME: f64 = 1e-5;

fn device() -> Arc<Device> {
    opened(&Wanted::default())
}

fn opened(wanted: &Wanted) -> Arc<Device> {
    Arc::new(Device::open(wanted).unwrap())
}

fn made(config: Config, is_tied: bool, format: Format) -> Model {
    let name = "small".into();
    let shape = Shape {
        name,
        config,
        is_tied,
    };
    model(&shape, format, 3).unwrap()
}

fn small(format: Format) -> Model {
    made(Config::llama(500, 256, 512, 2, 4, 2), true, format)
}

fn prompt(config: &Config, tokens: usize) -> Vec<u32> {
    (0..tokens)
        .map(|i| ((7919 * i + 13) % config.vocabulary) as u32)
        .collect()
}

fn runtime(device: &Arc<Device>, model: &Model, sequences: usize, tokens: usize) -> GpuRuntime {
    let mut runtime = GpuRuntime::new(Arc::clone(device), model).unwrap();
    runtime.reset(sequences, tokens).unwrap();
    runtime
}

fn step(sequence: usize, token: u32) -> Step {
    Step { sequence, token }
}

/// How far one list of numbers is from another.
fn apart(ours: &[f32], others: &[f32]) -> f64 {
    let others: Vec<f64> = others.iter().map(|x| f64::from(*x)).collect();
    relative_error(ours, &others)
}

fn largest(logits: &[f32]) -> u32 {
    (0..logits.len())
        .max_by(|a, b| logits[*a].total_cmp(&logits[*b]).then(b.cmp(a)))
        .unwrap() as u32
}

/// Errors against the reference: of a prompt in chunks, and of tokens one by one after it.
fn errors(device: &Arc<Device>, model: &Model, tokens: usize, after: usize) -> Vec<f64> {
    let ids = prompt(&model.config, tokens + after);
    let reference = logits(model, &ids);
    let mut runtime = runtime(device, model, 1, tokens + after);
    let ours = runtime.prefill(0, &ids[..tokens]).unwrap();
    let mut errors = vec![relative_error(&ours, &reference[tokens - 1])];
    for position in tokens..tokens + after {
        let ours = runtime.decode(&[step(0, ids[position])]).unwrap();
        errors.push(relative_error(&ours, &reference[position]));
    }
    errors
}

#[test]
fn logits_are_the_references_in_every_format() {
    let device = device();
    for format in Format::ALL {
        // Kernels for many tokens decode as those for a few do, and those for one in another way.
        let errors = errors(&device, &small(format), 33, 2);
        println!("{} {errors:.8?}", format.name());
        assert!(
            errors.iter().all(|error| *error < TOLERANCE),
            "{}",
            format.name()
        );
    }
}

#[test]
fn formats_may_differ_within_a_layer() {
    let mut model = small(Format::Q4K);
    let other = small(Format::Q6K);
    for (layer, other) in model.layers.iter_mut().zip(&other.layers) {
        layer.value = other.value.clone();
        layer.down = other.down.clone();
    }
    // The last layer's gates have one format, and what they gate another.
    model.layers[1].up = other.layers[1].up.clone();
    model.output = Some(other.embedding.clone());
    let errors = errors(&device(), &model, 9, 2);
    assert!(errors.iter().all(|error| *error < TOLERANCE), "{errors:?}");
}

#[test]
fn logits_are_the_references_in_every_shape() {
    let device = device();
    let shapes: [(&str, [usize; 6], bool); 6] = [
        ("narrow heads", [300, 60, 128, 1, 10, 10], true),
        ("heads of 4 n + 2 numbers", [301, 96, 200, 2, 16, 4], false),
        ("one head of keys", [259, 288, 96, 2, 6, 1], true),
        ("wide heads", [512, 512, 160, 1, 2, 1], false),
        ("long rows", [300, 96, 5000, 1, 2, 2], true),
        ("many tokens", [5001, 64, 64, 1, 2, 2], false),
    ];
    for (name, [vocabulary, hidden, feed_forward, layers, heads, shared], is_tied) in shapes {
        let config = Config::llama(vocabulary, hidden, feed_forward, layers, heads, shared);
        let errors = errors(&device, &made(config, is_tied, Format::F16), 9, 2);
        println!("{name} {errors:.8?}");
        assert!(errors.iter().all(|error| *error < TOLERANCE), "{name}");
    }
}

/// What families do differently, each on top of a small Llama.
fn families() -> Vec<(&'static str, Config)> {
    let llama = || Config::llama(300, 128, 192, 3, 4, 2);
    let halves = |family: Family| {
        let mut config = llama();
        config.family = family;
        config.attention.rope_pairs = RopePairs::Halves;
        config
    };
    let window = |tokens: usize| Window {
        tokens,
        layers: vec![true, true, false],
        rope_base: 500.0,
        rope_scale: 2.0,
    };
    let qwen2 = halves(Family::Qwen2);
    let mut qwen3 = halves(Family::Qwen3);
    qwen3.attention.norms_heads = true;
    let mut gemma2 = halves(Family::Gemma2);
    gemma2.norms_outputs = true;
    gemma2.activation = Activation::Gelu;
    gemma2.embedding_scale = 11.3;
    gemma2.logit_cap = Some(3.0);
    gemma2.attention.score_cap = Some(2.0);
    gemma2.attention.scale = 0.3;
    gemma2.attention.window = Some(window(5));
    let mut gemma3 = halves(Family::Gemma3);
    gemma3.norms_outputs = true;
    gemma3.activation = Activation::Gelu;
    gemma3.embedding_scale = 11.3;
    gemma3.attention.norms_heads = true;
    gemma3.attention.head_size = 80;
    gemma3.attention.rope_dimensions = 80;
    gemma3.attention.rope_scale = 8.0;
    gemma3.attention.window = Some(window(7));
    let mut phi3 = halves(Family::Phi3);
    phi3.attention.rope_dimensions = 24;
    phi3.attention.rope_factors = Some((0..12).map(|i| 1.0 + 0.3 * i as f32).collect());
    phi3.attention.rope_magnitude = 1.19;
    vec![
        ("Qwen 2", qwen2),
        ("Qwen 3", qwen3),
        ("Gemma 2", gemma2),
        ("Gemma 3", gemma3),
        ("Phi 3", phi3),
    ]
}

#[test]
fn logits_are_the_references_in_every_family() {
    let device = device();
    for (name, config) in families() {
        let errors = errors(&device, &made(config, true, Format::Q8_0), 19, 3);
        println!("{name} {errors:.8?}");
        assert!(errors.iter().all(|error| *error < TOLERANCE), "{name}");
    }
}

#[test]
fn long_sequences_are_split_and_stay_the_references() {
    let device = device();
    let config = Config::llama(300, 64, 96, 1, 2, 1);
    let errors = errors(&device, &made(config, true, Format::F16), 1100, 2);
    assert!(errors.iter().all(|error| *error < TOLERANCE), "{errors:?}");
}

#[test]
fn a_prompt_at_once_is_a_prompt_in_pieces() {
    let device = device();
    let model = small(Format::Q4_0);
    let ids = prompt(&model.config, 45);
    let mut runtime = runtime(&device, &model, 1, 45);
    let whole = runtime.prefill(0, &ids).unwrap();
    runtime.reset(1, 45).unwrap();
    runtime.prefill(0, &ids[..33]).unwrap();
    runtime.prefill(0, &ids[33..40]).unwrap();
    let mut last = Vec::new();
    for id in &ids[40..] {
        last = runtime.decode(&[step(0, *id)]).unwrap();
    }
    assert!(apart(&last, &whole) < SAME);
}

#[test]
fn sequences_together_are_sequences_alone() {
    let device = device();
    let model = small(Format::Q8_0);
    let ids = prompt(&model.config, 120);
    // More sequences than a step has tokens, of different lengths, and fewer at the end.
    let count = 35;
    let mut together = runtime(&device, &model, count, 12);
    let mut alone = runtime(&device, &model, 1, 12);
    for sequence in 0..count {
        together
            .prefill(sequence, &ids[sequence..][..3 + sequence % 5])
            .unwrap();
    }
    for steps in [count, 6] {
        let list: Vec<Step> = (0..steps).map(|s| step(s, ids[100 - s])).collect();
        let all = together.decode(&list).unwrap();
        assert_eq!(all.len(), steps * model.config.vocabulary);
        for (sequence, ours) in all.chunks_exact(model.config.vocabulary).enumerate() {
            alone.reset(1, 12).unwrap();
            alone
                .prefill(0, &ids[sequence..][..3 + sequence % 5])
                .unwrap();
            let again = if steps == count { 1 } else { 2 };
            let mut expected = Vec::new();
            for _ in 0..again {
                expected = alone.decode(&[step(0, ids[100 - sequence])]).unwrap();
            }
            assert!(apart(ours, &expected) < SAME, "{sequence} of {steps}");
        }
    }
}

#[test]
fn split_weights_are_whole_weights() {
    let model = made(Config::llama(3000, 256, 512, 2, 4, 2), true, Format::F16);
    let ids = prompt(&model.config, 21);
    let few = Wanted {
        limits: Limits {
            // The table alone is 1.5 MB, and a matrix of the feed-forward part half of that.
            binding_bytes: Some(400_000),
            buffer_bytes: Some(400_000),
        },
        ..Wanted::default()
    };
    let [whole, split] = [Wanted::default(), few].map(|wanted| {
        let mut runtime = runtime(&opened(&wanted), &model, 1, 24);
        let prompt = runtime.prefill(0, &ids).unwrap();
        let next = runtime.decode(&[step(0, 7)]).unwrap();
        (prompt, next, runtime.dispatches())
    });
    assert!(
        split.2 > whole.2,
        "{} dispatches, {} whole",
        split.2,
        whole.2
    );
    assert!(apart(&split.0, &whole.0) < SAME);
    assert!(apart(&split.1, &whole.1) < SAME);
}

#[test]
fn sums_over_subgroups_are_sums_over_shared_memory() {
    let model = small(Format::Q4_0);
    let ids = prompt(&model.config, 5);
    let without = Wanted {
        without: Features { subgroups: true },
        ..Wanted::default()
    };
    let [with, without] = [Wanted::default(), without].map(|wanted| {
        let device = opened(&wanted);
        let is_offered = device.facts().subgroup.is_some();
        let mut runtime = runtime(&device, &model, 1, 16);
        assert!(is_offered || !runtime.uses_subgroups());
        // Kernels for up to eight tokens, for up to four, and for one.
        let eight = runtime.prefill(0, &ids).unwrap();
        let four = runtime.prefill(0, &ids[..3]).unwrap();
        let one = runtime.decode(&[step(0, 9)]).unwrap();
        ([eight, four, one], runtime.uses_subgroups())
    });
    assert!(!without.1);
    println!("subgroups are used: {}", with.1);
    for (with, without) in with.0.iter().zip(&without.0) {
        assert!(apart(with, without) < SAME);
    }
}

#[test]
fn tokens_that_stay_on_the_gpu_are_those_that_are_read_back() {
    let device = device();
    let model = small(Format::Q8_0);
    let ids = prompt(&model.config, 10);
    let mut runtime = runtime(&device, &model, 1, 40);
    let mut token = largest(&runtime.prefill(0, &ids).unwrap());
    let first = token;
    let mut read_back = Vec::new();
    for _ in 0..12 {
        token = largest(&runtime.decode(&[step(0, token)]).unwrap());
        read_back.push(token);
    }
    runtime.reset(1, 40).unwrap();
    runtime.prefill(0, &ids).unwrap();
    assert_eq!(runtime.decode_pipelined(0, first, 12).unwrap(), read_back);
    // Seven dispatches a layer at most, and a handful around them.
    assert!(
        runtime.dispatches() <= 7 * 2 + 4,
        "{}",
        runtime.dispatches()
    );
}

#[test]
fn three_times_are_told_apart() {
    let device = device();
    let mut runtime = runtime(&device, &small(Format::Q8_0), 1, 8);
    let measured = runtime.measure(4, 3).unwrap();
    assert_eq!(measured.read_back.len(), 3);
    assert!(!measured.pipelined.is_zero());
    assert!(measured.floor.submission >= measured.floor.dispatch);
    // Embedding, five a layer, logits.
    assert_eq!(measured.dispatches, 1 + 5 * 2 + 1);
}

/// `WEIGHBRIDGE_REFERENCE=FILE.gguf:TOKENS:LOGITS…` names files, how many tokens of the prompt that
/// `reference_logits.py` has, and what it wrote.
#[test]
fn logits_are_those_of_another_program() {
    let Ok(cases) = std::env::var("WEIGHBRIDGE_REFERENCE") else {
        return;
    };
    let device = device();
    for case in cases.split_whitespace() {
        let [file, tokens, expected]: [&str; 3] =
            case.split(':').collect::<Vec<_>>().try_into().unwrap();
        let bytes = load::map(file.as_ref()).unwrap();
        let model = load::model_from_gguf(&bytes).unwrap();
        let tokens: u32 = tokens.parse().unwrap();
        let ids: Vec<u32> = (0..tokens)
            .map(|i| if i == 0 { 1 } else { 3 + (7919 * i + 13) % 256 })
            .collect();
        let expected: Vec<f64> = std::fs::read(expected)
            .unwrap()
            .chunks_exact(4)
            .map(|word| f64::from(f32::from_le_bytes(word.try_into().unwrap())))
            .collect();
        let mut runtime = runtime(&device, &model, 1, ids.len());
        let error = relative_error(&runtime.prefill(0, &ids).unwrap(), &expected);
        println!("{file} {error:.2e}");
        assert!(error < TOLERANCE, "{file} {error}");
    }
}

#[test]
fn memory_is_read() {
    let reading = device().reading(1).unwrap();
    assert!(reading.slowest > 0.0);
    assert!(reading.slowest <= reading.median && reading.median <= reading.fastest);
}

#[test]
fn the_gpu_and_the_processor_choose_the_same_tokens() {
    let device = device();
    for format in [Format::F16, Format::Q8_0, Format::Q4_0] {
        let model = small(format);
        let ids = prompt(&model.config, 48);
        let reference = logits(&model, &ids);
        let mut gpu = runtime(&device, &model, 1, 48);
        let mut cpu = CpuRuntime::new(model, &Options::default()).unwrap();
        cpu.reset(1, 48).unwrap();
        let mut compared = 0;
        for (id, reference) in ids.iter().zip(&reference) {
            let of_gpu = gpu.decode(&[step(0, *id)]).unwrap();
            let of_cpu = cpu.decode(&[step(0, *id)]).unwrap();
            let error = of_cpu
                .iter()
                .zip(reference)
                .map(|(a, b)| (f64::from(*a) - b).abs());
            let error = error.fold(0.0, f64::max);
            let mut ranked = reference.clone();
            ranked.sort_unstable_by(f64::total_cmp);
            let margin = ranked[ranked.len() - 1] - ranked[ranked.len() - 2];
            // Where the two best are closer than the processor's error, either may come first.
            if margin > 2.0 * error {
                assert_eq!(largest(&of_gpu), largest(&of_cpu));
                compared += 1;
            }
        }
        assert!(compared >= 24, "{compared} of 48 in {}", format.name());
    }
}

#[test]
fn what_cannot_run_is_said() {
    let device = device();
    let model = small(Format::Q8_0);
    let mut runtime = runtime(&device, &model, 2, 4);
    let beyond = RunError::Token {
        token: 500,
        vocabulary: 500,
    };
    assert_eq!(runtime.prefill(0, &[1, 500]), Err(beyond.clone()));
    assert_eq!(runtime.decode(&[step(0, 500)]), Err(beyond));
    let sequence = |sequence| {
        let sequences = 2;
        Err(RunError::Sequence {
            sequence,
            sequences,
        })
    };
    assert_eq!(runtime.decode(&[step(2, 0)]), sequence(2));
    assert_eq!(runtime.decode(&[step(1, 0), step(1, 0)]), sequence(1));
    let room = Err(RunError::Room { tokens: 5, room: 4 });
    assert_eq!(runtime.prefill(0, &[1; 5]), room);
    runtime.prefill(0, &[1; 4]).unwrap();
    assert_eq!(runtime.decode(&[step(0, 1)]), room);
    let mut odd = Config::llama(300, 66, 96, 1, 2, 2);
    odd.attention.head_size = 33;
    odd.attention.rope_dimensions = 32;
    let refused = GpuRuntime::new(device, &made(odd, true, Format::F16));
    assert!(matches!(refused.err(), Some(RunError::Unsupported { .. })));
}

#[test]
fn a_device_that_is_gone_or_full_is_said() {
    let model = small(Format::Q8_0);
    let gone = device();
    let mut runtime = runtime(&gone, &model, 1, 8);
    runtime.prefill(0, &[1, 2]).unwrap();
    gone.remove();
    let error = runtime.decode(&[step(0, 3)]).unwrap_err();
    assert!(matches!(error, RunError::Device { .. }), "{error}");

    let full = device();
    let mut runtime = GpuRuntime::new(full, &model).unwrap();
    let error = runtime.reset(1000, 100_000).unwrap_err();
    assert!(matches!(error, RunError::Memory { .. }), "{error}");
}

#[test]
fn an_adapter_that_refuses_says_what() {
    let limits = Limits {
        binding_bytes: Some(1 << 50),
        buffer_bytes: None,
    };
    let wanted = Wanted {
        limits,
        ..Wanted::default()
    };
    let refused = Device::open(&wanted).err().unwrap().to_string();
    assert!(
        refused.contains("max_storage_buffer_binding_size"),
        "{refused}"
    );
    let first = Device::adapters().remove(0);
    let address = Address {
        backend: first.backend.clone(),
        pci: first.pci.clone(),
        name: first.name.clone(),
        place: 0,
    };
    let open = |address: Address| {
        let adapter = Some(address);
        Device::open(&Wanted {
            adapter,
            ..Wanted::default()
        })
    };
    assert_eq!(*open(address.clone()).unwrap().facts(), first);
    for elsewhere in [
        Address {
            backend: "metal-on-vulkan".into(),
            ..address.clone()
        },
        Address {
            pci: "ffff:1f:1f.7".into(),
            ..address.clone()
        },
        Address {
            pci: String::new(),
            name: "an adapter that nobody has".into(),
            ..address.clone()
        },
    ] {
        let missing = open(elsewhere).err().unwrap();
        assert!(missing.to_string().contains(&first.name), "{missing}");
    }
}
