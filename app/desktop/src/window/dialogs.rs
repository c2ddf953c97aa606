//! The dialogs of the window, at most one at a time.

use std::path::{Path, PathBuf};

use egui::{Context, ScrollArea, Ui};
use weighbridge_catalogue::Fault;
use weighbridge_engine::compose::PresetChange;
use weighbridge_engine::scenario::{DecisionOption, InputPath, OptionId, Scenario};
use weighbridge_session::{Action, Session};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Describe as _};

use super::Window;
use super::export_dialog::{ExportAnswer, ExportDialog, choices, target};
use super::files::typed_path;
use super::open_dialog::Dialog;
use super::purpose::{After, Purpose};
use crate::look::Look;
use crate::widgets::button;
use crate::widgets::dialog::{self, PathAnswer, PathWords, Unsaved, UnsavedWords};
use crate::widgets::table::{self, Cell, Row};

impl Window {
    /// Draws the dialog that is open, and does what it was answered.
    pub(super) fn show_dialog(&mut self, context: &Context) {
        match self.dialog.take() {
            None => {}
            Some(Dialog::Unsaved(after)) => self.show_unsaved(context, after),
            Some(Dialog::Path {
                purpose,
                typed,
                fault,
                replaces,
            }) => self.show_path(context, purpose, typed, fault, replaces),
            Some(Dialog::Faults { path, faults }) => {
                let stays = show_faults(context, self.text(), &path, &faults);
                self.dialog = stays.then_some(Dialog::Faults { path, faults });
            }
            Some(Dialog::PresetFaults) => {
                let messages = self.stock.as_ref().map(|stock| &stock.preset_faults);
                let text = self.text();
                let lines = messages.into_iter().flatten();
                let lines: Vec<_> = lines.map(|message| text.render(message)).collect();
                let title = text.format("start-preset-faults", &[count(lines.len())]);
                if show_lines(context, text, &title, &lines) {
                    self.dialog = Some(Dialog::PresetFaults);
                }
            }
            Some(Dialog::NewerFigures) => self.show_newer_figures(context),
            Some(Dialog::Export(dialog)) => self.show_export(context, dialog),
        }
    }

    fn show_unsaved(&mut self, context: &Context, after: After) {
        let text = self.text();
        let name = Arg::from(self.document_name());
        let title = text.format("file-save-question", &[("name", name)]);
        let words = UnsavedWords {
            title: &title,
            body: &text.get("window-unsaved-body"),
            save: &text.get("button-save"),
            discard: &text.get("button-discard"),
            cancel: &text.get("button-cancel"),
        };
        match dialog::unsaved(context, words) {
            None => self.dialog = Some(Dialog::Unsaved(after)),
            Some(Unsaved::Save) => self.save(context, Some(after)),
            Some(Unsaved::Discard) => {
                self.forget_unsaved();
                self.go(context, after);
            }
            Some(Unsaved::Cancel) => {}
        }
    }

    fn show_path(
        &mut self,
        context: &Context,
        purpose: Purpose,
        mut typed: String,
        fault: Option<String>,
        replaces: Option<PathBuf>,
    ) {
        let text = self.text();
        let words = PathWords {
            title: &text.get(purpose.title_key()),
            field: &text.get("file-path"),
            browse: &text.get("window-browse"),
            accept: &text.get(purpose.accept_key()),
            cancel: &text.get("button-cancel"),
        };
        let answer = dialog::path(context, words, &mut typed, fault.as_deref());
        match answer {
            Some(PathAnswer::Cancel) => self.after_save = None,
            Some(PathAnswer::Accept) => {
                let path = typed_path(&typed);
                let is_sure = replaces.as_ref() == Some(&path);
                self.accept_path(context, purpose, &path, is_sure);
            }
            None | Some(PathAnswer::Browse) => {
                self.dialog = Some(Dialog::Path {
                    purpose,
                    typed,
                    fault,
                    replaces,
                });
                if answer.is_some() {
                    self.browse(context, purpose);
                }
            }
        }
    }

    fn show_newer_figures(&mut self, context: &Context) {
        let Some(session) = &self.session else { return };
        let text = session.text();
        let changes = session.preset_changes();
        let title = text.format("window-newer-title", &[count(changes.len())]);
        let mut answer = None;
        let ((), leaves) = dialog::dialog(context, "newer figures", &title, 720.0, |ui| {
            let look = Look::of(ui);
            let aid = text.get("window-newer-aid");
            ui.add(egui::Label::new(look.note(aid.into_owned())).wrap());
            changes_table(ui, session, changes, &title);
            dialog::buttons(ui, |ui| {
                let update = text.get("window-newer-update");
                if ui.add(button::primary(&update)).clicked() {
                    answer = Some(true);
                }
                let keep = text.get("window-newer-keep");
                if ui.add(button::quiet(&keep)).clicked() {
                    answer = Some(false);
                }
            });
        });
        match answer {
            Some(true) => {
                let action = Action::UpdatePresets(changes.to_vec());
                self.newer_figures = 0;
                self.act(action);
            }
            Some(false) => self.newer_figures = 0,
            None if leaves => {}
            None => self.dialog = Some(Dialog::NewerFigures),
        }
    }

