//! Writes a model as a GGUF file, so that tests and other programs can read what was made up here.

use weighbridge_gguf::write::{Entry, Writer};

use crate::config::Family;
use crate::load::FAMILIES;
use crate::model::{Model, Tensor};

/// A vocabulary to write: texts, scores and kinds (1 for plain ones, 2 for the unknown one, 3 for
/// those that steer, 6 for bytes), as SentencePiece has them.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Texts of tokens.
    pub texts: Vec<String>,
    /// What merging to them is worth.
    pub scores: Vec<f32>,
    /// Their kinds.
    pub kinds: Vec<i32>,
}

impl Vocabulary {
    /// All bytes, and after them words without sense, one a token.
    pub fn of_bytes(size: usize) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        let mut add = |text: String, score, kind| {
            vocabulary.texts.push(text);
            vocabulary.scores.push(score);
            vocabulary.kinds.push(kind);
        };
        add("<unk>".into(), 0.0, 2);
        add("<s>".into(), 0.0, 3);
        add("</s>".into(), 0.0, 3);
        for byte in 0..=255_u8 {
            add(format!("<0x{byte:02X}>"), 0.0, 6);
        }
        for number in 259..size {
            add(format!("▁t{number}"), -(number as f32), 1);
        }
        vocabulary
    }
}

/// The bytes of a GGUF file with a model, and a vocabulary whose first three tokens stand for what
/// is unknown, for the start and for the end.
pub fn gguf(model: &Model, vocabulary: &Vocabulary) -> Vec<u8> {
    let config = &model.config;
    let attention = &config.attention;
    let architecture = FAMILIES
        .iter()
        .find(|(_, family, _)| *family == config.family)
        .map_or("llama", |(name, _, _)| *name);
    let mut writer = Writer::default();
    writer.entry("general.architecture", Entry::Text(architecture));
    writer.entry("general.name", Entry::Text(&model.name));
    let mut size = |name: &str, number: usize| {
        writer.entry(&format!("{architecture}.{name}"), Entry::U32(number as u32));
    };
    size("vocab_size", config.vocabulary);
    size("context_length", config.context);
    size("embedding_length", config.hidden);
    size("block_count", config.layers);
    size("feed_forward_length", config.feed_forward);
    size("attention.head_count", attention.heads);
    size("attention.head_count_kv", attention.key_value_heads);
    size("attention.key_length", attention.head_size);
    size("attention.value_length", attention.head_size);
    size("rope.dimension_count", attention.rope_dimensions);
    if let Some(window) = &attention.window {
        size("attention.sliding_window", window.tokens);
    }
    if config.family == Family::Phi3 && attention.rope_factors.is_some() {
        size("rope.scaling.original_context_length", config.context);
    }
    let mut number = |name: &str, number: f32| {
        writer.entry(&format!("{architecture}.{name}"), Entry::F32(number));
    };
    number("attention.layer_norm_rms_epsilon", config.norm_epsilon);
    number("rope.freq_base", attention.rope_base);
    if attention.rope_scale != 1.0 {
        number("rope.scaling.factor", attention.rope_scale);
    }
    if attention.rope_magnitude != 1.0 {
        number("rope.scaling.attn_factor", attention.rope_magnitude);
    }
    if let Some(window) = &attention.window {
        number("rope.freq_base_swa", window.rope_base);
    }
    if let Some(cap) = attention.score_cap {
        number("attn_logit_softcapping", cap);
    }
    if let Some(cap) = config.logit_cap {
        number("final_logit_softcapping", cap);
    }
    let texts: Vec<&str> = vocabulary.texts.iter().map(String::as_str).collect();
    writer
        .entry("tokenizer.ggml.model", Entry::Text("llama"))
        .entry("tokenizer.ggml.tokens", Entry::Texts(&texts))
        .entry("tokenizer.ggml.scores", Entry::F32s(&vocabulary.scores))
        .entry("tokenizer.ggml.token_type", Entry::I32s(&vocabulary.kinds))
        .entry("tokenizer.ggml.unknown_token_id", Entry::U32(0))
        .entry("tokenizer.ggml.bos_token_id", Entry::U32(1))
        .entry("tokenizer.ggml.eos_token_id", Entry::U32(2));
    tensors(&mut writer, model);
    writer.bytes()
}

fn tensors(writer: &mut Writer, model: &Model) {
    matrix(writer, "token_embd.weight", &model.embedding);
    for (number, layer) in model.layers.iter().enumerate() {
        let name = |part: &str| format!("blk.{number}.{part}");
        row(writer, &name("attn_norm.weight"), &layer.attention_norm);
        row(writer, &name("ffn_norm.weight"), &layer.feed_forward_norm);
        if model.config.family == Family::Phi3 {
            let qkv = [&layer.query, &layer.key, &layer.value];
            joined(writer, &name("attn_qkv.weight"), &qkv);
            joined(writer, &name("ffn_up.weight"), &[&layer.gate, &layer.up]);
        } else {
            matrix(writer, &name("attn_q.weight"), &layer.query);
            matrix(writer, &name("attn_k.weight"), &layer.key);
            matrix(writer, &name("attn_v.weight"), &layer.value);
            matrix(writer, &name("ffn_gate.weight"), &layer.gate);
            matrix(writer, &name("ffn_up.weight"), &layer.up);
        }
        matrix(writer, &name("attn_output.weight"), &layer.attention_output);
        matrix(writer, &name("ffn_down.weight"), &layer.down);
        if let Some([query, key, value]) = &layer.biases {
            row(writer, &name("attn_q.bias"), query);
            row(writer, &name("attn_k.bias"), key);
            row(writer, &name("attn_v.bias"), value);
        }
        if let Some([query, key]) = &layer.head_norms {
            row(writer, &name("attn_q_norm.weight"), query);
            row(writer, &name("attn_k_norm.weight"), key);
        }
        if let Some(norm) = &layer.attention_output_norm {
            row(writer, &name("post_attention_norm.weight"), norm);
        }
        if let Some(norm) = &layer.feed_forward_output_norm {
            row(writer, &name("post_ffw_norm.weight"), norm);
        }
    }
    row(writer, "output_norm.weight", &model.output_norm);
    if let Some(output) = &model.output {
        matrix(writer, "output.weight", output);
    }
    if let Some(factors) = &model.config.attention.rope_factors {
        let bytes: Vec<u8> = factors.iter().flat_map(|f| f.to_le_bytes()).collect();
        let names: &[&str] = match model.config.family {
            Family::Phi3 => &["rope_factors_short.weight", "rope_factors_long.weight"],
            _ => &["rope_freqs.weight"],
        };
        for name in names {
            let format = weighbridge_gguf::Format::F32;
            writer.tensor(name, format, &[factors.len()], &bytes);
        }
    }
}

fn matrix(writer: &mut Writer, name: &str, tensor: &Tensor) {
    let sizes = [tensor.columns, tensor.rows];
    writer.tensor(name, tensor.format, &sizes, tensor.data());
}

fn row(writer: &mut Writer, name: &str, tensor: &Tensor) {
    writer.tensor(name, tensor.format, &[tensor.columns], tensor.data());
}

fn joined(writer: &mut Writer, name: &str, parts: &[&Tensor]) {
    let rows = parts.iter().map(|part| part.rows).sum();
    let bytes: Vec<u8> = parts.iter().flat_map(|part| part.data()).copied().collect();
    writer.tensor(name, parts[0].format, &[parts[0].columns, rows], &bytes);
}
