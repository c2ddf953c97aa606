//! `import`: results of other tools, what they measured and what it stands for here.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value};
use weighbridge_catalogue::importers::{
    self, Answers, Found, Given, ImportFault, Imported, LARGEST_BYTES, Load, Resolved, resolve_all,
    to_measurement,
};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::scenario::Measurement as Kept;
use weighbridge_session::Action;
use weighbridge_text::Text;
use weighbridge_units::{Describe, Message, PartialDate};

use super::case::{read_up_to, shown};
use super::failure::Failure;
use super::into_case::{Added, IntoCase};
use super::json::{self, figure, object, optional, text};
use super::output::{answer, printable};

/// The version of the document; it rises when a key changes its meaning or goes.
const VERSION: u32 = 1;

/// What is asked of `import`.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The files to read, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The model, where a file does not say
    #[arg(long, value_name = "MODEL")]
    pub model: Option<String>,
    /// The hardware, where a file does not say
    #[arg(long, value_name = "HARDWARE")]
    pub hardware: Option<String>,
    /// Accelerators in all, where a file does not say
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub count: Option<u32>,
    /// Accelerators across which every layer is split, where a file does not say
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub tp: Option<u32>,
    /// Number format of the weights, where a file does not say, such as bf16, fp8 or q4_k_m
    #[arg(long, value_name = "FORMAT", value_parser = bits)]
    pub weights: Option<f64>,
    /// The engine, where a file does not say, such as vllm, tensorrt-llm, sglang or llama.cpp
    #[arg(long, value_name = "ENGINE")]
    pub engine: Option<String>,
    /// Requests at once, where a file does not say
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub concurrency: Option<u32>,
    /// The case to which the measurements are added
    #[arg(long, value_name = "CASE", requires = "output")]
    pub into: Option<PathBuf>,
    /// The file to write the case to
    #[arg(short, long, value_name = "OUT", requires = "into")]
    pub output: Option<PathBuf>,
    /// Print JSON with stable keys instead of sentences
    #[arg(long)]
    pub json: bool,
}

fn bits(format: &str) -> Result<f64, String> {
    importers::bits_of_format(format).ok_or_else(|| format.to_owned())
}

impl ImportArguments {
    fn given(&self) -> Given {
        Given {
            model: self.model.clone(),
            hardware: self.hardware.clone(),
            accelerators: self.count,
            tensor_parallel: self.tp,
            weight_bits: self.weights,
            engine: self.engine.clone(),
            at_once: self.concurrency.map(f64::from),
        }
    }
}

/// A measurement and what it stands for here, beside what is estimated without it.
struct Row {
    found: Found,
    estimated: Option<f64>,
}

/// What a file gave.
struct OfFile {
    name: String,
    read: Result<(Imported, Vec<Row>), ImportFault>,
}

/// Does what the arguments ask.
///
/// # Errors
/// [`Failure::Faulty`] where a file cannot be read as results, after what the others hold; a
/// sentence where there is no such file, where the case cannot be read or written, and where
/// nothing can be added to it.
pub(super) fn import(
    arguments: &ImportArguments,
    catalogue: &Catalogue,
    text: Text,
    today: PartialDate,
    output: &mut dyn Write,
) -> Result<(), Failure> {
    let answers = Answers {
        given: arguments.given(),
        ..Answers::default()
    };
    let mut files = Vec::with_capacity(arguments.files.len());
    for path in &arguments.files {
        let bytes = read_up_to(path, LARGEST_BYTES)?;
        let name = shown(path);
        let read = importers::import(&name, &bytes);
        let read = read.map(|read| {
            let found = resolve_all(&read.rows, &answers, catalogue);
            let rows = found.into_iter().map(|found| row(found, catalogue));
            let rows = rows.collect();
            (read, rows)
        });
        files.push(OfFile { name, read });
    }
    let is_faulty = files.iter().any(|file| file.read.is_err());
    // Nothing is added half-way: a file that cannot be read leaves the case as it was.
    let added = match (&arguments.into, &arguments.output) {
        (Some(into), Some(to)) if !is_faulty => {
            Some(add((into, to), &files, catalogue, text, today)?)
        }
        _ => None,
    };
    let words = if arguments.json {
        let documents = files.iter().map(|file| document(file, text)).collect();
        let version = Value::from(VERSION);
        let mut keys = object([("version", version), ("files", Value::Array(documents))]);
        if let Some(added) = &added {
            keys.insert("added".to_owned(), added.document());
        }
        json::print(&Value::Object(keys))
    } else {
        let parts = files.iter().map(|file| print(file, text));
        let parts: Vec<String> = parts.chain(added.map(|added| added.print(text))).collect();
        printable(&parts.join("\n"))
    };
    answer(output, &words)?;
    match is_faulty {
        true => Err(Failure::Faulty),
        false => Ok(()),
    }
}

fn row(found: Found, catalogue: &Catalogue) -> Row {
    let estimated = found.resolved.as_ref().ok().and_then(|resolved| {
        let estimate = catalogue.estimator()?.estimate(&resolved.observation.case);
        Some(estimate.ok()?.value)
    });
    Row { found, estimated }
}

