//! Reads a framework, a record of the catalogue.

use weighbridge_engine::catalogue::{Framework, Layer, Provenance, Sourcing};
use weighbridge_engine::figure::{Figure, FigureGroup, Origin, PresetOrigin};
use weighbridge_engine::scenario::{LocalText, MoneyAxis, Priorities, Review};
use weighbridge_units::PartialDate;

use super::super::figures::Sources;
use super::super::names::QUALITIES;
use super::super::reader::Reader;
use super::super::value::{Form, Value};
use super::paths::check_paths;
use super::read_structure;
use super::taker::{Taker, read_id};
use crate::faults::{Fault, FaultKind};
use crate::spans::{NodeId, Tree};

/// The name of the kind of record.
pub(crate) const FRAMEWORK: &str = "Framework";

/// Reads the framework at a place of a file, with all its faults.
///
/// Nothing where it has no id; where a fault is an error it must not be used.
pub(crate) fn read_framework(
    file: &str,
    tree: &Tree<'_>,
    node: NodeId,
    latest: Option<PartialDate>,
    layer: &Layer,
) -> (Option<Framework>, Vec<Fault>) {
    let mut reader = Reader::new(file);
    let mut value = Value::of(tree, node);
    // The name was read to know what kind of record it is.
    if let Form::Group { name, .. } = &mut value.form {
        name.clear();
    }
    let framework = read(&mut reader, &value, latest, layer);
    (framework, reader.finish())
}

fn read(
    reader: &mut Reader<'_>,
    value: &Value,
    latest: Option<PartialDate>,
    layer: &Layer,
) -> Option<Framework> {
    let keys = reader.group(value, "")?;
    let sources = Sources::default();
    let mut taker = Taker {
        reader,
        keys,
        sources: &sources,
        is_new: true,
    };
    let id = taker
        .need("id")
        .and_then(|(value, path)| read_id(taker.reader, value, &path));
    let mut title = LocalText::default();
    taker.need_local("title", &mut title);
    let mut purpose = LocalText::default();
    taker.local("purpose", &mut purpose);
    let sourcing = read_sourcing(&mut taker, latest);
    let mut texts_drawn_on = Vec::new();
    taker.texts("sources", &mut texts_drawn_on);
    let mut priorities = Priorities::default();
    let mut written = Vec::new();
    read_structure(&mut taker, &mut priorities, &mut written);
    taker.finish();
    if let Some(date) = sourcing.as_ref().map(|sourcing| sourcing.as_of).or(latest) {
        check_paths(reader, &priorities, date, &written);
    }
    let (id, sourcing) = (id?, sourcing?);
    credit(&mut priorities, &id, &sourcing);
    Some(Framework {
        id,
        title,
        purpose,
        provenance: Provenance::new(sourcing, layer.clone()),
        sources: texts_drawn_on,
        conditions: priorities.conditions,
        gates: priorities.gates,
        criteria: priorities.criteria,
        money_axis: priorities.money_axis,
        review: priorities.review,
        what_ifs: priorities.what_ifs,
        judgements: priorities.judgements,
        random_index: priorities.random_index,
    })
}

/// Says of figures that stand bare in a framework that they come from it.
fn credit(priorities: &mut Priorities, id: &str, sourcing: &Sourcing) {
    let credit = |figure: &mut Figure, field: String| {
        if matches!(figure.origin, Origin::Entered { .. }) {
            figure.origin = Origin::Preset(PresetOrigin {
                record: id.to_owned(),
                field,
                source: sourcing.source.clone(),
                as_of: sourcing.as_of,
                quality: sourcing.quality,
            });
        }
    };
    for criterion in &mut priorities.criteria {
        let field = format!("criteria.{}.weight", criterion.id);
        credit(&mut criterion.starting_weight, field);
    }
    for gate in &mut priorities.gates {
        credit(&mut gate.limit, format!("gates.{}.limit", gate.id));
    }
    for spec in MoneyAxis::SPECS {
        if let Some(figure) = priorities.money_axis.get_mut(spec.name) {
            credit(figure, format!("{}.{}", spec.group, spec.name));
        }
    }
    for spec in Review::SPECS {
        if let Some(figure) = priorities.review.get_mut(spec.name) {
            credit(figure, format!("{}.{}", spec.group, spec.name));
        }
    }
}

fn read_sourcing(taker: &mut Taker<'_, '_, '_>, latest: Option<PartialDate>) -> Option<Sourcing> {
    let mut source = String::new();
    taker.need_text("source", &mut source);
    let as_of = taker.need("as_of").and_then(|(value, path)| {
        let date = taker.reader.date(value, &path)?;
        if let Some(latest) = latest
            && date.earliest() > latest.latest()
        {
            let kind = FaultKind::FutureDate { date, latest };
            taker.reader.fault(value.place, &path, kind);
        }
        Some(date)
    });
    let quality = taker.need("quality").and_then(|(value, path)| {
        let (quality, keys) = taker.reader.variant(value, &path, &QUALITIES)?;
        keys.finish(taker.reader);
        Some(quality)
    });
    let note = taker
        .keys
        .take("note")
        .and_then(|(value, path)| taker.reader.text(value, &path));
    Some(Sourcing {
        source,
        as_of: as_of?,
        quality: quality?,
        note,
    })
}
