//! Choosing by several criteria, under scenarios, and in stages.

use serde_json::{Map, Value};
use weighbridge_engine::decision::tree::{Branch, Chance, Node};
use weighbridge_engine::decision::{
    Acceptability, Direction, Dominance, Normalisation, Objective, PairwiseMatrix, PayoffTable,
    Preference, PriorityMethod, Prospect, RandomIndex, RankScheme, Scaling, Swing, Table,
    ValueFunction, WaitOrInvest, WeightRange, WeightSpace, Weights, best_place, non_dominated,
    promethee_ii, ranking, topsis, tornado, weight_stability, weighted_sum,
};

use super::case::CaseError;
use super::expression::Expression;
use super::inputs::Inputs;
use super::methods::Entries;
use super::outputs::Outputs;

type Results = Result<Map<String, Value>, CaseError>;

pub(super) const METHODS: Entries = &[
    ("weighted_sum", weighted_sum_case),
    ("weights_from_swing", swing_case),
    ("weights_from_ranks", ranks_case),
    ("ahp", ahp_case),
    ("ahp_hierarchy", ahp_hierarchy_case),
    ("topsis", topsis_case),
    ("promethee_ii", promethee_case),
    ("smaa2", smaa_case),
    ("weight_stability", stability_case),
    ("pareto_front", pareto_case),
    ("decision_table", payoff_table_case),
    ("decision_tree", tree_case),
    ("real_option_wait", waiting_case),
    ("stochastic_dominance", dominance_case),
    ("tornado", tornado_case),
];

/// Weights are taken as they are unless `normalize_weights` is true.
fn weighted_sum_case(inputs: Inputs<'_>) -> Results {
    let raw = inputs.numbers("weights")?;
    let weights = Weights::new(&raw)?;
    let total = if inputs.flag_or("normalize_weights", false)? {
        1.0
    } else {
        raw.iter().sum()
    };
    let scores: Vec<f64> = weighted_sum(&comparable(inputs)?, &weights)?
        .iter()
        .map(|score| score * total)
        .collect();
    ranked("scores", &scores)
}

/// The table after the normalisation that is named, more being better in every column.
fn comparable(inputs: Inputs<'_>) -> Result<Table, CaseError> {
    let table = Table::new(inputs.matrix("matrix")?)?;
    let normalisation = match inputs.optional_text("normalization")? {
        None | Some("none") => Normalisation::None,
        Some("sum") => Normalisation::Sum,
        Some("minmax") => Normalisation::MinMax,
        Some("max") => Normalisation::Max,
        Some("anchors") => return anchored(inputs, &table),
        Some(other) => return Err(unknown("normalization", other)),
    };
    Ok(normalisation.apply(&table, &directions(inputs)?)?)
}

fn anchored(inputs: Inputs<'_>, table: &Table) -> Result<Table, CaseError> {
    let functions = inputs
        .matrix("anchors")?
        .iter()
        .map(|anchors| match anchors[..] {
            [worst, best] => Ok(ValueFunction::new(worst, best)?),
            _ => Err(CaseError("anchors are pairs of worst and best".to_owned())),
        })
        .collect::<Result<Vec<ValueFunction>, CaseError>>()?;
    if functions.len() != table.criteria() {
        return Err(CaseError(
            "there must be anchors for each criterion".to_owned(),
        ));
    }
    let worth = |row: &Vec<f64>| {
        row.iter()
            .zip(&functions)
            .map(|(x, f)| f.value(*x))
            .collect()
    };
    Ok(Table::new(table.rows().iter().map(worth).collect())?)
}

fn swing_case(inputs: Inputs<'_>) -> Results {
    let weights = Weights::from_swings(&inputs.numbers("points")?)?;
    Ok(Outputs::new()
        .numbers("weights", weights.as_slice())?
        .finish())
}

fn ranks_case(inputs: Inputs<'_>) -> Results {
    let scheme = match inputs.text("scheme")? {
        "roc" => RankScheme::OrderCentroid,
        "rank_sum" => RankScheme::Sum,
        "rank_reciprocal" => RankScheme::Reciprocal,
        other => return Err(unknown("scheme", other)),
    };
    let weights = Weights::from_ranks(&inputs.numbers("ranks")?, scheme)?;
    Ok(Outputs::new()
        .numbers("weights", weights.as_slice())?
        .finish())
}

