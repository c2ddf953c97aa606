//! The frame around every page: the bar on top, the path on the left, the decision below.
//!
//! The shell knows no scenario.
//! It draws a [`View`] and gives back what the user asked for as [`Event`]s.

mod bars;
mod command;
mod help;
mod palette;
mod path;
mod view;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};
use weighbridge_text::Text;

pub use command::{Command, STEP_COUNT};
pub use view::{Decision, DecisionSlider, Event, Fact, Part, Step, View};

use crate::look::Look;
use crate::widgets::Toasts;

/// Widest a page becomes; the width of a projector; longer lines are hard to read.
const PAGE_WIDTH: f32 = 1640.0;
/// Zoom goes this far, in tenths.
const ZOOM_TENTHS: std::ops::RangeInclusive<i32> = 8..=20;

/// What the shell keeps between frames.
#[derive(Default)]
pub struct Shell {
    /// Sentences that appear over the page and go away.
    pub toasts: Toasts,
    palette: palette::Palette,
    help_is_open: bool,
}

/// How much room there is; narrow windows and large zoom get less around the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Room {
    /// Glyphs instead of names.
    Narrow,
    /// Names without notes.
    Medium,
    /// Everything.
    Wide,
}

impl Room {
    fn of(width: f32) -> Self {
        if width < 720.0 {
            Self::Narrow
        } else if width < 1100.0 {
            Self::Medium
        } else {
            Self::Wide
        }
    }
}

impl Shell {
    /// Draws the frame, and `page` in its middle.
    /// Returns what the user asked for, in order.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        text: Text,
        view: &View<'_>,
        page: impl FnOnce(&mut Ui),
    ) -> Vec<Event> {
        let mut page = Some(page);
        self.show_parts(ui, text, view, false, &mut |ui, _| {
            if let Some(page) = page.take() {
                page(ui);
            }
        })
    }

    /// Draws the frame with a page, and beside it a further part where `has_side`.
    /// Returns what the user asked for, in order.
    pub fn show_parts(
        &mut self,
        ui: &mut Ui,
        text: Text,
        view: &View<'_>,
        has_side: bool,
        parts: &mut dyn FnMut(&mut Ui, Part),
    ) -> Vec<Event> {
        let look = Look::of(ui);
        let context = ui.ctx().clone();
        context.options_mut(|options| options.zoom_with_keyboard = false);
        let room = Room::of(ui.available_width());
        let mut events = self.keys(ui, view);

        let bar = bar_frame(&look);
        Panel::top("top bar")
            .frame(bar)
            .show_separator_line(true)
            .show(ui, |ui| {
                bars::top(ui, text, view, room, &mut events);
            });
        if let Some(decision) = &view.decision {
            Panel::bottom("decision bar").frame(bar).show(ui, |ui| {
                bars::decision(ui, text, decision, room, &mut events);
            });
        }
        if !view.steps.is_empty() {
            let frame = Frame::new().fill(look.ground).inner_margin(Margin::same(8));
            Panel::left("path")
                .resizable(false)
                .exact_size(path::width(room))
                .frame(frame)
                .show(ui, |ui| path::show(ui, text, view, room, &mut events));
        }
        let above = ui.available_rect_before_wrap();
        if has_side {
            side(ui, &look, parts);
        }
        CentralPanel::default()
            .frame(Frame::new().fill(look.ground))
            .show(ui, |ui| {
                central(ui, &look, room, view.here, |ui| parts(ui, Part::Page));
            });

        if let Some(event) = self.palette.show(&context, text, view) {
            events.push(event);
        }
        if self.help_is_open {
            self.help_is_open = help::show(&context, text);
        }
        let below = context.content_rect().bottom() - above.bottom();
        self.toasts
            .show(&context, below, &text.get("window-dismiss"));
        self.own(&context, view, events)
    }

    /// Is the palette open? It alone shows [`View::findable`].
    pub fn palette_is_open(&self) -> bool {
        self.palette.is_open()
    }

    /// Opens the palette, as Ctrl+K does.
    pub fn open_palette(&mut self) {
        self.palette.open();
    }

    /// Opens the sheet of shortcuts, as F1 does.
    pub fn open_help(&mut self) {
        self.help_is_open = true;
    }

    fn keys(&self, ui: &Ui, view: &View<'_>) -> Vec<Event> {
        // Behind a dialog nothing may change; the palette and the sheet close by Escape.
        if ui.memory(|memory| memory.top_modal_layer().is_some()) {
            return Vec::new();
        }
        command::pressed(ui)
            .into_iter()
            .filter(|command| is_possible(*command, view))
            .map(Event::Command)
            .collect()
    }

    /// Does what the shell does by itself, and passes the rest on.
    fn own(&mut self, context: &egui::Context, view: &View<'_>, events: Vec<Event>) -> Vec<Event> {
        let mut passed = Vec::new();
        for event in events {
            match event {
                Event::Command(Command::Palette) => self.palette.open(),
                Event::Command(Command::Help) => self.help_is_open = true,
                Event::Command(Command::ZoomIn) => zoom(context, Some(1)),
                Event::Command(Command::ZoomOut) => zoom(context, Some(-1)),
                Event::Command(Command::ZoomReset) => zoom(context, None),
                Event::Command(Command::NextTheme) => passed.push(Event::Theme(view.theme.next())),
                Event::Command(Command::PreviousStep) => {
                    passed.push(Event::Command(Command::Step(view.here.saturating_sub(1))));
                }
                Event::Command(Command::NextStep) => {
                    let last = view.steps.len().saturating_sub(1);
                    passed.push(Event::Command(Command::Step((view.here + 1).min(last))));
                }
                other => passed.push(other),
            }
        }
        passed
    }
}

