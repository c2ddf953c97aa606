//! What the page says, put together once a frame from the weighing and the odds.

use std::sync::Arc;

use weighbridge_engine::scenario::{OptionId, Scenario};
use weighbridge_engine::weighing::{
    OptionProspects, Recommendation, Weighing, first_recommendation,
};
use weighbridge_session::odds::{Futures, Odds};
use weighbridge_text::{ChoiceWords, Text};

use crate::pages::Page;

/// The choice as it stands, with the newest odds there are.
pub(super) struct Choice<'a> {
    pub scenario: &'a Scenario,
    pub words: ChoiceWords<'a>,
    /// With gates judged at their percentiles, once the odds of this case are there.
    pub weighing: &'a Weighing,
    /// Of this case, always; what inputs would do may not be known yet.
    pub recommendation: Recommendation,
    /// The newest odds that are about the same options.
    pub futures: Option<Arc<Futures>>,
    pub odds: &'a Odds,
    now: Option<Arc<Futures>>,
}

impl<'a> Choice<'a> {
    pub(super) fn of(page: &Page<'a>) -> Choice<'a> {
        let session = page.session;
        let (scenario, odds) = (session.scenario(), session.odds());
        let futures = odds.futures().filter(|futures| is_about(futures, scenario));
        let now = futures.filter(|_| odds.is_current()).cloned();
        let weighing = match odds.futures().filter(|_| now.is_some()) {
            Some(futures) => &futures.weighing,
            None => session.weighing(),
        };
        let recommendation = match &now {
            Some(futures) => futures.recommendation.clone(),
            None => first_recommendation(scenario, weighing, None),
        };
        Choice {
            scenario,
            words: ChoiceWords::new(page.text, scenario),
            weighing,
            recommendation,
            futures: futures.cloned(),
            odds,
            now,
        }
    }

    /// The odds of this case, where they are there.
    pub(super) fn now(&self) -> Option<&Futures> {
        self.now.as_deref()
    }

    /// How an option may turn out, in the newest odds there are.
    pub(super) fn prospects(&self, place: usize) -> Option<&OptionProspects> {
        self.futures.as_ref()?.prospects.options.get(place)
    }

    /// The two options that the choice is between.
    pub(super) fn pair(&self) -> Option<(&'a OptionId, &'a OptionId)> {
        let id = |place: usize| self.scenario.options.get(place).map(|option| &option.id);
        Some((
            id(self.recommendation.best?)?,
            id(self.recommendation.runner_up?)?,
        ))
    }

    /// Whether options are told apart by anything but cost.
    pub(super) fn counts_value(&self) -> bool {
        !self.scenario.priorities.criteria.is_empty() && self.weighing.usd_per_point > 0.0
    }

    /// Whether anything has a range at all; without odds nobody knows yet.
    pub(super) fn has_spread(&self) -> bool {
        self.futures.as_ref().is_some_and(|futures| {
            let prospects = &futures.prospects;
            let spreads = prospects
                .options
                .iter()
                .filter_map(|option| option.net_benefit_usd);
            spreads.into_iter().any(|spread| spread.p10 < spread.p90)
        })
    }
}

/// Whether odds are about these options in this order: places stand for the same ones.
fn is_about(futures: &Futures, scenario: &Scenario) -> bool {
    let ids = scenario.options.iter().map(|option| &option.id);
    ids.eq(futures.prospects.options.iter().map(|option| &option.id))
}

/// A count of futures as it stands in a table: "31 of 50".
pub fn futures_words(text: Text, count: u32) -> String {
    text.format(
        "decision-futures",
        &[
            ("count", count.into()),
            ("all", weighbridge_engine::uncertainty::odds::FUTURES.into()),
        ],
    )
}
