//! Files and pictures made from a case, in the background.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use weighbridge_charts::from_outcome::Case;
use weighbridge_charts::from_prospects;
use weighbridge_engine::scenario::OptionId;
use weighbridge_engine::{Scenario, evaluate};
use weighbridge_report::chart_export::{Format, Paper, Size, export};
use weighbridge_report::document::{ReportOptions, report};
use weighbridge_report::{Decided, ReportError, decided_chart, option_chart};
use weighbridge_session::jobs::{Event, Worker};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Describe as _, Message, PartialDate};

use super::Window;
use super::export_dialog::{ExportDialog, FORMATS, SIZES};
use super::open_dialog::Dialog;
use super::purpose::Purpose;
use crate::pages::charts::CUMULATIVE_COST;
use crate::target::{NotWritten, Target};
use crate::widgets::Tone;

/// The thread that exports, and what it is doing.
#[derive(Debug, Default)]
pub(super) struct Exports {
    worker: Option<Worker<Request, (), Result<Exported, String>>>,
}

#[derive(Debug)]
struct Request {
    scenario: Arc<Scenario>,
    text: Text,
    date: PartialDate,
    chart: Option<&'static str>,
    option: Option<OptionId>,
    /// Whether the screen shows odds of this case, so that the file shows them too.
    has_odds: bool,
    format: Format,
    size: Size,
    to: To,
}

#[derive(Debug)]
enum To {
    File(PathBuf),
    Clipboard,
}

#[derive(Debug)]
enum Exported {
    File(PathBuf),
    Picture(egui::ColorImage),
}

impl Exports {
    /// Is something being exported?
    pub(super) fn is_busy(&self) -> bool {
        self.worker.as_ref().is_some_and(Worker::is_busy)
    }

    /// Tells the export to stop; what is not in its place yet never will be.
    pub(super) fn cancel(&mut self) {
        if let Some(worker) = &mut self.worker {
            worker.cancel();
        }
    }
}

impl Window {
    /// Opens the dialog of exports on a chart, of one option where it is of one, or on the report.
    pub(super) fn ask_export(&mut self, chart: Option<&'static str>, option: Option<OptionId>) {
        if self.session.is_none() {
            return;
        }
        self.dialog = Some(Dialog::Export(ExportDialog {
            chart,
            option,
            ..ExportDialog::default()
        }));
        let typed = self.suggested_path(Purpose::Export);
        if let Some(Dialog::Export(dialog)) = &mut self.dialog {
            dialog.typed = typed;
        }
    }

    /// What an export adds to the name of the case.
    pub(super) fn export_name(&self) -> String {
        match &self.dialog {
            Some(Dialog::Export(dialog)) => dialog.ending(),
            _ => ExportDialog::default().ending(),
        }
    }

    /// Exports to the path of the dialog; `is_sure` where replacing was agreed to.
    pub(super) fn take_export_path(&mut self, path: &Path, is_sure: bool) {
        let question = self.replace_question(path);
        let Some(Dialog::Export(dialog)) = &mut self.dialog else {
            return;
        };
        dialog.typed = path.display().to_string();
        if path.exists() && !is_sure {
            dialog.fault = Some(question);
            dialog.replaces = Some(path.to_owned());
            return;
        }
        if let Err(error) = weighbridge_session::files::check_target(path) {
            let words = self.text().describe(&error);
            if let Some(Dialog::Export(dialog)) = &mut self.dialog {
                dialog.fault = Some(words);
            }
            return;
        }
        let dialog = dialog.clone();
        self.dialog = None;
        self.start_export(&dialog, To::File(path.to_owned()));
    }

    /// Puts the chart of the dialog on the clipboard as a picture.
    pub(super) fn copy_picture(&mut self, dialog: &ExportDialog) {
        let dialog = ExportDialog {
            // The clipboard takes pixels.
            format: 2,
            ..dialog.clone()
        };
        self.start_export(&dialog, To::Clipboard);
    }

