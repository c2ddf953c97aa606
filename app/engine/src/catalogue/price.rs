//! What tokens cost at a provider, and since when.

use weighbridge_units::PartialDate;

use super::{ModelId, PriceId, Provenance, ProviderId, WeightFormat};

/// Somebody who sells tokens or hours of accelerators.
#[derive(Debug, Clone, PartialEq)]
pub struct Provider {
    /// Its id.
    pub id: ProviderId,
    /// Its name as people write it.
    pub name: String,
    /// What kind of seller it is.
    pub class: ProviderClass,
    /// Other spellings by which it is found.
    pub aliases: Vec<String>,
    /// The country of its seat, as an ISO 3166 code of two letters.
    pub country: Option<String>,
    /// Where all this comes from.
    pub provenance: Provenance,
}

/// What kind of seller a provider is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProviderClass {
    /// Sells its own models.
    Developer,
    /// Sells tokens of open models.
    Host,
    /// One of the large clouds.
    Hyperscaler,
    /// A cloud of accelerators.
    Neocloud,
    /// Brings owners of accelerators and customers together.
    Marketplace,
    /// Bills accelerators by the second of use.
    Serverless,
    /// Runs a model of the customer's choice on a machine of its own.
    ManagedEndpoint,
    /// Nobody to buy from: an index or a range of a market.
    Index,
}

impl ProviderClass {
    /// The stable key, used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            ProviderClass::Developer => "developer",
            ProviderClass::Host => "host",
            ProviderClass::Hyperscaler => "hyperscaler",
            ProviderClass::Neocloud => "neocloud",
            ProviderClass::Marketplace => "marketplace",
            ProviderClass::Serverless => "serverless",
            ProviderClass::ManagedEndpoint => "managed-endpoint",
            ProviderClass::Index => "index",
        }
    }
}

/// The price of a model's tokens at a provider from one date on. Prices are in USD per 10⁶ tokens.
///
/// The history of a price is several records.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiPrice {
    /// Its id.
    pub id: PriceId,
    /// Who asks it.
    pub provider: ProviderId,
    /// The model it buys.
    pub model: ModelId,
    /// What sets it apart from the provider's standard offer; absent for that.
    pub offer: Option<String>,
    /// What the provider calls the model.
    pub name_at_provider: Option<String>,
    /// The format in which the provider runs the model, where it says so.
    pub format: Option<WeightFormat>,
    /// What kind of price it is.
    pub kind: PriceKind,
    /// The first day on which it holds; absent where only the day it was read is known.
    pub effective_from: Option<PartialDate>,
    /// The first day on which it no longer holds; absent where the next record ends it, or nothing does.
    pub effective_until: Option<PartialDate>,
    /// Input tokens.
    pub input_usd_per_mtok: f64,
    /// Output tokens.
    pub output_usd_per_mtok: f64,
    /// Input tokens read from the provider's cache.
    pub cached_input_usd_per_mtok: Option<f64>,
    /// Input tokens written to the provider's cache.
    pub cache_write_usd_per_mtok: Option<f64>,
    /// Input and output tokens of requests that may wait.
    pub batch: Option<BatchPrice>,
    /// Prices of long requests, by ascending length.
    pub tiers: Vec<PriceTier>,
    /// Where all this comes from.
    pub provenance: Provenance,
}

/// What kind of price a price is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PriceKind {
    /// The list price.
    #[default]
    List,
    /// A promotion that ends.
    Promotion,
    /// A price for customers of a model that others can no longer choose.
    Legacy,
    /// Read in a collection whose date is that of the import, not of the price.
    Imported,
}

/// Prices of requests that may wait, in USD per 10⁶ tokens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BatchPrice {
    /// Input tokens.
    pub input_usd_per_mtok: f64,
    /// Output tokens.
    pub output_usd_per_mtok: f64,
}

/// Prices of requests above a length; they hold for all tokens of such a request.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PriceTier {
    /// Requests with more input tokens than this pay these prices.
    pub above_input_tokens: u64,
    /// Input tokens.
    pub input_usd_per_mtok: f64,
    /// Output tokens.
    pub output_usd_per_mtok: f64,
    /// Input tokens read from the cache.
    pub cached_input_usd_per_mtok: Option<f64>,
    /// Input tokens written to the cache.
    pub cache_write_usd_per_mtok: Option<f64>,
}

impl ApiPrice {
    /// The date from which the price is known to hold.
    pub fn start(&self) -> PartialDate {
        self.effective_from.unwrap_or(self.provenance.record.as_of)
    }

    /// Whether the price holds at `date`, as far as this record alone says.
    pub fn may_hold_at(&self, date: PartialDate) -> bool {
        holds(self.start(), self.effective_until, date)
    }
}

/// Whether something that begins at `from` and ends before `until` holds on the earliest day of `date`.
pub(super) fn holds(from: PartialDate, until: Option<PartialDate>, date: PartialDate) -> bool {
    let day = date.earliest();
    from.earliest() <= day && until.is_none_or(|until| day < until.earliest())
}
