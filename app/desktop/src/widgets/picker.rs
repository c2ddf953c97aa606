//! Finding one in many: models, prices, hardware, commands.
//!
//! Type to filter, arrow keys to move, Enter to take.
//! Every word typed must occur somewhere in an entry, in any order and without regard to case and accents.

use egui::accesskit::Role;
use egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Sense,
    StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::icon::{self, Icon};
use super::{cut_text, focus_ring};
use crate::look::Look;

/// One entry of a list that can be searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Name.
    pub title: String,
    /// Second line: maker, licence, date, quality.
    pub note: String,
    /// A figure at the right end: a price, a memory size, a shortcut.
    pub figure: String,
    /// Further words under which it is found: aliases, ids.
    pub aliases: String,
}

/// The words of a picker.
#[derive(Clone, Copy, Debug)]
pub struct PickerWords<'a> {
    /// In the empty search field: "Search models".
    pub search: &'a str,
    /// When nothing matches: "Nothing matches."
    pub nothing: &'a str,
}

/// A field that shows what is chosen and opens a searchable list.
/// Returns the place in `entries` of a newly picked one.
pub fn picker(
    ui: &mut Ui,
    name: &str,
    chosen: Option<usize>,
    unchosen: &str,
    entries: &[Entry],
    words: PickerWords<'_>,
) -> Option<usize> {
    let look = Look::of(ui);
    let text = chosen
        .and_then(|index| entries.get(index))
        .map(|entry| entry.title.as_str());
    let field = field(ui, name, text.unwrap_or(unchosen), text.is_none());
    let id = field.id.with("list");
    let was_open = Popup::is_id_open(ui, Popup::default_response_id(&field));
    let mut open = was_open;
    if field.clicked() {
        open = !open;
        if open {
            ui.data_mut(|data| data.remove::<Search>(id));
        }
    }
    if field.has_focus() && !open {
        let filter = EventFilter {
            vertical_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(field.id, filter));
        open = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    }
    let width = field.rect.width().max(320.0);
    let mut picked = None;
    let mut closes = false;
    Popup::from_response(&field)
        .open_memory(Some(open.into()))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(name)
        .width(width)
        .gap(look.grid)
        .show(|ui| {
            ui.set_width(width);
            match list(ui, id, name, entries, words, 7) {
                ListReply::Nothing => (),
                ListReply::Picked(index) => {
                    picked = Some(index);
                    closes = true;
                }
                ListReply::Dismissed => closes = true,
            }
        });
    if closes {
        Popup::close_id(ui, Popup::default_response_id(&field));
        field.request_focus();
    }
    picked
}

/// What happened in a [`list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListReply {
    /// Nothing yet.
    Nothing,
    /// The entry at this place was taken.
    Picked(usize),
    /// Escape in the search field.
    Dismissed,
}

#[derive(Clone, Default)]
struct Search {
    text: String,
    /// Place of the lit row among the matches.
    lit: usize,
    begun: bool,
}

/// A search field over a list of entries, at most `rows` of them in sight.
/// The field takes the keyboard when it first appears; drop the state with [`forget`].
pub fn list(
    ui: &mut Ui,
    id: Id,
    name: &str,
    entries: &[Entry],
    words: PickerWords<'_>,
    rows: usize,
) -> ListReply {
    let look = Look::of(ui);
    let mut search = ui
        .data(|data| data.get_temp::<Search>(id))
        .unwrap_or_default();
    let edit_id = id.with("search");
    let mut reply = ListReply::Nothing;
    let mut matches = matching(entries, &search.text);
    let mut moved = false;
    if ui.memory(|memory| memory.has_focus(edit_id)) {
        ui.input_mut(|input| {
            let page = rows as i64 - 1;
            let mut by = 0;
            for (key, step) in [
                (Key::ArrowDown, 1),
                (Key::ArrowUp, -1),
                (Key::PageDown, page),
                (Key::PageUp, -page),
            ] {
                by += step * input.count_and_consume_key(Modifiers::NONE, key) as i64;
            }
            moved = by != 0;
            let last = matches.len().saturating_sub(1) as i64;
            search.lit = (search.lit as i64 + by).clamp(0, last) as usize;
            if input.consume_key(Modifiers::NONE, Key::Enter)
                && let Some(index) = matches.get(search.lit)
            {
                reply = ListReply::Picked(*index);
            }
            if input.consume_key(Modifiers::NONE, Key::Escape) {
                reply = ListReply::Dismissed;
            }
        });
    }
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        escape: true,
        tab: false,
    };
    let edit = TextEdit::singleline(&mut search.text)
        .id(edit_id)
        .hint_text(words.search)
        .desired_width(f32::INFINITY)
        .min_size(vec2(0.0, look.control_height()))
        .align(egui::Align2::LEFT_CENTER)
        .event_filter(filter);
    let field = ui.add(edit);
    ui.ctx().accesskit_node_builder(field.id, |node| {
        node.set_role(Role::SearchInput);
        node.set_label(words.search);
    });
    if !search.begun {
        search.begun = true;
        field.request_focus();
    }
    if field.changed() {
        search.lit = 0;
        matches = matching(entries, &search.text);
    }
    if matches.is_empty() {
        let response = ui.label(look.note(words.nothing));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    } else if let Some(index) = rows_of(ui, name, entries, &matches, &mut search, rows, moved) {
        reply = ListReply::Picked(index);
    }
    if reply == ListReply::Nothing {
        ui.data_mut(|data| data.insert_temp(id, search));
    } else {
        forget(ui, id);
    }
    reply
}

