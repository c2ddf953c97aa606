//! Waiting lines.

use serde_json::{Map, Value};
use weighbridge_engine::queueing::{Queue, SingleServer, Steady, WaitTarget, erlang_b};

use super::case::CaseError;
use super::inputs::Inputs;
use super::methods::Entries;
use super::outputs::Outputs;

type Results = Result<Map<String, Value>, CaseError>;

pub(super) const METHODS: Entries = &[
    ("erlang_b", erlang_b_case),
    ("mmc", queue_case),
    ("mmc_min_servers", fewest_servers_case),
    ("mg1", single_server_case),
    ("ggc_allen_cunneen", general_case),
];

fn erlang_b_case(inputs: Inputs<'_>) -> Results {
    let blocking = erlang_b(inputs.number("offered_load")?, inputs.count("servers")?)?;
    Ok(Outputs::new().number("blocking", blocking)?.finish())
}

/// An overloaded queue has a utilisation and no other result.
fn queue_case(inputs: Inputs<'_>) -> Results {
    let queue = queue(inputs)?;
    let state = queue.state()?.settled();
    let within = inputs.optional_number("t")?;
    let longer = state
        .zip(within)
        .map(|(state, time)| state.longer_wait_chance(time));
    let mut outputs = Outputs::new();
    outputs
        .number("utilisation", queue.utilisation()?)?
        .value("stable", Value::Bool(state.is_some()))
        .optional("p_wait", state.map(|state| state.wait_chance))?
        .optional("lq", state.map(|state| state.mean_waiting))?
        .optional("wq", state.map(|state| state.mean_wait))?
        .optional("l", state.map(|state| state.mean_inside))?
        .optional("w", state.map(|state| state.mean_time))?
        .optional("wait_p95", state.map(|state| state.wait_quantile(0.95)))?
        .optional("p_wait_gt_t", longer)?
        .optional("service_level_t", longer.map(|longer| 1.0 - longer))?;
    Ok(outputs.finish())
}

fn fewest_servers_case(inputs: Inputs<'_>) -> Results {
    let arrival_rate = inputs.number("arrival_rate")?;
    let service_rate = inputs.number("service_rate")?;
    let level = inputs.number("level")?;
    let within = inputs.optional_number("target_wait")?;
    let target = match inputs.text("target")? {
        "service_level" => WaitTarget::StartedWithin {
            share: level,
            time: inputs.number("target_wait")?,
        },
        "mean_wait" => WaitTarget::MeanWait(level),
        "p_wait" => WaitTarget::WaitChance(level),
        other => {
            return Err(CaseError(format!(
                "the input \"target\" has the unknown value \"{other}\""
            )));
        }
    };
    let most = inputs.optional_number("max_utilisation")?;
    let queue = Queue {
        arrival_rate,
        service_rate,
        servers: target.fewest_servers(arrival_rate, service_rate, most)?,
    };
    let Steady::Settles(state) = queue.state()? else {
        return Err(CaseError("so many servers are still too few".to_owned()));
    };
    let level = within.map(|time| 1.0 - state.longer_wait_chance(time));
    Ok(Outputs::new()
        .count("servers", Some(queue.servers))
        .number("utilisation", queue.utilisation()?)?
        .number("p_wait", state.wait_chance)?
        .number("wq", state.mean_wait)?
        .optional("service_level", level)?
        .finish())
}

fn single_server_case(inputs: Inputs<'_>) -> Results {
    let server = SingleServer {
        arrival_rate: inputs.number("arrival_rate")?,
        mean_service: inputs.number("mean_service")?,
        service_variation: inputs.number("scv")?,
    };
    let wait = server.mean_wait()?.settled();
    let time = wait.map(|wait| wait + server.mean_service);
    Ok(Outputs::new()
        .number("utilisation", server.utilisation()?)?
        .value("stable", Value::Bool(wait.is_some()))
        .optional("wq", wait)?
        .optional("w", time)?
        .optional("lq", wait.map(|wait| wait * server.arrival_rate))?
        .optional("l", time.map(|time| time * server.arrival_rate))?
        .finish())
}

fn general_case(inputs: Inputs<'_>) -> Results {
    let queue = queue(inputs)?;
    let state = queue.state()?.settled();
    let wait = queue
        .general_mean_wait(
            inputs.number_or("scv_arrival", 1.0)?,
            inputs.number_or("scv_service", 1.0)?,
        )?
        .settled();
    Ok(Outputs::new()
        .number("utilisation", queue.utilisation()?)?
        .value("stable", Value::Bool(wait.is_some()))
        .optional("wq_mmc", state.map(|state| state.mean_wait))?
        .optional("wq_approx", wait)?
        .finish())
}

fn queue(inputs: Inputs<'_>) -> Result<Queue, CaseError> {
    Ok(Queue {
        arrival_rate: inputs.number("arrival_rate")?,
        service_rate: inputs.number("service_rate")?,
        servers: inputs.count("servers")?,
    })
}
