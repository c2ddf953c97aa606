//! "Why this number?": the steps behind a result as a tree, and the inputs it rests on.

mod tree;
mod words;

use egui::{Context, Key, Modifiers, Popup, Ui};
use weighbridge_engine::explain::{Explanation, ResultRef, explain};
use weighbridge_units::Arg;

use super::parts::{Cached, Stamp, fold, note, result_name};
use super::{Ask, Page};
use crate::look::Look;
use crate::reasons::Grounds;
use crate::widgets::dialog::dialog;
use crate::widgets::{Icon, button, page as parts_of_page};
use tree::Tree;

/// Which result is explained, and how far the tree is open.
#[derive(Debug, Default)]
pub struct State {
    result: Option<ResultRef>,
    explanation: Cached<(Stamp, ResultRef), Option<Explained>>,
    tree: Tree,
    inputs_are_open: bool,
}

/// An explanation and what its speeds rest on.
#[derive(Debug)]
struct Explained {
    explanation: Explanation,
    grounds: Grounds,
}

impl State {
    /// Explains a result; the tree begins closed below its first level.
    pub fn open(&mut self, result: ResultRef) {
        if self.result.as_ref() != Some(&result) {
            self.tree = Tree::default();
        }
        self.result = Some(result);
    }

    /// Stops explaining.
    pub fn close(&mut self) {
        self.result = None;
    }

    /// The result that is explained.
    pub fn result(&self) -> Option<&ResultRef> {
        self.result.as_ref()
    }
}

/// Draws the explanation into a side panel; nothing where no result is explained.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let Some(result) = state.result.clone() else {
        return;
    };
    let scenario = page.session.scenario();
    let text = match scenario.option(&result.option) {
        Some(option) => page.text.about(option),
        None => page.text,
    };
    let key = (Stamp::of(page), result.clone());
    let catalogue = page.session.catalogue();
    let found = state.explanation.get(key.clone(), || {
        let explanation = explain(scenario, &result)?;
        Some(Explained {
            grounds: Grounds::of(scenario, catalogue, &explanation),
            explanation,
        })
    });
    let option = scenario
        .option(&result.option)
        .map_or_else(|| result.option.to_string(), |option| option.name.clone());
    let subject = text.format(
        "why-subject",
        &[
            ("result", Arg::from(result_name(text, result.part))),
            ("option", Arg::from(option)),
        ],
    );
    let Some(Explained {
        explanation,
        grounds,
    }) = found
    else {
        let closes = title(ui, page, &subject, "");
        note(ui, text.get("why-no-figure"));
        close_if(ui, state, closes);
        return;
    };
    let value = words::value(text, explanation.value(), explanation.unit());
    let question = text.format("explain-title", &[("value", Arg::from(value))]);
    let closes = title(ui, page, &question, &subject);
    if let Some(before) = grounds.without {
        let written = |value| Arg::from(words::value(text, value, explanation.unit()));
        let values = [
            ("before", written(before)),
            ("after", written(explanation.value())),
        ];
        ui.add(egui::Label::new(Look::of(ui).body(text.format("reasons-without", &values))).wrap());
    }
    note(ui, text.get("why-hint"));
    let told = tree::Told {
        explanation,
        grounds,
        scenario,
        catalogue,
    };
    if let Some(path) = state.tree.ui(ui, text, &told, key.0) {
        page.ask(Ask::Reveal(path));
    }
    let inputs = explanation.inputs_used();
    let count = text.format("why-count-inputs", &[("count", Arg::from(inputs.len()))]);
    if fold(
        ui,
        &text.get("explain-inputs"),
        &count,
        state.inputs_are_open,
    ) {
        state.inputs_are_open = !state.inputs_are_open;
    }
    if state.inputs_are_open {
        for input in inputs {
            if words::input_row(ui, text, scenario, input) {
                page.ask(Ask::Reveal(input.path.clone()));
            }
        }
    }
    close_if(ui, state, closes);
}

/// The same in a dialog, for windows without room for a panel; Escape closes it.
pub fn modal(context: &Context, page: &mut Page<'_>, state: &mut State) {
    if state.result.is_none() {
        return;
    }
    let title = page.text.get("button-explain");
    let ((), leaves) = dialog(context, "why", &title, 620.0, |ui| {
        let height = ui.ctx().content_rect().height() - 160.0;
        egui::ScrollArea::vertical()
            .max_height(height)
            .show(ui, |ui| self::ui(ui, page, state));
    });
    if leaves {
        state.close();
    }
}

/// The question with a button that closes the panel; returns whether it is closed.
fn title(ui: &mut Ui, page: &Page<'_>, question: &str, subject: &str) -> bool {
    let look = Look::of(ui);
    let close = page.text.get("button-close");
    let mut closes = false;
    parts_of_page::two_ends(
        ui,
        "why title",
        look.control_height(),
        |ui| {
            parts_of_page::heading(ui, question);
        },
        |ui| closes = ui.add(button::glyph(Icon::Cross, &close)).clicked(),
    );
    if !subject.is_empty() {
        ui.add(egui::Label::new(look.strong(subject)).wrap());
    }
    closes
}

fn close_if(ui: &Ui, state: &mut State, closes: bool) {
    let escapes = || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    // Escape belongs to a field that is being typed in, a list or a dialog first.
    let is_taken = ui.ctx().text_edit_focused()
        || Popup::is_any_open(ui.ctx())
        || ui.memory(|memory| memory.top_modal_layer().is_some());
    if closes || (!is_taken && escapes()) {
        state.close();
    }
}
