//! Which model is timed, and the picture while it is.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, TextEdit, Ui};
use weighbridge_engine::figure::FieldSpec;
use weighbridge_inference::synthetic::Shape;
use weighbridge_latency::{Answer, Load, Plan};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Message, Unit};

use super::state::{Choice, FORMATS, Live, SWEEP, Stage, State};
use super::trace::trace;
use super::{history, thresholds, words};
use crate::look::Look;
use crate::pages::parts::{note, point};
use crate::pages::typed::{self, Words};
use crate::pages::{Ask, FileFor, Page};
use crate::widgets::{Icon, button, choice, page as parts_of_page};

/// Tokens of a prompt.
pub(in crate::pages::latency) const PROMPT: FieldSpec = length("here-prompt-tokens", 1.0, 32_768.0);
/// Tokens of an answer: the time between them is what is measured.
pub(in crate::pages::latency) const ANSWER: FieldSpec = length("here-output-tokens", 2.0, 8_192.0);

const fn length(name: &'static str, min: f64, max: f64) -> FieldSpec {
    FieldSpec {
        group: "",
        name,
        unit: Unit::TOKENS,
        min,
        max,
        start: min,
        whole: true,
    }
}

/// Figures of a run beside each other.
const FIGURES_IN_A_ROW: usize = 3;
/// Height in points from which on what a model wrote is scrolled.
const WRITTEN_HEIGHT: f32 = 160.0;

/// Draws the card: what to time, or what happens, or what came of it.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    match state.running_seconds() {
        Some(seconds) => running(ui, text, state, seconds),
        None => asking(ui, page, state),
    }
}

fn asking(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let title = text.get("here-time");
    let aid = text.get("here-time-aid");
    parts_of_page::card(ui, &title, &aid, |ui| {
        let Some(machine) = &state.machine else {
            note(ui, text.get("here-looking"));
            return;
        };
        let gpus: Vec<String> = machine
            .gpus
            .iter()
            .enumerate()
            .filter(|(_, gpu)| !gpu.ways.is_empty())
            .map(|(number, gpu)| {
                let name = gpu.name.value.clone().unwrap_or_default();
                match gpu.is_software() {
                    true => text.format("here-software", &[("name", Arg::from(name))]),
                    false => text.format(
                        "here-gpu",
                        &[("number", Arg::from(number)), ("name", Arg::from(name))],
                    ),
                }
            })
            .collect();
        let usable: Vec<usize> = (0..machine.gpus.len())
            .filter(|number| !machine.gpus[*number].ways.is_empty())
            .collect();
        where_(ui, text, state, &gpus, &usable);
        what(ui, page, state);
        how(ui, text, state);
        start(ui, text, state);
        faults(ui, text, state);
    });
}

/// Processor or graphics processor.
fn where_(ui: &mut Ui, text: Text, state: &mut State, gpus: &[String], usable: &[usize]) {
    let name = text.get("here-where");
    let processor = text.get("here-processor");
    let mut places = vec![processor.as_ref()];
    places.extend(gpus.iter().map(String::as_str));
    let chosen = state
        .choice
        .gpu
        .and_then(|gpu| usable.iter().position(|number| *number == gpu))
        .map_or(0, |place| place + 1);
    caption(ui, &name);
    if let Some(picked) = choice::segmented(ui, &name, &places, chosen) {
        state.choice.gpu = picked.checked_sub(1).map(|place| usable[place]);
    }
}

/// A made-up model by shape and format, or a file.
fn what(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let name = text.get("here-what");
    let kinds = [text.get("here-made-up"), text.get("here-file")];
    let kinds = kinds.each_ref().map(AsRef::as_ref);
    caption(ui, &name);
    if let Some(picked) = choice::segmented(ui, &name, &kinds, usize::from(state.choice.from_file))
    {
        state.choice.from_file = picked == 1;
    }
    if state.choice.from_file {
        file(ui, page, &mut state.choice);
        return;
    }
    let shapes = Shape::built_in().map(|shape| shape.name);
    let shapes = shapes.each_ref().map(|name| name.as_str());
    let of_shape = text.get("here-shape");
    if let Some(picked) = choice::segmented(ui, &of_shape, &shapes, state.choice.shape) {
        state.choice.shape = picked;
    }
    let formats = FORMATS.map(|format| format.name());
    let of_format = text.get("here-format");
    if let Some(picked) = choice::segmented(ui, &of_format, &formats, state.choice.format) {
        state.choice.format = picked;
    }
    note(ui, text.get("latency-made-up"));
}

