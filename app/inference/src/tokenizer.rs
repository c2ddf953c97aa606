//! Text to tokens and back, by the vocabulary of a file, with the ids that llama.cpp gives.
//!
//! # Source
//! Byte-pair encoding: Sennrich et al. 2016, in the bytes of GPT-2 (Radford et al. 2019).
//! SentencePiece: Kudo and Richardson 2018, its byte-pair mode. Where the two leave room (special
//! tokens, spaces before the first word, tokens that end a text), llama.cpp decides
//! (`src/llama-vocab.cpp`), since its ids are what a user of a file expects.

use weighbridge_gguf::{File, GgufError};

mod merge;
mod special;
mod split;
mod stream;
mod vocabulary;

use merge::Merges;
use special::Part;
use split::Splitter;
pub use stream::TextStream;
use vocabulary::{Kind, Vocabulary};

/// Why a file gave no tokenizer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum TokenizerError {
    /// Metadata of another kind than it must be, or none.
    #[error(transparent)]
    File(#[from] GgufError),
    /// A kind of tokenizer that is not read.
    #[error(
        "tokenizers of the kind “{name}” are not read; those that are: llama (SentencePiece), gpt2 (byte pairs)"
    )]
    Model {
        /// Its name in the file.
        name: String,
    },
    /// A way of cutting text into words that is not known.
    #[error(
        "text is cut into words in the way “{name}”, which is not known; ways that are: {}",
        split::names()
    )]
    Split {
        /// Its name in the file.
        name: String,
    },
    /// Lists of the vocabulary that do not fit each other, or are too long.
    #[error("{key} has {is} entries for {tokens} tokens; the file is damaged")]
    Length {
        /// The list.
        key: &'static str,
        /// Its entries.
        is: usize,
        /// Tokens of the vocabulary.
        tokens: usize,
    },
}

/// A tokenizer, made of a file's vocabulary.
pub struct Tokenizer {
    vocabulary: Vocabulary,
    way: Way,
    /// Whether a space is put before a text.
    adds_space: bool,
    start: Option<u32>,
    end: Option<u32>,
    adds_start: bool,
    adds_end: bool,
    /// Tokens after which a text is over, in order.
    ends: Vec<u32>,
    special: Vec<u32>,
}

/// How symbols are merged.
enum Way {
    /// By the scores of tokens, spaces written as ▁.
    SentencePiece,
    /// By a list of merges within words, bytes written as letters.
    BytePairs(Merges, Splitter),
}

/// What encoding does beside cutting a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding {
    /// Puts the tokens of start and end where the model wants them.
    pub adds_start_and_end: bool,
    /// Reads texts of steering tokens, such as `<|im_start|>`, as those tokens.
    pub reads_steering: bool,
}

impl Tokenizer {
    /// Makes a tokenizer of a file's metadata.
    ///
    /// # Errors
    /// [`TokenizerError`] where they are of a kind that is not read, or damaged.
    pub fn from_gguf(file: &File) -> Result<Tokenizer, TokenizerError> {
        let key = "tokenizer.ggml.model";
        let model = file
            .text(key)?
            .ok_or_else(|| file.fault(key, weighbridge_gguf::Fault::Missing))?;
        let mut vocabulary = Vocabulary::read(file)?;
        let (way, adds_space, adds_start, start, end) = match model {
            "llama" => (Way::SentencePiece, true, true, 1, 2),
            "gpt2" => {
                let name = file.text("tokenizer.ggml.pre")?.unwrap_or("default");
                let Some(splitter) = Splitter::of_name(name) else {
                    let name = name.chars().take(80).collect();
                    return Err(TokenizerError::Split { name });
                };
                let adds_start = splitter.adds_start;
                let way = Way::BytePairs(Merges::read(file)?, splitter);
                (way, false, adds_start, 11, 11)
            }
            other => {
                let name = other.chars().take(80).collect();
                return Err(TokenizerError::Model { name });
            }
        };
        let id = |key: &str, default: Option<u32>| -> Result<Option<u32>, GgufError> {
            let known = |id: &u64| (*id as usize) < vocabulary.len();
            let told = file.whole(key)?.filter(known).map(|id| id as u32);
            Ok(told.or(default.filter(|id| known(&u64::from(*id)))))
        };
        let start = id("tokenizer.ggml.bos_token_id", Some(start))?;
        let end = id("tokenizer.ggml.eos_token_id", Some(end))?;
        let told_ends = [
            end,
            id("tokenizer.ggml.eot_token_id", None)?,
            id("tokenizer.ggml.eom_token_id", None)?,
        ];
        let mut ends: Vec<u32> = told_ends.into_iter().flatten().collect();
        ends.extend(special::mark(&mut vocabulary));
        ends.sort_unstable();
        ends.dedup();
        let name = file.text("general.name")?.unwrap_or_default();
        let special = special::find(&mut vocabulary, name);
        let truth = |key: &str, default| -> Result<bool, GgufError> {
            Ok(file.truth(key)?.unwrap_or(default))
        };
        Ok(Tokenizer {
            adds_space: truth("tokenizer.ggml.add_space_prefix", adds_space)?,
            adds_start: truth("tokenizer.ggml.add_bos_token", adds_start)?,
            adds_end: truth("tokenizer.ggml.add_eos_token", false)?,
            vocabulary,
            way,
            start,
            end,
            ends,
            special,
        })
    }

