//! Reads figures: a plain number, or a number with its origin and range.

use std::collections::BTreeMap;

use weighbridge_engine::catalogue::Quality;
use weighbridge_engine::figure::{
    FieldSpec, Figure, FigureGroup, Origin, PresetOrigin, Range, RangeReading, RangeShape,
    ValueFault,
};
use weighbridge_engine::uncertainty::ShapeFault;
use weighbridge_engine::uncertainty::shape::distribution;
use weighbridge_units::PartialDate;

use super::names::{QUALITIES, READINGS, SHAPES};
use super::reader::{Keys, Reader};
use super::value::{Form, Value};
use crate::faults::FaultKind;

/// The records that figures of the file were copied from, by id.
#[derive(Debug, Default)]
pub(super) struct Sources(BTreeMap<String, Source>);

/// The sourcing that figures of a record share; a figure may state its own.
#[derive(Debug, Default)]
struct Source {
    source: Option<String>,
    as_of: Option<PartialDate>,
    quality: Option<Quality>,
}

impl Sources {
    /// Reads the list of records.
    pub(super) fn read(reader: &mut Reader<'_>, value: &Value, path: &str) -> Sources {
        let mut sources = Sources::default();
        for (index, item) in reader.list(value, path).iter().enumerate() {
            let path = format!("{path}[{index}]");
            let Some(mut keys) = reader.group(item, &path) else {
                continue;
            };
            let id = keys
                .need(reader, "id")
                .and_then(|(value, path)| reader.text(value, &path));
            let source = Source::read(reader, &mut keys);
            source.need_all(reader, &keys);
            keys.finish(reader);
            if let Some(id) = id {
                sources.0.insert(id, source);
            }
        }
        sources
    }
}

