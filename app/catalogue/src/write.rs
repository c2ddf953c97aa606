//! Writes records of the user's own into a preset file, leaving the rest of the file as it is.

use weighbridge_engine::catalogue::{
    ApiPrice, Assumption, Benchmark, Hardware, Model, Provider, Record, Rent, Score, ScoreGroup,
};

use crate::faults::FaultKind;
use crate::load::written_records;
use crate::read::options;
use crate::records::{
    ApiPriceFile, AssumptionFile, BenchmarkFile, HardwareFile, ModelFile, ProviderFile, RecordFile,
    RentFile, ScoreFile, ScoreGroupFile,
};

/// A record that can be written into a preset file.
pub trait Written: Record {
    /// The name of its kind in files.
    fn kind(&self) -> &'static str;

    /// The record as it stands in a file, indented as an element of the list.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where a value cannot be written as RON.
    fn to_ron(&self) -> Result<String, FaultKind>;
}

macro_rules! written {
    ($($record:ty => $file:ty),+ $(,)?) => {$(
        impl Written for $record {
            fn kind(&self) -> &'static str {
                <$file as RecordFile>::KIND
            }
            fn to_ron(&self) -> Result<String, FaultKind> {
                write_record(&<$file>::from(self))
            }
        }
    )+};
}

written! {
    Model => ModelFile,
    Provider => ProviderFile,
    ApiPrice => ApiPriceFile,
    Hardware => HardwareFile,
    Rent => RentFile,
    Benchmark => BenchmarkFile,
    ScoreGroup => ScoreGroupFile,
    Score => ScoreFile,
    Assumption => AssumptionFile,
}

fn write_record<F: RecordFile>(file: &F) -> Result<String, FaultKind> {
    let pretty = ron::ser::PrettyConfig::new()
        .compact_arrays(true)
        .new_line("\n".to_owned());
    let body = options()
        .to_string_pretty(file, pretty)
        .map_err(|error| FaultKind::Syntax {
            detail: error.to_string(),
        })?;
    Ok(format!("{}{}", F::KIND, body.replace('\n', "\n    ")))
}

/// The text of a preset file with `record` in it: in place of the record of its kind and id, else
/// at the end. `text` is the file as it is, or empty for a new one; comments in it stay.
///
/// # Errors
/// What is wrong with the file, where it cannot be read as a list; then nothing may be written.
pub fn put_record(text: &str, record: &impl Written) -> Result<String, FaultKind> {
    let written = record.to_ron()?;
    if text.trim().is_empty() {
        return Ok(format!("[\n    {written},\n]\n"));
    }
    let found = written_records(text)?;
    let same = |(kind, id, _): &&(String, Option<String>, _)| {
        kind == record.kind() && id.as_deref() == Some(record.id())
    };
    let mut result = text.to_owned();
    if let Some((_, _, span)) = found.records.iter().find(same) {
        result.replace_range(span.clone(), &written);
        return Ok(result);
    }
    match found.records.last() {
        Some((_, _, last)) => {
            // A comma after the last record stays where it is, behind the new one.
            result.insert_str(last.end, &format!(",\n    {written}"));
        }
        None => {
            result.insert_str(found.list.start + 1, &format!("\n    {written},\n"));
        }
    }
    Ok(result)
}

/// The text of a preset file without the record of a kind and id, or nothing where it has none.
///
/// # Errors
/// What is wrong with the file, where it cannot be read as a list.
pub fn remove_record(text: &str, kind: &str, id: &str) -> Result<Option<String>, FaultKind> {
    let found = written_records(text)?;
    let Some((_, _, span)) = found
        .records
        .iter()
        .find(|(own, own_id, _)| own == kind && own_id.as_deref() == Some(id))
    else {
        return Ok(None);
    };
    let rest = &text[span.end..];
    let comma = rest
        .find(|letter: char| !letter.is_whitespace())
        .filter(|at| rest[*at..].starts_with(','));
    let end = span.end + comma.map_or(0, |at| at + 1);
    let line_start = text[..span.start].trim_end_matches([' ', '\t']).len();
    Ok(Some(format!(
        "{}{}",
        &text[..line_start],
        text[end..].strip_prefix('\n').unwrap_or(&text[end..])
    )))
}
