//! Weights as bars: name, bar and share in one line each.

use egui::accesskit::Role;
use egui::{Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use weighbridge_text::{Digits, Text};

use super::{Shown, with_cost};
use crate::look::Look;
use crate::widgets::cut_text;

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bar {
    /// What it is about.
    pub(super) name: String,
    /// How long it is, from 0 to 1.
    pub(super) share: f64,
}

/// Draws the bars over the width that is there; the longest takes the room it has.
pub(super) fn bars(ui: &mut Ui, text: Text, list: &[Bar]) {
    let look = Look::of(ui);
    let longest = list.iter().map(|bar| bar.share).fold(0.0, f64::max);
    let width = ui.available_width();
    let figure = 11.0 * look.grid;
    let longest_name = list
        .iter()
        .map(|bar| {
            let galley = ui
                .painter()
                .layout_no_wrap(bar.name.clone(), look.body_font(), look.ink);
            galley.size().x
        })
        .fold(0.0, f32::max);
    let names = (longest_name + 2.0 * look.grid).min(0.64 * width);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for bar in list {
            let (area, response) =
                ui.allocate_exact_size(vec2(width, 6.5 * look.grid), Sense::hover());
            let share = text.percent(bar.share, Digits::Decimals(0));
            let said = format!("{}: {share}", bar.name);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
            if !ui.is_rect_visible(area) {
                continue;
            }
            let painter = ui.painter();
            let name = Rect::from_min_size(area.min, vec2(names - look.grid, area.height()));
            cut_text(painter, name, &bar.name, look.body_font(), look.ink);
            let room = Rect::from_min_max(
                pos2(area.left() + names, area.top() + 1.75 * look.grid),
                pos2(area.right() - figure, area.bottom() - 1.75 * look.grid),
            );
            let long = if longest > 0.0 {
                (bar.share / longest) as f32
            } else {
                0.0
            };
            let drawn = Rect::from_min_size(room.min, vec2(room.width() * long, room.height()));
            let corner = 2.0;
            painter.rect_filled(room, corner, look.tint(look.rule, 0.45));
            painter.rect_filled(drawn, corner, look.accent);
            let galley = painter.layout_no_wrap(share, look.body_font(), look.ink);
            let at = pos2(
                area.right() - galley.size().x,
                area.center().y - galley.size().y / 2.0,
            );
            painter.galley(at, galley, look.ink);
            response.on_hover_text(said);
        }
    });
}

/// The group's weights, the heaviest first.
pub(super) fn group_bars(shown: &Shown<'_>) -> Vec<Bar> {
    let weights = with_cost(&shown.weighing.weights, shown.weighing.cost_weight);
    sorted(shown, &weights)
}

/// Weights with the names of their criteria, the heaviest first.
pub(super) fn sorted(shown: &Shown<'_>, weights: &[f64]) -> Vec<Bar> {
    let mut list: Vec<Bar> = shown
        .weighed()
        .iter()
        .zip(weights)
        .map(|(id, share)| Bar {
            name: shown.words.criterion(id),
            share: *share,
        })
        .collect();
    list.sort_by(|one, other| other.share.total_cmp(&one.share));
    list
}
