//! The shapes of a model and what its family does differently.

/// Families of models that are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// Llama and Mistral.
    Llama,
    /// Qwen 2 and 2.5.
    Qwen2,
    /// Qwen 3.
    Qwen3,
    /// Gemma 2.
    Gemma2,
    /// Gemma 3.
    Gemma3,
    /// Phi-3.
    Phi3,
}

/// The shapes of a model and what its family does differently; sizes are in numbers, not bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The family.
    pub family: Family,
    /// Tokens that it knows.
    pub vocabulary: usize,
    /// Width of a layer's input.
    pub hidden: usize,
    /// Width inside the feed-forward part.
    pub feed_forward: usize,
    /// Layers.
    pub layers: usize,
    /// Tokens that it was made for.
    pub context: usize,
    /// How it attends.
    pub attention: Attention,
    /// What is added to a mean square before its root is taken.
    pub norm_epsilon: f32,
    /// What the feed-forward part applies to its gate.
    pub activation: Activation,
    /// Whether the outputs of attention and feed-forward parts are normalised before they are added.
    pub norms_outputs: bool,
    /// What embeddings are multiplied by.
    pub embedding_scale: f32,
    /// Where logits are bent towards, `cap · tanh(logit ÷ cap)`.
    pub logit_cap: Option<f32>,
}

/// How a model attends.
#[derive(Debug, Clone, PartialEq)]
pub struct Attention {
    /// Query heads.
    pub heads: usize,
    /// Key-value heads.
    pub key_value_heads: usize,
    /// Width of a head.
    pub head_size: usize,
    /// What scores are multiplied by.
    pub scale: f32,
    /// Where scores are bent towards, `cap · tanh(score ÷ cap)`.
    pub score_cap: Option<f32>,
    /// Whether queries and keys of a head are normalised before they are turned.
    pub norms_heads: bool,
    /// Numbers of a head that are turned by its position.
    pub rope_dimensions: usize,
    /// Base of the turning frequencies.
    pub rope_base: f32,
    /// What positions are divided by before turning.
    pub rope_scale: f32,
    /// Further divisors of the frequencies, one a pair, where the file has them.
    pub rope_factors: Option<Vec<f32>>,
    /// What turned numbers are multiplied by.
    pub rope_magnitude: f32,
    /// Which numbers of a head form a pair.
    pub rope_pairs: RopePairs,
    /// Layers that attend to a window only, where there are any.
    pub window: Option<Window>,
}

/// Layers that attend to a window only.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    /// Tokens that they look back at, the token itself included.
    pub tokens: usize,
    /// For each layer whether it is one of them.
    pub layers: Vec<bool>,
    /// Base of the turning frequencies in these layers.
    pub rope_base: f32,
    /// What positions are divided by before turning in these layers.
    pub rope_scale: f32,
}

/// Which numbers of a head are turned together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RopePairs {
    /// Neighbours: Llama's layout in GGUF.
    Adjacent,
    /// One of each half.
    Halves,
}

/// What the feed-forward part applies to its gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Activation {
    /// `x ÷ (1 + e⁻ˣ)`.
    Silu,
    /// The Gaussian error's, by its hyperbolic tangent.
    Gelu,
}

impl Config {
    /// A Llama-like model with neighbours turned in pairs, without windows and caps.
    pub fn llama(
        vocabulary: usize,
        hidden: usize,
        feed_forward: usize,
        layers: usize,
        heads: usize,
        key_value_heads: usize,
    ) -> Config {
        let head_size = hidden / heads;
        Config {
            family: Family::Llama,
            vocabulary,
            hidden,
            feed_forward,
            layers,
            context: 8192,
            attention: Attention {
                heads,
                key_value_heads,
                head_size,
                scale: 1.0 / (head_size as f32).sqrt(),
                score_cap: None,
                norms_heads: false,
                rope_dimensions: head_size,
                rope_base: 10_000.0,
                rope_scale: 1.0,
                rope_factors: None,
                rope_magnitude: 1.0,
                rope_pairs: RopePairs::Adjacent,
                window: None,
            },
            norm_epsilon: 1e-5,
            activation: Activation::Silu,
            norms_outputs: false,
            embedding_scale: 1.0,
            logit_cap: None,
        }
    }
}
