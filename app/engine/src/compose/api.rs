//! Options that buy tokens.

use super::error::ComposeError;
use super::figures::preset;
use super::framework::{forget_presets, settle};
use super::model_facts::{model_facts, model_scores};
use super::starting::apply_starting_values;
use crate::catalogue::{ApiPrice, Catalogue, Model, PriceId, Quality, Weights};
use crate::figure::{Figure, Origin};
use crate::scenario::{
    Api, ContextTier, DecisionOption, Plan, Retirement, Scenario, Successor, TokenPlan,
};

/// An option that buys a model's tokens at a price of the catalogue.
///
/// # Errors
/// [`ComposeError`] where the catalogue lacks the price or its model.
pub fn api_option(
    scenario: &Scenario,
    catalogue: &Catalogue,
    price: &PriceId,
) -> Result<DecisionOption, ComposeError> {
    let (price, model) = find(catalogue, price)?;
    let api = api_plan(scenario, catalogue, price, model);
    let name = if model.weights == Weights::Open {
        format!("{}, {}", model.name, api.provider)
    } else {
        model.name.clone()
    };
    let mut option = DecisionOption::new(scenario.fresh_id(&name), &name, plan_of(model, api));
    option.colour = scenario.fresh_colour();
    option.model = Some(model_facts(model));
    option.scores = model_scores(catalogue, &model.id);
    apply_starting_values(&mut option, catalogue);
    Ok(settle(scenario, option))
}

/// Replaces the price list of an option, and its model where the price is another model's.
///
/// Negotiated discounts, commitments, volume discounts and the price law stay.
///
/// # Errors
/// [`ComposeError`] where the catalogue lacks the price or its model.
pub fn set_price(
    scenario: &Scenario,
    catalogue: &Catalogue,
    option: &mut DecisionOption,
    price: &PriceId,
) -> Result<(), ComposeError> {
    let (price, model) = find(catalogue, price)?;
    let mut api = api_plan(scenario, catalogue, price, model);
    if let Plan::ProprietaryApi(old) | Plan::HostedOpenModel(old) = &option.plan {
        api.volume_discounts.clone_from(&old.volume_discounts);
        api.price_law = old.price_law;
        keep_client_terms(&mut api.token_plan, &old.token_plan);
        // Another price of the same interface answers as fast as before.
        let is_same_model = option
            .model
            .as_ref()
            .is_some_and(|it| it.id == model.id.as_str());
        if is_same_model && old.provider == api.provider {
            api.speed = old.speed.clone();
        }
        if let (Some(new), Some(old)) = (&mut api.retirement, &old.retirement)
            && let (Some(new), Some(old)) = (&mut new.successor, &old.successor)
        {
            new.move_usd = old.move_usd.clone();
        }
    }
    let kind = option.deployment();
    option.plan = plan_of(model, api);
    option.model = Some(model_facts(model));
    option
        .scores
        .retain(|score| !matches!(score.score.origin, Origin::Preset(_)));
    option.scores.extend(model_scores(catalogue, &model.id));
    apply_starting_values(option, catalogue);
    if option.deployment() != kind {
        forget_presets(option);
        *option = settle(scenario, option.clone());
    }
    Ok(())
}

fn find<'a>(
    catalogue: &'a Catalogue,
    id: &PriceId,
) -> Result<(&'a ApiPrice, &'a Model), ComposeError> {
    let price = catalogue
        .records()
        .prices
        .iter()
        .find(|price| price.id == *id)
        .ok_or_else(|| ComposeError::UnknownPrice(id.clone()))?;
    let model = catalogue
        .model(price.model.as_str())
        .ok_or_else(|| ComposeError::UnknownModel(price.model.clone()))?;
    Ok((price, model))
}

fn plan_of(model: &Model, api: Api) -> Plan {
    if model.weights == Weights::Open {
        Plan::HostedOpenModel(api)
    } else {
        Plan::ProprietaryApi(api)
    }
}

fn keep_client_terms(new: &mut TokenPlan, old: &TokenPlan) {
    new.negotiated_discount = old.negotiated_discount.clone();
    new.minimum_commitment_usd_per_month = old.minimum_commitment_usd_per_month.clone();
    new.newest_of_tier_change_per_year = old.newest_of_tier_change_per_year.clone();
    new.equal_capability_change_per_year = old.equal_capability_change_per_year.clone();
}