    fn start_export(&mut self, dialog: &ExportDialog, to: To) {
        let Some(session) = &self.session else { return };
        let request = Request {
            scenario: Arc::clone(session.document().scenario()),
            text: session.text(),
            date: self.today,
            chart: dialog.chart,
            option: dialog.option.clone(),
            has_odds: session.odds().is_current(),
            format: FORMATS[dialog.format].0,
            size: SIZES[dialog.size].0,
            to,
        };
        if self.exports.worker.is_none() {
            let context = self.context.clone();
            let worker = Worker::spawn(
                "export",
                |request, on_step| work(request, on_step),
                move || context.request_repaint(),
            );
            self.exports.worker = worker.ok();
        }
        match &mut self.exports.worker {
            Some(worker) => {
                worker.start(request);
            }
            None => self.say_broken(),
        }
    }

    /// Takes what has come of exports.
    pub(super) fn take_exports(&mut self, context: &egui::Context) {
        let events = self.exports.worker.as_mut().map(Worker::poll);
        for event in events.unwrap_or_default() {
            match event {
                Event::Finished { result, .. } => match result {
                    Ok(Exported::File(path)) => {
                        let path = Arg::from(path.display().to_string());
                        let words = self.text().format("window-exported", &[("path", path)]);
                        self.say(Tone::Good, words);
                    }
                    Ok(Exported::Picture(picture)) => {
                        context.copy_image(picture);
                        let words = self.text().get("window-copied-picture");
                        self.say(Tone::Good, words);
                    }
                    Err(words) => self.say(Tone::Bad, words),
                },
                Event::Failed { .. } => self.say_broken(),
                Event::Cancelled { .. } => {
                    let words = self.text().get("window-export-cancelled");
                    self.say(Tone::Information, words);
                }
                Event::Started { .. } | Event::Step { .. } => {}
            }
        }
    }
}

/// Makes the file or the picture, on the thread of exports.
fn work(
    request: Request,
    on_step: &mut dyn FnMut(()) -> ControlFlow<()>,
) -> Result<Exported, String> {
    let text = request.text;
    let words = |reason: NotWritten| match reason {
        NotWritten::Sentence(message) => text.render(&message),
        NotWritten::NobodyListens => String::new(),
    };
    // Whether it can be written is found out before the work is done.
    let target = match &request.to {
        To::File(path) => Some(Target::at(path).map_err(words)?),
        To::Clipboard => None,
    };
    let bytes = bytes(&request).map_err(|message| text.render(&message))?;
    if on_step(()).is_break() {
        return Err(String::new());
    }
    match (request.to, target) {
        (To::File(path), Some(target)) => {
            target.write(&bytes).map_err(words)?;
            Ok(Exported::File(path))
        }
        _ => {
            let decoded = eframe::icon_data::from_png_bytes(&bytes);
            let picture = decoded
                .map_err(|error| text.render(&failed("error-report", &error.to_string())))?;
            let size = [picture.width as usize, picture.height as usize];
            Ok(Exported::Picture(egui::ColorImage::from_rgba_unmultiplied(
                size,
                &picture.rgba,
            )))
        }
    }
}

fn bytes(request: &Request) -> Result<Vec<u8>, Message> {
    let outcome = evaluate(&request.scenario);
    let text = request.text;
    let reason = |error: ReportError| failed("error-report", &error.to_string());
    let Some(name) = request.chart else {
        let options = ReportOptions {
            locale: text.locale(),
            date: request.date,
            program_version: env!("CARGO_PKG_VERSION"),
        };
        return report(&request.scenario, &outcome, &options).map_err(reason);
    };
    let case = Case {
        scenario: &request.scenario,
        outcome: &outcome,
        text,
    };
    // Drawn anew from the same seed: the same odds as on the screen, on this thread's time.
    let decided =
        if from_prospects::NAMES.contains(&name) || (name == CUMULATIVE_COST && request.has_odds) {
            Decided::as_sampled(&request.scenario, &outcome)
        } else {
            Decided::at_base(&request.scenario, &outcome)
        };
    let chart = match &request.option {
        Some(option) => option_chart(&case, Some(option), name),
        None => decided_chart(&case, &decided, name),
    };
    let chart = chart.ok_or_else(|| Message::new("error-chart-empty").with("name", name))?;
    let paper = Paper::new(request.size, &text, text.locale().tag());
    export(&chart, request.format, &paper).map_err(reason)
}

fn failed(key: &'static str, reason: &str) -> Message {
    Message::new(key)
        .with("reason", reason.to_owned())
        .message()
}
