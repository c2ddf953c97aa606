//! Merging neighbours, the best pair first, until none is left to merge.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use weighbridge_gguf::{Fault, File, Sort, Value};

use super::TokenizerError;
use super::vocabulary::Vocabulary;

/// Merges neighbours of a text, characters at first. The pair with the least cost is merged first,
/// the leftmost of several; a pair without cost is not merged.
fn merged(text: &str, cost: impl Fn(&str, &str) -> Option<u32>) -> Vec<&str> {
    const NONE: usize = usize::MAX;
    /// A symbol: where it ends, and its neighbours. One that was merged away ends where it begins.
    struct Symbol {
        start: usize,
        end: usize,
        before: usize,
        after: usize,
    }
    let mut symbols: Vec<Symbol> = text
        .char_indices()
        .enumerate()
        .map(|(number, (start, letter))| Symbol {
            start,
            end: start + letter.len_utf8(),
            before: number.wrapping_sub(1),
            after: number + 1,
        })
        .collect();
    let Some(last) = symbols.last_mut() else {
        return Vec::new();
    };
    last.after = NONE;
    let mut queue = BinaryHeap::new();
    let offer = |symbols: &[Symbol], queue: &mut BinaryHeap<_>, left: usize, right: usize| {
        if left == NONE || right == NONE {
            return;
        }
        let (one, other) = (&symbols[left], &symbols[right]);
        if let Some(cost) = cost(&text[one.start..one.end], &text[other.start..other.end]) {
            queue.push(Reverse((cost, left, right, other.end - one.start)));
        }
    };
    for right in 1..symbols.len() {
        offer(&symbols, &mut queue, right - 1, right);
    }
    while let Some(Reverse((_, left, right, length))) = queue.pop() {
        let (one, other) = (&symbols[left], &symbols[right]);
        let is_gone = one.start == one.end || other.start == other.end;
        if is_gone || other.end - one.start != length {
            continue;
        }
        let (before, after, end) = (one.before, other.after, other.end);
        symbols[left].end = end;
        symbols[left].after = after;
        symbols[right].end = symbols[right].start;
        if after != NONE {
            symbols[after].before = left;
        }
        offer(&symbols, &mut queue, before, left);
        offer(&symbols, &mut queue, left, after);
    }
    symbols
        .iter()
        .filter(|symbol| symbol.end > symbol.start)
        .map(|symbol| &text[symbol.start..symbol.end])
        .collect()
}

/// SentencePiece: whatever two neighbours make a token are merged, the highest score first; what is
/// no token becomes bytes.
pub(super) fn by_score(vocabulary: &Vocabulary, text: &str, tokens: &mut Vec<u32>) {
    let cost = |left: &str, right: &str| {
        let pair = [left, right].concat();
        let token = vocabulary.find(&pair)?;
        Some(descending(vocabulary.score(token)))
    };
    for symbol in merged(text, cost) {
        match vocabulary.find(symbol) {
            Some(token) => tokens.push(token),
            None => tokens.extend(symbol.bytes().filter_map(|byte| vocabulary.of_byte(byte))),
        }
    }
}

/// A number that is the smaller the higher a score is.
fn descending(score: f32) -> u32 {
    // Nought has two signs and one worth.
    let bits = (score + 0.0).to_bits();
    match bits >> 31 {
        0 => !(bits | 1 << 31),
        _ => bits,
    }
}

/// A list of merges, the first to be made first.
pub(super) struct Merges {
    /// Pairs, their halves divided by a space, one after the other.
    text: String,
    ends: Vec<u32>,
    /// Merges by their halves, and by their place in the list.
    order: Vec<u32>,
}

impl Merges {
    pub(super) fn read(file: &File) -> Result<Merges, TokenizerError> {
        let key = "tokenizer.ggml.merges";
        let Some(list) = file.list(key)? else {
            return Err(file.fault(key, Fault::Missing).into());
        };
        let mut size = 0;
        for value in list.values() {
            match value {
                Value::Text(text) => size += text.len(),
                other => {
                    let (is, wanted) = (other.sort(), Sort::Texts);
                    return Err(file.fault(key, Fault::Value { is, wanted }).into());
                }
            }
        }
        if u32::try_from(size.max(list.len())).is_err() {
            let (is, tokens) = (size, 0);
            return Err(TokenizerError::Length { key, is, tokens });
        }
        let mut merges = Merges {
            text: String::with_capacity(size),
            ends: Vec::with_capacity(list.len()),
            order: Vec::new(),
        };
        for value in list.values() {
            if let Value::Text(text) = value {
                merges.text.push_str(text);
                merges.ends.push(merges.text.len() as u32);
            }
        }
        let mut order: Vec<u32> = (0..list.len() as u32).collect();
        order.sort_unstable_by(|a, b| merges.halves(*a).cmp(&merges.halves(*b)).then(a.cmp(b)));
        merges.order = order;
        Ok(merges)
    }

