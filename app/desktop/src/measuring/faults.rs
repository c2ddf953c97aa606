//! What is wrong with a model's file, or with a model that was to be made up, as messages: the
//! crates that find it know no sentences.

use std::io::ErrorKind;

use weighbridge_gguf::{Fault, Format, GgufError, unread_format};
use weighbridge_inference::load::{FAMILIES, Feature, LoadError};
use weighbridge_inference::synthetic::SyntheticError;
use weighbridge_inference::tokenizer::TokenizerError;
use weighbridge_units::{Arg, Message};

/// Why a file gave no model.
pub(super) fn of_load(error: &LoadError) -> Message {
    let unusable = |reason: Message| Message::new("latency-model-damaged").with("reason", reason);
    match error {
        LoadError::Open { path, kind, reason } => {
            let reason = match kind {
                ErrorKind::NotFound => Arg::key("model-file-not-found"),
                ErrorKind::PermissionDenied => Arg::key("model-file-no-permission"),
                ErrorKind::IsADirectory => Arg::key("model-file-folder"),
                _ => Arg::from(reason.clone()),
            };
            Message::new("latency-model-open")
                .with("path", path.clone())
                .with("reason", reason)
        }
        LoadError::File(error) => unusable(of_gguf(error)),
        LoadError::Family { name } => Message::new("latency-model-family")
            .with("name", name.clone())
            .with("known", families()),
        LoadError::Unsupported { what } => Message::new("latency-model-unsupported")
            .with("what", feature(what))
            .with("known", families()),
        LoadError::Missing { name } => {
            unusable(Message::new("model-tensor-missing").with("name", name.clone()))
        }
        LoadError::Sizes { name, is, wanted } => unusable(
            Message::new("model-tensor-sizes")
                .with("name", name.clone())
                .with("is", sizes(is))
                .with("wanted", sizes(wanted)),
        ),
        LoadError::Number { key, number } => unusable(
            Message::new("model-number")
                .with("key", key.clone())
                .with("number", number.clone()),
        ),
    }
}

/// Why a file reads and writes no text.
pub(super) fn of_tokenizer(error: &TokenizerError) -> Message {
    let reason = match error {
        TokenizerError::File(error) => of_gguf(error),
        TokenizerError::Model { name } => {
            Message::new("model-vocabulary-kind").with("name", name.clone())
        }
        TokenizerError::Split { name } => {
            Message::new("model-vocabulary-words").with("name", name.clone())
        }
        TokenizerError::Length { key, is, tokens } => Message::new("model-vocabulary-length")
            .with("key", *key)
            .with("is", *is)
            .with("tokens", *tokens),
    };
    Message::new("latency-model-vocabulary").with("reason", reason)
}

/// Why a model cannot be made up.
pub(super) fn of_synthetic(error: &SyntheticError) -> Message {
    match error {
        SyntheticError::Rows { format, columns } => Message::new("latency-model-rows")
            .with("format", format.name())
            .with("columns", *columns)
            .with("block", format.block().0),
        SyntheticError::Memory { bytes } => Message::new("latency-model-memory")
            .with("gigabytes", Arg::Decimal(*bytes as f64 / 1e9, 1)),
        // What exactly is odd about it says something only to whoever wrote the shape down.
        SyntheticError::Shape { .. } => {
            Message::new("latency-model-damaged").with("reason", Message::new("model-shape"))
        }
    }
}

/// What is wrong with a file, and where.
fn of_gguf(error: &GgufError) -> Message {
    let fault = fault(&error.fault);
    match (&error.fault, error.place.as_str()) {
        // These are about the file as a whole.
        (Fault::NotGguf | Fault::BigEndian | Fault::Version(_), _) => fault,
        (_, "") => Message::new("gguf-at")
            .with("fault", fault)
            .with("offset", error.offset),
        (_, place) => Message::new("gguf-at-place")
            .with("fault", fault)
            .with("place", place.to_owned())
            .with("offset", error.offset),
    }
}