fn ahp_case(inputs: Inputs<'_>) -> Results {
    let matrix = PairwiseMatrix::new(inputs.matrix("matrix")?)?;
    let weights = matrix.weights(priority_method(inputs)?)?;
    let table = match inputs.optional_number("random_index")? {
        Some(index) => index_for(matrix.size(), index)?,
        None => RandomIndex::saaty_1980(),
    };
    let consistency = matrix.consistency(&weights, &table)?;
    Ok(Outputs::new()
        .numbers("weights", weights.as_slice())?
        .number("lambda_max", consistency.eigenvalue)?
        .number("ci", consistency.index)?
        .number("cr", consistency.ratio)?
        .value("acceptable", Value::Bool(consistency.ratio <= 0.1))
        .finish())
}

fn priority_method(inputs: Inputs<'_>) -> Result<PriorityMethod, CaseError> {
    match inputs.optional_text("method")? {
        None | Some("eigenvector") => Ok(PriorityMethod::Eigenvector),
        Some("geometric_mean") => Ok(PriorityMethod::GeometricMean),
        Some("column_mean") => Ok(PriorityMethod::ColumnMean),
        Some(other) => Err(unknown("method", other)),
    }
}

/// A table that holds one index for this size; up to two criteria none is looked at.
fn index_for(size: usize, index: f64) -> Result<RandomIndex, CaseError> {
    let entries = size.saturating_sub(2);
    Ok(RandomIndex::new(vec![index; entries])?)
}

fn ahp_hierarchy_case(inputs: Inputs<'_>) -> Results {
    let method = priority_method(inputs)?;
    let by_size = inputs.group("random_index_by_size")?;
    let judged = |rows: Vec<Vec<f64>>| -> Result<(Weights, f64), CaseError> {
        let matrix = PairwiseMatrix::new(rows)?;
        let weights = matrix.weights(method)?;
        let index = match matrix.size() {
            0..3 => 1.0,
            size => by_size.number(&size.to_string())?,
        };
        let table = index_for(matrix.size(), index)?;
        let ratio = matrix.consistency(&weights, &table)?.ratio;
        Ok((weights, ratio))
    };
    let (criteria, criteria_ratio) = judged(inputs.matrix("criteria")?)?;
    let local = inputs
        .matrices("alternatives")?
        .into_iter()
        .map(judged)
        .collect::<Result<Vec<(Weights, f64)>, CaseError>>()?;
    let priorities: Vec<Vec<f64>> = local
        .iter()
        .map(|(weights, _)| weights.as_slice().to_vec())
        .collect();
    let ratios: Vec<f64> = local.iter().map(|(_, ratio)| *ratio).collect();
    // Criteria by options turned into options by criteria.
    let options = priorities.first().map_or(0, Vec::len);
    if priorities.iter().any(|row| row.len() != options) {
        return Err(CaseError(
            "each criterion must compare the same options".to_owned(),
        ));
    }
    let rows = (0..options).map(|option| priorities.iter().map(|row| row[option]).collect());
    let scores = weighted_sum(&Table::new(rows.collect())?, &criteria)?;
    Ok(Outputs::new()
        .numbers("criteria_weights", criteria.as_slice())?
        .number("criteria_cr", criteria_ratio)?
        .matrix("local_priorities", &priorities)?
        .numbers("local_cr", &ratios)?
        .numbers("scores", &scores)?
        .places("ranking", &ranking(&scores))
        .finish())
}