/// Adds what can be used to a case and writes it; all of it or nothing.
fn add(
    (into, to): (&Path, &Path),
    files: &[OfFile],
    catalogue: &Catalogue,
    text: Text,
    today: PartialDate,
) -> Result<Added, Failure> {
    let case = IntoCase::open(into, to, catalogue)?;
    let rows = files.iter().filter_map(|file| file.read.as_ref().ok());
    let list: Vec<Kept> = rows
        .flat_map(|(_, rows)| rows)
        .filter_map(|row| {
            let assumed = row.found.resolved.iter().flat_map(|it| &it.assumed);
            let assumed: Vec<String> = assumed.map(|said| text.describe(said)).collect();
            to_measurement(&row.found, &assumed.join(" "), today)
        })
        .collect();
    if list.is_empty() {
        return Err(Failure::plain("measurements-nothing"));
    }
    case.add(Action::AddMeasurements(list), catalogue, today)
}

fn print(file: &OfFile, text: Text) -> String {
    let (read, found) = match &file.read {
        Ok(read) => read,
        Err(fault) => return format!("{}\n", text.describe(fault)),
    };
    let head = Message::new("import-head")
        .with("file", file.name.clone())
        .with("rows", found.len())
        .with("results", read.results)
        .with("tool", read.tool.name());
    let mut lines = format!("{}\n", text.render(&head));
    let mut assumed: Vec<Message> = Vec::new();
    for one in found {
        lines.push_str(&format!(
            "  {}\n",
            text.render(&one.found.said(one.estimated))
        ));
        for said in one
            .found
            .resolved
            .iter()
            .flat_map(|resolved| &resolved.assumed)
        {
            let said = said.message();
            if !assumed.contains(&said) {
                assumed.push(said);
            }
        }
    }
    for said in &assumed {
        lines.push_str(&format!("{}\n", text.render(said)));
    }
    for note in &read.notes {
        lines.push_str(&format!("{}\n", text.describe(note)));
    }
    lines
}

fn document(file: &OfFile, words: Text) -> Value {
    let (read, found) = match &file.read {
        Ok(read) => read,
        Err(fault) => {
            let place = |part: fn((u64, u64)) -> u64| fault.place.map(part).map(Value::from);
            let said = Value::Object(object([
                ("key", text(Some(fault.kind.key()))),
                ("line", place(|(line, _)| line).unwrap_or_default()),
                ("column", place(|(_, column)| column).unwrap_or_default()),
                ("sentence", text(Some(words.describe(fault)))),
            ]));
            let name = text(Some(&file.name));
            return Value::Object(object([("file", name), ("fault", said)]));
        }
    };
    let rows = found.iter().map(|one| measurement(one, words)).collect();
    let notes = read.notes.iter().map(|note| {
        Value::Object(object([
            ("key", text(Some(note.kind.key()))),
            ("results", Value::from(note.places.clone())),
            ("sentence", text(Some(words.describe(&note.kind)))),
        ]))
    });
    Value::Object(object([
        ("file", text(Some(&file.name))),
        ("tool", text(Some(read.tool.key()))),
        ("results", Value::from(read.results)),
        ("measurements", Value::Array(rows)),
        ("notes", Value::Array(notes.collect())),
    ]))
}

fn measurement(one: &Row, words: Text) -> Value {
    let (found, estimated) = (&one.found, one.estimated);
    let row = &found.row;
    let count = |count: Option<u32>| count.map_or(Value::Null, Value::from);
    let (kind, per_second) = match row.load {
        Load::Unknown => (None, None),
        Load::AtOnce(_) => (Some("at-once"), None),
        Load::AsMuchAsFits => (Some("as-much-as-fits"), None),
        Load::Arrivals { per_second, .. } => (Some("arrivals"), Some(per_second)),
    };
    let mut entries: Map<String, Value> = object([
        ("result", Value::from(row.source.place)),
        ("quantity", text(Some(row.quantity.key()))),
        ("value", figure(row.value)),
        ("unit", text(Some(row.unit()))),
        ("date", text(row.date.as_deref())),
        ("engine", text(row.engine.as_deref())),
        ("engine_version", text(row.engine_version.as_deref())),
        ("model", text(row.model.as_deref())),
        ("weight_bits", optional(row.weight_bits)),
        ("cache_bits", optional(row.cache_bits)),
        ("hardware", text(row.hardware.as_deref())),
        ("accelerators", count(row.accelerators)),
        ("tensor_parallel", count(row.tensor_parallel)),
        ("pipeline_parallel", Value::from(row.pipeline_parallel)),
        ("input_tokens", optional(row.input_tokens)),
        ("output_tokens", optional(row.output_tokens)),
        ("load", text(kind)),
        ("requests_at_once", optional(row.load.at_once())),
        ("requests_per_second", optional(per_second)),
    ]);
    let (resolved, reason) = match &found.resolved {
        Ok(resolved) => (Value::Object(resolution(resolved, estimated)), None),
        Err(reason) => (Value::Null, Some(reason)),
    };
    entries.insert("resolved".to_owned(), resolved);
    let reason = reason.map(|reason| {
        Value::Object(object([
            ("key", text(Some(reason.key()))),
            ("sentence", text(Some(words.describe(reason)))),
        ]))
    });
    entries.insert("unresolved".to_owned(), reason.unwrap_or_default());
    Value::Object(entries)
}

fn resolution(resolved: &Resolved, estimated: Option<f64>) -> Map<String, Value> {
    let case = &resolved.observation.case;
    let assumed = resolved.assumed.iter().map(|one| text(Some(one.key())));
    object([
        ("model", text(Some(&case.model))),
        ("hardware", text(Some(&case.device.id))),
        ("engine", text(Some(&case.engine))),
        ("weight_bits", figure(case.weight_bits)),
        ("cache_bits", figure(case.cache_bits)),
        ("accelerators", figure(case.accelerators)),
        ("tensor_parallel", figure(case.tensor_parallel)),
        ("estimated", optional(estimated)),
        ("assumed", Value::Array(assumed.collect())),
    ])
}
