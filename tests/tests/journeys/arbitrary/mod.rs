//! Scenarios of any shape, from a seed.
//!
//! Every field holds an allowed value of any origin, every list any length, every text anything a
//! client may type.

#![allow(dead_code)] // each test file uses its part

mod measurements;
mod priorities;
mod runs;

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Quality;
use weighbridge_engine::figure::{
    FieldSpec, Figure, FigureGroup, Origin, PresetOrigin, Range, RangeReading, RangeShape,
};
use weighbridge_engine::scenario::{
    Api, Billing, CapabilityScore, Cascade, CascadeMode, ContextTier, Correlation,
    CustomisationMethod, DataPlace, DecisionOption, Device, MeasuredAs, ModelFacts, OptionId,
    Owned, Plan, PriceLaw, Purchase, Rented, Retirement, Sampling, SamplingMethod, SelfHosted,
    Successor, ThroughputSource, VolumeDiscount,
};
use weighbridge_engine::serving::DeviceClass;
use weighbridge_units::{Currency, PartialDate};

/// Numbers that follow from a seed (SplitMix64: Steele, Lea and Flood 2014).
pub(crate) struct Seed(pub(crate) u64);

impl Seed {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A whole number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Whether something happens that happens once in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn pick<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())].clone()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Seed) -> T) -> Option<T> {
        if self.once_in(2) {
            Some(make(self))
        } else {
            None
        }
    }

    fn many<T>(&mut self, most: usize, mut make: impl FnMut(&mut Seed) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    /// Anything a client may type.
    pub(crate) fn text(&mut self) -> String {
        const TEXTS: [&str; 12] = [
            "",
            "Support assistant",
            "a \"quoted\" name",
            "back\\slash",
            "two\nlines",
            "tab\tand\r\nreturn",
            "Orçamento – “3º trimestre”",
            "价格",
            "// no comment (a: 1, [",
            "\u{0}\u{1b}\u{7f}\u{85}\u{2028}",
            "\u{feff}mark",
            "😀 None",
        ];
        self.pick(&TEXTS).to_owned()
    }

    /// A date as precise as it happens to be known.
    pub(crate) fn date(&mut self) -> PartialDate {
        let (year, month, day) = (
            2019 + self.below(10),
            1 + self.below(12),
            1 + self.below(28),
        );
        let text = match self.below(4) {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("by {year}-{month:02}-{day:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        PartialDate::parse(&text).unwrap()
    }

    fn value(&mut self, spec: &FieldSpec) -> f64 {
        let value = match self.below(6) {
            0 => spec.min,
            1 => spec.max,
            2 => spec.start,
            // Near the lower end, where values of wide fields lie in life.
            3 => spec.min + (spec.max - spec.min) * self.share() * 1e-6,
            _ => spec.min + (spec.max - spec.min) * self.share(),
        };
        let value = value.clamp(spec.min, spec.max);
        if spec.whole {
            value.floor().max(spec.min)
        } else {
            value
        }
    }

    fn origin(&mut self) -> Origin {
        match self.below(6) {
            0 => Origin::Default,
            1 => Origin::Measured {
                run: self.text(),
                on: self.maybe(Seed::date),
            },
            2 => Origin::Entered {
                by: self.maybe(Seed::text),
                on: self.maybe(Seed::date),
            },
            3 => Origin::Estimated {
                method: self.text(),
                error_share: self.maybe(Seed::share),
            },
            _ => Origin::Preset(PresetOrigin {
                record: self
                    .pick(&["openai/gpt-4o/2024-10-02", "h100-sxm", "a \"b\""])
                    .to_owned(),
                field: self.text(),
                source: self.pick(&["price page", "copy", ""]).to_owned(),
                as_of: self.date(),
                quality: self.pick(&Quality::ALL),
            }),
        }
    }

    /// An allowed figure of a field.
    pub(crate) fn figure(&mut self, spec: &FieldSpec) -> Figure {
        if self.once_in(4) {
            return Figure::starting(spec);
        }
        if self.once_in(4) {
            return Figure::entered(self.value(spec));
        }
        let value = self.value(spec);
        let range = self.maybe(|seed| seed.range(spec, value));
        Figure {
            value,
            origin: self.origin(),
            range,
        }
    }

    /// A range around a value that can be drawn from.
    fn range(&mut self, spec: &FieldSpec, value: f64) -> Range {
        let (low, high) = (self.share(), self.share());
        let low = (value - (value - spec.min) * low).clamp(spec.min, value);
        let high = (value + (spec.max - value) * high).clamp(value, spec.max);
        let shape = match self.below(16) {
            0 => RangeShape::Uniform,
            1 => RangeShape::Triangular,
            2 => RangeShape::Pert,
            3 => RangeShape::Normal,
            4 if low > 0.0 => RangeShape::Lognormal,
            5 => RangeShape::Trigen,
            6 => RangeShape::Cases(vec![(high, 0.25), (low, 0.125), (value, 0.625)]),
            _ => RangeShape::Usual,
        };
        let reading = match self.below(2) {
            0 if shape.takes_bounds() => RangeReading::Bounds,
            _ => RangeReading::Percentiles10And90,
        };
        let quantities = ["work.interface.implementation_usd", "a \"b\"", "😀"];
        let quantity = self.once_in(4).then(|| self.pick(&quantities).to_owned());
        Range {
            shape,
            quantity,
            ..Range::new(low, high, reading)
        }
    }

    fn sampling(&mut self) -> Sampling {
        if self.once_in(3) {
            return Sampling::default();
        }
        let ids = ["a", "b \"c\"", "workload.requests_per_month", "d#base"];
        // Weak enough that no three contradict each other.
        let mut correlations = Vec::new();
        for (place, first) in ids.iter().enumerate() {
            for second in &ids[place + 1..] {
                if self.once_in(3) {
                    correlations.push(Correlation {
                        first: (*first).to_owned(),
                        second: (*second).to_owned(),
                        rank: self.share() - 0.5,
                    });
                }
            }
        }
        correlations.truncate(2);
        Sampling {
            draws: 2 + self.below(999_999) as u32,
            seed: self.next() >> self.below(64),
            method: self.pick(&SamplingMethod::ALL),
            dimensions: ids[self.below(4)..]
                .iter()
                .map(|id| (*id).to_owned())
                .collect(),
            correlations,
        }
    }

    fn group<G: FigureGroup + Default>(&mut self) -> G {
        let mut group = G::default();
        if self.once_in(3) {
            return group;
        }
        for spec in G::SPECS {
            let figure = self.figure(spec);
            if let Some(place) = group.get_mut(spec.name) {
                *place = figure;
            }
        }
        group
    }

    fn model(&mut self) -> ModelFacts {
        ModelFacts {
            id: self.text(),
            name: self.text(),
            vendor: self.text(),
            open_weights: self.once_in(2),
            licence: self.text(),
            licence_clauses: self.many(2, Seed::text),
            languages: self.many(2, Seed::text),
            context_tokens: self.maybe(|seed| seed.next() >> seed.below(64)),
            released: self.maybe(Seed::date),
        }
    }

    fn api(&mut self) -> Api {
        let mut limit = 0.0;
        let tiers = self.many(3, |seed| {
            limit += 1.0 + seed.share() * 1e6;
            let mut tier: ContextTier = seed.group();
            tier.above_input_tokens = Figure::entered(limit);
            tier
        });
        let mut limit = 0.0;
        let volume_discounts = self.many(3, |seed| {
            limit += 1.0 + seed.share() * 1e6;
            let mut step: VolumeDiscount = seed.group();
            step.from_usd_per_month = Figure::entered(limit);
            step
        });
        Api {
            provider: self.text(),
            price_id: self.maybe(Seed::text),
            token_plan: self.group(),
            tiers,
            volume_discounts,
            price_law: self.pick(&PriceLaw::ALL),
            retirement: self.maybe(|seed| Retirement {
                sold_until: seed.date(),
                successor_name: seed.maybe(Seed::text),
                successor: seed.maybe(Seed::group::<Successor>),
            }),
            speed: self.group(),
        }
    }

    fn hosting(&mut self) -> SelfHosted {
        SelfHosted {
            hardware_id: self.maybe(Seed::text),
            hardware_name: self.text(),
            weight_format: self.pick(&["", "BF16", "Q4_K_M", "of our own"]).to_owned(),
            engine: self.pick(&["", "vllm", "llama.cpp"]).to_owned(),
            measured_as: MeasuredAs {
                model: self.text(),
                device: self.text(),
                device_class: self.pick(&DeviceClass::ALL),
                is_consumer: self.once_in(2),
                engine_year: self.pick(&[0.0, 2025.5, 2026.125]),
                byte_times: self.pick(&[0.0, 4.0]),
            },
            serving: Box::new(self.group()),
            throughput: self.pick(&[ThroughputSource::Estimated, ThroughputSource::Entered]),
        }
    }

    fn plan(&mut self, others: &[OptionId]) -> Plan {
        match self.below(6) {
            0 => Plan::ProprietaryApi(self.api()),
            1 => Plan::HostedOpenModel(self.api()),
            2 => Plan::RentedGpu(Rented {
                provider: self.text(),
                rent_id: self.maybe(Seed::text),
                hosting: self.hosting(),
                rented: self.group(),
                billing: self.pick(&Billing::ALL),
            }),
            3 => Plan::OnPremises(Owned {
                hosting: self.hosting(),
                owned: self.group(),
                purchase: self.pick(&Purchase::ALL),
                useful_life_months: 6 + self.below(235) as u16,
            }),
            4 => Plan::OnDevice(Device {
                hosting: self.hosting(),
                device: self.group(),
                useful_life_months: 6 + self.below(235) as u16,
            }),
            _ if others.is_empty() => Plan::ProprietaryApi(Api::default()),
            _ => Plan::Cascade(Cascade {
                small: self.pick(others),
                large: self.maybe(|seed| seed.pick(others)),
                mode: self.pick(&CascadeMode::ALL),
                cascade: self.group(),
            }),
        }
    }

    fn score(&mut self) -> CapabilityScore {
        let value = self.share() * 100.0;
        CapabilityScore {
            group: self.text(),
            group_name: self.text(),
            benchmark: self.text(),
            benchmark_name: self.text(),
            variant: self.text(),
            protocol: self.text(),
            language: self.maybe(Seed::text),
            score: Figure {
                value,
                origin: self.origin(),
                range: None,
            },
        }
    }

    fn option(&mut self, id: OptionId, others: &[OptionId]) -> DecisionOption {
        let plan = self.plan(others);
        DecisionOption {
            name: self.text(),
            model: self.maybe(Seed::model),
            people: self.group(),
            maintenance: self.group(),
            customisation_method: self.pick(&CustomisationMethod::ALL),
            customisation: self.group(),
            transition: self.group(),
            licence: self.group(),
            quality: self.group(),
            scores: self.many(3, Seed::score),
            ..DecisionOption::new(id, "", plan)
        }
    }

    /// A whole scenario; cascades refer to options that exist.
    pub(crate) fn scenario(&mut self) -> Scenario {
        let mut scenario = Scenario::new(&self.text(), self.date());
        let question = &mut scenario.question;
        question.text = self.text();
        question.horizon_months = 12 + self.below(73) as u16;
        question.currency = self.pick(&Currency::ALL);
        question.fx_date = self.maybe(Seed::date);
        question.working_languages = self.many(3, Seed::text);
        question.notes = self.text();
        scenario.finance = self.group();
        scenario.workload = self.group();
        scenario.salaries = self.group();
        scenario.priorities = self.priorities();
        let mut ids = Vec::new();
        for _ in 0..self.below(5) {
            let name = self.text();
            let id = scenario.fresh_id(&name);
            let mut option = self.option(id.clone(), &ids);
            option.data_place = self.maybe(|seed| seed.pick(&DataPlace::ALL));
            option.clauses_cleared = self.many(2, Seed::text);
            option.assessments = self.assessments(&scenario.priorities);
            ids.push(id);
            scenario.options.push(option);
        }
        scenario.sampling = self.sampling();
        self.runs(&mut scenario);
        self.measurements(&mut scenario);
        // A cascade may stand before its parts.
        if self.once_in(2) {
            scenario.options.reverse();
        }
        scenario
    }
}
