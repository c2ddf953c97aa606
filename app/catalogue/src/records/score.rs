//! Benchmarks, tables of scores and scores in files.

use weighbridge_engine::catalogue::{
    Benchmark, BenchmarkId, GroupId, Layer, ModelId, Score, ScoreGroup, ScoreId,
};

use super::{RecordFile, listed, names, record_file};
use crate::check::{Bounds, Check};

record_file! {
    /// A benchmark as it stands in a file.
    BenchmarkFile, "Benchmark" {
        id: String,
        name: String,
        task: names::Task,
        chance_pct: f64,
        aliases: Vec<String>,
    }
}

record_file! {
    /// A table of scores as it stands in a file.
    ScoreGroupFile, "ScoreGroup" {
        id: String,
        name: String,
        harness: names::Harness,
    }
}

record_file! {
    /// A score as it stands in a file.
    ScoreFile, "Score" {
        id: String,
        model: String,
        benchmark: String,
        group: String,
        variant: String,
        language: String,
        score_pct: f64,
        metric: String,
        shots: u32,
        prompting: String,
        effort: String,
        reporter: String,
        reporter_kind: names::ReporterKind,
        date: String,
    }
}

const PERCENT: Bounds = Bounds(0.0, 100.0);

impl RecordFile for BenchmarkFile {
    type Record = Benchmark;
    const KIND: &'static str = "Benchmark";

    fn convert(mut self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<Benchmark> {
        let provenance = self.provenance().convert(check, layer);
        let id = check.need_id("id", self.id);
        let name = check.need_text("name", self.name);
        let task = check.need("task", self.task);
        let chance_pct = check.number("chance_pct", self.chance_pct, PERCENT);
        let aliases = check.texts("aliases", self.aliases);
        Some(Benchmark {
            id: BenchmarkId::new(id?),
            name: name?,
            task: task?.into(),
            chance_pct,
            aliases,
            provenance: provenance?,
        })
    }
}

impl RecordFile for ScoreGroupFile {
    type Record = ScoreGroup;
    const KIND: &'static str = "ScoreGroup";

    fn convert(mut self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<ScoreGroup> {
        let provenance = self.provenance().convert(check, layer);
        let id = check.need_id("id", self.id);
        let name = check.need_text("name", self.name);
        let harness = check.need("harness", self.harness);
        Some(ScoreGroup {
            id: GroupId::new(id?),
            name: name?,
            harness: harness?.into(),
            provenance: provenance?,
        })
    }
}

impl RecordFile for ScoreFile {
    type Record = Score;
    const KIND: &'static str = "Score";

    fn convert(mut self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<Score> {
        let provenance = self.provenance().convert(check, layer);
        let id = check.text("id", self.id);
        let model = check.need_id("model", self.model);
        let benchmark = check.need_id("benchmark", self.benchmark);
        let group = check.need_id("group", self.group);
        let variant = check.text("variant", self.variant);
        let language = check.text("language", self.language);
        let score_pct = check.need_number("score_pct", self.score_pct, PERCENT);
        let metric = check.text("metric", self.metric);
        let prompting = check.text("prompting", self.prompting);
        let effort = check.text("effort", self.effort);
        let reporter = check.need_text("reporter", self.reporter);
        let reporter_kind = check.need("reporter_kind", self.reporter_kind);
        let date = check.past_date("date", self.date);
        let (model, benchmark, group) = (model?, benchmark?, group?);
        let id = id.unwrap_or_else(|| {
            let mut id = format!("{group}/{model}/{benchmark}");
            for part in [&variant, &language].into_iter().flatten() {
                id.push('/');
                id.push_str(part);
            }
            id
        });
        Some(Score {
            id: ScoreId::new(id),
            model: ModelId::new(model),
            benchmark: BenchmarkId::new(benchmark),
            group: GroupId::new(group),
            variant,
            language,
            score_pct: score_pct?,
            metric,
            shots: self.shots,
            prompting,
            effort,
            reporter: reporter?,
            reporter_kind: reporter_kind?.into(),
            date,
            provenance: provenance?,
        })
    }
}

impl From<&Benchmark> for BenchmarkFile {
    fn from(benchmark: &Benchmark) -> BenchmarkFile {
        BenchmarkFile {
            id: Some(benchmark.id.to_string()),
            name: Some(benchmark.name.clone()),
            task: Some(benchmark.task.into()),
            chance_pct: benchmark.chance_pct,
            aliases: listed(&benchmark.aliases),
            ..BenchmarkFile::default()
        }
        .with_provenance(&benchmark.provenance)
    }
}

impl From<&ScoreGroup> for ScoreGroupFile {
    fn from(group: &ScoreGroup) -> ScoreGroupFile {
        ScoreGroupFile {
            id: Some(group.id.to_string()),
            name: Some(group.name.clone()),
            harness: Some(group.harness.into()),
            ..ScoreGroupFile::default()
        }
        .with_provenance(&group.provenance)
    }
}

impl From<&Score> for ScoreFile {
    fn from(score: &Score) -> ScoreFile {
        ScoreFile {
            id: Some(score.id.to_string()),
            model: Some(score.model.to_string()),
            benchmark: Some(score.benchmark.to_string()),
            group: Some(score.group.to_string()),
            variant: score.variant.clone(),
            language: score.language.clone(),
            score_pct: Some(score.score_pct),
            metric: score.metric.clone(),
            shots: score.shots,
            prompting: score.prompting.clone(),
            effort: score.effort.clone(),
            reporter: Some(score.reporter.clone()),
            reporter_kind: Some(score.reporter_kind.into()),
            date: score.date.map(|date| date.to_string()),
            ..ScoreFile::default()
        }
        .with_provenance(&score.provenance)
    }
}
