//! Ids are those of llama.cpp.
//!
//! `vocabularies/` holds small ones that `tests/tools/make_vocabulary_gguf.py` made, with texts and
//! the ids that llama.cpp gave them. `WEIGHBRIDGE_VOCABULARIES` names a folder of larger ones, such
//! as `models/` of llama.cpp, laid out in the same way; `WEIGHBRIDGE_LLAMA_YARDSTICK` names the program
//! of `tests/tools/llama_yardstick.c`, to ask llama.cpp about random texts too.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::{Path, PathBuf};

use weighbridge_gguf::File;
use weighbridge_gguf::write::{Entry, Writer};
use weighbridge_inference::tokenizer::{Encoding, Tokenizer, TokenizerError};

const PLAIN: Encoding = Encoding {
    adds_start_and_end: false,
    reads_steering: false,
};
const WHOLE: Encoding = Encoding {
    adds_start_and_end: true,
    reads_steering: true,
};

/// What llama.cpp puts after every text.
const AFTER: &str = "\n__ggml_vocab_test__\n";

fn tokenizer(path: &Path) -> Result<Tokenizer, TokenizerError> {
    let bytes = std::fs::read(path).unwrap();
    Tokenizer::from_gguf(&File::read(&bytes).unwrap())
}

fn beside(path: &Path, end: &str) -> PathBuf {
    PathBuf::from(format!("{}.{end}", path.display()))
}

fn ids(line: &str) -> Vec<u32> {
    line.split_whitespace()
        .map(|id| id.parse().unwrap())
        .collect()
}

/// Vocabularies of a folder that have texts, by their names.
fn vocabularies(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "gguf"))
        .filter(|path| beside(path, "inp").exists())
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

fn compare(path: &Path, tokenizer: &Tokenizer, ends: [&str; 2], encoding: Encoding) -> usize {
    let [texts, expected] = ends.map(|end| std::fs::read_to_string(beside(path, end)).unwrap());
    let texts: Vec<&str> = texts.strip_suffix(AFTER).unwrap().split(AFTER).collect();
    let expected: Vec<&str> = expected.lines().collect();
    assert_eq!(texts.len(), expected.len());
    for (text, expected) in texts.iter().zip(expected) {
        let ours = tokenizer.encode(text, encoding);
        assert_eq!(ours, ids(expected), "{path:?}: {text:?}");
    }
    texts.len()
}

fn own() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vocabularies")
}

#[test]
fn small_vocabularies_give_the_ids_of_llama_cpp() {
    for path in vocabularies(&own()) {
        let tokenizer = tokenizer(&path).unwrap();
        compare(&path, &tokenizer, ["inp", "out"], PLAIN);
        compare(&path, &tokenizer, ["inp", "whole"], WHOLE);
    }
}

#[test]
fn texts_come_back() {
    for path in vocabularies(&own()) {
        let tokenizer = tokenizer(&path).unwrap();
        let texts = std::fs::read_to_string(beside(&path, "inp")).unwrap();
        for text in texts.split(AFTER).filter(|text| !text.contains('<')) {
            let tokens = tokenizer.encode(text, WHOLE);
            assert_eq!(tokenizer.decode(&tokens), text, "{path:?}");
        }
    }
}

#[test]
fn vocabularies_of_llama_cpp_give_its_ids() {
    let Some(folder) = std::env::var_os("WEIGHBRIDGE_VOCABULARIES") else {
        return;
    };
    let mut read = 0;
    for path in vocabularies(Path::new(&folder)) {
        match tokenizer(&path) {
            Ok(tokenizer) => {
                let texts = compare(&path, &tokenizer, ["inp", "out"], PLAIN);
                println!("{}: {texts} texts", path.display());
                read += 1;
            }
            Err(error) => println!("{}: {error}", path.display()),
        }
    }
    assert!(
        read >= 5,
        "llama-spm, llama-bpe, phi-3, qwen2 and gpt-2 are there"
    );
}

