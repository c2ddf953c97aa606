//! Providers and prices of tokens in files.

use weighbridge_engine::catalogue::{
    ApiPrice, BatchPrice, Layer, ModelId, PriceId, PriceTier, Provider, ProviderId,
};

use super::{RecordFile, listed, names, part_file, record_file};
use crate::check::{Bounds, Check};
use crate::faults::FaultKind;

record_file! {
    /// A provider as it stands in a file.
    ProviderFile, "Provider" {
        id: String,
        name: String,
        class: names::ProviderClass,
        aliases: Vec<String>,
        country: String,
    }
}

record_file! {
    /// A price of tokens as it stands in a file.
    ApiPriceFile, "ApiPrice" {
        id: String,
        provider: String,
        model: String,
        offer: String,
        name_at_provider: String,
        format: names::WeightFormat,
        kind: names::PriceKind,
        effective_from: String,
        effective_until: String,
        input_usd_per_mtok: f64,
        output_usd_per_mtok: f64,
        cached_input_usd_per_mtok: f64,
        cache_write_usd_per_mtok: f64,
        batch_input_usd_per_mtok: f64,
        batch_output_usd_per_mtok: f64,
        tiers: Vec<TierFile>,
    }
}

part_file! {
    /// A price of long requests as it stands in a file.
    TierFile {
        above_input_tokens: u64,
        input_usd_per_mtok: f64,
        output_usd_per_mtok: f64,
        cached_input_usd_per_mtok: f64,
        cache_write_usd_per_mtok: f64,
    }
}

/// The dearest tokens on any list cost some hundred dollars for 10⁶.
const PRICE: Bounds = Bounds(0.0, 10_000.0);

impl RecordFile for ProviderFile {
    type Record = Provider;
    const KIND: &'static str = "Provider";

    fn convert(mut self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<Provider> {
        let provenance = self.provenance().convert(check, layer);
        let id = check.need_id("id", self.id);
        let name = check.need_text("name", self.name);
        let class = check.need("class", self.class);
        let aliases = check.texts("aliases", self.aliases);
        let country = check.text("country", self.country);
        if let Some(country) = &country
            && !(country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase()))
        {
            check.fault(
                "country",
                FaultKind::BadId {
                    found: country.clone(),
                },
            );
        }
        Some(Provider {
            id: ProviderId::new(id?),
            name: name?,
            class: class?.into(),
            aliases,
            country,
            provenance: provenance?,
        })
    }
}

impl RecordFile for ApiPriceFile {
    type Record = ApiPrice;
    const KIND: &'static str = "ApiPrice";

