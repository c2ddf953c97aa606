//! `import`: results of other tools, what they measured and what it stands for here.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, Value};
use weighbridge_catalogue::importers::{
    self, Given, ImportFault, Imported, LARGEST_BYTES, Load, Measurement, Resolved, Unresolved,
};
use weighbridge_catalogue::measurements;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_text::Text;
use weighbridge_units::{Arg, Describe, Message};

use super::case::{read_up_to, shown};
use super::failure::Failure;
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

/// A measurement, and what it stands for here.
struct Found {
    row: Measurement,
    resolved: Result<Resolved, Unresolved>,
    /// What the estimator says of the case without it.
    estimated: Option<f64>,
}

/// What a file gave.
struct OfFile {
    name: String,
    read: Result<(Imported, Vec<Found>), ImportFault>,
}

/// Does what the arguments ask.
///
/// # Errors
/// [`Failure::Faulty`] where a file cannot be read as results, after what the others hold; a
/// sentence where there is no such file.
pub(super) fn import(
    arguments: &ImportArguments,
    catalogue: &Catalogue,
    text: Text,
    output: &mut dyn Write,
) -> Result<(), Failure> {
    let given = arguments.given();
    let mut files = Vec::with_capacity(arguments.files.len());
    for path in &arguments.files {
        let bytes = read_up_to(path, LARGEST_BYTES)?;
        let name = shown(path);
        let read = importers::import(&name, &bytes);
        let read = read.map(|read| {
            let found = read.rows.iter().map(|row| find(row, &given, catalogue));
            let found = found.collect();
            (read, found)
        });
        files.push(OfFile { name, read });
    }
    let words = if arguments.json {
        let documents = files.iter().map(|file| document(file, text)).collect();
        let version = Value::from(VERSION);
        json::print(&Value::Object(object([
            ("version", version),
            ("files", Value::Array(documents)),
        ])))
    } else {
        let parts: Vec<String> = files.iter().map(|file| print(file, text)).collect();
        printable(&parts.join("\n"))
    };
    answer(output, &words)?;
    match files.iter().any(|file| file.read.is_err()) {
        true => Err(Failure::Faulty),
        false => Ok(()),
    }
}

fn find(row: &Measurement, given: &Given, catalogue: &Catalogue) -> Found {
    let mut row = row.clone();
    given.fill(&mut row);
    let resolved = importers::resolve(&row, catalogue);
    let estimated = resolved.as_ref().ok().and_then(|resolved| {
        let estimator = measurements::estimator().ok()?;
        let estimate = estimator.estimate(&resolved.observation.case).ok()?;
        Some(estimate.value)
    });
    Found {
        row,
        resolved,
        estimated,
    }
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
        lines.push_str(&format!("  {}\n", text.render(&sentence(one))));
        for said in one.resolved.iter().flat_map(|resolved| &resolved.assumed) {
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

/// A measurement in a sentence: as it was resolved, or why it was not.
fn sentence(found: &Found) -> Message {
    let row = &found.row;
    let unit = match row.unit() {
        "milliseconds" => "import-milliseconds",
        _ => "import-tokens-per-second",
    };
    let value = |value: f64| {
        let decimals = if value < 100.0 { 1 } else { 0 };
        Arg::from(Message::new(unit).with("value", Arg::Decimal(value, decimals)))
    };
    let message = Message::new(match (&found.resolved, found.estimated) {
        (Ok(_), Some(_)) => "import-row-estimated",
        (Ok(_), None) => "import-row",
        (Err(_), _) => "import-row-unresolved",
    })
    .with("place", Arg::Ordinal(row.source.place as i64))
    .with(
        "quantity",
        Arg::key(format!("import-quantity-{}", row.quantity.key())),
    )
    .with("figure", value(row.value));
    match (&found.resolved, found.estimated) {
        (Err(reason), _) => message.with("reason", reason.message()),
        (Ok(resolved), estimated) => {
            let case = &resolved.observation.case;
            let message = message
                .with("model", case.model.clone())
                .with("count", Arg::Number(case.accelerators))
                .with("hardware", case.device.id.clone())
                .with("load", load(row.load));
            match estimated {
                Some(estimated) => message.with("estimated", value(estimated)),
                None => message,
            }
        }
    }
}

fn load(load: Load) -> Arg {
    Arg::from(match load {
        Load::Unknown => Message::new("import-load-unknown"),
        Load::AtOnce(requests) => Message::new("import-load-at-once").with("requests", requests),
        Load::AsMuchAsFits => Message::new("import-load-as-fits"),
        Load::Arrivals { per_second, .. } => {
            Message::new("import-load-arrivals").with("requests", per_second)
        }
    })
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

fn measurement(found: &Found, words: Text) -> Value {
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
        Ok(resolved) => (Value::Object(resolution(resolved, found.estimated)), None),
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