impl Source {
    fn read(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Source {
        let source = keys
            .take("source")
            .and_then(|(value, path)| reader.text(value, &path));
        let as_of = keys
            .take("as_of")
            .and_then(|(value, path)| reader.date(value, &path));
        let quality = keys.take("quality").and_then(|(value, path)| {
            let (quality, keys) = reader.variant(value, &path, &QUALITIES)?;
            keys.finish(reader);
            Some(quality)
        });
        Source {
            source,
            as_of,
            quality,
        }
    }

    /// Notes the keys that are absent; those with faults were noted as they were read.
    fn need_all(&self, reader: &mut Reader<'_>, keys: &Keys<'_>) {
        for key in ["source", "as_of", "quality"] {
            if !keys.has(key) {
                let path = keys.path_of(key);
                let key = key.to_owned();
                reader.fault(keys.place, &path, FaultKind::MissingKey { key });
            }
        }
    }
}

/// Reads the figures of a group that stand at a key; the others keep what they hold.
pub(super) fn read_group<G: FigureGroup>(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    sources: &Sources,
    group: &mut G,
) {
    if let Some((value, path)) = keys.take(key) {
        read_whole_group(reader, value, &path, sources, group);
    }
}

/// Reads a value that is a group of figures and nothing else.
pub(super) fn read_whole_group<G: FigureGroup>(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    sources: &Sources,
    group: &mut G,
) {
    if let Some(mut keys) = reader.group(value, path) {
        for spec in G::SPECS {
            let found = keys.take(spec.name);
            if let (Some((value, path)), Some(place)) = (found, group.get_mut(spec.name)) {
                let read = read_figure(reader, value, &path, spec, sources, Some(place));
                if let Some(figure) = read {
                    *place = figure;
                }
            }
        }
        keys.finish(reader);
    }
}

/// Reads a figure; what it leaves out is taken from `base`, where there is one.
pub(super) fn read_figure(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    spec: &FieldSpec,
    sources: &Sources,
    base: Option<&Figure>,
) -> Option<Figure> {
    if let Form::Leaf(_) = value.form {
        let number = checked_number(reader, value, path, spec)?;
        return Some(Figure::entered(number));
    }
    let mut keys = reader.group(value, path)?;
    let number = match base {
        Some(_) => keys.take("value"),
        None => keys.need(reader, "value"),
    };
    let origin = keys
        .take("origin")
        .and_then(|(value, path)| read_origin(reader, value, &path, sources));
    let range = keys
        .take("range")
        .and_then(|(value, path)| read_range(reader, value, &path, spec));
    keys.finish(reader);
    let mut figure = match number {
        Some((value, path)) => Figure::entered(checked_number(reader, value, &path, spec)?),
        None => base?.clone(),
    };
    if let Some(origin) = origin {
        figure.origin = origin;
    }
    if range.is_some() {
        figure.range = range;
    }
    if let (Some(range), Err(fault)) = (&figure.range, distribution(&figure)) {
        let reading = range.reading;
        reader.fault(value.place, path, FaultKind::Range { reading, fault });
    }
    Some(figure)
}

fn checked_number(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    spec: &FieldSpec,
) -> Option<f64> {
    let number = reader.number(value, path)?;
    match spec.check(number) {
        Ok(number) => Some(number),
        Err(fault) => {
            let kind = match fault {
                ValueFault::NotFinite => FaultKind::NotFinite,
                ValueFault::OutOfRange { min, max, value } => {
                    FaultKind::OutOfRange { min, max, value }
                }
                ValueFault::NotWhole { value } => FaultKind::NotWhole { value },
            };
            reader.fault(value.place, path, kind);
            None
        }
    }
}

/// The ends of a range must be allowed values of the field, but need not be whole.
fn read_range(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    spec: &FieldSpec,
) -> Option<Range> {
    let ends = FieldSpec {
        whole: false,
        ..*spec
    };
    let mut keys = reader.group(value, path)?;
    let shape = read_shape(reader, &mut keys, &ends);
    // Cases make their own ends, be they right or wrong.
    let has_cases = keys.has("cases");
    let mut end = |key: &'static str, of_cases: Option<f64>| {
        let found = if has_cases {
            keys.take(key)
        } else {
            keys.need(reader, key)
        };
        match found {
            Some((value, path)) => checked_number(reader, value, &path, &ends),
            None => of_cases,
        }
    };
    let cases = match &shape {
        Some(RangeShape::Cases(cases)) => cases.as_slice(),
        _ => &[],
    };
    let values = || cases.iter().map(|(value, _)| *value);
    let low = end("low", values().min_by(f64::total_cmp));
    let high = end("high", values().max_by(f64::total_cmp));
    let reading = match keys.take("reading") {
        None => Some(RangeReading::default()),
        Some((value, path)) => reader
            .variant(value, &path, &READINGS)
            .map(|(reading, keys)| {
                keys.finish(reader);
                reading
            }),
    };
    let quantity = match keys.take("quantity") {
        None => Some(None),
        Some((value, path)) => some_text(reader, value, &path).map(Some),
    };
    keys.finish(reader);
    Some(Range {
        low: low?,
        high: high?,
        reading: reading?,
        shape: shape?,
        quantity: quantity?,
    })
}

/// The shape of a range; cases alone say what it is.
fn read_shape(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    spec: &FieldSpec,
) -> Option<RangeShape> {
    let word = keys.take("shape").map(|(value, path)| {
        let known = SHAPES.each_ref().map(|(word, shape)| (*word, shape));
        let (shape, keys) = reader.variant(value, &path, &known)?;
        keys.finish(reader);
        Some(shape)
    });
    let Some((value, path)) = keys.take("cases") else {
        return match word {
            None => Some(RangeShape::Usual),
            Some(Some(RangeShape::Cases(_))) => {
                keys.need(reader, "cases")?;
                None
            }
            Some(shape) => shape.cloned(),
        };
    };
    match word {
        None | Some(Some(RangeShape::Cases(_))) => {
            read_cases(reader, value, &path, spec).map(RangeShape::Cases)
        }
        Some(None) => None,
        Some(Some(_)) => {
            let keys = ["shape", "cases"].map(str::to_owned).to_vec();
            reader.fault(value.place, &path, FaultKind::Exclusive { keys });
            None
        }
    }
}

