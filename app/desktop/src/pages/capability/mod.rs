//! How well each option does the work: one column of comparable scores at a time, never a zero for
//! an option nobody scored.

mod scores;

use egui::Ui;
use weighbridge_engine::capability::{ColumnCoverage, ScoreColumn, columns, scores as scores_of};
use weighbridge_engine::explain::ResultPart;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{InputPath, OptionId, Scenario};
use weighbridge_units::Arg;

use super::charts::{COST_AGAINST_CAPABILITY, ChartCache};
use super::figures::{self, Owner, group_ui};
use super::parts::{
    Pane, add_options_first, ask_why, languages_table, note, option_cell, option_picker,
    option_row, owner_and_group, panes, paragraph, why_cell, wide_table,
};
use super::{Ask, Page};
use crate::look::Look;
use crate::widgets::table::{Cell, figure_column, text_column};
use crate::widgets::{Entry, PickerWords, button, page as parts_of_page, picker};

/// What is looked at on the page; nothing of it is part of the document.
#[derive(Debug, Default)]
pub struct State {
    /// The column of scores; the first that compares open and closed where nobody chose.
    pub column: Option<ScoreColumn>,
    /// The option whose quality figures are shown.
    pub option: Option<OptionId>,
    charts: ChartCache,
    scores: scores::State,
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    if add_options_first(ui, page, "step-capability") {
        return;
    }
    let choices = choices(page);
    let chosen = state
        .column
        .as_ref()
        .and_then(|column| choices.iter().find(|choice| choice.column == *column))
        .or(choices.first())
        .cloned();
    let Some(chosen) = chosen else { return };
    let is_scored = chosen.open + chosen.closed > 0;
    let headline =
        match state
            .charts
            .chart(page, COST_AGAINST_CAPABILITY, Some(chosen.column.clone()))
        {
            Some(chart) if is_scored => chart.title.clone(),
            _ => page.text.get("chart-title-no-scores").into_owned(),
        };
    parts_of_page::headline(ui, &headline, &coverage(page, &chosen));
    open_what_is_revealed(ui, page, state);
    panes(ui, |ui, pane| match pane {
        Pane::Left => {
            column_card(ui, page, state, &choices, &chosen);
            scores::card(ui, page, &mut state.scores, &chosen);
            quality_card(ui, page, state);
        }
        Pane::Right => {
            if is_scored {
                state.charts.capability_card(ui, page, &chosen.column);
            } else {
                let title = page.text.get("capability-nothing-drawn");
                parts_of_page::card(ui, &title, "", |ui| {
                    note(ui, page.text.get("capability-enter-first"))
                });
            }
            scores_card(ui, page, &chosen);
            solved_card(ui, page);
            languages_card(ui, page);
        }
    });
}

/// Whether the field of an input stands on this page.
pub fn holds(scenario: &Scenario, path: &InputPath) -> bool {
    owner_and_group(scenario, path).is_some_and(|(_, group)| group == "quality")
}

fn open_what_is_revealed(ui: &Ui, page: &Page<'_>, state: &mut State) {
    let Some(path) = figures::to_reveal(ui.ctx()) else {
        return;
    };
    if let Some((option, group)) = owner_and_group(page.session.scenario(), &path)
        && group == "quality"
    {
        state.option = option;
    }
}

/// The column of the client's own pilot, which is offered even while nobody has a score in it.
fn pilot(page: &Page<'_>) -> ColumnCoverage {
    let name = page.text.get("capability-own-pilot").into_owned();
    ColumnCoverage {
        column: ScoreColumn {
            group: "own-pilot".to_owned(),
            benchmark: "own-pilot".to_owned(),
            variant: String::new(),
            language: None,
        },
        group_name: String::new(),
        benchmark_name: name,
        open: 0,
        closed: 0,
    }
}

/// The columns that may be chosen.
fn choices(page: &Page<'_>) -> Vec<ColumnCoverage> {
    let mut choices = columns(page.session.scenario());
    let pilot = pilot(page);
    if choices.iter().all(|choice| choice.column != pilot.column) {
        choices.push(pilot);
    }
    choices
}

/// "MMLU-Pro, thinking, pt".
fn column_name(column: &ColumnCoverage) -> String {
    let further = [
        Some(&column.column.variant),
        column.column.language.as_ref(),
    ];
    let further = further
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty());
    std::iter::once(&column.benchmark_name)
        .chain(further)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ")
}

/// How many options the column covers.
fn coverage(page: &Page<'_>, column: &ColumnCoverage) -> String {
    page.text.format(
        "capability-coverage",
        &[
            ("score", Arg::from(column_name(column))),
            ("count", Arg::from(column.open + column.closed)),
            ("total", Arg::from(page.session.scenario().options.len())),
            ("open", Arg::from(column.open)),
            ("closed", Arg::from(column.closed)),
        ],
    )
}

