//! The application in the window: shell and pages.

use std::process::ExitCode;
use std::time::Instant;

use egui::Ui;
use weighbridge_text::{Locale, Text};
use weighbridge_units::Arg;

use crate::look::{self, Theme};
use crate::shell::{Event, Shell, View};
use crate::start::{self, Graphics, Renderer};
use crate::widgets::page;

/// Opens the window with the options of the command line and stays until it is closed.
/// `began` is when the process began.
pub fn open(began: Instant) -> ExitCode {
    let text = Text::new(system_locale());
    let options = start::Options {
        title: text.get("app-name").into_owned(),
        renderer: std::env::args()
            .find_map(|option| Renderer::from_option(option.strip_prefix("--renderer=")?)),
        began,
        first_frame_and_exit: std::env::args().any(|option| option == "--first-frame-and-exit"),
    };
    let result = start::run(&options, &|context, graphics| {
        Box::new(Window::new(&context.egui_ctx, text, graphics))
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", error.explain(text));
            ExitCode::FAILURE
        }
    }
}

/// The language of the system, from the variables that name it; English where none is spoken here.
pub fn system_locale() -> Locale {
    let tags: Vec<String> = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .filter(|tag| !tag.is_empty())
        .collect();
    Locale::from_system(tags.iter().map(String::as_str))
}

/// A sentence on how the window is drawn, where there is something to say; empty otherwise.
pub fn drawing_note(text: Text, graphics: &Graphics) -> String {
    if graphics.is_software {
        text.format(
            "window-software",
            &[("adapter", Arg::from(graphics.adapter.clone()))],
        )
    } else if graphics.is_safe_mode {
        let renderer = graphics.renderer.name();
        text.format("window-safe-mode", &[("renderer", Arg::from(renderer))])
    } else {
        String::new()
    }
}

/// The application.
pub struct Window {
    shell: Shell,
    text: Text,
    theme: Theme,
    drawing_note: String,
}

impl Window {
    /// An application on its first screen.
    pub fn new(context: &egui::Context, text: Text, graphics: &Graphics) -> Self {
        look::install(context, Theme::default());
        let drawing_note = drawing_note(text, graphics);
        Self {
            shell: Shell::default(),
            text,
            theme: Theme::default(),
            drawing_note,
        }
    }

    fn heed(&mut self, context: &egui::Context, event: &Event) {
        match event {
            Event::Language(index) => {
                if let Some(locale) = Locale::ALL.get(*index) {
                    self.text = Text::new(*locale);
                }
            }
            Event::Theme(theme) => {
                self.theme = *theme;
                look::install(context, *theme);
            }
            Event::Command(crate::shell::Command::Quit) => {
                context.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            _ => (),
        }
    }
}

/// Codes and names of the languages, in the order of [`Locale::ALL`].
pub fn languages() -> Vec<(&'static str, &'static str)> {
    Locale::ALL
        .iter()
        .map(|locale| (locale.tag(), locale.own_name()))
        .collect()
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let languages = languages();
        let language = Locale::ALL
            .iter()
            .position(|locale| *locale == self.text.locale())
            .unwrap_or(0);
        let view = View {
            document: None,
            saved: "",
            can_undo: false,
            can_redo: false,
            languages: &languages,
            language,
            theme: self.theme,
            steps: &[],
            here: 0,
            decision: None,
            foot: &self.drawing_note,
            findable: &[],
        };
        let text = self.text;
        let events = self.shell.show(ui, text, &view, |ui| {
            page::headline(ui, &text.get("start-headline"), &text.get("app-tagline"));
        });
        for event in &events {
            self.heed(ui.ctx(), event);
        }
    }
}
