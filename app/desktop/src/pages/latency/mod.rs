//! How fast each option answers, and on what machine: estimates with their ranges for what is
//! self-hosted.

mod columns;
mod endpoint;
mod estimate;
mod lengths;
mod machine;
pub mod measurements;
mod take_over;
mod view;

use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;
use weighbridge_engine::explain::ResultPart;
use weighbridge_engine::finding::Finding;
use weighbridge_engine::model::Measure;
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_engine::scenario::{
    DecisionOption, InputPath, OptionId, Plan, Scenario, SelfHosted, Setting, ThroughputSource,
};
use weighbridge_session::Action;
use weighbridge_units::{Arg, Unit};

use super::background::Background;
use super::charts::ChartCache;
use super::figures::{Owner, figures_ui};
use super::parts::{
    Stamp, add_options_first, ask_why, measure_key, note, owner_and_group, paragraph, point,
    why_cell,
};
use super::{Ask, FileFor, Page};
use crate::look::Look;
use crate::widgets::table::{Cell, Row, figure_column, table, text_column};
use crate::widgets::{Icon, button, choice, page as parts_of_page};
use estimate::Made;
use view::{OptionView, View};

/// What is looked at on the page, and what was estimated for it.
#[derive(Debug, Default)]
pub struct State {
    /// The self-hosted option whose charts are looked at; the first where none was chosen.
    shown: Option<OptionId>,
    estimates: Background<Stamp, Option<Arc<View>>>,
    charts: ChartCache,
    view: Looking,
    machine: machine::State,
    endpoint: endpoint::State,
    /// What was measured, and a file that is being taken in.
    pub measurements: measurements::State,
}

impl State {
    /// Takes the path of a file that was asked for.
    pub fn take_file(&mut self, what: FileFor, path: PathBuf) {
        self.machine.take_file(what, path);
    }

    /// Shows where the speed of an option is measured, with what is known of it filled in: on this
    /// machine for one on devices, at its endpoint for one that buys tokens.
    pub fn time(&mut self, scenario: &Scenario, option: &OptionId) {
        match WhereTimed::of(scenario, option) {
            WhereTimed::Here => {
                self.view = Looking::Machine;
                self.machine.prepare(scenario, option);
            }
            WhereTimed::Endpoint => {
                self.view = Looking::Endpoint;
                self.endpoint.prepare(scenario, option);
            }
            WhereTimed::Elsewhere => self.view = Looking::Options,
        }
    }

    /// What was estimated of the case, or of the one before while this one is worked on.
    fn made(&mut self, ui: &Ui, page: &Page<'_>) -> Made {
        let scenario = Arc::clone(page.session.document().scenario());
        let text = page.text;
        let known = self
            .estimates
            .get("estimates of hardware", ui.ctx(), Stamp::of(page), || {
                Box::new(move |_| View::of(&scenario, text).map(Arc::new))
            });
        Made {
            view: known.result.cloned().flatten(),
            is_current: known.is_current,
            has_failed: known.has_failed
                || (known.is_current && known.result.is_some_and(Option::is_none)),
        }
    }
}

/// Where the speed of an option can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhereTimed {
    /// On this machine.
    Here,
    /// At its endpoint.
    Endpoint,
    /// On hardware that is not here: what another tool measured there can be imported.
    Elsewhere,
}

impl WhereTimed {
    /// Of an option; one that is not there is timed nowhere here.
    pub fn of(scenario: &Scenario, option: &OptionId) -> WhereTimed {
        match scenario.option(option).map(|option| &option.plan) {
            Some(Plan::OnDevice(_)) => WhereTimed::Here,
            Some(Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_)) => WhereTimed::Endpoint,
            _ => WhereTimed::Elsewhere,
        }
    }

    /// The key of the button that leads there.
    pub const fn key(self) -> &'static str {
        match self {
            WhereTimed::Here => "decision-time-here",
            WhereTimed::Endpoint => "decision-time-endpoint",
            WhereTimed::Elsewhere => "decision-time-import",
        }
    }
}

