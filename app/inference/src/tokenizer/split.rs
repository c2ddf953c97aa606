//! Ways of cutting text into words before byte pairs are merged.
//!
//! # Source
//! The regular expressions of the models' own `tokenizer.json`, as far as llama.cpp follows them:
//! where its reading differs, its reading stands here, since its ids are expected.

use std::sync::OnceLock;

use fancy_regex::Regex;

/// Cuts text into words.
#[derive(Clone, Copy)]
pub(super) struct Splitter {
    steps: &'static [Regex],
    /// Whether a word that is a token is taken as it is.
    pub(super) ignores_merges: bool,
    /// Whether a text starts with the token of the start unless the file says otherwise.
    pub(super) adds_start: bool,
}

/// Expressions of all ways, each compiled when it is first needed and then kept.
static COMPILED: [OnceLock<Vec<Regex>>; WAYS.len()] = [const { OnceLock::new() }; WAYS.len()];

/// A way of cutting: names in files, expressions that are applied one after the other, whether
/// merges are ignored for words that are tokens, and whether a text starts with a token of its own.
struct Way {
    names: &'static [&'static str],
    steps: &'static [&'static str],
    ignores_merges: bool,
    adds_start: bool,
}

const GPT2: &str = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)";
/// English endings in either case, up to three digits together, line ends kept with what precedes.
const LLAMA3: &str = concat!(
    r"'(?:[sS]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}",
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
);
/// The same with single digits.
const QWEN2: &str = concat!(
    r"'(?:[sS]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}",
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
);
/// Words end where small letters end; letters outside ASCII count as either.
const TEKKEN: &str = concat!(
    r"[^\r\n\p{L}\p{N}]?[\p{L}&&[^a-z]]*[\p{L}&&[^A-Z]]+",
    r"|[^\r\n\p{L}\p{N}]?[\p{L}&&[^a-z]]+[\p{L}&&[^A-Z]]*",
    r"|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
);
/// The same with English endings and up to three digits together.
const GPT4O: &str = concat!(
    r"[^\r\n\p{L}\p{N}]?[\p{L}&&[^a-z]]*[\p{L}&&[^A-Z]]+",
    r"(?:'(?:[sS]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD]))?",
    r"|[^\r\n\p{L}\p{N}]?[\p{L}&&[^a-z]]+[\p{L}&&[^A-Z]]*",
    r"(?:'(?:[sS]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD]))?",
    r"|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
);

const WAYS: [Way; 9] = [
    Way {
        names: &["llama-bpe", "llama3", "llama-v3", "falcon3", "pixtral"],
        steps: &[LLAMA3],
        ignores_merges: true,
        adds_start: true,
    },
    Way {
        names: &["dbrx", "smaug-bpe"],
        steps: &[LLAMA3],
        ignores_merges: false,
        adds_start: false,
    },
    Way {
        names: &["qwen2", "deepseek-r1-qwen", "megrez"],
        steps: &[QWEN2],
        ignores_merges: false,
        adds_start: false,
    },
    Way {
        names: &["gpt-2", "phi-2", "olmo", "mpt", "jais", "exaone4"],
        steps: &[GPT2],
        ignores_merges: false,
        adds_start: false,
    },
    Way {
        names: &[
            "starcoder",
            "refact",
            "command-r",
            "smollm",
            "codeshell",
            "exaone",
        ],
        steps: &[r"\p{N}", GPT2],
        ignores_merges: false,
        adds_start: false,
    },
    Way {
        names: &["tekken"],
        steps: &[TEKKEN],
        ignores_merges: true,
        adds_start: true,
    },
    Way {
        names: &["gpt-4o", "llama4"],
        steps: &[GPT4O],
        ignores_merges: false,
        adds_start: false,
    },
    Way {
        names: &["deepseek-coder"],
        steps: &[
            r"[\r\n]",
            r"\s?\p{L}+",
            r"\s?\p{P}+",
            r"[一-龥ࠀ-一가-퟿]+",
            r"\p{N}",
        ],
        ignores_merges: false,
        adds_start: false,
    },
    Way {
        names: &["default"],
        steps: &[r"[\p{P}\$\+<=>\^~\|]+", GPT2, r"\p{N}+", r"[0-9][0-9][0-9]"],
        ignores_merges: false,
        adds_start: false,
    },
];

/// Names of all ways.
pub(super) fn names() -> String {
    let names: Vec<&str> = WAYS.iter().flat_map(|way| way.names).copied().collect();
    names.join(", ")
}

impl Splitter {
    pub(super) fn of_name(name: &str) -> Option<Splitter> {
        let number = WAYS.iter().position(|way| way.names.contains(&name))?;
        let way = &WAYS[number];
        // They are ours, and a test compiles them all.
        let compile = || way.steps.iter().filter_map(|step| Regex::new(step).ok());
        Some(Splitter {
            steps: COMPILED[number].get_or_init(|| compile().collect()),
            ignores_merges: way.ignores_merges,
            adds_start: way.adds_start,
        })
    }

    /// The words of a text: each step cuts what the step before left, at both ends of whatever its
    /// expression finds.
    pub(super) fn split<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let mut words = vec![text];
        for step in self.steps {
            let mut cut = Vec::new();
            for word in words {
                let mut done = 0;
                // A text on which the expression gives up is left whole from there on.
                for found in step.find_iter(word).map_while(Result::ok) {
                    if found.start() > done {
                        cut.push(&word[done..found.start()]);
                    }
                    if found.end() > found.start() {
                        cut.push(found.as_str());
                    }
                    done = found.end();
                }
                if done < word.len() {
                    cut.push(&word[done..]);
                }
            }
            words = cut;
        }
        words
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;

    #[test]
    fn every_way_compiles_and_loses_nothing() {
        let text = "Hello  wörld's 1234 —\r\n\n\tDON'T camelCase\u{a0}日本語  ";
        for name in names().split(", ") {
            let splitter = Splitter::of_name(name).unwrap();
            let way = WAYS.iter().find(|way| way.names.contains(&name)).unwrap();
            assert_eq!(splitter.steps.len(), way.steps.len());
            let words = splitter.split(text);
            assert_eq!(words.concat(), text, "{name}");
            assert!(words.len() > 8, "{name}: {words:?}");
        }
        assert!(Splitter::of_name("none").is_none());
    }

    #[test]
    fn ways_differ_where_they_should() {
        let split = |name: &str, text| Splitter::of_name(name).unwrap().split(text).join("_");
        assert_eq!(split("llama-bpe", "a 1234's"), "a_ _123_4_'s");
        assert_eq!(split("qwen2", "a 1234's"), "a_ _1_2_3_4_'s");
        assert_eq!(split("gpt-2", "a 1234's"), "a_ 1234_'s");
        assert_eq!(split("starcoder", "a 12's"), "a_ _1_2_'s");
        assert_eq!(split("tekken", "camelCase"), "camel_Case");
        assert_eq!(split("default", "a 1234's"), "a_ _123_4_'_s");
    }
}
