//! From a scenario's outcome to its charts.
//!
//! Titles are sentences computed from the outcome; amounts are in the client's currency.
//! An option's key is its place in the scenario, in every chart.
//! Options that cannot be had are not drawn; tables and summaries say so.

mod break_even;
mod capability;
mod cost_breakdown;
mod cumulative_cost;
mod source;

pub use break_even::break_even;
pub use capability::cost_against_capability;
pub use cost_breakdown::cost_breakdown;
pub use cumulative_cost::cumulative_cost;

use weighbridge_engine::finding::Finding;
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_engine::{Outcome, Scenario};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Message, Money};

use crate::{Axis, Chart, Content, Key, Lines, Table};

/// The names of all charts, as files and the command line use them.
pub const NAMES: [&str; 4] = [
    cumulative_cost::NAME,
    cost_breakdown::NAME,
    break_even::NAME,
    capability::NAME,
];

/// What a chart is made from.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its outcome.
    pub outcome: &'a Outcome,
    /// The user's language and the client's currency.
    pub text: Text,
}

/// The chart of a name; capability shows the score that most options have.
///
/// `None` where no chart has this name.
#[must_use]
pub fn chart(case: &Case<'_>, name: &str) -> Option<Chart> {
    match name {
        cumulative_cost::NAME => Some(cumulative_cost(case)),
        cost_breakdown::NAME => Some(cost_breakdown(case)),
        break_even::NAME => Some(break_even(case)),
        capability::NAME => Some(cost_against_capability(case, None)),
        _ => None,
    }
}

/// A multiple of the client's currency that suits the amounts of a chart.
pub(crate) struct MoneyUnit {
    /// What amounts are divided by for the axis.
    pub(crate) divisor: f64,
    /// Its name: "M USD".
    pub(crate) name: String,
}

impl<'a> Case<'a> {
    /// The options that can be had, with their keys, in the scenario's order.
    pub(crate) fn feasible(&self) -> Vec<(Key, &'a OptionOutcome)> {
        let options = self.outcome.options.iter();
        options
            .filter(|option| option.is_feasible())
            .map(|option| (Key(usize::from(option.colour)), option))
            .collect()
    }

    /// An amount in the client's currency.
    pub(crate) fn amount(&self, usd: f64) -> f64 {
        self.text.converted(Money::usd(usd))
    }

    /// An amount in words: `$1.23M`.
    pub(crate) fn short_money(&self, usd: f64) -> Arg {
        Arg::from(self.text.compact_money(Money::usd(usd)))
    }

    /// An amount in a table.
    pub(crate) fn table_money(&self, usd: f64) -> String {
        self.text.money(Money::usd(usd))
    }

    /// The unit that suits amounts of the client's currency.
    pub(crate) fn money_unit(&self, amounts: impl Iterator<Item = f64>) -> MoneyUnit {
        let largest = amounts
            .filter(|amount| amount.is_finite())
            .fold(0.0, |largest: f64, amount| largest.max(amount.abs()));
        let scale = self.text.scale_of(largest);
        let code = self.text.currency().code();
        MoneyUnit {
            divisor: format!("1e{}", scale.exponent()).parse().unwrap_or(1.0),
            name: format!("{} {code}", scale.suffix()).trim().to_owned(),
        }
    }

    /// The horizon in words: `36 months`.
    pub(crate) fn months(&self) -> Arg {
        let count = u64::from(self.outcome.horizon_months);
        Arg::Message(Box::new(
            Message::new("count-months").with("count", Arg::Count(count)),
        ))
    }

    /// A sentence in the user's language.
    pub(crate) fn say(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.text.format(key, args)
    }

    /// The options that cannot be had, each with the reason.
    pub(crate) fn left_out(&self) -> Vec<String> {
        let options = self.outcome.options.iter();
        options
            .filter(|option| !option.is_feasible())
            .map(|option| format!("{}: {}", option.name, self.reason(option)))
            .collect()
    }

    fn reason(&self, option: &OptionOutcome) -> String {
        if option.result.is_ok() && !option.fits {
            return self.say("chart-note-does-not-fit", &[]);
        }
        let mut findings = self.outcome.findings_of(&option.id);
        let obstacle = findings.find(|finding| matches!(finding, Finding::CascadeBroken { .. }));
        match obstacle {
            Some(finding) => self.text.describe(finding).trim_end_matches('.').to_owned(),
            None => self.say("value-unknown", &[]),
        }
    }

    /// A summary: the message, then a phrase for each option, then the options left out.
    pub(crate) fn summary(&self, title: &str, phrases: Vec<String>) -> String {
        let mut sentences = vec![title.to_owned()];
        if !phrases.is_empty() {
            sentences.push(phrases.join("; "));
        }
        sentences.extend(self.left_out());
        let mut summary = sentences.join(". ");
        summary.push('.');
        summary
    }

    /// A chart without data, which says so.
    pub(crate) fn empty(&self, name: &'static str) -> Chart {
        let title = self.say("chart-empty", &[]);
        Chart {
            name,
            summary: self.summary(&title, Vec::new()),
            title,
            subtitle: String::new(),
            x: Axis::linear(""),
            y: Axis::linear(""),
            content: Content::Lines(Lines::default()),
            source: self.source(),
            table: Table::default(),
        }
    }
}
