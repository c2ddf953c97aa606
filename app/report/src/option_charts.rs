//! The charts of one self-hosted option, from the estimates of how fast it runs.

use weighbridge_catalogue::measurements::estimator;
use weighbridge_charts::Chart;
use weighbridge_charts::from_outcome::Case;
use weighbridge_charts::from_serving;
use weighbridge_engine::scenario::OptionId;

/// The chart of a name of a self-hosted option; without one of the first that has such a chart.
///
/// `None` where no chart has this name, where nothing is self-hosted, or where there is nothing to
/// draw.
pub fn option_chart(case: &Case<'_>, option: Option<&OptionId>, name: &str) -> Option<Chart> {
    // What is built in can be read; a test of the catalogue holds it.
    let hosted = from_serving::hosted(case, estimator().ok()?);
    hosted
        .iter()
        .filter(|hosted| option.is_none_or(|option| hosted.option == *option))
        .find_map(|hosted| from_serving::chart(case, hosted, name))
}
