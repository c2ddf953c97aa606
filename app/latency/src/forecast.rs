//! How long a run may take and what memory it needs, said before it starts.
//!
//! It is a bound and no promise: before anything ran, little is known but bytes and bandwidth.

use weighbridge_inference::Config;

use crate::plan::Plan;

/// How long a run may take and what memory it needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// Seconds that it takes at least, and at most by our experience; never more than its limit.
    pub seconds: (f64, f64),
    /// Bytes of memory that weights and cache need.
    pub memory_bytes: u64,
}

/// A step takes at most so many times what reading its bytes takes (small models, arithmetic).
const SLOWEST_STEP: f64 = 3.0;
/// What a layer's step costs beside its bytes, in seconds, at most.
const LAYER_SECONDS: f64 = 0.3e-3;
/// Reading a prompt's token takes so much of a step at least and at most.
const PROMPT_SHARE: (f64, f64) = (1.0 / 20.0, 1.0);
/// Another sequence in a batch adds so much of a step at least and at most.
const BATCH_SHARE: (f64, f64) = (0.0, 1.0);
/// Bytes of a cached number at most.
const CACHED_BYTES: u64 = 4;

/// The forecast of a run, from the bytes that a step reads and the bandwidth they come at, in 10⁹
/// bytes a second.
pub fn forecast(
    config: &Config,
    weight_bytes: u64,
    bytes_a_token: u64,
    plan: &Plan,
    bandwidth_gb_s: f64,
) -> Forecast {
    let fastest = bytes_a_token as f64 / (1e9 * bandwidth_gb_s);
    let slowest = SLOWEST_STEP * fastest + LAYER_SECONDS * config.layers as f64;
    let limit = plan.time_limit.as_secs_f64();
    let mut seconds = (0.0, 0.0);
    for &prompt in &plan.prompt_tokens {
        for &users in &plan.concurrency {
            let repetitions = f64::from(plan.warm_up + plan.repeats);
            let others = f64::from(users.saturating_sub(1));
            let (prompt, users) = (f64::from(prompt), f64::from(users));
            let steps = f64::from(plan.output_tokens);
            let of = |step: f64, prompt_share: f64, batch_share: f64| {
                let read = prompt * users * prompt_share;
                let written = steps * (1.0 + batch_share * others);
                repetitions * step * (read + written)
            };
            seconds.0 += of(fastest, PROMPT_SHARE.0, BATCH_SHARE.0);
            seconds.1 += of(slowest, PROMPT_SHARE.1, BATCH_SHARE.1);
        }
    }
    let attention = &config.attention;
    let cached = 2 * config.layers * attention.key_value_heads * attention.head_size;
    let longest = u64::from(plan.longest_prompt()) + u64::from(plan.output_tokens);
    let cache = cached as u64 * longest * u64::from(plan.most_at_once()) * CACHED_BYTES;
    Forecast {
        seconds: (f64::min(seconds.0, limit), f64::min(seconds.1, limit)),
        memory_bytes: weight_bytes.saturating_add(cache),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measured_run_lies_within() {
        // What a trial measured on two processors: 1.24 G weights in Q8_0 (8.5 bits), 26.6 GB/s,
        // a prompt of 64 tokens at 194 a second and 12 tokens of 49.4 ms.
        let config = Config::llama(128_256, 2048, 8192, 16, 32, 8);
        let bytes = 1_313_000_000;
        let plan = Plan {
            prompt_tokens: vec![64],
            output_tokens: 12,
            warm_up: 1,
            repeats: 3,
            ..Plan::default()
        };
        let forecast = forecast(&config, bytes, bytes, &plan, 40.0);
        let measured = 4.0 * (64.0 / 194.0 + 12.0 * 0.0494);
        let (least, most) = forecast.seconds;
        assert!(least <= measured && measured <= most, "{forecast:?}");
        // 2 · 16 · 8 · 64 numbers a token, 76 tokens.
        assert_eq!(forecast.memory_bytes, bytes + 16_384 * 76 * 4);
    }
}
