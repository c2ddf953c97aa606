//! From a cash flow to the figures a client reads.

use weighbridge_units::Unit;

use super::{Behind, CashFlow, CostLine, Lines, Obstacle, Run, Totals, months};
use crate::figure::Figure;
use crate::measure::Measure;
use crate::number::Number;
use crate::scenario::{Plan, PlanInputs};
use crate::term::Term;

/// The figures of one option.
///
/// A figure is missing where the option or the workload has nothing to base it on.
#[derive(Debug, Clone)]
pub struct OptionFigures<V> {
    /// The cash flow.
    pub flow: CashFlow<V>,
    /// Undiscounted amounts by line over the whole horizon.
    pub lines: Lines<V>,
    /// Undiscounted cost from the start to the end of each month; the first entry is the start.
    pub cumulative: Vec<V>,
    measures: Measures<V>,
}

impl<V: Copy> OptionFigures<V> {
    /// One figure.
    pub fn get(&self, measure: Measure) -> Option<V> {
        self.measures[measure as usize]
    }
}

/// The figures of an option by measure, in the order of [`Measure::ALL`].
pub type Measures<V> = [Option<V>; Measure::COUNT];

/// What an option costs in all.
#[derive(Debug, Clone, Copy)]
pub struct Cost<V> {
    /// What is paid at the start.
    pub start: V,
    /// What the first month costs.
    pub first_month: V,
    /// Net present value.
    pub present: V,
    /// Undiscounted total.
    pub total: V,
}

