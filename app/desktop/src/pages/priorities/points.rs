//! Points from 0 to 100 by slider and by number: swing weights and judgements alike.

use egui::Ui;
use weighbridge_engine::figure::{FieldSpec, Figure, Origin, RangeShape};
use weighbridge_engine::scenario::InputPath;
use weighbridge_session::Action;
use weighbridge_text::Text;
use weighbridge_units::Arg;

use crate::look::Look;
use crate::pages::Page;
use crate::pages::figures::{figure_menu, parse, show_if_revealed};
use crate::pages::ranges::{Subject, button_side, range_ui};
use crate::widgets::{NumberField, Slider};

/// The room below which words stand over their slider instead of beside it.
const NARROW: f32 = 560.0;

/// Points somebody gives.
#[derive(Clone, Copy)]
pub(super) struct Points<'a> {
    /// The path of the figure.
    pub(super) path: &'a str,
    /// What a screen reader calls it: criterion, and option or person.
    pub(super) name: &'a str,
    /// Its field.
    pub(super) spec: &'static FieldSpec,
    /// The figure; nothing where nobody has given any.
    pub(super) figure: Option<&'a Figure>,
    /// What a screen reader adds: what worst and best mean.
    pub(super) help: &'a str,
}

/// Words at the left, which `words` draws, and slider, field and range at the right.
pub(super) fn points_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    drags: &mut Option<String>,
    points: Points<'_>,
    words: impl FnOnce(&mut Ui, &mut Page<'_>),
) {
    let look = Look::of(ui);
    let wide = ui.available_width();
    let slider = (0.30 * wide).clamp(120.0, 280.0);
    let right = slider + 18.0 * look.grid + button_side(&look) + 3.0 * look.gap_small;
    ui.push_id(points.path, |ui| {
        if wide < NARROW {
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = look.grid / 2.0;
                words(ui, page);
            });
            let slider = (wide - right + slider).max(slider);
            ui.horizontal_top(|ui| controls(ui, page, drags, points, slider));
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = look.gap_small;
            let down = egui::Layout::top_down(egui::Align::Min);
            let room = wide - right;
            ui.allocate_ui_with_layout(egui::vec2(room, 0.0), down, |ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = look.grid / 2.0;
                words(ui, page);
            });
            controls(ui, page, drags, points, slider);
        });
    });
}

fn controls(
    ui: &mut Ui,
    page: &mut Page<'_>,
    drags: &mut Option<String>,
    points: Points<'_>,
    width: f32,
) {
    let look = Look::of(ui);
    ui.spacing_mut().item_spacing.x = look.gap_small;
    let text = page.text;
    let middle = 0.5 * (points.spec.min + points.spec.max);
    let value = points.figure.map_or(middle, |figure| figure.value);
    let written = |value: f64| text.editable_in(value.round(), points.spec.unit);
    let name = text.format(
        "priorities-slider",
        &[("name", Arg::from(points.name.to_owned()))],
    );
    let range = points.spec.min..=points.spec.max;
    let reply = ui
        .scope(|ui| {
            if points.figure.is_none() {
                ui.multiply_opacity(0.4);
            }
            Slider::new(&name, value, range, &written)
                .width(width)
                .show(ui)
        })
        .inner;
    let is_held = reply.response.is_pointer_button_down_on();
    let is_dragged = drags.as_deref() == Some(points.path);
    if is_held && !is_dragged {
        page.act(Action::BeginGesture);
        *drags = Some(points.path.to_owned());
    }
    if let Some(moved) = reply.moved.map(f64::round) {
        give(page, points, moved);
    }
    if !is_held && is_dragged {
        page.act(Action::EndGesture);
        *drags = None;
    }
    field(ui, page, points);
    match points.figure {
        Some(figure) => range_ui(
            ui,
            page,
            Subject {
                path: points.path,
                label: points.name,
                spec: points.spec,
                figure,
                text,
            },
        ),
        None => {
            let side = button_side(&look);
            ui.allocate_space(egui::vec2(side, side));
        }
    }
}

