//! Takes the keys of one part after another and puts what they say in its place.

use weighbridge_engine::figure::{FieldSpec, Figure, FigureGroup};
use weighbridge_engine::scenario::{Deployment, LocalText, Setting};

use super::super::figures::{Sources, read_figure, read_group};
use super::super::reader::{Keys, Reader, join, text};
use super::super::value::{Form, Value};
use crate::faults::{Expected, FaultKind};

/// The keys of one part, and whether it needs all of them: one that changes a part of a framework
/// may leave out what stays.
pub(super) struct Taker<'a, 'r, 'v> {
    pub(super) reader: &'a mut Reader<'r>,
    pub(super) keys: Keys<'v>,
    pub(super) sources: &'a Sources,
    pub(super) is_new: bool,
}

impl<'v> Taker<'_, '_, 'v> {
    /// The value of a key that a new part must have.
    pub(super) fn need(&mut self, key: &'static str) -> Option<(&'v Value, String)> {
        if self.is_new {
            self.keys.need(self.reader, key)
        } else {
            self.keys.take(key)
        }
    }

    /// A text in some languages.
    pub(super) fn need_local(&mut self, key: &'static str, place: &mut LocalText) {
        if let Some((value, path)) = self.need(key)
            && let Some(text) = read_local(self.reader, value, &path)
        {
            *place = text;
        }
    }

    /// A text in some languages that may be absent.
    pub(super) fn local(&mut self, key: &'static str, place: &mut LocalText) {
        if let Some((value, path)) = self.keys.take(key)
            && let Some(text) = read_local(self.reader, value, &path)
        {
            *place = text;
        }
    }

    /// A text in quotation marks.
    pub(super) fn need_text(&mut self, key: &'static str, place: &mut String) {
        if let Some((value, path)) = self.need(key)
            && let Some(text) = self.reader.text(value, &path)
        {
            *place = text;
        }
    }

    /// A list of texts that may be absent.
    pub(super) fn texts(&mut self, key: &'static str, place: &mut Vec<String>) {
        if let Some((value, path)) = self.keys.take(key) {
            *place = self.reader.texts(value, &path);
        }
    }

    /// A number within bounds that may be absent.
    pub(super) fn number(&mut self, key: &'static str, (min, max): (f64, f64)) -> Option<f64> {
        let (value, path) = self.keys.take(key)?;
        read_number(self.reader, value, &path, (min, max))
    }

    /// A number within bounds.
    pub(super) fn need_number(&mut self, key: &'static str, bounds: (f64, f64), to: &mut f64) {
        if let Some((value, path)) = self.need(key)
            && let Some(number) = read_number(self.reader, value, &path, bounds)
        {
            *to = number;
        }
    }

    /// A word of a table.
    pub(super) fn need_choice<T: Copy>(
        &mut self,
        key: &'static str,
        table: &[(&str, T)],
        place: &mut T,
    ) {
        if let Some((value, path)) = self.need(key)
            && let Some(choice) = self.reader.choice(value, &path, table)
        {
            *place = choice;
        }
    }