impl<V: Number> Run<'_, V> {
    /// The figures of the option at a place in the scenario.
    ///
    /// # Errors
    /// [`Obstacle`] where a cascade lacks a part.
    pub fn figures(&self, place: usize) -> Result<OptionFigures<V>, Obstacle> {
        let flow = self.cash_flow(place)?;
        let lines = *flow.totals.lines();
        let mut cumulative = Vec::with_capacity(flow.months.len() + 1);
        cumulative.push(flow.totals.start());
        let cost = self.cost(&flow.totals, |_, total| cumulative.push(total));
        let behind = Behind {
            capacity: flow.capacity,
            solved_share: flow.solved_share,
        };
        let measures = self.measures(place, &cost, &behind, self.calendar.demand.total_requests());
        Ok(OptionFigures {
            flow,
            lines,
            cumulative,
            measures,
        })
    }

    /// Net present value of what an option pays.
    #[inline(always)]
    pub fn present<const DETAILED: bool>(&self, paid: &Totals<V, DETAILED>) -> V {
        paid.present(self.calendar.annuity)
            .named(Term::NetPresentValue)
    }

    /// What an option costs in all, from detailed totals; `each` is told the place of a month,
    /// counted from 0, and the undiscounted cost from the start to its end.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn cost<const DETAILED: bool>(
        &self,
        paid: &Totals<V, DETAILED>,
        mut each: impl FnMut(usize, V),
    ) -> Cost<V> {
        let start = paid.start();
        let mut total = start;
        let mut first_month = V::zero(Unit::USD);
        for ((index, month), cost) in months(self.horizon()).zip(paid.months()) {
            let cost = cost.named_in(Term::MonthCost, month);
            total = total + cost;
            if index == 0 {
                first_month = cost;
            }
            each(index, total);
        }
        Cost {
            start,
            first_month,
            present: self.present(paid),
            total: total.named(Term::TotalCost),
        }
    }

    /// All figures that follow from the cost of the option at a place and what stands behind it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn measures(
        &self,
        place: usize,
        cost: &Cost<V>,
        behind: &Behind<V>,
        requests: V,
    ) -> Measures<V> {
        let horizon = self.horizon();
        let mut measures = [None; Measure::COUNT];
        let mut set = |measure: Measure, value: V| measures[measure as usize] = Some(value);
        let total = cost.total;
        set(Measure::NetPresentValue, cost.present);
        set(Measure::Total, total);
        set(Measure::Start, cost.start);
        set(Measure::FirstMonth, cost.first_month);
        let annual = self.inputs.finance.discount_rate_per_year * V::literal(1.0, Unit::YEARS);
        set(
            Measure::EquivalentAnnualCost,
            equivalent_annual(cost.present, V::one() + annual, annual, horizon),
        );

        let month_count = V::literal(horizon as f64, Unit::MONTHS);
        set(
            Measure::AverageMonthlyCost,
            (total / month_count).named(Term::AverageMonthlyCost),
        );

        let workload = &self.inputs.workload;
        let tokens =
            requests * (workload.input_tokens_per_request + workload.output_tokens_per_request);
        let million = V::literal(1e6, Unit::TOKENS / Unit::MILLION_TOKENS);
        set(
            Measure::PerMillionTokens,
            (total / tokens * million).named(Term::CostPerMillionTokens),
        );
        set(
            Measure::PerRequest,
            (total / requests).named(Term::CostPerRequest),
        );
        let user_months = workload.users * month_count;
        set(
            Measure::PerUserMonth,
            (total / user_months).named(Term::CostPerUserMonth),
        );
        let tasks = requests / workload.requests_per_task;
        set(Measure::PerTask, (total / tasks).named(Term::CostPerTask));
        if let Some(solved) = behind.solved_share {
            set(Measure::SolvedShare, solved);
            set(
                Measure::PerSolvedTask,
                (total / (tasks * solved)).named(Term::CostPerSolvedTask),
            );
        }
        if let Some(capacity) = &behind.capacity {
            let gigabyte = |bytes: V, unit: Unit| bytes / V::literal(1e9, unit / Unit::GIGABYTES);
            let replica = &capacity.replica;
            set(Measure::ReplicasFirstMonth, capacity.first_replicas);
            set(Measure::ReplicasLastMonth, capacity.last_replicas);
            set(Measure::Utilisation, capacity.utilisation);
            set(
                Measure::ReservedInfrastructure,
                capacity.reserved_cost / month_count,
            );
            set(
                Measure::UsedInfrastructure,
                capacity.used_cost / month_count,
            );
            set(
                Measure::WeightGigabytes,
                gigabyte(replica.weight_bytes, Unit::BYTES),
            );
            set(
                Measure::CacheGigabytesPerSequence,
                gigabyte(replica.cache_bytes_per_sequence, Unit::BYTES),
            );
            set(
                Measure::MemoryGigabytes,
                gigabyte(replica.memory_bytes, Unit::BYTES),
            );
            set(Measure::SequencesThatFit, replica.sequences_that_fit);
            set(Measure::BatchSize, replica.batch_size);
            set(Measure::TokensPerSecond, replica.tokens_per_second);
            set(
                Measure::TimeToFirstToken,
                replica.time_to_first_token_seconds,
            );
            set(
                Measure::TimePerOutputToken,
                replica.time_per_output_token_seconds,
            );
        }
        if let Some((first_token, tokens_per_second)) = self.interface_speed(place) {
            if let Some(seconds) = first_token {
                set(Measure::TimeToFirstToken, seconds);
            }
            if let Some(speed) = tokens_per_second {
                let token = V::literal(1.0, Unit::TOKENS);
                set(Measure::TimePerOutputToken, token / speed);
            }
        }
        measures
    }

    /// Seconds to the first token and tokens a second of an interface, as far as they are known.
    #[inline(always)]
    fn interface_speed(&self, place: usize) -> Option<(Option<V>, Option<V>)> {
        let (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api), PlanInputs::Api { speed, .. }) = (
            &self.scenario.options[place].plan,
            &self.inputs.options[place].plan,
        ) else {
            return None;
        };
        let known = |figure: &Figure, value: V| (figure.value > 0.0).then_some(value);
        Some((
            known(
                &api.speed.time_to_first_token_seconds,
                speed.time_to_first_token_seconds,
            ),
            known(&api.speed.tokens_per_second, speed.tokens_per_second),
        ))
    }
}

/// The even yearly amount, paid monthly in arrears at the effective rate, with a present value.
///
/// `EAC = NPV × r ÷ (1 − (1+r)^(−N/12))`; without a rate `NPV × 12 ÷ N`.
#[cfg_attr(not(debug_assertions), inline(always))]
fn equivalent_annual<V: Number>(present: V, growth: V, annual: V, horizon: usize) -> V {
    let years = horizon as f64 / 12.0;
    let shrink = V::one() / growth.power(V::literal(years, Unit::NONE));
    let with_rate = present * annual / shrink.complement();
    let without = present / V::literal(years, Unit::NONE);
    let yearly = annual.select_up_to(V::zero(Unit::NONE), without, with_rate);
    (yearly / V::literal(1.0, Unit::YEARS)).named(Term::EquivalentAnnualCost)
}

/// The cost lines that any of several options uses, in order.
pub fn lines_in_use<'a>(figures: impl Iterator<Item = &'a OptionFigures<f64>>) -> Vec<CostLine> {
    let mut used = [false; CostLine::COUNT];
    for option in figures {
        for line in CostLine::ALL {
            used[line as usize] |= option.lines.get(line) != 0.0;
        }
    }
    CostLine::ALL
        .into_iter()
        .filter(|line| used[*line as usize])
        .collect()
}
