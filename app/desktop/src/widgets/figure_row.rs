//! One input as a row: its name, where its value came from, and the field.

use egui::{Align, Layout, Shape, Stroke, Ui, UiBuilder, vec2};

use super::icon::{self, Icon};
use super::number_field::{NumberField, NumberReply};
use crate::look::Look;

/// The words around a [`NumberField`] in a row.
#[derive(Clone, Copy, Debug, Default)]
pub struct FigureRow<'a> {
    /// Name of the input.
    pub name: &'a str,
    /// Where the value came from, with its date: "preset · list price, 9 Nov 2026".
    pub origin: &'a str,
    /// Is the origin weak or assumed? Then it is marked.
    pub is_weak: bool,
    /// One line of help, shown when the pointer rests on the row and while it has the keyboard.
    pub help: &'a str,
    /// Before the last good value under the reason why an entry is refused; "Kept:".
    pub kept: &'a str,
    /// Before what an unfinished entry is understood as; "understood as".
    pub understood_as: &'a str,
}

impl FigureRow<'_> {
    /// Draws the row over the whole width, the field at its right end.
    pub fn show(self, ui: &mut Ui, field: NumberField<'_>) -> NumberReply {
        let look = Look::of(ui);
        let field_width = (0.42 * ui.available_width()).clamp(112.0, 168.0);
        let text_width = (ui.available_width() - field_width - look.gap_small).max(80.0);
        let top = ui.cursor().top();
        let field = field.width(field_width);
        let unit = field.unit_without_room(ui);
        let field = if unit.is_some() {
            field.unit_beside()
        } else {
            field
        };
        let reply = ui
            .horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = look.gap_small;
                let left = ui.cursor().left();
                // The field comes first in the code because the words depend on what happened in it;
                // it stands at the right all the same.
                let field_area = egui::Rect::from_min_size(
                    egui::pos2(left + text_width + look.gap_small, top + look.grid / 2.0),
                    vec2(field_width, look.control_height()),
                );
                let reply = ui
                    .scope_builder(UiBuilder::new().max_rect(field_area), |ui| field.show(ui))
                    .inner;
                let text_area =
                    egui::Rect::from_min_size(egui::pos2(left, top), vec2(text_width, 0.0));
                let builder = UiBuilder::new()
                    .max_rect(text_area)
                    .layout(Layout::top_down(Align::Min));
                let words = ui
                    .scope_builder(builder, |ui| self.words(ui, &look, unit, &reply))
                    .response;
                if !self.help.is_empty() {
                    words.on_hover_text(self.help);
                }
                reply
            })
            .inner;
        ui.add_space(look.grid / 2.0);
        dashes(ui, &look);
        reply
    }

    fn words(&self, ui: &mut Ui, look: &Look, unit: Option<&str>, reply: &NumberReply) {
        ui.spacing_mut().item_spacing = vec2(look.grid, look.grid / 2.0);
        let bad = reply.fault.is_some();
        let name = look.body(self.name);
        ui.add(egui::Label::new(if bad { name.color(look.bad) } else { name }).wrap());
        if let Some(unit) = unit {
            ui.add(egui::Label::new(look.small(unit).color(look.ink)).wrap());
        }
        if let Some(fault) = &reply.fault {
            let sentence = format!("{fault} {} {}", self.kept, reply.written);
            let response = ui.add(egui::Label::new(look.small(sentence).color(look.bad)).wrap());
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_live(egui::accesskit::Live::Polite);
            });
            return;
        }
        if let Some(understood) = &reply.understood {
            ui.label(
                look.small(format!("{} {understood}", self.understood_as))
                    .color(look.ink),
            );
        } else if !self.origin.is_empty() {
            ui.horizontal_top(|ui| {
                if self.is_weak {
                    let (area, _) = ui.allocate_exact_size(
                        vec2(look.small_size, look.small_size),
                        egui::Sense::hover(),
                    );
                    icon::draw(ui.painter(), area, Icon::Exclamation, look.caution);
                }
                ui.add(egui::Label::new(look.small(self.origin)).wrap());
            });
        }
        if reply.response.has_focus() && !self.help.is_empty() {
            ui.add(egui::Label::new(look.small(self.help)).wrap());
        }
    }
}

/// The dashed hairline between rows.
fn dashes(ui: &mut Ui, look: &Look) {
    let size = vec2(ui.available_width(), look.hairline);
    let (area, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let y = area.center().y;
    let ends = [egui::pos2(area.left(), y), egui::pos2(area.right(), y)];
    let stroke = Stroke::new(look.hairline, look.rule);
    ui.painter()
        .extend(Shape::dashed_line(&ends, stroke, 3.0, 3.0));
}
