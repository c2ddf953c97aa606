//! Checks that need more than one record: ids, names, references, prices that overlap.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use weighbridge_engine::catalogue::{
    ApiPrice, Assumption, Benchmark, Catalogue, Hardware, Model, ModelId, Provider, Record,
    Records, Rent, Score, ScoreGroup, fold,
};
use weighbridge_units::PartialDate;

use crate::faults::{Fault, FaultKind, Severity};
use crate::shelves::{MAX_FAULTS, Placed, Shelves, Source, WrittenId, at, written_text};
use crate::spans::NodeId;

/// Checks all records against each other and against those of `base`.
pub(crate) fn check(
    shelves: &mut Shelves,
    sources: &[Source<'_>],
    base: Option<&Catalogue>,
    faults: &mut Vec<Fault>,
) {
    let nothing = Records::default();
    let base = base.map_or(&nothing, Catalogue::records);
    let mut notes = Notes::new(sources, faults);

    let ids = std::mem::take(&mut shelves.ids);
    let known = Known::new(&ids, base);
    let mut refused = duplicate_ids(&ids, &mut notes);
    refused.extend(references(&known, &mut notes));
    shelves.refuse(&refused);
    names(&mut shelves.models, &base.models, &mut notes);
    names(&mut shelves.providers, &base.providers, &mut notes);
    names(&mut shelves.hardware, &base.hardware, &mut notes);
    names(&mut shelves.benchmarks, &base.benchmarks, &mut notes);
    names(&mut shelves.groups, &base.groups, &mut notes);
    successors(&mut shelves.models, &base.models, &mut notes);
    overlaps(&mut shelves.prices, &base.prices, &mut notes);
}

/// Notes every record that is old at a date.
pub(crate) fn note_ages(
    shelves: &Shelves,
    sources: &[Source<'_>],
    date: PartialDate,
    faults: &mut Vec<Fault>,
) {
    let mut notes = Notes::new(sources, faults);
    ages(&shelves.models, date, &mut notes);
    ages(&shelves.providers, date, &mut notes);
    ages(&shelves.prices, date, &mut notes);
    ages(&shelves.hardware, date, &mut notes);
    ages(&shelves.rents, date, &mut notes);
    ages(&shelves.benchmarks, date, &mut notes);
    ages(&shelves.groups, date, &mut notes);
    ages(&shelves.scores, date, &mut notes);
    ages(&shelves.assumptions, date, &mut notes);
}

/// Where faults are gathered.
struct Notes<'n, 's, 'a> {
    sources: &'s [Source<'a>],
    faults: &'n mut Vec<Fault>,
    /// How many faults were noted in each file.
    counts: Vec<usize>,
}

impl<'n, 's, 'a> Notes<'n, 's, 'a> {
    fn new(sources: &'s [Source<'a>], faults: &'n mut Vec<Fault>) -> Notes<'n, 's, 'a> {
        Notes {
            sources,
            faults,
            counts: vec![0; sources.len()],
        }
    }

    /// Notes a fault of a record, at a field of it.
    fn note<T: Kind>(&mut self, placed: &mut Placed<T>, field: &str, kind: FaultKind) {
        placed.refused |= kind.severity() == Severity::Error;
        let record = (T::KIND, placed.record.id());
        self.report(record, placed.file, placed.node, field, kind);
    }

    /// Notes a fault of the record of a kind and id, at a field of it.
    fn report(
        &mut self,
        (record_kind, id): (&str, &str),
        file: usize,
        node: NodeId,
        field: &str,
        kind: FaultKind,
    ) {
        self.counts[file] += 1;
        let Source { path, tree } = &self.sources[file];
        let (node, record, field, kind) = match self.counts[file].cmp(&MAX_FAULTS) {
            Ordering::Less => {
                let record = format!("{record_kind} {id}").trim_end().to_owned();
                let at = tree.find(node, field).unwrap_or(node);
                (at, Some(record), Some(field.to_owned()), kind)
            }
            Ordering::Equal => (node, None, None, FaultKind::TooMany),
            Ordering::Greater => return,
        };
        self.faults.push(Fault {
            file: (*path).to_owned(),
            place: tree.place(node),
            record,
            field,
            kind,
        });
    }
}

/// A record with the name of its kind.
trait Kind: Record {
    const KIND: &'static str;
}

macro_rules! kinds {
    ($($record:ident),+) => {$(
        impl Kind for $record {
            const KIND: &'static str = stringify!($record);
        }
    )+};
}

