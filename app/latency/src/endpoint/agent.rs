//! A connection that somebody watches: what takes too long is cut off, from another thread.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::address::Address;
use super::trouble::Trouble;

/// How long a server may take to do what.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Until a connection stands.
    pub connect: Duration,
    /// From asking to the first token.
    pub first_token: Duration,
    /// From a token to the next.
    pub next_token: Duration,
    /// From asking to the end.
    pub whole: Duration,
}

impl Default for Limits {
    /// Ten seconds to connect, a minute to the first token, twenty seconds to the next, five minutes
    /// for all.
    fn default() -> Limits {
        Limits {
            connect: Duration::from_secs(10),
            first_token: Duration::from_secs(60),
            next_token: Duration::from_secs(20),
            whole: Duration::from_secs(300),
        }
    }
}

/// The connections of one user, and what they wait for.
#[derive(Debug, Clone)]
pub(super) struct Session {
    is_loopback: bool,
    limits: Limits,
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    agent: Agent,
    /// Whether it may have a connection that was kept open.
    is_used: bool,
    /// What is waited for, and until when; none between requests.
    waits: Option<(Wait, Instant)>,
    /// When the request as a whole is too long.
    ends: Instant,
    /// Why it was cut off.
    cut: Option<Trouble>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Wait {
    FirstToken,
    NextToken,
    /// All was said; only the end of the connection's turn is waited for.
    End,
}

/// How long the end of a connection's turn is waited for once all was said.
const END: Duration = Duration::from_secs(5);

impl Session {
    pub(super) fn new(address: &Address, limits: Limits) -> Session {
        let is_loopback = address.is_loopback();
        Session {
            is_loopback,
            limits,
            state: Arc::new(Mutex::new(State {
                agent: agent(is_loopback, limits),
                is_used: false,
                waits: None,
                ends: Instant::now(),
                cut: None,
            })),
        }
    }

    /// A request begins; gives what it goes through.
    pub(super) fn begin(&self, now: Instant) -> Agent {
        let mut state = self.lock();
        if state.cut.take().is_some() {
            // What was cut off stays so.
            state.agent = agent(self.is_loopback, self.limits);
            state.is_used = false;
        }
        state.waits = Some((Wait::FirstToken, now + self.limits.first_token));
        state.ends = now + self.limits.whole;
        state.agent.clone()
    }

    /// What to ask through again, where it was a connection kept open that ended.
    pub(super) fn again(&self) -> Option<Agent> {
        let mut state = self.lock();
        if !state.is_used || state.cut.is_some() {
            return None;
        }
        state.agent = agent(self.is_loopback, self.limits);
        state.is_used = false;
        Some(state.agent.clone())
    }

    /// A token came.
    pub(super) fn came(&self, now: Instant) {
        self.lock().waits = Some((Wait::NextToken, now + self.limits.next_token));
    }

    /// All was said.
    pub(super) fn said(&self, now: Instant) {
        self.lock().waits = Some((Wait::End, now + END));
    }

    /// The request is over; gives why it was cut off, where it was.
    pub(super) fn end(&self) -> Option<Trouble> {
        let mut state = self.lock();
        state.waits = None;
        state.is_used = true;
        state.cut.clone()
    }

    /// Cuts off what has taken too long.
    pub(super) fn watch(&self, now: Instant) {
        let mut state = self.lock();
        let Some((wait, until)) = state.waits else {
            return;
        };
        let trouble = if now >= until {
            match wait {
                Wait::FirstToken => Trouble::NoFirstToken {
                    seconds: self.limits.first_token.as_secs_f64(),
                },
                Wait::NextToken => Trouble::Stalled {
                    seconds: self.limits.next_token.as_secs_f64(),
                },
                // Nothing is lost with it.
                Wait::End => Trouble::CutOff,
            }
        } else if now >= state.ends {
            Trouble::TooLong {
                seconds: self.limits.whole.as_secs_f64(),
            }
        } else {
            return;
        };
        state.cut_off(trouble);
    }

    /// Cuts off whatever is under way.
    pub(super) fn stop(&self) {
        let mut state = self.lock();
        if state.waits.is_some() {
            state.cut_off(Trouble::Stopped);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn cut_off(&mut self, trouble: Trouble) {
        if self.cut.is_none() {
            self.cut = Some(trouble);
            self.agent.clone().shutdown();
        }
    }
}

fn agent(is_loopback: bool, limits: Limits) -> Agent {
    let mut config = Agent::config_builder()
        .user_agent(concat!("weighbridge/", env!("CARGO_PKG_VERSION")))
        // A status is an answer, and a redirect is one too: nobody else is told anything.
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .accept_encoding("identity")
        .max_response_header_size(64 << 10)
        .timeout_resolve(Some(limits.connect))
        .timeout_connect(Some(limits.connect))
        // Belts beside the watch's braces.
        .timeout_per_read(Some(limits.first_token.max(limits.next_token) + END))
        .timeout_per_write(Some(limits.first_token))
        .timeout_global(Some(limits.whole + END))
        .tls_config(
            TlsConfig::builder()
                .root_certs(RootCerts::Specific(Arc::clone(trusted())))
                .build(),
        );
    if is_loopback {
        // No proxy stands between a machine and itself.
        config = config.proxy(None);
    }
    config.build().new_agent()
}

/// The certificates that this system trusts; whoever looks after it may have added some.
fn trusted() -> &'static Arc<Vec<Certificate<'static>>> {
    static TRUSTED: OnceLock<Arc<Vec<Certificate<'static>>>> = OnceLock::new();
    TRUSTED.get_or_init(|| {
        let found = rustls_native_certs::load_native_certs();
        let certificates = found.certs.iter();
        Arc::new(
            certificates
                .map(|certificate| Certificate::from_der(certificate.as_ref()).to_owned())
                .collect(),
        )
    })
}
