//! Draws the window: the shell, and in it the first screen or a page.

use egui::{Align2, Context, Id, LayerId, Order, Ui};
use weighbridge_engine::Scenario;
use weighbridge_engine::explain::ResultRef;
use weighbridge_engine::scenario::OptionId;
use weighbridge_session::{Session, Step};
use weighbridge_text::{Locale, Text};
use weighbridge_units::Arg;

use super::{Dialog, Window, start_screen, view};
use crate::look::Look;
use crate::pages::{self, Page};
use crate::shell::{Decision, DecisionSlider, Part, View};
use crate::widgets::{Tone, button, notice};

/// From this width on an explanation stands beside the page, not over it.
const SIDE_PANEL_FROM: f32 = 1200.0;

/// What the pages keep between frames.
#[derive(Debug, Default)]
pub(super) struct PageStates {
    question: pages::question::State,
    workload: pages::workload::State,
    options: pages::options::State,
    cost: pages::cost::State,
    capability: pages::capability::State,
    latency: pages::latency::State,
    long_term: pages::long_term::State,
    priorities: pages::priorities::State,
    decision: pages::decision::State,
    report: pages::report::State,
    why: pages::why::State,
}

impl PageStates {
    /// Reads a file of results, for the page of speeds to show.
    pub(super) fn read_measurements(&mut self, path: std::path::PathBuf) {
        self.latency.measurements.read(path);
    }

    /// Shows where the speed of an option is measured.
    pub(super) fn time(&mut self, scenario: &Scenario, option: &OptionId) {
        self.latency.time(scenario, option);
    }

    /// Takes the path of a file that a page asked for.
    pub(super) fn take_file(&mut self, what: pages::FileFor, path: std::path::PathBuf) {
        self.latency.take_file(what, path);
    }

    fn page_ui(&mut self, ui: &mut Ui, page: &mut Page<'_>, step: usize) {
        match Step::ALL.get(step).copied().unwrap_or(Step::Question) {
            Step::Question => pages::question::ui(ui, page, &mut self.question),
            Step::Workload => pages::workload::ui(ui, page, &mut self.workload),
            Step::Options => pages::options::ui(ui, page, &mut self.options),
            Step::Cost => pages::cost::ui(ui, page, &mut self.cost),
            Step::Capability => pages::capability::ui(ui, page, &mut self.capability),
            Step::Latency => pages::latency::ui(ui, page, &mut self.latency),
            Step::LongTerm => pages::long_term::ui(ui, page, &mut self.long_term),
            Step::Priorities => pages::priorities::ui(ui, page, &mut self.priorities),
            Step::Decision => pages::decision::ui(ui, page, &mut self.decision),
            Step::Report => pages::report::ui(ui, page, &mut self.report),
        }
    }
}

