//! Opening and saving: what is asked first, and what happens in the background.

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use jiff::Timestamp;
use weighbridge_catalogue::scenario::{EXTENSION, ScenarioFile};
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::scenario::OptionId;
use weighbridge_session::files::{self, FileError, OpenError, Recent, Saved, with_extension};
use weighbridge_session::{Document, Session};
use weighbridge_units::Arg;

use super::Window;
use super::open_dialog::Dialog;
use super::purpose::{After, Purpose, Source};
use super::stock;
use super::task::{Task, take_ended};
use crate::pages::FileFor;
use crate::widgets::Tone;

/// Work with files that has been started.
#[derive(Debug, Default)]
pub(super) struct FileWork {
    opening: Option<Task<Opened>>,
    saving: Option<Saving>,
    picking: Option<Task<Option<PathBuf>>>,
    /// When the case was last saved, by this run.
    pub(super) saved_at: Option<Instant>,
}

type PickedFile = Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>>;
type Opened = (PathBuf, Result<ScenarioFile, OpenError>);

#[derive(Debug)]
struct Saving {
    path: PathBuf,
    scenario: Arc<Scenario>,
    then: Option<After>,
    task: Task<Result<Saved, FileError>>,
}

impl FileWork {
    /// Is something under way?
    pub(super) fn is_busy(&self) -> bool {
        self.opening.is_some() || self.saving.is_some()
    }
}

impl Window {
    /// Does something that leaves the case, after asking what to do with unsaved changes.
    pub(super) fn leave(&mut self, context: &egui::Context, after: After) {
        let is_dirty = |session: &Session| session.document().is_dirty();
        // What is being saved need not be asked about, unless it has changed again since.
        if let (Some(saving), Some(session)) = (&mut self.files.saving, &self.session)
            && saving.then.is_none()
            && Arc::ptr_eq(&saving.scenario, session.document().scenario())
        {
            saving.then = Some(after);
        } else if self.session.as_ref().is_some_and(is_dirty) {
            self.dialog = Some(Dialog::Unsaved(after));
        } else {
            self.go(context, after);
        }
    }

