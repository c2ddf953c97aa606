//! How well options do, by published or entered scores of one table at a time.

use std::collections::BTreeMap;

use crate::scenario::{CapabilityScore, OptionId, Scenario};

/// A column of comparable scores: one benchmark and variant of one table, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScoreColumn {
    /// Id of the table.
    pub group: String,
    /// Id of the benchmark.
    pub benchmark: String,
    /// The variant, empty for the plain benchmark.
    pub variant: String,
    /// The language of the questions, where it is not English.
    pub language: Option<String>,
}

/// A column that some options have a score in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnCoverage {
    /// The column.
    pub column: ScoreColumn,
    /// Name of the table.
    pub group_name: String,
    /// Name of the benchmark.
    pub benchmark_name: String,
    /// Options with open weights that have a score.
    pub open: usize,
    /// Other options that have a score.
    pub closed: usize,
}

/// An option's score in a column.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionScore<'a> {
    /// The option.
    pub option: &'a OptionId,
    /// The score as published or entered, where there is one.
    pub published: Option<&'a CapabilityScore>,
    /// The score in percent after precision and customisation, where there is one.
    pub adjusted_pct: Option<f64>,
}

impl ScoreColumn {
    /// The column a score stands in.
    pub fn of(score: &CapabilityScore) -> ScoreColumn {
        ScoreColumn {
            group: score.group.clone(),
            benchmark: score.benchmark.clone(),
            variant: score.variant.clone(),
            language: score.language.clone(),
        }
    }

    /// A stable text for the column, as `openai-simple-evals/mmlu`.
    pub fn key(&self) -> String {
        let mut key = format!("{}/{}", self.group, self.benchmark);
        for part in [Some(&self.variant), self.language.as_ref()]
            .into_iter()
            .flatten()
        {
            if !part.is_empty() {
                key.push('/');
                key.push_str(part);
            }
        }
        key
    }
}

/// The columns that any option has a score in.
///
/// Those that compare open with closed weights come first, then those with more options.
pub fn columns(scenario: &Scenario) -> Vec<ColumnCoverage> {
    let mut found: BTreeMap<ScoreColumn, ColumnCoverage> = BTreeMap::new();
    for option in &scenario.options {
        let open = option
            .model
            .as_ref()
            .is_some_and(|model| model.open_weights);
        let mut counted: Vec<ScoreColumn> = Vec::new();
        for score in &option.scores {
            let column = ScoreColumn::of(score);
            if counted.contains(&column) {
                continue;
            }
            let entry = found
                .entry(column.clone())
                .or_insert_with(|| ColumnCoverage {
                    column: column.clone(),
                    group_name: score.group_name.clone(),
                    benchmark_name: score.benchmark_name.clone(),
                    open: 0,
                    closed: 0,
                });
            if open {
                entry.open += 1;
            } else {
                entry.closed += 1;
            }
            counted.push(column);
        }
    }
    let mut list: Vec<ColumnCoverage> = found.into_values().collect();
    list.sort_by_key(|column| {
        let both = column.open > 0 && column.closed > 0;
        (!both, std::cmp::Reverse(column.open + column.closed))
    });
    list
}

/// Every option's score in a column, in the scenario's order.
///
/// Of several entries for one model the highest counts, which its own table says is the same
/// model at more effort or a later checkpoint.
pub fn scores<'a>(scenario: &'a Scenario, column: &ScoreColumn) -> Vec<OptionScore<'a>> {
    scenario
        .options
        .iter()
        .map(|option| {
            let published = option
                .scores
                .iter()
                .filter(|score| ScoreColumn::of(score) == *column)
                .max_by(|a, b| a.score.value.total_cmp(&b.score.value));
            let quality = &option.quality;
            let (kept, uplift) = (quality.score_kept_share.value, quality.uplift_points.value);
            let adjusted_pct = published.map(|score| adjusted(score.score.value, kept, uplift));
            OptionScore {
                option: &option.id,
                published,
                adjusted_pct,
            }
        })
        .collect()
}

/// A score after precision and customisation, between 0 and 100: the share kept of the published
/// one, and points gained.
pub(crate) fn adjusted(published_pct: f64, kept_share: f64, uplift_points: f64) -> f64 {
    (published_pct * kept_share + uplift_points).clamp(0.0, 100.0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::figure::Figure;
    use crate::scenario::{Api, DecisionOption, ModelFacts, Plan};

    fn option(id: &str, open_weights: bool, scores: &[(&str, f64)]) -> DecisionOption {
        let plan = Plan::ProprietaryApi(Api::default());
        let mut option = DecisionOption::new(OptionId::parse(id).unwrap(), id, plan);
        option.model = Some(ModelFacts {
            id: id.to_owned(),
            name: id.to_owned(),
            vendor: String::new(),
            open_weights,
            licence: String::new(),
            licence_clauses: Vec::new(),
            languages: Vec::new(),
            context_tokens: None,
            released: None,
        });
        option.scores = scores
            .iter()
            .map(|(benchmark, value)| CapabilityScore {
                group: "table".to_owned(),
                group_name: "Table".to_owned(),
                benchmark: (*benchmark).to_owned(),
                benchmark_name: (*benchmark).to_owned(),
                variant: String::new(),
                protocol: String::new(),
                language: None,
                score: Figure::entered(*value),
            })
            .collect();
        option
    }

    fn scenario() -> Scenario {
        let mut scenario = Scenario::new("test", "2026-11".parse().unwrap());
        scenario.options = vec![
            option(
                "closed",
                false,
                &[("mmlu", 88.0), ("mmlu", 90.0), ("gpqa", 50.0)],
            ),
            option("open", true, &[("mmlu", 80.0)]),
            option("silent", true, &[]),
        ];
        scenario
    }

    #[test]
    fn the_column_that_compares_open_and_closed_comes_first() {
        let columns = columns(&scenario());
        assert_eq!(columns[0].column.key(), "table/mmlu");
        assert_eq!((columns[0].open, columns[0].closed), (1, 1));
        assert_eq!(columns.len(), 2);
    }

    #[test]
    fn an_option_without_a_score_has_none_rather_than_zero() {
        let mut scenario = scenario();
        scenario.options[1].quality.score_kept_share = Figure::entered(0.9);
        scenario.options[1].quality.uplift_points = Figure::entered(5.0);
        let column = columns(&scenario)[0].column.clone();
        let scores = scores(&scenario, &column);
        assert_eq!(
            scores[0].adjusted_pct,
            Some(90.0),
            "the highest entry counts"
        );
        assert_eq!(scores[1].adjusted_pct, Some(77.0));
        assert_eq!(scores[2].adjusted_pct, None);
    }
}
