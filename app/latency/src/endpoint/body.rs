//! What is asked for, and what a server may not want to be asked.

use serde_json::{Value, json};

use super::Endpoint;
use super::address::Interface;

/// What this server wants to hear; begins with what most do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Whether it counts tokens at the end when asked to.
    counts: bool,
    /// Whether the length of answers is called `max_completion_tokens`.
    completion_tokens: bool,
    /// Whether it takes a temperature.
    temperature: bool,
}

impl Dialect {
    pub(super) const USUAL: Dialect = Dialect {
        counts: true,
        completion_tokens: false,
        temperature: true,
    };

    /// Another dialect to try, after a server has refused this one with these words.
    pub(super) fn after(self, said: &str) -> Option<Dialect> {
        let next = if said.contains("max_completion_tokens") && !self.completion_tokens {
            Dialect {
                completion_tokens: true,
                ..self
            }
        } else if said.contains("stream_options") || said.contains("include_usage") {
            Dialect {
                counts: false,
                ..self
            }
        } else if said.contains("temperature") {
            Dialect {
                temperature: false,
                ..self
            }
        } else {
            self
        };
        (next != self).then_some(next)
    }
}

/// The request for an answer of so many tokens.
pub(super) fn body(
    endpoint: &Endpoint,
    dialect: Dialect,
    prompt: &str,
    output_tokens: u32,
) -> String {
    let mut body = json!({ "model": endpoint.model, "stream": true });
    let mut set = |key: &str, value: Value| {
        body[key] = value;
    };
    match endpoint.address.interface() {
        Interface::Chat => set("messages", json!([{ "role": "user", "content": prompt }])),
        Interface::Text => set("prompt", json!(prompt)),
    }
    let length = match dialect.completion_tokens {
        true => "max_completion_tokens",
        false => "max_tokens",
    };
    set(length, json!(output_tokens));
    if dialect.temperature {
        set("temperature", json!(0));
    }
    if dialect.counts {
        set("stream_options", json!({ "include_usage": true }));
    }
    if endpoint.ignores_end {
        set("ignore_eos", json!(true));
    }
    body.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoint::{Address, Limits};

    #[test]
    fn a_refusal_teaches_the_dialect() {
        let usual = Dialect::USUAL;
        let said = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.";
        let next = usual.after(said);
        assert_eq!(next.map(|next| next.completion_tokens), Some(true));
        assert_eq!(next.and_then(|next| next.after(said)), None);
        let counts = usual.after("unknown field stream_options");
        assert_eq!(counts.map(|next| next.counts), Some(false));
        assert_eq!(usual.after("the model is not loaded"), None);
    }

    #[test]
    fn bodies_are_those_of_the_interface() {
        let endpoint = |interface| Endpoint {
            address: match Address::parse("http://localhost", interface) {
                Ok(address) => address,
                Err(error) => panic!("{error}"),
            },
            model: "m".to_owned(),
            key: None,
            prompt: None,
            ignores_end: interface == Interface::Text,
            limits: Limits::default(),
            budget: None,
        };
        let said = |interface, dialect| body(&endpoint(interface), dialect, "a \"b\"", 9);
        assert_eq!(
            said(Interface::Chat, Dialect::USUAL),
            r#"{"model":"m","stream":true,"messages":[{"role":"user","content":"a \"b\""}],"max_tokens":9,"temperature":0,"stream_options":{"include_usage":true}}"#
        );
        let other = Dialect {
            counts: false,
            completion_tokens: true,
            temperature: false,
        };
        assert_eq!(
            said(Interface::Text, other),
            r#"{"model":"m","stream":true,"prompt":"a \"b\"","max_completion_tokens":9,"ignore_eos":true}"#
        );
    }
}