fn column_card(
    ui: &mut Ui,
    page: &Page<'_>,
    state: &mut State,
    choices: &[ColumnCoverage],
    chosen: &ColumnCoverage,
) {
    let text = page.text;
    let entries: Vec<Entry> = choices
        .iter()
        .map(|choice| Entry {
            title: column_name(choice),
            note: choice.group_name.clone(),
            figure: text.format(
                "capability-open-closed",
                &[
                    ("open", Arg::from(choice.open)),
                    ("closed", Arg::from(choice.closed)),
                ],
            ),
            aliases: choice.column.key(),
        })
        .collect();
    let place = choices
        .iter()
        .position(|choice| choice.column == chosen.column);
    let (search, nothing) = (text.get("button-search"), text.get("window-search-nothing"));
    let words = PickerWords {
        search: &search,
        nothing: &nothing,
    };
    let name = text.get("capability-column");
    parts_of_page::card(ui, &name, &text.get("capability-column-aid"), |ui| {
        let picked = picker::picker(
            ui,
            &name,
            place,
            &text.get("button-choose"),
            &entries,
            words,
        );
        if let Some(choice) = picked.and_then(|place| choices.get(place)) {
            state.column = Some(choice.column.clone());
        }
        if !chosen.group_name.is_empty() {
            let table = [("table", Arg::from(chosen.group_name.clone()))];
            note(ui, text.format("capability-table", &table));
        }
        let scenario = page.session.scenario();
        let mut protocols: Vec<String> = scores_of(scenario, &chosen.column)
            .into_iter()
            .filter_map(|score| Some(score.published?.protocol.clone()))
            .filter(|protocol| !protocol.is_empty())
            .collect();
        protocols.sort();
        protocols.dedup();
        for protocol in protocols {
            note(
                ui,
                text.format("capability-protocol", &[("protocol", Arg::from(protocol))]),
            );
        }
    });
}

/// The score of every option in this column, before and after precision and customisation.
fn scores_card(ui: &mut Ui, page: &Page<'_>, chosen: &ColumnCoverage) {
    let look = Look::of(ui);
    let text = page.text;
    let outcome = page.session.outcome();
    let percent = |value: f64| text.arg(&Arg::Percent(value / 100.0));
    let columns = [
        text_column(text.get("column-option"), 2.0),
        figure_column(text.get("capability-published")),
        figure_column(text.get("capability-adjusted")),
        text_column(text.get("capability-known-from"), 1.4),
    ];
    let rows: Vec<_> = scores_of(page.session.scenario(), &chosen.column)
        .into_iter()
        .zip(&outcome.options)
        .map(|(score, option)| {
            let name = option_cell(&look, option);
            let cells = match (score.published, score.adjusted_pct) {
                (Some(published), Some(adjusted)) => vec![
                    name,
                    Cell::new(percent(published.score.value)),
                    Cell::new(percent(adjusted)),
                    Cell::new(text.render(&published.score.origin.in_short())),
                ],
                _ => vec![
                    name,
                    Cell::new("–"),
                    Cell::new("–"),
                    Cell::new(text.get("chart-note-without-score")).colour(look.muted),
                ],
            };
            option_row(outcome, option, cells)
        })
        .collect();
    let title = text.get("capability-scores");
    parts_of_page::card(ui, &title, &text.get("capability-scores-aid"), |ui| {
        wide_table(ui, &title, &columns, &rows);
    });
}

/// What a solved task costs, where the share of solved tasks is known.
fn solved_card(ui: &mut Ui, page: &mut Page<'_>) {
    let look = Look::of(ui);
    let text = page.text;
    let outcome = page.session.outcome();
    let solved = ResultPart::Measure(Measure::SolvedShare);
    let cost = ResultPart::Measure(Measure::PerSolvedTask);
    let columns = [
        text_column(text.get("column-option"), 1.0),
        figure_column(text.get("measure-solved-share")),
        figure_column(text.get("measure-usd-per-solved-task")),
    ];
    let known: Vec<_> = outcome
        .options
        .iter()
        .filter(|option| option.get(Measure::SolvedShare).is_some())
        .collect();
    let rows: Vec<_> = known
        .iter()
        .map(|option| {
            let cells = vec![
                option_cell(&look, option),
                why_cell(text, option, solved),
                why_cell(text, option, cost),
            ];
            option_row(outcome, option, cells)
        })
        .collect();
    let title = text.get("capability-solved");
    let mut pressed = None;
    parts_of_page::card(ui, &title, "", |ui| {
        if rows.is_empty() {
            note(ui, text.get("capability-solved-unknown"));
        } else {
            pressed = wide_table(ui, &title, &columns, &rows);
        }
    });
    if let Some((row, column)) = pressed
        && let Some(option) = known.get(row)
    {
        ask_why(page, &option.id, if column == 1 { solved } else { cost });
    }
}

fn languages_card(ui: &mut Ui, page: &mut Page<'_>) {
    let title = page.text.get("question-languages");
    let mut asks = false;
    parts_of_page::card(
        ui,
        &title,
        &page.text.get("capability-languages-aid"),
        |ui| {
            if !languages_table(ui, page, &title) {
                paragraph(ui, page.text.get("capability-no-languages"));
                asks = ui
                    .add(button::link(&page.text.get("step-question")))
                    .clicked();
            }
        },
    );
    if asks {
        page.ask(Ask::Step(0));
    }
}

/// What precision and customisation do to the scores of one option.
fn quality_card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let scenario = page.session.scenario();
    let shown = state
        .option
        .as_ref()
        .and_then(|id| scenario.option(id))
        .or(scenario.options.first());
    let Some(option) = shown else { return };
    parts_of_page::card(
        ui,
        &text.get("capability-quality"),
        &text.get("capability-quality-aid"),
        |ui| {
            let picked = option_picker(ui, page, &text.get("column-option"), Some(&option.id));
            if picked.is_some() {
                state.option = picked;
            }
            ui.spacing_mut().item_spacing.y = 2.0;
            let owner = Owner {
                option: Some(&option.id),
                index: None,
            };
            group_ui(ui, page, owner, &option.quality);
        },
    );
}
