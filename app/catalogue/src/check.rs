//! Checks the fields of one record and gathers what is wrong with them.

use weighbridge_units::PartialDate;

use crate::faults::FaultKind;
use crate::spans::{NodeId, Tree};

/// The smallest and largest value allowed in a field.
#[derive(Debug, Clone, Copy)]
pub struct Bounds(pub f64, pub f64);

/// One record being checked.
pub struct Check<'t, 'a> {
    tree: &'t Tree<'a>,
    record: NodeId,
    latest: Option<PartialDate>,
    faults: Vec<(NodeId, String, FaultKind)>,
}

impl<'t, 'a> Check<'t, 'a> {
    /// Begins to check the record at `record`; no past date may be later than `latest`.
    pub const fn new(
        tree: &'t Tree<'a>,
        record: NodeId,
        latest: Option<PartialDate>,
    ) -> Check<'t, 'a> {
        Check {
            tree,
            record,
            latest,
            faults: Vec::new(),
        }
    }

    /// What was wrong.
    pub fn finish(self) -> Vec<(NodeId, String, FaultKind)> {
        self.faults
    }

    /// Notes a fault at the field of a path, or where the field would stand.
    pub fn fault(&mut self, path: &str, kind: FaultKind) {
        let mut at = path;
        let node = loop {
            if let Some(node) = self.tree.find(self.record, at) {
                break node;
            }
            at = at.rfind(['.', '[']).map_or("", |end| &at[..end]);
        };
        self.faults.push((node, path.to_owned(), kind));
    }

    /// Notes a fault at an entry of a map.
    pub fn entry_fault(&mut self, map: &str, entry: &str, kind: FaultKind) {
        let map_node = self.tree.find(self.record, map).unwrap_or(self.record);
        let node = self.tree.child(map_node, entry).unwrap_or(map_node);
        self.faults.push((node, map.to_owned(), kind));
    }

    /// Whether a field stands in the file, readable or not.
    pub fn has(&self, path: &str) -> bool {
        self.tree.find(self.record, path).is_some()
    }

    /// A field that must be there. One that stands in the file but could not be read has its
    /// fault already.
    pub fn need<T>(&mut self, path: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.has(path) {
            let key = path.rsplit('.').next().unwrap_or(path).to_owned();
            self.fault(path, FaultKind::MissingKey { key });
        }
        value
    }

    /// A text that may be missing, but not empty.
    pub fn text(&mut self, path: &str, value: Option<String>) -> Option<String> {
        if value.as_ref().is_some_and(|text| text.trim().is_empty()) {
            self.fault(path, FaultKind::EmptyText);
        }
        value
    }

    /// A list of texts, of which none may be empty.
    pub fn texts(&mut self, path: &str, values: Option<Vec<String>>) -> Vec<String> {
        let values = values.unwrap_or_default();
        for (place, value) in values.iter().enumerate() {
            if value.trim().is_empty() {
                self.fault(&format!("{path}[{place}]"), FaultKind::EmptyText);
            }
        }
        values
    }

    /// A text that must be there and not be empty.
    pub fn need_text(&mut self, path: &str, value: Option<String>) -> Option<String> {
        let value = self.need(path, value);
        self.text(path, value)
    }

    /// An id that may be missing.
    pub fn id(&mut self, path: &str, value: Option<String>) -> Option<String> {
        if let Some(id) = &value {
            let allowed = |letter: char| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || ".-_/+:@".contains(letter)
            };
            if id.is_empty() || !id.chars().all(allowed) {
                self.fault(path, FaultKind::BadId { found: id.clone() });
            }
        }
        value
    }

    /// An id that must be there.
    pub fn need_id(&mut self, path: &str, value: Option<String>) -> Option<String> {
        let value = self.need(path, value);
        self.id(path, value)
    }

    /// A date that may lie in the future.
    pub fn date(&mut self, path: &str, value: Option<String>) -> Option<PartialDate> {
        let text = value?;
        let date = PartialDate::parse(&text).ok();
        if date.is_none() {
            self.fault(path, FaultKind::BadDate { found: text });
        }
        date
    }

    /// A date that may not be later than the catalogue's own.
    pub fn past_date(&mut self, path: &str, value: Option<String>) -> Option<PartialDate> {
        let date = self.date(path, value)?;
        self.not_future(path, date);
        Some(date)
    }

    /// Notes a date that is later than the catalogue's own.
    pub fn not_future(&mut self, path: &str, date: PartialDate) {
        if let Some(kind) = self.future(date) {
            self.fault(path, kind);
        }
    }

    /// What is wrong with a date that is later than the catalogue's own.
    pub fn future(&self, date: PartialDate) -> Option<FaultKind> {
        let latest = self
            .latest
            .filter(|latest| date.earliest() > latest.latest())?;
        Some(FaultKind::FutureDate { date, latest })
    }

    /// Something that begins and ends: the end must be later.
    pub fn span(
        &mut self,
        until_path: &str,
        from: Option<PartialDate>,
        until: Option<PartialDate>,
    ) {
        if let (Some(from), Some(until)) = (from, until)
            && until.earliest() <= from.earliest()
        {
            self.fault(until_path, FaultKind::EndsBeforeStart { from, until });
        }
    }

    /// A number that may be missing but must lie within bounds.
    pub fn number(
        &mut self,
        path: &str,
        value: Option<f64>,
        Bounds(min, max): Bounds,
    ) -> Option<f64> {
        let number = value?;
        if !number.is_finite() {
            self.fault(path, FaultKind::NotFinite);
        } else if number < 0.0 && min >= 0.0 {
            self.fault(path, FaultKind::Negative { value: number });
        } else if number < min || number > max {
            self.fault(
                path,
                FaultKind::OutOfRange {
                    min,
                    max,
                    value: number,
                },
            );
        }
        value
    }

    /// A number that must be there and lie within bounds.
    pub fn need_number(&mut self, path: &str, value: Option<f64>, bounds: Bounds) -> Option<f64> {
        let value = self.need(path, value);
        self.number(path, value, bounds)
    }

    /// A whole number that must be there and lie within bounds.
    pub fn need_count(&mut self, path: &str, value: Option<u32>, bounds: Bounds) -> Option<u32> {
        let value = self.need(path, value);
        self.number(path, value.map(f64::from), bounds);
        value
    }

    /// Low and high around a base: both or neither, in order.
    pub fn range(
        &mut self,
        [low_path, high_path]: [&str; 2],
        low: Option<f64>,
        base: Option<f64>,
        high: Option<f64>,
        bounds: Bounds,
    ) -> Option<(f64, f64)> {
        let low = self.number(low_path, low, bounds);
        let high = self.number(high_path, high, bounds);
        if self.has(low_path) != self.has(high_path) {
            let keys = vec![low_path.to_owned(), high_path.to_owned()];
            let there = if self.has(low_path) {
                low_path
            } else {
                high_path
            };
            self.fault(there, FaultKind::Together { keys });
        }
        let (low, high) = low.zip(high)?;
        if let Some(base) = base
            && (low > base || base > high)
        {
            self.fault(low_path, FaultKind::RangeOrder { low, base, high });
        }
        Some((low, high))
    }
}
