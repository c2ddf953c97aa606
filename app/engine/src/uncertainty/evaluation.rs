//! Every option on every draw, eight draws at a time and on several threads.
//!
//! Only what is asked for is computed and kept.
//! The bits depend neither on the number of threads nor on the processor.

use std::mem;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::slice::ChunksMut;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use weighbridge_processor::{Instructions, Work, run};

use super::draws::Draws;
use super::option_sample::OptionSample;
use super::ranges::Cell;
use crate::model::{Calendar, CostLine, Measure, Run, Totals, obstacle};
use crate::number::{Lanes, WIDTH};
use crate::scenario::{CellPlace, Plan, Scenario, ScenarioInputs};

/// Draws that a thread takes at a time, at least: some hundredths of a millisecond of work, so that
/// threads end together and a run that nobody needs any more ends soon.
const LEAST_SHARE: usize = 2 * GATHERED;

/// Draws whose costs by month are gathered before they are written into their columns: a column
/// is far from the next, and eight numbers at a time are too few for memory to keep up with.
const GATHERED: usize = 8 * WIDTH;

/// Shares in which draws are handed out, at most.
const MOST_SHARES: usize = 128;

/// What is kept of each option beside its net present value and whether it fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Keep<'a> {
    /// The undiscounted cost up to the end of each month.
    pub cumulative: bool,
    /// Figures, each as a column.
    pub measures: &'a [Measure],
    /// Cost lines over the whole horizon, each as a column.
    pub lines: &'a [CostLine],
}

/// How draws are evaluated.
#[derive(Clone, Copy)]
pub struct Evaluation<'a> {
    /// Threads that evaluate; the result does not depend on it.
    pub threads: NonZero<usize>,
    /// What is kept.
    pub keep: Keep<'a>,
    /// The instructions to use; the result does not depend on them.
    pub instructions: Instructions,
    /// Asked now and then whether anybody still wants the result.
    pub go_on: &'a (dyn Fn() -> bool + Sync),
}

impl Evaluation<'_> {
    /// An evaluation to its end on so many threads that keeps no more than it must.
    pub fn on(threads: NonZero<usize>) -> Evaluation<'static> {
        Evaluation {
            threads,
            keep: Keep::default(),
            instructions: Instructions::widest(),
            go_on: &|| true,
        }
    }
}

/// Evaluates every option of the scenario that was drawn for on every draw, and keeps the cost up
/// to each month.
pub fn evaluate_draws(
    scenario: &Scenario,
    draws: &Draws,
    threads: NonZero<usize>,
) -> Vec<OptionSample> {
    let mut options = Vec::new();
    evaluate_draws_into(scenario, draws, threads, &mut options);
    options
}

/// Does what [`evaluate_draws`] does, in the memory of an earlier sample: asking the system for
/// memory takes longer than the arithmetic.
pub fn evaluate_draws_into(
    scenario: &Scenario,
    draws: &Draws,
    threads: NonZero<usize>,
    options: &mut Vec<OptionSample>,
) {
    let mut how = Evaluation::on(threads);
    how.keep.cumulative = true;
    // Nobody stops it.
    let _ = evaluate_draws_with(scenario, draws, &how, options);
}

/// Evaluates every option of the scenario that was drawn for on every draw, in the memory of an
/// earlier sample.
///
/// After a break the options hold a part of the result, of no use but for its memory.
pub fn evaluate_draws_with(
    scenario: &Scenario,
    draws: &Draws,
    how: &Evaluation<'_>,
    options: &mut Vec<OptionSample>,
) -> ControlFlow<()> {
    let columns = columns(scenario, how.keep);
    shape(scenario, draws.count, &columns, options);
    let share = draws.count.div_ceil(MOST_SHARES).next_multiple_of(GATHERED);
    let shares = shares(options, draws.count, share.max(LEAST_SHARE));
    let threads = how.threads.get().min(shares.len());
    let drawn = drawn(draws);
    let common = Common {
        scenario,
        draws,
        fixed_rates: !drawn.iter().any(|(place, _)| place.is_finance()),
        drawn: &drawn,
        columns: &columns,
        keep: how.keep,
        shares: Mutex::new(shares.into_iter()),
        stopped: AtomicBool::new(false),
        go_on: how.go_on,
    };
    std::thread::scope(|scope| {
        let work = || run(how.instructions, Worker(&common));
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    let stopped = common.stopped.load(Ordering::Relaxed);
    drop(common);
    if stopped {
        return ControlFlow::Break(());
    }
    spread_misfits(scenario, options);
    ControlFlow::Continue(())
}

/// What is kept of one option.
struct Columns<'a> {
    /// Whether it has costs at all.
    costed: bool,
    /// Months at whose end cost is kept, the start among them.
    months: usize,
    /// The figures, each with whether the option has it.
    measures: Vec<(&'a Measure, bool)>,
    lines: &'a [CostLine],
}

fn columns<'a>(scenario: &Scenario, keep: Keep<'a>) -> Vec<Columns<'a>> {
    // Which figures an option has is a matter of its choices, not of a draw.
    let base = match keep.measures {
        [] => Vec::new(),
        _ => crate::evaluate::run(scenario, &scenario.values()),
    };
    let has = |place: usize, measure| match base.get(place) {
        Some(Ok(figures)) => figures.get(measure).is_some(),
        _ => false,
    };
    let options = scenario.options.iter().enumerate();
    options
        .map(|(place, option)| Columns {
            costed: obstacle(scenario, &option.plan).is_none(),
            months: match keep.cumulative {
                true => usize::from(scenario.question.horizon_months) + 1,
                false => 0,
            },
            measures: keep
                .measures
                .iter()
                .map(|measure| (measure, has(place, *measure)))
                .collect(),
            lines: keep.lines,
        })
        .collect()
}

