//! Writes what matters to the client, spelled out.

use weighbridge_engine::catalogue::{Framework, Sourcing, StartingJudgement};
use weighbridge_engine::compose::priorities_from;
use weighbridge_engine::figure::{FieldSpec, Figure, FigureGroup, Origin};
use weighbridge_engine::scenario::{
    Answer, Assessment, Change, Condition, Consequence, CostRole, Criterion, Deployment,
    Elicitation, Evidence, Gate, GateTest, LocalText, POINTS_LIMIT, Participant, Priorities, SWING,
    Setting, WhatIf,
};

use super::super::names::{QUALITIES, word};
use super::super::write::{Writer, figure_text, is_starting_value, number, quoted};

/// The text of a framework as a record of a preset file, in round brackets after its name.
///
/// Figures are written bare: that they come from the framework goes without saying.
pub fn write_framework(framework: &Framework) -> String {
    let mut writer = Writer::new("");
    let mut bare = framework.clone();
    for criterion in &mut bare.criteria {
        uncredit(&mut criterion.starting_weight, &framework.id);
    }
    for gate in &mut bare.gates {
        uncredit(&mut gate.limit, &framework.id);
    }
    uncredit_group(&mut bare.money_axis, &framework.id);
    uncredit_group(&mut bare.review, &framework.id);
    let Sourcing {
        source,
        as_of,
        quality,
        note,
    } = &bare.provenance.record;
    writer.open("Framework(");
    writer.text("id", &bare.id);
    writer.need_local("title", &bare.title);
    writer.local("purpose", &bare.purpose);
    writer.text("source", source);
    writer.text("as_of", &as_of.to_string());
    writer.key("quality", word(&QUALITIES, quality));
    writer.optional_text("note", note.as_deref());
    writer.some_texts("sources", &bare.sources);
    let priorities = Priorities {
        framework: None,
        ..priorities_from(&bare)
    };
    writer.structure(&priorities);
    writer.close("),");
    writer.text
}

/// Leaves out that a figure comes from the framework that is being written.
fn uncredit(figure: &mut Figure, id: &str) {
    if matches!(&figure.origin, Origin::Preset(preset) if preset.record == id) {
        figure.origin = Origin::Entered { by: None, on: None };
    }
}

fn uncredit_group<G: FigureGroup>(group: &mut G, id: &str) {
    for spec in G::SPECS {
        if let Some(figure) = group.get_mut(spec.name) {
            uncredit(figure, id);
        }
    }
}

impl Writer {
    /// The priorities; those that are empty are written too, for a file without any has the
    /// default framework's.
    pub(in super::super) fn priorities(&mut self, priorities: &Priorities) {
        self.open("priorities: (");
        if let Some(origin) = &priorities.framework {
            self.open("framework: (");
            self.text("id", &origin.id);
            self.need_local("title", &origin.title);
            self.text("as_of", &origin.as_of.to_string());
            self.close("),");
        }
        if priorities.cost_role != CostRole::default() {
            self.text("cost_role", priorities.cost_role.key());
        }
        self.each(
            "participants",
            &priorities.participants,
            Writer::participant,
        );
        self.structure(priorities);
        self.close("),");
    }

    /// What a framework and a scenario's priorities share.
    fn structure(&mut self, priorities: &Priorities) {
        self.group("money_axis", &priorities.money_axis);
        self.group("review", &priorities.review);
        self.each("conditions", &priorities.conditions, Writer::condition);
        self.each("gates", &priorities.gates, Writer::gate);
        self.each("criteria", &priorities.criteria, Writer::criterion);
        self.each("what_ifs", &priorities.what_ifs, Writer::what_if);
        self.each("judgements", &priorities.judgements, Writer::judgement);
        if !priorities.random_index.is_empty() {
            let numbers = priorities.random_index.iter().map(|index| number(*index));
            let numbers: Vec<String> = numbers.collect();
            self.key("random_index", &format!("[{}]", numbers.join(", ")));
        }
    }

    /// The judgements of an option.
    pub(in super::super) fn assessments(&mut self, assessments: &[Assessment]) {
        self.each("assessments", assessments, |writer, assessment| {
            writer.text("criterion", &assessment.criterion);
            let figure = figure_text(&assessment.figure, &mut writer.sources);
            writer.key("points", &figure);
            writer.local("why", &assessment.why);
        });
    }

    /// A list of groups that is left out where it is empty.
    fn each<T>(&mut self, key: &str, list: &[T], write: impl Fn(&mut Writer, &T)) {
        if list.is_empty() {
            return;
        }
        self.open(&format!("{key}: ["));
        for item in list {
            self.open("(");
            write(self, item);
            self.close("),");
        }
        self.close("],");
    }

    /// A text by language, left out where there is none.
    fn local(&mut self, key: &str, text: &LocalText) {
        let texts: Vec<(&str, &str)> = text.iter().collect();
        match texts.as_slice() {
            [] => {}
            [("", plain)] => self.text(key, plain),
            texts => {
                self.open(&format!("{key}: ("));
                for (tag, text) in texts {
                    self.text(&tag.replace('-', "_"), text);
                }
                self.close("),");
            }
        }
    }