fn api_plan(scenario: &Scenario, catalogue: &Catalogue, price: &ApiPrice, model: &Model) -> Api {
    let provider = catalogue.provider(price.provider.as_str()).map_or_else(
        || price.provider.to_string(),
        |provider| provider.name.clone(),
    );
    Api {
        provider,
        price_id: Some(price.id.to_string()),
        token_plan: token_plan(price),
        tiers: tiers(price),
        retirement: retirement(scenario, catalogue, price, model),
        ..Api::default()
    }
}

fn token_plan(price: &ApiPrice) -> TokenPlan {
    let row = PriceRow::of(price);
    TokenPlan {
        input_usd_per_million_tokens: row.input,
        cached_input_usd_per_million_tokens: row.cached_input,
        cache_write_usd_per_million_tokens: row.cache_write,
        output_usd_per_million_tokens: row.output,
        batch_discount: batch_discount(price),
        ..TokenPlan::default()
    }
}

/// The four prices of a record, with their origins.
struct PriceRow {
    input: Figure,
    cached_input: Figure,
    cache_write: Figure,
    output: Figure,
}

impl PriceRow {
    /// A provider that names no price for cached tokens bills them as plain input.
    fn of(price: &ApiPrice) -> PriceRow {
        let from = |value, field| preset(value, price.id.as_str(), field, &price.provenance);
        let input = from(price.input_usd_per_mtok, "input_usd_per_mtok");
        let cached_input = price.cached_input_usd_per_mtok.map_or_else(
            || input.clone(),
            |value| from(value, "cached_input_usd_per_mtok"),
        );
        let cache_write = price.cache_write_usd_per_mtok.map_or_else(
            || input.clone(),
            |value| from(value, "cache_write_usd_per_mtok"),
        );
        let output = from(price.output_usd_per_mtok, "output_usd_per_mtok");
        PriceRow {
            input,
            cached_input,
            cache_write,
            output,
        }
    }
}

fn tiers(price: &ApiPrice) -> Vec<ContextTier> {
    price
        .tiers
        .iter()
        .map(|tier| {
            let from = |value| preset(value, price.id.as_str(), "tiers", &price.provenance);
            let input = from(tier.input_usd_per_mtok);
            let or_input = |value: Option<f64>| value.map_or_else(|| input.clone(), from);
            ContextTier {
                above_input_tokens: from(tier.above_input_tokens as f64),
                cached_input_usd_per_million_tokens: or_input(tier.cached_input_usd_per_mtok),
                cache_write_usd_per_million_tokens: or_input(tier.cache_write_usd_per_mtok),
                output_usd_per_million_tokens: from(tier.output_usd_per_mtok),
                input_usd_per_million_tokens: input.clone(),
            }
        })
        .collect()
}

/// The reduction for batches, from the batch price of output, of which most bills consist.
fn batch_discount(price: &ApiPrice) -> Figure {
    let Some(batch) = price.batch.filter(|_| price.output_usd_per_mtok > 0.0) else {
        return TokenPlan::default().batch_discount;
    };
    let discount = (1.0 - batch.output_usd_per_mtok / price.output_usd_per_mtok).clamp(0.0, 1.0);
    let mut figure = preset(
        discount,
        price.id.as_str(),
        "batch_output_usd_per_mtok",
        &price.provenance,
    );
    if let Origin::Preset(origin) = &mut figure.origin
        && !origin.quality.is_doubtful()
    {
        origin.quality = Quality::Derived;
    }
    figure
}

/// The end of sale and what follows, where the model's record names an end.
fn retirement(
    scenario: &Scenario,
    catalogue: &Catalogue,
    price: &ApiPrice,
    model: &Model,
) -> Option<Retirement> {
    let sold_until = model.sold_until?;
    let successor = model
        .successor
        .as_ref()
        .and_then(|id| catalogue.model(id.as_str()));
    let date = scenario.question.date;
    let next_price = successor.and_then(|next| {
        catalogue
            .price_at(&price.provider, &next.id, date)
            .or_else(|| catalogue.prices_at(&next.id, date).first().copied())
            .or_else(|| catalogue.price_at(&price.provider, &next.id, sold_until))
    });
    Some(Retirement {
        sold_until,
        successor_name: successor
            .filter(|_| next_price.is_some())
            .map(|next| next.name.clone()),
        successor: next_price.map(|next| {
            let row = PriceRow::of(next);
            Successor {
                input_usd_per_million_tokens: row.input,
                cached_input_usd_per_million_tokens: row.cached_input,
                cache_write_usd_per_million_tokens: row.cache_write,
                output_usd_per_million_tokens: row.output,
                move_usd: Successor::default().move_usd,
            }
        }),
    })
}
