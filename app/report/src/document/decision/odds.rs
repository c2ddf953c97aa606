//! How sure the choice is: futures, spreads and regret by option.

use weighbridge_engine::uncertainty::odds::{FUTURES, Spread};
use weighbridge_engine::weighing::{OptionProspects, Prospects};
use weighbridge_text::Digits;
use weighbridge_units::Arg;

use super::Part;
use crate::document::Subject;
use crate::document::chart_pages::Charts;
use crate::document::table::{Cell, Column, Row, Table, option_colour};

/// A row for each option, the likeliest to be best first, then the one with the least regret; a sentence where nothing is drawn.
pub(super) fn part(subject: &Subject<'_>, charts: &Charts) -> Part {
    let heading = subject.get("report-section-odds");
    let alone = |sentence: String| Part {
        heading: heading.clone(),
        sentences: vec![sentence],
        ..Part::default()
    };
    if let Some(reason) = &subject.decided.fault {
        let reason = Arg::from(subject.text.render(reason));
        return alone(subject.say("report-no-odds", &[("reason", reason)]));
    }
    let Some(prospects) = &subject.decided.prospects else {
        return alone(subject.get("report-no-ranges"));
    };
    if prospects.ranked.is_empty() {
        return Part::default();
    }
    let currency = Arg::from(subject.text.currency_symbol());
    let draws = Arg::from(prospects.draws as u64);
    Part {
        heading,
        chart: charts.odds,
        table: Some(table(subject, prospects)),
        notes: vec![subject.say(
            "report-odds-note",
            &[("currency", currency), ("draws", draws)],
        )],
        ..Part::default()
    }
}

fn table(subject: &Subject<'_>, prospects: &Prospects) -> Table {
    let futures = || ("count", Arg::from(u64::from(FUTURES)));
    let symbol = || ("currency", Arg::from(subject.text.currency_symbol()));
    let columns = vec![
        Column::figures(String::new(), 0.0),
        Column::text(subject.get("column-option"), 1.7),
        Column::figures(subject.say("report-column-best-futures", &[futures()]), 0.8),
        Column::figures(
            subject.say("report-column-cheapest-futures", &[futures()]),
            0.85,
        ),
        Column::figures(subject.get("report-column-low"), 0.85),
        Column::figures(subject.get("report-column-middle"), 0.85),
        Column::figures(subject.get("report-column-high"), 0.85),
        Column::figures(subject.say("report-column-regret", &[symbol()]), 1.0),
    ];
    let mut order = prospects.ranked.clone();
    order.sort_by(|one, other| {
        let (one, other) = (&prospects.options[*one], &prospects.options[*other]);
        let regret = |option: &OptionProspects| option.expected_regret_usd.unwrap_or(f64::INFINITY);
        let by_share = other.best_share.total_cmp(&one.best_share);
        by_share.then_with(|| regret(one).total_cmp(&regret(other)))
    });
    let rows = order
        .into_iter()
        .map(|place| {
            let option = &prospects.options[place];
            let count =
                |futures: u32| Cell::from(subject.text.number(f64::from(futures), Digits::WHOLE));
            let benefit =
                |pick: fn(&Spread) -> f64| subject.cell(option.net_benefit_usd.as_ref().map(pick));
            Row {
                cells: vec![
                    Cell::from(subject.number(place)),
                    Cell::from(subject.words().option(place)),
                    count(option.best_futures),
                    count(option.cheapest_futures),
                    benefit(|spread| spread.p10),
                    benefit(|spread| spread.p50),
                    benefit(|spread| spread.p90),
                    subject.cell(option.expected_regret_usd),
                ],
                colour: Some(option_colour(place)),
                strong: subject.decided.recommendation.best == Some(place),
                ..Row::default()
            }
        })
        .collect();
    Table { columns, rows }
}
