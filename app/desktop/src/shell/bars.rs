//! The bar on top and the decision below.

use egui::accesskit::Role;
use egui::{Popup, Ui, UiBuilder};

use weighbridge_text::Text;
use weighbridge_units::Arg;

use super::{Command, Decision, DecisionSlider, Event, Room, View, is_possible};
use crate::look::Look;
use crate::widgets::{Icon, Slider, button, page};

/// How much of its strength a fact of the case before keeps.
const STALE: f32 = 0.45;

/// Name, case, and what can be done with it at any time.
pub(super) fn top(ui: &mut Ui, text: Text, view: &View<'_>, room: Room, events: &mut Vec<Event>) {
    let look = Look::of(ui);
    landmark(ui, Role::Banner, &text.get("window-area-top"), |ui| {
        let height = look.control_height();
        let mut chosen = None;
        page::two_ends(
            ui,
            "top",
            height,
            |ui| {
                ui.label(look.title(text.get("app-name")));
                ui.add_space(look.grid);
                chosen = file_menu(ui, text, view);
                names(ui, view, room);
            },
            |ui| actions(ui, text, view, events),
        );
        events.extend(chosen.map(Event::Command));
    });
}

/// Everything that has to do with files and the program, with its keys.
fn file_menu(ui: &mut Ui, text: Text, view: &View<'_>) -> Option<Command> {
    let look = Look::of(ui);
    let name = text.get("menu-file");
    let response = ui.add(button::quiet(&name).icon_after(Icon::Down));
    let mut chosen = None;
    Popup::menu(&response)
        .accessible_name(name.to_string())
        .gap(look.grid)
        .show(|ui| {
            ui.set_min_width(60.0 * look.grid);
            let groups: [&[Command]; 4] = [
                &[Command::New, Command::Open],
                &[Command::Save, Command::SaveAs, Command::Export],
                &[Command::Palette, Command::Help],
                &[Command::Quit],
            ];
            for (place, group) in groups.into_iter().enumerate() {
                if place > 0 {
                    ui.separator();
                }
                for command in group {
                    let name = text.get(command.message_key());
                    let entry = egui::Button::new(name.as_ref()).shortcut_text(command.keys(ui));
                    if ui.add_enabled(is_possible(*command, view), entry).clicked() {
                        chosen = Some(*command);
                    }
                }
            }
        });
    chosen
}

fn names(ui: &mut Ui, view: &View<'_>, room: Room) {
    let look = Look::of(ui);
    if let Some(document) = view.document {
        ui.add_space(look.grid / 2.0);
        let words = if room == Room::Narrow || view.saved.is_empty() {
            document.to_owned()
        } else {
            format!("{document} · {}", view.saved)
        };
        ui.add(egui::Label::new(look.note(words)).truncate());
    }
}

fn actions(ui: &mut Ui, text: Text, view: &View<'_>, events: &mut Vec<Event>) {
    let look = Look::of(ui);
    if view.document.is_some() {
        let undo = (Command::Undo, Icon::Undo, view.undo_words);
        command_glyph(ui, text, view, undo, events);
        let redo = (Command::Redo, Icon::Redo, view.redo_words);
        command_glyph(ui, text, view, redo, events);
        ui.add_space(look.grid);
    }
    language(ui, text, view, events);
    let theme = text.get(view.theme.message_key()).into_owned();
    let theme = text.format("window-theme-now", &[("theme", Arg::from(theme))]);
    if ui.add(button::glyph(Icon::Theme, &theme)).clicked() {
        events.push(Event::Theme(view.theme.next()));
    }
    if view.document.is_some() {
        command_button(ui, text, view, Command::Export, events);
    }
}

/// The answer, and the one input that matters most.
pub(super) fn decision(
    ui: &mut Ui,
    text: Text,
    decision: &Decision<'_>,
    room: Room,
    events: &mut Vec<Event>,
) {
    let look = Look::of(ui);
    landmark(
        ui,
        Role::ContentInfo,
        &text.get("window-area-decision"),
        |ui| {
            let why = text.get("command-why");
            let mut asks_why = false;
            page::two_ends(
                ui,
                "decision",
                10.0 * look.grid,
                |ui| facts(ui, &look, decision, room, events),
                |ui| asks_why = ui.add(button::quiet(&why)).clicked(),
            );
            if asks_why {
                events.push(Event::Command(Command::Why));
            }
        },
    );
}

