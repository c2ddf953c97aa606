//! The dialog of exports: what it holds, and how that is asked.

use std::path::PathBuf;

use egui::{TextEdit, Ui, vec2};
use weighbridge_charts::from_outcome;
use weighbridge_engine::scenario::OptionId;
use weighbridge_report::chart_export::{Format, Size};
use weighbridge_text::Text;

use crate::look::Look;
use crate::widgets::{Entry, PickerWords, button, choice, dialog, notice, picker};

/// The formats in the order of the dialog.
pub(super) const FORMATS: [(Format, &str); 3] = [
    (Format::Pdf, "pdf"),
    (Format::Svg, "svg"),
    (Format::Png, "png"),
];
/// The sizes in the order of the dialog, with the keys of their names.
pub(super) const SIZES: [(Size, &str); 3] = [
    (Size::Slide, "window-size-slide"),
    (Size::HalfSlide, "window-size-half-slide"),
    (Size::A4Width, "window-size-a4"),
];

/// What the dialog of exports holds.
#[derive(Debug, Clone, Default)]
pub(super) struct ExportDialog {
    /// The chart; the report where none is named.
    pub(super) chart: Option<&'static str>,
    /// The option that the chart is of, where it is of one.
    pub(super) option: Option<OptionId>,
    /// Place in [`FORMATS`]; a report is always a PDF file.
    pub(super) format: usize,
    /// Place in [`SIZES`].
    pub(super) size: usize,
    /// The path.
    pub(super) typed: String,
    /// Why it was refused.
    pub(super) fault: Option<String>,
    /// The file that would be replaced, which was pointed out.
    pub(super) replaces: Option<PathBuf>,
}

impl ExportDialog {
    /// What is added to the name of the case.
    pub(super) fn ending(&self) -> String {
        match self.chart {
            None => "-report.pdf".to_owned(),
            Some(chart) => {
                let of = self.option.as_ref();
                let of = of.map_or_else(String::new, |option| format!("-{option}"));
                format!("-{chart}{of}.{}", FORMATS[self.format].1)
            }
        }
    }
}

/// What the dialog was answered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ExportAnswer {
    Export,
    Picture,
    Browse,
    Cancel,
}

/// The choice of what is exported, in which format and size.
pub(super) fn choices(ui: &mut Ui, text: Text, export: &mut ExportDialog) {
    let look = Look::of(ui);
    let chart_name = |name: &str| text.get(&format!("chart-{name}")).into_owned();
    let entry = |title: String| Entry {
        title,
        ..Entry::default()
    };
    let mut entries = vec![entry(text.get("window-export-report").into_owned())];
    entries.extend(
        from_outcome::NAMES
            .iter()
            .map(|name| entry(chart_name(name))),
    );
    let chosen = export.chart.map_or(0, |chart| {
        let place = from_outcome::NAMES.iter().position(|name| *name == chart);
        place.map_or(0, |place| place + 1)
    });
    let what = text.get("window-export-what");
    let (search, nothing) = (text.get("button-search"), text.get("window-search-nothing"));
    let words = PickerWords {
        search: &search,
        nothing: &nothing,
    };
    ui.label(look.note(what.to_string()));
    if let Some(picked) = picker::picker(ui, &what, Some(chosen), "", &entries, words) {
        export.chart = match picked {
            0 => None,
            place => from_outcome::NAMES.get(place - 1).copied(),
        };
    }
    if export.chart.is_none() {
        let aid = text.get("window-export-report-aid");
        ui.add(egui::Label::new(look.note(aid.into_owned())).wrap());
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap;
        let formats = FORMATS.map(|(_, ending)| ending.to_uppercase());
        let formats: Vec<&str> = formats.iter().map(String::as_str).collect();
        let name = text.get("window-export-format");
        if let Some(format) = choice::segmented(ui, &name, &formats, export.format) {
            export.format = format;
        }
        let sizes = SIZES.map(|(_, key)| text.get(key));
        let sizes: Vec<&str> = sizes.iter().map(AsRef::as_ref).collect();
        let name = text.get("window-export-size");
        if let Some(size) = choice::segmented(ui, &name, &sizes, export.size) {
            export.size = size;
        }
    });
    let aid = match FORMATS[export.format].0 {
        Format::Pdf => "window-export-pdf-aid",
        Format::Svg => "window-export-svg-aid",
        Format::Png => "window-export-png-aid",
    };
    ui.add(egui::Label::new(look.note(text.get(aid).into_owned())).wrap());
}

/// The field for where it goes, and the buttons.
pub(super) fn target(
    ui: &mut Ui,
    text: Text,
    export: &mut ExportDialog,
    has_system_dialog: bool,
) -> Option<ExportAnswer> {
    let look = Look::of(ui);
    let mut answer = None;
    ui.add_space(look.grid);
    let label = text.get("file-path");
    ui.label(look.note(label.to_string()));
    let browse = text.get("window-browse");
    ui.horizontal(|ui| {
        let browse_width = ui
            .painter()
            .layout_no_wrap(browse.to_string(), look.body_font(), look.ink)
            .size()
            .x
            + 8.0 * look.grid;
        let room = if has_system_dialog { browse_width } else { 0.0 };
        let edit = TextEdit::singleline(&mut export.typed)
            .desired_width(ui.available_width() - room)
            .min_size(vec2(0.0, look.control_height()))
            .align(egui::Align2::LEFT_CENTER);
        let field = ui.add(edit).accessible_name(label.as_ref());
        if field.changed() {
            export.fault = None;
            export.replaces = None;
        }
        let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
        if field.lost_focus() && enter {
            answer = Some(ExportAnswer::Export);
        }
        if has_system_dialog && ui.add(button::quiet(&browse)).clicked() {
            answer = Some(ExportAnswer::Browse);
        }
    });
    if let Some(fault) = &export.fault {
        notice::strip(ui, notice::Tone::Caution, fault, None);
    }
    ui.add_space(look.gap_small);
    dialog::buttons(ui, |ui| {
        let ready = !export.typed.trim().is_empty();
        let go = text.get("window-export-button");
        let go = ui.add_enabled(ready, button::primary(&go));
        if ui.memory(|memory| memory.focused().is_none()) {
            go.request_focus();
        }
        if go.clicked() {
            answer = Some(ExportAnswer::Export);
        }
        let copy = text.get("window-copy-picture");
        if export.chart.is_some() && ui.add(button::quiet(&copy)).clicked() {
            answer = Some(ExportAnswer::Picture);
        }
        if ui.add(button::quiet(&text.get("button-cancel"))).clicked() {
            answer = Some(ExportAnswer::Cancel);
        }
    });
    answer
}