fn fault(fault: &Fault) -> Message {
    let sort = |sort: weighbridge_gguf::Sort| Arg::key(format!("gguf-sort-{}", sort.key()));
    match fault {
        Fault::NotGguf => Message::new("gguf-not-gguf"),
        Fault::BigEndian => Message::new("gguf-big-endian"),
        Fault::Version(version) => {
            Message::new("gguf-version").with("version", Arg::Ordinal(i64::from(*version)))
        }
        Fault::Ends { missing } => Message::new("gguf-ends").with("missing", *missing),
        Fault::Count { count, room } => Message::new("gguf-count")
            .with("count", *count)
            .with("room", *room),
        Fault::Text => Message::new("gguf-text"),
        Fault::Kind(kind) => Message::new("gguf-kind").with("kind", Arg::Ordinal(i64::from(*kind))),
        Fault::Truth(value) => {
            Message::new("gguf-truth").with("value", Arg::Ordinal(i64::from(*value)))
        }
        Fault::Nested(depth) => Message::new("gguf-nested").with("depth", *depth),
        Fault::Duplicate => Message::new("gguf-duplicate"),
        Fault::Alignment(alignment) => Message::new("gguf-alignment").with("alignment", *alignment),
        Fault::Dimensions(count) => Message::new("gguf-dimensions").with("count", *count),
        Fault::Empty => Message::new("gguf-empty"),
        Fault::Format(number) => Message::new("gguf-format")
            .with(
                "format",
                match unread_format(*number) {
                    Some(name) => Arg::from(name),
                    None => Arg::Ordinal(i64::from(*number)),
                },
            )
            .with("known", Arg::texts(Format::ALL.map(Format::name))),
        Fault::Blocks { columns, format } => Message::new("gguf-blocks")
            .with("columns", *columns)
            .with("format", format.name()),
        Fault::Size => Message::new("gguf-size"),
        Fault::Misaligned { offset, alignment } => Message::new("gguf-misaligned")
            .with("start", *offset)
            .with("alignment", *alignment),
        Fault::Overlap { other } => Message::new("gguf-overlap").with("other", other.clone()),
        Fault::Missing => Message::new("gguf-missing"),
        Fault::Value { is, wanted } => Message::new("gguf-value")
            .with("is", sort(*is))
            .with("wanted", sort(*wanted)),
        // Faults may be added that nobody has put into words yet.
        other => Message::new("gguf-other").with("words", other.to_string()),
    }
}

fn feature(feature: &Feature) -> Message {
    match feature {
        Feature::DifferentLayers { key } => {
            Message::new("model-feature-layers").with("key", key.clone())
        }
        Feature::Experts(experts) => Message::new("model-feature-experts").with("count", *experts),
        Feature::ValueLength { values, keys } => Message::new("model-feature-values")
            .with("values", *values)
            .with("keys", *keys),
        Feature::Positions { kind } => {
            Message::new("model-feature-positions").with("kind", kind.clone())
        }
        Feature::Format { tensor, format } => Message::new("model-feature-format")
            .with("tensor", tensor.clone())
            .with("format", *format),
        Feature::Tensor { name } => Message::new("model-feature-tensor").with("name", name.clone()),
    }
}

fn families() -> Arg {
    Arg::texts(FAMILIES.map(|(_, _, models)| models))
}

