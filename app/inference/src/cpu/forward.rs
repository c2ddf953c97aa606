//! One pass of tokens through all layers.

use super::activations::{Activations, Forms};
use super::attention::{Layer, Span};
use super::cache::Cache;
use super::instructions::Instructions;
use super::matmul::{Bench, Target};
use super::packed::Packed;
use super::pool::Team;
use super::rope::{Rope, Turns};
use super::vector;
use super::weights::Weights;
use crate::config::Config;

/// What a pass goes by.
pub(crate) struct Pass<'a> {
    pub(crate) config: &'a Config,
    pub(crate) instructions: Instructions,
    pub(crate) weights: &'a Weights,
    pub(crate) rope: &'a Rope,
}

/// What a pass works with, kept from one to the next.
#[derive(Default)]
pub(crate) struct Scratch {
    activations: Activations,
    turns: Turns,
    /// What goes from layer to layer, of all tokens.
    stream: Vec<f32>,
    query: Vec<f32>,
    key: Vec<f32>,
    value: Vec<f32>,
    seen: Vec<f32>,
    inner: Vec<f32>,
    before_norm: Vec<f32>,
}

impl Scratch {
    /// Bytes that it has taken.
    pub(crate) fn bytes(&self) -> usize {
        let numbers = self.stream.capacity()
            + self.query.capacity()
            + self.key.capacity()
            + self.value.capacity()
            + self.seen.capacity()
            + self.inner.capacity()
            + self.before_norm.capacity();
        numbers * 4 + self.activations.bytes()
    }
}