/// A field for the points; empty where nobody has given any.
fn field(ui: &mut Ui, page: &mut Page<'_>, points: Points<'_>) {
    let look = Look::of(ui);
    let text = page.text;
    let parse = |typed: &str| parse(text, points.spec, typed);
    let format = |value: f64| {
        if value.is_nan() {
            String::new()
        } else {
            text.editable_in(value, points.spec.unit)
        }
    };
    let value = points.figure.map_or(f64::NAN, |figure| figure.value);
    let reply = ui
        .vertical(|ui| {
            let field = NumberField::new(points.path, points.name, value, &parse, &format)
                .step(1.0)
                .description(points.help)
                .width(18.0 * look.grid);
            let reply = field.show(ui);
            if let Some(fault) = &reply.fault {
                let sentence = format!("{fault} {} {}", text.get("window-kept"), reply.written);
                ui.set_max_width(18.0 * look.grid);
                let said = ui.add(egui::Label::new(look.small(sentence).color(look.bad)).wrap());
                ui.ctx().accesskit_node_builder(said.id, |node| {
                    node.set_live(egui::accesskit::Live::Polite);
                });
            }
            reply
        })
        .inner;
    show_if_revealed(ui, points.path, &reply.response);
    if let Some(value) = reply.committed {
        give(page, points, value);
    }
    if let Some(figure) = points.figure {
        figure_menu(ui, page, &reply.response, points.path, figure);
    }
}

/// Gives points; a range around the old ones moves with them.
fn give(page: &mut Page<'_>, points: Points<'_>, value: f64) {
    let path = InputPath::new(points.path);
    let moved = points
        .figure
        .and_then(|figure| moved(points.spec, figure, value));
    match moved {
        Some(mut figure) => {
            figure.origin = Origin::Entered {
                by: None,
                on: Some(page.session.today()),
            };
            page.act(Action::SetFigure { path, figure });
        }
        None => page.act(Action::SetValue { path, value }),
    }
}

/// The figure at another value, its range as far from it as before and inside what is allowed;
/// nothing where it has no range that can move.
fn moved(spec: &FieldSpec, figure: &Figure, value: f64) -> Option<Figure> {
    let range = figure.range.as_ref()?;
    if matches!(range.shape, RangeShape::Cases(_)) {
        return None;
    }
    let by = value - figure.value;
    let mut next = figure.clone();
    next.value = value;
    let mut range = range.clone();
    range.low = (range.low + by).clamp(spec.min, value);
    range.high = (range.high + by).clamp(value, spec.max);
    next.range = (range.low < range.high).then_some(range);
    Some(next)
}

/// What worst and best mean, in one line: "worst: nobody can leave · best: anybody can".
pub(super) fn anchors(text: Text, worst: &str, best: &str) -> String {
    text.format(
        "priorities-anchors",
        &[
            ("worst", Arg::from(worst.to_owned())),
            ("best", Arg::from(best.to_owned())),
        ],
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use weighbridge_engine::figure::{Range, RangeReading};
    use weighbridge_engine::scenario::ASSESSMENT;

    use super::*;

    #[test]
    fn a_range_moves_with_its_value_and_stays_inside_what_is_allowed() {
        let figure = Figure {
            range: Some(Range::new(30.0, 60.0, RangeReading::Percentiles10And90)),
            ..Figure::entered(40.0)
        };
        for (value, low, high) in [(50.0, 40.0, 70.0), (5.0, 0.0, 25.0), (95.0, 85.0, 100.0)] {
            let next = moved(&ASSESSMENT, &figure, value).unwrap();
            let range = next.range.unwrap();
            assert_eq!((next.value, range.low, range.high), (value, low, high));
        }
        assert_eq!(moved(&ASSESSMENT, &Figure::entered(3.0), 4.0), None);
    }
}
