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

/// How many words to ask with next, so that a prompt has as many tokens as planned: what the
/// server counted is brought to what was planned.
///
/// A conversation's frame adds tokens that no word brings; asking again brings the count closer
/// each time.
pub(super) fn next_words(words: usize, counted_tokens: u32, planned_tokens: u32) -> usize {
    if counted_tokens == 0 {
        return words;
    }
    let next = words as f64 * f64::from(planned_tokens) / f64::from(counted_tokens);
    (next.round() as usize).clamp(1, 4 * planned_tokens.max(1) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_of_tokens_is_reached() {
        // A server that counts 1.3 tokens a word and a frame of 12.
        let count = |words: usize| (1.3 * words as f64).round() as u32 + 12;
        let mut words = 500;
        for _ in 0..3 {
            words = next_words(words, count(words), 500);
        }
        assert!(count(words).abs_diff(500) <= 3, "{}", count(words));
        assert_eq!(next_words(10, 0, 500), 10);
        assert_eq!(next_words(10, 100_000, 1), 1);
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
