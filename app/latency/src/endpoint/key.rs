//! A key: from the environment or typed for one run, never written.

use std::fmt;

use weighbridge_units::{Describe, Message};

/// What opens a locked door. It is not shown, not even to those who look for faults.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(String);

/// There is no usable key where one was looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoKey {
    /// No environment variable has the name.
    #[error("the environment has no variable {name}")]
    NotThere {
        /// The name.
        name: String,
    },
    /// It is empty, or holds what no key does.
    #[error("what was given is no key")]
    NoKey,
}

impl Key {
    /// A key as it was typed; white space around it is not part of it.
    ///
    /// # Errors
    /// [`NoKey::NoKey`] where it is empty or holds what a header cannot.
    pub fn typed(text: &str) -> Result<Key, NoKey> {
        let text = text.trim();
        match !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            true => Ok(Key(text.to_owned())),
            false => Err(NoKey::NoKey),
        }
    }

    /// The key that a variable of the environment holds.
    ///
    /// # Errors
    /// [`NoKey`] where there is no such variable or no key in it.
    pub fn from_environment(name: &str) -> Result<Key, NoKey> {
        let there = std::env::var(name).map_err(|_| NoKey::NotThere {
            name: name.to_owned(),
        })?;
        Key::typed(&there)
    }

    /// The header that carries it.
    pub(super) fn header(&self) -> String {
        format!("Bearer {}", self.0)
    }

    /// A text from the server without the key, which a server may repeat.
    pub(super) fn removed_from(&self, text: &str) -> String {
        text.replace(&self.0, "…")
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key(…)")
    }
}

impl Describe for NoKey {
    fn message(&self) -> Message {
        match self {
            NoKey::NotThere { name } => {
                Message::new("latency-key-not-there").with("name", name.clone())
            }
            NoKey::NoKey => Message::new("latency-key-none"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_not_shown() {
        let key = Key::typed(" sk-secret\n");
        assert_eq!(format!("{key:?}"), "Ok(Key(…))");
        let said = key.map(|key| (key.header(), key.removed_from("bad key sk-secret!")));
        let expected = ("Bearer sk-secret".to_owned(), "bad key …!".to_owned());
        assert_eq!(said, Ok(expected));
        for bad in ["", " ", "two words", "line\nbreak", "schlüssel"] {
            assert_eq!(Key::typed(bad), Err(NoKey::NoKey), "{bad:?}");
        }
        let name = "WEIGHBRIDGE_NO_SUCH_VARIABLE".to_owned();
        assert_eq!(Key::from_environment(&name), Err(NoKey::NotThere { name }));
    }
}
