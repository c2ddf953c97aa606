//! Records as they were read, by kind and with their places, before they are checked against
//! each other.

use std::collections::BTreeSet;

use weighbridge_engine::catalogue::{
    ApiPrice, Assumption, Benchmark, Framework, Hardware, Model, Provider, Records, Rent, Score,
    ScoreGroup,
};

use crate::spans::{NodeId, Place, Tree};

/// The most faults listed for one file.
pub(crate) const MAX_FAULTS: usize = 500;

/// A file that was scanned.
pub(crate) struct Source<'a> {
    pub(crate) path: &'a str,
    pub(crate) tree: Tree<'a>,
}

/// A record with its place.
pub(crate) struct Placed<T> {
    pub(crate) record: T,
    pub(crate) file: usize,
    pub(crate) node: NodeId,
    /// Whether it has an error and must not be used.
    pub(crate) refused: bool,
}

/// The records of all files, by kind, with their places. Records that could not be converted
/// leave their id, so that others may still refer to it.
#[derive(Default)]
pub(crate) struct Shelves {
    pub(crate) models: Vec<Placed<Model>>,
    pub(crate) providers: Vec<Placed<Provider>>,
    pub(crate) prices: Vec<Placed<ApiPrice>>,
    pub(crate) hardware: Vec<Placed<Hardware>>,
    pub(crate) rents: Vec<Placed<Rent>>,
    pub(crate) benchmarks: Vec<Placed<Benchmark>>,
    pub(crate) groups: Vec<Placed<ScoreGroup>>,
    pub(crate) scores: Vec<Placed<Score>>,
    pub(crate) assumptions: Vec<Placed<Assumption>>,
    pub(crate) frameworks: Vec<Placed<Framework>>,
    /// Kind and id of every record that gives one, in the order of the files.
    pub(crate) ids: Vec<WrittenId>,
}

/// The kind and id of a record, with its file and place.
pub(crate) type WrittenId = (&'static str, String, usize, NodeId);

impl Shelves {
    /// Refuses the records at these places.
    pub(crate) fn refuse(&mut self, places: &BTreeSet<(usize, NodeId)>) {
        fn refuse<T>(shelf: &mut [Placed<T>], places: &BTreeSet<(usize, NodeId)>) {
            for placed in shelf {
                placed.refused |= places.contains(&(placed.file, placed.node));
            }
        }
        refuse(&mut self.models, places);
        refuse(&mut self.providers, places);
        refuse(&mut self.prices, places);
        refuse(&mut self.hardware, places);
        refuse(&mut self.rents, places);
        refuse(&mut self.benchmarks, places);
        refuse(&mut self.groups, places);
        refuse(&mut self.scores, places);
        refuse(&mut self.assumptions, places);
        refuse(&mut self.frameworks, places);
    }

    /// The records that nothing speaks against.
    pub(crate) fn into_records(self) -> Records {
        fn kept<T>(shelf: Vec<Placed<T>>) -> Vec<T> {
            shelf
                .into_iter()
                .filter(|placed| !placed.refused)
                .map(|placed| placed.record)
                .collect()
        }
        Records {
            models: kept(self.models),
            providers: kept(self.providers),
            prices: kept(self.prices),
            hardware: kept(self.hardware),
            rents: kept(self.rents),
            benchmarks: kept(self.benchmarks),
            groups: kept(self.groups),
            scores: kept(self.scores),
            assumptions: kept(self.assumptions),
            frameworks: kept(self.frameworks),
        }
    }
}

/// A plain text as it stands in the file, without its quotation marks.
pub(crate) fn written_text<'a>(tree: &Tree<'a>, node: NodeId, key: &str) -> Option<&'a str> {
    tree.source(tree.child(node, key)?)
        .strip_prefix('"')?
        .strip_suffix('"')
}

/// `file:line:column`.
pub(crate) fn at(path: &str, place: Place) -> String {
    format!("{path}:{}:{}", place.line, place.column)
}
