//! The list of options: choose, order, copy, rename, remove.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Color32, EventFilter, Galley, Id, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind,
    TextEdit, Ui, WidgetInfo, pos2, vec2,
};
use weighbridge_engine::scenario::{DecisionOption, OptionId};
use weighbridge_session::Action;
use weighbridge_units::Arg;

use super::view::{self, CardWords};
use crate::look::Look;
use crate::pages::Page;
use crate::widgets::{Icon, Tone, button, focus_ring, icon};

/// What the list keeps between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    /// The option being renamed, and what is typed.
    renaming: Option<(OptionId, String)>,
    /// The option being dragged.
    dragged: Option<OptionId>,
}

/// What a user asks of the list beyond the actions it pushes itself.
pub(super) enum Event {
    /// Show this option's details.
    Select(OptionId),
    /// Copy it.
    Duplicate(OptionId),
    /// Remove it.
    Remove(OptionId),
    /// Add another.
    Add,
}

/// Draws the list.
pub(super) fn ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    state: &mut State,
    selected: Option<&OptionId>,
) -> Vec<Event> {
    let look = Look::of(ui);
    let session = page.session;
    let options = &session.scenario().options;
    let mut events = Vec::new();
    let mut places: Vec<Rect> = Vec::with_capacity(options.len());
    let mut ids = Vec::with_capacity(options.len());
    let mut moved = None;
    let mut is_dropped = false;
    ui.scope_builder(
        egui::UiBuilder::new()
            .id_salt("options")
            .accessibility_role(Role::ListBox)
            .accessibility_label(page.text.get("step-options").as_ref()),
        |ui| {
            ui.spacing_mut().item_spacing.y = look.gap_small;
            for (index, option) in options.iter().enumerate() {
                let is_selected = Some(&option.id) == selected;
                if state
                    .renaming
                    .as_ref()
                    .is_some_and(|(id, _)| *id == option.id)
                {
                    let area = rename(ui, page, state, option);
                    places.push(area);
                    ids.push(None);
                    continue;
                }
                let words = view::card(session, page.text, option);
                let colour = look.series_colour(usize::from(option.colour));
                // Its id is that of its option, so that the keyboard stays with it when it moves.
                let id = Id::unique(("option card", option.id.as_str()));
                let response = card(ui, id, &words, colour, is_selected);
                if response.clicked() {
                    events.push(Event::Select(option.id.clone()));
                }
                if response.drag_started() {
                    state.dragged = Some(option.id.clone());
                }
                is_dropped |= response.drag_stopped();
                if let Some(key) = keys(ui, &response) {
                    match key {
                        Key::ArrowDown => moved = Some((index, 1)),
                        Key::ArrowUp => moved = Some((index, -1)),
                        Key::F2 => begin_renaming(state, option),
                        _ => events.push(Event::Remove(option.id.clone())),
                    }
                }
                let mut area = response.rect;
                ids.push(Some(response.id));
                if is_selected {
                    let row = actions(ui, page, state, option, index, options.len());
                    events.extend(row.0);
                    area = area.union(row.1);
                }
                places.push(area);
            }
        },
    );
    if let Some((index, by)) = moved {
        let next = index as i64 + by;
        if let Some(option) = usize::try_from(next)
            .ok()
            .and_then(|next| options.get(next))
        {
            events.push(Event::Select(option.id.clone()));
            if let Some(Some(id)) = ids.get(next as usize) {
                ui.memory_mut(|memory| memory.request_focus(*id));
            }
        }
    }
    drag(ui, page, state, &places, is_dropped);
    let add = page.text.get("button-add-option");
    if ui.add(button::quiet(&add).icon(Icon::Plus)).clicked() {
        events.push(Event::Add);
    }
    events
}

/// Up, down, rename and remove while a card has the keyboard.
fn keys(ui: &Ui, response: &Response) -> Option<Key> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let watched = [Key::ArrowDown, Key::ArrowUp, Key::F2, Key::Delete];
    ui.input_mut(|input| {
        watched
            .into_iter()
            .find(|key| input.consume_key(Modifiers::NONE, *key))
    })
}