kinds!(
    Model, Provider, ApiPrice, Hardware, Rent, Benchmark, ScoreGroup, Score, Assumption
);

/// What refers to what: kind, field, and the kind that the id in the field belongs to.
const REFERENCES: [(&str, &str, &str); 9] = [
    (Model::KIND, "successor", Model::KIND),
    (ApiPrice::KIND, "provider", Provider::KIND),
    (ApiPrice::KIND, "model", Model::KIND),
    (Hardware::KIND, "accelerator", Hardware::KIND),
    (Rent::KIND, "provider", Provider::KIND),
    (Rent::KIND, "hardware", Hardware::KIND),
    (Score::KIND, "model", Model::KIND),
    (Score::KIND, "benchmark", Benchmark::KIND),
    (Score::KIND, "group", ScoreGroup::KIND),
];

/// The ids that may be referred to, by kind.
struct Known<'a>(BTreeSet<(&'static str, &'a str)>);

impl<'a> Known<'a> {
    fn new(ids: &'a [WrittenId], base: &'a Records) -> Known<'a> {
        let mut known: BTreeSet<(&'static str, &str)> = ids
            .iter()
            .map(|(kind, id, _, _)| (*kind, id.as_str()))
            .collect();
        known.extend(
            base.models
                .iter()
                .map(|record| (Model::KIND, record.id.as_str())),
        );
        known.extend(
            base.providers
                .iter()
                .map(|record| (Provider::KIND, record.id.as_str())),
        );
        known.extend(
            base.hardware
                .iter()
                .map(|record| (Hardware::KIND, record.id.as_str())),
        );
        known.extend(
            base.benchmarks
                .iter()
                .map(|record| (Benchmark::KIND, record.id.as_str())),
        );
        known.extend(
            base.groups
                .iter()
                .map(|record| (ScoreGroup::KIND, record.id.as_str())),
        );
        Known(known)
    }
}

/// Ids that stand twice; the later records are refused.
fn duplicate_ids(ids: &[WrittenId], notes: &mut Notes<'_, '_, '_>) -> BTreeSet<(usize, NodeId)> {
    let mut seen: BTreeMap<(&str, &str), (usize, NodeId)> = BTreeMap::new();
    let mut refused = BTreeSet::new();
    for (kind, id, file, node) in ids {
        let Some((first_file, first_node)) = seen.get(&(*kind, id.as_str())) else {
            seen.insert((kind, id), (*file, *node));
            continue;
        };
        refused.insert((*file, *node));
        if notes.counts[*file] < MAX_FAULTS {
            let Source { path, tree } = &notes.sources[*first_file];
            let fault = FaultKind::DuplicateId {
                id: id.clone(),
                first: at(path, tree.place(*first_node)),
            };
            notes.report((kind, id), *file, *node, "id", fault);
        }
    }
    refused
}

/// References as they stand in the files, those of records with other faults included.
fn references(known: &Known<'_>, notes: &mut Notes<'_, '_, '_>) -> BTreeSet<(usize, NodeId)> {
    let mut refused = BTreeSet::new();
    for (file, Source { tree, .. }) in notes.sources.iter().enumerate() {
        for node in tree.children(tree.root()).iter().copied() {
            for (kind, field, target) in REFERENCES
                .iter()
                .filter(|(kind, _, _)| *kind == tree.name(node))
            {
                let Some(id) =
                    written_text(tree, node, field).filter(|id| !known.0.contains(&(*target, id)))
                else {
                    continue;
                };
                let own = written_text(tree, node, "id").unwrap_or_default();
                let fault = FaultKind::UnknownReference {
                    kind: (*target).to_owned(),
                    id: id.to_owned(),
                };
                notes.report((kind, own), file, node, field, fault);
                refused.insert((file, node));
            }
        }
    }
    refused
}

