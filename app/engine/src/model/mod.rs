//! The arithmetic of cost, written once over [`Number`].
//!
//! Everything here takes figures and gives figures: no origin, no name, no sentence.
//! Month `m` runs from 1 to the horizon and is paid at its end; one-off costs fall at the start.

mod api;
mod cascade;
mod demand;
mod device;
mod ledger;
mod owned;
mod recurring;
mod rented;
mod results;
pub mod serving;

pub use demand::{Demand, MonthDemand};
pub use ledger::{Columns, Ledger};
pub use results::{Costs, Measure, OptionFigures, lines_in_use};

use weighbridge_units::Unit;

use crate::number::Number;
use crate::scenario::{DecisionOption, OptionInputs, Plan, PlanInputs, Scenario, ScenarioInputs};
use serving::{Replica, ServingModel};

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
    pub fn add(&mut self, line: CostLine, amount: V) {
        let place = &mut self.0[line as usize];
        *place = *place + amount;
    }

    /// The sum of all lines.
    pub fn sum(&self) -> V {
        let [first, rest @ ..] = self.0;
        rest.into_iter().fold(first, |sum, amount| sum + amount)
    }

    fn add_all(&mut self, other: &Lines<V>) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine = *mine + theirs;
        }
    }
}

/// The cash flow of one option and the capacity behind it.
#[derive(Debug, Clone)]
pub struct CashFlow<V, L = Vec<Lines<V>>> {
    /// What is paid at the start.
    pub start: Lines<V>,
    /// What is paid at the end of each month.
    pub months: L,
    /// Capacity, where the option has its own.
    pub capacity: Option<Capacity<V>>,
    /// Share of tasks solved, where it is known.
    pub solved_share: Option<V>,
    /// What running the service for one more month would cost at the end: tokens, rent, or the
    /// energy of machines that are there anyway.
    pub last_month_running: V,
}

impl<V: Number, L: Ledger<V>> CashFlow<V, L> {
    fn empty(horizon: usize) -> CashFlow<V, L> {
        CashFlow {
            start: Lines::zero(),
            months: L::empty(horizon),
            capacity: None,
            solved_share: None,
            last_month_running: V::zero(Unit::USD),
        }
    }

    fn last_month(&self, line: CostLine) -> V {
        match self.months.horizon().checked_sub(1) {
            Some(last) => self.months.get(last, line),
            None => V::zero(Unit::USD),
        }
    }

    fn add_flow(&mut self, other: &CashFlow<V, L>) {
        self.start.add_all(&other.start);
        self.months.add_all(&other.months);
        self.last_month_running = self.last_month_running + other.last_month_running;
    }
}

/// The capacity behind a self-hosted option.
#[derive(Debug, Clone)]
pub struct Capacity<V> {
    /// One replica.
    pub replica: Replica<V>,
    /// Replicas that run in each month; devices for the on-device option.
    pub replicas: Vec<V>,
    /// Share of paid capacity that does work, over all months.
    pub utilisation: V,
    /// Infrastructure and energy cost as paid, over all months.
    pub reserved_cost: V,
    /// The part of it that pays for hours of work.
    pub used_cost: V,
}

/// What one run of the model knows.
pub struct Run<'a, V, S> {
    /// The scenario, for its structure and choices.
    pub scenario: &'a Scenario,
    /// Its figures.
    pub inputs: &'a ScenarioInputs<V>,
    /// Says what one replica can do.
    pub serving: &'a S,
    /// Requests and tokens by month.
    pub demand: Demand<V>,
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

impl<'a, V: Number, S: ServingModel> Run<'a, V, S> {
    /// A run over a scenario's figures, with the demand that follows from them.
    pub fn new(
        scenario: &'a Scenario,
        inputs: &'a ScenarioInputs<V>,
        serving: &'a S,
    ) -> Run<'a, V, S> {
        let horizon = usize::from(scenario.question.horizon_months);
        Run {
            scenario,
            inputs,
            serving,
            demand: Demand::of(&inputs.workload, horizon),
        }
    }

    /// The cash flow of the option at a place in the scenario.
    ///
    /// # Errors
    /// [`Obstacle`] where a cascade lacks a part.
    pub fn cash_flow<L: Ledger<V>>(&self, place: usize) -> Result<CashFlow<V, L>, Obstacle> {
        let option = &self.scenario.options[place];
        let inputs = &self.inputs.options[place];
        let mut flow = match (&option.plan, &inputs.plan) {
            (Plan::Cascade(structure), PlanInputs::Cascade { cascade }) => {
                self.cascade_flow(structure, cascade)?
            }
            _ => self.plain_flow(option, inputs, V::one()),
        };
        if flow.solved_share.is_none() && option.quality.solved_share.value > 0.0 {
            flow.solved_share = Some(inputs.quality.solved_share);
        }
        self.add_standing_costs(&mut flow, inputs);
        Ok(flow)
    }

    /// Cash flow of the plan alone, for a multiple of the demand.
    fn plain_flow<L: Ledger<V>>(
        &self,
        option: &DecisionOption,
        inputs: &OptionInputs<V>,
        multiple: V,
    ) -> CashFlow<V, L> {
        match (&option.plan, &inputs.plan) {
            (
                Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api),
                PlanInputs::Api {
                    token_plan,
                    tiers,
                    volume_discounts,
                    successor,
                },
            ) => {
                let prices = api::Prices {
                    token_plan,
                    tiers,
                    volume_discounts,
                    successor,
                };
                self.api_flow(api, &prices, multiple)
            }
            (Plan::RentedGpu(plan), PlanInputs::Rented { serving, rented }) => {
                self.rented_flow(plan, serving, rented, multiple)
            }
            (Plan::OnPremises(plan), PlanInputs::Owned { serving, owned }) => {
                self.owned_flow(plan, serving, owned, multiple)
            }
            (Plan::OnDevice(plan), PlanInputs::Device { serving, device }) => {
                self.device_flow(plan, serving, device, multiple)
            }
            _ => CashFlow::empty(self.horizon()),
        }
    }

    fn horizon(&self) -> usize {
        usize::from(self.scenario.question.horizon_months)
    }
}

/// Months counted from 1, with their index.
fn months(horizon: usize) -> impl Iterator<Item = (usize, u16)> {
    (0..horizon).map(|index| (index, u16::try_from(index + 1).unwrap_or(u16::MAX)))
}

/// One month, by which rates a month become amounts.
fn one_month<V: Number>() -> V {
    V::literal(1.0, Unit::MONTHS)
}

/// The factor by which something that changes by `change` a year changes in a month.
fn monthly_factor<V: Number>(change_per_year: V) -> V {
    let change = change_per_year * V::literal(1.0, Unit::YEARS);
    (V::one() + change).power(V::literal(1.0 / 12.0, Unit::NONE))
}
