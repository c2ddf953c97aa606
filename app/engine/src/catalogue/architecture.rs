//! The shapes of a model, and the parameters and memory that follow from them.

/// The shapes of a decoder-only transformer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Architecture {
    /// Number of layers.
    pub layers: u32,
    /// Width of the residual stream.
    pub hidden: u32,
    /// Query heads of a layer.
    pub heads: u32,
    /// Key and value heads of a layer; fewer than `heads` with grouped queries.
    pub kv_heads: u32,
    /// Width of one head.
    pub head_dim: u32,
    /// Width of a dense feed-forward block; 0 where every layer is a mixture of experts.
    pub ffn: u32,
    /// Whether feed-forward blocks have a gate, hence three matrices and not two.
    pub gated_ffn: bool,
    /// Size of the vocabulary.
    pub vocab: u32,
    /// Whether input and output embeddings are one matrix.
    pub tied_embeddings: bool,
    /// How a token looks at those before it.
    pub attention: Attention,
    /// The mixture of experts, if there is one.
    pub experts: Option<Experts>,
}

/// How a token looks at those before it, and hence what is kept of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attention {
    /// Every layer looks at the whole context.
    Full,
    /// Only some layers look at the whole context, the others at a window.
    SlidingWindow {
        /// Tokens that a windowed layer keeps at most.
        window_tokens: u32,
        /// Layers that look at the whole context.
        full_layers: u32,
    },
    /// Keys and values are kept as one compressed vector (DeepSeek-V2, arXiv:2405.04434, section 2.1).
    Latent {
        /// Width of the compressed vector.
        kv_lora_rank: u32,
        /// Width of the part that carries positions.
        rope_head_dim: u32,
        /// Width to which queries are compressed; 0 where they are not.
        q_lora_rank: u32,
        /// Width of the part of a head that carries no positions.
        nope_head_dim: u32,
        /// Width of a head's value.
        value_head_dim: u32,
    },
}

/// A mixture of experts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Experts {
    /// Routed experts in a layer.
    pub count: u32,
    /// Routed experts that work on a token.
    pub per_token: u32,
    /// Width of a routed expert.
    pub ffn: u32,
    /// Experts that work on every token.
    pub shared: u32,
    /// Width of a shared expert.
    pub shared_ffn: u32,
    /// Layers before the first one with experts.
    pub dense_first_layers: u32,
    /// Every so many layers one has experts.
    pub interleave: u32,
}

/// What is kept of each token of the context, in bytes, split by how it grows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KvCache {
    /// Bytes that every token adds.
    pub full_bytes_per_token: f64,
    /// Bytes that a token adds while the context is within the window.
    pub window_bytes_per_token: f64,
    /// Length of the window in tokens; 0 where there is none.
    pub window_tokens: f64,
}

impl KvCache {
    /// Bytes kept of a context of so many tokens.
    pub fn bytes(self, context_tokens: f64) -> f64 {
        self.full_bytes_per_token * context_tokens
            + self.window_bytes_per_token * context_tokens.min(self.window_tokens)
    }
}

impl Architecture {
    /// Number of parameters.
    ///
    /// Counts embeddings, attention, feed-forward blocks, routers and norms; biases and what is
    /// not language (vision towers) are left out.
    pub fn parameters_total(&self) -> f64 {
        self.parameters(|experts| experts.count)
    }

    /// Number of parameters that work on each token, the whole embeddings included.
    pub fn parameters_active(&self) -> f64 {
        self.parameters(|experts| experts.per_token)
    }

    /// Parameters of the table in which tokens are looked up, of which a step reads a row or two; none
    /// where it is the matrix of the output too, which every step reads.
    pub fn looked_up_parameters(&self) -> f64 {
        if self.tied_embeddings {
            0.0
        } else {
            f64::from(self.vocab) * f64::from(self.hidden)
        }
    }