/// The cells that differ from draw to draw, each with the column that holds its values.
fn drawn(draws: &Draws) -> Vec<(CellPlace, &[f64])> {
    let mut list = Vec::new();
    draws.cells.each_place(&mut |place, cell| {
        if let Cell::Drawn(column) = *cell {
            list.push((place, draws.values[column].as_slice()));
        }
    });
    list
}

/// Gives a list of options the shape of a sample, in the memory that it has.
fn shape(
    scenario: &Scenario,
    count: usize,
    columns: &[Columns<'_>],
    options: &mut Vec<OptionSample>,
) {
    options.truncate(scenario.options.len());
    for (place, (option, columns)) in scenario.options.iter().zip(columns).enumerate() {
        if options.len() == place {
            options.push(OptionSample {
                id: option.id.clone(),
                npv_usd: Vec::new(),
                cumulative_usd: Vec::new(),
                fits: Vec::new(),
                measures: Vec::new(),
                lines: Vec::new(),
            });
        }
        let sample = &mut options[place];
        sample.id.clone_from(&option.id);
        let costed = if columns.costed { count } else { 0 };
        resize(&mut sample.npv_usd, costed);
        sample.cumulative_usd.resize_with(columns.months, Vec::new);
        for month in &mut sample.cumulative_usd {
            resize(month, costed);
        }
        sample.fits.clear();
        sample.fits.resize(count, true);
        let measures = columns.measures.iter();
        let measures = measures.map(|(measure, has)| (**measure, if *has { count } else { 0 }));
        shape_list(&mut sample.measures, measures);
        let lines = columns.lines.iter().map(|line| (*line, costed));
        shape_list(&mut sample.lines, lines);
    }
}

/// Gives a list of columns the keys and lengths that are asked for.
fn shape_list<K>(list: &mut Vec<(K, Vec<f64>)>, wanted: impl ExactSizeIterator<Item = (K, usize)>) {
    list.truncate(wanted.len());
    for (place, (key, count)) in wanted.enumerate() {
        match list.get_mut(place) {
            Some((kept, column)) => {
                *kept = key;
                resize(column, count);
            }
            None => list.push((key, vec![0.0; count])),
        }
    }
}

/// Memory fresh from the system is nought already, which filling it would not know.
fn resize(column: &mut Vec<f64>, count: usize) {
    if column.capacity() < count {
        *column = vec![0.0; count];
    } else {
        column.resize(count, 0.0);
    }
}

/// Some of the draws, for every option.
struct Share<'a> {
    first: usize,
    count: usize,
    options: Vec<Part<'a>>,
}

/// One option in some of the draws.
struct Part<'a> {
    npv_usd: &'a mut [f64],
    cumulative_usd: Vec<&'a mut [f64]>,
    fits: &'a mut [bool],
    measures: Vec<&'a mut [f64]>,
    lines: Vec<&'a mut [f64]>,
}

/// The columns of all options in shares of so many draws.
fn shares(options: &mut [OptionSample], count: usize, share: usize) -> Vec<Share<'_>> {
    let mut shares: Vec<Share<'_>> = (0..count)
        .step_by(share)
        .map(|first| Share {
            first,
            count: share.min(count - first),
            options: Vec::with_capacity(options.len()),
        })
        .collect();
    for option in options {
        let mut npv_usd = option.npv_usd.chunks_mut(share);
        let mut fits = option.fits.chunks_mut(share);
        let mut months: Vec<_> = in_shares(option.cumulative_usd.iter_mut(), share);
        let measures = option.measures.iter_mut().map(|(_, column)| column);
        let mut measures = in_shares(measures, share);
        let mut lines = in_shares(option.lines.iter_mut().map(|(_, column)| column), share);
        // Columns that the option lacks are empty in every share.
        for share in &mut shares {
            share.options.push(Part {
                npv_usd: npv_usd.next().unwrap_or_default(),
                cumulative_usd: next_of(&mut months),
                fits: fits.next().unwrap_or_default(),
                measures: next_of(&mut measures),
                lines: next_of(&mut lines),
            });
        }
    }
    shares
}