    /// A text by language that must be there, even where it is empty.
    fn need_local(&mut self, key: &str, text: &LocalText) {
        if text.is_empty() {
            self.text(key, "");
        } else {
            self.local(key, text);
        }
    }

    fn kinds(&mut self, kinds: &[Deployment]) {
        let kinds: Vec<String> = kinds.iter().map(|kind| kind.key().to_owned()).collect();
        self.some_texts("kinds", &kinds);
    }

    /// A figure, left out where it is the starting value.
    fn figure(&mut self, key: &str, spec: &FieldSpec, figure: &Figure) {
        if !is_starting_value(spec, figure) {
            let text = figure_text(figure, &mut self.sources);
            self.key(key, &text);
        }
    }

    fn condition(&mut self, condition: &Condition) {
        self.text("id", &condition.id);
        self.need_local("statement", &condition.statement);
        self.text("favours", condition.favours.key());
        if condition.answer != Answer::Unknown {
            self.text("answer", condition.answer.key());
        }
        self.some_texts("sources", &condition.sources);
        self.each("consequences", &condition.consequences, Writer::consequence);
    }

    fn consequence(&mut self, consequence: &Consequence) {
        self.text("path", &consequence.path);
        self.kinds(&consequence.kinds);
        self.key("yes", &setting(&consequence.yes));
        self.key("no", &setting(&consequence.no));
        self.key("unknown", &setting(&consequence.unknown));
        if let Some((low, high)) = consequence.spread {
            self.key("spread", &format!("[{}, {}]", number(low), number(high)));
        }
        self.local("why", &consequence.why);
    }

    fn gate(&mut self, gate: &Gate) {
        self.text("id", &gate.id);
        self.text("test", gate.test.key());
        match &gate.test {
            GateTest::DataResidency(allowed) => self.text("allowed", allowed.key()),
            GateTest::MinimumScore(column) => self.text("column", column),
            GateTest::MinimumJudgement(criterion) => self.text("criterion", criterion),
            _ => {}
        }
        self.key("on", &gate.on.to_string());
        if gate.test.limit().is_some() {
            self.figure("limit", &POINTS_LIMIT, &gate.limit);
        }
        if gate.percentile != 0.5 {
            self.key("percentile", &number(gate.percentile));
        }
        self.local("guidance", &gate.guidance);
        self.some_texts("sources", &gate.sources);
    }

    fn criterion(&mut self, criterion: &Criterion) {
        self.text("id", &criterion.id);
        self.need_local("name", &criterion.name);
        self.local("guidance", &criterion.guidance);
        match &criterion.evidence {
            Evidence::Judgement => {}
            Evidence::Result(measure) => self.text("result", measure.key()),
            Evidence::Score(column) => self.text("score", column),
        }
        self.key("worst", &number(criterion.worst));
        self.local("worst_means", &criterion.worst_means);
        self.key("best", &number(criterion.best));
        self.local("best_means", &criterion.best_means);
        self.figure("weight", &SWING, &criterion.starting_weight);
        self.some_texts("sources", &criterion.sources);
    }

    fn participant(&mut self, participant: &Participant) {
        self.text("id", &participant.id);
        self.text("name", &participant.name);
        if participant.elicitation != Elicitation::default() {
            self.text("elicitation", participant.elicitation.key());
        }
        self.each(
            "weights",
            &participant.swings,
            |writer, (criterion, figure)| {
                writer.text("criterion", criterion);
                let figure = figure_text(figure, &mut writer.sources);
                writer.key("points", &figure);
            },
        );
        self.some_texts("ranks", &participant.ranks);
        self.text("rank_scheme", participant.rank_scheme.key());
        self.each("comparisons", &participant.comparisons, |writer, pair| {
            writer.text("first", &pair.first);
            writer.text("second", &pair.second);
            writer.key("times", &number(pair.times));
        });
    }

    fn what_if(&mut self, what_if: &WhatIf) {
        self.text("id", &what_if.id);
        self.need_local("name", &what_if.name);
        self.local("story", &what_if.story);
        self.each("moves", &what_if.moves, |writer, step| {
            writer.text("path", &step.path);
            writer.kinds(&step.kinds);
            let (key, value) = match step.change {
                Change::Times(value) => ("times", value),
                Change::Plus(value) => ("plus", value),
                Change::To(value) => ("to", value),
            };
            writer.key(key, &number(value));
        });
        self.some_texts("sources", &what_if.sources);
    }

    fn judgement(&mut self, judgement: &StartingJudgement) {
        self.text("criterion", &judgement.criterion);
        self.kinds(&[judgement.kind]);
        self.key("low", &number(judgement.low));
        self.key("base", &number(judgement.base));
        self.key("high", &number(judgement.high));
        self.local("why", &judgement.why);
        self.text("source", &judgement.source);
        self.key("quality", word(&QUALITIES, &judgement.quality));
    }
}

fn setting(setting: &Setting) -> String {
    match setting {
        Setting::Number(value) => number(*value),
        Setting::Word(word) => quoted(word),
    }
}
