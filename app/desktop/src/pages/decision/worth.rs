//! What is worth finding out before choosing, and how.

use egui::Ui;
use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::{InputPath, OptionId};
use weighbridge_engine::weighing::Worth;
use weighbridge_session::Step;
use weighbridge_text::WayToFindOut;
use weighbridge_units::{Arg, Money};

use super::choice::Choice;
use super::sureness::dimmed;
use crate::pages::charts::waiting;
use crate::pages::latency::WhereTimed;
use crate::pages::parts::{note, wide_table};
use crate::pages::{Ask, Page};
use crate::widgets::table::{Cell, Row, figure_column, text_column};
use crate::widgets::{button, page as parts_of_page};

/// So many quantities are listed.
const MOST: usize = 6;

/// A quantity is listed from this share of the highest worth on.
const LEAST_SHARE: f64 = 0.01;

/// Hours that somebody spends on a run: choosing, waiting, reading.
const HOURS_OF_A_RUN: f64 = 0.5;

/// Working hours of a month: 40 a week.
const WORKING_HOURS_PER_MONTH: f64 = 40.0 * 52.0 / 12.0;

/// The quantities that are worth most, each with its worth and the way to find it out.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, choice: &Choice<'_>) {
    let text = page.text;
    let title = text.get("decision-worth");
    let Some(futures) = &choice.futures else {
        if choice.odds.is_busy() {
            parts_of_page::card(ui, &title, "", |ui| waiting(ui, page, false));
        }
        return;
    };
    let list = listed(&futures.prospects.worth);
    let run = run_to_offer(choice.scenario, &list);
    let mut pressed = None;
    parts_of_page::card(ui, &title, &text.get("decision-worth-aid"), |ui| {
        dimmed(ui, choice.odds.is_current(), |ui| {
            if list.is_empty() {
                note(ui, text.get("decision-worth-nothing"));
            } else {
                pressed = table(ui, page, choice, &title, &list);
            }
            if let Some((option, place)) = &run
                && offer(ui, page, choice, option, *place)
            {
                pressed = Some(Pressed::Run(option.clone(), *place));
            }
            if let Some((evpi, _)) = futures.prospects.evpi_usd.filter(|(evpi, _)| *evpi > 0.0) {
                let value = Arg::from(text.compact_money(Money::usd(evpi)));
                note(
                    ui,
                    text.format("decision-worth-everything", &[("value", value)]),
                );
            }
        });
    });
    match pressed {
        Some(Pressed::Input(path)) => page.ask(Ask::Reveal(path)),
        Some(Pressed::Run(_, WhereTimed::Elsewhere)) => page.ask(Ask::ImportMeasurements),
        Some(Pressed::Run(option, _)) => page.ask(Ask::TimeIt(option)),
        Some(Pressed::Speed) => page.ask(Ask::Step(Step::Latency as usize)),
        None => {}
    }
}

/// What of the table was pressed.
enum Pressed {
    /// An input, which leads to its field.
    Input(InputPath),
    /// How a speed is found out, which leads to the page on which it is measured.
    Speed,
    /// A run that is worth it.
    Run(OptionId, WhereTimed),
}

/// Whether a quantity is how fast an engine is on a class of hardware, or an interface answers.
fn is_speed(worth: &Worth) -> bool {
    let of_interface = |path: &InputPath| path.as_str().contains(".interface_speed.");
    worth.quantity.starts_with("serving-") || worth.paths.iter().any(of_interface)
}

/// What a run costs: half an hour of a machine-learning engineer, as this case pays them.
fn cost_of_a_run_usd(scenario: &Scenario) -> f64 {
    let monthly = scenario.salaries.ml_engineer_usd_per_month.value;
    monthly / WORKING_HOURS_PER_MONTH * HOURS_OF_A_RUN
}

/// The run that is worth most, where one is worth more than it costs: the option whose speed it
/// measures, and where.
fn run_to_offer(scenario: &Scenario, list: &[&Worth]) -> Option<(OptionId, WhereTimed)> {
    let least = cost_of_a_run_usd(scenario);
    let worth = list.iter().find(|worth| is_speed(worth))?;
    if worth.evppi_usd < least {
        return None;
    }
    // Of options that share a speed, one that can be timed here is the nearest to hand.
    let options = scenario.options.iter().filter(|option| {
        let own = format!("options.{}.", option.id);
        worth
            .paths
            .iter()
            .any(|path| path.as_str().starts_with(&own))
    });
    let found = options.map(|option| (option.id.clone(), WhereTimed::of(scenario, &option.id)));
    found.min_by_key(|(_, place)| match place {
        WhereTimed::Here => 0,
        WhereTimed::Endpoint => 1,
        WhereTimed::Elsewhere => 2,
    })
}

/// The button that leads to a run, and from when on a run is offered.
fn offer(
    ui: &mut Ui,
    page: &Page<'_>,
    choice: &Choice<'_>,
    option: &OptionId,
    place: WhereTimed,
) -> bool {
    let text = page.text;
    let name = choice.scenario.option(option);
    let name = name.map_or_else(String::new, |option| option.name.clone());
    let words = text.format(place.key(), &[("option", Arg::from(name))]);
    let pressed = ui.add(button::primary(&words)).clicked();
    let least = text.compact_money(Money::usd(cost_of_a_run_usd(choice.scenario)));
    note(
        ui,
        text.format("decision-time-worth", &[("least", Arg::from(least))]),
    );
    pressed
}