fn in_shares<'a>(
    columns: impl Iterator<Item = &'a mut Vec<f64>>,
    share: usize,
) -> Vec<ChunksMut<'a, f64>> {
    columns.map(|column| column.chunks_mut(share)).collect()
}

fn next_of<'a>(columns: &mut [ChunksMut<'a, f64>]) -> Vec<&'a mut [f64]> {
    let next = |column: &mut ChunksMut<'a, f64>| column.next().unwrap_or_default();
    columns.iter_mut().map(next).collect()
}

/// What the threads have in common.
struct Common<'a> {
    scenario: &'a Scenario,
    draws: &'a Draws,
    drawn: &'a [(CellPlace, &'a [f64])],
    columns: &'a [Columns<'a>],
    /// Whether no rate that holds for every option is drawn.
    fixed_rates: bool,
    keep: Keep<'a>,
    shares: Mutex<std::vec::IntoIter<Share<'a>>>,
    stopped: AtomicBool,
    go_on: &'a (dyn Fn() -> bool + Sync),
}

impl<'a> Common<'a> {
    /// The next share to do, while there is one and anybody wants the result.
    fn next(&self) -> Option<Share<'a>> {
        if !(self.go_on)() {
            self.stopped.store(true, Ordering::Relaxed);
        }
        if self.stopped.load(Ordering::Relaxed) {
            return None;
        }
        let mut shares = self.shares.lock().unwrap_or_else(PoisonError::into_inner);
        shares.next()
    }
}

/// The work of one thread: shares of the draws while there are any.
struct Worker<'a, 'b>(&'b Common<'a>);

impl Work for Worker<'_, '_> {
    type Output = ();

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn run<const ROUNDS: bool>(self) {
        let keep = self.0.keep;
        match keep == Keep::default() {
            true => Desk::<ROUNDS, false>::of(self.0).work(),
            false => Desk::<ROUNDS, true>::of(self.0).work(),
        }
    }
}

/// What a thread works with. `DETAILED` where anything is to be kept.
struct Desk<'a, 'b, const ROUNDS: bool, const DETAILED: bool> {
    common: &'b Common<'a>,
    inputs: ScenarioInputs<Lanes<ROUNDS>>,
    calendar: Calendar<Lanes<ROUNDS>>,
    paid: Totals<Lanes<ROUNDS>, DETAILED>,
    /// Costs by option, month and draw that wait for their columns.
    gathered: Vec<f64>,
}

