//! A server that is ready answers without asking for memory, so that curves, days and searches for
//! copies cost arithmetic alone.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weighbridge_catalogue::measurements::{estimator, published};
use weighbridge_engine::serving::physics::Machine;
use weighbridge_engine::serving::{Load, Quantity, Server, Serving};

fn allocations(run: impl FnOnce()) -> u64 {
    allocation_counter::measure(run).count_total
}

#[test]
fn a_ready_server_allocates_nothing() {
    let estimator = estimator().unwrap();
    let mut servers = 0;
    for row in published().unwrap() {
        let of_a_server = row.case.quantity == Quantity::TimeToFirstToken;
        let Ok(server) = Server::new(estimator, &row.case, Serving::default()) else {
            continue;
        };
        if !of_a_server {
            continue;
        }
        servers += 1;
        let mut points = vec![server.state(Load::Saturated).unwrap(); 200];
        let rate = 0.8 * server.most_requests_per_second();
        let counted = allocations(|| {
            server.curve(&mut points);
            let _ = std::hint::black_box(server.state(Load::Rate(rate)));
            let _ = std::hint::black_box(server.state(Load::Concurrency(3.0)));
        });
        assert_eq!(counted, 0, "{}", row.id);
    }
    assert!(servers > 100, "{servers}");
}

#[test]
fn the_physics_of_an_answer_allocates_nothing() {
    let estimator = estimator().unwrap();
    for row in published().unwrap() {
        let (efficiencies, _) = estimator.efficiencies(&row.case);
        let counted = allocations(|| {
            let machine = Machine::new(&row.case, &efficiencies);
            let answer = machine.answer(&row.case);
            std::hint::black_box(machine.bounded(&row.case, answer));
        });
        assert_eq!(counted, 0, "{}", row.id);
    }
}

/// The count itself counts.
#[test]
fn what_allocates_is_counted() {
    assert!(allocations(|| drop(std::hint::black_box(vec![1_u8; 64]))) > 0);
}