/// A file by its path, typed or chosen, and what its model reads.
fn file(ui: &mut Ui, page: &mut Page<'_>, choice: &mut Choice) {
    let text = page.text;
    let label = text.get("here-path");
    caption(ui, &label);
    if path_row(ui, text, "here-path", &label, &mut choice.path) {
        page.ask(Ask::ChooseFile(FileFor::Model));
    }
    note(ui, text.get("here-path-help"));
    let label = text.get("here-prompt");
    caption(ui, &label);
    let prompt = choice
        .prompt
        .get_or_insert_with(|| text.get("here-prompt-example").into_owned());
    let field = TextEdit::multiline(prompt)
        .id_salt("here-prompt")
        .desired_rows(2)
        .desired_width(f32::INFINITY);
    let field = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(field.id, |node| node.set_label(label.as_ref()));
    note(ui, text.get("here-prompt-help"));
}

/// A line for a path with the system's dialog beside it; returns whether that is wanted.
pub(super) fn path_row(
    ui: &mut Ui,
    text: Text,
    id_salt: &str,
    label: &str,
    path: &mut String,
) -> bool {
    let look = Look::of(ui);
    let choose = text.get("here-choose-file");
    ui.horizontal(|ui| {
        // The button's own width is not known before it is drawn; what it needs is left free.
        let words = choose.clone().into_owned();
        let words = ui
            .painter()
            .layout_no_wrap(words, look.body_font(), look.ink);
        let room = ui.available_width() - words.size().x - 8.0 * look.grid;
        ui.allocate_ui(egui::vec2(room, look.control_height()), |ui| {
            ui.set_width(room);
            typed::line_ui(ui, id_salt, label, path, false);
        });
        ui.add(button::quiet(&choose)).clicked()
    })
    .inner
}

/// Lengths, users, and whether a busy machine will do.
fn how(ui: &mut Ui, text: Text, state: &mut State) {
    let look = Look::of(ui);
    ui.add_space(look.grid);
    let choice = &mut state.choice;
    // What a text has is counted once it is read.
    if choice.words().is_none() {
        tokens(ui, text, &PROMPT, &mut choice.prompt_tokens);
    }
    tokens(ui, text, &ANSWER, &mut choice.output_tokens);
    let sweep = text.format(
        "here-sweep",
        &[("users", Arg::texts(SWEEP.map(|users| users.to_string())))],
    );
    choice::toggle(ui, &mut choice.sweeps, &sweep);
    choice::toggle(ui, &mut choice.though_busy, &text.get("here-though-busy"));
}

/// A row for the length of prompts or answers.
pub(in crate::pages::latency) fn tokens(
    ui: &mut Ui,
    text: Text,
    spec: &FieldSpec,
    value: &mut f64,
) {
    let label = text.get(spec.name);
    let words = Words {
        id_salt: spec.name,
        label: &label,
        help: "",
    };
    if let Some(typed) = typed::number_ui(ui, text, words, spec, *value) {
        *value = typed;
    }
}

fn start(ui: &mut Ui, text: Text, state: &mut State) {
    let ready = state.choice.wanted().is_some() && state.measuring_seconds().is_none();
    let start = text.get("here-start");
    let refusal = plan_fault(text, &state.choice.plan());
    let pressed = ui
        .add_enabled(ready && refusal.is_none(), button::primary(&start))
        .clicked();
    if let Some(refusal) = refusal {
        note(ui, refusal);
    }
    if pressed {
        state.run(ui.ctx());
    }
}

fn plan_fault(text: Text, plan: &Plan) -> Option<String> {
    plan.check().err().map(|bad| text.describe(&bad))
}

fn faults(ui: &mut Ui, text: Text, state: &State) {
    let look = Look::of(ui);
    for fault in &state.faults {
        point(ui, Icon::Exclamation, look.bad, text.render(fault));
    }
}

