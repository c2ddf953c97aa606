//! What can be chosen from the catalogue, as rows of a picker.

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::{
    ApiPrice, Catalogue, Hardware, HardwareClass, HardwareId, Model, ModelId, PriceId, PriceKind,
    Provenance, ProviderClass, Rent, RentId, Sale, Term, WeightFormat, Weights,
};
use weighbridge_engine::scenario::{Deployment, OptionId, Plan};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Currency, Message, PartialDate, Unit};

use crate::pages::Page;
use crate::widgets::Entry;

/// What a row stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Choice {
    /// A model.
    Model(ModelId),
    /// A price of its tokens.
    Price(PriceId),
    /// A format of its weights.
    Format(WeightFormat),
    /// A rent of accelerators.
    Rent(RentId),
    /// A machine.
    Machine(HardwareId),
    /// An option of the case, as a part of a cascade.
    Part(OptionId),
    /// No second part: samples are drawn of the first.
    NoPart,
}

/// Rows, and what each stands for.
#[derive(Debug, Clone, Default)]
pub(super) struct Entries {
    /// The rows.
    pub(super) rows: Vec<Entry>,
    /// What they stand for.
    pub(super) choices: Vec<Choice>,
}

impl Entries {
    fn push(&mut self, entry: Entry, choice: Choice) {
        self.rows.push(entry);
        self.choices.push(choice);
    }
}

/// Where rows come from and how they are written.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    /// The records.
    pub(super) catalogue: &'a Catalogue,
    /// The case; prices and sale are taken at its date.
    pub(super) scenario: &'a Scenario,
    /// The words.
    pub(super) text: Text,
}

impl<'a> Source<'a> {
    /// The records and the case of a page.
    pub(super) fn of(page: &Page<'a>) -> Source<'a> {
        let session = page.session;
        Source {
            catalogue: session.catalogue(),
            scenario: session.scenario(),
            text: page.text,
        }
    }
}

impl Source<'_> {
    fn date(&self) -> PartialDate {
        self.scenario.question.date
    }

    /// Models for a kind of option, the newest first; those no longer sold only where asked for.
    pub(super) fn models(&self, kind: Deployment, also_ended: bool) -> Entries {
        let by_token = matches!(
            kind,
            Deployment::ProprietaryApi | Deployment::HostedOpenModel
        );
        let weights = match kind {
            Deployment::ProprietaryApi => Weights::Closed,
            _ => Weights::Open,
        };
        let mut found: Vec<(bool, &Model, String)> = Vec::new();
        for model in &self.catalogue.records().models {
            let is_ended = match model.sale_at(self.date()) {
                Sale::Current | Sale::EndsOn(_) => false,
                Sale::Ended(_) => true,
                Sale::NotYet(_) | Sale::Never => continue,
            };
            if model.weights != weights || (is_ended && !also_ended) {
                continue;
            }
            let figure = if by_token {
                self.prices_of(model)
                    .first()
                    .map(|price| self.both_prices(price))
            } else {
                let size = model.parameters_total();
                size.map(|count| self.text.quantity(count / 1e9, Unit::BILLION_PARAMETERS))
            };
            found.extend(figure.map(|figure| (is_ended, model, figure)));
        }
        found.sort_by(|(one_ended, one, _), (other_ended, other, _)| {
            let newest = other.released.cmp(&one.released);
            one_ended
                .cmp(other_ended)
                .then(newest)
                .then_with(|| one.name.cmp(&other.name))
        });
        let mut entries = Entries::default();
        for (_, model, figure) in found {
            let entry = Entry {
                title: model.name.clone(),
                note: self.model_note(model),
                figure,
                aliases: format!("{} {} {}", model.id, model.family, model.aliases.join(" ")),
            };
            entries.push(entry, Choice::Model(model.id.clone()));
        }
        entries
    }

    fn model_note(&self, model: &Model) -> String {
        let text = self.text;
        let weights = match model.weights {
            Weights::Open => "options-weights-open",
            _ => "options-weights-closed",
        };
        let context = model.context_tokens.map(|tokens| {
            let tokens = text.compact(tokens as f64);
            text.format("options-context-short", &[("tokens", Arg::from(tokens))])
        });
        let parts = [
            Some(model.vendor.clone()).filter(|vendor| !vendor.is_empty()),
            Some(text.get(weights).into_owned()),
            context,
            self.sale_words(model),
            self.own_words(&model.provenance),
        ];
        join(parts)
    }

    /// Where a model stands in its life, where that is worth a word.
    pub(super) fn sale_words(&self, model: &Model) -> Option<String> {
        let (key, date) = match model.sale_at(self.date()) {
            Sale::EndsOn(date) => ("options-sold-until", date),
            Sale::Ended(date) => ("options-sold-no-longer", date),
            Sale::NotYet(date) => ("options-sold-from", date),
            Sale::Current | Sale::Never => return None,
        };
        let date = self.text.short_date(date);
        Some(self.text.format(key, &[("date", Arg::from(date))]))
    }

