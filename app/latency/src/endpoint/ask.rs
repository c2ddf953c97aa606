//! One request: asked, listened to, timed.

use std::io::{BufReader, Read};
use std::time::Instant;

use ureq::http::Response;
use ureq::{Agent, Body};

use super::Endpoint;
use super::agent::Session;
use super::events::{Events, Fault};
use super::piece::{Piece, said};
use super::trouble::{Trouble, beginning};
use super::unconnected::unsent;
use crate::run::ServerTimes;

/// Bytes of a refusal that are read.
const MOST_OF_REFUSAL: u64 = 16 << 10;

/// What came back.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Every piece of text: when it came, its letters, and its tokens where they were named.
    pub(super) pieces: Vec<Came>,
    /// Tokens of prompt and answer, where the server counted them.
    pub(super) usage: Option<(u32, u32)>,
    /// What the server says of itself.
    pub(super) server: Option<ServerTimes>,
    /// What went wrong.
    pub(super) trouble: Option<Trouble>,
}

/// A piece of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Came {
    pub(super) at: Instant,
    pub(super) letters: usize,
    pub(super) tokens: Option<u32>,
}

/// Asks, and listens to the end; `heard_piece` is told every piece of text as it comes.
pub(super) fn ask(
    endpoint: &Endpoint,
    session: &Session,
    body: &str,
    asked: Instant,
    heard_piece: &mut dyn FnMut(Instant, &str),
) -> Heard {
    let mut heard = Heard::default();
    let agent = session.begin(asked);
    let mut sent = send(endpoint, &agent, body);
    if let Err(Trouble::CutOff) = sent
        && let Some(fresh) = session.again()
    {
        // Servers close connections that were kept open when they like; nobody has read this yet.
        sent = send(endpoint, &fresh, body);
    }
    let result = sent.and_then(|response| listen(response, session, &mut heard, heard_piece));
    let cut = session.end();
    if let Err(trouble) = result {
        // Whoever cut it off knows why; the connection only knows that it ended.
        let trouble = cut.unwrap_or(trouble);
        heard.trouble = Some(without_key(endpoint, trouble));
    }
    heard
}

fn send(endpoint: &Endpoint, agent: &Agent, body: &str) -> Result<Response<Body>, Trouble> {
    let mut request = agent
        .post(endpoint.address.url())
        .header("Content-Type", "application/json")
        .header("Accept", "text/event-stream");
    if let Some(key) = &endpoint.key {
        request = request.header("Authorization", key.header());
    }
    request.send(body).map_err(|error| unsent(&error))
}

fn listen(
    response: Response<Body>,
    session: &Session,
    heard: &mut Heard,
    heard_piece: &mut dyn FnMut(Instant, &str),
) -> Result<(), Trouble> {
    let response = accepted(response)?;
    let mut events = Events::new(BufReader::new(response.into_body().into_reader()));
    let mut tokens_before = 0;
    let mut is_last = false;
    loop {
        let data = match events.next() {
            Ok(Some(data)) => data,
            Ok(None) => break,
            // Once all was said, nothing that follows takes anything back.
            Err(_) if is_last => break,
            Err(fault) => return Err(unread(fault)),
        };
        let now = Instant::now();
        if data.trim() == "[DONE]" {
            is_last = true;
            session.said(now);
            continue;
        }
        let piece = Piece::read(&data).ok_or_else(|| Trouble::Malformed {
            began: beginning(&data),
        })?;
        if let Some(error) = piece.error {
            return Err(Trouble::Said {
                said: beginning(&error),
            });
        }
        heard.server = piece.server.or(heard.server);
        if !piece.text.is_empty() {
            session.came(now);
            // Servers that count as they go tell how many tokens a piece has.
            let counted = piece.usage.map(|(_, so_far)| {
                let tokens = so_far.saturating_sub(tokens_before);
                tokens_before = so_far;
                tokens
            });
            heard.pieces.push(Came {
                at: now,
                letters: piece.text.chars().count(),
                tokens: piece.tokens.or(counted.filter(|tokens| *tokens > 0)),
            });
            heard_piece(now, &piece.text);
        }
        heard.usage = piece.usage.or(heard.usage);
        if piece.is_last {
            // Counts may still follow, and the end.
            is_last = true;
            session.said(now);
        }
    }
    match (heard.pieces.is_empty(), is_last) {
        (_, false) => Err(Trouble::CutOff),
        (true, true) => Err(Trouble::Empty),
        (false, true) => Ok(()),
    }
}

/// The response, where it is a stream of events.
fn accepted(mut response: Response<Body>) -> Result<Response<Body>, Trouble> {
    let header = |name: &str| {
        let value = response.headers().get(name)?;
        Some(beginning(&String::from_utf8_lossy(value.as_bytes())))
    };
    let status = response.status();
    if status.is_redirection() {
        let to = header("location").unwrap_or_default();
        return Err(Trouble::Redirected { to });
    }
    if status.as_u16() == 429 {
        let retry_after_seconds = header("retry-after")
            .and_then(|value| value.parse().ok())
            .filter(|seconds: &f64| seconds.is_finite() && *seconds >= 0.0);
        return Err(Trouble::RateLimited {
            retry_after_seconds,
        });
    }
    let content_type = header("content-type").unwrap_or_default();
    let encoding = header("content-encoding").unwrap_or_default();
    if status.is_success() && !encoding.is_empty() && encoding != "identity" {
        return Err(Trouble::Packed { encoding });
    }
    if status.is_success() && content_type.starts_with("text/event-stream") {
        return Ok(response);
    }
    let mut bytes = Vec::new();
    let mut reader = response.body_mut().as_reader().take(MOST_OF_REFUSAL);
    // What was read until it failed is still something it said.
    let _ = reader.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    let words = serde_json::from_str(&text).map_or_else(|_| text.to_string(), said_in);
    let words = beginning(&words);
    Err(match status.is_success() {
        false => Trouble::Status {
            status: status.as_u16(),
            said: words,
        },
        true => Trouble::NotAStream { content_type },
    })
}

fn said_in(answer: serde_json::Value) -> String {
    let error = answer.get("error").cloned();
    said(error.unwrap_or(answer))
}

fn unread(fault: Fault) -> Trouble {
    match fault {
        Fault::Reading => Trouble::CutOff,
        Fault::TooMuch(megabytes) => Trouble::TooMuch { megabytes },
        Fault::Malformed(began) => Trouble::Malformed {
            began: beginning(&began),
        },
    }
}

/// What a server said, without the key it may have repeated.
fn without_key(endpoint: &Endpoint, trouble: Trouble) -> Trouble {
    let Some(key) = &endpoint.key else {
        return trouble;
    };
    match trouble {
        Trouble::Status { status, said } => Trouble::Status {
            status,
            said: key.removed_from(&said),
        },
        Trouble::Said { said } => Trouble::Said {
            said: key.removed_from(&said),
        },
        Trouble::Malformed { began } => Trouble::Malformed {
            began: key.removed_from(&began),
        },
        Trouble::Redirected { to } => Trouble::Redirected {
            to: key.removed_from(&to),
        },
        other => other,
    }
}
