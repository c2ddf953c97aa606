//! Every control of the window on three pages, in the shell, with invented figures.
//!
//! `cargo run -p weighbridge-tests --example gallery [-- pt-BR dark 1.5 cost]` opens it
//! in a language, a theme, a zoom and on a page.

use std::time::Instant;

use egui::Ui;
use weighbridge_desktop::look::{self, Look, Theme};
use weighbridge_desktop::shell::{
    Command, Decision, DecisionSlider, Event, Fact, STEP_COUNT, Shell, Step, View,
};
use weighbridge_desktop::start;
use weighbridge_desktop::widgets::table::{Cell, Key, Row, figure_column, text_column};
use weighbridge_desktop::widgets::{
    Entry, FigureRow, Icon, NumberField, PickerWords, StepState, Tone, button, choice, dialog,
    notice, page, picker, table,
};
use weighbridge_desktop::window;
use weighbridge_text::{Digits, Locale, Text, parse_number};
use weighbridge_units::Describe as _;

fn main() {
    let text = Text::new(
        std::env::args()
            .find_map(|word| word.parse::<Locale>().ok())
            .unwrap_or_default(),
    );
    let options = start::Options {
        title: "Gallery".to_owned(),
        renderer: std::env::args()
            .find_map(|word| start::Renderer::from_option(word.strip_prefix("--renderer=")?)),
        size: None,
        began: Instant::now(),
        first_frame_and_exit: std::env::args().any(|word| word == "--first-frame-and-exit"),
    };
    let result = start::run(&options, &|context, graphics| {
        let gallery = Gallery::new(&context.egui_ctx, text);
        let note = window::drawing_note(text, graphics);
        Box::new(Gallery { note, ..gallery })
    });
    if let Err(error) = result {
        eprintln!("{}", error.explain(text));
        std::process::exit(1);
    }
}

struct Gallery {
    shell: Shell,
    text: Text,
    theme: Theme,
    note: String,
    here: usize,
    requests: f64,
    values: Vec<f64>,
    law: usize,
    batches: bool,
    model: Option<usize>,
    asks: bool,
    path: Option<String>,
}

impl Gallery {
    fn new(context: &egui::Context, text: Text) -> Self {
        let has = |word: &str| std::env::args().any(|argument| argument == word);
        let theme = if has("dark") {
            Theme::Dark
        } else if has("contrast") {
            Theme::HighContrast
        } else {
            Theme::Light
        };
        look::install(context, theme);
        if let Some(zoom) = std::env::args().find_map(|word| word.parse::<f32>().ok()) {
            context.set_zoom_factor(zoom);
        }
        let mut shell = Shell::default();
        if has("palette") {
            shell.open_palette();
        }
        if has("help") {
            shell.open_help();
        }
        if has("toast") {
            shell
                .toasts
                .push(Tone::Good, "Saved to support-assistant.weighbridge.ron");
            shell.toasts.push(
                Tone::Bad,
                "The report could not be written: the folder is read-only.",
            );
        }
        Self {
            shell,
            text,
            theme,
            note: String::new(),
            here: if has("cost") { 3 } else { 8 },
            requests: 3.4e6,
            values: vec![2.95, 3.0, 24.0, 0.6, 140.0, 0.25, 4.0, 45_000.0],
            law: 0,
            batches: true,
            model: None,
            asks: has("unsaved"),
            path: has("path").then(String::new),
        }
    }

