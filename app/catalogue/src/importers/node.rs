//! The values of a JSON file, as far as anything here reads them.
//!
//! Results come with the times of every token of every request, which would take many times the
//! memory of the file: long lists of plain values are cut, what is known to be bulk is skipped, and
//! no more than [`MOST_VALUES`] values are kept.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::fault::{ImportFaultKind, Placed};

/// Most values kept of one file.
pub(super) const MOST_VALUES: usize = 250_000;

/// Most documents read after each other: finding out where one ends takes as long as what stands
/// before it.
const MOST_DOCUMENTS: usize = 10_000;

/// Most plain values kept of one list.
const MOST_IN_A_LIST: usize = 64;

/// Keys below which stands what nothing here reads, often in great numbers.
const BULK: [&str; 14] = [
    "cumulative_distribution_function",
    "errors",
    "generated_texts",
    "input_lens",
    "itls",
    "output_lens",
    "percentiles",
    "request_samples",
    "requests",
    "samples_ns",
    "samples_ts",
    "start_times",
    "ttfts",
    "scheduler_state",
];

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node<'a> {
    /// Nothing.
    Null,
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// Keys and values.
    Object(BTreeMap<Cow<'a, str>, Node<'a>>),
}

impl<'a> Node<'a> {
    /// What stands under a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'a>> {
        match self {
            Node::Object(entries) => entries.get(key).filter(|one| **one != Node::Null),
            _ => None,
        }
    }

    /// What stands under keys within each other.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Node<'a>> {
        path.iter().try_fold(self, |node, key| node.get(key))
    }

    /// Whether something stands under a key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Its number, if it is a finite one, or a text that reads as one.
    pub(super) fn number(&self) -> Option<f64> {
        let number = match self {
            Node::Number(number) => *number,
            Node::Text(text) => text.trim().parse().ok()?,
            _ => return None,
        };
        number.is_finite().then_some(number)
    }

    /// The number under a key.
    pub(super) fn figure(&self, key: &str) -> Option<f64> {
        self.get(key)?.number()
    }

    /// The number under a key, where it is positive.
    pub(super) fn positive(&self, key: &str) -> Option<f64> {
        self.figure(key).filter(|value| *value > 0.0)
    }

    /// The whole number under a key, from 1.
    pub(super) fn count(&self, key: &str) -> Option<u32> {
        let value = self.figure(key)?;
        let whole = (1.0..=1e6).contains(&value) && value.fract() == 0.0;
        whole.then_some(value as u32)
    }

    /// The text under a key, where it is not empty.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Node::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The first of some keys under which a text stands.
    pub(super) fn text_of(&self, keys: &[&str]) -> Option<&str> {
        keys.iter().find_map(|key| self.text(key))
    }

    /// Whether something under a key says yes: `true`, a word for it, or a positive number.
    pub(super) fn says(&self, key: &str) -> bool {
        match self.get(key) {
            Some(Node::Truth(truth)) => *truth,
            Some(Node::Text(text)) => {
                let text = text.trim();
                let no = ["", "0", "false", "no", "none", "null", "off"];
                !no.iter().any(|word| word.eq_ignore_ascii_case(text))
            }
            Some(Node::Number(number)) => *number > 0.0,
            _ => false,
        }
    }

    /// Its items, if it is a list.
    pub(super) fn items(&self) -> &[Node<'a>] {
        match self {
            Node::List(items) => items,
            _ => &[],
        }
    }
}

/// The values of a text: one, or several after each other.
///
/// # Errors
/// The first fault with its line and column.
pub(super) fn read(text: &str) -> Result<Vec<Node<'_>>, Placed> {
    let keeping = Keeping {
        left: Cell::new(MOST_VALUES),
        fault: RefCell::new(None),
    };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let mut documents = Vec::new();
    while documents.is_empty() || deserializer.end().is_err() {
        let read = Seed(&keeping).deserialize(&mut deserializer);
        documents.push(read.map_err(|error| placed(&error, &keeping))?);
        if documents.len() > MOST_DOCUMENTS {
            let kind = ImportFaultKind::TooManyValues;
            return Err(Placed { place: None, kind });
        }
    }
    Ok(documents)
}

