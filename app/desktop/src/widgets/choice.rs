//! One of a few, and yes or no.

use egui::accesskit::Role;
use egui::{
    Color32, CornerRadius, CursorIcon, Rect, Response, Sense, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::{focus_ring, sideways_keys};
use crate::look::Look;

/// One of a few, side by side: every choice is visible, the chosen one filled.
/// Returns the place of a newly chosen one.
pub fn segmented(ui: &mut Ui, name: &str, choices: &[&str], chosen: usize) -> Option<usize> {
    let look = Look::of(ui);
    let padding = 3.0 * look.grid;
    let galleys: Vec<_> = choices
        .iter()
        .map(|text| {
            ui.painter()
                .layout_no_wrap((*text).to_owned(), look.body_font(), Color32::PLACEHOLDER)
        })
        .collect();
    let width = galleys
        .iter()
        .map(|galley| galley.size().x + 2.0 * padding)
        .sum();
    let builder = UiBuilder::new()
        .id_salt(("segmented", name))
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(name);
    let mut picked = None;
    ui.scope_builder(builder, |ui| {
        let (area, _) = ui.allocate_exact_size(vec2(width, look.control_height()), Sense::hover());
        let corner = look.control_corner();
        ui.painter().rect(
            area,
            corner,
            look.card,
            look.rule_stroke(),
            StrokeKind::Inside,
        );
        let mut left = area.left();
        for (index, galley) in galleys.into_iter().enumerate() {
            let part = Rect::from_min_size(
                pos2(left, area.top()),
                vec2(galley.size().x + 2.0 * padding, area.height()),
            );
            left = part.right();
            let is_chosen = index == chosen;
            let id = ui.scope_id().with(index);
            let response = ui.interact(part, id, Sense::click());
            response.widget_info(|| {
                WidgetInfo::selected(
                    Role::RadioButton,
                    ui.is_enabled(),
                    is_chosen,
                    choices[index],
                )
            });
            if response.clicked() {
                picked = Some(index);
            }
            if let Some(step) = sideways_keys(ui, &response) {
                let next = (index as i64 + step).rem_euclid(choices.len() as i64) as usize;
                picked = Some(next);
                ui.memory_mut(|memory| memory.request_focus(ui.scope_id().with(next)));
            }
            let inner = part.shrink(look.hairline);
            let fill = if is_chosen {
                look.accent_ground
            } else if response.hovered() {
                look.tint(look.accent_ground, 0.5)
            } else {
                Color32::TRANSPARENT
            };
            ui.painter().rect_filled(inner, corner, fill);
            if index > 0 {
                ui.painter()
                    .vline(part.left(), area.y_range(), look.rule_stroke());
            }
            let colour = if is_chosen { look.accent } else { look.ink };
            ui.painter()
                .galley(part.center() - galley.size() / 2.0, galley, colour);
            if is_chosen {
                // A second cue beside the colour: the chosen one is underlined.
                let line = inner.left() + padding..=inner.right() - padding;
                let y = inner.bottom() - look.hairline;
                ui.painter()
                    .hline(line, y, egui::Stroke::new(2.0 * look.hairline, look.accent));
            }
            focus_ring(ui, inner, corner, &response);
            response.on_hover_cursor(CursorIcon::PointingHand);
        }
    });
    picked.filter(|index| *index != chosen)
}

/// Yes or no, as a switch with its words after it.
pub fn toggle(ui: &mut Ui, is_on: &mut bool, words: &str) -> Response {
    let look = Look::of(ui);
    let galley =
        ui.painter()
            .layout_no_wrap(words.to_owned(), look.body_font(), Color32::PLACEHOLDER);
    let switch = vec2(8.0, 4.5) * look.grid;
    let size = vec2(
        switch.x + look.gap_small + galley.size().x,
        look.control_height(),
    );
    let (area, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *is_on = !*is_on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *is_on, words));
    if ui.is_rect_visible(area) {
        let how_on = ui.ctx().animate_bool_responsive(response.id, *is_on);
        let track =
            Rect::from_min_size(pos2(area.left(), area.center().y - switch.y / 2.0), switch);
        let fill = look.field.lerp_to_gamma(look.accent, how_on);
        let edge = egui::Stroke::new(look.hairline, look.muted.lerp_to_gamma(look.accent, how_on));
        let round = CornerRadius::same((switch.y / 2.0) as u8);
        ui.painter()
            .rect(track, round, fill, edge, StrokeKind::Inside);
        let radius = switch.y / 2.0 - 3.0;
        let x = egui::lerp(
            track.left() + 3.0 + radius..=track.right() - 3.0 - radius,
            how_on,
        );
        let knob = look.muted.lerp_to_gamma(look.on_accent, how_on);
        ui.painter()
            .circle_filled(pos2(x, track.center().y), radius, knob);
        let text = pos2(
            track.right() + look.gap_small,
            area.center().y - galley.size().y / 2.0,
        );
        ui.painter().galley(text, galley, look.ink);
        focus_ring(ui, area, look.control_corner(), &response);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
