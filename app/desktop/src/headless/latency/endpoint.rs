//! Behind an endpoint: what it may cost is said first, and nothing leaves this machine unasked.

use std::io::Write;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use weighbridge_latency::Plan;
use weighbridge_latency::endpoint::{
    self, Address, Budget, Endpoint, Interface, Key, Limits, PlannedCost, Prices,
};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Describe, Message, Money};

use super::super::failure::Failure;
use super::{Found, LatencyArguments, tell};

/// Times a model behind an endpoint.
///
/// # Errors
/// A sentence where nothing was sent.
pub(super) fn time(
    arguments: &LatencyArguments,
    url: &str,
    plan: &Plan,
    text: Text,
    errors: &mut dyn Write,
) -> Result<Found, Failure> {
    let interface = match arguments.text {
        true => Interface::Text,
        false => Interface::Chat,
    };
    let address = Address::parse(url, interface).map_err(|bad| Failure::of(&bad))?;
    let key = arguments.key_from.as_deref().map(Key::from_environment);
    let key = key.transpose().map_err(|none| Failure::of(&none))?;
    let budget = budget(arguments, &address, plan, text, errors)?;
    let seconds = Duration::from_secs;
    let limits = Limits {
        first_token: seconds(arguments.first_token_seconds),
        next_token: seconds(arguments.next_token_seconds),
        ..Limits::default()
    };
    let endpoint = Endpoint {
        address,
        model: arguments.model.clone().unwrap_or_default(),
        key,
        prompt: arguments.prompt.clone(),
        ignores_end: arguments.ignore_end,
        limits,
        budget,
    };
    let never = AtomicBool::new(false);
    let run =
        endpoint::time(&endpoint, plan, &never, &mut |_| {}).map_err(|bad| Failure::of(&bad))?;
    Ok(Found {
        run,
        facts: None,
        told_apart: None,
        text: None,
        published: Vec::new(),
        kept: None,
    })
}

/// What the run may cost; said before anything is sent.
///
/// # Errors
/// A sentence where another machine would be asked without anybody having said what it may cost,
/// and where the plan would cost more than that.
fn budget(
    arguments: &LatencyArguments,
    address: &Address,
    plan: &Plan,
    text: Text,
    errors: &mut dyn Write,
) -> Result<Option<Budget>, Failure> {
    let prices = arguments
        .input_usd_per_mtok
        .zip(arguments.output_usd_per_mtok);
    let prices = prices.map(|(input_usd_per_mtok, output_usd_per_mtok)| Prices {
        input_usd_per_mtok,
        output_usd_per_mtok,
    });
    let nothing = Prices {
        input_usd_per_mtok: 0.0,
        output_usd_per_mtok: 0.0,
    };
    let planned = PlannedCost::of(plan, prices.unwrap_or(nothing));
    let tokens = |message: Message| {
        message
            .with("address", address.to_string())
            .with("requests", planned.requests)
            .with("input", Arg::Decimal(planned.input_tokens, 0))
            .with("output", Arg::Decimal(planned.output_tokens, 0))
    };
    let usd = |usd: f64| Arg::from(Money::usd(usd));
    let budget = match (prices, arguments.max_cost_usd) {
        (Some(prices), Some(ceiling_usd)) => {
            if planned.usd > ceiling_usd {
                let message = Message::new("latency-cost-above")
                    .with("cost", usd(planned.usd))
                    .with("ceiling", usd(ceiling_usd));
                return Err(Failure::Sentence(message));
            }
            Some(Budget {
                prices,
                ceiling_usd,
            })
        }
        // Prices without a ceiling only count what is spent.
        (Some(prices), None) if address.is_loopback() || arguments.yes => Some(Budget {
            prices,
            ceiling_usd: f64::INFINITY,
        }),
        _ => None,
    };
    if budget.is_none() && !address.is_loopback() && !arguments.yes {
        return Err(Failure::Sentence(tokens(Message::new(
            "latency-cost-unsaid",
        ))));
    }
    if !address.is_loopback() {
        let message = match prices {
            Some(_) => Message::new("latency-cost-planned").with("cost", usd(planned.usd)),
            None => Message::new("latency-cost-unknown"),
        };
        tell(errors, text, &tokens(message).message());
    }
    Ok(budget)
}
