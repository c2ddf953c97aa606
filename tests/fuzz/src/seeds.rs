//! Small valid files, for fuzzing to start from.

use std::path::Path;

use weighbridge_fuzz::save::{Vocabulary, gguf};
use weighbridge_fuzz::synthetic::{Shape, model};
use weighbridge_fuzz::{Activation, Config, Family, Window};
use weighbridge_gguf::Format;
use weighbridge_gguf::write::{Entry, Writer};

/// Ways of cutting text, one for each that is known.
pub const WAYS: [&str; 9] = [
    "llama-bpe",
    "dbrx",
    "qwen2",
    "gpt-2",
    "smollm",
    "tekken",
    "gpt-4o",
    "deepseek-coder",
    "default",
];

/// A vocabulary of byte pairs.
pub fn byte_pairs(way: &str) -> Vec<u8> {
    let tokens = ["a", "b", "Ġ", "Ġa", "ab", "<|own|>"];
    let mut writer = Writer::default();
    writer
        .entry("tokenizer.ggml.model", Entry::Text("gpt2"))
        .entry("tokenizer.ggml.pre", Entry::Text(way))
        .entry("tokenizer.ggml.tokens", Entry::Texts(&tokens))
        .entry(
            "tokenizer.ggml.token_type",
            Entry::I32s(&[1, 1, 1, 1, 1, 4]),
        )
        .entry("tokenizer.ggml.merges", Entry::Texts(&["Ġ a", "a b"]))
        .entry("tokenizer.ggml.add_bos_token", Entry::Truth(true));
    writer.bytes()
}

/// Writes all of them into a folder.
pub fn write(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    std::fs::create_dir_all(folder)?;
    let mut count = 0;
    let mut put = |bytes: Vec<u8>| {
        count += 1;
        std::fs::write(folder.join(format!("seed-{count}.gguf")), bytes)
    };
    let vocabulary = Vocabulary {
        texts: ["<unk>", "<s>", "</s>", "<0x41>", "▁a", "▁", "a", "b"]
            .map(str::to_owned)
            .to_vec(),
        scores: (0..8).map(|i| -i as f32).collect(),
        kinds: vec![2, 3, 3, 6, 1, 1, 1, 4],
    };
    let families = [
        Family::Llama,
        Family::Qwen2,
        Family::Qwen3,
        Family::Gemma2,
        Family::Gemma3,
        Family::Phi3,
    ];
    for family in families {
        for format in [Format::F32, Format::F16] {
            let mut config = Config::llama(8, 8, 8, 2, 2, 1);
            config.family = family;
            config.attention.norms_heads = matches!(family, Family::Qwen3 | Family::Gemma3);
            config.attention.rope_factors = Some(vec![1.0, 2.0]);
            if matches!(family, Family::Gemma2 | Family::Gemma3) {
                config.norms_outputs = true;
                config.activation = Activation::Gelu;
                config.logit_cap = Some(30.0);
                config.attention.score_cap = Some(50.0);
                config.attention.window = Some(Window {
                    tokens: 4,
                    layers: vec![true, false],
                    rope_base: 10_000.0,
                    rope_scale: 1.0,
                });
            }
            let shape = Shape {
                name: "seed".into(),
                config,
                is_tied: format == Format::F32,
            };
            put(gguf(&model(&shape, format, 1)?, &vocabulary))?;
        }
    }
    for way in WAYS {
        put(byte_pairs(way))?;
    }
    let mut writer = Writer::default();
    writer
        .entry("general.alignment", Entry::U32(32))
        .entry("pattern", Entry::Truths(&[true, false]))
        .tensor("k", Format::Q4K, &[256], &[0; 144])
        .tensor("q", Format::Q8_0, &[32, 2], &[0; 68]);
    put(writer.bytes())?;
    Ok(())
}
