//! One of a few, under each other, each with a line that says what it means.

use egui::accesskit::Role;
use egui::{
    EventFilter, Id, Key, Modifiers, Response, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use weighbridge_engine::scenario::{InputPath, Setting};
use weighbridge_session::Action;

use super::Page;
use crate::look::Look;
use crate::widgets::{Icon, focus_ring, icon};

/// A choice of the scenario at `path`: its keys are those of the engine, its words the messages
/// `prefix-key` and their help.
pub fn choice_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    path: String,
    (name, prefix): (&str, &str),
    keys: &[&'static str],
    chosen: &str,
) {
    let rows: Vec<(String, String)> = keys
        .iter()
        .map(|key| {
            let key = format!("{prefix}-{key}");
            let help = page.text.get(&format!("{key}.help"));
            (page.text.get(&key).into_owned(), help.into_owned())
        })
        .collect();
    let place = keys.iter().position(|key| *key == chosen).unwrap_or(0);
    if let Some(picked) = radio_list(ui, name, &rows, place) {
        let setting = Setting::Word(keys[picked].to_owned());
        page.act(Action::SetChoice {
            path: InputPath::new(path),
            setting,
        });
    }
}

/// Rows of a title and a line of help, one of them chosen. Arrow keys move, as among radio buttons.
/// Returns the place of a newly chosen one.
pub fn radio_list(
    ui: &mut Ui,
    name: &str,
    rows: &[(String, String)],
    chosen: usize,
) -> Option<usize> {
    let mut picked = None;
    let builder = UiBuilder::new()
        .id_salt(("radio list", name))
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = Look::of(ui).grid / 2.0;
        let mut places = Vec::with_capacity(rows.len());
        let mut step = None;
        for (index, (title, help)) in rows.iter().enumerate() {
            let is_chosen = index == chosen;
            let glyph = if is_chosen { Icon::Dot } else { Icon::Ring };
            // An id of its own: what is found above may change with the choice.
            let id = ui.make_persistent_id(("radio row", name, index));
            let response = row(ui, id, (title, help), Some(glyph), is_chosen);
            response.widget_info(|| {
                WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, title)
            });
            describe(ui, &response, help);
            if response.clicked() {
                picked = Some(index);
            }
            if let Some(by) = arrows(ui, &response) {
                step = Some((index as i64 + by).rem_euclid(rows.len() as i64) as usize);
            }
            places.push(response.id);
        }
        if let Some(next) = step {
            picked = Some(next);
            ui.memory_mut(|memory| memory.request_focus(places[next]));
        }
    });
    picked.filter(|index| *index != chosen)
}

/// A row that leads on: a title and a line of help over the whole width.
pub fn row_button(ui: &mut Ui, title: &str, help: &str) -> Response {
    let id = ui.make_persistent_id(("row button", title));
    let response = row(ui, id, (title, help), None, false);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), title));
    describe(ui, &response, help);
    response
}

fn row(
    ui: &mut Ui,
    id: Id,
    (title, help): (&str, &str),
    glyph: Option<Icon>,
    is_chosen: bool,
) -> Response {
    let look = Look::of(ui);
    let inset = if glyph.is_some() {
        6.0 * look.grid
    } else {
        2.0 * look.grid
    };
    let room = ui.available_width() - inset - look.grid;
    let painter = ui.painter().clone();
    let title = painter.layout(title.to_owned(), look.body_font(), look.ink, room);
    let help = painter.layout(help.to_owned(), look.small_font(), look.muted, room);
    let height = title.size().y + help.size().y + 2.0 * look.grid;
    let size = vec2(ui.available_width(), height);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(area, id, Sense::click());
    if ui.is_rect_visible(area) {
        let corner = look.control_corner();
        if is_chosen {
            painter.rect_filled(area, corner, look.accent_ground);
        } else if response.hovered() {
            painter.rect_filled(area, corner, look.tint(look.accent_ground, 0.6));
        }
        if let Some(glyph) = glyph {
            let side = vec2(4.0, 4.0) * look.grid;
            let centre = pos2(
                area.left() + 3.0 * look.grid,
                area.top() + look.grid + title.size().y / 2.0,
            );
            let colour = if is_chosen { look.accent } else { look.muted };
            icon::draw(
                &painter,
                egui::Rect::from_center_size(centre, side),
                glyph,
                colour,
            );
        }
        let left = area.left() + inset;
        let below = area.top() + look.grid + title.size().y;
        painter.galley(pos2(left, area.top() + look.grid), title, look.ink);
        painter.galley(pos2(left, below), help, look.muted);
        focus_ring(ui, area, corner, &response);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn describe(ui: &Ui, response: &Response, help: &str) {
    if !help.is_empty() {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_description(help));
    }
}

/// Up and down while the row has the keyboard.
fn arrows(ui: &Ui, response: &Response) -> Option<i64> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let step = ui.input_mut(|input| {
        input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as i64
            - input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as i64
    });
    (step != 0).then_some(step)
}
