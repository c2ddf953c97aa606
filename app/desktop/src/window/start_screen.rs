//! The first screen: a comparison that computes at once, a file, a sample.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{CursorIcon, Sense, Ui, WidgetInfo};
use weighbridge_text::Text;
use weighbridge_units::{Arg, PartialDate};

use super::purpose::Source;
use super::stock::{Place, Sample, Stock};
use crate::look::Look;
use crate::widgets::{Tone, button, focus_ring, notice, page};

/// Narrower than this, cards stand under each other.
const LEAST_COLUMN: f32 = 300.0;

/// What was asked on the first screen.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum StartAsk {
    /// A case.
    Open(Source),
    /// A file that is still to be named.
    AskWhich,
    /// Unsaved work of an earlier run is not wanted.
    Discard(usize),
    /// What is wrong with the user's presets.
    PresetFaults,
}

/// Draws the first screen; samples and recent files appear once the stock is there.
/// `foot` stands below everything.
pub(super) fn ui(ui: &mut Ui, text: Text, stock: Option<&Stock>, foot: &str) -> Option<StartAsk> {
    let look = Look::of(ui);
    let mut ask = None;
    page::headline(ui, &text.get("start-headline"), &text.get("app-tagline"));
    if let Some(stock) = stock {
        recovered(ui, text, stock, &mut ask);
        if !stock.preset_faults.is_empty() {
            let count = Arg::from(stock.preset_faults.len());
            let words = text.format("start-preset-faults", &[("count", count)]);
            let show = text.get("window-show");
            if notice::strip(ui, Tone::Caution, &words, Some(&show)) {
                ask = Some(StartAsk::PresetFaults);
            }
        }
    }
    page::columns(ui, 2, LEAST_COLUMN, |ui, column| {
        if column == 0 {
            let title = text.get("start-compare-title");
            page::card(ui, &title, &text.get("start-compare.help"), |ui| {
                let compare = text.get("start-compare");
                if ui.add(button::primary(&compare)).clicked() {
                    ask = Some(StartAsk::Open(Source::Comparison));
                }
            });
        } else {
            let title = text.get("start-open-title");
            page::card(ui, &title, &text.get("start-open-help"), |ui| {
                let open = text.get("command-open");
                if ui.add(button::quiet(&open)).clicked() {
                    ask = Some(StartAsk::AskWhich);
                }
                if let Some(stock) = stock {
                    recent(ui, text, stock, &mut ask);
                }
            });
        }
    });
    if let Some(stock) = stock {
        page::heading(ui, &text.get("start-samples"));
        page::columns(ui, Place::ALL.len(), LEAST_COLUMN, |ui, column| {
            let place = Place::ALL[column];
            ui.label(look.note(text.get(place.key()).into_owned()));
            for (index, sample) in stock.samples.iter().enumerate() {
                if sample.place == place && sample_card(ui, text, sample) {
                    ask = Some(StartAsk::Open(Source::Sample(index)));
                }
            }
        });
        ui.add(egui::Label::new(look.small(foot)).wrap());
    }
    ask
}

fn recovered(ui: &mut Ui, text: Text, stock: &Stock, ask: &mut Option<StartAsk>) {
    for (place, work) in stock.recovered.iter().enumerate() {
        let time = local_time(text, work.at);
        let title = text.format("start-recovered", &[("time", Arg::from(time))]);
        let name = work.scenario.question.title.clone();
        let kept = work.path.as_ref().map(|path| path.display().to_string());
        let aid: Vec<String> = [Some(name), kept].into_iter().flatten().collect();
        ui.push_id(("recovered", place), |ui| {
            page::card(ui, &title, &aid.join(" · "), |ui| {
                ui.horizontal(|ui| {
                    if ui.add(button::quiet(&text.get("button-restore"))).clicked() {
                        *ask = Some(StartAsk::Open(Source::Recovered(place)));
                    }
                    let discard = text.get("start-discard-recovered");
                    if ui.add(button::link(&discard)).clicked() {
                        *ask = Some(StartAsk::Discard(place));
                    }
                });
            });
        });
    }
}

/// A moment as the user's clock shows it.
fn local_time(text: Text, at: jiff::Timestamp) -> String {
    let local = at.to_zoned_datetime(jiff::tz::TimeZone::system());
    let date = local.date();
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    match PartialDate::day(date.year(), month, day) {
        Ok(date) => format!("{}, {time}", text.short_date(date)),
        Err(_) => time,
    }
}

fn recent(ui: &mut Ui, text: Text, stock: &Stock, ask: &mut Option<StartAsk>) {
    let look = Look::of(ui);
    let paths: &[PathBuf] = stock.recent.paths();
    if paths.is_empty() {
        return;
    }
    ui.add_space(look.grid);
    ui.label(look.note(text.get("start-recent").into_owned()));
    for path in paths.iter().take(5) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.strip_suffix(".weighbridge.ron").unwrap_or(&name);
        let link = button::link(stem).hint(path.display().to_string());
        if ui.add(link).clicked() {
            *ask = Some(StartAsk::Open(Source::File(path.clone())));
        }
    }
}

/// A card that opens a sample when it is pressed anywhere.
fn sample_card(ui: &mut Ui, text: Text, sample: &Sample) -> bool {
    let look = Look::of(ui);
    let question = &sample.scenario.question;
    let count = Arg::from(sample.scenario.options.len());
    let options = text.format("count-options", &[("count", count)]);
    let facts = format!("{options} · {}", text.short_date(question.date));
    let id = ui.make_persistent_id(("sample", &sample.name));
    let before = ui.ctx().read_response(id);
    let is_lit = before.is_some_and(|response| response.hovered());
    let frame = look.card_frame();
    let frame = if is_lit {
        frame.fill(look.tint(look.accent_ground, 0.6))
    } else {
        frame
    };
    let area = frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = look.grid;
            ui.style_mut().interaction.selectable_labels = false;
            ui.add(egui::Label::new(look.title(&question.title)).wrap());
            ui.add(egui::Label::new(look.body(&question.text)).wrap());
            ui.label(look.small(facts));
        })
        .response
        .rect;
    let response = ui
        .interact(area, id, Sense::click())
        .on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &question.title));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(question.text.as_str());
    });
    focus_ring(ui, area, look.card_corner(), &response);
    response.clicked()
}

#[cfg(test)]
mod tests {
    use weighbridge_text::Locale;

    use super::*;

    #[test]
    fn a_moment_is_written_in_the_language() {
        let at = jiff::Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(24 * 20_000);
        for locale in Locale::ALL {
            let words = local_time(Text::new(locale), at);
            assert!(words.contains("2024") && words.contains(':'), "{words}");
        }
    }
}
