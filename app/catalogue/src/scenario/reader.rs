//! Takes values apart, notes every fault and goes on.

use weighbridge_engine::scenario::OptionId;
use weighbridge_units::PartialDate;

use super::nearest::nearest;
use super::value::{Field, Form, Value, is_word};
use crate::faults::{Expected, Fault, FaultKind};
use crate::spans::Place;

/// The most faults listed for one file.
const MAX_FAULTS: usize = 100;

/// Collects the faults of one file.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    file: &'a str,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a str) -> Reader<'a> {
        Reader {
            file,
            faults: Vec::new(),
        }
    }

    /// Notes a fault.
    pub(super) fn fault(&mut self, place: Place, path: &str, kind: FaultKind) {
        let fault = Fault {
            file: self.file.to_owned(),
            place,
            record: None,
            field: (!path.is_empty()).then(|| path.to_owned()),
            kind,
        };
        // The version is read before the rest, so that a fault of its brackets is met twice.
        if self.faults.contains(&fault) {
            return;
        }
        match self.faults.len() {
            0..MAX_FAULTS => self.faults.push(fault),
            MAX_FAULTS => self.faults.push(Fault {
                field: None,
                kind: FaultKind::TooMany,
                ..fault
            }),
            _ => {}
        }
    }

    /// The faults found, in the order of the file.
    pub(super) fn finish(mut self) -> Vec<Fault> {
        self.faults.sort_by_key(|fault| fault.place);
        self.faults
    }

    fn wrong(&mut self, value: &Value, path: &str, expected: Expected) {
        let found = value.excerpt();
        self.fault(value.place, path, FaultKind::WrongType { expected, found });
    }

    /// Keys and values in round brackets.
    pub(super) fn group<'v>(&mut self, value: &'v Value, path: &str) -> Option<Keys<'v>> {
        let Form::Group { name, fields } = &value.form else {
            self.wrong(value, path, Expected::Struct);
            return None;
        };
        if !name.is_empty() {
            self.wrong(value, path, Expected::Struct);
            return None;
        }
        Some(self.keys(value.place, fields, path))
    }

    /// Keys and values in round brackets after one of several names, or a name alone.
    pub(super) fn variant<'v, T: Copy>(
        &mut self,
        value: &'v Value,
        path: &str,
        names: &[(&str, T)],
    ) -> Option<(T, Keys<'v>)> {
        let (name, fields) = match &value.form {
            Form::Group { name, fields } => (name.as_str(), fields.as_slice()),
            Form::Leaf(word) if is_word(word) => (word.as_str(), [].as_slice()),
            _ => {
                self.wrong(value, path, Expected::Struct);
                return None;
            }
        };
        let known = names.iter().find(|(known, _)| *known == name);
        let Some((_, variant)) = known else {
            let allowed = names.iter().map(|(name, _)| (*name).to_owned()).collect();
            let found = name.to_owned();
            self.fault(value.place, path, FaultKind::UnknownName { found, allowed });
            return None;
        };
        Some((*variant, self.keys(value.place, fields, path)))
    }

    fn keys<'v>(&mut self, place: Place, fields: &'v [Field], path: &str) -> Keys<'v> {
        let mut seen = std::collections::BTreeSet::new();
        for field in fields {
            match &field.key {
                None => {
                    let found = field.value.excerpt();
                    let expected = Expected::Struct;
                    self.fault(
                        field.value.place,
                        path,
                        FaultKind::WrongType { expected, found },
                    );
                }
                Some(key) if !seen.insert(key) => {
                    let key = key.clone();
                    self.fault(
                        field.value.place,
                        &join(path, &key),
                        FaultKind::DuplicateKey { key },
                    );
                }
                Some(_) => {}
            }
        }
        Keys {
            place,
            fields,
            path: path.to_owned(),
            known: Vec::new(),
        }
    }

    /// Values in square brackets.
    pub(super) fn list<'v>(&mut self, value: &'v Value, path: &str) -> &'v [Value] {
        match &value.form {
            Form::List(items) => items,
            _ => {
                self.wrong(value, path, Expected::List);
                &[]
            }
        }
    }

    /// A finite number.
    pub(super) fn number(&mut self, value: &Value, path: &str) -> Option<f64> {
        let Form::Leaf(source) = &value.form else {
            self.wrong(value, path, Expected::Number);
            return None;
        };
        match number(source) {
            Some(number) if number.is_finite() => Some(number),
            Some(_) => {
                self.fault(value.place, path, FaultKind::NotFinite);
                None
            }
            None => {
                self.wrong(value, path, Expected::Number);
                None
            }
        }
    }

    /// A whole number between two others.
    pub(super) fn whole(&mut self, value: &Value, path: &str, min: u64, max: u64) -> Option<u64> {
        let Form::Leaf(source) = &value.form else {
            self.wrong(value, path, Expected::WholeNumber);
            return None;
        };
        let digits = source.replace('_', "");
        let given = number(source).filter(|_| digits.bytes().all(|letter| letter.is_ascii_digit()));
        match (given, digits.parse::<u64>()) {
            (Some(_), Ok(whole)) if (min..=max).contains(&whole) => Some(whole),
            (Some(given), _) => {
                let (min, max) = (min as f64, max as f64);
                let kind = FaultKind::OutOfRange {
                    min,
                    max,
                    value: given,
                };
                self.fault(value.place, path, kind);
                None
            }
            (None, _) => {
                self.wrong(value, path, Expected::WholeNumber);
                None
            }
        }
    }

    /// A text in quotation marks.
    pub(super) fn text(&mut self, value: &Value, path: &str) -> Option<String> {
        let text = text(value);
        if text.is_none() {
            self.wrong(value, path, Expected::Text);
        }
        text
    }

    /// An id as options have them, in quotation marks: it stands in paths.
    pub(super) fn id(&mut self, value: &Value, path: &str) -> Option<OptionId> {
        let found = self.text(value, path)?;
        let id = OptionId::parse(&found);
        if id.is_none() {
            self.fault(value.place, path, FaultKind::BadOptionId { found });
        }
        id
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, value: &Value, path: &str) -> Vec<String> {
        let items = self.list(value, path);
        let items = items.iter().enumerate();
        items
            .filter_map(|(index, item)| self.text(item, &format!("{path}[{index}]")))
            .collect()
    }

    /// `true` or `false`.
    pub(super) fn truth(&mut self, value: &Value, path: &str) -> Option<bool> {
        match &value.form {
            Form::Leaf(word) if word == "true" => Some(true),
            Form::Leaf(word) if word == "false" => Some(false),
            _ => {
                self.wrong(value, path, Expected::Truth);
                None
            }
        }
    }

    /// A date in quotation marks.
    pub(super) fn date(&mut self, value: &Value, path: &str) -> Option<PartialDate> {
        let found = self.text(value, path)?;
        let date = PartialDate::parse(&found).ok();
        if date.is_none() {
            self.fault(value.place, path, FaultKind::BadDate { found });
        }
        date
    }

    /// One of several words, in quotation marks.
    pub(super) fn choice<T: Copy>(
        &mut self,
        value: &Value,
        path: &str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let found = self.text(value, path)?;
        let known = choices.iter().find(|(key, _)| *key == found);
        if known.is_none() {
            let allowed = choices.iter().map(|(key, _)| (*key).to_owned()).collect();
            self.fault(value.place, path, FaultKind::UnknownName { found, allowed });
        }
        known.map(|(_, choice)| *choice)
    }
}

