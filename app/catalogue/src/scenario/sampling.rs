//! How a scenario is sampled, read and written.

use weighbridge_engine::scenario::{Correlation, Sampling, SamplingMethod};
use weighbridge_engine::uncertainty::correlation;

use super::figures::some_text;
use super::reader::{Keys, Reader};
use super::value::Value;
use super::write::{Writer, grouped, number, quoted};
use crate::faults::FaultKind;

/// Reads how the scenario is sampled; what is left out is as usual.
pub(super) fn read_sampling(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Sampling {
    let mut sampling = Sampling::default();
    let Some((value, path)) = keys.take("sampling") else {
        return sampling;
    };
    let Some(mut keys) = reader.group(value, &path) else {
        return sampling;
    };
    if let Some((value, path)) = keys.take("draws") {
        let (fewest, most) = Sampling::DRAWS;
        let draws = reader.whole(value, &path, fewest.into(), most.into());
        if let Some(Ok(draws)) = draws.map(u32::try_from) {
            sampling.draws = draws;
        }
    }
    if let Some((value, path)) = keys.take("seed")
        && let Some(seed) = reader.whole(value, &path, 0, u64::MAX)
    {
        sampling.seed = seed;
    }
    if let Some((value, path)) = keys.take("method") {
        let methods = SamplingMethod::ALL.map(|method| (method.key(), method));
        if let Some(method) = reader.choice(value, &path, &methods) {
            sampling.method = method;
        }
    }
    if let Some((value, path)) = keys.take("dimensions") {
        sampling.dimensions = read_dimensions(reader, value, &path);
    }
    if let Some((value, path)) = keys.take("correlations") {
        sampling.correlations = read_correlations(reader, value, &path);
    }
    keys.finish(reader);
    sampling
}

/// An id that stood twice would have two dimensions.
fn read_dimensions(reader: &mut Reader<'_>, value: &Value, path: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for (index, item) in reader.list(value, path).iter().enumerate() {
        let here = format!("{path}[{index}]");
        let Some(id) = some_text(reader, item, &here) else {
            continue;
        };
        match ids.iter().position(|known| *known == id) {
            Some(first) => {
                let first = format!("{path}[{first}]");
                reader.fault(item.place, &here, FaultKind::DuplicateId { id, first });
            }
            None => ids.push(id),
        }
    }
    ids
}

/// Pairs that contradict each other are a fault of the list; what is wrong with one pair, or that
/// it stands twice, is a fault of the pair.
fn read_correlations(reader: &mut Reader<'_>, value: &Value, path: &str) -> Vec<Correlation> {
    let mut list: Vec<Correlation> = Vec::new();
    for (index, item) in reader.list(value, path).iter().enumerate() {
        let path = format!("{path}[{index}]");
        let Some(pair) = read_correlation(reader, item, &path) else {
            continue;
        };
        let same = list.iter().find(|known| {
            let known = [&known.first, &known.second];
            known == [&pair.first, &pair.second] || known == [&pair.second, &pair.first]
        });
        let alone: Vec<Correlation> = same.into_iter().chain([&pair]).cloned().collect();
        match correlation::check(&alone) {
            Ok(()) => list.push(pair),
            Err(fault) => reader.fault(item.place, &path, FaultKind::Correlation(fault)),
        }
    }
    if let Err(fault) = correlation::check(&list) {
        reader.fault(value.place, path, FaultKind::Correlation(fault));
    }
    list
}

fn read_correlation(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<Correlation> {
    let mut keys = reader.group(value, path)?;
    let mut id = |reader: &mut Reader<'_>, key: &'static str| {
        let (value, path) = keys.need(reader, key)?;
        some_text(reader, value, &path)
    };
    let (first, second) = (id(reader, "first"), id(reader, "second"));
    let rank = keys.need(reader, "rank");
    let rank = rank.and_then(|(value, path)| reader.number(value, &path));
    keys.finish(reader);
    Some(Correlation {
        first: first?,
        second: second?,
        rank: rank?,
    })
}

impl Writer {
    /// How it is sampled, as far as that is not the usual way.
    pub(super) fn sampling(&mut self, sampling: &Sampling) {
        let usual = Sampling::default();
        if *sampling == usual {
            return;
        }
        self.open("sampling: (");
        if sampling.draws != usual.draws {
            self.key("draws", &grouped(&sampling.draws.to_string()));
        }
        if sampling.seed != usual.seed {
            self.key("seed", &sampling.seed.to_string());
        }
        if sampling.method != usual.method {
            self.text("method", sampling.method.key());
        }
        if !sampling.dimensions.is_empty() {
            self.line("// The dimensions of the Sobol' sequence; only ever append to them.");
            self.open("dimensions: [");
            for id in &sampling.dimensions {
                self.line(&format!("{},", quoted(id)));
            }
            self.close("],");
        }
        if !sampling.correlations.is_empty() {
            self.open("correlations: [");
            for pair in &sampling.correlations {
                let (first, second) = (quoted(&pair.first), quoted(&pair.second));
                let rank = number(pair.rank);
                self.line(&format!(
                    "(first: {first}, second: {second}, rank: {rank}),"
                ));
            }
            self.close("],");
        }
        self.close("),");
    }
}