/// Other normalisations than the vector are taken without regard to the direction, which swaps the
/// ideals.
fn topsis_case(inputs: Inputs<'_>) -> Results {
    let table = Table::new(inputs.matrix("matrix")?)?;
    let directions = directions(inputs)?;
    let weights = Weights::new(&inputs.numbers("weights")?)?;
    let upwards = vec![Direction::Higher; table.criteria()];
    let (table, scaling) = match inputs.optional_text("normalization")? {
        None | Some("vector") => (table, Scaling::Vector),
        Some("none") => (table, Scaling::None),
        Some("minmax") => (
            Normalisation::MinMax.apply(&table, &upwards)?,
            Scaling::None,
        ),
        Some("sum") => (Normalisation::Sum.apply(&table, &upwards)?, Scaling::None),
        Some("max") => (Normalisation::Max.apply(&table, &upwards)?, Scaling::None),
        Some(other) => return Err(unknown("normalization", other)),
    };
    ranked(
        "closeness",
        &topsis(&table, &directions, &weights, scaling)?,
    )
}

fn promethee_case(inputs: Inputs<'_>) -> Results {
    let preferences = inputs
        .groups("preference")?
        .into_iter()
        .map(preference)
        .collect::<Result<Vec<Preference>, CaseError>>()?;
    let flows = promethee_ii(
        &Table::new(inputs.matrix("matrix")?)?,
        &directions(inputs)?,
        &Weights::new(&inputs.numbers("weights")?)?,
        &preferences,
    )?;
    Ok(Outputs::new()
        .numbers("phi_plus", &flows.leaving)?
        .numbers("phi_minus", &flows.entering)?
        .numbers("phi_net", &flows.net)?
        .places("ranking", &ranking(&flows.net))
        .finish())
}

fn preference(inputs: Inputs<'_>) -> Result<Preference, CaseError> {
    let indifference = || inputs.number_or("q", 0.0);
    let full = || inputs.number("p");
    Ok(match inputs.text("shape")? {
        "usual" => Preference::Usual,
        "ushape" => Preference::UShape {
            indifference: inputs.number("q")?,
        },
        "vshape" => Preference::VShape { full: full()? },
        "level" => Preference::Level {
            indifference: indifference()?,
            full: full()?,
        },
        "linear" => Preference::Linear {
            indifference: indifference()?,
            full: full()?,
        },
        "gaussian" => Preference::Gaussian {
            inflection: inputs.number("s")?,
        },
        other => return Err(unknown("shape", other)),
    })
}

fn smaa_case(inputs: Inputs<'_>) -> Results {
    /// Any seed would do; the runner needs none of its own.
    const SEED: u64 = 1;
    if let Some(other) = inputs
        .optional_text("weights")?
        .filter(|text| *text != "uniform_simplex")
    {
        return Err(unknown("weights", other));
    }
    let values = Table::new(inputs.matrix("utilities")?)?;
    let mut space = WeightSpace::all(values.criteria())?;
    if inputs.value("weight_order").is_some() {
        let order = inputs.counts("weight_order")?;
        space = space.ordered(order.iter().map(|place| *place as usize).collect())?;
    }
    if inputs.value("weight_bounds").is_some() {
        let ranges = inputs.list("weight_bounds")?.iter().map(weight_range);
        space = space.within(ranges.collect::<Result<_, CaseError>>()?)?;
    }
    let least = inputs.optional_count("min_samples")?.unwrap_or(100_000);
    let count = u32::try_from(least)
        .map_err(|_| CaseError("the input \"min_samples\" is too large".to_owned()))?;
    let found = Acceptability::new(&values, &space, count, SEED)?;
    let central = found.central_weights.iter().map(|weights| {
        weights
            .as_ref()
            .map_or(Value::Null, |weights| Value::from(weights.as_slice()))
    });
    Ok(Outputs::new()
        .matrix("rank_acceptability", &found.by_rank)?
        .value("central_weights", Value::Array(central.collect()))
        .finish())
}

fn weight_range(value: &Value) -> Result<Option<WeightRange>, CaseError> {
    if value.is_null() {
        return Ok(None);
    }
    let ends: Option<Vec<f64>> = value
        .as_array()
        .and_then(|ends| ends.iter().map(Value::as_f64).collect());
    match ends.as_deref() {
        Some([least, most]) => Ok(Some(WeightRange {
            least: *least,
            most: *most,
        })),
        _ => Err(CaseError(
            "a bound of weights is a pair of numbers or null".to_owned(),
        )),
    }
}