    fn own_words(&self, provenance: &Provenance) -> Option<String> {
        provenance
            .is_users()
            .then(|| self.text.get("options-own-record").into_owned())
    }

    /// Prices of a model at the case's date; of one no longer sold, those it last had.
    fn prices_of(&self, model: &Model) -> Vec<&ApiPrice> {
        let now = self.catalogue.prices_at(&model.id, self.date());
        let is_ended = matches!(model.sale_at(self.date()), Sale::Ended(_));
        if now.is_empty() && is_ended {
            return self.catalogue.prices(&model.id);
        }
        now
    }

    /// The prices of a model's tokens.
    pub(super) fn prices(&self, model: &ModelId) -> Entries {
        let text = self.text;
        let mut entries = Entries::default();
        let Some(model) = self.catalogue.model(model.as_str()) else {
            return entries;
        };
        for price in self.prices_of(model) {
            let provider = self.provider_name(price.provider.as_str());
            let title = match &price.offer {
                Some(offer) => format!("{provider}, {offer}"),
                None => provider,
            };
            let kind = match price.kind {
                PriceKind::List => None,
                PriceKind::Promotion => Some("options-price-promotion"),
                PriceKind::Legacy => Some("options-price-legacy"),
                PriceKind::Imported => Some("options-price-imported"),
            };
            let since = Arg::from(text.short_date(price.start()));
            let parts = [
                Some(text.format("options-price-since", &[("date", since)])),
                kind.map(|key| text.get(key).into_owned()),
                price.format.map(|format| format.name().to_owned()),
                Some(self.quality(&price.provenance)),
                self.age_words(&price.provenance),
                self.own_words(&price.provenance),
            ];
            let entry = Entry {
                title,
                note: join(parts),
                figure: self.both_prices(price),
                aliases: price.id.to_string(),
            };
            entries.push(entry, Choice::Price(price.id.clone()));
        }
        entries
    }

    fn both_prices(&self, price: &ApiPrice) -> String {
        two_prices(
            self.text,
            price.input_usd_per_mtok,
            price.output_usd_per_mtok,
        )
    }

    fn provider_name(&self, id: &str) -> String {
        let known = self.catalogue.provider(id);
        known.map_or_else(|| id.to_owned(), |provider| provider.name.clone())
    }

    fn quality(&self, provenance: &Provenance) -> String {
        let key = format!("quality-{}", provenance.record.quality.key());
        self.text.get(&key).into_owned()
    }

    fn age_words(&self, provenance: &Provenance) -> Option<String> {
        provenance
            .is_old(self.date())
            .then(|| self.text.get("options-old-record").into_owned())
    }

    /// The formats a model's weights can have, with the memory they take.
    pub(super) fn formats(&self, kind: Deployment, model: &ModelId) -> Entries {
        let mut entries = Entries::default();
        let Some(model) = self.catalogue.model(model.as_str()) else {
            return entries;
        };
        let mut formats = WeightFormat::ALL.to_vec();
        if kind == Deployment::OnDevice {
            formats.sort_by_key(|format| !format.is_gguf());
        }
        for format in formats {
            let bits = self.text.quantity(format.bits_per_weight(), Unit::NONE);
            let native = model.native_format == Some(format);
            let parts = [
                Some(
                    self.text
                        .format("options-bits", &[("bits", Arg::from(bits))]),
                ),
                native.then(|| self.text.get("options-native-format").into_owned()),
            ];
            let bytes = model.weights_bytes(format);
            let entry = Entry {
                title: format.name().to_owned(),
                note: join(parts),
                figure: bytes.map_or_else(String::new, |bytes| self.text.bytes(bytes)),
                ..Entry::default()
            };
            entries.push(entry, Choice::Format(format));
        }
        entries
    }

    /// What accelerators cost by the hour, by machine, the cheapest first.
    pub(super) fn rents(&self) -> Entries {
        let mut machines: Vec<&Hardware> = self.catalogue.records().hardware.iter().collect();
        machines.sort_by(|one, other| {
            one.class
                .cmp(&other.class)
                .then_with(|| one.name.cmp(&other.name))
        });
        let mut entries = Entries::default();
        for machine in machines {
            for rent in self.catalogue.rents(&machine.id, None, self.date()) {
                let provider = self.provider_name(rent.provider.as_str());
                let entry = Entry {
                    title: format!("{}, {provider}", machine.name),
                    note: self.rent_note(rent),
                    figure: dollars(self.text, rent.usd_per_gpu_hour),
                    aliases: format!("{} {}", rent.id, machine.aliases.join(" ")),
                };
                entries.push(entry, Choice::Rent(rent.id.clone()));
            }
        }
        entries
    }