/// The figures of a machine, in the order in which they are read.
const FIGURES: [Measure; 8] = [
    Measure::SequencesThatFit,
    Measure::BatchSize,
    Measure::TimeToFirstToken,
    Measure::TimePerOutputToken,
    Measure::TokensPerSecond,
    Measure::ReplicasFirstMonth,
    Measure::ReplicasLastMonth,
    Measure::Utilisation,
];

const TARGETS: [&str; 2] = [
    "target_time_to_first_token_seconds",
    "target_tokens_per_second",
];

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    views(ui, page, state);
    match state.view {
        Looking::Options => options(ui, page, state),
        Looking::Machine => {
            machine::ui(ui, page, &mut state.machine);
            take_over::card(ui, page, &state.machine);
        }
        Looking::Endpoint => endpoint::ui(ui, page, &mut state.endpoint),
    }
}

/// What is looked at.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Looking {
    /// What is estimated of the options of the case.
    #[default]
    Options,
    /// What this machine is, and models timed on it.
    Machine,
    /// A model timed behind an endpoint.
    Endpoint,
}

impl Looking {
    const ALL: [(Looking, &'static str); 3] = [
        (Looking::Options, "latency-view-options"),
        (Looking::Machine, "latency-view-machine"),
        (Looking::Endpoint, "latency-view-endpoint"),
    ];
}

/// The views of the page.
fn views(ui: &mut Ui, page: &Page<'_>, state: &mut State) {
    let text = page.text;
    let words = Looking::ALL.map(|(_, key)| text.get(key));
    let words = words.each_ref().map(AsRef::as_ref);
    let chosen = Looking::ALL
        .iter()
        .position(|(view, _)| *view == state.view);
    let name = text.get("step-latency");
    if let Some(picked) = choice::segmented(ui, &name, &words, chosen.unwrap_or(0)) {
        state.view = Looking::ALL[picked].0;
    }
}

/// What is estimated of the options of the case.
fn options(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let session = page.session;
    let scenario = session.scenario();
    if add_options_first(ui, page, "step-latency") {
        return;
    }
    let made = state.made(ui, page);
    let sure = match made.view.as_deref() {
        Some(view) if !view.options.is_empty() => view.sure.clone(),
        _ => text.get("serving-sure-none").into_owned(),
    };
    parts_of_page::headline(ui, &headline(page, made.view.as_deref()), &sure);
    let hosted: Vec<(&DecisionOption, &SelfHosted, &OptionOutcome)> = scenario
        .options
        .iter()
        .zip(&session.outcome().options)
        .filter_map(|(option, outcome)| Some((option, hosting(&option.plan)?, outcome)))
        .collect();
    parts_of_page::columns(ui, hosted.len() + 1, 430.0, |ui, index| {
        match hosted.get(index) {
            Some((option, hosting, outcome)) => {
                let estimated = made
                    .view
                    .as_deref()
                    .and_then(|view| view.option(&option.id))
                    .filter(|_| made.is_current);
                option_card(ui, page, option, hosting, outcome, estimated);
            }
            None => {
                targets_card(ui, page);
                elsewhere_card(ui, page);
            }
        }
    });
    if !hosted.is_empty() {
        estimate::ui(ui, page, state, &made);
    }
    measurements::ui(ui, page, &mut state.measurements);
}

/// Whether the field of an input stands on this page.
pub fn holds(scenario: &Scenario, path: &InputPath) -> bool {
    let field = path.as_str().rsplit('.').next().unwrap_or_default();
    owner_and_group(scenario, path).is_some_and(|(_, group)| match group.as_str() {
        "workload" => TARGETS.contains(&field),
        "serving" => field == "entered_tokens_per_second",
        _ => false,
    })
}

/// The model on a machine of one's own.
pub(super) fn hosting(plan: &Plan) -> Option<&SelfHosted> {
    match plan {
        Plan::RentedGpu(plan) => Some(&plan.hosting),
        Plan::OnPremises(plan) => Some(&plan.hosting),
        Plan::OnDevice(plan) => Some(&plan.hosting),
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) | Plan::Cascade(_) => None,
    }
}

