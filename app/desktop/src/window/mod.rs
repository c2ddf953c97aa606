//! The application in the window: a session, the shell around it, and the pages.
//!
//! `logic` takes results of work and does what was asked, `ui` draws, `view` turns the
//! session into what the shell shows.
//! Work that takes longer than a few milliseconds runs on threads of its own.

mod bar;
mod dialogs;
mod export_dialog;
mod exports;
mod files;
mod findable;
mod logic;
mod open_dialog;
mod own_presets;
mod preferences;
mod purpose;
mod recovery;
mod start_screen;
mod stock;
mod task;
mod ui;
mod view;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use weighbridge_session::Session;
use weighbridge_session::files::Folders;
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Arg, Message, PartialDate};

pub use preferences::{Preferences, preferences_file};
pub use view::languages;

use crate::look::{self, Theme};
use crate::shell::Shell;
use crate::start::{self, Graphics, Renderer};
use crate::surroundings::{Surroundings, system_locale};
use files::FileWork;
use logic::Gesture;
use open_dialog::Dialog;
use purpose::{After, Source};
use stock::Stock;
use task::Task;

/// Opens the window with the options of the command line and stays until it is closed.
/// `began` is when the process began.
pub fn open(began: Instant) -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let preferences_file = preferences_file();
    let preferences = preferences_file
        .as_deref()
        .map(Preferences::read)
        .unwrap_or_default();
    let locale = preferences.language.unwrap_or_else(system_locale);
    let text = Text::new(locale);
    let setup = Setup {
        locale,
        today: Surroundings::of_this_machine().today,
        folders: data_folders(),
        preferences,
        preferences_file,
        file: file_of(&arguments),
        uses_system_dialogs: true,
    };
    let options = start::Options {
        title: text.get("app-name").into_owned(),
        renderer: arguments.iter().find_map(|option| {
            Renderer::from_option(option.to_str()?.strip_prefix("--renderer=")?)
        }),
        size: setup.preferences.size,
        began,
        first_frame_and_exit: arguments
            .iter()
            .any(|option| option == "--first-frame-and-exit"),
    };
    let result = start::run(&options, &|context, graphics| {
        let window = Window::new(&context.egui_ctx, setup.clone());
        Box::new(window.drawn_with(graphics.clone()))
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", error.explain(text));
            ExitCode::FAILURE
        }
    }
}

/// The file that the command line names: the first word that is no option.
fn file_of(arguments: &[OsString]) -> Option<PathBuf> {
    let mut words = arguments.iter();
    let is_option = |word: &&OsString| word.to_string_lossy().starts_with("--") && *word != "--";
    let word = words.find(|word| !is_option(word))?;
    let word = if word == "--" { words.next()? } else { word };
    Some(PathBuf::from(word))
}

/// Where the program keeps what is the user's; `None` where the system names no such folder.
pub fn data_folders() -> Option<Folders> {
    let folders = directories::ProjectDirs::from("", "", "weighbridge")?;
    Some(Folders::below(folders.data_dir()))
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

/// What the application starts with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The language.
    pub locale: Locale,
    /// The day on which figures are entered and new cases begin.
    pub today: PartialDate,
    /// Where recent files, unsaved work and presets are kept; nothing is kept where there is none.
    pub folders: Option<Folders>,
    /// What is remembered of the last run.
    pub preferences: Preferences,
    /// Where that is kept.
    pub preferences_file: Option<PathBuf>,
    /// A case to open at once.
    pub file: Option<PathBuf>,
    /// Whether the system's own dialogs are opened for files.
    pub uses_system_dialogs: bool,
}

impl Setup {
    /// A first start in English on a day, which keeps nothing and opens no system dialog.
    pub fn plain(today: PartialDate) -> Setup {
        Setup {
            locale: Locale::En,
            today,
            folders: None,
            preferences: Preferences::default(),
            preferences_file: None,
            file: None,
            uses_system_dialogs: false,
        }
    }
}

/// The application.
pub struct Window {
    context: egui::Context,
    shell: Shell,
    locale: Locale,
    theme: Theme,
    today: PartialDate,
    folders: Option<Folders>,
    preferences: Preferences,
    preferences_file: Option<PathBuf>,
    graphics: Option<Graphics>,
    uses_system_dialogs: bool,