fn facts(ui: &mut Ui, look: &Look, decision: &Decision<'_>, room: Room, events: &mut Vec<Event>) {
    ui.spacing_mut().item_spacing.x = look.gap_large;
    let count = match room {
        Room::Narrow => 1,
        Room::Medium => 2,
        Room::Wide => decision.facts.len(),
    };
    for fact in decision.facts.iter().take(count) {
        let width = fact_width(ui, look, &fact.caption, &fact.value);
        ui.scope(|ui| {
            ui.set_max_width(width);
            if fact.is_stale {
                ui.multiply_opacity(STALE);
            }
            page::caption_and_value(ui, &fact.caption, &fact.value);
        });
    }
    if let Some(view) = &decision.slider
        && ui.available_width() > 160.0
    {
        slider(ui, look, view, events);
    }
}

fn slider(ui: &mut Ui, look: &Look, view: &DecisionSlider<'_>, events: &mut Vec<Event>) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 0.0;
        let now = (view.text)(view.value);
        ui.horizontal(|ui| {
            // Over the beginning of the track.
            ui.add_space(crate::widgets::slider::inset(look));
            ui.add(egui::Label::new(look.small(format!("{} · {now}", view.name))).truncate());
        });
        let mut slider = Slider::new(view.name, view.value, view.range.clone(), view.text)
            .width(ui.available_width().min(420.0));
        if view.in_ratios {
            slider = slider.in_ratios();
        }
        if let Some((at, sentence)) = view.flip {
            slider = slider.flip(at, sentence);
        }
        let reply = slider.show(ui);
        if let Some(value) = reply.moved {
            events.push(Event::Slider {
                value,
                settled: reply.settled,
            });
        } else if reply.settled {
            events.push(Event::Slider {
                value: view.value,
                settled: true,
            });
        }
    });
}

/// As wide as the longer of the two texts, and no wider than a third of what is there.
fn fact_width(ui: &Ui, look: &Look, caption: &str, value: &str) -> f32 {
    let width = |text: &str, font| {
        ui.painter()
            .layout_no_wrap(text.to_owned(), font, look.ink)
            .size()
            .x
    };
    let needed = width(caption, look.small_font())
        .max(width(value, look.title_font()))
        .ceil()
        + 1.0;
    needed.min((ui.available_width() / 3.0).max(120.0))
}

fn language(ui: &mut Ui, text: Text, view: &View<'_>, events: &mut Vec<Event>) {
    let look = Look::of(ui);
    let Some((code, name)) = view.languages.get(view.language) else {
        return;
    };
    let label = text.format(
        "window-language-now",
        &[("language", Arg::from(name.to_string()))],
    );
    let code = code.to_uppercase();
    let response = ui.add(
        button::quiet(&code)
            .name(&label)
            .hint(&label)
            .icon_after(Icon::Down),
    );
    Popup::menu(&response)
        .accessible_name(label)
        .gap(look.grid)
        .show(|ui| {
            ui.set_min_width(160.0);
            for (index, (_, name)) in view.languages.iter().enumerate() {
                if ui.selectable_label(index == view.language, *name).clicked() {
                    events.push(Event::Language(index));
                }
            }
        });
}

fn command_glyph(
    ui: &mut Ui,
    text: Text,
    view: &View<'_>,
    (command, icon, words): (Command, Icon, &str),
    events: &mut Vec<Event>,
) {
    let name = text.get(command.message_key());
    let what = if words.is_empty() { &name } else { words };
    let hint = format!("{what} ({})", command.keys(ui));
    let button = button::glyph(icon, &name).hint(hint);
    if ui.add_enabled(is_possible(command, view), button).clicked() {
        events.push(Event::Command(command));
    }
}

fn command_button(
    ui: &mut Ui,
    text: Text,
    view: &View<'_>,
    command: Command,
    events: &mut Vec<Event>,
) {
    let name = text.get(command.message_key());
    let button = button::primary(&name).hint(command.keys(ui));
    if ui.add_enabled(is_possible(command, view), button).clicked() {
        events.push(Event::Command(command));
    }
}

/// A part of the window that a screen reader can jump to.
pub(super) fn landmark(ui: &mut Ui, role: Role, name: &str, contents: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new()
        .id_salt(name)
        .accessibility_role(role)
        .accessibility_label(name);
    ui.scope_builder(builder, contents);
}
