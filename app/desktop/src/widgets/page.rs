//! The parts of a page: headline, card, empty state, name–value pairs.

use egui::accesskit::Role;
use egui::{Align, InnerResponse, Layout, Response, Ui, UiBuilder, vec2};

use super::button::Button;
use super::icon::{self, Icon};
use crate::look::Look;

/// The page's headline, a sentence computed from the outcome, and under it one line of how sure.
pub fn headline(ui: &mut Ui, sentence: &str, how_sure: &str) {
    let look = Look::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = look.grid;
        let response = ui.add(
            egui::Label::new(look.headline(sentence))
                .wrap()
                .selectable(true),
        );
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Heading);
            node.set_level(1);
            node.set_label(sentence);
        });
        if !how_sure.is_empty() {
            ui.add(
                egui::Label::new(look.note(how_sure))
                    .wrap()
                    .selectable(true),
            );
        }
    });
}

/// A card: one idea, its title the message, its second line the unit and the reading aid.
/// It takes the width that is there; pass an empty `aid` to leave the second line out.
pub fn card<R>(
    ui: &mut Ui,
    title: &str,
    aid: &str,
    contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    card_with(ui, title, aid, |_| (), contents)
}

/// A card with buttons at the right end of its title.
pub fn card_with<R>(
    ui: &mut Ui,
    title: &str,
    aid: &str,
    buttons: impl FnOnce(&mut Ui),
    contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let look = Look::of(ui);
    let builder = UiBuilder::new()
        .id_salt(("card", title))
        .accessibility_role(Role::Group)
        .accessibility_label(title);
    ui.scope_builder(builder, |ui| {
        look.card_frame()
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = look.grid;
                two_ends(
                    ui,
                    "title",
                    look.title_size + look.grid,
                    |ui| {
                        if !title.is_empty() {
                            heading(ui, title);
                        }
                    },
                    buttons,
                );
                if !aid.is_empty() {
                    ui.add(egui::Label::new(look.note(aid)).wrap());
                }
                ui.add_space(look.gap_small);
                ui.spacing_mut().item_spacing.y = look.gap_small;
                contents(ui)
            })
            .inner
    })
}

/// A title inside a card or a page, one level under the headline.
pub fn heading(ui: &mut Ui, title: &str) -> Response {
    let look = Look::of(ui);
    let response = ui.add(egui::Label::new(look.title(title)).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(2);
        node.set_label(title);
    });
    response
}

/// A caption over its value, as in the decision bar and under charts.
pub fn caption_and_value(ui: &mut Ui, caption: &str, value: &str) -> Response {
    let look = Look::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = look.grid / 2.0;
        ui.label(look.small(caption));
        ui.add(egui::Label::new(look.title(value)).truncate());
    })
    .response
}

/// What stands where nothing is yet: why it is empty, and the button that changes that.
/// Returns whether the button was pressed.
pub fn empty(ui: &mut Ui, icon: Icon, sentence: &str, button: Option<Button<'_>>) -> bool {
    let look = Look::of(ui);
    let mut pressed = false;
    ui.vertical_centered(|ui| {
        ui.add_space(look.gap_large);
        let (area, _) = ui.allocate_exact_size(vec2(8.0, 8.0) * look.grid, egui::Sense::hover());
        icon::draw(ui.painter(), area, icon, look.muted);
        ui.label(look.note(sentence));
        if let Some(button) = button {
            ui.add_space(look.grid);
            pressed = ui.add(button).clicked();
        }
        ui.add_space(look.gap_large);
    });
    pressed
}

/// Lays out the two ends of a line, both in reading order: Tab goes through them as the eye does.
/// The right end gets what it needs, the left end the rest; `height` is the least.
pub fn two_ends(
    ui: &mut Ui,
    id_salt: &str,
    height: f32,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    let id = ui.make_persistent_id(id_salt);
    let needed = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let line = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), line, |ui| {
        // An empty end still has its distance.
        let between = ui.spacing().item_spacing.x;
        let room = (ui.available_width() - needed - between).max(0.0);
        ui.allocate_ui_with_layout(vec2(room, height), line, |ui| {
            ui.set_width(room);
            left(ui);
        });
        let found = ui.scope(right).response.rect.width();
        if (found - needed).abs() > 0.5 {
            // Its width is known only once it is drawn; this pass is thrown away.
            ui.data_mut(|data| data.insert_temp(id, found));
            ui.ctx()
                .request_discard("the right end of a line has another width");
        }
    });
}

/// A horizontal hairline over the whole width.
pub fn rule(ui: &mut Ui) {
    let look = Look::of(ui);
    let size = vec2(ui.available_width(), look.hairline);
    let (area, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    ui.painter()
        .hline(area.x_range(), area.center().y, look.rule_stroke());
}

/// Lays `count` columns of equal width beside each other where each gets at least `least` points,
/// and under each other where not.
pub fn columns(ui: &mut Ui, count: usize, least: f32, mut contents: impl FnMut(&mut Ui, usize)) {
    let look = Look::of(ui);
    let wide = ui.available_width();
    let fits = ((wide + look.gap) / (least + look.gap)).floor().max(1.0) as usize;
    let per_row = fits.min(count).max(1);
    let width = (wide - look.gap * (per_row as f32 - 1.0)) / per_row as f32;
    let mut first = 0;
    while first < count {
        let last = (first + per_row).min(count);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = look.gap;
            for index in first..last {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing = vec2(look.gap_small, look.gap);
                    contents(ui, index);
                });
            }
        });
        if last < count {
            ui.add_space(look.gap - ui.spacing().item_spacing.y);
        }
        first = last;
    }
}
