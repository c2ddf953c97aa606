//! Tokens that are found in a text before it is cut, and those after which it is over.

use super::vocabulary::{Kind, Vocabulary};

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// Text that is still to be cut.
    Text(&'a str),
    /// A token that stood in it.
    Token(u32),
}

/// Texts of tokens after which a text is over, whatever the file says of them.
const ENDS: [&str; 12] = [
    "<|eot_id|>",
    "<|im_end|>",
    "<|end|>",
    "<end_of_turn>",
    "<|endoftext|>",
    "</s>",
    "<|eom_id|>",
    "<EOT>",
    "_<EOT>",
    "<|end_of_text|>",
    "<eos>",
    "<｜end▁of▁sentence｜>",
];

/// Marks tokens after which a text is over as steering, and gives them.
pub(super) fn mark(vocabulary: &mut Vocabulary) -> Vec<u32> {
    let found: Vec<u32> = ENDS
        .iter()
        .filter_map(|text| vocabulary.find(text))
        .collect();
    for token in &found {
        vocabulary.set_kind(*token, Kind::Steering);
    }
    found
}

/// Tokens to look for in a text, the longest first. Phi-3's take the spaces after them away.
pub(super) fn find(vocabulary: &mut Vocabulary, name: &str) -> Vec<u32> {
    let mut special: Vec<u32> = (0..vocabulary.len() as u32)
        .filter(|token| {
            let kind = vocabulary.kind(*token);
            matches!(kind, Kind::Steering | Kind::Own | Kind::Unknown)
                && !vocabulary.text(*token).is_empty()
        })
        .collect();
    special.sort_by_key(|token| std::cmp::Reverse(vocabulary.text(*token).len()));
    let name = name.to_lowercase();
    if name.contains("phi-3") || name.contains("phi3") {
        let keeps_spaces = ["<unk>", "<s>", "<|endoftext|>"];
        vocabulary.takes_spaces = special
            .iter()
            .copied()
            .filter(|token| !keeps_spaces.contains(&vocabulary.text(*token)))
            .collect();
        vocabulary.takes_spaces.sort_unstable();
    }
    special
}

/// Takes a text apart at its special tokens: first at all places of the longest, then of the next.
pub(super) fn partition<'a>(
    vocabulary: &Vocabulary,
    special: &[u32],
    text: &'a str,
    reads_steering: bool,
) -> Vec<Part<'a>> {
    let mut parts = match text {
        "" => Vec::new(),
        text => vec![Part::Text(text)],
    };
    for token in special {
        let is_own = vocabulary.kind(*token) == Kind::Own;
        let name = vocabulary.text(*token);
        let has_it = |part: &Part| matches!(part, Part::Text(text) if text.contains(name));
        if !(is_own || reads_steering) || !parts.iter().any(has_it) {
            continue;
        }
        let takes_spaces = vocabulary.takes_spaces.binary_search(token).is_ok();
        let mut cut = Vec::with_capacity(parts.len() + 2);
        for part in parts {
            let Part::Text(mut rest) = part else {
                cut.push(part);
                continue;
            };
            while let Some((before, after)) = rest.split_once(name) {
                if !before.is_empty() {
                    cut.push(Part::Text(before));
                }
                cut.push(Part::Token(*token));
                rest = match takes_spaces {
                    true => after.trim_start_matches([' ', '\t', '\n', '\x0b', '\x0c', '\r']),
                    false => after,
                };
            }
            if !rest.is_empty() {
                cut.push(Part::Text(rest));
            }
        }
        parts = cut;
    }
    parts
}
