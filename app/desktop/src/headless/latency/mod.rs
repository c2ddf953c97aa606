//! `latency`: a model timed token by token, on this machine or behind an endpoint.

mod arguments;
mod document;
mod endpoint;
mod here;
mod into;
mod print;

use std::io::Write;

use serde_json::Value;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_latency::gpu::ToldApart;
use weighbridge_latency::{Plan, Run, Stopped};
use weighbridge_text::Text;
use weighbridge_units::{Message, PartialDate};

pub(super) use arguments::LatencyArguments;

use super::failure::Failure;
use super::json;
use super::output::{answer, printable};
use crate::measuring::ModelFacts;
use crate::measuring::kept::{Kept, of_run_behind};
use crate::measuring::published::Comparison;

/// What came of it, for both ways of telling it.
struct Found {
    run: Run,
    /// What is known of the model; nothing behind an endpoint.
    facts: Option<ModelFacts>,
    told_apart: Option<ToldApart>,
    /// What the model wrote, where it writes words.
    text: Option<String>,
    /// What was published of the same or the nearest hardware; nothing behind an endpoint.
    published: Vec<Comparison>,
    /// What a case takes of it, where one is to and it says something of its machine or endpoint.
    kept: Option<Kept>,
}

/// Does what the arguments ask.
///
/// # Errors
/// A sentence where nothing was timed; what was timed is printed first where the run failed later.
pub(super) fn latency(
    arguments: &LatencyArguments,
    known: (&Catalogue, PartialDate),
    text: Text,
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> Result<(), Failure> {
    let plan = arguments.plan();
    plan.check().map_err(|bad| Failure::of(&bad))?;
    let case = into::opened(arguments, known.0)?;
    let mut found = match &arguments.endpoint {
        Some(url) => {
            let option = into::buyer(arguments, case.as_ref())?;
            let mut found = endpoint::time(arguments, url, &plan, text, errors)?;
            found.kept = option.and_then(|option| of_run_behind(text, &found.run, option, known.1));
            found
        }
        None => here::time(arguments, known, &plan, text, output, errors)?,
    };
    // What was timed is told whatever becomes of the case.
    let added = case.map(|case| into::add(case, &mut found, arguments, known));
    let (added, refused) = match added {
        Some(Ok(added)) => (Some(added), None),
        Some(Err(failure)) => (None, Some(failure)),
        None => (None, None),
    };
    let words = match arguments.json {
        true => {
            let mut document = document::document(arguments, &found, text);
            if let (Some(added), Value::Object(keys)) = (&added, &mut document) {
                keys.insert("added".to_owned(), added.document());
            }
            json::print(&document)
        }
        false => {
            let mut parts = vec![print::print(arguments, &found, text)];
            parts.extend(added.iter().map(|added| into::print(added, &found, text)));
            printable(&parts.join("\n"))
        }
    };
    answer(output, &words)?;
    match (&found.run.stopped, refused) {
        (Some(Stopped::Failed(failure)), _) => Err(Failure::of(failure)),
        (_, Some(refused)) => Err(refused),
        _ => Ok(()),
    }
}

/// A sentence about what happens, for people who wait; nobody has to hear it.
fn tell(errors: &mut dyn Write, text: Text, message: &Message) {
    let words = printable(&format!("{}\n", text.render(message)));
    let _ = errors.write_all(words.as_bytes());
}

/// The plan of the arguments.
impl LatencyArguments {
    fn plan(&self) -> Plan {
        Plan {
            prompt_tokens: self.prompt_tokens.clone(),
            output_tokens: self.output_tokens,
            concurrency: self.concurrency.clone(),
            arrivals: self.arrivals(),
            repeats: self.repeats,
            warm_up: self.warm_up,
            time_limit: std::time::Duration::from_secs(self.time_limit),
        }
    }
}

/// A list of figures, none of them infinite.
fn figures(values: impl IntoIterator<Item = f64>) -> Value {
    values.into_iter().map(json::figure).collect()
}
