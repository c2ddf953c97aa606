//! Models and tokenizers of files that somebody made to harm: one sentence, no panic, and no more
//! memory than four times the file.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "../../gguf/tests/counted/mod.rs"]
mod counted;
mod families;

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use weighbridge_gguf::File;
use weighbridge_gguf::Format;
use weighbridge_inference::load::model_from_gguf;
use weighbridge_inference::save::{self, Vocabulary};
use weighbridge_inference::tokenizer::{Encoding, Tokenizer};
use weighbridge_inference::{Bytes, synthetic};

/// A file of every family, as small as they go.
static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut files = Vec::new();
    for mut shape in families::shapes() {
        let config = &mut shape.config;
        (config.vocabulary, config.hidden, config.feed_forward) = (16, 8, 8);
        (config.layers, config.attention.head_size) = (2, 2);
        config.attention.rope_dimensions = 2;
        if let Some(factors) = &mut config.attention.rope_factors {
            factors.truncate(1);
        }
        for format in [Format::F32, Format::F16] {
            let mut model = synthetic::model(&shape, format, 1).unwrap();
            if format == Format::F16 {
                // Norms of 16 bits are widened, which takes memory.
                halve(&mut model.output_norm);
                model
                    .layers
                    .iter_mut()
                    .for_each(|layer| halve(&mut layer.attention_norm));
            }
            files.push(save::gguf(&model, &Vocabulary::of_bytes(16)));
        }
    }
    files
});

fn halve(tensor: &mut weighbridge_inference::Tensor) {
    let bytes: Vec<u8> = tensor.data().chunks(4).flat_map(|_| [0, 0x3c]).collect();
    (tensor.format, tensor.place) = (Format::F16, 0..bytes.len());
    tensor.bytes = Arc::new(bytes);
}

fn within<T>(file: usize, work: impl FnOnce() -> T) -> T {
    let (result, peak) = counted::peak(work);
    // A sentence of an error is not of the file.
    assert!(peak <= 4 * file + 4096, "{peak} bytes for {file}");
    result
}

/// Reads a model and a tokenizer; whether both were there.
fn read(file: Vec<u8>) -> (bool, bool) {
    let size = file.len();
    let bytes: Bytes = Arc::new(file);
    let model = within(size, || model_from_gguf(&bytes));
    if let Ok(model) = &model {
        assert!(model.bytes_a_token() <= model.weight_bytes());
        for tensor in model.tensors() {
            let row = tensor.format.row_bytes(tensor.columns).unwrap();
            assert_eq!(row * tensor.rows, tensor.data().len());
        }
    }
    let tokenizer = within(size, || {
        Tokenizer::from_gguf(&File::read((*bytes).as_ref()).ok()?).ok()
    });
    if let Some(tokenizer) = &tokenizer {
        let encoding = Encoding {
            adds_start_and_end: true,
            reads_steering: true,
        };
        let tokens = tokenizer.encode("a <s> t259\n日本", encoding);
        assert!(
            tokens
                .iter()
                .all(|token| (*token as usize) < tokenizer.tokens())
        );
        tokenizer.decode(&tokens);
    }
    (model.is_ok(), tokenizer.is_some())
}

#[test]
fn sound_files_are_read_within_the_limit() {
    for file in FILES.iter() {
        assert_eq!(read(file.clone()), (true, true));
    }
}

proptest! {
    #[test]
    fn damaged_files_do_no_harm(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        end in any::<prop::sample::Index>(),
        is_cut in prop::bool::weighted(0.2),
    ) {
        let mut file = which.get(&FILES).clone();
        for (at, byte) in changes {
            // Most of what matters stands before the weights.
            let at = at.index(file.len() * 3 / 4);
            file[at] = byte;
        }
        if is_cut {
            file.truncate(end.index(file.len()));
        }
        read(file);
    }
}
