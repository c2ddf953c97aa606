//! Where an endpoint is.

use std::fmt;
use std::net::IpAddr;

use ureq::http::Uri;
use weighbridge_units::{Describe, Message};

/// The address of an interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Scheme, host and port.
    origin: String,
    /// The path of the interface itself.
    path: String,
    /// What stands behind a question mark, without it; empty where nothing does.
    query: String,
    host: String,
    interface: Interface,
}

/// Which of the two interfaces is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interface {
    /// `chat/completions`, which all have.
    Chat,
    /// `completions`, which goes on with a text.
    Text,
}

/// Why something is no address of an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// It is no address at all, or not one of HTTP.
    #[error("an address begins with http:// or https:// and names a host")]
    NotHttp,
    /// It holds a name and a password, which would be written wherever the address is.
    #[error("a password does not belong in an address")]
    HoldsPassword,
}

impl Address {
    /// Reads an address: of a server (`http://localhost:8080`), of its interfaces
    /// (`https://api.example.com/v1`) or of one of them (`…/v1/completions`).
    ///
    /// `interface` is what is spoken to where the address does not say.
    ///
    /// # Errors
    /// [`BadAddress`] where it cannot be one.
    pub fn parse(text: &str, interface: Interface) -> Result<Address, BadAddress> {
        let uri: Uri = text.trim().parse().map_err(|_| BadAddress::NotHttp)?;
        let scheme = uri.scheme_str().ok_or(BadAddress::NotHttp)?;
        if scheme != "http" && scheme != "https" {
            return Err(BadAddress::NotHttp);
        }
        let authority = uri.authority().ok_or(BadAddress::NotHttp)?;
        if authority.as_str().contains('@') {
            return Err(BadAddress::HoldsPassword);
        }
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        if host.is_empty() {
            return Err(BadAddress::NotHttp);
        }
        let given = uri.path().trim_end_matches('/');
        let (path, interface) = if given.ends_with("/chat/completions") {
            (given.to_owned(), Interface::Chat)
        } else if given.ends_with("/completions") {
            (given.to_owned(), Interface::Text)
        } else {
            let base = if given.is_empty() { "/v1" } else { given };
            (format!("{base}/{}", interface.path()), interface)
        };
        Ok(Address {
            origin: format!("{scheme}://{authority}"),
            path,
            query: uri.query().unwrap_or_default().to_owned(),
            host,
            interface,
        })
    }

    /// Which interface is spoken to.
    pub fn interface(&self) -> Interface {
        self.interface
    }

    /// Whether it is this machine, so that nothing leaves it.
    pub fn is_loopback(&self) -> bool {
        match self.host.parse::<IpAddr>() {
            Ok(address) => address.is_loopback(),
            Err(_) => self.host.eq_ignore_ascii_case("localhost"),
        }
    }

    /// Where requests go.
    pub(super) fn url(&self) -> String {
        match self.query.is_empty() {
            true => self.to_string(),
            false => format!("{self}?{}", self.query),
        }
    }
}

/// Without what stands behind a question mark, where some services want a key.
impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.origin, self.path)
    }
}

impl Interface {
    const fn path(self) -> &'static str {
        match self {
            Interface::Chat => "chat/completions",
            Interface::Text => "completions",
        }
    }
}

impl Describe for BadAddress {
    fn message(&self) -> Message {
        Message::new(match self {
            BadAddress::NotHttp => "latency-address-not-http",
            BadAddress::HoldsPassword => "latency-address-holds-password",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_understood_as_people_give_them() {
        let cases = [
            (
                "http://localhost:8080",
                "http://localhost:8080/v1/chat/completions",
                true,
            ),
            (
                "http://127.0.0.1:8080/",
                "http://127.0.0.1:8080/v1/chat/completions",
                true,
            ),
            (
                "http://[::1]:1/v1",
                "http://[::1]:1/v1/chat/completions",
                true,
            ),
            (
                "https://api.example.com/v1/",
                "https://api.example.com/v1/chat/completions",
                false,
            ),
            (
                "https://a.example/x/completions",
                "https://a.example/x/completions",
                false,
            ),
            (
                "http://10.0.0.7/openai",
                "http://10.0.0.7/openai/chat/completions",
                false,
            ),
            (
                "http://localhost.example.com",
                "http://localhost.example.com/v1/chat/completions",
                false,
            ),
        ];
        for (given, url, is_loopback) in cases {
            let address = Address::parse(given, Interface::Chat);
            let found = address.as_ref().map(|one| (one.url(), one.is_loopback()));
            assert_eq!(found, Ok((url.to_owned(), is_loopback)), "{given}");
        }
        let text = Address::parse("https://a.example/v1/completions", Interface::Chat);
        assert_eq!(text.map(|one| one.interface()), Ok(Interface::Text));
        let keyed = Address::parse("https://a.example/v1?key=secret", Interface::Text);
        let keyed = keyed.map(|one| (one.to_string(), one.url()));
        let shown = "https://a.example/v1/completions";
        assert_eq!(keyed, Ok((shown.to_owned(), format!("{shown}?key=secret"))));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let cases = [
            ("", BadAddress::NotHttp),
            ("localhost:8080", BadAddress::NotHttp),
            ("ftp://example.com", BadAddress::NotHttp),
            ("http://", BadAddress::NotHttp),
            ("file:///etc/passwd", BadAddress::NotHttp),
            (
                "https://me:secret@example.com/v1",
                BadAddress::HoldsPassword,
            ),
        ];
        for (given, expected) in cases {
            assert_eq!(
                Address::parse(given, Interface::Chat),
                Err(expected),
                "{given}"
            );
        }
    }
}
