//! From preset files to a catalogue, with every fault of every file.

use std::collections::BTreeMap;
use std::ops::Range;

use weighbridge_engine::catalogue::{Catalogue, Layer, Record, Records};
use weighbridge_units::PartialDate;

use crate::check::Check;
use crate::consistency;
use crate::faults::{Fault, FaultKind};
use crate::read::{faults_of, read};
use crate::records::{
    ApiPriceFile, AssumptionFile, BenchmarkFile, HardwareFile, ModelFile, ProviderFile, RecordFile,
    RentFile, ScoreFile, ScoreGroupFile,
};
use crate::scenario::{FRAMEWORK, read_framework};
use crate::shelves::{MAX_FAULTS, Placed, Shelves, Source, WrittenId, at, written_text};
use crate::spans::{Form, NodeId, Place, Tree, place_in};

/// A preset file: its path as people know it, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresetFile<'a> {
    /// The path, shown in faults and by the window.
    pub path: String,
    /// The text.
    pub text: &'a str,
}

impl<'a> PresetFile<'a> {
    /// A file of these bytes.
    ///
    /// # Errors
    /// [`FaultKind::NotText`] with the place of the first byte that is no UTF-8.
    pub fn from_bytes(
        path: impl Into<String>,
        bytes: &'a [u8],
    ) -> Result<PresetFile<'a>, Box<Fault>> {
        let path = path.into();
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(PresetFile { path, text }),
            Err(error) => {
                let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
                let place = place_in(&before, before.len());
                Err(Box::new(Fault {
                    file: path,
                    place,
                    record: None,
                    field: None,
                    kind: FaultKind::NotText,
                }))
            }
        }
    }
}

/// What came of reading files.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The records without errors.
    pub records: Records,
    /// The date of the catalogue, where a file says it.
    pub date: Option<PartialDate>,
    /// Errors, warnings and notes, by file and place.
    pub faults: Vec<Fault>,
}

impl Loaded {
    /// Faults for which a record or file was refused.
    pub fn errors(&self) -> impl Iterator<Item = &Fault> {
        self.faults.iter().filter(|fault| fault.is_error())
    }
}

/// How files are to be read.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The catalogue that the files add to; nothing for the built-in files themselves.
    pub base: Option<&'a Catalogue>,
    /// No date may be later; absent, the date of the catalogue itself counts.
    pub latest: Option<PartialDate>,
    /// The date at which ages are noted, if they are to be.
    pub age_at: Option<PartialDate>,
}

