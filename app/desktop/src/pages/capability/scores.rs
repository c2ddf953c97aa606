//! Scores typed in by the user: added, typed over, removed, and marked as entered.

use egui::{Ui, vec2};
use weighbridge_engine::capability::{ColumnCoverage, OptionScore, scores};
use weighbridge_engine::figure::{Figure, Origin};
use weighbridge_engine::scenario::{CapabilityScore, DecisionOption, OptionId};
use weighbridge_session::Action;
use weighbridge_units::{Arg, Unit};

use crate::look::Look;
use crate::pages::Page;
use crate::widgets::{FigureRow, Icon, NumberField, button, page as parts_of_page};

/// The option for which a score is being typed in.
#[derive(Debug, Default)]
pub(super) struct State {
    entering: Option<OptionId>,
}

/// A field for each option that has a score in the column, and a way to enter one for the others.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, column: &ColumnCoverage) {
    let text = page.text;
    let scenario = page.session.scenario();
    parts_of_page::card(
        ui,
        &text.get("capability-enter"),
        &text.get("capability-enter-aid"),
        |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (option, score) in scenario
                .options
                .iter()
                .zip(scores(scenario, &column.column))
            {
                let is_entering = state.entering.as_ref() == Some(&option.id);
                if score.published.is_some() {
                    known(ui, page, option, &score);
                } else if is_entering {
                    if let Some(value) = field(ui, page, option, f64::NAN, "", false) {
                        let score = entered(page, column, value);
                        page.act(Action::AddScore {
                            option: option.id.clone(),
                            score,
                        });
                        state.entering = None;
                    }
                } else {
                    let words = text.format(
                        "capability-enter-score",
                        &[("option", Arg::from(option.name.clone()))],
                    );
                    if ui.add(button::link(&words)).clicked() {
                        state.entering = Some(option.id.clone());
                    }
                }
            }
        },
    );
}

/// A score that is there, with the button that removes it.
fn known(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, score: &OptionScore<'_>) {
    let Some(published) = score.published else {
        return;
    };
    let index = option
        .scores
        .iter()
        .position(|own| std::ptr::eq(own, published));
    let Some(index) = index else { return };
    let text = page.text;
    let look = Look::of(ui);
    let origin = text.render(&published.score.origin.in_short());
    let remove = text.format(
        "capability-remove-score",
        &[("option", Arg::from(option.name.clone()))],
    );
    let side = look.control_height();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.grid;
        let width = ui.available_width() - side - look.grid;
        let down = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(width, 0.0), down, |ui| {
            ui.set_width(width);
            let is_weak = published.score.origin.is_doubtful();
            if let Some(value) = field(ui, page, option, published.score.value, &origin, is_weak) {
                page.act(Action::EnterScore {
                    option: option.id.clone(),
                    index,
                    value,
                });
            }
        });
        if ui.add(button::glyph(Icon::Bin, &remove)).clicked() {
            page.act(Action::RemoveScore {
                option: option.id.clone(),
                index,
            });
        }
    });
}

/// A field for a score in percent; a value that is no number is an empty field.
fn field(
    ui: &mut Ui,
    page: &Page<'_>,
    option: &DecisionOption,
    value: f64,
    origin: &str,
    is_weak: bool,
) -> Option<f64> {
    let text = page.text;
    let range = text.format(
        "value-allowed",
        &[("low", Arg::Number(0.0)), ("high", Arg::Number(100.0))],
    );
    let parse = |typed: &str| {
        let number = typed.trim().trim_end_matches('%');
        let value = text
            .parse_in(number, Unit::NONE)
            .map_err(|error| text.describe(&error))?;
        if (0.0..=100.0).contains(&value) {
            Ok(value)
        } else {
            Err(range.clone())
        }
    };
    let format = |value: f64| {
        if value.is_nan() {
            String::new()
        } else {
            text.editable_in(value, Unit::NONE)
        }
    };
    let (kept, understood) = (text.get("window-kept"), text.get("window-understood-as"));
    let salt = format!("score of {}", option.id);
    let field = NumberField::new(&salt, &option.name, value, &parse, &format)
        .unit("%")
        .step(1.0)
        .description(origin);
    let row = FigureRow {
        name: &option.name,
        origin,
        is_weak,
        help: &range,
        kept: &kept,
        understood_as: &understood,
    };
    row.show(ui, field).committed
}

/// A score of the column, entered today.
fn entered(page: &Page<'_>, column: &ColumnCoverage, value: f64) -> CapabilityScore {
    let on = Some(page.session.today());
    let score = Figure {
        origin: Origin::Entered { by: None, on },
        ..Figure::entered(value)
    };
    CapabilityScore {
        group: column.column.group.clone(),
        group_name: column.group_name.clone(),
        benchmark: column.column.benchmark.clone(),
        benchmark_name: column.benchmark_name.clone(),
        variant: column.column.variant.clone(),
        protocol: String::new(),
        language: column.column.language.clone(),
        score,
    }
}
