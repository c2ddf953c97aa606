//! What is wrong with a file, and where: one clear sentence for each fault.

use std::fmt;

use weighbridge_engine::compose::ComposeError;
use weighbridge_engine::figure::RangeReading;
use weighbridge_engine::uncertainty::{CorrelationFault, ShapeFault};
use weighbridge_units::{Arg, Describe, Message, PartialDate};

use crate::spans::{Place, ScanFault};

/// Something wrong, doubtful or worth knowing about a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The file, as it was given.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// The kind and id of the record, as `Model gpt-4o`; absent where the file is not read that far.
    pub record: Option<String>,
    /// The path of the field in its record, as `tiers[0].input_usd_per_mtok`; absent for whole records.
    pub field: Option<String>,
    /// What it is.
    pub kind: FaultKind,
}

/// How much a fault matters, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The record or file is refused.
    Error,
    /// It is used; somebody should look again.
    Warning,
    /// It is used; worth knowing.
    Note,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum FaultKind {
    /// Brackets, quotation marks, comments or commas do not fit.
    Structure(ScanFault),
    /// The bytes are no UTF-8 text.
    NotText,
    /// A value that RON does not know; the detail is in English.
    Syntax {
        /// What the reader says.
        detail: String,
    },
    /// More faults in one file than are listed.
    TooMany,
    /// The file is no list of records.
    NotAList,
    /// A record of a kind that does not exist.
    UnknownRecord {
        /// What stands there.
        found: String,
        /// The kinds there are.
        allowed: Vec<String>,
    },
    /// A key that does not exist.
    UnknownKey {
        /// What stands there.
        found: String,
        /// The keys there are.
        allowed: Vec<String>,
    },
    /// A key that stands twice.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A key that must be there and is not.
    MissingKey {
        /// The key.
        key: String,
    },
    /// A value of another type.
    WrongType {
        /// What is expected.
        expected: Expected,
        /// What stands there.
        found: String,
    },
    /// A name that is none of those allowed.
    UnknownName {
        /// What stands there.
        found: String,
        /// The names there are.
        allowed: Vec<String>,
    },
    /// A number that is not finite.
    NotFinite,
    /// A negative number.
    Negative {
        /// The number.
        value: f64,
    },
    /// A number out of its range.
    OutOfRange {
        /// Smallest value allowed.
        min: f64,
        /// Largest value allowed.
        max: f64,
        /// The number.
        value: f64,
    },
    /// A text that is empty.
    EmptyText,
    /// An id with letters that are not allowed in ids.
    BadId {
        /// The id.
        found: String,
    },
    /// A text that is no date.
    BadDate {
        /// The text.
        found: String,
    },
    /// A date later than the catalogue's own.
    FutureDate {
        /// The date.
        date: PartialDate,
        /// The latest date allowed.
        latest: PartialDate,
    },
    /// Something that ends before it begins, or when it begins.
    EndsBeforeStart {
        /// Its beginning.
        from: PartialDate,
        /// Its end.
        until: PartialDate,
    },
    /// Low, base and high out of order.
    RangeOrder {
        /// Low.
        low: f64,
        /// Base.
        base: f64,
        /// High.
        high: f64,
    },
    /// A range that cannot be drawn from.
    Range {
        /// How its ends are read.
        reading: RangeReading,
        /// Why not.
        fault: ShapeFault,
    },
    /// Correlations that cannot be.
    Correlation(CorrelationFault),
    /// Keys of which either all or none must be there.
    Together {
        /// The keys.
        keys: Vec<String>,
    },
    /// Keys of which at most one may be there.
    Exclusive {
        /// The keys.
        keys: Vec<String>,
    },
    /// Tiers that do not ascend.
    TierOrder {
        /// The length from which the tier holds.
        above: u64,
    },
    /// Shapes that contradict each other.
    Shapes {
        /// A field and the field that it may not exceed.
        larger: String,
        /// The field that bounds it.
        smaller: String,
    },
    /// An id that no record has.
    UnknownReference {
        /// The kind of record.
        kind: String,
        /// The id.
        id: String,
    },
    /// A record that refers to itself, perhaps through others.
    CircularReference {
        /// The id.
        id: String,
    },
    /// An id that another record of its kind has.
    DuplicateId {
        /// The id.
        id: String,
        /// Where it stands first.
        first: String,
    },
    /// A name or alias that another record of its kind has.
    DuplicateName {
        /// The name.
        name: String,
        /// The id of the other record.
        other: String,
    },
    /// Two prices of one offer that hold at the same time.
    OverlappingPrices {
        /// The id of the other record.
        other: String,
    },
    /// A provenance for a field that the record does not have.
    UnknownField {
        /// The path given.
        found: String,
    },
    /// No record with the date of the catalogue.
    NoDate,
    /// Output that costs less than input.
    OutputCheaper {
        /// The price of input, in USD for 10⁶ tokens.
        input: f64,
        /// The price of output, in USD for 10⁶ tokens.
        output: f64,
    },
    /// A key that does not exist, near to one that does.
    Misspelt {
        /// What stands there.
        found: String,
        /// What may have been meant.
        nearest: String,
    },
    /// A fraction where only whole numbers make sense.
    NotWhole {
        /// The number.
        value: f64,
    },
    /// A file of a version that this program does not know yet.
    NewerVersion {
        /// The version of the file.
        found: u32,
        /// The latest version known.
        latest: u32,
    },
    /// An id that stands in paths, with letters that are not allowed there.
    BadOptionId {
        /// The id.
        found: String,
    },
    /// Steps of a price list whose limits do not rise.
    StepOrder {
        /// The limit that does not lie above the one before it.
        above: f64,
    },
    /// An option that cannot be made of the records it names.
    NotComposed(ComposeError),
    /// A price or rent that begins after the date of the case that names it.
    NotYetInForce {
        /// The date of the case.
        date: PartialDate,
        /// When it begins.
        from: PartialDate,
    },
    /// A price or rent that ended before the date of the case that names it.
    NoLongerInForce {
        /// The date of the case.
        date: PartialDate,
        /// The first day on which it no longer holds.
        until: PartialDate,
    },
    /// A case of a day later than the catalogue's own.
    AfterCatalogue {
        /// The date of the catalogue.
        latest: PartialDate,
    },
    /// A record older than half a year.
    Old {
        /// Its age in days.
        days: i64,
    },
}

