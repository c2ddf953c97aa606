#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::*;

fn tiny(hidden: usize) -> Shape {
    Shape {
        name: "tiny".into(),
        config: Config::llama(300, hidden, 2 * hidden, 2, 4, 2),
        is_tied: false,
    }
}

#[test]
fn weights_keep_the_scale_and_lean_to_no_side() {
    for format in Format::ALL {
        let model = model(&tiny(512), format, 1).unwrap();
        for tensor in [&model.embedding, &model.layers[1].down, model.output()] {
            assert_eq!(tensor.format, format);
            let mut numbers = vec![0.0; tensor.rows * tensor.columns];
            weighbridge_gguf::dequantise(format, tensor.data(), &mut numbers);
            let count = numbers.len() as f64;
            let mean = numbers.iter().map(|x| f64::from(*x)).sum::<f64>() / count;
            let square = numbers.iter().map(|x| f64::from(*x).powi(2)).sum::<f64>() / count;
            let spread = (square * tensor.columns as f64).sqrt();
            assert!((spread - 1.0).abs() < 0.03, "{format:?}: {spread}");
            // A few hundred blocks are all that averages in the smallest of these.
            assert!(
                (mean * (tensor.columns as f64).sqrt()).abs() < 0.04,
                "{format:?}: {mean}"
            );
        }
    }
}

#[test]
fn the_seed_and_nothing_else_decides() {
    let shape = Shape::of_name("15m").unwrap();
    for format in [Format::Q4_0, Format::F16] {
        let once = model_on_threads(&shape, format, 7, 1).unwrap();
        let thrice = model_on_threads(&shape, format, 7, 3).unwrap();
        let other = model_on_threads(&shape, format, 8, 3).unwrap();
        for ((once, thrice), other) in once
            .tensors()
            .iter()
            .zip(thrice.tensors())
            .zip(other.tensors())
        {
            assert!(once.data() == thrice.data());
            assert!(once.data() != other.data());
        }
        // No two tensors or rows are the same.
        let layer = &once.layers[0];
        assert!(layer.query.data() != layer.key.data());
        let (first, second) = layer.query.data().split_at(layer.query.place.len() / 2);
        assert!(first != second);
    }
}

#[test]
fn bytes_are_known_before_they_are_made() {
    for format in [Format::Q8_0, Format::Q4_0, Format::F16] {
        let shape = Shape::of_name("15M").unwrap();
        let model = model(&shape, format, 3).unwrap();
        assert!(model.is_synthetic);
        assert_eq!(shape.weight_bytes(format).unwrap(), model.weight_bytes());
    }
    // Llama 3.1 8B has 8 030 261 248 weights, 266 240 of them in norms of 32 bits.
    let eight = Shape::of_name("8B").unwrap();
    let bytes = (8_030_261_248 - 266_240) / 32 * 18 + 4 * 266_240;
    assert_eq!(eight.weight_bytes(Format::Q4_0).unwrap(), bytes);
    // Llama 3.2 1B has 1 235 814 400, 67 584 of them in norms; 3B has 3 212 749 824.
    let one = Shape::of_name("1B").unwrap();
    assert_eq!(one.weight_bytes(Format::F32).unwrap(), 4 * 1_235_814_400);
    let three = Shape::of_name("3B").unwrap();
    assert_eq!(three.weight_bytes(Format::F32).unwrap(), 4 * 3_212_749_824);
}

#[test]
fn families_get_what_they_have() {
    let mut shape = tiny(64);
    shape.config.family = Family::Qwen2;
    shape.config.norms_outputs = true;
    shape.config.attention.norms_heads = true;
    let model = model(&shape, Format::Q8_0, 1).unwrap();
    let layer = &model.layers[0];
    assert_eq!(layer.biases.as_ref().unwrap()[0].columns, 64);
    assert_eq!(layer.biases.as_ref().unwrap()[2].columns, 32);
    assert_eq!(layer.head_norms.as_ref().unwrap()[1].columns, 16);
    assert!(layer.attention_output_norm.is_some());
    assert!(layer.feed_forward_output_norm.is_some());
}

#[test]
fn what_does_not_suit_is_told() {
    let small = Shape::of_name("15M").unwrap();
    let columns = 288;
    let format = Format::Q4K;
    assert_eq!(
        small.weight_bytes(format),
        Err(SyntheticError::Rows { format, columns })
    );
    let mut odd = tiny(64);
    odd.config.attention.key_value_heads = 3;
    assert!(matches!(
        odd.weight_bytes(Format::F16),
        Err(SyntheticError::Shape { .. })
    ));
    odd.config.layers = usize::MAX;
    assert!(matches!(
        model(&odd, Format::F16, 0),
        Err(SyntheticError::Shape { .. })
    ));
}
