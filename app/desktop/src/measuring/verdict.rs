//! Words beside speeds: comfortable, usable, too slow, by thresholds that are stated.

/// Tokens a second at which people read: 238 English words a minute (Brysbaert 2019, "How many
/// words do we read per minute?", Journal of Memory and Language 109) at 4 tokens for 3 words.
pub const READING_TOKENS_PER_SECOND: f64 = 238.0 / 60.0 * 4.0 / 3.0;

/// Twice what people read: they may skip, and nobody waits.
pub const COMFORTABLE_TOKENS_PER_SECOND: f64 = 2.0 * READING_TOKENS_PER_SECOND;

/// What a speed of writing is to somebody who reads along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Slower than people read.
    TooSlow,
    /// As fast as people read, or up to twice that.
    Usable,
    /// At least twice as fast as people read, or as fast as the case asks for.
    Comfortable,
}

impl Verdict {
    /// Of a speed, in tokens a second for one user; `target` is the speed that the case asks for,
    /// 0 where it asks for none.
    pub fn of(tokens_per_second: f64, target: f64) -> Verdict {
        let comfortable = if target > 0.0 {
            target
        } else {
            COMFORTABLE_TOKENS_PER_SECOND
        };
        if tokens_per_second >= comfortable {
            Verdict::Comfortable
        } else if tokens_per_second >= READING_TOKENS_PER_SECOND {
            Verdict::Usable
        } else {
            Verdict::TooSlow
        }
    }

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Verdict::TooSlow => "too-slow",
            Verdict::Usable => "usable",
            Verdict::Comfortable => "comfortable",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_are_called_by_what_readers_and_the_case_need() {
        let cases = [
            (1.4, 0.0, Verdict::TooSlow),
            (6.0, 0.0, Verdict::Usable),
            (31.0, 0.0, Verdict::Comfortable),
            (31.0, 40.0, Verdict::Usable),
            (4.0, 3.0, Verdict::Comfortable),
            (f64::NAN, 0.0, Verdict::TooSlow),
        ];
        for (speed, target, verdict) in cases {
            assert_eq!(Verdict::of(speed, target), verdict, "{speed} {target}");
        }
    }
}
