//! The language files, compiled in. A new file is added to the list below, once for all languages.

use crate::locale::Locale;

macro_rules! language_files {
    ($($name:literal),* $(,)?) => {
        /// The files of a locale: name and text.
        pub(crate) const fn files(locale: Locale) -> &'static [(&'static str, &'static str)] {
            match locale {
                Locale::En => &[$(($name, include_str!(concat!("../../../assets/text/en/", $name)))),*],
                Locale::PtBr => &[$(($name, include_str!(concat!("../../../assets/text/pt-BR/", $name)))),*],
                Locale::PtPt => &[$(($name, include_str!(concat!("../../../assets/text/pt-PT/", $name)))),*],
                Locale::Es => &[$(($name, include_str!(concat!("../../../assets/text/es/", $name)))),*],
            }
        }
    };
}

language_files!(
    "charts.ftl",
    "charts-uncertainty.ftl",
    "choice.ftl",
    "common.ftl",
    "connection.ftl",
    "cost.ftl",
    "decision.ftl",
    "deployments.ftl",
    "endpoint.ftl",
    "errors.ftl",
    "estimate.ftl",
    "evidence.ftl",
    "faults.ftl",
    "fields.ftl",
    "findings.ftl",
    "gpu.ftl",
    "headless-decision.ftl",
    "headless.ftl",
    "how-it-runs.ftl",
    "importers.ftl",
    "latency-check.ftl",
    "latency-charts.ftl",
    "latency-into.ftl",
    "machine.ftl",
    "machine-panel.ftl",
    "measurements.ftl",
    "model-faults.ftl",
    "origins.ftl",
    "other-hardware.ftl",
    "own-priorities.ftl",
    "pages-inputs.ftl",
    "pages-results.ftl",
    "report-decision.ftl",
    "range-faults.ftl",
    "priorities.ftl",
    "ranges.ftl",
    "reasons.ftl",
    "report.ftl",
    "session.ftl",
    "steps.ftl",
    "terms.ftl",
    "this-machine.ftl",
    "typed-measurement.ftl",
    "units.ftl",
    "unsupported.ftl",
    "weighing-session.ftl",
    "window.ftl",
);
