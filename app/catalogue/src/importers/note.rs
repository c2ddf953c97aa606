//! What was left out of a file of results, and why.

use weighbridge_units::{Arg, Describe, Message};

/// Something about results of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The results it is about, by their places in the file.
    pub places: Vec<u64>,
    /// What it is.
    pub kind: NoteKind,
}

/// What can be said of a result.
#[derive(Debug, Clone, PartialEq)]
pub enum NoteKind {
    /// It is none of a tool known here; left out.
    UnknownResult,
    /// It has no figure, or one that is no positive number; left out.
    NoFigure {
        /// The key under which the figure should stand.
        key: &'static str,
    },
    /// It does not say what it ran on.
    NoHardware,
    /// It does not name the model.
    NoModel,
    /// It does not say under which load.
    NoLoad,
    /// It does not say how long prompts and answers were; left out.
    NoLengths,
    /// Weights or cache were in a format that nobody here knows the size of; left out.
    UnknownFormat {
        /// The format.
        name: String,
    },
    /// Some requests failed; it is used.
    SomeFailed {
        /// The share that failed.
        share: f64,
    },
    /// Too many requests failed; left out.
    TooManyFailed {
        /// The share that failed.
        share: f64,
    },
    /// The run was cancelled; left out.
    Cancelled,
    /// It was measured with speculative decoding; left out.
    Speculative,
    /// Prompts are read on other machines than answers are written on; left out.
    Disaggregated,
    /// It mixes reading a prompt and writing an answer in one figure; left out.
    Mixed,
    /// A prompt read after a context that was there already; left out.
    PromptAtDepth,
    /// A part of the model was computed by the processor; left out.
    PartlyOnProcessor,
    /// It ran on accelerators of different kinds; left out.
    MixedHardware,
    /// It ran on other machines over a network; left out.
    Remote,
    /// It measures embeddings; left out.
    Embeddings,
    /// The throughput under arrivals is what was asked for, not what can be had; left out.
    DemandNotCapacity,
    /// Latency while everything waits in one queue is left out.
    LatencyOfAFlood,
    /// There are more notes than are listed.
    More,
}

/// A run with more failed requests than this share is left out.
pub(super) const MOST_FAILED: f64 = 0.01;

/// Most kinds of notes listed for one file.
const MOST_NOTES: usize = 100;

/// Notes as they are made.
#[derive(Debug, Default)]
pub(super) struct Notes {
    list: Vec<Note>,
}

impl Notes {
    /// Adds a place to the note of a kind.
    pub(super) fn add(&mut self, place: u64, kind: NoteKind) {
        let full = self.list.len() >= MOST_NOTES;
        let known = self.list.iter_mut().find(|note| note.kind == kind);
        match known {
            Some(note) if note.places.last() == Some(&place) => {}
            Some(note) => note.places.push(place),
            None if full => {
                if self
                    .list
                    .last()
                    .is_some_and(|note| note.kind != NoteKind::More)
                {
                    self.list.push(Note {
                        places: Vec::new(),
                        kind: NoteKind::More,
                    });
                }
            }
            None => self.list.push(Note {
                places: vec![place],
                kind,
            }),
        }
    }

    pub(super) fn into_list(self) -> Vec<Note> {
        self.list
    }
}

impl NoteKind {
    /// The key of its message.
    pub const fn key(&self) -> &'static str {
        match self {
            NoteKind::UnknownResult => "import-note-unknown-result",
            NoteKind::NoFigure { .. } => "import-note-no-figure",
            NoteKind::NoHardware => "import-note-no-hardware",
            NoteKind::NoModel => "import-note-no-model",
            NoteKind::NoLoad => "import-note-no-load",
            NoteKind::NoLengths => "import-note-no-lengths",
            NoteKind::UnknownFormat { .. } => "import-note-unknown-format",
            NoteKind::SomeFailed { .. } => "import-note-some-failed",
            NoteKind::TooManyFailed { .. } => "import-note-too-many-failed",
            NoteKind::Cancelled => "import-note-cancelled",
            NoteKind::Speculative => "import-note-speculative",
            NoteKind::Disaggregated => "import-note-disaggregated",
            NoteKind::Mixed => "import-note-mixed",
            NoteKind::PromptAtDepth => "import-note-prompt-at-depth",
            NoteKind::PartlyOnProcessor => "import-note-partly-on-processor",
            NoteKind::MixedHardware => "import-note-mixed-hardware",
            NoteKind::Remote => "import-note-remote",
            NoteKind::Embeddings => "import-note-embeddings",
            NoteKind::DemandNotCapacity => "import-note-demand-not-capacity",
            NoteKind::LatencyOfAFlood => "import-note-latency-of-a-flood",
            NoteKind::More => "import-note-more",
        }
    }
}

impl Describe for NoteKind {
    fn message(&self) -> Message {
        let message = Message::new(self.key());
        match self {
            NoteKind::NoFigure { key } => message.with("key", *key),
            NoteKind::UnknownFormat { name } => message.with("name", name.clone()),
            NoteKind::SomeFailed { share } | NoteKind::TooManyFailed { share } => {
                message.with("share", Arg::Percent(*share))
            }
            _ => message,
        }
    }
}

/// `import-note` with how many results it is about and what is said of them.
impl Describe for Note {
    fn message(&self) -> Message {
        Message::new("import-note")
            .with("count", self.places.len())
            .with(
                "first",
                Arg::Ordinal(self.places.first().map_or(0, |place| *place as i64)),
            )
            .with("what", self.kind.message())
    }
}