    /// Number of parameters with so many routed experts in each layer that has them.
    ///
    /// Each count fits an `f64` exactly: the widest product of shapes stays below 2⁵³.
    fn parameters(&self, routed: impl Fn(Experts) -> u32) -> f64 {
        let hidden = f64::from(self.hidden);
        let layers = f64::from(self.layers);
        let matrices = if self.gated_ffn { 3.0 } else { 2.0 };
        let embeddings = if self.tied_embeddings { 1.0 } else { 2.0 };

        let expert_layers = f64::from(self.expert_layers());
        let dense = (layers - expert_layers) * matrices * hidden * f64::from(self.ffn);
        let mixture = self.experts.map_or(0.0, |experts| {
            let width = f64::from(routed(experts)) * f64::from(experts.ffn)
                + f64::from(experts.shared) * f64::from(experts.shared_ffn);
            expert_layers * hidden * (matrices * width + f64::from(experts.count))
        });
        let norms = hidden * (2.0 * layers + 1.0);
        embeddings * f64::from(self.vocab) * hidden
            + layers * self.attention_parameters()
            + dense
            + mixture
            + norms
    }

    /// Layers with experts.
    pub fn expert_layers(&self) -> u32 {
        self.experts.map_or(0, |experts| {
            self.layers.saturating_sub(experts.dense_first_layers) / experts.interleave.max(1)
        })
    }

    /// Parameters of the attention of one layer.
    fn attention_parameters(&self) -> f64 {
        let hidden = f64::from(self.hidden);
        let heads = f64::from(self.heads);
        match self.attention {
            Attention::Full | Attention::SlidingWindow { .. } => {
                let head_dim = f64::from(self.head_dim);
                2.0 * hidden * heads * head_dim + 2.0 * hidden * f64::from(self.kv_heads) * head_dim
            }
            Attention::Latent {
                kv_lora_rank,
                rope_head_dim,
                q_lora_rank,
                nope_head_dim,
                value_head_dim,
            } => {
                let rope = f64::from(rope_head_dim);
                let nope = f64::from(nope_head_dim);
                let value = f64::from(value_head_dim);
                let compressed = f64::from(kv_lora_rank);
                let query = heads * (nope + rope);
                let queries = if q_lora_rank == 0 {
                    hidden * query
                } else {
                    f64::from(q_lora_rank) * (hidden + query)
                };
                queries
                    + hidden * (compressed + rope)
                    + compressed * heads * (nope + value)
                    + heads * value * hidden
            }
        }
    }

    /// What is kept of each token, with so many bytes for each value kept (2 for BF16, 1 for FP8).
    pub fn kv_cache(&self, bytes_per_value: f64) -> KvCache {
        let layers = f64::from(self.layers);
        let keys_and_values =
            2.0 * f64::from(self.kv_heads) * f64::from(self.head_dim) * bytes_per_value;
        let (full, window, window_tokens) = match self.attention {
            Attention::Full => (layers * keys_and_values, 0.0, 0.0),
            Attention::SlidingWindow {
                window_tokens,
                full_layers,
            } => {
                let full = f64::from(full_layers.min(self.layers));
                (
                    full * keys_and_values,
                    (layers - full) * keys_and_values,
                    f64::from(window_tokens),
                )
            }
            Attention::Latent {
                kv_lora_rank,
                rope_head_dim,
                ..
            } => {
                let kept = f64::from(kv_lora_rank) + f64::from(rope_head_dim);
                (layers * kept * bytes_per_value, 0.0, 0.0)
            }
        };
        KvCache {
            full_bytes_per_token: full,
            window_bytes_per_token: window,
            window_tokens,
        }
    }

    /// Bytes that one more token takes while the context is within every window.
    pub fn kv_cache_bytes_per_token(&self, bytes_per_value: f64) -> f64 {
        let cache = self.kv_cache(bytes_per_value);
        cache.full_bytes_per_token + cache.window_bytes_per_token
    }

    /// Bytes kept of a context of so many tokens; windowed layers keep at most their window.
    pub fn kv_cache_bytes(&self, context_tokens: f64, bytes_per_value: f64) -> f64 {
        self.kv_cache(bytes_per_value).bytes(context_tokens)
    }
}

#[cfg(test)]
mod tests {
    use super::super::WeightFormat;
    use super::*;

    const LLAMA_8B: Architecture = Architecture {
        layers: 32,
        hidden: 4096,
        heads: 32,
        kv_heads: 8,
        head_dim: 128,
        ffn: 14_336,
        gated_ffn: true,
        vocab: 128_256,
        tied_embeddings: false,
        attention: Attention::Full,
        experts: None,
    };

