//! The sheet of shortcuts.

use egui::{Context, ScrollArea};

use weighbridge_text::Text;

use super::Command;
use crate::widgets::table::{self, Row};
use crate::widgets::{button, dialog};

/// Draws the sheet; returns whether it stays open.
pub(super) fn show(context: &Context, text: Text) -> bool {
    let title = text.get("command-help");
    let mut stays = true;
    let height = (context.content_rect().height() - 180.0).max(160.0);
    let ((), leaves) = dialog::dialog(context, "help", &title, 480.0, |ui| {
        let columns = [
            table::text_column(text.get("window-help-command"), 1.0),
            table::figure_column(text.get("window-help-keys")),
        ];
        let rows: Vec<_> = Command::all()
            .filter(|command| command.shortcut().is_some())
            .map(|command| {
                Row::new([
                    text.get(command.message_key()).into_owned(),
                    command.keys(context),
                ])
            })
            .collect();
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                table::table(ui, &title, &columns, &rows);
            });
        dialog::buttons(ui, |ui| {
            let close = ui.add(button::primary(&text.get("button-close")));
            if ui.memory(|memory| memory.focused().is_none()) {
                close.request_focus();
            }
            stays = !close.clicked();
        });
    });
    stays && !leaves
}