/// Values with their chances; nothing where one of them has a fault.
fn read_cases(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    spec: &FieldSpec,
) -> Option<Vec<(f64, f64)>> {
    let items = reader.list(value, path).iter().enumerate();
    let cases: Vec<Option<(f64, f64)>> = items
        .map(|(index, item)| {
            let mut keys = reader.group(item, &format!("{path}[{index}]"))?;
            let value = keys.need(reader, "value");
            let value = value.and_then(|(value, path)| checked_number(reader, value, &path, spec));
            let chance = keys.need(reader, "chance");
            let chance = chance.and_then(|(value, path)| reader.number(value, &path));
            keys.finish(reader);
            Some((value?, chance?))
        })
        .collect();
    if cases.is_empty() {
        let (reading, fault) = (RangeReading::default(), ShapeFault::NoCases);
        reader.fault(value.place, path, FaultKind::Range { reading, fault });
        return None;
    }
    cases.into_iter().collect()
}

/// A text that is not empty.
pub(super) fn some_text(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<String> {
    let text = reader.text(value, path)?;
    if text.is_empty() {
        reader.fault(value.place, path, FaultKind::EmptyText);
        return None;
    }
    Some(text)
}

#[derive(Clone, Copy)]
enum OriginWord {
    Default,
    Preset,
    Measured,
    Entered,
    Estimated,
}

const ORIGINS: [(&str, OriginWord); 5] = [
    ("Default", OriginWord::Default),
    ("Preset", OriginWord::Preset),
    ("Measured", OriginWord::Measured),
    ("Entered", OriginWord::Entered),
    ("Estimated", OriginWord::Estimated),
];

fn read_origin(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    sources: &Sources,
) -> Option<Origin> {
    let (word, mut keys) = reader.variant(value, path, &ORIGINS)?;
    let origin = match word {
        OriginWord::Default => Some(Origin::Default),
        OriginWord::Preset => read_preset(reader, &mut keys, sources).map(Origin::Preset),
        OriginWord::Measured => {
            let run = keys.need(reader, "run");
            let run = run.and_then(|(value, path)| reader.text(value, &path));
            let on = keys.take("on");
            let on = on.and_then(|(value, path)| reader.date(value, &path));
            run.map(|run| Origin::Measured { run, on })
        }
        OriginWord::Entered => {
            let by = keys.take("by");
            let by = by.and_then(|(value, path)| reader.text(value, &path));
            let on = keys.take("on");
            let on = on.and_then(|(value, path)| reader.date(value, &path));
            Some(Origin::Entered { by, on })
        }
        OriginWord::Estimated => {
            let method = keys.need(reader, "method");
            let method = method.and_then(|(value, path)| reader.text(value, &path));
            let error = keys.take("error_share");
            let error_share = error.and_then(|(value, path)| reader.number(value, &path));
            method.map(|method| Origin::Estimated {
                method,
                error_share,
            })
        }
    };
    keys.finish(reader);
    origin
}

fn read_preset(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
) -> Option<PresetOrigin> {
    let record = keys.need(reader, "record");
    let record = record.and_then(|(value, path)| reader.text(value, &path));
    let field = keys.need(reader, "field");
    let field = field.and_then(|(value, path)| reader.text(value, &path));
    let own = Source::read(reader, keys);
    let record = record?;
    let shared = sources.0.get(&record);
    let source = own
        .source
        .or_else(|| shared.and_then(|shared| shared.source.clone()));
    let as_of = own.as_of.or_else(|| shared.and_then(|shared| shared.as_of));
    let quality = own
        .quality
        .or_else(|| shared.and_then(|shared| shared.quality));
    if shared.is_none() && (source.is_none() || as_of.is_none() || quality.is_none()) {
        let path = keys.path_of("record");
        let kind = FaultKind::UnknownReference {
            kind: "record".to_owned(),
            id: record.clone(),
        };
        reader.fault(keys.place, &path, kind);
    }
    Some(PresetOrigin {
        record,
        field: field?,
        source: source?,
        as_of: as_of?,
        quality: quality?,
    })
}