/// While a card is dragged: where it would land. Letting go moves it there.
fn drag(ui: &Ui, page: &mut Page<'_>, state: &mut State, places: &[Rect], is_dropped: bool) {
    let options = &page.session.scenario().options;
    let Some(id) = &state.dragged else {
        return;
    };
    let from = options.iter().position(|option| option.id == *id);
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let (Some(from), Some(pointer)) = (from, pointer) else {
        state.dragged = None;
        return;
    };
    // The place among the others: so many of them lie above the pointer.
    let above = |index: usize, area: &Rect| index != from && area.center().y < pointer.y;
    let to = places
        .iter()
        .enumerate()
        .filter(|(index, area)| above(*index, area))
        .count();
    if is_dropped {
        if to != from {
            page.act(Action::MoveOption {
                option: id.clone(),
                to,
            });
        }
        state.dragged = None;
        return;
    }
    let look = Look::of(ui);
    let others: Vec<&Rect> = places
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != from)
        .map(|(_, area)| area)
        .collect();
    let y = match (others.get(to), others.last()) {
        (Some(next), _) => next.top() - look.grid,
        (None, Some(last)) => last.bottom() + look.grid,
        (None, None) => return,
    };
    let across = places[from].x_range();
    ui.painter()
        .hline(across, y, Stroke::new(2.0 * look.hairline, look.accent));
}

fn begin_renaming(state: &mut State, option: &DecisionOption) {
    state.renaming = Some((option.id.clone(), option.name.clone()));
}

/// The name as a field in the card's place.
fn rename(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, option: &DecisionOption) -> Rect {
    let look = Look::of(ui);
    let label = page.text.get("options-name");
    let mut ends = false;
    let Some((_, typed)) = &mut state.renaming else {
        return Rect::NOTHING;
    };
    let area = look.card_frame().show(ui, |ui| {
        let filter = EventFilter {
            horizontal_arrows: true,
            escape: true,
            ..Default::default()
        };
        let id = ui.make_persistent_id("option name");
        let had_focus = ui.memory(|memory| memory.has_focus(id));
        if had_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            typed.clone_from(&option.name);
            ends = true;
        }
        let edit = TextEdit::singleline(typed)
            .id(id)
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, look.control_height()))
            .align(egui::Align2::LEFT_CENTER)
            .event_filter(filter);
        let field = ui.add(edit);
        ui.ctx()
            .accesskit_node_builder(field.id, |node| node.set_label(label.as_ref()));
        if field.lost_focus() {
            ends = true;
        } else if !had_focus && !ends {
            field.request_focus();
        }
    });
    if ends {
        let name = typed.trim().to_owned();
        if !name.is_empty() && name != option.name {
            page.act(Action::RenameOption {
                option: option.id.clone(),
                name,
            });
        }
        state.renaming = None;
    }
    area.response.rect
}

/// What can be done with the chosen option.
fn actions(
    ui: &mut Ui,
    page: &mut Page<'_>,
    state: &mut State,
    option: &DecisionOption,
    index: usize,
    count: usize,
) -> (Vec<Event>, Rect) {
    let text = page.text;
    let named = |key: &str| text.format(key, &[("option", Arg::from(option.name.clone()))]);
    let mut events = Vec::new();
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = Look::of(ui).grid;
        for (icon, key, to) in [
            (Icon::Up, "options-move-up", index.checked_sub(1)),
            (
                Icon::Down,
                "options-move-down",
                Some(index + 1).filter(|to| *to < count),
            ),
        ] {
            let name = named(key);
            let pressed = ui
                .add_enabled(to.is_some(), button::glyph(icon, &name))
                .clicked();
            if let Some(to) = to.filter(|_| pressed) {
                page.act(Action::MoveOption {
                    option: option.id.clone(),
                    to,
                });
            }
        }
        if ui
            .add(button::glyph(Icon::Copy, &named("options-duplicate")))
            .clicked()
        {
            events.push(Event::Duplicate(option.id.clone()));
        }
        if ui
            .add(button::glyph(Icon::Pencil, &named("options-rename")))
            .clicked()
        {
            begin_renaming(state, option);
        }
        if ui
            .add(button::glyph(Icon::Bin, &named("options-remove")))
            .clicked()
        {
            events.push(Event::Remove(option.id.clone()));
        }
    });
    (events, row.response.rect)
}