    fn decision_page(&mut self, ui: &mut Ui) {
        page::headline(
            ui,
            "Rent two H100s for Llama 3.3 70B; keep the API for the peaks",
            "Saves 412 k USD over 36 months against GPT-class API (P10–P90: −80 k to 910 k). Cheapest in 41 of 50 futures.",
        );
        let look = Look::of(ui);
        page::columns(ui, 2, 420.0, |ui, index| {
            if index == 0 {
                page::card(ui, "What would flip it", "", |ui| {
                    for line in [
                        "Fewer than 2.1 M requests a month (today 3.4 M)",
                        "API list price falls by 38 % within a year",
                        "Less than 46 % of the estimated throughput per GPU",
                    ] {
                        ui.label(look.body(format!("• {line}")));
                    }
                    let columns = [
                        text_column("input", 1.0),
                        figure_column("worth up to"),
                        figure_column(""),
                    ];
                    let rows = [
                        Row::new([
                            Cell::new("tokens/s of 70B on H100"),
                            "61 k USD".into(),
                            Cell::new("Measure…").link("Measure tokens/s of 70B on H100"),
                        ]),
                        Row::new([
                            Cell::new("growth of volume"),
                            "38 k USD".into(),
                            Cell::new("ask").colour(look.muted),
                        ]),
                    ];
                    table::table(ui, "Worth finding out", &columns, &rows);
                });
            } else {
                page::card_with(
                    ui,
                    "Options, side by side",
                    "Net present value over 36 months; a score of 100 is best",
                    |ui| {
                        ui.add(button::glyph(Icon::Table, "As a table"));
                        ui.add(button::glyph(Icon::Chart, "As a chart"));
                    },
                    |ui| {
                        let columns = [
                            text_column("option", 1.0),
                            figure_column("NPV, USD"),
                            figure_column("USD / M tok"),
                            figure_column("TTFT p95"),
                            figure_column("score"),
                        ];
                        let dot = |index| Key::Dot(look.series_colour(index));
                        let rows = [
                            Row::new([
                                Cell::new("Rented 2×H100, Llama 3.3 70B").key(dot(1)),
                                "0.86 M".into(),
                                "0.61".into(),
                                "0.9 s".into(),
                                "74".into(),
                            ])
                            .strong(),
                            Row::new([
                                Cell::new("Hosted Llama 3.3 70B")
                                    .key(dot(4))
                                    .note("price weak"),
                                "0.94 M".into(),
                                "0.67".into(),
                                "1.1 s".into(),
                                "71".into(),
                            ]),
                            Row::new([
                                Cell::new("Proprietary API, mini").key(dot(0)),
                                "1.27 M".into(),
                                "0.90".into(),
                                "0.7 s".into(),
                                "69".into(),
                            ]),
                            Row::new([
                                Cell::new("Llama 4 hosted · out: licence, EU")
                                    .key(Key::Ring(look.muted)),
                                "–".into(),
                                "–".into(),
                                "–".into(),
                                "–".into(),
                            ])
                            .faded(),
                        ];
                        table::table(ui, "Options, side by side", &columns, &rows);
                    },
                );
            }
        });
        if notice::strip(
            ui,
            Tone::Caution,
            "Two prices are older than 180 days.",
            Some("Show them"),
        ) {
            self.here = 3;
        }
        notice::strip(
            ui,
            Tone::Bad,
            "weighbridge.ron could not be read: line 12, column 4.",
            None,
        );
        page::card(ui, "Nothing to compare yet", "", |ui| {
            if page::empty(
                ui,
                Icon::Plus,
                "An option is a model, a place to run it, and a price.",
                Some(button::primary("Add option…")),
            ) {
                self.asks = true;
            }
        });
    }