/// Reads the built-in preset files. The catalogue's own date must be among them.
pub fn load_built_in(files: &[PresetFile<'_>], age_at: Option<PartialDate>) -> Loaded {
    load(
        files,
        Setting {
            base: None,
            latest: None,
            age_at,
        },
    )
}

/// Reads a user's preset files, which add to `base` or override its records by id.
///
/// The user may have typed something in after the built-in presets were made, so that dates up to
/// `today` are no fault. Give the records to [`Catalogue::layered`].
pub fn load_user(
    files: &[PresetFile<'_>],
    base: &Catalogue,
    today: PartialDate,
    age_at: Option<PartialDate>,
) -> Loaded {
    let latest = Some(base.date().max(today));
    load(
        files,
        Setting {
            base: Some(base),
            latest,
            age_at,
        },
    )
}

/// Reads preset files.
pub fn load(files: &[PresetFile<'_>], setting: Setting<'_>) -> Loaded {
    let mut faults = Vec::new();
    let mut trees: Vec<Source<'_>> = Vec::new();
    for file in files {
        match Tree::scan(file.text) {
            Ok(tree) => trees.push(Source {
                path: &file.path,
                tree,
            }),
            Err((byte, fault)) => faults.push(Fault {
                file: file.path.clone(),
                place: place_in(file.text, byte),
                record: None,
                field: None,
                kind: FaultKind::Structure(fault),
            }),
        }
    }
    let date = catalogue_date(&trees, &mut faults);
    if date.is_none() && setting.base.is_none() {
        let file = files
            .first()
            .map_or_else(|| "catalogue.ron".to_owned(), |file| file.path.clone());
        let place = Place { line: 1, column: 1 };
        faults.push(Fault {
            file,
            place,
            record: None,
            field: None,
            kind: FaultKind::NoDate,
        });
    }
    let mut shelves = Shelves::default();
    for (place, source) in trees.iter().enumerate() {
        let reader = Reader {
            sources: &trees,
            file: place,
            layer: match setting.base {
                None => Layer::BuiltIn,
                Some(_) => Layer::User(source.path.to_owned()),
            },
            latest: setting.latest.or(date),
        };
        reader.read_file(&mut shelves, &mut faults);
    }
    consistency::check(&mut shelves, &trees, setting.base, &mut faults);
    if let Some(date) = setting.age_at {
        consistency::note_ages(&shelves, &trees, date, &mut faults);
    }
    Loaded {
        records: shelves.into_records(),
        date,
        faults: sorted(faults, files),
    }
}

/// The kinds of record there are.
const KINDS: [&str; 11] = [
    ModelFile::KIND,
    ProviderFile::KIND,
    ApiPriceFile::KIND,
    HardwareFile::KIND,
    RentFile::KIND,
    BenchmarkFile::KIND,
    ScoreGroupFile::KIND,
    ScoreFile::KIND,
    AssumptionFile::KIND,
    FRAMEWORK,
    "Catalogue",
];

/// Reads one file.
struct Reader<'s, 'a> {
    sources: &'s [Source<'a>],
    file: usize,
    layer: Layer,
    latest: Option<PartialDate>,
}

impl Reader<'_, '_> {
    fn read_file(&self, shelves: &mut Shelves, faults: &mut Vec<Fault>) {
        let Source { path, tree } = &self.sources[self.file];
        let root = tree.root();
        if tree.form(root) != Form::List {
            faults.push(self.fault(root, FaultKind::NotAList));
            return;
        }
        let before = faults.len();
        for node in tree.children(root).iter().copied() {
            if faults.len() - before >= MAX_FAULTS {
                faults.push(self.fault(node, FaultKind::TooMany));
                break;
            }
            match tree.name(node) {
                ModelFile::KIND => {
                    self.record::<ModelFile>(node, &mut shelves.models, &mut shelves.ids, faults)
                }
                ProviderFile::KIND => {
                    self.record::<ProviderFile>(
                        node,
                        &mut shelves.providers,
                        &mut shelves.ids,
                        faults,
                    );
                }
                ApiPriceFile::KIND => {
                    self.record::<ApiPriceFile>(
                        node,
                        &mut shelves.prices,
                        &mut shelves.ids,
                        faults,
                    );
                }
                HardwareFile::KIND => {
                    self.record::<HardwareFile>(
                        node,
                        &mut shelves.hardware,
                        &mut shelves.ids,
                        faults,
                    );
                }
                RentFile::KIND => {
                    self.record::<RentFile>(node, &mut shelves.rents, &mut shelves.ids, faults)
                }
                BenchmarkFile::KIND => {
                    self.record::<BenchmarkFile>(
                        node,
                        &mut shelves.benchmarks,
                        &mut shelves.ids,
                        faults,
                    );
                }
                ScoreGroupFile::KIND => {
                    self.record::<ScoreGroupFile>(
                        node,
                        &mut shelves.groups,
                        &mut shelves.ids,
                        faults,
                    );
                }
                ScoreFile::KIND => {
                    self.record::<ScoreFile>(node, &mut shelves.scores, &mut shelves.ids, faults)
                }
                AssumptionFile::KIND => {
                    self.record::<AssumptionFile>(
                        node,
                        &mut shelves.assumptions,
                        &mut shelves.ids,
                        faults,
                    );
                }
                FRAMEWORK => self.framework(node, shelves, faults),
                "Catalogue" => {}
                found => {
                    let kind = FaultKind::UnknownRecord {
                        found: short(found),
                        allowed: KINDS.map(str::to_owned).to_vec(),
                    };
                    faults.push(Fault {
                        file: (*path).to_owned(),
                        ..self.fault(node, kind)
                    });
                }
            }
        }
    }

    fn record<F>(
        &self,
        node: NodeId,
        shelf: &mut Vec<Placed<F::Record>>,
        ids: &mut Vec<WrittenId>,
        faults: &mut Vec<Fault>,
    ) where
        F: RecordFile,
        F::Record: Record,
    {
        let Source { path, tree } = &self.sources[self.file];
        let id = written_id(tree, node);
        let reading = read::<F>(tree, node);
        let mut found = reading.faults;
        let mut check = Check::new(tree, node, self.latest);
        let record = reading
            .value
            .and_then(|file| file.convert(&mut check, &self.layer));
        found.extend(check.finish());

        let id = record.as_ref().map(|record| record.id().to_owned()).or(id);
        let label = match &id {
            Some(id) => format!("{} {}", F::KIND, short(id)),
            None => F::KIND.to_owned(),
        };
        ids.extend(id.map(|id| (F::KIND, id, self.file, node)));
        let before = faults.len();
        faults.extend(faults_of(path, tree, Some(&label), found));
        let refused = faults[before..].iter().any(Fault::is_error);
        shelf.extend(record.map(|record| Placed {
            record,
            file: self.file,
            node,
            refused,
        }));
    }

    /// Frameworks are read as scenarios are, for they share their parts.
    fn framework(&self, node: NodeId, shelves: &mut Shelves, faults: &mut Vec<Fault>) {
        let Source { path, tree } = &self.sources[self.file];
        let (record, found) = read_framework(path, tree, node, self.latest, &self.layer);
        let id = written_id(tree, node);
        let label = match &id {
            Some(id) => format!("{FRAMEWORK} {}", short(id)),
            None => FRAMEWORK.to_owned(),
        };
        let refused = found.iter().any(Fault::is_error);
        faults.extend(found.into_iter().map(|fault| Fault {
            record: Some(label.clone()),
            ..fault
        }));
        shelves
            .ids
            .extend(id.map(|id| (FRAMEWORK, id, self.file, node)));
        shelves.frameworks.extend(record.map(|record| Placed {
            record,
            file: self.file,
            node,
            refused,
        }));
    }

    fn fault(&self, node: NodeId, kind: FaultKind) -> Fault {
        let Source { path, tree } = &self.sources[self.file];
        Fault {
            file: (*path).to_owned(),
            place: tree.place(node),
            record: None,
            field: None,
            kind,
        }
    }
}

/// The id as it stands in the file.
fn written_id(tree: &Tree<'_>, node: NodeId) -> Option<String> {
    written_text(tree, node, "id")
        .filter(|id| !id.is_empty())
        .map(str::to_owned)
}

fn short(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control())
        .take(80)
        .collect()
}

/// Reads the record `Catalogue(date: "…")`, of which there is one.
fn catalogue_date(sources: &[Source<'_>], faults: &mut Vec<Fault>) -> Option<PartialDate> {
    #[derive(Default, serde::Deserialize)]
    #[serde(rename = "Catalogue", deny_unknown_fields, default)]
    struct CatalogueFile {
        date: Option<String>,
    }
    let mut date = None;
    let mut first: Option<String> = None;
    for Source { path, tree } in sources {
        for node in tree
            .children(tree.root())
            .iter()
            .copied()
            .filter(|node| tree.name(*node) == "Catalogue")
        {
            let mut found = Vec::new();
            if let Some(first) = &first {
                let kind = FaultKind::DuplicateId {
                    id: "Catalogue".to_owned(),
                    first: first.clone(),
                };
                found.push((node, String::new(), kind));
            } else {
                first = Some(at(path, tree.place(node)));
                let reading = read::<CatalogueFile>(tree, node);
                found.extend(reading.faults);
                let mut check = Check::new(tree, node, None);
                let text = reading.value.and_then(|file| file.date);
                let text = check.need("date", text);
                date = check.date("date", text);
                found.extend(check.finish());
            }
            faults.extend(faults_of(path, tree, Some("Catalogue"), found));
        }
    }
    date
}

fn sorted(mut faults: Vec<Fault>, files: &[PresetFile<'_>]) -> Vec<Fault> {
    let order: BTreeMap<&str, usize> = files
        .iter()
        .enumerate()
        .map(|(place, file)| (file.path.as_str(), place))
        .collect();
    faults.sort_by_key(|fault| (order.get(fault.file.as_str()).copied(), fault.place));
    faults
}

/// The records of a text, as they stand.
pub(crate) struct Written {
    /// The bytes of the list.
    pub(crate) list: Range<usize>,
    /// Kind, id and bytes of each record.
    pub(crate) records: Vec<(String, Option<String>, Range<usize>)>,
}

/// Finds the records of a text without reading them.
///
/// # Errors
/// What is wrong with a text that is no list.
pub(crate) fn written_records(text: &str) -> Result<Written, FaultKind> {
    let tree = Tree::scan(text).map_err(|(_, fault)| FaultKind::Structure(fault))?;
    let root = tree.root();
    if tree.form(root) != Form::List {
        return Err(FaultKind::NotAList);
    }
    let records = tree.children(root).iter().copied();
    let records = records.map(|node| {
        (
            tree.name(node).to_owned(),
            written_id(&tree, node),
            tree.span(node),
        )
    });
    Ok(Written {
        list: tree.span(root),
        records: records.collect(),
    })
}