    /// A word of a table that may be absent.
    pub(super) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        table: &[(&str, T)],
        place: &mut T,
    ) {
        if let Some((value, path)) = self.keys.take(key)
            && let Some(choice) = self.reader.choice(value, &path, table)
        {
            *place = choice;
        }
    }

    /// `true` or `false`, which may be absent.
    pub(super) fn truth(&mut self, key: &'static str, place: &mut bool) {
        if let Some((value, path)) = self.keys.take(key)
            && let Some(truth) = self.reader.truth(value, &path)
        {
            *place = truth;
        }
    }

    /// A figure; what it leaves out stays.
    pub(super) fn figure(&mut self, key: &'static str, spec: &FieldSpec, place: &mut Figure) {
        if let Some((value, path)) = self.keys.take(key) {
            let base = Some(&*place);
            let figure = read_figure(self.reader, value, &path, spec, self.sources, base);
            if let Some(figure) = figure {
                *place = figure;
            }
        }
    }

    /// A group of figures; those it leaves out stay.
    pub(super) fn group<G: FigureGroup>(&mut self, key: &'static str, place: &mut G) {
        read_group(self.reader, &mut self.keys, key, self.sources, place);
    }

    /// Kinds of option, by their keys.
    pub(super) fn kinds(&mut self, key: &'static str, place: &mut Vec<Deployment>) {
        let table = Deployment::ALL.map(|kind| (kind.key(), kind));
        if let Some((value, path)) = self.keys.take(key) {
            let items = self.reader.list(value, &path).iter().enumerate();
            let mut kinds = Vec::new();
            for (index, item) in items {
                let path = format!("{path}[{index}]");
                kinds.extend(self.reader.choice(item, &path, &table));
            }
            *place = kinds;
        }
    }

    /// Parts in a list, each known by its id; one whose id is there already changes that part.
    pub(super) fn parts<T>(
        &mut self,
        key: &'static str,
        list: &mut Vec<T>,
        id_of: fn(&T) -> &str,
        blank: fn(String) -> T,
        read: &mut dyn FnMut(&mut Taker<'_, '_, 'v>, &mut T),
    ) {
        let Some((value, path)) = self.keys.take(key) else {
            return;
        };
        let mut seen: Vec<(String, String)> = Vec::new();
        for (index, item) in self.reader.list(value, &path).iter().enumerate() {
            let path = format!("{path}[{index}]");
            let Some(mut keys) = self.reader.group(item, &path) else {
                continue;
            };
            let id = keys
                .need(self.reader, "id")
                .and_then(|(value, path)| read_id(self.reader, value, &path));
            let written = id.clone().unwrap_or_default();
            if let Some((_, first)) = seen.iter().find(|(seen, _)| id.as_ref() == Some(seen)) {
                let kind = FaultKind::DuplicateId {
                    id: written.clone(),
                    first: first.clone(),
                };
                let place = item.place;
                self.reader.fault(place, &format!("{path}.id"), kind);
            }
            seen.extend(id.map(|id| (id, path)));
            let known = list.iter().position(|part| id_of(part) == written);
            let place = known.unwrap_or_else(|| {
                list.push(blank(written));
                list.len() - 1
            });
            let mut taker = Taker {
                reader: &mut *self.reader,
                keys,
                sources: self.sources,
                is_new: known.is_none(),
            };
            read(&mut taker, &mut list[place]);
            taker.finish();
        }
    }

    /// Groups in a list that have no id.
    pub(super) fn items<T>(
        &mut self,
        key: &'static str,
        list: &mut Vec<T>,
        read: &mut dyn FnMut(&mut Taker<'_, '_, 'v>, &'v Value, &str) -> Option<T>,
    ) {
        let Some((value, path)) = self.keys.take(key) else {
            return;
        };
        list.clear();
        for (index, item) in self.reader.list(value, &path).iter().enumerate() {
            let path = format!("{path}[{index}]");
            let Some(keys) = self.reader.group(item, &path) else {
                continue;
            };
            let mut taker = Taker {
                reader: &mut *self.reader,
                keys,
                sources: self.sources,
                is_new: true,
            };
            list.extend(read(&mut taker, item, &path));
            taker.finish();
        }
    }

    /// Notes the keys that nobody asked for.
    pub(super) fn finish(self) {
        self.keys.finish(self.reader);
    }
}

/// An id as options have them: it stands in paths.
pub(super) fn read_id(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<String> {
    Some(reader.id(value, path)?.to_string())
}

/// A number for a figure, or a word for a choice.
pub(super) fn read_setting(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<Setting> {
    match text(value) {
        Some(word) => Some(Setting::Word(word)),
        None => reader.number(value, path).map(Setting::Number),
    }
}

/// A finite number within bounds.
pub(super) fn read_number(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    (min, max): (f64, f64),
) -> Option<f64> {
    let number = reader.number(value, path)?;
    if number < min || number > max {
        let kind = FaultKind::OutOfRange {
            min,
            max,
            value: number,
        };
        reader.fault(value.place, path, kind);
        return None;
    }
    Some(number)
}

/// A text in quotation marks that stands for every language, or one for each: keys are tags with
/// `_` in the place of `-`.
pub(super) fn read_local(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<LocalText> {
    let Form::Group { name, fields } = &value.form else {
        return reader.text(value, path).map(LocalText::plain);
    };
    // Reported as any other group would be.
    let _ = reader.group(value, path)?;
    if !name.is_empty() {
        return None;
    }
    if fields.is_empty() {
        let kind = FaultKind::WrongType {
            expected: Expected::Text,
            found: value.excerpt(),
        };
        reader.fault(value.place, path, kind);
    }
    let mut texts = Vec::new();
    for field in fields {
        let Some(key) = &field.key else { continue };
        let path = join(path, key);
        if !is_tag(key) {
            let kind = FaultKind::UnknownKey {
                found: key.clone(),
                allowed: ["en", "pt_BR", "pt_PT", "es"].map(str::to_owned).to_vec(),
            };
            reader.fault(field.value.place, &path, kind);
        }
        if let Some(text) = reader.text(&field.value, &path) {
            if text.trim().is_empty() {
                reader.fault(field.value.place, &path, FaultKind::EmptyText);
            }
            texts.push((key.replace('_', "-"), text));
        }
    }
    Some(LocalText::new(texts))
}

/// Whether a key looks like a tag of a language: `en`, `pt_BR`, `zh_Hant`.
fn is_tag(key: &str) -> bool {
    let mut parts = key.split('_');
    let letters = |part: &str| part.bytes().all(|letter| letter.is_ascii_alphabetic());
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && letters(language)
        && parts.all(|part| (2..=8).contains(&part.len()))
}
