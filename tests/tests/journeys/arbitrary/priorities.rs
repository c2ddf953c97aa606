//! Priorities of any shape.

use weighbridge_engine::catalogue::{Quality, StartingJudgement};
use weighbridge_engine::decision::weights::RankScheme;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{
    ASSESSMENT, Answer, Assessment, COST, Change, Comparison, Condition, Consequence, CostRole,
    Criterion, DataPlace, Deployment, Elicitation, Evidence, FTE_LIMIT, Favours, FrameworkOrigin,
    Gate, GateTest, LocalText, Move, POINTS_LIMIT, Participant, Priorities, SWING, Setting, WhatIf,
};

use super::Seed;

const QUALITIES: [Quality; 2] = [Quality::Entered, Quality::Assumed];

impl Seed {
    /// Priorities whose parts refer to each other as they may.
    pub(crate) fn priorities(&mut self) -> Priorities {
        if self.once_in(4) {
            return Priorities::default();
        }
        let criteria: Vec<Criterion> = (0..self.below(4))
            .map(|place| self.criterion(format!("criterion-{place}")))
            .collect();
        let known: Vec<String> = criteria.iter().map(|found| found.id.clone()).collect();
        let gates = (0..self.below(4))
            .map(|place| self.gate(format!("gate-{place}"), &known))
            .collect();
        let mut weighed = known.clone();
        weighed.push(COST.to_owned());
        Priorities {
            framework: self.maybe(|seed| FrameworkOrigin {
                id: "framework".to_owned(),
                title: seed.local(),
                as_of: seed.date(),
            }),
            conditions: (0..self.below(3))
                .map(|place| self.condition(format!("condition-{place}"), &known))
                .collect(),
            gates,
            participants: (0..self.below(3))
                .map(|place| self.participant(format!("participant-{place}"), &weighed))
                .collect(),
            cost_role: self.pick(&CostRole::ALL),
            money_axis: self.group(),
            what_ifs: (0..self.below(3))
                .map(|place| self.what_if(format!("future-{place}")))
                .collect(),
            review: self.group(),
            judgements: known.iter().map(|id| self.judgement(id.clone())).collect(),
            random_index: self.many(3, |seed| seed.share() * 2.0),
            criteria,
        }
    }

    /// How an option stands towards priorities.
    pub(crate) fn assessments(&mut self, priorities: &Priorities) -> Vec<Assessment> {
        let mut list = Vec::new();
        for criterion in &priorities.criteria {
            let assessment = self.maybe(|seed| Assessment {
                criterion: criterion.id.clone(),
                figure: seed.figure(&ASSESSMENT),
                why: seed.local(),
            });
            list.extend(assessment);
        }
        list
    }

    fn local(&mut self) -> LocalText {
        if self.once_in(2) {
            return LocalText::plain(self.text());
        }
        let tags = ["en", "pt-BR", "pt-PT", "es", "zh-Hant"];
        let tags = &tags[self.below(5)..];
        LocalText::new(tags.iter().map(|tag| ((*tag).to_owned(), self.text())))
    }

    fn criterion(&mut self, id: String) -> Criterion {
        let evidence = match self.below(3) {
            0 => Evidence::Result(self.pick(Measure::ALL)),
            1 => Evidence::Score(self.text()),
            _ => Evidence::Judgement,
        };
        let worst = self.share() * 50.0;
        Criterion {
            id,
            name: self.local(),
            guidance: self.local(),
            evidence,
            worst,
            best: worst + 1.0 + self.share() * 49.0,
            worst_means: self.local(),
            best_means: self.local(),
            starting_weight: self.figure(&SWING),
            sources: self.many(2, Seed::text),
        }
    }