/// What the estimate says of fit and targets, in one sentence.
fn headline(page: &Page<'_>, view: Option<&View>) -> String {
    let text = page.text;
    let (scenario, outcome) = (page.session.scenario(), page.session.outcome());
    let hosted: Vec<&DecisionOption> = scenario
        .options
        .iter()
        .filter(|option| hosting(&option.plan).is_some())
        .collect();
    if hosted.is_empty() {
        return text.get("latency-headline-none").into_owned();
    }
    let counts = |wanted: fn(&Finding) -> bool| {
        hosted
            .iter()
            .filter(|option| outcome.findings_of(&option.id).any(wanted))
            .count()
    };
    let total = ("total", Arg::from(hosted.len()));
    let too_big = counts(|finding| matches!(finding, Finding::MemoryShort { .. }));
    if too_big > 0 {
        return text.format(
            "latency-headline-too-big",
            &[("count", Arg::from(too_big)), total],
        );
    }
    let missed = counts(|finding| {
        matches!(
            finding,
            Finding::TimeToFirstTokenMissed { .. } | Finding::WritingSpeedMissed { .. }
        )
    });
    if missed > 0 {
        return text.format(
            "latency-headline-missed",
            &[("count", Arg::from(missed)), total],
        );
    }
    if has_targets(scenario) {
        return text.format(
            "latency-headline-met",
            &[("count", Arg::from(hosted.len()))],
        );
    }
    let speeds = view.into_iter().flat_map(|view| &view.options);
    let fastest = speeds
        .filter_map(|option| Some((option, option.tokens_a_second?)))
        .reduce(|first, next| if next.1 > first.1 { next } else { first });
    match fastest {
        Some((option, speed)) => text.format(
            "latency-headline-fastest",
            &[
                ("option", Arg::from(option.name.clone())),
                ("speed", Arg::Quantity(speed, Unit::TOKENS_PER_SECOND)),
            ],
        ),
        None => text.get("step-latency.headline").into_owned(),
    }
}

fn has_targets(scenario: &Scenario) -> bool {
    let workload = &scenario.workload;
    workload.target_time_to_first_token_seconds.value > 0.0
        || workload.target_tokens_per_second.value > 0.0
}

fn option_card(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    hosting: &SelfHosted,
    outcome: &OptionOutcome,
    estimated: Option<&OptionView>,
) {
    let text = page.text.about(option);
    let gpus = Arg::Quantity(hosting.serving.gpus_per_replica.value, Unit::GPUS);
    let machine = if hosting.hardware_name.is_empty() {
        text.get("value-unknown").into_owned()
    } else {
        hosting.hardware_name.clone()
    };
    let aid = text.format(
        "latency-machine",
        &[
            ("machine", Arg::from(machine)),
            ("gpus", gpus),
            ("format", Arg::from(hosting.weight_format.to_uppercase())),
        ],
    );
    let mut pressed = None;
    parts_of_page::card(ui, &option.name, &aid, |ui| {
        verdict(ui, page, option, hosting);
        if let Some(estimated) = estimated {
            how_fast(ui, estimated);
        }
        let shown: Vec<Measure> = FIGURES
            .into_iter()
            .filter(|measure| outcome.get(*measure).is_some())
            .collect();
        let columns = [
            text_column(text.get("results-figure"), 1.0),
            figure_column(text.get("column-value")),
        ];
        let rows: Vec<Row> = shown
            .iter()
            .map(|measure| {
                let name = text.get(&measure_key(*measure));
                Row::new([
                    Cell::new(name),
                    why_cell(text, outcome, ResultPart::Measure(*measure)),
                ])
            })
            .collect();
        if let Some((row, _)) = table(ui, &option.name, &columns, &rows) {
            pressed = shown.get(row).copied();
        }
        throughput(ui, page, option, hosting);
    });
    if let Some(measure) = pressed {
        ask_why(page, &option.id, ResultPart::Measure(measure));
    }
}

/// The estimate with its range, and how near it is to anything measured.
fn how_fast(ui: &mut Ui, estimated: &OptionView) {
    let look = Look::of(ui);
    if let Some(reason) = &estimated.impossible {
        point(ui, Icon::Exclamation, look.bad, reason.clone());
        return;
    }
    if let Some(speed) = &estimated.speed {
        paragraph(ui, speed.clone());
    }
    if estimated.is_far {
        point(ui, Icon::Exclamation, look.caution, estimated.near.clone());
    } else {
        note(ui, estimated.near.clone());
    }
}