fn stability_case(inputs: Inputs<'_>) -> Results {
    let found = weight_stability(
        &Table::new(inputs.matrix("utilities")?)?,
        &Weights::new(&inputs.numbers("weights")?)?,
        inputs.count("criterion")? as usize,
    )?;
    let pair = |(low, high): (f64, f64)| [low, high];
    Ok(Outputs::new()
        .place("best", found.ranking[0])
        .numbers("best_interval", &pair(found.best_interval))?
        .places("ranking", &found.ranking)
        .numbers("ranking_interval", &pair(found.ranking_interval))?
        .finish())
}

fn pareto_case(inputs: Inputs<'_>) -> Results {
    let table = Table::new(inputs.matrix("matrix")?)?;
    let found = non_dominated(&table, &directions(inputs)?)?;
    Ok(Outputs::new().places("non_dominated", &found).finish())
}

fn payoff_table_case(inputs: Inputs<'_>) -> Results {
    let table = PayoffTable::new(Table::new(inputs.matrix("payoffs")?)?, objective(inputs)?);
    let laplace = table.laplace();
    let mut outputs = Outputs::new();
    outputs
        .matrix("regret", &table.regrets())?
        .numbers("max_regret", &table.largest_regrets())?
        .place("minimax_regret_choice", table.minimax_regret())
        .place("maximin_choice", table.cautious())
        .place("maximax_choice", table.bold())
        .place("laplace_choice", table.best_of(&laplace))
        .numbers("laplace_values", &laplace)?;
    if let Some(optimism) = inputs.optional_number("hurwicz_alpha")? {
        let values = table.hurwicz(optimism)?;
        outputs
            .place("hurwicz_choice", table.best_of(&values))
            .numbers("hurwicz_values", &values)?;
    }
    if inputs.value("probs").is_some() {
        let found = table.expectation(&inputs.numbers("probs")?)?;
        outputs
            .numbers("expected_values", &found.values)?
            .place("best", found.best)
            .number("expected_value_best", found.values[found.best])?
            .number(
                "ev_with_perfect_information",
                found.with_perfect_information,
            )?
            .number("evpi", found.evpi())?
            .numbers("expected_regret", &found.regrets)?;
    }
    Ok(outputs.finish())
}

fn tree_case(inputs: Inputs<'_>) -> Results {
    let found = tree(inputs.group("tree")?)?.roll_back(objective(inputs)?)?;
    let policy = found
        .policy
        .into_iter()
        .map(|(name, label)| (name, Value::String(label)));
    Ok(Outputs::new()
        .number("expected_value", found.value)?
        .value("policy", Value::Object(policy.collect()))
        .finish())
}

fn tree(inputs: Inputs<'_>) -> Result<Node, CaseError> {
    if inputs.value("payoff").is_some() {
        return Ok(Node::Payoff(inputs.number("payoff")?));
    }
    if inputs.value("chance").is_some() {
        let branches = inputs.groups("chance")?.into_iter().map(|branch| {
            let probability = branch.number("p")?;
            Ok(Chance {
                probability,
                node: tree(branch.group("node")?)?,
            })
        });
        return Ok(Node::Chance(branches.collect::<Result<_, CaseError>>()?));
    }
    let branches = inputs.groups("decision")?.into_iter().map(|branch| {
        let label = branch.text("label")?.to_owned();
        Ok(Branch {
            label,
            node: tree(branch.group("node")?)?,
        })
    });
    Ok(Node::Decision {
        name: inputs.optional_text("name")?.map(str::to_owned),
        branches: branches.collect::<Result<_, CaseError>>()?,
    })
}

fn waiting_case(inputs: Inputs<'_>) -> Results {
    let plan = WaitOrInvest {
        investment: inputs.number("investment")?,
        yield_now: inputs.number("value_now")?,
        yield_up: inputs.number("value_up")?,
        yield_down: inputs.number("value_down")?,
        up_probability: inputs.number("prob_up")?,
        rate: inputs.number("rate")?,
    };
    let found = plan.compare()?;
    let better = if found.value_of_waiting() > 0.0 {
        "wait"
    } else {
        "now"
    };
    Ok(Outputs::new()
        .number("npv_invest_now", found.invest_now)?
        .number("npv_wait_one_period", found.wait)?
        .number("option_value_of_waiting", found.value_of_waiting())?
        .value("better", Value::from(better))
        .optional(
            "investment_equivalent_with_flexibility",
            found.equivalent_investment,
        )?
        .finish())
}

