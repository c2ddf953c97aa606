//! The palette: find and run anything by typing.

use egui::{Context, Id};

use weighbridge_text::Text;
use weighbridge_units::Arg;

use super::{Command, Event, View, is_possible};
use crate::look::Theme;
use crate::widgets::picker::{self, ListReply};
use crate::widgets::{Entry, PickerWords, dialog};

/// Whether the palette is open.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Palette {
    is_open: bool,
}

impl Palette {
    pub(super) fn open(&mut self) {
        self.is_open = true;
    }

    pub(super) fn is_open(self) -> bool {
        self.is_open
    }

    /// Draws the palette where it is open; returns what was picked.
    pub(super) fn show(&mut self, context: &Context, text: Text, view: &View<'_>) -> Option<Event> {
        if !self.is_open {
            return None;
        }
        let (events, entries) = choices(context, text, view);
        let title = text.get("command-palette");
        let (search, nothing) = (
            text.get("window-palette-search"),
            text.get("window-search-nothing"),
        );
        let list_words = PickerWords {
            search: &search,
            nothing: &nothing,
        };
        let id = Id::unique("palette list");
        let (reply, leaves) = dialog::dialog(context, "palette", &title, 560.0, |ui| {
            picker::list(ui, id, &title, &entries, list_words, 9)
        });
        match reply {
            ListReply::Picked(index) => {
                self.is_open = false;
                events.into_iter().nth(index)
            }
            ListReply::Dismissed => {
                self.is_open = false;
                None
            }
            ListReply::Nothing => {
                if leaves {
                    self.is_open = false;
                    picker::forget(context, id);
                }
                None
            }
        }
    }
}

fn choices(context: &Context, text: Text, view: &View<'_>) -> (Vec<Event>, Vec<Entry>) {
    let mut events = Vec::new();
    let mut entries = Vec::new();
    let mut add = |event: Event, title: String, figure: String| {
        events.push(event);
        entries.push(Entry {
            title,
            figure,
            ..Entry::default()
        });
    };
    for command in
        Command::all().filter(|command| *command != Command::Palette && is_possible(*command, view))
    {
        let name = text.get(command.message_key());
        let title = match command {
            Command::Step(_) => text.format(
                "window-go-to-step",
                &[("step", Arg::from(name.to_string()))],
            ),
            _ => name.into_owned(),
        };
        add(Event::Command(command), title, command.keys(context));
    }
    for theme in Theme::ALL.into_iter().filter(|theme| *theme != view.theme) {
        let name = text.get(theme.message_key());
        add(
            Event::Theme(theme),
            text.format(
                "window-switch-theme",
                &[("theme", Arg::from(name.to_string()))],
            ),
            String::new(),
        );
    }
    for (index, (_, name)) in view.languages.iter().enumerate() {
        if index != view.language {
            let title = text.format(
                "window-switch-language",
                &[("language", Arg::from(name.to_string()))],
            );
            add(Event::Language(index), title, String::new());
        }
    }
    for (index, entry) in view.findable.iter().enumerate() {
        events.push(Event::Found(index));
        entries.push(entry.clone());
    }
    (events, entries)
}
