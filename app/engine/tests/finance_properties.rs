//! What must hold of the financial methods for any input.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "powers here check the engine's own by another way"
)]

use proptest::collection::vec;
use proptest::prelude::*;
use weighbridge_engine::finance::{
    Annuity, DatedFlow, FlowTiming, Interval, LinearCosts, PaymentTiming, RateBasis, RetryPlan,
    Scale, Scan, StepCosts, dated_irr_all, dated_npv, discounted_payback,
    effective_annual_from_periodic, intervals_where_negative, irr, irr_all, linear_break_even,
    mirr, npv, payment, periodic_rate, periods, present_value, retry_until_success, root_between,
    sign_changes, simple_payback, step_break_even,
};
use weighbridge_engine::pass_at_k::{naive_pass_at_k, pass_at_k};

fn flows() -> impl Strategy<Value = Vec<f64>> {
    vec(prop_oneof![4 => -1e6..1e6_f64, 1 => Just(0.0)], 1..80)
}

/// An investment that flows back: exactly one change of sign.
fn investment() -> impl Strategy<Value = Vec<f64>> {
    (vec(-1e6..-1.0_f64, 1..4), vec(1.0..1e6_f64, 1..60))
        .prop_map(|(out, back)| out.into_iter().chain(back).collect())
}

/// What the flows are worth at `rate`, as a share of what they would be worth without signs.
fn relative_npv(flows: &[f64], rate: f64) -> f64 {
    let sizes: Vec<f64> = flows.iter().map(|flow| flow.abs()).collect();
    npv(flows, rate, FlowTiming::End).unwrap() / npv(&sizes, rate, FlowTiming::End).unwrap()
}

