//! How long estimates of serving take, in time of the processor.
//!
//! `cargo bench -p weighbridge-tests --bench serving`; `docs/methods/serving-estimate.md` has
//! figures.

#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

#[path = "work/cpu_time.rs"]
mod cpu_time;

use std::hint::black_box;

use cpu_time::ThreadTime;
use criterion::{Criterion, criterion_group, criterion_main};
use weighbridge_catalogue::measurements::{estimator, published};
use weighbridge_engine::serving::{Load, Quantity, Server, Serving};

fn serving(criterion: &mut Criterion<ThreadTime>) {
    let estimator = estimator().unwrap();
    let rows = published().unwrap();
    let mut place = 0;
    criterion.bench_function("one estimate", |bencher| {
        bencher.iter(|| {
            place = (place + 1) % rows.len();
            estimator.estimate(black_box(&rows[place].case))
        });
    });
    let served = |row: &&_| {
        let row: &weighbridge_catalogue::measurements::Row = row;
        row.case.quantity == Quantity::TimeToFirstToken && row.case.concurrency > 1.0
    };
    let case = &rows.iter().find(served).unwrap().case;
    criterion.bench_function("a server made ready", |bencher| {
        bencher.iter(|| Server::new(estimator, black_box(case), Serving::default()));
    });
    let server = Server::new(estimator, case, Serving::default()).unwrap();
    let mut points = vec![server.state(Load::Saturated).unwrap(); 200];
    criterion.bench_function("a curve of 200 points", |bencher| {
        bencher.iter(|| server.curve(black_box(&mut points)));
    });
    let rate = 0.8 * server.most_requests_per_second();
    criterion.bench_function("a state at an arrival rate", |bencher| {
        bencher.iter(|| server.state(black_box(Load::Rate(rate))));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(ThreadTime);
    targets = serving
}
criterion_main!(benches);