/// Does the command mean something in this view?
fn is_possible(command: Command, view: &View<'_>) -> bool {
    match command {
        Command::Undo => view.can_undo,
        Command::Redo => view.can_redo,
        Command::Step(index) => index < view.steps.len(),
        Command::PreviousStep | Command::NextStep => !view.steps.is_empty(),
        Command::New | Command::Save | Command::SaveAs | Command::Export => view.document.is_some(),
        Command::Why => view.decision.is_some(),
        _ => true,
    }
}

/// What stands beside the page, as wide as the user made it.
fn side(ui: &mut Ui, look: &Look, parts: &mut dyn FnMut(&mut Ui, Part)) {
    let frame = Frame::new()
        .fill(look.card)
        .inner_margin(Margin::same(look.gap as i8));
    Panel::right("side")
        .frame(frame)
        .default_size(400.0)
        .size_range(300.0..=640.0)
        .show(ui, |ui| {
            ScrollArea::vertical()
                .id_salt("side")
                .auto_shrink(false)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = look.gap_small;
                    parts(ui, Part::Side);
                });
        });
}

fn central(ui: &mut Ui, look: &Look, room: Room, here: usize, page: impl FnOnce(&mut Ui)) {
    let margin = if room == Room::Narrow {
        look.gap_small
    } else {
        look.gap_large
    };
    // Each step keeps its own place in the page.
    ScrollArea::vertical()
        .id_salt(("page", here))
        .auto_shrink(false)
        .show(ui, |ui| {
            let width = (ui.available_width() - 2.0 * margin).clamp(200.0, PAGE_WIDTH);
            ui.horizontal_top(|ui| {
                ui.add_space(margin);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = look.gap;
                    ui.add_space(margin - look.grid);
                    page(ui);
                    ui.add_space(margin);
                });
            });
        });
}

fn bar_frame(look: &Look) -> Frame {
    Frame::new()
        .fill(look.card)
        .inner_margin(Margin::symmetric(look.gap as i8, look.gap_small as i8))
}

/// Zooms by tenths, or back to the ordinary size.
fn zoom(context: &egui::Context, by: Option<i32>) {
    let now = (context.zoom_factor() * 10.0).round() as i32;
    let tenths = by
        .map_or(10, |by| now + by)
        .clamp(*ZOOM_TENTHS.start(), *ZOOM_TENTHS.end());
    context.set_zoom_factor(tenths as f32 / 10.0);
}