    /// Both halves of a merge: what stands before the first space that is not its first letter, and
    /// what stands after it.
    fn halves(&self, merge: u32) -> (&str, &str) {
        let at = merge as usize;
        let start = match at {
            0 => 0,
            _ => self.ends[at - 1] as usize,
        };
        let pair = &self.text[start..self.ends[at] as usize];
        let spaces = pair.match_indices(' ').map(|(at, _)| at);
        match spaces.into_iter().find(|at| *at > 0) {
            Some(space) => (&pair[..space], &pair[space + 1..]),
            None => ("", ""),
        }
    }

    fn rank(&self, left: &str, right: &str) -> Option<u32> {
        let first = self
            .order
            .partition_point(|merge| self.halves(*merge) < (left, right));
        let merge = *self.order.get(first)?;
        (self.halves(merge) == (left, right)).then_some(merge)
    }

    /// The tokens of a word that is written in letters for bytes.
    pub(super) fn apply(&self, vocabulary: &Vocabulary, word: &str, tokens: &mut Vec<u32>) {
        for symbol in merged(word, |left, right| self.rank(left, right)) {
            match vocabulary.find(symbol) {
                Some(token) => tokens.push(token),
                // Bytes of the letters' own writing, as llama.cpp has it; only bytes below 128 are
                // letters by themselves.
                None => tokens.extend(symbol.bytes().filter_map(|byte| {
                    let text = [byte];
                    vocabulary.find(std::str::from_utf8(&text).ok()?)
                })),
            }
        }
    }
}

/// The letter that GPT-2 writes for a byte: the byte's own where it can be seen, else one of those
/// from Ā on, in their order.
fn letter(byte: u8) -> char {
    match byte {
        33..=126 | 161..=172 | 174..=255 => char::from(byte),
        0..=32 => char::from_u32(256 + u32::from(byte)).unwrap_or_default(),
        127..=160 => char::from_u32(256 + 33 + u32::from(byte - 127)).unwrap_or_default(),
        173 => 'Ń',
    }
}

/// Bytes written in letters.
pub(super) fn letters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| letter(*byte)).collect()
}

/// The bytes that letters stand for; a letter that stands for none is left as it is.
pub(super) fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for found in text.chars() {
        let byte = match u32::from(found) {
            number @ 0..=255 if letter(number as u8) == found => Some(number as u8),
            number @ 256..=288 => Some((number - 256) as u8),
            number @ 289..=322 => Some((number - 289 + 127) as u8),
            323 => Some(173),
            _ => None,
        };
        match byte {
            Some(byte) => bytes.push(byte),
            None => bytes.extend(found.encode_utf8(&mut [0; 4]).bytes()),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lead_back_to_bytes() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(bytes(&letters(&all)), all);
        assert_eq!(letters(b" a\n\xc3\xb6"), "ĠaĊÃ¶");
        assert_eq!(letters(&[127, 160, 173]), "ġłŃ");
    }

    #[test]
    fn higher_scores_come_first() {
        let scores = [f32::INFINITY, 2.0, 0.5, 0.0, -0.5, -2.0, f32::NEG_INFINITY];
        assert!(scores.map(descending).is_sorted_by(|a, b| a < b));
        assert_eq!(descending(-0.0), descending(0.0));
    }

    #[test]
    fn the_cheapest_pair_is_merged_first_and_of_equals_the_leftmost() {
        let cost = |left: &str, right: &str| match (left, right) {
            ("b", "c") => Some(0),
            ("a", "b") | ("a", "a") => Some(1),
            ("a", "bc") => Some(2),
            _ => None,
        };
        assert_eq!(merged("abcab", cost), ["abc", "ab"]);
        assert_eq!(merged("aaa", cost), ["aa", "a"]);
        assert_eq!(merged("", cost), [""; 0]);
    }
}
