//! An endpoint as tests ask it.

use std::time::Duration;

use weighbridge_latency::endpoint::{Address, Endpoint, Interface, Limits};

/// Long enough that a busy machine does not reach it by itself.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// An endpoint that nothing is paid for, with words counted before it is timed.
pub(crate) fn endpoint(url: &str) -> Endpoint {
    Endpoint {
        address: Address::parse(url, Interface::Chat).unwrap(),
        model: "a-model".to_owned(),
        key: None,
        prompt: None,
        ignores_end: false,
        limits: Limits {
            connect: PATIENCE,
            first_token: PATIENCE,
            next_token: PATIENCE,
            whole: PATIENCE,
        },
        budget: None,
    }
}
