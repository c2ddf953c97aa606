//! How long an evaluation takes, and the work of one changed input, in time of the processor.
//!
//! `cargo bench -p weighbridge-tests --bench deterministic`; `docs/methods/cost.md` has figures.

#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

#[path = "work/cpu_time.rs"]
mod cpu_time;
mod work;

use std::hint::black_box;

use cpu_time::ThreadTime;
use criterion::{Criterion, criterion_group, criterion_main};
use weighbridge_engine::evaluate;
use weighbridge_engine::explain::{ResultRef, explain};

fn evaluation(criterion: &mut Criterion<ThreadTime>) {
    let session = work::session();
    let scenario = session.scenario().clone();
    criterion.bench_function("evaluate six options over 60 months", |bencher| {
        bencher.iter(|| evaluate(black_box(&scenario)));
    });
    let result = format!("{}.npv_usd", scenario.options[0].id);
    let result = ResultRef::parse(&result).unwrap();
    criterion.bench_function("explain one figure of it", |bencher| {
        bencher.iter(|| explain(black_box(&scenario), black_box(&result)));
    });
}

fn change(criterion: &mut Criterion<ThreadTime>) {
    let mut session = work::session();
    let mut step = 0;
    criterion.bench_function("redraw after one changed input", |bencher| {
        bencher.iter(|| {
            step += 1;
            work::redraw(&mut session, black_box(step))
        });
    });
    let mut session = work::session();
    criterion.bench_function("redraw break-even after one changed input", |bencher| {
        bencher.iter(|| {
            step += 1;
            work::redraw_break_even(&mut session, black_box(step))
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(ThreadTime);
    targets = evaluation, change
}
criterion_main!(benches);
