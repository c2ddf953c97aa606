//! An entry of the path on the left: a glyph, the step's name, two words about its state.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, CursorIcon, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::focus_ring;
use super::icon::{self, Icon};
use crate::look::Look;

/// How far a step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepState {
    /// Not looked at yet.
    #[default]
    Open,
    /// Some of it is the user's own.
    Begun,
    /// Everything in it is known.
    Done,
    /// Something in it wants a look.
    Attention,
}

/// Room below which a note is left out, in steps of the grid.
const LEAST_NOTE: f32 = 9.0;

/// Draws one entry over the whole width.
/// `note` is the state in two words ("2 old prices"); `state_name` says the glyph to a screen reader.
pub fn step_entry(
    ui: &mut Ui,
    name: &str,
    state: StepState,
    state_name: &str,
    note: &str,
    is_here: bool,
) -> Response {
    entry(ui, name, state, state_name, note, is_here, note)
}

/// The same entry without its note, which is still read out; without its name too where only a glyph has room.
pub fn step_entry_short(
    ui: &mut Ui,
    name: &str,
    state: StepState,
    state_name: &str,
    note: &str,
    is_here: bool,
) -> Response {
    entry(ui, name, state, state_name, note, is_here, "")
}

fn entry(
    ui: &mut Ui,
    name: &str,
    state: StepState,
    state_name: &str,
    note: &str,
    is_here: bool,
    shown_note: &str,
) -> Response {
    let look = Look::of(ui);
    let size = vec2(ui.available_width(), 8.5 * look.grid);
    let (area, response) = ui.allocate_exact_size(size, Sense::click());
    let label = if note.is_empty() {
        format!("{name}, {state_name}")
    } else {
        format!("{name}, {state_name}, {note}")
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, ui.is_enabled(), &label));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(is_here));
    if ui.is_rect_visible(area) {
        let corner = look.control_corner();
        let fill = if is_here {
            look.accent_ground
        } else if response.hovered() {
            look.tint(look.accent_ground, 0.5)
        } else {
            Color32::TRANSPARENT
        };
        ui.painter().rect_filled(area, corner, fill);
        // Where only the glyph has room it stands in the middle.
        let glyph_x = if area.width() < 15.0 * look.grid {
            area.center().x
        } else {
            area.left() + 4.5 * look.grid
        };
        let glyph =
            Rect::from_center_size(pos2(glyph_x, area.center().y), vec2(3.0, 3.0) * look.grid);
        let (sign, colour) = match state {
            StepState::Done => (Icon::Tick, look.good),
            StepState::Attention => (Icon::Exclamation, look.caution),
            StepState::Begun => (Icon::Begun, look.ink),
            StepState::Open if is_here => (Icon::Dot, look.ink),
            StepState::Open => (Icon::Ring, look.muted),
        };
        icon::draw(ui.painter(), glyph, sign, colour);
        let middle = area.center().y;
        let painter = ui.painter_at(area);
        let (font, colour) = if is_here {
            (look.strong_font(), look.ink)
        } else {
            (
                look.body_font(),
                if response.hovered() {
                    look.ink
                } else {
                    look.muted
                },
            )
        };
        // The name comes first: the note has what is left, or does not show.
        let left = area.left() + 9.0 * look.grid;
        let right = area.right() - 2.5 * look.grid;
        let name_end = left
            + painter
                .layout_no_wrap(name.to_owned(), font.clone(), colour)
                .size()
                .x;
        let note_start = name_end + 2.0 * look.grid;
        if right - note_start >= LEAST_NOTE * look.grid {
            let mut job =
                LayoutJob::simple_singleline(shown_note.to_owned(), look.small_font(), look.muted);
            job.wrap = TextWrapping::truncate_at_width(right - note_start);
            let note = painter.layout_job(job);
            let at = pos2(right - note.size().x, middle - note.size().y / 2.0);
            painter.galley(at, note, look.muted);
        }
        let room = Rect::from_min_max(pos2(left, area.top()), pos2(right, area.bottom()));
        super::cut_text(&painter, room, name, font, colour);
        focus_ring(ui, area, corner, &response);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