/// Whether the estimate meets the targets, in words.
fn verdict(ui: &mut Ui, page: &Page<'_>, option: &DecisionOption, hosting: &SelfHosted) {
    let look = Look::of(ui);
    let text = page.text;
    let mut missed = false;
    for finding in page.session.outcome().findings_of(&option.id) {
        let colour = match finding {
            Finding::MemoryShort { .. } => look.bad,
            Finding::TimeToFirstTokenMissed { .. } | Finding::WritingSpeedMissed { .. } => {
                look.caution
            }
            _ => continue,
        };
        missed = true;
        point(ui, Icon::Exclamation, colour, text.describe(finding));
    }
    if missed {
        return;
    }
    if hosting.throughput == ThroughputSource::Entered {
        point(
            ui,
            Icon::Information,
            look.accent,
            text.get("latency-entered"),
        );
    } else if has_targets(page.session.scenario()) {
        point(ui, Icon::Tick, look.good, text.get("latency-met"));
    } else {
        point(ui, Icon::Ring, look.muted, text.get("latency-no-target"));
    }
}

/// Whether the estimate or a figure of the client's own counts, and the field for that figure.
fn throughput(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, hosting: &SelfHosted) {
    let text = page.text;
    let is_entered = hosting.throughput == ThroughputSource::Entered;
    let name = text.format(
        "latency-throughput-of",
        &[("option", Arg::from(option.name.clone()))],
    );
    let (estimated, entered) = (
        text.get("throughput-estimated"),
        text.get("throughput-entered"),
    );
    ui.push_id(("throughput", option.id.as_str()), |ui| {
        let choices = [estimated.as_ref(), entered.as_ref()];
        if let Some(picked) = choice::segmented(ui, &name, &choices, usize::from(is_entered)) {
            let word = if picked == 1 { "entered" } else { "estimated" };
            page.act(Action::SetChoice {
                path: InputPath::new(format!("options.{}.throughput", option.id)),
                setting: Setting::Word(word.to_owned()),
            });
        }
        if is_entered {
            let owner = Owner {
                option: Some(&option.id),
                index: None,
            };
            figures_ui(
                ui,
                page,
                owner,
                &*hosting.serving,
                &["entered_tokens_per_second"],
            );
        } else {
            note(ui, text.get("throughput-estimated.help"));
        }
    });
}

fn targets_card(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let scenario = page.session.scenario();
    parts_of_page::card(
        ui,
        &text.get("latency-targets"),
        &text.get("latency-targets-aid"),
        |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            figures_ui(ui, page, Owner::default(), &scenario.workload, &TARGETS);
        },
    );
}

/// Options whose speed is somebody else's, which nothing here estimates.
fn elsewhere_card(ui: &mut Ui, page: &mut Page<'_>) {
    let look = Look::of(ui);
    let text = page.text;
    let scenario = page.session.scenario();
    let elsewhere: Vec<&DecisionOption> = scenario
        .options
        .iter()
        .filter(|option| hosting(&option.plan).is_none())
        .collect();
    if elsewhere.is_empty() {
        return;
    }
    let mut asked = None;
    parts_of_page::card(
        ui,
        &text.get("latency-elsewhere"),
        &text.get("latency-elsewhere-aid"),
        |ui| {
            for option in elsewhere {
                ui.horizontal(|ui| {
                    let kind = text.get(&format!("deployment-{}", option.deployment().key()));
                    if ui.add(button::link(&option.name)).clicked() {
                        asked = Some(option.id.clone());
                    }
                    ui.label(look.note(kind));
                });
            }
        },
    );
    if let Some(option) = asked {
        page.ask(Ask::Option(option));
    }
}

#[cfg(test)]
mod tests {
    use weighbridge_engine::figure::FigureGroup;
    use weighbridge_engine::scenario::Workload;

    #[test]
    fn targets_are_fields() {
        for field in super::TARGETS {
            assert!(<Workload as FigureGroup>::spec(field).is_some(), "{field}");
        }
    }
}
