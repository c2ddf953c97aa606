//! The shapes that stand ready.

use crate::config::Config;

/// A name, shapes, and whether the embedding makes the logits too.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its name, for people.
    pub name: String,
    /// Its shapes.
    pub config: Config,
    /// Whether the embedding makes the logits too.
    pub is_tied: bool,
}

impl Shape {
    /// The shapes that stand ready, the smallest first.
    ///
    /// # Source
    /// 15M and 110M: the table of models in the README of llama2.c, Andrej Karpathy.
    /// 1B and 3B: `config.json` of Llama 3.2 1B and 3B; 8B: that of Llama 3.1 8B, Meta.
    pub fn built_in() -> [Shape; 5] {
        [
            llama("15M", [32_000, 288, 768, 6, 6, 6], 2048, 10_000.0, true),
            llama(
                "110M",
                [32_000, 768, 2048, 12, 12, 12],
                2048,
                10_000.0,
                true,
            ),
            llama(
                "1B",
                [128_256, 2048, 8192, 16, 32, 8],
                131_072,
                500_000.0,
                true,
            ),
            llama(
                "3B",
                [128_256, 3072, 8192, 28, 24, 8],
                131_072,
                500_000.0,
                true,
            ),
            llama(
                "8B",
                [128_256, 4096, 14_336, 32, 32, 8],
                131_072,
                500_000.0,
                false,
            ),
        ]
    }

    /// The shape of this name, in capitals or not.
    pub fn of_name(name: &str) -> Option<Shape> {
        Shape::built_in()
            .into_iter()
            .find(|shape| shape.name.eq_ignore_ascii_case(name))
    }
}

fn llama(
    name: &str,
    [
        vocabulary,
        hidden,
        feed_forward,
        layers,
        heads,
        key_value_heads,
    ]: [usize; 6],
    context: usize,
    rope_base: f32,
    is_tied: bool,
) -> Shape {
    let mut config = Config::llama(
        vocabulary,
        hidden,
        feed_forward,
        layers,
        heads,
        key_value_heads,
    );
    config.context = context;
    config.attention.rope_base = rope_base;
    Shape {
        name: name.to_owned(),
        config,
        is_tied,
    }
}