    fn gate(&mut self, id: String, criteria: &[String]) -> Gate {
        let test = match self.below(6) {
            0 => GateTest::DataResidency(self.pick(&DataPlace::ALL)),
            1 => GateTest::MinimumScore(self.text()),
            2 => GateTest::Skills,
            3 if !criteria.is_empty() => GateTest::MinimumJudgement(self.pick(criteria)),
            4 => GateTest::Languages,
            _ => GateTest::Licence,
        };
        let limit = match &test {
            GateTest::Skills => self.figure(&FTE_LIMIT),
            test if test.limit().is_some() => self.figure(&POINTS_LIMIT),
            _ => Figure::starting(&POINTS_LIMIT),
        };
        Gate {
            id,
            test,
            on: self.once_in(2),
            limit,
            percentile: if self.once_in(2) { 0.5 } else { self.share() },
            guidance: self.local(),
            sources: self.many(2, Seed::text),
        }
    }

    fn condition(&mut self, id: String, criteria: &[String]) -> Condition {
        let mut consequences = vec![Consequence {
            path: "options.*.people.ml_engineer_fte".to_owned(),
            kinds: self.many(2, |seed| seed.pick(&Deployment::ALL)),
            yes: Setting::Number(self.share()),
            no: Setting::Number(self.share()),
            unknown: Setting::Number(self.share()),
            spread: self.maybe(|seed| (seed.share(), 1.0 + seed.share())),
            why: self.local(),
        }];
        consequences.extend(criteria.iter().map(|criterion| Consequence {
            path: format!("criteria.{criterion}.weight"),
            kinds: Vec::new(),
            yes: Setting::Number(100.0),
            no: Setting::Number(0.0),
            unknown: Setting::Number(50.5),
            spread: None,
            why: LocalText::default(),
        }));
        let word = |word: &str| Setting::Word(word.to_owned());
        consequences.push(Consequence {
            path: "options.*.data_place".to_owned(),
            kinds: Vec::new(),
            yes: word("own-premises"),
            no: word("provider"),
            unknown: word("usual"),
            spread: None,
            why: LocalText::default(),
        });
        Condition {
            id,
            statement: self.local(),
            favours: self.pick(&Favours::ALL),
            answer: self.pick(&Answer::ALL),
            sources: self.many(2, Seed::text),
            consequences,
        }
    }

    fn participant(&mut self, id: String, criteria: &[String]) -> Participant {
        let mut participant = Participant::new(&id, &self.text());
        participant.elicitation = self.pick(&Elicitation::ALL);
        participant.rank_scheme = self.pick(&RankScheme::ALL);
        for (place, criterion) in criteria.iter().enumerate() {
            if self.once_in(2) {
                let figure = self.figure(&SWING);
                participant.swings.push((criterion.clone(), figure));
            }
            if self.once_in(2) {
                participant.ranks.push(criterion.clone());
            }
            for second in &criteria[place + 1..] {
                let times = self.maybe(|seed| 1.0 / 9.0 + seed.share() * 8.0);
                participant
                    .comparisons
                    .extend(times.map(|times| Comparison {
                        first: criterion.clone(),
                        second: second.clone(),
                        times,
                    }));
            }
        }
        participant
    }

    fn what_if(&mut self, id: String) -> WhatIf {
        let change = match self.below(3) {
            0 => Change::Times(self.share() * 4.0),
            1 => Change::Plus(self.share() - 0.5),
            _ => Change::To(self.share()),
        };
        WhatIf {
            id,
            name: self.local(),
            story: self.local(),
            moves: vec![Move {
                path: "workload.cached_input_share".to_owned(),
                kinds: self.many(2, |seed| seed.pick(&Deployment::ALL)),
                change,
            }],
            sources: self.many(2, Seed::text),
        }
    }

    fn judgement(&mut self, criterion: String) -> StartingJudgement {
        let low = self.share() * 50.0;
        let base = low + self.share() * 25.0;
        StartingJudgement {
            criterion,
            kind: self.pick(&Deployment::ALL),
            low,
            base,
            high: base + self.share() * 25.0,
            why: self.local(),
            source: self.text(),
            quality: self.pick(&QUALITIES),
        }
    }
}