/// What a value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A number.
    Number,
    /// A whole number that is not negative.
    WholeNumber,
    /// A text in quotation marks.
    Text,
    /// `true` or `false`.
    Truth,
    /// A list in square brackets.
    List,
    /// Keys and values in round brackets.
    Struct,
    /// Keys and values in braces.
    Map,
    /// Something else.
    Other,
}

impl Expected {
    /// Every expectation.
    pub const ALL: [Expected; 8] = [
        Expected::Number,
        Expected::WholeNumber,
        Expected::Text,
        Expected::Truth,
        Expected::List,
        Expected::Struct,
        Expected::Map,
        Expected::Other,
    ];

    /// The key of its message.
    pub const fn key(self) -> &'static str {
        match self {
            Expected::Number => "expected-number",
            Expected::WholeNumber => "expected-whole-number",
            Expected::Text => "expected-text",
            Expected::Truth => "expected-truth",
            Expected::List => "expected-list",
            Expected::Struct => "expected-struct",
            Expected::Map => "expected-map",
            Expected::Other => "expected-other",
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Expected::Number => "a number",
            Expected::WholeNumber => "a whole number that is not negative",
            Expected::Text => "a text in quotation marks",
            Expected::Truth => "true or false",
            Expected::List => "a list in square brackets",
            Expected::Struct => "keys and values in round brackets",
            Expected::Map => "keys and values in braces",
            Expected::Other => "another value",
        })
    }
}

impl Fault {
    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// Whether the record or file is refused for it.
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }
}

/// `file:line:column: record, field: sentence`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: ",
            self.file, self.place.line, self.place.column
        )?;
        match (&self.record, &self.field) {
            (Some(record), Some(field)) => write!(f, "{record}, {field}: ")?,
            (Some(one), None) | (None, Some(one)) => write!(f, "{one}: ")?,
            (None, None) => {}
        }
        write!(f, "{}", self.kind)
    }
}

