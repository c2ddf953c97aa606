//! What goes wrong between a client and a server.

use serde::{Deserialize, Serialize};
use weighbridge_units::{Arg, Describe, Message};

use super::fault::{CertificateFault, ConnectionFault, TlsFault};

/// What went wrong with a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
pub enum Trouble {
    /// Nobody answers at the address.
    #[error("nobody answers: {reason}")]
    Unreachable {
        /// Why.
        fault: ConnectionFault,
        /// The same as the system or the library says it.
        reason: String,
    },
    /// The connection could not be made secure.
    #[error("no secure connection: {reason}")]
    Insecure {
        /// Why.
        fault: TlsFault,
        /// The same as the library says it.
        reason: String,
    },
    /// The server's certificate cannot be trusted.
    #[error("the certificate cannot be trusted: {reason}")]
    Certificate {
        /// What is wrong with it.
        fault: CertificateFault,
        /// The same as the checks say it.
        reason: String,
    },
    /// The server refused.
    #[error("status {status}: {said}")]
    Status {
        /// The status of HTTP.
        status: u16,
        /// The beginning of what it said.
        said: String,
    },
    /// The server asks for fewer requests.
    #[error("too many requests")]
    RateLimited {
        /// When it may be asked again, where it says.
        retry_after_seconds: Option<f64>,
    },
    /// The server sends to another address.
    #[error("the server redirects to {to}")]
    Redirected {
        /// Where.
        to: String,
    },
    /// What came is no stream of events.
    #[error("“{content_type}” is no stream of events")]
    NotAStream {
        /// What it says it is.
        content_type: String,
    },
    /// What came is packed in a way that was not asked for.
    #[error("the answer is packed as “{encoding}”")]
    Packed {
        /// How.
        encoding: String,
    },
    /// What came cannot be read.
    #[error("what came cannot be read: {began}")]
    Malformed {
        /// How it began.
        began: String,
    },
    /// More came than any answer holds.
    #[error("more than {megabytes} MB came")]
    TooMuch {
        /// Millions of bytes that were let in.
        megabytes: u32,
    },
    /// The connection ended before the answer did.
    #[error("the connection was cut off")]
    CutOff,
    /// The server says that it failed, in the middle of its answer.
    #[error("the server failed: {said}")]
    Said {
        /// The beginning of what it said.
        said: String,
    },
    /// The answer was empty.
    #[error("the answer was empty")]
    Empty,
    /// No token came in time.
    #[error("no token within {seconds} s")]
    NoFirstToken {
        /// Seconds waited.
        seconds: f64,
    },
    /// The next token did not come in time.
    #[error("no further token within {seconds} s")]
    Stalled {
        /// Seconds waited.
        seconds: f64,
    },
    /// The whole answer took too long.
    #[error("no end within {seconds} s")]
    TooLong {
        /// Seconds waited.
        seconds: f64,
    },
    /// So many requests were open that this one was not sent.
    #[error("{open} requests were open already")]
    NotSent {
        /// Requests that were open.
        open: u32,
    },
    /// The run was stopped.
    #[error("stopped")]
    Stopped,
}

impl Trouble {
    /// The stable key.
    pub const fn key(&self) -> &'static str {
        match self {
            Trouble::Unreachable { .. } => "unreachable",
            Trouble::Insecure { .. } => "insecure",
            Trouble::Certificate { .. } => "certificate",
            Trouble::Status { .. } => "status",
            Trouble::RateLimited { .. } => "rate-limited",
            Trouble::Redirected { .. } => "redirected",
            Trouble::NotAStream { .. } => "not-a-stream",
            Trouble::Packed { .. } => "packed",
            Trouble::Malformed { .. } => "malformed",
            Trouble::TooMuch { .. } => "too-much",
            Trouble::CutOff => "cut-off",
            Trouble::Said { .. } => "said",
            Trouble::Empty => "empty",
            Trouble::NoFirstToken { .. } => "no-first-token",
            Trouble::Stalled { .. } => "stalled",
            Trouble::TooLong { .. } => "too-long",
            Trouble::NotSent { .. } => "not-sent",
            Trouble::Stopped => "stopped",
        }
    }

    /// The message of a fault, with a library's words only where it is none of those known.
    fn of_fault(&self, fault: &str, reason: &str) -> Message {
        let message = Message::new(format!("latency-trouble-{}-{fault}", self.key()));
        match fault {
            "other" => message.with("reason", reason.to_owned()),
            _ => message,
        }
    }
}

impl Describe for Trouble {
    fn message(&self) -> Message {
        let message = Message::new(format!("latency-trouble-{}", self.key()));
        match self {
            Trouble::Unreachable { fault, reason } => self.of_fault(fault.key(), reason),
            Trouble::Insecure { fault, reason } => self.of_fault(fault.key(), reason),
            Trouble::Certificate { fault, reason } => self.of_fault(fault.key(), reason),
            Trouble::Status { status, said } => message
                .with("status", Arg::Ordinal(i64::from(*status)))
                .with("said", said.clone()),
            Trouble::RateLimited {
                retry_after_seconds: Some(seconds),
            } => Message::new("latency-trouble-rate-limited-for").with("seconds", *seconds),
            Trouble::RateLimited { .. } | Trouble::CutOff | Trouble::Empty | Trouble::Stopped => {
                message
            }
            Trouble::Redirected { to } => message.with("to", to.clone()),
            Trouble::NotAStream { content_type } => message.with("type", content_type.clone()),
            Trouble::Packed { encoding } => message.with("encoding", encoding.clone()),
            Trouble::Malformed { began } => message.with("began", began.clone()),
            Trouble::TooMuch { megabytes } => message.with("megabytes", *megabytes),
            Trouble::Said { said } => message.with("said", said.clone()),
            Trouble::NoFirstToken { seconds }
            | Trouble::Stalled { seconds }
            | Trouble::TooLong { seconds } => message.with("seconds", *seconds),
            Trouble::NotSent { open } => message.with("open", *open),
        }
    }
}

/// The beginning of a text from elsewhere, on one line.
pub(super) fn beginning(text: &str) -> String {
    const MOST: usize = 160;
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    let mut short: String = line
        .chars()
        .filter(|sign| !sign.is_control())
        .take(MOST)
        .collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
