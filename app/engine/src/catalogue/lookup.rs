//! The catalogue itself: records by kind, found by id, alias, date or search.

use std::collections::BTreeMap;
use std::sync::Arc;

use weighbridge_units::PartialDate;

use super::search::{Query, fold};
use super::{
    ApiPrice, Assumption, AssumptionGroup, Benchmark, Framework, Hardware, HardwareId, Model,
    ModelId, Provenance, Provider, ProviderId, Rent, Score, ScoreGroup, Term,
};
use crate::serving::Estimator;

/// Id of the framework that new decisions start with.
const DEFAULT_FRAMEWORK: &str = "open-or-proprietary";

/// Records of every kind, in any order, not yet a catalogue.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Records {
    /// Models.
    pub models: Vec<Model>,
    /// Sellers of tokens and of hours.
    pub providers: Vec<Provider>,
    /// Prices of tokens.
    pub prices: Vec<ApiPrice>,
    /// Accelerators and machines.
    pub hardware: Vec<Hardware>,
    /// Prices of hours.
    pub rents: Vec<Rent>,
    /// Benchmarks.
    pub benchmarks: Vec<Benchmark>,
    /// Tables of scores.
    pub groups: Vec<ScoreGroup>,
    /// Scores.
    pub scores: Vec<Score>,
    /// Figures about operations.
    pub assumptions: Vec<Assumption>,
    /// How decisions are structured.
    pub frameworks: Vec<Framework>,
}

/// Something with an id and a provenance.
pub trait Record {
    /// The id, unique among records of its kind.
    fn id(&self) -> &str;
    /// The name to show; the id where it has no name.
    fn name(&self) -> &str;
    /// Other spellings by which it is found.
    fn aliases(&self) -> &[String];
    /// Where it comes from.
    fn provenance(&self) -> &Provenance;
}

macro_rules! records {
    ($($record:ty { $name:ident, $aliases:expr })+) => {$(
        impl Record for $record {
            fn id(&self) -> &str {
                self.id.as_str()
            }
            fn name(&self) -> &str {
                let record = self;
                records!(@name record $name)
            }
            fn aliases(&self) -> &[String] {
                let aliases: fn(&$record) -> &[String] = $aliases;
                aliases(self)
            }
            fn provenance(&self) -> &Provenance {
                &self.provenance
            }
        }
    )+};
    (@name $record:ident id) => { $record.id.as_str() };
    (@name $record:ident $field:ident) => { &$record.$field };
}

records! {
    Model { name, |record| &record.aliases }
    Provider { name, |record| &record.aliases }
    ApiPrice { id, |_| &[] }
    Hardware { name, |record| &record.aliases }
    Rent { id, |_| &[] }
    Benchmark { name, |record| &record.aliases }
    ScoreGroup { name, |_| &[] }
    Score { id, |_| &[] }
    Assumption { subject, |_| &[] }
    Framework { id, |_| &[] }
}

/// The facts of the program and of the user's own presets.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    date: PartialDate,
    records: Records,
    models: Index,
    providers: Index,
    hardware: Index,
    benchmarks: Index,
    assumptions: Index,
    estimator: Option<Arc<Estimator>>,
}

impl Catalogue {
    /// A catalogue of the day `date`. Of records with one id, the later one counts.
    pub fn new(date: PartialDate, records: Records) -> Catalogue {
        let records = Records {
            models: unique(records.models),
            providers: unique(records.providers),
            prices: unique(records.prices),
            hardware: unique(records.hardware),
            rents: unique(records.rents),
            benchmarks: unique(records.benchmarks),
            groups: unique(records.groups),
            scores: unique(records.scores),
            assumptions: unique(records.assumptions),
            frameworks: unique(records.frameworks),
        };
        Catalogue {
            date,
            models: Index::new(&records.models),
            providers: Index::new(&records.providers),
            hardware: Index::new(&records.hardware),
            benchmarks: Index::new(&records.benchmarks),
            assumptions: Index::new(&records.assumptions),
            records,
            estimator: None,
        }
    }

