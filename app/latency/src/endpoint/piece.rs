//! What an event holds: a piece of the answer, counts, what the server says of itself.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::run::ServerTimes;

/// What an event holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Piece {
    /// Text of the answer, what the model says to itself included; empty where there is none.
    pub(super) text: String,
    /// Tokens that it names one by one, where it does.
    pub(super) tokens: Option<u32>,
    /// Tokens of prompt and answer so far, where it counts them.
    pub(super) usage: Option<(u32, u32)>,
    /// What the server says it took.
    pub(super) server: Option<ServerTimes>,
    /// Whether the answer ends with it.
    pub(super) is_last: bool,
    /// What went wrong at the server.
    pub(super) error: Option<String>,
}

#[derive(Deserialize)]
struct Chunk {
    #[serde(default)]
    choices: Vec<Choice>,
    #[serde(default)]
    usage: Option<Usage>,
    #[serde(default)]
    timings: Option<Timings>,
    #[serde(default)]
    error: Option<Value>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(default)]
    delta: Option<Delta>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    logprobs: Option<Logprobs>,
    #[serde(default)]
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Delta {
    #[serde(default)]
    content: Option<String>,
    #[serde(default)]
    reasoning_content: Option<String>,
    #[serde(default)]
    reasoning: Option<String>,
}

#[derive(Deserialize)]
struct Logprobs {
    #[serde(default)]
    content: Option<Vec<IgnoredAny>>,
    #[serde(default)]
    tokens: Option<Vec<IgnoredAny>>,
}

#[derive(Deserialize)]
struct Usage {
    #[serde(default)]
    prompt_tokens: u32,
    #[serde(default)]
    completion_tokens: u32,
}

/// What llama.cpp's server says of itself.
#[derive(Deserialize)]
struct Timings {
    prompt_n: u32,
    prompt_ms: f64,
    predicted_n: u32,
    predicted_ms: f64,
}

impl Piece {
    /// Reads the data of an event; none where they are not what an interface of this kind sends.
    pub(super) fn read(data: &str) -> Option<Piece> {
        // A list would do for the fields in their order too.
        let data = data.trim_start().strip_prefix('{').map(|_| data)?;
        let chunk: Chunk = serde_json::from_str(data).ok()?;
        let mut piece = Piece {
            usage: chunk
                .usage
                .map(|usage| (usage.prompt_tokens, usage.completion_tokens)),
            server: chunk.timings.map(|timings| ServerTimes {
                prompt_tokens: timings.prompt_n,
                prompt_ms: timings.prompt_ms,
                output_tokens: timings.predicted_n,
                output_ms: timings.predicted_ms,
            }),
            error: chunk.error.filter(|error| !error.is_null()).map(said),
            ..Piece::default()
        };
        // One answer is asked for; others would be somebody else's idea.
        if let Some(choice) = chunk.choices.into_iter().next() {
            let delta = choice.delta.map(|delta| {
                [delta.reasoning_content, delta.reasoning, delta.content]
                    .into_iter()
                    .flatten()
                    .collect::<String>()
            });
            piece.text = delta.or(choice.text).unwrap_or_default();
            piece.tokens = choice
                .logprobs
                .and_then(|logprobs| logprobs.content.or(logprobs.tokens))
                .map(|tokens| u32::try_from(tokens.len()).unwrap_or(u32::MAX));
            piece.is_last = choice.finish_reason.is_some();
        }
        Some(piece)
    }
}

/// What a server says about an error, in whichever form.
pub(super) fn said(error: Value) -> String {
    match &error {
        Value::String(text) => text.clone(),
        Value::Object(entries) => entries
            .get("message")
            .or_else(|| entries.get("error"))
            .and_then(Value::as_str)
            .map_or_else(|| error.to_string(), str::to_owned),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_several_servers_are_read() {
        let text = |text: &str| Piece {
            text: text.to_owned(),
            ..Piece::default()
        };
        let cases = [
            (
                r#"{"choices":[{"delta":{"role":"assistant","content":null}}]}"#,
                text(""),
            ),
            (
                r#"{"choices":[{"delta":{"content":"Hi"},"finish_reason":null}]}"#,
                text("Hi"),
            ),
            (
                r#"{"choices":[{"delta":{"reasoning_content":"Hm"}}]}"#,
                text("Hm"),
            ),
            (r#"{"choices":[{"text":"Hi","logprobs":null}]}"#, text("Hi")),
            (
                r#"{"choices":[{"text":" a b","logprobs":{"tokens":[" a"," b"]}}]}"#,
                Piece {
                    tokens: Some(2),
                    ..text(" a b")
                },
            ),
            (
                r#"{"choices":[{"delta":{"content":"ab"},"logprobs":{"content":[{"token":"a"},{"token":"b"}]}}]}"#,
                Piece {
                    tokens: Some(2),
                    ..text("ab")
                },
            ),
            (
                r#"{"choices":[{"delta":{},"finish_reason":"length"}],"usage":{"prompt_tokens":9,"completion_tokens":4}}"#,
                Piece {
                    is_last: true,
                    usage: Some((9, 4)),
                    ..Piece::default()
                },
            ),
            (
                r#"{"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4},"timings":{"prompt_n":8,"prompt_ms":2.5,"predicted_n":4,"predicted_ms":7.0}}"#,
                Piece {
                    usage: Some((9, 4)),
                    server: Some(ServerTimes {
                        prompt_tokens: 8,
                        prompt_ms: 2.5,
                        output_tokens: 4,
                        output_ms: 7.0,
                    }),
                    ..Piece::default()
                },
            ),
            (
                r#"{"error":{"message":"overloaded","code":503}}"#,
                Piece {
                    error: Some("overloaded".to_owned()),
                    ..Piece::default()
                },
            ),
        ];
        for (data, expected) in cases {
            assert_eq!(Piece::read(data), Some(expected), "{data}");
        }
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        for data in ["", "hello", "[]", "{\"choices\":3}", &deep] {
            assert_eq!(Piece::read(data), None);
        }
    }
}