    fn convert(mut self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<ApiPrice> {
        let provenance = self.provenance().convert(check, layer);
        let id = check.need_id("id", self.id);
        let provider = check.need_id("provider", self.provider);
        let model = check.need_id("model", self.model);
        let offer = check.text("offer", self.offer);
        let name_at_provider = check.text("name_at_provider", self.name_at_provider);
        // A price that was announced may begin after the catalogue's date.
        let effective_from = check.date("effective_from", self.effective_from);
        let effective_until = check.date("effective_until", self.effective_until);
        let start = effective_from.or_else(|| provenance.as_ref().map(|own| own.record.as_of));
        check.span("effective_until", start, effective_until);

        let input = check.need_number("input_usd_per_mtok", self.input_usd_per_mtok, PRICE);
        let output = check.need_number("output_usd_per_mtok", self.output_usd_per_mtok, PRICE);
        if let (Some(input), Some(output)) = (input, output)
            && output < input
        {
            check.fault(
                "output_usd_per_mtok",
                FaultKind::OutputCheaper { input, output },
            );
        }
        let cached = check.number(
            "cached_input_usd_per_mtok",
            self.cached_input_usd_per_mtok,
            PRICE,
        );
        let write = check.number(
            "cache_write_usd_per_mtok",
            self.cache_write_usd_per_mtok,
            PRICE,
        );
        let batch = batch_of(
            check,
            self.batch_input_usd_per_mtok,
            self.batch_output_usd_per_mtok,
        );
        let tiers = self.tiers.unwrap_or_default();
        let tiers = tiers
            .into_iter()
            .enumerate()
            .filter_map(|(place, tier)| tier_of(check, place, tier));
        let tiers: Vec<PriceTier> = tiers.collect();
        for (place, pair) in tiers.windows(2).enumerate() {
            if pair[1].above_input_tokens <= pair[0].above_input_tokens {
                let above = pair[1].above_input_tokens;
                check.fault(
                    &format!("tiers[{}]", place + 1),
                    FaultKind::TierOrder { above },
                );
            }
        }
        Some(ApiPrice {
            id: PriceId::new(id?),
            provider: ProviderId::new(provider?),
            model: ModelId::new(model?),
            offer,
            name_at_provider,
            format: self.format.map(Into::into),
            kind: self.kind.map(Into::into).unwrap_or_default(),
            effective_from,
            effective_until,
            input_usd_per_mtok: input?,
            output_usd_per_mtok: output?,
            cached_input_usd_per_mtok: cached,
            cache_write_usd_per_mtok: write,
            batch,
            tiers,
            provenance: provenance?,
        })
    }
}

fn batch_of(
    check: &mut Check<'_, '_>,
    input: Option<f64>,
    output: Option<f64>,
) -> Option<BatchPrice> {
    const KEYS: [&str; 2] = ["batch_input_usd_per_mtok", "batch_output_usd_per_mtok"];
    let input = check.number(KEYS[0], input, PRICE);
    let output = check.number(KEYS[1], output, PRICE);
    if check.has(KEYS[0]) != check.has(KEYS[1]) {
        let there = if check.has(KEYS[0]) { KEYS[0] } else { KEYS[1] };
        check.fault(
            there,
            FaultKind::Together {
                keys: KEYS.map(str::to_owned).to_vec(),
            },
        );
    }
    Some(BatchPrice {
        input_usd_per_mtok: input?,
        output_usd_per_mtok: output?,
    })
}

fn tier_of(check: &mut Check<'_, '_>, place: usize, file: TierFile) -> Option<PriceTier> {
    let path = |key: &str| format!("tiers[{place}].{key}");
    let above = check.need(&path("above_input_tokens"), file.above_input_tokens);
    let input = check.need_number(&path("input_usd_per_mtok"), file.input_usd_per_mtok, PRICE);
    let output = check.need_number(
        &path("output_usd_per_mtok"),
        file.output_usd_per_mtok,
        PRICE,
    );
    let cached = check.number(
        &path("cached_input_usd_per_mtok"),
        file.cached_input_usd_per_mtok,
        PRICE,
    );
    let write = check.number(
        &path("cache_write_usd_per_mtok"),
        file.cache_write_usd_per_mtok,
        PRICE,
    );
    Some(PriceTier {
        above_input_tokens: above?,
        input_usd_per_mtok: input?,
        output_usd_per_mtok: output?,
        cached_input_usd_per_mtok: cached,
        cache_write_usd_per_mtok: write,
    })
}

impl From<&Provider> for ProviderFile {
    fn from(provider: &Provider) -> ProviderFile {
        ProviderFile {
            id: Some(provider.id.to_string()),
            name: Some(provider.name.clone()),
            class: Some(provider.class.into()),
            aliases: listed(&provider.aliases),
            country: provider.country.clone(),
            ..ProviderFile::default()
        }
        .with_provenance(&provider.provenance)
    }
}

impl From<&ApiPrice> for ApiPriceFile {
    fn from(price: &ApiPrice) -> ApiPriceFile {
        let tiers = price.tiers.iter().map(|tier| TierFile {
            above_input_tokens: Some(tier.above_input_tokens),
            input_usd_per_mtok: Some(tier.input_usd_per_mtok),
            output_usd_per_mtok: Some(tier.output_usd_per_mtok),
            cached_input_usd_per_mtok: tier.cached_input_usd_per_mtok,
            cache_write_usd_per_mtok: tier.cache_write_usd_per_mtok,
        });
        ApiPriceFile {
            id: Some(price.id.to_string()),
            provider: Some(price.provider.to_string()),
            model: Some(price.model.to_string()),
            offer: price.offer.clone(),
            name_at_provider: price.name_at_provider.clone(),
            format: price.format.map(Into::into),
            kind: Some(price.kind.into()),
            effective_from: price.effective_from.map(|date| date.to_string()),
            effective_until: price.effective_until.map(|date| date.to_string()),
            input_usd_per_mtok: Some(price.input_usd_per_mtok),
            output_usd_per_mtok: Some(price.output_usd_per_mtok),
            cached_input_usd_per_mtok: price.cached_input_usd_per_mtok,
            cache_write_usd_per_mtok: price.cache_write_usd_per_mtok,
            batch_input_usd_per_mtok: price.batch.map(|batch| batch.input_usd_per_mtok),
            batch_output_usd_per_mtok: price.batch.map(|batch| batch.output_usd_per_mtok),
            tiers: (!price.tiers.is_empty()).then(|| tiers.collect()),
            ..ApiPriceFile::default()
        }
        .with_provenance(&price.provenance)
    }
}
