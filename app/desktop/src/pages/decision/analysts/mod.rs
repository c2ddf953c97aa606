//! What analysts ask for, one click away: closed until somebody opens it.

mod futures;
mod over_volume;
mod results;
mod sampling;
mod sensitivity;
mod weights;

use egui::Ui;

use super::choice::Choice;
use crate::pages::Page;
use crate::pages::charts::ChartCache;
use crate::pages::parts::fold;
use crate::widgets::choice::segmented;
use over_volume::OverVolume;
use results::Results;
use sensitivity::Sensitivities;

/// What is open, and what is made on other threads.
#[derive(Debug, Default)]
pub(super) struct Analysts {
    is_open: bool,
    section: Section,
    over_volume: OverVolume,
    sensitivities: Sensitivities,
    results: Results,
}

/// A part of what analysts ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Section {
    #[default]
    Odds,
    Sensitivity,
    Weights,
    Futures,
    Results,
    Sampling,
}

impl Section {
    const ALL: [Section; 6] = [
        Section::Odds,
        Section::Sensitivity,
        Section::Weights,
        Section::Futures,
        Section::Results,
        Section::Sampling,
    ];

    const fn key(self) -> &'static str {
        match self {
            Section::Odds => "decision-section-odds",
            Section::Sensitivity => "decision-section-sensitivity",
            Section::Weights => "decision-section-weights",
            Section::Futures => "decision-section-futures",
            Section::Results => "decision-section-results",
            Section::Sampling => "decision-section-sampling",
        }
    }
}

impl Analysts {
    /// Draws the heading, and what is open below it.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        choice: &Choice<'_>,
        charts: &mut ChartCache,
    ) {
        let text = page.text;
        let title = text.get("decision-analysts");
        if fold(ui, &title, &text.get("decision-analysts-aid"), self.is_open) {
            self.is_open = !self.is_open;
        }
        if !self.is_open {
            return;
        }
        let names = Section::ALL.map(|section| text.get(section.key()));
        let names: Vec<&str> = names.iter().map(|name| name.as_ref()).collect();
        let here = Section::ALL
            .iter()
            .position(|section| *section == self.section);
        if let Some(picked) = segmented(ui, &title, &names, here.unwrap_or(0)) {
            self.section = Section::ALL[picked];
        }
        match self.section {
            Section::Odds => self.over_volume.ui(ui, page, choice, charts),
            Section::Sensitivity => self.sensitivities.ui(ui, page, choice, charts),
            Section::Weights => weights::ui(ui, page, choice, charts),
            Section::Futures => futures::ui(ui, page, choice),
            Section::Results => self.results.ui(ui, page, choice),
            Section::Sampling => sampling::ui(ui, page, choice),
        }
    }
}
