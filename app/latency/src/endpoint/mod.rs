//! Times a model behind an endpoint: any server that speaks as OpenAI's interface does.
//!
//! This is the only part of the program that uses the network, and it does so only while
//! [`time`] runs, which a button or a command starts.
//! Requests go to the address that was given and nowhere else: redirects are not followed, so that
//! neither key nor prompt reaches somebody else.
//!
//! What comes back is not to be trusted: lines, bodies and waits are bounded, and whatever a server
//! does ends in a sentence and in what was measured until then.

mod address;
mod agent;
mod answer;
mod ask;
mod body;
mod cost;
mod desk;
mod events;
mod fault;
mod key;
mod load;
mod piece;
mod prompt;
mod trouble;
mod unconnected;

pub use address::{Address, BadAddress, Interface};
pub use agent::Limits;
pub use cost::{Budget, PlannedCost, Prices};
pub use fault::{CertificateFault, ConnectionFault, TlsFault};
pub use key::{Key, NoKey};
pub use load::time;
pub use trouble::Trouble;

/// What is asked, and where.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// Where it is.
    pub address: Address,
    /// The model's name there.
    pub model: String,
    /// What opens the door, where it is locked.
    pub key: Option<Key>,
    /// A prompt of one's own, sent as it is; otherwise words are made, other ones every time, so
    /// that a server finds none of them in its cache.
    pub prompt: Option<String>,
    /// Whether the server is told to write on when the model wants to end. Servers that do not
    /// know the wish may refuse it.
    pub ignores_end: bool,
    /// How long it may take to do what.
    pub limits: Limits,
    /// What it may cost, where it costs.
    pub budget: Option<Budget>,
}