    #[test]
    fn llama_models_need_the_known_memory() {
        let cases = [
            (LLAMA_8B, 16.1, 131_072.0),
            (
                Architecture {
                    layers: 80,
                    hidden: 8192,
                    heads: 64,
                    ffn: 28_672,
                    ..LLAMA_8B
                },
                141.1,
                327_680.0,
            ),
            (
                Architecture {
                    layers: 126,
                    hidden: 16_384,
                    heads: 128,
                    ffn: 53_248,
                    ..LLAMA_8B
                },
                811.7,
                516_096.0,
            ),
        ];
        for (shapes, gigabytes, kv_bytes) in cases {
            let weights = shapes.parameters_total() * WeightFormat::Bf16.bytes_per_weight() / 1e9;
            assert!(
                (weights - gigabytes).abs() < 0.05,
                "{weights} against {gigabytes}"
            );
            assert_eq!(shapes.kv_cache_bytes_per_token(2.0), kv_bytes);
            assert_eq!(shapes.parameters_active(), shapes.parameters_total());
        }
    }

    #[test]
    fn a_mixture_counts_all_experts_in_memory_and_few_at_work() {
        // Mixtral 8x7B: 46.7 and 12.9 · 10⁹ published.
        let experts = Experts {
            count: 8,
            per_token: 2,
            ffn: 14_336,
            shared: 0,
            shared_ffn: 0,
            dense_first_layers: 0,
            interleave: 1,
        };
        let mixtral = Architecture {
            vocab: 32_000,
            ffn: 0,
            experts: Some(experts),
            ..LLAMA_8B
        };
        assert!((mixtral.parameters_total() / 46.7e9 - 1.0).abs() < 0.01);
        assert!((mixtral.parameters_active() / 12.9e9 - 1.0).abs() < 0.01);
    }

    #[test]
    fn latent_attention_with_dense_first_layers_gives_deepseek_v3() {
        // DeepSeek-V3, arXiv:2412.19437, section 4.2: 671 · 10⁹ parameters, 37 active.
        let v3 = Architecture {
            layers: 61,
            hidden: 7168,
            heads: 128,
            kv_heads: 128,
            head_dim: 192,
            ffn: 18_432,
            vocab: 129_280,
            attention: Attention::Latent {
                kv_lora_rank: 512,
                rope_head_dim: 64,
                q_lora_rank: 1536,
                nope_head_dim: 128,
                value_head_dim: 128,
            },
            experts: Some(Experts {
                count: 256,
                per_token: 8,
                ffn: 2048,
                shared: 1,
                shared_ffn: 2048,
                dense_first_layers: 3,
                interleave: 1,
            }),
            ..LLAMA_8B
        };
        assert!(
            (v3.parameters_total() / 671e9 - 1.0).abs() < 0.01,
            "{}",
            v3.parameters_total()
        );
        assert!(
            (v3.parameters_active() / 37e9 - 1.0).abs() < 0.02,
            "{}",
            v3.parameters_active()
        );
        assert_eq!(v3.kv_cache_bytes_per_token(2.0), 70_272.0);
    }

    #[test]
    fn a_window_stops_growing_and_full_layers_go_on() {
        let gemma = Architecture {
            layers: 62,
            kv_heads: 16,
            attention: Attention::SlidingWindow {
                window_tokens: 1024,
                full_layers: 10,
            },
            ..LLAMA_8B
        };
        let one = 2.0 * 16.0 * 128.0 * 2.0;
        assert_eq!(gemma.kv_cache_bytes_per_token(2.0), 62.0 * one);
        assert_eq!(gemma.kv_cache_bytes(1000.0, 2.0), 1000.0 * 62.0 * one);
        assert_eq!(
            gemma.kv_cache_bytes(8192.0, 2.0),
            one * (10.0 * 8192.0 + 52.0 * 1024.0)
        );
    }

    #[test]
    fn interleaved_experts_stand_in_every_second_layer() {
        let experts = Experts {
            count: 128,
            per_token: 1,
            ffn: 8192,
            shared: 1,
            shared_ffn: 8192,
            dense_first_layers: 0,
            interleave: 2,
        };
        // Llama 4 Maverick: 400 and 17 · 10⁹ on its model card.
        let maverick = Architecture {
            layers: 48,
            hidden: 5120,
            heads: 40,
            ffn: 16_384,
            vocab: 202_048,
            experts: Some(experts),
            ..LLAMA_8B
        };
        assert_eq!(maverick.expert_layers(), 24);
        assert!((maverick.parameters_total() / 400.7e9 - 1.0).abs() < 0.01);
        assert!((maverick.parameters_active() / 17.17e9 - 1.0).abs() < 0.01);
    }
}