fn running(ui: &mut Ui, text: Text, state: &mut State, seconds: f64) {
    let title = text.format(
        "here-running",
        &[("model", Arg::from(state.live.name.clone()))],
    );
    let aid = progress_words(text, &state.live, seconds, state.is_stopping());
    let expected = state.choice.output_tokens as usize;
    // The button that started it may stand far below.
    if !std::mem::replace(&mut state.live.was_shown, true) {
        ui.scroll_to_cursor(Some(Align::TOP));
    }
    parts_of_page::card(ui, &title, &aid, |ui| {
        let look = Look::of(ui);
        trace(
            ui,
            text,
            state.live.gaps.seconds(),
            expected.saturating_sub(1),
        );
        let share = match state.live.requests {
            0 => 0.0,
            all => state.live.answered as f32 / all as f32,
        };
        ui.add(
            egui::ProgressBar::new(share)
                .fill(look.accent)
                .desired_height(look.grid * 1.5),
        );
        if let Some(why) = &state.live.no_text {
            no_text(ui, text, why);
        }
        written(ui, text, &state.live.said, &state.live.said_before);
        let cancel = text.get("here-cancel");
        if ui
            .add_enabled(!state.is_stopping(), button::quiet(&cancel))
            .clicked()
        {
            state.stop_running();
        }
    });
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(250));
}

/// Why a file's model shows no text, though it is timed.
fn no_text(ui: &mut Ui, text: Text, why: &Message) {
    let look = Look::of(ui);
    point(ui, Icon::Exclamation, look.caution, text.render(why));
    note(ui, text.get("here-no-text"));
}

/// What a model writes, as it writes it; in grey what it wrote before and writes again.
fn written(ui: &mut Ui, text: Text, said: &str, before: &str) {
    let rest = before.strip_prefix(said).unwrap_or_default();
    if said.is_empty() && rest.is_empty() {
        return;
    }
    let look = Look::of(ui);
    let title = text.get("here-written");
    caption(ui, &title);
    let mut job = LayoutJob::default();
    for (part, colour) in [(said, look.ink), (rest, look.muted)] {
        job.append(part, 0.0, TextFormat::simple(look.body_font(), colour));
    }
    let shown = egui::Frame::new()
        .fill(look.ground)
        .stroke(look.rule_stroke())
        .corner_radius(look.control_corner())
        .inner_margin(2.0 * look.grid)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            egui::ScrollArea::vertical()
                .id_salt("here-written")
                .max_height(WRITTEN_HEIGHT)
                .min_scrolled_height(WRITTEN_HEIGHT)
                .stick_to_bottom(true)
                .show(ui, |ui| {
                    ui.add(egui::Label::new(job).wrap().selectable(true))
                })
                .inner
        });
    let said = said.to_owned();
    ui.ctx().accesskit_node_builder(shown.inner.id, |node| {
        node.set_description(title.as_ref());
        node.set_value(said);
    });
}

/// What is done, how far it is, and how long it may still take.
fn progress_words(text: Text, live: &Live, seconds: f64, is_stopping: bool) -> String {
    let stage = text.get(match live.stage {
        _ if is_stopping => "here-stage-stopping",
        Stage::Preparing => "here-stage-preparing",
        Stage::WarmingUp => "here-stage-warming",
        Stage::Timing => "here-stage-timing",
        Stage::TellingApart => "here-stage-telling-apart",
    });
    let mut parts = Vec::new();
    if live.is_made_up {
        parts.push(text.get("latency-made-up").into_owned());
    }
    parts.push(stage.into_owned());
    if live.users > 1 {
        parts.push(text.format("here-users", &[("users", Arg::from(u64::from(live.users)))]));
    }
    if live.requests > 0 && live.answered > 0 {
        parts.push(text.format(
            "here-answered",
            &[
                ("done", Arg::from(live.answered)),
                ("all", Arg::from(live.requests)),
            ],
        ));
    }
    if let Some(left) = seconds_left(live, seconds) {
        parts.push(text.format(
            "here-left",
            &[("left", Arg::from(text.duration(left.ceil().max(1.0))))],
        ));
    }
    parts.join(" · ")
}

