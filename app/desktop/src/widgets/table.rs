//! A table: text left, figures right, rules instead of boxes.
//!
//! Columns of figures take the width they need; columns of text share the rest and wrap.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, CursorIcon, FontId, Galley, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::focus_ring;
use super::icon::{self, Icon};
use crate::look::Look;

/// A column: its heading and what stands in it.
#[derive(Clone, Debug)]
pub struct Column {
    heading: String,
    is_figure: bool,
    share: f32,
}

/// A column of text; `share` is its part of the width that figures leave.
pub fn text_column(heading: impl Into<String>, share: f32) -> Column {
    Column {
        heading: heading.into(),
        is_figure: false,
        share,
    }
}

/// A column of figures, as wide as its widest.
pub fn figure_column(heading: impl Into<String>) -> Column {
    Column {
        heading: heading.into(),
        is_figure: true,
        share: 0.0,
    }
}

/// What stands before the text of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key {
    /// A filled dot in a series colour.
    Dot(Color32),
    /// An empty ring: out of the running.
    Ring(Color32),
    /// A glyph, such as a tick.
    Glyph(Icon, Color32),
}

/// One cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    text: String,
    note: String,
    key: Option<Key>,
    colour: Option<Color32>,
    is_link: bool,
    name: String,
}

impl Cell {
    /// A cell with this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A second, smaller line.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// A mark before the text.
    #[must_use]
    pub fn key(mut self, key: Key) -> Self {
        self.key = Some(key);
        self
    }

    /// Another colour than ink; only the look's good, caution, bad and muted say something.
    #[must_use]
    pub fn colour(mut self, colour: Color32) -> Self {
        self.colour = Some(colour);
        self
    }

    /// Makes the cell a thing to press; `name` is what a screen reader says.
    #[must_use]
    pub fn link(mut self, name: impl Into<String>) -> Self {
        self.is_link = true;
        self.name = name.into();
        self
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// One cell a column; missing ones are empty.
    pub cells: Vec<Cell>,
    /// Carries the weight of the table: the recommended option, a total.
    pub is_strong: bool,
    /// Out of the running.
    pub is_faded: bool,
}

impl Row {
    /// An ordinary row.
    pub fn new(cells: impl IntoIterator<Item = impl Into<Cell>>) -> Self {
        let cells = cells.into_iter().map(Into::into).collect();
        Self {
            cells,
            is_strong: false,
            is_faded: false,
        }
    }

    /// The row that carries the weight of the table.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.is_strong = true;
        self
    }

    /// A row that is out of the running.
    #[must_use]
    pub fn faded(mut self) -> Self {
        self.is_faded = true;
        self
    }
}

/// Draws the table over the whole width.
/// Returns row and column of a link cell that was pressed.
pub fn table(ui: &mut Ui, name: &str, columns: &[Column], rows: &[Row]) -> Option<(usize, usize)> {
    let look = Look::of(ui);
    let builder = UiBuilder::new()
        .id_salt(("table", name))
        .accessibility_role(Role::Table)
        .accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let widths = widths(ui, &look, columns, rows);
        head(ui, &look, columns, &widths);
        let mut pressed = None;
        for (index, row) in rows.iter().enumerate() {
            if let Some(column) = line(ui, &look, columns, &widths, row, index) {
                pressed = Some((index, column));
            }
        }
        pressed
    })
    .inner
}

/// Space at each side of a cell.
fn padding(look: &Look) -> f32 {
    1.5 * look.grid
}