fn listed(worth: &[Worth]) -> Vec<&Worth> {
    let most = worth.first().map_or(0.0, |worth| worth.evppi_usd);
    let counts = |worth: &&Worth| worth.evppi_usd > 0.0 && worth.evppi_usd >= LEAST_SHARE * most;
    worth.iter().filter(counts).take(MOST).collect()
}

fn table(
    ui: &mut Ui,
    page: &Page<'_>,
    choice: &Choice<'_>,
    title: &str,
    list: &[&Worth],
) -> Option<Pressed> {
    let text = page.text;
    let columns = [
        text_column(text.get("decision-input"), 1.0),
        figure_column(text.get("decision-worth-up-to")),
        text_column(text.get("decision-worth-how"), 0.35),
    ];
    let rows: Vec<Row> = list
        .iter()
        .map(|worth| {
            let (field, owners) = names(choice, worth);
            let amount = text.compact_money(Money::usd(worth.evppi_usd));
            let error = text.compact_money(Money::usd(worth.standard_error_usd));
            let way = worth
                .paths
                .first()
                .map_or(WayToFindOut::Pilot, WayToFindOut::of);
            let mut first = Cell::new(&field).note(owners);
            if !worth.paths.is_empty() {
                let args = [
                    ("input", Arg::from(field.clone())),
                    ("value", Arg::from(amount.clone())),
                ];
                first = first.link(text.format("why-go-to-input", &args));
            }
            let mut how = Cell::new(text.get(way.key()));
            if is_speed(worth) {
                let input = ("input", Arg::from(field));
                how = how.link(text.format("decision-worth-measure", &[input]));
            }
            Row::new([first, Cell::new(amount).note(format!("± {error}")), how])
        })
        .collect();
    let (row, column) = wide_table(ui, title, &columns, &rows)?;
    if column == columns.len() - 1 {
        return Some(Pressed::Speed);
    }
    let path = list.get(row)?.paths.first()?;
    Some(Pressed::Input(path.clone()))
}

/// The name of a quantity, and those of the options that share it.
fn names(choice: &Choice<'_>, worth: &Worth) -> (String, String) {
    if let Some((option, criterion)) = &worth.unknown {
        let name = choice.scenario.option(option);
        let name = name.map_or_else(String::new, |option| option.name.clone());
        return (choice.words.criterion(criterion), name);
    }
    let Some(first) = worth.paths.first() else {
        return (worth.quantity.clone(), String::new());
    };
    let field = choice.words.field_and_owner(first).0;
    let mut owners: Vec<String> = Vec::new();
    for path in &worth.paths {
        let owner = choice.words.field_and_owner(path).1;
        if !owner.is_empty() && !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    (field, owners.join(", "))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    /// A quantity of an option's field, worth so much.
    fn worth(quantity: &str, path: &str, evppi_usd: f64) -> Worth {
        Worth {
            quantity: quantity.to_owned(),
            paths: vec![InputPath::new(path)],
            unknown: None,
            evppi_usd,
            standard_error_usd: 0.0,
        }
    }

    fn sample(name: &str) -> Scenario {
        let catalogue = weighbridge_catalogue::built_in().unwrap().0;
        let files = weighbridge_catalogue::sample_files();
        let file = files.iter().find(|file| file.path.contains(name)).unwrap();
        let read = weighbridge_catalogue::scenario::read(name, file.text, &catalogue);
        read.unwrap().scenario
    }

    #[test]
    fn a_run_is_offered_where_it_is_worth_its_half_hour_and_can_be_had() {
        let laptops = sample("laptop-summaries");
        let servers = sample("support-assistant");
        let rented = servers.options.iter().find_map(|option| {
            let is_rented = matches!(
                option.plan,
                weighbridge_engine::scenario::Plan::RentedGpu(_)
            );
            is_rented.then(|| option.id.to_string())
        });
        let rented = rented.unwrap();
        let here = "options.laptop.serving.decode_speed_factor";
        let there = "options.mini.interface_speed.tokens_per_second";
        let elsewhere = format!("options.{rented}.serving.decode_speed_factor");
        let speed = "serving-llama.cpp-apple";
        let half_an_hour = cost_of_a_run_usd(&laptops);
        assert!((10.0..500.0).contains(&half_an_hour), "{half_an_hour}");
        for (scenario, quantity, path, evppi, expected) in [
            (
                &laptops,
                speed,
                here,
                half_an_hour,
                Some(("laptop", WhereTimed::Here)),
            ),
            (&laptops, speed, here, 0.99 * half_an_hour, None),
            (
                &laptops,
                there,
                there,
                5e3,
                Some(("mini", WhereTimed::Endpoint)),
            ),
            (
                &servers,
                "serving-vllm-hopper",
                elsewhere.as_str(),
                5e3,
                Some((rented.as_str(), WhereTimed::Elsewhere)),
            ),
            (
                &laptops,
                "people",
                "options.laptop.people.platform_fte",
                5e3,
                None,
            ),
        ] {
            let worth = worth(quantity, path, evppi);
            let offered = run_to_offer(scenario, &[&worth]);
            let offered = offered.as_ref().map(|(id, place)| (id.as_str(), *place));
            assert_eq!(offered, expected, "{quantity} {path} {evppi}");
        }
    }
}
