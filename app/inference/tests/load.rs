//! Models from files.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod families;

use std::sync::Arc;

use families::{VOCABULARY, shapes};
use weighbridge_gguf::Format;
use weighbridge_gguf::write::{Entry, Writer};
use weighbridge_inference::load::{LoadError, model_from_gguf};
use weighbridge_inference::save::{self, Vocabulary};
use weighbridge_inference::{Bytes, Model, synthetic};

fn load(bytes: Vec<u8>) -> Result<Model, LoadError> {
    let bytes: Bytes = Arc::new(bytes);
    model_from_gguf(&bytes)
}

#[test]
fn every_family_comes_back_as_it_was_written() {
    let vocabulary = Vocabulary::of_bytes(VOCABULARY);
    for mut shape in shapes() {
        if shape.config.embedding_scale != 1.0 {
            // Gemmas have no other than their embedding's width.
            assert_eq!(
                shape.config.embedding_scale,
                (shape.config.hidden as f32).sqrt()
            );
        }
        shape.config.context = 4096;
        for format in [Format::F32, Format::Q8_0] {
            let model = synthetic::model(&shape, format, 11).unwrap();
            let loaded = load(save::gguf(&model, &vocabulary)).unwrap();
            assert_eq!(loaded.config, model.config, "{}", shape.name);
            assert_eq!(loaded.name, shape.name);
            assert!(!loaded.is_synthetic);
            let (ours, theirs) = (model.tensors(), loaded.tensors());
            assert_eq!(ours.len(), theirs.len());
            for (ours, theirs) in ours.iter().zip(theirs) {
                assert_eq!((ours.rows, ours.columns), (theirs.rows, theirs.columns));
                assert_eq!(ours.format, theirs.format);
                assert!(ours.data() == theirs.data());
            }
        }
    }
}

fn small() -> Vec<u8> {
    let shape = &shapes()[0];
    let model = synthetic::model(shape, Format::Q8_0, 1).unwrap();
    save::gguf(&model, &Vocabulary::of_bytes(VOCABULARY))
}

/// The small file with one text put over another of the same length.
fn changed(from: &str, to: &[u8]) -> LoadError {
    assert_eq!(from.len(), to.len());
    let mut file = small();
    let at = (0..file.len())
        .find(|at| file[*at..].starts_with(from.as_bytes()))
        .unwrap();
    file[at..at + to.len()].copy_from_slice(to);
    match load(file) {
        Ok(_) => panic!("{from} was not missed"),
        Err(error) => error,
    }
}

#[test]
fn what_is_missing_odd_or_not_run_is_told() {
    let number = |bytes: u32| [&b"head_count\x04\0\0\0"[..], &bytes.to_le_bytes()].concat();
    let heads = |count| changed("head_count\x04\0\0\0\x04\0\0\0", &number(count));
    assert!(matches!(heads(0), LoadError::Number { .. }));
    assert!(matches!(heads(u32::MAX), LoadError::Number { .. }));
    assert!(matches!(heads(3), LoadError::Number { key, .. } if key.ends_with("head_count_kv")));
    assert!(matches!(heads(8), LoadError::Sizes { name, .. } if name == "blk.0.attn_q.weight"));

    let fewer = changed("block_count\x04\0\0\0\x07", b"block_count\x04\0\0\0\x06");
    assert!(
        matches!(fewer, LoadError::Unsupported { what } if what.to_string().contains("blk.6."))
    );
    let more = changed("block_count\x04\0\0\0\x07", b"block_count\x04\0\0\0\x08");
    assert!(matches!(more, LoadError::Missing { name } if name.starts_with("blk.7.")));
    let renamed = changed("blk.2.ffn_up.weight", b"blk.2.ffn_op.weight");
    assert!(matches!(renamed, LoadError::Missing { name } if name == "blk.2.ffn_up.weight"));
    let missing = changed("llama.context_length", b"llama.context_lengxx");
    assert!(missing.to_string().starts_with("llama.context_length"));
}

#[test]
fn what_a_model_does_beyond_us_is_told() {
    let with = |key: &str, value: Entry| {
        let mut writer = Writer::default();
        writer
            .entry("general.architecture", Entry::Text("llama"))
            .entry("llama.embedding_length", Entry::U32(64))
            .entry("llama.attention.head_count", Entry::U32(4))
            .entry("llama.block_count", Entry::U32(1))
            .entry(key, value)
            .tensor("token_embd.weight", Format::F32, &[64, 2], &[0; 512]);
        load(writer.bytes()).map(|_| ()).unwrap_err().to_string()
    };
    assert!(with("llama.expert_count", Entry::U32(8)).contains("8 experts"));
    assert!(with("llama.rope.scaling.type", Entry::Text("yarn")).contains("yarn"));
    assert!(with("llama.attention.value_length", Entry::U32(8)).contains("values of 8"));
    let mixed = Entry::I32s(&[2, 4]);
    assert!(with("llama.attention.head_count_kv", mixed).contains("different shapes"));
    let same = Entry::I32s(&[2, 2]);
    assert!(with("llama.attention.head_count_kv", same).contains("context_length"));
    let endless = with("llama.rope.freq_base", Entry::F32(f32::INFINITY));
    assert!(endless.contains("rope.freq_base is inf"), "{endless}");
}

#[test]
fn a_file_of_nothing_says_what_it_lacks() {
    let told = |writer: &Writer| load(writer.bytes()).map(|_| ()).unwrap_err().to_string();
    let mut writer = Writer::default();
    assert!(told(&writer).starts_with("general.architecture, at byte 0: the key is missing"));
    writer.entry("general.architecture", Entry::Text("mamba"));
    let sentence = told(&writer);
    assert!(
        sentence.contains("mamba") && sentence.contains("Gemma 3"),
        "{sentence}"
    );
    let mut writer = Writer::default();
    writer.entry("general.architecture", Entry::Text("llama"));
    assert!(told(&writer).contains("llama.embedding_length"));
    writer.entry("llama.embedding_length", Entry::U32(64));
    writer.entry("llama.block_count", Entry::U32(1 << 23));
    assert!(told(&writer).contains("blk.8388607"));
}