    /// The same catalogue with what tells how fast models run; options made from it carry its
    /// estimates.
    #[must_use]
    pub fn with_estimator(mut self, estimator: Arc<Estimator>) -> Catalogue {
        self.estimator = Some(estimator);
        self
    }

    /// What tells how fast models run, where the catalogue has it.
    pub fn estimator(&self) -> Option<&Estimator> {
        self.estimator.as_deref()
    }

    /// This catalogue with more records, which replace those of the same id.
    ///
    /// The date stays that of the built-in records.
    #[must_use]
    pub fn layered(self, more: Records) -> Catalogue {
        let mut records = self.records;
        records.models.extend(more.models);
        records.providers.extend(more.providers);
        records.prices.extend(more.prices);
        records.hardware.extend(more.hardware);
        records.rents.extend(more.rents);
        records.benchmarks.extend(more.benchmarks);
        records.groups.extend(more.groups);
        records.scores.extend(more.scores);
        records.assumptions.extend(more.assumptions);
        records.frameworks.extend(more.frameworks);
        Catalogue {
            estimator: self.estimator,
            ..Catalogue::new(self.date, records)
        }
    }

    /// The day the built-in records were last checked; a date after it lies in the future.
    pub const fn date(&self) -> PartialDate {
        self.date
    }

    /// Every record, by kind, each kind in the order of its ids.
    pub const fn records(&self) -> &Records {
        &self.records
    }

    /// The model of this id, alias or name.
    pub fn model(&self, name: &str) -> Option<&Model> {
        self.models.find(&self.records.models, name)
    }

    /// The provider of this id, alias or name.
    pub fn provider(&self, name: &str) -> Option<&Provider> {
        self.providers.find(&self.records.providers, name)
    }

    /// The hardware of this id, alias or name.
    pub fn hardware(&self, name: &str) -> Option<&Hardware> {
        self.hardware.find(&self.records.hardware, name)
    }

    /// The benchmark of this id, alias or name.
    pub fn benchmark(&self, name: &str) -> Option<&Benchmark> {
        self.benchmarks.find(&self.records.benchmarks, name)
    }

    /// The assumption of this id.
    pub fn assumption(&self, id: &str) -> Option<&Assumption> {
        self.assumptions.find(&self.records.assumptions, id)
    }

    /// The assumptions of a group.
    pub fn assumptions(&self, group: AssumptionGroup) -> impl Iterator<Item = &Assumption> {
        self.records
            .assumptions
            .iter()
            .filter(move |record| record.group == group)
    }

    /// Every framework, in the order of their ids.
    pub fn frameworks(&self) -> &[Framework] {
        &self.records.frameworks
    }

    /// The framework of this id.
    pub fn framework(&self, id: &str) -> Option<&Framework> {
        let mut frameworks = self.records.frameworks.iter();
        frameworks.find(|framework| framework.id == id)
    }

    /// The framework that new decisions start with: the built-in one, else the first there is.
    pub fn default_framework(&self) -> Option<&Framework> {
        self.framework(DEFAULT_FRAMEWORK)
            .or_else(|| self.records.frameworks.first())
    }

    /// Models that somebody who decides at `date` can choose.
    pub fn models_on_sale(&self, date: PartialDate) -> impl Iterator<Item = &Model> {
        self.records
            .models
            .iter()
            .filter(move |model| model.on_sale_at(date))
    }

    /// The newest model of a price tier that is on sale at `date`.
    pub fn newest_of_tier(&self, tier: &str, date: PartialDate) -> Option<&Model> {
        self.models_on_sale(date)
            .filter(|model| model.tier.as_deref() == Some(tier))
            .max_by_key(|model| model.sold_from.or(model.released))
    }

    /// Every dated price of a model, by provider, offer and date.
    pub fn prices(&self, model: &ModelId) -> Vec<&ApiPrice> {
        let mut prices: Vec<&ApiPrice> = self
            .records
            .prices
            .iter()
            .filter(|price| price.model == *model)
            .collect();
        prices.sort_by_key(|price| (&price.provider, &price.offer, price.start()));
        prices
    }

