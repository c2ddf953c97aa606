//! The arithmetic of cost, written once over [`Number`].
//!
//! Everything here takes figures and gives figures: no origin, no name, no sentence.
//! What draws run through is inlined into one function, which is compiled for the instructions of
//! the processor at hand; not in debug builds, whose stack it would fill.
//! Month `m` runs from 1 to the horizon and is paid at its end; one-off costs fall at the start.

mod api;
mod calendar;
mod cascade;
mod demand;
mod device;
mod ledger;
mod owned;
mod recurring;
mod rented;
mod results;
pub mod serving;

pub use crate::measure::Measure;
pub use calendar::Calendar;
pub use cascade::obstacle;
pub use demand::{Demand, MonthDemand};
pub use ledger::{Book, Ledger, Slot, Totals};
pub use results::{Cost, Measures, OptionFigures, lines_in_use};

use weighbridge_units::Unit;

use crate::number::Number;
use crate::scenario::{DecisionOption, OptionInputs, Plan, PlanInputs, Scenario, ScenarioInputs};
use serving::Replica;

/// The lines of a cost breakdown, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum CostLine {
    /// Tokens bought.
    Usage,
    /// Rent, servers, devices and their maintenance.
    Infrastructure,
    /// Electricity, space and cooling.
    Energy,
    /// People.
    People,
    /// Model updates, security patches, performance work, services.
    Maintenance,
    /// Making the model the client's own.
    Customisation,
    /// Moving in, and moving to a successor.
    Migration,
    /// Fees for the right to use the model.
    Licence,
    /// Checking samples, and tasks nobody solved.
    Verification,
    /// Expected cost of moving out.
    Exit,
}

impl CostLine {
    /// Number of lines.
    pub const COUNT: usize = 10;

    /// Every line.
    pub const ALL: [CostLine; CostLine::COUNT] = [
        CostLine::Usage,
        CostLine::Infrastructure,
        CostLine::Energy,
        CostLine::People,
        CostLine::Maintenance,
        CostLine::Customisation,
        CostLine::Migration,
        CostLine::Licence,
        CostLine::Verification,
        CostLine::Exit,
    ];

    /// The stable key, used in message keys and `--json`.
    pub const fn key(self) -> &'static str {
        match self {
            CostLine::Usage => "usage",
            CostLine::Infrastructure => "infrastructure",
            CostLine::Energy => "energy",
            CostLine::People => "people",
            CostLine::Maintenance => "maintenance",
            CostLine::Customisation => "customisation",
            CostLine::Migration => "migration",
            CostLine::Licence => "licence",
            CostLine::Verification => "verification",
            CostLine::Exit => "exit",
        }
    }
}

/// Money by cost line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lines<V>(pub [V; CostLine::COUNT]);

impl<V: Number> Lines<V> {
    /// No money on any line.
    pub fn zero() -> Lines<V> {
        Lines([V::zero(Unit::USD); CostLine::COUNT])
    }

    /// The amount on a line.
    pub fn get(&self, line: CostLine) -> V {
        self.0[line as usize]
    }

    /// Adds an amount to a line.
    #[inline(always)]
    pub fn add(&mut self, line: CostLine, amount: V) {
        let place = &mut self.0[line as usize];
        *place = *place + amount;
    }

    /// The sum of all lines.
    pub fn sum(&self) -> V {
        let [first, rest @ ..] = self.0;
        rest.into_iter().fold(first, |sum, amount| sum + amount)
    }
}

/// The cash flow of one option and the capacity behind it.
#[derive(Debug, Clone)]
pub struct CashFlow<V> {
    /// What is paid at the start.
    pub start: Lines<V>,
    /// What is paid at the end of each month.
    pub months: Vec<Lines<V>>,
    /// What is paid at each time, and on each line.
    pub totals: Totals<V, true>,
    /// Capacity, where the option has its own.
    pub capacity: Option<Capacity<V>>,
    /// Share of tasks solved, where it is known.
    pub solved_share: Option<V>,
}

