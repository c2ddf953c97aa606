//! What models reached in benchmarks, and how that was measured.

use weighbridge_units::PartialDate;

use super::{BenchmarkId, GroupId, ModelId, Provenance, ScoreId};

/// A benchmark.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmark {
    /// Its id.
    pub id: BenchmarkId,
    /// Its name as people write it.
    pub name: String,
    /// What it asks of a model.
    pub task: Task,
    /// The score of blind guessing, in percent.
    pub chance_pct: Option<f64>,
    /// Other spellings by which it is found.
    pub aliases: Vec<String>,
    /// Where all this comes from.
    pub provenance: Provenance,
}

/// What a benchmark asks of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Task {
    /// To know.
    Knowledge,
    /// To reason.
    Reasoning,
    /// To calculate and prove.
    Mathematics,
    /// To write short programs.
    Coding,
    /// To work on a code base with tools.
    AgenticCoding,
    /// To do as told.
    InstructionFollowing,
    /// To work in other languages than English.
    Multilingual,
    /// To call tools.
    ToolUse,
    /// To say only what is true.
    Factuality,
    /// To find things in long texts.
    LongContext,
    /// To please in conversation.
    Chat,
}

impl Task {
    /// The stable key, used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Task::Knowledge => "knowledge",
            Task::Reasoning => "reasoning",
            Task::Mathematics => "mathematics",
            Task::Coding => "coding",
            Task::AgenticCoding => "agentic-coding",
            Task::InstructionFollowing => "instruction-following",
            Task::Multilingual => "multilingual",
            Task::ToolUse => "tool-use",
            Task::Factuality => "factuality",
            Task::LongContext => "long-context",
            Task::Chat => "chat",
        }
    }
}

/// Scores that stand in one table; only these may be compared with each other.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreGroup {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Whether everything in it was measured alike.
    pub harness: Harness,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// Whether the scores of a group were measured alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Harness {
    /// One harness for all models.
    One,
    /// Each as its vendor reported it.
    Mixed,
}

/// What a model reached in a benchmark.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Its id.
    pub id: ScoreId,
    /// Who was tested.
    pub model: ModelId,
    /// In what.
    pub benchmark: BenchmarkId,
    /// The table in which the score stands.
    pub group: GroupId,
    /// The variant of the benchmark, where there are several.
    pub variant: Option<String>,
    /// The language, as a BCP 47 tag, where it is not the benchmark's own.
    pub language: Option<String>,
    /// The score in percent.
    pub score_pct: f64,
    /// How answers were counted.
    pub metric: Option<String>,
    /// Solved examples shown before the question.
    pub shots: Option<u32>,
    /// How the question was put.
    pub prompting: Option<String>,
    /// The effort or checkpoint of the model, as reported.
    pub effort: Option<String>,
    /// Who reports the score.
    pub reporter: String,
    /// In what role.
    pub reporter_kind: ReporterKind,
    /// When it was published; absent where only the day it was read is known.
    pub date: Option<PartialDate>,
    /// Where all this comes from.
    pub provenance: Provenance,
}

/// In what role somebody reports a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReporterKind {
    /// Tested by nobody who sells a model.
    Independent,
    /// The model's own vendor.
    Vendor,
    /// The vendor's figure, passed on by somebody else.
    VendorRelayed,
    /// The vendor of another model.
    Rival,
    /// Somebody who collects figures of others.
    Collation,
}

impl ReporterKind {
    /// The stable key, used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            ReporterKind::Independent => "independent",
            ReporterKind::Vendor => "vendor",
            ReporterKind::VendorRelayed => "vendor-relayed",
            ReporterKind::Rival => "rival",
            ReporterKind::Collation => "collation",
        }
    }
}
