//! The seconds that a step, a prompt and a first token take.

use weighbridge_units::{Base, Unit};

use super::{Machine, one_request, one_token_each, plain, two_operations};
use crate::number::Number;
use crate::term::Term;

/// Tokens of a prompt that engines put into a step beside the tokens they write.
const PIECE_TOKENS: f64 = 2048.0;
/// Tokens that engines push through a pipeline of stages at a time.
const MICRO_BATCH: f64 = 512.0;
/// Pieces of one prompt that are in the pipeline together: llama.cpp takes 2,048 tokens at a time.
const PIECES_OF_A_BATCH: f64 = 4.0;
/// Seconds that passing on to the next stage takes.
const STAGE_SECONDS: f64 = 20e-6;

impl<V: Number> Machine<V> {
    /// Seconds of exchanges between accelerators for so many tokens: two a layer.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn exchanges(&self, tokens: V) -> V {
        let seconds = plain::<V>(2.0) * self.layers * self.exchange_seconds
            + tokens * self.exchange_seconds_a_token();
        seconds.named(Term::ExchangeTime)
    }

    /// Seconds that a token adds to the exchanges of a step.
    #[inline(always)]
    pub(in crate::serving) fn exchange_seconds_a_token(&self) -> V {
        let bytes = |count| V::literal(count, Unit::BYTES.per(Base::Token));
        // Two sums over the accelerators of a group, whose tokens are a part of all.
        let sharing = self.ways / self.groups;
        let share = plain::<V>(2.0) * (sharing - V::one()) / sharing / self.groups;
        let sums = plain::<V>(2.0) * self.layers * share * self.hidden * bytes(2.0);
        // To the experts of other groups with eight bits a number, and back with sixteen.
        let sent = self.layers * self.other_groups / self.groups * self.hidden * bytes(3.0);
        (sums + sent) / self.link_bytes_a_second
    }

    /// Seconds of one step that writes one token to each of `batch` sequences of `context` tokens.
    #[inline(always)]
    pub fn step_seconds(&self, batch: V, context: V) -> V {
        self.verify_seconds(batch, one_token_each(), context)
    }

    /// Seconds in which each of `batch` sequences gets a token where they are enough to keep all
    /// stages at work: every stage works at a part of them of its own.
    #[inline(always)]
    pub(in crate::serving) fn full_step_seconds(&self, batch: V, context: V) -> V {
        let part = (batch / self.stages).at_least(batch.at_most(one_request()));
        self.step_seconds(part, context)
    }

    /// The context, at half of which a token of a prompt looks on average, as a mean over layers.
    ///
    /// A layer with a window looks at the whole of that window, hence at half of two.
    #[inline(always)]
    pub(in crate::serving) fn seen_tokens(&self, context: V) -> V {
        context * self.windowed.complement()
            + context.at_most(plain::<V>(2.0) * self.window_tokens) * self.windowed
    }

    /// Seconds to read so many prompt tokens, each attending to half of `context`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn prefill_seconds(&self, tokens: V, context: V) -> V {
        let two = V::literal(
            2.0,
            Unit::of(Base::Operation)
                .times(Base::Request)
                .per(Base::Token)
                .per(Base::Token),
        );
        let seen = self.seen_tokens(context);
        let attention = two * self.layers * self.hidden * tokens * seen * self.attention;
        // Stages work at the same time once a prompt is cut into pieces, but only at those of one
        // batch: the next one, or another prompt, begins when it is through.
        let prompts = tokens / context.at_least(one_token_each()) / one_request();
        let most = plain::<V>(PIECES_OF_A_BATCH) * prompts.at_least(V::one());
        let pieces = (tokens / V::literal(MICRO_BATCH, Unit::TOKENS))
            .at_least(V::one())
            .at_most(most);
        let at_once = self.stages * pieces / (self.stages + pieces - V::one());
        let operations = two_operations::<V>() * self.active * tokens + attention;
        let arithmetic =
            (operations / (self.operations_a_second * at_once)).named(Term::ArithmeticTime);
        let memory = (self.touched(tokens) / self.bytes_a_second).named(Term::ReadingTime);
        let overheads = plain::<V>(1.5) * self.layers * self.layer_seconds + self.step_seconds;
        (arithmetic.root_of_squares(memory)
            + overheads.named(Term::OverheadTime)
            + self.exchanges(tokens))
        .named(Term::PrefillTime)
    }

    /// Seconds of one step that checks `tokens` drafted tokens of each of `batch` sequences.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn verify_seconds(&self, batch: V, tokens: V, context: V) -> V {
        let all_tokens = batch * tokens;
        let bytes =
            (self.touched(all_tokens) + batch * self.cache_bytes(context)).named(Term::BytesRead);
        let memory =
            (bytes / self.bytes_a_second + self.unpacking_seconds).named(Term::ReadingTime);
        let arithmetic = (two_operations::<V>() * self.active * all_tokens
            / self.operations_a_second)
            .named(Term::ArithmeticTime);
        let overheads = self.standing_seconds() + batch * self.sequence_seconds;
        memory.root_of_cubes(arithmetic)
            + overheads.named(Term::OverheadTime)
            + self.exchanges(all_tokens)
    }

    /// Seconds that a step takes beside reading, computing and exchanging, however few it serves.
    #[inline(always)]
    fn standing_seconds(&self) -> V {
        self.layers * self.layer_seconds
            + self.step_seconds
            + (self.stages - V::one()) * V::literal(STAGE_SECONDS, Unit::SECONDS)
    }

    /// Seconds that a step takes however few it serves and however little it reads.
    #[inline(always)]
    pub(in crate::serving) fn least_overhead_seconds(&self) -> V {
        self.standing_seconds() + plain::<V>(2.0) * self.layers * self.exchange_seconds
    }

    /// Seconds that the piece of a prompt of so many tokens takes which engines put into a step.
    pub(in crate::serving) fn piece_seconds(&self, tokens: V) -> V {
        let tokens = tokens.at_least(one_token_each());
        let piece = tokens * one_request();
        let piece = piece.at_most(V::literal(PIECE_TOKENS, Unit::TOKENS));
        self.prefill_seconds(piece, tokens)
    }

    /// Seconds to the first token with so many users: those of the request itself, and those that
    /// it waits for other users' prompts.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(in crate::serving) fn first_token(&self, prompt: V, batch: V) -> (V, V) {
        let server = self.server_seconds + batch * self.server_seconds_a_user;
        let others = (batch - one_request()).at_least(V::zero(Unit::of(Base::Request)));
        (
            prompt + server.named(Term::ServerTime),
            (prompt * self.queue * (others / one_request())).named(Term::WaitForPrompts),
        )
    }

    /// Seconds that no step is shorter than: what must be read at the whole bandwidth, or what must
    /// be computed at the whole rate.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn least_step_seconds(&self, batch: V, context: V) -> V {
        let all_tokens = batch * one_token_each();
        let bytes = self.touched(all_tokens) + batch * self.cache_bytes(context);
        let operations = two_operations::<V>() * self.active * all_tokens;
        (bytes / self.full_bytes_a_second).at_least(operations / self.full_operations_a_second)
    }

    /// Seconds that no prompt of so many tokens is read in.
    #[inline(always)]
    pub(in crate::serving) fn least_prompt_seconds(&self, tokens: V) -> V {
        two_operations::<V>() * self.active * tokens / self.full_operations_a_second / self.stages
    }

    /// Tokens a second that no copy writes more than.
    #[inline(always)]
    pub(in crate::serving) fn most_tokens_a_second(&self) -> V {
        self.stages * self.full_operations_a_second / (two_operations::<V>() * self.active)
    }
}