/// Pieces that ways of cutting text look at, put together at random.
fn random_text(seed: u64) -> String {
    const PIECES: [&str; 44] = [
        " ",
        "  ",
        "   ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\u{a0}",
        "\u{3000}",
        "a",
        "B",
        "the",
        "The",
        "machine",
        "camelCase",
        "HTTPServer",
        "ñ",
        "É",
        "e\u{301}",
        "ß",
        "日本",
        "語",
        "한국",
        "ไทย",
        "हिन्दी",
        "машина",
        "'s",
        "'S",
        "'ll",
        "’s",
        "1",
        "12",
        "123",
        "1234567",
        "½",
        "٣",
        ".",
        ",",
        "...",
        "—",
        "(",
        "_",
        "<|",
        "😀",
    ];
    let mut state = seed;
    let mut text = String::new();
    for _ in 0..600 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        text.push_str(PIECES[(state >> 33) as usize % PIECES.len()]);
    }
    text
}

#[test]
fn random_texts_have_the_ids_of_llama_cpp() {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let Some(yardstick) = std::env::var_os("WEIGHBRIDGE_LLAMA_YARDSTICK") else {
        return;
    };
    let mut paths = vocabularies(&own());
    if let Some(folder) = std::env::var_os("WEIGHBRIDGE_VOCABULARIES") {
        paths.extend(vocabularies(Path::new(&folder)));
    }
    for path in paths {
        let Ok(tokenizer) = tokenizer(&path) else {
            continue;
        };
        for seed in 0..8 {
            let text = random_text(seed);
            for (mode, encoding) in [("plain", PLAIN), ("ids", WHOLE)] {
                let mut run = Command::new(&yardstick)
                    .args([mode.as_ref(), path.as_os_str()])
                    .stdin(Stdio::piped())
                    .stdout(Stdio::piped())
                    .spawn()
                    .unwrap();
                run.stdin
                    .take()
                    .unwrap()
                    .write_all(text.as_bytes())
                    .unwrap();
                let output = run.wait_with_output().unwrap();
                assert!(output.status.success());
                let expected = ids(std::str::from_utf8(&output.stdout).unwrap());
                let ours = tokenizer.encode(&text, encoding);
                let same = ours
                    .iter()
                    .zip(&expected)
                    .take_while(|(a, b)| a == b)
                    .count();
                let before = tokenizer.decode(&ours[..same]);
                assert_eq!(
                    ours, expected,
                    "{path:?}, {mode}, text {seed}, after {before:?}"
                );
            }
        }
    }
}

#[test]
fn what_is_not_read_is_told() {
    let told = |entries: &[(&str, Entry)]| {
        let mut writer = Writer::default();
        for (key, value) in entries {
            writer.entry(key, value.clone());
        }
        let error = Tokenizer::from_gguf(&File::read(&writer.bytes()).unwrap());
        error.map(|_| ()).unwrap_err().to_string()
    };
    let model = |name| ("tokenizer.ggml.model", Entry::Text(name));
    let tokens = ("tokenizer.ggml.tokens", Entry::Texts(&["a", "b"]));
    assert!(told(&[]).contains("tokenizer.ggml.model"));
    assert!(told(&[model("llama")]).contains("tokenizer.ggml.tokens"));
    assert!(told(&[model("t5"), tokens.clone()]).contains("“t5”"));
    let way = ("tokenizer.ggml.pre", Entry::Text("kimi-k2"));
    let sentence = told(&[model("gpt2"), tokens.clone(), way]);
    assert!(
        sentence.contains("kimi-k2") && sentence.contains("llama-bpe"),
        "{sentence}"
    );
    assert!(told(&[model("gpt2"), tokens.clone()]).contains("tokenizer.ggml.merges"));
    let scores = ("tokenizer.ggml.scores", Entry::F32s(&[1.0]));
    assert!(told(&[model("llama"), tokens, scores]).contains("1 entries for 2 tokens"));
    let numbers = ("tokenizer.ggml.tokens", Entry::I32s(&[1]));
    assert!(told(&[model("llama"), numbers]).contains("a list of texts"));
}