impl Pass<'_> {
    /// Feeds tokens, whose places spans say; gives the logits after those that are wanted.
    pub(crate) fn run(
        &self,
        team: &Team,
        cache: &mut Cache,
        spans: &[Span],
        tokens: &[u32],
        wanted: &[usize],
        scratch: &mut Scratch,
    ) -> Vec<f32> {
        let (config, hidden) = (self.config, self.config.hidden);
        let attention = &config.attention;
        let heads = attention.heads * attention.head_size;
        let pairs = attention.key_value_heads * attention.head_size;
        let count = tokens.len();
        scratch.stream.resize(count * hidden, 0.0);
        scratch.query.resize(count * heads, 0.0);
        scratch.key.resize(count * pairs, 0.0);
        scratch.value.resize(count * pairs, 0.0);
        scratch.seen.resize(count * heads, 0.0);
        scratch.inner.resize(count * config.feed_forward, 0.0);
        team.share_parts(&mut scratch.stream, hidden, |token, out| {
            self.weights.embed(tokens[token] as usize, out);
            if config.embedding_scale != 1.0 {
                out.iter_mut()
                    .for_each(|number| *number *= config.embedding_scale);
            }
        });
        let positions = spans
            .iter()
            .flat_map(|span| span.start..span.start + span.count);
        self.rope.turns(positions, &mut scratch.turns);

        for (index, weights) in self.weights.layers.iter().enumerate() {
            let bench = Bench {
                instructions: self.instructions,
                lines: self.weights.lines.bytes(),
            };
            let norm = &weights.attention_norm;
            let matrices = [&weights.query, &weights.key, &weights.value];
            self.normalised(team, scratch, count, norm, forms(&matrices));
            bench.products(
                team,
                &scratch.activations,
                &mut [
                    (&weights.query, write(&mut scratch.query)),
                    (&weights.key, write(&mut scratch.key)),
                    (&weights.value, write(&mut scratch.value)),
                ],
            );
            let layer = Layer {
                config,
                instructions: self.instructions,
                index,
                rope: self.rope,
                turns: &scratch.turns,
                biases: weights.biases.as_ref(),
                head_norms: weights.head_norms.as_ref(),
            };
            layer.remember(team, cache, spans, &scratch.key, &scratch.value);
            layer.attend(team, cache, spans, &scratch.query, &mut scratch.seen);
            let seen = &scratch.seen;
            self.plain(
                team,
                &mut scratch.activations,
                seen,
                count,
                &weights.attention_output,
            );
            let norm = weights.attention_output_norm.as_deref();
            self.add(
                team,
                &bench,
                scratch,
                count,
                &weights.attention_output,
                norm,
            );

            let norm = &weights.feed_forward_norm;
            let matrices = [&weights.gate, &weights.up];
            self.normalised(team, scratch, count, norm, forms(&matrices));
            bench.gated(
                team,
                &scratch.activations,
                matrices,
                config.activation,
                &mut scratch.inner,
            );
            let inner = &scratch.inner;
            self.plain(team, &mut scratch.activations, inner, count, &weights.down);
            let norm = weights.feed_forward_output_norm.as_deref();
            self.add(team, &bench, scratch, count, &weights.down, norm);
        }
        self.logits(team, scratch, wanted)
    }

    fn logits(&self, team: &Team, scratch: &mut Scratch, wanted: &[usize]) -> Vec<f32> {
        if wanted.is_empty() {
            return Vec::new();
        }
        let (config, hidden) = (self.config, self.config.hidden);
        let (weights, stream) = (self.weights, &scratch.stream);
        scratch.activations.fill(
            team,
            self.instructions,
            (wanted.len(), hidden),
            forms(&[&weights.output]),
            |index, out| {
                let row = &stream[wanted[index] * hidden..][..hidden];
                let norm = &weights.output_norm;
                vector::normalise(self.instructions, row, norm, config.norm_epsilon, out);
            },
        );
        let mut logits = vec![0.0; wanted.len() * config.vocabulary];
        let bench = Bench {
            instructions: self.instructions,
            lines: weights.lines.bytes(),
        };
        let target = write(&mut logits);
        bench.products(team, &scratch.activations, &mut [(&weights.output, target)]);
        if let Some(cap) = config.logit_cap {
            team.share_parts(&mut logits, 4096, |_, part| {
                vector::bend(self.instructions, part, cap);
            });
        }
        logits
    }

    /// Makes activations of what goes from layer to layer.
    fn normalised(
        &self,
        team: &Team,
        scratch: &mut Scratch,
        count: usize,
        norm: &[f32],
        forms: Forms,
    ) {
        let hidden = self.config.hidden;
        let stream = &scratch.stream;
        let shape = (count, hidden);
        scratch
            .activations
            .fill(team, self.instructions, shape, forms, |token, out| {
                let row = &stream[token * hidden..][..hidden];
                let epsilon = self.config.norm_epsilon;
                vector::normalise(self.instructions, row, norm, epsilon, out);
            });
    }

    /// Makes activations of numbers as they are.
    fn plain(
        &self,
        team: &Team,
        activations: &mut Activations,
        numbers: &[f32],
        count: usize,
        matrix: &Packed,
    ) {
        let columns = matrix.columns;
        let shape = (count, columns);
        activations.fill(
            team,
            self.instructions,
            shape,
            forms(&[matrix]),
            |token, out| {
                out.copy_from_slice(&numbers[token * columns..][..columns]);
            },
        );
    }

    /// Adds a product to what goes from layer to layer, normalised where the family wants that.
    fn add(
        &self,
        team: &Team,
        bench: &Bench,
        scratch: &mut Scratch,
        count: usize,
        matrix: &Packed,
        norm: Option<&[f32]>,
    ) {
        let Some(norm) = norm else {
            let target = Target {
                numbers: &mut scratch.stream,
                adds: true,
            };
            return bench.products(team, &scratch.activations, &mut [(matrix, target)]);
        };
        let hidden = self.config.hidden;
        scratch.before_norm.resize(count * hidden, 0.0);
        let target = write(&mut scratch.before_norm);
        bench.products(team, &scratch.activations, &mut [(matrix, target)]);
        let before = &scratch.before_norm;
        let (set, epsilon) = (self.instructions, self.config.norm_epsilon);
        team.share_parts(&mut scratch.stream, hidden, |token, row| {
            let mut normal = vec![0.0; hidden];
            vector::normalise(
                set,
                &before[token * hidden..][..hidden],
                norm,
                epsilon,
                &mut normal,
            );
            vector::add(set, row, &normal);
        });
    }
}

fn write(numbers: &mut [f32]) -> Target<'_> {
    Target {
        numbers,
        adds: false,
    }
}

/// The forms in which matrices want what they are multiplied with.
fn forms(matrices: &[&Packed]) -> Forms {
    Forms {
        floats: matrices.iter().any(|matrix| !matrix.kind.is_quantised()),
        quants: matrices.iter().any(|matrix| matrix.kind.is_quantised()),
    }
}
