//! Prompts of about so many tokens, other words every time.

/// Words that are one token each to most tokenisers, a space before them.
const WORDS: [&str; 64] = [
    "time",
    "year",
    "people",
    "way",
    "day",
    "man",
    "thing",
    "woman",
    "life",
    "child",
    "world",
    "school",
    "state",
    "family",
    "student",
    "group",
    "country",
    "problem",
    "hand",
    "part",
    "place",
    "case",
    "week",
    "company",
    "system",
    "program",
    "question",
    "work",
    "government",
    "number",
    "night",
    "point",
    "home",
    "water",
    "room",
    "mother",
    "area",
    "money",
    "story",
    "fact",
    "month",
    "lot",
    "right",
    "study",
    "book",
    "eye",
    "job",
    "word",
    "business",
    "issue",
    "side",
    "kind",
    "head",
    "house",
    "service",
    "friend",
    "father",
    "power",
    "hour",
    "game",
    "line",
    "end",
    "member",
    "law",
];

/// So many words, drawn from a seed: the first differ already, so that no two prompts begin alike.
pub(super) fn words(count: usize, seed: u64) -> String {
    let mut draws = fastrand::Rng::with_seed(seed);
    let drawn: Vec<&str> = (0..count.max(1))
        .map(|_| WORDS[draws.usize(..WORDS.len())])
        .collect();
    drawn.join(" ")
}

/// How many tokens words become at a server.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rate {
    /// Tokens of a word.
    tokens: f64,
    /// Tokens that stand around any prompt: a conversation's frame.
    frame: f64,
}

/// Words of the two prompts that find the rate out.
pub(super) const TRIAL_WORDS: [usize; 2] = [8, 40];
/// Tokens of their answers.
pub(super) const TRIAL_OUTPUT: u32 = 2;

impl Rate {
    /// A token a word, until a server has counted.
    pub(super) const UNKNOWN: Rate = Rate {
        tokens: 1.0,
        frame: 0.0,
    };

    /// From what a server counted for the two prompts.
    pub(super) fn of(counted: [u32; 2]) -> Rate {
        let [few, many] = counted.map(f64::from);
        let more = (TRIAL_WORDS[1] - TRIAL_WORDS[0]) as f64;
        let tokens = ((many - few) / more).clamp(0.05, 50.0);
        Rate {
            tokens,
            frame: (few - tokens * TRIAL_WORDS[0] as f64).max(0.0),
        }
    }

    /// Words of a prompt of about so many tokens.
    pub(super) fn words(self, tokens: u32) -> usize {
        let words = (f64::from(tokens) - self.frame) / self.tokens;
        words.round().max(1.0) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_of_tokens_is_reached() {
        for (tokens, frame) in [(1.0, 0), (1.3, 12), (7.6, 1), (0.8, 300)] {
            let count = |words: usize| (tokens * words as f64).round() as u32 + frame;
            let rate = Rate::of(TRIAL_WORDS.map(count));
            for planned in [500, 4000] {
                let counted = count(rate.words(planned));
                let off = f64::from(counted) / f64::from(planned) - 1.0;
                assert!(off.abs() < 0.05, "{planned}: {counted}");
            }
        }
        assert_eq!(Rate::UNKNOWN.words(128), 128);
        assert_eq!(Rate::of([0, 0]).words(1), 20);
        assert_eq!(Rate::of([500, 532]).words(128), 1);
    }

    #[test]
    fn prompts_begin_differently() {
        let mut begun: Vec<String> = (0..50).map(|seed| words(8, seed)).collect();
        assert_eq!(words(8, 7), begun[7]);
        begun.sort();
        begun.dedup();
        assert_eq!(begun.len(), 50);
        assert_eq!(words(300, 1).split(' ').count(), 300);
    }
}
