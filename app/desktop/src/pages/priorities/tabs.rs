//! Views of a page beside each other; on more lines where there is little room.

use egui::accesskit::Role;
use egui::{CursorIcon, Response, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use crate::look::Look;
use crate::widgets::{focus_ring, sideways_keys};

/// Draws the tabs. Returns the place of a newly chosen one.
pub(super) fn tabs(
    ui: &mut Ui,
    name: &str,
    words: &[String],
    chosen: Option<usize>,
) -> Option<usize> {
    let look = Look::of(ui);
    let mut picked = None;
    let builder = UiBuilder::new()
        .id_salt(("tabs", name))
        .accessibility_role(Role::TabList)
        .accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(look.grid, look.grid);
            let mut places = Vec::with_capacity(words.len());
            let mut step = None;
            for (index, word) in words.iter().enumerate() {
                let response = tab(ui, word, chosen == Some(index));
                if response.clicked() {
                    picked = Some(index);
                }
                if let Some(by) = sideways_keys(ui, &response) {
                    step = Some((index as i64 + by).rem_euclid(words.len() as i64) as usize);
                }
                places.push(response.id);
            }
            if let Some(next) = step {
                picked = Some(next);
                ui.memory_mut(|memory| memory.request_focus(places[next]));
            }
        });
    });
    picked.filter(|index| chosen != Some(*index))
}

fn tab(ui: &mut Ui, word: &str, is_chosen: bool) -> Response {
    let look = Look::of(ui);
    let (font, colour) = if is_chosen {
        (look.strong_font(), look.accent)
    } else {
        (look.body_font(), look.ink)
    };
    let galley = ui.painter().layout_no_wrap(word.to_owned(), font, colour);
    let size = vec2(
        galley.size().x + 5.0 * look.grid,
        look.control_height() + look.grid,
    );
    let (area, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_chosen, word));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(is_chosen));
    if ui.is_rect_visible(area) {
        let corner = look.control_corner();
        if is_chosen {
            ui.painter().rect_filled(area, corner, look.accent_ground);
            let y = area.bottom() - look.hairline;
            let line = area.left() + 2.5 * look.grid..=area.right() - 2.5 * look.grid;
            let stroke = Stroke::new(2.0 * look.hairline, look.accent);
            ui.painter().hline(line, y, stroke);
        } else if response.hovered() {
            let fill = look.tint(look.accent_ground, 0.6);
            ui.painter().rect_filled(area, corner, fill);
        }
        let at = area.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, colour);
        focus_ring(ui, area, corner, &response);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
