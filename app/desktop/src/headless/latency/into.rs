//! The run put into a case.

use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::scenario::{DecisionOption, Plan};
use weighbridge_latency::Stopped;
use weighbridge_session::Action;
use weighbridge_text::Text;
use weighbridge_units::{Message, PartialDate};

use super::super::failure::Failure;
use super::super::into_case::{Added, IntoCase};
use super::super::sensitivity;
use super::{Found, LatencyArguments};

/// The case that the run is put into, where one is named.
///
/// # Errors
/// The case cannot be read, or the other file not be written; nothing has been timed then.
pub(super) fn opened(
    arguments: &LatencyArguments,
    catalogue: &Catalogue,
) -> Result<Option<IntoCase>, Failure> {
    let (Some(from), Some(to)) = (&arguments.into, &arguments.output) else {
        return Ok(None);
    };
    IntoCase::open(from, to, catalogue).map(Some)
}

/// The option that buys at the endpoint, where a case is named.
///
/// # Errors
/// A sentence where none is named, there is none of that id, or it buys nowhere.
pub(super) fn buyer<'a>(
    arguments: &LatencyArguments,
    case: Option<&'a IntoCase>,
) -> Result<Option<&'a DecisionOption>, Failure> {
    let Some(case) = case else {
        return Ok(None);
    };
    let Some(id) = &arguments.option else {
        return Err(Failure::plain("latency-into-no-option"));
    };
    let scenario = case.scenario();
    let id = sensitivity::option(scenario, id)?;
    let option = scenario.option(&id);
    match option.map(|option| &option.plan) {
        Some(Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_)) => Ok(option),
        _ => Err(Failure::Sentence(
            Message::new("latency-into-not-bought").with("option", id.to_string()),
        )),
    }
}

/// Adds the run to the case and writes it.
///
/// # Errors
/// A sentence where the run says nothing, or the machine was busy and nobody said that it may be;
/// the case stays as it was.
pub(super) fn add(
    case: IntoCase,
    found: &mut Found,
    arguments: &LatencyArguments,
    (catalogue, today): (&Catalogue, PartialDate),
) -> Result<Added, Failure> {
    let is_failed = matches!(found.run.stopped, Some(Stopped::Failed(_)));
    let Some(kept) = found.kept.take().filter(|_| !is_failed) else {
        return Err(Failure::plain("latency-into-nothing"));
    };
    if is_busy(found) && !arguments.though_busy {
        return Err(Failure::plain("latency-into-busy"));
    }
    let action = Action::AddRun {
        run: Box::new(kept.run),
        measurements: kept.measurements,
    };
    case.add(action, catalogue, today)
}

/// What was added, and that a busy machine's run is not used.
pub(super) fn print(added: &Added, found: &Found, text: Text) -> String {
    let mut lines = added.print(text);
    if is_busy(found) {
        lines.push_str(&format!("{}\n", text.get("here-busy-not-used")));
    }
    lines
}

fn is_busy(found: &Found) -> bool {
    found
        .run
        .busyness
        .is_some_and(|busyness| busyness.is_busy())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use clap::Parser;
    use std::fs;
    use weighbridge_catalogue::built_in;
    use weighbridge_latency::{
        Answer, Busyness, Counted, Load, Place as RanAt, Plan as Asked, Run,
    };
    use weighbridge_text::Locale;

    use crate::headless::arguments::{Arguments, Command};
    use crate::measuring::kept::of_run_behind;

    const CASE: &str = r#"(
        version: 2,
        question: (title: "Two", date: "2026-11-24", horizon_months: 12),
        options: [
            (id: "api", plan: ProprietaryApi(provider: "A vendor")),
            (id: "owned", plan: OnPremises()),
        ],
    )"#;

    fn arguments(words: &[&str]) -> LatencyArguments {
        let words = ["weighbridge", "latency"].iter().chain(words);
        match Arguments::try_parse_from(words).unwrap().command {
            Command::Latency { latency } => *latency,
            other => panic!("{other:?}"),
        }
    }

    fn run(busyness: Option<Busyness>) -> Run {
        let answer = Answer {
            planned_prompt_tokens: 8,
            prompt_tokens: 8,
            load: Load::Users(1),
            asked_at_seconds: 0.0,
            token_seconds: vec![0.3, 0.4, 0.5],
            counted: Counted::Here,
            prompt_seconds: None,
            server: None,
            failure: None,
        };
        Run {
            plan: Asked::default(),
            place: RanAt::Endpoint {
                url: "https://api.example/v1".to_owned(),
                model: "m".to_owned(),
            },
            model: "m".to_owned(),
            is_synthetic: false,
            bytes_a_token: None,
            load_seconds: 0.0,
            answers: vec![answer],
            memory_bytes: None,
            energy_joules: None,
            busyness,
            spent_usd: None,
            stopped: None,
        }
    }

    /// What comes of a run that is put into the case, and what stands in the files then.
    fn put(words: &[&str], busyness: Option<Busyness>) -> (Result<(), String>, bool) {
        let (catalogue, _) = built_in().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from.ron"), folder.path().join("to.ron"));
        fs::write(&from, CASE).unwrap();
        let place = [from.to_str().unwrap(), "-o", to.to_str().unwrap()];
        let words: Vec<&str> = words
            .iter()
            .copied()
            .chain(["--into"])
            .chain(place)
            .collect();
        let arguments = arguments(&words);
        let today = "2026-11-24".parse().unwrap();
        let text = Text::new(Locale::En);
        let done = || {
            let case = opened(&arguments, &catalogue)?.unwrap();
            let run = run(busyness);
            let option = buyer(&arguments, Some(&case))?.unwrap();
            let mut found = Found {
                kept: of_run_behind(text, &run, option, today),
                run,
                facts: None,
                told_apart: None,
                text: None,
                published: Vec::new(),
            };
            let added = add(case, &mut found, &arguments, (&catalogue, today))?;
            let said = print(&added, &found, text);
            assert_eq!(said.contains("kept and not used"), busyness.is_some());
            Ok(())
        };
        let done: Result<(), Failure> = done();
        let done = done.map_err(|failure| failure.words(text));
        (done, to.exists())
    }

    const ENDPOINT: [&str; 4] = ["--endpoint", "https://api.example/v1", "--model", "m"];

    #[test]
    fn a_run_behind_an_endpoint_goes_to_the_option_that_buys_there() {
        let with = |more: &[&'static str]| [&ENDPOINT[..], more].concat();
        let (done, is_written) = put(&with(&["--option", "api"]), None);
        assert_eq!((done, is_written), (Ok(()), true));
        for (more, part) in [
            (&[][..], "--option"),
            (&["--option", "owned"], "does not buy"),
            (&["--option", "nobody"], "api, owned"),
        ] {
            let (done, is_written) = put(&with(more), None);
            let said = done.unwrap_err();
            assert!(said.contains(part) && !is_written, "{said}");
        }
    }

    #[test]
    fn a_doubted_run_is_refused_unless_asked_for_and_never_used() {
        let busy = Busyness {
            others_during: Some(0.6),
            ..Busyness::default()
        };
        let with = |more: &[&'static str]| [&ENDPOINT[..], &["--option", "api"], more].concat();
        let (done, is_written) = put(&with(&[]), Some(busy));
        assert!(done.unwrap_err().contains("--though-busy") && !is_written);
        let (done, is_written) = put(&with(&["--though-busy"]), Some(busy));
        assert_eq!((done, is_written), (Ok(()), true));
    }
}