    /// Does it without asking.
    pub(super) fn go(&mut self, context: &egui::Context, after: After) {
        match after {
            After::Quit => {
                self.may_close = true;
                context.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            After::FirstScreen => self.close_case(),
            After::AskWhich => self.ask_path(context, Purpose::Open),
            After::Open(source) => self.open(context, source),
        }
    }

    /// Back to the first screen.
    fn close_case(&mut self) {
        self.session = None;
        self.forget_unsaved();
        self.start_afresh();
    }

    fn open(&mut self, context: &egui::Context, source: Source) {
        let Some(stock) = &self.stock else {
            // Everything else needs the catalogue; it is there in a moment.
            self.waiting = Some(source);
            return;
        };
        match source {
            Source::File(path) => {
                let catalogue = Arc::clone(&stock.catalogue);
                // Said in full, whatever folder the program was started in.
                let path = std::path::absolute(&path).unwrap_or(path);
                let task = Task::start("open", context, move || read(path, &catalogue));
                self.files.opening = Some(task);
            }
            Source::Sample(place) => {
                if let Some(sample) = stock.samples.get(place) {
                    let document = Document::new(sample.scenario.clone(), None);
                    self.take_up(document);
                }
            }
            Source::Comparison => {
                let title = self.text().get("start-comparison-title");
                match stock::comparison(&stock.catalogue, &title, self.today) {
                    Ok(scenario) => self.take_up(Document::new(scenario, None)),
                    Err(message) => self.say(Tone::Bad, self.text().render(&message)),
                }
            }
            Source::Recovered(place) => {
                self.restore(place);
            }
        }
    }

    /// Takes up unsaved work of an earlier run.
    fn restore(&mut self, place: usize) {
        let Some(stock) = &mut self.stock else { return };
        if place >= stock.recovered.len() {
            return;
        }
        let recovered = stock.recovered.remove(place);
        let document = Document::restored(recovered.scenario.clone(), recovered.path.clone());
        self.take_up(document);
        if let (Some(recovery), Some(session)) = (&self.recovery, &self.session) {
            recovery.take_over(session.document().scenario().clone(), recovered);
        }
    }

    /// Gives up unsaved work of an earlier run.
    pub(super) fn discard_recovered(&mut self, place: usize) {
        let Some(stock) = &mut self.stock else { return };
        if place < stock.recovered.len() {
            let recovered = stock.recovered.remove(place);
            if let Err(error) = recovered.discard() {
                let words = self.text().describe(&error);
                self.say(Tone::Caution, words);
            }
        }
    }

    /// Makes a document the one that is worked on.
    fn take_up(&mut self, document: Document) {
        let Some(stock) = &self.stock else { return };
        match &mut self.session {
            Some(session) => session.replace_document(document),
            None => {
                let catalogue = Arc::clone(&stock.catalogue);
                let mut session = Session::new(document, catalogue, self.today);
                session.set_locale(self.locale);
                self.session = Some(session);
            }
        }
        self.forget_unsaved();
        self.start_afresh();
        let newer = |session: &Session| session.preset_changes().len();
        self.newer_figures = self.session.as_ref().map_or(0, newer);
        self.step = first_step();
    }

    /// Saves where the case is kept; asks where that is not known yet.
    pub(super) fn save(&mut self, context: &egui::Context, then: Option<After>) {
        let path = self.session.as_ref().and_then(|session| {
            let path = session.document().path();
            path.map(Path::to_owned)
        });
        match path {
            Some(path) => self.save_to(context, path, then),
            None => {
                self.after_save = then;
                self.ask_path(context, Purpose::Save);
            }
        }
    }

    fn save_to(&mut self, context: &egui::Context, path: PathBuf, then: Option<After>) {
        // One at a time: the second would find the file of the first.
        if self.files.saving.is_some() {
            return;
        }
        let Some(session) = &self.session else { return };
        let scenario = Arc::clone(session.document().scenario());
        let versions = self.folders.as_ref().map(files::Folders::versions);
        let (own, target) = (Arc::clone(&scenario), path.clone());
        let task = Task::start("save", context, move || {
            files::save(&target, &own, versions.as_ref(), Timestamp::now())
        });
        self.files.saving = Some(Saving {
            path,
            scenario,
            then,
            task,
        });
    }

    /// Asks for a path: the system's dialog over one in which the path can be typed.
    pub(super) fn ask_path(&mut self, context: &egui::Context, purpose: Purpose) {
        if purpose != Purpose::Export {
            self.dialog = Some(Dialog::Path {
                purpose,
                typed: self.suggested_path(purpose),
                fault: None,
                replaces: None,
            });
        }
        self.browse(context, purpose);
    }

    /// Opens the system's own dialog, where there is one.
    pub(super) fn browse(&mut self, context: &egui::Context, purpose: Purpose) {
        if !self.uses_system_dialogs || self.files.picking.is_some() {
            return;
        }
        let text = self.text();
        let mut dialog = rfd::AsyncFileDialog::new().set_title(text.get(purpose.title_key()));
        let suggested = PathBuf::from(self.suggested_path(purpose));
        if let Some(folder) = suggested.parent().filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        if matches!(purpose, Purpose::Open | Purpose::Save) {
            dialog = dialog.add_filter(text.get("window-scenario-files"), &["ron"]);
        }
        if purpose == Purpose::Chosen(FileFor::Model) {
            dialog = dialog.add_filter("GGUF", &["gguf"]);
        }
        // The dialog is made here, because some systems allow that on this thread only; it is
        // waited for elsewhere, because it may hang.
        let future: PickedFile = match purpose {
            Purpose::Open | Purpose::Measurements | Purpose::Chosen(_) => {
                Box::pin(dialog.pick_file())
            }
            Purpose::Save | Purpose::Export => {
                let name = suggested.file_name().unwrap_or_default().to_string_lossy();
                Box::pin(dialog.set_file_name(name).save_file())
            }
        };
        self.files.picking = Some(Task::start("file dialog", context, move || {
            super::task::wait_for(future).map(|file| file.path().to_owned())
        }));
    }

    /// What stands in the field for a path at first.
    pub(super) fn suggested_path(&self, purpose: Purpose) -> String {
        let own = self.session.as_ref().and_then(|session| {
            let path = session.document().path()?;
            Some(path.to_owned())
        });
        let folder = own
            .as_deref()
            .and_then(Path::parent)
            .map(Path::to_owned)
            .or_else(|| self.latest_folder())
            .or_else(documents)
            .unwrap_or_default();
        let stem = |session: &Session| {
            session.document().file_stem().unwrap_or_else(|| {
                let id = OptionId::from_name(&session.scenario().question.title);
                id.to_string()
            })
        };
        let stem = self.session.as_ref().map_or_else(String::new, stem);
        let name = match purpose {
            Purpose::Open | Purpose::Measurements | Purpose::Chosen(_) => String::new(),
            Purpose::Save => format!("{stem}.{EXTENSION}"),
            Purpose::Export => {
                let export = self.export_name();
                format!("{stem}{export}")
            }
        };
        folder.join(name).display().to_string()
    }

    fn latest_folder(&self) -> Option<PathBuf> {
        let recent = &self.stock.as_ref()?.recent;
        Some(recent.paths().first()?.parent()?.to_owned())
    }

    /// Goes on with a path that was typed or picked; `is_sure` where replacing was agreed to.
    pub(super) fn accept_path(
        &mut self,
        context: &egui::Context,
        purpose: Purpose,
        path: &Path,
        is_sure: bool,
    ) {
        match purpose {
            Purpose::Open => {
                self.dialog = None;
                self.open(context, Source::File(path.to_owned()));
            }
            Purpose::Save => {
                let path = with_extension(path);
                let own = self.session.as_ref().and_then(|session| {
                    let path = session.document().path()?;
                    Some(path.to_owned())
                });
                if path.exists() && !is_sure && own.as_deref() != Some(&path) {
                    self.ask_replace(purpose, &path);
                    return;
                }
                match files::check_target(&path) {
                    Ok(()) => {
                        self.dialog = None;
                        let then = self.after_save.take();
                        self.save_to(context, path, then);
                    }
                    Err(error) => self.refuse_path(purpose, &path, self.text().describe(&error)),
                }
            }
            Purpose::Export => self.take_export_path(path, is_sure),
            Purpose::Measurements => {
                self.dialog = None;
                self.pages.read_measurements(path.to_owned());
            }
            Purpose::Chosen(what) => {
                self.dialog = None;
                self.pages.take_file(what, path.to_owned());
            }
        }
    }

    fn ask_replace(&mut self, purpose: Purpose, path: &Path) {
        let words = self.replace_question(path);
        self.dialog = Some(Dialog::Path {
            purpose,
            typed: path.display().to_string(),
            fault: Some(words),
            replaces: Some(path.to_owned()),
        });
    }

    /// "support.ron exists. Replace it?"
    pub(super) fn replace_question(&self, path: &Path) -> String {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = Arg::from(name.into_owned());
        self.text()
            .format("file-overwrite-question", &[("name", name)])
    }

    fn refuse_path(&mut self, purpose: Purpose, path: &Path, why: String) {
        self.dialog = Some(Dialog::Path {
            purpose,
            typed: path.display().to_string(),
            fault: Some(why),
            replaces: None,
        });
    }

    /// Takes what has come of work with files.
    pub(super) fn take_files(&mut self, context: &egui::Context) {
        if let Some(picked) = take_ended(&mut self.files.picking) {
            // Nothing picked may mean that there is no such dialog: the typed path stays.
            if let Some(path) = picked.flatten() {
                let purpose = match &self.dialog {
                    Some(Dialog::Path { purpose, .. }) => Some(*purpose),
                    Some(Dialog::Export(_)) => Some(Purpose::Export),
                    _ => None,
                };
                if let Some(purpose) = purpose {
                    self.accept_path(context, purpose, &path, true);
                }
            }
        }
        if let Some(opened) = take_ended(&mut self.files.opening) {
            match opened {
                Some((path, result)) => self.take_opened(path, result),
                None => self.say_broken(),
            }
        }
        let saving = self.files.saving.take();
        if let Some(saving) = saving {
            let mut place = Some(saving.task);
            match take_ended(&mut place) {
                None => {
                    self.files.saving = place.map(|task| Saving { task, ..saving });
                }
                Some(None) => self.say_broken(),
                Some(Some(Ok(saved))) => {
                    self.take_saved(context, saving.path, &saving.scenario, &saved);
                    if let Some(after) = saving.then {
                        // Changed since: asked again.
                        self.leave(context, after);
                    }
                }
                Some(Some(Err(error))) => {
                    let words = self.text().describe(&error);
                    self.say(Tone::Bad, words);
                }
            }
        }
    }

    fn take_opened(&mut self, path: PathBuf, result: Result<ScenarioFile, OpenError>) {
        match result {
            Ok(file) => {
                self.take_up(Document::new(file.scenario, Some(path.clone())));
                self.remember(&path);
            }
            Err(OpenError::Faults { path, faults }) => {
                self.dialog = Some(Dialog::Faults { path, faults });
            }
            Err(OpenError::File(error)) => {
                if let (Some(stock), FileError::NotFound(path)) = (&mut self.stock, &error) {
                    stock.recent.remove(path);
                }
                let words = self.text().describe(&error);
                self.say(Tone::Bad, words);
            }
        }
    }

    fn take_saved(
        &mut self,
        context: &egui::Context,
        path: PathBuf,
        scenario: &Arc<Scenario>,
        saved: &Saved,
    ) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.mark_saved_as(Arc::clone(scenario), path.clone());
        let is_dirty = session.document().is_dirty();
        self.files.saved_at = Some(Instant::now());
        if !is_dirty {
            self.forget_unsaved();
        }
        let text = self.text();
        let name = Arg::from(path.display().to_string());
        self.say(
            Tone::Good,
            text.format("window-saved-to", &[("path", name)]),
        );
        if let Some(error) = &saved.version_not_kept {
            self.say(Tone::Caution, text.describe(error));
        }
        self.remember(&path);
        context.request_repaint();
    }

