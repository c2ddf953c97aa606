//! The charts of one self-hosted option, from the estimates of how fast it runs.

use weighbridge_catalogue::measurements::estimator;
use weighbridge_charts::Chart;
use weighbridge_charts::from_outcome::Case;
use weighbridge_charts::from_serving::{self, Hosted};
use weighbridge_engine::scenario::OptionId;

/// The chart of a name of a self-hosted option; without one of the first that has such a chart.
///
/// `None` where no chart has this name, where nothing is self-hosted, or where there is nothing to
/// draw.
pub fn option_chart(case: &Case<'_>, option: Option<&OptionId>, name: &str) -> Option<Chart> {
    hosted(case)
        .iter()
        .filter(|hosted| option.is_none_or(|option| hosted.option == *option))
        .find_map(|hosted| from_serving::chart(case, hosted, name))
}

/// Throughput against latency of each self-hosted option that can run.
pub(crate) fn throughput_charts(case: &Case<'_>) -> Vec<Chart> {
    let hosted = hosted(case);
    let charts = hosted.iter();
    charts
        .filter_map(|hosted| from_serving::throughput_latency(case, hosted))
        .collect()
}

fn hosted(case: &Case<'_>) -> Vec<Hosted> {
    // What is built in can be read; a test of the catalogue holds it.
    estimator().map_or_else(|_| Vec::new(), |known| from_serving::hosted(case, known))
}