/// Names, aliases and ids of one kind must lead to one record, whatever their case and hyphens.
fn names<T: Kind>(shelf: &mut [Placed<T>], base: &[T], notes: &mut Notes<'_, '_, '_>) {
    let overridden: BTreeSet<String> = shelf
        .iter()
        .map(|placed| placed.record.id().to_owned())
        .collect();
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for record in base
        .iter()
        .filter(|record| !overridden.contains(record.id()))
    {
        let aliases = record.aliases().iter().map(String::as_str);
        for spelling in aliases.chain([record.id(), record.name()]) {
            owners.insert(fold(spelling), record.id().to_owned());
        }
    }
    for placed in shelf {
        let id = placed.record.id().to_owned();
        let mut spellings = vec![
            ("name".to_owned(), placed.record.name().to_owned()),
            ("id".to_owned(), id.clone()),
        ];
        let mut noted = BTreeSet::new();
        for (place, alias) in placed.record.aliases().iter().enumerate() {
            spellings.push((format!("aliases[{place}]"), alias.clone()));
        }
        for (field, spelling) in spellings {
            match owners.get(&fold(&spelling)) {
                Some(other) if *other != id => {
                    // One fault for each pair of records is enough.
                    if noted.insert(other.clone()) {
                        let kind = FaultKind::DuplicateName {
                            name: spelling,
                            other: other.clone(),
                        };
                        notes.note(placed, &field, kind);
                    }
                }
                Some(_) => {}
                None => {
                    owners.insert(fold(&spelling), id.clone());
                }
            }
        }
    }
}

/// The successors of a model must lead to an end.
fn successors(shelf: &mut [Placed<Model>], base: &[Model], notes: &mut Notes<'_, '_, '_>) {
    let mut next: BTreeMap<ModelId, ModelId> = BTreeMap::new();
    for model in base.iter().chain(shelf.iter().map(|placed| &placed.record)) {
        match &model.successor {
            Some(successor) => next.insert(model.id.clone(), successor.clone()),
            None => next.remove(&model.id),
        };
    }
    for placed in shelf {
        let mut seen = BTreeSet::from([&placed.record.id]);
        let mut model = &placed.record.id;
        while let Some(successor) = next
            .get(model)
            .filter(|successor| !seen.contains(*successor))
        {
            seen.insert(successor);
            model = successor;
        }
        if next.get(model) == Some(&placed.record.id) {
            let id = placed.record.id.to_string();
            notes.note(placed, "successor", FaultKind::CircularReference { id });
        }
    }
}

/// Of one offer, no two prices may begin together, and none may reach beyond the start of the next.
fn overlaps(shelf: &mut [Placed<ApiPrice>], base: &[ApiPrice], notes: &mut Notes<'_, '_, '_>) {
    type Offer = (String, String, Option<String>);
    /// The price's start and end, its id, and its place on the shelf where it is not of the base.
    type Holding = (PartialDate, Option<PartialDate>, String, Option<usize>);

    let overridden: BTreeSet<&str> = shelf
        .iter()
        .map(|placed| placed.record.id.as_str())
        .collect();
    let kept = base
        .iter()
        .filter(|price| !overridden.contains(price.id.as_str()));
    let own = shelf
        .iter()
        .enumerate()
        .map(|(place, placed)| (&placed.record, Some(place)));
    let mut offers: BTreeMap<Offer, Vec<Holding>> = BTreeMap::new();
    for (price, place) in kept.map(|price| (price, None)).chain(own) {
        let offer = (
            price.provider.to_string(),
            price.model.to_string(),
            price.offer.clone(),
        );
        let holding = (
            price.start(),
            price.effective_until,
            price.id.to_string(),
            place,
        );
        offers.entry(offer).or_default().push(holding);
    }
    for holdings in offers.values_mut() {
        holdings.sort_by(|one, other| {
            (one.0.earliest(), one.3, &one.2).cmp(&(other.0.earliest(), other.3, &other.2))
        });
        for pair in holdings.windows(2) {
            let [
                (start, until, id, place),
                (next_start, _, next_id, next_place),
            ] = pair
            else {
                continue;
            };
            let together = start.earliest() == next_start.earliest();
            let beyond = until.is_some_and(|until| until.earliest() > next_start.earliest());
            if together || beyond {
                // The fault goes to a record of these files, preferably the later one.
                let (own, other) = match (next_place, place) {
                    (Some(own), _) => (*own, id),
                    (None, Some(own)) => (*own, next_id),
                    (None, None) => continue,
                };
                let field = if shelf[own].record.effective_from.is_some() {
                    "effective_from"
                } else {
                    "as_of"
                };
                notes.note(
                    &mut shelf[own],
                    field,
                    FaultKind::OverlappingPrices {
                        other: other.clone(),
                    },
                );
            }
        }
    }
}

fn ages<T: Kind>(shelf: &[Placed<T>], date: PartialDate, notes: &mut Notes<'_, '_, '_>) {
    for placed in shelf
        .iter()
        .filter(|placed| placed.record.provenance().is_old(date))
    {
        let days = placed.record.provenance().age_days(date);
        let kind = FaultKind::Old { days };
        let record = (T::KIND, placed.record.id());
        notes.report(record, placed.file, placed.node, "as_of", kind);
    }
}