    /// Tokens of the vocabulary.
    pub fn tokens(&self) -> usize {
        self.vocabulary.len()
    }

    /// The token of the start, where there is one.
    pub fn start(&self) -> Option<u32> {
        self.start
    }

    /// Whether a text is over after a token.
    pub fn is_end(&self, token: u32) -> bool {
        self.ends.binary_search(&token).is_ok()
    }

    /// The tokens of a text.
    pub fn encode(&self, text: &str, encoding: Encoding) -> Vec<u32> {
        let mut tokens = Vec::new();
        if encoding.adds_start_and_end && self.adds_start {
            tokens.extend(self.start);
        }
        let reads = encoding.reads_steering;
        let mut is_after_special = true;
        for part in special::partition(&self.vocabulary, &self.special, text, reads) {
            match part {
                Part::Token(token) => {
                    tokens.push(token);
                    is_after_special = true;
                }
                Part::Text(text) => {
                    let space = self.adds_space && is_after_special;
                    self.encode_plain(text, space, &mut tokens);
                    is_after_special = false;
                }
            }
        }
        if encoding.adds_start_and_end && self.adds_end {
            tokens.extend(self.end);
        }
        tokens
    }

    fn encode_plain(&self, text: &str, space: bool, tokens: &mut Vec<u32>) {
        match &self.way {
            Way::SentencePiece => {
                let text = format!("{}{text}", if space { " " } else { "" }).replace(' ', "▁");
                merge::by_score(&self.vocabulary, &text, tokens);
            }
            Way::BytePairs(merges, splitter) => {
                for word in splitter.split(text) {
                    let word = merge::letters(word.as_bytes());
                    let whole = self.vocabulary.find(&word);
                    match whole.filter(|_| splitter.ignores_merges) {
                        Some(token) => tokens.push(token),
                        None => merges.apply(&self.vocabulary, &word, tokens),
                    }
                }
            }
        }
    }

    /// The bytes that a token stands for; none for tokens that steer and those beyond the
    /// vocabulary. They need not be whole characters: [`TextStream`] puts them together.
    pub fn bytes(&self, token: u32) -> Vec<u8> {
        let Some((text, kind)) = self.vocabulary.get(token) else {
            return Vec::new();
        };
        match (kind, &self.way) {
            (Kind::Steering | Kind::Unknown | Kind::Other, _) => Vec::new(),
            (Kind::Byte, _) => vocabulary::byte_of(text).into_iter().collect(),
            (Kind::Own, _) => text.as_bytes().to_vec(),
            (Kind::Plain, Way::SentencePiece) => text.replace('▁', " ").into_bytes(),
            (Kind::Plain, Way::BytePairs(..)) => merge::bytes(text),
        }
    }

    /// The text of tokens from the start of a text on; what is no text becomes �.
    pub fn decode(&self, tokens: &[u32]) -> String {
        let bytes: Vec<u8> = tokens.iter().flat_map(|token| self.bytes(*token)).collect();
        let text = String::from_utf8_lossy(&bytes);
        match self.adds_space {
            true => text.strip_prefix(' ').unwrap_or(&text).to_owned(),
            false => text.into_owned(),
        }
    }
}
