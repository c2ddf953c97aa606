//! What goes to the board: what the report holds, its language and date, and the files.

use egui::Ui;
use weighbridge_charts::from_outcome::NAMES;
use weighbridge_text::Locale;
use weighbridge_units::{Arg, PartialDate};

use super::parts::{add_options_first, note, point};
use super::typed::{self, Words};
use super::{Ask, Page};
use crate::look::Look;
use crate::widgets::{Icon, button, choice, page as parts_of_page};

/// How the report is to be made; the window reads it when the report is asked for.
#[derive(Debug, Default)]
pub struct State {
    /// The language of the report; the window's where nobody chose.
    pub locale: Option<Locale>,
    /// The date printed on it; today's where nobody chose.
    pub date: Option<PartialDate>,
}

impl State {
    /// The language and the date for a report that is asked for now.
    pub fn choices(&self, page: &Page<'_>) -> (Locale, PartialDate) {
        let locale = self.locale.unwrap_or(page.text.locale());
        (locale, self.date.unwrap_or(page.session.today()))
    }
}

/// The parts of the report, in their order, with what each says.
const SECTIONS: [(&str, &str); 14] = [
    ("report-section-answer", "export-decision"),
    ("report-section-odds", "export-odds"),
    ("report-section-tornado", "export-tornado"),
    ("report-section-gates", "export-gates"),
    ("report-section-value", "export-value"),
    ("report-section-participants", "export-participants"),
    ("report-section-what-ifs", "export-what-ifs"),
    ("report-section-results", "export-results"),
    ("report-section-charts", "export-charts"),
    ("report-section-options", "export-options"),
    ("report-section-findings", "export-findings"),
    ("report-section-method", "export-method"),
    ("report-section-assumptions", "export-assumptions"),
    ("report-section-sources", "export-sources"),
];

/// Whether the report of this case has a part.
fn has_part(page: &Page<'_>, section: &str) -> bool {
    let scenario = page.session.scenario();
    let priorities = &scenario.priorities;
    let several = page.session.outcome().by_cost().len() > 1;
    match section {
        "report-section-gates" => !priorities.gates.is_empty(),
        "report-section-odds" | "report-section-tornado" => several,
        "report-section-value" => !priorities.criteria.is_empty(),
        "report-section-participants" => !priorities.participants.is_empty(),
        "report-section-what-ifs" => !priorities.what_ifs.is_empty(),
        _ => true,
    }
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    if add_options_first(ui, page, "step-report") {
        return;
    }
    let text = page.text;
    let is_ready = page.session.outcome().cheapest().is_some();
    let aid = if is_ready {
        "step-report.help"
    } else {
        "report-answer-none"
    };
    parts_of_page::headline(ui, &text.get("step-report.headline"), &text.get(aid));
    parts_of_page::columns(ui, 2, 400.0, |ui, index| {
        if index == 0 {
            report_card(ui, page, state, is_ready);
            charts_card(ui, page);
        } else {
            contents_card(ui, page);
        }
    });
}

/// Language, date, and the one thing to do here.
fn report_card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, is_ready: bool) {
    let text = page.text;
    let (locale, date) = state.choices(page);
    parts_of_page::card(
        ui,
        &text.get("export-report"),
        &text.get("export-report-aid"),
        |ui| {
            let look = Look::of(ui);
            let name = text.get("export-language");
            note(ui, name.clone());
            let languages = Locale::ALL.map(Locale::own_name);
            let place = Locale::ALL
                .iter()
                .position(|one| *one == locale)
                .unwrap_or(0);
            if let Some(picked) = languages_ui(ui, &name, &languages, place) {
                state.locale = Locale::ALL.get(picked).copied();
            }
            let (label, help) = (text.get("export-date"), text.get("export-date-help"));
            let words = Words {
                id_salt: "report date",
                label: &label,
                help: &help,
            };
            if let Some(date) = typed::date_ui(ui, text, words, date) {
                state.date = Some(date);
            }
            ui.add_space(look.grid);
            let words = text.get("export-report-button");
            if ui
                .add_enabled(is_ready, button::primary(&words).icon(Icon::Export))
                .clicked()
            {
                page.ask(Ask::ExportReport);
            }
        },
    );
}

/// The languages side by side, or under each other where there is no room.
fn languages_ui(ui: &mut Ui, name: &str, languages: &[&str], chosen: usize) -> Option<usize> {
    let look = Look::of(ui);
    let width = |words: &str| {
        let galley = ui
            .painter()
            .layout_no_wrap(words.to_owned(), look.body_font(), look.ink);
        galley.size().x + 6.0 * look.grid
    };
    let needed: f32 = languages.iter().map(|words| width(words)).sum();
    if needed <= ui.available_width() {
        return choice::segmented(ui, name, languages, chosen);
    }
    let rows: Vec<(String, String)> = languages
        .iter()
        .map(|one| ((*one).to_owned(), String::new()))
        .collect();
    super::choices::radio_list(ui, name, &rows, chosen)
}

fn charts_card(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let mut asked = None;
    parts_of_page::card(
        ui,
        &text.get("report-section-charts"),
        &text.get("export-charts-aid"),
        |ui| {
            for name in NAMES {
                let chart = text.get(&format!("chart-{name}")).into_owned();
                let words = text.format("results-export-chart", &[("chart", Arg::from(chart))]);
                if ui.add(button::quiet(&words).icon(Icon::Chart)).clicked() {
                    asked = Some(name);
                }
            }
        },
    );
    if let Some(chart) = asked {
        page.ask(Ask::ExportChart { chart });
    }
}

fn contents_card(ui: &mut Ui, page: &Page<'_>) {
    let look = Look::of(ui);
    let text = page.text;
    parts_of_page::card(
        ui,
        &text.get("export-contents"),
        &text.get("export-contents-aid"),
        |ui| {
            ui.spacing_mut().item_spacing.y = look.grid / 2.0;
            let parts = SECTIONS.into_iter();
            for (section, says) in parts.filter(|(section, _)| has_part(page, section)) {
                point(ui, Icon::Tick, look.good, text.get(section));
                let inset = egui::Margin {
                    left: (5.5 * look.grid) as i8,
                    ..egui::Margin::ZERO
                };
                egui::Frame::new()
                    .inner_margin(inset)
                    .show(ui, |ui| note(ui, text.get(says)));
            }
        },
    );
}