    /// The price of a provider's standard offer of a model at `date`.
    pub fn price_at(
        &self,
        provider: &ProviderId,
        model: &ModelId,
        date: PartialDate,
    ) -> Option<&ApiPrice> {
        self.offer_at(provider, model, None, date)
    }

    /// The price of an offer of a provider at `date`: of the records that hold, the latest to begin.
    pub fn offer_at(
        &self,
        provider: &ProviderId,
        model: &ModelId,
        offer: Option<&str>,
        date: PartialDate,
    ) -> Option<&ApiPrice> {
        let latest = self
            .records
            .prices
            .iter()
            .filter(|price| {
                price.provider == *provider
                    && price.model == *model
                    && price.offer.as_deref() == offer
            })
            .filter(|price| price.start().earliest() <= date.earliest())
            .max_by_key(|price| price.start())?;
        latest.may_hold_at(date).then_some(latest)
    }

    /// What a model's tokens cost at `date`: one price for each provider and offer, cheapest input first.
    pub fn prices_at(&self, model: &ModelId, date: PartialDate) -> Vec<&ApiPrice> {
        let mut latest: BTreeMap<(&ProviderId, Option<&str>), &ApiPrice> = BTreeMap::new();
        for price in self.prices(model) {
            if price.start().earliest() <= date.earliest() {
                latest.insert((&price.provider, price.offer.as_deref()), price);
            }
        }
        let mut prices: Vec<&ApiPrice> = latest
            .into_values()
            .filter(|price| price.may_hold_at(date))
            .collect();
        prices.sort_by(|one, other| {
            one.input_usd_per_mtok
                .total_cmp(&other.input_usd_per_mtok)
                .then_with(|| one.id.cmp(&other.id))
        });
        prices
    }

    /// The first day on which a price no longer holds: its own end, or the start of the next
    /// record of the same offer.
    pub fn price_until(&self, price: &ApiPrice) -> Option<PartialDate> {
        let next = self
            .records
            .prices
            .iter()
            .filter(|other| {
                other.provider == price.provider
                    && other.model == price.model
                    && other.offer == price.offer
            })
            .map(ApiPrice::start)
            .filter(|start| *start > price.start())
            .min();
        match (price.effective_until, next) {
            (Some(own), Some(next)) => Some(own.min(next)),
            (own, next) => own.or(next),
        }
    }

    /// What an hour of a piece of hardware costs at `date`, cheapest first; under one term, or all.
    ///
    /// Of several records of one provider, machine, region and term, the latest to begin counts.
    pub fn rents(
        &self,
        hardware: &HardwareId,
        term: Option<Term>,
        date: PartialDate,
    ) -> Vec<&Rent> {
        let mut latest: BTreeMap<_, &Rent> = BTreeMap::new();
        let mut of_hardware: Vec<&Rent> = self
            .records
            .rents
            .iter()
            .filter(|rent| rent.hardware == *hardware && term.is_none_or(|term| term == rent.term))
            .filter(|rent| rent.start().earliest() <= date.earliest())
            .collect();
        of_hardware.sort_by_key(|rent| rent.start());
        for rent in of_hardware {
            latest.insert(
                (
                    &rent.provider,
                    &rent.instance,
                    rent.gpus_per_instance,
                    &rent.region,
                    rent.term,
                ),
                rent,
            );
        }
        let mut rents: Vec<&Rent> = latest
            .into_values()
            .filter(|rent| rent.may_hold_at(date))
            .collect();
        rents.sort_by(|one, other| {
            one.usd_per_gpu_hour
                .total_cmp(&other.usd_per_gpu_hour)
                .then_with(|| one.id.cmp(&other.id))
        });
        rents
    }

    /// Every score of a model.
    pub fn scores(&self, model: &ModelId) -> impl Iterator<Item = &Score> {
        self.records
            .scores
            .iter()
            .filter(move |score| score.model == *model)
    }

