//! The pages of the ten steps.
//!
//! A page reads the session, draws, and puts what the user asks into [`Page::asks`]; it changes
//! nothing itself and holds no arithmetic about money or models.
//! A larger page is a folder: `mod.rs` draws, `view.rs` turns the session into finished words
//! and charts.

mod arrow;
pub mod background;
pub mod capability;
pub mod charts;
pub mod choices;
pub mod cost;
pub mod decision;
pub mod figures;
pub mod latency;
pub mod long_term;
pub mod options;
pub mod parts;
pub mod priorities;
pub mod question;
pub mod ranges;
pub mod report;
pub mod typed;
pub mod why;
pub mod workload;

use weighbridge_engine::catalogue::Records;
use weighbridge_engine::explain::ResultRef;
use weighbridge_engine::scenario::{InputPath, OptionId};
use weighbridge_session::{Action, Session};
use weighbridge_text::Text;

/// What a page reads, and where it puts what the user asks.
pub struct Page<'a> {
    /// The document and all that follows from it.
    pub session: &'a Session,
    /// Texts and numbers in the user's language and the client's currency.
    pub text: Text,
    /// What the user asks in this frame, in order.
    pub asks: &'a mut Vec<Ask>,
}

/// Something a user asks on a page.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)] // one lives for a moment
pub enum Ask {
    /// A change of the document.
    Do(Action),
    /// Why this number?
    Why(ResultRef),
    /// Another step of the path, by its place.
    Step(usize),
    /// The field of an input, wherever it stands.
    Reveal(InputPath),
    /// The page of one option.
    Option(OptionId),
    /// A chart as a file.
    ExportChart {
        /// The chart's stable name.
        chart: &'static str,
    },
    /// A chart of one option as a file.
    ExportOptionChart {
        /// The chart's stable name.
        chart: &'static str,
        /// The option.
        option: OptionId,
    },
    /// The report as a file.
    ExportReport,
    /// No further odds of this case; those that are there stay.
    StopOdds,
    /// The odds of this case after all.
    ResumeOdds,
    /// A file of results whose measurements are to be looked at.
    ImportMeasurements,
    /// The page on which the speed of an option is measured, with what is known of it filled in.
    TimeIt(OptionId),
    /// The path of a file that the page of this machine reads.
    ChooseFile(FileFor),
    /// A text to the clipboard, such as a table.
    Copy(String),
    /// Records that the user typed in, into the user's presets.
    KeepRecords(Box<Records>),
}

/// What a file is for whose path a page asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFor {
    /// A model to be timed.
    Model,
    /// What the command `probe` wrote of a machine.
    Machine,
}

impl Page<'_> {
    /// Asks for a change of the document.
    pub fn act(&mut self, action: Action) {
        self.asks.push(Ask::Do(action));
    }

    /// Asks for something else.
    pub fn ask(&mut self, ask: Ask) {
        self.asks.push(ask);
    }
}
