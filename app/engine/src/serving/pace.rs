//! One copy of a model under prompts and answers of some length: how long a request stays with so
//! many others, how many are finished, and how many at once still keep a target.
//!
//! With `b` requests at once a token comes every `τ(b) = step(b) ÷ d + interruption · (b − 1) · prompt ÷
//! (d · output)`, the first one after `F(b) = (prompt · (1 + queue · (b − 1)) + server(b)) ÷ f`, and
//! a request stays for `T(b) = F(b) + output · τ(b)`, so that `b ÷ T(b)` are finished a second
//! (Little 1961, Operations Research 9(3)); never more than what a full copy was measured to finish.
//! `d` and `f` say how much faster than physics tokens and first tokens were measured to be.
//!
//! Written over [`Number`], so that cost, draws, explanation and the picture of a server are one
//! telling.

use weighbridge_units::{Base, Unit};

use super::physics::{
    LEAST_UNTOUCHED, Machine, one_request, one_token_each, plain, two_operations,
};
use crate::number::Number;
use crate::scenario::Serving as Figures;
use crate::term::Term;

/// Steps by which the batch within a target is found, and how often the share of experts that a
/// batch touches is looked at anew.
const NEWTON_STEPS: usize = 4;
const LOOKS_AT_EXPERTS: usize = 4;
/// What is taken off the batch that is found, so that it keeps the target and rounding does not
/// make it miss.
const SHAVED: f64 = 1.0 - 1e-7;

/// One copy of a model under prompts and answers of some length.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace<V = f64> {
    pub(crate) machine: Machine<V>,
    input: V,
    /// Tokens of a prompt that no cache answers; at least one.
    fresh: V,
    output: V,
    /// Tokens of a sequence halfway through its answer.
    context: V,
    /// Seconds that a prompt alone takes.
    prompt: V,
    decode_speed: V,
    throughput_speed: V,
    first_token_speed: V,
}