/// The keys of one group, which are asked for by name; what nobody asked for is unknown.
#[derive(Debug)]
pub(super) struct Keys<'v> {
    /// Where the group begins.
    pub(super) place: Place,
    fields: &'v [Field],
    path: String,
    known: Vec<&'static str>,
}

impl<'v> Keys<'v> {
    /// The path of a key of the group.
    pub(super) fn path_of(&self, key: &str) -> String {
        join(&self.path, key)
    }

    /// Whether a key is there at all.
    pub(super) fn has(&self, key: &str) -> bool {
        self.fields
            .iter()
            .any(|field| field.key.as_deref() == Some(key))
    }

    /// The value of a key with its path; `None` written in its place counts as absent.
    pub(super) fn take(&mut self, key: &'static str) -> Option<(&'v Value, String)> {
        let value = self.take_any(key)?;
        let absent = matches!(&value.form, Form::Leaf(word) if word == "None");
        (!absent).then(|| (value, self.path_of(key)))
    }

    /// The value of a key, be it `None` or not.
    pub(super) fn take_any(&mut self, key: &'static str) -> Option<&'v Value> {
        self.known.push(key);
        self.fields
            .iter()
            .find(|field| field.key.as_deref() == Some(key))
            .map(|field| &field.value)
    }

    /// The same, with a fault where it is absent.
    pub(super) fn need(
        &mut self,
        reader: &mut Reader<'_>,
        key: &'static str,
    ) -> Option<(&'v Value, String)> {
        let found = self.take(key);
        if found.is_none() {
            let path = self.path_of(key);
            let key = key.to_owned();
            reader.fault(self.place, &path, FaultKind::MissingKey { key });
        }
        found
    }

    /// Notes the keys that nobody asked for.
    pub(super) fn finish(self, reader: &mut Reader<'_>) {
        for field in self.fields {
            let Some(key) = &field.key else { continue };
            if self.known.contains(&key.as_str()) {
                continue;
            }
            let found = key.clone();
            let kind = match nearest(key, self.known.iter().copied()) {
                Some(near) => FaultKind::Misspelt {
                    found,
                    nearest: near.to_owned(),
                },
                None => FaultKind::UnknownKey {
                    found,
                    allowed: self.known.iter().map(|key| (*key).to_owned()).collect(),
                },
            };
            reader.fault(field.value.place, &join(&self.path, key), kind);
        }
    }
}

/// The path of a key below a path.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

/// A number as RON writes it, finite or not; nothing where it is none.
fn number(source: &str) -> Option<f64> {
    let unsigned = source.strip_prefix(['+', '-']).unwrap_or(source);
    if ["nan", "inf", "infinity"].contains(&unsigned.to_ascii_lowercase().as_str()) {
        return Some(f64::NAN);
    }
    let begins = unsigned.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.');
    let fits = source
        .bytes()
        .all(|letter| letter.is_ascii_digit() || b"+-.eE_".contains(&letter));
    if begins && fits {
        source.replace('_', "").parse().ok()
    } else {
        None
    }
}

/// A text in quotation marks, with its escapes resolved.
pub(super) fn text(value: &Value) -> Option<String> {
    match &value.form {
        Form::Leaf(source) if source.starts_with(['"', 'r']) => ron::from_str(source).ok(),
        _ => None,
    }
}
