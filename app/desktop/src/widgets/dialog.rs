//! Dialogs: they stand over the page, and Escape leaves them without harm.

use egui::accesskit::Role;
use egui::{Context, Id, Key, Margin, Modal, Modifiers, TextEdit, Ui, vec2};

use super::button;
use crate::look::Look;

/// Shows a dialog of this width in points.
/// Returns what `contents` gave, and whether the user wants to leave by Escape or by a click beside it.
pub fn dialog<R>(
    context: &Context,
    id_salt: &str,
    title: &str,
    width: f32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> (R, bool) {
    let look = Look::of(context);
    let frame = egui::Frame::popup(&context.global_style()).inner_margin(Margin::same(20));
    let reply = Modal::new(Id::unique(("dialog", id_salt)))
        .backdrop_color(look.veil)
        .frame(frame)
        .show(context, |ui| {
            let room = ui.ctx().content_rect().width() - 4.0 * look.gap_large;
            ui.set_width(width.min(room));
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::Dialog);
                node.set_label(title);
                node.set_modal();
            });
            super::page::heading(ui, title);
            ui.add_space(look.grid);
            contents(ui)
        });
    let leaves = reply.should_close();
    (reply.inner, leaves)
}

/// The words of [`unsaved`].
#[derive(Clone, Copy, Debug)]
pub struct UnsavedWords<'a> {
    /// "Save the changes to support-assistant?"
    pub title: &'a str,
    /// What is lost otherwise.
    pub body: &'a str,
    /// The three answers.
    pub save: &'a str,
    /// See [`Unsaved::Discard`].
    pub discard: &'a str,
    /// See [`Unsaved::Cancel`].
    pub cancel: &'a str,
}

/// An answer to [`unsaved`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// Save, then go on.
    Save,
    /// Go on without saving.
    Discard,
    /// Stay.
    Cancel,
}

/// Asks what to do with changes that are not saved; `None` while there is no answer.
pub fn unsaved(context: &Context, words: UnsavedWords<'_>) -> Option<Unsaved> {
    let look = Look::of(context);
    let mut answer = None;
    let ((), leaves) = dialog(context, "unsaved", words.title, 420.0, |ui| {
        ui.add(egui::Label::new(look.body(words.body)).wrap());
        ui.add_space(look.gap_small);
        buttons(ui, |ui| {
            let save = ui.add(button::primary(words.save));
            focus_first(ui, &save);
            if save.clicked() {
                answer = Some(Unsaved::Save);
            }
            if ui.add(button::quiet(words.discard)).clicked() {
                answer = Some(Unsaved::Discard);
            }
            if ui.add(button::quiet(words.cancel)).clicked() {
                answer = Some(Unsaved::Cancel);
            }
        });
    });
    answer.or(leaves.then_some(Unsaved::Cancel))
}

/// The words of [`path`].
#[derive(Clone, Copy, Debug)]
pub struct PathWords<'a> {
    /// "Save as"
    pub title: &'a str,
    /// "File"
    pub field: &'a str,
    /// The system's own dialog: "Browse…"
    pub browse: &'a str,
    /// "Save" or "Open"
    pub accept: &'a str,
    /// "Cancel"
    pub cancel: &'a str,
}

/// An answer to [`path`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathAnswer {
    /// Open the system's dialog.
    Browse,
    /// Use the path that was typed.
    Accept,
    /// Leave everything as it is.
    Cancel,
}

/// Asks for a path, typed or through the system's dialog (which is not there on every desktop).
/// `fault` says why the last try did not work. `None` while there is no answer.
pub fn path(
    context: &Context,
    words: PathWords<'_>,
    typed: &mut String,
    fault: Option<&str>,
) -> Option<PathAnswer> {
    let look = Look::of(context);
    let mut answer = None;
    let ((), leaves) = dialog(context, "path", words.title, 560.0, |ui| {
        ui.label(look.note(words.field));
        ui.horizontal(|ui| {
            // The button's own width is not known before it is drawn; what it needs is left free.
            let browse_width = ui
                .painter()
                .layout_no_wrap(words.browse.to_owned(), look.body_font(), look.ink)
                .size()
                .x
                + 8.0 * look.grid;
            let edit = TextEdit::singleline(typed)
                .desired_width(ui.available_width() - browse_width)
                .min_size(vec2(0.0, look.control_height()))
                .align(egui::Align2::LEFT_CENTER);
            let field = ui.add(edit).accessible_name(words.field);
            let entered = field.lost_focus()
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            if entered && !typed.trim().is_empty() {
                answer = Some(PathAnswer::Accept);
            }
            focus_first(ui, &field);
            if ui.add(button::quiet(words.browse)).clicked() {
                answer = Some(PathAnswer::Browse);
            }
        });
        if let Some(fault) = fault {
            super::notice::strip(ui, super::notice::Tone::Bad, fault, None);
        }
        ui.add_space(look.gap_small);
        buttons(ui, |ui| {
            let ready = !typed.trim().is_empty();
            if ui
                .add_enabled(ready, button::primary(words.accept))
                .clicked()
            {
                answer = Some(PathAnswer::Accept);
            }
            if ui.add(button::quiet(words.cancel)).clicked() {
                answer = Some(PathAnswer::Cancel);
            }
        });
    });
    answer.or(leaves.then_some(PathAnswer::Cancel))
}

/// A row of buttons at the right end, the first one outermost.
pub fn buttons(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    // Without a height of its own such a layout would take all that is left of the window.
    let size = vec2(ui.available_width(), Look::of(ui).control_height());
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, contents);
}

/// Gives the keyboard to `response` when nothing in the dialog has it.
fn focus_first(ui: &Ui, response: &egui::Response) {
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}