fn placed(error: &serde_json::Error, keeping: &Keeping) -> Placed {
    let known = keeping.fault.borrow_mut().take();
    let kind = known.unwrap_or_else(|| {
        let said = error.to_string();
        match error.classify() {
            Category::Eof => ImportFaultKind::CutOff,
            _ if said.starts_with("recursion limit") => ImportFaultKind::TooDeep,
            _ if said.starts_with("number out of range") => ImportFaultKind::NumberTooLarge,
            _ => ImportFaultKind::Unreadable,
        }
    });
    let place = (error.line() as u64, error.column().max(1) as u64);
    Placed {
        place: (place.0 > 0).then_some(place),
        kind,
    }
}

/// How much may still be kept, and why reading stopped.
struct Keeping {
    left: Cell<usize>,
    fault: RefCell<Option<ImportFaultKind>>,
}

impl Keeping {
    fn stop<E: serde::de::Error>(&self, kind: ImportFaultKind) -> E {
        *self.fault.borrow_mut() = Some(kind);
        E::custom("stopped")
    }

    fn take<E: serde::de::Error>(&self) -> Result<(), E> {
        match self.left.get().checked_sub(1) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => Err(self.stop(ImportFaultKind::TooManyValues)),
        }
    }

    fn give_back(&self) {
        self.left.set(self.left.get() + 1);
    }
}

#[derive(Clone, Copy)]
struct Seed<'k>(&'k Keeping);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node<'de>;

    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<Node<'de>, D::Error> {
        self.0.take()?;
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Truth(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Node<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(self)? {
            let is_plain = !matches!(item, Node::List(_) | Node::Object(_));
            if is_plain && items.len() >= MOST_IN_A_LIST {
                self.0.give_back();
            } else {
                items.push(item);
            }
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Node<'de>, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = from.next_key_seed(Key)? {
            if BULK.contains(&key.as_ref()) {
                from.next_value::<IgnoredAny>()?;
                continue;
            }
            if entries.contains_key(&key) {
                let key = shortened(&key);
                return Err(self.0.stop(ImportFaultKind::DuplicateKey { key }));
            }
            let value = from.next_value_seed(self)?;
            entries.insert(key, value);
        }
        Ok(Node::Object(entries))
    }
}

/// A key as it can stand in a sentence.
fn shortened(key: &str) -> String {
    const LONGEST: usize = 60;
    match key.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &key[..at]),
        None => key.to_owned(),
    }
}

struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn fault(text: &str) -> (ImportFaultKind, Option<(u64, u64)>) {
        let fault = read(text).unwrap_err();
        (fault.kind, fault.place)
    }

    #[test]
    fn faults_have_their_place() {
        let twice = ImportFaultKind::DuplicateKey { key: "a".into() };
        for (text, kind, line) in [
            ("{\"a\": 1,\n \"a\": 2}", twice, 2),
            ("{\"a\": 1,\n", ImportFaultKind::CutOff, 2),
            ("[1\n 2]", ImportFaultKind::Unreadable, 2),
            ("[1e999]", ImportFaultKind::NumberTooLarge, 1),
            ("{} {} ]", ImportFaultKind::Unreadable, 1),
        ] {
            let (found, place) = fault(text);
            assert_eq!((found, place.unwrap().0), (kind, line), "{text}");
        }
        assert_eq!(fault(&"[".repeat(100_000)).0, ImportFaultKind::TooDeep);
        assert_eq!(
            fault(&"[[],".repeat(MOST_VALUES)).0,
            ImportFaultKind::TooDeep
        );
        let many = format!("[{}1]", "[],".repeat(MOST_VALUES));
        assert_eq!(fault(&many).0, ImportFaultKind::TooManyValues);
    }

    #[test]
    fn bulk_is_not_kept() {
        let long = format!(
            "{{\"a\": [{}1], \"itls\": [[1], [2]]}}",
            "1,".repeat(1_000_000)
        );
        let read = read(&long).unwrap();
        assert_eq!(read[0].get("a").unwrap().items().len(), MOST_IN_A_LIST);
        assert!(!read[0].has("itls"));
    }
}