    fn cost_page(&mut self, ui: &mut Ui) {
        page::headline(
            ui,
            "Renting pays back its setup in month 5 and stays ahead",
            "Cumulative cost over 36 months at 3.4 M requests a month growing 2 % a month.",
        );
        page::columns(ui, 3, 300.0, |ui, index| match index {
            0 => {
                page::card(
                    ui,
                    "Rented GPUs",
                    "Option 1 of 5 · Llama 3.3 70B, FP8",
                    |ui| self.inputs(ui),
                );
            }
            1 => {
                page::card(ui, "Controls", "Every one reachable by keyboard", |ui| {
                    self.controls(ui)
                });
            }
            _ => {
                page::card(ui, "Buttons", "", |ui| {
                    ui.horizontal_wrapped(|ui| {
                        ui.add(button::primary("Measure again"));
                        ui.add(button::quiet("Transcript"));
                        ui.add(button::quiet("Duplicate").icon(Icon::Copy));
                        ui.add(button::link("Correct…"));
                    });
                    ui.horizontal_wrapped(|ui| {
                        for (icon, name) in [
                            (Icon::Tick, "Tick"),
                            (Icon::Dot, "Dot"),
                            (Icon::Ring, "Ring"),
                            (Icon::Exclamation, "Exclamation"),
                            (Icon::Undo, "Undo it"),
                            (Icon::Redo, "Redo it"),
                            (Icon::Theme, "Theme it"),
                            (Icon::Down, "Down"),
                            (Icon::Up, "Up"),
                            (Icon::Right, "Right"),
                            (Icon::Plus, "Plus"),
                            (Icon::Minus, "Minus"),
                            (Icon::Cross, "Cross"),
                            (Icon::Search, "Search"),
                            (Icon::Copy, "Copy"),
                            (Icon::Bin, "Bin"),
                            (Icon::Pencil, "Pencil"),
                            (Icon::Information, "Information"),
                            (Icon::Table, "Table"),
                            (Icon::Chart, "Chart"),
                            (Icon::Export, "Export"),
                        ] {
                            ui.add(button::glyph(icon, name));
                        }
                    });
                    ui.add_enabled(false, button::quiet("Not now"));
                });
            }
        });
    }

    fn inputs(&mut self, ui: &mut Ui) {
        let text = self.text;
        let specs: [(&str, &str, &str, bool); 8] = [
            (
                "Price per GPU-hour",
                "preset · neocloud, 9 Nov 2026",
                "USD",
                false,
            ),
            ("Replicas needed", "estimated · ±18 %", "", false),
            ("Hours on a day", "entered · 20 Nov", "h", false),
            ("Reserved share", "default", "", false),
            ("Cold start", "preset, weak · blog, 2 May 2024", "s", true),
            ("Platform engineer", "assumed · 0.1 to 0.5", "FTE", true),
            ("Model updates", "default", "a year", false),
            ("Exit cost", "entered · 20 Nov", "USD", false),
        ];
        let kept = text.get("window-kept");
        let understood_as = text.get("window-understood-as");
        for (index, (name, origin, unit, is_weak)) in specs.into_iter().enumerate() {
            let parse = |typed: &str| {
                let value = parse_number(typed, text.locale())
                    .map_err(|error| text.render(&error.message()))?;
                if value < 0.0 {
                    Err(format!("{name} cannot be below 0."))
                } else {
                    Ok(value)
                }
            };
            let format = |value: f64| text.editable(value);
            let id = format!("gallery.{index}");
            let field = NumberField::new(&id, name, self.values[index], &parse, &format).unit(unit);
            let row = FigureRow {
                name,
                origin,
                is_weak,
                help: "One line that helps.",
                kept: &kept,
                understood_as: &understood_as,
            };
            if let Some(value) = row.show(ui, field).committed {
                self.values[index] = value;
            }
        }
    }

    fn controls(&mut self, ui: &mut Ui) {
        let entries: Vec<Entry> = (0..60)
            .map(|index| Entry {
                title: format!("Model {index} Instruct"),
                note: "open weights · licence with conditions · 2026-11-09".to_owned(),
                figure: format!("{}.{} USD", index / 10, index % 10),
                aliases: String::new(),
            })
            .collect();
        let words = PickerWords {
            search: "Search models",
            nothing: "Nothing matches.",
        };
        if let Some(index) =
            picker::picker(ui, "Model", self.model, "Choose a model", &entries, words)
        {
            self.model = Some(index);
        }
        if let Some(law) =
            choice::segmented(ui, "Price law", &["Fixed", "Newest", "Equal"], self.law)
        {
            self.law = law;
        }
        choice::toggle(ui, &mut self.batches, "Send in batches overnight");
        ui.horizontal(|ui| {
            if ui.add(button::quiet("Close…")).clicked() {
                self.asks = true;
            }
            if ui.add(button::quiet("Save as…")).clicked() {
                self.path = Some(String::new());
            }
        });
    }

