//! The work of the benchmarks, done once: what they measure must mean something.

#[path = "../../benches/work/mod.rs"]
mod work;

use weighbridge_engine::model::Measure;

#[test]
fn a_change_reaches_the_outcome_and_the_charts() {
    let mut session = work::session();
    let cost = |session: &weighbridge_session::Session| -> Vec<Option<f64>> {
        let options = session.outcome().options.iter();
        options
            .map(|option| option.get(Measure::NetPresentValue))
            .collect()
    };
    let before = cost(&session);
    assert_eq!(session.outcome().horizon_months, 60);
    assert!(before.iter().all(Option::is_some));
    // Ten states of steps, and enough marks for three charts of six options.
    assert!(work::redraw(&mut session, 7) > 100);
    let after = cost(&session);
    assert!(
        before
            .iter()
            .zip(&after)
            .any(|(before, after)| before != after)
    );
    assert!(work::redraw_break_even(&mut session, 8) > 50);
    assert_ne!(cost(&session), after);
}