impl std::error::Error for Fault {}

/// `fault`, `fault-in-record`, `fault-in-field` or `fault-at-field` with file, line, column, what
/// is wrong, and the record and field that are known.
impl Describe for Fault {
    fn message(&self) -> Message {
        let key = match (&self.record, &self.field) {
            (None, None) => "fault",
            (Some(_), None) => "fault-in-record",
            (Some(_), Some(_)) => "fault-in-field",
            (None, Some(_)) => "fault-at-field",
        };
        let mut message = Message::new(key)
            .with("file", self.file.clone())
            .with("line", Arg::Ordinal(self.place.line as i64))
            .with("column", Arg::Ordinal(self.place.column as i64))
            .with("what", self.kind.message());
        for (name, value) in [("record", &self.record), ("field", &self.field)] {
            if let Some(value) = value {
                message = message.with(name, value.clone());
            }
        }
        message
    }
}

impl FaultKind {
    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        match self {
            FaultKind::OutputCheaper { .. }
            | FaultKind::NotYetInForce { .. }
            | FaultKind::NoLongerInForce { .. } => Severity::Warning,
            FaultKind::Old { .. } | FaultKind::AfterCatalogue { .. } => Severity::Note,
            _ => Severity::Error,
        }
    }

    /// The key of its message.
    pub const fn key(&self) -> &'static str {
        match self {
            FaultKind::Structure(fault) => match fault {
                ScanFault::Unclosed(_) => "fault-unclosed",
                ScanFault::Unopened(_) => "fault-unopened",
                ScanFault::Mismatched { .. } => "fault-mismatched",
                ScanFault::UnclosedText => "fault-unclosed-text",
                ScanFault::UnclosedComment => "fault-unclosed-comment",
                ScanFault::MissingComma => "fault-missing-comma",
                ScanFault::MissingValue => "fault-missing-value",
                ScanFault::Empty => "fault-empty",
                ScanFault::TooLarge => "fault-too-large",
                ScanFault::TooDeep => "fault-too-deep",
            },
            FaultKind::NotText => "fault-not-text",
            FaultKind::Syntax { .. } => "fault-syntax",
            FaultKind::TooMany => "fault-too-many",
            FaultKind::NotAList => "fault-not-a-list",
            FaultKind::UnknownRecord { .. } => "fault-unknown-record",
            FaultKind::UnknownKey { .. } => "fault-unknown-key",
            FaultKind::DuplicateKey { .. } => "fault-duplicate-key",
            FaultKind::MissingKey { .. } => "fault-missing-key",
            FaultKind::WrongType { .. } => "fault-wrong-type",
            FaultKind::UnknownName { .. } => "fault-unknown-name",
            FaultKind::NotFinite => "fault-not-finite",
            FaultKind::Negative { .. } => "fault-negative",
            FaultKind::OutOfRange { .. } => "fault-out-of-range",
            FaultKind::EmptyText => "fault-empty-text",
            FaultKind::BadId { .. } => "fault-bad-id",
            FaultKind::BadDate { .. } => "fault-bad-date",
            FaultKind::FutureDate { .. } => "fault-future-date",
            FaultKind::EndsBeforeStart { .. } => "fault-ends-before-start",
            FaultKind::RangeOrder { .. } => "fault-range-order",
            FaultKind::Range { reading, fault } => fault.key(*reading),
            FaultKind::Correlation(fault) => fault.key(),
            FaultKind::Together { .. } => "fault-together",
            FaultKind::Exclusive { .. } => "fault-exclusive",
            FaultKind::TierOrder { .. } => "fault-tier-order",
            FaultKind::Shapes { .. } => "fault-shapes",
            FaultKind::UnknownReference { .. } => "fault-unknown-reference",
            FaultKind::CircularReference { .. } => "fault-circular-reference",
            FaultKind::DuplicateId { .. } => "fault-duplicate-id",
            FaultKind::DuplicateName { .. } => "fault-duplicate-name",
            FaultKind::OverlappingPrices { .. } => "fault-overlapping-prices",
            FaultKind::UnknownField { .. } => "fault-unknown-field",
            FaultKind::NoDate => "fault-no-date",
            FaultKind::OutputCheaper { .. } => "fault-output-cheaper",
            FaultKind::Misspelt { .. } => "fault-misspelt",
            FaultKind::NotWhole { .. } => "fault-not-whole",
            FaultKind::NewerVersion { .. } => "fault-newer-version",
            FaultKind::BadOptionId { .. } => "fault-bad-option-id",
            FaultKind::StepOrder { .. } => "fault-step-order",
            FaultKind::NotComposed(error) => match error {
                ComposeError::UnknownModel(_)
                | ComposeError::UnknownPrice(_)
                | ComposeError::UnknownRent(_)
                | ComposeError::UnknownHardware(_) => "fault-not-in-catalogue",
                ComposeError::WeightsNotOpen(_) => "fault-weights-not-open",
                ComposeError::SizeUnknown(_) => "fault-size-unknown",
                ComposeError::OtherPlan(_) => "fault-other-plan",
            },
            FaultKind::NotYetInForce { .. } => "fault-not-yet-in-force",
            FaultKind::NoLongerInForce { .. } => "fault-no-longer-in-force",
            FaultKind::AfterCatalogue { .. } => "fault-after-catalogue",
            FaultKind::Old { .. } => "fault-old",
        }
    }
}