/// One option: its colour, name, kind, price, cost, and what is amiss.
fn card(ui: &mut Ui, id: Id, words: &CardWords, colour: Color32, is_selected: bool) -> Response {
    let look = &*Look::of(ui);
    let padding = 3.0 * look.grid;
    let key = 5.0 * look.grid;
    let room = ui.available_width() - 2.0 * padding - key;
    let painter = ui.painter().clone();
    let lay = |text: &str, font, colour| painter.layout(text.to_owned(), font, colour, room);
    let mut lines: Vec<(Arc<Galley>, Option<Tone>)> = vec![
        (lay(&words.name, look.strong_font(), look.ink), None),
        (lay(&words.kind, look.small_font(), look.muted), None),
        (lay(&words.price, look.small_font(), look.ink), None),
        (lay(&words.cost, look.note_font(), look.ink), None),
    ];
    if let Some((tone, sentence)) = &words.alert {
        lines.push((
            lay(sentence, look.small_font(), tone_colour(look, *tone)),
            Some(*tone),
        ));
    }
    let gap = look.grid / 2.0;
    let height: f32 = lines
        .iter()
        .map(|(line, _)| line.size().y + gap)
        .sum::<f32>()
        + 2.0 * padding
        - gap;
    let size = vec2(ui.available_width(), height);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(area, id, Sense::click_and_drag());
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::ListBoxOption,
            ui.is_enabled(),
            is_selected,
            &words.name,
        )
    });
    let alert = words
        .alert
        .as_ref()
        .map(|(_, sentence)| sentence.as_str())
        .unwrap_or_default();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(is_selected);
        let said = [words.kind.as_str(), &words.price, &words.cost, alert].join(". ");
        node.set_description(said);
    });
    if ui.is_rect_visible(area) {
        let fill = match (is_selected, response.hovered()) {
            (true, _) => look.accent_ground,
            (false, true) => look.tint(look.accent_ground, 0.5),
            (false, false) => look.card,
        };
        let frame = if is_selected {
            Stroke::new(look.hairline, look.accent)
        } else {
            look.rule_stroke()
        };
        painter.rect(area, look.card_corner(), fill, frame, StrokeKind::Inside);
        let left = area.left() + padding + key;
        let mut top = area.top() + padding;
        for (place, (line, tone)) in lines.into_iter().enumerate() {
            let height = line.size().y;
            let centre = pos2(
                left - key / 2.0 - look.grid / 2.0,
                top + look.body_size * 0.6,
            );
            let side = vec2(3.5, 3.5) * look.grid;
            let mark = Rect::from_center_size(centre, side);
            match tone {
                _ if place == 0 => icon::draw(&painter, mark, Icon::Dot, colour),
                Some(Tone::Bad) => icon::draw(&painter, mark, Icon::Cross, look.bad),
                Some(tone) => {
                    icon::draw(&painter, mark, Icon::Exclamation, tone_colour(look, tone));
                }
                None => (),
            }
            painter.galley(pos2(left, top), line, look.ink);
            top += height + gap;
        }
        focus_ring(ui, area, look.card_corner(), &response);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn tone_colour(look: &Look, tone: Tone) -> Color32 {
    match tone {
        Tone::Bad => look.bad,
        Tone::Caution => look.caution,
        Tone::Good => look.good,
        Tone::Information => look.muted,
    }
}