fn widths(ui: &Ui, look: &Look, columns: &[Column], rows: &[Row]) -> Vec<f32> {
    let measure = |text: &str, font: FontId| {
        ui.painter()
            .layout_no_wrap(text.to_owned(), font, look.ink)
            .size()
            .x
    };
    let mut widths: Vec<f32> = columns
        .iter()
        .enumerate()
        .map(|(column, spec)| {
            if !spec.is_figure {
                return 0.0;
            }
            // A figure may not break; a heading may at its spaces, but not into a tall stack.
            let whole = measure(&spec.heading, look.note_font());
            let heading = spec
                .heading
                .split_whitespace()
                .map(|word| measure(word, look.note_font()))
                .fold(whole.min(18.0 * look.grid), f32::max);
            rows.iter()
                .filter_map(|row| row.cells.get(column).map(|cell| (row, cell)))
                .map(|(row, cell)| {
                    measure(&cell.text, font(look, row)).max(measure(&cell.note, look.small_font()))
                        + key_width(look, cell)
                })
                .fold(heading, f32::max)
                + 2.0 * padding(look)
        })
        .collect();
    let taken: f32 = widths.iter().sum();
    let shares: f32 = columns.iter().map(|column| column.share).sum();
    let rest = (ui.available_width() - taken).max(0.0);
    for (width, column) in widths.iter_mut().zip(columns) {
        if !column.is_figure {
            *width = (rest * column.share / shares.max(f32::EPSILON)).max(64.0);
        }
    }
    if shares <= 0.0 && taken > 0.0 {
        let stretch = (ui.available_width() / taken).max(1.0);
        widths.iter_mut().for_each(|width| *width *= stretch);
    }
    widths
}

fn head(ui: &mut Ui, look: &Look, columns: &[Column], widths: &[f32]) {
    let galleys: Vec<_> = columns
        .iter()
        .zip(widths)
        .map(|(column, width)| {
            lay_out(
                ui,
                look.note_font(),
                look.muted,
                &column.heading,
                width - 2.0 * padding(look),
                column.is_figure,
            )
        })
        .collect();
    let height = galleys
        .iter()
        .map(|galley| galley.size().y)
        .fold(0.0, f32::max)
        + 3.0 * look.grid;
    let width = widths.iter().sum();
    let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let mut left = area.left();
    for ((galley, width), column) in galleys.into_iter().zip(widths).zip(columns) {
        let cell = Rect::from_min_size(pos2(left, area.top()), vec2(*width, height));
        name_cell(
            ui,
            cell,
            Role::ColumnHeader,
            &column.heading,
            (&column.heading, usize::MAX),
        );
        let top = area.bottom() - 1.5 * look.grid - galley.size().y;
        place(ui, look, &galley, cell, top, column.is_figure, 0.0);
        left += width;
    }
    ui.painter()
        .hline(area.x_range(), area.bottom(), look.rule_stroke());
}

fn line(
    ui: &mut Ui,
    look: &Look,
    columns: &[Column],
    widths: &[f32],
    row: &Row,
    index: usize,
) -> Option<usize> {
    let blank = Cell::default();
    let cells: Vec<&Cell> = (0..columns.len())
        .map(|column| row.cells.get(column).unwrap_or(&blank))
        .collect();
    let galleys: Vec<_> = cells
        .iter()
        .zip(widths)
        .zip(columns)
        .map(|((cell, width), column)| {
            let room = width - 2.0 * padding(look) - key_width(look, cell);
            cell_galley(ui, look, row, cell, room, column.is_figure)
        })
        .collect();
    let height = galleys
        .iter()
        .map(|galley| galley.size().y)
        .fold(0.0, f32::max)
        + 4.0 * look.grid;
    let width = widths.iter().sum();
    let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let mut pressed = None;
    let mut left = area.left();
    for (column, galley) in galleys.into_iter().enumerate() {
        let cell = cells[column];
        let space = Rect::from_min_size(pos2(left, area.top()), vec2(widths[column], height));
        left = space.right();
        let top = space.center().y - galley.size().y / 2.0;
        if cell.is_link {
            let id = ui.scope_id().with(("link", index, column));
            let response = ui.interact(space.shrink(look.grid), id, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &cell.name));
            if response.clicked() {
                pressed = Some(column);
            }
            if response.hovered() {
                let fill = look.tint(look.accent_ground, 0.6);
                ui.painter()
                    .rect_filled(space.shrink(look.grid), look.control_corner(), fill);
            }
            focus_ring(
                ui,
                space.shrink(look.grid),
                look.control_corner(),
                &response,
            );
            response.on_hover_cursor(CursorIcon::PointingHand);
        } else if !cell.text.is_empty() {
            // A screen reader says the small line too.
            let said = if cell.note.is_empty() {
                cell.text.clone()
            } else {
                format!("{}. {}", cell.text.trim_end_matches('.'), cell.note)
            };
            name_cell(
                ui,
                space,
                Role::Cell,
                &said,
                (&cell.text, index * columns.len() + column),
            );
        }
        if let Some(key) = cell.key {
            let mark = Rect::from_center_size(
                pos2(
                    space.left() + padding(look) + 1.25 * look.grid,
                    top + look.body_size * 0.6,
                ),
                vec2(3.0, 3.0) * look.grid,
            );
            draw_key(ui, mark, key);
        }
        place(
            ui,
            look,
            &galley,
            space,
            top,
            columns[column].is_figure,
            key_width(look, cell),
        );
    }
    ui.painter()
        .hline(area.x_range(), area.bottom(), look.rule_stroke());
    pressed
}