impl Describe for FaultKind {
    fn message(&self) -> Message {
        let message = Message::new(self.key());
        match self {
            FaultKind::Structure(ScanFault::Unclosed(bracket)) => {
                message.with("bracket", bracket.to_string())
            }
            FaultKind::Structure(ScanFault::Unopened(bracket)) => {
                message.with("bracket", bracket.to_string())
            }
            FaultKind::Structure(ScanFault::Mismatched { open, found }) => message
                .with("open", open.to_string())
                .with("found", found.to_string()),
            FaultKind::Syntax { detail } => message.with("detail", detail.clone()),
            FaultKind::UnknownRecord { found, allowed }
            | FaultKind::UnknownKey { found, allowed }
            | FaultKind::UnknownName { found, allowed } => message
                .with("found", found.clone())
                .with("allowed", Arg::texts(allowed.clone())),
            FaultKind::DuplicateKey { key } | FaultKind::MissingKey { key } => {
                message.with("key", key.clone())
            }
            FaultKind::WrongType { expected, found } => message
                .with("expected", Arg::key(expected.key()))
                .with("found", found.clone()),
            FaultKind::Negative { value } => message.with("value", *value),
            FaultKind::OutOfRange { min, max, value } => message
                .with("min", *min)
                .with("max", *max)
                .with("value", *value),
            FaultKind::BadId { found }
            | FaultKind::BadDate { found }
            | FaultKind::UnknownField { found } => message.with("found", found.clone()),
            FaultKind::FutureDate { date, latest } => {
                message.with("date", *date).with("latest", *latest)
            }
            FaultKind::EndsBeforeStart { from, until } => {
                message.with("from", *from).with("until", *until)
            }
            FaultKind::RangeOrder { low, base, high } => message
                .with("low", *low)
                .with("base", *base)
                .with("high", *high),
            FaultKind::Range { reading, fault } => fault.message(*reading),
            FaultKind::Correlation(fault) => fault.message(),
            FaultKind::Together { keys } | FaultKind::Exclusive { keys } => {
                message.with("keys", Arg::texts(keys.clone()))
            }
            FaultKind::TierOrder { above } => message.with("above", *above),
            FaultKind::Shapes { larger, smaller } => message
                .with("larger", larger.clone())
                .with("smaller", smaller.clone()),
            FaultKind::UnknownReference { kind, id } => {
                message.with("kind", kind.clone()).with("id", id.clone())
            }
            FaultKind::CircularReference { id } => message.with("id", id.clone()),
            FaultKind::DuplicateId { id, first } => {
                message.with("id", id.clone()).with("first", first.clone())
            }
            FaultKind::DuplicateName { name, other } => message
                .with("name", name.clone())
                .with("other", other.clone()),
            FaultKind::OverlappingPrices { other } => message.with("other", other.clone()),
            FaultKind::OutputCheaper { input, output } => {
                message.with("input", *input).with("output", *output)
            }
            FaultKind::Misspelt { found, nearest } => message
                .with("found", found.clone())
                .with("nearest", nearest.clone()),
            FaultKind::NotWhole { value } => message.with("value", *value),
            FaultKind::NewerVersion { found, latest } => {
                message.with("found", *found).with("latest", *latest)
            }
            FaultKind::BadOptionId { found } => message.with("found", found.clone()),
            FaultKind::StepOrder { above } => message.with("above", *above),
            FaultKind::NotComposed(error) => message.with("id", named_by(error)),
            FaultKind::NotYetInForce { date, from } => {
                message.with("date", *date).with("from", *from)
            }
            FaultKind::NoLongerInForce { date, until } => {
                message.with("date", *date).with("until", *until)
            }
            FaultKind::AfterCatalogue { latest } => message.with("latest", *latest),
            FaultKind::Old { days } => message.with("days", days.unsigned_abs()),
            FaultKind::Structure(_)
            | FaultKind::NotText
            | FaultKind::TooMany
            | FaultKind::NotAList
            | FaultKind::NotFinite
            | FaultKind::EmptyText
            | FaultKind::NoDate => message,
        }
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FaultKind::Structure(fault) => fault.fmt(f),
            FaultKind::NotText => f.write_str("this is not UTF-8 text"),
            FaultKind::Syntax { detail } => write!(f, "this cannot be read as RON: {detail}"),
            FaultKind::TooMany => {
                f.write_str("there are more faults than are listed here; correct these first")
            }
            FaultKind::NotAList => {
                f.write_str("a preset file is a list of records in square brackets")
            }
            FaultKind::UnknownRecord { found, allowed } => {
                write!(
                    f,
                    "there is no kind of record “{found}”; there are {}",
                    Listed(allowed)
                )
            }
            FaultKind::UnknownKey { found, allowed } => {
                write!(
                    f,
                    "there is no key “{found}” here; the keys are {}",
                    Listed(allowed)
                )
            }
            FaultKind::DuplicateKey { key } => write!(f, "the key “{key}” stands twice"),
            FaultKind::MissingKey { key } => write!(f, "the key “{key}” is missing"),
            FaultKind::WrongType { expected, found } => {
                write!(f, "expected {expected}, found {found}")
            }
            FaultKind::UnknownName { found, allowed } => {
                write!(f, "“{found}” is not allowed here, only {}", Listed(allowed))
            }
            FaultKind::NotFinite => f.write_str("this must be a finite number"),
            FaultKind::Negative { value } => write!(f, "this cannot be negative, and {value} is"),
            FaultKind::OutOfRange { min, max, value } => {
                write!(
                    f,
                    "this must lie between {min} and {max}, and {value} does not"
                )
            }
            FaultKind::EmptyText => f.write_str("this text must not be empty"),
            FaultKind::BadId { found } => {
                write!(
                    f,
                    "“{found}” is no id: use small letters, digits and . - _ / + : @"
                )
            }
            FaultKind::BadDate { found } => write!(
                f,
                "“{found}” is not a date: write 2026, 2026-11, 2026-11-24, or “by” before one of these"
            ),
            FaultKind::FutureDate { date, latest } => {
                write!(
                    f,
                    "{date} lies in the future: nothing here may be later than {latest}"
                )
            }
            FaultKind::EndsBeforeStart { from, until } => {
                write!(
                    f,
                    "this ends at {until}, which is not after its start at {from}"
                )
            }
            FaultKind::RangeOrder { low, base, high } => {
                write!(
                    f,
                    "low, base and high must ascend, and {low}, {base}, {high} do not"
                )
            }
            FaultKind::Range { fault, .. } => write!(f, "{fault}"),
            FaultKind::Correlation(fault) => write!(f, "{fault}"),
            FaultKind::Together { keys } => {
                write!(f, "either all of {} must be there or none", Listed(keys))
            }
            FaultKind::Exclusive { keys } => write!(f, "only one of {} may be there", Listed(keys)),
            FaultKind::TierOrder { above } => {
                write!(
                    f,
                    "tiers must ascend, and the tier above {above} tokens does not"
                )
            }
            FaultKind::Shapes { larger, smaller } => {
                write!(f, "{larger} must not be larger than {smaller}")
            }
            FaultKind::UnknownReference { kind, id } => write!(f, "there is no {kind} “{id}”"),
            FaultKind::CircularReference { id } => write!(f, "“{id}” leads back to itself"),
            FaultKind::DuplicateId { id, first } => {
                write!(f, "the id “{id}” stands already at {first}")
            }
            FaultKind::DuplicateName { name, other } => {
                write!(f, "“{name}” is already a name of “{other}”")
            }
            FaultKind::OverlappingPrices { other } => {
                write!(
                    f,
                    "this holds at the same time as “{other}” of the same offer"
                )
            }
            FaultKind::UnknownField { found } => write!(f, "the record has no field “{found}”"),
            FaultKind::NoDate => {
                f.write_str("no file holds the record Catalogue with the date of the presets")
            }
            FaultKind::OutputCheaper { input, output } => {
                write!(
                    f,
                    "output at {output} is cheaper than input at {input}; please look again"
                )
            }
            FaultKind::Misspelt { found, nearest } => {
                write!(
                    f,
                    "there is no key “{found}” here; did you mean “{nearest}”?"
                )
            }
            FaultKind::NotWhole { value } => {
                write!(f, "this must be a whole number, and {value} is not")
            }
            FaultKind::NewerVersion { found, latest } => write!(
                f,
                "this file is of version {found}, and this program reads versions up to {latest}: a newer program wrote it"
            ),
            FaultKind::BadOptionId { found } => {
                write!(
                    f,
                    "“{found}” is no id: use up to 64 small letters, digits and hyphens"
                )
            }
            FaultKind::StepOrder { above } => {
                write!(
                    f,
                    "limits must rise from step to step, and {above} does not"
                )
            }
            FaultKind::NotComposed(error) => write!(f, "{error}"),
            FaultKind::NotYetInForce { date, from } => {
                write!(f, "this begins at {from}, and the case is of {date}")
            }
            FaultKind::NoLongerInForce { date, until } => {
                write!(f, "this ended at {until}, and the case is of {date}")
            }
            FaultKind::AfterCatalogue { latest } => {
                write!(
                    f,
                    "the catalogue ends at {latest}: prices are the last known"
                )
            }
            FaultKind::Old { days } => write!(f, "this is {days} days old"),
        }
    }
}

