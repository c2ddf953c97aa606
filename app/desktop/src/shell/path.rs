//! The path of ten steps on the left.

use egui::Ui;
use egui::accesskit::Role;
use egui::scroll_area::ScrollBarVisibility;

use weighbridge_text::Text;

use super::{Command, Event, Room, View, bars};
use crate::look::Look;
use crate::widgets::{StepState, rail};

/// Width of the path with its margins.
pub(super) fn width(room: Room) -> f32 {
    match room {
        Room::Narrow => 52.0,
        Room::Medium => 212.0,
        Room::Wide => 232.0,
    }
}

/// Draws the steps; any of them can be reached at any time.
pub(super) fn show(ui: &mut Ui, text: Text, view: &View<'_>, room: Room, events: &mut Vec<Event>) {
    let look = Look::of(ui);
    bars::landmark(ui, Role::Navigation, &text.get("window-area-path"), |ui| {
        // A narrow path has no room for a bar; the wheel and the keyboard still scroll it.
        let bar = if room == Room::Narrow {
            ScrollBarVisibility::AlwaysHidden
        } else {
            ScrollBarVisibility::VisibleWhenNeeded
        };
        egui::ScrollArea::vertical()
            .auto_shrink(false)
            .scroll_bar_visibility(bar)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                for (index, step) in view.steps.iter().enumerate() {
                    let command = Command::Step(index);
                    let name = text.get(command.message_key());
                    let state = text.get(state_key(step.state));
                    let keys = command.keys(ui);
                    let here = index == view.here;
                    let entry = match room {
                        Room::Wide => {
                            rail::step_entry(ui, &name, step.state, &state, &step.note, here)
                        }
                        // The note is still read out and shown on hover.
                        Room::Medium | Room::Narrow => {
                            rail::step_entry_short(ui, &name, step.state, &state, &step.note, here)
                        }
                    };
                    let entry = entry.on_hover_text(hint(&name, &state, &step.note, &keys));
                    if entry.clicked() {
                        events.push(Event::Command(command));
                    }
                }
                if !view.foot.is_empty() && room > Room::Narrow {
                    ui.add_space(look.gap);
                    ui.horizontal(|ui| {
                        ui.add_space(look.gap_small);
                        ui.add(egui::Label::new(look.small(view.foot)).wrap());
                    });
                }
            });
    });
}

fn hint(name: &str, state: &str, note: &str, keys: &str) -> String {
    let what = if note.is_empty() { state } else { note };
    format!("{name} · {what} ({keys})")
}

fn state_key(state: StepState) -> &'static str {
    match state {
        StepState::Open => "step-state-untouched",
        StepState::Begun => "step-state-partial",
        StepState::Done => "step-state-complete",
        StepState::Attention => "step-state-attention",
    }
}
