//! The answer first, then how sure, then the evidence and what would change it.

mod agreement;
mod analysts;
mod choice;
mod evidence;
mod flips;
mod options;
mod sureness;
mod view;
mod worth;

use egui::Ui;

use super::Page;
use super::charts::ChartCache;
use super::parts::{add_options_first, point};
use crate::look::Look;
use crate::widgets::{Icon, page as parts_of_page};
use analysts::Analysts;
use choice::Choice;
use evidence::Evidence;
use flips::FlipSearch;

pub use choice::futures_words;

/// What is looked at on the page; nothing of it is part of the document.
#[derive(Debug, Default)]
pub struct State {
    charts: ChartCache,
    evidence: Evidence,
    flips: FlipSearch,
    analysts: Analysts,
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    if add_options_first(ui, page, "step-decision") {
        return;
    }
    let choice = Choice::of(page);
    parts_of_page::headline(ui, &view::headline(&choice), &view::how_sure(page, &choice));
    sureness::strip(ui, page, &choice);
    parts_of_page::columns(ui, 2, 430.0, |ui, index| {
        if index == 0 {
            state.evidence.dots_ui(ui, page, &choice, &mut state.charts);
            flips::card(ui, page, &choice, &mut state.flips);
        } else {
            state
                .evidence
                .tornado_ui(ui, page, &choice, &mut state.charts);
            reasons_card(ui, page, &choice);
        }
    });
    options::card(ui, page, &choice);
    parts_of_page::columns(ui, 2, 430.0, |ui, index| {
        if index == 0 {
            worth::card(ui, page, &choice);
        } else {
            findings_card(ui, page);
        }
    });
    state.analysts.ui(ui, page, &choice, &mut state.charts);
}

/// Why this option: three reasons at most.
fn reasons_card(ui: &mut Ui, page: &Page<'_>, choice: &Choice<'_>) {
    let look = Look::of(ui);
    let reasons = &choice.recommendation.reasons;
    if reasons.is_empty() {
        return;
    }
    let title = page.text.get("decision-reasons");
    parts_of_page::card(ui, &title, "", |ui| {
        for reason in reasons {
            let words = choice.words.reason(&choice.recommendation, reason);
            point(ui, Icon::Tick, look.good, words);
        }
    });
}

/// What a careful reader should know, grave things first.
fn findings_card(ui: &mut Ui, page: &Page<'_>) {
    let look = Look::of(ui);
    let text = page.text;
    let sentences = view::findings(page);
    parts_of_page::card(ui, &text.get("report-section-findings"), "", |ui| {
        if sentences.is_empty() {
            point(ui, Icon::Tick, look.good, text.get("decision-no-findings"));
        }
        for (is_grave, sentence) in sentences {
            let colour = if is_grave { look.bad } else { look.caution };
            point(ui, Icon::Exclamation, colour, sentence);
        }
    });
}