    /// Puts a file first among the recent ones.
    fn remember(&mut self, path: &Path) {
        let Some(stock) = &mut self.stock else { return };
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        stock.recent.add(&path);
        if let Some(folders) = &self.folders {
            let (recent, file) = (stock.recent.clone(), folders.recent());
            in_background(move || save_recent(&recent, &file));
        }
    }
}

/// A case opens on the page of cost: the first that answers something.
const fn first_step() -> usize {
    weighbridge_session::Step::Cost as usize
}

fn read(path: PathBuf, catalogue: &Catalogue) -> Opened {
    let result = files::open(&path, catalogue);
    (path, result)
}

fn save_recent(recent: &Recent, file: &Path) {
    // A list that cannot be kept costs only the list.
    let _ = recent.save(file);
}

/// Small writes that nobody waits for.
pub(super) fn in_background(work: impl FnOnce() + Send + 'static) {
    // Without a thread it is not done; it can be missed.
    let _ = std::thread::Builder::new().spawn(work);
}

fn documents() -> Option<PathBuf> {
    let folders = directories::UserDirs::new()?;
    let documents = folders.document_dir().map(Path::to_owned);
    Some(documents.unwrap_or_else(|| folders.home_dir().to_owned()))
}

/// A path as typed, with the user's folder in place of `~`.
pub(super) fn typed_path(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let home = || directories::UserDirs::new().map(|folders| folders.home_dir().to_owned());
    match typed.strip_prefix("~/") {
        Some(rest) => home().map_or_else(|| PathBuf::from(typed), |home| home.join(rest)),
        None => PathBuf::from(typed),
    }
}