/// Seconds left, by what was answered so far, or by the forecast before anything was; never more
/// than its time limit leaves.
fn seconds_left(live: &Live, seconds: f64) -> Option<f64> {
    let left = if live.answered > 0 {
        let left = live.requests.saturating_sub(live.answered);
        seconds / live.answered as f64 * left as f64
    } else {
        live.forecast?.seconds.1 - seconds
    };
    let limit = live.limit_seconds - seconds;
    Some(left.min(limit)).filter(|left| *left > 0.0)
}

/// What came of the newest run: its figures, and every reason to doubt them.
pub(super) fn result(ui: &mut Ui, page: &Page<'_>, state: &State) {
    let text = page.text;
    let Some(kept) = state.runs.first() else {
        return;
    };
    let run = &kept.timed.run;
    let model = Arg::from(history::model_words(kept));
    let title = text.format("here-result", &[("model", model)]);
    let mut aid = text.describe(&run.place);
    if run.is_synthetic {
        aid = format!("{aid} · {}", text.get("latency-made-up"));
    }
    parts_of_page::card(ui, &title, &aid, |ui| {
        let look = Look::of(ui);
        // As the figures below it, of one user alone.
        let is_shown = |answer: &&Answer| answer.is_whole() && answer.load == Load::Users(1);
        if let Some(answer) = run.answers.iter().rev().find(is_shown) {
            let gaps: Vec<f64> = answer
                .token_seconds
                .windows(2)
                .map(|pair| pair[1] - pair[0])
                .collect();
            trace(ui, text, &gaps, gaps.len());
        }
        let figures = words::figures(text, run, &kept.summary);
        for row in figures.chunks(FIGURES_IN_A_ROW) {
            ui.columns(FIGURES_IN_A_ROW, |columns| {
                for (ui, (caption, value)) in columns.iter_mut().zip(row) {
                    parts_of_page::caption_and_value(ui, caption, value);
                }
            });
        }
        let speed = kept
            .summary
            .alone()
            .and_then(|level| level.user_tokens_per_second);
        if let Some(speed) = speed {
            let target = &page.session.scenario().workload.target_tokens_per_second;
            thresholds::sentence(ui, text, speed.p50, target.value);
        }
        if let Some(apart) = &kept.timed.told_apart {
            let ms = |seconds: f64| Arg::Decimal(1e3 * seconds, 2);
            note(
                ui,
                text.format(
                    "here-told-apart",
                    &[
                        ("pipelined", ms(apart.pipelined_seconds)),
                        ("floor", ms(apart.floor_seconds())),
                        ("dispatches", Arg::from(u64::from(apart.dispatches))),
                    ],
                ),
            );
        }
        if let Some(why) = &kept.no_text {
            no_text(ui, text, why);
        }
        written(ui, text, kept.text.as_deref().unwrap_or_default(), "");
        if let Some(stopped) = &run.stopped {
            point(ui, Icon::Information, look.caution, text.describe(stopped));
        }
        let doubts = run.busyness.map(|busyness| busyness.doubts());
        for doubt in doubts.iter().flatten() {
            point(ui, Icon::Exclamation, look.caution, text.describe(doubt));
        }
    });
}

fn caption(ui: &mut Ui, words: &str) {
    let look = Look::of(ui);
    ui.label(look.note(words));
}

#[cfg(test)]
mod tests {
    use super::*;
    use weighbridge_latency::Forecast;

    #[test]
    fn time_left_follows_what_was_answered_once_something_was() {
        let mut live = Live {
            requests: 4,
            limit_seconds: 35.0,
            forecast: Some(Forecast {
                seconds: (1.0, 30.0),
                memory_bytes: 1,
            }),
            ..Live::default()
        };
        assert_eq!(seconds_left(&live, 10.0), Some(20.0));
        live.answered = 1;
        assert_eq!(seconds_left(&live, 10.0), Some(25.0));
        assert_eq!(seconds_left(&live, 5.0), Some(15.0));
        live.answered = 4;
        assert_eq!(seconds_left(&live, 10.0), None);
    }
}
