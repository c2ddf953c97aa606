//! A small model of each family, with everything that it does differently.

use weighbridge_inference::synthetic::Shape;
use weighbridge_inference::{Activation, Config, Family, RopePairs, Window};

/// Tokens of the small models.
pub(crate) const VOCABULARY: usize = 272;

/// Seven layers, so that a Gemma 3 has one that attends to everything, and windows that the test's
/// prompts exceed.
pub(crate) fn shapes() -> Vec<Shape> {
    let llama = |name: &str| Shape {
        name: name.into(),
        config: Config::llama(VOCABULARY, 64, 96, 7, 4, 2),
        is_tied: false,
    };
    let mut shapes = vec![llama("llama"), llama("llama3")];
    let factors: Vec<f32> = (0..8).map(|i| 1.0 + 0.9 * i as f32).collect();
    shapes[1].config.attention.rope_factors = Some(factors.clone());
    shapes[1].config.attention.rope_base = 500_000.0;
    shapes[1].is_tied = true;

    let mut add = |name: &str, family: Family, change: fn(&mut Config)| {
        let mut shape = llama(name);
        shape.config.family = family;
        shape.config.attention.rope_pairs = RopePairs::Halves;
        change(&mut shape.config);
        // Gemmas have one embedding for both ends.
        shape.is_tied = shape.config.norms_outputs;
        shapes.push(shape);
    };
    add("qwen2", Family::Qwen2, |config| {
        config.attention.rope_base = 1_000_000.0;
        config.norm_epsilon = 1e-6;
    });
    add("qwen3", Family::Qwen3, |config| {
        config.attention.norms_heads = true;
        head_size(config, 32);
    });
    add("gemma2", Family::Gemma2, |config| {
        gemma(config, 2);
        config.attention.score_cap = Some(2.0);
        config.logit_cap = Some(1.5);
    });
    add("gemma3", Family::Gemma3, |config| {
        gemma(config, 6);
        config.attention.norms_heads = true;
        config.attention.rope_base = 1_000_000.0;
        config.attention.rope_scale = 8.0;
    });
    // Without a 3: names that have it make llama.cpp look for tokens of Microsoft's own vocabulary.
    add("phi", Family::Phi3, |_| {});
    add("phi-long", Family::Phi3, |config| {
        let factors = (0..6).map(|i| 1.0 + 0.2 * i as f32);
        config.attention.rope_dimensions = 12;
        config.attention.rope_factors = Some(factors.collect());
        config.attention.rope_magnitude = 1.19;
    });
    shapes
}

fn head_size(config: &mut Config, size: usize) {
    config.attention.head_size = size;
    config.attention.rope_dimensions = size;
    config.attention.scale = 1.0 / (size as f32).sqrt();
}

fn gemma(config: &mut Config, every: usize) {
    head_size(config, 32);
    config.activation = Activation::Gelu;
    config.norms_outputs = true;
    config.embedding_scale = 8.0;
    config.attention.window = Some(Window {
        tokens: 5,
        layers: (0..config.layers)
            .map(|layer| layer % every < every - 1)
            .collect(),
        rope_base: 10_000.0,
        rope_scale: 1.0,
    });
}