    stocking: Option<Task<Result<Stock, Message>>>,
    stock: Option<Stock>,
    /// What is opened as soon as the stock is there.
    waiting: Option<Source>,

    /// The case; none on the first screen.
    session: Option<Session>,
    step: usize,
    pages: ui::PageStates,
    bar: bar::Bar,
    findable: findable::Findable,
    gesture: Gesture,
    /// How many figures of the case the catalogue now gives otherwise, until that was answered.
    newer_figures: usize,

    dialog: Option<Dialog>,
    after_save: Option<After>,
    files: FileWork,
    exports: exports::Exports,
    keeping: Option<Task<own_presets::Kept>>,
    recovery: Option<recovery::Recovery>,
    recovery_failed: bool,
    may_close: bool,
    shown_title: String,
}

impl Window {
    /// An application on its first screen; what it works with is read in the background.
    pub fn new(context: &egui::Context, setup: Setup) -> Self {
        let theme = setup.preferences.theme;
        look::install(context, theme);
        if let Some(zoom) = setup.preferences.zoom {
            context.set_zoom_factor(zoom);
        }
        let (folders, today) = (setup.folders.clone(), setup.today);
        let stocking = Task::start("catalogue", context, move || {
            Stock::read(folders.as_ref(), today)
        });
        let recovery = setup
            .folders
            .as_ref()
            .and_then(|folders| recovery::Recovery::begin(folders.recovery(), context));
        Self {
            context: context.clone(),
            shell: Shell::default(),
            locale: setup.locale,
            theme,
            today,
            folders: setup.folders,
            preferences: setup.preferences,
            preferences_file: setup.preferences_file,
            graphics: None,
            uses_system_dialogs: setup.uses_system_dialogs,
            stocking: Some(stocking),
            stock: None,
            waiting: setup.file.map(Source::File),
            session: None,
            step: 0,
            pages: ui::PageStates::default(),
            bar: bar::Bar::default(),
            findable: findable::Findable::default(),
            gesture: Gesture::None,
            newer_figures: 0,
            dialog: None,
            after_save: None,
            files: FileWork::default(),
            exports: exports::Exports::default(),
            keeping: None,
            recovery,
            recovery_failed: false,
            may_close: false,
            shown_title: String::new(),
        }
    }

    /// The same application, which says how it is drawn where that matters.
    pub fn drawn_with(self, graphics: Graphics) -> Self {
        Self {
            graphics: Some(graphics),
            ..self
        }
    }

    /// The case that is open; none on the first screen.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The step that is shown, counted from zero.
    pub fn step(&self) -> usize {
        self.step
    }

    /// Is something still read, written or computed in the background?
    pub fn is_busy(&self) -> bool {
        self.stocking.is_some()
            || self.files.is_busy()
            || self.exports.is_busy()
            || self.keeping.is_some()
            || self.bar.is_busy()
    }

    /// Forgets what was kept about the case before.
    fn start_afresh(&mut self) {
        self.pages = ui::PageStates::default();
        self.bar = bar::Bar::default();
        self.findable = findable::Findable::default();
        self.gesture = Gesture::None;
        self.newer_figures = 0;
        self.files.saved_at = None;
    }

    /// How the window is drawn, where there is something to say.
    fn drawing_note(&self) -> Option<String> {
        let note = drawing_note(self.text(), self.graphics.as_ref()?);
        (!note.is_empty()).then_some(note)
    }
}

impl eframe::App for Window {
    fn logic(&mut self, context: &egui::Context, _frame: &mut eframe::Frame) {
        self.keep_up(context);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.finish();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_that_is_no_option_is_the_file() {
        let cases: [(&[&str], Option<&str>); 5] = [
            (&[], None),
            (&["--renderer=glow"], None),
            (&["case.ron"], Some("case.ron")),
            (&["--first-frame-and-exit", "a.ron", "b.ron"], Some("a.ron")),
            (&["--", "--odd.ron"], Some("--odd.ron")),
        ];
        for (words, file) in cases {
            let arguments: Vec<OsString> = words.iter().map(OsString::from).collect();
            assert_eq!(file_of(&arguments), file.map(PathBuf::from), "{words:?}");
        }
    }
}