impl<'a, 'b, const ROUNDS: bool, const DETAILED: bool> Desk<'a, 'b, ROUNDS, DETAILED> {
    fn of(common: &'b Common<'a>) -> Self {
        Desk {
            common,
            inputs: common.draws.cells.map(&mut |cell| match *cell {
                Cell::Fixed(value) => Lanes::all(value),
                Cell::Drawn(_) => Lanes::all(0.0),
            }),
            calendar: Calendar::empty(),
            paid: Totals::empty(usize::from(common.scenario.question.horizon_months)),
            gathered: vec![
                0.0;
                common.columns.iter().map(|of| of.months).sum::<usize>() * GATHERED
            ],
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn work(mut self) {
        while let Some(mut share) = self.common.next() {
            for from in (0..share.count).step_by(WIDTH) {
                self.block(&mut share, from);
                let end = (from + WIDTH).min(share.count);
                if end % GATHERED == 0 || end == share.count {
                    self.write_months(&mut share, from / GATHERED * GATHERED, end);
                }
            }
        }
    }

    /// Eight draws of a share, from one of them on.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn block(&mut self, share: &mut Share<'_>, from: usize) {
        let common = self.common;
        for (place, column) in common.drawn {
            if let Some(cell) = self.inputs.cell_mut(*place) {
                *cell = eight(column, share.first + from);
            }
        }
        let calendar = mem::replace(&mut self.calendar, Calendar::empty());
        let run = Run::in_memory_of(calendar, common.scenario, &self.inputs);
        let requests = match DETAILED {
            true => run.calendar.demand.total_requests(),
            false => Lanes::all(0.0),
        };
        let mut gathered = self.gathered.as_mut_slice();
        for (place, part) in share.options.iter_mut().enumerate() {
            let months = common.columns[place].months;
            let (rows, later) = mem::take(&mut gathered).split_at_mut(months * GATHERED);
            gathered = later;
            if !common.columns[place].costed {
                continue;
            }
            self.paid.clear();
            let Ok(behind) = run.write(place, &mut self.paid) else {
                continue;
            };
            put(part.npv_usd, &run.present(&self.paid), from);
            if let Some(capacity) = &behind.capacity {
                let room = capacity.replica.sequences_that_fit;
                put_fits(&mut part.fits[from..], &room);
            }
            if DETAILED {
                let cost = match rows.split_at_mut_checked(GATHERED) {
                    None => run.cost(&self.paid, |_, _| ()),
                    Some((start, rows)) => {
                        put(start, &self.paid.start(), from % GATHERED);
                        run.cost(&self.paid, |month, total| {
                            put(rows, &total, month * GATHERED + from % GATHERED);
                        })
                    }
                };
                if !common.keep.measures.is_empty() {
                    let measures = run.measures(place, &cost, &behind, requests);
                    for (column, measure) in part.measures.iter_mut().zip(common.keep.measures) {
                        if let Some(value) = &measures[*measure as usize] {
                            put(column, value, from);
                        }
                    }
                }
                for (column, line) in part.lines.iter_mut().zip(common.keep.lines) {
                    put(column, &self.paid.lines().get(*line), from);
                }
            }
        }
        self.calendar = run.calendar;
        // Rates that no draw changes discount the next draws as they did these.
        self.calendar.discount_stands = common.fixed_rates;
    }
}

impl<const ROUNDS: bool, const DETAILED: bool> Desk<'_, '_, ROUNDS, DETAILED> {
    /// Writes gathered costs, those of the draws from one to another, into their columns.
    fn write_months(&mut self, share: &mut Share<'_>, from: usize, end: usize) {
        let mut rows = self.gathered.chunks_exact(GATHERED);
        for (part, columns) in share.options.iter_mut().zip(self.common.columns) {
            let columns = part.cumulative_usd.iter_mut().take(columns.months);
            for (column, row) in columns.zip(&mut rows) {
                // The columns of an option without cost are empty.
                if let Some(place) = column.get_mut(from..end) {
                    place.copy_from_slice(&row[..end - from]);
                }
            }
        }
    }
}

/// Eight draws of a column; beyond its end the last is repeated, and what comes of it is dropped.
#[inline(always)]
fn eight<const ROUNDS: bool>(column: &[f64], start: usize) -> Lanes<ROUNDS> {
    match column.get(start..).and_then(|rest| rest.first_chunk()) {
        Some(lanes) => Lanes(*lanes),
        None => eight_of_rest(column, start),
    }
}

#[cold]
#[inline(never)]
fn eight_of_rest<const ROUNDS: bool>(column: &[f64], start: usize) -> Lanes<ROUNDS> {
    Lanes(std::array::from_fn(|lane| {
        column[(start + lane).min(column.len() - 1)]
    }))
}

/// Writes eight draws into a column; lanes beyond its end are dropped.
#[inline(always)]
fn put<const ROUNDS: bool>(column: &mut [f64], lanes: &Lanes<ROUNDS>, from: usize) {
    match column.get_mut(from..from + WIDTH) {
        Some(whole) => whole.copy_from_slice(&lanes.0),
        None => put_rest(&mut column[from..], &lanes.0),
    }
}

/// Apart from [`put`], because the compiler would take the lanes apart for it in every loop.
#[cold]
#[inline(never)]
fn put_rest(rest: &mut [f64], lanes: &[f64; WIDTH]) {
    rest.copy_from_slice(&lanes[..rest.len()]);
}

/// Writes in which of eight draws anything fits.
#[inline(always)]
fn put_fits<const ROUNDS: bool>(rest: &mut [bool], room: &Lanes<ROUNDS>) {
    let fits = room.0.map(|sequences| sequences >= 1.0);
    let count = rest.len().min(WIDTH);
    rest[..count].copy_from_slice(&fits[..count]);
}

/// A cascade fits only in the draws in which both its parts do.
fn spread_misfits(scenario: &Scenario, options: &mut [OptionSample]) {
    for (place, option) in scenario.options.iter().enumerate() {
        if let Plan::Cascade(cascade) = &option.plan {
            let parts = [Some(&cascade.small), cascade.large.as_ref()];
            for part in parts.into_iter().flatten() {
                let Some(part) = scenario.position(part) else {
                    continue;
                };
                let of_part = options[part].fits.clone();
                for (fits, part) in options[place].fits.iter_mut().zip(of_part) {
                    *fits &= part;
                }
            }
        }
    }
}