impl<V: Number> Pace<V> {
    /// The copy that these figures describe, with prompts and answers of so many tokens.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn of(figures: &Figures<V>, input: V, cached_share: V, output: V) -> Pace<V> {
        let machine = Machine::of(figures);
        let output = output.at_least(one_token_each());
        let fresh = (input * cached_share.complement()).at_least(one_token_each());
        Pace {
            machine,
            input,
            fresh,
            output,
            context: input + output * plain(0.5),
            prompt: machine.prefill_seconds(fresh * one_request(), input),
            decode_speed: figures.decode_speed_factor,
            throughput_speed: figures.throughput_speed_factor,
            first_token_speed: figures.first_token_speed_factor,
        }
    }

    /// Tokens of a prompt.
    pub(crate) fn input(&self) -> V {
        self.input
    }

    /// Tokens of a sequence halfway through its answer.
    pub(crate) fn context(&self) -> V {
        self.context
    }

    /// Tokens of an answer, at least one.
    pub(crate) fn output(&self) -> V {
        self.output
    }

    /// Tokens of a prompt that no cache answers, and the seconds that they take alone.
    pub(super) fn fresh_prompt(&self) -> (V, V) {
        let least = self
            .machine
            .least_prompt_seconds(self.fresh * one_request());
        let seconds = self.prompt / self.first_token_speed;
        (self.fresh, seconds.at_least(least))
    }

    /// Sequences that memory and engine allow at once, not in whole ones.
    #[inline(always)]
    pub(crate) fn fitting(&self) -> V {
        let fitting = self.machine.batch_that_fits(self.input, self.output);
        fitting.named(Term::BatchThatFits)
    }

    /// Seconds of a step for so many requests, other prompts left aside.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn step(&self, batch: V) -> V {
        let physical = self.machine.step_seconds(batch, self.context);
        self.learnt_step(
            physical.named(Term::PhysicalStepTime),
            self.machine.least_step_seconds(batch, self.context),
        )
    }

    /// Seconds of a step of which physics says so much, and that is no shorter than the least.
    #[inline(always)]
    pub(crate) fn learnt_step(&self, physical: V, least: V) -> V {
        (physical / self.decode_speed)
            .at_least(least.named(Term::LeastTime))
            .named(Term::StepTime)
    }

    /// Seconds between tokens that go to the prompts of others; whoever is alone has none.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn interruptions(&self, batch: V) -> V {
        let others = (batch - one_request()).at_least(V::zero(Unit::of(Base::Request)));
        (others * self.interruption_of_one()).named(Term::InterruptionTime)
    }

    /// What each other request adds to the time between tokens by its prompt.
    #[inline(always)]
    fn interruption_of_one(&self) -> V {
        let steps = self.output / one_token_each();
        self.machine.interruption * self.prompt / steps / self.decode_speed / one_request()
    }

    /// Seconds that a piece of a prompt takes which stands in a step.
    pub(crate) fn piece(&self) -> V {
        self.machine.piece_seconds(self.input) / self.decode_speed
    }

    /// Seconds to the first token, and those of them that are spent waiting for other prompts.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn first_token(&self, batch: V) -> (V, V) {
        let (own, others) = self.machine.first_token(self.prompt, batch);
        let least = self
            .machine
            .least_prompt_seconds(self.fresh * one_request());
        (
            ((own + others) / self.first_token_speed)
                .at_least(least.named(Term::LeastTime))
                .named(Term::TimeToFirstToken),
            others / self.first_token_speed,
        )
    }

    /// Requests a second that a full copy was measured to finish at most.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn saturated_requests(&self, fitting: V) -> V {
        let prompts = self
            .machine
            .prefill_seconds(fitting * self.fresh, self.input);
        let steps = self.output / one_token_each();
        let seconds = steps * self.machine.full_step_seconds(fitting, self.context) + prompts;
        let requests = fitting / seconds * self.throughput_speed;
        let most = self.machine.most_tokens_a_second() / self.output;
        requests.at_most(most).named(Term::SaturatedRequests)
    }

    /// Requests a second that are finished with so many at once, each of which stays so long.
    #[inline(always)]
    pub(crate) fn finished(&self, batch: V, stay: V) -> V {
        (batch / stay).named(Term::FinishedRequests)
    }

    /// Seconds that a request stays which gets its first token and then others after such times.
    #[inline(always)]
    pub(crate) fn stay(&self, first_token: V, inter_token: V) -> V {
        let steps = self.output / one_token_each();
        (first_token + steps * inter_token).named(Term::StayTime)
    }

    /// The most requests at once with which the first token comes within so many seconds; below
    /// one where not even one does.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn batch_for_first_token(&self, seconds: V) -> V {
        let machine = &self.machine;
        let room = seconds * self.first_token_speed - self.prompt - machine.server_seconds;
        let of_one = self.prompt * machine.queue;
        let each = of_one / one_request() + machine.server_seconds_a_user;
        // A copy whose users wait for nobody serves as many as it likes.
        let each = each.at_least(V::literal(1e-12, Unit::SECONDS) / one_request());
        ((room + of_one) / each * plain(SHAVED)).named(Term::BatchForFirstToken)
    }

    /// The most requests at once to which tokens come every so many seconds, prompts of others
    /// included; below one where that is too fast for a single one.
    ///
    /// # Method
    /// A step of `b` requests takes `(m³ + c³)^⅓ + e + g b` with `m = a + k b` and `c = d b`, which
    /// is convex in `b`, so that Newton's steps come down to where it is as long as allowed from a
    /// larger `b`: the least at which `m` or `c` alone takes as long, or `c` what a constant `m` would
    /// leave, which is at most a half too large; four steps leave less than a part in 10⁹ of that.
    /// The share of experts that `b` tokens touch is concave, so it lies below one, below the line
    /// from nought through its value for one token, and below any line through its values at `c − 1`
    /// and `c` where `b` is larger; the lowest of these stands in for it, with `c` what the first two
    /// allow.
    /// A model that is said to be no mixture is taken to read all its weights.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn batch_in_time(&self, seconds: V, is_mixture: bool) -> V {
        let machine = &self.machine;
        // Of `b` requests, `b − 1` interrupt each of them.
        let interruption = self.interruption_of_one();
        let seconds = seconds + interruption * one_request();
        let physical = seconds * self.decode_speed;
        let room = physical - machine.least_overhead_seconds();
        let one_token = one_token_each::<V>();
        let each = machine.sequence_seconds
            + one_token * machine.exchange_seconds_a_token()
            + interruption * self.decode_speed;
        let cache = machine.cache_bytes(self.context);
        let operations = two_operations::<V>() * machine.active * one_token;
        let computing = operations / machine.operations_a_second;
        let full = Target {
            reading: machine.read_bytes / machine.bytes_a_second + machine.unpacking_seconds,
            reading_each: cache / machine.bytes_a_second,
            computing,
            each,
            room,
        };
        // Nothing is faster than its roofline, whatever was learnt.
        let roofline = |bytes: V, bytes_each: V| {
            let by_bytes = (seconds - bytes / machine.full_bytes_a_second)
                / (bytes_each / machine.full_bytes_a_second + interruption);
            let by_operations =
                seconds / (operations / machine.full_operations_a_second + interruption);
            by_bytes.at_most(by_operations)
        };
        let with_all = full.solve().at_most(roofline(machine.read_bytes, cache));
        let mut batch = with_all;
        for look in 0..if is_mixture { LOOKS_AT_EXPERTS } else { 0 } {
            // The line that stands in for the share of experts: what it is at nought, and its slope.
            let (share, slope) = if look == 0 {
                let slope = machine.untouched.complement() / one_request();
                (V::zero(Unit::NONE), slope)
            } else {
                let at = batch.at_least(one_request());
                let left = machine.untouched.power(at / one_request());
                // What the last of them touched alone.
                let of_last = left * machine.untouched.complement()
                    / machine.untouched.at_least(plain(LEAST_UNTOUCHED));
                let slope = of_last / one_request();
                (left.complement() - at * slope, slope)
            };
            let bytes = machine.with_experts(share);
            let bytes_each = cache + machine.expert_bytes * slope;
            let few = Target {
                reading: bytes / machine.bytes_a_second + machine.unpacking_seconds,
                reading_each: bytes_each / machine.bytes_a_second,
                ..full
            };
            let found = few.solve().at_most(roofline(bytes, bytes_each));
            batch = found.at_least(batch);
        }
        (batch * plain(SHAVED)).named(Term::BatchInTime)
    }
}