    fn show_export(&mut self, context: &Context, mut export: ExportDialog) {
        let text = self.text();
        let title = text.get("window-export-title");
        let before = export.ending();
        let has_system_dialog = self.uses_system_dialogs;
        let mut answer = None;
        let ((), leaves) = dialog::dialog(context, "export", &title, 560.0, |ui| {
            choices(ui, text, &mut export);
            let ending = export.ending();
            if ending != before {
                // The name follows what is exported, as far as nobody typed another.
                if let Some(stem) = export.typed.strip_suffix(&before) {
                    export.typed = format!("{stem}{ending}");
                }
                export.fault = None;
                export.replaces = None;
            }
            answer = target(ui, text, &mut export, has_system_dialog);
        });
        match answer {
            Some(ExportAnswer::Cancel) => {}
            Some(ExportAnswer::Picture) => self.copy_picture(&export),
            Some(ExportAnswer::Export) => {
                let path = typed_path(&export.typed);
                let is_sure = export.replaces.as_ref() == Some(&path);
                self.dialog = Some(Dialog::Export(export));
                self.take_export_path(&path, is_sure);
            }
            Some(ExportAnswer::Browse) => {
                self.dialog = Some(Dialog::Export(export));
                self.browse(context, Purpose::Export);
            }
            None if leaves => {}
            None => self.dialog = Some(Dialog::Export(export)),
        }
    }
}

fn count(count: usize) -> (&'static str, Arg) {
    ("count", Arg::from(count))
}

/// All faults of a file, each with its line and column; returns whether the dialog stays.
fn show_faults(context: &Context, text: Text, path: &Path, faults: &[Fault]) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let title = text.format(
        "window-faults-title",
        &[("name", Arg::from(name.into_owned()))],
    );
    let lines: Vec<String> = faults.iter().map(|fault| text.describe(fault)).collect();
    let mut stays = true;
    let ((), leaves) = dialog::dialog(context, "faults", &title, 760.0, |ui| {
        let look = Look::of(ui);
        let aid = text.format("window-faults-aid", &[count(faults.len())]);
        ui.add(egui::Label::new(look.note(aid)).wrap());
        ui.add_space(look.grid);
        scrolled(ui, "faults", |ui| {
            for (fault, line) in faults.iter().zip(&lines) {
                fault_row(ui, text, fault, line);
            }
        });
        stays = close_buttons(ui, text, &lines);
    });
    stays && !leaves
}

fn fault_row(ui: &mut Ui, text: Text, fault: &Fault, line: &str) {
    let look = Look::of(ui);
    ui.horizontal_top(|ui| {
        let place = format!("{}:{}", fault.place.line, fault.place.column);
        ui.scope(|ui| {
            ui.set_width(14.0 * look.grid);
            ui.label(look.note(place));
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let what = text.render(&fault.kind.message());
            let label = ui.add(egui::Label::new(look.body(what)).wrap().selectable(true));
            // A screen reader hears the place too.
            ui.ctx()
                .accesskit_node_builder(label.id, |node| node.set_label(line));
            let at = [fault.record.as_deref(), fault.field.as_deref()];
            let at: Vec<&str> = at.into_iter().flatten().collect();
            if !at.is_empty() {
                ui.label(look.small(at.join(" · ")));
            }
        });
    });
    ui.add_space(look.grid);
}

/// Sentences one under another; returns whether the dialog stays.
fn show_lines(context: &Context, text: Text, title: &str, lines: &[String]) -> bool {
    let mut stays = true;
    let ((), leaves) = dialog::dialog(context, "lines", title, 720.0, |ui| {
        scrolled(ui, "lines", |ui| {
            let look = Look::of(ui);
            for line in lines {
                ui.add(egui::Label::new(look.body(line)).wrap().selectable(true));
            }
        });
        stays = close_buttons(ui, text, lines);
    });
    stays && !leaves
}

fn close_buttons(ui: &mut Ui, text: Text, lines: &[String]) -> bool {
    let mut stays = true;
    dialog::buttons(ui, |ui| {
        let close = text.get("button-close");
        let close = ui.add(button::primary(&close));
        if ui.memory(|memory| memory.focused().is_none()) {
            close.request_focus();
        }
        stays = !close.clicked();
        if ui.add(button::quiet(&text.get("button-copy"))).clicked() {
            ui.ctx().copy_text(lines.join("\n"));
        }
    });
    stays
}

fn scrolled(ui: &mut Ui, id_salt: &str, contents: impl FnOnce(&mut Ui)) {
    let height = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 420.0);
    ScrollArea::vertical()
        .id_salt(id_salt)
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, contents);
}

fn changes_table(ui: &mut Ui, session: &Session, changes: &[PresetChange], title: &str) {
    let text = session.text().in_dollars();
    let scenario = session.scenario();
    let columns = [
        table::text_column(text.get("window-newer-input"), 1.0),
        table::figure_column(text.get("window-newer-saved")),
        table::figure_column(text.get("window-newer-now")),
    ];
    let rows: Vec<Row> = changes
        .iter()
        .filter_map(|change| {
            let spec = scenario.spec(&change.path)?;
            let option = owner(scenario, &change.path);
            let text = text.about_input(scenario, change.path.as_str());
            let label = text.field_label(spec.group, spec.name).into_owned();
            let name = option.map_or_else(String::new, |option| option.name.clone());
            Some(Row::new([
                Cell::new(label).note(name),
                Cell::new(text.quantity(change.saved.value, spec.unit)),
                Cell::new(text.quantity(change.current.value, spec.unit)),
            ]))
        })
        .collect();
    scrolled(ui, "changes", |ui| {
        table::table(ui, title, &columns, &rows);
    });
}

/// The option an input belongs to.
fn owner<'a>(scenario: &'a Scenario, path: &InputPath) -> Option<&'a DecisionOption> {
    let rest = path.as_str().strip_prefix("options.")?;
    scenario.option(&OptionId::parse(rest.split('.').next()?)?)
}