/// What stands behind the amounts of an option.
#[derive(Debug, Clone, Copy)]
pub struct Behind<V> {
    /// Capacity, where the option has its own.
    pub capacity: Option<Capacity<V>>,
    /// Share of tasks solved, where it is known.
    pub solved_share: Option<V>,
}

/// What a plan leaves beside the amounts that it writes.
struct Plain<V> {
    capacity: Option<Capacity<V>>,
    /// What running the service for one more month would cost at the end: tokens, rent, or the
    /// energy of machines that are there anyway.
    last_month_running: V,
}

/// The capacity behind a self-hosted option.
#[derive(Debug, Clone, Copy)]
pub struct Capacity<V> {
    /// One replica.
    pub replica: Replica<V>,
    /// Replicas that run in the first month; devices for the on-device option.
    pub first_replicas: V,
    /// Replicas that run in the last month.
    pub last_replicas: V,
    /// Share of paid capacity that does work, over all months.
    pub utilisation: V,
    /// Infrastructure and energy cost as paid, over all months.
    pub reserved_cost: V,
    /// The part of it that pays for hours of work.
    pub used_cost: V,
}

/// What one run of the model knows.
pub struct Run<'a, V> {
    /// The scenario, for its structure and choices.
    pub scenario: &'a Scenario,
    /// Its figures.
    pub inputs: &'a ScenarioInputs<V>,
    /// What is the same for every option.
    pub calendar: Calendar<V>,
}

/// Why an option has no cash flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// A part of the cascade is not among the options.
    MissingPart {
        /// The id that is missing.
        id: String,
    },
    /// A part of the cascade is a cascade.
    NestedCascade {
        /// The id of the inner cascade.
        id: String,
    },
}