/// Sizes as they are written between people: 4096 × 32000.
fn sizes(sizes: &[u64]) -> String {
    let sizes: Vec<String> = sizes.iter().map(u64::to_string).collect();
    sizes.join(" × ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use weighbridge_gguf::Sort;
    use weighbridge_text::{Locale, Text};

    fn faults() -> Vec<Fault> {
        vec![
            Fault::NotGguf,
            Fault::BigEndian,
            Fault::Version(1),
            Fault::Ends { missing: 1 },
            Fault::Count { count: 9, room: 3 },
            Fault::Text,
            Fault::Kind(99),
            Fault::Truth(7),
            Fault::Nested(8),
            Fault::Duplicate,
            Fault::Alignment(3),
            Fault::Dimensions(5),
            Fault::Empty,
            Fault::Format(20),
            Fault::Format(4_000),
            Fault::Blocks {
                columns: 33,
                format: Format::Q8_0,
            },
            Fault::Size,
            Fault::Misaligned {
                offset: 33,
                alignment: 32,
            },
            Fault::Overlap {
                other: "output.weight".to_owned(),
            },
            Fault::Missing,
        ]
    }

    fn errors() -> Vec<LoadError> {
        let gguf = |fault| {
            LoadError::File(GgufError {
                offset: 1_024,
                place: "general.name".to_owned(),
                fault,
            })
        };
        let sorts = Sort::ALL.map(|is| {
            gguf(Fault::Value {
                is,
                wanted: Sort::Text,
            })
        });
        let features = [
            Feature::DifferentLayers {
                key: "llama.head_count".to_owned(),
            },
            Feature::Experts(8),
            Feature::ValueLength {
                values: 64,
                keys: 128,
            },
            Feature::Positions {
                kind: "yarn".to_owned(),
            },
            Feature::Format {
                tensor: "output_norm.weight".to_owned(),
                format: "Q8_0",
            },
            Feature::Tensor {
                name: "blk.0.ssm_in.weight".to_owned(),
            },
        ];
        let kinds = [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::IsADirectory,
        ];
        let opened = kinds.map(|kind| LoadError::Open {
            path: "m.gguf".to_owned(),
            kind,
            reason: kind.to_string(),
        });
        let others = [
            LoadError::Family {
                name: "mamba".to_owned(),
            },
            LoadError::Missing {
                name: "output_norm.weight".to_owned(),
            },
            LoadError::Sizes {
                name: "output_norm.weight".to_owned(),
                is: vec![4, 5],
                wanted: vec![4, 6],
            },
            LoadError::Number {
                key: "llama.block_count".to_owned(),
                number: "0".to_owned(),
            },
        ];
        let mut all: Vec<LoadError> = faults().into_iter().map(gguf).collect();
        all.extend(sorts);
        all.extend(opened);
        all.extend(others);
        let unsupported = features.map(|what| LoadError::Unsupported { what });
        all.extend(unsupported);
        all
    }

    /// No sentence falls back to English or to its key, and none has the words of another.
    #[test]
    fn every_fault_of_a_file_is_a_sentence_in_every_language() {
        let mut messages: Vec<Message> = errors().iter().map(of_load).collect();
        messages.extend(
            [
                TokenizerError::Model {
                    name: "rwkv".to_owned(),
                },
                TokenizerError::Split {
                    name: "odd".to_owned(),
                },
                TokenizerError::Length {
                    key: "tokenizer.ggml.scores",
                    is: 3,
                    tokens: 4,
                },
            ]
            .iter()
            .map(of_tokenizer),
        );
        messages.extend(
            [
                SyntheticError::Memory { bytes: 1 << 40 },
                SyntheticError::Rows {
                    format: Format::Q4K,
                    columns: 288,
                },
                SyntheticError::Shape {
                    what: "heads = 0".to_owned(),
                },
            ]
            .iter()
            .map(of_synthetic),
        );
        let told = |locale: Locale| -> Vec<String> {
            let text = Text::new(locale);
            let told = messages.iter().map(|message| text.render(message));
            told.map(|sentence| sentence.to_string()).collect()
        };
        let english = told(Locale::En);
        let mut different = english.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), english.len());
        for locale in [Locale::Es, Locale::PtBr, Locale::PtPt] {
            for (own, english) in told(locale).iter().zip(&english) {
                assert!(!own.contains('['), "{own}");
                assert_ne!(own, english);
            }
        }
    }

    #[test]
    fn a_fault_says_where_it_is() {
        let error = GgufError {
            offset: 1_234,
            place: "general.alignment".to_owned(),
            fault: Fault::Alignment(3),
        };
        let said = Text::new(Locale::En).render(&of_gguf(&error)).to_string();
        assert_eq!(
            said,
            "an alignment of 3 is none: it must be a power of two, at most 65,536 (“general.alignment”, byte 1,234)"
        );
    }
}