proptest! {
    #[test]
    fn npv_is_linear_in_the_flows(
        pairs in vec((-1e6..1e6_f64, -1e6..1e6_f64), 1..60),
        factor in -10.0..10.0_f64,
        rate in -0.5..1.0_f64,
        middle in any::<bool>(),
    ) {
        let timing = if middle { FlowTiming::Middle } else { FlowTiming::End };
        let a: Vec<f64> = pairs.iter().map(|pair| pair.0).collect();
        let b: Vec<f64> = pairs.iter().map(|pair| pair.1).collect();
        let joined: Vec<f64> = pairs.iter().map(|pair| pair.0 + factor * pair.1).collect();
        let sizes: Vec<f64> = pairs
            .iter()
            .map(|pair| pair.0.abs() + (factor * pair.1).abs())
            .collect();
        let apart = npv(&a, rate, timing).unwrap() + factor * npv(&b, rate, timing).unwrap();
        let together = npv(&joined, rate, timing).unwrap();
        let scale = npv(&sizes, rate, timing).unwrap();
        prop_assert!((apart - together).abs() <= 1e-12 * scale + 1e-9);
    }

    #[test]
    fn every_rate_of_return_makes_the_flows_worth_nothing(flows in flows()) {
        let all = irr_all(&flows).unwrap();
        for rate in &all {
            prop_assert!(relative_npv(&flows, *rate).abs() < 1e-9, "{rate} of {all:?}");
        }
        prop_assert!(all.len() <= sign_changes(&flows));
        prop_assert!(all.is_sorted());
        prop_assert_eq!(irr(&flows).unwrap().is_none(), all.is_empty());
    }

    #[test]
    fn no_rate_of_return_is_missed_between_two_signs(flows in flows(), rates in vec(-0.89..3.0_f64, 8)) {
        // Between two rates at which the flows are worth amounts of opposite sign lies a root.
        let all = irr_all(&flows).unwrap();
        for pair in rates.windows(2) {
            let (low, high) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            let (left, right) = (relative_npv(&flows, low), relative_npv(&flows, high));
            if left.abs().min(right.abs()) < 1e-9 {
                continue;
            }
            let between = all.iter().filter(|rate| **rate > low && **rate < high).count();
            prop_assert_eq!(between % 2 == 1, left * right < 0.0, "{:?} in {}..{}", &all, low, high);
        }
    }

    #[test]
    fn an_investment_has_one_rate_of_return_and_falls_in_worth_with_the_rate(flows in investment()) {
        let last = flows.len() as f64;
        let all = irr_all(&flows).unwrap();
        prop_assert!(all.len() <= 1);
        if let Some(rate) = irr(&flows).unwrap() {
            prop_assert!(npv(&flows, rate + 0.01, FlowTiming::End).unwrap() < 0.0);
            // The modified rate at its own rate is the rate itself.
            let modified = mirr(&flows, rate, rate).unwrap().unwrap();
            prop_assert!((modified - rate).abs() < 1e-9 * (1.0 + rate) * last);
        }
    }

    #[test]
    fn dated_flows_a_year_apart_are_the_plain_ones(flows in flows(), rate in -0.5..2.0_f64) {
        let dated: Vec<DatedFlow> = flows
            .iter()
            .enumerate()
            .map(|(index, amount)| DatedFlow { day: 20_000 + 365 * index as i64, amount: *amount })
            .collect();
        let plain = npv(&flows, rate, FlowTiming::End).unwrap();
        let by_date = dated_npv(&dated, rate).unwrap();
        prop_assert!((plain - by_date).abs() <= 1e-11 * (plain.abs() + 1e6 * (1.0 + (1.0 + rate).powi(-80))));
        let plain = irr_all(&flows).unwrap();
        let by_date: Vec<f64> = dated_irr_all(&dated)
            .unwrap()
            .into_iter()
            .filter(|rate| *rate > -0.9)
            .collect();
        prop_assert_eq!(plain.len(), by_date.len());
        for (a, b) in plain.iter().zip(&by_date) {
            prop_assert!((a - b).abs() <= 1e-8 * (1.0 + a.abs()));
        }
    }

    #[test]
    fn discounting_never_speeds_payback(flows in investment(), rate in 0.0..1.0_f64) {
        let simple = simple_payback(&flows).unwrap();
        let discounted = discounted_payback(&flows, rate, FlowTiming::End).unwrap();
        match (simple, discounted) {
            (None, discounted) => prop_assert_eq!(discounted, None),
            (Some(simple), Some(discounted)) => prop_assert!(discounted >= simple - 1e-9),
            (Some(_), None) => {}
        }
    }

    #[test]
    fn rates_convert_there_and_back(rate in -0.9..5.0_f64, per_year in 1.0..366.0_f64) {
        let periodic = periodic_rate(rate, RateBasis::Effective, per_year).unwrap();
        let back = effective_annual_from_periodic(periodic, per_year).unwrap();
        prop_assert!((back - rate).abs() < 1e-11 * (1.0 + rate.abs()));
    }

    #[test]
    fn payments_discharge_what_they_are_worth(
        rate in -0.05..0.5_f64,
        count in 1.0..120.0_f64,
        debt in 1.0..1e7_f64,
        begin in any::<bool>(),
    ) {
        let timing = if begin { PaymentTiming::Begin } else { PaymentTiming::End };
        let annuity = Annuity { rate, timing };
        let paid = payment(&annuity, count, debt, 0.0).unwrap().unwrap();
        let worth = present_value(&annuity, count, paid, 0.0).unwrap();
        prop_assert!((worth / debt - 1.0).abs() < 1e-12);
        // Near the perpetuity the number of payments hangs on the last digits of the payment.
        if rate * count < 5.0 {
            let back = periods(&annuity, paid, debt, 0.0).unwrap().unwrap();
            prop_assert!((back / count - 1.0).abs() < 1e-6);
        }
    }

    #[test]
    fn lines_cost_the_same_where_they_break_even(
        fixed_a in 0.0..1e6_f64, variable_a in 0.0..100.0_f64,
        fixed_b in 0.0..1e6_f64, variable_b in 0.0..100.0_f64,
    ) {
        let costs = LinearCosts { fixed_a, variable_a, fixed_b, variable_b };
        let Some(found) = linear_break_even(&costs).unwrap() else {
            // Then one is never dearer than the other.
            prop_assert!((fixed_a - fixed_b) * (variable_a - variable_b) >= 0.0);
            return Ok(());
        };
        let difference = |volume: f64| fixed_a + variable_a * volume - fixed_b - variable_b * volume;
        let size = found.cost.abs() + variable_b * found.volume + fixed_b;
        prop_assert!(difference(found.volume).abs() <= 1e-12 * size);
        let step = 0.01 * found.volume + 1.0;
        prop_assert!(difference(found.volume + step) * difference(found.volume - step) <= 0.0);
    }

    #[test]
    fn steps_agree_with_a_scan_that_knows_nothing_of_them(
        price in 0.5..20.0_f64,
        fixed in 0.0..20_000.0_f64,
        replica in 0.0..10_000.0_f64,
        capacity in 50.0..5_000.0_f64,
        variable in 0.0..2.0_f64,
    ) {
        let max = 10.0 * capacity;
        let exact = step_break_even(&StepCosts {
            api_price_per_million: price,
            fixed_month: fixed,
            replica_cost_month: replica,
            replica_capacity_million: capacity,
            self_variable_per_million: variable,
            max_volume: max,
        })
        .unwrap();
        let jumps: Vec<f64> = (1..10).map(|step| f64::from(step) * capacity).collect();
        let scan = Scan {
            range: Interval { start: 1e-6 * capacity, end: max },
            cells: 50,
            scale: Scale::Linear,
            jumps: &jumps,
        };
        let scanned = intervals_where_negative(
            |x| fixed + replica * libm::ceil(x / capacity) + variable * x - price * x,
            &scan,
        )
        .unwrap();
        // A sliver that ends at a jump may be narrower than what the scan can see.
        let wide = |one: &&Interval| one.end - one.start > 1e-7 * capacity;
        let exact: Vec<&Interval> = exact.cheaper.iter().filter(wide).collect();
        let scanned: Vec<&Interval> = scanned.iter().filter(wide).collect();
        prop_assert_eq!(exact.len(), scanned.len(), "{:?} {:?}", &exact, &scanned);
        for (a, b) in exact.iter().zip(&scanned) {
            prop_assert!((a.start - b.start).abs() <= 2e-6 * capacity && (a.end - b.end).abs() <= 1e-6 * capacity);
        }
    }

    #[test]
    fn a_root_evaluates_to_zero_between_opposite_signs(
        a in 0.1..10.0_f64, b in -5.0..5.0_f64, shift in -20.0..20.0_f64,
    ) {
        // Strictly rising, so there is one root.
        let f = |x: f64| a * (x - shift) + libm::tanh(x - b);
        let root = root_between(f, -100.0, 100.0).unwrap();
        prop_assert!(f(root).abs() < 1e-10);
        prop_assert!(f(root - 1e-6) < 0.0 && f(root + 1e-6) > 0.0);
    }

    #[test]
    fn pass_at_k_rises_with_k_and_with_the_passes(n in 2_u64..2_000, a in 0.0..1.0_f64, b in 0.0..1.0_f64) {
        let c = (a * (n - 1) as f64) as u64;
        let k = 1 + (b * (n - 2) as f64) as u64;
        let here = pass_at_k(n, c, k).unwrap();
        prop_assert!((0.0..=1.0).contains(&here));
        prop_assert!(pass_at_k(n, c + 1, k).unwrap() >= here);
        prop_assert!(pass_at_k(n, c, k + 1).unwrap() >= here);
        // The naive form is biased low, and agrees at one sample.
        prop_assert!(naive_pass_at_k(n, c, k).unwrap() <= here + 1e-12);
        prop_assert!((pass_at_k(n, c, 1).unwrap() - c as f64 / n as f64).abs() < 1e-12);
    }

    #[test]
    fn trying_again_solves_more_and_costs_what_its_attempts_cost(
        p in 0.0..=1.0_f64, most in 1_u32..40, each in 0.0..10.0_f64, failure in 0.0..100.0_f64,
    ) {
        let with = |most| {
            retry_until_success(&RetryPlan {
                success_probability: p,
                most_attempts: Some(most),
                attempt_cost: each,
                verify_cost: 0.0,
                failure_cost: failure,
            })
            .unwrap()
        };
        let (here, more) = (with(most), with(most + 1));
        prop_assert!(more.solved_probability >= here.solved_probability);
        // Attempt by attempt: the i-th is made if all before it failed.
        let attempts: f64 = (0..most).map(|i| (1.0 - p).powi(i as i32)).sum();
        let failed = (1.0 - p).powi(most as i32);
        prop_assert!((here.expected_attempts.unwrap() - attempts).abs() < 1e-9 * attempts);
        let cost = attempts * each + failed * failure;
        prop_assert!((here.expected_cost.unwrap() - cost).abs() < 1e-9 * (1.0 + cost));
    }
}