    fn rent_note(&self, rent: &Rent) -> String {
        let text = self.text;
        let term = text
            .get(&format!("rent-term-{}", rent.term.key()))
            .into_owned();
        let term = match rent.term {
            Term::Reserved { months } => {
                let months = text.format("count-months", &[("count", Arg::from(months))]);
                format!("{term}, {months}")
            }
            _ => term,
        };
        let provider = self.catalogue.provider(rent.provider.as_str());
        let is_index = provider.is_some_and(|provider| provider.class == ProviderClass::Index);
        let since = Arg::from(text.short_date(rent.start()));
        let parts = [
            is_index.then(|| text.get("provider-class-index").into_owned()),
            Some(term),
            rent.instance.clone(),
            rent.region.clone(),
            Some(text.format("options-price-since", &[("date", since)])),
            Some(self.quality(&rent.provenance)),
            self.age_words(&rent.provenance),
            self.own_words(&rent.provenance),
        ];
        join(parts)
    }

    /// Machines that can be owned, or that users have.
    pub(super) fn machines(&self, kind: Deployment) -> Entries {
        let fits = |machine: &Hardware| match machine.class {
            HardwareClass::Datacentre => kind == Deployment::OnPremises,
            HardwareClass::Workstation => true,
            HardwareClass::System => kind == Deployment::OnPremises || machine.gpus == 1,
            HardwareClass::Consumer | HardwareClass::Apple => kind == Deployment::OnDevice,
        };
        let mut machines: Vec<&Hardware> = self
            .catalogue
            .records()
            .hardware
            .iter()
            .filter(|machine| fits(machine))
            .collect();
        machines.sort_by(|one, other| {
            one.class
                .cmp(&other.class)
                .then_with(|| one.name.cmp(&other.name))
        });
        let mut entries = Entries::default();
        for machine in machines {
            let class = self
                .text
                .get(&format!("hardware-class-{}", machine.class.key()));
            let memory = self.text.bytes(machine.memory_gb * 1e9);
            let memory = match machine.gpus {
                0 | 1 => memory,
                gpus => format!("{gpus} × {memory}"),
            };
            let parts = [
                Some(class.into_owned()),
                Some(memory),
                Some(self.quality(&machine.provenance)),
                self.age_words(&machine.provenance),
                self.own_words(&machine.provenance),
            ];
            let price = machine
                .price
                .as_ref()
                .map(|price| dollars(self.text, price.base_usd));
            let entry = Entry {
                title: machine.name.clone(),
                note: join(parts),
                figure: price.unwrap_or_else(|| self.text.get("options-no-price").into_owned()),
                aliases: format!(
                    "{} {} {}",
                    machine.id,
                    machine.vendor,
                    machine.aliases.join(" ")
                ),
            };
            entries.push(entry, Choice::Machine(machine.id.clone()));
        }
        entries
    }

    /// Options that a cascade can ask; `or_none` offers to ask nothing further.
    pub(super) fn parts(&self, besides: Option<&OptionId>, or_none: bool) -> Entries {
        let mut entries = Entries::default();
        if or_none {
            let entry = Entry {
                title: self.text.get("options-no-part").into_owned(),
                note: self.text.get("options-no-part.help").into_owned(),
                ..Entry::default()
            };
            entries.push(entry, Choice::NoPart);
        }
        for option in &self.scenario.options {
            if matches!(option.plan, Plan::Cascade(_)) || Some(&option.id) == besides {
                continue;
            }
            let kind = format!("deployment-{}", option.deployment().key());
            let entry = Entry {
                title: option.name.clone(),
                note: self.text.get(&kind).into_owned(),
                ..Entry::default()
            };
            entries.push(entry, Choice::Part(option.id.clone()));
        }
        entries
    }
}

/// Input and output prices of a million tokens, in dollars.
pub(super) fn two_prices(text: Text, input: f64, output: f64) -> String {
    format!("{} · {}", dollars(text, input), dollars(text, output))
}

/// An amount in dollars, as price lists write it: prices are typed in dollars too.
pub(super) fn dollars(text: Text, usd: f64) -> String {
    let digits = if usd >= 1_000.0 {
        Digits::WHOLE
    } else {
        Digits::Between(2, 4)
    };
    text.amount(usd, Currency::Usd, digits)
}

/// The words of a price for a million tokens.
pub(super) fn per_million(text: Text, input: f64, output: f64) -> String {
    let message = Message::new("options-price-per-million")
        .with("input", dollars(text, input))
        .with("output", dollars(text, output));
    text.render(&message)
}

fn join(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}