impl<'a, V: Number> Run<'a, V> {
    /// A run over a scenario's figures, with the calendar that follows from them.
    pub fn new(scenario: &'a Scenario, inputs: &'a ScenarioInputs<V>) -> Run<'a, V> {
        Run::in_memory_of(Calendar::empty(), scenario, inputs)
    }

    /// Does what [`Run::new`] does, in the memory of an earlier calendar.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn in_memory_of(
        mut calendar: Calendar<V>,
        scenario: &'a Scenario,
        inputs: &'a ScenarioInputs<V>,
    ) -> Run<'a, V> {
        calendar.fill(inputs, usize::from(scenario.question.horizon_months));
        Run {
            scenario,
            inputs,
            calendar,
        }
    }

    /// The cash flow of the option at a place in the scenario.
    ///
    /// # Errors
    /// [`Obstacle`] where a cascade lacks a part.
    pub fn cash_flow(&self, place: usize) -> Result<CashFlow<V>, Obstacle> {
        let mut book = Book::empty(self.horizon());
        let behind = self.write(place, &mut book)?;
        Ok(CashFlow {
            start: book.start,
            months: book.months,
            totals: book.totals,
            capacity: behind.capacity,
            solved_share: behind.solved_share,
        })
    }

    /// Writes the amounts of the option at a place in the scenario into an empty ledger.
    ///
    /// # Errors
    /// [`Obstacle`] where a cascade lacks a part.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn write<L: Ledger<V>>(&self, place: usize, ledger: &mut L) -> Result<Behind<V>, Obstacle> {
        let option = &self.scenario.options[place];
        let inputs = &self.inputs.options[place];
        let cascade = match (&option.plan, &inputs.plan) {
            (Plan::Cascade(structure), PlanInputs::Cascade { cascade }) => {
                Some(self.cascade(structure, cascade)?)
            }
            _ => None,
        };
        let parts = match &cascade {
            Some(cascade) => cascade.parts,
            None => [
                Some(Part {
                    place,
                    multiple: None,
                }),
                None,
            ],
        };
        let mut capacity = None;
        let mut running = V::zero(Unit::USD);
        // A cascade's parts are written where other plans are, so that the code is there once.
        for (order, part) in parts.iter().flatten().enumerate() {
            let inputs = &self.inputs.options[part.place];
            let plain = self.plain(
                &self.scenario.options[part.place],
                inputs,
                part.multiple,
                ledger,
            );
            self.write_standing_costs(ledger, inputs, plain.last_month_running);
            running = running + plain.last_month_running;
            if order == 0 {
                capacity = plain.capacity;
            }
        }
        let mut solved_share = None;
        if let Some(cascade) = cascade {
            solved_share = self.write_checking(ledger, &cascade);
            self.write_standing_costs(ledger, inputs, running);
        }
        if solved_share.is_none() && option.quality.solved_share.value > 0.0 {
            solved_share = Some(inputs.quality.solved_share);
        }
        Ok(Behind {
            capacity,
            solved_share,
        })
    }

    /// Writes what the plan alone costs, for a multiple of the demand.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn plain<L: Ledger<V>>(
        &self,
        option: &DecisionOption,
        inputs: &OptionInputs<V>,
        multiple: Option<V>,
        ledger: &mut L,
    ) -> Plain<V> {
        // In one place for the three plans that have one: it is the longest of all formulas.
        let hosted = match (&option.plan, &inputs.plan) {
            (Plan::RentedGpu(plan), PlanInputs::Rented { serving, .. }) => {
                Some((&plan.hosting, serving))
            }
            (Plan::OnPremises(plan), PlanInputs::Owned { serving, .. }) => {
                Some((&plan.hosting, serving))
            }
            (Plan::OnDevice(plan), PlanInputs::Device { serving, .. }) => {
                Some((&plan.hosting, serving))
            }
            _ => None,
        };
        let replica =
            hosted.map(|(hosting, serving)| Replica::of(hosting, serving, &self.inputs.workload));
        match (&option.plan, &inputs.plan, replica) {
            (
                Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api),
                PlanInputs::Api {
                    token_plan,
                    tiers,
                    volume_discounts,
                    successor,
                    speed: _,
                },
                _,
            ) => {
                let prices = api::Prices {
                    token_plan,
                    tiers,
                    volume_discounts,
                    successor,
                };
                self.write_tokens(api, &prices, multiple, ledger)
            }
            (Plan::RentedGpu(plan), PlanInputs::Rented { serving, rented }, Some(replica)) => {
                self.write_rent(plan, &replica, serving, rented, multiple, ledger)
            }
            (Plan::OnPremises(plan), PlanInputs::Owned { serving, owned }, Some(replica)) => {
                self.write_servers(plan, &replica, serving, owned, multiple, ledger)
            }
            (Plan::OnDevice(plan), PlanInputs::Device { device, .. }, Some(replica)) => {
                self.write_devices(plan, &replica, device, multiple, ledger)
            }
            _ => Plain {
                capacity: None,
                last_month_running: V::zero(Unit::USD),
            },
        }
    }

    #[inline(always)]
    fn horizon(&self) -> usize {
        usize::from(self.scenario.question.horizon_months)
    }
}

/// A plan for a multiple of the demand, or for all of it.
#[derive(Clone, Copy)]
struct Part<V> {
    place: usize,
    multiple: Option<V>,
}

/// The number of the month at a place: months are counted from 1 where they are shown.
#[inline(always)]
fn month_number(index: usize) -> u16 {
    (index + 1) as u16
}

/// Months counted from 1, with their index.
#[inline(always)]
fn months(horizon: usize) -> impl ExactSizeIterator<Item = (usize, u16)> {
    (0..horizon).map(|index| (index, month_number(index)))
}

/// One month, by which rates a month become amounts.
#[inline(always)]
fn one_month<V: Number>() -> V {
    V::literal(1.0, Unit::MONTHS)
}

/// A quantity for a multiple of the demand, or for all of it.
#[inline(always)]
fn times<V: Number>(quantity: V, multiple: Option<V>) -> V {
    match multiple {
        Some(multiple) => quantity * multiple,
        None => quantity,
    }
}

/// The factor by which something that changes by `change` a year changes in a month.
#[inline(always)]
fn monthly_factor<V: Number>(change_per_year: V) -> V {
    let change = change_per_year * V::literal(1.0, Unit::YEARS);
    (V::one() + change).power(V::literal(1.0 / 12.0, Unit::NONE))
}