impl Window {
    /// Draws everything, and does what was asked in this frame.
    pub(super) fn draw(&mut self, ui: &mut Ui) {
        let context = ui.ctx().clone();
        let languages = view::languages();
        let language = Locale::ALL
            .iter()
            .position(|locale| *locale == self.locale)
            .unwrap_or(0);
        let (name, saved, foot) = (self.document_name(), self.saved_words(), self.foot());
        let text = self.text();
        let words = Words::of(self.session.as_ref(), text);
        let steps = self
            .session
            .as_ref()
            .map_or_else(Vec::new, |session| view::steps(session, text));
        if let Some(session) = self
            .session
            .as_ref()
            .filter(|_| self.shell.palette_is_open())
        {
            self.findable.refresh(session);
        }

        let volume = |requests: f64| super::bar::volume(text, requests);
        let bar = self.session.as_ref().map(|session| {
            let facts = self.bar.facts(session, text);
            let sentence = self.bar.flip_sentence(session, text);
            let flip = self.bar.flip().map(|flip| flip.at);
            (facts, sentence, flip, self.bar.range(session))
        });
        let decision = match (&bar, &self.session) {
            (Some((facts, sentence, flip, range)), Some(session)) => Some(Decision {
                facts,
                slider: range.clone().map(|range| DecisionSlider {
                    name: &words.volume,
                    value: session.scenario().workload.requests_per_month.value,
                    range,
                    in_ratios: true,
                    flip: flip.map(|at| (at, sentence.as_str())),
                    text: &volume,
                }),
            }),
            _ => None,
        };
        let view = View {
            document: self.session.is_some().then_some(name.as_str()),
            saved: &saved,
            can_undo: !words.undo.is_empty(),
            can_redo: !words.redo.is_empty(),
            undo_words: &words.undo,
            redo_words: &words.redo,
            languages: &languages,
            language,
            theme: self.theme,
            steps: &steps,
            here: self.step,
            decision,
            foot: &foot,
            findable: &self.findable.entries,
        };

        let mut asks = Vec::new();
        let mut start_ask = None;
        let mut notices = NoticeAsks::default();
        let (stock, session) = (self.stock.as_ref(), self.session.as_ref());
        let (states, step) = (&mut self.pages, self.step);
        let (newer, exporting) = (self.newer_figures, self.exports.is_busy());
        let explains = session.is_some() && states.why.result().is_some();
        let beside = explains && ui.available_width() >= SIDE_PANEL_FROM;
        let events = self
            .shell
            .show_parts(ui, text, &view, beside, &mut |ui, part| {
                let Some(session) = session else {
                    if part == Part::Page {
                        start_ask = start_screen::ui(ui, text, stock, &foot);
                    }
                    return;
                };
                let mut page = Page {
                    session,
                    text,
                    asks: &mut asks,
                };
                match part {
                    Part::Side => pages::why::ui(ui, &mut page, &mut states.why),
                    Part::Page => {
                        notices = notices_ui(ui, text, newer, exporting);
                        states.page_ui(ui, &mut page, step);
                    }
                }
            });
        if explains
            && !beside
            && let Some(session) = session
        {
            let mut page = Page {
                session,
                text,
                asks: &mut asks,
            };
            pages::why::modal(&context, &mut page, &mut states.why);
        }
        self.show_dialog(&context);
        self.show_drop_hint(&context);

        for event in events {
            self.heed(&context, event);
        }
        for ask in asks {
            self.answer(&context, ask);
        }
        if let Some(ask) = start_ask {
            self.answer_start(&context, ask);
        }
        if notices.shows_newer {
            self.dialog = Some(Dialog::NewerFigures);
        }
        if notices.cancels_export {
            self.exports.cancel();
        }
    }

    /// Explains a result beside the page.
    pub(super) fn explain(&mut self, result: ResultRef) {
        self.pages.why.open(result);
    }

    /// Shows the page of options with one of them open.
    pub(super) fn show_option(&mut self, option: OptionId) {
        self.step = Step::Options as usize;
        self.pages.options.select(option);
    }

    /// A veil with a sentence while a file hangs over the window.
    fn show_drop_hint(&self, context: &Context) {
        let hovers = context.input(|input| !input.raw.hovered_files.is_empty());
        if !hovers {
            return;
        }
        let look = Look::of(context);
        let painter = context.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
        let room = context.content_rect();
        painter.rect_filled(room, 0.0, look.veil);
        let words = self.text().get("window-drop");
        let galley = painter.layout_no_wrap(words.into_owned(), look.title_font(), look.ink);
        let place = Align2::CENTER_CENTER.anchor_size(room.center(), galley.size());
        painter.rect_filled(place.expand(4.0 * look.grid), look.card_corner(), look.card);
        painter.galley(place.min, galley, look.ink);
    }
}

/// Words of the shell that depend on the case.
#[derive(Default)]
struct Words {
    undo: String,
    redo: String,
    volume: String,
}

impl Words {
    fn of(session: Option<&Session>, text: Text) -> Words {
        let Some(session) = session else {
            return Words::default();
        };
        Words {
            undo: view::step_words(text, "undo-named", session.undo_name()),
            redo: view::step_words(text, "redo-named", session.redo_name()),
            volume: text
                .field_label("workload", "requests_per_month")
                .into_owned(),
        }
    }
}

/// What was asked in the strips over a page.
#[derive(Default)]
struct NoticeAsks {
    shows_newer: bool,
    cancels_export: bool,
}

fn notices_ui(ui: &mut Ui, text: Text, newer: usize, exporting: bool) -> NoticeAsks {
    let mut asks = NoticeAsks::default();
    if newer > 0 {
        let words = text.format("window-newer-notice", &[("count", Arg::from(newer))]);
        let show = text.get("window-show");
        asks.shows_newer = notice::strip(ui, Tone::Information, &words, Some(&show));
    }
    if exporting {
        let look = Look::of(ui);
        ui.horizontal(|ui| {
            ui.add(egui::Spinner::new().size(look.body_size).color(look.accent));
            ui.label(look.body(text.get("window-exporting").into_owned()));
            let cancel = text.get("button-cancel");
            asks.cancels_export = ui.add(button::quiet(&cancel)).clicked();
        });
    }
    asks
}
