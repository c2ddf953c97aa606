//! The sentence over the page, computed from the outcome.

use weighbridge_engine::model::Measure;
use weighbridge_session::Session;
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Message, Money};

/// The headline, and one line under it.
pub(super) fn headline(session: &Session, text: Text) -> (String, String) {
    let (scenario, outcome) = (session.scenario(), session.outcome());
    let count = scenario.options.len();
    let options = Message::new("count-options").with("count", count);
    let months =
        Message::new("count-months").with("count", u32::from(scenario.question.horizon_months));
    let over = |key: &'static str| {
        Message::new(key)
            .with("options", options.clone())
            .with("months", months.clone())
    };
    let ranked = outcome.by_cost();
    match ranked.as_slice() {
        _ if count == 0 => (
            text.get("step-question.headline").into_owned(),
            text.get("question-line-no-options").into_owned(),
        ),
        [] => (
            text.render(&over("question-headline-none")),
            text.get("question-line-none").into_owned(),
        ),
        [only] if count == 1 => {
            let message = over("question-headline-one").with("cheapest", only.name.clone());
            (
                text.render(&message),
                text.get("question-line-one").into_owned(),
            )
        }
        [cheapest, rest @ ..] => {
            let message =
                over("question-headline-cheapest").with("cheapest", cheapest.name.clone());
            let cost = cheapest.get(Measure::NetPresentValue).unwrap_or(0.0);
            let written = text.compact_money(Money::usd(cost));
            let next = rest.first().and_then(|next| {
                let share = 1.0 - cost / next.get(Measure::NetPresentValue)?;
                share.is_finite().then_some((next, share))
            });
            let line = match next {
                Some((next, share)) => Message::new("question-line-second")
                    .with("cost", written)
                    .with("share", text.percent(share, Digits::Significant(2)))
                    .with("second", next.name.clone()),
                None => Message::new("question-line-only").with("cost", written),
            };
            let line = line.with("date", Arg::Date(scenario.question.date));
            (text.render(&message), text.render(&line))
        }
    }
}

/// With a capital at the beginning, as titles of a list have it.
pub(super) fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