fn dominance_case(inputs: Inputs<'_>) -> Results {
    let x = Prospect::new(&inputs.numbers("x")?, &inputs.numbers("px")?)?;
    let y = Prospect::new(&inputs.numbers("y")?, &inputs.numbers("py")?)?;
    let (x_over_y, y_over_x) = (x.dominates(&y), y.dominates(&x));
    Ok(Outputs::new()
        .value("x_fsd_y", Value::Bool(x_over_y >= Dominance::First))
        .value("y_fsd_x", Value::Bool(y_over_x >= Dominance::First))
        .value("x_ssd_y", Value::Bool(x_over_y >= Dominance::Second))
        .value("y_ssd_x", Value::Bool(y_over_x >= Dominance::Second))
        .finish())
}

/// One bar for each input that has a range, in the order of the base.
fn tornado_case(inputs: Inputs<'_>) -> Results {
    let text = inputs.text("expression")?;
    let expression = Expression::parse(text)
        .map_err(|error| CaseError(format!("the expression \"{text}\" cannot be read: {error}")))?;
    let base = inputs.group("base")?;
    let (low, high) = (inputs.group("low")?, inputs.group("high")?);
    let names: Vec<&str> = base
        .0
        .keys()
        .map(String::as_str)
        .filter(|name| low.value(name).is_some() && high.value(name).is_some())
        .collect();
    for name in expression.names() {
        base.number(name)?;
    }
    let at = |changed: Option<(&str, f64)>| {
        let value_of = |name: &str| match changed {
            Some((other, value)) if other == name => Some(value),
            _ => base.number(name).ok(),
        };
        expression.evaluate(&value_of).unwrap_or(f64::NAN)
    };
    let swings = names
        .iter()
        .map(|name| {
            Ok(Swing {
                low: low.number(name)?,
                high: high.number(name)?,
            })
        })
        .collect::<Result<Vec<Swing>, CaseError>>()?;
    let bars = tornado(&swings, |input, value| at(Some((names[input], value))))?;
    let bars = bars.iter().map(|bar| {
        let outputs = Outputs::new()
            .value("name", Value::from(names[bar.input]))
            .number("at_low", bar.at_low)?
            .number("at_high", bar.at_high)?
            .number("swing", bar.length())?
            .number("swing_squared_share", bar.squared_share)?
            .finish();
        Ok(Value::Object(outputs))
    });
    Ok(Outputs::new()
        .number("base", at(None))?
        .value(
            "bars",
            Value::Array(bars.collect::<Result<_, CaseError>>()?),
        )
        .finish())
}

fn ranked(name: &str, scores: &[f64]) -> Results {
    let mut outputs = Outputs::new();
    outputs
        .numbers(name, scores)?
        .places("ranking", &ranking(scores));
    if let Some(best) = best_place(scores) {
        outputs.place("best", best);
    }
    Ok(outputs.finish())
}

fn directions(inputs: Inputs<'_>) -> Result<Vec<Direction>, CaseError> {
    inputs
        .texts("types")?
        .into_iter()
        .map(|text| match text {
            "max" => Ok(Direction::Higher),
            "min" => Ok(Direction::Lower),
            other => Err(unknown("types", other)),
        })
        .collect()
}

/// Whether payoffs are gains (`max`, the default) or costs.
pub(super) fn objective(inputs: Inputs<'_>) -> Result<Objective, CaseError> {
    match inputs.optional_text("objective")? {
        None | Some("max") => Ok(Objective::Gain),
        Some("min") => Ok(Objective::Cost),
        Some(other) => Err(unknown("objective", other)),
    }
}

fn unknown(name: &str, value: &str) -> CaseError {
    CaseError(format!(
        "the input \"{name}\" has the unknown value \"{value}\""
    ))
}