    /// The tables of scores.
    pub fn groups(&self) -> &[ScoreGroup] {
        &self.records.groups
    }

    /// Models that meet what somebody typed, best first.
    pub fn search_models(&self, text: &str) -> Vec<&Model> {
        search(&self.records.models, text, |model| {
            vec![&model.vendor, &model.family]
        })
    }

    /// Hardware that meets what somebody typed, best first.
    pub fn search_hardware(&self, text: &str) -> Vec<&Hardware> {
        search(&self.records.hardware, text, |hardware| {
            vec![&hardware.vendor]
        })
    }

    /// Providers that meet what somebody typed, best first.
    pub fn search_providers(&self, text: &str) -> Vec<&Provider> {
        search(&self.records.providers, text, |_| Vec::new())
    }

    /// Prices whose model or provider meets what somebody typed and that hold at `date`, best first.
    pub fn search_prices(&self, text: &str, date: PartialDate) -> Vec<&ApiPrice> {
        let query = Query::new(text);
        let mut found: Vec<(u32, &ApiPrice)> = Vec::new();
        for model in &self.records.models {
            for price in self.prices_at(&model.id, date) {
                let mut texts = own_texts(model);
                texts.extend([model.vendor.as_str(), price.provider.as_str()]);
                texts.extend(
                    self.provider(price.provider.as_str())
                        .map(|provider| provider.name.as_str()),
                );
                texts.extend(price.offer.as_deref());
                texts.extend(price.name_at_provider.as_deref());
                found.extend(query.rank(texts).map(|rank| (rank, price)));
            }
        }
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, price)| price).collect()
    }
}

/// Where records stand, by id and by other spelling.
#[derive(Debug, Clone, PartialEq, Default)]
struct Index {
    by_id: BTreeMap<String, usize>,
    by_spelling: BTreeMap<String, usize>,
}

impl Index {
    fn new<R: Record>(records: &[R]) -> Index {
        let mut index = Index::default();
        for (place, record) in records.iter().enumerate() {
            index.by_id.insert(record.id().to_owned(), place);
        }
        for (place, record) in records.iter().enumerate() {
            let spellings = record.aliases().iter().map(String::as_str);
            for spelling in spellings.chain([record.name(), record.id()]) {
                index.by_spelling.entry(fold(spelling)).or_insert(place);
            }
        }
        index
    }

    fn find<'a, R: Record>(&self, records: &'a [R], name: &str) -> Option<&'a R> {
        let place = self
            .by_id
            .get(name)
            .or_else(|| self.by_spelling.get(&fold(name)))?;
        records.get(*place)
    }
}

/// Records in the order of their ids, the last of each id only.
fn unique<R: Record>(records: Vec<R>) -> Vec<R> {
    let by_id: BTreeMap<String, R> = records
        .into_iter()
        .map(|record| (record.id().to_owned(), record))
        .collect();
    by_id.into_values().collect()
}

/// The texts by which a record is found, its name first.
fn own_texts<R: Record>(record: &R) -> Vec<&str> {
    let mut texts = vec![record.name(), record.id()];
    texts.extend(record.aliases().iter().map(String::as_str));
    texts
}

fn search<'a, R: Record>(
    records: &'a [R],
    text: &str,
    more: impl Fn(&R) -> Vec<&String>,
) -> Vec<&'a R> {
    let query = Query::new(text);
    let mut found: Vec<(u32, &R)> = records
        .iter()
        .filter_map(|record| {
            let more = more(record);
            let texts = own_texts(record)
                .into_iter()
                .chain(more.iter().map(|text| text.as_str()));
            Some((query.rank(texts)?, record))
        })
        .collect();
    found.sort_by(|(one_rank, one), (other_rank, other)| {
        one_rank
            .cmp(other_rank)
            .then_with(|| fold(one.name()).cmp(&fold(other.name())))
    });
    found.into_iter().map(|(_, record)| record).collect()
}
