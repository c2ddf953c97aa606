//! The source line: which case, of when, resting on which records, and what is only estimated.

use std::collections::BTreeSet;

use weighbridge_engine::figure::Origin;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{Plan, ThroughputSource};
use weighbridge_units::Arg;

use super::Case;

impl Case<'_> {
    /// The line below a chart.
    pub(crate) fn source(&self) -> String {
        let question = &self.scenario.question;
        let mut parts = vec![self.say(
            "chart-source-case",
            &[
                ("title", Arg::from(question.title.clone())),
                ("date", Arg::Date(question.date)),
            ],
        )];
        let mut records = BTreeSet::new();
        let mut oldest = None;
        self.scenario.each_figure(&mut |_, figure| {
            if let Origin::Preset(preset) = &figure.origin {
                records.insert(preset.record.as_str());
                let older = oldest.is_none_or(|oldest: weighbridge_units::PartialDate| {
                    preset.as_of.days_since_epoch() < oldest.days_since_epoch()
                });
                if older {
                    oldest = Some(preset.as_of);
                }
            }
        });
        if let Some(oldest) = oldest {
            parts.push(self.say(
                "chart-source-presets",
                &[
                    ("count", Arg::Count(records.len() as u64)),
                    ("oldest", Arg::Date(oldest)),
                ],
            ));
        }
        if self.rests_on_estimates() {
            parts.push(self.say("chart-note-estimated", &[]));
        }
        parts.join(" · ")
    }

    /// Whether the cost of an option that is drawn follows from an estimated throughput.
    fn rests_on_estimates(&self) -> bool {
        self.scenario
            .options
            .iter()
            .zip(&self.outcome.options)
            .filter(|(_, outcome)| outcome.get(Measure::TokensPerSecond).is_some())
            .any(|(option, _)| {
                let hosting = match &option.plan {
                    Plan::RentedGpu(plan) => &plan.hosting,
                    Plan::OnPremises(plan) => &plan.hosting,
                    Plan::OnDevice(plan) => &plan.hosting,
                    Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) | Plan::Cascade(_) => {
                        return false;
                    }
                };
                hosting.throughput == ThroughputSource::Estimated
            })
    }
}