/// How long a step may take, and what it takes.
#[derive(Debug, Clone, Copy)]
struct Target<V> {
    /// Seconds of reading for no request at all, and those that each adds.
    reading: V,
    reading_each: V,
    /// Seconds of computing that each request adds.
    computing: V,
    /// Seconds beside both that each request adds.
    each: V,
    /// Seconds that there are.
    room: V,
}

impl<V: Number> Target<V> {
    /// The number of requests at which a step takes as long as it may.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn solve(&self) -> V {
        let tiny = V::literal(1e-12, Unit::SECONDS) / one_request();
        let none = V::zero(Unit::of(Base::Request));
        let by_reading =
            (self.room - self.reading) / (self.reading_each + self.each).at_least(tiny);
        let by_computing = self.room / (self.computing + self.each).at_least(tiny);
        let by_computing_alone = self.room / self.computing.at_least(tiny);
        // Where reading takes nearly all of the time however few there are, little is left to compute.
        let share = self.reading / self.room.at_least(V::literal(1e-15, Unit::SECONDS));
        let left = (share * share * share)
            .complement()
            .at_least(V::zero(Unit::NONE));
        let by_rest = left.power(plain(1.0 / 3.0)) * by_computing_alone;
        let mut batch = by_reading
            .at_most(by_computing)
            .at_most(by_rest)
            .at_least(none);
        for _ in 0..NEWTON_STEPS {
            let reading = self.reading + batch * self.reading_each;
            let computing = batch * self.computing;
            let both = reading.root_of_cubes(computing);
            let least = V::literal(1e-15, Unit::SECONDS);
            let (r, c) = (
                reading / both.at_least(least),
                computing / both.at_least(least),
            );
            let slope = r * r * self.reading_each + c * c * self.computing + self.each;
            let over = both + batch * self.each - self.room;
            batch = (batch - over / slope.at_least(tiny)).at_least(none);
        }
        batch
    }
}
