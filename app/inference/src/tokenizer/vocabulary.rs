//! The tokens of a file, found by their texts.

use weighbridge_gguf::{Fault, File, Sort, Value};

use super::TokenizerError;

/// Tokens: their texts one after the other, what they are worth, and what they are for.
pub(super) struct Vocabulary {
    text: String,
    /// Where each text ends.
    ends: Vec<u32>,
    scores: Vec<f32>,
    kinds: Vec<Kind>,
    /// Tokens whose spaces after them are taken away.
    pub(super) takes_spaces: Vec<u32>,
    /// Tokens by their texts.
    order: Vec<u32>,
}

/// What a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A piece of text.
    Plain,
    /// What nothing else fits.
    Unknown,
    /// Steers the model and is no text.
    Steering,
    /// A piece of text that somebody added, found before all others.
    Own,
    /// A single byte, written as `<0xAB>`.
    Byte,
    /// Not used.
    Other,
}

const TOKENS: &str = "tokenizer.ggml.tokens";
const SCORES: &str = "tokenizer.ggml.scores";
const KINDS: &str = "tokenizer.ggml.token_type";

impl Vocabulary {
    pub(super) fn read(file: &File) -> Result<Vocabulary, TokenizerError> {
        let Some(list) = file.list(TOKENS)? else {
            return Err(file.fault(TOKENS, Fault::Missing).into());
        };
        let wrong = |key, value: &Value, wanted| {
            let is = value.sort();
            TokenizerError::File(file.fault(key, Fault::Value { is, wanted }))
        };
        let tokens = list.len();
        let mut size = 0;
        for value in list.values() {
            match value {
                Value::Text(text) => size += text.len(),
                other => return Err(wrong(TOKENS, &other, Sort::Texts)),
            }
        }
        if u32::try_from(size.max(tokens)).is_err() {
            let (key, is) = (TOKENS, size);
            return Err(TokenizerError::Length { key, is, tokens });
        }
        let mut vocabulary = Vocabulary {
            text: String::with_capacity(size),
            ends: Vec::with_capacity(tokens),
            scores: Vec::new(),
            kinds: Vec::new(),
            takes_spaces: Vec::new(),
            order: Vec::new(),
        };
        for value in list.values() {
            if let Value::Text(text) = value {
                vocabulary.text.push_str(text);
                vocabulary.ends.push(vocabulary.text.len() as u32);
            }
        }
        for key in [SCORES, KINDS] {
            let Some(list) = file.list(key)? else {
                continue;
            };
            if list.len() < tokens {
                let is = list.len();
                return Err(TokenizerError::Length { key, is, tokens });
            }
            match key {
                SCORES => vocabulary.scores.reserve_exact(tokens),
                _ => vocabulary.kinds.reserve_exact(tokens),
            }
            for value in list.values().take(tokens) {
                let number = match value {
                    Value::Float(number) => number,
                    Value::Signed(number) => number as f64,
                    Value::Unsigned(number) => number as f64,
                    other => return Err(wrong(key, &other, Sort::Numbers)),
                };
                match key {
                    SCORES => vocabulary.scores.push(number as f32),
                    _ => vocabulary.kinds.push(Kind::of_number(number as i64)),
                }
            }
        }
        vocabulary.order = (0..tokens as u32).collect();
        let mut order = std::mem::take(&mut vocabulary.order);
        order.sort_unstable_by(|a, b| vocabulary.text(*a).cmp(vocabulary.text(*b)).then(a.cmp(b)));
        vocabulary.order = order;
        Ok(vocabulary)
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn text(&self, token: u32) -> &str {
        let at = token as usize;
        let start = match at {
            0 => 0,
            _ => self.ends[at - 1] as usize,
        };
        &self.text[start..self.ends[at] as usize]
    }

    pub(super) fn kind(&self, token: u32) -> Kind {
        self.kinds
            .get(token as usize)
            .copied()
            .unwrap_or(Kind::Plain)
    }

    pub(super) fn set_kind(&mut self, token: u32, kind: Kind) {
        self.kinds.resize(self.len(), Kind::Plain);
        self.kinds[token as usize] = kind;
    }

    pub(super) fn score(&self, token: u32) -> f32 {
        self.scores.get(token as usize).copied().unwrap_or(0.0)
    }

    pub(super) fn get(&self, token: u32) -> Option<(&str, Kind)> {
        ((token as usize) < self.len()).then(|| (self.text(token), self.kind(token)))
    }

    /// The token of a text; the last, where several have it.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        let after = self
            .order
            .partition_point(|token| self.text(*token) <= text);
        let token = *self.order.get(after.checked_sub(1)?)?;
        (!text.is_empty() && self.text(token) == text).then_some(token)
    }

    /// The token of a single byte.
    pub(super) fn of_byte(&self, byte: u8) -> Option<u32> {
        self.find(&format!("<0x{byte:02X}>")).or_else(|| {
            let text = [byte];
            self.find(std::str::from_utf8(&text).ok()?)
        })
    }
}

impl Kind {
    fn of_number(number: i64) -> Kind {
        match number {
            1 => Kind::Plain,
            2 => Kind::Unknown,
            3 => Kind::Steering,
            4 => Kind::Own,
            6 => Kind::Byte,
            _ => Kind::Other,
        }
    }
}

/// The byte that a text such as `<0xAB>` stands for.
pub(super) fn byte_of(text: &str) -> Option<u8> {
    let digits = text.strip_prefix("<0x")?.strip_suffix('>')?;
    u8::from_str_radix(digits, 16).ok()
}
