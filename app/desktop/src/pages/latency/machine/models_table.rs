//! Models of the case on a device, as a table.

use egui::Ui;
use weighbridge_engine::scenario::Scenario;
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

use super::super::columns::figure_columns;
use super::meant::Meant;
use super::thresholds;
use crate::look::Look;
use crate::measuring::verdict::Verdict;
use crate::pages::parts::note;
use crate::widgets::Icon;
use crate::widgets::table::{Cell, Key, Row, table};

/// A row for each model: its weights, its speed, how long its prompt takes, and a word.
pub(super) fn rows(ui: &mut Ui, text: Text, scenario: &Scenario, meant: &[Meant]) {
    let look = Look::of(ui);
    let target = scenario.workload.target_tokens_per_second.value;
    let columns = figure_columns(
        text,
        [
            "here-column-model",
            "here-column-speed",
            "here-column-prompt",
            "here-column-verdict",
        ],
    );
    let rows: Vec<Row> = meant
        .iter()
        .map(|one| {
            let name = Cell::new(one.model.clone());
            let weights = one.weights.words(text);
            match &one.speed {
                Ok(speed) => {
                    let verdict = Verdict::of(speed.value, target);
                    Row::new([
                        name.note(weights),
                        Cell::new(text.format(
                            "here-range",
                            &[
                                ("value", number(text, speed.value)),
                                ("low", number(text, speed.p10)),
                                ("high", number(text, speed.p90)),
                            ],
                        )),
                        Cell::new(one.prompt.map_or_else(String::new, |prompt| {
                            text.duration(one.input_tokens / prompt.value)
                        })),
                        Cell::new(thresholds::word(text, verdict))
                            .colour(thresholds::colour(&look, verdict)),
                    ])
                }
                Err(impossible) => Row::new([
                    name.note(format!("{weights} · {}", text.describe(impossible))),
                    Cell::new("–"),
                    Cell::new("–"),
                    Cell::new(text.get("here-verdict-does-not-run"))
                        .key(Key::Glyph(Icon::Exclamation, look.bad)),
                ]),
            }
        })
        .collect();
    let name = text.get("here-meaning");
    table(ui, &name, &columns, &rows);
    note(ui, thresholds::thresholds(text, target));
}

fn number(text: Text, value: f64) -> Arg {
    Arg::from(text.number(value, Digits::SCREEN))
}
