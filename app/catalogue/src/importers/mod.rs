//! Results of other tools, read into measurements.
//!
//! [`import()`] recognises what it is given by its contents: results of `llama-bench`, of
//! `vllm bench serve` and its forerunner, of GuideLLM, AIPerf and genai-perf, and of InferenceX.
//! Each [`Measurement`] keeps what its file says, in the file's own words; what a file leaves open
//! stays open, and what could not be used is told in [`Imported::notes`].
//! [`to_observation`] then finds model and hardware in the catalogue, or says why it cannot.
//!
//! Files come from strangers.
//! They are read whole or refused whole, no more than a fixed number of values is kept of any, and
//! nesting has a limit.
//!
//! `docs/importers.md` lists the formats and their versions.

mod csv_tables;
mod fault;
mod guidellm;
mod inferencex;
mod keep;
mod llama_bench;
mod llama_table;
mod node;
mod note;
mod perf;
mod precision;
mod resolve;
mod row;
mod served;
mod vllm;
mod words;

pub use fault::{ImportFault, ImportFaultKind};
pub use keep::{Answers, Found, figure_words, resolve_all, to_measurement};
pub use note::{Note, NoteKind};
pub use precision::of_format as bits_of_format;
pub use resolve::{Assumed, Resolved, Unresolved, is_faster_than_memory, resolve, to_observation};
pub(crate) use resolve::{MAKERS_WORDS, spellings};
pub use row::{Given, Load, Measurement, Source, Tool};

use node::Node;
use note::Notes;

/// Largest file that is read, in bytes.
pub const LARGEST_BYTES: usize = 256 * 1024 * 1024;

/// Most measurements that are taken from one file.
const MOST_ROWS: usize = 10_000;

/// What a file gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The tool whose results they are; that of the first where a file mixes them.
    pub tool: Tool,
    /// Results that stood in the file, used or not.
    pub results: u64,
    /// The measurements, in the order of the file.
    pub rows: Vec<Measurement>,
    /// What was left out, and what is worth knowing.
    pub notes: Vec<Note>,
}

/// Reads the results of a tool.
///
/// `name` is the file's name as messages show it.
///
/// # Errors
/// [`ImportFault`] with line and column, where there are any, if the file is none of the formats,
/// is cut off or cannot be read; measurements that cannot be used are no errors but notes.
pub fn import(name: &str, bytes: &[u8]) -> Result<Imported, ImportFault> {
    let fault = |kind| ImportFault::of_file(name, kind);
    if bytes.len() > LARGEST_BYTES {
        return Err(fault(ImportFaultKind::TooLarge));
    }
    let text = words::decode(bytes).map_err(fault)?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(fault(ImportFaultKind::Empty));
    }
    let mut reading = Reading::new(name);
    if llama_table::is_table(text) {
        llama_table::read(text, &mut reading)?;
    } else if text.trim_start().starts_with(['{', '[']) {
        read_json(text, &mut reading)?;
    } else if csv_tables::is_llama_bench(text) {
        csv_tables::read_llama_bench(text, &mut reading)?;
    } else if csv_tables::is_perf(text) {
        csv_tables::read_perf(text, &mut reading)?;
    } else {
        return Err(fault(ImportFaultKind::Unknown));
    }
    reading.finish()
}

/// What is known of a file while it is read.
#[derive(Debug)]
struct Reading {
    file: std::sync::Arc<str>,
    tool: Option<Tool>,
    results: u64,
    rows: Vec<Measurement>,
    has_more: bool,
    notes: Notes,
}

impl Reading {
    fn new(name: &str) -> Reading {
        Reading {
            file: name.into(),
            tool: None,
            results: 0,
            rows: Vec::new(),
            has_more: false,
            notes: Notes::default(),
        }
    }

    /// The next result, with nothing known of it but where it stands.
    fn next(&mut self, tool: Tool) -> Measurement {
        self.tool.get_or_insert(tool);
        self.results += 1;
        Measurement::unknown(Source {
            file: self.file.clone(),
            tool,
            place: self.results,
        })
    }

    /// Takes a measurement.
    fn push(&mut self, row: Measurement) {
        if self.rows.len() < MOST_ROWS {
            self.rows.push(row);
        } else {
            self.has_more = true;
        }
    }

    /// Notes something about the result read last.
    fn note(&mut self, kind: NoteKind) {
        self.notes.add(self.results, kind);
    }

    fn fault(&self, kind: ImportFaultKind) -> ImportFault {
        ImportFault::of_file(&self.file, kind)
    }

    fn finish(self) -> Result<Imported, ImportFault> {
        if self.has_more {
            return Err(self.fault(ImportFaultKind::TooManyValues));
        }
        let Some(tool) = self.tool else {
            return Err(self.fault(ImportFaultKind::Unknown));
        };
        Ok(Imported {
            tool,
            results: self.results,
            rows: self.rows,
            notes: self.notes.into_list(),
        })
    }
}

/// Reads one document, a list of them, or one in each line.
fn read_json(text: &str, reading: &mut Reading) -> Result<(), ImportFault> {
    let text = words::without_nan(text);
    let documents = node::read(&text).map_err(|fault| fault.in_file(&reading.file))?;
    for document in &documents {
        match document {
            Node::List(items) => {
                for item in items {
                    read_result(item, reading);
                }
            }
            one => read_result(one, reading),
        }
    }
    Ok(())
}

fn read_result(result: &Node<'_>, reading: &mut Reading) {
    if guidellm::is_report(result) {
        guidellm::read(result, reading);
    } else if llama_bench::is_result(result) {
        llama_bench::read(result, reading);
    } else if inferencex::is_result(result) {
        inferencex::read(result, reading);
    } else if perf::is_profile(result) {
        perf::read(result, reading);
    } else if vllm::is_result(result) {
        vllm::read(result, reading);
    } else {
        reading.results += 1;
        reading.note(NoteKind::UnknownResult);
    }
}