/// Drops what was typed into the [`list`] with this id.
pub fn forget(context: &egui::Context, id: Id) {
    context.data_mut(|data| data.remove::<Search>(id));
}

/// Places of the entries in which every word of `search` occurs, titles that begin with it first.
pub fn matching(entries: &[Entry], search: &str) -> Vec<usize> {
    let search = fold(search);
    let words: Vec<&str> = search.split_whitespace().collect();
    let mut found: Vec<(bool, usize)> = entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| {
            let title = fold(&entry.title);
            let text = format!(
                "{title} {} {} {}",
                fold(&entry.note),
                fold(&entry.aliases),
                fold(&entry.figure)
            );
            let all = words.iter().all(|word| text.contains(word));
            all.then(|| (!title.starts_with(search.trim()), index))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, index)| index).collect()
}

/// Lower case without the accents of the program's languages.
fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            'ñ' => 'n',
            other => other,
        })
        .collect()
}

fn rows_of(
    ui: &mut Ui,
    name: &str,
    entries: &[Entry],
    matches: &[usize],
    search: &mut Search,
    rows: usize,
    moved: bool,
) -> Option<usize> {
    let look = Look::of(ui);
    let has_notes = entries.iter().any(|entry| !entry.note.is_empty());
    let row_height = if has_notes {
        11.0 * look.grid
    } else {
        look.control_height()
    };
    let mut picked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut scroll = egui::ScrollArea::vertical()
        .id_salt("entries")
        .auto_shrink([false, true])
        .max_height(rows as f32 * row_height);
    if moved {
        // Only rows in sight exist; the lit one is brought into sight by its place.
        let top = search.lit as f32 * row_height;
        let at =
            egui::scroll_area::State::load(ui, ui.make_persistent_id(egui::IdSalt::new("entries")))
                .map_or(0.0, |state| state.clamped_offset().y);
        let view = rows as f32 * row_height;
        let offset = at.clamp((top + row_height - view).max(0.0), top);
        scroll = scroll.vertical_scroll_offset(offset);
    }
    scroll.show_rows(ui, row_height, matches.len(), |ui, shown| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::ListBox);
            node.set_label(name);
        });
        for place in shown {
            let entry = &entries[matches[place]];
            let response = row(ui, &look, entry, place == search.lit, row_height);
            if response.hovered() && ui.input(|input| input.pointer.is_moving()) {
                search.lit = place;
            }
            if response.clicked() {
                picked = Some(matches[place]);
            }
        }
    });
    picked
}

fn row(ui: &mut Ui, look: &Look, entry: &Entry, is_lit: bool, height: f32) -> Response {
    // The keyboard stays in the search field, so a row is clicked but never focused.
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), is_lit, &entry.title)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(is_lit);
        node.set_description(format!("{} {}", entry.note, entry.figure).trim());
    });
    if ui.is_rect_visible(area) {
        let painter = ui.painter_at(area);
        if is_lit {
            painter.rect_filled(area, look.control_corner(), look.accent_ground);
        }
        let inner = area.shrink2(vec2(look.gap_small, 0.0));
        let figure = painter.layout_no_wrap(entry.figure.clone(), look.body_font(), look.ink);
        let room = inner.width() - figure.size().x - look.gap_small;
        let text = Rect::from_min_size(inner.min, vec2(room, inner.height()));
        if entry.note.is_empty() {
            cut_text(&painter, text, &entry.title, look.body_font(), look.ink);
        } else {
            let (above, below) = text
                .shrink2(vec2(0.0, look.grid))
                .split_top_bottom_at_fraction(0.54);
            cut_text(&painter, above, &entry.title, look.body_font(), look.ink);
            cut_text(&painter, below, &entry.note, look.small_font(), look.muted);
        }
        let corner = pos2(
            inner.right() - figure.size().x,
            inner.center().y - figure.size().y / 2.0,
        );
        painter.galley(corner, figure, look.ink);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The closed picker: what is chosen, and an arrow.
fn field(ui: &mut Ui, name: &str, text: &str, is_placeholder: bool) -> Response {
    let look = Look::of(ui);
    let width = ui.available_width().min(420.0);
    let (area, response) =
        ui.allocate_exact_size(vec2(width, look.control_height()), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if is_placeholder {
            node.set_placeholder(text);
        } else {
            node.set_value(text);
        }
    });
    if ui.is_rect_visible(area) {
        let frame = if response.hovered() {
            egui::Stroke::new(look.hairline, look.muted)
        } else {
            look.rule_stroke()
        };
        let painter = ui.painter_at(area.expand(look.grid));
        painter.rect(
            area,
            look.control_corner(),
            look.field,
            frame,
            StrokeKind::Inside,
        );
        let inner = area.shrink2(vec2(2.5 * look.grid, 0.0));
        let arrow = Rect::from_center_size(
            pos2(inner.right() - 1.5 * look.grid, inner.center().y),
            vec2(3.0, 3.0) * look.grid,
        );
        icon::draw(&painter, arrow, Icon::Down, look.muted);
        let colour = if is_placeholder { look.muted } else { look.ink };
        let room = Rect::from_min_max(inner.min, pos2(arrow.left() - look.grid, inner.bottom()));
        cut_text(&painter, room, text, look.body_font(), colour);
        focus_ring(ui, area, look.control_corner(), &response);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