    fn dialogs(&mut self, context: &egui::Context) {
        let text = self.text;
        if self.asks {
            let (body, save, discard, cancel) = (
                text.get("window-unsaved-body"),
                text.get("button-save"),
                text.get("button-discard"),
                text.get("button-cancel"),
            );
            let words = dialog::UnsavedWords {
                title: "Save the changes to support-assistant?",
                body: &body,
                save: &save,
                discard: &discard,
                cancel: &cancel,
            };
            self.asks = dialog::unsaved(context, words).is_none();
        }
        if let Some(path) = &mut self.path {
            let words = dialog::PathWords {
                title: "Save as",
                field: "File",
                browse: "Browse…",
                accept: "Save",
                cancel: "Cancel",
            };
            let fault = (path == "/").then_some("This is a folder; a file needs a name.");
            match dialog::path(context, words, path, fault) {
                Some(dialog::PathAnswer::Browse) | None => (),
                Some(_) => self.path = None,
            }
        }
    }
}

impl eframe::App for Gallery {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let steps: Vec<Step> = (0..STEP_COUNT)
            .map(|index| Step {
                state: match index {
                    3 => StepState::Attention,
                    8 | 9 => StepState::Open,
                    _ => StepState::Done,
                },
                note: match index {
                    2 => "5".to_owned(),
                    3 => "2 old prices".to_owned(),
                    7 => "4 people".to_owned(),
                    _ => String::new(),
                },
            })
            .collect();
        let languages = window::languages();
        let text = self.text;
        let written = |value: f64| text.number(value, Digits::SCREEN);
        let facts = [
            ("Recommended", "Rented 2×H100"),
            ("Ahead of the next by", "412 k USD"),
            ("Best in", "41 of 50"),
            ("Flips below", "2.1 M a month"),
        ]
        .map(|(caption, value)| Fact {
            caption: caption.to_owned(),
            value: value.to_owned(),
            is_stale: false,
        });
        let (theme, here, note) = (self.theme, self.here, self.note.clone());
        let view = View {
            document: Some("support-assistant.weighbridge.ron"),
            saved: "saved 2 min ago",
            can_undo: true,
            can_redo: false,
            undo_words: "",
            redo_words: "",
            languages: &languages,
            language: Locale::ALL
                .iter()
                .position(|locale| *locale == text.locale())
                .unwrap_or(0),
            theme,
            steps: &steps,
            here,
            decision: Some(Decision {
                facts: &facts,
                slider: Some(DecisionSlider {
                    name: "Requests a month",
                    value: self.requests,
                    range: 1e5..=1e8,
                    in_ratios: true,
                    flip: Some((2.1e6, "Below 2.1 M requests a month the API is cheaper")),
                    text: &written,
                }),
            }),
            foot: &note,
            findable: &[],
        };
        let mut shell = std::mem::take(&mut self.shell);
        let events = shell.show(ui, text, &view, |ui| {
            if here == 3 {
                self.cost_page(ui)
            } else {
                self.decision_page(ui)
            }
        });
        self.shell = shell;
        self.dialogs(ui.ctx());
        for event in events {
            match event {
                Event::Command(Command::Step(index)) => self.here = index,
                Event::Command(Command::Quit) => {
                    ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close)
                }
                Event::Language(index) => self.text = Text::new(Locale::ALL[index]),
                Event::Theme(theme) => {
                    self.theme = theme;
                    look::install(ui.ctx(), theme);
                }
                Event::Slider { value, .. } => self.requests = value,
                Event::Command(command) => {
                    self.shell
                        .toasts
                        .push(Tone::Information, format!("{command:?}"));
                }
                Event::Found(_) => (),
            }
        }
    }
}