impl fmt::Display for ScanFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScanFault::Unclosed(bracket) => write!(f, "nothing closes this “{bracket}”"),
            ScanFault::Unopened(bracket) => write!(f, "this “{bracket}” closes nothing"),
            ScanFault::Mismatched { open, found } => {
                write!(f, "this “{found}” stands where “{open}” is open")
            }
            ScanFault::UnclosedText => f.write_str("this text has no closing quotation mark"),
            ScanFault::UnclosedComment => f.write_str("this comment has no end"),
            ScanFault::MissingComma => f.write_str("a comma is missing before this"),
            ScanFault::MissingValue => f.write_str("a value is missing before this"),
            ScanFault::Empty => f.write_str("there is nothing in this file"),
            ScanFault::TooLarge => f.write_str("this file is too large"),
            ScanFault::TooDeep => f.write_str("brackets are nested too deep"),
        }
    }
}

/// The id that an option could not be made of.
fn named_by(error: &ComposeError) -> String {
    match error {
        ComposeError::UnknownModel(id)
        | ComposeError::WeightsNotOpen(id)
        | ComposeError::SizeUnknown(id) => id.to_string(),
        ComposeError::UnknownPrice(id) => id.to_string(),
        ComposeError::UnknownRent(id) => id.to_string(),
        ComposeError::UnknownHardware(id) => id.clone(),
        ComposeError::OtherPlan(id) => id.to_string(),
    }
}

/// Values joined by commas, with an "and" before the last.
struct Listed<'a>(&'a [String]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.0.len().saturating_sub(1);
        for (place, value) in self.0.iter().enumerate() {
            match place {
                0 => {}
                _ if place == last => f.write_str(" and ")?,
                _ => f.write_str(", ")?,
            }
            f.write_str(value)?;
        }
        Ok(())
    }
}
