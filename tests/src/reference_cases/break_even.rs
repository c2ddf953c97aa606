//! Break-even: of lines, of steps, of a utilisation, and of any equation.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use weighbridge_engine::finance::{
    LinearCosts, StepCosts, linear_break_even, root_between, step_break_even,
    utilisation_break_even,
};

use super::case::CaseError;
use super::expression::Expression;
use super::inputs::Inputs;
use super::methods::Entries;
use super::outputs::Outputs;

type Results = Result<Map<String, Value>, CaseError>;

pub(super) const METHODS: Entries = &[
    ("breakeven_linear", linear_case),
    ("breakeven_step", step_case),
    ("breakeven_utilisation", utilisation_case),
    ("breakeven_root", root_case),
];

fn linear_case(inputs: Inputs<'_>) -> Results {
    let found = linear_break_even(&LinearCosts {
        fixed_a: inputs.number_or("fixed_a", 0.0)?,
        variable_a: inputs.number_or("variable_a", 0.0)?,
        fixed_b: inputs.number_or("fixed_b", 0.0)?,
        variable_b: inputs.number_or("variable_b", 0.0)?,
    })?;
    Ok(Outputs::new()
        .optional("volume", found.map(|found| found.volume))?
        .optional("cost_at_breakeven", found.map(|found| found.cost))?
        .finish())
}

fn step_case(inputs: Inputs<'_>) -> Results {
    let found = step_break_even(&StepCosts {
        api_price_per_million: inputs.number("api_price_per_million")?,
        fixed_month: inputs.number_or("fixed_month", 0.0)?,
        replica_cost_month: inputs.number_or("replica_cost_month", 0.0)?,
        replica_capacity_million: inputs.number("replica_capacity_million")?,
        self_variable_per_million: inputs.number_or("self_variable_per_million", 0.0)?,
        max_volume: inputs.number("max_volume")?,
    })?;
    let pairs = found.cheaper.iter().map(|range| (range.start, range.end));
    Ok(Outputs::new()
        .pairs("self_hosted_cheaper_intervals", pairs)?
        .optional("first_crossing", found.first_crossing)?
        .optional("always_cheaper_beyond", found.always_cheaper_beyond)?
        .finish())
}

fn utilisation_case(inputs: Inputs<'_>) -> Results {
    let found = utilisation_break_even(
        inputs.number("cost_per_hour")?,
        inputs.number("tokens_per_second_full")?,
        inputs.number("api_price_per_million")?,
    )?;
    Ok(Outputs::new()
        .number("cost_per_million_at_full", found.cost_per_million_at_full)?
        .optional("utilisation", found.utilisation)?
        .optional("tokens_per_month_at_breakeven", found.tokens_per_month)?
        .finish())
}

/// The root of an equation in one unknown inside a bracket: the lowest, if there are several.
fn root_case(inputs: Inputs<'_>) -> Results {
    let text = inputs.text("equation")?;
    let equation = Expression::parse(text)
        .map_err(|error| CaseError(format!("the equation \"{text}\" cannot be read: {error}")))?;
    let unknown = inputs.text("unknown")?;
    let bracket = inputs.numbers("bracket")?;
    let [low, high] = bracket[..] else {
        return Err(CaseError(
            "the input \"bracket\" must hold two numbers".to_owned(),
        ));
    };
    let mut values: BTreeMap<&str, f64> = BTreeMap::new();
    if inputs.value("params").is_some() {
        let params = inputs.group("params")?;
        for name in params.0.keys() {
            values.insert(name, params.number(name)?);
        }
    }
    values.insert(unknown, low);
    if let Some(name) = equation
        .names()
        .into_iter()
        .find(|name| !values.contains_key(name))
    {
        return Err(CaseError(format!(
            "the equation needs \"{name}\", which is not given"
        )));
    }
    let f = |x: f64| {
        equation.evaluate(&|name| {
            if name == unknown {
                Some(x)
            } else {
                values.get(name).copied()
            }
        })
    };
    let root = lowest_root(|x| f(x).unwrap_or(f64::NAN), low.min(high), low.max(high));
    Ok(Outputs::new().optional("root", root)?.finish())
}

/// The lowest root in a bracket that is divided into cells, passing over points without a value.
fn lowest_root(f: impl Fn(f64) -> f64, low: f64, high: f64) -> Option<f64> {
    const CELLS: usize = 1024;
    let mut last: Option<(f64, f64)> = None;
    for index in 0..=CELLS {
        // The last point is the end itself, not what rounding makes of it.
        let x = if index == CELLS {
            high
        } else {
            low + (high - low) * (index as f64 / CELLS as f64)
        };
        let value = f(x);
        if value == 0.0 {
            return Some(x);
        }
        if !value.is_finite() {
            continue;
        }
        if let Some((left, left_value)) = last
            && (left_value > 0.0) != (value > 0.0)
            && let Some(root) = root_between(&f, left, x)
            // At a pole the values grow towards the place where the sign changes.
            && f(root).abs() <= left_value.abs().max(value.abs())
        {
            return Some(root);
        }
        last = Some((x, value));
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn root(equation: &str, bracket: [f64; 2]) -> Value {
        let Value::Object(map) = json!({
            "equation": equation, "params": {"a": 2.0}, "unknown": "x", "bracket": bracket
        }) else {
            unreachable!("an object was written above")
        };
        root_case(Inputs(&map)).unwrap()["root"].clone()
    }

    #[test]
    fn roots_are_found_and_poles_are_not() {
        for (equation, bracket, want) in [
            ("x**2 - a", [0.0, 10.0], 2.0_f64.sqrt()),
            ("x**2 - a", [10.0, 0.0], 2.0_f64.sqrt()),
            ("(x - 1)*(x - 3)", [0.0, 10.0], 1.0),
            ("x", [0.0, 1.0], 0.0),
            ("(1 - exp(-x*a))/x - 1", [0.0, 5.0], 0.796_812_130_02),
        ] {
            let got = root(equation, bracket).as_f64().unwrap();
            assert!((got - want).abs() < 1e-9, "{equation}: {got}");
        }
        assert_eq!(root("1/(x - a)", [0.0, 5.0]), Value::Null);
        assert_eq!(root("x**2 + a", [-5.0, 5.0]), Value::Null);
        assert_eq!(root("log(x)", [-5.0, -1.0]), Value::Null);
    }
}