fn key_width(look: &Look, cell: &Cell) -> f32 {
    if cell.key.is_some() {
        4.0 * look.grid
    } else {
        0.0
    }
}

fn draw_key(ui: &Ui, area: Rect, key: Key) {
    match key {
        Key::Dot(colour) => icon::draw(ui.painter(), area, Icon::Dot, colour),
        Key::Ring(colour) => icon::draw(ui.painter(), area, Icon::Ring, colour),
        Key::Glyph(glyph, colour) => icon::draw(ui.painter(), area, glyph, colour),
    }
}

fn font(look: &Look, row: &Row) -> FontId {
    if row.is_strong {
        look.strong_font()
    } else {
        look.body_font()
    }
}

fn cell_galley(
    ui: &Ui,
    look: &Look,
    row: &Row,
    cell: &Cell,
    room: f32,
    is_figure: bool,
) -> Arc<Galley> {
    let plain = if row.is_faded { look.muted } else { look.ink };
    let colour = cell
        .colour
        .unwrap_or(if cell.is_link { look.accent } else { plain });
    let mut format = TextFormat::simple(font(look, row), colour);
    if cell.is_link {
        format.underline = Stroke::new(look.hairline, colour.gamma_multiply(0.6));
    }
    let mut job = LayoutJob::single_section(cell.text.clone(), format);
    if !cell.note.is_empty() {
        job.append("\n", 0.0, TextFormat::simple(look.small_font(), look.muted));
        job.append(
            &cell.note,
            0.0,
            TextFormat::simple(look.small_font(), look.muted),
        );
    }
    finish(ui, job, room, is_figure)
}

fn lay_out(
    ui: &Ui,
    font: FontId,
    colour: Color32,
    text: &str,
    room: f32,
    is_figure: bool,
) -> Arc<Galley> {
    finish(
        ui,
        LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, colour)),
        room,
        is_figure,
    )
}

fn finish(ui: &Ui, mut job: LayoutJob, room: f32, is_figure: bool) -> Arc<Galley> {
    job.wrap.max_width = room.max(8.0) + 0.5;
    if is_figure {
        job.halign = egui::Align::Max;
    }
    ui.painter().layout_job(job)
}

fn place(
    ui: &Ui,
    look: &Look,
    galley: &Arc<Galley>,
    cell: Rect,
    top: f32,
    is_figure: bool,
    key: f32,
) {
    // A galley that is aligned to the right hangs from its right edge.
    let x = if is_figure {
        cell.right() - padding(look)
    } else {
        cell.left() + padding(look) + key
    };
    ui.painter()
        .galley(pos2(x, top), Arc::clone(galley), look.ink);
}

fn name_cell(ui: &Ui, area: Rect, role: Role, text: &str, salt: (&str, usize)) {
    let response = ui.interact(area, ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, text));
}
